"""Checking: every selected rule over a linked document, and the findings in a stable order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from refkit.edits import fitting
from refkit.errors import UnknownNameError
from refkit.explain import nearest
from refkit.kinds import Problem, Rule, discover
from refkit.model import Document, Finding, Linked, Passage, Place
from refkit.settings import DEFAULT, Settings
from refkit.text import fold

#: So many characters of a note or entry tell it from others; what follows may be mended meanwhile.
_START = 100


def rules() -> dict[str, Rule]:
    """All rules by code."""
    return dict(discover("refkit.rules"))


def selector(given: str) -> str:
    """The code, or the beginning of codes, that rules are called by: rk305, RK3, publisher-differs."""
    wanted = given.strip()
    named = {rule.name: rule.code for rule in rules().values()}
    if wanted.lower() in named:
        return named[wanted.lower()]
    if wanted and any(code.startswith(wanted.upper()) for code in rules()):
        return wanted.upper()
    near = nearest(wanted.lower(), list(named))
    raise UnknownNameError(
        f"no rule begins with {given!r}, and none is called so{near or ';'} `refkit rule --all` lists them"
    )


def with_codes(settings: Settings, source: str = "") -> Settings:
    """The settings with codes for the names of rules. Raises `UnknownNameError` for a rule that does not exist;
    `source` is the file that the settings are from.
    """

    def codes(key: str, given: Iterable[str]) -> tuple[str, ...]:
        try:
            return tuple(map(selector, given))
        except UnknownNameError as error:
            raise UnknownNameError(f"{source}: {key}: {error}" if source else str(error)) from None

    lists = {
        name: codes(name.replace("_", "-"), getattr(settings, name)) for name in ("select", "extend_select", "ignore")
    }
    severity = zip(codes("severity", settings.severity), settings.severity.values(), strict=True)
    ignores = {pattern: codes("per-file-ignores", given) for pattern, given in settings.per_file_ignores.items()}
    return settings.model_copy(update={**lists, "severity": dict(severity), "per_file_ignores": ignores})


def check(linked: Linked, settings: Settings | None = None) -> tuple[Finding, ...]:
    """What the selected rules find, ordered by file, place and code."""
    used = settings or DEFAULT
    made = [
        (_place(problem), _finding(rule, problem, linked.document, used), _mark(rule, problem))
        for rule in rules().values()
        if used.runs(rule.code)
        for problem in rule.check(linked, used)
    ]
    found = [each for each in made if not used.ignored_in(each[1].path, each[1].code)]
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


def _finding(rule: Rule, problem: Problem, document: Document, settings: Settings) -> Finding:
    place = _place(problem)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=settings.severity_of(rule.code) or problem.severity or rule.severity,
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
