"""Faults that make a note say something else than the list."""

from __future__ import annotations

from random import Random

from tests.mutations.mutators import mutator
from tests.mutations.mutators.picking import change, cites, is_cited_again, pick, slip, title_words
from tests.mutations.papers import Cite, Note, Paper
from tests.mutations.words import Pair, pools
from tests.mutations.works import Person, Work


def _pool(name: str, work: Work) -> tuple[Pair, ...]:
    return pools()[name if work.language == "ar" else f"{name}-en"]


@mutator("RK301")
def year_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another year in the note."""
    if not (found := pick(rng, cites(paper))):
        return None
    work = found[1].work
    year = work.year + rng.choice((-9, -6, -3, -2, 2, 3, 6, 9) if work.hijri else (-9, -6, -3, -1, 1, 3, 6, 9))
    year = year if work.hijri or year < 2025 else work.year - 3
    return change(found, year=year, day=(*work.day[:2], year) if work.day else None)


@mutator("RK302")
def author_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another family name in the note, of a work that no other note speaks of."""
    found = pick(
        rng, [(note, cite) for note, cite in cites(paper) if cite.work.authors and not is_cited_again(paper, cite.work)]
    )
    if not found:
        return None
    people = list(found[1].work.authors)
    at = rng.randrange(len(people))
    script = "ar" if found[1].work.language == "ar" else "en"
    others = [pair for pair in pools()[f"family-{script}"] if pair not in {person.family for person in people}]
    people[at] = Person(people[at].given, rng.choice(others))
    return change(found, authors=tuple(people))


@mutator("RK303")
def title_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another word in the title that the note gives."""
    found = pick(rng, [(note, cite) for note, cite in cites(paper) if not is_cited_again(paper, cite.work)])
    if not found:
        return None
    work = found[1].work
    words = title_words(work, work.language)
    old = rng.choice(words[1:] or words)
    pool = "subject" if work.language == "ar" else "topic-en"
    strange = [word for pair in pools()[pool] for word in pair.form(work.language).split() if len(word) > 4]
    new = rng.choice([word for word in strange if word.lower() not in work.title.form(work.language).lower()])
    new = new if work.language == "ar" else new.capitalize()
    return change(found, title=Pair(work.title.ar.replace(old, new, 1), work.title.en.replace(old, new, 1)))


@mutator("RK304")
def place_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another city in the note."""
    found = pick(rng, cites(paper, "book", "chapter"))
    if not found:
        return None
    work = found[1].work
    return change(found, city=rng.choice([city for city in _pool("city", work) if city != work.city]))


@mutator("RK305")
def publisher_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another publisher or university in the note, or a slip in its name."""
    found = pick(rng, cites(paper, "book", "chapter", "thesis"))
    if not found or not found[1].work.publisher:
        return None
    work = found[1].work
    assert work.publisher
    if work.kind == "thesis":
        return change(found, publisher=rng.choice([one for one in _pool("university", work) if one != work.publisher]))
    arabic, latin = work.publisher
    words = (arabic if work.language == "ar" else latin).split()
    at = 1 if work.language == "ar" else 0
    if rng.random() < 0.5 and len(words[at]) > 4:
        words[at] = slip(rng, words[at])
        return change(found, publisher=Pair(" ".join(words), " ".join(words)))
    house = rng.choice([one for one in _pool("house", work) if one.ar not in arabic or one.en not in latin])
    return change(found, publisher=Pair(f"{words[0]} {house.ar}", f"{house.en} Press"))


@mutator("RK306")
def volume_issue_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another volume, issue or edition in the note."""
    found = pick(rng, [*cites(paper, "article"), *[one for one in cites(paper, "book") if one[1].work.edition]])
    if not found:
        return None
    work = found[1].work
    if work.edition:
        return change(found, edition=work.edition + rng.choice((1, 2)))
    name = rng.choice(("volume", "issue")) if work.volume else "issue"
    return change(found, **{name: getattr(work, name) + rng.choice((1, 2, 3, 10))})


@mutator("RK307")
def container_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another journal in the note."""
    found = pick(rng, cites(paper, "article"))
    if not found:
        return None
    work = found[1].work
    return change(found, container=rng.choice([one for one in _pool("journal", work) if one != work.container]))


@mutator("RK308")
def url_near_miss(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A letter of the address that is another one, in its host or behind it."""
    found = pick(rng, cites(paper, "web"))
    if not found or not found[1].work.url:
        return None
    start, _, path = found[1].work.url.removeprefix("https://www.").partition("/")
    if rng.random() < 0.5:
        start = slip(rng, start[:6]) + start[6:]
    else:
        path = slip(rng, path[:6]) + path[6:]
    return change(found, url=f"https://www.{start}/{path}")


@mutator("RK309")
def access_date_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Another day of reading in the note."""
    found = pick(rng, cites(paper, "web"))
    if not found or not found[1].work.accessed:
        return None
    day, month, year = found[1].work.accessed
    return change(found, accessed=((day + rng.randint(1, 20)) % 28 + 1, month, year))


@mutator("RK310")
def thesis_status_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A thesis that the note calls published."""
    if paper.style.language != "ar":
        return None
    return change(pick(rng, [one for one in cites(paper, "thesis") if one[1].work.language == "ar"]), unpublished=False)


@mutator("RK311")
def thesis_degree_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """The other degree in the note."""
    found = pick(rng, cites(paper, "thesis"))
    return change(found, doctoral=not found[1].work.doctoral) if found else None


@mutator("RK312", RK305="where a thesis has a university, a book has a publisher")
def type_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A thesis that the note cites as a book of a publisher."""
    found = pick(rng, cites(paper, "thesis"))
    if not found:
        return None
    work = found[1].work
    house = rng.choice(_pool("house", work))
    publisher = Pair(f"دار {house.ar}", f"{house.en} Press")
    return change(found, kind="book", publisher=publisher, city=rng.choice(_pool("city", work)))


@mutator("RK313")
def locator_outside_pages(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A page behind or before those of the article or chapter."""
    found: list[tuple[Note, Cite]] = [
        (note, cite) for note, cite in cites(paper, "article", "chapter") if cite.work.last_page and cite.page
    ]
    if not found:
        return None
    note, cite = rng.choice(found)
    first, last = cite.work.first_page or 1, cite.work.last_page or 1
    page = last + rng.randint(6, 60) if first < 20 or rng.random() < 0.7 else first - rng.randint(6, 10)
    cite.page = (page, None)
    return (note.id,)


@mutator("RK314")
def locator_missing(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A full note without a page."""
    found = pick(rng, cites(paper, "book", "article", "thesis"))
    if not found:
        return None
    found[1].page = None
    return (found[0].id,)
