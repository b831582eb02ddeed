"""Corrections: the fixes of findings made in the texts of their files, round by round, and written all together."""

from __future__ import annotations

import difflib
import os
import re
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from refkit.edits import apply_edits, compatible, lines_of
from refkit.errors import RefkitError, UnreadableFileError
from refkit.formats.files import decoded, encoded_like, read_bytes, write_bytes
from refkit.model import Checked, Edit, Finding, Safety

#: Each round makes what the rounds before have left room for; more than a few means that rules undo each other.
_ROUNDS = 20
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
#: What comes of the files of a call once some of them have another content.
Check = Callable[[Mapping[str, bytes]], Sequence[Checked]]


class Correction(NamedTuple):
    """A file before and after its fixes, and how often which rule corrected something in it."""

    path: str
    old: bytes
    new: bytes
    codes: Counter[str]


@dataclass
class _Draft:
    """Files as they will be, by path, none of it written yet."""

    old: dict[str, bytes] = field(default_factory=dict)
    new: dict[str, bytes] = field(default_factory=dict)
    codes: dict[str, Counter[str]] = field(default_factory=dict)

    def correct(self, path: str, source: str, edits: Sequence[Edit]) -> None:
        """Make edits in a file that was read as `source`."""
        if path not in self.old:
            self.old[path] = self.new[path] = read_bytes(path)
        text = decoded(self.new[path], path).text
        if lines_of(text) != lines_of(source):
            raise UnreadableFileError(f"{path}: changed while it was read; nothing is written")
        self.new[path] = encoded_like(apply_edits(text, edits), self.old[path], path)

    def corrections(self) -> tuple[Correction, ...]:
        """The files that will be others than they were."""
        return tuple(
            Correction(path, old, self.new[path], self.codes.get(path, Counter()))
            for path, old in self.old.items()
            if self.new[path] != old
        )


def correct(check: Check, unsafe: bool = False) -> tuple[Sequence[Checked], tuple[Correction, ...]]:
    """Make the safe fixes of what a check finds, or the unsafe ones too, and check again, until none is left.

    What is found in the end comes out, and the corrected files, of which nothing is written. Raises `RefkitError` for
    a file that cannot hold its correction, and for fixes that undo each other.
    """
    wanted: tuple[Safety, ...] = ("safe", "unsafe") if unsafe else ("safe",)
    draft = _Draft()
    for _ in range(_ROUNDS):
        checked = check(draft.new)
        fixable = [each for each in _findings(checked) if each.fix and each.fix.edits and each.fix.safety in wanted]
        if not fixable:
            return checked, draft.corrections()
        _make(draft, checked, fixable)
    codes = ", ".join(sorted({each.code for each in fixable}))
    raise RefkitError(f"the fixes of {codes} undo each other; leave one out with --ignore. Nothing is written")


def _findings(checked: Iterable[Checked]) -> Iterator[Finding]:
    for one in checked:
        yield from one.findings


def _make(draft: _Draft, checked: Sequence[Checked], fixable: Sequence[Finding]) -> None:
    """One round: as many fixes as do not overlap, each file once."""
    sources = {path: text for one in checked for path, text in one.linked.document.sources.items()}
    edits: dict[str, list[Edit]] = {}
    for finding, fix in compatible(fixable):
        for edit in fix.edits:
            edits.setdefault(edit.region.path, []).append(edit)
        draft.codes.setdefault(fix.edits[0].region.path, Counter())[finding.code] += 1
    for path, own in edits.items():
        draft.correct(path, sources[path], own)


def write_corrections(corrections: Sequence[Correction]) -> None:
    """Write corrected files, each whole or not at all; none if one of them was changed or must not be written."""
    for each in corrections:
        if read_bytes(each.path) != each.old:
            raise UnreadableFileError(f"{each.path}: was changed meanwhile; nothing is written")
        if not _is_writable(each.path):
            raise UnreadableFileError(f"{each.path}: is read-only; nothing is written")
    for each in corrections:
        write_bytes(each.new, each.path)


def _is_writable(path: str) -> bool:
    """Whether a file may be written; to the superuser too a file without the right to write is read-only."""
    return os.access(path, os.W_OK) and bool(os.stat(path).st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def diff(correction: Correction) -> str:
    """The unified diff of a file and its correction."""
    old, new = (_LINE.findall(decoded(data, correction.path).text) for data in (correction.old, correction.new))
    made = difflib.unified_diff(old, new, correction.path, correction.path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in made)
