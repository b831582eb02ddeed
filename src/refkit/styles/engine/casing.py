"""text-case and strip-periods on text that carries marks."""

from __future__ import annotations

import re

from refkit.styles.engine import marks

#: CSL 1.0.2, "Title Case Conversion": words that stay in lower case inside a title.
_SMALL = frozenset(
    "a an and as at but by down for from in into nor of on onto or over so the till to up via with yet".split()
    + "v vs v. vs. von van de d' l' al el about against et".split()
)
_MARK = "\ufdd0-\ufdef"
_WORD = re.compile(rf"[^\s{_MARK}\-–—/]+")
#: Stretches whose case never changes, and looks that keep it in the text of a field.
_KEPT = frozenset((marks.AS_IS, marks.LINK))
_LOOKS = frozenset((marks.SMALL_CAPS, marks.SUPERSCRIPT, marks.SUBSCRIPT))
_SIGNS = "".join(dict.fromkeys("’'.,;:!?()[]“”‘\"«»&…"))
#: How far back of a word its phrase may have ended.
_BACK = 24
#: How an address begins, whose case never changes even where a style writes it: https://doi.org/.
_ADDRESS = re.compile(r"[^\W\d_]{2,12}://")
_ENDS_PHRASE = re.compile(rf"[:.?!]\s*[{_MARK}]*[\s{_MARK}]*$")


def without_periods(text: str) -> str:
    """The text without full stops."""
    return text.replace(".", "")


def apply(case: str, text: str, english: bool) -> str:
    """The text in a case of CSL's; title case is for English only. What AS_IS marks keeps its case."""
    if case == "title":
        return _titled(text) if english else text
    if case == "sentence":
        return _sentence(text)
    if case == "lowercase":
        return _outside(text, str.lower)
    if case == "uppercase":
        return _outside(text, str.upper)
    if case == "capitalize-first":
        return _first(text)
    if case == "capitalize-all":
        return _each(text)
    return text


def _stretches(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, free) of the stretches between marks; `free` where the case may change."""
    if text.isprintable():
        return [(0, len(text), True)]
    found = []
    stack: list[bool] = []
    opened: list[str] = []
    start = 0
    for at, char in enumerate(text):
        if char not in marks.ALL:
            continue
        if at > start:
            found.append((start, at, not any(stack)))
        if char in (marks.SEAM, marks.TERM):
            pass
        elif char == marks.END:
            if stack:
                stack.pop()
                opened.pop()
        else:
            stack.append(char in _KEPT or (char in _LOOKS and marks.FIELD in opened))
            opened.append(char)
        start = at + 1
    if start < len(text):
        found.append((start, len(text), not any(stack)))
    return found


def _outside(text: str, change: object) -> str:
    pieces = []
    at = 0
    for start, end, free in _stretches(text):
        pieces.append(text[at:start])
        pieces.append(change(text[start:end]) if free else text[start:end])  # type: ignore[operator]  # str.lower or upper
        at = end
    return "".join((*pieces, text[at:]))


def _first(text: str) -> str:
    for start, end, free in _stretches(text):
        for at in range(start, end):
            if text[at].isspace() or not text[at].isalnum():
                continue
            if free and text[at].islower() and not _ADDRESS.match(text, at):
                return text[:at] + _upper(text[at]) + text[at + 1 :]
            return text
    return text


def _upper(char: str) -> str:
    return char.upper() if len(char.upper()) == 1 else char


def _each(text: str) -> str:
    output = list(text)
    for start, end, free in _stretches(text):
        if not free:
            continue
        for match in re.finditer(r"\S+", text[start:end]):
            at = start + match.start()
            if text[at].islower() and not (at == start and start and _glued(text, start)):
                output[at] = _upper(text[at])
    return "".join(output)


def _glued(text: str, at: int) -> bool:
    """Whether a stretch goes on with the word before it: 2<sup>nd</sup>."""
    before = marks.bare(text[max(0, at - 20) : at])
    return bool(before) and before[-1].isalnum()


def _words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word whose case may change."""
    found = []
    for start, end, free in _stretches(text):
        if free:
            found += [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    return [(start, end) for start, end in found if not _glued_at(text, start)]


def _glued_at(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] in marks.ALL and _glued(text, at)


def _titled(text: str) -> str:
    output = list(text)
    words = _words(text)
    begin = next((at for at, char in enumerate(text) if char.isalnum()), 0)
    end_of_text = len(text) - next((at for at, char in enumerate(reversed(text)) if char.isalnum()), 0)
    for number, (start, end) in enumerate(words):
        word = text[start:end]
        letters = word.strip(_SIGNS)
        if not letters or not letters.islower():
            continue
        before = text[start - 1 : start]
        if len(letters) == 1 and (before == "-" or not letters.isascii()):
            continue
        first = start <= begin or bool(_ENDS_PHRASE.search(text, max(0, start - _BACK), start))
        last = number == len(words) - 1 and start + len(word.rstrip(".,;:!?)]")) >= end_of_text
        if letters in _SMALL and not (first or (last and before != "-") or before in (marks.QUOTE, marks.SINGLE)):
            continue
        at = start + word.index(letters[0])
        output[at] = _upper(text[at])
    return "".join(output)


def _sentence(text: str) -> str:
    plain = marks.bare(text)
    shouting = plain.isupper()
    output = list(text)
    for start, end in _words(text):
        word = text[start:end]
        # A word with a capital inside or nothing but capitals is a name or an abbreviation.
        if shouting or (word[:1].isupper() and not any(map(str.isupper, word[1:]))):
            output[start:end] = word.lower()
    return _first("".join(output))
