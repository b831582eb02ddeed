"""RK507 year-suffix-missing."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Edit, Fix, Linked, Reference
from refkit.names import name_tokens
from refkit.rules.stretches import edits_of
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
                yield from _problems(linked, lines)


def _cited_as(line: Reference) -> _Key | None:
    """Authors and year, folded; None if the line lacks one of them."""
    forms = [next(iter(name.root.values())) for name in line.fields.author]
    year = line.fields.issued.year if line.fields.issued else None
    people = tuple(tuple(sorted(name_tokens(form.parts))) for form in forms)
    return (people, year) if people and year else None


def _problems(linked: Linked, lines: list[Reference]) -> Iterator[Problem]:
    """A problem for each line without a letter; the first one has the letters of all."""
    bare = [line for line in lines if line.citation and not line.citation.year_letter]
    if not bare:
        return
    fix = _fix(linked, bare, _letters(lines))
    for line in bare:
        year = line.fields.issued.year if line.fields.issued else ""
        yield Problem(
            f"{len(lines)} works of this author of {year}, and no letter tells this one: “{short(line.text)}”",
            line,
            references=tuple(each.id for each in lines),
            fix=fix,
        )
        fix = Fix(message=fix.message)


def _letters(lines: list[Reference]) -> Iterator[str]:
    """The letters that no line has yet, as Latin ones, in order."""
    taken = {line.citation.year_letter for line in lines if line.citation}
    return (letter for letter in _LATIN if letter not in taken)


_LATIN, _ARABIC = "abcdefghij", "أبجدهوزحطي"


def _fix(linked: Linked, bare: list[Reference], letters: Iterator[str]) -> Fix:
    """A letter behind the year of each line, in their order; which work a citation means, its author has to say."""
    edits: list[Edit] = []
    years = []
    for line, letter in zip(bare, letters, strict=False):
        end = _end_of_year(line)
        own = _ARABIC[_LATIN.index(letter)] if line.language == "ar" else letter
        made = edits_of(line, linked.document.path, ((end - 1, end, line.text[end - 1] + own),)) if end else ()
        years.append(f"{line.fields.issued.year if line.fields.issued else ''}{own}")
        edits += made
        if not made:
            break
    message = f"write {'، '.join(years)}" if bare[0].language == "ar" else f"write {', '.join(years)}"
    whole = len(edits) == len(bare)
    return Fix(safety="unsafe", message=message, edits=tuple(edits)) if whole else Fix(message=message)


def _end_of_year(line: Reference) -> int:
    """Behind the last digit of the year as printed; 0 where more than a year is printed."""
    spans = line.citation.spans.get("issued", ()) if line.citation else ()
    if not spans:
        return 0
    start, end = spans[0]
    printed = line.text[start:end].rstrip()
    return start + len(printed) if printed.isdecimal() else 0


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
    fix="unsafe",
)
