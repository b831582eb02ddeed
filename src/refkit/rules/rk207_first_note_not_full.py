"""RK207 first-note-not-full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import Cited, cited, is_legal, is_listed, name_of, references
from refkit.settings import Settings
from refkit.text import tokens

#: Fields by which a note says where its work was published, with the word for each.
_FIELDS = {
    "publisher": "publisher",
    "publisher-place": "place",
    "issued": "year",
    "container-title": "journal or book",
    "volume": "volume",
    "issue": "issue",
}
#: So many first notes of a kind show what is usual, if not more than one in so many is another.
_LEAST, _SHARE = 3, 3


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """First notes that are short, or lack what their entry has; silent unless the document's first notes are full."""
    firsts = _firsts(linked)
    full = [found for found in firsts if found.citation.form == "full"]
    short_ones = [found for found in firsts if found.citation.form == "short"]
    if _is_usual(len(full), len(short_ones)):
        for found in short_ones:
            yield _problem(found, f"the first note on “{_name(found)}” is short: {len(full)} others are full", {})
    for found, lacking in _lacking(linked, full):
        labels = ", ".join(_FIELDS[field] for field in lacking)
        yield _problem(found, f"the first note on “{_name(found)}” lacks what its entry has: {labels}", lacking)


def _firsts(linked: Linked) -> list[Cited]:
    """The first citation of each listed work in the notes, where it names the work itself."""
    first: dict[str, Cited] = {}
    for found in cited(linked):
        if found.work and found.note.kind == "note":
            first.setdefault(found.work.key, found)
    return [
        found
        for found in first.values()
        if found.work
        and is_listed(found.work)
        and not (is_legal(found.work) or found.link.trouble or found.citation.key)
        and found.citation.form in ("full", "short")
    ]


def _is_usual(having: int, lacking: int) -> bool:
    return having >= _LEAST and lacking * _SHARE <= having


def _lacking(linked: Linked, full: Sequence[Cited]) -> Iterator[tuple[Cited, dict[str, str]]]:
    """The full notes with the values that they lack, of those fields that notes on whole works, or on parts, name."""
    missing: defaultdict[str, dict[str, str]] = defaultdict(dict)
    lines = references(linked)
    for field in _FIELDS:
        by_kind: defaultdict[bool, list[Cited]] = defaultdict(list)
        for found in full:
            comparison, line = found.link.comparison(field), lines.get(found.link.against or "")
            # A university and a journal are named without their place as well.
            if comparison and comparison.right and line and (field != "publisher-place" or line.fields.type == "book"):
                by_kind[bool(line.fields.container_title)].append(found)
        for members in by_kind.values():
            lacking = [found for found in members if _lacks(found, field)]
            if _is_usual(len(members) - len(lacking), len(lacking)):
                for found in lacking:
                    missing[found.link.source][field] = _entry_has(found, field)
    return ((found, missing[found.link.source]) for found in full if found.link.source in missing)


def _lacks(found: Cited, field: str) -> bool:
    """Whether a note has no such field, nor the words of its entry's anywhere: the parser may have missed them."""
    comparison = found.link.comparison(field)
    if not comparison or comparison.outcome != "missing-left":
        return False
    if getattr(found.citation.fields, field.replace("-", "_")):
        return False
    return not set(tokens(comparison.right)) <= set(tokens(found.citation.text))


def _entry_has(found: Cited, field: str) -> str:
    comparison = found.link.comparison(field)
    return comparison.right if comparison else ""


def _name(found: Cited) -> str:
    return name_of(found.work) if found.work else ""


def _problem(found: Cited, message: str, lacking: dict[str, str]) -> Problem:
    add = ", ".join(f"{_FIELDS[field]} “{value}”" for field, value in lacking.items())
    return Problem(
        message,
        found.note,
        found.citation.start,
        notes=(found.note.id,),
        works=found.works,
        data=lacking,
        fix=Fix(message=f"add {add}" if add else "cite it in full here"),
    )


_LIST = (
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
    "3. جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n"
    "4. ضيف، شوقي، العصر الجاهلي، دار المعارف، القاهرة، ١٩٨٦.\n5. بطاطو، حنا، العراق، مؤسسة الأبحاث العربية، بيروت، ١٩٩٠.\n"
)
_NOTES = (
    "أ.(1) ب.(2) ج.(3) د.(4) هـ.(5)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n"
    "(3) سعد ناجي جواد، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠، ص ٣٠.\n(4) شوقي ضيف، {}، ص ٤٠.\n"
    f"(5) حنا بطاطو، العراق، مؤسسة الأبحاث العربية، بيروت، ١٩٩٠، ص ٥٠.\n\n{_LIST}"
)
_LIST_EN = (
    "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
    "- Said, Edward, Covering Islam, New York: Pantheon, 1981.\n- Tripp, Charles, A History of Iraq, Cambridge: Cambridge University Press, 2000.\n"
    "- Batatu, Hanna, The Old Social Classes, Princeton: Princeton University Press, 1978.\n"
    "- Sluglett, Peter, Britain in Iraq, London: Ithaca Press, 1976.\n"
)
_NOTES_EN = (
    "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
    "[^2]: Edward Said, *Covering Islam*, New York: Pantheon, 1981, p. 12.\n"
    "[^3]: Charles Tripp, *A History of Iraq*, Cambridge: Cambridge University Press, 2000, p. 7.\n[^4]: Hanna Batatu, {}, p. 8.\n"
    f"[^5]: Peter Sluglett, *Britain in Iraq*, London: Ithaca Press, 1976, p. 9.\n\n{_LIST_EN}"
)

RULE = Rule(
    code="RK207",
    name="first-note-not-full",
    severity="warning",
    summary="A work's first note is short, or lacks what its entry has (publisher, year), while the other first notes are full.",
    reason="The full note was deleted or stands further below, and the reader meets a name that nothing explains.",
    bad=(
        _NOTES.format("العصر الجاهلي"),
        _NOTES.format("العصر الجاهلي، القاهرة، ١٩٨٦"),
        _NOTES_EN.format("*The Old Social Classes*"),
        _NOTES_EN.format("*The Old Social Classes*, Princeton: Princeton University Press"),
    ),
    good=(
        _NOTES.format("العصر الجاهلي، دار المعارف، القاهرة، ١٩٨٦"),
        _NOTES_EN.format("*The Old Social Classes*, Princeton: Princeton University Press, 1978"),
    ),
    check=check,
    fix="hint",
)
