"""The stages in their order, composed once: for the command, the library and whatever comes later."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from refkit.errors import RefkitError, UnreadableFileError
from refkit.formats import read, read_for_check, read_library
from refkit.formats.files import read_bytes
from refkit.linter import review
from refkit.matcher import link
from refkit.model import Checked, Document, Entry, Failure, Library, Linked, Place, Region, Repair, Suppression
from refkit.parser import parse
from refkit.settings import DEFAULT, Settings

#: So many files are read at once; a pandoc may take some hundred megabytes.
_READERS = 2
_Piece = TypeVar("_Piece", Failure, Suppression)
_Reading = Callable[[Path], Document]


def link_file(path: str | Path, library: Library | None = None, settings: Settings | None = None) -> Linked:
    """Read, parse and link a manuscript."""
    used = settings or DEFAULT
    return link(parse(read(path, used), library, used), library, used)


def check_file(path: str | Path, library: Library | None = None, settings: Settings | None = None) -> Checked:
    """Read, parse, link and check a manuscript."""
    return check_document(read(path, settings or DEFAULT), library, settings)


def check_document(document: Document, library: Library | None = None, settings: Settings | None = None) -> Checked:
    """Parse, link and check what was read."""
    used = settings or DEFAULT
    library = None if document.is_library else library
    linked = link(parse(document, library, used), library, used)
    return review(linked, used)


def extract_file(path: str | Path, settings: Settings | None = None) -> Library:
    """The works of a manuscript as one bilingual library, in the order of its lists, then of its notes."""
    return Library(references=tuple(work.entry for work in link_file(path, settings=settings).works))


def read_libraries(paths: Sequence[str], say: Callable[[str, Library], None]) -> Library:
    """Several libraries as one: of entries under one key the first. `say` is told of each as it was read."""
    entries: dict[str, Entry] = {}
    places: dict[str, Region] = {}
    failures: list[Failure] = []
    suppressions: list[Suppression] = []
    for path in paths:
        library = read_library(path)
        twice = [entry.key for entry in library.references if entry.key.casefold() in entries]
        reason = "an entry of this key stands in a library before it too, which counts"
        repairs = (Repair(text=key, reason=f"{key}: {reason}", place=_head(library, key)) for key in twice)
        say(path, library.model_copy(update={"repairs": (*library.repairs, *repairs)}))
        for entry in library.references:
            if entries.setdefault(entry.key.casefold(), entry) is entry and entry.key in library.places:
                places[entry.key] = library.places[entry.key]
        failures += (_in_file(each, path) for each in library.failures)
        suppressions += (_in_file(each, path) for each in library.suppressions)
    return Library(
        references=tuple(entries.values()),
        places=places,
        failures=tuple(failures),
        suppressions=tuple(suppressions),
    )


def _head(library: Library, key: str) -> Place:
    region = library.places.get(key)
    return Place(line=region.line if region else 1)


def _in_file(piece: _Piece, path: str) -> _Piece:
    return piece.model_copy(update={"place": piece.place.model_copy(update={"path": path})})


@dataclass(frozen=True)
class Manuscripts:
    """What was read of the files of a call: a document for each paper or work, and why a file could not be read."""

    documents: tuple[Document, ...]
    errors: tuple[RefkitError, ...]


def read_manuscripts(
    paths: Sequence[str | Path],
    library: Library | None = None,
    settings: Settings | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> Manuscripts:
    """The papers in some files, and the works whose chapters stand in a folder or in these files.

    A folder is one work, and so are several files with one list or one library for all of them. Files that each have
    their own list are papers, in a folder too. A file that is named twice counts once.

    `contents` stands for the content of files, by their paths.
    """

    def content_of(path: str | Path) -> bytes:
        return (contents or {}).get(str(path)) or read_bytes(path)

    def reading(path: Path) -> Document:
        return read_for_check(path, settings or DEFAULT, content_of)

    documents: list[Document] = []
    named = tuple(dict.fromkeys(map(Path, paths)))
    files = [path for path in named if not path.is_dir()]
    single, errors = _read_all(files, reading)
    for path in named:
        try:
            documents += _of_folder(path, errors, reading) if path.is_dir() else ()
        except RefkitError as error:
            errors.append(error)
    single = _without_included(single)
    libraries = [each for each in single if each.is_library]
    papers = [each for each in single if not each.is_library]
    if len(papers) > 1 and (library or any(each.lists for each in papers)):
        papers = _joined(papers, _folder_of(papers))
    return Manuscripts((*papers, *libraries, *documents), tuple(errors))


def _read_all(paths: Sequence[Path], reading: _Reading) -> tuple[list[Document], list[RefkitError]]:
    """The documents in some files, and why the others could not be read, both in order."""

    def attempt(path: Path) -> Document | RefkitError:
        try:
            return reading(path)
        except RefkitError as error:
            return error

    if len(paths) > 1:
        from concurrent.futures import ThreadPoolExecutor

        # Most of the time is pandoc's, which runs beside this process.
        with ThreadPoolExecutor(_READERS) as pool:
            found = list(pool.map(attempt, paths))
    else:
        found = [attempt(path) for path in paths]
    documents = [each for each in found if not isinstance(each, RefkitError)]
    return documents, [each for each in found if isinstance(each, RefkitError)]


def _without_included(documents: list[Document]) -> list[Document]:
    if not any(each.files for each in documents):
        return documents
    from refkit.formats.chapters import without_included

    return without_included(documents)


def _folder_of(documents: list[Document]) -> str:
    """The folder that all of them stand in, as it was written where it was written alike."""
    folders = [os.path.dirname(each.path) or "." for each in documents]
    if len({os.path.isabs(folder) for folder in folders}) > 1:
        folders = [os.path.abspath(folder) for folder in folders]
    return os.path.commonpath(folders)


def _of_folder(folder: Path, errors: list[RefkitError], reading: _Reading) -> list[Document]:
    from refkit.formats.chapters import chapter_files

    documents, failed = _read_all(chapter_files(folder), reading)
    if not documents:
        raise UnreadableFileError(f"{folder}: no file in it could be read; the first: {failed[0]}")
    errors += failed
    return _joined(_without_included(documents), str(folder))


def _joined(documents: list[Document], path: str) -> list[Document]:
    """The documents as one work, unless each is a paper of its own."""
    from refkit.formats.chapters import are_papers, join_chapters

    if len(documents) < 2 or are_papers(documents):
        return documents
    return [join_chapters(documents, path)]


__all__ = [
    "Manuscripts",
    "check_document",
    "check_file",
    "extract_file",
    "link_file",
    "read_libraries",
    "read_library",
    "read_manuscripts",
]
