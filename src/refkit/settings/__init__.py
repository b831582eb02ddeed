"""Everything that can be set, in one frozen model, with documented defaults."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from fnmatch import fnmatchcase
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from refkit.errors import RefkitError
from refkit.keys import DEFAULT_PATTERN, check_pattern
from refkit.model import Severity

_Model = TypeVar("_Model", bound=BaseModel)


def _in_a_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


#: One text, or a list of them.
_Texts = Annotated[tuple[str, ...], BeforeValidator(_in_a_list)]


def _kebab(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    """Part of a settings file: `fail-on` there is `fail_on` here; unknown keys are errors."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, alias_generator=_kebab, defer_build=True
    )


class HouseStyle(_Table):
    """What a journal or a faculty asks for, where houses differ."""

    previous_reference: Literal["as-named", "ibid", "op-cit"] = Field(
        default="as-named",
        description="what المرجع السابق points to: `ibid`, the work of the note before; `op-cit`, an earlier work that"
        " it names; `as-named`, an earlier one where it names an author or a title, else that of the note before",
    )
    collation: Literal["any", "without-articles", "with-articles"] = Field(
        default="any",
        description="what lists are sorted by (RK501): names without ال and al-, with them, or as most of a list is",
    )
    pages: Literal["usual", "required", "optional"] = Field(
        default="usual",
        description="whether a full note of a paged work needs a page (RK314): `usual`, if most of the notes have one",
    )
    digits: Literal["arabic", "western"] | None = Field(
        default=None,
        description="digits of Arabic notes and entries: `arabic` (٠١٢) or `western` (012); without it either, but not"
        " both in one note or entry (RK601)",
    )


def _said(reason: str) -> str:
    if not reason.strip():
        raise ValueError("a suppression needs its reason")
    return reason.strip()


class Allowance(_Table):
    """Findings of a rule that are right as they are: those of a note or an entry, in some files or in all."""

    rule: str = Field(description="code or name of the rule")
    reason: Annotated[str, AfterValidator(_said)] = Field(description="why it is right as it is")
    note: str | None = Field(default=None, description="label of the note, as printed: 12 or (12)")
    entry: str | None = Field(
        default=None, description="key of the work in a library, or number of the entry in its list"
    )
    file: str | None = Field(default=None, description="file, or pattern of files; without it all")

    @model_validator(mode="after")
    def _means_something(self) -> Self:
        if not (self.note or self.entry or self.file):
            raise ValueError("name its note, its entry or its file")
        return self


class Settings(_Table):
    """Everything about checking that can be set: which rules run, what a house asks for, and thresholds.

    Scores run from 0 to 1; docs/linking.md says what they are made of.
    """

    select: _Texts = Field(
        default=(), description="rules to run, by code, beginning of codes, or name; empty means all"
    )
    extend_select: _Texts = Field(default=(), description="rules to run beside those")
    ignore: _Texts = Field(default=(), description="rules not to run")
    per_file_ignores: dict[str, _Texts] = Field(
        default={}, description="file, or pattern of files, and the rules that find nothing in them"
    )
    severity: dict[str, Severity] = Field(
        default={}, description="rule, and the severity of its findings: `error`, `warning` or `info`"
    )
    fail_on: Severity = Field(
        default="warning", description="findings from this severity on are a failure (exit code 1)"
    )
    library: _Texts = Field(
        default=(), description="libraries that citations may denote; relative to the settings file"
    )
    baseline: str | None = Field(default=None, description="baseline; relative to the settings file")
    list_headings: dict[Literal["ar", "en"], _Texts] = Field(
        default={}, description="further headings of reference lists, by the language of the list"
    )
    house_style: HouseStyle = Field(default=HouseStyle(), description="what a house asks for")
    allow: tuple[Allowance, ...] = Field(
        default=(), description="findings that are right as they are, each with a reason"
    )
    link_threshold: float = Field(default=0.62, ge=0, le=1, description="a citation links to a work from this score on")
    sure_threshold: float = Field(
        default=0.75, ge=0, le=1, description="a link below this score is called weak (RK104)"
    )
    pair_threshold: float = Field(
        default=0.45, ge=0, le=1, description="an Arabic and a Latin-script reference are one work from this score on"
    )
    twin_share: float = Field(
        default=0.5, ge=0, le=1, description="two lists are twins if this share of the shorter one is paired"
    )
    ordered_share: float = Field(
        default=0.7, ge=0, le=1, description="a list is sorted, but for slips, if this share of its lines is in order"
    )

    today: date | None = Field(
        default=None, description="the day after which dates are still to come (RK703); without it that of the run"
    )

    def runs(self, code: str) -> bool:
        """Whether a rule is selected: the longest prefix that fits decides, `ignore` over `select`."""
        chosen = _longest(code, (*(self.select or ("",)), *self.extend_select))
        return _longest(code, self.ignore) < chosen

    def severity_of(self, code: str) -> Severity | None:
        """The severity that a rule is given, by the longest prefix that fits."""
        fitting = max((prefix for prefix in self.severity if code.startswith(prefix)), key=len, default=None)
        return self.severity[fitting] if fitting else None

    def ignored_in(self, path: str, code: str) -> bool:
        """Whether a rule finds nothing in a file."""
        return any(
            _longest(code, codes) >= 0 and is_meant(path, pattern) for pattern, codes in self.per_file_ignores.items()
        )


#: All as it is without a settings file.
DEFAULT = Settings()


def _longest(code: str, prefixes: Iterable[str]) -> int:
    """The length of the longest prefix that fits a code; -1 if none does."""
    return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)


def is_meant(path: str, pattern: str) -> bool:
    """Whether a pattern of files means a file: by its name, or, where the pattern has a folder, by its whole path."""
    if "/" not in pattern:
        return fnmatchcase(os.path.basename(path), pattern)
    return fnmatchcase(os.path.abspath(path), os.path.abspath(pattern))


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
