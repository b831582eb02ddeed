"""Checking: every selected rule over a linked document, and the findings in a stable order."""

from __future__ import annotations

from refkit.kinds import Problem, Rule, discover
from refkit.model import Finding, Linked, Passage
from refkit.settings import Settings


def rules() -> dict[str, Rule]:
    """All rules by code."""
    return dict(discover("refkit.rules"))


def check(linked: Linked, settings: Settings | None = None) -> tuple[Finding, ...]:
    """What the selected rules find, ordered by place and code."""
    used = settings or Settings()
    found = [
        _finding(rule, problem, linked.document.path)
        for rule in rules().values()
        if used.runs(rule.code)
        for problem in rule.check(linked, used)
    ]
    return tuple(sorted(found, key=lambda finding: (finding.line, finding.column, finding.code, finding.message)))


def _finding(rule: Rule, problem: Problem, path: str) -> Finding:
    place = problem.at.place(problem.offset) if isinstance(problem.at, Passage) else problem.at
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=problem.severity or rule.severity,
        message=problem.message,
        path=path,
        line=place.line,
        column=place.column,
        notes=problem.notes,
        references=problem.references,
        works=problem.works,
        data=dict(problem.data),
        fix=problem.fix,
    )
