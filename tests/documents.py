"""Manuscripts as strings, and what the stages make of them."""

from __future__ import annotations

from pathlib import Path

from refkit.formats.markdown import read_document
from refkit.linter import check
from refkit.matcher import link
from refkit.model import Document, Finding, Link, Linked
from refkit.parser import parse

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "russian-chinese-relations.md"


def read(text: str) -> Document:
    """A Markdown text, read."""
    return read_document(text, "paper.md")


def linked(text: str) -> Linked:
    """A Markdown text, read, parsed and linked."""
    return link(parse(read(text)))


def findings(text: str) -> tuple[Finding, ...]:
    """What all rules find in a Markdown text."""
    return check(linked(text))


def codes(text: str) -> set[str]:
    """The codes of the rules that find something in a Markdown text."""
    return {finding.code for finding in findings(text)}


def link_of(found: Linked, source: str) -> Link:
    """The link of a citation (n4.1) or a reference (r3)."""
    return next(link for link in found.links if link.source == source)
