"""The libraries that a manuscript names (`bibliography: refs.bib`, `\\addbibresource{refs.bib}`), read beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from refkit.errors import RefkitError
from refkit.model import Entry, Failure, Library, Place, Repair

#: `\bibliography{refs}` leaves the suffix out.
_USUAL = ".bib"


@dataclass(frozen=True)
class Naming:
    """The name of a library as a manuscript has it, and where; `folders` are those that it may stand in."""

    name: str
    place: Place
    folders: tuple[Path, ...]


@dataclass
class Named:
    """What the named libraries hold: the first entry of each key, what was not understood, and which are missing."""

    entries: dict[str, Entry] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    @property
    def library(self) -> Library:
        return Library(references=tuple(self.entries.values()))


def read_named(names: Iterable[Naming]) -> Named:
    """The libraries of these names, each read once; a failure stands where the manuscript names its library."""
    from refkit.formats import read_library

    found = Named()
    seen: set[Path] = set()
    for naming in names:
        file = _file_of(naming)
        if file is None:
            reason = f"{naming.name}: no such file beside the manuscript; a library may be named with --library"
            found.repairs.append(Repair(text=naming.name, reason=reason, place=naming.place))
        elif file not in seen:
            seen.add(file)
            try:
                library = read_library(file)
            except RefkitError as error:
                found.failures.append(Failure(text=naming.name, reason=str(error), place=naming.place))
                continue
            for entry in library.references:
                found.entries.setdefault(entry.key, entry)
            found.failures += [_failure(naming, failure) for failure in library.failures]
    return found


def _file_of(naming: Naming) -> Path | None:
    names = (naming.name, naming.name + _USUAL)
    return next((file for name in names for folder in naming.folders if is_file(file := folder / name)), None)


def is_file(path: Path) -> bool:
    """Whether a path is that of a file, also where its name is one that no file can have."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long, or with a null character
        return False


def _failure(naming: Naming, failure: Failure) -> Failure:
    reason = f"{naming.name}, {failure.place.words}: {failure.reason}"
    return Failure(text=failure.text, reason=reason, place=naming.place)
