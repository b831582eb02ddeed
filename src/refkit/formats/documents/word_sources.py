"""The sources that Word keeps for its own citations and bibliography, in the part `customXml` of a file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from refkit.formats.csl_json.reading import read_library
from refkit.formats.documents.markup import parsed
from refkit.model import Library

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: Where the sources may stand, and what tells their part from others.
PART = re.compile(r"customXml/item\d+\.xml")
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_B = f"{{{_NAMESPACE}}}"
_TYPES = {
    "Book": "book",
    "BookSection": "chapter",
    "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine",
    "ConferenceProceedings": "paper-conference",
    "Report": "report",
    "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
    "Case": "legal_case",
    "Film": "motion_picture",
    "Interview": "interview",
    "Patent": "patent",
}
_FIELDS = {
    "Title": "title",
    "JournalName": "container-title",
    "PeriodicalTitle": "container-title",
    "BookTitle": "container-title",
    "ConferenceName": "container-title",
    "InternetSiteTitle": "container-title",
    "Publisher": "publisher",
    "City": "publisher-place",
    "Volume": "volume",
    "Issue": "issue",
    "Pages": "page",
    "Edition": "edition",
    "URL": "URL",
    "DOI": "DOI",
}
_PEOPLE = {"Author": "author", "Editor": "editor", "Translator": "translator", "BookAuthor": "container-author"}


def sources(parts: Mapping[str, bytes], path: str) -> Library:
    """The sources in the parts of a Word file, under their tags; Word's citations name them by these."""
    items = [
        item
        for name, part in parts.items()
        if PART.fullmatch(name) and _NAMESPACE.encode() in part
        for source in parsed(part, path).iter(f"{_B}Source")
        if (item := _item(source))
    ]
    return read_library(json.dumps(items), path) if items else Library()


def _item(source: Element) -> dict[str, Any]:
    """A source as CSL-JSON; empty for one without a tag or a title."""
    said = {child.tag.removeprefix(_B): (child.text or "").strip() for child in source}
    if not said.get("Tag") or not said.get("Title"):
        return {}
    item: dict[str, Any] = {
        "id": "_".join(said["Tag"].split()),
        "type": _TYPES.get(said.get("SourceType", ""), "document"),
    }
    for name, variable in _FIELDS.items():
        if value := said.get(name):
            item.setdefault(variable, value)
    if year := said.get("Year"):
        item["issued"] = {"date-parts": [[int(year)]]} if re.fullmatch(r"\d{3,4}", year) else {"raw": year}
    for role, variable in _PEOPLE.items():
        if people := list(_people(source, role)):
            item[variable] = people
    return item


def _people(source: Element, role: str) -> Iterator[dict[str, str]]:
    for group in source.iterfind(f"{_B}Author/{_B}{role}"):
        if literal := group.findtext(f"{_B}Corporate", "").strip():
            yield {"literal": literal}
        for person in group.iter(f"{_B}Person"):
            last, first, middle = (person.findtext(f"{_B}{part}", "").strip() for part in ("Last", "First", "Middle"))
            given = f"{first} {middle}".strip()
            if last or given:
                yield {"family": last, "given": given} if last and given else {"literal": last or given}
