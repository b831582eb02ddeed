"""Pieces put in order: labels without the punctuation around them, one system of digits, no empty pieces."""

from __future__ import annotations

import re
from random import Random

from training.generator.grammar import Piece

ASCII = "0123456789"
DIGITS = {"ascii": ASCII, "arabic": "٠١٢٣٤٥٦٧٨٩", "persian": "۰۱۲۳۴۵۶۷۸۹"}
SPACES = re.compile("  +")
LAM_AND_ARTICLE = re.compile("(?<![\u0621-\u064a])لـ?ال(?=[\u0621-\u064a]{3})")
EDGE = " \n\t،,;؛:"


def finished(pieces: list[Piece], style: dict[str, str], rng: Random) -> list[Piece]:
    """Clean pieces with the digits that the style names; a piece now and then differs from the rest."""
    system = DIGITS[style.get("digits", "ascii")]
    if system != ASCII:
        odd = rng.random() < 0.05
        pieces = [
            (text, label)
            if label in ("URL", "DOI") or "http" in text or (odd and rng.random() < 0.3)
            else (text.translate(str.maketrans(ASCII, system)), label)
            for text, label in pieces
        ]
    pieces = joined(trimmed(pieces))
    return joined([(SPACES.sub(" ", LAM_AND_ARTICLE.sub("لل", text)), label) for text, label in pieces])


def trimmed(pieces: list[Piece]) -> list[Piece]:
    """Labelled pieces without blanks and commas at their edges."""
    found: list[Piece] = []
    for text, label in pieces:
        if not label:
            found.append((text, ""))
            continue
        core = text.strip(EDGE)
        at = text.find(core)
        found += [(text[:at], ""), (core, label), (text[at + len(core) :], "")] if core else [(text, "")]
    return found


def joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces without empty ones, neighbours of one label as one, and no blanks at the ends."""
    found: list[Piece] = []
    for text, label in pieces:
        if not text:
            continue
        if found and found[-1][1] == label:
            found[-1] = (found[-1][0] + text, label)
        else:
            found.append((text, label))
    if found and not found[0][1]:
        found[0] = (found[0][0].lstrip(), "")
    if found and not found[-1][1]:
        found[-1] = (found[-1][0].rstrip(), "")
    return [piece for piece in found if piece[0]]
