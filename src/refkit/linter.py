"""Checking: every selected rule over a linked document, and the findings in a stable order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from refkit.edits import fitting
from refkit.kinds import Problem, Rule, discover
from refkit.model import Document, Finding, Linked, Passage, Place
from refkit.settings import Settings
from refkit.text import fold

#: So many characters of a note or entry tell it from others; what follows may be mended meanwhile.
_START = 100


def rules() -> dict[str, Rule]:
    """All rules by code."""
    return dict(discover("refkit.rules"))


def check(linked: Linked, settings: Settings | None = None) -> tuple[Finding, ...]:
    """What the selected rules find, ordered by file, place and code."""
    used = settings or Settings()
    found = [
        (_place(problem), _finding(rule, problem, linked.document), _mark(rule, problem))
        for rule in rules().values()
        if used.runs(rule.code)
        for problem in rule.check(linked, used)
    ]
    files = {path: at for at, path in enumerate(linked.document.files)}
    found.sort(key=lambda each: (files.get(each[1].path, 0), each[0].rank, each[1].code, each[1].message))
    return _fingerprinted((finding, mark) for _, finding, mark in found)


def _mark(rule: Rule, problem: Problem) -> str:
    """What a finding is known by when lines move: its rule, the values it speaks of, and how its text begins."""
    text = problem.at.text[:_START] if isinstance(problem.at, Passage) else ""
    return "\n".join((rule.code, *map(fold, problem.data.values()), fold(text)))


def _fingerprinted(found: Iterable[tuple[Finding, str]]) -> tuple[Finding, ...]:
    """The findings with their fingerprints; of several with one mark in a file, the second counts as such."""
    seen: Counter[tuple[str, str]] = Counter()
    marked = []
    for finding, mark in found:
        own = (Path(finding.path).name, mark)
        seen[own] += 1
        fingerprint = sha256("\n".join((*own, str(seen[own]))).encode()).hexdigest()[:16]
        marked.append(finding.model_copy(update={"fingerprint": fingerprint}))
    return tuple(marked)


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
