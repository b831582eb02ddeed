"""The report for people: findings grouped by the note or entry they stand in, and a line that sums up."""

from __future__ import annotations

import re
import unicodedata

from refkit.kinds import Report
from refkit.model import Finding, Linked, Note, Reference
from refkit.text import is_arabic

_COLOURS = {"error": "31;1", "warning": "33", "info": "36"}
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_WORDS = 10


def render(linked: Linked, findings: tuple[Finding, ...], colour: bool) -> str:
    """One block a note or entry, in document order, then the summary."""
    owners = _owners(linked)
    files = {finding.path: at for at, finding in reversed([*enumerate(findings)])}
    # A sort is stable: within a note or entry the findings keep the linter's order.
    owned = sorted(
        ((_owner(owners, finding), finding) for finding in findings),
        key=lambda pair: (files[pair[1].path], *_rank(*pair)),
    )
    lines: list[str] = []
    heading = ""
    for owner, finding in owned:
        own = _heading(owner, finding)
        if own != heading:
            lines += ["", own] if lines else [own]
            heading = own
        severity = _painted(f"{finding.severity:<7}", _COLOURS[finding.severity], colour)
        lines.append(f"  {severity} {finding.code} {_painted(finding.name, '2', colour)}: {readable(finding.message)}")
        if finding.fix:
            lines.append(f"          {_painted('hint', '2', colour)}: {readable(finding.fix.message)}")
    lines += [""] if lines else []
    for repair in linked.document.repairs:
        lines.append(f"{readable(repair.place.path or linked.document.path)}: {readable(repair.reason)}")
    return "\n".join([*lines, _summary(linked, findings)]) + "\n"


def _owners(linked: Linked) -> dict[tuple[str, int | str], list[Note | Reference]]:
    """File, and line or words for a place in it -> the notes and entries that have text there."""
    owners: dict[tuple[str, int | str], list[Note | Reference]] = {}
    passages: tuple[Note | Reference, ...] = (*linked.document.notes, *linked.document.references)
    for passage in passages:
        file = passage.path or linked.document.path
        places: set[int | str] = {anchor.line for anchor in passage.anchors}
        for place in places or {passage.place().words}:
            owners.setdefault((file, place), []).append(passage)
    return owners


def _owner(owners: dict[tuple[str, int | str], list[Note | Reference]], finding: Finding) -> Note | Reference | None:
    """The note or entry that a finding stands in: of those at its place, one that it concerns."""
    concerned = {*finding.notes, *finding.references}
    there = owners.get((finding.path, finding.line or finding.where), ())
    return next((passage for passage in there if passage.id in concerned), None)


def _rank(owner: Note | Reference | None, finding: Finding) -> tuple[int, int, int]:
    """By line of the note or entry; without lines all are equal, and the linter has grouped them already."""
    line = owner.place().line if owner else finding.line
    return line or 0, finding.line or 0, finding.column or 0


def _heading(owner: Note | Reference | None, finding: Finding) -> str:
    if finding.line is None:
        return f"{readable(finding.path)}: {readable(finding.where.removeprefix(f'{finding.path}, '))}"
    where = f"{readable(finding.path)}:{owner.place().line if owner else finding.line}"
    if owner is None:
        return where
    number = f"entry {owner.number}" if isinstance(owner, Reference) and owner.number else "entry"
    label = number if isinstance(owner, Reference) else f"note {owner.label}" if owner.kind == "note" else "in the text"
    return f"{where} {readable(label)}: {readable(_start(owner.text))}"


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _summary(linked: Linked, findings: tuple[Finding, ...]) -> str:
    document = linked.document
    counts = [_count(name, findings) for name in ("error", "warning", "info")]
    notes = [note for note in document.notes if note.kind == "note"]
    parts = ((notes, "note"), (document.references, "reference"), (linked.works, "work"))
    what = ", ".join(_plural(len(found), noun) for found, noun in parts)
    if places := len(document.notes) - len(notes):
        what += f"; {_plural(places, 'citation')} in the text"
    total = "no findings" if not findings else f"{_plural(len(findings), 'finding')} ({', '.join(counts)})"
    return f"{total} in {what}."


def _count(severity: str, findings: tuple[Finding, ...]) -> str:
    number = sum(found.severity == severity for found in findings)
    return f"{number} info" if severity == "info" else _plural(number, severity)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def readable(text: str) -> str:
    """Text for a terminal: control characters out, each stretch of Arabic isolated from what stands around it."""
    clean = "".join(c if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else " " for c in text)
    return _isolated(clean)


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


REPORT = Report(name="text", summary="for people: grouped by note and entry, in colour on a terminal", render=render)
