"""Faults of reading: pieces that nobody understands, markers and notes that do not fit together."""

from __future__ import annotations

from random import Random

from tests.mutations.mutators import ELSEWHERE, mutator
from tests.mutations.mutators.picking import cites, lines, pick
from tests.mutations.papers import Line, Note, Paper


@mutator("RK001")
def unreadable_piece(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A line of the list that says nothing."""
    if paper.style.name == "vancouver" or not (line := pick(rng, lines(paper))):
        return None
    listing = paper.listing(line)
    new = Line("new", line.work, "كذا" if listing.language == "ar" else "tbc")
    listing.lines.insert(listing.lines.index(line) + 1, new)
    return ("new",)


@mutator("RK002")
def list_not_found(paper: Paper, _: Random) -> tuple[str, ...] | None:
    """No list at all."""
    paper.lists.clear()
    return (ELSEWHERE,)


@mutator("RK003")
def marker_without_note(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A marker behind the last one, for which there is no note."""
    if paper.style.notes == "in-text":
        return None
    chapter = rng.choice(paper.chapters) if paper.style.notes == "plain" else paper.chapters[-1]
    chapter.notes.append(Note("new", is_printed=False))
    return ("new",)


@mutator("RK004")
def note_without_marker(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A note whose marker is gone."""
    if paper.style.notes == "in-text":
        return None
    note = rng.choice(paper.notes()[1:-1])
    note.is_called = False
    return (note.id,)


@mutator("RK005")
def note_number_out_of_order(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A number that is left out: note and marker bear the next one, and so on."""
    if paper.style.notes != "plain":
        return None
    chapter = rng.choice(paper.chapters)
    start = rng.randint(2, len(chapter.notes) - 2)
    for position, note in enumerate(chapter.notes[start:], start + 2):
        note.label = position
    return (chapter.notes[start].id,)


@mutator("RK105")
def undefined_key(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A key with one letter that is another."""
    if paper.style.name != "keyed" or not (found := pick(rng, cites(paper, form="parenthetical"))):
        return None
    note, cite = found
    key = cite.work.letter
    at = rng.randint(1, 4)
    note.text = paper.wording(note).replace(key, key[:at] + ("x" if key[at] != "x" else "y") + key[at + 1 :], 1)
    return (note.id,)
