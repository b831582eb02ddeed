"""RK406 romanisation-variant."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Citation, Linked, NameForm, Note, Reference
from refkit.names import is_corporate, name_tokens, skeleton
from refkit.rules.spellings import Spelling, citations_of, problem, rare
from refkit.settings import Settings
from refkit.text import is_arabic
from refkit.vocabulary.tables import romanised_names

#: What only Arabic names have among their parts.
_ARABIC_PART = re.compile(
    r"(?<!\w)(?:al|el|abd|abdul|abdel|abu|abou|ibn|bin|bint|ben)(?!\w)|(?<!\w)abd[ue]l\w", re.IGNORECASE
)


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Each Arabic author in Latin script whose name is romanised in another way than in most mentions."""
    for places, usual in rare(_spellings(linked)):
        yield problem(linked, "an author", places, usual)


def _spellings(linked: Linked) -> Iterator[Spelling]:
    paired = {
        source
        for work in linked.works
        if any("ar" in name.root for name in work.entry.author)
        for source in work.references
    }
    for passage, citation in citations_of(linked):
        for name in citation.fields.author:
            for form in name.root.values():
                is_person = form.family and form.given and not is_corporate(form.parts)
                if is_person and (passage.id in paired or _is_arabic_name(form)):
                    yield from _parts(passage, citation, form)


def _is_arabic_name(form: NameForm) -> bool:
    return bool(_ARABIC_PART.search(form.parts)) or any(token in romanised_names() for token in name_tokens(form.parts))


def _parts(passage: Note | Reference, citation: Citation, form: NameForm) -> Iterator[Spelling]:
    """Family and given name where they stand, if they are whole and written in Latin script."""
    parts = [part for part in (form.family, form.given) if part]
    tokens = [token for part in parts for token in name_tokens(part)]
    if any(map(is_arabic, form.parts)) or len(tokens) < 2 or any(len(token) < 3 for token in tokens):
        return
    bare = [tuple(skeleton(token) for token in name_tokens(part)) for part in parts]
    # Haidar and al-Khudayri have the same consonants: no telling which of the two a spelling is of.
    if not all(map(all, bare)) or len(set(bare)) < len(bare):
        return
    person = frozenset(each for part in bare for each in part)
    for part, key in zip(parts, bare, strict=True):
        for start, end in citation.spans.get("author", ()):
            at = citation.text.find(part, start, end)
            if at >= 0:
                first = citation.start + at
                yield Spelling((person, key), _plain(part), passage, first, first + len(part))
                break


def _plain(part: str) -> str:
    """A name without what is no other romanisation: diacritics, capitals, the article but for el."""
    return ("el " if _EL.match(part) else "") + "".join(name_tokens(part))


_EL = re.compile(r"el[\s-]", re.IGNORECASE)

_NOTE = "Text.[^1]\n\n[^1]: {}, *The Rise of Islam*, London: Faber, 1991, p. 3.\n\n## References\n\n"
_LINE = "- {}, The Rise of Islam, London: Faber, 1991.\n"

RULE = Rule(
    code="RK406",
    name="romanisation-variant",
    severity="info",
    summary="One person romanised in two ways in the Latin list.",
    reason="Mohammed al-Jabri and Muhammad al-Jabiri are two people to readers who know no Arabic, and to databases.",
    bad=(
        _NOTE.format("Mohammed Abed al-Jabri") + _LINE.format("al-Jabiri, Muhammad Abid"),
        _NOTE.format("Yousef Khoury") + _LINE.format("Khuri, Yusuf"),
    ),
    good=(
        _NOTE.format("Muhammad Abid al-Jabiri") + _LINE.format("al-Jabiri, Muhammad Abid"),
        _NOTE.format("John Smith") + _LINE.format("Smith, John"),
    ),
    check=check,
    fix="unsafe",
)
