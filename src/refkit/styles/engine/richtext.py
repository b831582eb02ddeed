"""The text of a field: its few tags, quotation marks and apostrophes as marks; anything else in it is plain text.

CSL-JSON allows <i>, <b>, <sup>, <sub>, <sc> and two kinds of <span>. A tag that is not closed is text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from refkit.styles.engine import marks

_TAG = re.compile(
    r"<(?P<open>i|b|sup|sub|sc)>|</(?P<close>i|b|sup|sub|sc|span)>"
    r"|<span\s+(?P<span>class=\"nocase\"|style=\"font-variant:\s*small-caps;?\")\s*>"
)
_MARKS = {
    "i": marks.ITALIC,
    "b": marks.BOLD,
    "sup": marks.SUPERSCRIPT,
    "sub": marks.SUBSCRIPT,
    "sc": marks.SMALL_CAPS,
}
_SPECIAL = re.compile("[<\"'“”«»„]")  # what may begin a tag or a quotation
_OPENING = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'"}
_SINGLES = frozenset("'")
#: More than these in one field are not looked at as quotations.
_MOST = 400


@lru_cache(maxsize=16384)
def marked(text: str) -> str:
    """The text of a field with marks for tags and quotations.

    >>> marks.bare(marked('<i>Origin</i> & "<script>"'))
    'Origin & <script>'
    """
    text = marks.clean(text)
    if not _SPECIAL.search(text):
        return text
    tagged = _tagged(text)
    found = _quoted(tagged)
    return f"{marks.FIELD}{found}{marks.END}" if tagged != text else found


def _tagged(text: str) -> str:
    if "<" not in text:
        return text
    pieces: list[str] = []
    opened: list[tuple[str, int]] = []
    at = 0
    for match in _TAG.finditer(text):
        pieces.append(text[at : match.start()])
        at = match.end()
        if name := match["open"]:
            opened.append((name, len(pieces)))
            pieces.append(match[0])
        elif match["span"]:
            opened.append(("span", len(pieces)))
            pieces.append(match[0])
        elif opened and opened[-1][0] == match["close"]:
            _, place = opened.pop()
            pieces[place] = _mark(pieces[place])
            pieces.append(marks.END)
        else:
            pieces.append(match[0])
    return "".join((*pieces, text[at:]))


def _mark(tag: str) -> str:
    if tag.startswith("<span"):
        return marks.AS_IS if "nocase" in tag else marks.SMALL_CAPS
    return _MARKS[tag[1:-1]]


def _quoted(text: str) -> str:
    """Pairs of quotation marks as QUOTE or SINGLE ... END; an apostrophe as ’. A pair never crosses another stretch."""
    if not any(char in text for char in "\"'“«„"):
        return text
    output = list(text)
    stack: list[tuple[str, int]] = []
    for at, char in enumerate(text):
        if char in marks.ALL:
            if char == marks.END:
                while stack and stack[-1][0] not in marks.ALL:
                    stack.pop()
                if stack:
                    stack.pop()
            else:
                stack.append((char, at))
            continue
        place = _closes(text, at, stack)
        if place is not None:
            kind = marks.SINGLE if text[place] in _SINGLES else marks.QUOTE
            output[place], output[at] = kind, marks.END
            while stack and stack[-1][1] >= place:
                stack.pop()
        elif char in _OPENING and _may_open(text, at) and len(stack) < _MOST:
            stack.append((char, at))
        if output[at] == "'":
            output[at] = "’"
    return "".join(output)


def _closes(text: str, at: int, stack: list[tuple[str, int]]) -> int | None:
    """Where the quotation that this character ends was opened, if it ends one."""
    char = text[at]
    if char not in "\"”“»'":
        return None
    after = text[at + 1 : at + 2]
    if char == "'" and (after.isalnum() or at == 0 or text[at - 1].isspace()):
        return None
    if char == '"' and at and text[at - 1].isspace() and after and not after.isspace():
        return None
    for opening, place in reversed(stack):
        if opening in marks.ALL:
            return None
        if _OPENING[opening] == char and at > place + 1:
            return place
    return None


def _may_open(text: str, at: int) -> bool:
    char = text[at]
    if char in "“«„":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char == "'" and before.isalnum():
        return False
    opens = not before or not before.isalnum() or (char == '"' and _is_prefix(text, at - 1))
    return opens and bool(after) and not after.isspace()


#: Words of one letter that Arabic writes together with the next word: and, then, in, to, as.
_PREFIXES = frozenset("وفبلك")


def _is_prefix(text: str, at: int) -> bool:
    """Whether a letter is a word of its own: that of و"الأمة"."""
    return text[at] in _PREFIXES and not text[max(0, at - 1) : at].isalnum()
