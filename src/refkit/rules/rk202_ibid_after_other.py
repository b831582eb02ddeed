"""RK202 ibid-after-other."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import cited, name_of, short
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every back-reference to the note before, where that note does not cite one work that it can mean."""
    for found in cited(linked):
        if found.link.trouble != "after-other":
            continue
        taken = f"; taken for “{name_of(found.work)}”" if found.work else ""
        yield Problem(
            f"“{short(found.citation.text)}”: the note before does not cite this one work ({'; '.join(found.link.because)}){taken}",
            found.note,
            found.citation.start,
            notes=(found.note.id,),
            works=found.link.candidates or found.works,
        )


RULE = Rule(
    code="RK202",
    name="ibid-after-other",
    severity="warning",
    summary="ibid. where the note before cites another work, none, or several.",
    reason="A note that is put in between later turns every ibid. after it to another work, and nobody notices.",
    bad=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n"
        "(3) علي الوردي، المصدر نفسه، ص ٧.\n\n## المراجع\n\n"
        "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n",
        "A.[^1] B.[^2]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3; "
        "Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n[^2]: Ibid., p. 13.\n\n## References\n\n"
        "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n",
    ),
    good=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n(2) المصدر نفسه، ص ٧.\n"
        "(3) المصدر نفسه.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
)
