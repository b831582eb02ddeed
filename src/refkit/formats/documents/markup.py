"""The XML inside Word and ODT files, as far as pandoc passes over it: text boxes, simple fields, notes that it lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from refkit.errors import UnreadableFileError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True)
class Dialect:
    """The names of a format's elements, with their namespaces.

    `boxes` float beside a paragraph and hold `contents`, those in `alternatives` a second time; `transparent` ones
    stand around text without a meaning here. `notes` have a text, of `words` if not of all that is in them; `markers`
    call them by `name`, those within `deleted` no more. `needs` tells whether a part has something to open up, `count`
    finds the notes and `series` what calls them, all without parsing. `printed` names fields whose result is text like
    any other.
    """

    body: str
    paragraphs: tuple[str, ...]
    boxes: tuple[str, ...]
    contents: tuple[str, ...]
    alternatives: tuple[str, ...]
    transparent: tuple[str, ...]
    needs: re.Pattern[bytes]
    note_parts: tuple[str, ...]
    notes: tuple[str, ...]
    markers: tuple[str, ...]
    deleted: tuple[str, ...]
    words: tuple[str, ...]
    kind: str
    name: str
    count: re.Pattern[bytes]
    series: re.Pattern[bytes]
    printed: re.Pattern[bytes] | None = None


class NoteTexts(NamedTuple):
    """The texts of the notes that a file has, and how many more were deleted."""

    kept: list[str]
    deleted: int


def parsed(xml: bytes, path: str) -> Element:
    """The tree of a part that defines no entities; `UnreadableFileError` for what is no XML."""
    from xml.etree import ElementTree

    try:
        return ElementTree.fromstring(xml)
    except ElementTree.ParseError as error:
        raise UnreadableFileError(f"{path}: damaged: {error}") from None


def opened_up(xml: bytes, dialect: Dialect, path: str) -> bytes:
    """A part whose text boxes are paragraphs after the one that they float beside, and whose simple fields are text."""
    from xml.etree import ElementTree

    for prefix, address in dict(re.findall(rb'\bxmlns:(\w+)="([^"]*)"', xml)).items():
        if not re.fullmatch(rb"ns\d+", prefix):
            ElementTree.register_namespace(prefix.decode(), address.decode())
    root = parsed(dialect.printed.sub(b"PRINTED", xml) if dialect.printed else xml, path)
    for parent in list(root.iter()):
        if any(child.tag in dialect.transparent for child in parent):
            _unwrap(parent, dialect)
    parents = {child: parent for parent in root.iter() for child in parent}
    for paragraph in [element for element in root.iter() if element.tag in dialect.paragraphs]:
        lifted = list(_lift(paragraph, dialect))
        if lifted:
            siblings = parents[paragraph]
            at = list(siblings).index(paragraph)
            siblings[at + 1 : at + 1] = lifted
            parents.update(dict.fromkeys(lifted, siblings))
    whole: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole


def _unwrap(parent: Element, dialect: Dialect) -> None:
    children: list[Element] = []
    for child in parent:
        children.extend(_unwrapped(child, dialect))
    parent[:] = children


def _unwrapped(element: Element, dialect: Dialect) -> Iterator[Element]:
    if element.tag not in dialect.transparent:
        yield element
        return
    for child in element:
        yield from _unwrapped(child, dialect)


def _lift(element: Element, dialect: Dialect) -> Iterator[Element]:
    """Take the text boxes out of an element, and give what they hold."""
    for child in list(element):
        if child.tag in dialect.paragraphs:
            continue
        if child.tag not in dialect.boxes:
            yield from _lift(child, dialect)
            continue
        content = _content(child, dialect)
        if content is not None:
            _remove(element, child)
            yield from content


def _content(box: Element, dialect: Dialect) -> list[Element] | None:
    """The paragraphs and tables of a text box, or None for a picture."""
    inner = list(_outermost(box, dialect, dialect.alternatives)) or list(_outermost(box, dialect, ()))
    return [block for holder in inner for block in holder] or None


def _outermost(element: Element, dialect: Dialect, excluded: Sequence[str]) -> Iterator[Element]:
    """The contents of boxes in an element, not those that stand in the text of another."""
    if element.tag in excluded:
        return
    if any(child.tag in dialect.paragraphs for child in element) or element.tag in dialect.contents[:1]:
        yield element
        return
    for child in element:
        yield from _outermost(child, dialect, excluded)


def _outside(element: Element, excluded: Sequence[str]) -> Iterator[Element]:
    """An element and all below it, but for what stands in excluded ones."""
    if element.tag in excluded:
        return
    yield element
    for child in element:
        yield from _outside(child, excluded)


def _remove(parent: Element, child: Element) -> None:
    """Take a child out; the text that follows it stays."""
    if child.tail:
        at = list(parent).index(child)
        if at:
            parent[at - 1].tail = (parent[at - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def note_texts(trees: Sequence[Element], body: Element, dialect: Dialect) -> NoteTexts:
    """The notes of a file in its order: those that deleted text calls are only counted."""
    alive = {element.get(dialect.name) for element in _outside(body, dialect.deleted) if element.tag in dialect.markers}
    called = {element.get(dialect.name) for element in body.iter() if element.tag in dialect.markers}
    kept: list[str] = []
    deleted = 0
    for note in (element for tree in trees for element in tree.iter() if element.tag in dialect.notes):
        if dialect.kind and note.get(dialect.kind, "normal") != "normal":
            continue
        name = note.get(dialect.name)
        text = _text(note, dialect)
        if name in called and name not in alive:
            deleted += 1
        elif text:
            kept.append(text)
    return NoteTexts(kept, deleted)


def _text(note: Element, dialect: Dialect) -> str:
    # The last child of an ODT note is its body, after its label.
    body = note if dialect.words else note[-1]
    paragraphs = [element for element in _outside(body, dialect.deleted) if element.tag in dialect.paragraphs]
    texts = []
    for paragraph in paragraphs:
        if dialect.words:
            parts = [part.text or "" for part in _outside(paragraph, dialect.deleted) if part.tag in dialect.words]
        else:
            parts = list(paragraph.itertext())
        texts.append("".join(parts).strip())
    return " ".join(filter(None, texts))
