"""What tells names from titles."""

from __future__ import annotations

import re

from refkit.names import is_corporate, looks_personal, units, without_titles
from refkit.names import words as name_words
from refkit.text import fold
from refkit.vocabulary import given_names


def by_author(text: str) -> str:
    """A name behind the preposition ل, without it: لابن قدامة, للنووي.

    >>> by_author("لابن قدامة"), by_author("للنووي")
    ('ابن قدامة', 'النووي')
    """
    bare = text.strip()
    return "ال" + bare[2:] if bare.startswith("لل") else bare.removeprefix("ل")


def joined(text: str) -> list[str]:
    """The parts that `and`, & and و divide, alone or written together with what follows (ومحمد, ود. نوري)."""
    return re.split(r"\s+(?:و|and|&)\s+|\s+و(?=\w{3}|[دأام]\s?\.)", text)


def lists_people(text: str) -> bool:
    """Several people in one segment: دريه شفيق بسيوني ومحمد عبيد على عبد العظيم."""
    parts = joined(text)
    return len(parts) > 1 and len(name_words(text)) <= 14 and all(looks_personal(part) for part in parts)


def known_given(name: str) -> bool:
    """Whether a name begins with a known given name."""
    found = units(without_titles(name))
    return bool(found) and (
        found[0].folded in given_names() or found[0].folded.startswith(("عبد ", "ابو ", "ابي ", "ام ", "abd"))
    )


def names_only(text: str, certain: bool) -> bool:
    """Whether a text is nothing but names; unless `certain`, the last of them must be known for a name."""
    parts = [name for part in re.split(r"[,،؛;]", text) for name in joined(part) if fold(name)]
    if not parts or not all(looks_personal(part) or (is_corporate(part) and len(parts) == 1) for part in parts):
        return False
    last = parts[-1]
    if max(len(fold(part)) for part in parts) < 2:
        return False
    return certain or is_corporate(last) or known_given(last) or without_titles(last) != last.strip(" ،,:")
