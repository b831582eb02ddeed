"""Markdown, and text that a scanner or a converter left in its manner."""

from __future__ import annotations

import re

from refkit.formats.lines import split_lines
from refkit.formats.metadata import Metadata, read_metadata
from refkit.formats.tables import with_rows
from refkit.formats.text import from_lines, with_source
from refkit.kinds import Format
from refkit.model import Document, Text
from refkit.settings import DEFAULT, Settings
from refkit.text import language, light

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?=[\w-]+[ \t]*:)(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)


def read_document(text: str, path: str, settings: Settings = DEFAULT) -> Document:
    """Notes and reference lists of a Markdown text, with their places."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT_MATTER.match(text)
    skipped = text[: front.end()].count("\n") if front else 0
    metadata = read_metadata(front[1] if front else "", path)
    title = _title(front[1]) if front else None
    lines = split_lines(text)[skipped:]
    document = with_source(from_lines(with_rows(lines), path, "markdown", title, settings), text, lines)
    if metadata == Metadata():
        return document
    failures = sorted([*metadata.failures, *document.failures], key=lambda failure: failure.place.rank)
    return document.model_copy(
        update={
            "failures": tuple(failures),
            "repairs": metadata.repairs,
            "paragraphs": (*metadata.nocite, *document.paragraphs),
            "library": metadata.library,
        }
    )


def _title(front: str) -> Text | None:
    """The title in the front matter."""
    found = _TITLE.search(front)
    if not found:
        return None
    title = light(found[1].strip("\"'"))
    return Text({language(title): title})


FORMAT = Format(
    name="markdown",
    suffixes=(".md", ".markdown"),
    summary="Markdown with [^1] footnotes, and scanned text with notes at the foot of its pages",
    read_document=read_document,
)
