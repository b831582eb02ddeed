"""Entries to RIS: each variable under the tag of its type."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from refkit.characters import one_line, without_controls
from refkit.formats.bilingual import divide, guess, written_language
from refkit.formats.collector import paused
from refkit.formats.dates import printed
from refkit.formats.ris.table import RIS_TYPES, TAGS, variable_of
from refkit.model import Date, Entry, Library, NameForm
from refkit.settings import Export

_PAGES = re.compile(r"(\w+)-(\w+)")


@paused()
def write_library(library: Library, export: Export) -> str:
    """The library as RIS, in the language of the export; of the other forms, RIS holds that of the title."""
    return "\n".join(_record(entry, export) for entry in library.references)


def _record(entry: Entry, export: Export) -> str:
    return "".join(f"{tag}  - {value}\n" for tag, value in _lines(entry, export) if value or tag == "ER")


def _lines(entry: Entry, export: Export) -> Iterator[tuple[str, str]]:
    main, _, others = divide(entry, export.language)
    own = entry.custom.get("TY")
    kind = own if isinstance(own, str) and own else RIS_TYPES.get(entry.type or "document", "GEN")
    yield "TY", kind
    yield "ID", entry.key
    home: dict[str, str] = {}
    for name in TAGS:
        tag, _, only = name.partition("@")
        if not only or only == kind:
            variable = variable_of(tag, kind)
            home.setdefault(variable or "", tag)
    for variable, tag in home.items():
        if variable in main:
            yield from _values(variable, tag, main[variable])
    for tag, form in others.get("title", {}).items():
        # What has no script of its own would not be known for the other language.
        if guess(form, None) == tag != guess(main["title"], None):
            yield "TT", _one_line(form)
            break
    if language := written_language(entry, export.language):
        yield "LA", language
    if page := main.get("page"):
        pages = _PAGES.fullmatch(page)
        yield "SP", pages[1] if pages else _one_line(page)
        if pages:
            yield "EP", pages[2]
    for variable in ("ISBN", "ISSN"):
        if variable in main:
            yield "SN", _one_line(main[variable])
    yield from _own_tags(entry.custom)
    yield "ER", ""


def _values(variable: str, tag: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Date):
        yield from _written_date(tag, value)
    elif isinstance(value, list):
        yield from ((tag, _one_line(_written_name(form))) for form in value)
    elif variable == "keyword":
        yield from ((tag, word) for part in value.split(",") if (word := _one_line(part)))
    else:
        yield tag, _one_line(value)


def _written_date(tag: str, date: Date) -> Iterator[tuple[str, str]]:
    plain = date.also if date.calendar == "hijri" and date.also else date
    if plain.year is None or plain.calendar == "hijri":
        yield "DA" if tag == "PY" else tag, _one_line(printed(plain))
        return
    year = f"{'-' * (plain.year < 0)}{abs(plain.year):04}"
    if tag == "PY":
        yield "PY", year
    if tag != "PY" or plain.month:
        parts = [f"{part:02}" if part else "" for part in (plain.month, plain.day)]
        yield "DA" if tag == "PY" else tag, "/".join([year, *parts, ""])


def _written_name(form: NameForm) -> str:
    if form.literal or not form.family:
        return f"{(form.literal or form.parts).strip(', ')},"
    family = " ".join(filter(None, (form.non_dropping_particle, form.family)))
    given = " ".join(filter(None, (form.given, form.dropping_particle)))
    # A comma in a part would divide it.
    parts = [" ".join(part.replace(",", " ").split()) for part in (family, given, form.suffix or "")]
    return ", ".join(parts).rstrip(", ")


def _own_tags(custom: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for tag, value in custom.items():
        if re.fullmatch(r"[A-Z][A-Z0-9]", tag) and tag != "TY":  # ascii: tags
            yield from (
                (tag, _one_line(one)) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)
            )


def _one_line(text: str) -> str:
    return one_line(without_controls(text))


def caveats(entry: Entry, _export: Export) -> Iterable[tuple[str, str]]:
    """Dates and parts of names that RIS has no room for."""
    for variable in ("issued", "accessed"):
        date = getattr(entry, variable)
        if date and (date.calendar == "hijri" or date.year is None):
            yield variable, "RIS has Gregorian dates only; what there is of one is written, else the text"
