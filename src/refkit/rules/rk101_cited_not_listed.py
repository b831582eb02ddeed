"""RK101 cited-not-listed."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Entry, Fix, Linked, Work
from refkit.rules.views import Cited, cited, cited_as, has_entries, is_legal, is_listed, lists_laws, name_of, works
from refkit.settings import Settings
from refkit.text import shade
from refkit.vocabulary import finder
from refkit.vocabulary.intext import PERSONAL


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """One finding a work, at the first place that cites it; a law only where the lists have laws.

    What somebody said or wrote to the author no style lists.
    """
    if not has_entries(linked):
        return
    seen = set()
    laws_listed = lists_laws(linked)
    for found in cited(linked):
        work = found.work
        if work is None or is_listed(work) or work.key in seen or (is_legal(work) and not laws_listed):
            continue
        if finder(PERSONAL).match(shade(found.citation.text)):
            continue
        seen.add(work.key)
        yield Problem(
            f"cited, but in no list: “{cited_as(found)}”",
            found.note,
            found.citation.start,
            notes=work.notes,
            works=(work.key,),
            fix=_hint(linked, found, work),
        )


def _hint(linked: Linked, found: Cited, work: Work) -> Fix | None:
    """The line to add; for an author with a year, the years that the list has of this author; nothing for a number."""
    if found.citation.key:
        return None
    if found.citation.names_year and found.link.candidates:
        known = works(linked)
        listed = "; ".join(f"“{name_of(known[key])}”{_year(known[key].entry)}" for key in found.link.candidates)
        return Fix(message=f"the list has of this author: {listed}")
    return Fix(message=f"add to the list: {_draft(work.entry)}")


def _year(entry: Entry) -> str:
    return f" ({entry.issued.year})" if entry.issued and entry.issued.year else ""


def _draft(entry: Entry) -> str:
    """The line that the list lacks, in the plainest form, from what the note says."""
    item = entry.csl(entry.language or "en")
    comma, semicolon = ("، ", "؛ ") if entry.language == "ar" else (", ", "; ")
    people = semicolon.join(
        comma.join(part for part in (name.get("family"), name.get("given"), name.get("literal")) if part)
        for name in item.get("author", ())
    )
    year = str(entry.issued.year) if entry.issued and entry.issued.year else ""
    order = ("title", "container-title", "volume", "issue", "genre", "publisher", "publisher-place")
    parts = [people, *(str(item[name]) for name in order if name in item), year, str(item.get("URL", ""))]
    return comma.join(part for part in parts if part)


RULE = Rule(
    code="RK101",
    name="cited-not-listed",
    severity="error",
    summary="A citation's work stands in no list and in no library.",
    reason="A reader who wants the source looks it up in the list; journals return papers for it.",
    bad=(
        "نص.(1) وآخر.(2)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1] More.[^2]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
        "[^2]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
        "Cities grew (Hourani, 1991, p. 3), and so did their myths (Said, 1978, p. 12).\n\n"
        "## References\n\nHourani, Albert (1991). A History of the Arab Peoples. London: Faber.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "كثر الوعاظ (الوردي، 1995، ص 5) بعد الحرب (1939–1945).\n\n"
        "## المراجع\n\nالوردي، علي (1995). وعاظ السلاطين. لندن: دار كوفان.\n",
    ),
    check=check,
    fix="hint",
)
