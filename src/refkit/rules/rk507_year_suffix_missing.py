"""RK507 year-suffix-missing."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked, Reference
from refkit.names import name_tokens
from refkit.rules.views import cited, short
from refkit.settings import Settings

_Key = tuple[tuple[tuple[str, ...], ...], int]


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every line without a letter whose author and year another work of its list has too; only in author–date papers."""
    if not any(found.citation.names_year for found in cited(linked)):
        return
    works = {link.source: link.work for link in linked.links}
    for found in linked.document.lists:
        alike: dict[_Key, list[Reference]] = {}
        for line in found.references:
            if key := _cited_as(line):
                alike.setdefault(key, []).append(line)
        for lines in alike.values():
            if len({works[line.id] for line in lines}) > 1:
                yield from (_problem(line, lines) for line in lines if line.citation and not line.citation.year_letter)


def _cited_as(line: Reference) -> _Key | None:
    """Authors and year, folded; None if the line lacks one of them."""
    forms = [next(iter(name.root.values())) for name in line.fields.author]
    year = line.fields.issued.year if line.fields.issued else None
    people = tuple(tuple(sorted(name_tokens(form.parts))) for form in forms)
    return (people, year) if people and year else None


def _problem(line: Reference, lines: list[Reference]) -> Problem:
    year = line.fields.issued.year if line.fields.issued else ""
    return Problem(
        f"{len(lines)} works of this author of {year}, and no letter tells this one: “{short(line.text)}”",
        line,
        references=tuple(each.id for each in lines),
        fix=Fix(message=f"{year}أ، {year}ب" if line.language == "ar" else f"{year}a, {year}b"),
    )


RULE = Rule(
    code="RK507",
    name="year-suffix-missing",
    severity="warning",
    summary="Two works of one author and year without أ/ب or a/b, in a paper that cites by author and year.",
    reason="(Said, 1981) points to both of them. Styles that cite by author and year add a letter, in the list and the text.",
    bad=(
        "كثر الوعاظ (الوردي، 1994، ص 5).\n\n## المراجع\n\n"
        "الوردي، علي (1994). مهزلة العقل البشري. لندن: دار كوفان.\n\n"
        "الوردي، علي (1994). أسطورة الأدب الرفيع. لندن: دار كوفان.\n",
        "The news was thin (Said, 1981).\n\n## References\n\n"
        "Said, Edward (1981). Covering Islam. New York: Pantheon.\n\n"
        "Said, Edward (1981). The Question of Palestine. New York: Vintage.\n",
    ),
    good=(
        "كثر الوعاظ (الوردي، 1994أ، ص 5)، وكثرت حكاياتهم (الوردي، 1994ب، ص 20).\n\n## المراجع\n\n"
        "الوردي، علي (1994أ). مهزلة العقل البشري. لندن: دار كوفان.\n\n"
        "الوردي، علي (1994ب). أسطورة الأدب الرفيع. لندن: دار كوفان.\n",
        "The news was thin.[^1]\n\n[^1]: Edward Said, *Covering Islam*, New York: Pantheon, 1981, p. 3; "
        "Edward Said, *The Question of Palestine*, New York: Vintage, 1981, p. 9.\n\n## References\n\n"
        "- Said, Edward, Covering Islam, New York: Pantheon, 1981.\n- Said, Edward, The Question of Palestine, New York: Vintage, 1981.\n",
    ),
    check=check,
)
