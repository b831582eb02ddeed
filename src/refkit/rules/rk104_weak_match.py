"""RK104 weak-match."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import Cited, cited, name_of, references, short
from refkit.settings import Settings


def check(linked: Linked, settings: Settings) -> Iterator[Problem]:
    """Every citation that was linked by little; silent where other rules say what differs."""
    lines = references(linked)
    for found in cited(linked):
        line = lines.get(found.link.against or "")
        if line is None or found.work is None or not _is_weak(found, settings.sure_threshold):
            continue
        held = "; ".join(found.link.because) or "nothing but its words"
        yield Problem(
            f"“{short(found.citation.text)}” is taken for “{name_of(found.work)}” by little: {held} ({line.place().words})",
            found.note,
            found.citation.start,
            notes=(found.note.id,),
            references=(line.id,),
            works=found.works,
            data={"score": f"{found.link.score:.2f}"},
            fix=Fix(message="name author and title as the list does"),
        )


def _is_weak(found: Cited, sure: float) -> bool:
    link = found.link
    told = any(comparison.outcome in ("near", "differs") for comparison in link.comparisons)
    scored = found.citation.form in ("full", "short") and not found.citation.key and not link.trouble
    return scored and link.score < sure and not link.candidates and not told


RULE = Rule(
    code="RK104",
    name="weak-match",
    severity="info",
    summary="A citation is linked to an entry, but by little: the message says by what.",
    reason="The link decides what the note is compared with. Where it is unsure, a reader should look once.",
    bad=(
        "نص.(1)\n\n(1) وعاظ السلاطين، دار كوفان، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: “Covering Islam,” Pantheon, 1981, p. 3.\n\n"
        "## References\n\n- Said, Edward, Covering Islam, New York: Pantheon, 1981.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Edward Said, “Covering Islam,” Pantheon, 1981, p. 3.\n\n"
        "## References\n\n- Said, Edward, Covering Islam, New York: Pantheon, 1981.\n",
    ),
    check=check,
    fix="hint",
)
