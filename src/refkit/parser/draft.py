"""The scratch sheet that the steps of the grammar write on: one string, and which stretches of it are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from refkit.model import Confidence, Form
from refkit.names.persons import PROBABLY, personhood
from refkit.text import Shadow
from refkit.vocabulary.terms import ABBREVIATIONS

#: Stands for a stretch that is known already; no pattern matches across it: it is neither \s nor \w. No shadow has a
#: control character of its own, and with this one, unlike one for private use, an ASCII string stays one byte a letter.
TAKEN = "\x00"
#: Stands inside a long stretch that is known already, so that a pattern may begin at its edges only.
_INSIDE = "\x01"
KNOWN = TAKEN + _INSIDE

Kind = Literal["note", "reference"]
#: The form of a citation; `ambiguous` means ibid. in one house style, op. cit. in the next.
DraftForm = Form | Literal["ambiguous", ""]


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """A compiled expression; the vocabulary makes them long, and each is compiled once."""
    return re.compile(expression)


class Segment(NamedTuple):
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
    form: DraftForm = ""
    #: The lists of people whose first name is written family name first.
    family_first: set[str] = field(default_factory=set)
    #: The step at work, and the one that each field was first taken by.
    step: str = ""
    taken_by: dict[str, str] = field(default_factory=dict)
    legal: str = ""
    #: Whether a dash, `idem` or a heading above stands for the author, so that nobody is to be looked for.
    nameless: bool = False
    _divided: tuple[str, list[Segment]] = ("", [])
    _settled: dict[str, tuple[tuple[int, int], ...]] | None = None

    def __post_init__(self) -> None:
        self.shadow = Shadow(self.text)
        self.rest = self.shadow.text

    def has(self, *names: str) -> bool:
        """Whether any of these fields is known."""
        return not self.found.keys().isdisjoint(names)

    def headed_by_editor(self) -> bool:
        """Whether editors stand where authors do: nothing but a number or a lead-in before them."""
        return "editor" in self.found and not self.rest[: self.found["editor"][0][0]].strip(f" {KNOWN}")

    def take(self, name: str, start: int, end: int, sure: bool = True, outer: tuple[int, int] | None = None) -> None:
        """Record [start, end) as a value of a field; `outer` is what is used up with it (label, brackets)."""
        self.found.setdefault(name, []).append((start, end))
        self.taken_by.setdefault(name, self.step)
        level: Confidence = "single" if sure else "review"
        self.confidence[name] = level if self.confidence.get(name, level) == level else "review"
        self.drop(*(outer or (start, end)))

    def drop(self, start: int, end: int) -> None:
        """Use up a stretch without recording it."""
        filled = TAKEN * (end - start) if end - start < 3 else TAKEN + _INSIDE * (end - start - 2) + TAKEN
        self.rest = self.rest[:start] + filled + self.rest[end:]

    def rename(self, name: str, other: str) -> None:
        """Let the values of one field be those of another."""
        self.found[other] = self.found.pop(name)
        self.confidence[other] = self.confidence.pop(name)

    def value(self, name: str) -> str:
        """The first value of a field as written, or ''."""
        spans = self.spans(name)
        return self.text[slice(*spans[0])] if spans else ""

    def original_of(self, start: int, end: int) -> str:
        """A stretch of the shadow as written."""
        return self.text[slice(*self.shadow.span(start, min(end, len(self.rest))))]

    def original(self, segment: Segment) -> str:
        """A segment as written."""
        return self.text[slice(*self.shadow.span(segment.start, segment.end))]

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether a stretch fills the room between two delimiters."""
        before, after = self.rest[max(0, start - 20) : start].rstrip(), self.rest[end : end + 20].lstrip()
        return (not before or before[-1] in f',;:.()[]"{TAKEN}-') and (not after or after[0] in f',;:.()[]"{TAKEN}-')

    def settle(self) -> None:
        """Say that nothing will be taken any more, so that every span is worked out once."""
        self._settled = {name: self.spans(name) for name in self.found}

    def spans(self, name: str) -> tuple[tuple[int, int], ...]:
        """The values of a field as offsets into `text`, without the white space and commas around them."""
        if self._settled is not None:
            return self._settled.get(name, ())
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
#: The set of first characters comes first, so that the search passes over letters at once.
_DELIMITER = re.compile(
    rf"[{KNOWN},;()\[\]\".?!\s](?:(?P<taken>(?<=[{KNOWN}])[{KNOWN}]*)|(?P<mark>(?<=[,;()\[\]\"]))"
    rf"|(?P<stop>(?<=\.)(?<!\.\.)(?<!\b\w\.)(?<!\bود\.)(?=[\s{TAKEN}]|$)|(?<=[?!])(?=\s))"
    rf"|(?P<dash>(?<=\s)-{{1,2}}(?=\s|[^\W\d])))"
)


_WORD = re.compile(r"[^\W_]")
_DEPTHS = {"(": 1, "[": 1, ")": 0, "]": 0}


def _segments(rest: str) -> list[Segment]:
    by_dash = _divided_by_dashes(rest)
    found: list[Segment] = []
    depth, quoted, start, before = 0, False, 0, ""
    inner = _inner_quotes(rest) if '"' in rest else frozenset()
    for match in _DELIMITER.finditer(rest):
        kind, (end, after) = match.lastgroup, match.span()
        if end in inner or (kind == "dash" and not by_dash) or (kind == "stop" and abbreviates(rest, end)):
            continue
        delimiter = TAKEN if kind == "taken" else rest[end:after].strip()
        if start < end:
            _add(found, rest, start, end, before, delimiter, depth, quoted)
        depth = _DEPTHS.get(delimiter, depth)
        quoted = not quoted if delimiter == '"' else quoted
        start, before = after, delimiter
    if start < len(rest):
        _add(found, rest, start, len(rest), before, "", depth, quoted)
    return found


#: د . حسين: a title before its full stop and a space.
_SPACED_TITLE = re.compile(r"(?<!\w)[ادم]\s$")
#: Two Arabic words or more, then a quotation without any mark before it: رحلة ابن بطوطة المسماة «تحفة النظار».
_INNER_QUOTE = re.compile(
    rf"(?:^|[,;:.()\[\]\"!?{KNOWN}])(?P<before>[^,;:.()\[\]\"!?{KNOWN}]{{4,160}}[^\W\d_])\s"
    rf"(?P<open>\")[^\"{KNOWN}]{{2,160}}(?P<close>\")"
)


def _inner_quotes(rest: str) -> frozenset[int]:
    """The quotation marks inside a stretch of Arabic words: they delimit nothing, unless a name is before them."""
    found: set[int] = set()
    counted, marks = 0, 0
    for match in _INNER_QUOTE.finditer(rest):
        marks += rest.count('"', counted, match.start("open"))
        counted = match.start("open")
        before = match["before"].strip(" -")
        if before.isascii() or " " not in before or personhood(before) >= PROBABLY:
            continue
        if marks % 2 == 0:
            found |= {match.start("open"), match.start("close")}
    return frozenset(found)


_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
_ABBREVIATIONS = frozenset(ABBREVIATIONS)


def abbreviates(rest: str, stop: int) -> bool:
    """Whether the full stop at an offset ends an abbreviation (Proc., Vol.), and something follows it."""
    if rest[stop - 1 : stop] == " " and _SPACED_TITLE.search(rest, max(0, stop - 4), stop):
        return True
    word = _LAST_WORD.search(rest, max(0, stop - 12), stop)
    return word is not None and word.group() in _ABBREVIATIONS and rest[stop : stop + 3].strip(". ").isalnum()


def _divided_by_dashes(rest: str) -> bool:
    """Whether a reference uses spaced dashes where others use commas."""
    dashes = rest.count(" - ") + rest.count(" -- ")
    return dashes >= 2 and dashes > rest.count(",")


def _add(
    found: list[Segment], rest: str, start: int, end: int, before: str, after: str, depth: int, quoted: bool
) -> None:
    text = rest[start:end].lstrip(" \t:-.")
    start = end - len(text)
    text = text.rstrip(" \t:-")
    if text and _WORD.search(text):
        found.append(Segment(start, start + len(text), text, before, after, depth, quoted))
