"""One bibliographic record, bilingual, and the values that it is made of."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, RootModel, WithJsonSchema, model_serializer, model_validator

from refkit.model.base import Failure, Model, csl_spelling
from refkit.text import ascii_digits, language


def _or_plain(*types: str) -> Any:
    """Let the JSON Schema of a model also take a plain value, as its validator does."""

    def extend(schema: dict[str, Any]) -> None:
        whole = {key: schema.pop(key) for key in list(schema) if key not in ("title", "description")}
        schema["anyOf"] = [{"type": list(types) if len(types) > 1 else types[0]}, whole]

    return extend


#: Volume, issue, pages …: kept as text, and written in a library file as a number where it is one.
Plain = Annotated[str | None, WithJsonSchema({"type": ["string", "number"]})]


class Text(RootModel[dict[str, str]]):
    """One text in one or more languages: BCP 47 tag (ar, en, ar-Latn) -> form, as written.

    >>> Text({"ar": "مجلة الحقيقة", "en": "Truth Magazine"}).form("en")
    'Truth Magazine'
    """

    model_config = ConfigDict(frozen=True, json_schema_extra=_or_plain("string", "number"))

    def form(self, tag: str) -> str | None:
        """The form in one language, or None."""
        return self.root.get(tag)

    def any(self) -> str:
        """The first form, whatever its language."""
        return next(iter(self.root.values()), "")


class NameForm(Model):
    """A name in one script: a person (family, given, particles, suffix) or, not divided, a literal."""

    family: str | None = None
    given: str | None = None
    dropping_particle: str | None = None
    non_dropping_particle: str | None = None
    suffix: str | None = None
    literal: str | None = None

    @model_validator(mode="after")
    def _has_a_part(self) -> Self:
        if not (self.family or self.given or self.literal):
            raise ValueError("a name needs family, given or literal")
        return self

    @property
    def parts(self) -> str:
        """All parts in given-first order, joined by spaces."""
        found = (self.given, self.dropping_particle, self.non_dropping_particle, self.family, self.suffix, self.literal)
        return " ".join(part for part in found if part)


class Name(RootModel[dict[str, NameForm]]):
    """A person or corporate author in one or more languages: BCP 47 tag -> form.

    In a library file also a plain string, or one form without its tag.
    """

    model_config = ConfigDict(frozen=True, json_schema_extra=lambda schema: _or_name_form(schema))

    def form(self, tag: str) -> NameForm | None:
        """The form in one language, or None."""
        return self.root.get(tag)


def _or_name_form(schema: dict[str, Any]) -> None:
    _or_plain("string")(schema)
    schema["anyOf"].insert(1, dict(schema["anyOf"][-1]["additionalProperties"]))


class Date(Model):
    """A date as far as it is known. `text` is how it was printed, where that says more than the numbers.

    In a library file a plain year (2017), an ISO date (2024-12-22) or a mapping. `also` is the same date in the
    other calendar: `{year: 1399, calendar: hijri, also: {year: 1979}}`.
    """

    model_config = ConfigDict(json_schema_extra=_or_plain("integer", "string"))

    year: int | None = None
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)
    end_year: int | None = None
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    text: str | None = None
    also: Date | None = None

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, value: object) -> object:
        if isinstance(value, int) and not isinstance(value, bool):
            return {"year": value}
        if isinstance(value, str):
            match = re.fullmatch(r"(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", ascii_digits(value.strip()))
            if match:
                keys = ("year", "month", "day")
                return {key: int(part) for key, part in zip(keys, match.groups(), strict=True) if part}
            return {"text": value}
        return value

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.year is None and not self.text:
            raise ValueError("a date needs a year or a text")
        return self

    @property
    def date_parts(self) -> list[list[int]]:
        """CSL's date-parts; empty if there is no Gregorian year."""
        if self.calendar == "hijri":
            return self.also.date_parts if self.also else []
        if self.year is None:
            return []
        start = [part for part in (self.year, self.month, self.day if self.month else None) if part is not None]
        return [start, [self.end_year]] if self.end_year else [start]

    @model_serializer(mode="wrap")
    def _as_short_as_possible(self, handler: Any) -> object:
        more = (self.end_year, self.text, self.also)
        if self.year is None or self.calendar == "hijri" or any(part is not None for part in more):
            return handler(self)
        if self.month is None:
            return self.year if self.day is None else handler(self)
        if not 0 <= self.year <= 9999:
            return handler(self)
        return f"{self.year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")


class Fields(Model):
    """The CSL variables of one work, each text and name in one or more languages."""

    type: str | None = None
    language: str | None = None
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    title: Text | None = None
    container_title: Text | None = None
    collection_title: Text | None = None
    volume: Plain = None
    issue: Plain = None
    edition: Plain = None
    page: Plain = None
    issued: Date | None = None
    publisher: Text | None = None
    publisher_place: Text | None = None
    department: Text | None = Field(default=None, description="faculty or department; refkit's own, CSL has none")
    genre: Text | None = None
    archive: Text | None = None
    URL: Plain = None
    DOI: Plain = None
    ISBN: Plain = None
    ISSN: Plain = None
    accessed: Date | None = None
    note: Text | None = None
    keyword: Plain = None

    NAMES: ClassVar[tuple[str, ...]] = ("author", "editor", "translator")
    TEXTS: ClassVar[tuple[str, ...]] = (
        "title",
        "container_title",
        "collection_title",
        "publisher",
        "publisher_place",
        "department",
        "genre",
        "archive",
        "note",
    )
    DATES: ClassVar[tuple[str, ...]] = ("issued", "accessed")
    PLAIN: ClassVar[tuple[str, ...]] = ("volume", "issue", "edition", "page", "URL", "DOI", "ISBN", "ISSN", "keyword")

    @model_validator(mode="before")
    @classmethod
    def _plain_values(cls, value: object) -> object:
        """`title: مدخل` and `volume: 3` are taken as people write them: tagged by script, made text."""
        if not isinstance(value, dict):
            return value
        own = value.get("language")
        return {
            name: item if type(item) is Text else _spelled_out(str(name).replace("-", "_"), item, own)
            for name, item in value.items()
        }

    def csl(self, tag: str) -> dict[str, Any]:
        """The variables as a CSL-JSON object in one language; what has no form in it is left out."""
        item: dict[str, Any] = {}
        for name in Fields.model_fields:
            value = _csl_value(getattr(self, name), tag)
            if value not in (None, "", []):
                item[csl_spelling(name)] = value
        return item

    def printed(self, tag: str) -> dict[str, Any]:
        """The variables as a CSL-JSON object, each text and name in `tag` or else in the form it has; ASCII digits."""
        item = {}
        for name in Fields.model_fields:
            if name == "language":
                continue
            value = _csl_value(_in_one_form(getattr(self, name), tag), tag)
            if value not in (None, "", []):
                item[csl_spelling(name)] = _ascii(value)
        return item

    def is_empty(self) -> bool:
        """Whether nothing is known but type and language."""
        return not (self.model_fields_set - {"type", "language", "key"})


def _scalar(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _spelled_out(name: str, value: object, own: object) -> object:
    if name in Fields.TEXTS and (isinstance(value, str) or _scalar(value)):
        return {_tag(str(value), own): str(value)}
    if name in Fields.NAMES and isinstance(value, list | tuple):
        return [_spelled_name(item, own) for item in value]
    if name in Fields.PLAIN and _scalar(value):
        return str(value)
    return value


def _spelled_name(item: object, own: object) -> object:
    if isinstance(item, str):
        return {_tag(item, own): {"literal": item}}
    if isinstance(item, dict) and item.keys() & {"family", "given", "literal"}:
        return {_tag(" ".join(str(part) for part in item.values()), own): item}
    return item


def _tag(value: str, own: object) -> str:
    found = language(value)
    return str(own) if found == "und" and own else found


def _csl_value(value: object, tag: str) -> Any:
    if isinstance(value, Text):
        return value.form(tag)
    if isinstance(value, Date):
        if value.date_parts:
            return {"date-parts": value.date_parts}
        # CSL-JSON has no calendar: a Hijri year alone is text.
        raw = value.text or (f"{value.year}هـ" if value.year else "")
        return {"raw": raw} if raw else None
    if isinstance(value, tuple):
        forms = [name.form(tag) for name in value]
        return [form.model_dump(exclude_none=True) for form in forms if form]
    return value


def _in_one_form(value: object, tag: str) -> object:
    """A text or name, or each of several names, under one tag: that of the form it has, if it has none in `tag`."""
    if isinstance(value, tuple):
        return tuple(_in_one_form(name, tag) for name in value)
    if isinstance(value, Text | Name) and tag not in value.root:
        return type(value)({tag: next(iter(value.root.values()))}) if value.root else value
    return value


def _ascii(value: Any) -> Any:
    if isinstance(value, str):
        return ascii_digits(value)
    if isinstance(value, list):
        return [_ascii(item) for item in value]
    return {key: _ascii(item) for key, item in value.items()} if isinstance(value, dict) else value


class Entry(Fields):
    """One bibliographic record, bilingual, under the key that citations and exports use."""

    key: str = Field(min_length=1, pattern=r"^\S+$")


class Library(Model):
    """The entries of a library file, and what in it was not understood."""

    references: tuple[Entry, ...] = ()
    failures: tuple[Failure, ...] = Field(default=(), exclude=True)
