"""RK202 ibid-after-other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.short_forms import only_works, op_cit_for
from refkit.rules.stretches import edits_of
from refkit.rules.views import Cited, cited, name_of, short
from refkit.rules.wordings import Usage, usage
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every back-reference to the note before, where that note does not cite one work that it can mean."""
    citations = list(cited(linked))
    troubled = [at for at, found in enumerate(citations) if found.link.trouble == "after-other"]
    if not troubled:
        return
    used, only = usage(linked), only_works(linked.works)
    for at in troubled:
        found = citations[at]
        taken = f"; taken for “{name_of(found.work)}”" if found.work else ""
        yield Problem(
            f"“{short(found.citation.text)}”: the note before does not cite this one work ({'; '.join(found.link.because)}){taken}",
            found.note,
            found.citation.start,
            notes=(found.note.id,),
            works=found.link.candidates or found.works,
            fix=_fix(linked.document.path, found, citations[:at], used, only),
        )


def _fix(path: str, found: Cited, earlier: Sequence[Cited], used: Usage, only: frozenset[str]) -> Fix:
    """op. cit. in the place of ibid., with the author; a hint where several works may be meant."""
    hint = Fix(message="name the author or the title that is meant")
    one = used.at(found)
    if one is None or found.work is None or found.work.key not in only:
        return hint
    author = ""
    if not found.citation.fields.author:
        before = {other.link.work for other in earlier if other.note.position == found.note.position - 1}
        author = _author_as_written(found, earlier)
        if not author or len(before - {None}) > 1:
            return hint
    change = op_cit_for(one, used, author)
    edits = edits_of(found.note, path, (change,))
    return Fix(safety="unsafe", message=f"write “{change[2]}”", edits=edits) if edits else hint


def _author_as_written(found: Cited, earlier: Sequence[Cited]) -> str:
    """The author of a citation's work, as the last citation before it that names one writes it."""
    for other in reversed(earlier):
        spans = other.citation.spans.get("author")
        if other.link.work == found.link.work and spans:
            return other.citation.text[spans[0][0] : spans[-1][1]]
    return ""


RULE = Rule(
    code="RK202",
    name="ibid-after-other",
    severity="warning",
    summary="ibid. where the note before cites another work, none, or several.",
    reason="A note that is put in between later turns every ibid. after it to another work, and nobody notices.",
    bad=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) لا يعنينا هنا الخلاف في هذا الأمر.\n(3) المصدر نفسه، ص ٧.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
        "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n"
        "(3) علي الوردي، المصدر نفسه، ص ٧.\n\n## المراجع\n\n"
        "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n",
        "A.[^1] B.[^2]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3; "
        "Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n[^2]: Ibid., p. 13.\n\n## References\n\n"
        "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n",
    ),
    good=(
        "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n(2) المصدر نفسه، ص ٧.\n"
        "(3) المصدر نفسه.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
    fix="unsafe",
)
