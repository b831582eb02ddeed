"""The values that a record is made of: texts and names in several languages, dates."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, RootModel, WithJsonSchema, model_serializer, model_validator

from refkit.model.base import Model
from refkit.text import ascii_digits


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
        if (
            isinstance(value, dict)
            and isinstance(text := value.get("text"), str)
            and not any(map(str.isprintable, text))
        ):
            # A text of which nothing can be seen is none.
            return {key: part for key, part in value.items() if key != "text"}
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
