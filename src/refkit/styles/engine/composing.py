"""Whole reference lists: one list or two, with or without sections."""

from __future__ import annotations

from collections.abc import Iterable

from refkit.model import Entry, Failure, FormattedList, Library, Section
from refkit.settings import Citing
from refkit.styles.engine.entries import has_form, own_language
from refkit.styles.engine.listing import Listed, Renderers, failure, listed, tell_apart
from refkit.styles.engine.pool import formatted

_HEADINGS = {"ar": "المراجع", "en": "References"}
#: Types of CSL -> the section of a list, with its headings.
_SECTIONS = (
    ("article-journal article-magazine article-newspaper article review review-book", "الدوريات", "Periodicals"),
    ("book chapter entry-encyclopedia entry-dictionary entry classic collection", "الكتب", "Books"),
    ("thesis", "الرسائل والأطاريح", "Theses"),
    ("paper-conference speech event", "المؤتمرات", "Conferences"),
    (
        "report document legislation legal_case bill regulation treaty hearing",
        "الوثائق والتقارير",
        "Documents and reports",
    ),
    ("manuscript", "المخطوطات", "Manuscripts"),
    ("webpage post post-weblog dataset software", "المواقع الإلكترونية", "Websites"),
)
_OTHERS = ("مصادر أخرى", "Other sources")
_ORDINALS = {
    "ar": ("أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً", "سادساً", "سابعاً", "ثامناً"),
    "en": ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"),
}


def compose(
    library: Library, renderers: Renderers, citing: Citing, style: str
) -> tuple[list[FormattedList], list[Failure]]:
    """The lists of a library as the settings ask for them, and the entries that could not be formatted."""
    if citing.arrangement == "twins":
        return _twins(library, renderers, citing, style)
    entries = [(entry, language_in(entry, citing)) for entry in library.references]
    tags = [tag for _, tag in entries]
    language = citing.language if citing.language != "both" else "ar" if "ar" in tags else "en"
    found, failures = _list(entries, language, renderers, citing, style)
    return [found], failures


def language_in(entry: Entry, citing: Citing) -> str:
    """The language that an entry is printed in: the one asked for where the entry has it, or else its own."""
    own = own_language(entry)
    return citing.language if citing.language != "both" and has_form(entry, citing.language) else own


def _twins(
    library: Library, renderers: Renderers, citing: Citing, style: str
) -> tuple[list[FormattedList], list[Failure]]:
    found, failures = [], []
    wanted = ("ar", "en") if citing.language == "both" else (citing.language,)
    for tag in wanted:
        entries = [(entry, tag) for entry in library.references if has_form(entry, tag) or own_language(entry) == tag]
        made, failed = _list(entries, tag, renderers, citing, style)
        found += [made] if made.sections else []
        failures += failed
    for entry in library.references:
        if not any(has_form(entry, tag) or own_language(entry) == tag for tag in wanted):
            failures.append(failure(entry.key, ValueError("it has no form in the language of the list")))
    return found, failures


def _list(
    entries: Iterable[tuple[Entry, str]], language: str, renderers: Renderers, citing: Citing, style: str
) -> tuple[FormattedList, list[Failure]]:
    works, failures = listed(entries, renderers, citing)
    tell_apart(works, renderers)
    sections = []
    for heading, part in _divided(works, language) if citing.sections else [("", works)]:
        made, failed = formatted(part, renderers, citing, style)
        failures += failed
        if made:
            sections.append(Section(heading=heading, language=language, lines=tuple(made)))
    indent = renderers[language].bibliography.given.get("hanging-indent") == "true"
    found = FormattedList(
        language=language, heading=_HEADINGS[language], sections=tuple(sections), hanging_indent=indent
    )
    return found, failures


def _divided(works: list[Listed], language: str) -> list[tuple[str, list[Listed]]]:
    """The works of a list by type: (heading, works), only those that have any. Numbers run on through the list."""
    column = 0 if language == "ar" else 1
    names = [(set(types.split()), headings) for types, *headings in _SECTIONS]
    parts: dict[str, list[Listed]] = {headings[column]: [] for _, headings in names}
    parts[_OTHERS[column]] = []
    for work in works:
        kind = work.cite.reference.type
        heading = next((headings[column] for types, headings in names if kind in types), _OTHERS[column])
        parts[heading].append(work)
    filled = [(heading, part) for heading, part in parts.items() if part]
    numbered = []
    number = 0
    for ordinal, (heading, part) in zip(_ORDINALS[language], filled, strict=False):
        for work in part:
            number += 1
            work.cite.number = number
        numbered.append((f"{ordinal}: {heading}", part))
    return numbered
