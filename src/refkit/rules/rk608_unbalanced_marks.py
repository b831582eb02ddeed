"""RK608 unbalanced-marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.stretches import Stretch, stretches
from refkit.rules.views import short
from refkit.settings import Settings

_PAIRS = ("()", "[]", "{}", "«»")
_STRAIGHT = '"“”„‟＂'
#: 1) and أ) count items.
_COUNTED = re.compile(r"(?:^|[\s،,.؛;:])\w{1,2}\Z")
_INCHES = re.compile(r"""\d["”](?=\s*(?:x|×|in\b))""")


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Notes and lines with more opening than closing brackets or marks, or the reverse; once for each kind."""
    for stretch in stretches(linked):
        text = stretch.text
        for pair in _PAIRS:
            if (pair[0] in text or pair[1] in text) and (at := _left_open(stretch, pair)) is not None:
                yield _problem(stretch, at)
        straight = [at for at, char in enumerate(text) if char in _STRAIGHT and not stretch.is_aside(at)]
        if (len(straight) - len(_INCHES.findall(text))) % 2:
            yield _problem(stretch, straight[-1])


def _problem(stretch: Stretch, at: int) -> Problem:
    mark = stretch.text[at]
    return stretch.problem(at, f"{mark} without its counterpart: “{short(stretch.text[at:], 5)}”", mark)


def _left_open(stretch: Stretch, pair: str) -> int | None:
    """Where a bracket stands that has no counterpart; None where there are as many of either kind.

    In a right-to-left line the two are often typed the wrong way round: only their number tells.
    """
    text = stretch.text
    opened: list[int] = []
    closed: list[int] = []
    for at, char in enumerate(text):
        if char not in pair or stretch.is_aside(at):
            continue
        if char == pair[0]:
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _COUNTED.search(text, max(0, at - 3), at):
            closed.append(at)
    if len(opened) == len(closed):
        return None
    return opened[-1] if len(opened) > len(closed) else closed[-1]


RULE = Rule(
    code="RK608",
    name="unbalanced-marks",
    severity="warning",
    summary="A quotation mark or a bracket that is left open, or closed without having been opened.",
    reason="Where a title ends is told by its closing mark, to readers and to programs.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، «وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples* (London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، «وعاظ السلاطين»، (لندن: دار كوفان، ١٩٩٥)، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, “A History of the Arab Peoples” (London: Faber, 1991), p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    check=check,
)
