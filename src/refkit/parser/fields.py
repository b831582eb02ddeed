"""From a finished draft to a citation: values made of slices, the type of the work, the form of the citation."""

from __future__ import annotations

import re
from typing import Any

from refkit.dates import find_days
from refkit.model import Citation, Date, Fields, Form, Locator, Name, NameForm, Span, Text
from refkit.names import split_people
from refkit.names.persons import by_author
from refkit.parser.draft import Draft
from refkit.parser.printed import printed_date, printed_number
from refkit.text import ascii_digits, language, shade
from refkit.vocabulary import find, finder
from refkit.vocabulary import terms as words

#: Grammar field -> attribute of `Fields`, for those that differ.
_ATTRIBUTES = {
    "container-title": "container_title",
    "publisher-place": "publisher_place",
    "collection-title": "collection_title",
}
_TEXTS = (
    "title",
    "container-title",
    "publisher",
    "publisher-place",
    "department",
    "genre",
    "collection-title",
    "archive",
)
_NUMBERS = ("volume", "issue", "edition", "page")
_VERBATIM = ("URL", "DOI")
#: The fields whose spans a citation carries.
_PUBLIC = (*_TEXTS, *_NUMBERS, *_VERBATIM, "author", "editor", "translator", "issued", "accessed")


def citation_of(draft: Draft) -> Citation:
    """The citation that a draft describes."""
    draft.settle()
    own = language(draft.text)
    values: dict[str, Any] = {name: value for name in _VERBATIM if (value := draft.value(name))}
    for name in _TEXTS:
        if shown := _shown(draft, name):
            value = draft.text[slice(*shown[0])]
            tag = language(value)
            values[_ATTRIBUTES.get(name, name)] = Text({own if tag == "und" else tag: value})
    for name in _NUMBERS:
        if value := draft.value(name):
            values[name] = printed_number(value)
    for name in ("author", "editor", "translator"):
        if people := _people(draft, name, own):
            values[name] = people
    values |= {name: date for name, date in (("issued", _issued(draft)), ("accessed", _accessed(draft))) if date}
    form = form_of(draft)
    if form == "none":
        values = {}
    if values:
        # A back-reference says nothing of the kind of its work.
        values |= {"language": own} | ({} if form in ("ibid", "op-cit") else {"type": _type(draft, values)})
    # A work that is said to have no date has its date there.
    sources = {name: name for name in _PUBLIC} | ({"issued": "no-date"} if "no-date" in draft.found else {})
    public = {name: source for name, source in sources.items() if _ATTRIBUTES.get(name, name) in values}
    return Citation(
        text=draft.text,
        form=form,
        same_author=draft.nameless,
        language=own,
        fields=Fields(**values),
        locator=_locator(draft),
        spans={
            name: _shown(draft, source) if name in _TEXTS else draft.spans(source) for name, source in public.items()
        },
        confidence={name: draft.confidence[source] for name, source in public.items()},
    )


def _shown(draft: Draft, name: str) -> tuple[Span, ...]:
    """Where the text of a field stands: over several stretches if only signs are between (كلية الآداب، قسم الآثار)."""
    spans = draft.spans(name)
    if len(spans) < 2:
        return spans
    start, end = spans[0]
    for first, last in spans[1:]:
        if any(char.isalnum() for char in draft.text[end:first]):
            break
        end = last
    return ((start, end),)


def _people(draft: Draft, name: str, own: str) -> tuple[Name, ...]:
    written = draft.value(name)
    if not written:
        return ()
    if name == "author" and written.startswith("ل") and "title" in draft.found and _after(draft, "author", "title"):
        written = by_author(written)
    return names_of(written, name in draft.family_first, own)


def names_of(written: str, inverted: bool, own: str) -> tuple[Name, ...]:
    """The names in a text, the first of them family name first or not; `own` is the language of one that shows none."""
    people = []
    for person in split_people(written, family_first=inverted):
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
    if undated := draft.value("no-date"):
        return Date(text=undated)
    value = draft.value("issued")
    return printed_date(value) if value else None


def _accessed(draft: Draft) -> Date | None:
    value = draft.value("accessed")
    return printed_date(value) if find_days(shade(value)) else None


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


def form_of(draft: Draft) -> Form:
    """full, short, or none; a back-reference in two senses is op-cit where an author is named, else ibid."""
    if draft.form == "ambiguous":
        return "op-cit" if draft.has("author", "title") else "ibid"
    if draft.form:
        return draft.form
    if draft.kind == "reference":
        return "full" if draft.found else "none"
    if finder(words.SCRIPTURE).match(draft.shadow.text.lstrip(' (﴿"')):
        return "none"
    if not draft.has("author", "title"):
        return "none"
    named = ("publisher", "publisher-place", "container-title", "department")
    certain = [name for name in named if draft.confidence.get(name) == "single"]
    dated = draft.has("issued", "URL", "DOI", "genre", "edition", "issue", "archive", "folio")
    if dated or "container-title" in certain or len(certain) >= 2 or draft.legal:
        return "full"
    if draft.has("author", "page") and not draft.has("title"):
        return "short" if draft.confidence["author"] == "single" else "none"
    # A comment may look like a name and a title; a page, or a name that is known for one, tells.
    named_work = draft.has("author") and draft.has("title") and len(draft.text.split()) <= 40
    if named_work and any(segment.start < draft.found["author"][0][0] for segment in draft.segments()):
        return "none"
    if named_work and (draft.has("page") or draft.confidence["author"] == "single"):
        return "full" if certain else "short"
    return "full" if draft.has("title") and draft.has("page") and certain else "none"


_BY_HAND = ("مخطوط", "مخطوطة", "manuscript")


def _type(draft: Draft, values: dict[str, Any]) -> str:
    """The CSL type by what the citation has: a degree, a journal, a URL, the wording of a report."""
    container = shade(values["container_title"].any()) if "container_title" in values else ""
    if draft.legal:
        return draft.legal
    if "genre" in values and find(words.THESES, shade(values["genre"].any())):
        return "thesis"
    if find(("صحيفة", "جريدة", "newspaper"), container) and not values.keys() & {"volume", "issue"}:
        return "article-newspaper"
    if find(words.JOURNAL, container) or (container and values.keys() & {"issue", "volume"}):
        return "article-journal"
    if container:
        dated = values.get("issued")
        conference = find(("مؤتمر", "المؤتمر", "ندوة", "الندوة", "conference", "symposium", "congress"), container)
        return "article-newspaper" if dated and dated.day else "paper-conference" if conference else "chapter"
    if values.keys() & {"archive"} or "folio" in draft.found or find(_BY_HAND, draft.shadow.text):
        return "manuscript"
    if "URL" in values and not values.keys() & {"edition", "volume"}:
        return "webpage"
    if "issue" in values:
        return "article-journal"
    return "book"
