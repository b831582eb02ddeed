"""From free text to citations and references: `parse` for a document, `parse_citation` for one string.

The grammar is a tuple of steps; each takes what it is sure of out of the text and leaves the rest to the next.
Every field that comes out is a slice of the text as written, and nothing that goes in raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal

from refkit.model import Citation, Document, Library, Name, Note, ReferenceList
from refkit.names.persons import family_first
from refkit.parser import (
    arabic_heads,
    authors,
    chapters,
    closing,
    heads,
    journals,
    marked,
    numbers,
    prose,
    roles,
    sequence,
    series,
    sources,
    unpublished,
    years,
)
from refkit.parser.agreement import LEAST, agree
from refkit.parser.crf import LONGEST, MODEL
from refkit.parser.draft import Draft, Kind
from refkit.parser.fields import citation_of, form_of, names_of
from refkit.parser.intext import Keys, keyed_note, with_in_text
from refkit.parser.splitting import split_note
from refkit.settings import DEFAULT, Settings
from refkit.text import language, shade, squeeze
from refkit.vocabulary import citation_cues, finder, points_back
from refkit.vocabulary.terms import LEAD_INS

Step = Callable[[Draft], None]
_People = tuple[Name, ...]

#: For a whole citation: what carries a label first, then what its position tells.
FULL: tuple[Step, ...] = (
    sources.take_url,
    sources.take_accessed,
    sources.take_lead_in,
    heads.take_list_number,
    heads.take_repeated_author,
    unpublished.take_undivided,
    heads.take_latin_people,
    heads.take_body,
    prose.take_single_quoted,
    chapters.take_chapter,
    years.take_death_date,
    roles.take_thesis,
    numbers.take_vancouver_numbers,
    journals.take_journal_numbers,
    numbers.take_number_of_volumes,
    numbers.take_pages,
    numbers.take_numbers,
    numbers.take_volume_and_page,
    numbers.take_edition,
    roles.take_people_by_role,
    roles.take_bracketed_role,
    years.take_year,
    series.take_archive,
    series.take_series,
    arabic_heads.take_arabic_head,
    arabic_heads.take_author_behind_preposition,
    marked.take_marked_author,
    roles.take_container,
    prose.take_imprint,
    prose.take_sentences,
    sequence.take_bodies,
    authors.take_author,
    sequence.take_title,
    sequence.take_leftovers,
)
#: For every citation, when its fields are settled.
CLOSING: tuple[Step, ...] = (closing.name_numbers, closing.part_place)
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


def parse(document: Document, library: Library | None = None, settings: Settings = DEFAULT) -> Document:
    """The document with every note's citations and every reference's fields parsed, and the citations in its text.

    An author who is repeated as a dash or as `idem` is that of the citation, or of the line of the list, before.
    What cites in running text becomes a note of kind `in-text`. `library` holds what it may cite beside the lists.
    """
    entries = (*document.library.references, *(library.references if library else ()))
    keys = Keys.of(document, entries)
    notes: list[Note] = []
    last: _People = ()
    for note in document.notes:
        note = (keyed_note(note, keys, _read_typed) if keys else None) or parse_note(note)
        citations, last = _with_authors(_in_house(note.citations, settings), last)
        notes.append(note.model_copy(update={"citations": citations}))
    parsed = document.model_copy(update={"notes": tuple(notes), "lists": tuple(map(parse_list, document.lists))})
    return with_in_text(parsed, entries, keys, _read_typed) if document.paragraphs else parsed


def _in_house(citations: tuple[Citation, ...], settings: Settings) -> tuple[Citation, ...]:
    """The citations, with المرجع السابق in the sense that the house gives it."""
    meant = settings.house_style.previous_reference
    if meant == "as-named":
        return citations
    return tuple(
        each.model_copy(update={"form": meant})
        if each.form in ("ibid", "op-cit") and sources.says_previous(each.text)
        else each
        for each in citations
    )


def _read_typed(text: str) -> Note:
    """What is typed in a note beside its keys."""
    return parse_note(Note(text=text, id="", position=1, label=""))


def parse_list(found: ReferenceList) -> ReferenceList:
    """The list with every line parsed; one below the heading of an author has that author."""
    citations: list[Citation] = []
    last: _People = ()
    for line in found.references:
        above = line.author_heading
        if above:
            last = names_of(above, family_first(above), language(above))
        (citation,), last = _with_authors([parse_citation(line.text, nameless=above is not None)], last)
        citations.append(citation)
    pairs = zip(found.references, citations, strict=True)
    return found.model_copy(
        update={"references": tuple(line.model_copy(update={"citation": citation}) for line, citation in pairs)}
    )


def _with_authors(citations: Iterable[Citation], last: _People) -> tuple[tuple[Citation, ...], _People]:
    """The citations with the authors that are meant by a dash or `idem`, and the last authors named."""
    found = []
    for citation in citations:
        if citation.same_author and last:
            fields = citation.fields.model_copy(update={"author": last})
            citation = citation.model_copy(update={"fields": fields})
        if citation.form == "full":
            last = citation.fields.author or citation.fields.editor
        found.append(citation)
    return tuple(found), last


def parse_note(note: Note) -> Note:
    """The note with its citations, in order; one that cites nothing has one citation of form `none`."""
    found = []
    for start, end in split_note(note.text):
        citation = parse_citation(note.text[start:end], "note")
        found.append(citation.model_copy(update={"start": start, "end": end}))
    cited = [citation for citation in found if citation.form != "none"]
    return note.model_copy(update={"citations": tuple(cited or found[:1])})


def parse_reference(text: str) -> Citation:
    """One string by itself, of which nobody says whether it is a note or a line of a list.

    A string with several citations gives the first, and the others as its `more`.

    >>> parse_reference("طه حسين، في الشعر الجاهلي، دار الكتب المصرية، القاهرة، ١٩٢٦.").fields.title.any()
    'في الشعر الجاهلي'
    """
    (start, end), *others = split_note(text)
    first = _by_itself(text[start:end])
    moved = {name: tuple((a + start, b + start) for a, b in spans) for name, spans in first.spans.items()}
    more = tuple(_by_itself(text[a:b]).model_copy(update={"start": a, "end": b}) for a, b in others)
    return first.model_copy(update={"text": text, "spans": moved, "more": more, "start": start, "end": end})


#: Volume and page (٣/٢٥٠), or a page behind an imprint in brackets, as only notes end.
_ENDS_AS_A_NOTE = re.compile(
    r"(?:[,:]\s*\d{1,3}\s*/|\([^()]{2,80}:[^()]{2,80}\d{4}\)\s*,\s*(?:pp?\.|ص|صص|ص\s*ص)?)\s*\d{1,4}(?:\s*-\s*\d{1,4})?\W*$"
)


def _by_itself(text: str) -> Citation:
    shadow = shade(text)
    note = points_back(text) or _ENDS_AS_A_NOTE.search(shadow) or finder(LEAD_INS).match(shadow.lstrip(" ("))
    citation = parse_citation(text, "note" if note else "reference")
    if citation.spans.keys() <= {"title"} and not note and not citation_cues(text) and citation.form == "full":
        return Citation(text=text, language=citation.language)  # a comment
    return citation


By = Literal["both", "grammar", "model"]


def parse_citation(
    text: str, kind: Kind = "reference", by: By = "both", model: Path = MODEL, nameless: bool = False
) -> Citation:
    """One citation (a note's, given-name-first) or one line of a list (often family-name-first), as fields.

    `by` says who reads it: the grammar, the statistical model, or both, which gives each field its confidence.
    `nameless` says that the author is named elsewhere, above the line.
    Never raises: what is not understood stays in `text`, and a string that cites nothing has the form `none`.
    """
    squeezed, offsets = squeeze(text)
    by = "grammar" if by == "both" and len(squeezed) > LONGEST else by
    draft = drafted(squeezed, kind, nameless) if by != "model" else Draft(squeezed, kind, nameless=nameless)
    # What is cited whole (a law, a letter) is one title; short forms are wording: the grammar's own.
    if by != "grammar" and draft.form not in ("none", "short", "ibid", "op-cit") and not draft.legal:
        agree(draft, model, LEAST if by == "both" else 0)
    for step in CLOSING:
        step(draft)
    citation = citation_of(draft)
    if squeezed == text:
        return citation
    spans = {name: tuple((offsets[a], offsets[b]) for a, b in found) for name, found in citation.spans.items()}
    return citation.model_copy(update={"text": text, "spans": spans})


def drafted(text: str, kind: Kind, nameless: bool = False) -> Draft:
    """What the grammar alone makes of a text, and the form of the citation."""
    draft = Draft(text, kind, nameless=nameless)
    if kind == "note":
        sources.take_back_reference(draft)
    for step in BACK_REFERENCE if draft.form else FULL:
        draft.step = step.__name__
        step(draft)
    draft.form = form_of(draft)
    return draft
