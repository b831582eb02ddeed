"""RK602 reversed-range."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.stretches import Stretch, stretches
from refkit.settings import Settings
from refkit.text import YEAR, Shadow

_YEARS = re.compile(rf"(?<![\d/.-])(?P<start>{YEAR})\s*-\s*(?P<end>{YEAR})(?![\d/-])(?!\s*(?:ق\s*\.?\s*م|b\.?\s?c))")
_PAGES = re.compile(r"(?P<start>\d{1,5})\s*-\s*(?P<end>\d{1,5})(?!\d)")
#: A title may speak of three centuries, hardly of more.
_LONGEST_PERIOD = 300


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Ranges of years or pages that run backwards and would not if their ends were swapped."""
    for stretch in stretches(linked):
        shadow = Shadow(stretch.text)
        for kind, match in ranges(stretch, shadow):
            first, last = shadow.span(match.start("start"), match.end("end"))
            if _is_reversed(match, kind) and not stretch.is_aside(first):
                printed = stretch.text[first:last]
                (start, end) = (shadow.span(*match.span(name)) for name in ("start", "end"))
                low, high = stretch.text[slice(*end)], stretch.text[slice(*start)]
                fix = stretch.fix("unsafe", f"write {low}-{high}", (*start, low), (*end, high))
                yield stretch.problem(first, f"{kind} run backwards: {printed}", printed, fix)


def ranges(stretch: Stretch, shadow: Shadow) -> Iterator[tuple[str, re.Match[str]]]:
    """The ranges of years of a text, and those of its pages: what they are of, and the match with `start` and `end`."""
    for match in _YEARS.finditer(shadow.text):
        yield "years", match
    for start, _ in stretch.spans("page"):
        if pages := _PAGES.match(shadow.text, shadow.position(start)):
            yield "pages", pages


def _is_reversed(match: re.Match[str], kind: str) -> bool:
    """145-20 may be short for 145-220: only ends of one length are certainly swapped."""
    start, end = match["start"], match["end"]
    certain = int(start) > int(end) and len(start) == len(end)
    return certain and not (kind == "years" and int(start) - int(end) > _LONGEST_PERIOD)


RULE = Rule(
    code="RK602",
    name="reversed-range",
    severity="warning",
    summary="A range of years or pages starts after its end, and would not if the two were swapped.",
    reason="In a right-to-left line editors and scanners swap the two numbers; the stored text then says ٢٠٢٣-٢٠١٤.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، العراق في الفترة ٢٠٠٣-١٩٩٠، دار كوفان، لندن، ٢٠٠٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، العراق في الفترة ١٩٩٠-٢٠٠٣، دار كوفان، لندن، ٢٠٠٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, pp. 39-31.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، العراق في الفترة ١٩٩٠-٢٠٠٣، دار كوفان، لندن، ٢٠٠٥، ص ١٤٥-٤٨.\n\n"
        "## المراجع\n\n1. الوردي، علي، العراق في الفترة ١٩٩٠-٢٠٠٣، دار كوفان، لندن، ٢٠٠٥.\n",
    ),
    check=check,
    fix="unsafe",
)
