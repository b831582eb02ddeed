"""A paper as notes, lists and chapters, and as the Markdown text that it is written in, with the line of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, Protocol

from tests.mutations.works import Work

Form = Literal["full", "again", "ibid", "narrative", "parenthetical", "number", "key"]
#: Western digits of an Arabic text that stay: those of addresses and identifiers, and of parts in Latin script.
_KEEP = re.compile(r"https?://\S+|\b10\.\d{4,}/\S+|\[\^\d+\]:?")
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass
class Cite:
    """One citation: of a work as this note has it, in full or referring back. `titled`: with a short title."""

    work: Work
    form: Form = "full"
    page: tuple[int, int | None] | None = None
    titled: bool = False


@dataclass
class Note:
    """A note, or a place in the text that cites. `text` replaces what the style would write.

    A note that is not called has no marker; one that is not printed has nothing but its marker.
    """

    id: str
    cites: list[Cite] = field(default_factory=list)
    text: str | None = None
    label: int | None = None
    is_called: bool = True
    is_printed: bool = True


@dataclass
class Line:
    """A line of a list: a work as this line has it. `text` replaces what the style would write."""

    id: str
    work: Work
    text: str | None = None
    number: str | None = None


@dataclass
class Listing:
    """A reference list; `mark` comes before a line, with {n} for its number. Sections are named by their first line.

    A list without heading is not printed: it is the library that the paper carries.
    """

    heading: str
    language: str
    mark: str
    lines: list[Line]
    sections: dict[str, str] = field(default_factory=dict)


@dataclass
class Chapter:
    """A stretch of text whose notes are numbered from 1, or the whole text."""

    heading: str
    notes: list[Note]


class Style(Protocol):
    """A house style: how it writes a note and a line, and how notes stand in the text."""

    @property
    def name(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def notes(self) -> Literal["footnote", "plain", "in-text"]: ...
    @property
    def digits(self) -> Literal["arabic", "western"]: ...
    def note(self, cites: list[Cite]) -> str: ...
    def line(self, work: Work, language: str) -> str: ...
    def front_matter(self, paper: Paper) -> str: ...


@dataclass
class Paper:
    """A paper in a house style."""

    style: Style
    title: str
    sentences: list[str]
    chapters: list[Chapter]
    lists: list[Listing]

    def notes(self) -> list[Note]:
        """The notes of all chapters."""
        return [note for chapter in self.chapters for note in chapter.notes]

    def lines(self) -> list[Line]:
        """The lines of all lists."""
        return [line for listing in self.lists for line in listing.lines]

    def listing(self, line: Line) -> Listing:
        """The list that a line stands in."""
        return next(listing for listing in self.lists if line in listing.lines)

    def wording(self, piece: Note | Line) -> str:
        """What a note or line says, digits included."""
        if piece.text is not None:
            return piece.text
        if isinstance(piece, Note):
            return self.own_digits(self.style.note(piece.cites))
        return self.own_digits(self.style.line(piece.work, self.listing(piece).language))

    def own_digits(self, text: str) -> str:
        """A text in the digits of the style; parts in Latin script keep theirs."""
        latin = not any("\u0620" <= letter <= "\u064a" for letter in text)
        if self.style.digits == "western" or latin:
            return text
        return in_arabic_digits(text)


def in_arabic_digits(text: str) -> str:
    """A text in Arabic digits, its addresses and note labels aside."""
    parts, at = [], 0
    for match in _KEEP.finditer(text):
        parts += [text[at : match.start()].translate(_ARABIC_DIGITS), match.group()]
        at = match.end()
    return "".join([*parts, text[at:].translate(_ARABIC_DIGITS)])


@dataclass(frozen=True)
class Rendered:
    """The Markdown text of a paper, and which notes and lines stand in which line of it, from 1."""

    text: str
    at: dict[int, tuple[str, ...]]


def render(paper: Paper) -> Rendered:
    """A paper as Markdown."""
    text: list[str] = []
    at: dict[int, tuple[str, ...]] = {}
    for written, pieces in _written(paper):
        text.append(written)
        if pieces:
            at[len(text)] = pieces
    return Rendered("\n".join(text) + "\n", at)


def _written(paper: Paper) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lines of the file, each with the notes or the line of a list that stand in it."""
    for row in paper.style.front_matter(paper).splitlines():
        yield row, ()
    yield f"# {paper.title}", ()
    yield "", ()
    footnotes: list[Note] = []
    count = 0
    for chapter in paper.chapters:
        if chapter.heading:
            yield f"## {chapter.heading}", ()
            yield "", ()
        first = count + 1 if paper.style.notes == "footnote" else 1
        yield from _paragraphs(paper, chapter, first, count)
        count += len(chapter.notes)
        footnotes += chapter.notes
        if paper.style.notes == "plain":
            for position, note in _printed(chapter.notes):
                yield in_style(paper, f"({note.label or position}) ") + paper.wording(note), (note.id,)
            yield "", ()
    if paper.style.notes == "footnote":
        for position, note in _printed(footnotes):
            yield f"[^{note.label or position}]: {paper.wording(note)}", (note.id,)
        yield "", ()
    for listing in paper.lists:
        if listing.heading:
            yield from _list(paper, listing)


def _printed(notes: list[Note]) -> list[tuple[int, Note]]:
    return [(position, note) for position, note in enumerate(notes, 1) if note.is_printed]


def _paragraphs(paper: Paper, chapter: Chapter, first: int, count: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The running text of a chapter, two notes to a paragraph."""
    stop = "." if paper.style.notes != "in-text" else ""
    for start in range(0, len(chapter.notes), 2):
        parts, pieces = [], []
        for offset, note in enumerate(chapter.notes[start : start + 2], start):
            sentence = paper.sentences[(count + offset) % len(paper.sentences)]
            if paper.style.notes == "in-text":
                parts.append(f"{sentence} {paper.wording(note)}.")
                pieces.append(note.id)
                continue
            parts.append(sentence + _marker(paper, note, first + offset) + stop)
            if not note.is_printed:
                pieces.append(note.id)
        yield " ".join(parts), tuple(pieces)
        yield "", ()


def _marker(paper: Paper, note: Note, number: int) -> str:
    if not note.is_called:
        return ""
    label = note.label or number
    return f"[^{label}]" if paper.style.notes == "footnote" else in_style(paper, f"({label})")


def in_style(paper: Paper, number: str) -> str:
    """A number in the digits of the style."""
    return number.translate(_ARABIC_DIGITS) if paper.style.digits == "arabic" else number


def _list(paper: Paper, listing: Listing) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield f"## {listing.heading}", ()
    yield "", ()
    for position, line in enumerate(listing.lines, 1):
        if section := listing.sections.get(line.id):
            yield f"### {section}", ()
            yield "", ()
        mark = listing.mark.format(n=line.number or position) if line.number != "" else ""
        mark = in_style(paper, mark) if listing.language == "ar" else mark
        yield mark + paper.wording(line), (line.id,)
        if not listing.mark:
            yield "", ()
    yield "", ()
