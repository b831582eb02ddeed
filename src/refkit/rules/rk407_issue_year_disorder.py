"""RK407 issue-year-disorder."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Citation, Fix, Linked, Note, Reference
from refkit.rules.rk501_list_unordered import longest_run
from refkit.rules.spellings import citations_of
from refkit.settings import Settings
from refkit.text import tokens

#: Issues with numbers up to this one begin anew with each year.
_ISSUES_A_YEAR = 12
_Dated = tuple[int, int, Note | Reference, Citation]


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Of one journal, mentions whose year does not fit their volume, or their issue where issues count through."""
    journals: dict[tuple[str, str, str], list[_Dated]] = {}
    for passage, citation in citations_of(linked):
        for counted, number in _numbers(citation):
            key = "".join(tokens(citation.fields.container_title.any() if citation.fields.container_title else ""))
            issued = citation.fields.issued
            if key and issued and issued.year:
                journals.setdefault((key, counted, issued.calendar), []).append(
                    (number, issued.year, passage, citation)
                )
    for (_key, counted, _calendar), found in journals.items():
        yield from _disorders(counted, found)


def _numbers(citation: Citation) -> Iterator[tuple[str, int]]:
    """The volume of an article; without one its issue, if issues count through all years."""
    fields = citation.fields
    sure = not any(
        citation.confidence.get(name) == "review" for name in ("issued", "volume", "issue", "container-title")
    )
    if not sure or fields.type != "article-journal":
        return
    if fields.volume and fields.volume.isdecimal():
        yield "volume", int(fields.volume)
    elif not fields.volume and fields.issue and fields.issue.isdecimal() and int(fields.issue) > _ISSUES_A_YEAR:
        yield "issue", int(fields.issue)


def _disorders(counted: str, found: list[_Dated]) -> Iterator[Problem]:
    """The mentions that stand out of the order of numbers and years; each work is one, however often it is cited."""
    ordered = sorted(dict.fromkeys((number, year) for number, year, _, _ in found))
    kept = {ordered[at] for at in longest_run([year for _, year in ordered])}
    for number, year, passage, citation in found:
        if (number, year) in kept:
            continue
        other = next(
            (
                (their, when)
                for their, when in kept
                if (their < number and when > year) or (their > number and when < year)
            ),
            None,
        )
        if other is None:
            continue  # another part of the same volume
        yield Problem(
            f"{counted} {number} of {year}, while {counted} {other[0]} of this journal is of {other[1]}",
            passage,
            citation.start,
            notes=(passage.id,) if isinstance(passage, Note) else (),
            references=() if isinstance(passage, Note) else (passage.id,),
            data={"text": str(number), "year": str(year)},
            fix=Fix(message=f"compare {counted} and year of the two with the journal"),
        )


_NOTE = "نص.(1)\n\n(1) مصطفى مجيد أحمد، التحالف الاستراتيجي، مجلة العلوم السياسية، العدد ٥٨، ٢٠١٩، ص ٥.\n\n## ببليوغرافيا\n\n"
_LINES = (
    "1. أحمد، مصطفى مجيد، التحالف الاستراتيجي، مجلة العلوم السياسية، العدد ٥٨، ٢٠١٩.\n"
    "2. جاسم، حيدر زهير، السياسة الخارجية، مجلة العلوم السياسية، العدد {}، {}.\n"
)
_NOTE_EN = "Text.[^1]\n\n[^1]: Sami Zubaida, “The Fragments of a Nation”, Journal of Arab Studies, vol. 34, no. 2, 2002, p. 205.\n\n"
_LINES_EN = (
    "## Bibliography\n\n- Tripp, Charles, “Iraq in the World”, Journal of Arab Studies, vol. {}, no. 1, {}, pp. 1-20.\n"
    "- Zubaida, Sami, “The Fragments of a Nation”, Journal of Arab Studies, vol. 34, no. 2, 2002, pp. 205-215.\n"
)

RULE = Rule(
    code="RK407",
    name="issue-year-disorder",
    severity="warning",
    summary="Of one journal, a later volume or issue bears an earlier year.",
    reason="Issues are counted as time goes on: one of the two numbers or years is wrong. Issues that begin anew each year are left alone.",
    bad=(_NOTE + _LINES.format("٦١", "٢٠١٦"), _NOTE_EN + _LINES_EN.format(31, 2004)),
    good=(_NOTE + _LINES.format("٦١", "٢٠٢٠"), _NOTE_EN + _LINES_EN.format(31, 1999)),
    check=check,
    fix="hint",
)
