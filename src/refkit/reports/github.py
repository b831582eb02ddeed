"""Annotations of GitHub Actions: workflow commands, which GitHub shows beside the lines of a change."""

from __future__ import annotations

from refkit.kinds import Report
from refkit.model import Checked, Finding
from refkit.reports.wording import from_here, message

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_IN_VALUES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = {**_IN_VALUES, ":": "%3A", ",": "%2C"}


def render(checked: Checked, _colour: bool) -> str:
    """One command a finding: `::error file=…,line=…,col=…,title=…::message`."""
    return "".join(f"{_command(finding)}\n" for finding in checked.findings)


def _command(finding: Finding) -> str:
    where = {"file": from_here(finding.path)}
    if finding.line is not None:
        where |= {"line": str(finding.line), "col": str(finding.column or 1)}
    where["title"] = f"{finding.code} {finding.name}"
    properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in where.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_escaped(message(finding), _IN_VALUES)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(char, char) for char in text)


REPORT = Report(name="github", summary="annotations of GitHub Actions", render=render)
