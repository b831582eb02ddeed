"""RK706 year-missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.addresses import find_dois, find_urls
from refkit.kinds import Problem, Rule
from refkit.model import Citation, Entry, Linked, Note, Reference, Work
from refkit.rules.entries import placed_entries
from refkit.rules.views import cited, is_legal, is_listed, name_of, references, short
from refkit.settings import Settings
from refkit.text import YEAR, shade
from refkit.vocabulary import find
from refkit.vocabulary.intext import FORTHCOMING
from refkit.vocabulary.terms import NO_DATE

_YEAR = re.compile(rf"(?<!\d)(?:{YEAR}|[3-9]\d\d\s*ه)(?!\d)")


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Lines without a year; for a work that no list holds, its first full note."""
    lines = references(linked)
    for work in linked.works:
        for line in (lines[source] for source in work.references):
            if line.citation and _is_undated(line.citation):
                yield _problem(work, line, line.citation)
    seen = set()
    for found in cited(linked):
        if (
            found.work
            and not is_listed(found.work)
            and not is_legal(found.work)
            and found.work.key not in seen
            and found.citation.form == "full"
        ):
            seen.add(found.work.key)
            if _is_undated(found.citation):
                yield _problem(found.work, found.note, found.citation)
    yield from _of_libraries(linked)


def _of_libraries(linked: Linked) -> Iterator[Problem]:
    """Entries that are published, or said to be nothing else, and have no year."""
    for placed in placed_entries(linked):
        entry = placed.entry
        said = entry.issued or entry.status or entry.event_date or entry.original_date
        if entry.title and not said and entry.type not in ("manuscript", "webpage") and not _has_unread_date(entry):
            yield placed.problem(f"{entry.key}: no year, nor د.ت or n.d.: “{short(entry.title.any())}”", "issued")


def _has_unread_date(entry: Entry) -> bool:
    """Whether the file has something in the place of the year that refkit could not read as one."""
    return not {"date", "year", "PY", "Y1", "issued", "urldate"}.isdisjoint(entry.custom)


def _problem(work: Work, passage: Note | Reference, citation: Citation) -> Problem:
    mine = (passage.id,) if isinstance(passage, Reference) else ()
    return Problem(
        f"no year, nor د.ت or n.d.: “{name_of(work)}”",
        passage,
        citation.start,
        notes=work.notes,
        references=mine,
        works=(work.key,),
    )


def _is_undated(citation: Citation) -> bool:
    """Whether no year is given, and none stands in the text that the parser may have missed; no manuscript has one."""
    if citation.fields.issued or citation.fields.is_empty() or citation.fields.type == "manuscript":
        return False
    text = list(citation.text)
    aside = [*find_urls(citation.text), *find_dois(citation.text)]
    aside += [span for name in ("accessed", "title") for span in citation.spans.get(name, ())]
    for start, end in aside:
        text[start:end] = " " * (end - start)
    shadow = shade("".join(text))
    return not _YEAR.search(shadow) and not find((*NO_DATE, *FORTHCOMING), shadow)


_LIST = (
    "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## ببليوغرافيا\n\n"
    "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
_LIST_EN = (
    "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n## Bibliography\n\n"
    "- Said, Edward, Orientalism, New York: Pantheon, 1978.\n"
)

RULE = Rule(
    code="RK706",
    name="year-missing",
    severity="warning",
    summary="A work without a year, and without د.ت or n.d.",
    reason="A year tells editions apart. Where the source has none, د.ت or n.d. says that it was looked for.",
    bad=(
        _LIST + "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت.\n",
        _LIST_EN + "- Tripp, Charles, A History of Iraq, London: Verso.\n",
    ),
    good=(
        _LIST + "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، د.ت.\n",
        _LIST_EN + "- Tripp, Charles, A History of Iraq, London: Verso, n.d.\n",
        _LIST + "2. ابن سينا، الشفاء، مخطوط، المكتبة الظاهرية، دمشق، رقم ٤٥٥.\n",
    ),
    check=check,
)
