"""RK314 locator-missing."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.views import Cited, cited
from refkit.settings import Settings

_PAGED = ("article-journal", "book", "chapter", "thesis", "manuscript")


def check(linked: Linked, settings: Settings) -> Iterator[Problem]:
    """Full notes of paged works without a page; silent unless most of them name one, or the house asks for it."""
    wanted = settings.house_style.pages
    paged = [found for found in cited(linked) if found.citation.form == "full" and _is_paged(found)]
    located = sum(1 for found in paged if found.citation.locator)
    if wanted == "optional" or (wanted == "usual" and (located < 2 or located * 2 < len(paged))):
        return
    why = "the house style asks for one"
    if wanted == "usual":
        why = f"{located} of {len(paged)} full notes of paged works name one"
    for found in paged:
        if not found.citation.locator:
            yield Problem(
                f"no page: {why}",
                found.note,
                found.citation.start,
                notes=(found.note.id,),
                works=(found.link.work or "",),
            )


def _is_paged(found: Cited) -> bool:
    """Whether the work has pages to cite: printed, and not known by a URL alone."""
    fields = found.citation.fields
    return fields.type in _PAGED and not fields.URL and not (found.work and found.work.entry.URL)


_LIST = (
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
    "3. جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n"
)
_LIST_EN = (
    "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
    "- Said, Edward, Orientalism, New York: Pantheon, 1978.\n- Tripp, Charles, A History of Iraq, Cambridge: Cambridge University Press, 2000.\n"
)

RULE = Rule(
    code="RK314",
    name="locator-missing",
    severity="info",
    summary="A full note of a paged work names no page, while the document's other notes do.",
    reason="A reader cannot check a statement against a whole book. A note that cites a work as a whole needs none: hence only info.",
    bad=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n"
        f"(3) سعد ناجي جواد، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n\n{_LIST}",
        "A.[^1] B.[^2] C.[^3]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
        "[^2]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n"
        f"[^3]: Charles Tripp, *A History of Iraq*, Cambridge: Cambridge University Press, 2000.\n\n{_LIST_EN}",
    ),
    good=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
        f"(3) سعد ناجي جواد، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠، ص ١٢.\n\n{_LIST}",
    ),
    check=check,
)
