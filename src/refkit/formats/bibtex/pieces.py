"""A .bib file as pieces: from the head of one block to that of the next, each with what its beginning is read as.

bibtexparser divides the file, but for entries without any fault, which a pattern finds faster (`plain`).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from refkit.formats.bibtex.plain import DividedEntry, plain_entry

#: What can be the head of an entry: @article{key, or @article{title = …
_HEAD = re.compile(r"@\w+\s*(?:\{|\([^,=)\n]{0,200}[,=])")
_HEAD_AT_END = re.compile(r"@\w*+[ \t]*+\Z")


@dataclass
class Piece:
    """The text from the head of one block to that of the next one, and what bibtexparser made of its beginning."""

    start: int
    line: int
    found: Any = None
    end: int = 0

    @property
    def rest(self) -> int:
        """The offset behind the block itself."""
        return self.start + len(self.found.raw or "") if self.found else self.start


def pieces_of(text: str) -> list[Piece]:
    pieces = [Piece(0, 1)]
    at, line = 0, 1  # the end of the last plain entry
    for start in _heads(text):
        found = plain_entry(text, start)
        if found:
            _divide(pieces, text, at, start, line)
            line += text.count("\n", at, start)
            pieces[-1].end = start
            pieces.append(Piece(start, line, found))
            line += found.raw.count("\n")
            at = start + len(found.raw)
    _divide(pieces, text, at, len(text), line)
    pieces[-1].end = len(text)
    return pieces


def _heads(text: str) -> Iterator[int]:
    """The offset of each @ that begins a line."""
    at = 0 if text.startswith("@") else text.find("\n@") + 1
    while at or text.startswith("@"):
        yield at
        at = text.find("\n@", at) + 1
        if not at:
            return


def _divide(pieces: list[Piece], text: str, at: int, end: int, line: int) -> None:
    """Add the blocks between plain entries, as bibtexparser divides them; `line` is where they begin."""
    if text.find("@", at, end) < 0:
        return
    from bibtexparser import model
    from bibtexparser.splitter import Splitter

    # What it would say on stderr is said by the failures and repairs.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    block: Any
    for block in Splitter(text[at:end]).split().blocks:
        if isinstance(block, model.ImplicitComment):
            continue
        if isinstance(block, model.DuplicateBlockKeyBlock | model.DuplicateFieldKeyBlock):
            block = block.ignore_error_block  # both are looked after below, without loss
        at = text.index(block.raw, at)
        if _is_block(block, text, at):
            pieces[-1].end = at
            pieces.append(Piece(at, (block.start_line or 0) + line, _as_found(block)))
        # A block that was given up may hold the head of the next one at its end.
        raw = str(block.raw)
        head = _HEAD_AT_END.search(raw, 1) if isinstance(block, model.ParsingFailedBlock) else None
        at += head.start() if head else len(raw)


def _as_found(block: Any) -> Any:
    from bibtexparser import model

    if not isinstance(block, model.Entry):
        return block
    fields = [(one.key, one.value) for one in block.fields]
    return DividedEntry(block.entry_type.lower(), block.key, fields, block.raw or "")


def _is_block(block: Any, text: str, at: int) -> bool:
    """Whether what bibtexparser takes for a block is one, not an @ in the text of an entry that it gave up."""
    if getattr(block, "fields", None) or getattr(block, "value", None) or hasattr(block, "comment"):
        return True
    if not _HEAD.match(text, at):
        return False
    while at and text[at - 1] in " \t":
        at -= 1
    return not at or text[at - 1] in "\n})%"
