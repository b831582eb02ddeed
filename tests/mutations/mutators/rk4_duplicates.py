"""Faults of entries that stand twice, or name one thing in two ways."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.mutations.mutators import mutator
from tests.mutations.mutators.picking import change, cites, everywhere, lines, lines_of, pick
from tests.mutations.papers import Line, Paper
from tests.mutations.words import Pair
from tests.mutations.works import Person, Work

#: How Arabic writers spell one letter or word in two ways.
_VARIANTS = (("أ", "ا"), ("إ", "ا"), ("ى", "ي"), ("ة", "ه"), ("عبد ال", "عبدال"), ("ئ", "ي"), ("ؤ", "و"))


def _pairs(paper: Paper, name: str) -> list[tuple[Work, Work]]:
    """Pairs of works of the first list that share an author, a publisher or a journal."""
    works = [line.work for line in paper.lists[0].lines] if paper.lists[0].heading else []
    return [
        (left, right)
        for at, left in enumerate(works)
        for right in works[at + 1 :]
        if getattr(left, name) and getattr(left, name) == getattr(right, name)
    ]


def _places(paper: Paper, *works: Work) -> tuple[str, ...]:
    """All notes and lines that speak of some works."""
    ids = {work.id for work in works}
    notes = [note.id for note in paper.notes() if any(cite.work.id in ids for cite in note.cites)]
    return (*notes, *(line.id for work in works for line in lines_of(paper, work)))


def _respelt(text: str) -> str | None:
    return next((text.replace(old, new, 1) for old, new in _VARIANTS if old in text), None)


@mutator("RK401")
def duplicate_entry(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A line that stands twice."""
    line = pick(rng, [line for line in lines(paper) if not line.work.letter])
    if not line:
        return None
    found = paper.listing(line)
    found.lines.insert(found.lines.index(line) + 1, Line("new", line.work))
    return ("new",)


@mutator("RK402")
def author_variant(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """An author of two works who is spelt in two ways."""
    pair = pick(rng, _pairs(paper, "authors"))
    if not pair or paper.style.language != "ar":
        return None
    person = pair[1].authors[0]
    family, given = _respelt(person.family.ar), _respelt(person.given.ar)
    if family is None and given is None:
        return None
    new = Person(
        Pair(given, person.given.en) if family is None and given else person.given,
        Pair(family, person.family.en) if family else person.family,
    )
    everywhere(paper, pair[1], authors=(new, *pair[1].authors[1:]))
    return _places(paper, *pair)


@mutator("RK403")
def institution_variant(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A publisher or university that one note spells otherwise than the list."""
    found = [one for one in cites(paper, "book", "thesis") if one[1].work.language == "ar"]
    for one in rng.sample(found, len(found)):
        publisher = one[1].work.publisher
        if publisher and (name := _respelt(publisher.ar)):
            return change(one, publisher=Pair(name, publisher.en))
    return None


@mutator("RK404")
def container_variant(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A journal of two articles that is called مجلة in one of them only."""
    pair = pick(rng, [pair for pair in _pairs(paper, "container") if pair[0].kind == "article"])
    if not pair or not pair[1].container or paper.style.language != "ar":
        return None
    everywhere(paper, pair[1], container=Pair(pair[1].container.ar.removeprefix("مجلة "), pair[1].container.en))
    return _places(paper, *pair)


@mutator("RK405")
def one_identifier_two_works(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """The address or DOI of one work at another one too."""
    name = "doi" if paper.style.name in ("apa", "vancouver") else "url"
    works = {line.work.id: line.work for line in lines(paper) if getattr(line.work, name)}
    if len(works) < 2:
        return None
    one, other = rng.sample(list(works.values()), 2)
    everywhere(paper, other, **{name: getattr(one, name)})
    return _places(paper, one, other)


#: How one name is romanised in two ways.
_ROMANISED = (
    ("al-", "El "),
    ("Muhammad", "Mohamed"),
    ("Ahmad", "Ahmed"),
    ("Husayn", "Hussein"),
    ("ou", "u"),
    ("i", "ee"),
    ("u", "ou"),
)


@mutator("RK406", RK501="a name that is spelt otherwise stands at another place of the order")
def romanisation_variant(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """An author of two works who is romanised in two ways in the list of the other language."""
    pair = pick(rng, _pairs(paper, "authors"))
    if not pair or paper.style.name != "twins":
        return None
    person = pair[1].authors[0]
    article, name = "al-" * person.family.en.startswith("al-"), person.family.en.removeprefix("al-")
    changed = next((name[0] + name[1:].replace(old, new, 1) for old, new in _ROMANISED if old in name[1:]), "")
    if not changed:
        return None
    other = Person(person.given, Pair(person.family.ar, article + changed))
    places = []
    for line in lines(paper, language="en"):
        if line.work.id in (pair[0].id, pair[1].id):
            places.append(line.id)
        if line.work.id == pair[1].id:
            line.work = replace(line.work, authors=(other, *line.work.authors[1:]))
    return tuple(places)


@mutator("RK407")
def issue_year_disorder(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Of a journal that counts its issues through, a later issue of an earlier year."""
    pair = pick(rng, [pair for pair in _pairs(paper, "container") if pair[0].kind == "article" and not pair[0].volume])
    if not pair:
        return None
    early, late = sorted(pair, key=lambda work: work.issue or 0)
    everywhere(paper, late, year=early.year - rng.randint(2, 8))
    return _places(paper, early, late)
