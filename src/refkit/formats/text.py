"""Plain text, and what all manuscripts have in common once they are lines: lists, notes, running text, a title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from refkit.formats.lines import Line, split_lines
from refkit.formats.lists import find_lists, with_list_headings
from refkit.formats.notes import definition_lines, find_notes, is_notes_heading
from refkit.formats.paragraphs import find_paragraphs
from refkit.formats.suppressions import find_suppressions, is_suppression
from refkit.formats.tables import with_rows
from refkit.kinds import Format
from refkit.model import Document, Note, Text
from refkit.settings import DEFAULT, Settings
from refkit.text import language, light
from refkit.vocabulary import heading_kind

#: A title stands among the first headings, before the paper begins.
_TITLE_HEADINGS = 4


def read_document(text: str, path: str, settings: Settings = DEFAULT) -> Document:
    """Notes and reference lists of a text, with their places."""
    lines = split_lines(text, plain=True)
    return with_source(from_lines(with_rows(lines), path, "text", settings=settings), text, lines)


def with_source(document: Document, text: str, lines: Sequence[Line]) -> Document:
    """The document with the text that it was read from, which may be corrected, and what comments in it allow."""
    code = {line.number for line in lines if line.kind == "code"}
    allowed = find_suppressions(text, "html", document.path, code)
    return document.model_copy(update={"sources": {document.path: text}, "suppressions": allowed})


def from_lines(
    lines: Sequence[Line], path: str, name: str, title: Text | None = None, settings: Settings = DEFAULT
) -> Document:
    """The document that lines of any origin are; `name` is that of its format.

    Footnotes of the file itself are lines of the kind `definition`, wherever they stand.
    """
    lines = with_list_headings([line for line in lines if not is_suppression(line.raw)], settings)
    defined = definition_lines(lines)
    lists, puzzles, taken = find_lists([line for line in lines if line.number not in defined])
    rest = [line for line in lines if line.number not in taken]
    notes, failures, used, loose = find_notes(rest)
    return Document(
        path=path,
        format=name,
        title=title or _title(lines),
        notes=_under_headings(notes, lines),
        lists=tuple(lists),
        failures=tuple(sorted([*puzzles, *failures], key=lambda failure: failure.place.rank)),
        paragraphs=find_paragraphs(rest, used),
        markers=tuple(loose),
    )


def _under_headings(notes: Sequence[Note], lines: Sequence[Line]) -> tuple[Note, ...]:
    """Each note with the nearest heading above the place that calls it."""
    headings = [line for line in lines if line.kind == "heading" and line.text.strip()]
    numbers = [line.number for line in headings]
    placed = []
    for note in notes:
        at = bisect_right(numbers, (note.marker or note.place()).rank[0]) - 1
        heading = light(headings[at].text).strip(" :*") if at >= 0 else None
        placed.append(note.model_copy(update={"heading": heading}))
    return tuple(placed)


def _title(lines: Sequence[Line]) -> Text:
    """The title in each language: the first headings, one a language."""
    forms: dict[str, str] = {}
    for line in [line for line in lines if line.kind == "heading"][:_TITLE_HEADINGS]:
        kind = heading_kind(line.text)
        if line.list_language or kind.starts_list or kind.starts_section or is_notes_heading(line.text):
            break
        title = light(line.text).strip(" :*")
        tag = language(title)
        if tag in forms or tag == "und":
            break
        forms[tag] = title
    return Text(forms)


FORMAT = Format(
    name="text",
    suffixes=(".txt", ".text"),
    summary="plain text, also as a scanner left it, with notes at the foot of its pages or at the end",
    read_document=read_document,
)
