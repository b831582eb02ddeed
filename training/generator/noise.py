"""What typists, scanners and reference managers do to a reference; labels stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from training.generator.grammar import Piece

Change = Callable[[str, Random], str]
Changes = list[tuple[float, float, Change]]

DOTS = str.maketrans("تثبنيجحخدذرزسشصضطظعغفق", "ثتتتبحخحذدزرشسضصظطغعقف")
HARAKAT = "ًٌٍَُِّْ"
JOINING = re.compile("(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[\u0628-\u064a])")
VERBATIM = frozenset({"URL", "DOI"})


def _everywhere(old: str, new: str) -> Change:
    return lambda text, _: re.sub(old, new, text)


def _at_one(pattern: str, change: Callable[[str, Random], str]) -> Change:
    """A change at one place, chosen by chance, where the pattern matches."""
    expression = re.compile(pattern)

    def changed(text: str, rng: Random) -> str:
        found = list(expression.finditer(text))
        if not found:
            return text
        match = rng.choice(found)
        return text[: match.start()] + change(match[0], rng) + text[match.end() :]

    return changed


def _vowelled(word: str, rng: Random) -> str:
    return "".join(letter + (rng.choice(HARAKAT) if rng.random() < 0.5 else "") for letter in word)


# Chance for a sample, chance for each piece of it, and the change: of words, then of what stands between fields.
ARABIC_WORDS: Changes = [
    (0.10, 1.0, _everywhere("[أإآ]", "ا")),
    (0.06, 0.5, _everywhere("[أإآ]", "ا")),
    (0.04, 1.0, _everywhere(r"ي\b", "ى")),
    (0.03, 1.0, _everywhere(r"ى\b", "ي")),
    (0.04, 0.5, _everywhere(r"ة\b", "ه")),
    (0.02, 0.5, _at_one(r"ه\b", lambda _m, _r: "ة")),
    (0.02, 1.0, lambda text, _: text.replace("ي", "ی").replace("ك", "ک")),
    (0.03, 0.5, _everywhere(r"(?<=\d)\s?هـ?", "ﻫ")),
    (0.04, 0.4, _at_one("[\u0628-\u064a]", lambda letter, _: letter.translate(DOTS))),
    (0.03, 0.4, _at_one(JOINING.pattern, lambda _m, _r: "ـ")),
    (0.02, 0.4, _at_one("[\u0628-\u064a]{3,}", lambda word, _: JOINING.sub("ـ", word))),
    (0.05, 0.4, _at_one("[\u0628-\u064a]{3,}", _vowelled)),
    (0.03, 0.5, _at_one(r"(?<=[\u0621-\u064a]) و(?=[\u0621-\u064a]{3})", lambda _m, _r: " و ")),
    (0.03, 0.5, _at_one("(?<=عبد) ", lambda _m, _r: "")),
]
WORDS: Changes = [
    (0.04, 0.1, _at_one(r"\w", lambda letter, _: letter * 2)),
    (0.04, 0.1, _at_one(r"(?<=\w)[^\W\d](?=\w)", lambda _m, _r: "")),
    (0.05, 0.12, _at_one(" ", lambda _m, _r: "")),
    (0.04, 0.1, _at_one(r"(?<=\w)(?=\w)", lambda _m, _r: " ")),
    (0.05, 0.2, _at_one(" ", lambda _m, _r: "  ")),
    (0.02, 1.0, _everywhere(" ", "\u00a0")),
    (0.02, 0.15, _at_one(r"\d", lambda _m, rng: rng.choice("0123456789lO"))),
    (0.02, 1.0, _everywhere("-", "–")),
    (0.02, 1.0, _everywhere("[“”]", '"')),
    (0.02, 1.0, _everywhere("'", "’")),
]
BETWEEN: Changes = [
    (0.06, 1.0, _everywhere("،", ",")),
    (0.04, 0.4, _everywhere("،", ",")),
    (0.02, 1.0, _everywhere(",", "،")),
    (0.08, 0.25, _everywhere(" ?[،,](?= )", "")),
    (0.04, 0.3, _everywhere("[،,]", ".")),
    (0.05, 0.4, _everywhere("(?<=[،,.:]) ", "")),
    (0.05, 0.4, _everywhere("(?=[،,.:])", " ")),
    (0.04, 0.4, _everywhere("(?<=[،,.:])$", " ")),
    (0.03, 0.4, _everywhere(": ", " : ")),
    (0.04, 0.3, _everywhere("([،,.])", r"\1\1")),
    (0.03, 0.3, _everywhere("[()]", "")),
    (0.02, 0.4, _everywhere('["“”«»]', "")),
    (0.02, 0.6, _everywhere("“|”|«|»", '"')),
    (0.03, 1.0, _everywhere(r"\(", "( ")),
    (0.02, 1.0, lambda text, _: text.replace("(", "[").replace(")", "]")),
    (0.02, 0.5, _everywhere("$", "\u200f")),
    (0.02, 0.4, _everywhere("[،,](?= )", " -")),
    (0.03, 0.5, _at_one(" ", lambda _m, _r: "  ")),
]


def _applied(pieces: list[Piece], changes: Changes, rng: Random, between: bool) -> list[Piece]:
    for chance, share, change in changes:
        if rng.random() < chance:
            pieces = [
                (change(text, rng), label)
                if label not in VERBATIM and not (between and label) and rng.random() < share
                else (text, label)
                for text, label in pieces
            ]
    return pieces


def _wrapped(pieces: list[Piece], rng: Random) -> list[Piece]:
    """Lines as printed, joined with line ends, about one every so many letters."""
    width, at, found = rng.randint(25, 90), rng.randint(0, 20), []
    for text, label in pieces:
        written = ""
        for character in text:
            at += 1
            if character == " " and at > width:
                character, at = "\n", 0
            written += character
        found.append((written, label))
    return found


def _capital_title(pieces: list[Piece]) -> list[Piece]:
    return [(text.upper() if label == "title" else text, label) for text, label in pieces]


def spoiled(pieces: list[Piece], style: dict[str, str], rng: Random) -> list[Piece]:
    """Pieces with the slips and habits that chance picks."""
    if rng.random() < 0.35:
        return pieces
    arabic = style["language"] == "ar"
    pieces = _applied(pieces, ARABIC_WORDS if arabic else [], rng, between=False)
    pieces = _applied(pieces, WORDS, rng, between=False)
    pieces = _applied(pieces, BETWEEN, rng, between=True)
    if not arabic and rng.random() < 0.03:
        pieces = _capital_title(pieces)
    return _wrapped(pieces, rng) if rng.random() < 0.06 else pieces
