"""The people that a string names, in whatever order and with whatever joins them."""

from __future__ import annotations

import re
from typing import NamedTuple

from refkit.names.units import (
    INITIALS,
    PREFIXES,
    given_first,
    is_corporate,
    is_title,
    looks_personal,
    units,
    without_titles,
)
from refkit.text import INVISIBLE, Shadow, fold, is_arabic
from refkit.vocabulary import finder, given_names, terms

#: Al-Khalifa AB, Öztürk Ö
_VANCOUVER = re.compile(r"(?P<family>[^\d,]*[^\W\d_]{2,})\s+(?P<initials>[^\W\d_]{1,3})\.?")


class PersonName(NamedTuple):
    """One name as it stands in a string: family and given, or a literal that is not divided; with its offsets."""

    family: str
    given: str
    literal: str
    start: int
    end: int


#: Without one of these a text names one person, or several between commas.
_MAY_JOIN = re.compile(r"[;&]|(?<!\w)(?:و|and|et|und|with|مع|بالاشتراك)")
_JOINT = re.compile(r"\s*(?:;|&|(?<!\w)(?:and|et|und|with)(?!\w)|(?<!\w)(?:و|مع|بالاشتراك مع)\s)\s*")


def split_people(text: str, family_first: bool) -> list[PersonName]:
    """The people (or bodies) that a string names, in order.

    `family_first` says how the first one is written: `الأنباري، احمد عبد الامير` or `احمد عبد الامير الأنباري`. The
    others may be written either way (`Bassiouni, Derya and Mohamed Obaid`). و counts as "and" alone
    and joined to a name (`ومحمد عبيد`), never inside one (وليد).
    """
    found: list[PersonName] = []
    for start, end in _stretches(text, family_first):
        inverted = family_first and (not found or _comma_parts(text, start, end)[1:2] != [])
        found.extend(_people_between_commas(text, start, end, inverted))
    # Of a bracket alone, (محرر), no name is left.
    return [person for person in found if person.family or person.given or person.literal]


def _stretches(text: str, family_first: bool) -> list[tuple[int, int]]:
    """Offsets of the parts of an author field that `and`, و, ; and & divide."""
    shadow = Shadow(text)
    if not _MAY_JOIN.search(shadow.text):
        return [(0, len(text))] if text.strip(" ،,") else []
    joints = [(m.start(), m.end()) for m in _JOINT.finditer(shadow.text)]
    joints += [(at, at + 1) for at in _joined_waw(shadow.text, family_first)]
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
    if after and _closes_body(shadow, before, after):
        return True
    if ";" in shadow[start:end] or not before or not is_corporate(before) or not after or is_corporate(after):
        return False
    if not is_arabic(before[0]) and not re.search(r"\b(?:of|for|on|in)\b", before):
        return False
    return after.split()[0] not in given_names()


def _closes_body(shadow: str, before: str, after: str) -> bool:
    """Water and Irrigation Authority: one word, which is no given name, then words of which the last makes a body."""
    whole = not re.search(r"[,;]", shadow) and len(before.split()) == 1 and len(after.split()) > 1
    return whole and shadow.isascii() and before not in given_names() and is_corporate(f"x {after.split()[-1]}")


def _joined_waw(shadow: str, family_first: bool) -> list[int]:
    """Where و is written together with the next author's name; a name that begins with و (وليد) is left whole.

    `family_first`: البكري، وجدان is one author, whose family name would lack its given name without وجدان.
    """
    known = given_names()
    at: list[int] = []
    for match in re.finditer(r"(?<=[\s,])و(?=\w{3})\w+", shadow):
        word, rest = match.group(), match.group()[1:]
        before = re.split(r"[,;]", shadow[: match.start()])[-1].split()
        after = shadow[match.end() :].strip(" ,")
        if word in known or not after:
            continue
        # After a comma it joins the next author: الجبوري، سعد، والعبيدي، رنا.
        new_author = not before and match.start() > 2
        so_far = [part for part in re.split(r"[,;]", shadow[max([0, *at]) : match.start()]) if part.strip()]
        if family_first and new_author and len(so_far) == 1 and rest not in known and not rest.startswith("ال"):
            continue
        if new_author or rest in known or rest in PREFIXES or (len(before) >= 2 and not rest.startswith("ال")):
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
        initials = bool(parts) and bool(INITIALS.fullmatch(fold(text[slice(*parts[0])]) + "."))
        if (
            parts
            and (inverted or initials)
            and not _with_initials(text[slice(*head)].strip())
            and not is_corporate(text[slice(*head)])
        ):
            found.append(_inverted(text, head, parts.pop(0)))
            # عبيدات، ذوقان، عدس، عبد الرحمن: a family name alone is followed by its given names.
            inverted = inverted and len(parts) > 1 and len(units(text[slice(*parts[0])])) == 1
        else:
            found.append(_direct(text, *head))
    return found


def _with_initials(name: str) -> re.Match[str] | None:
    """A family name with its initials behind it, as Vancouver has it: Smith JA, Öztürk Ö; a full stop is the line's."""
    found = _VANCOUVER.fullmatch(name)
    return found if found and found["initials"].isupper() else None


def _inverted(text: str, family: tuple[int, int], given: tuple[int, int]) -> PersonName:
    return PersonName(_clean(text[slice(*family)]), _clean(text[slice(*given)]), "", family[0], given[1])


def _direct(text: str, start: int, end: int) -> PersonName:
    bracketed = "(" in text[start:end] and re.fullmatch(
        r"\s*(?P<family>[^()]+?)\s*\((?P<given>[^()\d]+)\)\s*", text[start:end]
    )
    if bracketed and looks_personal(bracketed["given"]) and not is_title(bracketed["given"]):
        return PersonName(bracketed["family"].strip(), bracketed["given"].strip(), "", start, end)
    name = _clean(text[start:end])
    if initialed := _with_initials(name):
        return PersonName(initialed["family"], initialed["initials"], "", start, end)
    if len(units(name)) < 2 or not looks_personal(name):
        return PersonName("", "", name, start, end)
    given, family = given_first(name)
    return PersonName(family, given, "", start, end)


def _clean(name: str) -> str:
    bare = without_titles(name).strip(f" ،,;:-–{INVISIBLE}")
    ends_in_initial = re.search(r"(?:^|[\s.-])\w\.$", bare)
    return bare if ends_in_initial else bare.rstrip(" .")
