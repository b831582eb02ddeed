"""Who is named in a text before a year: the authors of the list, and what is shaped as a person's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from refkit.dates import month_number
from refkit.model import Fields, Name, NameForm
from refkit.names import given_first, is_corporate, looks_personal, name_tokens, without_particles
from refkit.text import fold, is_arabic, language, shade, without_article
from refkit.vocabulary import finder, place
from refkit.vocabulary.intext import DATED_THINGS, OTHERS, SERIALS

#: What stands between the authors of one work.
_JOINT = re.compile(r"\s*(?:,\s*(?:&|and\b|و(?=\s))|[,،;؛&/]|(?<!\w)(?:and|und|et|و|مع)(?!\w))\s*", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"(?<!\S)[^\s,،;؛.:&-]")
#: أبي and أبا are أبو behind a preposition or a verb.
_KUNYA = re.compile(r"(?<!\S)([أا]ب)[يىا](?=\s)")
_INITIALS = re.compile(r"[^\W\d_](?:\.[\s-]*[^\W\d_]){0,3}\.?")
#: The short form of a body behind its name: World Health Organization [WHO].
_SHORT_FORM = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*[,،]?\s*$")
_INTRODUCED = re.compile(r"\((?P<whole>[^()\[\]]{4,140}?)\s*\[(?P<short>[^\[\]\d]{2,40})\]\s*[,،]\s*\[?\d")
#: Signs that stand in no name.
_NO_NAME = re.compile(r"[:=<>/@#%*+|\\{}\[\]«»“”\"]")
#: Longest name before a year, in words: two corporate bodies, or six people.
MOST_WORDS = 14

Tokens = tuple[str, ...]


class Author(NamedTuple):
    """An author as the list has them: all tokens of the name, those of the family name, and the initials of a body."""

    tokens: frozenset[str]
    family: frozenset[str]
    acronym: str


class Listed(NamedTuple):
    """A work that may be cited by author and year."""

    authors: tuple[Author, ...]
    years: frozenset[int]


def listed(fields: Fields) -> Listed | None:
    """What an entry is cited by; None if it names nobody."""
    people = fields.author or fields.editor
    authors = tuple(author for name in people if (author := _author(name)))
    if not authors:
        return None
    dates = (fields.issued, fields.issued.also if fields.issued else None)
    return Listed(authors, frozenset(date.year for date in dates if date and date.year))


def _author(name: Name) -> Author | None:
    tokens: set[str] = set()
    family: set[str] = set()
    acronym = ""
    for form in name.root.values():
        bare = {without_particles(form.family or "")} - {""}
        tokens |= {*name_tokens(form.parts), *bare}
        family |= {*name_tokens(form.family or form.literal or ""), *bare}
        words = [word for word in re.split(r"[\s-]+", form.literal or "") if word[:1].isupper()]
        acronym = acronym or ("".join(word[0] for word in words) if len(words) > 1 else "")
    return Author(frozenset(tokens), frozenset(family), acronym) if tokens else None


class Named(NamedTuple):
    """People named in a text: offsets, the tokens of each, and whether "and others" follows them."""

    start: int
    end: int
    people: tuple[Tokens, ...]
    names: tuple[str, ...]
    others: bool


class Authors:
    """The authors of the works that a document may cite, for finding their names in its text.

    `short` has the whole names of the bodies that the text itself abbreviates, by the short form: [WHO]; `houses` the
    folded publishers of the list.
    """

    def __init__(
        self, works: Iterable[Listed], short: Mapping[str, str] | None = None, houses: Iterable[str] = ()
    ) -> None:
        self.works = tuple(works)
        self.houses = frozenset(houses)
        self.short = short or {}
        self._by_family: dict[str, list[Listed]] = {}
        self._acronyms: dict[str, list[Listed]] = {}
        for work in self.works:
            for author in work.authors:
                for token in author.family or author.tokens:
                    self._by_family.setdefault(token, []).append(work)
                if author.acronym:
                    self._acronyms.setdefault(author.acronym, []).append(work)

    def of(self, named: Named) -> list[Listed]:
        """The works whose authors are named, the first of them first."""
        first = named.people[0]
        if len(named.names) == 1 and named.names[0] in self._acronyms:
            return self._acronyms[named.names[0]]
        candidates = {id(work): work for token in first for work in self._by_family.get(token, ())}
        return [work for work in candidates.values() if _fits(named.people, work.authors)]

    def find(self, text: str, start: int, end: int) -> Named | None:
        """The longest stretch that ends at `end`, begins at a word from `start` on, and names listed authors."""
        words = [match.start() + start for match in _WORD.finditer(text[start:end])][-MOST_WORDS:]
        best: Named | None = None
        for at in reversed(words):
            for skipped in _clitics(text[at:end]):
                named = self.read(text[at:end], at, skipped)
                if named and self.of(named):
                    best = named
                    break
        return best

    def read(self, text: str, offset: int, skipped: str = "") -> Named | None:
        """The people that a text names; a body whose short form the text explains by its whole name: (WHO, 2021)."""
        whole = self.short.get(fold(text[len(skipped) :])) if self.short else None
        if whole:
            return Named(offset, offset + len(text), (name_tokens(whole),), (whole,), False)
        bare = _SHORT_FORM.sub("", text)
        named = read_people(bare, offset, skipped, self.is_family)
        return named._replace(end=offset + len(text)) if named and bare != text else named

    def is_family(self, word: str) -> bool:
        """Whether a word is a family name of the list."""
        return without_article(fold(word)) in self._by_family


def short_forms(texts: Iterable[str]) -> dict[str, str]:
    """Folded short form -> whole name, of bodies cited by both: (World Health Organization [WHO], 2020)."""
    found: dict[str, str] = {}
    for text in texts:
        for match in _INTRODUCED.finditer(text) if "[" in text else ():
            whole = re.split(r"[:;؛]", match["whole"])[-1].strip()
            if match["short"][0].isalpha() and len(name_tokens(whole)) > 1:
                found.setdefault(fold(match["short"]), whole)
    return found


def _fits(people: Sequence[Tokens], authors: Sequence[Author]) -> bool:
    if len(people) > len(authors) or not is_named(people[0], authors[0]):
        return False
    return all(any(is_named(person, author) for author in authors[1:]) for person in people[1:])


def is_named(person: Tokens, author: Author) -> bool:
    """Whether an author is meant: all that is said agrees, initials too, and the family name is said."""
    if not author.family.intersection(person) and author.family:
        return False
    return all(
        token in author.tokens or (len(token) == 1 and any(known.startswith(token) for known in author.tokens))
        or any(len(known) == 1 and token.startswith(known) for known in author.tokens)
        for token in person
    )  # fmt: skip


def _clitics(text: str) -> tuple[str, ...]:
    """What may be written together with an Arabic name before it: و ف, then ب ك ل; and that the article lost its ا."""
    if not is_arabic(text[:1]):
        return ("",)
    before = [outer + inner for outer in ("", "و", "ف") for inner in ("", "ب", "ك", "ل")]
    return tuple(letters for letters in before if text.startswith(letters))


def read_people(text: str, offset: int, skipped: str, is_family: Callable[[str], bool] | None = None) -> Named | None:
    """The people that a text names, divided at commas, `and` and و; None if a part of it is no name."""
    bare = text[len(skipped) :]
    if skipped.endswith("ل") and bare.startswith("ل"):
        bare = "ا" + bare  # للجابري: the ا of the article is not written
    others = finder(OTHERS).search(shade(bare))
    if others and not shade(bare)[others.end() :].strip(" ,.،"):
        # A shadow is as long as its text but for marks: the words themselves are looked for from the end.
        bare = _cut_words(bare, others.group())
    bare = _POSSESSIVE.sub("", bare.strip(" ,،.:"))
    parts = [part for part in _JOINT.split(bare) if part.strip()] if bare else []
    if not parts or _JOINT.match(bare):
        return None
    whole = name_tokens(bare)
    if is_corporate(bare) and whole:
        return Named(offset, offset + len(text), (whole,), (bare,), bool(others))
    names = [_KUNYA.sub(r"\1و", name) for part in _joined_initials(parts) for name in _by_waw(part, is_family)]
    people = tuple(tokens for name in names if (tokens := name_tokens(name)))
    if len(people) != len(names) or not people or any(name.islower() for name in names):
        return None  # in Latin script a name has a capital
    return Named(offset, offset + len(text), people, tuple(names), bool(others))


def _cut_words(text: str, tail: str) -> str:
    count = len(tail.split())
    words = text.rstrip(" .,،").split()
    return " ".join(words[: len(words) - count])


def _joined_initials(parts: Sequence[str]) -> list[str]:
    """Smith, J., & Jones, M.: initials belong to the family name before them."""
    joined: list[str] = []
    for part in parts:
        if joined and _INITIALS.fullmatch(part.strip()):
            joined[-1] = f"{joined[-1]} {part.strip()}"
        else:
            joined.append(part.strip())
    return joined


def _by_waw(part: str, is_family: Callable[[str], bool] | None) -> list[str]:
    """الحصري وطرابيشي: a word whose و joins it to the name before, as the rest of it is a family name of the list."""
    is_family = is_family or _like_nisba
    words = part.split()
    names = [words[:1]]
    for word in words[1:]:
        rest = word[1:]
        if (
            word.startswith("و")
            and len(rest) > 2
            and not is_family(word)
            and (is_family(rest) or rest.startswith("ال"))
        ):
            names.append([rest])
        else:
            names[-1].append(word)
    return [" ".join(name) for name in names]


def _like_nisba(word: str) -> bool:
    return word.endswith(("ي", "ى"))


@lru_cache(maxsize=4096)
def is_nameable(name: str) -> bool:
    """Whether a text is shaped as the name of a person or a body; a place, a month, a kind of text is none."""
    folded = fold(name)
    if max(map(len, folded.split()), default=0) < 2 or _NO_NAME.search(name) or name.islower():
        return False
    if any(c.isdigit() for c in folded) or place(name) or month_number(name):
        return False
    if finder(DATED_THINGS).search(shade(name)) or _is_serial(name):
        return False
    return is_corporate(name) or looks_personal(name)


def _is_serial(name: str) -> bool:
    """Whether a name is that of a series or a paper; a body may have such a word in its name, not at its head."""
    if not finder(SERIALS).search(shade(name)):
        return False
    words = shade(name).split()
    head = words[0] if is_arabic(name[:1]) else words[-1]
    return not is_corporate(name) or bool(finder(SERIALS).fullmatch(head))


def names_of(named: Named) -> tuple[Name, ...]:
    """The people as values: a body as it is, one word as a family name, of more the last."""
    return tuple(_name(name) for name in named.names)


def _name(name: str) -> Name:
    tag = language(name)
    tag = "en" if tag == "und" else tag
    words = name.split()
    if is_corporate(name):
        return Name({tag: NameForm(literal=name)})
    if len(words) == 1:
        return Name({tag: NameForm(family=name)})
    if re.fullmatch(r"\w\.?(?:[\s-]?\w\.)*", words[-1]) and len(words[0]) > 2:
        return Name({tag: NameForm(family=words[0], given=" ".join(words[1:]))})
    given, family = given_first(name)
    return Name({tag: NameForm(family=family, given=given or None)})
