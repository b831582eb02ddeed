"""The letters that tell works of one author and year apart."""

from __future__ import annotations

#: The Arabic alphabet in its old order, as enumerations use it.
_ABJAD = ("أ", "ب", "ج", "د", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ")
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def letters(number: int, language: str) -> str:
    """The suffix of the work at a place, counted from 0: a … z, aa, ab …; أ … غ, أأ … in Arabic.

    >>> letters(0, "en"), letters(26, "en"), letters(1, "ar")
    ('a', 'aa', 'ب')
    """
    alphabet = _ABJAD if language == "ar" else _LATIN
    found = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, len(alphabet))
        found = alphabet[digit] + found
    return found
