"""What is read from a manuscript: notes, reference lists, and the citations parsed from them."""

from __future__ import annotations

from typing import Any, Literal

from refkit.dates import year_suffix
from refkit.model.base import Failure, Model, Place, Region, Repair, Suppression
from refkit.model.entry import Fields, Library
from refkit.model.values import Text


class Anchor(Model):
    """From this offset of a passage on, its characters stand at this place, one after the other."""

    offset: int
    line: int
    column: int


class Passage(Model):
    """A text of the document, free of the file's markup, that knows where its characters stand in the file.

    `spot` is where it stands as a whole, in a format that has no lines. `path` names the file where a document is made
    of several.
    """

    text: str
    anchors: tuple[Anchor, ...] = ()
    spot: Place | None = None
    path: str | None = None

    def place(self, offset: int = 0) -> Place:
        """Where the character at an offset of `text` stands."""
        if self.spot:
            return self.spot.model_copy(update={"path": self.path}) if self.path else self.spot
        before = [anchor for anchor in self.anchors if anchor.offset <= offset]
        if not before:
            return Place(path=self.path)
        column = before[-1].column + offset - before[-1].offset
        return Place(line=before[-1].line, column=column, path=self.path)

    def region(self, start: int, end: int, path: str) -> Region | None:
        """Where the characters [start, end) of `text` stand in its file; None in a format without lines.

        `path` is the file of the document, where the passage names no other.
        """
        if self.spot or not self.anchors or start >= end:
            return None
        first, last = self.place(start), self.place(end - 1)
        if first.line is None or first.column is None or last.line is None or last.column is None:
            return None
        return Region(
            path=self.path or path,
            line=first.line,
            column=first.column,
            end_line=last.line,
            end_column=last.column + 1,
        )


class Locator(Model):
    """The part of a work that is cited: `label` is CSL's (page, folio), `value` as printed, ASCII digits.

    `ranges` holds the numbers: 118 and 175 are two pages, 14-17 is one range.
    """

    label: str
    value: str
    ranges: tuple[tuple[int, int], ...] = ()


Form = Literal["full", "short", "op-cit", "ibid", "key", "none"]
Confidence = Literal["agreed", "single", "review"]
Span = tuple[int, int]


class Citation(Model):
    """One pointer to a work inside a note. `start` and `end` are offsets into the note's text.

    `key` is that of the entry cited (form key), or the number of a line (form short): [@smith2018], [3].
    `spans` says where each field stands in `text`: variable -> offsets [start, end). `more` holds the further
    citations of a string that was parsed by itself; those of a note are all in the note. `same_author`: a dash,
    `idem` or a heading above stands for the author, who is that of the citation before or of the heading.
    """

    text: str
    form: Form = "none"
    language: str = "und"
    fields: Fields = Fields()
    spans: dict[str, tuple[Span, ...]] = {}
    key: str | None = None
    locator: Locator | None = None
    confidence: dict[str, Confidence] = {}
    start: int = 0
    end: int = 0
    more: tuple[Citation, ...] = ()
    same_author: bool = False

    @property
    def names_year(self) -> bool:
        """Whether it names its work by author and year: (Smith 2018, p. 3)."""
        return self.form == "short" and self.fields.issued is not None and self.fields.title is None

    @property
    def year_letter(self) -> str:
        """The letter behind the year that tells an author's works of one year apart, as a Latin one: a, also for أ."""
        spans = self.spans.get("issued")
        # The letter may stand behind the year as parsed.
        return year_suffix(self.text[spans[0][0] : spans[0][1] + 3]) if spans else ""

    def csl(self) -> dict[str, Any]:
        """The fields as a CSL-JSON object: each text and name in the language it is printed in, ASCII digits."""
        return self.fields.printed(self.language)

    def record(self) -> dict[str, Any]:
        """The citation as `refkit parse` prints it: text, language, form, fields, spans, confidence, more."""
        return {
            "text": self.text,
            "language": self.language,
            "form": self.form,
            "fields": self.csl(),
            "spans": {name: [spans[0][0], spans[-1][1]] for name, spans in self.spans.items()},
            "confidence": self.confidence,
            "more": [further.record() for further in self.more],
        }


class Value(Passage):
    """A value of an entry in a library file, of the variable `field`; it knows its place if it stands there once."""

    key: str
    field: str


class Note(Passage):
    """A footnote or endnote, or (`kind` in-text) a place in running text that cites: (Smith 2018, p. 3), [@smith2018].

    A line break in `text` divides its paragraphs, each of which may cite. `run` counts the runs of its numbering: a
    page, a chapter or the whole document. `heading` is the nearest heading above its marker. `numbering` says who
    numbers it: its author, who `typed` the label; a program, by the key that the file has for it (`keyed`) or by its
    place (`automatic`).
    """

    id: str
    position: int
    label: str
    kind: Literal["note", "in-text"] = "note"
    run: int = 1
    numbering: Literal["typed", "keyed", "automatic"] = "automatic"
    marker: Place | None = None
    heading: str | None = None
    citations: tuple[Citation, ...] = ()


class Reference(Passage):
    """One line of a reference list as written, and its parsed fields.

    `author_heading` is the author as printed once above this work and others, where the line itself names nobody.
    `key` is that by which the document cites the line: `\\bibitem{key}`.
    """

    id: str
    list_id: str
    section: str | None = None
    author_heading: str | None = None
    position: int
    number: str | None = None
    key: str | None = None
    language: str = "und"
    citation: Citation | None = None

    @property
    def fields(self) -> Fields:
        """The parsed fields; empty before parsing."""
        return self.citation.fields if self.citation else Fields()


class ReferenceList(Model):
    """A list found in the document: its heading as printed, its language, and its references in order."""

    id: str
    heading: str
    language: str
    place: Place
    references: tuple[Reference, ...] = ()


class LooseMarker(Model):
    """A marker in the text that no note answers: its label as printed, its number, and where it stands.

    `note` is the note of that number where there is one, which another order of the markers would give it to.
    """

    label: str
    number: int | None
    place: Place
    note: str | None = None


class Document(Model):
    """A manuscript as far as refkit looks at it: notes, reference lists, and what was not understood.

    `paragraphs` is the running text, in which the parser looks for citations. `library` holds the entries that the
    document itself carries: the metadata of a Markdown file, the data of live citation fields. `repairs` says what was
    put right in reading, or left out. `start` is the place of what concerns the document as a whole. `files` names the
    chapters of a work that stands in several files. `markers` are those that no note answers. `sources` is the text of
    each file that refkit may correct, by its path. `suppressions` is what comments in them allow.
    A library that is checked by itself is a document too: `is_library`, without notes and lists, its entries in
    `library`.
    """

    path: str
    format: str
    title: Text = Text({})
    notes: tuple[Note, ...] = ()
    lists: tuple[ReferenceList, ...] = ()
    failures: tuple[Failure, ...] = ()
    repairs: tuple[Repair, ...] = ()
    start: Place = Place()
    paragraphs: tuple[Passage, ...] = ()
    markers: tuple[LooseMarker, ...] = ()
    library: Library = Library()
    files: tuple[str, ...] = ()
    sources: dict[str, str] = {}
    suppressions: tuple[Suppression, ...] = ()
    is_library: bool = False

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references of all lists, in document order."""
        return tuple(reference for found in self.lists for reference in found.references)
