"""The lines of a Markdown or plain-text file: their kind, and their text free of markup with its places."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from refkit.model import Anchor, Passage
from refkit.text import INVISIBLE

LineKind = Literal["blank", "heading", "rule", "definition", "text", "code"]


@dataclass(frozen=True)
class Line:
    """One line: its number from 1, its kind, its text without markup and where each stretch of that text stood.

    `label` is the label of a footnote definition (`[^label]:`); `strong` says that the whole line is bold, `row` that
    it is the row of a table, `after_break` that it goes on in a paragraph after a hard break. `list_language` is that
    of the list which the line is a heading of, by the settings.
    """

    number: int
    raw: str
    kind: LineKind
    text: str
    anchors: tuple[Anchor, ...]
    level: int = 0
    label: str = ""
    strong: bool = False
    indent: int = 0
    list_language: str = ""
    row: bool = False
    after_break: bool = False


_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_RULE = re.compile(r"\s{0,3}(?:-[ \t]*){3,}$|\s{0,3}(?:\*[ \t]*){3,}$|\s{0,3}(?:_[ \t]*){3,}$")
_DEFINITION = re.compile(r"\s{0,3}\[\^([^\[\]\s]{1,80})\]:[ \t]*")
_STRONG = re.compile(r"\s*(?:[-•*]\s+)?(?:\*\*|__)(?=\S)(.+?)(?:\*\*|__)\s*[:：.]?\s*$")
_RAISED_HEAD = re.compile(r"\s{0,3}<sup>\s*(\d{1,4})\s*</sup>")
#: Asterisks at the head of a line that has no others: no emphasis, in plain text.
_STARS = re.compile(r"\*{1,4}(?=[^*]*[^*\s][^*]*$)")
_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")

#: Markup of a line, each alternative with the part that is text. Its order decides.
_MARKUP = re.compile(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|<(?P<autolink>(?:https?|ftp|mailto):[^\s<>]+)>"
    r"|!?\[(?P<linktext>[^\[\]]{1,500})\]\((?P<target>(?:https?|ftp)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)[^()\n]{0,200}\)"
    r"|(?P<break><br\s*/?>|</(?:p|li|div|h[1-6])>)|(?P<cell></t[dh]>)"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,300}>|<!--(?:(?!<!--|-->).)*-->)"  # ascii: names of HTML elements
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z]{2,31});)"  # ascii: names of HTML entities
    r"|(?P<dash>_{4,}|(?<!\S)_{2,3}(?=[\s.,:،]))"  # a repeated author
    r"|(?P<star>(?<=\()\*{1,4}(?=\)))"  # a note's label
    r"|(?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`+)"
)


def unmark(raw: str, number: int, start: int = 0) -> tuple[str, tuple[Anchor, ...]]:
    """The text of a line from a column on, without Markdown's and HTML's marks, and where its stretches stand.

    Escapes, `<https://…>`, links, emphasis, tags and entities give the text that a reader sees; the target of a
    link follows its text.
    """
    pieces: list[tuple[str, int]] = []
    position = start
    for match in _MARKUP.finditer(raw, start):
        pieces.append((raw[position : match.start()], position))
        pieces.extend(_readable(match))
        position = match.end()
    pieces.append((raw[position:], position))
    return _assemble(pieces, number)


def _readable(match: re.Match[str]) -> list[tuple[str, int]]:
    """What a reader sees of one mark, in pieces with their columns (from 0)."""
    kind = match.lastgroup
    if kind == "target":
        text, target = match["linktext"], match["target"]
        label = [] if text.strip() == target.strip() else [(text + " ", match.start("linktext"))]
        return [*label, (target, match.start("target"))]
    if kind in ("escaped", "autolink", "dash", "star"):
        return [(match[kind], match.start(kind))]
    if kind == "entity":
        return [(html.unescape(match["entity"]), match.start())]
    if kind in ("break", "cell"):
        return [(" " if kind == "break" else ", ", match.start())]
    if kind == "emphasis" and match["emphasis"].startswith("*") and match["emphasis"] == match.string.strip():
        return [(match["emphasis"], match.start())]
    return []


def _assemble(pieces: Iterable[tuple[str, int]], number: int) -> tuple[str, tuple[Anchor, ...]]:
    text, anchors, expected = "", [], -1
    for piece, column in pieces:
        if not piece:
            continue
        if column != expected:
            anchors.append(Anchor(offset=len(text), line=number, column=column + 1))
        text += piece
        expected = column + len(piece)
    return text, tuple(anchors)


def _without_comments(text: str) -> str:
    """The text with comments over several lines emptied; one within a line goes with the other markup."""
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        comment = text[start : end + 3]
        pieces += [text[position:start], "\n" * comment.count("\n") if "\n" in comment else comment]
        position = end + 3
    return "".join([*pieces, text[position:]])


def split_lines(text: str, plain: bool = False) -> list[Line]:
    """The lines of a file, numbered as editors number them (LF, CR LF and CR end a line).

    In `plain` text asterisks at the head of a line stay: they may be the label of a note.
    """
    raws = _without_comments(text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    fenced = _fenced(raws)
    return [
        Line(number, raw, "code", "", ()) if number in fenced else _line(raw, number, plain)
        for number, raw in enumerate(raws, 1)
    ]


def _fenced(raws: list[str]) -> set[int]:
    """The numbers of the lines in fenced code; a fence that is never closed is none."""
    fenced: set[int] = set()
    opened: tuple[int, str] | None = None
    for number, raw in enumerate(raws, 1):
        match = _FENCE.match(raw)
        if match and opened is None:
            opened = (number, match[1])
        elif match and opened and match[1].startswith(opened[1]) and not raw.strip(" `~"):
            fenced.update(range(opened[0], number + 1))
            opened = None
    return fenced


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a rule across the page: ---, ***, ___."""
    return bool(_RULE.match(text))


def _line(raw: str, number: int, plain: bool) -> Line:
    head = len(raw) - len(raw.lstrip(INVISIBLE))
    if not raw[head:].strip():
        return Line(number, raw, "blank", "", ())
    if _RULE.match(raw, head):
        return Line(number, raw, "rule", "", ())
    if heading := _HEADING.match(raw, head):
        text, anchors = unmark(raw[: heading.end(2)], number, heading.start(2))
        return Line(number, raw, "heading", text, anchors, level=len(heading[1]))
    if definition := _DEFINITION.match(raw, head):
        text, anchors = unmark(raw, number, definition.end())
        return Line(number, raw, "definition", text, anchors, label=definition[1])
    if raised := _RAISED_HEAD.match(raw, head):
        # A raised number that opens a line is a note's label, in brackets or not.
        text, anchors = _labelled(f"({raised[1]}) ", raised.start(1), raw, number, raised.end())
        return Line(number, raw, "text", text, anchors)
    if plain and (stars := _STARS.match(raw, head)):
        text, anchors = _labelled(stars[0], head, raw, number, stars.end())
    else:
        text, anchors = unmark(raw, number, head)
    if not text.strip():
        return Line(number, raw, "blank", "", ())
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    return Line(number, raw, "text", text, anchors, strong=bool(_STRONG.match(raw, head)), indent=indent)


def _labelled(label: str, column: int, raw: str, number: int, start: int) -> tuple[str, tuple[Anchor, ...]]:
    """What `unmark` gives from a column on, behind a label that stands at another."""
    text, anchors = unmark(raw, number, start)
    moved = (anchor.model_copy(update={"offset": anchor.offset + len(label)}) for anchor in anchors)
    return label + text, (Anchor(offset=0, line=number, column=column + 1), *moved)


def cut(line: Line, start: int) -> Line:
    """The line from an offset of its text on."""
    return _slice(line, start, len(line.text))


def _slice(line: Line, start: int, end: int) -> Line:
    anchors = []
    for anchor, following in pairwise([*line.anchors, None]):
        stop = following.offset if following else len(line.text) + 1
        if anchor and stop > start and anchor.offset < max(end, start + 1):
            shift = max(start - anchor.offset, 0)
            offset = max(anchor.offset - start, 0)
            anchors.append(Anchor(offset=offset, line=anchor.line, column=anchor.column + shift))
    return replace(line, text=line.text[start:end], anchors=tuple(anchors))


def join(lines: Iterable[Line], paragraphs: bool = False) -> Passage:
    """Several lines as one passage: a space for each line end, no space at either end.

    `paragraphs`: a line break where a blank line, or one of another kind, stood between two of them.
    """
    texts: list[str] = []
    anchors: list[Anchor] = []
    length, last = 0, 0
    for line in lines:
        start = len(line.text) - len(line.text.lstrip())
        kept = _slice(line, start, len(line.text.rstrip()))
        if not kept.text:
            continue
        anchors.extend(
            Anchor(offset=anchor.offset + length, line=anchor.line, column=anchor.column) for anchor in kept.anchors
        )
        apart = paragraphs and texts and line.number > last + 1
        texts.append(("\n" if apart else " " if texts else "") + kept.text)
        length += len(kept.text) + 1
        last = line.number
    return Passage(text="".join(texts), anchors=tuple(anchors))
