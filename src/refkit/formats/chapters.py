"""A work in several files: its chapters in a folder, and the one document that they make."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from refkit.errors import UnreadableFileError
from refkit.kinds import discover
from refkit.model import (
    Document,
    Entry,
    Failure,
    Library,
    LooseMarker,
    Note,
    Passage,
    Place,
    ReferenceList,
    Repair,
    Suppression,
)
from refkit.text import ascii_digits, light

_Passage = TypeVar("_Passage", bound=Passage)
_Piece = TypeVar("_Piece", Failure, Repair, Suppression)
#: A file with a list and more paragraphs than this is a paper; with fewer, the list of the chapters beside it.
_FEW_PARAGRAPHS = 2


def chapter_files(folder: Path) -> list[Path]:
    """The manuscripts in a folder and the folders below it, chapter 2 before chapter 10; hidden files are none.

    Raises `UnreadableFileError` if there is none, or if the folder cannot be listed.
    """
    able = [found for found in discover("refkit.formats").values() if found.read_document or found.read_bytes]
    suffixes = {suffix for found in able for suffix in found.suffixes}
    try:
        files = [path for path in folder.rglob("*") if path.suffix.lower() in suffixes and path.is_file()]
    except OSError as error:
        raise UnreadableFileError(f"{folder}: cannot read: {error.strerror}") from None
    chapters = [path for path in files if not _is_aside(path.relative_to(folder))]
    if not chapters:
        known = ", ".join(sorted(suffixes))
        raise UnreadableFileError(f"{folder}: a folder without a manuscript; known: {known}")
    return sorted(chapters, key=lambda path: natural(str(path.relative_to(folder))))


def _is_aside(path: Path) -> bool:
    """Whether a file is hidden, left open by Word (~$…), or a README."""
    return any(part.startswith((".", "~$")) for part in path.parts) or path.stem.casefold() == "readme"


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """A key by which numbers in names count as numbers, whatever their digits.

    >>> sorted(["chapter10.md", "chapter2.md", "الفصل ١٠", "الفصل ٢"], key=natural)
    ['chapter2.md', 'chapter10.md', 'الفصل ٢', 'الفصل ١٠']
    """
    parts = re.split(r"(\d+)", ascii_digits(light(name)).casefold())
    return tuple((0, int(part)) if part.isdigit() else (1, part) for part in parts if part)


def without_included(documents: Sequence[Document]) -> list[Document]:
    """The documents but for those that another of them includes."""
    included = {os.path.realpath(file) for each in documents for file in each.files if file != each.path}
    return [each for each in documents if os.path.realpath(each.path) not in included]


def are_papers(documents: Sequence[Document]) -> bool:
    """Whether several of the documents have their own list beside their own text, or their own library: papers."""
    whole = [each for each in documents if each.lists and (each.notes or len(each.paragraphs) > _FEW_PARAGRAPHS)]
    libraries = {tuple(entry.key for entry in each.library.references) for each in documents if each not in whole}
    return len(whole) + len(libraries - {()}) > 1


def join_chapters(documents: Sequence[Document], path: str) -> Document:
    """One document of several: ids run on, every piece says its file, and a numbering that runs on stays one run."""
    notes: list[Note] = []
    lists: list[ReferenceList] = []
    entries: dict[str, Entry] = {}
    ids: dict[str, dict[str, str]] = {}
    for document in documents:
        own = _notes(document, notes)
        ids[document.path] = {note.id: new.id for note, new in zip(document.notes, own, strict=True)}
        notes += own
        lists += _lists(document, lists)
        for entry in document.library.references:
            entries.setdefault(entry.key, entry)
    first = documents[0]
    return first.model_copy(
        update={
            "path": path,
            "title": next((each.title for each in documents if each.title.root), first.title),
            "notes": tuple(notes),
            "lists": tuple(lists),
            "failures": tuple(_placed(each, piece) for each in documents for piece in each.failures),
            "suppressions": tuple(_placed(each, piece) for each in documents for piece in each.suppressions),
            "repairs": tuple(_placed(each, piece) for each in documents for piece in each.repairs),
            "markers": tuple(marker for each in documents for marker in _markers(each, ids[each.path])),
            "paragraphs": tuple(_of(each, passage) for each in documents for passage in each.paragraphs),
            "library": Library(references=tuple(entries.values())),
            "files": tuple(file for each in documents for file in each.files or (each.path,)),
            "sources": {file: text for each in documents for file, text in each.sources.items()},
        }
    )


def _of(document: Document, passage: _Passage, **changed: object) -> _Passage:
    return passage.model_copy(update={"path": passage.path or document.path, **changed})


def _markers(document: Document, ids: dict[str, str]) -> Iterator[LooseMarker]:
    for marker in document.markers:
        place = marker.place.model_copy(update={"path": document.path})
        yield marker.model_copy(update={"place": place, "note": ids.get(marker.note or "")})


def _placed(document: Document, piece: _Piece) -> _Piece:
    return piece.model_copy(update={"place": _place(document, piece.place)})


def _place(document: Document, place: Place) -> Place:
    return place.model_copy(update={"path": place.path or document.path})


def _notes(document: Document, before: Sequence[Note]) -> list[Note]:
    last = before[-1] if before else None
    shift = last.run if last else 0
    if last and document.notes and _number(document.notes[0]) > _number(last):
        shift -= 1
    return [
        _of(document, note, id=f"n{at}", position=at, run=note.run + shift)
        for at, note in enumerate(document.notes, len(before) + 1)
    ]


def _number(note: Note) -> int:
    digits = re.search(r"\d+", ascii_digits(note.label))
    return int(digits.group()) if digits else 0


def _lists(document: Document, before: Sequence[ReferenceList]) -> list[ReferenceList]:
    count = sum(len(found.references) for found in before)
    made = []
    for number, found in enumerate(document.lists, len(before) + 1):
        list_id = f"l{number}"
        lines = [
            _of(document, line, id=f"r{at}", list_id=list_id) for at, line in enumerate(found.references, count + 1)
        ]
        count += len(lines)
        place = _place(document, found.place)
        made.append(found.model_copy(update={"id": list_id, "place": place, "references": tuple(lines)}))
    return made
