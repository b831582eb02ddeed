"""RK205 mixed-back-reference-wording."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Edit, Fix, Linked
from refkit.rules.stretches import edits_of
from refkit.rules.wordings import Wording, in_case_of, usage
from refkit.settings import Settings
from refkit.text import shade
from refkit.vocabulary import find
from refkit.vocabulary.terms import IBID_OR_OP_CIT

#: So many back-references of one kind show what is usual.
_LEAST = 3


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """One finding for each wording that is not the usual one of its function, at its first place."""
    used = usage(linked)
    for function, found in used.by_function.items():
        usual = used.usual(function)
        if usual is None or len(found) < _LEAST:
            continue
        others: dict[str, list[Wording]] = {}
        for one in found:
            if not _is_one(one, usual) and _keeps_its_sense(one, usual):
                others.setdefault(one.key, []).append(one)
        for same in others.values():
            yield _problem(linked, same, usual, sum(1 for one in found if _is_one(one, usual)))


def _is_one(one: Wording, usual: Wording) -> bool:
    return one.key == usual.key or (one.ends and one.key == usual.key.rstrip(". "))


def _keeps_its_sense(one: Wording, usual: Wording) -> bool:
    """Whether the usual wording would point to the same work: المصدر السابق means another one behind an author."""
    if not find(IBID_OR_OP_CIT, shade(usual.text)) or usual.key.endswith(("نفسه", "ذكره")):
        return True
    fields = one.found.citation.fields
    return (one.found.citation.form == "op-cit") == bool(fields.author or fields.title)


def _problem(linked: Linked, same: list[Wording], usual: Wording, count: int) -> Problem:
    first = same[0]
    message = f"“{first.text}” in {len(same)} place{'s' if len(same) > 1 else ''}, “{usual.text}” in {count}"
    return Problem(
        message,
        first.found.note,
        first.start,
        notes=tuple(one.found.note.id for one in same),
        data={"wording": first.text, "usual": usual.text},
        fix=_fix(linked, same, usual),
    )


def _fix(linked: Linked, same: list[Wording], usual: Wording) -> Fix:
    edits: list[Edit] = []
    for one in same:
        change = (one.start, one.end, in_case_of(usual.text, one.text))
        made = edits_of(one.found.note, linked.document.path, (change,))
        if not made:
            return Fix(message=f"write “{usual.text}”")
        edits += made
    return Fix(safety="safe", message=f"write “{usual.text}”", edits=tuple(edits))


_AR = (
    "أ.(1) ب.(2) ج.(3) د.(4) هـ.(5)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "(2) المصدر نفسه، ص ٧.\n(3) المصدر نفسه، ص ٩.\n(4) {}، ص ١١.\n(5) المصدر نفسه، ص ١٢.\n\n"
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
_EN = (
    "A.[^1] B.[^2] C.[^3] D.[^4] E.[^5]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
    "[^2]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n[^3]: Hourani, op. cit., p. 6.\n"
    "[^4]: Said, {}, p. 14.\n[^5]: Hourani, op. cit., p. 9.\n\n## References\n\n"
    "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n"
)

RULE = Rule(
    code="RK205",
    name="mixed-back-reference-wording",
    severity="info",
    summary="Several wordings for one kind of back-reference in one document (المصدر نفسه / المرجع ذاته, op. cit. / op.cit.).",
    reason="A reader takes another wording for another meaning. Where مصدر is said of some works and مرجع of others, both stay.",
    bad=(_AR.format("المرجع ذاته"), _EN.format("op.cit.")),
    good=(_AR.format("المصدر نفسه"), _EN.format("op. cit.")),
    check=check,
    fix="safe",
)
