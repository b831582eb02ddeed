"""RK303 title-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import compared, differing
from refkit.settings import Settings
from refkit.text import fold, tokens


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every full note whose title has another word than the line it was compared with."""
    for found, comparison, line in compared(linked, "title"):
        if comparison.outcome in ("near", "differs") and found.citation.form == "full":
            left, right = _only_in(comparison.left, comparison.right), _only_in(comparison.right, comparison.left)
            message = f"title: {left or 'nothing'} in the note, {right or 'nothing'} in the list"
            yield differing(found, comparison, line, message, Fix(message=_advice(left, right)))


def _advice(left: str, right: str) -> str:
    if left and right:
        return f"write {right} in the note, or {left} in the list"
    return f"add {right or left} in the {'note' if right else 'list'}, or leave it out in the {'list' if right else 'note'}"


def _only_in(text: str, other: str) -> str:
    """The words of a text, as written, that another lacks."""
    there = set(tokens(other))
    return " ".join(
        f"“{word.strip(' ،,.:؛;()«»')}”" for word in text.split() if fold(word) and not set(tokens(word)) <= there
    )


RULE = Rule(
    code="RK303",
    name="title-differs",
    severity="warning",
    summary="The same work, yet a word of its title differs, is missing or is added.",
    reason="A title is quoted, so one of the two is misquoted. A subtitle may be left out; spelling variants do not count.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، لمحات اجتماعية من تاريخ العراق المعاصر، مطبعة الإرشاد، بغداد، ١٩٦٩، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، لمحات اجتماعية من تاريخ العراق الحديث، مطبعة الإرشاد، بغداد، ١٩٦٩.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Nations*, London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، لمحات إجتماعيه من تاريخ العراق الحديث، مطبعة الإرشاد، بغداد، ١٩٦٩، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، لمحات اجتماعية من تاريخ العراق الحديث، مطبعة الإرشاد، بغداد، ١٩٦٩.\n",
        "Text.[^1]\n\n[^1]: Edward Said, *Covering Islam*, New York: Pantheon, 1981, p. 3.\n\n"
        "## References\n\n- Said, Edward, Covering Islam: How the Media and the Experts See the World, New York: Pantheon, 1981.\n",
    ),
    check=check,
    fix="hint",
)
