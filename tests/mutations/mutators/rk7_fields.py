"""Faults of fields: missing, impossible, malformed, or said to be unknown."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.mutations.mutators import mutator
from tests.mutations.mutators.picking import any_of, cites, everywhere, lines, pick, printed, without
from tests.mutations.papers import Line, Paper
from tests.mutations.works import Work


def _is_dated_in_front(paper: Paper) -> bool:
    """Whether a work is known by its year, so that it cannot go without."""
    return paper.style.notes == "in-text"


@mutator("RK701")
def missing_required_field(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A thesis without its university, an article without its journal, a book without its publisher."""
    found = lines(paper, "thesis", "article", "book")
    for line in rng.sample(found, len(found)):
        language = paper.listing(line).language
        value = line.work.container if line.work.kind == "article" else line.work.publisher
        part = value.form(language) if value else ""
        shapes = (f"*{part}*", part) if part else ()
        for shape in shapes:
            if place := any_of(paper, rng, [line], lambda text, one=shape: without(text, one)):  # type: ignore[misc]  # mypy does not infer a lambda's defaults
                return place
    return None


@mutator("RK702")
def access_date_missing(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A web source without the day on which it was read."""
    line = pick(rng, lines(paper, "web"))
    if not line or len([each for each in lines(paper, "web") if each.work.accessed]) < 3:
        return None
    line.work = replace(line.work, accessed=None)
    return (line.id,)


@mutator("RK703")
def impossible_date(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A page that was read in the future, or on the 31st of February."""
    line = pick(rng, [line for line in lines(paper, "web") if line.work.accessed])
    if not line or not line.work.accessed:
        return None
    day, month, year = line.work.accessed
    new = (day, month, year + 20) if rng.random() < 0.5 else (rng.choice((30, 31)), 2, year)
    return everywhere(paper, line.work, accessed=new)


@mutator("RK704")
def malformed_identifier(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A DOI with a letter in its first number, an address with a slip before its host."""

    def edit(text: str) -> str | None:
        if "doi:10." in text:
            return text.replace("doi:10.", "doi:1O.", 1)
        if "doi.org/10." in text:
            return text.replace("doi.org/10.", "doi.org/1O.", 1)
        return text.replace("https://", rng.choice(("http:/", "htps://", "https//")), 1) if "https://" in text else None

    return any_of(paper, rng, lines(paper, "web", "article"), edit)


@mutator("RK705", RK207="the note lacks the year that the list has")
def placeholder_known_elsewhere(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """د.ت or n.d. in the note, the year in the list."""
    found = pick(rng, [one for one in cites(paper, "book", "thesis") if len(one[0].cites) == 1])
    if not found:
        return None
    work = found[1].work
    return any_of(paper, rng, [found[0]], lambda text: _undated(paper, work, text))


def _undated(paper: Paper, work: Work, text: str) -> str | None:
    if work.language == "ar":
        year = printed(paper, work.year) + ("هـ" if work.hijri else "")
        return text.replace(year, "د.ت", 1) if year in text else None
    return text.replace(str(work.year), "n.d.", 1) if str(work.year) in text else None


@mutator("RK706")
def year_missing(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A line without its year."""
    if _is_dated_in_front(paper):
        return None
    found = lines(paper, "book", "article", "thesis")

    def edit(line: Line, text: str) -> str | None:
        arabic = paper.listing(line).language == "ar"
        year = printed(paper, line.work.year) + ("هـ" if line.work.hijri else "") if arabic else str(line.work.year)
        return without(text, f"({year})") or without(text, f"{year} AH") or without(text, year)

    line = pick(rng, found)
    return any_of(paper, rng, [line], lambda text: edit(line, text)) if line else None
