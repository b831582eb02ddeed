"""What rules find in a clean paper and in its mutants."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from refkit.formats.markdown import read_document
from refkit.model import Finding
from refkit.pipeline import check_document
from tests.mutations.generator import clean
from tests.mutations.mutators import ELSEWHERE, mutators
from tests.mutations.papers import Paper, Rendered, render

#: A finding as rule and place: a note, a line, or elsewhere.
Found = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Verdict:
    """What became of one mutant: whether its rule found the fault at its place, and what else was found or lost."""

    code: str
    style: str
    seed: int
    places: tuple[str, ...]
    is_found: bool
    others: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, str], ...]
    text: str
    rows: tuple[tuple[str, str], ...]
    findings: tuple[Finding, ...]

    @property
    def is_exact(self) -> bool:
        """Whether exactly the rule of the fault fires, and nothing else changes."""
        return self.is_found and not self.others and not self.lost


@dataclass(frozen=True)
class Alarms:
    """What is found in a clean paper: each a false alarm."""

    style: str
    seed: int
    references: int
    text: str
    findings: tuple[Finding, ...]


def check_text(text: str) -> tuple[Finding, ...]:
    """All findings of a Markdown text."""
    return check_document(read_document(text, "paper.md")).findings


def placed(findings: tuple[Finding, ...], rendered: Rendered) -> Found:
    """Rule and place of each finding, counted; one that stands in a line of several notes counts for each."""
    found: Found = Counter()
    for finding in findings:
        for place in rendered.at.get(finding.line or 0, (ELSEWHERE,)):
            found[finding.code, place] += 1
    return found


@lru_cache(maxsize=64)
def _clean(style: str, seed: int) -> Paper:
    return clean(style, seed)


@lru_cache(maxsize=64)
def _found_clean(style: str, seed: int) -> tuple[Rendered, tuple[Finding, ...]]:
    rendered = render(_clean(style, seed))
    return rendered, check_text(rendered.text)


def alarms(style: str, seed: int) -> Alarms:
    """What is found in a clean paper."""
    rendered, findings = _found_clean(style, seed)
    return Alarms(style, seed, len(_clean(style, seed).lines()), rendered.text, findings)


def judge(code: str, style: str, seed: int) -> Verdict | None:
    """Make the fault of a rule in a paper, and say what comes of it; None if the paper has no place for it."""
    paper = copy.deepcopy(_clean(style, seed))
    mutator = mutators()[code]
    places = mutator.mutate(paper, Random(f"{code} {style} {seed}"))
    if places is None:
        return None
    before, known = _found_clean(style, seed)
    rendered = render(paper)
    findings = check_text(rendered.text)
    now, then = placed(findings, rendered), placed(known, before)
    standing = {place for pieces in rendered.at.values() for place in pieces} | {ELSEWHERE}
    new = [key for key in now if now[key] > then.get(key, 0)]
    neighbours = {*places, *(other for row in rendered.at.values() if set(row) & set(places) for other in row)}
    others = [key for key in new if key[0] not in mutator.companions and (key[0] != code or key[1] not in neighbours)]
    lost = [key for key in then if now.get(key, 0) < then[key] and key[1] in standing]
    is_found = any(key == (code, place) for key in new for place in places)
    text = rendered.text.splitlines()
    rows = tuple((place, text[at - 1]) for at, row in rendered.at.items() for place in row if place in places)
    return Verdict(code, style, seed, places, is_found, tuple(others), tuple(lost), rendered.text, rows, findings)
