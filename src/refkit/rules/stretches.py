"""The texts that rules of script and typography look at, and how a change of one is a change of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from refkit.addresses import find_dois, find_urls
from refkit.kinds import Problem
from refkit.model import Edit, Fix, Linked, Note, Passage, Reference, Safety, Value
from refkit.rules.entries import values
from refkit.rules.views import passages, spans_of

#: What has a meaning in YAML, JSON or BibTeX: a correction must not bring it in.
_SYNTAX = frozenset(",:;{}[]()\"'`\\#%&*!|<>@=~$^_?\n\t")
Change = tuple[int, int, str]
_STANDARD_NUMBER = re.compile(r"(?:is[bs]n|ردم[كد])(?:-?1[03])?\W{0,3}\d[\dx -]{6,20}", re.IGNORECASE)


@dataclass(frozen=True)
class Stretch:
    """A note, a line of a list or a value of a library's entry, with the file that it stands in."""

    passage: Note | Reference | Value
    path: str

    @property
    def text(self) -> str:
        """What stands there, without the file's markup."""
        return self.passage.text

    @cached_property
    def aside(self) -> tuple[tuple[int, int], ...]:
        """Where URLs, DOIs, ISBN and ISSN stand in the text: they are no words, and have digits of their own."""
        numbers = [match.span() for match in _STANDARD_NUMBER.finditer(self.text)]
        return (*find_urls(self.text), *find_dois(self.text), *numbers)

    def is_aside(self, offset: int) -> bool:
        """Whether a character belongs to a URL or an identifier."""
        return any(start <= offset < end for start, end in self.aside)

    @cached_property
    def bare(self) -> str:
        """The text with spaces for its URLs and DOIs: each other character stands where it stood."""
        text = self.text
        for start, end in self.aside:
            text = text[:start] + " " * (end - start) + text[end:]
        return text

    def spans(self, *fields: str) -> Iterator[tuple[int, int]]:
        """Where the values of some fields stand in the text."""
        if not isinstance(self.passage, Value):
            yield from spans_of(self.passage, *fields)
        elif self.passage.field in fields:
            yield 0, len(self.text)

    def problem(self, offset: int, message: str, text: str = "", fix: Fix | None = None) -> Problem:
        """A problem of this stretch as such, at an offset of its text; `text` is what it is about."""
        data = {"text": text} if text else {}
        if isinstance(self.passage, Value):
            key = self.passage.key
            return Problem(f"{key}: {message}", self.passage, offset, works=(key,), data={"key": key, **data}, fix=fix)
        is_note = isinstance(self.passage, Note)
        return Problem(
            message,
            self.passage,
            offset,
            notes=(self.passage.id,) if is_note else (),
            references=() if is_note else (self.passage.id,),
            data=data,
            fix=fix,
        )

    def fix(self, safety: Safety, message: str, *changes: Change) -> Fix:
        """A fix of so many changes, each [start, end) of the text and what it becomes; a hint where there is no file
        to correct."""
        if isinstance(self.passage, Value) and not all(map(self._is_plain, changes)):
            return Fix(message=message)
        edits = edits_of(self.passage, self.path, changes)
        return Fix(safety=safety, message=message, edits=edits) if edits else Fix(message=message)

    def _is_plain(self, change: Change) -> bool:
        """Whether what a change brings into a library file has no meaning for its format."""
        start, end, new = change
        return not (set(new) - set(self.text[start:end])) & _SYNTAX


def edits_of(passage: Passage, path: str, changes: tuple[Change, ...]) -> tuple[Edit, ...]:
    """The edits of a file that make changes in a passage; none if one of them has no place in it."""
    edits = []
    for start, end, new in changes:
        region = passage.region(start, end, path)
        if region is None:
            return ()
        edits.append(Edit(region=region, old=passage.text[start:end], new=new))
    return tuple(edits)


def stretches(linked: Linked, *fields: str) -> Iterator[Stretch]:
    """All notes and all lines of the lists, and all values of a library that is checked by itself.

    Beside a paper, of the entries that it cites, only the values of the variables in `fields`.
    """
    for passage in passages(linked):
        yield Stretch(passage, linked.document.path)
    if linked.document.is_library or fields:
        for value in values(linked, *(() if linked.document.is_library else fields)):
            yield Stretch(value, linked.document.path)
