"""RK309 access-date-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Citation, Linked, Passage
from refkit.rules.views import compared, differing
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every note whose access date is not that of the line with the same URL."""
    for found, comparison, line in compared(linked, "accessed"):
        if comparison.outcome == "differs":
            left = _printed(found.note, found.citation) or comparison.left
            right = _printed(line, line.citation) or comparison.right
            message = f"access date: {left} in the note, {right} in the list"
            yield differing(found, comparison.model_copy(update={"left": left, "right": right}), line, message)


def _printed(passage: Passage, citation: Citation | None) -> str:
    """The access date as it stands there, so that it can be copied; '' where it does not stand in one piece."""
    spans = citation.spans.get("accessed", ()) if citation else ()
    return (
        passage.text[citation.start + spans[0][0] : citation.start + spans[0][1]]
        if citation and len(spans) == 1
        else ""
    )


RULE = Rule(
    code="RK309",
    name="access-date-differs",
    severity="info",
    summary="A note and its entry say that one URL was read on different days.",
    reason="Both may be true, but a reader who looks for the version that was read has two to choose from.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، آفاق العلاقات العراقية التركية، ٢٠٢١، تاريخ الزيارة ٣/٥/٢٠٢٢، https://example.org/1742\n\n"
        "## المراجع\n\n1. الوردي، علي، آفاق العلاقات العراقية التركية، ٢٠٢١، تاريخ الزيارة ٨/٥/٢٠٢٢، https://example.org/1742\n",
        "Text.[^1]\n\n[^1]: Jane Smith, Prospects of Iraqi–Turkish relations, 2021, https://example.org/reports/1742, accessed 3 May 2022.\n\n"
        "## References\n\n- Smith, Jane, Prospects of Iraqi–Turkish relations, 2021, https://example.org/reports/1742, accessed 8 June 2022.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، آفاق العلاقات العراقية التركية، ٢٠٢١، تاريخ الزيارة ٣/٥/٢٠٢٢، https://example.org/1742\n\n"
        "## المراجع\n\n1. الوردي، علي، آفاق العلاقات العراقية التركية، ٢٠٢١، تاريخ الزيارة ٣ أيار ٢٠٢٢، https://example.org/1742\n",
        "Text.[^1]\n\n[^1]: Jane Smith, Prospects of Iraqi–Turkish relations, 2021, https://example.org/reports/1742, accessed 3 May 2022.\n\n"
        "## References\n\n- Smith, Jane, Prospects of Iraqi–Turkish relations, 2021, https://example.org/reports/1742, accessed May 2022.\n",
    ),
    check=check,
    fix="hint",
)
