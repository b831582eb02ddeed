"""Citations by the key of an entry: pandoc's `[@key, p. 3]` and `@key [p. 3]`, LaTeX's `\\cite[12]{key}`.

An `@` in an e-mail address is none, nor is the handle of an account in prose: a bare `@name` counts if an entry has
that key, or if the document cites by keys and the name has a year, as keys do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator

from refkit.model import Citation, Locator
from refkit.parser.intext.locators import read_locator
from refkit.parser.intext.place import InText
from refkit.text import Shadow, language

_KEY = r"(?:\{(?P<braced>[^{}\s]{1,200})\}|(?P<key>[\w][\w:.#$%&+?<>~/-]{0,200}|\*))"
#: A key that no word character stands before: in an e-mail address one does.
_AT = re.compile(rf"(?<![\w@./+])-?@{_KEY}")
_BRACKET = re.compile(r"\[(?P<inner>[^\[\]]*@[^\[\]]*)\]")
_BEHIND = re.compile(r"\s*\[(?P<inner>[^\[\]@^]{1,80})\]")
_OPTION = r"(?:\s*\[(?:[^\[\]{}]|\{[^{}]*\})*\])"
_COMMAND = re.compile(
    r"\\(?P<name>(?:[Ff]oot|[Aa]uto|[Pp]aren|[Tt]ext|[Ss]mart|[Ss]uper|full|footfull|no|short)?[Cc]ite(?:p|t|alp|alt|author|year|title|yearpar|text|al)?s?)\*?"
    rf"(?P<rest>(?:{_OPTION}{{0,2}}\s*\{{[^{{}}]{{0,2000}}\}})+)"
)  # ascii: names of LaTeX commands
_GROUP = re.compile(rf"(?P<options>{_OPTION}{{0,2}})\s*\{{(?P<keys>[^{{}}]*)\}}")
_OPTIONS = re.compile(r"\[((?:[^\[\]{}]|\{[^{}]*\})*)\]")
#: What a key in prose must have, where no entry has it: a year, as keys do and handles seldom.
_YEARLY = re.compile(r"[^\W\d_]\w*?[:_-]?(?:1[5-9]|20)\d\d[^\W\d_]{0,2}$")
_TAIL = ".,;:?!/-<>&"


def find_keyed(text: str, known: Collection[str], in_use: bool) -> list[InText]:
    """The places of a text that cite by key, in order. `known` are the keys of entries.

    `in_use`: the document has a library, or cites by keys elsewhere.
    """
    found = list(_commands(text)) if "\\" in text else []
    taken = [(place.start, place.end) for place in found]
    for match in _BRACKET.finditer(text) if "@" in text else ():
        citations = list(_in_bracket(text, match.start("inner"), match.end("inner")))
        if citations and (in_use or any(_surely_key(each, known) for each in citations)):
            found.append(InText(match.start(), match.end(), tuple(citations)))
            taken.append(match.span())
    taken.sort()
    for match in _AT.finditer(text) if "@" in text else ():
        at = bisect_right(taken, (match.start(), len(text))) - 1
        if at >= 0 and match.start() < taken[at][1]:
            continue
        key = _key_of(match)
        if key in known or match["braced"] or (in_use and (key == "*" or _YEARLY.match(key))):
            found.append(_bare(text, match, key))
    return sorted(found, key=lambda place: place.start)


def cites_by_key(text: str) -> bool:
    """Whether a text has a bracket or a command that can be nothing but a citation by key."""
    if "@" in text and any(
        _surely_key(citation, ())
        for match in _BRACKET.finditer(text)
        for citation in _in_bracket(text, match.start("inner"), match.end("inner"))
    ):
        return True
    return "\\" in text and bool(_COMMAND.search(text))


def _surely_key(citation: Citation, known: Collection[str]) -> bool:
    """A key of an entry, in braces, with a year in it, or with a locator: `[@BarackObama]` names an account."""
    marked = "@{" in citation.text or citation.locator is not None
    return citation.key in known or marked or bool(_YEARLY.match(citation.key or ""))


def _key_of(match: re.Match[str]) -> str:
    return match["braced"] or match["key"].rstrip(_TAIL) or match["key"]


def _in_bracket(text: str, start: int, end: int) -> Iterator[Citation]:
    """The citations between the brackets, each with the locator that follows its key."""
    keys = list(_AT.finditer(text, start, end))
    for at, match in enumerate(keys):
        stop = keys[at + 1].start() if at + 1 < len(keys) else end
        key = _key_of(match)
        after = match.start() + match.group().index("@") + 1 + (len(key) + 2 if match["braced"] else len(key))
        rest = re.split("[;؛]", text[after:stop])[0]
        yield _citation(text, match.start(), after + len(rest.rstrip()), key, _locator(rest))


def _bare(text: str, match: re.Match[str], key: str) -> InText:
    end = match.start() + match.group().index("@") + 1 + (len(key) + 2 if match["braced"] else len(key))
    behind = _BEHIND.match(text, end)
    locator = _locator(behind["inner"]) if behind else None
    if behind and locator:
        end = behind.end()
    return InText(match.start(), end, (_citation(text, match.start(), end, key, locator),))


def _commands(text: str) -> Iterator[InText]:
    for match in _COMMAND.finditer(text):
        citations: list[Citation] = []
        for group in _GROUP.finditer(text, match.start("rest"), match.end("rest")):
            options = _OPTIONS.findall(group["options"])
            keys = [key.strip() for key in group["keys"].split(",") if key.strip()]
            if match["name"] == "nocite" and not keys:
                keys = ["*"]  # Markdown takes the star of \\nocite{*} for emphasis
            for key in keys:
                # What follows the keys in print belongs to the last of them.
                locator = _locator(options[-1]) if options and key is keys[-1] else None
                citations.append(_citation(text, match.start(), match.end(), key, locator))
        yield InText(match.start(), match.end(), tuple(citations))


def _locator(text: str) -> Locator | None:
    shadow = Shadow(text.replace("~", " ").replace("{", " ").replace("}", " ")).text
    found = read_locator(shadow, 0)
    return found.locator if found else None


def _citation(text: str, start: int, end: int, key: str, locator: Locator | None) -> Citation:
    """A citation by key; `*` asks for the whole library, and cites nothing."""
    piece = text[start:end]
    form = "none" if key == "*" else "key"
    return Citation(text=piece, form=form, language=language(piece), key=key, locator=locator, start=start, end=end)
