"""Pandoc's blocks as the lines that the readers of text know, one walk through the tree.

A paragraph is a line (several, where hard breaks divide it), an item of a list a line that begins with its number or
bullet, a row of a table a line. Footnotes become definitions after all other lines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from refkit.formats.documents.inlines import Inlines, Node, Row, is_strong, plain
from refkit.formats.lines import Line, LineKind, is_rule
from refkit.formats.lists import opens_list
from refkit.formats.tables import columns, divider, in_order
from refkit.model import Anchor

_DELIMITERS = {"OneParen": "{})", "TwoParens": "({})"}
#: The class of the number beside a reference, of citation processors.
_LABEL_DIVISION = "csl-left-margin"
#: Classes and names of a division that is a reference list, of citation processors and of LaTeX.
_LIST_DIVISIONS = ("refs", "references", "csl-bib-body", "thebibliography")
_INDENT = 4


@dataclass(frozen=True)
class Spot:
    """Where a line stands in the document: the number of its paragraph and the first words of that."""

    paragraph: int
    text: str


@dataclass
class Walk:
    """The lines of a document so far. `spots` says for each numbered line where it stands; blank ones have no number.

    `linked`, `keys` are those of `Inlines`; `listed` are lines for an empty division of references.
    `nested`: a note stands in a note.
    """

    linked: Mapping[str, str] = field(default_factory=dict)
    listed: Sequence[str] = ()
    keys: Mapping[str, str] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    definitions: list[tuple[str, str]] = field(default_factory=list)
    spots: dict[int, Spot] = field(default_factory=dict)
    paragraph: int = 0
    count: int = 0
    nested: bool = False

    def __post_init__(self) -> None:
        self.inlines = Inlines(self._note, self.linked, self.keys)

    def finished(self) -> list[Line]:
        """All lines, the footnotes last."""
        whole = [*self.lines, _blank()]
        for key, text in self.definitions:
            self.count += 1
            whole.append(_line(self.count, Row(text, text), "definition", label=key))
        return whole

    def blocks(self, blocks: Sequence[Node], indent: int = 0) -> None:
        """Write blocks, one after the other."""
        counted: tuple[Any, int] = (None, 0)
        for node in blocks:
            writer = _WRITERS.get(node["t"])
            content: Any = node.get("c")
            if node["t"] == "OrderedList":
                (start, *look), items = content
                # Word and others may divide a list that goes on in the same style.
                start = counted[1] if counted[0] == look and start == 1 else start
                content, counted = ((start, *look), items), (look, start + len(items))
            else:
                counted = (None, 0)
            if writer:
                writer(self, content, indent)

    def paragraph_of(self, inlines: Sequence[Node], indent: int = 0, head: str = "", tight: bool = False) -> None:
        """A paragraph, after what its item of a list begins with."""
        rows = self.inlines.rows(inlines)
        self._write(rows, "text", head, indent=indent, strong=is_strong(inlines))
        if not tight:
            self.lines.append(_blank())

    def _write(self, rows: Sequence[Row], kind: LineKind, head: str = "", **more: Any) -> None:
        shown = [row for row in rows if row.text.strip() or row.raw.strip()]
        if not shown:
            return
        self.paragraph += 1
        spot = Spot(self.paragraph, " ".join(row.text.strip() for row in shown))
        shown[0] = Row(head + shown[0].raw, head + shown[0].text)
        for at, row in enumerate(shown):
            self.count += 1
            self.spots[self.count] = spot
            look = "rule" if is_rule(row.text) else kind
            self.lines.append(_line(self.count, row, look, after_break=at > 0, **more))

    def _plain(self, content: Sequence[Node], indent: int) -> None:
        self.paragraph_of(content, indent)

    def _heading(self, content: Sequence[Any], _: int) -> None:
        level, _attributes, inlines = content
        self._write(self.inlines.rows(inlines), "heading", level=level)
        self.lines.append(_blank())

    def _ordered(self, content: Sequence[Any], indent: int) -> None:
        (start, _style, delimiter), items = content
        pattern = _DELIMITERS.get(delimiter["t"], "{}.")
        self._items(items, [pattern.format(number) + " " for number in range(start, start + len(items))], indent)

    def _bulleted(self, items: Sequence[Sequence[Node]], indent: int) -> None:
        self._items(items, ["- "] * len(items), indent)

    def _items(self, items: Sequence[Sequence[Node]], heads: Sequence[str], indent: int) -> None:
        for item, head in zip(items, heads, strict=True):
            blocks = item
            while blocks and blocks[0]["t"] == "Div":  # what has a name in a web page
                blocks = [*blocks[0]["c"][1], *blocks[1:]]
            if blocks and blocks[0]["t"] in ("Plain", "Para"):
                self.paragraph_of(blocks[0]["c"], indent, head, tight=blocks[0]["t"] == "Plain")
                self.blocks(blocks[1:], indent + _INDENT)
            else:
                self.blocks(blocks, indent)
        self.lines.append(_blank())

    def _defined(self, content: Sequence[Any], indent: int) -> None:
        """Terms with what they stand for; a number for a term is that of an item."""
        for term, definitions in content:
            label = plain(term).strip()
            blocks = [block for definition in definitions for block in definition]
            if label.strip("()[].- ").isdecimal() and blocks and blocks[0]["t"] in ("Plain", "Para"):
                head = f"{label} " if label[-1] in ")]." else f"{label}. "
                self.paragraph_of(blocks[0]["c"], indent, head)
                self.blocks(blocks[1:], indent + _INDENT)
            else:
                self._write(self.inlines.rows(term), "text", indent=indent, strong=True)
                self.blocks(blocks, indent)

    def _table(self, content: Sequence[Any], indent: int) -> None:
        _, caption, _, head, bodies, foot = content
        self.blocks(caption[1], indent)
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        if not rows:
            return
        header = columns([plain(_paragraph(cell[4]) or ()) for cell in rows[0][1]])
        if header:
            # Not a line of the list; a note that it calls is one all the same.
            self._write([self._row([cell[4] for cell in rows[0][1]])], "code")
        for _, cells in rows[header is not None :]:
            self._cells([cell for cell in in_order([cell[4] for cell in cells], header) if cell], indent)

    def _cells(self, cells: Sequence[Sequence[Node]], indent: int) -> None:
        """A row as one line, or, where cells hold several paragraphs or lists, each cell by itself."""
        if len(cells) < 2 or None in map(_paragraph, cells):
            for blocks in cells:
                self.blocks(blocks, indent)
            return
        self._write([self._row(cells)], "text", indent=indent, row=True)
        self.lines.append(_blank())

    def _row(self, cells: Sequence[Sequence[Node]]) -> Row:
        whole = Row()
        for inlines in filter(None, map(_paragraph, cells)):
            for row in self.inlines.rows(inlines):
                whole.add(divider(whole.text) if whole.text.strip() else "")
                whole.add(row.text, row.raw)
        return whole

    def _division(self, content: Sequence[Any], indent: int) -> None:
        (name, classes, _), blocks = content
        if blocks and not {name, *classes}.isdisjoint(_LIST_DIVISIONS) and not self._heading_is_open():
            first = blocks[0]
            if not (first["t"] == "Header" and opens_list(plain(first["c"][2]))):
                # Programs that make the list leave its heading out, or leave it to the style of the print.
                self._write([Row("References", "References")], "heading", level=1)
        self.blocks(_labelled(blocks), indent)
        if name == "refs":
            for line in self.listed:
                self.paragraph_of([{"t": "Str", "c": line}], indent)

    def _heading_is_open(self) -> bool:
        last = next((line for line in reversed(self.lines) if line.kind != "blank"), None)
        return last is not None and opens_list(last.text)

    def _verses(self, content: Sequence[Sequence[Node]], indent: int) -> None:
        for inlines in content:
            self.paragraph_of(inlines, indent, tight=True)
        self.lines.append(_blank())

    def _code(self, content: Sequence[Any], _: int) -> None:
        self._write([Row(text, text) for text in content[1].split("\n")], "code")

    def _rule(self, _: None, _indent: int) -> None:
        self.lines.append(Line(0, "", "rule", "", ()))

    def _figure(self, content: Sequence[Any], indent: int) -> None:
        _, caption, blocks = content
        self.blocks(blocks, indent)
        self.blocks(caption[1], indent)

    def _note(self, blocks: Sequence[Node]) -> str:
        """Keep a footnote: all its paragraphs are one text, with a line break between them."""
        key = str(len(self.definitions) + 1)
        self.definitions.append((key, ""))
        inner = Walk(self.linked, keys=self.keys)
        inner.blocks(_without_label(blocks))
        text = "\n".join(line.text.strip() for line in inner.lines if line.text.strip())
        # A note in a note stands after it.
        self.nested = self.nested or bool(inner.definitions)
        offset = len(self.definitions)
        self.definitions[offset - 1] = (key, text)
        self.definitions += [(str(offset + at), nested) for at, (_, nested) in enumerate(inner.definitions, 1)]
        return key


_WRITERS: dict[str, Callable[[Walk, Any, int], None]] = {
    "Plain": Walk._plain,
    "Para": Walk._plain,
    "Header": Walk._heading,
    "OrderedList": Walk._ordered,
    "BulletList": Walk._bulleted,
    "DefinitionList": Walk._defined,
    "Table": Walk._table,
    "Div": Walk._division,
    "LineBlock": Walk._verses,
    "BlockQuote": Walk.blocks,
    "CodeBlock": Walk._code,
    "HorizontalRule": Walk._rule,
    "Figure": Walk._figure,
}


def _labelled(blocks: Sequence[Node]) -> Sequence[Node]:
    """The blocks of a reference with its number in its paragraph: citation processors set it beside this."""
    if len(blocks) != 2 or any(block["t"] != "Div" for block in blocks) or _LABEL_DIVISION not in blocks[0]["c"][0][1]:
        return blocks
    labels, texts = (block["c"][1] for block in blocks)
    if len(labels) != 1 or not texts or any(block["t"] not in ("Para", "Plain") for block in (*labels, texts[0])):
        return blocks
    return [{"t": "Para", "c": [*labels[0]["c"], {"t": "Space"}, *texts[0]["c"]]}, *texts[1:]]


def _without_label(blocks: Sequence[Node]) -> Sequence[Node]:
    """The blocks of a note without the number that it begins with, where that is a link back to the marker."""
    if not blocks or blocks[0]["t"] not in ("Para", "Plain"):
        return blocks
    return [{"t": "Para", "c": _unlabelled(blocks[0]["c"])}, *blocks[1:]]


def _unlabelled(inlines: Sequence[Node]) -> Sequence[Node]:
    if not inlines:
        return inlines
    first, *rest = inlines
    if first["t"] == "Link" and first["c"][2][0].startswith("#") and plain([first]).strip("()[]. ").isdecimal():
        return rest
    if first["t"] == "Span":
        return [{"t": "Span", "c": [first["c"][0], _unlabelled(first["c"][1])]}, *rest]
    if first["t"] == "Superscript":
        return [{"t": "Superscript", "c": _unlabelled(first["c"])}, *rest]
    return inlines


def _paragraph(blocks: Sequence[Node]) -> Sequence[Node] | None:
    """The content of a cell that is one paragraph, also in a box of its own; None for other cells."""
    if len(blocks) != 1:
        return None
    (block,) = blocks
    if block["t"] == "Div":
        return _paragraph(block["c"][1])
    inlines: Sequence[Node] | None = block["c"] if block["t"] in ("Plain", "Para") else None
    return inlines


def _line(number: int, shown: Row, kind: LineKind, **more: Any) -> Line:
    return Line(number, shown.raw, kind, shown.text, (Anchor(offset=0, line=number, column=1),), **more)


def _blank() -> Line:
    return Line(0, "", "blank", "", ())
