"""Edits and the text that they are of: what stands in a region, and whether a fix fits its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from refkit.model import Fix, Region


@lru_cache(maxsize=8)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text as editors number them: LF, CR LF and CR end a line."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def excerpt(lines: Sequence[str], region: Region) -> str | None:
    """What stands in a region, its lines divided by LF; None where the text has no such place."""
    rows = list(lines[region.line - 1 : region.end_line])
    if len(rows) != region.end_line - region.line + 1 or region.end_column > len(rows[-1]) + 1:
        return None
    rows[-1] = rows[-1][: region.end_column - 1]
    rows[0] = rows[0][region.column - 1 :]
    return "\n".join(rows)


def fitting(fix: Fix, sources: Mapping[str, str]) -> Fix:
    """The fix, if every edit finds in its file what it replaces; else what it says, as a hint.

    Between the text as read and the file there may be markup, or a file that refkit never writes.
    """
    if not fix.edits:
        return fix
    for edit in fix.edits:
        source = sources.get(edit.region.path)
        if source is None or excerpt(lines_of(source), edit.region) != edit.old:
            return Fix(message=fix.message)
    return fix
