"""Faults of notes that refer back."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from tests.mutations.generator import page_of
from tests.mutations.mutators import mutator
from tests.mutations.mutators.picking import append, cites, insert, lines, pick, rewrite, without
from tests.mutations.papers import Cite, Note, Paper
from tests.mutations.words import Pair, pools
from tests.mutations.works import Person

_NOT_OP_CIT = ("apa", "arabic-author-date", "vancouver", "keyed", "chicago-short")


def _has_ibid(paper: Paper) -> bool:
    return paper.style.notes != "in-text"


@mutator("RK201")
def ibid_without_antecedent(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """An ibid. before the first note of the paper or of a chapter."""
    if not _has_ibid(paper):
        return None
    # Where notes are numbered through, headings part sections, and ibid. may look back over one.
    first = (rng.choice(paper.chapters) if paper.style.notes == "plain" else paper.chapters[0]).notes[0]
    work = first.cites[0].work
    insert(paper, first, Note("new", [Cite(work, "ibid", page_of(work, rng))]))
    return ("new",)


@mutator("RK202")
def ibid_after_other(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """An ibid. after a note of two works."""
    if not _has_ibid(paper):
        return None
    found = pick(rng, [note for note in paper.notes() if len(note.cites) > 1])
    if not found:
        return None
    work = found.cites[-1].work
    chapter = next(chapter for chapter in paper.chapters if found in chapter.notes)
    chapter.notes.insert(chapter.notes.index(found) + 1, Note("new", [Cite(work, "ibid", page_of(work, rng))]))
    return ("new",)


@mutator("RK203", RK207="the first note of the work is now the one that refers back")
def op_cit_without_antecedent(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A reference back to a work that is cited only afterwards."""
    if paper.style.name in _NOT_OP_CIT:
        return None
    notes = paper.notes()
    later = [note for note in notes[4:] if note.cites[0].form == "full"]
    work = rng.choice(later).cites[0].work
    known = [line.work for line in lines(paper) if line.work.authors == work.authors and line.work.body == work.body]
    first = next(
        at for at, note in enumerate(notes) if any(cite.work.id in {one.id for one in known} for cite in note.cites)
    )
    starts = [note for note in notes[1 : first + 1] if note.cites[0].form == "full"]
    if not starts:
        return None
    insert(paper, rng.choice(starts), Note("new", [Cite(work, "again", page_of(work, rng))]))
    return ("new",)


@mutator("RK204")
def op_cit_ambiguous(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """Author and op. cit., where two works of this author are cited."""
    if paper.style.name in _NOT_OP_CIT:
        return None
    works = [line.work for line in paper.lists[0].lines]
    double = [work for work in works if sum(other.authors == work.authors for other in works) > 1 and work.authors]
    work = rng.choice(double)
    append(paper, Note("new", [Cite(work, "again", page_of(work, rng))]))
    return ("new",)


@mutator("RK205")
def mixed_back_reference_wording(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """مرجع where the others say مصدر, and the reverse."""
    if paper.style.language != "ar":
        return None
    found = [note for note, cite in cites(paper, form="again") if cite.work.language == "ar" and len(note.cites) == 1]
    if len(found) < 3:
        return None

    def other(text: str) -> str:
        return text.replace("مصدر", "مرجع") if "مصدر" in text else text.replace("مرجع", "مصدر")

    return rewrite(paper, rng.choice(found), other)


@mutator("RK206")
def full_note_repeated(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A work in full once more."""
    found = pick(rng, cites(paper)[:-2])
    if not found:
        return None
    work = found[1].work
    append(paper, Note("new", [Cite(work, "full", page_of(work, rng))]))
    return ("new",)


@mutator("RK207", RK203="a short first note refers back to nothing")
def first_note_not_full(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A first note without the publisher that the list has; or a short title, where later notes are short."""
    if paper.style.name == "chicago-short":
        note, cite = rng.choice(cites(paper, "book"))
        cite.form = "again"
        return (note.id,)
    for note, cite in rng.sample(cites(paper, "book"), len(cites(paper, "book"))):
        publisher = cite.work.publisher.form(cite.work.language) if cite.work.publisher else ""
        if found := rewrite(paper, note, lambda text, part=publisher: without(text, part)):  # type: ignore[misc]  # mypy does not infer a lambda's defaults
            return found
    return None


@mutator("RK208")
def back_reference_author_differs(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A short title that is another author's than the one who is named with it."""
    if paper.style.notes == "in-text":
        return None
    found = [
        (note, cite)
        for note, cite in cites(paper, form="again")
        if len(note.cites) == 1 and len(cite.work.authors) == 1
    ]
    known = {person.family for line in paper.lines() for person in line.work.authors}
    if not found:
        return None
    note, cite = rng.choice(found)
    script = "ar" if cite.work.language == "ar" else "en"
    given, family = _stranger(rng, script, known)
    cite.work = replace(cite.work, authors=(Person(given, family),))
    cite.titled = True
    return (note.id,)


def _stranger(rng: Random, script: str, known: set[Pair]) -> tuple[Pair, Pair]:
    """Somebody whom the paper does not cite."""
    given = rng.choice(pools()[f"given-{script}"])
    return given, rng.choice([family for family in pools()[f"family-{script}"] if family not in known])
