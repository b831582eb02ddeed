"""References one a line, in a file or on standard input: read as a stream, each line by itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO, NamedTuple

from refkit.errors import UnreadableFileError

#: A line of more bytes than this is no reference; what is beyond them is passed over.
LONGEST_LINE = 200_000


class Line(NamedTuple):
    """One line that is not blank: its number from 1, its text, and what is wrong with it, or ''."""

    number: int
    text: str
    fault: str


def read_lines(path: str | Path) -> Iterator[Line]:
    """The lines of a UTF-8 file, or of standard input for `-`, as they come; blank ones are left out.

    A line that is not UTF-8 is given with replacement signs, one that is too long cut; both say so. Raises
    `UnreadableFileError` for a file that is missing, a folder or binary.
    """
    try:
        with nullcontext(sys.stdin.buffer) if str(path) == "-" else Path(path).open("rb") as stream:
            yield from _lines(stream, str(path))
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: no such file") from None
    except IsADirectoryError:
        raise UnreadableFileError(f"{path}: is a folder, not a file") from None
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot read: {error.strerror}") from None


def _lines(stream: BinaryIO, path: str) -> Iterator[Line]:
    number = 0
    while data := stream.readline(LONGEST_LINE):
        number += 1
        fault = ""
        if b"\x00" in data and number == 1:
            raise UnreadableFileError(f"{path}: a binary file, not text")
        if len(data) == LONGEST_LINE and not data.endswith(b"\n"):
            fault = f"longer than {LONGEST_LINE} bytes; cut there"
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            data = data[: data.rfind(b" ") + 1] or data  # not in the middle of a letter
        if b"\x00" in data:
            fault, data = "has a NUL; read without it", data.replace(b"\x00", b"")
        try:
            text = data.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            fault = f"not UTF-8 (byte {error.start}); read with replacement signs"
            text = data.decode("utf-8", "replace")
        if text.strip():
            yield Line(number, text.strip("\r\n"), fault)
