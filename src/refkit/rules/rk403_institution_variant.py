"""RK403 institution-variant."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from refkit.kinds import Problem, Rule
from refkit.model import Citation, Linked, Note, Reference
from refkit.rules.spellings import Spelling, citations_of, problem, rare, visible
from refkit.rules.views import compared
from refkit.settings import Settings
from refkit.text import fold, tokens, without_article
from refkit.vocabulary import given_names, place, translations
from refkit.vocabulary.tables import english_words

#: For folded text: و before a word, with the space and the article that may stand between them.
_AND = re.compile(r"(?<!\w)و\s*(?:ال)?(?=\w{3})")
#: A shorter key may be that of two houses.
_FEWEST_LETTERS = 5
#: Unknown words of so many letters are one, misspelt.
_LONG_WORD = 5


@dataclass(frozen=True)
class _House:
    """A university or publisher: its folded name, where it is, and what is equal for its spellings."""

    name: str
    place: str
    key: str


def check(linked: Linked, settings: Settings) -> Iterator[Problem]:
    """Each university or publisher that is spelt in another way than most mentions spell it."""
    found = list(_houses(linked))
    same = _one_letter_apart([house for house, _ in found])
    named_houses = (replace(spelling, thing=same.get(house.key, house.key)) for house, spelling in found)
    said = _said_to_differ(linked) if settings.runs("RK305") else set()
    for places, usual in rare(named_houses):
        if left := [place for place in places if (place.passage.id, place.text) not in said]:
            yield problem(linked, "a university or publisher", left, usual)


def _said_to_differ(linked: Linked) -> set[tuple[str, str]]:
    """Notes and lines with the publishers that RK305 sets against each other: they are not reported twice."""
    return {
        side
        for found, comparison, line in compared(linked, "publisher")
        if comparison.outcome in ("near", "differs")
        for side in ((found.note.id, comparison.left), (line.id, comparison.right))
    }


def _houses(linked: Linked) -> Iterator[tuple[_House, Spelling]]:
    for passage, citation in citations_of(linked):
        found = named(passage, citation, "publisher")
        if found and citation.confidence.get("publisher") != "review":
            where = citation.fields.publisher_place
            house = _House(fold(found.text), fold(where.any()) if where else "", _key(found.text))
            if len(house.key) >= _FEWEST_LETTERS and not place(found.text):
                yield house, replace(found, plain=plain(found.text))


def _key(name: str) -> str:
    """Equal for spellings that differ in spaces, articles, doubled letters and the seat of a hamza (شؤون، شئون)."""
    return re.sub(r"(.)\1+", r"\1", "".join(tokens(_AND.sub("و", fold(name.replace("ئ", "ؤ"))))))


def _one_letter_apart(houses: list[_House]) -> dict[str, str]:
    """Key -> that of a house in the same place whose name is one letter apart, where this is surely a slip.

    Two names are one letter apart if they are equal without some letter of one or of either.
    """
    counts = Counter(house.key for house in houses)
    known: dict[tuple[str, str], dict[str, _House]] = {}
    same: dict[str, str] = {}
    for house in sorted(dict.fromkeys(houses), key=lambda house: -counts[house.key]):
        joined = house.name.replace(" ", "")
        near = {joined, *(joined[:at] + joined[at + 1 :] for at in range(len(joined)))}
        others = {found.name: found for part in near for found in known.get((house.place, part), {}).values()}
        for other in others.values():
            if other.key != house.key and _is_slip(house.name.split(), other.name.split()):
                same[house.key] = same.get(other.key, other.key)
                break
        for part in near:
            known.setdefault((house.place, part), {})[house.name] = house
    return same


def _is_slip(left: list[str], right: list[str]) -> bool:
    """Whether two names differ in one word, and not by being two known words: دار الفكر and دار الفجر are two houses."""
    differing = [(mine, other) for mine, other in zip(left, right, strict=False) if mine != other]
    if len(left) != len(right) or len(differing) != 1:
        return False
    mine, other = differing[0]
    is_known = [_is_word(word) for word in (mine, other)]
    if any(map(str.isdecimal, mine + other)) or all(is_known):
        return False
    return any(is_known) or min(len(mine), len(other)) >= _LONG_WORD


def _is_word(word: str) -> bool:
    """Whether a folded word is one of the language, a name or a place."""
    word = without_article(word)
    return bool(translations(word) or word in english_words() or word in given_names() or place(word))


def named(passage: Note | Reference, citation: Citation, field: str) -> Spelling | None:
    """Where a citation names the body or the journal of a field; None where it does not, in one piece."""
    spans = citation.spans.get(field, ())
    if len(spans) != 1:
        return None
    start, end = citation.start + spans[0][0], citation.start + spans[0][1]
    return Spelling(None, "", passage, start, end)


def plain(text: str) -> str:
    """A name without what is no other spelling: articles, harakat, capitals, punctuation, double spaces."""
    composed = visible(text).casefold()
    kept = (char for char in composed if unicodedata.category(char) not in _NO_LETTERS)
    words = "".join(char if char.isalnum() else " " for char in kept).split()
    return " ".join(without_article(word) for word in words)


_NO_LETTERS = ("Mn", "Cf", "Lm")

_NOTE = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، {}، لندن، ١٩٩٥، ص ٥.\n\n"
_LIST = "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، {}، لندن، ١٩٩٥.\n"

RULE = Rule(
    code="RK403",
    name="institution-variant",
    severity="warning",
    summary="One university or publisher in two spellings across entries or notes.",
    reason="دار الكتب العلمية and دار الكتب العلميه are one house, and an index makes two of it.",
    bad=(
        _NOTE.format("دار الكتب العلميه") + _LIST.format("دار الكتب العلمية"),
        _NOTE.format("مطبعة الإرشاد") + _LIST.format("مطبعة الارشاد"),
    ),
    good=(_NOTE.format("دار الكتب العلمية") + _LIST.format("دار الكتب العلمية"),),
    check=check,
    fix="unsafe",
)
