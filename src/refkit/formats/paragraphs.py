"""The running text of a document in lines: its paragraphs without notes, reference lists, headings and code."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from refkit.formats.lines import Line, join
from refkit.formats.notes import inline_spans
from refkit.model import Passage

_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


def find_paragraphs(lines: Sequence[Line], taken: Collection[int]) -> tuple[Passage, ...]:
    """The paragraphs in the lines that no list and no note has taken; inline notes and code are blanked."""
    found: list[Passage] = []
    paragraph: list[Line] = []
    for line in lines:
        if line.kind == "text" and line.number not in taken:
            paragraph.append(_running(line))
        elif paragraph:
            found.append(join(paragraph))
            paragraph = []
    return tuple([*found, join(paragraph)] if paragraph else found)


def _running(line: Line) -> Line:
    """The line with spaces in the place of its inline notes and its code, so that all else stays where it stands."""
    text = line.text
    for start, end in inline_spans(text) if "^[" in text else ():
        text = text[:start] + " " * (end + 1 - start) + text[end + 1 :]
    codes = [(match.start(2), match.end(2)) for match in _CODE.finditer(line.raw)] if "`" in line.raw else []
    if codes:
        columns = _columns(line)
        text = "".join(
            " " if any(start <= columns.get(at, -1) < end for start, end in codes) else char
            for at, char in enumerate(text)
        )
    return line if text is line.text else replace(line, text=text)


def _columns(line: Line) -> dict[int, int]:
    """Offset of the line's text -> column of the raw line, from 0."""
    ends = [*(anchor.offset for anchor in line.anchors[1:]), len(line.text)]
    return {
        at: anchor.column - 1 + at - anchor.offset
        for anchor, end in zip(line.anchors, ends, strict=False)
        for at in range(anchor.offset, end)
    }
