"""The units of a name, its titles, and whether it is a person's or a body's."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from refkit.text import Shadow, fold, is_arabic, shade, without_article
from refkit.vocabulary import find, finder, terms

#: Words that form one unit with the word after them, folded.
PREFIXES = frozenset(
    """
    عبد ابو ابي ابا ابن بن بنت ام ال ذو ذي اولاد ولد
    abd abdul abdel abdal abdoul abu abou abi ibn bin ben bint al el umm ould bou ait
    van von de der den da di del della du la le st mac o
    """.split()
)
#: Words that form one unit with the word before them: نور الدين, Nur al-Din.
_SUFFIXES = frozenset(("الدين", "الله", "الاسلام", "eddin", "eddine", "uddin", "udin", "aldin", "allah", "ullah"))
_LATIN_ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul"))
#: J., J. K., H.-G.
INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]*){1,4}")


#: Hyphens and dots are inside a word, commas are not.
_WORD = re.compile(r"[^\s,،;؛()\[\]«»\"“”:]+")


class Word(NamedTuple):
    """A stretch of a string, with its folded form."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a string with their offsets; hyphens and dots are inside a word, commas are not."""
    return tuple(Word(m.start(), m.end(), folded) for m in _WORD.finditer(text) if (folded := fold(m.group())))


@lru_cache(maxsize=4096)
def units(text: str) -> tuple[Word, ...]:
    """The units of a name with their offsets: عبد الحسين, أبو رعد and al Futuh are one unit each.

    >>> [unit.folded for unit in units("محمد عبيد على عبد العظيم")]
    ['محمد', 'عبيد', 'علي', 'عبد العظيم']
    """
    found: list[Word] = []
    open_unit = False
    for word in words(text):
        glued_before = open_unit or (found and word.folded in _SUFFIXES)
        if glued_before and found:
            last = found[-1]
            found[-1] = Word(last.start, word.end, f"{last.folded} {word.folded}")
        else:
            found.append(word)
        open_unit = word.folded in PREFIXES
    return tuple(found)


@lru_cache(maxsize=4096)
def name_tokens(name: str) -> tuple[str, ...]:
    """The folded units of a name in their order, without titles, articles and joining spaces.

    >>> name_tokens("د. يزيد عادل عبدالمجيد") == name_tokens("يزيد عادل عبد المجيد")
    True
    """
    found = []
    for unit in units(without_titles(name)):
        parts = [without_article(part) for part in unit.folded.split()]
        kept = [part for part in parts if part not in _LATIN_ARTICLES] or parts
        # عبد and what follows are written together or apart: compared together, without the article between.
        token = "".join(kept)
        match = re.match(r"(عبد|abd|abdul|abdel)(?:ال|ul|el|al)?(?=\w{3})", token)
        if match:
            token = ("عبد" if match.group(1) == "عبد" else "abd") + token[match.end() :]
        elif token.startswith("بن") and len(parts) > 1:
            token = "ا" + token
        found.append(re.sub(r"(?<=\w{2})ال(?=(?:دين|اسلام)$)", "", token))  # نورالدين
    return tuple(found)


def without_particles(family: str) -> str:
    """A Latin family name without its particles, folded: van den Berg is often cited as Berg; '' if it has none.

    >>> without_particles("van den Berg"), without_particles("Berg"), without_particles("عبد الرحمن")
    ('berg', '', '')
    """
    folded = fold(family).split()
    rest = [word for word in folded if word not in PREFIXES and word not in _LATIN_ARTICLES]
    return rest[0] if len(rest) == 1 and len(folded) > 1 and rest[0].isascii() else ""


#: أ.د. الشيخ السيد …: nobody bears more.
_MOST_TITLES = 4


@lru_cache(maxsize=4096)
def without_titles(name: str) -> str:
    """A name without the titles and roles before or after it (د., الأستاذ الدكتور, (دكتور), Prof.)."""
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", name) if "(" in name or "[" in name else name
    text = bare.strip(" ،,:")
    for _ in range(_MOST_TITLES):
        title = _title_at_head(text)
        if not title:
            break
        text = text[title:].lstrip(" .،,")
    return text.lstrip(" .،,")


_GIVEN_NAMES_TOO = frozenset(("السيد", "الشيخ", "الامام"))


def is_title(text: str) -> bool:
    """Whether a text is nothing but the title or the role of a person: دكتور, محرر, Prof."""
    bare = shade(text).strip()
    return any(
        match.group() in (bare, bare.rstrip(" .")) for match in finder((*terms.HONORIFICS, *terms.ROLES)).finditer(bare)
    )


def _title_at_head(text: str) -> int:
    """Length of a title that a name begins with, or 0."""
    shadow = Shadow(text)
    match = _honorifics().match(shadow.text)
    rest = shadow.text[match.end() :].split() if match else []
    # السيد and الشيخ are given names too: السيد ياسين. A title stands before a whole name.
    name_too = match and match.group().strip(" .:") in _GIVEN_NAMES_TOO
    if not match or not "".join(rest).strip(".,") or (name_too and len(rest) < 2):
        return 0
    return shadow.span(match.start(), match.end())[1]


@cache
def _honorifics() -> re.Pattern[str]:
    written_together = r"(?:(?:[ادم]|dr|prof)\.){1,3}(?=\w{2})"  # د.محمد
    return re.compile(rf"\s*(?:{finder(terms.HONORIFICS).pattern}(?:\s*[.:]|(?=\s))|{written_together})")


@lru_cache(maxsize=4096)
def is_corporate(name: str) -> bool:
    """Whether a name is that of a body: مركز الإمارات, China Studies Unit, موقع الجزيرة.

    An Arabic body is known by its first word, an English one by any of its words; alone, Post and Bank are people.
    """
    heads = _corporate_words()
    if is_arabic(next((c for c in name if c.isalpha()), " ")):
        first = next((bare for match in _WORD.finditer(name) if (bare := fold(match[0]))), "")
        return first in heads
    folded = [word.folded for word in words(name)]
    return any(word in heads for word in folded) and (len(folded) > 1 or folded[0] in _BODIES_ALONE)


_BODIES_ALONE = frozenset(("reuters", "government", "ministry", "parliament", "senate", "congress"))


@cache
def _corporate_words() -> frozenset[str]:
    return frozenset(fold(word) for word in terms.CORPORATE)


@lru_cache(maxsize=4096)
def looks_personal(name: str) -> bool:
    """Whether a string may be a person's name: one to six units, no digit, no body, no function word."""
    if INITIALS.fullmatch(name.strip()):
        return True
    if others := find(terms.ET_AL, shade(name)):
        return looks_personal(shade(name)[: others.start()].title()) if others.start() else False
    if any(c.isdigit() for c in name) or is_corporate(name):
        return False
    parts = units(without_titles(name))
    if not 1 <= len(parts) <= 6:
        return False
    latin = [word for word in words(name) if word.folded.isascii()]
    if any(word.folded in _FUNCTION_WORDS and not _is_initial(name, word) for word in words(name)):
        return False
    # A Latin name is capitalised, its particles aside.
    return all(
        name[word.start].isupper()
        or word.folded in _SON_OF
        or word.folded in PREFIXES
        or word.folded.split(" ")[0] in PREFIXES
        for word in latin
    )


def _is_initial(name: str, word: Word) -> bool:
    """The A of David A. Wood and of Volcker, Paul A: one capital, not the first word."""
    return len(word.folded) == 1 and name[word.start].isupper() and (name[word.end - 1] == "." or word.start > 0)


#: ibn and bint as scholars abbreviate them: Muḥammad b. Jarīr.
_SON_OF = frozenset(("b", "bt"))
#: No name has one of these, folded.
_FUNCTION_WORDS = frozenset(
    """
    the of in on for from with to a an as at by between towards under its
    في من الي عن بين خلال منذ بعد قبل نحو ضد حول عند مع هل ما كيف
    دراسه مقدمه تاريخ اثر دور كتاب نظريه مستقبل واقع سياسه العلاقات مدخل موسوعه
    """.split()
)


def given_first(name: str) -> tuple[str, str]:
    """(given, family) of a name written given-first, each a slice of it; one unit is all family.

    >>> given_first("فاضل علي عبد الحسين")
    ('فاضل علي', 'عبد الحسين')
    """
    found = units(name)
    if len(found) < 2:
        return "", name.strip()
    cut = len(found) - 1
    # بن belongs to the chain, but a chain is not closed by it alone: ابن خلدون stays one family name.
    return name[found[0].start : found[cut - 1].end].strip(), name[found[cut].start : found[-1].end].strip()
