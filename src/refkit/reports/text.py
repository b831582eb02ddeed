"""The report for people: findings grouped by the note or entry they stand in, and a line that sums up."""

from __future__ import annotations

from refkit.kinds import Report
from refkit.model import Checked, Finding
from refkit.reports.wording import Owner, Owners, called, readable, summary

_COLOURS = {"error": "31;1", "warning": "33", "info": "36"}
_FIXES = {"safe": "fix", "unsafe": "fix, unsafe", "hint": "hint"}
_WORDS = 10


def render(checked: Checked, colour: bool) -> str:
    """One block a note or entry, in document order, then the summary."""
    owners = Owners(checked.linked)
    files = {finding.path: at for at, finding in reversed([*enumerate(checked.findings)])}
    # A sort is stable: within a note or entry the findings keep the linter's order.
    owned = sorted(
        ((owners.of(finding), finding) for finding in checked.findings),
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
            lines.append(
                f"          {_painted(_FIXES[finding.fix.safety], '2', colour)}: {readable(finding.fix.message)}"
            )
    lines += [""] if lines else []
    for repair in checked.linked.document.repairs:
        lines.append(f"{readable(repair.place.path or checked.linked.document.path)}: {readable(repair.reason)}")
    return "\n".join([*lines, summary(checked)]) + "\n"


def _rank(owner: Owner | None, finding: Finding) -> tuple[int, int, int]:
    """By line of the note or entry; without lines all are equal, and the linter has grouped them already."""
    line = owner.place().line if owner else finding.line
    return line or 0, finding.line or 0, finding.column or 0


def _heading(owner: Owner | None, finding: Finding) -> str:
    if finding.line is None:
        return f"{readable(finding.path)}: {readable(finding.where.removeprefix(f'{finding.path}, '))}"
    where = f"{readable(finding.path)}:{owner.place().line if owner else finding.line}"
    if owner is None:
        return where
    return f"{where} {readable(called(owner))}: {readable(_start(owner.text))}"


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


REPORT = Report(name="text", summary="for people: grouped by note and entry, in colour on a terminal", render=render)
