"""Pandoc's inline elements as lines of text: what a reader sees, and beside it the markers of notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

#: An element of pandoc's tree: `{"t": type, "c": content}`.
Node = Mapping[str, Any]

_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_PLAIN_KEY = re.compile(r"\*|\w(?:[:.#$%&\-+?<>~/]?\w)*")
_SOFT_HYPHEN = "\u00ad"
_REDIRECT = re.compile(
    r"https?://www\.google\.[a-z.]{2,6}/url\?(?:[^#]*&)?q=(?P<target>https?[^&#]+)"
)  # ascii: a domain
_RAISED = re.compile(r"\d{1,4}")
#: What stands around emphasis without being of another kind of type.
_SPACES = ("Space", "SoftBreak", "LineBreak")


@dataclass
class Row:
    """One line as it is being written. `raw` is `text` with the marks of notes: `[^3]`, `<sup>1</sup>`."""

    raw: str = ""
    text: str = ""

    def add(self, text: str, raw: str | None = None) -> None:
        self.text += text
        # The text of a document may hold what looks like a footnote of Markdown: it calls none here.
        self.raw += text.replace("[^", "[ ^") if raw is None else raw


@dataclass
class Inlines:
    """Writes inline elements. `note` takes the blocks of a footnote and gives its key; `linked` holds the texts
    of notes that a link alone calls, `keys` what is written for a key.

    A citation of a key is written as in Markdown, `[@key, p. 3]`.
    """

    note: Callable[[Sequence[Node]], str]
    linked: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)

    def rows(self, inlines: Sequence[Node]) -> list[Row]:
        """The lines that a paragraph is; hard breaks divide it."""
        rows = [Row()]
        self.write(inlines, rows)
        if inlines and inlines[0]["t"] == "Superscript" and _RAISED.fullmatch(plain(inlines[:1])):
            # A raised number that opens a paragraph is a note's label, in brackets or not.
            label = plain(inlines[:1])
            rows[0] = Row(rows[0].raw, f"({label}) {rows[0].text[len(label) :].lstrip()}")
        return rows

    def write(self, inlines: Sequence[Node], rows: list[Row]) -> None:
        """Add inline elements to the last of the lines."""
        for node in inlines:
            writer = _WRITERS.get(node["t"])
            if writer:
                writer(self, node.get("c"), rows)

    def _text(self, content: str, rows: list[Row]) -> None:
        rows[-1].add(content.replace(_SOFT_HYPHEN, ""))

    def _space(self, _: None, rows: list[Row]) -> None:
        rows[-1].add(" ")

    def _line_break(self, _: None, rows: list[Row]) -> None:
        rows.append(Row())

    def _plain(self, content: Sequence[Node], rows: list[Row]) -> None:
        self.write(content, rows)

    def _last(self, content: Sequence[Any], rows: list[Row]) -> None:
        """An element of attributes, and inlines that come last: Span, and an image's description."""
        self.write(content[1], rows)

    def _raised(self, content: Sequence[Node], rows: list[Row]) -> None:
        text = plain(content)
        if _RAISED.fullmatch(text):
            rows[-1].add(text, f"<sup>{text}</sup>")
        else:
            self.write(content, rows)

    def _quoted(self, content: Sequence[Any], rows: list[Row]) -> None:
        opening, closing = _QUOTES[content[0]["t"]]
        rows[-1].add(opening)
        self.write(content[1], rows)
        rows[-1].add(closing)

    def _code(self, content: Sequence[Any], rows: list[Row]) -> None:
        """Code, a formula: their text comes last."""
        rows[-1].add(content[1])

    def _link(self, content: Sequence[Any], rows: list[Row]) -> None:
        """The text of a link, then its target if that says something else and leads out of the document."""
        _, shown, (target, _) = content
        target = _meant(target)
        if target.startswith("#") and target[1:] in self.linked:
            words = {"t": "Para", "c": [{"t": "Str", "c": self.linked[target[1:]]}]}
            self._footnote([words], rows)
            return
        before = len(rows[-1].text)
        self.write(shown, rows)
        text = rows[-1].text[before:]
        outside = target.startswith(("http://", "https://", "ftp://"))
        if outside and _address(text) != _address(target):
            rows[-1].add(f" {target}" if text.strip() else target)

    def _footnote(self, content: Sequence[Node], rows: list[Row]) -> None:
        rows[-1].add("", f"[^{self.note(content)}]")

    def _cite(self, content: Sequence[Any], rows: list[Row]) -> None:
        citations, shown = content
        if not citations:
            self.write(shown, rows)
            return
        rows[-1].add(f"[{'; '.join(map(self._citation, citations))}]")

    def _citation(self, citation: Node) -> str:
        key = self.keys.get(citation["citationId"], citation["citationId"])
        hidden = "-" if citation["citationMode"]["t"] == "SuppressAuthor" else ""
        pointer = f"{hidden}@{key if _PLAIN_KEY.fullmatch(key) else f'{{{key}}}'}"
        prefix, suffix = plain(citation["citationPrefix"]).strip(), plain(citation["citationSuffix"]).strip(" ,")
        return f"{prefix + ' ' if prefix else ''}{pointer}{', ' + suffix if suffix else ''}"


_WRITERS: dict[str, Callable[[Inlines, Any, list[Row]], None]] = {
    "Str": Inlines._text,
    "Space": Inlines._space,
    "SoftBreak": Inlines._space,
    "LineBreak": Inlines._line_break,
    **dict.fromkeys(("Emph", "Strong", "Underline", "Strikeout", "Subscript", "SmallCaps"), Inlines._plain),
    "Superscript": Inlines._raised,
    "Quoted": Inlines._quoted,
    "Code": Inlines._code,
    "Math": Inlines._code,
    "Span": Inlines._last,
    "Image": Inlines._last,
    "Link": Inlines._link,
    "Note": Inlines._footnote,
    "Cite": Inlines._cite,
}


def plain(inlines: Sequence[Node]) -> str:
    """The text of inline elements in one line, without their notes."""
    rows = [Row()]
    Inlines(lambda _: "").write(inlines, rows)
    return " ".join(row.text for row in rows)


def is_strong(inlines: Sequence[Node]) -> bool:
    """Whether a paragraph is bold as a whole."""
    shown = [node for node in inlines if node["t"] not in (*_SPACES, "Note") and not _is_anchor(node)]
    return bool(shown) and all(
        node["t"] == "Strong"
        or (node["t"] == "Span" and is_strong(node["c"][1]))
        or (node["t"] in ("Underline", "Emph") and is_strong(node["c"]))
        for node in shown
    )


def _is_anchor(node: Node) -> bool:
    """Whether a span is but the target of links."""
    return node["t"] == "Span" and not node["c"][1]


def _meant(target: str) -> str:
    """The address that a link of Google Docs leads to by way of Google."""
    redirect = _REDIRECT.match(target)
    return unquote(redirect["target"]) if redirect else target


def _address(text: str) -> str:
    return unquote(text).strip().rstrip("/").removeprefix("https://").removeprefix("http://")
