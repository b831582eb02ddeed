"""One bibliographic record, bilingual, and a library of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from pydantic import Field, JsonValue, model_validator

from refkit.model.base import Failure, Model, Region, Repair, Suppression, csl_spelling
from refkit.model.values import Date, Name, Plain, Text
from refkit.text import ascii_digits, language


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
            name: spelled(item, own) if type(item) is not dict and (spelled := _SPELLED.get(name)) else item
            for name, item in value.items()
        }

    @classmethod
    def variables(cls) -> tuple[str, ...]:
        """The names of the CSL variables, in the order of the model."""
        return tuple(name for name in cls.model_fields if name not in _NO_VARIABLES)

    def csl(self, tag: str) -> dict[str, Any]:
        """The variables as a CSL-JSON object in one language; what has no form in it is left out."""
        item: dict[str, Any] = {}
        for name in self.variables():
            value = _csl_value(getattr(self, name), tag)
            if value not in (None, "", []):
                item[csl_spelling(name)] = value
        return item

    def printed(self, tag: str) -> dict[str, Any]:
        """The variables as a CSL-JSON object, each text and name in `tag` or else in the form it has; ASCII digits."""
        item = {}
        for name in self.variables():
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


def _spelled_text(value: object, own: object) -> object:
    return {_tag(str(value), own): str(value)} if isinstance(value, str) or _scalar(value) else value


def _spelled_names(value: object, own: object) -> object:
    return [_spelled_name(item, own) for item in value] if isinstance(value, list | tuple) else value


def _spelled_name(item: object, own: object) -> object:
    if isinstance(item, str):
        return {_tag(item, own): {"literal": item}}
    if isinstance(item, dict) and not _PARTS.isdisjoint(item):
        return {_tag(" ".join(str(part) for part in item.values()), own): item}
    return item


def _spelled_plain(value: object, _own: object) -> object:
    return str(value) if _scalar(value) else value


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
    """One bibliographic record, bilingual, under the key that citations and exports use.

    Beside what references print it holds the variables that libraries carry. `custom` keeps what else the file it
    came from says, under the name that it has there (`file`, `eprint`, `M3`), so that nothing is lost on the way.
    """

    key: str = Field(min_length=1, pattern=r"^\S+$")
    container_author: tuple[Name, ...] = ()
    collection_editor: tuple[Name, ...] = ()
    abstract: Text | None = None
    annote: Text | None = None
    title_short: Text | None = None
    container_title_short: Text | None = None
    event_title: Text | None = None
    event_place: Text | None = None
    original_title: Text | None = None
    status: Text | None = None
    number: Plain = None
    chapter_number: Plain = None
    collection_number: Plain = None
    number_of_pages: Plain = None
    number_of_volumes: Plain = None
    version: Plain = None
    call_number: Plain = None
    archive_location: Plain = None
    PMID: Plain = None
    PMCID: Plain = None
    event_date: Date | None = None
    original_date: Date | None = None
    custom: dict[str, JsonValue] = Field(default_factory=dict, json_schema_extra={"default": {}})

    NAMES: ClassVar[tuple[str, ...]] = (*Fields.NAMES, "container_author", "collection_editor")
    TEXTS: ClassVar[tuple[str, ...]] = (
        *Fields.TEXTS,
        "abstract",
        "annote",
        "title_short",
        "container_title_short",
        "event_title",
        "event_place",
        "original_title",
        "status",
    )
    DATES: ClassVar[tuple[str, ...]] = (*Fields.DATES, "event_date", "original_date")
    PLAIN: ClassVar[tuple[str, ...]] = (
        *Fields.PLAIN,
        "number",
        "chapter_number",
        "collection_number",
        "number_of_pages",
        "number_of_volumes",
        "version",
        "call_number",
        "archive_location",
        "PMID",
        "PMCID",
    )


class Library(Model):
    """The entries of a library file, what in it was not understood, and what was put right in reading it."""

    references: tuple[Entry, ...] = ()
    failures: tuple[Failure, ...] = Field(default=(), exclude=True)
    repairs: tuple[Repair, ...] = Field(default=(), exclude=True)
    places: dict[str, Region] = Field(default={}, exclude=True, description="where entries stand, by key")
    suppressions: tuple[Suppression, ...] = Field(default=(), exclude=True, description="what comments in it allow")

    def __eq__(self, other: object) -> bool:
        """Where entries stand, and what comments allow, makes no difference."""
        if not isinstance(other, Library):
            return NotImplemented
        mine, others = ((each.references, each.failures, each.repairs) for each in (self, other))
        return mine == others

    __hash__ = None  # type: ignore[assignment]  # nothing holds libraries in sets


#: What a model has beside CSL's variables.
_NO_VARIABLES = frozenset(("key", "custom"))
_PARTS = frozenset(("family", "given", "literal"))
#: Variable, in both spellings -> what makes a value of it of what people write.
_SPELLED: dict[object, Callable[[object, object], object]] = {
    spelling: spelled
    for names, spelled in ((Entry.TEXTS, _spelled_text), (Entry.NAMES, _spelled_names), (Entry.PLAIN, _spelled_plain))
    for name in names
    for spelling in (name, csl_spelling(name))
}
