"""Entries of a library as items of CSL-JSON in one language."""

from __future__ import annotations

import re
from typing import Any

from refkit.dates import gregorian_years
from refkit.model import Date, Entry, Text
from refkit.model.base import csl_spelling
from refkit.styles.engine.references import DATES, NAMES, Reference, read_raw, reference
from refkit.text import language as language_of
from refkit.vocabulary import terms
from refkit.vocabulary.ordinals import ordinal

#: What a language's forms are looked for in, first to last.
_FORMS = {"ar": ("ar",), "en": ("en", "ar-Latn")}
_WITHOUT_TYPE = "document"  # CSL 1.0.2's type of what is of no other


def own_language(entry: Entry) -> str:
    """The language that an entry is in: ar, or en for all of Latin script."""
    said = (entry.language or "").split("-")[0].lower()
    forms = entry.title.root if entry.title else {}
    if said in ("ar", "en"):
        return said
    if said and said in forms:
        return "ar" if language_of(forms[said]) == "ar" else "en"
    text = entry.title.any() if entry.title else " ".join(f.parts for n in entry.author for f in n.root.values())
    return "ar" if language_of(text) == "ar" else "en"


def has_form(entry: Entry, tag: str) -> bool:
    """Whether an entry has its title, or without a title its authors, in a language."""
    texts: list[dict[str, Any]] = [entry.title.root] if entry.title else [name.root for name in entry.author]
    return any(form in forms for form in _FORMS[tag] for forms in texts)


def entry_reference(entry: Entry, tag: str) -> Reference:
    """An entry as the engine takes it, in a language; `ValueError` says what cannot be used."""
    item: dict[str, Any] = {
        "id": entry.key,
        "type": entry.type or _WITHOUT_TYPE,
        "language": _title_language(entry, tag),
    }
    for name in entry.variables():
        spelled = csl_spelling(name)
        if spelled in ("type", "language"):
            continue
        spelled = _OF_CSL.get(spelled, spelled)
        value = _value(getattr(entry, name), tag)
        if value not in (None, "", []):
            item[spelled] = value
    for name, extra in entry.custom.items():
        if name not in item and (name in NAMES or name in DATES or name in _FURTHER):
            item[name] = extra
    if "edition" in item:
        item["edition"] = _edition(str(item["edition"]))
    if "DOI" in item:
        item["DOI"] = _RESOLVER.sub("", str(item["DOI"]).strip(), count=1)
    made = reference(item)
    if not made.values:
        raise ValueError("it has nothing that a style could print")
    return made


#: What a DOI is often given with; styles write it themselves.
_RESOLVER = re.compile(r"^(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_BEFORE, _AFTER = ("|".join(map(re.escape, words)) for words in (terms.EDITION, terms.EDITION_AFTER))
_EDITION = re.compile(rf"\s*(?:(?:{_BEFORE})\s*)?(?P<value>.+?)\s*(?:{_AFTER})?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+)(?:st|nd|rd|th)?\.?", re.IGNORECASE)


def _edition(text: str) -> str:
    """An edition as its number, where it is one: 3 for 3rd ed., third, ط3 and الطبعة الثالثة."""
    match = _EDITION.fullmatch(text[:_LONGEST])
    if not match or len(text) > _LONGEST:
        return text
    if number := _NUMBER.fullmatch(match["value"]):
        return number[1]
    said = ordinal(match["value"])
    return str(said) if said else text


#: Longer values are no numbers of editions.
_LONGEST = 60


def _title_language(entry: Entry, tag: str) -> str:
    """The language of the title that is printed: title case is for English, not for German or romanised Arabic."""
    forms = entry.title.root if entry.title and tag == "en" else {}
    return next((form for form in (*_FORMS[tag], *forms) if form in forms), tag)


#: The model's own variables -> CSL's.
_OF_CSL = {"department": "division"}
#: Texts of CSL 1.0.2 that the model keeps under `custom`.
_FURTHER = frozenset(
    "authority citation-label dimensions division event jurisdiction medium original-publisher"
    " original-publisher-place part-number part-title printing-number reviewed-genre reviewed-title scale section"
    " source supplement-number volume-title".split()
)


def _value(value: object, tag: str) -> Any:
    if isinstance(value, Text):
        return _form(value.root, tag)
    if isinstance(value, Date):
        return _date(value, tag)
    if isinstance(value, tuple):
        return [
            _form(name.root, tag).model_dump(by_alias=True, exclude_none=True)
            for name in value
            if _form(name.root, tag)
        ]
    return value


def _form(forms: dict[str, Any], tag: str) -> Any:
    """The form in a language, or else the first one there is."""
    for wanted in _FORMS[tag]:
        if wanted in forms:
            return forms[wanted]
    return next(iter(forms.values()), None)


def _date(date: Date, tag: str) -> dict[str, Any] | None:
    if date.text and read_raw(date.text):
        return {"raw": date.text}
    if date.calendar == "hijri" and date.year:
        return _hijri(date, tag)
    if date.date_parts:
        return {"date-parts": date.date_parts}
    return {"literal": date.text} if date.text else None


def _hijri(date: Date, tag: str) -> dict[str, Any]:
    """A Hijri year as written, with the Gregorian one behind it where the entry has both: 1399هـ/1979م."""
    gregorian = date.also.year if date.also else None
    written = (f"{date.year}هـ", f"{gregorian}م") if tag == "ar" else (f"{date.year} AH", f"{gregorian} CE")
    return {
        "literal": "/".join(written) if gregorian else written[0],
        "sort": gregorian or gregorian_years(date.year or 1)[0],
    }
