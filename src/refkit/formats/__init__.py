"""Reading and writing files: `read` for manuscripts, `read_library` and `write` for libraries of entries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from refkit.errors import UnknownNameError, UnreadableFileError
from refkit.formats.files import Decoded, decoded, read_any_text, read_bytes, read_text, write_text
from refkit.kinds import ContentOf, Format, discover
from refkit.model import Document, Library, Place, Repair
from refkit.settings import DEFAULT, Export, Settings

if TYPE_CHECKING:
    from refkit.formats.losses import Loss


def read(path: str | Path, settings: Settings = DEFAULT, content_of: ContentOf = read_bytes) -> Document:
    """Read a manuscript: its notes and its reference lists, unparsed, each with its place.

    `content_of` gives the bytes of a file, where they are not to come from the disk. Text is read in UTF-8, UTF-16 or
    an 8-bit encoding of Arabic or Latin script. Raises `UnreadableFileError`, with one line that says what is wrong,
    for a file that is missing, a folder, empty, damaged, too large, or of an unknown format.
    """
    found = _format_of(Path(path), "read_document", "read_bytes")
    content = content_of(path)
    if found.read_bytes:
        return found.read_bytes(content, str(path), settings, content_of)
    assert found.read_document is not None
    text = decoded(content, path)
    document = found.read_document(text.text, str(path), settings)
    return document.model_copy(update={"repairs": (*_repairs(text), *document.repairs)})


def read_for_check(path: str | Path, settings: Settings = DEFAULT, content_of: ContentOf = read_bytes) -> Document:
    """Read a manuscript, or a library as a document of its own; arguments and errors are those of `read`."""
    found = _format_of(Path(path), "read_document", "read_bytes", "read_library")
    if found.read_document or found.read_bytes or found.read_library is None:
        return read(path, settings, content_of)
    text = decoded(content_of(path), path)
    library = found.read_library(text.text, str(path))
    return Document(
        path=str(path),
        format=found.name,
        is_library=True,
        library=Library(references=library.references, places=library.places),
        failures=library.failures,
        repairs=(*_repairs(text), *library.repairs),
        sources={str(path): text.text} if found.write_library and found.name != "ris" else {},
        suppressions=library.suppressions,
    )


def is_library(path: str | Path) -> bool:
    """Whether a path names a library of entries, by its suffix; all other files are read as manuscripts."""
    suffix = Path(path).suffix.lower()
    return any(found.read_library and suffix in found.suffixes for found in discover(__name__).values())


def read_library(path: str | Path) -> Library:
    """Read a library of entries, in UTF-8, UTF-16 or an 8-bit encoding of Arabic or Latin script.

    Raises like `read`; a bad entry is a `Failure`, and what was put right a `Repair`.
    """
    found = _format_of(Path(path), "read_library")
    assert found.read_library is not None
    text = read_any_text(path)
    library = found.read_library(text.text, str(path))
    return library.model_copy(update={"repairs": (*_repairs(text), *library.repairs)})


def _repairs(text: Decoded) -> list[Repair]:
    return [Repair(text="", reason=remark, place=Place()) for remark in text.remarks]


def write(library: Library, path: str | Path, export: Export | None = None) -> list[Loss]:
    """Write a library in the format of the path's suffix, whole or not at all.

    What is written is read back first: what it does not say as it was, the format having no room for it, is given
    back. In a file that exists already, what is not data is kept where the format can: comments of a YAML library.
    Raises `UnreadableFileError` if the path takes no file.
    """
    from refkit.formats.losses import find_losses

    found = _format_of(Path(path), "write_library")
    assert found.write_library is not None
    assert found.read_library is not None
    export = export or Export()
    old = _existing_text(path) if found.update_library else ""
    if old and found.update_library:
        text = found.update_library(old, library, export)
    else:
        text = found.write_library(library, export)
    written = found.read_library(text, str(path)) if library.references else library
    write_text(text, path)
    return find_losses(library, written, found, export)


def _existing_text(path: str | Path) -> str:
    try:
        return read_text(path)
    except UnreadableFileError:
        return ""


def _format_of(path: Path, *abilities: str) -> Format:
    """The format of a path's suffix that has one of the abilities."""
    if path.is_dir():
        raise UnreadableFileError(f"{path}: is a folder, not a file")
    able = [found for found in discover(__name__).values() if any(getattr(found, ability) for ability in abilities)]
    for found in able:
        if path.suffix.lower() in found.suffixes:
            return found  # type: ignore[no-any-return]  # discover() gives Any
    if abilities[0].startswith("read") and not path.exists():
        raise UnreadableFileError(f"{path}: no such file")
    known = ", ".join(suffix for found in able for suffix in found.suffixes)
    verb = abilities[0].replace("_", " a ")
    raise UnknownNameError(f"{path}: cannot {verb} in {path.suffix or 'a file without suffix'}; known: {known}")
