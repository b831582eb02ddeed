"""RK705 placeholder-known-elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from refkit.kinds import Problem, Rule
from refkit.model import Citation, Fields, Fix, Linked, Note, Reference, Work
from refkit.rules.views import cited, references
from refkit.settings import Settings
from refkit.text import shade
from refkit.vocabulary import find
from refkit.vocabulary.terms import NO_DATE, NO_PLACE, NO_PUBLISHER

#: Field -> the word for it, and what says that it is not known. بلا and بدون alone say nothing of what.
_PLACEHOLDERS = {
    "issued": ("the year", NO_DATE),
    "publisher": ("the publisher", tuple(term for term in NO_PUBLISHER if term not in ("بدون", "بلا"))),
    "publisher_place": ("the place", NO_PLACE),
}


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Lines and full notes that say that a value is unknown, which another mention of the work has."""
    mentions = _mentions(linked)
    for work in linked.works:
        for passage, citation in mentions.get(work.key, ()):
            for field, (label, terms) in _PLACEHOLDERS.items():
                if _value(citation.fields, field, citation.language) or not (
                    said := find(terms, _without_url(citation))
                ):
                    continue
                if value := _elsewhere(work, mentions[work.key], citation, field):
                    yield _problem(work, passage, citation, said.group().strip(), label, value)


def _problem(work: Work, passage: Note | Reference, citation: Citation, said: str, label: str, value: str) -> Problem:
    is_note = isinstance(passage, Note)
    return Problem(
        f"{said}, while {label} stands elsewhere: {value}",
        passage,
        citation.start,
        notes=(passage.id,) if is_note else (),
        references=() if is_note else (passage.id,),
        works=(work.key,),
        data={"value": value},
        fix=Fix(message=f"write {value}"),
    )


def _mentions(linked: Linked) -> dict[str, list[tuple[Note | Reference, Citation]]]:
    """Work -> its lines and its full notes."""
    lines = references(linked)
    found: dict[str, list[tuple[Note | Reference, Citation]]] = {}
    for work in linked.works:
        for source in work.references:
            if citation := lines[source].citation:
                found.setdefault(work.key, []).append((lines[source], citation))
    for one in cited(linked):
        if one.work and one.citation.form == "full":
            found.setdefault(one.work.key, []).append((one.note, one.citation))
    return found


def _elsewhere(work: Work, mentions: list[tuple[Note | Reference, Citation]], own: Citation, field: str) -> str:
    """The value of a field in another mention of the work, in its own language first, or in the library."""
    others = sorted(
        (other for _, other in mentions if other is not own), key=lambda each: each.language != own.language
    )
    sources: list[Fields] = [other.fields for other in others if other.confidence.get(_csl(field)) != "review"]
    if work.in_library:
        sources.append(work.entry)
    return next((value for fields in sources if (value := _value(fields, field, own.language))), "")


def _value(fields: Fields, field: str, language: str) -> str:
    """What a field says; '' where it is not known, or a placeholder stands for it."""
    if field == "issued":
        return str(fields.issued.year or "") if fields.issued else ""
    text = getattr(fields, field)
    value = str((text.form(language) or text.any()) if text else "")
    return "" if find(_PLACEHOLDERS[field][1], shade(value)) else value


@cache
def _csl(field: str) -> str:
    return str(Fields.model_fields[field].alias or field)


def _without_url(citation: Citation) -> str:
    spans = citation.spans.get("URL", ())
    text = citation.text
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return shade(text)


_NOTE = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، {}، ص ٥.\n\n## المراجع\n\n"
_LINE = "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، {}.\n"
_NOTE_EN = "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, {}, p. 12.\n\n## References\n\n"
_LINE_EN = "- Said, Edward, Orientalism, New York: Pantheon, {}.\n"

RULE = Rule(
    code="RK705",
    name="placeholder-known-elsewhere",
    severity="info",
    summary="د.ت, د.ن, د.م or n.d., where another mention of the work has the value.",
    reason="The year was found once: د.ت says that the book has none.",
    bad=(_NOTE.format("١٩٩٥") + _LINE.format("د.ت"), _NOTE_EN.format("n.d.") + _LINE_EN.format("1978")),
    good=(_NOTE.format("د.ت") + _LINE.format("د.ت"), _NOTE_EN.format("1978") + _LINE_EN.format("1978")),
    check=check,
    fix="hint",
)
