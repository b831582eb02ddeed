"""Clean papers: `clean(style, seed)` gives the same paper each time, with nothing in it that a rule should find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from refkit.text import fold
from tests.mutations.papers import Chapter, Cite, Form, Line, Listing, Note, Paper
from tests.mutations.styles import STYLES
from tests.mutations.styles.spec import Spec
from tests.mutations.words import pools
from tests.mutations.works import Maker, Work

_LETTERS = {"ar": "أب", "en": "ab"}


def clean(style: str, seed: int) -> Paper:
    """A paper without a fault, in a house style."""
    spec, rng = STYLES[style], Random(f"{style} {seed}")
    maker = Maker(rng, spec.language, spec.hijri)
    works = _related(spec, maker, [maker.make(kind) for kind in spec.kinds])
    foreign = [replace(work, id=f"f{work.id}") for work in _foreign(spec, rng)]
    order = rng.sample([*works, *foreign], len(works) + len(foreign))
    if spec.name == "vancouver":
        order = [replace(work, letter=str(at)) for at, work in enumerate(order, 1)]
        works = order
    notes = _in_text(spec, rng, order) if spec.notes == "in-text" else _notes(rng, order)
    subject = pools()["subject" if spec.language == "ar" else "topic-en"][seed % 50].form(spec.language)
    sentences = [pair.form(spec.language) for pair in pools()[f"sentence-{spec.language}"]]
    rng.shuffle(sentences)
    return Paper(spec, subject, sentences, _chapters(spec, notes), _lists(spec, works, foreign))


def _related(spec: Spec, maker: Maker, works: list[Work]) -> list[Work]:
    """The works, some of which share an author, a publisher or a journal, as in any real paper."""
    books = [at for at, work in enumerate(works) if work.kind == "book"]
    articles = [at for at, work in enumerate(works) if work.kind == "article"]
    first, second, third = books[:3]
    author = works[first].authors[:1]
    year = works[first].year if spec.notes == "in-text" else works[second].year
    works[first] = replace(works[first], authors=author)
    works[second] = replace(works[second], authors=author, year=year)
    works[third] = replace(works[third], publisher=works[first].publisher, city=works[first].city)
    if spec.language == "ar" and spec.notes != "in-text":
        # A journal that counts its issues through, twice.
        early, late = sorted(articles[:2], key=lambda at: works[at].year)
        issue = maker.rng.randint(20, 60)
        since = works[late].year - works[early].year
        works[early] = replace(works[early], volume=None, issue=issue)
        works[late] = replace(works[late], volume=None, issue=issue + 4 * since + 1, container=works[early].container)
    if spec.name == "keyed":
        return [replace(work, letter=_key(work)) for work in works]
    if spec.notes == "in-text":
        pair = sorted((first, second), key=lambda at: fold(works[at].title.form(spec.language)))
        for at, letter in zip(pair, _LETTERS[spec.language], strict=True):
            works[at] = replace(works[at], letter=letter)
    return works


def _key(work: Work) -> str:
    name = work.authors[0].family.en if work.authors else work.id
    return f"{name.lower()}{work.year}{work.title.en[0].lower()}{work.id}"


def _foreign(spec: Spec, rng: Random) -> list[Work]:
    maker = Maker(rng, "en")
    return [maker.make(kind) for kind in ("book", "article", "book", "thesis", "book")] if spec.foreign else []


# --- notes --------------------------------------------------------------------------------------------------------


def page_of(work: Work, rng: Random) -> tuple[int, int | None] | None:
    """A page of a work that a note may name, now and then a range."""
    if not work.is_paged:
        return None
    if work.kind == "news":
        return (work.first_page or 1, None)
    low, high = (work.first_page, work.last_page) if work.last_page else (5, 320)
    first = rng.randint(low or 5, (high or 320) - 3)
    return (first, first + rng.randint(1, 3)) if rng.random() < 0.2 else (first, None)


def _notes(rng: Random, order: Sequence[Work]) -> list[Note]:
    """Each work in full once, and what refers back to it."""
    notes: list[Note] = []
    cited: list[Work] = []

    def add(*cites: Cite) -> None:
        notes.append(Note(f"n{len(notes) + 1}", list(cites)))

    for work in order:
        add(Cite(work, "full", page_of(work, rng)))
        cited.append(work)
        if rng.random() < 0.35:
            add(Cite(work, "ibid", page_of(work, rng)))
        if len(cited) > 3 and rng.random() < 0.4:
            add(again(rng, rng.choice(cited[:-1]), cited))
        if len(cited) > 4 and rng.random() < 0.12:
            add(*(again(rng, work, cited) for work in rng.sample(cited[:-1], 2)))
    return notes


def again(rng: Random, work: Work, cited: Sequence[Work]) -> Cite:
    """A citation of a work that was cited before: with a short title if its author has several by now."""
    several = sum(other.authors == work.authors and other.body == work.body for other in cited) > 1
    return Cite(work, "again", page_of(work, rng), titled=several)


def _in_text(spec: Spec, rng: Random, order: Sequence[Work]) -> list[Note]:
    """Each work once in the order of the list, then some again."""
    notes: list[Note] = []
    for work in [*order, *rng.sample(list(order), 6)]:
        names_years = spec.name in ("apa", "arabic-author-date")
        form: Form = "narrative" if names_years and work.authors and rng.random() < 0.25 else "parenthetical"
        cites = [Cite(work, form, page_of(work, rng) if rng.random() < 0.7 else None)]
        if form == "parenthetical" and notes and rng.random() < 0.15:
            cites.append(Cite(rng.choice([note.cites[0].work for note in notes]), form))
        if len({cite.work.authors or cite.work.body for cite in cites}) < len(cites):
            cites = cites[:1]
        notes.append(Note(f"n{len(notes) + 1}", cites))
    return notes


def _chapters(spec: Spec, notes: list[Note]) -> list[Chapter]:
    """The notes, in as many chapters as the style has; each begins with a full note."""
    share = len(notes) / len(spec.chapters)
    chapters = [Chapter(heading, []) for heading in spec.chapters]
    at = 0
    for position, note in enumerate(notes):
        if position >= (at + 1) * share and at + 1 < len(chapters) and note.cites[0].form == "full":
            at += 1
        chapters[at].notes.append(note)
    return chapters


# --- lists --------------------------------------------------------------------------------------------------------


def _lists(spec: Spec, works: Sequence[Work], foreign: Sequence[Work]) -> list[Listing]:
    own = in_order(works, spec.language) if spec.ordered else list(works)
    sections = {}
    if spec.sections:
        groups = [(name, [work for work in own if work.kind in kinds]) for name, kinds in spec.sections]
        own = [work for _, group in groups for work in group]
        sections = {f"l0.{group[0].id}": name for name, group in groups if group}
    lists = [Listing(spec.heading, spec.language, spec.mark, _lines(0, own), sections)]
    if spec.twin:
        lists.append(Listing(spec.twin, "en", "- ", _lines(1, in_order(works, "en"))))
    if foreign:
        lists.append(Listing(spec.foreign, "en", spec.mark, _lines(1, in_order(foreign, "en"))))
    return lists


def _lines(at: int, works: Sequence[Work]) -> list[Line]:
    return [Line(f"l{at}.{work.id}", work) for work in works]


def in_order(works: Sequence[Work], language: str) -> list[Work]:
    """Works by author, then year or title, articles aside."""
    return sorted(works, key=lambda work: sort_key(work, language))


def sort_key(work: Work, language: str) -> tuple[list[str], int, str, str]:
    """What a list is ordered by: its authors, then the year where the list has it in front, and the title."""
    people = [person.family.form(language) + " " + person.given.form(language) for person in work.authors]
    names = people or [work.body.form(language) if work.body else ""]
    bare = [fold(name.removeprefix("ال").removeprefix("al-")) for name in names]
    return bare, 0, fold(work.title.form(language)), work.letter
