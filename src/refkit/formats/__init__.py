"""Reading and writing files: `read` for manuscripts, `read_library` and `write` for libraries of entries."""

from __future__ import annotations

from pathlib import Path

from refkit.errors import UnknownNameError, UnreadableFileError
from refkit.kinds import Format, discover
from refkit.model import Document, Library

#: A manuscript of this size has some ten thousand pages; beyond it a file is refused, not half read.
MAX_BYTES = 50_000_000


def read(path: str | Path) -> Document:
    """Read a manuscript: its notes and its reference lists, unparsed, each with its place.

    Raises `UnreadableFileError`, with one line that says what is wrong, for a file that is missing, a folder,
    empty, binary, not UTF-8, too large, or of an unknown format.
    """
    found = _format_of(Path(path), "read_document")
    assert found.read_document is not None
    return found.read_document(read_text(path), str(path))


def read_library(path: str | Path) -> Library:
    """Read a library of entries. Raises like `read`; a bad entry is a `Failure`."""
    found = _format_of(Path(path), "read_library")
    assert found.read_library is not None
    return found.read_library(read_text(path), str(path))


def write(library: Library, path: str | Path) -> None:
    """Write a library in the format of the path's suffix. Raises `UnreadableFileError` if the path takes no file."""
    found = _format_of(Path(path), "write_library")
    assert found.write_library is not None
    write_text(found.write_library(library), path)


def write_text(text: str, path: str | Path) -> None:
    """Write a text file whole; `UnreadableFileError` says in one line why the path takes none."""
    try:
        Path(path).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot write: {error.strerror}") from None


def _format_of(path: Path, ability: str) -> Format:
    if path.is_dir():
        raise UnreadableFileError(f"{path}: is a folder, not a file")
    able = [found for found in discover(__name__).values() if getattr(found, ability)]
    for found in able:
        if path.suffix.lower() in found.suffixes:
            return found  # type: ignore[no-any-return]  # discover() gives Any
    known = ", ".join(suffix for found in able for suffix in found.suffixes)
    verb = ability.replace("_", " a ")
    raise UnknownNameError(f"{path}: cannot {verb} in {path.suffix or 'a file without suffix'}; known: {known}")


def read_text(path: str | Path) -> str:
    """The text of a UTF-8 file, without byte order mark; `UnreadableFileError` says in one line why not."""
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: no such file") from None
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise UnreadableFileError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB")
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise UnreadableFileError(f"{path}: the file is empty")
    if b"\x00" in data:
        raise UnreadableFileError(f"{path}: a binary file, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFileError(f"{path}: not UTF-8 (byte {error.start}, line {line}); save it as UTF-8") from None
