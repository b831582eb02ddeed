"""From free text to citations and references: `parse` for a document, `parse_citation` for one string.

The grammar is a tuple of steps; each takes what it is sure of out of the text and leaves the rest to the next.
Every field that comes out is a slice of the text as written, and nothing that goes in raises.
"""

from __future__ import annotations

from collections.abc import Callable

from refkit.model import Citation, Document, Note, Reference
from refkit.parser import authors, marked, numbers, roles, sequence, sources, years
from refkit.parser.draft import Draft, Kind
from refkit.parser.fields import citation_of
from refkit.parser.splitting import split_note

Step = Callable[[Draft], None]

#: For a whole citation: what carries a label first, then what its position tells.
FULL: tuple[Step, ...] = (
    sources.take_url,
    sources.take_accessed,
    sources.take_lead_in,
    sources.take_legal,
    years.take_death_date,
    roles.take_thesis,
    numbers.take_vancouver_numbers,
    numbers.take_pages,
    numbers.take_numbers,
    numbers.take_volume_and_page,
    numbers.take_edition,
    roles.take_people_by_role,
    roles.take_bracketed_role,
    years.take_year,
    marked.take_marked_author,
    roles.take_container,
    sequence.take_bodies,
    authors.take_author,
    sequence.take_title,
    sequence.take_leftovers,
)
#: For a note that points back: who, what short title, which page.
BACK_REFERENCE: tuple[Step, ...] = (
    sources.take_url,
    sources.take_lead_in,
    numbers.take_pages,
    numbers.take_numbers,
    numbers.take_volume_and_page,
    marked.take_marked_author,
    authors.take_author,
    sequence.take_title,
    sequence.take_leftovers,
)


def parse(document: Document) -> Document:
    """The document with every note's citations and every reference's fields parsed."""
    return document.model_copy(
        update={
            "notes": tuple(parse_note(note) for note in document.notes),
            "lists": tuple(
                found.model_copy(update={"references": tuple(parse_reference(line) for line in found.references)})
                for found in document.lists
            ),
        }
    )


def parse_note(note: Note) -> Note:
    """The note with its citations, in order; one that cites nothing has one citation of form `none`."""
    found = []
    for start, end in split_note(note.text):
        citation = parse_citation(note.text[start:end], "note")
        found.append(citation.model_copy(update={"start": start, "end": end}))
    return note.model_copy(update={"citations": tuple(found)})


def parse_reference(reference: Reference) -> Reference:
    """The line of a list with its fields."""
    return reference.model_copy(update={"citation": parse_citation(reference.text, "reference")})


def parse_citation(text: str, kind: Kind = "reference") -> Citation:
    """One citation (a note's, given-name-first) or one line of a list (often family-name-first), as fields.

    Never raises: what is not understood stays in `text`, and a string that cites nothing has the form `none`.
    """
    draft = Draft(text, kind)
    if kind == "note":
        sources.take_back_reference(draft)
    for step in BACK_REFERENCE if draft.form else FULL:
        step(draft)
    return citation_of(draft)
