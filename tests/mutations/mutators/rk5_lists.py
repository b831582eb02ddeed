"""Faults of the lists as such, and of one list against its twin."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.mutations.mutators import mutator
from tests.mutations.mutators.picking import any_of, everywhere, lines, lines_of, pick, remove, sections
from tests.mutations.papers import Line, Paper


@mutator("RK501")
def list_unordered(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A line three or more places from where the order wants it."""
    if paper.style.name in ("vancouver", "keyed"):
        return None
    listing = paper.lists[0]
    groups = [group for group in sections(listing).values() if len(group) > 4]
    group = rng.choice(groups)
    at = rng.randrange(len(group))
    to = rng.choice([place for place in range(len(group)) if abs(place - at) > 2])
    if {group[at].id, group[0].id} & set(listing.sections) and 0 in (at, to):
        return None
    start = listing.lines.index(group[0])
    line = listing.lines.pop(start + at)
    listing.lines.insert(start + to, line)
    return (line.id,)


@mutator("RK502", RK104="a note is compared across languages where the list in its own lacks the line")
def missing_from_other_list(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A line that one of two lists lacks."""
    if paper.style.name != "twins":
        return None
    line = rng.choice(lines(paper))
    remove(paper, line)
    return (lines_of(paper, line.work)[0].id,)


@mutator("RK503")
def twin_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another year, volume, issue, page, address or number of authors in the second list."""
    if paper.style.name != "twins":
        return None
    line = rng.choice(lines(paper, language="en"))
    work = line.work
    choices: list[dict[str, object]] = []
    if not work.day:
        choices.append({"year": work.year + rng.choice((-10, -1, 1, 2, 10) if work.year < 2014 else (-10, -2, -1))})
    if work.kind == "article":
        choices.append({"issue": (work.issue or 0) + rng.choice((1, 2, 10))})
        choices.append({"last_page": (work.last_page or 0) + rng.randint(1, 5)})
    if work.volume:
        choices.append({"volume": work.volume + rng.choice((1, 3, 10))})
    if work.url:
        choices.append({"url": work.url.replace(work.url.rsplit("/", 1)[1], "17/other-page")})
    if len(work.authors) > 1:
        choices.append({"authors": work.authors[:-1]})
    if not choices:
        return None
    line.work = replace(work, **rng.choice(choices))  # type: ignore[arg-type]  # values of the fields they are named by
    return (line.id, *(other.id for other in lines_of(paper, work)))


@mutator("RK504")
def entry_in_wrong_list(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A line in Latin script at the end of the Arabic list."""
    foreign = [line for line in lines(paper, language="en") if line.work.language == "en"]
    if paper.style.language != "ar" or not foreign:
        return None
    line = rng.choice(foreign)
    text = paper.wording(line)
    remove(paper, line)
    new = Line(line.id, line.work, text)
    paper.lists[0].lines.append(new)
    return (new.id,)


@mutator("RK505", RK501="a name that is turned round begins with another letter")
def name_order_mixed(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """One author given name first, where the others stand family name first."""
    if paper.style.name in ("apa", "vancouver", "keyed"):
        return None
    groups = [group for listing in paper.lists for group in sections(listing).values()]
    # Of fewer than four names none is the odd one.
    named = [[line for line in group if line.work.authors] for group in groups]
    line = pick(rng, [line for group in named if len(group) > 3 for line in group if len(line.work.authors) == 1])
    if not line:
        return None
    language = paper.listing(line).language
    given, family = line.work.authors[0].given.form(language), line.work.authors[0].family.form(language)
    shapes = (
        f"{family}، {given}",
        f"{family} ({given})",
        f"{family}, {given}",
        f"{family[0].upper()}{family[1:]}, {given}",
    )

    def turn(text: str) -> str | None:
        shape = next((shape for shape in shapes if text.startswith(shape)), None)
        return f"{given} {family}" + text.removeprefix(shape) if shape else None

    return any_of(paper, rng, [line], turn)


@mutator("RK506")
def numbering_broken(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A number that the list leaves out, or a line without one."""
    numbered = [listing for listing in paper.lists if "{n}" in listing.mark and len(listing.lines) > 4]
    if not numbered or paper.style.name == "vancouver":
        return None
    listing = rng.choice(numbered)
    at = rng.randint(1, len(listing.lines) - 2)
    # Behind a line that does not end in a full stop, one without a number may be its rest.
    if rng.random() < 0.5 and paper.wording(listing.lines[at - 1]).endswith("."):
        listing.lines[at].number = ""
        for position, line in enumerate(listing.lines[at + 1 :], at + 1):
            line.number = str(position)
        return (listing.lines[at].id, listing.lines[at + 1].id)
    for position, line in enumerate(listing.lines[at:], at + 2):
        line.number = str(position)
    return (listing.lines[at].id,)


@mutator(
    "RK507",
    RK103="without letters a citation of the author and year fits both works",
)
def year_suffix_missing(paper: Paper, _: Random) -> tuple[str, ...] | None:
    """Two works of an author and year without letters."""
    if paper.style.name not in ("apa", "arabic-author-date"):
        return None
    found = [line for line in lines(paper) if line.work.letter]
    for line in found:
        everywhere(paper, line.work, letter="")
    return tuple(line.id for line in found)


@mutator("RK508", RK501="the line stands in the order of another section")
def entry_in_wrong_section(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A thesis among the books, or an article or a book where the other stands."""
    listing = paper.lists[0]
    if not listing.sections:
        return None
    line = rng.choice([line for line in listing.lines if line.work.kind in ("book", "article", "thesis")])
    own = next(name for name, group in sections(listing).items() if line in group)
    names = [
        name
        for name, group in sections(listing).items()
        if group[0].work.kind in ("book", "article", "thesis", "chapter", "report")
    ]
    other = rng.choice([name for name in names if name != own])
    last = sections(listing)[other][-1]
    remove(paper, line)
    listing.lines.insert(listing.lines.index(last) + 1, line)
    return (line.id,)
