"""Lists of people in Latin script, read name by name from an offset, in every order that reference lists use.

`Smith, J. A., & Doe, R.`, `Said, Edward W.`, `Child, Julia, Louisette Bertholle, and Simone Beck`, `J. A. Smith and R.
Doe`, `Gertz M., Lipeck U. W.`: a list is read once, from left to right, so that its length costs no more than itself.
"""

from __future__ import annotations

from typing import NamedTuple

from refkit.names import is_corporate, looks_personal, units
from refkit.parser.draft import compiled
from refkit.text import fold, is_arabic
from refkit.vocabulary import given_names

#: No list of authors is read further than this.
_MOST = 100
_CAPITAL = r"[^\W\d_a-z]"  # ascii: a capital of any Latin alphabet
_INITIAL = rf"(?:{_CAPITAL}(?:-{_CAPITAL})?|Ch|Th|Ph|Yu)\."
_TOKEN = (
    rf"(?P<initials>{_INITIAL}(?:\s?[-‐]?\s?{_INITIAL})*)"
    rf"|(?P<bare>[A-Z]{{1,3}}(?=\s*(?:[.,;:(&]|(?:and|et|und)\s|\d|$)))"  # ascii: bare initials
    r"|(?P<particle>(?:[Vv]an|[Vv]on|[Dd]en?|[Dd]er|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll]a|[Ll]e|[Tt]er|ten|zu|zur|auf"
    r"|bin|ibn|ben|bint|al|el|abu|abd|ould|af)(?=\s))"
    rf"|(?P<word>(?!(?:[JS]r|II|III|And|AND)\b)(?:(?:[Aa]l|[Ee]l|a[dnrstz]|a[sd]h)[-‐–])?[ʿʾ'‘’`]?{_CAPITAL}[\w'’ʿʾ‘‐–-]*\w)"
)
_JOINT = r"(?:and|And|AND|&|und|et|y|with)(?=\s)"
_SEPARATOR = rf"\s*(?P<mark>[,;])\s*(?P<joint>{_JOINT})?\s*|\s+(?P<only>{_JOINT})\s+"
_SUFFIX = r",?\s*(?:[JS]r\.?|I{2,3}\b)"
_ET_AL = r"[,;]?\s*(?:and\s+|&\s*)?(?:et\.?\s+al\b\.?|and others\b|u\.\s?a\.|(?:\[?and )?\d+ others\b)"


class People(NamedTuple):
    """A list of people at [start, end) of a text: whether a family name comes first, and whether all are certain.

    `after` is where the text goes on, behind et al.; `number` how many people are named.
    """

    start: int
    end: int
    after: int
    inverted: bool
    sure: bool
    number: int


class _Run(NamedTuple):
    """What stands between two separators: its kinds (w word, i initials, b bare initials), where each one ends."""

    start: int
    kinds: str
    ends: tuple[int, ...]
    closing: str
    joined: bool


def people_at(text: str, at: int) -> People | None:
    """The list of people in Latin script that begins at an offset of a text; None if none does.

    The names are certain where they have initials or known given names, or where "and" or semicolons join them.
    """
    runs = _runs(text, at) if not is_arabic(text[at : at + 1]) else []
    if not runs:
        return None
    persons, inverted = _persons(text, runs)
    persons = persons[: _last_certain(text, persons, inverted)]
    if not persons:
        return None
    end = persons[-1][1]
    others = compiled(_ET_AL).match(text, end)
    sure = all(certain for *_, certain in persons)
    return People(persons[0][0], end, others.end() if others else end, inverted, sure or bool(others), len(persons))


def _runs(text: str, at: int) -> list[_Run]:
    token, separator, suffix = compiled(_TOKEN), compiled(_SEPARATOR), compiled(_SUFFIX)
    found: list[_Run] = []
    joined = False
    while len(found) < _MOST:
        start, kinds, ends = at, "", []
        while len(kinds) < 9 and (match := token.match(text, at)):
            if match.lastgroup != "particle":
                kinds += str(match.lastgroup)[0]
                ends.append(match.end())
            gap = 1 if text[match.end() : match.end() + 1].isspace() else 0
            if not gap and match.lastgroup != "initials":
                at = match.end()
                break
            at = match.end() + gap
        if not kinds:
            break
        end = ends[-1]
        if extra := suffix.match(text, end):
            end = ends[-1] = extra.end()
        match = separator.match(text, end)
        closing = (match["mark"] or "&") if match else ""
        found.append(_Run(start, kinds, tuple(ends), closing, joined))
        if not match:
            break
        joined, at = closing != "," or bool(match["joint"]), match.end()
    return found


_Person = tuple[int, int, bool, bool]


def _persons(text: str, runs: list[_Run]) -> tuple[list[_Person], bool]:
    """Start, end, joined to the one before, and whether certain, of each person that the runs are read as."""
    persons: list[_Person] = []
    at, inverted = 0, False
    while at < len(runs):
        run, following = runs[at], runs[at + 1] if at + 1 < len(runs) else None
        if at and not _continues(runs[at - 1], run):
            break
        pair = _pair(text, run, following, first=not at, inverted=inverted)
        if pair and following:
            inverted = inverted or not at
            persons.append((run.start, pair[0], run.joined, pair[1]))
            stop = pair[0] != following.ends[-1]
            at += 2
        else:
            single = _single(text, run)
            # Harvard UP is no name in a list that gives initials first.
            if not single or (at and run.kinds[-1] in "ib" and runs[0].kinds[-1] == "w" and not inverted):
                break
            persons.append((run.start, single[0], run.joined, single[1]))
            stop = single[0] != run.ends[-1]
            at += 1
        if stop:
            break
    return persons, inverted


def _continues(before: _Run, run: _Run) -> bool:
    """Whether a run is joined to the one before: initials end a run without any mark only at the end of a list."""
    return bool(before.closing) and run.start >= before.ends[-1]


def _pair(text: str, run: _Run, following: _Run | None, first: bool, inverted: bool) -> tuple[int, bool] | None:
    """Where the given name ends if two runs are `family, given`, and whether that is certain."""
    if not following or run.closing != "," or following.joined or set(run.kinds) != {"w"} or len(run.kinds) > 3:
        return None
    kinds = following.kinds
    if kinds[0] in "ib":
        alone = len(kinds) == 1
        if not alone and not (len(run.kinds) == 1 or first or (inverted and run.joined)):
            return None
        return (following.ends[0], True) if _is_name(text, run.start, run.ends[-1]) else None
    initial = next((at for at, kind in enumerate(kinds) if kind in "ib"), -1)
    last = initial if initial > 0 else len(kinds) - 1
    given = text[following.start : following.ends[last]]
    family = text[run.start : run.ends[-1]]
    semicolons = inverted and following.closing in (";", "&", "")
    if not (first or semicolons or run.joined) or last > 2 or len(run.kinds) > 2:
        return None
    if (
        not looks_personal(given)
        or not looks_personal(family)
        or (not inverted and _known(family) and len(units(family)) > 1)
    ):
        return None
    if len(run.kinds) == 2 and not first and not semicolons:
        return None
    return following.ends[last], initial > 0 or _known(given)


def _single(text: str, run: _Run) -> tuple[int, bool] | None:
    """Where one name in one run ends, and whether it is certain: `J. A. Smith`, `Gertz M.`, `Jane Doe`."""
    kinds = run.kinds
    if kinds[0] in "ib":
        words = len(kinds) - len(kinds.lstrip("ib"))
        last = words + 2 if kinds[words : words + 3] == "www" else len(kinds) - 1
        name = words < len(kinds) and last - words <= 2
        return (run.ends[last], True) if name and _is_name(text, run.start, run.ends[last]) else None
    initial = next((at for at, kind in enumerate(kinds) if kind in "ib"), -1)
    if 0 < initial <= 2:
        end = len(kinds) - 1
        if end - initial in (1, 2) and "w" in kinds[initial:] and _is_name(text, run.start, run.ends[end]):
            return run.ends[end], True
        return (run.ends[initial], True) if _is_name(text, run.start, run.ends[initial]) else None
    if 2 <= len(kinds) <= 4 and _is_name(text, run.start, run.ends[-1]):
        return run.ends[-1], _known(text[run.start : run.ends[-1]])
    return None


def _is_name(text: str, start: int, end: int) -> bool:
    return looks_personal(text[start:end]) and not is_corporate(text[start:end])


def _known(name: str) -> bool:
    words = fold(name).split()
    return bool(words) and words[0] in given_names()


def _last_certain(text: str, persons: list[_Person], inverted: bool) -> int:
    """How many of the persons are kept: the list goes on over an uncertain name only to "and" or a certain one."""
    kept = 0
    for at, (_, end, joined, certain) in enumerate(persons):
        closes = not inverted and 2 <= at == len(persons) - 1 and compiled(r"\s*(?:\(|\.\s)").match(text, end)
        if (
            certain
            or (joined and (at == 1 or kept == at or compiled(r",?\s*(?:\(|\.|eds?\b|\d{4})").match(text, end)))
            or closes
        ):
            kept = at + 1
    return 1 if kept == 0 and len(persons) == 1 and inverted else kept
