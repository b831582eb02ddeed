"""What a rule cannot say: numbers, years, ordinals, addresses, and words from refkit's own tables."""

from __future__ import annotations

import re
import string
from functools import cache
from pathlib import Path

from training.generator.grammar import Function, Writer

VOCABULARY = Path(__file__).resolve().parents[2] / "src" / "refkit" / "vocabulary"
ARABIC = re.compile("[\u0621-\u064a]")


def _bounds(argument: str) -> tuple[int, int]:
    low, _, high = argument.partition("-")
    return int(low), int(high)


def number(writer: Writer, argument: str) -> str:
    """A whole number between two bounds, the small ones more often."""
    low, high = _bounds(argument)
    return str(low + int((high - low + 1) * writer.rng.random() ** 1.5))


def digits(writer: Writer, argument: str) -> str:
    """So many random digits."""
    return "".join(writer.rng.choices(string.digits, k=int(argument)))


def year(writer: Writer, argument: str) -> str:
    """A Gregorian year, the recent ones more often; bounds may be given."""
    low, high = _bounds(argument or "1900-2025")
    return str(high - int((high - low + 1) * writer.rng.random() ** 2))


def years(writer: Writer, argument: str) -> str:
    """Two Gregorian years in order, joined by the argument."""
    first = int(year(writer, "1800-2015"))
    return f"{first}{argument}{first + writer.rng.randint(1, 30)}"


def hijri(writer: Writer, argument: str) -> str:
    """A Hijri year of the age of print, or within bounds."""
    low, high = _bounds(argument or "1300-1446")
    return str(high - int((high - low + 1) * writer.rng.random() ** 2))


def hijri_and_gregorian(writer: Writer, argument: str) -> str:
    """A pair of years that fit; the argument ``death`` asks for one of the first thirteen centuries."""
    rng = writer.rng
    first = rng.randint(40, 1300) if argument == "death" else int(hijri(writer, ""))
    second = round(first * 0.97 + 622) - rng.randint(0, 1)
    heh = rng.choices(("هـ", " هـ", "ه", " ه", "ﻫ", "ه‍"), (60, 15, 12, 5, 4, 2))[0]
    miim = rng.choices(("م", " م", ""), (70, 15, 15))[0]
    joins = ("/", " / ", "-", " - ", " ـ ", "ـ", " = ", "، ", " – ", "_", " ")
    join = rng.choices(joins, (40, 8, 14, 18, 6, 3, 4, 3, 4, 2, 2))[0]
    if rng.random() < 0.1:
        return f"{second}{miim}{join}{first}{heh}"
    if rng.random() < 0.08:
        return f"{first}{heh} ({second}{miim})"
    if rng.random() < 0.05:
        return f"{first}{rng.choice('-/')}{second}{miim}"
    return f"{first}{heh}{join}{second}{miim}"


def pages(writer: Writer, argument: str) -> str:
    """Pages as printed: one, a range, a shortened one, several. ``range`` asks for a range."""
    rng = writer.rng
    first = int(number(writer, "1-600"))
    last = first + rng.randint(1, 45)
    dash, arabic = writer.style["dash"], writer.style["language"] == "ar"
    kind = rng.random()
    if argument != "range":
        if kind < 0.55:
            return str(first)
        if kind < 0.63:
            return f"{first}{rng.choice(('، ', '،', ', ', ' و')) if arabic else ', '}{last}"
    if arabic:
        return f"{last}{dash}{first}" if rng.random() < 0.12 else f"{first}{dash}{last}"
    if first > 100 and first // 100 == last // 100 and rng.random() < 0.35:
        return f"{first}{dash}{last % 100:02d}"
    return f"{first}{dash}{last}"


ORDINALS = {
    "m": "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر".split(),
    "f": "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة".split(),
}
TENS = ("العشرون", "الثلاثون", "الأربعون", "الخمسون", "الستون", "السبعون", "الثمانون")


def ordinal(writer: Writer, argument: str) -> str:
    """An Arabic ordinal in words: ``m`` or ``f``, and the highest that may come ("m20")."""
    names, highest = ORDINALS[argument[0]], int(argument[1:])
    value = int(number(writer, f"1-{highest}"))
    if value <= 10:
        return names[value - 1]
    teen = " عشر" if argument[0] == "m" else " عشرة"
    unit = {0: "", 1: "الحادي" if argument[0] == "m" else "الحادية"}.get(value % 10, names[value % 10 - 1])
    if value < 20:
        return unit + teen
    tens = TENS[min(value // 10 - 2, len(TENS) - 1)]
    return f"{unit} و{tens}" if unit else tens


def english_ordinal(writer: Writer, argument: str) -> str:
    """An ordinal such as 2nd or 21st, between bounds."""
    value = int(number(writer, argument))
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(writer: Writer, argument: str) -> str:
    """A Roman numeral between bounds, capital."""
    value, written = int(number(writer, argument)), ""
    for amount, letters in ROMAN:
        written += letters * (value // amount)
        value %= amount
    return written


def initial(writer: Writer, argument: str) -> str:
    """A capital letter."""
    return writer.rng.choice(argument or "AABCDEFGHIJJJKLMMMNNOPRRSSTVWYZ")


def arabic_letter(writer: Writer, argument: str) -> str:
    return writer.rng.choice(argument or "ابجدهوزحطكلمنسعفصقر")


def open_quote(writer: Writer, _: str) -> str:
    """The first half of the quotes of this sample's style."""
    quotes = writer.style["quotes"]
    return quotes[: len(quotes) // 2]


def close_quote(writer: Writer, _: str) -> str:
    quotes = writer.style["quotes"]
    return quotes[len(quotes) // 2 :]


SMALL = frozenset(
    "a an and as at but by for from in into nor of on or over per the to upon via with de du des la le les et".split()
)


def _capitalised(word: str) -> str:
    at = next((at for at, character in enumerate(word) if character.isalpha()), 0)
    return word[:at] + word[at].upper() + word[at + 1 :] if word else word


def in_case(writer: Writer, argument: str) -> str:
    """The text of a section in the letter case that the style setting ``case`` names."""
    text = writer.text("{" + argument + "}")
    case = writer.style.get("case", "title")
    if case == "lower":
        return text.lower()
    text = _capitalised(text)
    if case == "upper":
        return text.upper()
    if case == "title":
        words = text.split(" ")
        starts = (index == 0 or words[index - 1].endswith((":", "?", ".")) for index in range(len(words)))
        text = " ".join(
            word if word.lower() in SMALL and not start else _capitalised(word)
            for word, start in zip(words, starts, strict=True)
        )
    return text


def slug(writer: Writer, _: str) -> str:
    """The path of an address."""
    rng = writer.rng
    parts = []
    for _number in range(rng.randint(0, 3)):
        kind = rng.random()
        if kind < 0.35:
            parts.append(str(rng.randint(1, 2024)))
        elif kind < 0.6:
            parts.append("".join(rng.choices(string.ascii_letters + string.digits, k=rng.randint(2, 12))))
        else:
            parts.append(rng.choice("-_").join(english_word(writer, "") for _word in range(rng.randint(1, 6))))
    tails = ("", "/", ".html", ".pdf", ".aspx", f"?id={rng.randint(1, 99999)}", ".php")
    tail = rng.choices(tails, (40, 20, 10, 10, 5, 10, 5))[0]
    return "".join(f"/{part}" for part in parts) + tail


@cache
def _rows(name: str) -> list[list[str]]:
    lines = (VOCABULARY / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def _forms(name: str, arabic: bool) -> list[str]:
    forms = [form for row in _rows(name) for form in row[-1].split("|")]
    return [form for form in forms if bool(ARABIC.search(form)) == arabic and len(form) > 2]


def unfolded(word: str) -> str:
    """A folded Arabic word with the final ta marbuta that it most likely had."""
    return re.sub(r"(?<=[\u0628-\u064a]{2})ه(?= |$)", "ة", word) if "الله" not in word else word


def _latin_name(form: str) -> str:
    small = ("al", "el", "bin", "ibn", "de", "la", "of")
    words = [word if word in small else word.capitalize() for word in form.split()]
    words[0] = words[0].capitalize()
    return " ".join(words).replace("Al ", "Al-", 1)


def table_name(writer: Writer, argument: str) -> str:
    """A name from refkit's tables: ``given`` or ``place``, ``ar`` or ``latin``."""
    kind, script = argument.split(",")
    form = writer.rng.choice(_forms({"given": "given-names.tsv", "place": "places.tsv"}[kind], script == "ar"))
    return unfolded(form) if script == "ar" else _latin_name(form)


def arabic_word(writer: Writer, argument: str) -> str:
    """Any word of refkit's lexicon; with ``the`` its article comes too."""
    word = unfolded(writer.rng.choice(_rows("lexicon.tsv"))[0])
    return f"ال{word}" if argument == "the" and not word.startswith("ال") else word


def english_word(writer: Writer, _: str) -> str:
    """Any English word of refkit's lexicon, in small letters."""
    return writer.rng.choice(writer.rng.choice(_rows("lexicon.tsv"))[1].split())


FUNCTIONS: dict[str, Function] = {
    "n": number,
    "digits": digits,
    "year": year,
    "years": years,
    "hijri": hijri,
    "hg": hijri_and_gregorian,
    "pages": pages,
    "ordinal": ordinal,
    "nth": english_ordinal,
    "roman": roman,
    "initial": initial,
    "letter": arabic_letter,
    "oq": open_quote,
    "cq": close_quote,
    "cased": in_case,
    "slug": slug,
    "name": table_name,
    "ar-word": arabic_word,
    "en-word": english_word,
}
