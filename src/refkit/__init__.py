"""refkit checks that the footnotes, the Arabic list and the English list of a paper agree.

    import refkit
    linked = refkit.link(refkit.parse(refkit.read("paper.md")))
    for finding in refkit.check(linked):
        print(finding.line, finding.code, finding.message)

Each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from refkit.errors import RefkitError
    from refkit.formats import read, read_library, write
    from refkit.linter import check
    from refkit.matcher import link
    from refkit.model import Document, Entry, Finding, Formatted, Library, Linked
    from refkit.parser import parse, parse_reference
    from refkit.reports import report
    from refkit.settings import Citing, Settings
    from refkit.styles import cite, cite_notes

__version__ = "0.1.0"

_HOMES = {
    "Citing": "settings",
    "Document": "model",
    "Entry": "model",
    "Finding": "model",
    "Formatted": "model",
    "Library": "model",
    "Linked": "model",
    "RefkitError": "errors",
    "Settings": "settings",
    "check": "linter",
    "cite": "styles",
    "cite_notes": "styles",
    "link": "matcher",
    "parse": "parser",
    "parse_reference": "parser",
    "read": "formats",
    "read_library": "formats",
    "report": "reports",
    "write": "formats",
}

__all__ = [
    "Citing",
    "Document",
    "Entry",
    "Finding",
    "Formatted",
    "Library",
    "Linked",
    "RefkitError",
    "Settings",
    "check",
    "cite",
    "cite_notes",
    "link",
    "parse",
    "parse_reference",
    "read",
    "read_library",
    "report",
    "write",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'refkit' has no attribute {name!r}")
    return getattr(import_module(f"refkit.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
