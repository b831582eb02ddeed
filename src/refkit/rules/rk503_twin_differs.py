"""RK503 twin-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked, Reference
from refkit.rules.views import references
from refkit.settings import Settings
from refkit.text import shade
from refkit.vocabulary import find
from refkit.vocabulary.terms import ET_AL

_FIELDS = {
    "issued": "year",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "DOI": "DOI",
    "URL": "URL",
    "author-count": "number of authors",
}


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every number and identifier that the two lines of a pair give differently."""
    lines = references(linked)
    for link in linked.links:
        line, twin = lines.get(link.source), lines.get(link.against or "")
        if not line or not twin:
            continue
        for field, label in _FIELDS.items():
            found = link.comparison(field)
            if (
                not found
                or found.outcome != "differs"
                or (field == "author-count" and (_shortened(line) or _shortened(twin)))
            ):
                continue
            yield Problem(
                f"{label}: {found.right} here, {found.left} in the other list ({twin.place().words})",
                line,
                references=(twin.id, line.id),
                works=(link.work or "",),
                data={twin.id: found.left, line.id: found.right},
                fix=None
                if field == "author-count"
                else Fix(message=f"write “{found.left}” here, or “{found.right}” there"),
            )


def _shortened(line: Reference) -> bool:
    """Whether the line ends its authors with وآخرون or et al."""
    return bool(find(ET_AL, shade(line.text)))


_NOTES = (
    "أ.(1) ب.(2)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n\n"
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
    "\n## References\n\n1. Al-Wardi, Ali, The Sultans' Preachers, Dar Kufan, London, 1995.\n"
)

RULE = Rule(
    code="RK503",
    name="twin-differs",
    severity="error",
    summary="The two forms of one work differ in year, volume, issue, pages, DOI, URL or number of authors.",
    reason="Translation changes words, never numbers: one of the two lists is wrong.",
    bad=(
        _NOTES
        + "2. Al-Duri, Abdul Aziz, An Introduction to the History of Early Islam, Dar al-Mashriq, Beirut, 1948.\n",
    ),
    good=(
        _NOTES
        + "2. Al-Duri, Abdul Aziz, An Introduction to the History of Early Islam, Dar al-Mashriq, Beirut, 1984.\n",
    ),
    check=check,
    fix="hint",
)
