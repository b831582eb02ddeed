"""RK201 ibid-without-antecedent."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import cited, short
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every ibid. before which nothing is cited."""
    for found in cited(linked):
        if found.citation.form == "ibid" and found.link.trouble == "no-antecedent":
            where = " in its chapter" if found.link.because[0].endswith(" in its chapter") else ""
            yield Problem(
                f"“{short(found.citation.text)}” points to the note before, but nothing is cited before it{where}",
                found.note,
                found.citation.start,
                notes=(found.note.id,),
            )


RULE = Rule(
    code="RK201",
    name="ibid-without-antecedent",
    severity="error",
    summary="ibid. or المصدر نفسه as the first citation of the document, or of a chapter that numbers its notes anew.",
    reason="There is no work that it can mean. The first note was deleted, or the notes were moved.",
    bad=(
        "نص.(1)\n\n(1) المصدر نفسه، ص ٥.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Ibid., p. 5.\n\n## References\n\n"
        "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1) وآخر.(2)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n(2) المصدر نفسه، ص ٧.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
)
