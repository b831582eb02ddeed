"""What citing makes: formatted lists, notes and in-text citations, as runs of text without any markup."""

from __future__ import annotations

from typing import Literal

from refkit.model.base import Failure, Model

Face = Literal["italic", "bold", "small-caps", "superscript", "subscript", "underline"]


class Run(Model):
    """A stretch of text of one look: plain text, nothing escaped.

    `language` is set where it differs from that of the line: an English title in an Arabic line.
    """

    text: str
    faces: tuple[Face, ...] = ()
    url: str | None = None
    language: str | None = None


class Line(Model):
    """One formatted entry, note or in-text citation.

    `key` is that of the entry, "" for a note that cites several or none. `language` gives the direction. `label` is the
    number or label in front, where the style has one.
    """

    key: str
    language: str
    label: str = ""
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The text of all runs, without the label."""
        return "".join(run.text for run in self.runs)


class Section(Model):
    """A part of a list under its own heading; a list without sections has one, with no heading."""

    heading: str = ""
    language: str
    lines: tuple[Line, ...]


class FormattedList(Model):
    """A formatted reference list of one language."""

    language: str
    heading: str = ""
    sections: tuple[Section, ...]
    hanging_indent: bool = True


class Formatted(Model):
    """What `cite` and `cite_notes` give: lists, notes, and the entries that could not be formatted, with the reason."""

    style: str
    lists: tuple[FormattedList, ...] = ()
    notes: tuple[Line, ...] = ()
    failures: tuple[Failure, ...] = ()
