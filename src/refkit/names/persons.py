"""What tells names from titles."""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.names.romanisation import skeleton
from refkit.names.units import INITIALS, PREFIXES, is_corporate, is_title, looks_personal, units, without_titles
from refkit.names.units import words as name_words
from refkit.text import Shadow, fold, shade, without_article
from refkit.vocabulary import find, given_names, place, translations
from refkit.vocabulary.terms import GATHERERS, JOURNAL


def by_author(text: str) -> str:
    """A name behind the preposition ل, without it: لابن قدامة, للنووي.

    >>> by_author("لابن قدامة"), by_author("للنووي")
    ('ابن قدامة', 'النووي')
    """
    bare = text.strip()
    return "ال" + bare[2:] if bare.startswith("لل") else bare.removeprefix("ل")


def joined(text: str) -> list[str]:
    """The parts that `and`, & and و divide, alone or written together with what follows (ومحمد, ود. نوري)."""
    return re.split(r"\s+(?:و|and|&)\s+|\s+و(?=\w{3}|[دأام]\s?\.)", text)


def lists_people(text: str) -> bool:
    """Several people in one segment: دريه شفيق بسيوني ومحمد عبيد على عبد العظيم."""
    parts = joined(text)
    return len(parts) > 1 and len(name_words(text)) <= 14 and all(looks_personal(part) for part in parts)


@lru_cache(maxsize=4096)
def known_given(name: str) -> bool:
    """Whether a name begins with a known given name."""
    found = units(without_titles(name))
    return bool(found) and (
        found[0].folded in given_names() or found[0].folded.startswith(("عبد ", "ابو ", "ابي ", "ام ", "abd"))
    )


#: How surely a text is a person's name: no, perhaps, probably, certainly.
NO, PERHAPS, PROBABLY, CERTAINLY = range(4)
_OTHERS = frozenset(("اخرون", "اخرين", "اخر", "غيرهم", "غيره"))
_CHAIN_WORDS = frozenset(("المعروف", "الشهير", "الملقب", "المكني", "المشهور"))


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Whether a folded word is one that titles have, and no name in disguise: عقل is, عمر (Omar) is not."""
    bare = without_article(word)
    found = translations(bare)
    return bool(found) and skeleton(found[0]) != skeleton(bare)


@lru_cache(maxsize=4096)
def personhood(text: str) -> int:
    """How surely a text names one person: titles, given names and chains of بن speak for it, title words against."""
    bare = text.strip(" ،,:.")
    parts = units(bare)
    if not parts:
        return NO
    chained = len(parts) > 1 and any(part.folded.startswith(("بن ", "ابن ", "ابو ", "ابي ", "بنت ")) for part in parts)
    if not looks_personal(bare) and not (chained and _is_chain(bare)):
        return NO
    given = given_names()
    common = [part for part in parts if part.folded not in given and is_common(part.folded)]
    if parts[0] in common and chained:
        return PERHAPS  # رحلة ابن بطوطة
    if (
        chained
        or parts[0].folded.startswith("عبد ")
        or without_titles(bare) != bare
        or (known_given(bare) and not common)
    ):
        return CERTAINLY
    if parts[0].folded.startswith(("ابن ", "ابو ", "ابي ")):
        return PROBABLY
    if len(parts) == 1:
        nisba = parts[0].folded.startswith("ال") and parts[0].folded.endswith("ي") and not common
        return PROBABLY if nisba else PERHAPS
    if len(parts) > 5 or len(common) > (1 if parts[-1].folded in given else 0):
        return PERHAPS
    nouns = [part for part in parts if part.folded.startswith("ال")]
    return PERHAPS if parts[0] in nouns and len(nouns) > 1 else PROBABLY


def people_in(text: str) -> int:
    """The least personhood of several people whom "and" joins."""
    named = [part for part in joined(text) if shade(part).strip(" ,.و") not in _OTHERS]
    return min(map(personhood, named), default=NO)


def _is_chain(name: str) -> bool:
    """A long classical name: up to twenty units, none of which a name cannot have."""
    found = units(name)
    return (
        len(found) <= 20
        and not is_corporate(name)
        and all(
            unit.folded in _CHAIN_WORDS or (not unit.folded.isdigit() and looks_personal(unit.folded)) for unit in found
        )
    )


def names_only(text: str, certain: bool) -> bool:
    """Whether a text is nothing but names; unless `certain`, the last of them must be known for a name."""
    parts = [name for part in re.split(r"[,،؛;]", text) for name in joined(part) if fold(name)]
    if not parts or not all(looks_personal(part) or (is_corporate(part) and len(parts) == 1) for part in parts):
        return False
    last = parts[-1]
    if max(len(fold(part)) for part in parts) < 2:
        return False
    return certain or is_corporate(last) or known_given(last) or without_titles(last) != last.strip(" ،,:")


#: What romanised Arabic may have before a capital: ʿĀbid.
_AYN = str.maketrans("", "", "ʿʾ")


def family_first(people: str) -> bool:
    """Whether authors are written with the first one's family name first: الأنباري، احمد; not احمد الأنباري، سعد."""
    family, comma, given = people.translate(_AYN).replace("،", ",").partition(",")
    given = joined(re.split(r"[,؛;]", given)[0].strip())[0]
    if not comma or len(units(family)) > 2 or not looks_personal(given):
        return False
    # نجوى كامل، نيرمين السيد: two whole names, each given name first.
    return not (len(units(family)) == len(units(given)) == 2 and known_given(family) and known_given(given))


#: For a shadow: (ت ٦٣٠هـ/١٢٢٣م), (توفي …), (من علماء القرن …), (d. 1406).
LIFE_DATES = (
    r"\(\s*(?:ت\s*[.:]?\s*(?=\d)|(?:ت|توفي|المتوفي|d\.)(?!\w))\s*[.:]?\s*[^()]{0,60}?\d[^()]{0,30}\)"
    r"|\(\s*(?:من\s+(?:علماء|رجال|اعلام|اهل)|كان حيا|عاش|توفي|القرن|ق\s?\d)[^()]{0,80}\)"
)
_DIED_AT_END = re.compile(rf"\s*(?:{LIFE_DATES})[\s.,]*$")
_WORDS_OF_A_BYLINE = 20
_LETTERS_OF_A_BYLINE = 300
#: A digit, signs that no name has, the full stop of a sentence, a comma after which the line goes on.
_NO_BYLINE = re.compile(r"[\d:«»\"“”؟?!/]|[^\W\d_]{3}\.(?:\s|$)|[,،;؛]\s*$")


def names_person(text: str) -> bool:
    """Whether a text is surely people, given names first: محمد عابد الجابري, Edward Said and John Smith."""
    return all(map(_is_whole_name, joined(text))) or _is_whole_name(text)


def _is_whole_name(text: str) -> bool:
    found = units(without_titles(text))
    if personhood(text) == CERTAINLY:
        return True
    given = 2 <= len(found) <= 5 and known_given(text) and looks_personal(text)
    return given and not is_common(found[-1].folded) and not place(found[-1].folded)


@lru_cache(maxsize=4096)
def byline(text: str) -> str:
    """The people or the body that a line names and nothing else, without colon and death date; '' for any other line.

    A person must be known for one by a given name, initials, a title or a chain of بن.

    >>> byline("ابن خلدون، عبد الرحمن (ت ٨٠٨هـ):"), byline("Smith, John"), byline("المصادر العربية:")
    ('ابن خلدون، عبد الرحمن', 'Smith, John', '')
    """
    bare = text.strip(" :：*_–—-\t")
    if len(bare) > _LETTERS_OF_A_BYLINE:
        return ""
    shadow = Shadow(bare)
    if died := _DIED_AT_END.search(shadow.text):
        bare = bare[: shadow.span(died.start(), died.end())[0]].strip(" ,،")
    words = bare.split()
    if not 0 < len(words) <= _WORDS_OF_A_BYLINE or fold(words[-1]) in PREFIXES:
        return ""
    if _NO_BYLINE.search(without_titles(bare)):
        return ""
    return bare if _names_body(bare) or _names_people(bare) else ""


def _names_body(text: str) -> bool:
    """A body that writes works of its own, with all its words capitalised but small ones."""
    few = 2 <= len(text.split()) <= 9 and not re.search(r"[,،؛;()\[\].]", text)
    capitalised = not any(word[0].islower() and len(word) > 3 for word in text.split())
    return few and capitalised and is_corporate(text) and not find((*JOURNAL, *GATHERERS), shade(text))


def _names_people(text: str) -> bool:
    """People, each family name first or given name first: الجابري، محمد عابد; الجابري (محمد عابد); Edward Said."""
    plain = re.sub(r"\s*\(([^()]*)\)", r"، \1", text).translate(_AYN)
    parts = [part.strip() for part in re.split(r"[,،؛;]\s*(?:(?:and|&|و)\s+)?", plain) if fold(part)]
    if not parts or re.search(r"[()\[\]]", plain) or all(map(place, parts[:2])) or any(map(is_title, parts[1:])):
        return False
    if len(parts) == 1:
        classical = len(units(plain)) == 1 and fold(plain).startswith(_ONLY_IN_NAMES)
        return classical or names_person(plain)
    names = [name for part in parts for name in joined(part)]
    known = known_given(names[-1].replace("-", " ")) or bool(INITIALS.fullmatch(names[-1]))
    return known and family_first(plain) and all(map(looks_personal, names))


_ONLY_IN_NAMES = ("ابن ", "ابو ", "ابي ", "ibn ", "abu ")
