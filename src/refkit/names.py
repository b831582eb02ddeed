"""Personal and corporate names, Arabic and Latin: split, put in order, made comparable.

An Arabic name is a chain of units, and some units are two words: عبد الحسين, أبو رعد, بن خلدون, آل الشيخ. A unit
is never cut: in a name given-first the last unit is the family name, the rest is the given name. Latin
renderings of Arabic names follow the same rule (Abdul Hussein, Abu Raad, al-Futuh).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from refkit.text import Shadow, fold, is_arabic, shade, without_article
from refkit.vocabulary import find, finder, given_names, terms

#: Words that form one unit with the word after them, folded.
_PREFIXES = frozenset(
    """
    عبد ابو ابي ابا ابن بن بنت ام ال ذو ذي اولاد ولد
    abd abdul abdel abdal abdoul abu abou abi ibn bin ben bint al el umm ould bou ait
    van von de der den da di del della du la le st mac o
    """.split()
)
#: Words that form one unit with the word before them: نور الدين, Nur al-Din.
_SUFFIXES = frozenset(("الدين", "الله", "الاسلام", "eddin", "eddine", "uddin", "udin", "aldin", "allah", "ullah"))
_LATIN_ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul"))

_SKELETON_ARABIC = str.maketrans(
    {"ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "g", "چ": "s", "غ": "g", "ح": "h", "ه": "h", "خ": "h"}
    | {"د": "d", "ذ": "d", "ض": "d", "ظ": "d", "ز": "d", "ژ": "g", "ر": "r", "ل": "l", "م": "m", "ن": "n", "ف": "f"}
    | {"ڤ": "f", "س": "s", "ص": "s", "ش": "s", "ق": "k", "ك": "k"}
    | dict.fromkeys("اءعويؤئ")
)
_SKELETON_DIGRAPHS = (
    ("sch", "s"),
    ("tch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
)
_SKELETON_MORE = (("ph", "f"), ("dj", "g"), ("ck", "k"), ("zh", "g"), ("x", "ks"))
_SKELETON_LATIN = str.maketrans("pjvzqc", "bgfdkk", "aeiouwy'")


#: Al-Khalifa AB
_VANCOUVER = re.compile(r"(?P<family>[^\d,]*[^\W\d_]{2,})\s+(?P<initials>[A-Z]{1,3})")  # ascii: initials
#: J., J. K., H.-G.
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]*){1,4}")


class PersonName(NamedTuple):
    """One name as it stands in a string: family and given, or a literal that is not divided; with its offsets."""

    family: str
    given: str
    literal: str
    start: int
    end: int


class Word(NamedTuple):
    """A stretch of a string, with its folded form."""

    start: int
    end: int
    folded: str


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[Word, ...]:
    """The words of a string with their offsets; hyphens and dots are inside a word, commas are not."""
    return tuple(
        Word(m.start(), m.end(), folded)
        for m in re.finditer(r"[^\s,،;؛()\[\]«»\"“”:]+", text)
        if (folded := fold(m.group()))
    )


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
        open_unit = word.folded in _PREFIXES
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
            token = {"عبد": "عبد"}.get(match.group(1), "abd") + token[match.end() :]
        elif token.startswith("بن") and len(parts) > 1:
            token = "ا" + token
        found.append(re.sub(r"(?<=\w{2})ال(?=(?:دين|اسلام)$)", "", token))  # نورالدين
    return tuple(found)


#: أ.د. الشيخ السيد …: nobody bears more.
_MOST_TITLES = 4


@lru_cache(maxsize=4096)
def without_titles(name: str) -> str:
    """A name without the titles and roles before or after it (د., الأستاذ الدكتور, (دكتور), Prof.)."""
    text = re.sub(r"[(\[][^()\[\]]*[)\]]", " ", name).strip(" ،,:")
    for _ in range(_MOST_TITLES):
        text = text[_title_at_head(text) :].lstrip(" .،,")
    return text


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


def is_corporate(name: str) -> bool:
    """Whether a name is that of a body: مركز الإمارات, China Studies Unit, موقع الجزيرة.

    An Arabic body is known by its first word, an English one by any of its words; alone, Post and Bank are people.
    """
    folded = [word.folded for word in words(name)]
    heads = _corporate_words()
    if not folded:
        return False
    if is_arabic(next((c for c in name if c.isalpha()), " ")):
        return folded[0] in heads
    return any(word in heads for word in folded) and (len(folded) > 1 or folded[0] in _BODIES_ALONE)


_BODIES_ALONE = frozenset(("reuters", "government", "ministry", "parliament", "senate", "congress"))


@cache
def _corporate_words() -> frozenset[str]:
    return frozenset(fold(word) for word in terms.CORPORATE)


def looks_personal(name: str) -> bool:
    """Whether a string may be a person's name: one to six units, no digit, no body, no function word."""
    if _INITIALS.fullmatch(name.strip()):
        return True
    if others := find(terms.ET_AL, shade(name)):
        return looks_personal(shade(name)[: others.start()].title()) if others.start() else False
    if any(c.isdigit() for c in name) or is_corporate(name):
        return False
    parts = units(without_titles(name))
    if not 1 <= len(parts) <= 6:
        return False
    latin = [word for word in words(name) if word.folded.isascii()]
    if any(word.folded in _FUNCTION_WORDS for word in words(name)):
        return False
    # A Latin name is capitalised, its particles aside.
    return all(
        name[word.start].isupper() or word.folded in _PREFIXES or word.folded.split(" ")[0] in _PREFIXES
        for word in latin
    )


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


_JOINT = re.compile(r"\s*(?:;|&|(?<!\w)(?:and|et|und|with)(?!\w)|(?<!\w)(?:و|مع|بالاشتراك مع)\s)\s*")


def split_people(text: str, family_first: bool) -> list[PersonName]:
    """The people (or bodies) that a string names, in order.

    `family_first` says how the first one is written: `الأنباري، احمد عبد الامير` or `احمد عبد الامير الأنباري`. The
    others may be written either way (`Bassiouni, Derya and Mohamed Obaid`). و counts as "and" alone
    and joined to a name (`ومحمد عبيد`), never inside one (وليد).
    """
    found: list[PersonName] = []
    for start, end in _stretches(text):
        inverted = family_first and (not found or _comma_parts(text, start, end)[1:2] != [])
        found.extend(_people_between_commas(text, start, end, inverted))
    # Of a bracket alone, (محرر), no name is left.
    return [person for person in found if person.family or person.given or person.literal]


def _stretches(text: str) -> list[tuple[int, int]]:
    """Offsets of the parts of an author field that `and`, و, ; and & divide."""
    shadow = Shadow(text)
    joints = [(m.start(), m.end()) for m in _JOINT.finditer(shadow.text)]
    joints += [(at, at + 1) for at in _joined_waw(shadow.text)]
    cuts = [joint for joint in joints if not _inside_body(shadow.text, *joint)]
    cuts += [(m.start(), m.start() + 1) for m in re.finditer(r"(?<=\s)و(?=(?:ا\.)?[دم]\s*\.)", shadow.text)]
    cuts += [(m.start(), m.end()) for m in finder(terms.ET_AL).finditer(shadow.text)]
    stretches, start = [], 0
    for cut_start, cut_end in sorted(cuts):
        if cut_start > start:
            stretches.append(shadow.span(start, cut_start))
        start = max(start, cut_end)
    if start < len(shadow.text):
        stretches.append(shadow.span(start, len(shadow.text)))
    return [(a, b) for a, b in stretches if text[a:b].strip(" ،,")]


def _inside_body(shadow: str, start: int, end: int) -> bool:
    """Whether an "and" is part of a body's name: Center for Studies and Research, معهد البحوث و الدراسات."""
    before = re.split(r"[,;]", shadow[:start])[-1].strip()
    after = re.split(r"[,;]", shadow[end:])[0].strip()
    if ";" in shadow[start:end] or not before or not is_corporate(before) or not after or is_corporate(after):
        return False
    if not is_arabic(before[0]) and not re.search(r"\b(?:of|for|on|in)\b", before):
        return False
    return after.split()[0] not in given_names()


def _joined_waw(shadow: str) -> list[int]:
    """Where و is written together with the next author's name; a name that begins with و (وليد) is left whole."""
    known = given_names()
    at = []
    for match in re.finditer(r"(?<=[\s,])و(?=\w{3})\w+", shadow):
        word, rest = match.group(), match.group()[1:]
        before = re.split(r"[,;]", shadow[: match.start()])[-1].split()
        after = shadow[match.end() :].strip(" ,")
        if word in known or not after:
            continue
        # After a comma it joins the next author: الجبوري، سعد، والعبيدي، رنا.
        new_author = not before and match.start() > 2
        if new_author or rest in known or rest in _PREFIXES or (len(before) >= 2 and not rest.startswith("ال")):
            at.append(match.start())
    return at


def _comma_parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [
        (start + m.start(), start + m.end())
        for m in re.finditer(r"[^\s,،](?:[^,،]*[^\s,،])?", text[start:end])
        if fold(m.group())
    ]


def _people_between_commas(text: str, start: int, end: int, inverted: bool) -> list[PersonName]:
    parts = _comma_parts(text, start, end)
    found: list[PersonName] = []
    while parts:
        head = parts.pop(0)
        initials = bool(parts) and bool(_INITIALS.fullmatch(fold(text[slice(*parts[0])]) + "."))
        if (
            parts
            and (inverted or initials)
            and not re.search(r"\s[A-Z]{1,3}$", text[slice(*head)])
            and not is_corporate(text[slice(*head)])
        ):
            found.append(_inverted(text, head, parts.pop(0)))
            inverted = False
        else:
            found.append(_direct(text, *head))
    return found


def _inverted(text: str, family: tuple[int, int], given: tuple[int, int]) -> PersonName:
    return PersonName(_clean(text[slice(*family)]), _clean(text[slice(*given)]), "", family[0], given[1])


def _direct(text: str, start: int, end: int) -> PersonName:
    bracketed = re.fullmatch(r"\s*(?P<family>[^()]+?)\s*\((?P<given>[^()\d]+)\)\s*", text[start:end])
    if bracketed and looks_personal(bracketed["given"]) and not is_title(bracketed["given"]):
        return PersonName(bracketed["family"].strip(), bracketed["given"].strip(), "", start, end)
    name = _clean(text[start:end])
    if initialed := re.fullmatch(
        r"(?P<family>[^\d,]*[^\W\d_]{2,})\s+(?P<initials>[A-Z]{1,3})", name
    ):  # ascii: Vancouver
        return PersonName(initialed["family"], initialed["initials"], "", start, end)
    if len(units(name)) < 2 or not looks_personal(name):
        return PersonName("", "", name, start, end)
    given, family = given_first(name)
    return PersonName(family, given, "", start, end)


def _clean(name: str) -> str:
    bare = without_titles(name).strip(" ،,;:-–")
    ends_in_initial = re.search(r"(?:^|[\s.-])\w\.$", bare)
    return bare if ends_in_initial else bare.rstrip(" .")


@lru_cache(maxsize=8192)
def skeleton(token: str) -> str:
    """The consonants of a folded word, so that an Arabic name and its Latin renderings have (nearly) one key.

    >>> skeleton("محمد"), skeleton("mohammed"), skeleton("muhamad")
    ('mhmd', 'mhmd', 'mhmd')
    """
    word = without_article(token)
    if word and is_arabic(word[0]):
        bare = (word[:-1] if word.endswith("ه") and len(word) > 2 else word).translate(_SKELETON_ARABIC)
    else:
        bare = word[:-1] if word.endswith("h") and len(word) > 3 and word[-2] in "aeiou" else word
        bare = re.sub(r"^abd(?=h)", "abd'", bare)  # Abd Hamid: no dh
        for digraph, single in (*_SKELETON_DIGRAPHS, *_SKELETON_MORE):
            bare = bare.replace(digraph, single)
        bare = bare.translate(_SKELETON_LATIN)
    return re.sub(r"(.)\1+", r"\1", bare)


def romanise(text: str) -> str:
    """Text in lower-case ASCII letters and digits, for keys: a rough romanisation, not a scholarly one.

    >>> romanise("الأنباري"), romanise("Ǧābirī")
    ('anbary', 'gabiri')
    """
    from anyascii import anyascii

    bare = " ".join(without_article(word) for word in fold(text).split()).replace("ا", "a")
    return "".join(c for c in anyascii(bare).lower() if c.isascii() and (c.isalnum() or c == " ")).strip()
