"""An author who stands once, as a heading, over works that name nobody."""

from __future__ import annotations

import pytest

from refkit.parser import parse
from tests.documents import codes, linked, read

JABRI = "الجابري، محمد عابد"
FORMATION = "تكوين العقل العربي، بيروت: مركز دراسات الوحدة العربية، 1984."
STRUCTURE = "بنية العقل العربي، بيروت: مركز دراسات الوحدة العربية، 1986."
LAROUI = "العروي، عبد الله"
STATE = "مفهوم الدولة، الدار البيضاء: المركز الثقافي العربي، 1981."
MARKETS, EMPIRE = "The Making of Markets. London: Verso, 1999.", "Trade and Empire. London: Verso, 2001."
ORIENTALISM = "Orientalism. New York: Pantheon, 1978."


def lines(text: str, heading: str = "المراجع") -> list[tuple[str, str]]:
    """Each reference of a list: its authors and its title."""
    found = []
    for line in parse(read(f"نص.\n\n## {heading}\n\n{text}\n")).references:
        authors = [form.parts for name in line.fields.author for form in name.root.values()]
        found.append((" & ".join(authors), line.fields.title.any() if line.fields.title else ""))
    return found


ARABIC = [
    ("محمد عابد الجابري", "تكوين العقل العربي"),
    ("محمد عابد الجابري", "بنية العقل العربي"),
    ("عبد الله العروي", "مفهوم الدولة"),
]
ENGLISH = [
    ("John Smith", "The Making of Markets"),
    ("John Smith", "Trade and Empire"),
    ("Edward W. Said", "Orientalism"),
]


@pytest.mark.parametrize(
    "layout",
    [
        "{a}:\n- {1}\n- {2}\n{b}:\n- {3}",
        "{a}:\n1- {1}\n2- {2}\n{b}:\n1- {3}",
        "{a}:\n1- {1}\n2- {2}\n{b}:\n3- {3}",
        "{a}\n- {1}\n- {2}\n{b}\n- {3}",
        "1- {a}:\n- {1}\n- {2}\n2- {b}:\n- {3}",
        "1. {a}\n   - {1}\n   - {2}\n2. {b}\n   - {3}",
        "1. **{a}**\n   - {1}\n   - {2}\n2. **{b}**\n   - {3}",
        "- {a}:\n  1. {1}\n  2. {2}\n- {b}:\n  1. {3}",
        "**{a}**\n\n- {1}\n- {2}\n\n**{b}**\n\n- {3}",
        "**{a}:**\n\n{1}\n\n{2}\n\n**{b}:**\n\n{3}",
        "### {a}\n\n- {1}\n- {2}\n\n### {b}\n\n- {3}",
        "{a}:\n{1}\n{2}\n{b}:\n{3}",
        "{a}\n\n{1}\n\n{2}\n\n{b}:\n\n{3}",
    ],
)
def test_works_take_the_author_of_the_heading_above_them(layout: str) -> None:
    def filled(values: tuple[str, ...]) -> str:
        return layout.replace("{a}", values[0]).replace("{b}", values[1]).format("", *values[2:])

    assert lines(filled((JABRI, LAROUI, FORMATION, STRUCTURE, STATE))) == ARABIC
    assert lines(filled(("Smith, John", "Said, Edward W.", MARKETS, EMPIRE, ORIENTALISM)), "References") == ENGLISH


@pytest.mark.parametrize(
    ("heading", "author"),
    [
        ("محمد عابد الجابري", "محمد عابد الجابري"),
        ("د. محمد عابد الجابري", "محمد عابد الجابري"),
        ("الجابري (محمد عابد)", "محمد عابد الجابري"),
        ("الجابري، محمد عابد (ت ١٤٣١هـ/٢٠١٠م)", "محمد عابد الجابري"),
        ("محمد عابد الجابري وحسن حنفي", "محمد عابد الجابري & حسن حنفي"),
        ("al-Jābirī, Muḥammad ʿĀbid", "Muḥammad ʿĀbid al-Jābirī"),
        ("Smith, J. R.", "J. R. Smith"),
        ("جامعة الدول العربية", "جامعة الدول العربية"),
        ("World Bank", "World Bank"),
    ],
)
def test_an_author_is_written_in_many_ways(heading: str, author: str) -> None:
    assert lines(f"{heading}:\n- {FORMATION}\n- {STRUCTURE}") == [(author, title) for _, title in ARABIC[:2]]


def test_the_heading_is_no_reference_and_the_rules_are_silent() -> None:
    notes = (
        "نص.(1) نص.(2)\n\n"
        f"(1) محمد عابد الجابري، {FORMATION[:-1]}، ص 5.\n\n(2) محمد عابد الجابري، {STRUCTURE[:-1]}، ص 7.\n\n"
    )
    text = f"{notes}## المصادر\n\n{JABRI}:\n- {FORMATION}\n- {STRUCTURE}\n"
    found = linked(text)
    assert [line.author_heading for line in found.document.references] == [JABRI] * 2
    assert len(found.works) == 2
    assert codes(text) == set()


def test_a_heading_keeps_the_section_and_the_numbers_of_its_works() -> None:
    text = f"أولاً: الكتب\n\n{JABRI}:\n1- {FORMATION}\n2- {STRUCTURE}\n\nثانياً: الدوريات\n\n1- الاستشراق اليوم، مجلة عالم الفكر، العدد 3، 2001."
    found = read(f"## المراجع\n\n{text}\n").references
    assert [(line.section, line.number, line.author_heading) for line in found] == [
        ("أولاً: الكتب", "1", JABRI),
        ("أولاً: الكتب", "2", JABRI),
        ("ثانياً: الدوريات", "1", None),
    ]


def test_a_work_goes_on_in_the_next_line() -> None:
    text = f"{JABRI}:\n- نقد العقل العربي (1): تكوين العقل العربي،\n  بيروت: مركز دراسات الوحدة العربية، 1984.\n- {STRUCTURE}"
    found = read(f"## المراجع\n\n{text}\n").references
    assert [line.author_heading for line in found] == [JABRI] * 2


def test_a_book_on_a_person_has_its_title() -> None:
    text = "العقاد، عباس محمود:\n- عبقرية عمر، القاهرة: دار المعارف، 1950.\n- سعد زغلول، القاهرة: نهضة مصر، 1936."
    assert lines(text) == [("عباس محمود العقاد", "عبقرية عمر"), ("عباس محمود العقاد", "سعد زغلول")]


@pytest.mark.parametrize(
    "text",
    [
        f"المصادر العربية:\n- {FORMATION}\n- {STRUCTURE}",
        f"**كتب التراث**\n\n- {FORMATION}\n- {STRUCTURE}",
        f"Archival Material:\n- {MARKETS}\n- {EMPIRE}",
        f"صحيفة الأهرام:\n- {FORMATION}\n- {STRUCTURE}",
        f"Smith, John (ed.):\n- {MARKETS}\n- {EMPIRE}",
        f"1. القرآن الكريم\n2. ابن منظور\n3. {FORMATION}\n4. {STRUCTURE}",
        f"- {STATE}\n- وزارة التخطيط\n- {FORMATION}\n- {STRUCTURE}",
        f"{STATE}\n\nوزارة التخطيط\n\n{FORMATION}\n\n{STRUCTURE}",
        f"1. {STATE}\n2. World Bank:\n3. {MARKETS}",
        f"1. {STATE}\n\nد. أحمد محمد علي\n\n2. {FORMATION}\n3. {STRUCTURE}",
        f"- {STATE}\n- {FORMATION}\n{JABRI}:",
        f"{JABRI}:\n- العروي، عبد الله، {STATE}\n- Said, Edward. {ORIENTALISM}",
        f"12. {JABRI}:\n{FORMATION}\n13. العروي، عبد الله، {STATE}",
        f"- العروي، عبد الله، {STATE}\n- باختين، ميخائيل. الخطاب الروائي. ترجمة\nمحمد برادة:\n دار الفكر، القاهرة، 1987.",
    ],
)
def test_a_line_that_heads_no_works_of_its_own_is_no_author(text: str) -> None:
    assert [line.author_heading for line in read(f"## المراجع\n\n{text}\n").references if line.author_heading] == []


@pytest.mark.parametrize(
    ("text", "headed"),
    [
        # an author of its own, in the midst of the works
        (f"{JABRI}:\n- {FORMATION}\n- حسن حنفي، التراث والتجديد، القاهرة، 1980.\n- {STRUCTURE}", [True, False, True]),
        # an item that is marked as the authors are, not as their works
        (f"1- {JABRI}:\n- {FORMATION}\n2- {STATE}", [True, False]),
        # in one layout with the works: who follows one with an author of its own, nobody knows
        (f"{JABRI}:\n{FORMATION}\n{STRUCTURE}\nحسن حنفي، التراث والتجديد، القاهرة، 1980.\n{STATE}", [True, True, False, False]),
        # an empty line behind works without one
        (f"{JABRI}:\n- {FORMATION}\n- {STRUCTURE}\n\n- {STATE}", [True, True, False]),
        # headings that are not known for names
        (f"{JABRI}:\n- {FORMATION}\nمتفرقات:\n- {STATE}", [True, False]),
        (f"{JABRI}:\n- {FORMATION[:-7]}\nمتفرقات:\n- {STATE}", [True, False]),
    ],
)  # fmt: skip
def test_works_that_may_be_of_others_take_no_author(text: str, headed: list[bool]) -> None:
    found = read(f"## المراجع\n\n{text}\n").references
    assert [line.author_heading is not None for line in found] == headed
