"""Layouts, macros and groups."""

from __future__ import annotations

from typing import Any

from citeproc import model

from refkit.styles.engine import marks
from refkit.styles.engine.elements.base import Container, Quick


class Macro(Container, model.Macro):
    """A part of the style under its own name."""

    def render(self, item: Any, **_: Any) -> str:
        """Its text; left out like a group whose variables are all empty."""
        called, found = item.called, item.found
        item.called = item.found = 0
        text = self.render_children(item)
        empty = item.called > 0 and item.found == 0
        shown = bool(text) and not empty
        item.called, item.found = called + item.called, found + item.found + shown
        return text if shown else ""


class Layout(Container, model.Layout):
    """What an entry, or the whole of a citation, is made by."""

    def render_entry(self, item: Any) -> str:
        """The text of one entry of a list."""
        if "second-field-align" in item.area.given:
            text = self._aligned(item)
        else:
            text = self.affixed(body) if (body := self.render_children(item)) else ""
        return self.looked(text)

    def _aligned(self, item: Any) -> str:
        """The first field in the margin, all others beside it."""
        first, *others = self.children
        margin: str = first.render(item)
        rest = [text for child in others if (text := child.render(item))]
        given = self.given
        body = marks.SEAM.join(rest) + marks.SEAM + given.get("suffix", "")
        if not rest:
            return ""
        if not margin:
            return given.get("prefix", "") + body
        before = given.get("prefix", "")
        return f"{marks.MARGIN}{before}{margin}{marks.END}{marks.INLINE}{body}{marks.END}"

    def render_cite(self, item: Any) -> str:
        """The text of one cite, without the affixes of the citation."""
        return self.render_children(item, delimiter="")


class Group(Container, model.Group):
    """Text that is left out as a whole if it calls variables and all of them are empty."""

    def render(self, item: Any, **_: Any) -> str:
        """The children's text, divided by the group's own delimiter."""
        called, found = item.called, item.found
        item.called = item.found = 0
        text = self.render_children(item, delimiter=self.given.get("delimiter", ""))
        empty = item.called > 0 and item.found == 0
        shown = bool(text) and not empty
        # A group or macro that shows anything counts as a variable of the group around it.
        item.called, item.found = called + item.called, found + item.found + shown
        if not shown:
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
