"""A mention of a work, folded once: a citation in a note, a reference in a list, an entry of a library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from refkit.addresses import find_urls
from refkit.model import Confidence, Entry, Fields, Library, Note, Reference, Text
from refkit.names import name_tokens, skeleton
from refkit.text import fold, tokens
from refkit.vocabulary import singular, translations

_STOP = frozenset(
    [
        "the",
        "of",
        "and",
        "in",
        "on",
        "for",
        "a",
        "an",
        "to",
        "from",
        "with",
        "by",
        "at",
        "its",
        "their",
        "his",
        "under",
        "as",
    ]
)


Origin = Literal["list", "note", "library"]


@dataclass(frozen=True)
class Mention:
    """One mention with its comparison keys. `source` is its id: `r4`, `n1.1` or `library:key`.

    `letter` is that behind the year, which tells an author's works of one year apart.
    """

    source: str
    origin: Origin
    language: str
    text: str
    fields: Fields
    confidence: dict[str, Confidence] = field(default_factory=dict)
    order: int = 0
    letter: str = ""

    def form(self, text: Text | None) -> str:
        """A text in the mention's own language, or in whatever it has."""
        return (text.form(self.language) or text.any()) if text else ""

    @cached_property
    def title(self) -> str:
        return self.form(self.fields.title)

    @cached_property
    def title_tokens(self) -> tuple[str, ...]:
        return tokens(self.title)

    @cached_property
    def title_set(self) -> frozenset[str]:
        return frozenset(self.title_tokens)

    @cached_property
    def container_tokens(self) -> tuple[str, ...]:
        return tokens(self.form(self.fields.container_title))

    @cached_property
    def people(self) -> tuple[tuple[str, ...], ...]:
        """The folded units of each author's name."""
        names = (name.form(self.language) or next(iter(name.root.values())) for name in self.fields.author)
        return tuple(found for name in names if (found := name_tokens(name.parts)))

    @cached_property
    def author_tokens(self) -> tuple[str, ...]:
        return tuple(token for person in self.people for token in person)

    @cached_property
    def author_skeletons(self) -> tuple[str, ...]:
        return tuple(bare for token in self.author_tokens if (bare := skeleton(token)))

    @cached_property
    def folded(self) -> str:
        """The whole string as a key, without its URLs."""
        text = self.text
        for start, end in reversed(find_urls(text)):
            text = text[:start] + " " + text[end:]
        return fold(text)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words of the whole string, without articles."""
        return frozenset(tokens(self.text))

    @cached_property
    def year(self) -> int | None:
        """The Gregorian year; None if unknown or only Hijri."""
        issued = self.fields.issued
        if issued and issued.calendar == "hijri":
            issued = issued.also
        return issued.year if issued else None

    @cached_property
    def hijri_year(self) -> int | None:
        issued = self.fields.issued
        return issued.year if issued and issued.calendar == "hijri" else None

    @cached_property
    def url(self) -> str:
        """The URL without scheme, www and trailing slash, its host in lower case."""
        bare = re.sub(r"^[a-z]+://(?:www\.)?|^www\.", "", (self.fields.URL or "").strip(), flags=re.IGNORECASE).rstrip(
            "/"
        )  # ascii
        host, slash, path = bare.partition("/")
        return host.lower() + slash + path

    @cached_property
    def doi(self) -> str:
        return (self.fields.DOI or "").lower()

    @cached_property
    def meanings(self) -> tuple[frozenset[str], ...]:
        """What each word of title, container, publisher and corporate author may be in English: for translation.

        An English word means itself, without plural s; an Arabic one what the lexicon gives. Both mean their
        consonants too (`~btn`), which a transcribed name shares with its original.
        """
        parts = [self.fields.title, self.fields.container_title, self.fields.publisher]
        return _meanings(" ".join(self.form(part) for part in parts if part)) + self.body_meanings

    @cached_property
    def title_meanings(self) -> tuple[frozenset[str], ...]:
        """`meanings` of the title alone."""
        return _meanings(self.title)

    @cached_property
    def body_meanings(self) -> tuple[frozenset[str], ...]:
        """`meanings` of the corporate authors alone."""
        return _meanings(
            " ".join(form.literal for name in self.fields.author for form in name.root.values() if form.literal)
        )


_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف", "ك")


def _meanings(text: str) -> tuple[frozenset[str], ...]:
    return tuple(meaning for word in fold(text).split() if word not in _STOP and (meaning := _meaning(word)))


@lru_cache(maxsize=8192)
def _meaning(word: str) -> frozenset[str]:
    if word.isascii():
        if word.isdigit():
            return frozenset([word])
        return frozenset([singular(word), "~" + skeleton(word)])
    found = set(translations(word))
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 2:
            found.update(translations(word[len(prefix) :]))
    bare = skeleton(word)
    if len(bare) >= 3:
        found.add("~" + bare)
    return frozenset(found)


def of_reference(reference: Reference, order: int) -> Mention:
    """The mention that a line of a list makes."""
    confidence = reference.citation.confidence if reference.citation else {}
    letter = reference.citation.year_letter if reference.citation else ""
    return Mention(
        reference.id, "list", reference.language, reference.text, reference.fields, confidence, order, letter
    )


def of_note(note: Note, order: int) -> Iterator[tuple[int, Mention]]:
    """The mentions that a note makes, each with the index of its citation."""
    for index, citation in enumerate(note.citations):
        source = f"{note.id}.{index + 1}"
        yield (
            index,
            Mention(
                source,
                "note",
                citation.language,
                citation.text,
                citation.fields,
                citation.confidence,
                order,
                citation.year_letter,
            ),
        )


def of_library(library: Library, first: int) -> Iterator[Mention]:
    """The mentions of a library, ordered from `first` on: one for each language that an entry has a title in."""
    for order, entry in enumerate(library.references, first):
        for tag in entry.title.root if entry.title else ("und",):
            yield Mention(f"library:{entry.key}", "library", tag, _printed(entry, tag), entry, {}, order)


def _printed(entry: Entry, tag: str) -> str:
    item = entry.csl(tag)
    names = [" ".join(name.values()) for name in item.get("author", [])]
    rest = [
        str(value) for key, value in item.items() if isinstance(value, str) and key not in ("key", "type", "language")
    ]
    return ", ".join([*names, *rest, str(entry.issued.year) if entry.issued and entry.issued.year else ""])
