"""RK401 duplicate-entry."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked, Reference
from refkit.rules.entries import placed_entries
from refkit.rules.moves import taken_out
from refkit.rules.views import name_of, references
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every line after the first of a work in one list and one language, and every entry after the first in a library."""
    yield from _of_libraries(linked)
    lines = references(linked)
    for work in linked.works:
        first: dict[tuple[str, str], Reference] = {}
        for line in (lines[source] for source in work.references):
            known = first.setdefault((line.list_id, line.language), line)
            if known is not line:
                yield Problem(
                    f"listed twice: “{name_of(work)}” (first in {known.place().words})",
                    line,
                    references=(known.id, line.id),
                    works=(work.key,),
                    fix=_fix(linked, line),
                )


def _of_libraries(linked: Linked) -> Iterator[Problem]:
    placed = {each.entry.key: each for each in placed_entries(linked)}
    for work in linked.works:
        entries = [placed[key] for key in work.entries if key in placed]
        for entry in entries[1:]:
            where = f"first as {entries[0].entry.key} in {entries[0].place.words}"
            yield entry.problem(f"{entry.entry.key}: in the library twice: “{name_of(work)}” ({where})")


def _fix(linked: Linked, line: Reference) -> Fix:
    """The list without this line, numbered anew behind it."""
    message = "take this line out"
    members = [each for found in linked.document.lists if found.id == line.list_id for each in found.references]
    following = [each for each in members[line.position :] if each.section == line.section]
    edits = taken_out(linked, line, following)
    return Fix(safety="unsafe", message=message, edits=edits) if edits else Fix(message=message)


RULE = Rule(
    code="RK401",
    name="duplicate-entry",
    severity="warning",
    summary="Two entries of one list are one work.",
    reason="Equal identifier, or equal title, author and year after folding. Volumes and editions are works of their own.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n2. الوردي، على، وعّاظ السلاطين، دار كوفان، لندن، 1995.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n## References\n\n"
        "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
        "- Hourani, Albert, A history of the Arab peoples, Faber, London, 1991.\n",
    ),
    good=(
        "نص.(1) وآخر.(2)\n\n(1) علي الوردي، لمحات اجتماعية، ج١، مطبعة الإرشاد، بغداد، ١٩٦٩، ص ٥.\n"
        "(2) علي الوردي، لمحات اجتماعية، ج٢، مطبعة الإرشاد، بغداد، ١٩٦٩، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، لمحات اجتماعية، ج١، مطبعة الإرشاد، بغداد، ١٩٦٩.\n"
        "2. الوردي، علي، لمحات اجتماعية، ج٢، مطبعة الإرشاد، بغداد، ١٩٦٩.\n",
    ),
    check=check,
    fix="unsafe",
)
