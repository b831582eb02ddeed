"""Headings of reference lists and of their sections."""

from __future__ import annotations

import re
from typing import NamedTuple

from refkit.text import shade
from refkit.vocabulary import terms
from refkit.vocabulary.patterns import find

_LIST_NOUN = r"(?:ال)?(?:مصادر|مراجع|ببليوغرافيا|بيبليوغرافيا|ببليوجرافيا|بيبليوجرافيا)"
_LIST_HEADING_AR = (
    rf"(?:(?:قايمه|ثبت|فهرس|لايحه|جريده|سرد|مسرد)\s+(?:ب|ب\s)?)?(?:(?:اهم|هوامش|الهوامش)\s+(?:و\s*)?)?{_LIST_NOUN}"
    rf"(?:\s*و\s*{_LIST_NOUN})?(?:\s+(?:ال(?:عربيه|اجنبيه|انجليزيه|انكليزيه|فرنسيه|لاتينيه|معتمده|مستخدمه)"
    r"|ب?اللغه\s+ال\w+|باللغات\s+الاجنبيه|(?:ال)?(?:بحث|دراسه|رساله|كتاب|مستخدمه|مقال)|في\s+(?:ال)?(?:بحث|دراسه)))*(?:\s+و\s*ال(?:اجنبيه|عربيه|مصادر|مراجع))?"
)
_LIST_HEADING_EN = (
    r"(?:(?:selected|select|general|full|annotated|arabic|english|foreign|list of|the)\s+)*"
    r"(?:bibliography|bibliographies|references(?: list)?|reference list|list of references|reference|literature|bibliographie|sources and literature|works cited(?: list)?|literature cited"
    r"|cited works|cited references|sources|sources and references|references and sources|works consulted|sources cited"
    r"|bibliography and references|further reading|romanized (?:list|references)|references in english"
    r"|arabic references(?: in english)?|translated references)(?:\s+in\s+(?:english|arabic))?"
)
LIST_HEADING = re.compile(rf"(?:{_LIST_HEADING_AR}|{_LIST_HEADING_EN})")
_ORDINAL_HEAD = re.compile(
    r"(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|ثامنا|تاسعا|عاشرا|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?"
    r"|fifth(?:ly)?|sixth(?:ly)?|[ivx]{1,4}|[a-h]|[ابتثجحد]|\d{1,2})\s*[-:.)/,]\s*(?=\D)"
)
_ENUMERATING_HEAD = re.compile(
    r"(?:اولا|ثانيا|ثالثا|رابعا|خامسا|سادسا|سابعا|first|second|third|fourth|fifth|sixth)(?:ly)?\b"
)


def bare_heading(heading: str) -> str:
    """A heading as headings are compared: folded, without its number and the marks around it."""
    plain = " ".join(shade(heading).strip(" *_#:.•-–\t").split())
    return _ORDINAL_HEAD.sub("", plain, count=1).strip(" :.-•*")


class HeadingKind(NamedTuple):
    """What a heading says of the lines below it."""

    starts_list: bool
    starts_section: bool


def heading_kind(heading: str) -> HeadingKind:
    """Whether a heading opens a reference list (المصادر, Works cited), or a section of one (أولاً: الكتب).

    >>> heading_kind("قائمة المصادر والمراجع:"), heading_kind("أولاً : الدوريات و البحوث").starts_section
    (HeadingKind(starts_list=True, starts_section=False), True)
    """
    plain = " ".join(shade(heading).strip(" *_#:.•-–\t").split())
    enumerated = bool(_ENUMERATING_HEAD.match(plain))
    bare = bare_heading(heading)
    starts_list = bool(LIST_HEADING.fullmatch(bare))
    names_kind = len(bare.split()) <= 6 and bool(find(terms.SECTION_KINDS, bare))
    return HeadingKind(starts_list, (enumerated and len(plain.split()) <= 10) or (names_kind and not starts_list))
