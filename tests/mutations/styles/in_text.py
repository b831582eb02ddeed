"""Styles that cite in running text: author and year in English and Arabic, numbers, keys of a library in the paper."""

from __future__ import annotations

import json

from tests.mutations.papers import Cite, Paper
from tests.mutations.styles.spec import Spec
from tests.mutations.styles.wording import (
    MONTHS_EGYPT,
    MONTHS_EN,
    family,
    given_first,
    listed,
    long_day,
    page_range,
    pages,
    sentence_case,
    slashed,
)
from tests.mutations.works import Kind, Person, Work

_KINDS: tuple[Kind, ...] = (
    "book", "book", "book", "article", "article", "article", "article", "chapter", "thesis", "report", "web", "web", "web",
)  # fmt: skip


# --- author and year ------------------------------------------------------------------------------------------------


def apa(cite: Cite) -> str:
    """(Smith & Jones, 2018, p. 3) without its brackets, or Smith and Jones (2018, p. 3)."""
    work, names = cite.work, family(cite.work, "en")
    year = f"{work.year}{work.letter}"
    where = f", {'pp.' if cite.page[1] else 'p.'} {pages(cite.page, '–')}" if cite.page else ""
    if cite.form == "narrative":
        people = f"{names[0]} et al." if len(names) > 2 else " and ".join(names)
        return f"according to {people} ({year}{where})"
    people = f"{names[0]} et al." if len(names) > 2 else " & ".join(names)
    return f"{people}, {year}{where}"


def apa_line(work: Work, _: str) -> str:
    """A line of an APA list."""
    title, container = sentence_case(work.title.en), work.container.en if work.container else ""
    publisher = work.publisher.en if work.publisher else ""
    head = f"{_apa_names(work)} ({work.year}{work.letter})."
    if work.kind == "article":
        doi = f" https://doi.org/{work.doi}" if work.doi else ""
        return f"{head} {title}. *{container}*, *{work.volume}*({work.issue}), {page_range(work, '–')}.{doi}"
    if work.kind == "chapter":
        assert work.editor
        editor = f"{_initials(work.editor)} {work.editor.family.en} (Ed.)"
        return f"{head} {title}. In {editor}, *{sentence_case(container)}* (pp. {page_range(work, '–')}). {publisher}."
    if work.kind == "thesis":
        degree = "Doctoral dissertation" if work.doctoral else "Master's thesis"
        return f"{head} *{title}* [{degree}, {publisher}]."
    if work.kind == "web":
        read = (
            f"Retrieved {MONTHS_EN[work.accessed[1] - 1]} {work.accessed[0]}, {work.accessed[2]}, from "
            if work.accessed
            else ""
        )
        return f"{head} *{title}*. {container}. {read}{work.url}"
    if work.kind == "report":
        return f"{head} *{title}*. {work.body.en if work.body else ''}."
    edition = f" ({work.edition}{ {2: 'nd', 3: 'rd'}.get(work.edition, 'th') } ed.)" if work.edition else ""
    return f"{head} *{title}*{edition}. {publisher}."


def _initials(person: Person) -> str:
    return " ".join(f"{part[0]}." for part in person.given.en.split())


def _apa_names(work: Work) -> str:
    if work.body:
        return f"{work.body.en}."
    return listed([f"{person.family.en}, {_initials(person)}" for person in work.authors], ", ", ", & ")


def arabic(cite: Cite) -> str:
    """(الوردي، 2018، ص 3) without its brackets, or الوردي (2018، ص 3)."""
    work, names = cite.work, family(cite.work, "ar")
    year = f"{work.year}{work.letter}"
    people = f"{names[0]} وآخرون" if len(names) > 2 else " و".join(names)
    where = f"، {'ص ص' if cite.page[1] else 'ص'} {pages(cite.page)}" if cite.page else ""
    if cite.form == "narrative":
        return f"كما يرى {people} ({year}{where})"
    return f"{people}، {year}{where}"


def arabic_line(work: Work, _: str) -> str:
    """A line of an Arabic list with the year behind the name."""
    title, container = work.title.ar, work.container.ar if work.container else ""
    publisher, city = work.publisher.ar if work.publisher else "", work.city.ar if work.city else ""
    people = "، و".join(f"{person.family.ar}، {person.given.ar}" for person in work.authors)
    head = f"{work.body.ar if work.body else people} ({work.year}{work.letter})."
    if work.kind == "article":
        return f"{head} «{title}». {container}، المجلد {work.volume}، العدد {work.issue}، ص {page_range(work)}."
    if work.kind == "chapter":
        assert work.editor
        return f"{head} «{title}». في: {given_first(work.editor, 'ar')} (محرر)، {container}، ص {page_range(work)}. {city}: {publisher}."
    if work.kind == "thesis":
        degree = "أطروحة دكتوراه" if work.doctoral else "رسالة ماجستير"
        return f"{head} {title}. {degree}، {work.faculty.ar if work.faculty else ''}، {publisher}."
    if work.kind == "web":
        read = f" (تاريخ الاطلاع {slashed(work.accessed)})" if work.accessed else ""
        return f"{head} «{title}». {container}. {work.url}{read}"
    if work.kind == "news":
        assert work.day
        return f"{head} «{title}». {container}، العدد {work.issue}، {long_day(work.day, MONTHS_EGYPT)}."
    if work.kind == "report":
        return f"{head} {title}. {city}: {work.body.ar if work.body else ''}."
    edition = f" ط {work.edition}." if work.edition else ""
    return f"{head} {title}.{edition} {city}: {publisher}."


# --- numbers ------------------------------------------------------------------------------------------------------------


def vancouver(cite: Cite) -> str:
    """The number of a work, which the generator keeps in its letter."""
    return cite.work.letter


def vancouver_line(work: Work, _: str) -> str:
    """A line as medical journals have it."""
    title, container = sentence_case(work.title.en), work.container.en if work.container else ""
    publisher, city = work.publisher.en if work.publisher else "", work.city.en if work.city else ""
    names = ", ".join(f"{person.family.en} {person.given.en[0]}" for person in work.authors)
    head = f"{work.body.en if work.body else names}. {title}"
    if work.kind == "article":
        doi = f" doi:{work.doi}" if work.doi else ""
        return f"{head}. {container}. {work.year};{work.volume}({work.issue}):{page_range(work)}.{doi}"
    if work.kind == "chapter":
        assert work.editor
        editor = f"{work.editor.family.en} {work.editor.given.en[0]}"
        return f"{head}. In: {editor}, editor. {sentence_case(container)}. {city}: {publisher}; {work.year}. p. {page_range(work)}."
    if work.kind == "thesis":
        return f"{head} [{'dissertation' if work.doctoral else 'master’s thesis'}]. {city or 'London'}: {publisher}; {work.year}."
    if work.kind == "web":
        day = work.accessed
        read = f" [cited {day[2]} {MONTHS_EN[day[1] - 1][:3]} {day[0]}]" if day else ""
        return f"{head} [Internet]. {container}; {work.year}{read}. Available from: {work.url}"
    if work.kind == "report":
        return f"{head}. {city}: {work.body.en if work.body else ''}; {work.year}."
    edition = f" {work.edition}{ {2: 'nd', 3: 'rd'}.get(work.edition, 'th') } ed." if work.edition else ""
    return f"{head}.{edition} {city}: {publisher}; {work.year}."


# --- keys ---------------------------------------------------------------------------------------------------------------


def keyed(cite: Cite) -> str:
    """@key, p. 3."""
    return f"@{cite.work.letter}" + (f", p. {pages(cite.page)}" if cite.page else "")


def library(paper: Paper) -> str:
    """The entries of a paper, as its metadata; a note's own version of a work does not change them."""
    works = {line.work.letter: line.work for line in paper.lines()}
    items = [json.dumps(_item(key, work), ensure_ascii=False) for key, work in works.items()]
    return "\n".join(["---", "references:", *(f"- {item}" for item in items), "---", ""])


def _item(key: str, work: Work) -> dict[str, object]:
    names = [{"family": person.family.en, "given": person.given.en} for person in work.authors]
    types = {"article": "article-journal", "web": "webpage", "news": "article-newspaper"}
    item: dict[str, object] = {"id": key, "type": types.get(work.kind, work.kind), "title": work.title.en}
    item["author"] = names or [{"literal": work.body.en if work.body else ""}]
    item["issued"] = work.year
    return item


IN_TEXT: tuple[Spec, ...] = (
    Spec(
        name="apa", language="en", write=apa, write_line=apa_line, joint="; ", heading="References", notes="in-text",
        kinds=_KINDS, around="({})",
    ),
    Spec(
        name="arabic-author-date", language="ar", write=arabic, write_line=arabic_line, joint="؛ ", heading="المراجع",
        notes="in-text", kinds=_KINDS, around="({})",
    ),
    Spec(
        name="vancouver", language="en", write=vancouver, write_line=vancouver_line, joint=", ", heading="References",
        notes="in-text", mark="{n}. ", kinds=_KINDS, around="[{}]", ordered=False,
    ),
    Spec(
        name="keyed", language="en", write=keyed, write_line=apa_line, joint="; ", heading="", notes="in-text",
        kinds=_KINDS, around="[{}]", metadata=library,
    ),
)  # fmt: skip
