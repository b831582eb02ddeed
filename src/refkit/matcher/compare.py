"""How each field of two mentions of one work compares. The rules read these outcomes; none measures on its own."""

from __future__ import annotations

import re
from functools import cache

from refkit.matcher.mention import Mention
from refkit.matcher.numbers import access_dates, are_sure, numbers
from refkit.matcher.places import places
from refkit.matcher.similarity import judged, ratio, soft_containment, soft_f1, squashed
from refkit.matcher.theses import kinds
from refkit.model import Comparison, Outcome
from refkit.names import is_corporate
from refkit.text import fold, tokens
from refkit.vocabulary import place

#: Words of a publisher's name that do not tell it from another.
_GENERIC = (
    "دار مكتبة مؤسسة مركز جامعة مطبعة مطابع منشورات شركة للنشر والتوزيع للطباعة والنشر للدراسات"
    " publishers publisher publishing press publications books ltd inc co and the of university center centre house"
    " company editions verlag for"
)


#: An abbreviated title has at most this share of the letters of the whole one.
_ABBREVIATED = 0.75
#: What initials of a title leave out.
_LITTLE = frozenset(("of", "the", "and", "for", "in", "on"))


def same_language(left: Mention, right: Mention) -> tuple[Comparison, ...]:
    """All fields of a citation (left) against a reference in the same language (right)."""
    found = [
        Comparison(field="title", outcome=_titles(left, right), left=left.title, right=right.title),
        Comparison(field="author", outcome=authors(left, right), left=_names(left), right=_names(right)),
        _publishers(left, right),
        _containers(left, right),
        *numbers(left, right),
        *access_dates(left, right),
        *kinds(left, right),
    ]
    mine, other = left.form(left.fields.publisher_place), right.form(right.fields.publisher_place)
    outcome = places(mine, other) if are_sure("publisher-place", left, right) else None
    if outcome:
        found.append(Comparison(field="publisher-place", outcome=outcome, left=mine, right=other))
    return tuple(found)


def other_language(left: Mention, right: Mention) -> tuple[Comparison, ...]:
    """The fields that do not depend on the language: numbers, dates, identifiers, how many authors."""
    count = Comparison(
        field="author-count", outcome=_counts(left, right), left=str(len(left.people)), right=str(len(right.people))
    )
    return (*numbers(left, right), *access_dates(left, right), *kinds(left, right), count)


def _counts(left: Mention, right: Mention) -> Outcome:
    if not left.people or not right.people:
        return "missing-left" if not left.people else "missing-right"
    return "same" if len(left.people) == len(right.people) else "differs"


def _names(mention: Mention) -> str:
    names = (name.form(mention.language) or next(iter(name.root.values())) for name in mention.fields.author)
    return "; ".join(name.parts for name in names)


# --- title, author, publisher -----------------------------------------------------------------------------------


def _titles(left: Mention, right: Mention) -> Outcome:
    outcome = judged(left.title, right.title, lambda a, b: _by_words(a, b, 0.6))
    if outcome in ("near", "differs", "short-form"):
        if _main_title(left.title) == squashed(right.title) or _main_title(right.title) == squashed(left.title):
            return "short-form"
        # A word that the other string has elsewhere was cut off by the parser, not by the author.
        if not differing_words(left, right):
            return "short-form"
        return "near" if outcome == "short-form" else outcome
    return outcome


def _main_title(title: str) -> str:
    return squashed(re.split(r"[:.؟?–—]\s|\s[-–—]\s", title, maxsplit=1)[0])


def differing_words(left: Mention, right: Mention) -> list[str]:
    """The title words of either mention that the other lacks altogether, spaces within words aside."""
    joined_left, joined_right = left.folded.replace(" ", ""), right.folded.replace(" ", "")
    return [word for word in left.title_tokens if word not in joined_right] + [
        word for word in right.title_tokens if word not in joined_left
    ]


def _by_words(left: str, right: str, near: float) -> Outcome:
    mine, other = tokens(left), tokens(right)
    if set(mine) <= set(other) or set(other) <= set(mine):
        return "short-form"
    return "near" if max(soft_f1(mine, other), ratio(" ".join(mine), " ".join(other))) >= near else "differs"


def authors(left: Mention, right: Mention) -> Outcome:
    """`same-folded`: the same names in another order or spelling. `short-form`: middle names or authors left out."""
    mine, other = left.author_tokens, right.author_tokens
    if not mine or not other:
        return "missing-left" if not mine else "missing-right"
    if mine == other:
        return "same"
    if sorted(mine) == sorted(other) or "".join(mine) == "".join(other):
        return "same-folded"
    if _initials_agree(left, right):
        return "short-form"
    share = soft_containment(mine, other)
    if share >= 0.85:
        return "same-folded" if len(mine) == len(other) else "short-form"
    return "near" if share >= 0.5 else "differs"


def _initials_agree(left: Mention, right: Mention) -> bool:
    """J. Smith and John Smith: every unit has its like, or its initial, on the other side."""
    longer, shorter = sorted(
        (left.author_tokens, right.author_tokens), key=lambda found: sum(map(len, found)), reverse=True
    )
    spelt = [token for token in shorter if len(token) > 1]
    initials = [token for token in shorter if len(token) == 1]
    rest = list(longer)
    for token in spelt:
        if token not in rest:
            return False
        rest.remove(token)
    return bool(spelt and initials) and all(any(token.startswith(initial) for token in rest) for initial in initials)


def _publishers(left: Mention, right: Mention) -> Comparison:
    """A university against a country, or a short form, is no conflict; a guessed value is not compared."""
    mine, other = left.form(left.fields.publisher), right.form(right.fields.publisher)
    if place(mine) or left.confidence.get("publisher") == "review":
        mine = ""
    if place(other) or right.confidence.get("publisher") == "review":
        other = ""
    outcome = judged(mine, other, _judge_publishers)
    if outcome in ("near", "differs"):
        missing_here = [word for word in tokens(mine) if word not in right.words]
        missing_there = [word for word in tokens(other) if word not in left.words]
        joined, other_joined = fold(mine).replace(" ", ""), fold(other).replace(" ", "")
        glued = joined in other_joined or other_joined in joined
        if not missing_here or not missing_there or glued:
            outcome = "short-form"
    return Comparison(field="publisher", outcome=outcome, left=mine, right=other)


def _containers(left: Mention, right: Mention) -> Comparison:
    """Journals and books; what the parser cut short, abbreviations and a guessed value are no conflict."""
    mine, other = left.form(left.fields.container_title), right.form(right.fields.container_title)
    if not are_sure("container-title", left, right):
        mine = other = ""
    outcome = judged(mine, other, lambda a, b: _by_words(a, b, 0.75))
    if outcome in ("near", "differs"):
        here, there = tokens(mine), tokens(other)
        shorter, longer = sorted((here, there), key=lambda found: sum(map(len, found)))
        if set(here) <= right.words or set(there) <= left.words or _abbreviates(shorter, longer):
            outcome = "short-form"
    return Comparison(field="container-title", outcome=outcome, left=mine, right=other)


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of a title begins one of a longer title, in order (J. Arab. Stud.), or is its initials."""
    rest = iter(long)
    if len(short) > 1 and all(any(word.startswith(part) for word in rest) for part in short):
        return len("".join(short)) <= _ABBREVIATED * len("".join(long))
    return (
        len(short) == 1
        and len(long) > 2
        and short[0] in {"".join(word[0] for word in kept) for kept in _with_and_without(long)}
    )


def _with_and_without(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a title, and those of them that initials are made of."""
    return words, tuple(word for word in words if word not in _LITTLE)


def _judge_publishers(left: str, right: str) -> Outcome:
    mine = [word for word in tokens(left) if word not in _generic()]
    other = [word for word in tokens(right) if word not in _generic()]
    if set(mine) <= set(other) or set(other) <= set(mine):
        return "short-form"
    return "near" if ratio(" ".join(mine), " ".join(other)) >= 0.7 else "differs"


@cache
def _generic() -> frozenset[str]:
    return frozenset(word for word in tokens(_GENERIC))


def corporate(mention: Mention) -> bool:
    """Whether a mention's author is a body, whose name is translated rather than transcribed."""
    return bool(mention.fields.author) and is_corporate(_names(mention))
