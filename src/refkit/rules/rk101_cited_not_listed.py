"""RK101 cited-not-listed."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Entry, Fix, Linked
from refkit.rules.views import cited, has_entries, is_legal, is_listed, lists_laws, name_of
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """One finding a work, at the first note that cites it; a law only where the lists have laws."""
    if not has_entries(linked):
        return
    seen = set()
    laws_listed = lists_laws(linked)
    for found in cited(linked):
        work = found.work
        if work is None or is_listed(work) or work.key in seen or (is_legal(work) and not laws_listed):
            continue
        seen.add(work.key)
        yield Problem(
            f"cited, but in no list: “{name_of(work)}”",
            found.note,
            found.citation.start,
            notes=work.notes,
            works=(work.key,),
            fix=Fix(message=f"add to the list: {_draft(work.entry)}"),
        )


def _draft(entry: Entry) -> str:
    """The line that the list lacks, in the plainest form, from what the note says."""
    item = entry.csl(entry.language or "en")
    people = "; ".join(
        ", ".join(part for part in (name.get("family"), name.get("given"), name.get("literal")) if part)
        for name in item.get("author", ())
    )
    year = str(entry.issued.year) if entry.issued and entry.issued.year else ""
    order = ("title", "container-title", "volume", "issue", "genre", "publisher", "publisher-place")
    parts = [people, *(str(item[name]) for name in order if name in item), year, str(item.get("URL", ""))]
    comma = "، " if entry.language == "ar" else ", "
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
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
)
