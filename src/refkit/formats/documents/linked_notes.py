"""Notes that a web page has as links there and back, as Word and LibreOffice write them: found by their pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from refkit.formats.documents.inlines import Node


def with_notes(blocks: Sequence[Node]) -> Sequence[Node]:
    """The blocks with such notes as footnotes, where their markers stand, and not where they are printed."""
    order = {name: (at, target) for at, (name, target) in enumerate(_links(blocks))}
    paired = {
        name: target
        for name, (at, target) in order.items()
        if target in order and order[target][1] == name and order[target][0] < at
    }
    if not paired:
        return blocks
    notes: dict[str, list[Node]] = {}
    rest = _without_notes(blocks, paired, notes)
    changed: Sequence[Node] = _called(rest, notes)
    return changed


def _links(tree: Any) -> Iterator[tuple[str, str]]:
    """Name and target of each link within the document, in order."""
    if isinstance(tree, dict):
        if tree.get("t") == "Link":
            (name, _, _), inlines, (target, _) = tree["c"]
            if name and target.startswith("#"):
                yield name, target[1:]
            yield from _links(inlines)
        else:
            yield from _links(tree.get("c"))
    elif isinstance(tree, list):
        for member in tree:
            yield from _links(member)


def _without_notes(blocks: Sequence[Node], paired: dict[str, str], notes: dict[str, list[Node]]) -> list[Node]:
    """The blocks without those that begin with a link back; `notes` takes them by the link that calls them."""
    kept: list[Node] = []
    for block in blocks:
        name = _head(block)
        if name in paired:
            notes.setdefault(paired[name], []).extend(_headless(block, name))
        elif block["t"] == "Div":
            kept.append({"t": "Div", "c": [block["c"][0], _without_notes(block["c"][1], paired, notes)]})
        else:
            kept.append(block)
    return kept


def _head(block: Node) -> str:
    """The name of the link that a block begins with."""
    first: Any = block
    while first and first["t"] in ("Div", "Para", "Plain", "Span", "Superscript"):
        content = first["c"][1] if first["t"] in ("Div", "Span") else first["c"]
        if first["t"] == "Div" and sum(bool(_head(inner)) for inner in content) > 1:
            return ""  # a division of many notes
        first = next((node for node in content if node["t"] not in ("Space", "SoftBreak")), None)
    return str(first["c"][0][0]) if first and first["t"] == "Link" else ""


def _headless(block: Node, name: str) -> list[Node]:
    """What a block holds, without the link of this name."""
    content = block["c"][1] if block["t"] == "Div" else [block]
    changed: list[Node] = _dropped(content, name)
    return changed


def _dropped(tree: Any, name: str) -> Any:
    if isinstance(tree, list):
        return [_dropped(member, name) for member in tree if not _is_link(member, name)]
    if isinstance(tree, dict) and "c" in tree:
        return {"t": tree["t"], "c": _dropped(tree["c"], name)}
    return tree


def _is_link(node: Any, name: str) -> bool:
    return isinstance(node, dict) and node.get("t") == "Link" and node["c"][0][0] == name


def _called(tree: Any, notes: dict[str, list[Node]]) -> Any:
    """The tree with footnotes in the place of the links that call them."""
    if isinstance(tree, list):
        return [_called(member, notes) for member in tree]
    if not isinstance(tree, dict) or "c" not in tree:
        return tree
    if tree["t"] == "Link" and tree["c"][0][0] in notes:
        return {"t": "Note", "c": notes[tree["c"][0][0]]}
    return {"t": tree["t"], "c": _called(tree["c"], notes)}
