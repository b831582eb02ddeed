"""RK308 url-near-miss."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import compared, differing, references
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Notes against lines, and lines of one work against each other."""
    for found, comparison, line in compared(linked, "URL"):
        if comparison.outcome == "near":
            message = f"URL: {comparison.left} in the note, {comparison.right} in the list"
            yield differing(found, comparison, line, message, _hint(comparison.left, comparison.right))
    lines = references(linked)
    for link in linked.links:
        twin, compared_urls = lines.get(link.against or ""), link.comparison("URL")
        if link.source in lines and twin and compared_urls and compared_urls.outcome == "near":
            here, there = compared_urls.right, compared_urls.left
            yield Problem(
                f"URL: {here} here, {there} in the other list ({twin.place().words})",
                lines[link.source],
                references=(link.source, twin.id),
                works=(link.work or "",),
                data={"here": here, "there": there},
                fix=_hint(here, there),
            )


def _hint(left: str, right: str) -> Fix:
    return Fix(message=f"open both and keep the one that works: {left} or {right}")


RULE = Rule(
    code="RK308",
    name="url-near-miss",
    severity="error",
    summary="Two URLs of one work are a letter or two apart (zu.pw / 2u.pw).",
    reason="One of them leads nowhere, or to another page. Short links are often retyped, and 2 and z look alike.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://zu.pw/4jMJ8gcZ\n\n"
        "## المراجع\n\n1. الوردي، علي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://2u.pw/4jMJ8gcZ\n",
        "Text.[^1]\n\n[^1]: Jane Smith, Prospects of Iraqi–Turkish relations, 2021, https://example.org/reports/1742a\n\n"
        "## References\n\n- Smith, Jane, Prospects of Iraqi–Turkish relations, 2021, https://example.org/reports/1742\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://2u.pw/4jMJ8gcZ\n\n"
        "## المراجع\n\n1. الوردي، علي، آفاق العلاقات العراقية التركية، ٢٠٢١، <https://2u.pw/4jMJ8gcZ/>\n",
    ),
    check=check,
    fix="hint",
)
