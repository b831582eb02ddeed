"""RK204 op-cit-ambiguous."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import cited, name_of, short, works
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every op. cit. that may mean several works."""
    known = works(linked)
    for found in cited(linked):
        if found.link.trouble != "ambiguous" or found.citation.names_year:
            continue
        titles = " / ".join(f"“{name_of(known[key])}”" for key in found.link.candidates)
        yield Problem(
            f"“{short(found.citation.text)}” may mean any of {len(found.link.candidates)} works cited before: {titles}",
            found.note,
            found.citation.start,
            notes=(found.note.id,),
            works=found.link.candidates,
            fix=Fix(message="add a short title after the author's name"),
        )


RULE = Rule(
    code="RK204",
    name="op-cit-ambiguous",
    severity="error",
    summary="The author has two or more works cited earlier and no short title tells which.",
    reason="Even the author cannot tell a year later which of the two books was meant. refkit does not guess either.",
    bad=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) علي الوردي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤، ص ٢٠.\n(3) علي الوردي، مصدر سبق ذكره، ص ٧.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "2. الوردي، علي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤.\n",
        "A.[^1] B.[^2] C.[^3]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n"
        "[^2]: Edward Said, *Covering Islam*, New York: Pantheon, 1981, p. 3.\n[^3]: Said, op. cit., p. 13.\n\n"
        "## References\n\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n- Said, Edward, Covering Islam, New York: Pantheon, 1981.\n",
    ),
    good=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) علي الوردي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤، ص ٢٠.\n(3) علي الوردي، وعاظ السلاطين، مصدر سبق ذكره، ص ٧.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "2. الوردي، علي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤.\n",
    ),
    check=check,
    fix="hint",
)
