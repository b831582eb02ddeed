"""A .bib file as blocks: entries with their values evaluated, and every fault put right or reported.

bibtexparser divides the file. What it passes over in silence or gives up is looked after here and in `salvage`:
missing commas, fields named twice, comments inside entries, entries that nobody closed, strings that nobody defined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from refkit.formats.bibtex.pieces import Piece, pieces_of
from refkit.formats.bibtex.plain import DividedEntry
from refkit.formats.bibtex.salvage import Salvaged, beginnings, salvage, unknown
from refkit.formats.bibtex.values import Strings, evaluate, plain_value
from refkit.model import Failure, Place, Repair

#: Strings may say so many times what the file has.
_MOST = 10
#: So much of a block is quoted where it was put right.
_QUOTED = 200
#: `@ article {key,` and an entry type with its brace in another line, which bibtexparser takes for comments.
_SPREAD_HEAD = re.compile(
    r"^(?P<at>[ \t]*+@)(?P<space>\s*+)(?P<type>\w++)(?P<more>\s*+)(?P<brace>[{(])(?=[^,={}()\"\n]*+,)", re.MULTILINE
)
_SPREAD = re.compile(r"@(?:\s|\w++[ \t]*+\n)")
_FIELD_NAME = re.compile(r"[^\W\d_][\w+:./-]*")
#: What goes on after a brace that closes an entry too early.
_GOES_ON = re.compile(r"[ \t]*+(?:,|\n?[ \t]*+[^\W\d_][\w+:./-]*+\s*+=)")
_COMMENTED = re.compile(r"^[ \t]*+%.*+$", re.MULTILINE)
_NO_ENTRIES = frozenset(("comment", "preamble", "string"))


@dataclass
class Block:
    """One entry as it stands in the file: its fields in order, values evaluated, not yet decoded."""

    type: str
    key: str
    line: int
    raw: str
    fields: dict[str, str]


@dataclass
class Blocks:
    """What a file holds: entries, what could not be read, and what was put right."""

    strings: Strings
    entries: list[Block] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    def repair(self, line: int, raw: str, reason: str) -> None:
        """Say that something was put right."""
        self.repairs.append(Repair(text=raw[:_QUOTED], reason=reason, place=Place(line=line)))

    def leave_out(self, line: int, text: str, where: str) -> None:
        """Say that a text is in no entry, and keep it whole."""
        shown = " ".join(text[:_QUOTED].split())
        self.repairs.append(Repair(text=text, reason=f"{where}, left out: {shown}", place=Place(line=line)))

    def fail(self, line: int, raw: str, reason: str) -> None:
        """Say that a block was not understood, and keep it whole."""
        self.failures.append(Failure(text=raw, reason=reason, place=Place(line=line)))


def split(text: str) -> Blocks:
    """Divide a .bib file: each block that is meant as an entry becomes one of `entries` or one of `failures`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _SPREAD.search(text):
        text = _SPREAD_HEAD.sub(_joined_head, text)
    blocks = Blocks(Strings(10_000 + _MOST * len(text)))
    for piece in pieces_of(text):
        _take(blocks, piece, text)
    return blocks


def _joined_head(match: re.Match[str]) -> str:
    """A head in one word; the ends of lines go behind it, so that the lines keep their numbers."""
    ends = match["space"].count("\n") + match["more"].count("\n")
    return f"{match['at']}{match['type']}{match['brace']}" + "\n" * ends


def _take(blocks: Blocks, piece: Piece, text: str) -> None:
    block = piece.found
    if hasattr(block, "error"):
        _salvage(blocks, text[piece.start : piece.end], piece.line)
        return
    rest = text[piece.rest : piece.end]
    if isinstance(block, DividedEntry):
        fields = None if _GOES_ON.match(rest) else _evaluated(blocks, piece.line, block)
        if fields is None:
            _salvage(blocks, text[piece.start : piece.end], piece.line)
            return
        _add(blocks, Block(block.type, block.key, piece.line, block.raw, {}), fields)
    elif hasattr(block, "value") and hasattr(block, "key"):
        _string(blocks, block.key, block.value, piece.line)
    if not rest.isspace() and _is_suspicious(rest):
        line = piece.line + text.count("\n", piece.start, piece.end - len(rest.lstrip()))
        blocks.leave_out(line, rest.strip(), "text outside of entries that looks like a part of one")


def _is_suspicious(text: str) -> bool:
    """Whether a text between entries looks like fields or the end of one, not like a comment."""
    bare = _COMMENTED.sub("", text).strip("}) \t\n,")
    return bare.count("{") != bare.count("}") or bool(beginnings(bare))


def _string(blocks: Blocks, key: str, raw: str, line: int) -> None:
    value = evaluate(raw, blocks.strings)
    if value is None or value.unknown:
        blocks.repair(line, f"@string{{{key} = {raw}}}", f"@string {key}: not a value; taken as it stands")
    blocks.strings.define(key, value.text if value else raw.strip(' {}"'))


def _evaluated(blocks: Blocks, line: int, entry: DividedEntry) -> list[tuple[str, str]] | None:
    """The fields of an entry with their values; None if one of them is no field, or no value."""
    fields = []
    strange = []
    for name, raw in entry.fields:
        if not (name.isalpha() or _FIELD_NAME.fullmatch(name)):
            return None
        text = plain_value(raw)
        if text is None:
            value = evaluate(raw, blocks.strings)
            if value is None:
                return None
            text = value.text
            strange += [unknown(name, word) for word in value.unknown]
        if "=" in text and "\n" in text and beginnings(text):
            return None  # a field that stands within another one, whose brace is missing
        fields.append((name, text))
    for said in strange:
        blocks.repair(line, entry.raw, f"{entry.key}: {said}")
    return fields


def _salvage(blocks: Blocks, raw: str, line: int) -> None:
    """Read what bibtexparser gave up, or read otherwise than it was meant."""
    found = salvage(raw, blocks.strings)
    if found is None:
        blocks.fail(line, raw, "not an entry")
    elif found.type in _NO_ENTRIES:
        blocks.leave_out(line, raw, f"@{found.type} is not closed")
    else:
        _report(blocks, found, raw, line)
        _add(blocks, Block(found.type, found.key, line, raw, {}), found.fields)


def _report(blocks: Blocks, found: Salvaged, raw: str, line: int) -> None:
    called = found.key or f"@{found.type}"
    said = [(at, fault, "") for at, fault in found.faults if found.fields or found.key]
    said += [(at, f"{called}: not part of a field", text) for at, text in found.left]
    before = 0
    for at, reason, text in sorted(said):
        line += raw.count("\n", before, at)
        before = at
        if text:
            blocks.leave_out(line, text, reason)
        else:
            blocks.repair(line, raw, f"{called}: {reason}")


def _add(blocks: Blocks, block: Block, fields: Iterable[tuple[str, str]]) -> None:
    """Take over an entry; a field that it names twice is kept under another name, and reported."""
    if not block.type:
        block.type = "misc"
        blocks.repair(block.line, block.raw, f"{block.key}: an entry without type; read as @misc")
    times: dict[str, int] = {}
    said: set[tuple[str, str]] = set()
    for written, value in fields:
        name = written.lower()
        if name not in block.fields:
            block.fields[name] = value
        else:
            _repeat(blocks, block, name, value, times, said)
        said.add((name, value))
    if block.fields or block.key:
        blocks.entries.append(block)
    else:
        blocks.fail(block.line, block.raw, f"@{block.type}: neither a key nor a field")


def _repeat(
    blocks: Blocks, block: Block, name: str, value: str, times: dict[str, int], said: set[tuple[str, str]]
) -> None:
    """A field that stands there already: `times` counts it, `said` holds the values so far."""
    if (name, value) in said or not value.strip():
        what = "once is enough"
    elif not block.fields[name].strip():
        block.fields[name] = value
        what = "the filled one is taken"
    else:
        times[name] = number = times.get(name, 1) + 1
        block.fields[f"{name}-{number}"] = value
        what = f"kept as {name}-{number}"
    blocks.repair(block.line, block.raw, f"{block.key}: {name} stands there twice; {what}")


def join(entries: Iterable[tuple[str, str, list[tuple[str, str]]]]) -> str:
    """A .bib file of entries: type, key, and fields whose values have their delimiters."""
    from bibtexparser import model
    from bibtexparser.library import Library
    from bibtexparser.writer import BibtexFormat, write

    layout = BibtexFormat()  # type: ignore[no-untyped-call]  # bibtexparser leaves its constructor untyped
    layout.indent = "  "
    layout.block_separator = "\n"
    layout.trailing_comma = True
    found: list[model.Block] = [
        model.Entry(kind, key, [model.Field(name, value) for name, value in fields]) for kind, key, fields in entries
    ]
    return write(Library(found), layout)
