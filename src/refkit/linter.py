"""Checking: every selected rule over a linked document, and the findings in a stable order."""

from __future__ import annotations

from refkit.edits import fitting
from refkit.kinds import Problem, Rule, discover
from refkit.model import Document, Finding, Linked, Passage, Place
from refkit.settings import Settings


def rules() -> dict[str, Rule]:
    """All rules by code."""
    return dict(discover("refkit.rules"))


def check(linked: Linked, settings: Settings | None = None) -> tuple[Finding, ...]:
    """What the selected rules find, ordered by file, place and code."""
    used = settings or Settings()
    found = [
        (_place(problem), _finding(rule, problem, linked.document))
        for rule in rules().values()
        if used.runs(rule.code)
        for problem in rule.check(linked, used)
    ]
    files = {path: at for at, path in enumerate(linked.document.files)}
    found.sort(key=lambda pair: (files.get(pair[1].path, 0), pair[0].rank, pair[1].code, pair[1].message))
    return tuple(finding for _, finding in found)


def _place(problem: Problem) -> Place:
    return problem.at.place(problem.offset) if isinstance(problem.at, Passage) else problem.at


def _finding(rule: Rule, problem: Problem, document: Document) -> Finding:
    place = _place(problem)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=problem.severity or rule.severity,
        message=problem.message,
        path=place.path or document.path,
        line=place.line,
        column=place.column,
        where=place.words,
        notes=problem.notes,
        references=problem.references,
        works=problem.works,
        data=dict(problem.data),
        fix=fitting(problem.fix, document.sources) if problem.fix else None,
    )
