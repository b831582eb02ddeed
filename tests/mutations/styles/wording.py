"""Words and small shapes that several styles write with."""

from __future__ import annotations

from tests.mutations.words import pools
from tests.mutations.works import Day, Person, Work

MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTHS_EGYPT = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
MONTHS_LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
)  # fmt: skip
MONTHS_ALGERIA = (
    "جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip


def ordinal(number: int) -> str:
    """2nd, 3rd, 4th."""
    return f"{number}{ {2: 'nd', 3: 'rd'}.get(number, 'th') }"


def pages(page: tuple[int, int | None], dash: str = "-") -> str:
    """118 or 118-120."""
    first, last = page
    return f"{first}{dash}{last}" if last else str(first)


def page_range(work: Work, dash: str = "-") -> str:
    """The pages of an article or chapter."""
    return f"{work.first_page}{dash}{work.last_page}" if work.last_page else str(work.first_page)


def slashed(day: Day) -> str:
    """12/4/2021."""
    return f"{day[0]}/{day[1]}/{day[2]}"


def long_day(day: Day, months: tuple[str, ...]) -> str:
    """12 April 2021, in the months of a country."""
    return f"{day[0]} {months[day[1] - 1]} {day[2]}"


def american_day(day: Day) -> str:
    """April 12, 2021."""
    return f"{MONTHS_EN[day[1] - 1]} {day[0]}, {day[2]}"


def given_first(person: Person, language: str) -> str:
    """علي الوردي, Ali al-Wardi."""
    return f"{person.given.form(language)} {person.family.form(language)}"


def listed(names: list[str], comma: str, last: str) -> str:
    """A, B and C."""
    return names[0] if len(names) == 1 else comma.join(names[:-1]) + last + names[-1]


def short_title(work: Work, language: str) -> str:
    """The first words of a title, as a later note gives it: never less than what tells it from others."""
    title = work.title.form(language)
    return title.split(": ")[0] if ": " in title else title


_PROPER = frozenset(
    word for pool in ("where", "where-en", "city", "city-en") for pair in pools()[pool] for word in pair.en.split()
) | {"Ottoman"}


def sentence_case(title: str) -> str:
    """A title with capitals at its start and in names only."""
    words, found, start = title.split(" "), [], True
    for word in words:
        bare = word.strip(":,?")
        found.append(word if start or bare in _PROPER else word[0].lower() + word[1:])
        start = word.endswith((":", "?"))
    return " ".join(found)


def family(work: Work, language: str) -> list[str]:
    """The family names of a work's authors, or its body."""
    if work.body:
        return [work.body.form(language)]
    return [person.family.form(language) for person in work.authors]
