"""RK505 name-order-mixed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked, NameForm, Reference
from refkit.names import units
from refkit.rules.stretches import Stretch
from refkit.rules.views import short
from refkit.settings import Settings
from refkit.text import fold
from refkit.vocabulary import english_words, given_names, place, singular

#: At least this many names, and this share of a section, must agree before another order is worth a word.
_LEAST, _SHARE = 3, 0.6


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Names in the other order than most of their section; a section may have an order of its own."""
    sections: dict[tuple[str, str | None, str], list[tuple[Reference, bool]]] = {}
    for line in linked.document.references:
        inverted = _family_first(line)
        if inverted is not None:
            sections.setdefault((line.list_id, line.section, line.language), []).append((line, inverted))
    for members in sections.values():
        count = sum(inverted for _, inverted in members)
        usual = count * 2 >= len(members)
        agreeing = count if usual else len(members) - count
        if agreeing < _LEAST or agreeing < _SHARE * len(members):
            continue
        for line, inverted in members:
            if inverted != usual:
                written, others = ("family", "given") if inverted else ("given", "family")
                yield Problem(
                    f"name written {written}-name-first (“{short(line.text, 4)}”), where {agreeing} others are {others}-name-first",
                    line,
                    references=(line.id,),
                    fix=_fix(linked, line, usual),
                )


def _fix(linked: Linked, line: Reference, family_first: bool) -> Fix:
    """The first author's name in the other order; a hint where the name is not the family and the given name alone."""
    form = next(iter(line.fields.author[0].root.values()))
    family, given = form.family or "", form.given or ""
    new = f"{family}{'،' if line.language == 'ar' else ','} {given}" if family_first else f"{given} {family}"
    span = _written(line, family, given)
    stretch = Stretch(line, linked.document.path)
    return stretch.fix("unsafe", f"write {new}", (*span, new)) if span else Fix(message=f"write {new}")


def _written(line: Reference, family: str, given: str) -> tuple[int, int] | None:
    """Where the two parts of the first author's name stand, if there is nothing but a comma between them."""
    start = line.citation.spans["author"][0][0] if line.citation else 0
    parts = rf"(?:{re.escape(family)}\s*[,،]\s*{re.escape(given)}|{re.escape(given)}\s+{re.escape(family)})(?!\w)"
    match = re.compile(parts).search(line.text, start, start + len(family) + len(given) + _BEFORE)
    return match.span() if match else None


#: A title and a comma may stand before and between the parts.
_BEFORE = 20


def _family_first(line: Reference) -> bool | None:
    """How a line writes its first author; None for a body, a single name, or an author who is not written there."""
    if not line.fields.author or not line.citation or "author" not in line.citation.spans:
        return None
    form = next(iter(line.fields.author[0].root.values()))
    # Kirkbride J: what stands last is no family name.
    if not form.family or not form.given or _are_initials(form.family):
        return None
    inverted = _position(line, form, form.family) < _position(line, form, form.given)
    return inverted if inverted or _surely_person(form) else None


def _are_initials(name: str) -> bool:
    letters = "".join(filter(str.isalpha, name))
    return len(letters) < 2 or (len(letters) < 4 and letters.isupper())


def _surely_person(form: NameForm) -> bool:
    """Whether a name begins with a given name, or has no English word: المنصة الوطنية and Open Data Watchers are bodies
    that no other word betrays."""
    given = units(form.given or "")
    if any(unit.folded in given_names() for unit in given) or given[0].folded.startswith(("عبد ", "abd")):
        return True
    words = fold(form.parts).split()
    common = english_words()
    return all(word.isascii() and not {word, singular(word)} & common and not place(word) for word in words)


def _position(line: Reference, form: NameForm, part: str) -> int:
    start, end = line.citation.spans["author"][0] if line.citation else (0, len(line.text))
    head = line.text[start:end]
    # In سعد محمد سعد a part may stand twice: the family name of a given-first name is its last occurrence.
    return head.find(part) if (head.startswith(form.family or "") and "،" in head) or "," in head else head.rfind(part)


_CITED = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
_LIST = (
    "## ببليوغرافيا\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
    "3. جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n"
)
_LIST_EN = (
    "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n"
    "## Bibliography\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
    "- Said, Edward, Orientalism, New York: Pantheon, 1978.\n- Tripp, Charles, A History of Iraq, London: Verso, 2000.\n"
)

RULE = Rule(
    code="RK505",
    name="name-order-mixed",
    severity="warning",
    summary="A given-name-first entry in a family-name-first list, or the reverse.",
    reason="The list is sorted by what stands first: such an entry stands where nobody looks for it. Bodies have no order.",
    bad=(
        _CITED + _LIST + "4. عبد الرزاق الحسني، تاريخ الوزارات العراقية، مطبعة العرفان، صيدا، ١٩٥٣.\n",
        _LIST_EN + "- Hanna Batatu, The Old Social Classes, Princeton: Princeton University Press, 1978.\n",
    ),
    good=(
        _CITED + _LIST + "4. الحسني، عبد الرزاق، تاريخ الوزارات العراقية، مطبعة العرفان، صيدا، ١٩٥٣.\n",
        _CITED + _LIST + "4. مركز دراسات الوحدة العربية، التقرير الاقتصادي، المركز، بيروت، ١٩٨٣.\n",
    ),
    check=check,
    fix="unsafe",
)
