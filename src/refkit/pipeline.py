"""The stages in their order, composed once: for the command, the library and whatever comes later."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from refkit.formats import read, read_library
from refkit.linter import check
from refkit.matcher import link
from refkit.model import Finding, Library, Linked
from refkit.parser import parse
from refkit.settings import Settings


@dataclass(frozen=True)
class Checked:
    """A manuscript with its links and what was found in it."""

    linked: Linked
    findings: tuple[Finding, ...]


def link_file(path: str | Path, library: Library | None = None, settings: Settings | None = None) -> Linked:
    """Read, parse and link a manuscript."""
    return link(parse(read(path)), library, settings)


def check_file(path: str | Path, library: Library | None = None, settings: Settings | None = None) -> Checked:
    """Read, parse, link and check a manuscript."""
    linked = link_file(path, library, settings)
    return Checked(linked, check(linked, settings))


def extract_file(path: str | Path, settings: Settings | None = None) -> Library:
    """The works of a manuscript as one bilingual library, in the order of its lists, then of its notes."""
    return Library(references=tuple(work.entry for work in link_file(path, settings=settings).works))


__all__ = ["Checked", "check_file", "extract_file", "link_file", "read_library"]
