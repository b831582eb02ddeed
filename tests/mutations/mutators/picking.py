"""What mutators look up in a paper, and how they change a work, a word or a letter in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random
from typing import Any, TypeVar

from tests.mutations.papers import Cite, Line, Listing, Note, Paper, in_style
from tests.mutations.works import Work

Piece = Note | Line
_T = TypeVar("_T")
_WORD = re.compile(r"[^\W\d_]{4,}")


def pick(rng: Random, found: Sequence[_T]) -> _T | None:
    """One of them, if there is one."""
    return rng.choice(found) if found else None


def cites(paper: Paper, *kinds: str, form: str = "full") -> list[tuple[Note, Cite]]:
    """The citations of a form, of works of some kinds or of any."""
    return [
        (note, cite)
        for note in paper.notes()
        for cite in note.cites
        if cite.form == form and (not kinds or cite.work.kind in kinds)
    ]


def lines(paper: Paper, *kinds: str, language: str | None = None) -> list[Line]:
    """The lines of works of some kinds or of any, in one language or in all, in the lists that are printed."""
    return [
        line
        for listing in paper.lists
        for line in listing.lines
        if listing.heading
        and (language is None or listing.language == language)
        and (not kinds or line.work.kind in kinds)
    ]


def lines_of(paper: Paper, work: Work) -> list[Line]:
    """The lines of one work."""
    return [line for line in paper.lines() if line.work.id == work.id]


def is_cited_again(paper: Paper, work: Work) -> bool:
    """Whether a later note refers back to a work, or to another one of its author."""
    return any(
        cite.work.authors == work.authors and cite.form == "again" for note in paper.notes() for cite in note.cites
    )


def change(found: tuple[Note, Cite] | None, **changes: Any) -> tuple[str, ...] | None:
    """Let one citation say something else of its work."""
    if not found:
        return None
    note, cite = found
    cite.work = replace(cite.work, **changes)
    return (note.id,)


def everywhere(paper: Paper, work: Work, **changes: Any) -> tuple[str, ...]:
    """Let all citations and lines say something else of a work; where these stand."""
    places = []
    for note in paper.notes():
        for cite in note.cites:
            if cite.work.id == work.id:
                cite.work = replace(cite.work, **changes)
                places.append(note.id)
    for line in lines_of(paper, work):
        line.work = replace(line.work, **changes)
        places.append(line.id)
    return tuple(places)


def insert(paper: Paper, before: Note, *new: Note) -> None:
    """Put notes before a note, in its chapter."""
    chapter = next(chapter for chapter in paper.chapters if before in chapter.notes)
    at = chapter.notes.index(before)
    chapter.notes[at:at] = new


def append(paper: Paper, *new: Note) -> None:
    """Put notes at the end."""
    paper.chapters[-1].notes.extend(new)


def remove(paper: Paper, line: Line) -> None:
    """Take a line out of its list; the heading of its section goes to the next line of the section."""
    listing = paper.listing(line)
    at = listing.lines.index(line)
    listing.lines.pop(at)
    section = listing.sections.pop(line.id, None)
    if section and at < len(listing.lines) and listing.lines[at].id not in listing.sections:
        listing.sections[listing.lines[at].id] = section


def sections(listing: Listing) -> dict[str, list[Line]]:
    """The lines of a list by the heading of their section."""
    found: dict[str, list[Line]] = {}
    heading = ""
    for line in listing.lines:
        heading = listing.sections.get(line.id, heading)
        found.setdefault(heading, []).append(line)
    return found


def rewrite(paper: Paper, piece: Piece | None, edit: Callable[[str], str | None]) -> tuple[str, ...] | None:
    """Let a note or line say what an edit makes of its wording; None where the edit finds nothing to change."""
    if piece is None:
        return None
    old = paper.wording(piece)
    new = edit(old)
    if new is None or new == old:
        return None
    piece.text = new
    return (piece.id,)


def any_of(
    paper: Paper, rng: Random, pieces: Sequence[Piece], edit: Callable[[str], str | None]
) -> tuple[str, ...] | None:
    """Rewrite one of some notes or lines: the first, at random, that the edit can change."""
    for piece in rng.sample(list(pieces), len(pieces)):
        if found := rewrite(paper, piece, edit):
            return found
    return None


def without(text: str, part: str) -> str | None:
    """A text without one of its parts, and without the comma or full stop that parts it from the one before."""
    for mark in ("، ", ", ", ". ", ": ", " "):
        if mark + part in text:
            return text.replace(mark + part, "", 1)
    return None


def printed(paper: Paper, number: int) -> str:
    """A number as an Arabic paper prints it."""
    return in_style(paper, str(number))


def is_arabic(paper: Paper, piece: Piece) -> bool:
    """Whether a note or line is written in Arabic."""
    return any("\u0620" <= letter <= "\u064a" for letter in paper.wording(piece))


def pieces(paper: Paper, arabic: bool | None = None) -> list[Piece]:
    """The notes that are printed and the lines, of one script or of both; not those of bare numbers and keys."""
    if paper.style.name in ("vancouver", "keyed"):
        found: list[Piece] = [*lines(paper)]
    else:
        found = [*paper.notes(), *lines(paper)]
    return [piece for piece in found if arabic is None or is_arabic(paper, piece) == arabic]


def title_words(work: Work, language: str) -> list[str]:
    """The longer words of a title."""
    return _WORD.findall(work.title.form(language))


def slip(rng: Random, word: str) -> str:
    """A word with one letter in the middle that is another one."""
    at = rng.randint(1, len(word) - 2)
    letters = "بتثجحخدرزسصعفقكلمنهو" if "\u0620" <= word[at] <= "\u064a" else "abcdefghiklmnoprstu"
    return word[:at] + rng.choice([letter for letter in letters if letter != word[at].lower()]) + word[at + 1 :]
