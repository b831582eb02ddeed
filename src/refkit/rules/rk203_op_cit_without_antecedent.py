"""RK203 op-cit-without-antecedent."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import cited, name_of, short
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every op. cit. of an author whom no earlier note cites."""
    for found in cited(linked):
        if found.citation.form in ("op-cit", "short") and found.link.trouble == "no-antecedent":
            listed = f"; the list has “{name_of(found.work)}”" if found.work else ""
            yield Problem(
                f"“{short(found.citation.text)}” refers back, but no earlier note cites this author{listed}",
                found.note,
                found.citation.start,
                notes=(found.note.id,),
                works=found.works,
            )


RULE = Rule(
    code="RK203",
    name="op-cit-without-antecedent",
    severity="error",
    summary="مصدر سبق ذكره or op. cit. whose author has no earlier full note.",
    reason="The reader is sent back to a note that does not exist. The name is misspelt, or the full note was deleted.",
    bad=(
        "أ.(1) ب.(2)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) عبد العزيز الدوري، مصدر سبق ذكره، ص ٢٠.\n\n## المراجع\n\n"
        "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n",
        "A.[^1] B.[^2]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
        "[^2]: Edward Said, op. cit., p. 13.\n\n## References\n\n"
        "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n",
    ),
    good=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n"
        "(3) علي الوردي، مصدر سبق ذكره، ص ٧.\n\n## المراجع\n\n"
        "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n",
    ),
    check=check,
)
