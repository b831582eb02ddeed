"""RK502 missing-from-other-list."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked, Work
from refkit.rules.views import cited, name_of, references
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every line of a twin list whose work the other list lacks."""
    lines = references(linked)
    lists = {found.id: found for found in linked.document.lists}
    cited_in = _languages_cited_in(linked)
    for left, right in linked.twins:
        for own, other in ((left, right), (right, left)):
            for work in linked.works:
                here = [lines[source] for source in work.references if lines[source].list_id == own]
                there = any(lines[source].list_id == other for source in work.references)
                if here and not there and not _foreign(work, lists[other].language, cited_in):
                    yield Problem(
                        f"not in the list “{lists[other].heading}”: “{name_of(work)}”",
                        here[0],
                        notes=work.notes,
                        references=(here[0].id,),
                        works=(work.key,),
                        data={"missing-from": other},
                        fix=Fix(message="list it there too, in the language of that list"),
                    )


def _languages_cited_in(linked: Linked) -> dict[str, set[str]]:
    """Work -> languages that its full notes are written in."""
    found: dict[str, set[str]] = {}
    for one in cited(linked):
        if one.work and one.citation.form == "full":
            found.setdefault(one.work.key, set()).add(one.citation.language)
    return found


def _foreign(work: Work, language: str, cited_in: dict[str, set[str]]) -> bool:
    """Whether an Arabic list lacks a work that the notes cite in Latin script only: a foreign work, with no Arabic form."""
    languages = cited_in.get(work.key, set())
    return language == "ar" and bool(languages) and "ar" not in languages


_NOTES = (
    "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n"
    "(3) سعد ناجي جواد، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠، ص ٥.\n\n"
)
_ARABIC = (
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
)
_THIRD = "3. جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n"
_ENGLISH = (
    "\n## References\n\n1. Al-Wardi, Ali, The Sultans' Preachers, Dar Kufan, London, 1995.\n"
    "2. Al-Duri, Abdul Aziz, An Introduction to the History of Early Islam, Dar al-Mashriq, Beirut, 1984.\n"
)
_THIRD_ENGLISH = "3. Jawad, Saad Naji, Iraq and the Kurdish Question, Dar al-Lam, London, 1990.\n"

RULE = Rule(
    code="RK502",
    name="missing-from-other-list",
    severity="error",
    summary="Twin lists: an entry has no counterpart in the list of the other language.",
    reason="Journals that ask for two lists ask for the same works in both. Lists are twins if most of the shorter one is paired; "
    "a foreign work, which the notes cite in Latin script only, need not stand in the Arabic one.",
    bad=(_NOTES + _ARABIC + _ENGLISH + _THIRD_ENGLISH, _NOTES + _ARABIC + _THIRD + _ENGLISH),
    good=(_NOTES + _ARABIC + _THIRD + _ENGLISH + _THIRD_ENGLISH,),
    check=check,
    fix="hint",
)
