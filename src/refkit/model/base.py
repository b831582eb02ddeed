"""What all models have in common: frozen, strict, CSL spelling outside and underscores inside."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

_UPPER = frozenset(("URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID"))


def csl_spelling(name: str) -> str:
    """CSL's name of a field: `container_title` -> `container-title`, `URL` stays."""
    return name if name in _UPPER else name.replace("_", "-")


class Model(BaseModel):
    """Frozen; unknown fields are errors; CSL spelling outside, underscores inside."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        alias_generator=csl_spelling,
        serialize_by_alias=True,
        defer_build=True,  # a run builds only the models that it uses
    )


class Place(Model):
    """Where a piece stands: its line and column in the file, both from 1; `path` names it where there are several.

    In a file without lines for people (Word) both are None, `where` says it in words, and `order` sorts.
    """

    line: int | None = 1
    column: int | None = 1
    where: str = ""
    order: int = 0
    path: str | None = None

    @property
    def words(self) -> str:
        """The place in words, whatever the format."""
        if self.path:
            return f"{self.path}, {self.where}" if self.where else f"{self.path}:{self.line}"
        return self.where or f"line {self.line}"

    @property
    def rank(self) -> tuple[int, int]:
        """What places of one file are sorted by."""
        return self.line or self.order, self.column or 0


class Region(Model):
    """A stretch of a file: its first character, and the place behind its last one; lines and columns from 1."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Failure(Model):
    """A piece that was not understood: its raw text, why, and where it stands."""

    text: str
    reason: str
    place: Place


class Suppression(Model):
    """What the author of a file allows: the findings of some rules, with the reason.

    `rules` are codes or names as written, `place` is where it says so, `line` the line that it concerns; None for the
    whole file.
    """

    rules: tuple[str, ...]
    reason: str
    place: Place
    line: int | None = None


class Repair(Model):
    """A fault of a file that was put right in reading: the raw text, what was wrong, and where it stands."""

    text: str
    reason: str
    place: Place
