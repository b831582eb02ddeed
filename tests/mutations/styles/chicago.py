"""English notes: full, then ibid. and op. cit. or short titles; and lines in Latin script, also of Arabic works."""

from __future__ import annotations

from functools import partial

from tests.mutations.papers import Cite
from tests.mutations.styles.spec import Spec
from tests.mutations.styles.wording import (
    MONTHS_EN,
    american_day,
    given_first,
    listed,
    long_day,
    ordinal,
    page_range,
    pages,
    short_title,
)
from tests.mutations.works import Person, Work


def latin_note(cite: Cite) -> str:
    """A citation in Latin script, as it stands in an Arabic paper: commas all through, then op. cit."""
    work = cite.work
    where = f", p. {pages(cite.page)}" if cite.page and not cite.page[1] else ""
    where = f", pp. {pages(cite.page)}" if cite.page and cite.page[1] else where
    if cite.form == "ibid":
        return f"Ibid.{where}"
    if cite.form == "again":
        title = f", {short_title(work, 'en')}" if cite.titled else ""
        return f"{_notes_people(work)}{title}, op. cit.{where}"
    return f"{_notes_people(work)}, {_commas(work)}{where}"


def latin_line(work: Work) -> str:
    """A line in Latin script of an Arabic paper's list: commas all through, family name first."""
    names = listed([inverted(person) for person in work.authors], ", ", ", and ") if work.authors else _body(work)
    numbers = f", pp. {page_range(work)}" if work.last_page else ""
    return f"{names}, {_commas(work)}{numbers}" + ("" if work.url else ".")


def inverted(person: Person) -> str:
    """al-Wardi, Ali; as the first word of a line, Al-Wardi, Ali."""
    return f"{person.family.en[0].upper()}{person.family.en[1:]}, {person.given.en}"


def _body(work: Work) -> str:
    assert work.body
    return work.body.en


def _notes_people(work: Work) -> str:
    return (
        listed([given_first(person, "en") for person in work.authors], ", ", " and ") if work.authors else _body(work)
    )


def _commas(work: Work) -> str:
    """Title to year, between commas."""
    title, container = work.title.en, work.container.en if work.container else ""
    publisher, city = work.publisher.en if work.publisher else "", work.city.en if work.city else ""
    year = f"{work.year} AH" if work.hijri else f"{work.year}"
    edition = f"{ordinal(work.edition)} ed." if work.edition else ""
    if work.kind == "article":
        parts = [f'"{title}"', container, f"Vol. {work.volume}" if work.volume else "", f"No. {work.issue}", year]
    elif work.kind == "chapter":
        assert work.editor
        parts = [f'"{title}"', f"in: {given_first(work.editor, 'en')} (ed.)", container, publisher, city, year]
    elif work.kind == "thesis":
        status = "unpublished " if work.unpublished else ""
        degree = status + ("Ph.D. dissertation" if work.doctoral else "M.A. thesis")
        parts = [title, degree, work.faculty.en if work.faculty else "", publisher, year]
    elif work.kind == "news":
        assert work.day
        parts = [f'"{title}"', container, f"No. {work.issue}", long_day(work.day, MONTHS_EN)]
    elif work.kind == "web":
        read = f" (accessed {long_day(work.accessed, MONTHS_EN)})" if work.accessed else ""
        parts = [f'"{title}"', container, year, f"{work.url}{read}"]
    else:
        parts = [title, edition, publisher, city, year]
    return ", ".join(part for part in parts if part)


# --- Chicago ------------------------------------------------------------------------------------------------------


def write(short: bool, cite: Cite) -> str:
    """One citation of a note; `short`: later ones by author and short title, else by op. cit."""
    work, where = cite.work, f", {pages(cite.page, '–')}" if cite.page else ""
    if cite.form == "ibid":
        return f"Ibid.{where}"
    if cite.form == "again":
        people = _body(work) if work.body else listed([person.family.en for person in work.authors], ", ", " and ")
        quoted = f'"{short_title(work, "en")}"' if _is_quoted(work) else f"*{short_title(work, 'en')}*"
        if short:
            return (
                f'{people}, {quoted[:-1]},"{where[1:]}' if where and _is_quoted(work) else f"{people}, {quoted}{where}"
            )
        return f"{people}, {quoted + ', ' if cite.titled else ''}op. cit.{where}"
    return f"{_notes_people(work)}, {_bracketed(work, where)}"


def _is_quoted(work: Work) -> bool:
    return work.kind in ("article", "chapter", "web", "news", "thesis")


def _bracketed(work: Work, where: str) -> str:
    """Title to page of a full note."""
    title, container = work.title.en, work.container.en if work.container else ""
    publisher, city = work.publisher.en if work.publisher else "", work.city.en if work.city else ""
    edition = f", {ordinal(work.edition)} ed." if work.edition else ""
    if work.kind == "article":
        place = f":{where[1:]}" if where else ""
        return f'"{title}," *{container}* {work.volume}, no. {work.issue} ({work.year}){place}'
    if work.kind == "chapter":
        assert work.editor
        editor = given_first(work.editor, "en")
        return f'"{title}," in *{container}*, ed. {editor} ({city}: {publisher}, {work.year}){where}'
    if work.kind == "thesis":
        degree = "PhD diss." if work.doctoral else "MA thesis"
        return f'"{title}" ({degree}, {publisher}, {work.year}){where}'
    if work.kind == "news":
        assert work.day
        return f'"{title}," *{container}*, {american_day(work.day)}{where}'
    if work.kind == "web":
        read = f"accessed {american_day(work.accessed)}, " if work.accessed else ""
        return f'"{title}," *{container}*, {work.year}, {read}{work.url}'
    if work.kind == "report":
        return f"*{title}* ({city}, {work.year}){where}"
    return f"*{title}*{edition} ({city}: {publisher}, {work.year}){where}"


def write_line(work: Work, _: str) -> str:
    """A line of the bibliography: full stops between its parts."""
    title, container = work.title.en, work.container.en if work.container else ""
    publisher, city = work.publisher.en if work.publisher else "", work.city.en if work.city else ""
    names = _bibliography_names(work)
    if work.kind == "article":
        return (
            f'{names}. "{title}." *{container}* {work.volume}, no. {work.issue} ({work.year}): {page_range(work, "–")}.'
        )
    if work.kind == "chapter":
        assert work.editor
        editor = given_first(work.editor, "en")
        return f'{names}. "{title}." In *{container}*, edited by {editor}, {page_range(work, "–")}. {city}: {publisher}, {work.year}.'
    if work.kind == "thesis":
        return f'{names}. "{title}." {"PhD diss." if work.doctoral else "MA thesis"}, {publisher}, {work.year}.'
    if work.kind == "news":
        assert work.day
        return f'{names}. "{title}." *{container}*, {american_day(work.day)}.'
    if work.kind == "web":
        read = f"Accessed {american_day(work.accessed)}. " if work.accessed else ""
        return f'{names}. "{title}." *{container}*, {work.year}. {read}{work.url}.'
    if work.kind == "report":
        return f"{names}. *{title}*. {city}, {work.year}."
    edition = f" {ordinal(work.edition)} ed." if work.edition else ""
    return f"{names}. *{title}*.{edition} {city}: {publisher}, {work.year}."


def _bibliography_names(work: Work) -> str:
    if work.body:
        return work.body.en
    first, *rest = work.authors
    return listed(
        [f"{first.family.en}, {first.given.en}", *(given_first(person, "en") for person in rest)], ", ", ", and "
    )


CHICAGO: tuple[Spec, ...] = tuple(
    Spec(
        name=name,
        language="en",
        write=partial(write, short),
        write_line=write_line,
        joint="; ",
        heading=heading,
        chapters=chapters,
    )
    for name, short, heading, chapters in (
        ("chicago", False, "References", ("",)),
        ("chicago-short", True, "Works Cited", ("Introduction", "The Long Survey", "Afterthoughts")),
    )
)
