"""RK602 reversed-range."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import passages, problem_in, spans_of
from refkit.settings import Settings
from refkit.text import YEAR, Shadow, find_dois, find_urls

_YEARS = re.compile(rf"(?<![\d/.-])(?P<start>{YEAR})\s*-\s*(?P<end>{YEAR})(?![\d/-])(?!\s*(?:ق\s*\.?\s*م|b\.?\s?c))")
_PAGES = re.compile(r"(?P<start>\d{1,5})\s*-\s*(?P<end>\d{1,5})(?!\d)")
#: A title may speak of three centuries, hardly of more.
_LONGEST_PERIOD = 300


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Ranges of years or pages that run backwards and would not if their ends were swapped."""
    for passage in passages(linked):
        shadow = Shadow(passage.text)
        aside = [*find_urls(passage.text), *find_dois(passage.text)]
        starts = [shadow.position(start) for start, _ in spans_of(passage, "page")]
        pages = [match for start in starts if (match := _PAGES.match(shadow.text, start))]
        for kind, matches in (("years", _YEARS.finditer(shadow.text)), ("pages", pages)):
            for match in matches:
                first, last = shadow.span(match.start("start"), match.end("end"))
                if _is_reversed(match, kind) and not any(left <= first < right for left, right in aside):
                    printed = passage.text[first:last]
                    start, end = (passage.text[slice(*shadow.span(*match.span(name)))] for name in ("start", "end"))
                    fix = Fix(message=f"write {end}-{start}")
                    yield problem_in(passage, first, f"{kind} run backwards: {printed}", printed, fix)


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
)
