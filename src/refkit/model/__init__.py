"""The nouns of refkit, as frozen Pydantic models; read this folder first.

Names follow CSL, with underscores in Python (`container_title`) and CSL's own spelling in YAML and JSON
(`container-title`). Every value keeps the text as it was written; folding is for comparing, never for storing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from refkit.model.base import Failure, Model, Place, Region, Repair, Suppression
from refkit.model.document import (
    Anchor,
    Citation,
    Confidence,
    Document,
    Form,
    Locator,
    LooseMarker,
    Note,
    Passage,
    Reference,
    ReferenceList,
    Span,
    Value,
)
from refkit.model.entry import Entry, Fields, Library
from refkit.model.findings import (
    Checked,
    Comparison,
    Edit,
    Finding,
    Fix,
    Link,
    Linked,
    Outcome,
    Safety,
    Severity,
    Work,
)
from refkit.model.values import Date, Name, NameForm, Text

if TYPE_CHECKING:
    from refkit.model.formatted import Face, Formatted, FormattedList, Line, Run, Section

__all__ = [
    "Anchor",
    "Checked",
    "Citation",
    "Comparison",
    "Confidence",
    "Date",
    "Document",
    "Edit",
    "Entry",
    "Face",
    "Failure",
    "Fields",
    "Finding",
    "Fix",
    "Form",
    "Formatted",
    "FormattedList",
    "Library",
    "Line",
    "Link",
    "Linked",
    "Locator",
    "LooseMarker",
    "Model",
    "Name",
    "NameForm",
    "Note",
    "Outcome",
    "Passage",
    "Place",
    "Reference",
    "ReferenceList",
    "Region",
    "Repair",
    "Run",
    "Safety",
    "Section",
    "Severity",
    "Span",
    "Suppression",
    "Text",
    "Value",
    "Work",
]


_FORMATTED = frozenset(("Face", "Formatted", "FormattedList", "Line", "Run", "Section"))


def __getattr__(name: str) -> Any:
    """What is formatted is loaded when it is first asked for: to check a paper takes none of it."""
    if name in _FORMATTED:
        return getattr(import_module("refkit.model.formatted"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
