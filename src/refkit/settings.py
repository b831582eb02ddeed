"""Everything that can be set, in one frozen model, with documented defaults."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from refkit.errors import RefkitError
from refkit.keys import DEFAULT_PATTERN, check_pattern

_Model = TypeVar("_Model", bound=BaseModel)


class Settings(BaseModel):
    """Thresholds of linking and checking, and which rules run.

    Scores run from 0 to 1; docs/linking.md says what they are made of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    link_threshold: float = Field(default=0.62, ge=0, le=1, description="a citation links to a work from this score on")
    pair_threshold: float = Field(
        default=0.45, ge=0, le=1, description="an Arabic and a Latin-script reference are one work from this score on"
    )
    twin_share: float = Field(
        default=0.5, ge=0, le=1, description="two lists are twins if this share of the shorter one is paired"
    )
    select: tuple[str, ...] = Field(default=(), description="codes or code prefixes to run; empty means all")
    ignore: tuple[str, ...] = Field(default=(), description="codes or code prefixes not to run")

    def runs(self, code: str) -> bool:
        """Whether a rule is selected: the longest prefix that fits decides, `ignore` over `select`."""
        chosen = max((len(prefix) for prefix in self.select if code.startswith(prefix)), default=-1)
        refused = max((len(prefix) for prefix in self.ignore if code.startswith(prefix)), default=-1)
        return refused < chosen if self.select else refused < 0


class Export(BaseModel):
    """How a library is written. A format takes what applies to it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: Literal["biblatex", "bibtex"] = Field(
        default="biblatex", description="which programs a .bib file is for: biber, or classic BibTeX"
    )
    language: Literal["ar", "en", "both"] = Field(
        default="both",
        description="the forms to write; both: the work's own language first, the other as far as the format holds it",
    )
    key_pattern: Annotated[str, AfterValidator(check_pattern)] = Field(
        default=DEFAULT_PATTERN, description="what a key is made of where an entry has none that the format can use"
    )


class Citing(BaseModel):
    """How notes and reference lists are formatted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: Literal["ar", "en", "both"] = Field(
        default="both",
        description="the entries to list: those with a form in Arabic, in English, or all, each in its own language",
    )
    arrangement: Literal["mixed", "arabic-first", "twins"] = Field(
        default="arabic-first",
        description="mixed: one list by alphabet; arabic-first: one list, Arabic entries first; twins: each entry in an"
        " Arabic and in an English list",
    )
    sections: bool = Field(default=False, description="divide each list by type: periodicals, books, theses ...")
    digits: Literal["keep", "latin", "arabic"] = Field(
        default="keep", description="the digits of Arabic entries: as they are, 123, or ١٢٣"
    )
    arabic_comma: bool = Field(default=True, description="write ، and ؛ where the style has , and ; in Arabic entries")
    joined_waw: bool = Field(default=True, description="join و to the word behind it")
    quotes_outside: bool = Field(
        default=False, description="in English, put full stop and comma behind closing quotation marks"
    )
    processes: int = Field(default=1, ge=1, le=64, description="how many processes format a long list")


def chosen(model: type[_Model], **values: Any) -> _Model:
    """Settings from values that a user gave; `RefkitError` says in one line which of them cannot be."""
    try:
        return model(**values)
    except ValidationError as error:
        problem = error.errors()[0]
        reason = str(problem["msg"]).removeprefix("Value error, ")
        raise RefkitError(f"{'.'.join(map(str, problem['loc']))}: {problem['input']!r}: {reason}") from None
