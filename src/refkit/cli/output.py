"""What several commands write: reports, libraries, and what a library lost or had put right."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refkit.model import Library
    from refkit.settings import Export


def write(text: str, path: str | None) -> None:
    from refkit.formats.files import write_text

    if path is None:
        sys.stdout.write(text)
    else:
        write_text(text, path)


def report_pieces(path: str, library: Library) -> None:
    """Say on stderr what in a library was not understood, and what was put right."""
    said = [(piece.place.line, f"{piece.reason}; left out") for piece in library.failures]
    _say(path, [*said, *((piece.place.line, piece.reason) for piece in library.repairs)])


def report_repairs(path: str, library: Library) -> None:
    """Say on stderr what was put right in a library."""
    _say(path, [(piece.place.line, piece.reason) for piece in library.repairs])


def _say(path: str, said: list[tuple[int | None, str]]) -> None:
    for line, reason in sorted(said, key=lambda pair: (pair[0] or 0, pair[1])):
        print(f"refkit: {path}:{line}: {reason}", file=sys.stderr)


def write_library(library: Library, path: str, export: Export) -> None:
    """Write a library, and say on stderr what its format does not carry."""
    from refkit.formats import write
    from refkit.formats.losses import summary

    for loss in summary(write(library, path, export)):
        print(loss, file=sys.stderr)
    print(f"{path}: {len(library.references)} entries", file=sys.stderr)
