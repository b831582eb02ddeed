"""Faults between what is cited and what is listed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.mutations.generator import sort_key
from tests.mutations.mutators import mutator
from tests.mutations.mutators.picking import (
    everywhere,
    lines,
    lines_of,
    pick,
    remove,
)
from tests.mutations.papers import Cite, Line, Listing, Note, Paper
from tests.mutations.works import Maker, Work


@mutator("RK101")
def cited_not_listed(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A work whose lines are gone; in a numbered list, a number behind the last one."""
    if paper.style.name == "keyed":
        return None
    if paper.style.name == "vancouver":
        number = str(len(paper.lines()) + 1)
        paper.chapters[0].notes.append(
            Note("new", [Cite(replace(paper.lines()[0].work, letter=number), "parenthetical")])
        )
        return ("new",)
    line = pick(rng, [line for line in lines(paper) if not line.work.letter])
    if not line:
        return None
    for each in lines_of(paper, line.work):
        remove(paper, each)
    return (next(note.id for note in paper.notes() for cite in note.cites if cite.work.id == line.work.id),)


@mutator("RK102")
def listed_not_cited(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """One more book in the list, or in both lists."""
    if paper.style.name == "keyed":
        return None
    titles = {line.work.title for line in paper.lines()}
    maker = Maker(rng, paper.style.language, any(line.work.hijri for line in paper.lines()))
    work = next(work for work in (replace(maker.make("book"), id="new") for _ in range(99)) if work.title not in titles)
    for at, listing in enumerate(paper.lists):
        if at == 0 or {line.work.id for line in listing.lines} >= {line.work.id for line in paper.lists[0].lines} - {
            "new"
        }:
            _add(paper, listing, Line(f"new{at}", work))
    return ("new0",)


def _add(paper: Paper, listing: Listing, new: Line) -> None:
    """Put a line where the order of the list, or of its section, wants it; at its end where it is not ordered."""
    group = [line for line in listing.lines if not listing.sections or line.work.kind in ("book", "chapter", "report")]
    later = [line for line in group if _key(line.work, listing) > _key(new.work, listing)]
    if paper.style.name == "vancouver" or not later:
        at = listing.lines.index(group[-1]) + 1
    else:
        at = listing.lines.index(later[0])
        if heading := listing.sections.pop(later[0].id, None):
            listing.sections[new.id] = heading
    listing.lines.insert(at, new)


def _key(work: Work, listing: Listing) -> tuple[list[str], int, str, str]:
    return sort_key(work, listing.language)


@mutator(
    "RK103",
    RK507="two works of an author and year without letters are what makes the citation ambiguous",
)
def ambiguous_match(paper: Paper, _: Random) -> tuple[str, ...] | None:
    """Two works of an author in one year, without the letters that tell them apart."""
    if paper.style.name not in ("apa", "arabic-author-date"):
        return None
    places: list[str] = []
    for work in [line.work for line in lines(paper) if line.work.letter]:
        places += everywhere(paper, work, letter="")
    return tuple(place for place in places if place.startswith("n"))
