"""Styles made fit for a language at load: what their authors wrote for one language alone.

Hardly anybody who wrote a CSL style thought of Arabic entries. Each step takes one thing out of the way, for its own
reason; what a style says in a locale block of a language stays as it is.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from refkit.text import script

_CSL = "{http://purl.org/net/xbiblio/csl}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: English words that styles have where there is no term for them. What is no word of a language (doi:, PMID) stays.
_WORDS = {
    "accepted": "قُبل",
    "accessed": "تاريخ الاطلاع",
    "accessed on": "تاريخ الاطلاع",
    "aired": "بُثّ",
    "and": "و",
    "art": "المادة",
    "as": "باسم",
    "available": "متاح",
    "available at": "متاح على",
    "available from": "متاح على",
    "before the": "أمام",
    "by": "بقلم",
    "date accessed": "تاريخ الاطلاع",
    "ed": "ط",
    "edited by": "تحرير",
    "edn": "ط",
    "eds": "محررون",
    "episode": "الحلقة",
    "filed": "قُدِّم",
    "from": "من",
    "in": "في",
    "issue": "العدد",
    "issued": "صدر",
    "located at": "محفوظ في",
    "n d": "د.ت",
    "no": "رقم",
    "of": "من",
    "on": "في",
    "online": "على الإنترنت",
    "p": "ص",
    "part": "الجزء",
    "pp": "ص ص",
    "preprint": "نسخة ما قبل النشر",
    "presented": "قُدِّم",
    "presented at": "مقدَّم إلى",
    "publication": "نشر",
    "recorded": "سُجّل",
    "released": "صدر",
    "repr": "طبعة معادة",
    "reprint": "طبعة معادة",
    "retrieved": "استُرجع في",
    "s l": "د.م",
    "s n": "د.ن",
    "see": "ينظر",
    "technical report": "تقرير فني",
    "to": "إلى",
    "track": "المقطوعة",
    "trans": "ترجمة",
    "translated by": "ترجمة",
    "viewed": "شوهد في",
    "vol": "مج",
    "www document": "وثيقة إلكترونية",
}
_COMMAS = str.maketrans("،؛", ",;")
#: A word or two, with the full stop of an abbreviation.
_WORDING = re.compile(r"[^\W\d_]+(?: [^\W\d_]+|\. ?[^\W\d_](?![^\W\d_]))?(?:\.(?!\S))?")


def mended(style: Any, language: str) -> Any:
    """A copy of a style's XML tree (lxml) that is fit for entries in a language."""
    style = deepcopy(style)
    for step in _FOR_ARABIC if language.split("-")[0] == "ar" else _FOR_OTHERS:
        step(style)
    return style


def _bound_locale_blocks(style: Any) -> None:
    """A locale block of no language counts for all; if its terms are in Latin script, only English can be meant.

    Harvard (Cite Them Right) writes `edn.` so, which would stand before our ط.
    """
    for block in style.findall(f"{_CSL}locale"):
        if block.get(_LANG) is None and script("".join(block.itertext())) == "Latn":
            block.set(_LANG, "en")


def _dates_with_their_terms(style: Any) -> None:
    """Where there is no date of access there is no word for it: APA would print `Retrieved https://…`."""
    for term in list(style.iter(f"{_CSL}text")):
        if term.get("term") not in ("accessed", "retrieved") or term.getparent().tag == f"{_CSL}group":
            continue
        behind = list(term.itersiblings())
        dated = [at for at, element in enumerate(behind) if _is_access(element)]
        if not dated:
            continue
        _bind(term, [term, *behind[: dated[0] + 1]], {"variable": "accessed"})


def _is_access(element: Any) -> bool:
    return any(date.get("variable") == "accessed" for date in element.iter(f"{_CSL}date"))


def _preprints_by_type(style: Any) -> None:
    """A preprint is an `article` since CSL 1.0.2; an article in a journal that numbers issues alone is none.

    Harvard (Cite Them Right) would say [Preprint] of each that has neither volume nor pages.
    """
    for text in list(style.iter(f"{_CSL}text")):
        if text.get("value", "").casefold() != "preprint":
            continue
        typed = next((element for element in text.iterancestors() if element.get("type")), None)
        if typed is not None and "article-journal" in typed.get("type").split():
            _bind(text, [text], {"type": "article"})


def _bind(first: Any, elements: list[Any], condition: dict[str, str]) -> None:
    """Put neighbours, of which `first` is the first, under a condition."""
    choice = first.makeelement(f"{_CSL}choose")
    first.addprevious(choice)
    branch = first.makeelement(f"{_CSL}if", condition)
    choice.append(branch)
    branch.extend(elements)


def _labels_before_editions(style: Any) -> None:
    """`2nd ed.` is `ط 2`, and `second edition` is `الطبعة الثانية`: Arabic has the word before its number."""
    for number in list(style.iter(f"{_CSL}number", f"{_CSL}text")):
        label = number.getnext()
        if number.get("variable") == "edition" and label is not None and _is_edition(label):
            _swap(number, label)


def _editions_before_labels(style: Any) -> None:
    """The other way round for other languages, where a style is written for Arabic as ours are: `2nd ed.`."""
    for label in list(style.iter(f"{_CSL}label", f"{_CSL}text")):
        number = label.getnext()
        is_number = number is not None and number.tag == f"{_CSL}number" and number.get("variable") == "edition"
        if is_number and _is_edition(label):
            _swap(label, number)


def _days_before_months(style: Any) -> None:
    """`2009, March 2` is `2009، 2 مارس`: where a style puts the parts of a date itself, the day comes first."""
    for month in list(style.iter(f"{_CSL}date-part")):
        day = month.getnext()
        own = month.getparent().get("form") is None
        if own and month.get("name") == "month" and day is not None and day.get("name") == "day":
            _swap(month, day)


def _swap(first: Any, second: Any) -> None:
    """Change the places of two neighbours. Affixes stay: they separate what stands there from what is around it."""
    for name in ("prefix", "suffix"):
        values = first.attrib.pop(name, None), second.attrib.pop(name, None)
        for element, value in zip((second, first), values, strict=True):
            if value is not None:
                element.set(name, value)
    second.addnext(first)


def _whole_family_names(style: Any) -> None:
    """No part of an Arabic family name goes behind the given one: ابن خلدون, أبو زيد and عبد الرضا stay whole.

    Chicago and others move Latin particles: `Hakim, Tawfiq al-`.
    """
    style.set("demote-non-dropping-particle", "never")


def _is_edition(element: Any) -> bool:
    wanted = {f"{_CSL}label": "variable", f"{_CSL}text": "term"}.get(element.tag)
    return wanted is not None and bool(element.get(wanted) == "edition")


def _whole_page_ranges(style: Any) -> None:
    """`201–19` is no range to readers of Arabic: both pages are written out."""
    style.attrib.pop("page-range-format", None)


def _upright_terms(style: Any) -> None:
    """`et al.` and `ibid.` are slanted since they are Latin; وآخرون is no foreign word, and bold would stand out."""
    for element in style.iter(f"{_CSL}et-al", f"{_CSL}text"):
        if element.tag == f"{_CSL}et-al" or element.get("term"):
            element.attrib.pop("font-style", None)


def _words_for_and(style: Any) -> None:
    """`&` between names is و: Arabic print has no sign for it."""
    for element in style.iter():
        if element.get("and") == "symbol":
            element.set("and", "text")


def _arabic_words(style: Any) -> None:
    """English words that a style has as plain text, in a value or an affix, become Arabic where we know them."""
    for area in style.iterchildren(f"{_CSL}macro", f"{_CSL}citation", f"{_CSL}bibliography"):
        for element in area.iter(f"{_CSL}*"):
            for name in ("value", "prefix", "suffix", "delimiter"):
                if value := element.get(name):
                    # An address in an affix is none of the words: https://doi.org/.
                    element.set(name, value if "://" in value else _WORDING.sub(_translated, value))


def _latin_commas(style: Any) -> None:
    """A style that is written for Arabic, as ours are, has , and ; in an English entry."""
    for element in style.iter(f"{_CSL}*"):
        for name, value in element.items():
            element.set(name, value.translate(_COMMAS))


def _translated(match: re.Match[str]) -> str:
    words = " ".join(match[0].casefold().replace(".", " ").split())
    return _WORDS.get(words, match[0])


_FOR_ARABIC = (
    _dates_with_their_terms,
    _preprints_by_type,
    _bound_locale_blocks,
    _labels_before_editions,
    _days_before_months,
    _whole_family_names,
    _whole_page_ranges,
    _upright_terms,
    _words_for_and,
    _arabic_words,
)
_FOR_OTHERS = (_dates_with_their_terms, _preprints_by_type, _latin_commas, _editions_before_labels)
