"""A baseline: the findings that a paper had when it came under refkit, so that only new ones fail."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, NamedTuple

from refkit.errors import RefkitError
from refkit.formats.files import read_text, write_text
from refkit.model import Checked, Finding

VERSION = 1


class Known(NamedTuple):
    """A finding of a baseline: its file, from the folder of the baseline, and its fingerprint."""

    path: str
    fingerprint: str


@dataclass(frozen=True)
class Baseline:
    """The findings that are known, each with its code and its message, by the file that lists them."""

    path: str
    entries: Mapping[Known, tuple[str, str]]

    def known(self, finding: Finding) -> Known:
        """What a finding goes by in this baseline."""
        return Known(_below(self.path, finding.path), finding.fingerprint)

    def divide(self, checked: Checked) -> Checked:
        """What was checked, with the findings that are known apart."""
        known = tuple(each for each in checked.findings if self.known(each) in self.entries)
        new = tuple(each for each in checked.findings if self.known(each) not in self.entries)
        return checked.model_copy(update={"findings": new, "known": known})

    def gone(self, files: Iterable[str], found: Iterable[Finding], runs: Callable[[str], bool]) -> int:
        """How many of its findings are found no longer, of the files that were checked and the rules that ran."""
        checked = {_below(self.path, file) for file in files}
        still = {self.known(each) for each in found}
        return sum(
            known.path in checked and runs(code) and known not in still for known, (code, _) in self.entries.items()
        )


def read_baseline(path: str) -> Baseline:
    """The baseline in a file; `RefkitError` in one line for what is none, or one of another version."""
    try:
        data = json.loads(read_text(path))
        version = data["baseline_version"]
        if version == VERSION:
            return Baseline(path, dict(map(_entry, data["findings"])))
    except (ValueError, LookupError, TypeError, RecursionError):
        raise RefkitError(f"{path}: not a baseline of refkit; --write-baseline makes one") from None
    raise RefkitError(
        f"{path}: a baseline of version {version!r}, not {VERSION}; remove it and make another with --write-baseline"
    )


def _entry(item: Mapping[str, Any]) -> tuple[Known, tuple[str, str]]:
    return Known(item["path"], item["fingerprint"]), (item["code"], item["message"])


def write_baseline(path: str, files: Iterable[str], found: Sequence[Finding], runs: Callable[[str], bool]) -> None:
    """Write what was found in some files as their baseline; what a baseline there says of other files, or of rules
    that did not run, is kept.

    Raises `RefkitError` where another kind of file stands.
    """
    before = read_baseline(path) if os.path.exists(path) else Baseline(path, {})
    now = {_below(path, file) for file in files}
    entries = {known: said for known, said in before.entries.items() if known.path not in now or not runs(said[0])}
    entries |= {before.known(each): (each.code, each.message) for each in found}
    findings = [
        {"path": known.path, "code": code, "fingerprint": known.fingerprint, "message": message}
        for known, (code, message) in sorted(entries.items(), key=lambda entry: (entry[0].path, *entry[1], entry[0]))
    ]
    text = json.dumps({"baseline_version": VERSION, "findings": findings}, ensure_ascii=False, indent=1)
    write_text(text + "\n", path)


def _below(baseline: str, path: str) -> str:
    """A path as seen from the folder of a baseline, the same on every system."""
    folder = os.path.dirname(os.path.abspath(baseline))
    target = os.path.abspath(path)
    try:
        return PurePath(os.path.relpath(target, folder)).as_posix()
    except ValueError:  # another drive
        return Path(target).as_posix()
