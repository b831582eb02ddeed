"""What is read from a manuscript: notes, reference lists, and the citations parsed from them."""

from __future__ import annotations

from typing import Any, Literal

from refkit.model.base import Failure, Model, Place
from refkit.model.entry import Fields
from refkit.model.values import Text


class Anchor(Model):
    """From this offset of a passage on, its characters stand at this place, one after the other."""

    offset: int
    line: int
    column: int


class Passage(Model):
    """A text of the document, free of the file's markup, that knows where its characters stand in the file."""

    text: str
    anchors: tuple[Anchor, ...] = ()

    def place(self, offset: int = 0) -> Place:
        """Where the character at an offset of `text` stands."""
        before = [anchor for anchor in self.anchors if anchor.offset <= offset]
        if not before:
            return Place()
        return Place(line=before[-1].line, column=before[-1].column + offset - before[-1].offset)


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

    `spans` says where each field stands in `text`: variable -> offsets [start, end). `more` holds the further
    citations of a string that was parsed by itself; those of a note are all in the note. `same_author`: a dash,
    `idem` or a heading above stands for the author, who is that of the citation before or of the heading.
    """

    text: str
    form: Form = "none"
    language: str = "und"
    fields: Fields = Fields()
    spans: dict[str, tuple[Span, ...]] = {}
    locator: Locator | None = None
    confidence: dict[str, Confidence] = {}
    start: int = 0
    end: int = 0
    more: tuple[Citation, ...] = ()
    same_author: bool = False

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


class Note(Passage):
    """A footnote or endnote. `run` counts the runs of its numbering: a page, a chapter or the whole document."""

    id: str
    position: int
    label: str
    run: int = 1
    marker: Place | None = None
    citations: tuple[Citation, ...] = ()


class Reference(Passage):
    """One line of a reference list as written, and its parsed fields.

    `author_heading` is the author as printed once above this work and others, where the line itself names nobody.
    """

    id: str
    list_id: str
    section: str | None = None
    author_heading: str | None = None
    position: int
    number: str | None = None
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


class Document(Model):
    """A manuscript as far as refkit looks at it: notes, reference lists, and what was not understood."""

    path: str
    format: str
    title: Text = Text({})
    notes: tuple[Note, ...] = ()
    lists: tuple[ReferenceList, ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references of all lists, in document order."""
        return tuple(reference for found in self.lists for reference in found.references)
