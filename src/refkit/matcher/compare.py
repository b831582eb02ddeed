"""How each field of two mentions of one work compares. The rules read these outcomes; none measures on its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from refkit.dates import gregorian_years
from refkit.matcher.mention import Mention
from refkit.matcher.similarity import edits, ratio, soft_containment, soft_f1
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


def _outcome(left: str, right: str, judge: Callable[[str, str], Outcome]) -> Outcome:
    if not fold(left):
        return "missing-left"
    if not fold(right):
        return "missing-right"
    if left == right:
        return "same"
    return "same-folded" if _squashed(left) == _squashed(right) else judge(left, right)


def _squashed(text: str) -> str:
    """A key in which spaces, articles and a doubled word make no difference."""
    found = tokens(text)
    return "".join(word for at, word in enumerate(found) if at == 0 or word != found[at - 1])


def same_language(left: Mention, right: Mention) -> tuple[Comparison, ...]:
    """All fields of a citation (left) against a reference in the same language (right)."""
    found = [
        Comparison(field="title", outcome=_titles(left, right), left=left.title, right=right.title),
        Comparison(field="author", outcome=authors(left, right), left=_names(left), right=_names(right)),
        _publishers(left, right),
        *numbers(left, right),
    ]
    mine, other = left.form(left.fields.container_title), right.form(right.fields.container_title)
    outcome = _outcome(mine, other, lambda a, b: _by_words(a, b, 0.75))
    found.append(Comparison(field="container-title", outcome=outcome, left=mine, right=other))
    return tuple(found)


def other_language(left: Mention, right: Mention) -> tuple[Comparison, ...]:
    """The fields that do not depend on the language: numbers, dates, identifiers, how many authors."""
    count = Comparison(
        field="author-count", outcome=_counts(left, right), left=str(len(left.people)), right=str(len(right.people))
    )
    return (*numbers(left, right), count)


def _counts(left: Mention, right: Mention) -> Outcome:
    if not left.people or not right.people:
        return "missing-left" if not left.people else "missing-right"
    return "same" if len(left.people) == len(right.people) else "differs"


def _names(mention: Mention) -> str:
    names = (name.form(mention.language) or next(iter(name.root.values())) for name in mention.fields.author)
    return "; ".join(name.parts for name in names)


# --- title, author, publisher -----------------------------------------------------------------------------------


def _titles(left: Mention, right: Mention) -> Outcome:
    outcome = _outcome(left.title, right.title, lambda a, b: _by_words(a, b, 0.6))
    if outcome in ("near", "differs", "short-form"):
        if _main_title(left.title) == _squashed(right.title) or _main_title(right.title) == _squashed(left.title):
            return "short-form"
        # A word that the other string has elsewhere was cut off by the parser, not by the author.
        if not differing_words(left, right):
            return "short-form"
        return "near" if outcome == "short-form" else outcome
    return outcome


def _main_title(title: str) -> str:
    return _squashed(re.split(r"[:.؟?–—]\s|\s[-–—]\s", title, maxsplit=1)[0])


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
    outcome = _outcome(mine, other, _judge_publishers)
    if outcome in ("near", "differs"):
        missing_here = [word for word in tokens(mine) if word not in right.words]
        missing_there = [word for word in tokens(other) if word not in left.words]
        joined, other_joined = fold(mine).replace(" ", ""), fold(other).replace(" ", "")
        glued = joined in other_joined or other_joined in joined
        if not missing_here or not missing_there or glued:
            outcome = "short-form"
    return Comparison(field="publisher", outcome=outcome, left=mine, right=other)


def _judge_publishers(left: str, right: str) -> Outcome:
    mine = [word for word in tokens(left) if word not in _generic()]
    other = [word for word in tokens(right) if word not in _generic()]
    if set(mine) <= set(other) or set(other) <= set(mine):
        return "short-form"
    return "near" if ratio(" ".join(mine), " ".join(other)) >= 0.7 else "differs"


@cache
def _generic() -> frozenset[str]:
    return frozenset(word for word in tokens(_GENERIC))


# --- numbers, dates, identifiers ------------------------------------------------------------------------------


def numbers(left: Mention, right: Mention) -> tuple[Comparison, ...]:
    """Year, volume, issue, edition, pages (not of a note), DOI, URL and access date."""
    found = [Comparison(field="issued", outcome=years(left, right), left=_year(left), right=_year(right))]
    for name in ("volume", "issue", "edition", "DOI"):
        mine, other = getattr(left.fields, name) or "", getattr(right.fields, name) or ""
        found.append(
            Comparison(field=name, outcome=_outcome(mine, other, lambda _a, _b: "differs"), left=mine, right=other)
        )
    if "note" not in (left.origin, right.origin):
        mine, other = left.fields.page or "", right.fields.page or ""
        found.append(
            Comparison(field="page", outcome=_outcome(mine, other, lambda _a, _b: "differs"), left=mine, right=other)
        )
    found.append(
        Comparison(field="URL", outcome=urls(left, right), left=left.fields.URL or "", right=right.fields.URL or "")
    )
    return tuple(found)


def _year(mention: Mention) -> str:
    return str(mention.year or mention.hijri_year or "")


def years(left: Mention, right: Mention) -> Outcome:
    """Equal years; a Hijri year agrees with a Gregorian one that it can fall in, give or take one."""
    if not _year(left):
        return "missing-left"
    if not _year(right):
        return "missing-right"
    if (left.year and left.year == right.year) or (left.hijri_year and left.hijri_year == right.hijri_year):
        return "same"
    for one, other in ((left, right), (right, left)):
        if one.hijri_year and other.year and not one.year:
            first, last = gregorian_years(one.hijri_year)
            return "same-folded" if first - 1 <= other.year <= last + 1 else "differs"
    if left.fields.issued and right.fields.issued and left.year and right.year:
        ends = {left.fields.issued.end_year or left.year, right.fields.issued.end_year or right.year}
        if ends & {left.year, right.year}:
            return (
                "same-folded"
                if len(ends) < 2 or left.fields.issued.end_year or right.fields.issued.end_year
                else "differs"
            )
    return "differs"


def urls(left: Mention, right: Mention) -> Outcome:
    """`near`: hosts a letter or two apart with one path, or one host and a path one letter apart."""
    if not left.url or not right.url:
        return "missing-left" if not left.url else "missing-right"
    if left.url == right.url:
        return "same" if left.fields.URL == right.fields.URL else "same-folded"
    (host, _, path), (other_host, _, other_path) = left.url.partition("/"), right.url.partition("/")
    if path and path == other_path and edits(host, other_host) <= 2:
        return "near"
    if host == other_host and min(len(path), len(other_path)) >= 5 and edits(path, other_path) <= 1:
        return "near"
    return "differs"


def corporate(mention: Mention) -> bool:
    """Whether a mention's author is a body, whose name is translated rather than transcribed."""
    return bool(mention.fields.author) and is_corporate(_names(mention))
