"""What can be added to refkit, each as one value in one file: a format, a rule, a report, an output."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from refkit.errors import UnknownNameError
from refkit.model import (
    Checked,
    Document,
    Entry,
    Fix,
    Library,
    Linked,
    Passage,
    Place,
    Safety,
    Severity,
)
from refkit.settings import Export, Settings

if TYPE_CHECKING:
    from refkit.model import Formatted

ContentOf = Callable[[str | Path], bytes]
ReadLibrary = Callable[[str, str], Library]
WriteLibrary = Callable[[Library, Export], str]
Caveats = Callable[[Entry, Export], Iterable[tuple[str, str]]]


@dataclass(frozen=True)
class Format:
    """A file format. It reads manuscripts or libraries, from text that is decoded already, and may write libraries.

    `read_document(text, path, settings)` and `read_library(text, path)` never stop at a bad piece: it becomes a
    `Failure`. `read_bytes(data, path, settings, content_of)` reads a manuscript in the place of `read_document` where
    the file is not plain text; `content_of(path)` gives the bytes of files that it names.
    `update_library(old, library, export)` writes a library into the text of a file that exists, and keeps what is
    not data there: comments. `caveats(entry, export)` names what is written, but not where other programs look for
    it, or that they misread: each a variable and the reason.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    read_document: Callable[[str, str, Settings], Document] | None = None
    read_bytes: Callable[[bytes, str, Settings, ContentOf], Document] | None = None
    read_library: ReadLibrary | None = None
    write_library: WriteLibrary | None = None
    update_library: Callable[[str, Library, Export], str] | None = None
    caveats: Caveats = lambda _entry, _export: ()


def later(module: str, name: str) -> Any:
    """A function of a module that is imported when it is first called: each run looks through all formats."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(module), name)(*arguments)

    return call


@dataclass(frozen=True)
class Problem:
    """What a rule says of one place: the linter adds code, severity and path to make it a `Finding`."""

    message: str
    at: Passage | Place
    offset: int = 0
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None
    severity: Severity | None = None


#: What a rule proposes at best, as its page says it.
FIXES: Mapping[Safety, str] = {
    "safe": "`--fix` corrects it",
    "unsafe": "`--fix --unsafe-fixes` corrects it",
    "hint": "says what may be done",
}


@dataclass(frozen=True)
class Rule:
    """A check, with the reason for it and examples that its tests, its docs and `refkit rule` are made from.

    `bad` and `good` are small Markdown manuscripts: each bad one fires this rule, no good one does. `fix` is the safety
    of what it proposes at best; None where it proposes nothing.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    reason: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    check: Callable[[Linked, Settings], Iterable[Problem]]
    fix: Safety | None = None


def _after_each_other(parts: Sequence[str], _several: bool) -> str:
    return "".join(parts)


@dataclass(frozen=True)
class Report:
    """A form of output. `render(checked, colour)` gives the part of one paper.

    `join(parts, several)` makes the whole output of the parts, with a line end; `several` says that more than one paper
    was asked for, however many could be read.
    """

    name: str
    summary: str
    render: Callable[[Checked, bool], str]
    join: Callable[[Sequence[str], bool], str] = _after_each_other


@dataclass(frozen=True)
class Output:
    """A form that formatted lists and notes are written in.

    `render(formatted)` gives a whole text, with a line end, or the bytes of a file; `suffixes` are those of such files.
    `on_terminal` is what a person sees on a terminal in its place.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: str
    render: Callable[[Formatted], str | bytes]
    on_terminal: Callable[[Formatted], str] | None = None


@cache
def discover(package: str) -> Mapping[str, Any]:
    """The values that the modules of a package define under its kind's name, by name or code, in order.

    `refkit.formats` modules define FORMAT, `refkit.rules` RULE, `refkit.reports` REPORT,
    `refkit.styles.outputs` OUTPUT.
    """
    kind = package.rpartition(".")[2].rstrip("s").upper()
    found = {getattr(value, "code", value.name): value for value in _values(package, kind)}
    return dict(sorted(found.items()))


def _values(package: str, kind: str) -> Iterator[Any]:
    for info in pkgutil.iter_modules(import_module(package).__path__):
        value = getattr(import_module(f"{package}.{info.name}"), kind, None)
        if value is not None:
            yield value


def named(package: str, name: str) -> Any:
    """The value of a package by its name or code; `UnknownNameError` lists those that exist."""
    known = discover(package)
    if name not in known:
        kind = package.rpartition(".")[2].rstrip("s")
        raise UnknownNameError(f"no {kind} is called {name!r}; there are: {', '.join(known)}")
    return known[name]
