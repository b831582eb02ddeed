"""Manuscripts for these tests: Markdown with real notes, written by pandoc in the format that is to be read."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pypandoc

from refkit.formats.markdown import read_document
from tests.documents import EXAMPLE

_MARKER = re.compile(r"<sup>\(?\d+\)?</sup>|\(\s*\d+\s*\)|\[\d+\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\*\*\(\d+\)\*\*")
PUNCTUATION = re.compile(r"([\\`*_{}\[\]<>#^~$|])")


def with_real_notes(text: str) -> str:
    """A scanned text with its notes as footnotes of Markdown, in the same order and place."""
    document = read_document(text, "paper.md")
    lines = text.split("\n")
    taken = {anchor.line for note in document.notes for anchor in note.anchors}
    for note in sorted(document.notes, key=lambda note: note.marker.rank if note.marker else (0, 0), reverse=True):
        assert note.marker
        assert note.marker.line
        assert note.marker.column
        line, start = lines[note.marker.line - 1], note.marker.column - 1
        marker = _MARKER.match(line, start)
        assert marker, line[start:]
        lines[note.marker.line - 1] = f"{line[:start].rstrip()}[^{note.position}]{line[marker.end() :]}"
    body = [line for number, line in enumerate(lines, 1) if number not in taken]
    definitions = [f"[^{note.position}]: {escaped(note.text)}\n" for note in document.notes]
    return "\n".join([*body, "", *definitions])


def escaped(text: str) -> str:
    """A text that Markdown takes as it is."""
    return PUNCTUATION.sub(r"\\\1", text)


def write(text: str, path: Path, *options: str, writer: str | None = None) -> Path:
    """A Markdown text as a document, by pandoc."""
    command = [
        pypandoc.get_pandoc_path(),
        "--from",
        "markdown-smart-tex_math_dollars-yaml_metadata_block",
        "--standalone",
    ]
    command += ["--to", writer] if writer else []
    command += ["--wrap=none"] if writer == "plain" else []
    subprocess.run([*command, *options, "-o", str(path)], input=text.encode(), check=True, capture_output=True)
    return path


def example() -> str:
    """The example paper with real notes."""
    return with_real_notes(EXAMPLE.read_text("utf-8"))
