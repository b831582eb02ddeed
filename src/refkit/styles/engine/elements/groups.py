"""Layouts, macros and groups."""

from __future__ import annotations

from typing import Any

from citeproc import model

from refkit.styles.engine.elements.base import Container, Quick


class Macro(Container, model.Macro):
    """A part of the style under its own name."""

    def render(self, item: Any, **_: Any) -> str:
        """Its text; as that of a group without delimiter."""
        return self.render_children(item)


class Layout(Container, model.Layout):
    """What an entry, or the whole of a citation, is made by."""

    def render_entry(self, item: Any) -> str:
        """The text of one entry of a list."""
        text = self.render_children(item)
        return self.looked(self.affixed(text)) if text else ""

    def render_cite(self, item: Any) -> str:
        """The text of one cite, without the affixes of the citation."""
        return self.render_children(item, delimiter="")


class Group(Container, model.Group):
    """Text that is left out as a whole if it calls variables and all of them are empty."""

    def render(self, item: Any, delimiter: str = "", **_: Any) -> str:
        """The children's text, divided by the group's own delimiter."""
        called, found = item.called, item.found
        item.called = item.found = 0
        text = self.render_children(item, delimiter=self.given.get("delimiter", ""))
        empty = item.called > 0 and item.found == 0
        item.called, item.found = called + item.called, found + item.found
        if empty or not text:
            return ""
        return self.displayed(self.affixed(self.looked(text)))


class Citation(Quick, model.Citation):
    """The part of a style for notes and citations in the text."""


class Bibliography(Quick, model.Bibliography):
    """The part of a style for reference lists."""


class Sort(Quick, model.Sort):
    """The order of entries."""


class Key(Quick, model.Key):
    """One of the things that entries are ordered by."""


CLASSES = {
    "macro": Macro,
    "layout": Layout,
    "group": Group,
    "citation": Citation,
    "bibliography": Bibliography,
    "sort": Sort,
    "key": Key,
}
