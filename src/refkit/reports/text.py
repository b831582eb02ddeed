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
    owned = [(_owner(owners, finding), finding) for finding in findings]
    owned.sort(key=lambda pair: (_line(*pair), pair[1].line, pair[1].column, pair[1].code))
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
    return "\n".join([*lines, _summary(linked, findings)]) + "\n"


def _owners(linked: Linked) -> dict[int, list[Note | Reference]]:
    """Line of the file -> the notes and entries that have text on it."""
    owners: dict[int, list[Note | Reference]] = {}
    passages: tuple[Note | Reference, ...] = (*linked.document.notes, *linked.document.references)
    for passage in passages:
        for line in {anchor.line for anchor in passage.anchors}:
            owners.setdefault(line, []).append(passage)
    return owners


def _owner(owners: dict[int, list[Note | Reference]], finding: Finding) -> Note | Reference | None:
    """The note or entry that a finding stands in: of those on its line, one that it concerns."""
    concerned = {*finding.notes, *finding.references}
    return next((passage for passage in owners.get(finding.line, ()) if passage.id in concerned), None)


def _line(owner: Note | Reference | None, finding: Finding) -> int:
    return owner.place().line if owner else finding.line


def _heading(owner: Note | Reference | None, finding: Finding) -> str:
    where = f"{readable(finding.path)}:{_line(owner, finding)}"
    if owner is None:
        return where
    number = f"entry {owner.number}" if isinstance(owner, Reference) and owner.number else "entry"
    label = f"note {owner.label}" if isinstance(owner, Note) else number
    return f"{where} {readable(label)}: {readable(_start(owner.text))}"


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _summary(linked: Linked, findings: tuple[Finding, ...]) -> str:
    document = linked.document
    counts = [_count(name, findings) for name in ("error", "warning", "info")]
    parts = ((document.notes, "note"), (document.references, "reference"), (linked.works, "work"))
    what = ", ".join(_plural(len(found), noun) for found, noun in parts)
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
