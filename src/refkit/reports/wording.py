"""What reports have in common: clean text, places in words, files by their path from here, what a finding stands in."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePath
from urllib.parse import quote

from refkit.model import Checked, Finding, Linked, Note, Reference
from refkit.text import is_arabic

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
Owner = Note | Reference


def clean(text: str) -> str:
    """The text on one line, without control characters."""
    return "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else " " for c in text)


def readable(text: str) -> str:
    """Text for a terminal: control characters out, each stretch of Arabic isolated from what stands around it."""
    return _isolated(clean(text))


def _isolated(text: str) -> str:
    """Each stretch from an Arabic character to the last one before a Latin letter, between isolates."""
    pieces = []
    for piece in re.split(r"(“[^”]*”)", text):
        first = next((at for at, char in enumerate(piece) if _is_rtl(char)), None)
        if first is None:
            pieces.append(piece)
        elif piece.startswith("“"):
            pieces.append(f"“{_FIRST_STRONG_ISOLATE}{piece[1:-1]}{_POP_ISOLATE}”")
        else:
            last = max(at for at, char in enumerate(piece) if _is_rtl(char)) + 1
            pieces.append(f"{piece[:first]}{_FIRST_STRONG_ISOLATE}{piece[first:last]}{_POP_ISOLATE}{piece[last:]}")
    return "".join(pieces)


def _is_rtl(char: str) -> bool:
    return is_arabic(char) or unicodedata.bidirectional(char) in ("R", "AL", "AN")


def message(finding: Finding) -> str:
    """The message with what its report gives no other room: the place in a file without lines, and the hint."""
    place = "" if finding.line else f"{finding.where.removeprefix(f'{finding.path}, ')}: "
    hint = f"; {finding.fix.message}" if finding.fix else ""
    return clean(f"{place}{finding.message}{hint}")


def from_here(path: str) -> str:
    """A path with slashes, from the working folder where the file stands in it: what CI and editors know it by."""
    found = PurePath(path)
    here = Path.cwd()
    if found.is_absolute() and found.is_relative_to(here):
        found = found.relative_to(here)
    return found.as_posix()


def uri(path: str) -> str:
    """A path as the URI that SARIF asks for."""
    posix = from_here(path)
    return f"file://{quote(posix)}" if posix.startswith("/") else quote(posix)


def owners(linked: Linked) -> tuple[Owner, ...]:
    """All notes, then all entries of the lists."""
    return (*linked.document.notes, *linked.document.references)


class Owners:
    """The notes and entries of a document, by the places that their text stands at."""

    def __init__(self, linked: Linked) -> None:
        self._by_place: dict[tuple[str, int | str], list[Owner]] = {}
        for passage in owners(linked):
            file = passage.path or linked.document.path
            places: set[int | str] = {anchor.line for anchor in passage.anchors}
            for place in places or {passage.place().words}:
                self._by_place.setdefault((file, place), []).append(passage)

    def of(self, finding: Finding) -> Owner | None:
        """The note or entry that a finding stands in: of those at its place, one that it concerns."""
        concerned = {*finding.notes, *finding.references}
        there = self._by_place.get((finding.path, finding.line or finding.where), ())
        return next((passage for passage in there if passage.id in concerned), None)


def called(owner: Owner) -> str:
    """A note or an entry as people call it: note 5, entry 3, in the text."""
    if isinstance(owner, Reference):
        return f"entry {owner.number}" if owner.number else "entry"
    return f"note {owner.label}" if owner.kind == "note" else "in the text"


def summary(checked: Checked) -> str:
    """What was found in a paper, in one line: by severity, what was looked at, and what is not reported."""
    document, findings = checked.linked.document, checked.findings
    counts = [_count(name, findings) for name in ("error", "warning", "info")]
    notes = [note for note in document.notes if note.kind == "note"]
    parts = ((notes, "note"), (document.references, "reference"), (checked.linked.works, "work"))
    what = ", ".join(_plural(len(found), noun) for found, noun in parts)
    if document.is_library:
        what = _plural(len(document.library.references), "entry")
    if places := len(document.notes) - len(notes):
        what += f"; {_plural(places, 'citation')} in the text"
    total = "no findings" if not findings else f"{_plural(len(findings), 'finding')} ({', '.join(counts)})"
    aside = ((checked.suppressed, "suppressed"), (checked.known, "in the baseline"))
    rest = "".join(f"; {len(found)} {where}" for found, where in aside if found)
    return f"{total} in {what}{rest}."


def _count(severity: str, findings: tuple[Finding, ...]) -> str:
    number = sum(found.severity == severity for found in findings)
    return f"{number} info" if severity == "info" else _plural(number, severity)


def _plural(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("ry") else f"{noun}s"
    return f"{number} {noun}" if number == 1 else f"{number} {plural}"
