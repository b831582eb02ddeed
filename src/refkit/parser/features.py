"""What the statistical parser looks at: features of each token, of its stretch, and of the whole reference.

A feature is a short string; the model has a weight for each pair of feature and label that training has seen. The
model in this folder was trained with these features: after a change here, run `make model`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from refkit.dates import month_number
from refkit.parser.tokens import Token
from refkit.text import is_arabic, shade, without_article
from refkit.vocabulary import given_names, place, terms, translations
from refkit.vocabulary.ordinals import ordinal

#: Letter of a class of words -> the terms whose first words belong to it. The first that fits is a token's signature.
_CLASSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("page", terms.PAGE),
    ("issue", terms.ISSUE),
    ("volume", terms.VOLUME),
    ("part", terms.PART),
    ("edition", (*terms.EDITION, *terms.EDITION_AFTER)),
    ("year", terms.JOURNAL_YEAR),
    ("journal", terms.JOURNAL),
    ("university", terms.UNIVERSITY),
    ("faculty", terms.DEPARTMENT),
    ("degree", terms.THESES),
    ("state", (*terms.UNPUBLISHED, *terms.PUBLISHED)),
    ("editor", terms.EDITOR),
    ("translator", terms.TRANSLATOR),
    ("role", (*terms.OTHER_ROLES, *terms.ROLES)),
    ("publisher", terms.PUBLISHER),
    ("title", terms.HONORIFICS),
    ("others", terms.ET_AL),
    ("back", (*terms.IBID, *terms.OP_CIT, *terms.IBID_OR_OP_CIT)),
    ("lead", terms.LEAD_INS),
    ("accessed", terms.ACCESSED),
    ("online", terms.ONLINE),
    ("undated", (*terms.NO_DATE, *terms.NO_PLACE, *terms.NO_PUBLISHER)),
    ("law", (*terms.LEGISLATION, *terms.LEGAL_CASES)),
    ("body", terms.CORPORATE),
    ("within", terms.PART_OF),
    ("folio", terms.FOLIO),
)
_DIVIDING = frozenset(",;.:()[]«»")
#: Lengths are told apart up to here, then in steps.
_STEPS = (1, 2, 3, 4, 6, 9, 14, 22, 40)


@cache
def _classes_by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, forms in _CLASSES:
        for first in {shade(form).replace(".", " ").split()[0] for form in forms}:
            found.setdefault(first, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


class _Word(NamedTuple):
    """What is known of a token by itself: its features, its form without detail, and what it is in one word.

    `given`: it is a given name.
    """

    features: tuple[str, ...]
    plain: str
    signature: str
    given: bool = False


@lru_cache(maxsize=16384)
def _word(form: str, case: str) -> _Word:
    if form[0].isdigit():
        shape = _number_shape(form)
        return _Word((f"w={shape}", f"d={len(form)}"), shape, shape)
    if not form[0].isalpha():
        return _Word((f"w={form}",), form, form)
    classes = list(_classes_by_word().get(form, ()))
    bare = form[1:] if len(form) > 3 and form[0] in "وبلف" and is_arabic(form[0]) else form
    if bare != form:
        classes += [f"+{name}" for name in _classes_by_word().get(bare, ())]
    if form in given_names():
        classes.append("given")
    if place(form):
        classes.append("place")
    if month_number(form):
        classes.append("month")
    if ordinal(form):
        classes.append("ordinal")
    if is_arabic(form[0]) and (translations(without_article(form)) or translations(without_article(bare))):
        classes.append("term")
    features = [f"w={form}", f"c={case}", *(f"k={name}" for name in classes), f"l={min(len(form), 6)}"]
    if len(form) > 3:
        features += [f"<{form[:3]}", f">{form[-3:]}", f">{form[-2:]}"]
        if is_arabic(form[0]):
            features.append(f"al={form[:2] == 'ال'}")
    return _Word(tuple(features), form, classes[0] if classes else case, "given" in classes)


def _number_shape(form: str) -> str:
    if len(form) == 4:
        value = int(form)
        return "Y" if 1500 <= value < 2050 else "H" if 1000 <= value < 1500 else "9999"
    return "9" * min(len(form), 6)


def _case(written: str) -> str:
    """How a word is written: one letter, capitals, capitalised, small, or a script without case."""
    while not shade(written[0]):
        written = written[1:]  # ʿUmar is capitalised
    if is_arabic(written[0]):
        return "a1" if len(written) == 1 else "a"
    if len(written) == 1:
        return "I" if written.isupper() else "i"
    return "AA" if written.isupper() else "Aa" if written[0].isupper() else "aa"


def _bucket(count: int) -> int:
    return next((at for at, step in enumerate(_STEPS) if count <= step), len(_STEPS))


class _Stretch(NamedTuple):
    """Tokens [start, end) between two dividing signs."""

    start: int
    end: int
    before: str
    after: str


def _stretches(text: str, tokens: list[Token]) -> list[_Stretch]:
    """The stretches of a text; a full stop after an initial divides nothing, nor does a dash inside a word."""
    found: list[_Stretch] = []
    start, before = 0, "^"
    for at, token in enumerate(tokens):
        form = token.form
        spaced = token.end == len(text) or text[token.end].isspace()
        if form == "-":
            divides = spaced and (token.start == 0 or text[token.start - 1].isspace())
        elif form == ".":
            previous = tokens[at - 1] if at else token
            divides = spaced and previous.end - previous.start > 1
        else:
            divides = form in _DIVIDING
        if divides:
            if start < at:
                found.append(_Stretch(start, at, before, form))
                before = form
            else:
                before = form if before == "^" else (before + form)[-2:]
            start = at + 1
    if start < len(tokens):
        found.append(_Stretch(start, len(tokens), before, "$"))
    return found


def features(text: str, tokens: list[Token]) -> list[list[str]]:
    """A list of features for each token of a text."""
    words = [_word(t.form, _case(text[t.start : t.end]) if t.form[0].isalpha() else "") for t in tokens]
    found = [list(word.features) for word in words]
    _add_neighbours(found, words)
    _add_stretches(found, words, _stretches(text, tokens))
    _add_whole(found, words)
    return found


def _add_neighbours(found: list[list[str]], words: list[_Word]) -> None:
    """The words beside a token, and the signatures within three places of it."""
    plain = ["^", *(word.plain for word in words), "$"]
    signs = ["^", "^", "^", *(word.signature for word in words), "$", "$", "$"]
    for at, features_ in enumerate(found):
        a, b, c, d, e, f, g = signs[at : at + 7]
        features_ += (
            f"-1={plain[at]}", f"+1={plain[at + 2]}", f"-1s={c}", f"+1s={e}", f"-2s={b}", f"+2s={f}", f"-3s={a}",
            f"+3s={g}", f"-10={c}|{d}", f"01={d}|{e}", f"-21={b}|{c}", f"12={e}|{f}", f"-101={c}|{d}|{e}",
        )  # fmt: skip


def _kind(inside: list[_Word]) -> str:
    """What a stretch looks like, in a few letters: by its first word, its capitals, its names, its length."""
    head = inside[0].signature
    if head not in _CASES:
        return head
    if all(word.plain[0] in "9YH~/" for word in inside):
        return "#"
    given = sum([word.given for word in inside])
    small = sum([word.signature in ("aa", "term") for word in inside])
    initials = any(word.signature == "I" for word in inside)
    length = len(inside)
    if initials and small <= 1 and length <= 8:
        return "initials"
    return f"{head[0]}{'g' if 2 * given >= length else 'n'}{'s' if small else ''}{min(_bucket(length), 5)}"


#: Signatures of words that say little by themselves.
_CASES = frozenset(("a", "a1", "i", "I", "aa", "Aa", "AA", "given", "term"))


def _add_stretches(found: list[list[str]], words: list[_Word], stretches: list[_Stretch]) -> None:
    """Of the stretch a token stands in, and of its neighbours: first and last word, length, what is in it."""
    firsts = ["^", "^", *(words[one.start].plain for one in stretches), "$", "$"]
    kinds = ["^", "^", *(_kind(words[one.start : one.end]) for one in stretches), "$", "$"]
    count = len(stretches)
    long_before = 0
    for index, one in enumerate(stretches):
        inside = words[one.start : one.end]
        length = one.end - one.start
        given = sum([word.given for word in inside])
        digits = any(word.plain[0] in "9YH" for word in inside)
        small = sum([word.signature in ("aa", "i") for word in inside])
        bucket = _bucket(length)
        place_ = min(index, 6)
        a, b, c, d, e = kinds[index : index + 5]
        marks = one.before + one.after
        shared = (
            f"S0={firsts[index + 2]}", f"S9={inside[-1].plain}", f"S9s={inside[-1].signature}", f"Sn={bucket}",
            f"Sd={marks}", f"Sg={given > 0}{2 * given >= length}", f"S#={digits}{small > 0}",
            f"Si={place_}", f"Sj={min(count - index, 6)}", f"Sid={place_}|{marks}", f"Sk={c}", f"S-={b}", f"S+={d}",
            f"S--={a}|{b}", f"S++={d}|{e}", f"S-0={b}|{c}", f"S0+={c}|{d}", f"S+w={firsts[index + 3]}",
            f"Sl={long_before}|{c}", f"Skd={c}|{marks}",
        )  # fmt: skip
        for offset in range(length):
            found[one.start + offset] += (*shared, f"p={min(offset, 3)}", f"q={min(length - offset, 3)}")
        long_before = min(2, long_before + (bucket >= 4))


def _add_whole(found: list[list[str]], words: list[_Word]) -> None:
    """Where in the whole reference a token stands: in quotes, in brackets, before or after a year, how far on."""
    plain = [word.plain for word in words]
    lettered = [form[0] for form in plain if form[0].isalpha()]
    script = "ar" if 2 * sum(map(is_arabic, lettered)) >= len(lettered) else "la"
    early_year = ("(", "Y") in pairwise(plain[: len(plain) // 2])
    shared = f"R={script}{'«' in plain}{early_year}{_bucket(plain.count(','))}", f"L={script}"
    quoted = depth = dated = addressed = 0
    for at, (features_, word, form) in enumerate(zip(found, words, plain, strict=True)):
        if form in "«»":
            quoted = max(0, quoted + (1 if form == "«" else -1))
        elif form in "()[]":
            depth = int(form in "([")
        where = f"{quoted > 0:d}{depth}{dated}{addressed}"
        features_ += (*shared, f"@={where}", f"@s={where}|{word.signature}", f"x={10 * at // len(words)}")
        dated |= form in ("Y", "H")
        addressed |= form == "url"
