"""The score of a pair of mentions, by ordered, labelled levels: for each field the first level that holds counts.

A score is the weighted mean of the levels of the fields that both mentions have. Every level that says something
comes with its label, and a link carries those labels as its reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from refkit.matcher import compare
from refkit.matcher.mention import Mention
from refkit.matcher.numbers import urls, years
from refkit.matcher.similarity import ratio, soft_containment, soft_f1, whole


@dataclass(frozen=True)
class Level:
    """One level that held: the field, its label, and how much it speaks for one work (1) or against (0)."""

    field: str
    label: str
    value: float

    def __str__(self) -> str:
        return f"{self.field}: {self.label}"


@dataclass(frozen=True)
class Score:
    """A score from 0 to 1 with its reasons, strongest field first."""

    value: float
    because: tuple[str, ...]


NO_MATCH = Score(0.0, ())

# --- one language -------------------------------------------------------------------------------------------------

#: What each field weighs; a title tells most, an author cannot tell two works of one author apart.
WEIGHTS = {"title": 4.0, "author": 2.5, "URL": 2.0, "year": 1.0, "container": 1.0, "issue": 0.75, "volume": 0.5}
#: Titles less alike than this are two works, whatever else agrees (highest wrong title ratio measured: 0.603).
TITLE_FLOOR = 0.66
#: From here on the strings as a whole say that it is one work, even if their fields were cut differently.
WHOLE_FLOOR = 0.8


def title_level(left: Mention, right: Mention) -> Level | None:
    """Titles: same, without its subtitle, nearly the same, or different."""
    if not left.title_tokens or not right.title_tokens:
        return None
    mine, other = "".join(left.title_tokens), "".join(right.title_tokens)
    if mine == other:
        return Level("title", "same", 1.0)
    alike = max(soft_f1(left.title_tokens, right.title_tokens), ratio(mine, other))
    if alike >= 0.9:
        return Level("title", f"nearly the same ({alike:.2f})", alike)
    shorter, longer = sorted((mine, other), key=len)
    if longer.startswith(shorter) and len(shorter) >= 8:
        return Level("title", "the same up to a subtitle", 0.92)
    if alike >= TITLE_FLOOR:
        return Level("title", f"alike ({alike:.2f})", alike)
    return Level("title", "different", alike / 2)


def author_level(left: Mention, right: Mention) -> Level | None:
    """Authors: same names, in another order or spelling, some left out, or different."""
    outcome = compare.authors(left, right)
    if outcome.startswith("missing"):
        return None
    share = soft_containment(left.author_tokens, right.author_tokens)
    return {
        "same": Level("author", "same", 1.0),
        "same-folded": Level("author", "same names in another order or spelling", 1.0),
        "short-form": Level("author", "same, some names left out", 0.95),
        "near": Level("author", f"names in common ({share:.2f})", share * 0.8),
    }.get(outcome, Level("author", "different", 0.0))


def year_level(left: Mention, right: Mention) -> Level | None:
    """Years: same, same in the other calendar, one apart (half), or different."""
    outcome = years(left, right)
    if outcome.startswith("missing"):
        return None
    if outcome == "same":
        return Level("year", "same", 1.0)
    if outcome == "same-folded":
        return Level("year", "same in the other calendar", 1.0)
    near = left.year and right.year and abs(left.year - right.year) == 1
    return Level("year", "one apart", 0.5) if near else Level("year", "different", 0.0)


def url_level(left: Mention, right: Mention) -> Level | None:
    """URL or DOI: same, a letter apart, or different (a page may have two, so that weighs little)."""
    if left.doi and left.doi == right.doi:
        return Level("URL", "same DOI", 1.0)
    outcome = urls(left, right)
    if outcome.startswith("missing"):
        return None
    if outcome in ("same", "same-folded"):
        return Level("URL", "same", 1.0)
    return Level("URL", "a letter apart", 0.9) if outcome == "near" else Level("URL", "different", 0.3)


def container_level(left: Mention, right: Mention) -> Level | None:
    """Journals or books: same, alike or different."""
    mine, other = left.container_tokens, right.container_tokens
    if not mine or not other:
        return None
    alike = soft_f1(mine, other)
    return Level(
        "container", "same" if alike > 0.98 else f"alike ({alike:.2f})" if alike >= 0.6 else "different", alike
    )


def _number_level(name: str) -> Callable[[Mention, Mention], Level | None]:
    def level(left: Mention, right: Mention) -> Level | None:
        mine, other = getattr(left.fields, name), getattr(right.fields, name)
        if not mine or not other:
            return None
        return Level(name, "same", 1.0) if mine == other else Level(name, "different", 0.0)

    return level


LEVELS = (
    title_level, author_level, url_level, year_level, container_level, _number_level("issue"), _number_level("volume"),
)  # fmt: skip


def score_same_language(left: Mention, right: Mention) -> Score:
    """Two mentions in one language: their fields level by level, with the whole strings as the floor."""
    held = [level for judge in LEVELS if (level := judge(left, right))]
    weight = sum(WEIGHTS[level.field] for level in held)
    value = sum(WEIGHTS[level.field] * level.value for level in held) / weight if weight else 0.0
    found = {level.field: level for level in held}
    title, url = found.get("title"), found.get("URL")
    if not title and not (url and url.value >= 0.9):
        value = min(value, 0.5)
    elif title and title.value < TITLE_FLOOR and not (url and url.value == 1.0):
        value = min(value, 0.4)
    elif title and title.value < 0.8 and "year" in found and found["year"].value == 0.0:
        # Half of the title and another year: another work of the same author.
        value = min(value, 0.5)
    elif title and title.value >= 0.9 and "author" not in found:
        # With no author to agree, a title alone must be long enough to be nobody else's.
        value = min(value, 0.95) if len(left.title_tokens) >= 3 else min(value, 0.7)
    because = [str(level) for level in held if level.value > 0.3]
    strings = whole(left.folded, right.folded)
    if strings >= WHOLE_FLOOR and strings > value and not _two_titles(left, right, title):
        return Score(strings, (f"whole string: alike ({strings:.2f})", *because))
    return Score(value, tuple(because))


def _two_titles(left: Mention, right: Mention, title: Level | None) -> bool:
    """Whether both titles are certain and different: then alike strings are two works of one author."""
    certain = "review" not in (left.confidence.get("title"), right.confidence.get("title"))
    return bool(title and title.value < TITLE_FLOOR and certain)


# --- two languages ------------------------------------------------------------------------------------------------

#: Measured on pairs of Arabic and English lines; a URL says most, numbers alone never enough.
CROSS_WEIGHTS = {"author": 0.35, "meaning": 0.4, "numbers": 0.25}
#: A body publishes much: that it is the same speaks for one work only where so much of the titles does so too.
SAME_BODY, ITS_TITLE = 0.9, 0.5


def score_other_language(left: Mention, right: Mention, weight_of: Callable[[frozenset[str]], float]) -> Score:
    """A mention in Arabic and one in Latin script: names by their consonants, words by a lexicon, numbers, URL.

    `weight_of` gives the weight of a word by its meanings, rare words weighing more.
    """
    arabic, latin = (left, right) if left.language == "ar" else (right, left)
    author = _names_across(arabic, latin) or _bodies_across(arabic, latin, weight_of)
    held = [level for level in (author, _meaning_across(arabic, latin, weight_of)) if level]
    held += [level] if (level := _numbers_across(arabic, latin)) else []
    weight = sum(CROSS_WEIGHTS[level.field] for level in held)
    value = sum(CROSS_WEIGHTS[level.field] * level.value for level in held) / weight if weight else 0.0
    found = {level.field: level for level in held}
    if "meaning" not in found or (found["meaning"].value < 0.2 and "author" not in found):
        value = min(value, 0.4)
    url = url_level(left, right)
    if url and url.value >= 0.9:
        value = max(value, min(1.0, value + 0.5))
        held.insert(0, url)
    return Score(value, tuple(str(level) for level in held if level.value >= 0.3))


def _names_across(arabic: Mention, latin: Mention) -> Level | None:
    if not arabic.author_skeletons or not latin.author_skeletons or compare.corporate(arabic):
        return None
    alike = soft_containment(arabic.author_skeletons, latin.author_skeletons)
    joined = ratio("".join(sorted(arabic.author_skeletons)), "".join(sorted(latin.author_skeletons)))
    alike = max(alike, joined * 0.9)
    return Level("author", f"same consonants ({alike:.2f})", alike)


def _bodies_across(arabic: Mention, latin: Mention, weight_of: Callable[[frozenset[str]], float]) -> Level | None:
    """Ministries and the like: the same by its words, above titles of one meaning; nothing where it is not."""
    if not compare.corporate(arabic):
        return None
    alike = _translated(arabic.body_meanings, latin.body_meanings, weight_of)
    if alike < SAME_BODY or _translated(arabic.title_meanings, latin.title_meanings, weight_of) < ITS_TITLE:
        return None
    return Level("author", f"the same body by its words ({alike:.2f})", alike)


def _meaning_across(arabic: Mention, latin: Mention, weight_of: Callable[[frozenset[str]], float]) -> Level | None:
    if not arabic.meanings or not latin.meanings:
        return None
    alike = _translated(arabic.meanings, latin.meanings, weight_of)
    return Level("meaning", f"words that translate each other ({alike:.2f})", alike)


def _translated(
    arabic: Sequence[frozenset[str]], latin: Sequence[frozenset[str]], weight_of: Callable[[frozenset[str]], float]
) -> float:
    """Share of the words, by weight, that the other side has a translation or a transcription of; both ways."""
    if not arabic or not latin:
        return 0.0
    arabic_words = frozenset().union(*arabic)
    total = hit = 0.0
    for meaning in latin:
        weight = weight_of(meaning)
        total += weight
        hit += weight if meaning & arabic_words else 0.0
    latin_words = frozenset().union(*latin)
    known = [meaning for meaning in arabic if meaning & latin_words]
    back = len(known) / len(arabic)
    forth = hit / total if total else 0.0
    return 2 * forth * back / (forth + back) if forth + back else 0.0


def _numbers_across(arabic: Mention, latin: Mention) -> Level | None:
    year = year_level(arabic, latin)
    levels = [year, _number_level("volume")(arabic, latin), _number_level("issue")(arabic, latin)]
    held = [level for level in levels if level]
    if not held:
        return None
    same = [level.field for level in held if level.value == 1.0]
    value = sum(level.value for level in held) / len(held)
    # A year alone is shared by many works.
    value = min(value, 0.7) if same == ["year"] and len(held) == 1 else value
    return Level("numbers", f"same {', '.join(same)}" if same else "different", value)
