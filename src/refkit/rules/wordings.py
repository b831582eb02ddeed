"""The wordings by which notes point back (المصدر نفسه, op. cit.): where they stand, and which a document prefers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from refkit.model import Linked
from refkit.rules.views import Cited, cited
from refkit.text import Shadow, language, shade
from refkit.vocabulary import find, finder
from refkit.vocabulary import terms as words

#: Each points to more than a work: to its page, or to an article among the works.
_MORE = frozenset(
    ("المكان نفسه", "نفس المكان", "مقال سابق", "بحث سابق", "loc. cit.", "loc.cit.", "loc. cit", "loc cit")
)
_TERMS = tuple(term for term in (*words.IBID, *words.OP_CIT, *words.IBID_OR_OP_CIT) if term not in _MORE)
_INITIALS = (*words.IBID_INITIALS, *words.OP_CIT_INITIALS)
_SOURCE, _REFERENCE = ("المصدر", "مصدر"), ("المرجع", "مرجع")

#: What a wording does: its form, its language, and its noun where the document tells مصدر and مرجع apart.
Function = tuple[str, str, str]


@dataclass(frozen=True)
class Wording:
    """One wording as written, at an offset of its note's text; `key` is the same for one wording in other spelling.

    A full stop at the very end of a note may be the note's own: `ends` says that the wording stands there.
    """

    found: Cited
    start: int
    text: str
    ends: bool

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)

    @property
    def key(self) -> str:
        """The wording in small letters, its spelling variants aside."""
        key = " ".join(shade(self.text).split())
        return key.rstrip(". ") if self.ends else key

    @property
    def noun(self) -> str:
        """مصدر or مرجع, or neither."""
        if find(_SOURCE, shade(self.text)):
            return "مصدر"
        return "مرجع" if find(_REFERENCE, shade(self.text)) else ""

    @property
    def sense(self) -> tuple[str, str]:
        """What it does, and in which language."""
        return self.found.citation.form, language(self.text)


def wordings(linked: Linked) -> Iterator[Wording]:
    """The wording of each back-reference in the notes, in order."""
    for found in cited(linked):
        if found.citation.form in ("ibid", "op-cit") and found.note.kind == "note" and (one := _wording(found)):
            yield one


def _wording(found: Cited) -> Wording | None:
    citation, text = found.citation, found.note.text
    shadow = Shadow(text[: citation.end or len(text)])
    first = shadow.position(citation.start)
    for terms in (_TERMS, _INITIALS):
        matches = [
            match
            for match in finder(terms).finditer(shadow.text, first)
            if _is_apart(shadow.text, match.start(), match.end())
        ]
        if matches:
            best = max(matches, key=lambda match: match.end() - match.start())
            start, end = shadow.span(*best.span())
            return Wording(found, start, text[start:end], ends=not any(map(str.isalnum, text[end : citation.end])))
    return None


def _is_apart(shadow: str, start: int, end: int) -> bool:
    """Whether a wording stands by itself, or behind a lead-in (See): كتاب سبق ذكره is another one."""
    before, after = shadow[:start].rstrip(), shadow[end:].lstrip()
    word = re.split(r"[^\w\s]", before)[-1].strip()
    opened = not word or finder(words.LEAD_INS).fullmatch(word) is not None
    return opened and (not after or not after[0].isalpha() or bool(finder(words.PAGE).match(after)))


@dataclass(frozen=True)
class Usage:
    """The wordings of a document by what they do, and which of each is the usual one."""

    by_function: dict[Function, list[Wording]]

    def at(self, found: Cited) -> Wording | None:
        """The wording of one citation."""
        every = (one for members in self.by_function.values() for one in members)
        return next((one for one in every if one.found.link.source == found.link.source), None)

    def usual(self, function: Function) -> Wording | None:
        """One occurrence of the wording that is used most for a function; of equals the one that comes first."""
        found = self.by_function.get(function, [])
        counts = Counter(one.key for one in found if not one.ends) or Counter(one.key for one in found)
        most = max(counts, key=lambda key: counts[key], default=None)
        return next((one for one in found if one.key == most), None)

    def of(self, form: str, tag: str, noun: str = "") -> Wording | None:
        """The usual wording of a form in a language; with the noun, where there is one with it."""
        return self.usual((form, tag, noun)) or self.usual((form, tag, ""))


def usage(linked: Linked) -> Usage:
    """The wordings of a document, gathered."""
    found = list(wordings(linked))
    distinct = _are_told_apart(found)
    by_function: dict[Function, list[Wording]] = {}
    for one in found:
        by_function.setdefault((*one.sense, one.noun if distinct else ""), []).append(one)
    return Usage(by_function)


def _are_told_apart(found: list[Wording]) -> bool:
    """Whether مصدر is said of some works and مرجع of others, as of primary and secondary ones."""
    nouns: dict[str, set[str]] = {}
    for one in found:
        if one.noun and one.found.work:
            nouns.setdefault(one.found.work.key, set()).add(one.noun)
    counts = Counter(one.noun for one in found)
    return min(counts["مصدر"], counts["مرجع"]) > 1 and all(len(own) == 1 for own in nouns.values())


def in_case_of(wording: str, written: str) -> str:
    """A wording that begins with a capital where another one did."""
    return wording[:1].upper() + wording[1:] if written[:1].isupper() else wording[:1].lower() + wording[1:]
