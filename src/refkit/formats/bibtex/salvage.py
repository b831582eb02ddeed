"""An entry that is not what BibTeX takes for one, read field by field: a comma, a brace or a quote is missing.

A field is known by its name and the = behind it, where a line begins or another field has ended; what stands before
the next one is its value, whatever its braces say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from refkit.formats.bibtex import table
from refkit.formats.bibtex.values import Strings, read_value

_HEAD = re.compile(r"@\s*+(\w*+)\s*+[{(]\s*+")
_KEY = re.compile(r"[^,={}()\"\n]*+(?:,|(?=[=\n})]|$))")
_NAME = r"[^\W\d_][\w+:./-]*+"
_FIELD = re.compile(rf"({_NAME})\s*+=\s*+")
#: A field with the beginning of its value: text in braces or quotes, or one word and then the end.
_BEGINNING = re.compile(rf"(?<![\w+:./\\-])({_NAME})\s*+=\s*+(?=[{{\"]|\w++[ \t]*+(?:[,\n}})#]|$))")
_SPACE = re.compile(r"[\s,]*+")
#: What stands behind a value that has ended, and behind the quote that closes the last value of an entry.
_ENDED = re.compile(r"\s*+(?:[,})%#]|$)")
_LAST_QUOTE = re.compile(r"\"\s*+,?\s*+\}")
_COMMENT = re.compile(r"%[^\n]*+")
_CLOSERS = re.compile(r"[\s,})]*+")
#: A line of closing braces only: where an entry ends that has a value without its end.
_LAST_LINE = re.compile(r"\n[ \t]*+[})][ \t})]*+(?:\n|$)")
_KNOWN = frozenset(table.FIELDS.values()) | table.ALIASES.keys() | table.VERBATIM
_KNOWN |= set("year month day howpublished subtitle booksubtitle langid language crossref".split())


@dataclass
class Salvaged:
    """What was found: the head, the fields in order; with their offsets, what is wrong and what belongs to no field."""

    type: str
    key: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    faults: list[tuple[int, str]] = field(default_factory=list)
    left: list[tuple[int, str]] = field(default_factory=list)


def beginnings(raw: str, start: int = 0) -> list[int]:
    """Where fields begin that have something in braces, quotes or one word as their value."""
    return [match.start() for match in _BEGINNING.finditer(raw, start) if _begins(raw, match.start(), match[1])]


def _begins(raw: str, start: int, name: str) -> bool:
    """Whether a field can begin here: at the head of a line, behind another field; behind a comma if it is known."""
    at, comma = start - 1, False
    while at >= 0 and raw[at] in " \t,":
        comma = comma or raw[at] == ","
        at -= 1
    return at < 0 or raw[at] in '\n}"' or (comma and name.lower() in _KNOWN)


def salvage(raw: str, strings: Strings) -> Salvaged | None:
    """Read the text from the @ of an entry to that of the next one; None if it does not begin like an entry."""
    head = _HEAD.match(raw)
    if head is None:
        return None
    at = head.end()
    key = "" if _FIELD.match(raw, at) else (_KEY.match(raw, at) or [""])[0]
    found = Salvaged(head[1].lower(), "")
    at += len(key)
    found.key = key.rstrip(", \t\n")
    if found.key and not key.endswith(","):
        # `@book{key title = {…`: the last word is the name of a field.
        bare, _, last = found.key.rpartition(" ")
        if raw[at : at + 1] == "=" and bare:
            found.key, at = bare, head.end() + key.index(last, len(bare))
        if _FIELD.match(raw, at) or raw[at:].lstrip()[:1] not in ("}", ")", ""):
            found.faults.append((at, "a comma is missing behind the key"))
    _Reader(raw, strings, found, beginnings(raw, head.end())).read(at)
    return found


class _Reader:
    def __init__(self, raw: str, strings: Strings, found: Salvaged, starts: list[int]) -> None:
        self.raw, self.strings, self.found = raw, strings, found
        self.starts = starts
        #: Where the entry ends if its last field does not.
        last = _LAST_LINE.search(raw, starts[-1] if starts else 0)
        self.last_line = last.start() if last else len(raw)
        self.divided = True

    def read(self, at: int) -> None:
        """Go through the fields, from the offset behind the key."""
        while True:
            space = _SPACE.match(self.raw, at)
            self.divided = self.divided or bool(space and "," in space[0])
            at = space.end() if space else at
            if at >= len(self.raw):
                self._fault(0, "the entry is not closed")
                return
            if comment := _COMMENT.match(self.raw, at):
                self.found.left.append((at, comment[0]))
                at = comment.end()
            elif named := _FIELD.match(self.raw, at):
                at = self._field(named)
            elif self.raw[at] in "})":
                following = self._behind(at)
                if following is None:
                    return
                at = following
            else:
                at = self._stray(at)

    def _limit(self, at: int) -> int:
        """Where the next field begins, at the earliest."""
        index = bisect_left(self.starts, at)
        return self.starts[index] if index < len(self.starts) else len(self.raw)

    def _field(self, named: re.Match[str]) -> int:
        name, start = named[1], named.end()
        limit = self._limit(start)
        if not self.divided:
            self._fault(named.start(), f"a comma is missing before {name}")
        self.divided = False
        value = read_value(self.raw, start, limit, self.strings)
        if value is None and self.raw[start : start + 1] in (",", "}", ")", ""):
            self.found.fields.append((name, ""))
            return start
        if value is None:
            return self._unclosed(name, start, limit)
        if end := self._last_quote(start, value.end, limit):
            self._fault(start, f"quotes within the quotes of {name}; kept as they stand")
            self.found.fields.append((name, tidy(self.raw[start:end])))
            return end
        if limit == len(self.raw) and start < self.last_line < value.end and not self._closes(value.end):
            return self._unclosed(name, start, limit)  # its end is the brace of the entry
        for word in value.unknown:
            self._fault(start, unknown(name, word))
        self.found.fields.append((name, value.text))
        return value.end

    def _last_quote(self, start: int, end: int, limit: int) -> int | None:
        """Behind the quote that closes a value with quotes inside, which was taken to end before; None if it does."""
        if self.raw[start] != '"' or _ENDED.match(self.raw, end, limit):
            return None
        if limit == len(self.raw):
            last = _LAST_QUOTE.search(self.raw, end, self.last_line + 2)
            return last.start() + 1 if last else None
        last_quote = self.raw.rfind('"', end, limit)
        return last_quote + 1 if last_quote >= 0 and _SPACE.fullmatch(self.raw, last_quote + 1, limit) else None

    def _closes(self, at: int) -> bool:
        return "}" in self.raw[at:] or ")" in self.raw[at:]

    def _fault(self, at: int, said: str) -> None:
        self.found.faults.append((at, said))

    def _unclosed(self, name: str, start: int, limit: int) -> int:
        self._fault(start, f"the value of {name} is not closed")
        if limit == len(self.raw) and self.last_line >= start:
            limit = self.last_line
        piece = self.raw[start:limit]
        self.divided = piece.rstrip().endswith(",")
        self.found.fields.append((name, tidy(piece)))
        return limit

    def _behind(self, at: int) -> int | None:
        """What to do at a closing brace: go on, if a field follows; else the entry ends here, and None is returned."""
        closers = _CLOSERS.match(self.raw, at)
        end = closers.end() if closers else at + 1
        if _FIELD.match(self.raw, end) and not re.search(r"\n\s*?\n", self.raw[at:end]):
            self._fault(at, "a brace closes the entry before its last field")
            self.divided = self.divided or "," in self.raw[at:end]
            return end
        if self._limit(end) < len(self.raw) and not self.raw[end - 1 : end].isspace():
            self._fault(at, "a brace too many")
            return end
        if rest := self.raw[end:].strip():
            self.found.left.append((end, rest))
        return None

    def _stray(self, at: int) -> int:
        """Text where a field should be: it goes with the value before it, if no comma stands between."""
        limit = self._limit(at + 1)
        comment = self.raw.find("\n%", at, limit)
        end = limit if comment < 0 else comment
        if limit == len(self.raw) and self.last_line > at:
            end = min(end, self.last_line)
        text = self.raw[at:end]
        if self.divided or not self.found.fields:
            self.found.left.append((at, text.strip()))
        else:
            name, value = self.found.fields[-1]
            self.found.fields[-1] = (name, f"{value} {tidy(text)}".strip())
            self._fault(at, f"text without # or comma in {name}")
            self.divided = text.rstrip().endswith(",")
        return end


def unknown(name: str, word: str) -> str:
    """What is said of a value that stands without braces or quotes, though it is no number."""
    return f"{name}: {word} is no number, and no @string is called so; taken as text"


def tidy(value: str) -> str:
    """A value without its delimiters, and without any brace that has no partner."""
    bare = value.strip().rstrip(",").strip()
    if bare.startswith('"'):
        bare = bare[1:].rstrip("} \n").removesuffix('"')
    unclosed: list[int] = []
    bad: set[int] = set()
    for match in re.finditer(r"[{}]", bare):
        if match[0] == "{":
            unclosed.append(match.start())
        elif unclosed:
            unclosed.pop()
        else:
            bad.add(match.start())
    bad.update(unclosed)
    kept = "".join(char for at, char in enumerate(bare) if at not in bad) if bad else bare
    kept = kept.strip().rstrip(",").strip()
    return kept[1:-1] if kept.startswith("{") and kept.endswith("}") and kept.count("{") == 1 else kept
