"""Keys of entries: ASCII, unique ignoring case, made of what an entry says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from refkit.model import Fields, NameForm, Text
from refkit.names import given_first, romanise
from refkit.text import language

_T = TypeVar("_T")
#: `{author}` is the family name, `{title}` the first telling word of the title; what is unknown stays empty.
DEFAULT_PATTERN = "{author}{year}"
#: Words that begin many titles and names and tell nothing, romanised.
_WEAK_HEADS = frozenset(("the", "a", "an", "of", "in", "on", "fy", "mn", "ila", "dwr", "athr", "drasa"))
_ARTICLES = frozenset(("al", "el", "the"))
_PLACEHOLDER = re.compile(r"\{(\w*)\}")
#: What BibTeX, biber and LaTeX take in a key without harm.
_SAFE = re.compile(r"[A-Za-z0-9_:.+/-]+")  # ascii: keys are typed in \cite, and BibTeX sorts them by bytes


def is_safe(key: str) -> bool:
    """Whether BibTeX, biber and LaTeX take a key as it is: ASCII letters, digits and _ : . + / -."""
    return bool(_SAFE.fullmatch(key))


def check_pattern(pattern: str) -> str:
    """A pattern as it is; `ValueError` if it has no placeholder, an unknown one, or a character no key may have."""
    unknown = [name for name in _PLACEHOLDER.findall(pattern) if name not in _PARTS]
    rest = _PLACEHOLDER.sub("", pattern)
    if unknown or rest == pattern or (rest and not is_safe(rest)):
        known = ", ".join("{" + name + "}" for name in _PARTS)
        raise ValueError(f"a key is made of {known} and of ASCII letters, digits and _ : . + / -")
    return pattern


def make_key(fields: Fields, taken: set[str], pattern: str = DEFAULT_PATTERN) -> str:
    """An ASCII key that is not yet in `taken` ignoring case, where it is then added.

    Made from the English form of a name where there is one, else romanised.
    """
    return unique(_PLACEHOLDER.sub(lambda match: _PARTS[match[1]](fields), pattern) or "work", taken)


def is_romanised(fields: Fields) -> bool:
    """Whether a key can only be made of a name or title in Arabic script: its letters are a guess then."""
    people = fields.author or fields.editor
    forms = [form.parts for form in people[0].root.values()] if people else list(_forms(fields.title).values())
    return bool(forms) and all(language(form) == "ar" for form in forms)


def unique(base: str, taken: set[str]) -> str:
    """The key, or base + b, c … z, ba … behind those in `taken`, ignoring case; it is added there."""

    def is_taken(number: int) -> bool:
        return f"{base}{_suffix(number) if number else ''}".casefold() in taken

    # Most keys are taken one after the other: the last is found in as many steps as its number has bits.
    low, high = -1, 0
    while is_taken(high):
        low, high = high, 2 * high + 1
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_taken(middle) else (low, middle)
    key = f"{base}{_suffix(high) if high else ''}"
    taken.add(key.casefold())
    return key


def _suffix(number: int) -> str:
    """1 -> b, 25 -> z, 26 -> aa …"""
    letters = ""
    while number >= 0:
        letters = chr(ord("a") + number % 26) + letters
        number = number // 26 - 1
    return letters


def _author(fields: Fields) -> str:
    people = fields.author or fields.editor
    name = next(iter(people), None)
    return (_family(_latin_first(name.root)) if name else "") or _title(fields) or "work"


def _title(fields: Fields) -> str:
    heads = [word for word in romanise(_latin_first(_forms(fields.title)) or "").split() if _tells(word)]
    return heads[0][:16] if heads else ""


def _year(fields: Fields) -> str:
    issued = fields.issued
    if issued and issued.calendar == "hijri":
        return str(issued.also.year) if issued.also and issued.also.year else f"{issued.year}h"
    return str(abs(issued.year)) if issued and issued.year else "nd"


_PARTS: dict[str, Callable[[Fields], str]] = {"author": _author, "title": _title, "year": _year}


def _forms(text: Text | None) -> dict[str, str]:
    return text.root if text else {}


def _latin_first(forms: dict[str, _T]) -> _T | None:
    """The form in English, else in Latin script, else the first."""
    return forms.get("en") or next((form for tag, form in forms.items() if tag != "ar"), None) or forms.get("ar")


def _family(form: NameForm | None) -> str:
    if form is None:
        return ""
    literal = form.literal or ""
    family = form.family or (given_first(literal)[1] if len(literal.split()) < 2 else literal)
    bare = [part for part in romanise(family or form.parts).split() if part not in _ARTICLES]
    if literal:
        return "".join([part for part in bare if _tells(part)][:2])
    return "".join(bare)[:24]


def _tells(word: str) -> bool:
    return word not in _WEAK_HEADS and len(word) > 2
