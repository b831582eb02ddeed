"""Markdown, and text that a scanner or a converter left in its manner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.formats.lines import Line, split_lines
from refkit.formats.lists import find_lists
from refkit.formats.notes import find_notes, is_notes_heading
from refkit.kinds import Format
from refkit.model import Document, Text
from refkit.text import language, light
from refkit.vocabulary import heading_kind

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?=[\w-]+[ \t]*:)(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
#: A title stands among the first headings, before the paper begins.
_TITLE_HEADINGS = 4


def read_document(text: str, path: str) -> Document:
    """Notes and reference lists of a Markdown text, with their places."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    skipped = text[: front.end()].count("\n") if front else 0
    lines = split_lines(text)[skipped:]
    lists, puzzles, taken = find_lists(lines)
    notes, failures = find_notes([line for line in lines if line.number not in taken])
    return Document(
        path=path,
        format="markdown",
        title=_title(front[1] if front else "", lines),
        notes=tuple(notes),
        lists=tuple(lists),
        failures=tuple(sorted([*puzzles, *failures], key=lambda failure: failure.place.line)),
    )


def _title(front: str, lines: Sequence[Line]) -> Text:
    """The title in each language: from the front matter, else the first headings, one a language."""
    forms: dict[str, str] = {}
    if found := _TITLE.search(front):
        title = light(found[1].strip("\"'"))
        forms[language(title)] = title
    headings = [line for line in lines if line.kind == "heading"]
    for line in [] if forms else headings[:_TITLE_HEADINGS]:
        kind = heading_kind(line.text)
        if kind.starts_list or kind.starts_section or is_notes_heading(line.text):
            break
        title = light(line.text).strip(" :*")
        tag = language(title)
        if tag in forms or tag == "und":
            break
        forms[tag] = title
    return Text(forms)


FORMAT = Format(
    name="markdown",
    suffixes=(".md", ".markdown", ".txt"),
    summary="Markdown with [^1] footnotes, and scanned text with notes at the foot of its pages",
    read_document=read_document,
)
