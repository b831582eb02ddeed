"""RK313 locator-outside-pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import Cited, cited, references
from refkit.settings import Settings
from refkit.text import shade

_PARTS = ("article-journal", "article-magazine", "article", "chapter", "paper-conference")
_RANGE = re.compile(r"(?<![\d/])(\d+)\s*-\s*(\d+)(?![\d/])")


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every page that no line of the work has in its range; silent where a line gives no range, or gives it by guess."""
    lines = references(linked)
    for found in cited(linked):
        if found.work is None or found.link.trouble or found.work.entry.type not in _PARTS:
            continue
        own = [lines[line] for line in found.work.references if lines[line].fields.page]
        ranges = [pages for line in own for pages in _ranges(line.fields.page or "")]
        guessed = any(line.citation and line.citation.confidence.get("page") == "review" for line in own)
        outside = [page for page in _pages(found) if not any(first <= page <= last for first, last in ranges)]
        if not ranges or guessed or not outside:
            continue
        printed = ", ".join(f"{first}-{last}" for first, last in dict.fromkeys(ranges))
        yield Problem(
            f"page {outside[0]} of a work on pages {printed} ({own[0].place().words})",
            found.note,
            _offset(found),
            notes=(found.note.id,),
            references=tuple(line.id for line in own),
            works=found.works,
            data={"note": str(outside[0]), "list": printed},
        )


def _pages(found: Cited) -> Iterator[int]:
    """The pages that a citation points to; those of a range by their first and last."""
    locator = found.citation.locator
    for start, end in locator.ranges if locator and locator.label == "page" else ():
        yield from _whole(str(start), str(end))


def _ranges(text: str) -> list[tuple[int, int]]:
    """The ranges of pages in a text; one that runs backwards the right way round."""
    return [_whole(*match.groups()) for match in _RANGE.finditer(shade(text))]


def _whole(start: str, end: str) -> tuple[int, int]:
    """The two ends of a range, a short end made long: 145-48 is 145-148."""
    if len(end) < len(start) and int(end) < int(start):
        longer = start[: -len(end)] + end
        end = longer if int(longer) > int(start) else end
    first, last = sorted((int(start), int(end)))
    return first, last


def _offset(found: Cited) -> int:
    spans = found.citation.spans.get("page")
    return found.citation.start + (spans[0][0] if spans else 0)


RULE = Rule(
    code="RK313",
    name="locator-outside-pages",
    severity="error",
    summary="A note's page lies outside the pages of the article or chapter that it cites.",
    reason="One of the two is mistyped, or another work is meant.",
    bad=(
        "نص.(1)\n\n(1) سعد ناجي جواد، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، ١٩٩٠، ص ٢٠٥.\n\n"
        "## المراجع\n\n1. جواد، سعد ناجي، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، ١٩٩٠، ص ١-٢٠.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, “Tribes and Towns in Iraq,” *Middle Eastern Studies* 12, no. 3 (2001), p. 303.\n\n"
        "## References\n\n- Smith, Jane, “Tribes and Towns in Iraq,” Middle Eastern Studies 12, no. 3 (2001), pp. 30-55.\n",
    ),
    good=(
        "نص.(1)\n\n(1) سعد ناجي جواد، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، ١٩٩٠، ص ٥.\n\n"
        "## المراجع\n\n1. جواد، سعد ناجي، العراق والمسألة الكردية، مجلة العلوم السياسية، العدد ٥، ١٩٩٠، ص ١-٢٠.\n",
        "Text.[^1]\n\n[^1]: Jane Smith, “Tribes and Towns in Iraq,” *Middle Eastern Studies* 12, no. 3 (2001), pp. 139-43.\n\n"
        "## References\n\n- Smith, Jane, “Tribes and Towns in Iraq,” Middle Eastern Studies 12, no. 3 (2001), pp. 130-45.\n",
    ),
    check=check,
)
