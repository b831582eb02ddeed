"""Works that papers cite: made at random from the pools, each known in Arabic and English or in English alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from tests.mutations.words import Pair, Urn, pools

Kind = Literal["book", "chapter", "article", "thesis", "report", "web", "news"]
Day = tuple[int, int, int]  # day, month, year


@dataclass(frozen=True)
class Person:
    """An author, in both scripts."""

    given: Pair
    family: Pair


@dataclass(frozen=True)
class Work:
    """All that styles print of a work. `id` stays the same when a mention of the work is changed."""

    id: str
    kind: Kind
    language: str
    title: Pair
    year: int
    authors: tuple[Person, ...] = ()
    body: Pair | None = None
    editor: Person | None = None
    container: Pair | None = None
    publisher: Pair | None = None
    city: Pair | None = None
    faculty: Pair | None = None
    edition: int | None = None
    volume: int | None = None
    issue: int | None = None
    first_page: int | None = None
    last_page: int | None = None
    doctoral: bool = False
    unpublished: bool = True
    url: str | None = None
    doi: str | None = None
    day: Day | None = None
    accessed: Day | None = None
    hijri: bool = False
    letter: str = ""

    @property
    def is_paged(self) -> bool:
        """Whether notes name a page of it."""
        return self.kind != "web"


class Maker:
    """Makes the works of one paper."""

    def __init__(self, rng: Random, language: str, hijri: bool = False) -> None:
        self.rng, self.urn, self.language, self.hijri = rng, Urn(rng), language, hijri
        self.count = 0
        self.own = "" if language == "ar" else "-en"

    def person(self) -> Person:
        """A new author."""
        if self.language == "ar":
            return Person(self.urn.draw("given-ar"), self.urn.draw("family-ar"))
        return Person(self.urn.draw("given-en"), self.urn.draw("family-en"))

    def people(self) -> tuple[Person, ...]:
        """One author, now and then two or three."""
        return tuple(self.person() for _ in range(self.rng.choices((1, 2, 3), (7, 2, 1))[0]))

    def year(self) -> int:
        """A year, Hijri in the papers that count so."""
        return self.rng.randint(1401, 1444) if self.hijri else self.rng.randint(1962, 2022)

    def title(self) -> Pair:
        """A title of a subject that no other work of the paper has."""
        pattern = self.rng.choice(pools()["pattern" + self.own])
        subject, where = (
            self.urn.draw("subject" if self.language == "ar" else "topic-en"),
            self.urn.draw("where" + self.own),
        )
        english = pattern.en.format(s=capitals(subject.en), w=where.en)
        return Pair(pattern.ar.format(s=subject.ar, w=where.ar), english[0].upper() + english[1:])

    def house(self) -> Pair:
        """A publisher."""
        if self.language == "ar":
            name = self.urn.draw("house")
            word = self.rng.choice((Pair("دار", "Dar"), Pair("مكتبة", "Maktabat"), Pair("منشورات", "Manshurat")))
            return Pair(f"{word.ar} {name.ar}", f"{word.en} {name.en}")
        name = self.urn.draw("house-en")
        return Pair("", f"{name.en} {self.rng.choice(('Press', 'Books', 'Publishing', 'Press', 'House'))}")

    def make(self, kind: Kind, authors: tuple[Person, ...] = ()) -> Work:
        """A work of a kind, by somebody or by new people."""
        self.count += 1
        year = self.year()
        base = Work(
            f"w{self.count}", kind, self.language, self.title(), year, authors or self.people(), hijri=self.hijri
        )
        return _MAKERS[kind](self, base)

    def accessed(self, year: int) -> Day:
        """A day on which a page was read: after it was written, and before today."""
        return (self.rng.randint(1, 28), self.rng.randint(1, 12), max(2018, min(2023, year + 1)))


def capitals(text: str) -> str:
    """A subject in capitals, as in a title."""
    small = ("and", "of", "the", "in", "its", "from")
    return " ".join(word if word in small else word[0].upper() + word[1:] for word in text.split())


def _book(maker: Maker, work: Work) -> Work:
    edition = maker.rng.choice((None, None, None, 2, 3, 4))
    return replace(work, publisher=maker.house(), city=maker.urn.draw("city" + maker.own), edition=edition)


def _chapter(maker: Maker, work: Work) -> Work:
    first = maker.rng.randint(11, 240)
    return replace(
        _book(maker, work),
        edition=None,
        container=maker.title(),
        editor=maker.person(),
        first_page=first,
        last_page=first + maker.rng.randint(8, 30),
    )


def _article(maker: Maker, work: Work) -> Work:
    first = maker.rng.randint(1, 280)
    doi = f"10.{maker.rng.randint(2000, 9999)}/{maker.rng.choice('abcdefgh')}{maker.rng.choice('jklm')}.{work.year}.{maker.rng.randint(100, 999)}"
    return replace(
        work,
        container=maker.urn.draw("journal" + maker.own),
        volume=maker.rng.randint(2, 48),
        issue=maker.rng.randint(1, 6),
        first_page=first,
        last_page=first + maker.rng.randint(9, 34),
        doi=doi,
    )


def _thesis(maker: Maker, work: Work) -> Work:
    return replace(
        work,
        authors=work.authors[:1],
        publisher=maker.urn.draw("university" + maker.own),
        faculty=maker.urn.draw("faculty") if maker.language == "ar" else None,
        doctoral=maker.rng.random() < 0.5,
    )


def _report(maker: Maker, work: Work) -> Work:
    return replace(work, authors=(), body=maker.urn.draw("body" + maker.own), city=maker.urn.draw("city" + maker.own))


def _web(maker: Maker, work: Work) -> Work:
    year = maker.rng.randint(2012, 2022)
    words = "-".join(maker.urn.draw("word").en for _ in range(2))
    return replace(
        work,
        authors=work.authors[:1],
        year=year,
        hijri=False,
        container=maker.urn.draw("site" + maker.own),
        url=f"https://www.{maker.urn.draw('host').en}/{words}/{maker.rng.randint(1000, 9999)}",
        accessed=maker.accessed(year),
    )


def _news(maker: Maker, work: Work) -> Work:
    year = maker.rng.randint(1985, 2022)
    return replace(
        work,
        authors=work.authors[:1],
        year=year,
        hijri=False,
        container=maker.urn.draw("newspaper" + maker.own),
        issue=maker.rng.randint(1200, 9800),
        day=(maker.rng.randint(1, 28), maker.rng.randint(1, 12), year),
        first_page=maker.rng.randint(2, 16),
    )


_MAKERS = {
    "book": _book,
    "chapter": _chapter,
    "article": _article,
    "thesis": _thesis,
    "report": _report,
    "web": _web,
    "news": _news,
}
