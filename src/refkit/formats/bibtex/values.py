"""What stands behind the = of a field: delimiters taken off, parts joined by #, names of strings looked up."""

from __future__ import annotations

import re
from typing import NamedTuple

#: The names of months that every style defines.
MONTHS = {name: name for name in "jan feb mar apr may jun jul aug sep oct nov dec".split()}
_PART = re.compile(r"\s*+(?:(?P<open>[{\"])|(?P<word>[^\s#{}\"=,%()@\\]++))")
_JOINT = re.compile(r"\s*+#")
#: A brace behind a backslash is none to bibtexparser, which divides the file.
_BRACE = re.compile(r"(?<!\\)[{}]")
_QUOTE = re.compile(r"(?<!\\)[{}\"]")


class Strings:
    """The strings of a file by name, ignoring case. A few can double each other without end: so much they may say."""

    def __init__(self, budget: int) -> None:
        self._known = dict(MONTHS)
        self._left = budget

    def define(self, name: str, text: str) -> None:
        """Set what a name stands for."""
        self._known[name.casefold()] = text

    def look_up(self, name: str) -> str | None:
        """What a name stands for; None if it is not defined, or if too much has been looked up already."""
        found = self._known.get(name.casefold())
        if found is None or len(found) > self._left:
            return None
        self._left -= len(found)
        return found


class Value(NamedTuple):
    """A value read from a text: what it says, the offset behind it, and the names that no @string defines."""

    text: str
    end: int
    unknown: tuple[str, ...] = ()


def plain_value(raw: str) -> str | None:
    """The value that is one pair of braces, or quotes, without others inside, as most are; None for others."""
    if len(raw) > 1 and ((raw[0] == "{" and raw[-1] == "}") or raw[0] == '"' == raw[-1]):
        inner = raw[1:-1]
        if "{" not in inner and "}" not in inner and (raw[0] == "{" or '"' not in inner):
            return inner
    return None


def evaluate(raw: str, strings: Strings) -> Value | None:
    """The value that a text is from end to end; None if it is no value, or has something behind it."""
    if (plain := plain_value(raw)) is not None:
        return Value(plain, len(raw))
    if not raw or raw.isspace():
        return Value("", len(raw))
    found = read_value(raw, 0, len(raw), strings)
    return found if found and not raw[found.end :].strip() else None


def read_value(raw: str, at: int, limit: int, strings: Strings) -> Value | None:
    """The value that begins at an offset and ends before another one; None if none does."""
    parts: list[str] = []
    unknown: list[str] = []
    while part := _PART.match(raw, at, limit):
        if part["open"]:
            start = part.end()
            end = _closing(raw, start - 1, limit)
            if end is None:
                return None
            parts.append(raw[start : end - 1])
        else:
            end = part.end()
            word = part["word"]
            said = None if word.isdecimal() else strings.look_up(word)
            if said is None and not word.isdecimal():
                unknown.append(word)
            parts.append(word if said is None else said)
        joint = _JOINT.match(raw, end, limit)
        if joint is None:
            return Value("".join(parts), end, tuple(unknown))
        at = joint.end()
    return None


def _closing(raw: str, start: int, limit: int) -> int | None:
    """The offset behind the sign that closes a value that opens at `start`; None if nothing does before `limit`."""
    depth = 0
    quoted = raw[start] == '"'
    for match in (_QUOTE if quoted else _BRACE).finditer(raw, start + quoted, limit):
        if match[0] == '"':
            if depth <= 0:
                return match.end()
            continue
        depth += 1 if match[0] == "{" else -1
        if depth == 0 and not quoted:
            return match.end()
    return None
