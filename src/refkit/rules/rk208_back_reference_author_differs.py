"""RK208 back-reference-author-differs."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import authors_of, cited, name_of, short
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every back-reference that names another author than its work has."""
    for found in cited(linked):
        if found.link.trouble != "other-author" or not found.work:
            continue
        author = authors_of(found.work, found.citation.language)
        yield Problem(
            f"“{short(found.citation.text)}” refers back to “{name_of(found.work)}”, which is by {author}",
            found.note,
            found.citation.start,
            notes=(found.note.id,),
            works=found.works,
            data={"author": author},
            fix=Fix(message=f"name {author}, or the work that is meant"),
        )


_AR = (
    "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n(3) {}، ص ٧.\n\n"
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
)
_EN = (
    "A.[^1] B.[^2] C.[^3]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
    "[^2]: Edward Said, *Covering Islam*, New York: Pantheon, 1981, p. 12.\n[^3]: {}, p. 6.\n\n## References\n\n"
    "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n- Said, Edward, Covering Islam, New York: Pantheon, 1981.\n"
)

RULE = Rule(
    code="RK208",
    name="back-reference-author-differs",
    severity="error",
    summary="ibid. or op. cit. names another author than that of the work it points to.",
    reason="Either the name is wrong or another work is meant: the reader looks for a book that does not exist.",
    bad=(
        _AR.format("حسن الوردي، مصدر سبق ذكره"),
        _AR.format("حسن الدوري، المصدر نفسه"),
        _AR.format("عبد العزيز الدوري، وعاظ السلاطين، مصدر سبق ذكره"),
        _EN.format("Hourani, Covering Islam, op. cit."),
        _EN.format("George Hourani, op. cit."),
    ),
    good=(
        _AR.format("الوردي، مصدر سبق ذكره"),
        _AR.format("الدوري، المصدر نفسه"),
        _AR.format("علي الوردي، وعاظ السلاطين، مصدر سبق ذكره"),
        _EN.format("Said, Covering Islam, op. cit."),
        _EN.format("A. Hourani, op. cit."),
    ),
    check=check,
    fix="hint",
)
