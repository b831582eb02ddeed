"""Large .bib files for measuring: the works of data/references.yaml, varied by a seed, three of ten in Latin script.

People are drawn from the table of given names as well: a library of ten thousand works has thousands of authors.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from refkit.formats import read_library
from refkit.text import language
from refkit.vocabulary.tables import given_names

WORKS = Path(__file__).parent.parent / "data" / "references.yaml"
SEED = 4
STRINGS = {"uob": "جامعة بغداد", "mustansiriya": "الجامعة المستنصرية", "cup": "Cambridge University Press"}
#: Shares of the entries that have such a thing.
LATIN, ACCENTED, BRACED, NAMED_STRING, LINKED, ABSTRACT, LONG_ABSTRACT = 0.3, 0.1, 0.1, 0.1, 0.3, 0.1, 0.05
ACCENTS = (r"{\"O}zg{\"u}r", r"M{\'e}dina", r"Ja{\v c}ek", r"Fran\c{c}ois", r"{\O}stergaard", r"M{\"u}ller")
TYPES = {
    "article-journal": "article",
    "book": "book",
    "thesis": "phdthesis",
    "webpage": "online",
    "chapter": "incollection",
}
FIELDS = {
    "publisher": "publisher", "publisher-place": "address", "volume": "volume", "issue": "number", "page": "pages",
    "URL": "url", "note": "note", "genre": "type",
}  # fmt: skip


class Generator:
    """Entries by a seeded draw: titles made of the words of real titles, names of real families and given names."""

    def __init__(self, seed: int = SEED) -> None:
        self.draw = random.Random(seed)
        self.works: dict[str, list[dict[str, Any]]] = {"ar": [], "en": []}
        self.given: dict[str, list[str]] = {"ar": [], "en": []}
        self.family: dict[str, list[str]] = {"ar": [], "en": []}
        self.words: dict[str, list[str]] = {"ar": [], "en": []}
        for name in sorted(given_names()):
            self.given[language(name)].append(name.title())
        for entry in read_library(WORKS).references:
            for tag, works in self.works.items():
                work = entry.csl(tag)
                if "title" in work:
                    works.append(work)
                    self.words[tag] += work["title"].split()
                    self.family[tag] += [name["family"] for name in work.get("author", ()) if "family" in name]

    def library(self, count: int) -> str:
        """A .bib file of so many entries, keys unique."""
        strings = "".join(f"@string{{{name} = {{{value}}}}}\n" for name, value in STRINGS.items())
        return strings + "\n" + "\n".join(self._entry(number) for number in range(count))

    def _entry(self, number: int) -> str:
        tag = "en" if self._chance(LATIN) else "ar"
        work = self.draw.choice(self.works[tag])
        kind = TYPES.get(work["type"], "misc")
        fields = "".join(f"  {name} = {value},\n" for name, value in self._fields(work, kind, tag))
        return f"@{kind}{{work{number},\n{fields}}}\n"

    def _fields(self, work: dict[str, Any], kind: str, tag: str) -> Iterator[tuple[str, str]]:
        yield "author", "{" + " and ".join(self._name(tag) for _ in range(self.draw.choice((1, 1, 1, 2, 2, 3)))) + "}"
        title = self._text(tag, 6, 14)
        yield "title", "{" + (f"{{{title}}}" if self._chance(BRACED) else title) + "}"
        if "container-title" in work:
            yield "journal" if kind == "article" else "booktitle", f"{{{work['container-title']}}}"
        yield "year", f"{{{self.draw.randint(1950, 2024)}}}"
        for variable, field in FIELDS.items():
            if variable in work:
                yield field, f"{{{self._varied(variable, work[variable])}}}"
        if "publisher" not in work and self._chance(NAMED_STRING):
            yield "publisher", self.draw.choice(list(STRINGS))
        if self._chance(LINKED):
            yield "doi", f"{{10.{self.draw.randint(1000, 9999)}/j_{self.draw.randint(1, 10**6)}.x}}"
        if self._chance(ABSTRACT):
            yield "abstract", f"{{{self._text(tag, 100, 200)}}}"
        elif self._chance(LONG_ABSTRACT):
            yield "abstract", f"{{{self._text(tag, 400, 800)}}}"

    def _varied(self, variable: str, value: str) -> str:
        """Numbers are drawn anew; what is text stays."""
        if variable in ("volume", "issue"):
            return str(self.draw.randint(1, 90))
        if variable == "page":
            start = self.draw.randint(1, 400)
            return f"{start}--{start + self.draw.randint(3, 40)}"
        return value

    def _name(self, tag: str) -> str:
        given = " ".join(self.draw.choice(self.given[tag]) for _ in range(self.draw.choice((1, 2, 2))))
        accented = tag == "en" and self._chance(ACCENTED / LATIN)
        family = self.draw.choice(ACCENTS) if accented else self.draw.choice(self.family[tag])
        return f"{family}, {given}" if self._chance(0.5) else f"{given} {family}"

    def _text(self, tag: str, least: int, most: int) -> str:
        return " ".join(self.draw.choice(self.words[tag]) for _ in range(self.draw.randint(least, most)))

    def _chance(self, share: float) -> bool:
        return self.draw.random() < share
