"""What stands in a .bib file, found without the code under test: where entries begin, and which words values hold."""

from __future__ import annotations

import json
import re
import unicodedata

from refkit.formats.bibtex import read_library
from refkit.model import Entry, Failure, Library, Repair

#: An @ at the head of a line or behind a closing brace, with a name and an opening brace behind it.
_BLOCK = re.compile(r"(?:^|[})])[ \t]*@\s*(\w+)\s*[{(]", re.MULTILINE)
#: What is said by a language tag, a type or the order of the names instead.
_SAID_OTHERWISE = frozenset("and others arabic english phdthesis mathesis url".split())


def read(text: str) -> Library:
    """A library from the text of a .bib file."""
    return read_library(text, "references.bib")


def read_one(text: str) -> Entry:
    """The only entry of a file, in which nothing had to be put right."""
    library = read(text)
    assert (library.failures, library.repairs) == ((), ())
    (entry,) = library.references
    return entry


def reasons(library: Library) -> list[tuple[int, str]]:
    """What is reported, with its line."""
    said: tuple[Failure | Repair, ...] = (*library.failures, *library.repairs)
    return [(one.place.line or 0, one.reason) for one in said]


def count_entries(text: str) -> int:
    """How many entries a file begins."""
    return sum(name.lower() not in ("comment", "preamble", "string") for name in _BLOCK.findall(text))


def words(text: str) -> set[str]:
    """The sequences of three letters and more, without those that LaTeX gives a meaning to."""
    plain = re.sub(r"\{?\\[^{}]*(?:\{[^{}]*\}?)*\}?|\S*[{}]\S*", " ", text)
    return set(re.findall(r"[^\W\d_]{3,}", unicodedata.normalize("NFC", plain))) - _SAID_OTHERWISE


def all_that_is_said(library: Library) -> str:
    """Everything in entries, failures and repairs as one text."""
    said = json.dumps([entry.model_dump(mode="json") for entry in library.references], ensure_ascii=False)
    texts = [failure.text for failure in library.failures] + [repair.text for repair in library.repairs]
    return unicodedata.normalize("NFC", "\n".join([said, *texts, *(reason for _, reason in reasons(library))]))


def lost_words(values: str, text: str) -> list[str]:
    """The words of these values that still stand in a file, but that reading it says nowhere."""
    said = all_that_is_said(read(text))
    # White space and LaTeX's signs may have been put inside a word, where they are no letters.
    return sorted(word for word in words(values) & words(text) if word not in said)
