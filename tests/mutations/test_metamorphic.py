"""What changes a paper in one respect changes what is found in that respect alone."""

from __future__ import annotations

import copy
import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from refkit.linter import rules
from refkit.model import Finding
from refkit.pipeline import check_document, read_manuscripts
from tests.mutations.generator import clean
from tests.mutations.measure import check_text, placed
from tests.mutations.mutators import mutators
from tests.mutations.papers import Paper, render

STYLES = ("iraqi", "twins", "chicago", "arabic-author-date")
#: Faults that do not meddle with one another, made in one paper.
FAULTS = ("RK301", "RK305", "RK308", "RK314", "RK607", "RK706", "RK702", "RK204", "RK101", "RK502", "RK507")


@cache
def faulty(style: str) -> Paper:
    """A paper with a fault of each of these rules that it has a place for."""
    paper = clean(style, 1)
    for code in FAULTS:
        attempt = copy.deepcopy(paper)
        if mutators()[code].mutate(attempt, random.Random(code)):
            paper = attempt
    return paper


@cache
def expected(style: str) -> Counter[tuple[str, str]]:
    """Rule and place of all that is found in the faulty paper of a style."""
    rendered = render(faulty(style))
    return placed(check_text(rendered.text), rendered)


def found(paper: Paper, but: str) -> Counter[tuple[str, str]]:
    """Rule and place of all that is found in a paper, but for the rules of one kind."""
    rendered = render(paper)
    return kept(placed(check_text(rendered.text), rendered), but)


def kept(all_of_them: Counter[tuple[str, str]], but: str) -> Counter[tuple[str, str]]:
    """Findings but for the rules of one kind."""
    return Counter({key: number for key, number in all_of_them.items() if not (but and key[0].startswith(but))})


@pytest.mark.parametrize("style", STYLES)
def test_a_faulty_paper_has_findings_of_several_rules(style: str) -> None:
    assert len({code for code, _ in expected(style)}) > 2


@pytest.mark.parametrize("style", STYLES)
def test_the_order_of_the_lists_matters_to_the_rules_of_lists_alone(style: str) -> None:
    paper = faulty(style)
    shuffled = copy.deepcopy(paper)
    for listing in shuffled.lists:
        random.Random(style).shuffle(listing.lines)
    assert found(shuffled, "RK5") == kept(expected(style), "RK5")


@pytest.mark.parametrize("style", STYLES)
def test_the_numbers_of_notes_matter_to_the_rules_of_reading_alone(style: str) -> None:
    paper = faulty(style)
    renumbered = copy.deepcopy(paper)
    for chapter in renumbered.chapters:
        for position, note in enumerate(chapter.notes, 1):
            note.label = position + 1
    assert found(renumbered, "RK0") == kept(expected(style), "RK0")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("digits", ["0123456789", "٠١٢٣٤٥٦٧٨٩"])
def test_the_system_of_digits_matters_to_the_rules_of_script_alone(style: str, digits: str) -> None:
    paper = faulty(style)
    rendered = render(paper)
    rows = [row if "http" in row or "doi" in row else in_digits(row, digits) for row in rendered.text.split("\n")]
    changed = placed(check_text("\n".join(rows)), rendered)
    assert kept(changed, "RK6") == kept(expected(style), "RK6")


def in_digits(row: str, digits: str) -> str:
    """A row in one system of digits; the labels of Markdown notes are no text."""
    head, mark, rest = row.partition("]: ") if row.startswith("[^") else ("", "", row)
    if "[^" in rest:
        return row
    return head + mark + "".join(digits[int(letter)] if letter.isdecimal() else letter for letter in rest)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("end", ["\r\n", "  \n"])
def test_line_ends_and_trailing_spaces_change_nothing(style: str, end: str) -> None:
    rendered = render(faulty(style))
    assert placed(check_text(rendered.text.replace("\n", end)), rendered) == expected(style)


@pytest.mark.parametrize("style", STYLES)
def test_blank_lines_change_nothing_but_the_places(style: str) -> None:
    text = render(faulty(style)).text
    spread = text.replace("\n\n", "\n\n\n\n")
    assert [(one.code, one.message.split(" (line ")[0]) for one in sorted_by_text(spread)] == [
        (one.code, one.message.split(" (line ")[0]) for one in sorted_by_text(text)
    ]


def sorted_by_text(text: str) -> list[Finding]:
    return sorted(check_text(text), key=lambda one: (one.code, one.message))


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    paths = []
    for style in ("iraqi", "chicago"):
        paths.append(tmp_path / f"{style}.md")
        paths[-1].write_text(render(faulty(style)).text, "utf-8")

    def of_each(order: list[Path]) -> dict[str, list[str]]:
        documents = read_manuscripts(order).documents
        return {each.path: [one.message for one in check_document(each).findings] for each in documents}

    assert of_each(paths) == of_each(paths[::-1])
    assert all(of_each(paths).values())


def test_every_fault_made_here_is_of_a_rule() -> None:
    assert set(FAULTS) <= set(rules())
