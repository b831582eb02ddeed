"""RK605 invisible-residue."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.stretches import Change, Stretch, stretches
from refkit.settings import Settings
from refkit.text import fold, is_arabic

_MARKS = "\u064b-\u0655\u0670"
#: Characters one of which any residue has; most texts have none.
_SUSPECT = re.compile(
    "[\u00ad\u061c\u0640\u06a9\u06cc\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufb50-\ufdff\ufe70-\ufeff]"
)
_TATWEEL = re.compile(f"(?<=[^\\W\\d_ـ])([{_MARKS}]*)(ـ+)(?=[{_MARKS}]*[^\\W\\d_ـ])")
#: Presentation forms, without the ornate brackets and the words that are written as one sign: ﷲ, ﷺ, ﷽.
_FORMS = re.compile("[\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]+")
_NOTHING = re.compile("[\u00ad\u200b\u2060\ufeff]+")
_DIRECTIONS = re.compile("[\u200e\u200f\u061c]+")
_JOINERS = re.compile("[\u200c\u200d]+")
_OPENING, _CLOSING = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068", "\u202c\u2069"
_PERSIAN = re.compile("[یک]")
#: What tells a Persian or Urdu text: its own letters and its commonest words.
_PERSIAN_LETTERS = re.compile("[پچژگڈٹںےۀہھ]")
_PERSIAN_WORDS = frozenset(("در", "از", "به", "را", "این", "كه", "براي", "هاي", "است", "اين"))
#: Folded words that end in ى, not in ي.
_MAQSURA = frozenset(
    "الي علي حتي لدي متي سوي مدي احدي اخري كبري صغري عظمي وسطي مستوي منتدي مستشفي مصطفي موسي عيسي يحيي".split()
)


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Each text with characters that nobody sees or means, once for each kind of them."""
    for stretch in stretches(linked):
        if _SUSPECT.search(stretch.text):
            for what, find in _KINDS.items():
                if changes := list(find(stretch)):
                    count = f", {len(changes)} times" if len(changes) > 1 else ""
                    fix = stretch.fix("safe", _ADVICE.get(what, "take it out"), *changes)
                    yield stretch.problem(changes[0][0], f"{what}{count}{_shown(stretch, changes[0])}", fix=fix)


def _shown(stretch: Stretch, change: Change) -> str:
    """The word that a residue stands in."""
    start, end, _ = change
    text = stretch.text
    first = max(text.rfind(" ", 0, start) + 1, start - _FAR)
    last = text.find(" ", end)
    word = text[first : last if 0 <= last < end + _FAR else end + _FAR]
    return f": “{''.join(char for char in word if unicodedata.category(char) != 'Cf').strip(' ،,.؛;')}”"


_FAR = 30


def _tatweel(stretch: Stretch) -> Iterator[Change]:
    """Kashida inside a word; that of هـ and جـ, and a row of it as a dash, are meant."""
    for match in _TATWEEL.finditer(stretch.text):
        if is_arabic(stretch.text[match.start() - 1]) and is_arabic(stretch.text[match.end() :].lstrip(_HARAKAT)[0]):
            yield *match.span(2), ""


_HARAKAT = "".join(chr(code) for code in (*range(0x064B, 0x0656), 0x0670))


def _forms(stretch: Stretch) -> Iterator[Change]:
    """Presentation forms of letters; one that stands alone, as in ١٤٢٦ﻫ, is meant to be seen so."""
    text = stretch.text
    for match in _FORMS.finditer(text):
        plain = unicodedata.normalize("NFKC", match.group())
        around = text[: match.start()][-1:] + text[match.end() :][:1]
        alone = len(plain) == 1 and not any(map(str.isalpha, around))
        if plain != match.group() and not alone:
            yield *match.span(), plain


def _nothing(stretch: Stretch) -> Iterator[Change]:
    for match in _NOTHING.finditer(stretch.text):
        yield *match.span(), ""


def _joiners(stretch: Stretch) -> Iterator[Change]:
    """Joiners between Arabic words; Persian needs them, and ه‍ has one that shows."""
    if _is_persian(stretch.text):
        return
    for match in _JOINERS.finditer(stretch.text):
        before, after = stretch.text[: match.start()][-1:], stretch.text[match.end() :][:1]
        shows = before == "ه" and not is_arabic(after or " ")
        if not shows and (is_arabic(before or " ") or is_arabic(after or " ")):
            yield *match.span(), ""


def _directions(stretch: Stretch) -> Iterator[Change]:
    """Marks next to a letter of their own direction, which change nothing, and brackets of direction left open."""
    text = stretch.text
    for match in _DIRECTIONS.finditer(text):
        around = text[: match.start()][-1:] + text[match.end() :][:1]
        rightward = all(mark == "\u200e" for mark in match.group())
        leftward = all(mark != "\u200e" for mark in match.group())
        if any((rightward and _is_latin(char)) or (leftward and is_arabic(char)) for char in around):
            yield *match.span(), ""
    opened: list[int] = []
    for at, char in enumerate(text):
        if char in _OPENING:
            opened.append(at)
        elif char in _CLOSING and opened:
            opened.pop()
        elif char in _CLOSING:
            yield at, at + 1, ""
    yield from ((at, at + 1, "") for at in opened)


def _is_latin(char: str) -> bool:
    return unicodedata.bidirectional(char) == "L"


def _persian(stretch: Stretch) -> Iterator[Change]:
    """ی and ک in Arabic words. A text that has letters or words of Persian, or no ال, is rather Persian."""
    text = stretch.text
    if not _PERSIAN.search(text) or _is_persian(text):
        return
    for match in re.finditer(r"\w+", text):
        word = match.group()
        for found in _PERSIAN.finditer(word):
            last = found.end() == len(word)
            final = last and fold(word) in _MAQSURA and not _is_name(stretch, match.start())
            at = match.start() + found.start()
            yield at, at + 1, "ك" if found.group() == "ک" else "ى" if final else "ي"


def _is_persian(text: str) -> bool:
    words = text.split()
    telling = [word for word in words if fold(word) in _PERSIAN_WORDS]
    return bool(_PERSIAN_LETTERS.search(text)) or bool(telling) or not any(word.startswith("ال") for word in words)


def _is_name(stretch: Stretch, at: int) -> bool:
    """Whether a word stands in a name: علی is علي there, على elsewhere."""
    return any(start <= at < end for start, end in stretch.spans("author", "editor", "translator"))


_KINDS: dict[str, Callable[[Stretch], Iterator[Change]]] = {
    "a stretched word": _tatweel,
    "letters in their printed shapes": _forms,
    "a character without width": _nothing,
    "a joiner": _joiners,
    "a mark of direction that does nothing": _directions,
    "a Persian ی or ک in an Arabic word": _persian,
}
_ADVICE = {
    "letters in their printed shapes": "write the letters as such",
    "a Persian ی or ک in an Arabic word": "write ي, ى or ك",
}

RULE = Rule(
    code="RK605",
    name="invisible-residue",
    severity="warning",
    summary="Marks of direction that do nothing, tatweel, presentation forms, or Persian ی and ک in Arabic text.",
    reason="They come from scanners, PDF files and other keyboards. Nobody sees them, and no search finds the word any more.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعــاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "نص.(1)\n\n(1) علی الوردی، وعاظ السلاطین، دار کوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
        "Text.[^1]\n\n[^1]: Albert Hour\u200bani, *A History of the Arab\u200e Peoples*, London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٤١٥هـ، جـ ١، ص ٥، https://example.org/a/\u200f.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٤١٥هـ.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n"
        "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n",
    ),
    check=check,
    fix="safe",
)
