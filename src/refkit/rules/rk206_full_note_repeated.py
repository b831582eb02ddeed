"""RK206 full-note-repeated."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.short_forms import as_ibid, as_op_cit, only_works
from refkit.rules.stretches import edits_of
from refkit.rules.views import Cited, chapters, cited, is_legal, short
from refkit.rules.wordings import Usage, usage
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every second full citation of a work in one chapter; silent where that is what the document does."""
    chapter = _parts(linked)
    typed = [found for found in cited(linked) if found.note.id in chapter and found.citation.form != "none"]
    backward = sum(1 for found in typed if found.citation.form in ("ibid", "op-cit", "short") and found.work)
    first: dict[tuple[int, str], Cited] = {}
    repeats: list[tuple[Cited, Cited, Cited]] = []
    for before, found in zip([None, *typed], typed, strict=False):
        if not _is_full(found) or not found.work:
            continue
        earlier = first.setdefault((chapter[found.note.id], found.work.key), found)
        if earlier is not found and before:
            repeats.append((earlier, before, found))
    if not repeats or len(repeats) > backward:
        return
    used, only = usage(linked), only_works(linked.works)
    for earlier, before, found in repeats:
        yield Problem(
            f"cited in full again: “{short(found.citation.text)}” (first in note {earlier.note.label}, {earlier.note.place().words})",
            found.note,
            found.citation.start,
            notes=(earlier.note.id, found.note.id),
            works=found.works,
            fix=_fix(linked.document.path, before, found, used, only),
        )


def _parts(linked: Linked) -> dict[str, int]:
    """The chapter of each note; one for all where notes point back over the beginning of a chapter."""
    found = chapters(linked)
    back = ((found.get(link.source.partition(".")[0]), found.get(link.refers_to or "")) for link in linked.links)
    reaches = any(None not in pair and pair[0] != pair[1] for pair in back)
    return dict.fromkeys(found, 0) if reaches else found


def _is_full(found: Cited) -> bool:
    """Whether a citation says where its work was published; laws are cited in full always."""
    fields = found.citation.fields
    published = fields.publisher or fields.container_title or fields.genre or fields.URL or fields.publisher_place
    return found.citation.form == "full" and bool(published) and not (found.work and is_legal(found.work))


def _fix(path: str, before: Cited, found: Cited, used: Usage, only: frozenset[str]) -> Fix:
    """The short form that the document uses; a hint where it is not plain which one that is."""
    work = found.work
    if work is None or found.citation.fields.volume or found.citation.fields.URL or len(found.note.citations) > 1:
        return Fix(message="point back to the first note")
    previous = before.link.work == work.key and len(before.note.citations) == 1
    if previous and before.note.position == found.note.position - 1:
        change = as_ibid(found, used)
    else:
        change = as_op_cit(found, used) if work.key in only else None
    edits = edits_of(found.note, path, (change,)) if change else ()
    if not change or not edits:
        return Fix(message="point back to the first note")
    text = found.note.text
    return Fix(safety="unsafe", message=f"write “{text[: change[0]]}{change[2]}{text[change[1] :]}”", edits=edits)


_AR = (
    "أ.(1) ب.(2) ج.(3) د.(4)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n(3) عبد العزيز الدوري، مصدر سبق ذكره، ص ٢١.\n(4) {}، ص ٧.\n\n"
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
)
_EN = (
    "A.[^1] B.[^2] C.[^3] D.[^4]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
    "[^2]: Ibid., p. 4.\n[^3]: Edward Said, Covering Islam, New York: Pantheon, 1981, p. 12.\n[^4]: {}, p. 14.\n\n## References\n\n"
    "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n- Said, Edward, Covering Islam, New York: Pantheon, 1981.\n"
)

RULE = Rule(
    code="RK206",
    name="full-note-repeated",
    severity="info",
    summary="A work is cited in full a second time, in a document that points back elsewhere.",
    reason="The reader takes the second full note for another work or edition. A new chapter may begin anew.",
    bad=(
        _AR.format("علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥"),
        _EN.format("Edward Said, Covering Islam, New York: Pantheon, 1981"),
    ),
    good=(_AR.format("علي الوردي، مصدر سبق ذكره"), _EN.format("Ibid.")),
    check=check,
    fix="unsafe",
)
