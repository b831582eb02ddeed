"""Whole lines of a list put elsewhere, taken out or numbered anew, in files where a line is a line: Markdown and text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from refkit.edits import excerpt, lines_of
from refkit.model import Document, Edit, Fix, Linked, Reference, Region
from refkit.text import digits_like

#: What stands for the author of the line before: a long dash, or several dashes, tatweels or underscores.
_DASH = re.compile(r"\s*(?:[—―⸺⸻]|[ـ_–-]{2,})")
_MARKUP = "*_`\"'“«([‘"
_NUMBER = re.compile(r"\d+")


def repeats_author(line: Reference) -> bool:
    """Whether a line has a dash, or idem, in the place of the author of the line before."""
    return bool(_DASH.match(line.text)) or bool(line.citation and line.citation.same_author)


def put_in_order(document: Document, lines: Sequence[Reference], wanted: Sequence[Reference]) -> Fix:
    """A safe fix by which the lines stand as in `wanted`, each whole; numbers, bullets and blank lines stay in place.

    A hint where a dash stands for the author of the line before, or a line cannot be moved.
    """
    hint = Fix(message="put the lines in alphabetical order")
    slots = _slots(document, lines)
    if not slots or any(map(repeats_author, lines)):
        return hint
    edits = []
    for line, other in zip(lines, wanted, strict=True):
        here, there = slots[line.id], slots[other.id]
        old, new = (excerpt(lines_of(document.sources[each.path]), each) for each in (here, there))
        if old is None or new is None:
            return hint
        if old != new:
            edits.append(Edit(region=here, old=old, new=new))
    return hint.model_copy(update={"safety": "safe", "edits": tuple(edits)}) if edits else hint


def numbered(linked: Linked, lines: Sequence[Reference]) -> tuple[Edit, ...]:
    """Edits that number lines of a list one after the other, from the first one's number on, in its manner.

    None where a line has no place of its own, and where citations go by these numbers.
    """
    document = linked.document
    slots = _slots(document, lines)
    by_number = any(citation.key and citation.key.isdecimal() for note in document.notes for citation in note.citations)
    if not slots or by_number or not lines[0].number:
        return ()
    edits = []
    pattern = ""
    for number, line in enumerate(lines, int(lines[0].number)):
        slot = slots[line.id]
        head = lines_of(document.sources[slot.path])[slot.line - 1][: slot.column - 1]
        if line.number and (found := _NUMBER.search(head)):
            pattern = head
            start, end = found.span()
        else:
            start, end = 0, len(head)
        old = head[start:end]
        new = digits_like(number, pattern)
        if not line.number:
            new = _NUMBER.sub(new, pattern, count=1)
        if old != new:
            region = slot.model_copy(update={"column": start + 1, "end_line": slot.line, "end_column": end + 1})
            edits.append(Edit(region=region, old=old, new=new))
    return tuple(edits)


def taken_out(linked: Linked, line: Reference, following: Sequence[Reference]) -> tuple[Edit, ...]:
    """Edits that take a line out of its list and number those behind it anew; none where that cannot be done."""
    document = linked.document
    slot = _slots(document, [line, *following]).get(line.id)
    if slot is None or any(map(repeats_author, following[:1])):
        return ()
    renumbered: tuple[Edit, ...] = ()
    if line.number and following:
        shifted = [each.model_copy(update={"number": line.number}) for each in following[:1]]
        renumbered = numbered(linked, [*shifted, *following[1:]])
        if not renumbered:
            return ()
    rows = lines_of(document.sources[slot.path])
    region = slot.model_copy(update={"column": 1, "end_line": slot.end_line + 1, "end_column": 1})
    if slot.end_line == len(rows):
        region = slot.model_copy(update={"column": 1})
    old = excerpt(rows, region)
    return (Edit(region=region, old=old, new=""), *renumbered) if old else ()


def _slots(document: Document, lines: Sequence[Reference]) -> dict[str, Region]:
    """Where each line stands, from behind its number or bullet to the end of its last row, markup and all.

    Empty if one of them has no place of its own.
    """
    regions = [_slot(document, line) for line in lines]
    slots = {line.id: region for line, region in zip(lines, regions, strict=True) if region}
    ordered = sorted(slots.values(), key=lambda region: (region.path, region.line))
    apart = all(left.path != right.path or left.end_line < right.line for left, right in pairwise(ordered))
    return slots if apart and len(slots) == len(lines) else {}


def _slot(document: Document, line: Reference) -> Region | None:
    region = line.region(0, len(line.text), document.path)
    if region is None or region.path not in document.sources or document.format not in ("markdown", "text"):
        return None
    rows = lines_of(document.sources[region.path])
    head = rows[region.line - 1][: region.column - 1]
    if "<" in head:
        return None
    column = len(head.rstrip(_MARKUP)) + 1
    return region.model_copy(update={"column": column, "end_column": len(rows[region.end_line - 1].rstrip()) + 1})
