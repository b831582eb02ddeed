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
from refkit.model import Checked, Document, Finding, Linked, Passage, Place
from refkit.settings import DEFAULT, Settings
from refkit.suppressions import Claim, Found, claims_of, divide
from refkit.text import fold

#: The rule for suppressions themselves, which runs behind all others.
_UNUSED = "RK090"
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
    codes("allow", (each.rule for each in settings.allow))
    return settings.model_copy(update={**lists, "severity": dict(severity), "per_file_ignores": ignores})


def check(linked: Linked, settings: Settings | None = None) -> tuple[Finding, ...]:
    """What the selected rules find and nothing allows, ordered by file, place and code."""
    return review(linked, settings).findings


def review(linked: Linked, settings: Settings | None = None) -> Checked:
    """What the selected rules find, and what of it a comment or the settings allow.

    Raises `RefkitError` for a suppression of a rule that does not exist.
    """
    used = settings or DEFAULT
    problems = [
        (rule, problem) for rule in rules().values() if used.runs(rule.code) for problem in rule.check(linked, used)
    ]
    claims = claims_of(linked, used, selector)
    kept, suppressed = divide(_found(problems, linked.document, used), claims)
    if unused := [(rules()[_UNUSED], _unused(claim)) for claim in claims if _is_unused(claim, used)]:
        # They have their places among the others.
        gone = {finding.fingerprint for finding in suppressed}
        made = (each.finding for each in _found([*problems, *unused], linked.document, used))
        kept = [finding for finding in made if finding.fingerprint not in gone]
    return Checked(linked=linked, findings=tuple(kept), suppressed=tuple(suppressed))


def _is_unused(claim: Claim, settings: Settings) -> bool:
    """Whether what a suppression allows was looked for, and not found."""
    ran = [code for code in rules() if code.startswith(claim.codes)]
    return not claim.held and not claim.elsewhere and settings.runs(_UNUSED) and all(map(settings.runs, ran))


def _unused(claim: Claim) -> Problem:
    return Problem(f"allows nothing: {claim.said}; take it out", claim.place, data={"text": claim.said})


def _found(problems: Iterable[tuple[Rule, Problem]], document: Document, settings: Settings) -> list[Found]:
    """The findings that problems are, in order, each with the note or entry that it stands in."""
    made = [(_finding(rule, problem, document, settings), rule, problem) for rule, problem in problems]
    made = [each for each in made if not settings.ignored_in(each[0].path, each[0].code)]
    # What stands in a library comes behind what stands in the paper.
    files = {path: at for at, path in enumerate((document.path, *document.files))}
    made.sort(
        key=lambda each: (files.get(each[0].path, len(files)), _place(each[2]).rank, each[0].code, each[0].message)
    )
    findings = _fingerprinted((finding, _mark(rule, problem)) for finding, rule, problem in made)
    owners = (problem.at if isinstance(problem.at, Passage) else None for _, _, problem in made)
    return list(map(Found, findings, owners))


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
