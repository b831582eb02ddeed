"""The scratch sheet that the steps of the grammar write on: one string, and which stretches of it are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from refkit.model import Confidence
from refkit.text import Shadow

#: Stands for a stretch that is known already; no pattern matches across it.
TAKEN = "\x1f"
#: Stands inside a long stretch that is known already, so that a pattern may begin at its edges only.
_INSIDE = "\x1e"
KNOWN = TAKEN + _INSIDE

Kind = Literal["note", "reference"]


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """A compiled expression; the vocabulary makes them long, and each is compiled once."""
    return re.compile(expression)


@dataclass(frozen=True)
class Segment:
    """A stretch between two delimiters that no step has explained: offsets into the shadow, and its surroundings.

    `before` and `after` are the delimiters next to it ('' at the ends, `TAKEN` beside a known stretch);
    `depth` is 1 inside round brackets.
    """

    start: int
    end: int
    text: str
    before: str
    after: str
    depth: int
    quoted: bool = False

    @property
    def words(self) -> int:
        return len(self.text.split())


@dataclass
class Draft:
    """One citation or list line while it is being parsed. All offsets are into `shadow.text`."""

    text: str
    kind: Kind
    shadow: Shadow = field(init=False)
    rest: str = field(init=False)
    found: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    confidence: dict[str, Confidence] = field(default_factory=dict)
    form: str = ""
    inverted: bool = False
    legal: str = ""
    _divided: tuple[str, list[Segment]] = ("", [])

    def __post_init__(self) -> None:
        self.shadow = Shadow(self.text)
        self.rest = self.shadow.text

    def has(self, *names: str) -> bool:
        """Whether any of these fields is known."""
        return any(name in self.found for name in names)

    def take(self, name: str, start: int, end: int, sure: bool = True, outer: tuple[int, int] | None = None) -> None:
        """Record [start, end) as a value of a field; `outer` is what is used up with it (label, brackets)."""
        self.found.setdefault(name, []).append((start, end))
        level: Confidence = "single" if sure else "review"
        self.confidence[name] = level if self.confidence.get(name, level) == level else "review"
        self.drop(*(outer or (start, end)))

    def drop(self, start: int, end: int) -> None:
        """Use up a stretch without recording it."""
        filled = TAKEN * (end - start) if end - start < 3 else TAKEN + _INSIDE * (end - start - 2) + TAKEN
        self.rest = self.rest[:start] + filled + self.rest[end:]

    def value(self, name: str) -> str:
        """The first value of a field as written, or ''."""
        spans = self.spans(name)
        return self.text[slice(*spans[0])] if spans else ""

    def original(self, segment: Segment) -> str:
        """A segment as written."""
        return self.text[slice(*self.shadow.span(segment.start, segment.end))]

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether a stretch fills the room between two delimiters."""
        before, after = self.rest[:start].rstrip(), self.rest[end:].lstrip(" .")
        return (not before or before[-1] in f',;:.()[]"{TAKEN}-') and (not after or after[0] in f',;:()[]"{TAKEN}-')

    def spans(self, name: str) -> tuple[tuple[int, int], ...]:
        """The values of a field as offsets into `text`, without the white space and commas around them."""
        return tuple(
            span
            for start, end in self.found.get(name, ())
            if (span := _trimmed(self.text, *self.shadow.span(start, end)))
        )

    def segments(self) -> list[Segment]:
        """What is not explained yet, divided at commas, semicolons, sentence ends, brackets and quotation marks."""
        if self._divided[0] is not self.rest:
            self._divided = (self.rest, _segments(self.rest))
        return self._divided[1]


_TRIM = ' \t\n\u00a0\u200f\u200e،,;؛:-–—<>"“”«»'


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and (text[end - 1] in _TRIM or (text[end - 1] == "." and not _abbreviation(text[start:end]))):
        end -= 1
    return (start, end) if start < end else None


def _abbreviation(value: str) -> bool:
    """Whether the last full stop of a value belongs to it: an initial (`Smith, J.`) or `U.S.`."""
    return bool(re.search(r"(?:^|[\s.])\w\.$", value))


#: A full stop ends a segment before a space, unless it follows an initial, a title (د.) or another full stop.
_DELIMITER = re.compile(
    rf"(?P<taken>[{KNOWN}]+)|(?P<mark>[,;()\[\]\"])|(?P<stop>(?<!\.)(?<!\b\w)(?<!\bود)\.(?=[\s{TAKEN}]|$)|[?!](?=\s))|(?P<dash>\s-{{1,2}}\s)"
)


_WORD = re.compile(r"[^\W_]")


def _segments(rest: str) -> list[Segment]:
    by_dash = _divided_by_dashes(rest)
    found: list[Segment] = []
    depth, quoted, start, before = 0, False, 0, ""
    for match in [*_DELIMITER.finditer(rest), None]:
        if match and match.lastgroup == "dash" and not by_dash:
            continue
        end = match.start() if match else len(rest)
        delimiter = TAKEN if match and match.lastgroup == "taken" else match.group().strip() if match else ""
        _add(found, rest, start, end, before, delimiter, depth, quoted)
        if match is None:
            break
        depth = {"(": 1, "[": 1, ")": 0, "]": 0}.get(delimiter, depth)
        quoted = not quoted if delimiter == '"' else quoted
        start, before = match.end(), delimiter
    return found


def _divided_by_dashes(rest: str) -> bool:
    """Whether a reference uses spaced dashes where others use commas."""
    return len(re.findall(r"\s-{1,2}\s", rest)) >= 2 and rest.count(",") <= 1


def _add(
    found: list[Segment], rest: str, start: int, end: int, before: str, after: str, depth: int, quoted: bool
) -> None:
    start = end - len(rest[start:end].lstrip(" \t:-."))
    end = start + len(rest[start:end].rstrip(" \t:-"))
    if start < end and _WORD.search(rest, start, end):
        found.append(Segment(start, end, rest[start:end], before, after, depth, quoted))
