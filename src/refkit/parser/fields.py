"""From a finished draft to a citation: values made of slices, the type of the work, the form of the citation."""

from __future__ import annotations

import re
from typing import Any

from refkit.dates import Day, find_days, month_number, month_pattern
from refkit.model import Citation, Date, Fields, Form, Locator, Name, NameForm, Text
from refkit.names import split_people
from refkit.parser.draft import Draft
from refkit.parser.persons import by_author
from refkit.text import YEAR, ascii_digits, language, shade
from refkit.vocabulary import find, finder
from refkit.vocabulary import terms as words

#: Grammar field -> attribute of `Fields`, for those that differ.
_ATTRIBUTES = {"container-title": "container_title", "publisher-place": "publisher_place"}
_TEXTS = ("title", "container-title", "publisher", "publisher-place", "department", "genre")
_NUMBERS = ("volume", "issue", "edition", "page")
_VERBATIM = ("URL", "DOI")


def citation_of(draft: Draft) -> Citation:
    """The citation that a draft describes."""
    own = language(draft.text)
    values: dict[str, Any] = {name: draft.value(name) for name in _VERBATIM if draft.value(name)}
    for name in _TEXTS:
        if value := draft.value(name):
            tag = language(value)
            values[_ATTRIBUTES.get(name, name)] = Text({own if tag == "und" else tag: value})
    for name in _NUMBERS:
        if value := draft.value(name):
            values[name] = _number(value)
    if "volume" not in values and (part := draft.value("part") or draft.value("journal-year")):
        values["volume"] = _number(part)
    for name in ("author", "editor", "translator"):
        if people := _people(draft, name, own):
            values[name] = people
    values |= {name: date for name, date in (("issued", _issued(draft)), ("accessed", _accessed(draft))) if date}
    form = _form(draft, values)
    if form == "none":
        values = {}
    if values:
        # A back-reference says nothing of the kind of its work.
        values |= {"language": own} | ({} if draft.form else {"type": _type(draft, values)})
    return Citation(
        text=draft.text,
        form=form,
        language=own,
        fields=Fields(**values),
        locator=_locator(draft),
        spans=_public(draft, draft.spans) if values else {},
        confidence=_public(draft, draft.confidence.__getitem__) if values else {},
    )


def _public(draft: Draft, of: Any) -> dict[str, Any]:
    """What is known of each field that a citation carries, under its CSL name."""
    known = (*_TEXTS, *_NUMBERS, *_VERBATIM, "author", "editor", "translator", "issued", "accessed")
    return {name: value for name in known if name in draft.found and draft.value(name) and (value := of(name))}


def _number(value: str) -> str:
    """A number as printed, in ASCII digits; an ordinal in words as its digit."""
    shadow = " ".join(shade(value).split())
    if any(c.isdigit() for c in shadow):
        plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", shadow)
        return re.sub(r"\s*-\s*", "-", plain)
    for word, number in words.NUMERALS.items():
        if " ".join(shade(word).split()) == shadow:
            return str(number)
    return ascii_digits(value)


def _people(draft: Draft, name: str, own: str) -> tuple[Name, ...]:
    people = []
    written = draft.value(name)
    if name == "author" and written.startswith("ل") and "title" in draft.found and _after(draft, "author", "title"):
        written = by_author(written)
    for person in split_people(written, family_first=draft.inverted and name == "author"):
        form = (
            NameForm(literal=person.literal)
            if person.literal
            else NameForm(family=person.family or None, given=person.given or None)
            if person.family or person.given
            else None
        )
        if form:
            tag = language(form.parts)
            people.append(Name({own if tag == "und" else tag: form}))
    return tuple(people)


def _after(draft: Draft, name: str, other: str) -> bool:
    return draft.found[name][0][0] > draft.found[other][0][0]


def _issued(draft: Draft) -> Date | None:
    if draft.value("no-date"):
        return Date(text=draft.value("no-date"))
    value = draft.value("issued")
    if not value:
        return None
    shadow = shade(value)
    if days := find_days(shadow):
        return _date(days[0][2])
    hijri = re.search(r"(\d{3,4})\s*ه", shadow)
    years = [int(year) for year in re.findall(rf"(?<!\d){YEAR}(?!\d)", shadow)]
    also = Date(year=int(hijri[1]), calendar="hijri") if hijri else None
    gregorian = [year for year in years if not (hijri and year == int(hijri[1]))]
    if also:
        return also if not gregorian else also.model_copy(update={"also": Date(year=gregorian[0])})
    if not gregorian:
        return Date(text=value)
    # 1440 without an era in a Gregorian place would be a Hijri year: only an era says so, so it stays as printed.
    month = re.search(month_pattern(), shadow)
    return Date(
        year=gregorian[0], month=month_number(month.group()) if month else None, end_year=_end(shadow, gregorian)
    )


def _end(shadow: str, years: list[int]) -> int | None:
    """The last year of 1859-60 and 2000-2001."""
    if len(years) > 1:
        return years[1] if years[1] > years[0] else None
    short = re.search(r"\d{4}\s*[-/]\s*(\d\d)(?!\d)", shadow)
    end = years[0] // 100 * 100 + int(short[1]) if short else 0
    return end if end > years[0] else None


def _accessed(draft: Draft) -> Date | None:
    days = find_days(shade(draft.value("accessed")))
    return _date(days[0][2]) if days else None


def _date(day: Day) -> Date:
    return Date(year=day.year, month=day.month, day=day.day)


def _locator(draft: Draft) -> Locator | None:
    """What part of the work a note points to: ص ١١٨ و ١٧٥ is two pages, 14-17 one range."""
    for name in ("page", "folio"):
        value = draft.value(name)
        if value and draft.kind == "note":
            printed = " ".join(shade(value).split())
            ranges = []
            for start, end in re.findall(r"(\d+)(?:\s*-\s*(\d+))?", printed):
                ranges.append((int(start), int(end or start)))
            return Locator(label=name, value=re.sub(r"\s*-\s*", "-", ascii_digits(value)), ranges=tuple(ranges))
    return None


def _form(draft: Draft, values: dict[str, Any]) -> Form:
    """full, short, or none; a back-reference in two senses is op-cit where an author is named, else ibid."""
    if draft.form == "ambiguous":
        return "op-cit" if values.get("author") or values.get("title") else "ibid"
    if draft.form in ("ibid", "op-cit"):
        return "ibid" if draft.form == "ibid" else "op-cit"
    if draft.kind == "reference":
        return "full"
    if finder(words.SCRIPTURE).match(draft.shadow.text.lstrip(' (﴿"')):
        return "none"
    if not (values.get("author") or values.get("title")):
        return "none"
    named = ("publisher", "publisher-place", "container-title", "department")
    certain = [name for name in named if draft.confidence.get(name) == "single"]
    dated = values.keys() & {"issued", "URL", "DOI", "genre", "edition", "issue"}
    if dated or "container-title" in certain or len(certain) >= 2 or draft.legal:
        return "full"
    if values.get("author") and values.get("page") and not values.get("title"):
        return "short" if draft.confidence["author"] == "single" else "none"
    # A comment may look like a name and a title; a page, or a name that is known for one, tells.
    named_work = values.get("author") and values.get("title") and len(draft.text.split()) <= 40
    if named_work and any(segment.start < draft.found["author"][0][0] for segment in draft.segments()):
        return "none"
    if named_work and (values.get("page") or draft.confidence["author"] == "single"):
        return "full" if certain else "short"
    return "full" if values.get("title") and values.get("page") and certain else "none"


def _type(draft: Draft, values: dict[str, Any]) -> str:
    """The CSL type by what the citation has: a degree, a journal, a URL, the wording of a report."""
    container = shade(values["container_title"].any()) if "container_title" in values else ""
    if draft.legal:
        return draft.legal
    if "genre" in values:
        return "thesis"
    if find(("صحيفة", "جريدة", "newspaper"), container) and not values.keys() & {"volume", "issue"}:
        return "article-newspaper"
    if find(words.JOURNAL, container) or (container and values.keys() & {"issue", "volume"}):
        return "article-journal"
    if container:
        dated = values.get("issued")
        conference = find(("مؤتمر", "المؤتمر", "ندوة", "الندوة", "conference", "symposium", "congress"), container)
        return "article-newspaper" if dated and dated.day else "paper-conference" if conference else "chapter"
    if "folio" in draft.found or find(("مخطوط", "مخطوطة", "manuscript"), draft.shadow.text):
        return "manuscript"
    if "URL" in values and not values.keys() & {"edition", "volume", "ISBN"}:
        return "webpage"
    if "issue" in values:
        return "article-journal"
    return "book"
