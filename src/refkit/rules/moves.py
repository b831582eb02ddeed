"""Lines of a list in another order: each in the place of the other, numbers and blank lines as they were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from refkit.edits import excerpt, lines_of
from refkit.model import Document, Edit, Fix, Reference, Region

#: What stands for the author of the line before: a long dash, or several dashes, tatweels or underscores.
_DASH = re.compile(r"\s*(?:[—―⸺⸻]|[ـ_–-]{2,})")
_MARKUP = "*_`\"'“«([‘"


def repeats_author(line: Reference) -> bool:
    """Whether a line has a dash, or idem, in the place of the author of the line before."""
    return bool(_DASH.match(line.text)) or bool(line.citation and line.citation.same_author)


def put_in_order(document: Document, lines: Sequence[Reference], wanted: Sequence[Reference]) -> Fix:
    """A safe fix by which the lines stand as in `wanted`, each whole, where the file is text in which lines can move.

    Else a hint: in formats other than Markdown and plain text, where a dash stands for the author of the line before,
    and where two references share a line.
    """
    message = "put the lines in alphabetical order"
    regions = [_slot(document, line) for line in lines]
    slots = {line.id: region for line, region in zip(lines, regions, strict=True) if region}
    if any(map(repeats_author, lines)) or len(slots) < len(lines) or not _are_apart(list(slots.values())):
        return Fix(message=message)
    edits = []
    for line, other in zip(lines, wanted, strict=True):
        here, there = slots[line.id], slots[other.id]
        old, new = (excerpt(lines_of(document.sources[each.path]), each) for each in (here, there))
        if old is None or new is None:
            return Fix(message=message)
        if old != new:
            edits.append(Edit(region=here, old=old, new=new))
    return Fix(safety="safe", message=message, edits=tuple(edits)) if edits else Fix(message=message)


def _slot(document: Document, line: Reference) -> Region | None:
    """Where a reference stands, from behind its number or bullet to the end of its last line, markup and all."""
    region = line.region(0, len(line.text), document.path)
    if region is None or region.path not in document.sources or document.format not in ("markdown", "text"):
        return None
    rows = lines_of(document.sources[region.path])
    head = rows[region.line - 1][: region.column - 1]
    if "<" in head:
        return None
    column = len(head.rstrip(_MARKUP)) + 1
    return region.model_copy(update={"column": column, "end_column": len(rows[region.end_line - 1].rstrip()) + 1})


def _are_apart(regions: Sequence[Region]) -> bool:
    ordered = sorted(regions, key=lambda region: (region.path, region.line))
    return all(left.path != right.path or left.end_line < right.line for left, right in pairwise(ordered))
