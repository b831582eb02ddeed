"""House styles of Arabic papers with notes: Iraqi, Egyptian, Maghrebi, Gulf (Hijri years), Beirut, twin lists, a thesis."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from tests.mutations.papers import Cite
from tests.mutations.styles.chicago import latin_line, latin_note
from tests.mutations.styles.spec import KINDS, Spec
from tests.mutations.styles.wording import (
    MONTHS_ALGERIA,
    MONTHS_EGYPT,
    MONTHS_LEVANT,
    given_first,
    long_day,
    page_range,
    pages,
    short_title,
    slashed,
)
from tests.mutations.works import Kind, Person, Work


@dataclass(frozen=True)
class Hand:
    """The words and marks of a style. `ibid` has the work of the note before, `again` the author's one work cited before;
    both stand before the page."""

    ibid: str
    again: str
    quotes: str = "«{}»"
    volume: str = "المجلد {}"
    issue: str = "العدد {}"
    edition: str = "ط{}"
    months: tuple[str, ...] = MONTHS_LEVANT
    after_name: str = "، "
    family_first: str = "{family}، {given}"
    accessed: str = "تاريخ الزيارة {}"
    brackets: bool = False  # (بيروت: دار النهار، 1977)
    edition_last: bool = False
    page: str = "ص {}"


def write(hand: Hand, cite: Cite) -> str:
    """One citation of a note."""
    work, page = cite.work, cite.page
    if work.language == "en":
        return latin_note(cite)
    where = f"، {hand.page.format(pages(page))}" if page else ""
    if cite.form == "ibid":
        return hand.ibid + where
    if cite.form == "again":
        title = f"، {short_title(work, 'ar')}" if cite.titled else ""
        return f"{_people(work, hand, in_list=False)}{title}، {hand.again}{where}"
    return f"{_people(work, hand, in_list=False)}، {_rest(hand, work)}{where}"


def write_line(hand: Hand, work: Work, language: str) -> str:
    """A line of the Arabic list, or of that in Latin script."""
    if language == "en":
        return latin_line(work)
    text = f"{_people(work, hand, in_list=True)}{hand.after_name}{_rest(hand, work)}"
    if work.last_page:
        text += f"، {hand.page.format(page_range(work))}"
    return text + ("" if work.url else ".")


def _people(work: Work, hand: Hand, in_list: bool) -> str:
    if work.body:
        return work.body.ar
    names = [_name(person, hand, in_list) for person in work.authors]
    return ("، و" if in_list else " و").join(names)


def _name(person: Person, hand: Hand, in_list: bool) -> str:
    if not in_list:
        return given_first(person, "ar")
    return hand.family_first.format(family=person.family.ar, given=person.given.ar)


def _year(work: Work) -> str:
    return f"{work.year}هـ" if work.hijri else f"{work.year}"


def _imprint(hand: Hand, work: Work) -> str:
    """Publisher, city, year and edition, in the order of the style."""
    assert work.publisher
    assert work.city
    edition = hand.edition.format(work.edition) if work.edition else ""
    if hand.brackets:
        before = f"، {edition}" if edition else ""
        return f"{before} ({work.city.ar}: {work.publisher.ar}، {_year(work)})"
    parts = [work.publisher.ar, work.city.ar, _year(work)]
    parts = [*parts[:2], edition, parts[2]] if hand.edition_last else [edition, *parts]
    return "، " + "، ".join(part for part in parts if part)


def _rest(hand: Hand, work: Work) -> str:
    """All that comes after the author, but for the pages."""
    quoted = hand.quotes.format(work.title.ar)
    container = work.container.ar if work.container else ""
    if work.kind == "article":
        numbers = [hand.volume.format(work.volume) if work.volume else "", hand.issue.format(work.issue)]
        return "، ".join(part for part in (quoted, container, *numbers, _year(work)) if part)
    if work.kind == "chapter":
        assert work.editor
        editor = given_first(work.editor, "ar")
        return f"{quoted}، في: {editor} (محرر)، {container}{_imprint(hand, work)}"
    if work.kind == "thesis":
        assert work.publisher
        status = " غير منشورة" if work.unpublished else " منشورة"
        degree = ("أطروحة دكتوراه" if work.doctoral else "رسالة ماجستير") + status
        faculty = f"{work.faculty.ar}، " if work.faculty else ""
        return f"{work.title.ar}، {degree}، {faculty}{work.publisher.ar}، {_year(work)}"
    if work.kind == "report":
        assert work.city
        return f"{work.title.ar}، {work.city.ar}، {_year(work)}"
    if work.kind == "news":
        assert work.day
        return f"{quoted}، {container}، {hand.issue.format(work.issue)}، {long_day(work.day, hand.months)}"
    if work.kind == "web":
        read = f" ({hand.accessed.format(slashed(work.accessed))})" if work.accessed else ""
        return f"{quoted}، {container}، {work.year}، {work.url}{read}"
    return f"{work.title.ar}{_imprint(hand, work)}"


def _spec(name: str, hand: Hand, heading: str, **more: object) -> Spec:
    return Spec(
        name=name,
        language="ar",
        write=partial(write, hand),
        write_line=partial(write_line, hand),
        joint="؛ ",
        heading=heading,
        **more,  # type: ignore[arg-type]  # the fields of Spec, each named where it is given
    )


_IRAQI = Hand(ibid="المصدر نفسه", again="مصدر سابق")
_EGYPTIAN = Hand(
    ibid="المرجع السابق", again="مرجع سابق", volume="مج {}", issue="ع {}", edition="ط {}", months=MONTHS_EGYPT,
    after_name=": ",
)  # fmt: skip
_MAGHREBI = Hand(
    ibid="المرجع نفسه", again="المرجع السابق", quotes='"{}"', volume="م {}", issue="ع {}", months=MONTHS_ALGERIA,
    family_first="{family} ({given})", accessed="تم الاطلاع عليه يوم {}",
)  # fmt: skip
_GULF = Hand(ibid="المرجع نفسه", again="مرجع سابق", months=MONTHS_EGYPT, edition_last=True, accessed="تاريخ الاطلاع {}")
_BEIRUT = Hand(ibid="المصدر نفسه", again="المصدر السابق", brackets=True, edition="ط {}", accessed="شوهد في {}")

_SECTIONS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("أولاً: الكتب", ("book", "chapter", "report")),
    ("ثانياً: الدوريات", ("article",)),
    ("ثالثاً: الرسائل الجامعية", ("thesis",)),
    ("رابعاً: الصحف", ("news",)),
    ("خامساً: المواقع الإلكترونية", ("web",)),
)
_OFFLINE = tuple(kind for kind in KINDS if kind not in ("report",))

ARABIC: tuple[Spec, ...] = (
    _spec("iraqi", _IRAQI, "المصادر", mark="{n}. ", notes="plain", digits="arabic"),
    _spec("egyptian", _EGYPTIAN, "قائمة المراجع", mark="- ", digits="arabic", sections=_SECTIONS),
    _spec("maghrebi", _MAGHREBI, "قائمة المصادر والمراجع", notes="plain", foreign="المراجع الأجنبية"),
    _spec("gulf", _GULF, "فهرس المراجع", mark="{n}. ", digits="arabic", hijri=True, kinds=_OFFLINE),
    _spec("beirut", _BEIRUT, "المراجع", mark="- "),
    _spec("twins", _IRAQI, "المصادر", mark="{n}. ", notes="plain", twin="References"),
    _spec(
        "thesis", _IRAQI, "المصادر والمراجع", mark="{n}- ", notes="plain", digits="arabic", foreign="المصادر الأجنبية",
        chapters=("الفصل الأول: الإطار العام", "الفصل الثاني: الأسواق والناس", "الفصل الثالث: ما بقي من ذلك"),
    ),
)  # fmt: skip
