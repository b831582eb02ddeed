"""RK405 one-identifier-two-works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fields, Linked, Reference, Work
from refkit.rules.entries import Placed, placed_entries
from refkit.rules.views import name_of, references
from refkit.settings import Settings
from refkit.text import ascii_digits

_PROTOCOL = re.compile(r"\A(?:https?://)?(?:www\.)?", re.IGNORECASE)


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Lines with the DOI, ISBN or URL of a line of another work."""
    lines = references(linked)
    known: dict[tuple[str, str], tuple[Work, Reference]] = {}
    for work in linked.works:
        for line in (lines[source] for source in work.references):
            for key in _identifiers(line.fields):
                other, first = known.setdefault(key, (work, line))
                if other is not work and first.language == line.language:
                    yield Problem(
                        f"the {key[0]} of “{name_of(other)}” ({first.place().words}) on another work: {key[1]}",
                        line,
                        references=(first.id, line.id),
                        works=(other.key, work.key),
                        data={"text": key[1]},
                    )
    yield from _of_libraries(linked)


def _of_libraries(linked: Linked) -> Iterator[Problem]:
    """Entries with an identifier of an entry of another work, in the same language."""
    work_of = {key: work.key for work in linked.works for key in work.entries}
    known: dict[tuple[str, str], Placed] = {}
    for placed in placed_entries(linked):
        entry = placed.entry
        for kind, value in _identifiers(entry):
            first = known.setdefault((kind, value), placed)
            titles = [each.title.root.keys() if each.title else set() for each in (first.entry, entry)]
            if work_of.get(first.entry.key) != work_of.get(entry.key) and titles[0] & titles[1]:
                where = f"of {first.entry.key} ({first.place.words})"
                yield placed.problem(f"{entry.key}: the {kind} {where} on another work: {value}", kind)


def _identifiers(fields: Fields) -> Iterator[tuple[str, str]]:
    """What tells a work from all others. What is part of a book or of proceedings shares their ISBN, works of
    one site its first page.
    """
    if fields.DOI:
        yield "DOI", fields.DOI.casefold()
    if fields.ISBN and fields.type != "chapter" and not fields.container_title:
        yield "ISBN", "".join(char for char in ascii_digits(fields.ISBN).upper() if char.isalnum())
    if fields.URL:
        bare = _PROTOCOL.sub("", fields.URL).rstrip("/")
        if "/" in bare:
            yield "URL", bare


_NOTE = "نص.(1)\n\n(1) علي الوردي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://example.org/17\n\n## ببليوغرافيا\n\n"
_FIRST = "1. الدوري، عبد العزيز، مستقبل الوحدة العربية، ٢٠١٨، https://example.org/{}\n2. الوردي، علي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://example.org/17\n"
_NOTE_EN = "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n## Bibliography\n\n"
_LINES_EN = "- Said, Edward, Orientalism, New York: Pantheon, 1978, doi:10.1234/a1.\n- Tripp, Charles, A History of Iraq, London: Verso, 2000, doi:10.1234/{}.\n"

RULE = Rule(
    code="RK405",
    name="one-identifier-two-works",
    severity="error",
    summary="One DOI, ISBN or URL on two different works.",
    reason="An identifier belongs to one work: one of the two was copied from its neighbour.",
    bad=(_NOTE + _FIRST.format("17"), _NOTE_EN + _LINES_EN.format("a1")),
    good=(_NOTE + _FIRST.format("18"), _NOTE_EN + _LINES_EN.format("b2")),
    check=check,
)
