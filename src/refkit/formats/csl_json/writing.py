"""Entries to CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from refkit.formats.bilingual import divide, written_language
from refkit.formats.collector import paused
from refkit.formats.csl_json.dates import read_date, written_date
from refkit.formats.csl_json.variables import FURTHER
from refkit.formats.dates import printed
from refkit.model import Date, Entry, Library, NameForm
from refkit.model.base import csl_spelling
from refkit.settings import Export


@paused()
def write_library(library: Library, export: Export) -> str:
    """The library as a list of items, in the language of the export, with the other forms under `custom.refkit`."""
    return json.dumps([_item(entry, export) for entry in library.references], ensure_ascii=False, indent=2) + "\n"


def _item(entry: Entry, export: Export) -> dict[str, Any]:
    main, tags, others = divide(entry, export.language)
    item: dict[str, Any] = {"id": entry.key, "type": "document"}
    more: dict[str, Any] = {}
    for variable in Entry.variables():
        name = csl_spelling(variable)
        value = written_language(entry, export.language) if variable == "language" else main.get(variable)
        if isinstance(value, Date):
            item[name] = written_date(value)
            if read_date(item[name]) != value:
                more.setdefault("dates", {})[name] = value.model_dump(mode="json")
        elif isinstance(value, list):
            item[name] = [_csl_name(form) for form in value]
        elif value:
            item[name] = value
        if variable in others:
            more[name] = {tag: _csl_forms(forms) for tag, forms in sorted(others[variable].items())}
        if isinstance(value, list) and (variable in others or variable in tags):
            more.setdefault("names", {})[name] = [form.parts for form in value]
        if variable in tags:
            more.setdefault("languages", {})[name] = tags[variable]
    custom = {name: value for name, value in entry.custom.items() if name not in FURTHER}
    item.update({name: value for name, value in entry.custom.items() if name in FURTHER})
    if "department" in item:
        custom["department"] = item.pop("department")  # refkit's own: CSL has no such variable
    if more:
        custom["refkit"] = more
    return {**item, "custom": custom} if custom else item


def _csl_forms(forms: Any) -> Any:
    return forms if isinstance(forms, str) else [_csl_name(form) if form else None for form in forms]


def _csl_name(form: NameForm) -> dict[str, str]:
    return {name: part for name, part in form.model_dump().items() if part}


def caveats(entry: Entry, _export: Export) -> Iterable[tuple[str, str]]:
    """Dates that CSL has no calendar for."""
    for variable in Entry.DATES:
        date = getattr(entry, variable)
        if date and date.calendar == "hijri":
            also = "beside the Gregorian date under custom" if date.date_parts else "as text"
            yield variable, f"{printed(date)}: CSL-JSON has no Hijri calendar; written {also}"
