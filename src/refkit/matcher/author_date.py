"""What a citation by author and year denotes: the work of that author, of that year, with that letter."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from refkit.matcher.mention import Mention
from refkit.matcher.numbers import years
from refkit.matcher.similarity import ratio
from refkit.matcher.state import State
from refkit.model import Link, Name
from refkit.names import is_corporate, name_tokens, skeleton, without_particles
from refkit.text import shade
from refkit.vocabulary import find
from refkit.vocabulary.terms import ET_AL

#: Two spellings of one name are at least so alike.
_SAME_NAME = 0.85
Tokens = tuple[str, ...]


class Agreement(IntEnum):
    """How the names of a citation and of a line agree."""

    NO = 0
    LIKE = 1
    SAME = 2


class Dated:
    """The works by the names of their authors, looked up; what was found for some names is kept."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._by_token: dict[str, set[str]] = {}
        self._kept: dict[tuple[str, ...], dict[str, Agreement]] = {}
        #: Work whose line has no letter -> the letter that it is cited with.
        self._letters: dict[str, str] = {}

    def link(self, mention: Mention) -> Link:
        """The work of the authors and the year; of several none is guessed, of none it is a work of its own."""
        state = self._state
        named = self._named(mention)
        same = [work for work, best in named.items() if best == Agreement.SAME] or list(named)
        found = [work for work in same if any(_dated(mention, other) for other in state.of_work[work])]
        found = _by_letter(mention, found, state)
        found = self._untaken(mention, _by_number_of_authors(mention, found, state))
        if len(found) == 1:
            return _sure(state, mention, found[0], named[found[0]])
        if found:
            return Link(
                source=mention.source,
                work=None,
                score=0.0,
                because=(f"author and year: {len(found)} works of the list",),
                trouble="ambiguous",
                candidates=tuple(found),
            )
        for other in state.unlisted:
            if _dated(mention, other) and mention.letter == other.letter and _names(mention, other) == Agreement.SAME:
                because = ("author and year: cited before, in no list",)
                return Link(source=mention.source, work=other.source, score=1.0, because=because)
        state.new_work(mention)
        because = ("author and year: in no list, a work of its own",)
        return Link(source=mention.source, work=mention.source, score=1.0, because=because, candidates=tuple(same))

    def _untaken(self, mention: Mention, found: list[str]) -> list[str]:
        """The works, but for a single one without a letter that another letter has denoted: 2018a and 2018b are two."""
        if len(found) != 1 or not mention.letter or any(other.letter for other in self._state.of_work[found[0]]):
            return found
        return found if self._letters.setdefault(found[0], mention.letter) == mention.letter else []

    def _named(self, mention: Mention) -> dict[str, Agreement]:
        """The works whose authors are named, in order; where no word of a name is known, also those named nearly so."""
        key = (mention.language, *(form.parts for name in _people(mention) for form in name.root.values()))
        if key not in self._kept:
            tokens = [token for name in _people(mention)[:1] for token in _tokens(name)]
            works = {work for token in tokens for work in self._index().get(token, ())}
            in_order = [work for work in self._state.of_work if work in works]
            self._kept[key] = self._agreeing(mention, in_order) or self._agreeing(mention, self._state.of_work)
        return self._kept[key]

    def _agreeing(self, mention: Mention, works: Iterable[str]) -> dict[str, Agreement]:
        best = {
            work: max((_names(mention, other) for other in self._state.of_work[work]), default=Agreement.NO)
            for work in works
        }
        return {work: agreement for work, agreement in best.items() if agreement}

    def _index(self) -> dict[str, set[str]]:
        """Each word of an author's name, and its consonants -> the works."""
        if not self._by_token:
            for work, mentions in self._state.of_work.items():
                for name in (name for mention in mentions for name in _people(mention)[:1]):
                    for token in _tokens(name):
                        self._by_token.setdefault(token, set()).add(work)
        return self._by_token


def _tokens(name: Name) -> set[str]:
    words = {token for form in name.root.values() for token in name_tokens(form.parts)}
    words |= {without_particles(form.family or "") for form in name.root.values()} - {""}
    return words | {"~" + bare for bare in _bare(words)}


def _sure(state: State, mention: Mention, work: str, agreement: Agreement) -> Link:
    lines = [other for other in state.of_work[work] if _names(mention, other) and _dated(mention, other)]
    against = next((other for other in lines if other.language == mention.language), lines[0])
    named, written = len(mention.fields.author), len(_people(against))
    author = "same" if agreement == Agreement.SAME else "nearly the same"
    if named < written and not find(ET_AL, shade(mention.text)):
        author += f", {named} of {written} named"
    year = _year(mention, against)
    letter = f" and letter {mention.letter}" if mention.letter and mention.letter == against.letter else ""
    return Link(
        source=mention.source,
        work=work,
        score=1.0 if author == "same" else 0.9,
        because=(f"author: {author}", f"year: {year}{letter}"),
        against=against.source,
    )


def _year(mention: Mention, against: Mention) -> str:
    if mention.year is None and mention.hijri_year is None:
        return "none on either side"
    if years(mention, against) == "same":
        return "same"
    ends = [each.fields.issued.end_year for each in (mention, against) if each.fields.issued]
    return "one of two" if any(ends) else "same in the other calendar"


def _by_letter(mention: Mention, found: list[str], state: State) -> list[str]:
    """The works whose year has the letter cited; lines without letters are told apart by nothing else."""
    if not mention.letter:
        return found
    letters = {work: {other.letter for other in state.of_work[work]} for work in found}
    return [work for work in found if mention.letter in letters[work] or letters[work] == {""}]


def _by_number_of_authors(mention: Mention, found: list[str], state: State) -> list[str]:
    """Of several, the works with as many authors as are named; "and others" are three or more in all."""
    if len(found) < 2:
        return found
    others = bool(find(ET_AL, shade(mention.text)))
    count = len(mention.fields.author)

    def fits(work: str) -> bool:
        numbers = {len(_people(other)) for other in state.of_work[work]}
        return (
            any(number > count + 1 or (number > count and count > 1) for number in numbers)
            if others
            else count in numbers
        )

    return [work for work in found if fits(work)] or found


def _dated(mention: Mention, other: Mention) -> bool:
    """Whether the years agree; what is said to have no year agrees with what has none."""
    if mention.year is None and mention.hijri_year is None:
        return other.year is None and other.hijri_year is None
    # A Hijri year is often cited without its era: العمري (1440).
    bare = mention.year is not None and mention.year == other.hijri_year and other.year is None
    return bare or years(mention, other) in ("same", "same-folded")


def _people(mention: Mention) -> tuple[Name, ...]:
    return mention.fields.author or mention.fields.editor


def _names(mention: Mention, other: Mention) -> Agreement:
    """Whether the first author is the first one named, and the further ones are among the others."""
    cited, known = _people(mention), _people(other)
    if not cited or len(cited) > len(known):
        return Agreement.NO
    across = mention.language != other.language
    first = _person(cited[0], known[0], across)
    rest = [max(_person(name, author, across) for author in known[1:]) for name in cited[1:]]
    return min([first, *rest])


def _person(name: Name, author: Name, across: bool) -> Agreement:
    """Whether a name as cited is that of an author: all that is said agrees, and the family name is said."""
    cited = next(iter(name.root.values()))
    best = Agreement.NO
    for form in author.root.values():
        bare = tuple(found for found in (without_particles(form.family or ""),) if found)
        said, known = name_tokens(cited.parts), (*name_tokens(form.parts), *bare)
        family = (*name_tokens(form.family or form.literal or ""), *bare)
        if across:
            said, known, family = _bare(said), _bare(known), _bare(family)
        best = max(best, _agree(said, known, family), _acronym(cited.parts, form.parts))
    return best


def _bare(tokens: Iterable[str]) -> Tokens:
    return tuple(found for token in tokens if (found := skeleton(token)))


def _agree(said: Tokens, known: Tokens, family: Tokens) -> Agreement:
    if not said or not known:
        return Agreement.NO
    if "".join(said) == "".join(known):
        return Agreement.SAME
    worst = Agreement.SAME
    for token in said:
        worst = min(worst, _token(token, known))
    said_family = max((_token(token, family, initials=False) for token in said), default=Agreement.NO)
    return min(worst, said_family) if family else worst


def _token(token: str, known: Tokens, initials: bool = True) -> Agreement:
    if token in known:
        return Agreement.SAME
    if initials and any(
        (len(token) == 1 and other.startswith(token)) or (len(other) == 1 and token.startswith(other))
        for other in known
    ):
        return Agreement.SAME
    alike = max((ratio(token, other) for other in known), default=0.0)
    return Agreement.LIKE if len(token) > 3 and alike >= _SAME_NAME else Agreement.NO


def _acronym(cited: str, author: str) -> Agreement:
    """WHO is the World Health Organization."""
    if not cited.isupper() or " " in cited or len(cited) < 2 or not is_corporate(author):
        return Agreement.NO
    initials = "".join(word[0] for word in author.replace("-", " ").split() if word[0].isupper())
    return Agreement.SAME if initials == cited else Agreement.NO
