"""Where the entries of a library file stand, each from its first line to that before the next piece."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from refkit.edits import lines_of
from refkit.model import Region


def regions_of(starts: Mapping[str, int], others: Iterable[int], text: str, path: str) -> dict[str, Region]:
    """Key -> the lines that an entry takes, of the first line of each; `others` are those of pieces that are none."""
    rows = lines_of(text)
    lines = sorted({*starts.values(), *others, len(rows) + 1})
    after = dict(pairwise(lines))
    found = {}
    for key, line in starts.items():
        end = after[line] - 1
        while end > line and not rows[end - 1].strip():
            end -= 1
        found[key] = Region(path=path, line=line, column=1, end_line=end, end_column=len(rows[end - 1]) + 1)
    return found
