"""The report for editors and for grep: a finding a line."""

from __future__ import annotations

from refkit.kinds import Report
from refkit.model import Checked, Finding
from refkit.reports.wording import clean, message


def render(checked: Checked, _colour: bool) -> str:
    """`file:line:column: CODE message`; a file without lines has its place in words in the message."""
    return "".join(f"{_place(finding)}: {finding.code} {message(finding)}\n" for finding in checked.findings)


def _place(finding: Finding) -> str:
    path = clean(finding.path)
    return path if finding.line is None else f"{path}:{finding.line}:{finding.column or 1}"


REPORT = Report(name="concise", summary="file:line:column: CODE message, a finding a line", render=render)
