"""RK604 wrong-script-punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked, Note
from refkit.rules.stretches import Change, Stretch, stretches
from refkit.settings import Settings
from refkit.text import is_arabic

_MARK = re.compile(r"[,;،؛]")
_OTHER = {",": "،", ";": "؛", "،": ",", "؛": ";"}
_ARABIC = "،؛"


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Each text with a comma or semicolon of the other script; none where a paper mostly writes them so."""
    wrong: dict[bool, list[tuple[Stretch, list[int]]]] = {True: [], False: []}
    right = {True: 0, False: 0}
    for stretch in stretches(linked):
        found: dict[bool, list[int]] = {True: [], False: []}
        for at, arabic in _marks(stretch):
            if (stretch.text[at] in _ARABIC) == arabic:
                right[arabic] += 1
            else:
                found[arabic].append(at)
        for arabic, places in found.items():
            if places:
                wrong[arabic].append((stretch, places))
    for arabic, members in wrong.items():
        if sum(len(places) for _, places in members) < right[arabic]:
            yield from (_problem(stretch, places, arabic) for stretch, places in members)


def _marks(stretch: Stretch) -> Iterator[tuple[int, bool]]:
    """The commas and semicolons between letters of one script: where they stand, and whether it is Arabic."""
    text = stretch.bare
    for match in _MARK.finditer(text):
        at = match.start()
        if _in_a_number(text, at) or _divides_citations(stretch, at):
            continue
        before = next((c for c in reversed(text[max(0, at - _FAR) : at]) if c.isalpha()), "")
        after = next((c for c in text[at + 1 : at + _FAR] if c.isalpha()), before)
        if before and is_arabic(before) == is_arabic(after):
            yield at, is_arabic(before)


def _divides_citations(stretch: Stretch, at: int) -> bool:
    """Whether a mark stands between two citations of a note: there the language of the paper counts, not theirs."""
    citations = stretch.passage.citations if isinstance(stretch.passage, Note) else ()
    return len(citations) > 1 and not any(citation.start <= at < citation.end for citation in citations)


#: So far away a letter tells nothing of a comma.
_FAR = 40


def _in_a_number(text: str, at: int) -> bool:
    return text[at - 1 : at].isdecimal() and text[at + 1 : at + 2].isdecimal()


def _problem(stretch: Stretch, places: list[int], arabic: bool) -> Problem:
    changes: list[Change] = [(at, at + 1, _OTHER[stretch.text[at]]) for at in places]
    shown = " ".join(dict.fromkeys(stretch.text[at] for at in places))
    wanted = " ".join(dict.fromkeys(new for _, _, new in changes))
    script, count = ("Arabic" if arabic else "Latin"), f", {len(places)} times" if len(places) > 1 else ""
    return stretch.problem(
        places[0], f"{shown} between {script} words{count}", shown, stretch.fix("safe", f"write {wanted}", *changes)
    )


RULE = Rule(
    code="RK604",
    name="wrong-script-punctuation",
    severity="info",
    summary="A Latin comma or semicolon between Arabic words, or ، or ؛ between Latin ones.",
    reason="Left over from another keyboard, and turned the wrong way. A paper that mostly writes so has it as its manner.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين, دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*، London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥، متاح على https://example.org/1,2\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    check=check,
    fix="safe",
)
