"""RK403 institution-variant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Citation, Linked, Note, Reference
from refkit.rules.spellings import Spelling, citations_of, problem, rare
from refkit.settings import Settings
from refkit.text import tokens, without_article
from refkit.vocabulary import place

#: A shorter key may be that of two houses.
_FEWEST_LETTERS = 5


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Each university or publisher that is spelt in another way than most mentions spell it."""
    for places, usual in rare(_spellings(linked)):
        yield problem(linked, "a university or publisher", places, usual)


def _spellings(linked: Linked) -> Iterator[Spelling]:
    for passage, citation in citations_of(linked):
        if found := named(passage, citation, "publisher"):
            key = re.sub(r"(.)\1+", r"\1", "".join(tokens(found.text)))
            if len(key) >= _FEWEST_LETTERS and not place(found.text):
                yield Spelling(key, plain(found.text), passage, found.start, found.end)


def named(passage: Note | Reference, citation: Citation, field: str) -> Spelling | None:
    """Where a citation names the body or the journal of a field; None where it does not, in one piece and surely."""
    spans = citation.spans.get(field, ())
    if len(spans) != 1 or citation.confidence.get(field) == "review":
        return None
    start, end = citation.start + spans[0][0], citation.start + spans[0][1]
    return Spelling(None, "", passage, start, end)


def plain(text: str) -> str:
    """A name without what is no other spelling: articles, harakat, capitals, punctuation, double spaces."""
    composed = unicodedata.normalize("NFC", text.casefold().replace("ـ", ""))
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
