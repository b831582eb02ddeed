"""Languages as library files name them: tags, names in several languages, codes of catalogues."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from refkit.text import fold

#: biblatex's name of a language (polyglossia's and babel's) -> BCP 47 tag; the first name of a tag is written.
LANGUAGES = {
    "arabic": "ar", "english": "en", "american": "en", "british": "en", "ukenglish": "en",
    "usenglish": "en", "canadian": "en",
    "french": "fr", "francais": "fr", "german": "de", "ngerman": "de", "persian": "fa", "farsi": "fa", "turkish": "tr",
    "russian": "ru", "spanish": "es", "italian": "it", "hebrew": "he", "urdu": "ur", "kurdish": "ku",
    "portuguese": "pt",
    "dutch": "nl", "polish": "pl", "greek": "el", "latin": "la", "malay": "ms", "bahasa": "id",
    "chinese": "zh", "japanese": "ja",
}  # fmt: skip
_NAMES = {tag: name for name, tag in reversed(LANGUAGES.items())}
#: ISO 639-2, as library catalogues write it.
_THREE_LETTERS = {
    "ara": "ar", "eng": "en", "fre": "fr", "fra": "fr", "ger": "de", "deu": "de", "per": "fa", "fas": "fa", "tur": "tr",
    "rus": "ru", "spa": "es", "ita": "it", "heb": "he", "urd": "ur", "kur": "ku", "por": "pt", "dut": "nl", "nld": "nl",
    "pol": "pl", "gre": "el", "ell": "el", "lat": "la", "may": "ms", "msa": "ms", "ind": "id", "chi": "zh", "zho": "zh",
    "jpn": "ja",
}  # fmt: skip
#: Names in the language itself, in Arabic and in French. Arabic ones without ال, which `_bare_name` takes off.
_OTHER_NAMES = {
    "ar": ("عربية", "عربي", "arabe"),
    "en": ("إنجليزية", "إنجليزي", "إنكليزية", "إنكليزي", "anglais"),
    "fr": ("فرنسية", "فرنسي", "français"),
    "de": ("ألمانية", "ألماني", "deutsch", "allemand"),
    "fa": ("فارسية", "فارسي", "فارسی", "persan"),
    "tr": ("تركية", "تركي", "türkçe", "turc"),
    "ru": ("روسية", "روسي", "русский", "russe"),
    "es": ("إسبانية", "إسباني", "español", "espagnol"),
    "it": ("إيطالية", "إيطالي", "italiano", "italien"),
    "he": ("عبرية", "عبري", "עברית", "hébreu"),
    "ur": ("أردية", "أردو", "اردو"),
    "ku": ("كردية", "كردي", "کوردی", "kurdî"),
    "pt": ("برتغالية", "português", "portugais"),
    "nl": ("هولندية", "nederlands"),
    "zh": ("صينية", "中文", "chinois"),
    "ja": ("يابانية", "日本語", "japonais"),
}
#: Languages that are written in Arabic script, and in Latin script, where a tag names no script.
_SCRIPTS = {
    **dict.fromkeys("ar fa ur ku ckb ps sd ug".split(), "Arab"),
    **dict.fromkeys(
        "af az bs ca cs cy da de en eo es et eu fi fr ga gl ha hr hu id is it la lt lv ms mt nb nl nn no pl pt ro sk sl"
        " so sq sv sw tr vi".split(),
        "Latn",
    ),
}
_TAG = re.compile(r"([a-z]{2,3})((?:[-_][a-z0-9]+)*)", re.IGNORECASE)  # ascii: BCP 47


def tag_of(name: str) -> str | None:
    """The tag of a language as a field of BibTeX names it (arabic, ar, en-GB); None for a name that is not known.

    Names in Arabic are none of BibTeX's: where the last keyword is العربية, it is one of the author's.
    """
    bare = name.strip().casefold()
    if bare in LANGUAGES:
        return LANGUAGES[bare]
    head = _THREE_LETTERS.get(bare, bare.replace("_", "-").partition("-")[0])
    return head if len(head) == 2 and head.isalpha() else None


def language_name(tag: str) -> str | None:
    """biblatex's name of the language of a tag; None where it has none."""
    return _NAMES.get(tag.partition("-")[0])


@lru_cache(maxsize=256)
def read_language(said: str) -> str:
    """The tag of a language as people and catalogues name it; what is no known name, such as a tag, as it is.

    >>> read_language("Arabic"), read_language("الإنجليزية"), read_language("ger"), read_language("en-GB")
    ('ar', 'en', 'de', 'en-GB')
    """
    return _tags_by_name().get(_bare_name(said), said)


def _bare_name(name: str) -> str:
    return fold(name).removeprefix("اللغه ").removeprefix("لغه ").removeprefix("ال")


@cache
def _tags_by_name() -> dict[str, str]:
    found = {**LANGUAGES, **_THREE_LETTERS, **{name: tag for tag, names in _OTHER_NAMES.items() for name in names}}
    return {_bare_name(name): tag for name, tag in found.items()}


def primary(tag: str) -> str:
    """The language of a tag, without script and region: en of en-GB; '' for what is no tag."""
    match = _TAG.fullmatch(tag)
    return match[1].lower() if match else ""


def script_of(tag: str) -> str | None:
    """The script that a tag names, else that its language is written in; None where that is not known."""
    match = _TAG.fullmatch(tag)
    named = (part.title() for part in re.split("[-_]", match[2]) if len(part) == 4 and part.isalpha()) if match else ()
    return next(iter(named), None) or _SCRIPTS.get(primary(tag))


def in_script(tag: str, script: str) -> str | None:
    """The language of a tag if it is written in a script: de of de-AT for Latn, ar-Latn of itself; else None."""
    if script_of(tag) != script:
        return None
    head = primary(tag)
    return head if _SCRIPTS.get(head) == script else f"{head}-{script}"
