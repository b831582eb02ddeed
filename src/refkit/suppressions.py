"""Findings that are right as they are: which a comment or the settings allow, and which of these allow nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from refkit.errors import RefkitError
from refkit.model import Finding, Linked, Note, Passage, Place, Reference, Region, Suppression
from refkit.settings import Allowance, Settings, is_meant
from refkit.text import ascii_digits


@dataclass(frozen=True)
class Found:
    """A finding, and the note or entry that it stands in."""

    finding: Finding
    passage: Passage | None

    @property
    def lines(self) -> set[int]:
        """The lines of the file that the note or entry takes, or the finding's own."""
        lines = {anchor.line for anchor in self.passage.anchors} if self.passage else set()
        return lines | ({self.finding.line} if self.finding.line else set())


@dataclass
class Claim:
    """One that says that findings of some rules are right: which it means, where it stands, and how often it held.

    `elsewhere`: it may hold for another paper than this one.
    """

    codes: tuple[str, ...]
    means: Callable[[Found], bool]
    place: Place
    said: str
    held: int = field(default=0)
    elsewhere: bool = False

    def holds(self, found: Found) -> bool:
        """Whether it means a finding; counts those."""
        held = found.finding.code.startswith(self.codes) and self.means(found)
        self.held += held
        return held


def claims_of(linked: Linked, settings: Settings, selector: Callable[[str], str]) -> list[Claim]:
    """All that the document and the settings allow. `selector` gives the code of a rule, or raises."""
    document = linked.document
    places = linked.library.places
    made = [_of_comment(each, document.path, places, selector) for each in document.suppressions]
    # A library beside a paper: what it allows may be found in other papers.
    given = [_of_comment(each, document.path, places, selector) for each in linked.library.suppressions]
    made += [replace(claim, elsewhere=True) for claim in given]
    works = {link.source: link.work for link in linked.links}
    files = document.files or (document.path,)
    for each in settings.allow:
        if each.file and not any(is_meant(file, each.file) for file in files):
            continue
        if not each.file and not _is_there(each, linked, works):
            continue
        made.append(_of_settings(each, works, document.start, selector))
    return made


def divide(found: Sequence[Found], claims: Sequence[Claim]) -> tuple[list[Finding], list[Finding]]:
    """The findings that stay, and those that are allowed."""
    kept: list[Finding] = []
    allowed: list[Finding] = []
    for each in found:
        held = [claim.holds(each) for claim in claims]
        (allowed if any(held) else kept).append(each.finding)
    return kept, allowed


def _of_comment(
    suppression: Suppression, path: str, places: Mapping[str, Region], selector: Callable[[str], str]
) -> Claim:
    place = suppression.place
    file = place.path or path
    try:
        codes = tuple(map(selector, suppression.rules))
    except RefkitError as error:
        raise RefkitError(f"{file}:{place.line}: {error}") from None

    def means(found: Found) -> bool:
        if found.finding.path != file or suppression.line is None:
            return found.finding.path == file
        return suppression.line in found.lines or any(
            region.path == file and region.line <= suppression.line <= region.end_line
            for key in found.finding.works
            if (region := places.get(key)) and region.line <= (found.finding.line or 0) <= region.end_line
        )

    return Claim(codes, means, place, ", ".join(suppression.rules))


def _of_settings(
    allowance: Allowance, works: dict[str, str | None], start: Place, selector: Callable[[str], str]
) -> Claim:
    def means(found: Found) -> bool:
        if allowance.file and not is_meant(found.finding.path, allowance.file):
            return False
        if allowance.note and not (isinstance(found.passage, Note) and _is_note(found.passage, allowance.note)):
            return False
        return not allowance.entry or _concerns(found, allowance.entry, works)

    of = " and ".join(f"{kind} {name}" for kind, name in (("note", allowance.note), ("entry", allowance.entry)) if name)
    said = f"{allowance.rule} of {of or allowance.file} in the settings"
    return Claim((selector(allowance.rule),), means, start, said)


def _concerns(found: Found, entry: str, works: dict[str, str | None]) -> bool:
    passage = found.passage
    if isinstance(passage, Reference) and _is_entry(passage, entry, works):
        return True
    return entry in found.finding.works


def _is_there(allowance: Allowance, linked: Linked, works: dict[str, str | None]) -> bool:
    """Whether the document has the note or the entry that an allowance for any file names."""
    document = linked.document
    if allowance.note and not any(_is_note(note, allowance.note) for note in document.notes):
        return False
    entry = allowance.entry
    known = {work.key for work in linked.works}
    return not entry or entry in known or any(_is_entry(line, entry, works) for line in document.references)


def _is_note(note: Note, label: str) -> bool:
    return _bare(note.label) == _bare(label)


def _is_entry(line: Reference, entry: str, works: dict[str, str | None]) -> bool:
    return works.get(line.id) == entry or (line.number is not None and _bare(line.number) == _bare(entry))


def _bare(label: str) -> str:
    """A label without its brackets, in ASCII digits."""
    return ascii_digits(label).strip(" ()[]{}.:^")
