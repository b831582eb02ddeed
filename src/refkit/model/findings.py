"""What linking and checking find: works, links with their reasons, findings."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from refkit.model.base import Model, Region
from refkit.model.document import Document
from refkit.model.entry import Entry, Library

Outcome = Literal["same", "same-folded", "short-form", "near", "differs", "missing-left", "missing-right"]


class Comparison(Model):
    """One field of two mentions of a work: both values as written, and how they compare.

    `same-folded`: equal after folding, or another spelling, calendar or order of the same. `short-form`: one says
    less, nothing that contradicts. `near`: a word or letter apart. `missing-left`: only `right` has it.
    """

    field: str
    outcome: Outcome
    left: str = ""
    right: str = ""


BackReferenceTrouble = Literal["no-antecedent", "after-other", "ambiguous", "other-author"]


class Link(Model):
    """A citation or a reference -> a work, with a score from 0 to 1 and the labelled levels that held.

    `source` is the id of a reference, or of a note and the position of the citation in it (n4.1). `against` is the
    reference (or, for a work in no list, the note) that the fields were compared with. `refers_to` is the note that a
    back-reference points to, and `trouble` what is wrong with it: no work before it that it can mean, another
    one in between, several, which are then the `candidates`, or one by another author than it names. `work` is None
    where nothing is cited, or where to name one would be to guess.
    """

    source: str
    work: str | None
    score: float
    because: tuple[str, ...]
    refers_to: str | None = None
    against: str | None = None
    comparisons: tuple[Comparison, ...] = ()
    trouble: BackReferenceTrouble | None = None
    candidates: tuple[str, ...] = ()

    def comparison(self, field: str) -> Comparison | None:
        """How one field compared, or None where it was not compared."""
        return next((found for found in self.comparisons if found.field == field), None)


class Work(Model):
    """What citations and references denote: the merged bilingual entry, who mentions it, and the keys of the entries
    that libraries have of it.
    """

    key: str
    entry: Entry
    references: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()

    @property
    def in_library(self) -> bool:
        """Whether a library has it."""
        return bool(self.entries)


class Linked(Model):
    """A document with its works, and the links from its citations and references to them.

    `library` holds the entries that could be cited: those that were given, and those that the document carries.
    """

    document: Document
    works: tuple[Work, ...] = ()
    links: tuple[Link, ...] = ()
    library: Library = Library()
    twins: tuple[tuple[str, str], ...] = Field(
        default=(), description="pairs of list ids: lists of the same works in two languages"
    )


Severity = Literal["error", "warning", "info"]


class Edit(Model):
    """One change of a file: what stands in the region, `old`, becomes `new`."""

    region: Region
    old: str
    new: str


Safety = Literal["safe", "unsafe", "hint"]


class Fix(Model):
    """A correction that refkit proposes, in words, and the edits that make it.

    A `safe` one changes how a thing is written, never what it says; an `unsafe` one is right in all likelihood, and
    may change what is said. A `hint` wants a reader's eye, and has no edits.
    """

    safety: Safety = "hint"
    message: str
    edits: tuple[Edit, ...] = ()


class Finding(Model):
    """One inconsistency: what, where, and which notes, references and works it concerns.

    `line` and `column` are None in a format without lines; `where` says the place in words in each. `data` holds the
    values that the message speaks of. `fingerprint` tells it from all others of its file, and stays when lines move.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    line: int | None
    column: int | None
    where: str = ""
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    data: dict[str, str] = {}
    fix: Fix | None = None
    fingerprint: str = ""


class Checked(Model):
    """A manuscript with its links and what was found in it, but for what is `suppressed`, with a reason, and
    what is `known` from a baseline.
    """

    linked: Linked
    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
