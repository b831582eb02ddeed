"""Notes that a web page has as links there and back, as Word, LibreOffice and Markdown write them, by their pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from refkit.formats.documents.inlines import Node, plain
from refkit.formats.lists import opens_list

#: Signs and small Roman numbers that call notes.
_SIGNS = "*†‡§¶"
_ROMAN = "ivxlc"
#: So many links to one name, or of one, are looked at: the first to a note calls it.
_MOST = 50
_AROUND = "[]().: "
_SPACES = ("Space", "SoftBreak", "LineBreak")


class _Link(NamedTuple):
    """A link within the document: its own name, and the name that it leads to."""

    name: str
    target: str


class _Links:
    """The links within a document in their order, for finding the one that calls a note.

    Pandoc loses the names of paragraphs and of raised text: a target that nothing bears may be one of these.
    """

    def __init__(self, blocks: Sequence[Node]) -> None:
        found = [node for node in _nodes(blocks) if _leads(node)]
        self._at: dict[_Link, int] = {}
        for at, node in enumerate(found):
            self._at.setdefault(_link(node), at)
        shown = ((_link(node), plain(node["c"][1]).strip(_AROUND)) for node in reversed(found))
        self.labels = {link: text for link, text in shown if _is_label(text)}
        self._names = {name for node in _nodes(blocks) if (name := _name(node))}
        self._targets = Counter(_link(node).target for node in found)
        self._to: dict[str, list[_Link]] = {}
        self._of: dict[str, list[_Link]] = {}
        for link in self._at:
            for index, key in ((self._to, link.target), (self._of, link.name)):
                alike = index.setdefault(key, [])
                if len(alike) < _MOST:
                    alike.append(link)

    def __bool__(self) -> bool:
        return len(self._at) > 1

    def caller(self, names: Sequence[str], back: _Link) -> _Link | None:
        """What calls the note of these names, from which a link leads back; None if there is no such pair."""
        for link in (link for name in (back.name, *names) if name for link in self._to.get(name, ())):
            mutual = back.target == link.name and link.target == back.name
            if (mutual or self._calls(link, back)) and self._at[link] < self._at[back]:
                return link
        for link in self._of.get(back.target, ()):
            if link.target not in self._names and link in self.labels and self._at[link] < self._at[back]:
                return link
        return None

    def _calls(self, link: _Link, back: _Link) -> bool:
        """Whether a link with a label is the one to which a note leads back, by its name or one that is lost."""
        lost = back.target not in self._names and self._targets[back.target] == 1
        return link in self.labels and (back.target == link.name or (lost and not link.name))


def with_notes(blocks: Sequence[Node]) -> Sequence[Node]:
    """The blocks with such notes as footnotes, where their markers stand, and not where they are printed."""
    links = _Links(blocks)
    notes: dict[_Link, list[Node]] = {}
    rest = _without_notes(blocks, links, _Edges(), notes) if links else blocks
    if not notes:
        return blocks
    changed: Sequence[Node] = _called(rest, notes)
    return changed


def _nodes(tree: Any) -> Iterator[Node]:
    """The nodes of a tree, in order."""
    if isinstance(tree, dict):
        if "t" in tree:
            yield tree
        yield from _nodes(tree.get("c"))
    elif isinstance(tree, list):
        for member in tree:
            yield from _nodes(member)


def _link(node: Node) -> _Link:
    return _Link(node["c"][0][0], node["c"][2][0][1:])


def _name(node: Node) -> str:
    """The name of a node, if it may have one."""
    if node["t"] == "Header":
        return str(node["c"][1][0])
    return str(node["c"][0][0]) if node["t"] in ("Div", "Span", "Link") else ""


def _is_label(text: str) -> bool:
    """Whether a link shows what calls a note: a number, a letter or signs; one that shows a word leads elsewhere."""
    return text.isdecimal() or (len(text) == 1 and text.isalpha()) or bool(text and not text.strip(_SIGNS + _ROMAN))


def _without_notes(blocks: Sequence[Node], links: _Links, edges: _Edges, notes: dict[_Link, list[Node]]) -> list[Node]:
    """The blocks without those from which a link leads back; `notes` takes them by the link that calls them."""
    kept: list[Node] = []
    for before, block in zip([None, *blocks], blocks, strict=False):
        if before and before["t"] == "Header" and opens_list(plain(before["c"][2])):
            kept.append(block)  # a list of references may lead back to its citations
        elif found := _note(block, links, edges):
            notes.setdefault(found[0], []).extend(found[1])
        elif block["t"] == "Div":
            kept.append({"t": "Div", "c": [block["c"][0], _without_notes(block["c"][1], links, edges, notes)]})
        elif block["t"] in ("OrderedList", "BulletList"):
            items = block["c"][1] if block["t"] == "OrderedList" else block["c"]
            left = [item for each in items if (item := _without_notes(each, links, edges, notes))]
            content = [block["c"][0], left] if block["t"] == "OrderedList" else left
            kept += [{"t": block["t"], "c": content}] if left else []
        else:
            kept.append(block)
    return kept


class _Edges:
    """What blocks begin and end with; kept, as divisions within divisions ask for it again and again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int], Node | None] = {}

    def of(self, block: Node, at: int) -> Node | None:
        """The link or the name that a block begins with (`at` 0) or ends with (-1)."""
        key = (id(block), at)
        if key not in self._kept:
            self._kept[key] = self._find(block, at)
        return self._kept[key]

    def _find(self, block: Node, at: int) -> Node | None:
        if block["t"] not in ("Div", "Para", "Plain", "Span", "Superscript"):
            return block
        content = block["c"][1] if block["t"] in ("Div", "Span") else block["c"]
        if block["t"] == "Div" and (self._holds_many(content) or any(inner["t"] == "Header" for inner in content)):
            return None
        inner = [each for each in content if each["t"] not in _SPACES]
        if block["t"] == "Span" and not inner:
            return block  # nothing but a name
        return self.of(inner[at], at) if inner else None

    def _holds_many(self, blocks: Sequence[Node]) -> bool:
        """Whether a division holds several notes."""
        links = (block for block in blocks if any((edge := self.of(block, at)) and _leads(edge) for at in (0, -1)))
        return next(links, None) is not None and next(links, None) is not None


def _leads(node: Node) -> bool:
    """Whether a node is a link within the document."""
    return bool(node["t"] == "Link" and node["c"][2][0].startswith("#"))


def _note(block: Node, links: _Links, edges: _Edges) -> tuple[_Link, list[Node]] | None:
    """The link that calls a block, and what the block says as a note; None for what is no note."""
    names = [name for node in (block, edges.of(block, 0)) if node and (name := _name(node))]
    for at in (0, -1):
        node = edges.of(block, at)
        if node and _leads(node) and (call := links.caller(names, _link(node))):
            content = _dropped(block["c"][1] if block["t"] == "Div" else [block], _link(node))
            # A link at the head is the label itself.
            return call, _unlabelled(content, links.labels.get(call, "") if at else "")
    return None


def _unlabelled(blocks: list[Node], label: str) -> list[Node]:
    """The blocks without the label that a note has in print, or what of it is no link: [1], the stop of 1."""
    if not blocks:
        return blocks
    first, *others = blocks
    if first["t"] == "Div":
        return [{"t": "Div", "c": [first["c"][0], _unlabelled(first["c"][1], label)]}, *others]
    if first["t"] not in ("Para", "Plain"):
        return blocks
    inlines = first["c"]
    at = next((at for at, node in enumerate(inlines) if not _is_of_label(node, label)), len(inlines))
    return [{"t": first["t"], "c": inlines[at:]}, *others]


def _is_of_label(node: Node, label: str) -> bool:
    if node["t"] in (*_SPACES, "Superscript"):
        return node["t"] in _SPACES or plain(node["c"]).strip(_AROUND) in ("", label)
    return node["t"] == "Str" and node["c"].strip(_AROUND) in ("", label)


def _dropped(tree: Any, link: _Link) -> Any:
    """A tree without the links that lead back."""
    if isinstance(tree, list):
        return [_dropped(member, link) for member in tree if not _is_link(member, link)]
    if isinstance(tree, dict) and "c" in tree:
        return {"t": tree["t"], "c": _dropped(tree["c"], link)}
    return tree


def _is_link(node: Any, link: _Link) -> bool:
    return isinstance(node, dict) and node.get("t") == "Link" and node["c"][2][0] == f"#{link.target}"


def _called(tree: Any, notes: dict[_Link, list[Node]]) -> Any:
    """The tree with footnotes in the place of the links that first call them."""
    if isinstance(tree, list):
        return [_called(member, notes) for member in tree]
    if not isinstance(tree, dict) or "c" not in tree:
        return tree
    if tree["t"] == "Link" and (link := _link(tree)) in notes:
        return {"t": "Note", "c": notes.pop(link)}
    return {"t": tree["t"], "c": _called(tree["c"], notes)}
