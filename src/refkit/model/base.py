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
    """Where a piece stands in its file: line and column, both from 1."""

    line: int = 1
    column: int = 1


class Failure(Model):
    """A piece that was not understood: its raw text, why, and where it stands."""

    text: str
    reason: str
    place: Place


class Repair(Model):
    """A fault of a file that was put right in reading: the raw text, what was wrong, and where it stands."""

    text: str
    reason: str
    place: Place
