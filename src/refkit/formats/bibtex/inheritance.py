"""What entries take over from others that their fields `crossref` and `xdata` name, as biber does."""

from __future__ import annotations

from collections.abc import Mapping

from refkit.formats.bibtex.blocks import Block, Blocks

_NOT_INHERITED = frozenset("crossref xdata xref label shorthand sortkey key ids keywords options entryset".split())
_WHEN = frozenset(("date", "year", "month", "day"))
#: All entries together take over so many times the characters of the file: few enough for files made to overwhelm.
_MOST = 10


def inherit(blocks: Blocks) -> None:
    """Complete the entries that name others, these first; a circle of entries ends where it began."""
    heirs = [block for block in blocks.entries if "crossref" in block.fields or "xdata" in block.fields]
    if not heirs:
        return
    known = {key.strip().casefold(): one for one in blocks.entries for key in one.fields.get("ids", "").split(",")}
    known |= {block.key.casefold(): block for block in reversed(blocks.entries)}
    left = 10_000 + _MOST * sum(len(block.raw) for block in blocks.entries)
    entered: set[int] = set()
    for heir in heirs:
        waiting = [(heir, False)]
        while waiting:
            block, is_ready = waiting.pop()
            if is_ready:
                left = _take_over(blocks, block, known, left)
            elif id(block) not in entered:
                entered.add(id(block))
                waiting.append((block, True))
                waiting += [(parent, False) for _, key in _named(block) if (parent := known.get(key.casefold()))]


def _named(block: Block) -> list[tuple[str, str]]:
    """Field and key of the entries that an entry names."""
    pairs = [(name, key.strip()) for name in ("xdata", "crossref") for key in block.fields.get(name, "").split(",")]
    return [(name, key) for name, key in pairs if key]


def _take_over(blocks: Blocks, block: Block, known: Mapping[str, Block], left: int) -> int:
    """Add the fields of its parents to an entry; returns what is left of the characters that may be taken over."""
    for name, key in _named(block):
        parent = known.get(key.casefold())
        if parent is None:
            blocks.repair(block.line, block.raw, f"{block.key}: {name} names {key}, which is not in the file")
        elif parent is not block:
            if left >= 0:
                left -= sum(len(value) + 1 for value in parent.fields.values())
            if left < 0:
                blocks.repair(block.line, block.raw, f"{block.key}: {name} {key}: too much to take over")
                return left
            _add(block, parent.fields, part=name == "crossref" and block.type.startswith("in"))
    return left


def _add(block: Block, fields: Mapping[str, str], part: bool) -> None:
    dated = not _WHEN.isdisjoint(block.fields)
    for name, value in fields.items():
        into = {"title": "booktitle", "subtitle": "booksubtitle"}.get(name, name) if part else name
        if name not in _NOT_INHERITED and not (part and name == "author") and not (dated and name in _WHEN):
            block.fields.setdefault(into, value)
