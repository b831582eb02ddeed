"""GitLab's Code Quality report, which it shows in merge requests."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from refkit.kinds import Report
from refkit.model import Checked, Finding
from refkit.reports.wording import from_here, message

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(checked: Checked, _colour: bool) -> str:
    """The findings as members of a JSON array."""
    return ",\n".join(json.dumps(_issue(finding), ensure_ascii=False) for finding in checked.findings)


def _issue(finding: Finding) -> dict[str, Any]:
    path = from_here(finding.path)
    return {
        "description": message(finding),
        "check_name": f"{finding.code} {finding.name}",
        # Two files may have one name, and then findings of one fingerprint.
        "fingerprint": sha256(f"{path}\n{finding.fingerprint}".encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        # GitLab asks for a line, also where there are none.
        "location": {"path": path, "lines": {"begin": finding.line or 1}},
    }


def join(parts: Sequence[str], _several: bool) -> str:
    """One array of all papers' findings."""
    return "[" + ",\n".join(filter(None, parts)) + "]\n"


REPORT = Report(name="gitlab", summary="GitLab's Code Quality report", render=render, join=join)
