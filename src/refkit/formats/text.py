"""Plain text, and what all manuscripts have in common once they are lines: lists, notes, running text, a title."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from refkit.formats.lines import Line, split_lines
from refkit.formats.lists import find_lists
from refkit.formats.notes import find_notes, is_notes_heading
from refkit.formats.paragraphs import find_paragraphs
from refkit.formats.tables import with_rows
from refkit.kinds import Format
from refkit.model import Document, Note, Text
from refkit.text import language, light
from refkit.vocabulary import heading_kind

#: A title stands among the first headings, before the paper begins.
_TITLE_HEADINGS = 4


def read_document(text: str, path: str) -> Document:
    """Notes and reference lists of a text, with their places."""
    return from_lines(with_rows(split_lines(text, plain=True)), path, "text").model_copy(
        update={"sources": {path: text}}
    )


def from_lines(lines: Sequence[Line], path: str, name: str, title: Text | None = None) -> Document:
    """The document that lines of any origin are; `name` is that of its format.

    Footnotes of the file itself are lines of the kind `definition`, wherever they stand.
    """
    lists, puzzles, taken = find_lists(lines)
    rest = [line for line in lines if line.number not in taken]
    notes, failures, used = find_notes(rest)
    return Document(
        path=path,
        format=name,
        title=title or _title(lines),
        notes=_under_headings(notes, lines),
        lists=tuple(lists),
        failures=tuple(sorted([*puzzles, *failures], key=lambda failure: failure.place.rank)),
        paragraphs=find_paragraphs(rest, used),
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
        if kind.starts_list or kind.starts_section or is_notes_heading(line.text):
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
