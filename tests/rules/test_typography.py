"""Rules of lists, script and typography in cases that their own examples leave out."""

from __future__ import annotations

from datetime import date

import pytest

from refkit.edits import apply_edits, compatible
from refkit.linter import check
from refkit.model import Finding
from refkit.settings import HouseStyle, Settings
from tests.documents import findings, linked

ARABIC = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## ببليوغرافيا\n\n"
ENGLISH = "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n## Bibliography\n\n"
LINES = (
    "Batatu, Hanna, *The Old Social Classes*, Princeton: Princeton University Press, 1978.",
    "Hourani, Albert, *A History of the Arab Peoples*, London: Faber, 1991.",
    "Said, Edward, *Orientalism*, New York: Pantheon, 1978.",
    "Tripp, Charles, *A History of Iraq*, London: Verso, 2000.",
    "**Zubaida**, Sami, *Islam, the People and the State*,\n    London: Tauris, 1993.",
)


def found(text: str, code: str, settings: Settings | None = None) -> list[Finding]:
    return [finding for finding in check(linked(text), settings) if finding.code == code]


def mended(text: str, code: str) -> str:
    """The text with the fixes of one rule made."""
    return apply_edits(text, [edit for _, fix in compatible(found(text, code)) for edit in fix.edits])


def numbered(*lines: str, mark: str = "{}. ") -> str:
    return "".join(f"{mark.format(number)}{line}\n" for number, line in enumerate(lines, 1))


# --- lists --------------------------------------------------------------------------------------------------------


def test_lines_move_whole_and_numbers_stay() -> None:
    text = ENGLISH + numbered(LINES[4], *LINES[:4])
    assert mended(text, "RK501") == ENGLISH + numbered(*LINES)


def test_lines_move_in_files_of_windows_too() -> None:
    text = ENGLISH + numbered(LINES[1], LINES[0], *LINES[2:], mark="- ")
    wanted = ENGLISH + numbered(*LINES, mark="- ")
    assert mended(text.replace("\n", "\r\n"), "RK501") == wanted.replace("\n", "\r\n")


def test_a_dash_stays_behind_its_author() -> None:
    lines = [LINES[3], *LINES[:3], "———, Culture and Imperialism, New York: Knopf, 1993."]
    (problem,) = found(ENGLISH + numbered(*lines, mark="- "), "RK501")
    assert problem.fix
    assert problem.fix.safety == "hint"


def test_a_list_in_the_order_of_its_years_is_left_alone() -> None:
    by_year = sorted(LINES, key=lambda line: line[-5:])
    assert found(ENGLISH + numbered(*by_year, mark="- "), "RK501") == []


def test_a_list_may_be_sorted_by_the_article_if_the_house_says_so() -> None:
    names = ("أمين، أحمد", "بدوي، عبد الرحمن", "الدوري، عبد العزيز", "زيادة، نقولا", "الوردي، علي")
    text = ARABIC + numbered(*(f"{name}، كتاب في تاريخ {name[-3:]}، دار صادر، بيروت، ١٩٥٣." for name in names))
    assert found(text, "RK501") == []
    by_article = Settings(house_style=HouseStyle(collation="with-articles"))
    assert found(text, "RK501", by_article)


def test_numbers_are_written_as_the_list_writes_them() -> None:
    text = ARABIC + "".join(
        f"{mark}الوردي، علي، كتاب رقم {title}، دار كوفان، لندن، ١٩٩٥.\n"
        for mark, title in (("١- ", "أول"), ("٢- ", "ثان"), ("٤- ", "ثالث"), ("٥- ", "رابع"))
    )
    assert [line[:3] for line in mended(text, "RK506").splitlines()[-4:]] == ["١- ", "٢- ", "٣- ", "٤- "]


def test_lines_cited_by_number_keep_their_numbers() -> None:
    text = "Text [1]. More [2]. Still more [4].\n\n## References\n\n" + "".join(
        f"{number}. {line}\n" for number, line in zip((1, 2, 4, 5), LINES, strict=False)
    )
    (problem,) = found(text, "RK506")
    assert problem.fix
    assert not problem.fix.edits


def test_a_line_taken_out_leaves_no_gap() -> None:
    text = ENGLISH + numbered(LINES[0], LINES[2], LINES[2].replace("*", ""), LINES[3])
    assert mended(text, "RK401") == ENGLISH + numbered(LINES[0], LINES[2], LINES[3])


# --- script -------------------------------------------------------------------------------------------------------


def note(text: str) -> str:
    return f"نص.[^1]\n\n[^1]: {text}\n\n## المراجع\n\n- الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("علي الوردي، وعـــاظ السلاطين، دار كوفان", "علي الوردي، وعاظ السلاطين، دار كوفان"),
        ("علی الوردی، وعاظ السلاطین علی المنابر، دار کوفان", "علي الوردي، وعاظ السلاطين على المنابر، دار كوفان"),
        ("علي الوردي، وعاظ ﺍﻟﺴﻼﻃﻴﻦ، دار كوفان", "علي الوردي، وعاظ السلاطين، دار كوفان"),
        ("علي \u200fالوردي، وعاظ\u200b السلاطين، دار كوفان", "علي الوردي، وعاظ السلاطين، دار كوفان"),
        ("علي \u202bالوردي، وعاظ السلاطين، دار كوفان", "علي الوردي، وعاظ السلاطين، دار كوفان"),
    ],
)
def test_residue_is_taken_out_and_letters_are_put_right(written: str, wanted: str) -> None:
    text = note(written + "، لندن، ١٩٩٥، ص ٥.")
    assert mended(text, "RK605") == note(wanted + "، لندن، ١٩٩٥، ص ٥.")


@pytest.mark.parametrize(
    "text",
    [
        "ــــــ، وعاظ السلاطين، دار كوفان، لندن، ١٤١٥هـ، جـ ٢، ص ٥.",
        "علی شریعتی، تاریخ و شناخت ادیان، تهران، ۱۳۵۹، ص ۵.",
        "رواه الشيخ ﷺ، وعاظ السلاطين، دار كوفان، لندن، ١٤١٥ﻫ، ص ٥.",
        "علي الوردي، وعاظ السلاطين، \u2067دار كوفان\u2069، لندن (١٩٩٥)\u200f، ص ٥.",
    ],
)
def test_what_is_meant_is_no_residue(text: str) -> None:
    assert found(note(text), "RK605") == []


def test_commas_of_a_paper_that_writes_them_so_are_its_manner() -> None:
    line = "الوردي, علي, وعاظ السلاطين, دار كوفان, لندن, ١٩٩٥"
    assert found(f"نص.[^1]\n\n[^1]: {line}, ص ٥.\n\n## المراجع\n\n- {line}.\n", "RK604") == []


def test_what_divides_two_citations_is_of_the_language_of_the_paper() -> None:
    text = note("Jane Smith, The Cat, London: Faber, 1991, p. 35؛ Roger Owen, The Dog, London: Verso, 1999, p. 30.")
    assert found(text, "RK604") == []
    assert found(text.replace("Cat,", "Cat،"), "RK604")


def test_numbers_with_commas_and_urls_have_the_commas_they_need() -> None:
    text = note("علي الوردي، وعاظ السلاطين، دار كوفان، ١,٥٠٠ نسخة، لندن، ١٩٩٥، https://example.org/a,b ، ص ٥.")
    assert found(text, "RK604") == []


@pytest.mark.parametrize(
    "text",
    [
        "1) علي الوردي، وعاظ السلاطين (لندن: دار كوفان، ١٩٩٥)، ص ٥.",
        "علي الوردي، وعاظ السلاطين )لندن: دار كوفان، ١٩٩٥(، ص ٥.",
        "علي الوردي، \u201eوعاظ السلاطين\u201c، دار كوفان، لندن، ١٩٩٥، ص ٥.",
        'علي الوردي، "وعاظ السلاطين”، دار كوفان، https://example.org/a_(b، لندن، ١٩٩٥، ص ٥.',
    ],
)
def test_marks_that_close_what_they_open(text: str) -> None:
    assert found(note(text), "RK608") == []


# --- dates and identifiers ----------------------------------------------------------------------------------------


def web(accessed: str) -> str:
    return f"Smith, Jane, Prospects of Iraq, 2021, https://example.org/17, accessed {accessed}."


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2024-12-23", "23/12/2024"),
        ("23.12.2024", "23/12/2024"),
        ("23 December 2024", "23/12/2024"),
        ("5/3/24", "05/03/2024"),
    ],
)
def test_dates_are_written_in_the_format_of_the_list(written: str, wanted: str) -> None:
    others = ("22/12/2024", "21/12/2024")
    text = ENGLISH + "".join(
        f"- {web(day).replace('Iraq', name)}\n"
        for day, name in zip((*others, written), ("Iraq", "Syria", "Egypt"), strict=True)
    )
    assert mended(text, "RK609").rstrip().endswith(f"accessed {wanted}.")


def test_a_date_that_may_be_read_in_two_ways_is_not_rewritten() -> None:
    text = ENGLISH + "".join(f"- {web(day)}\n" for day in ("2024-12-22", "2024-12-21", "5/3/2024"))
    assert [problem.fix.edits for problem in found(text, "RK609") if problem.fix] == [()]


def test_what_lies_in_the_future_depends_on_the_day() -> None:
    text = ENGLISH + f"- {web('23 December 2024')}\n"
    assert found(text, "RK703", Settings(today=date(2024, 12, 24))) == []
    (problem,) = found(text, "RK703", Settings(today=date(2024, 12, 22)))
    assert "still to come" in problem.message
    # 5/12/2024 may be of May.
    assert found(ENGLISH + f"- {web('5/12/2024')}\n", "RK703", Settings(today=date(2024, 6, 1))) == []


@pytest.mark.parametrize(
    ("identifier", "faults"),
    [
        ("ISBN 978-0-306-40615-7", 0),
        ("ISBN-13: 9780306406157", 0),
        ("ISBN 0-8044-2957-X", 0),
        ("ISBN 978-0-306-40615-8", 1),
        ("ISBN 978-0-306-40615", 1),
        ("ISSN 2434-561X", 0),
        ("ISSN 2434-5611", 1),
        ("doi:10.1000/182", 0),
        ("https://doi.org/10.1093/ajae/aaq063", 0),
        ("http://doi.acm.org/10.1145/1137627.1137631", 0),
        ("doi: 11.1093/ajae/aaq063", 1),
        ("http//example.org/a", 1),
        ("https://www,example.org/a", 1),
        ("https://web.archive.org/web/2020/https://example.org/a", 0),
        ("http://localhost:8000/a", 0),
    ],
)
def test_identifiers_are_checked_by_form_and_check_digit(identifier: str, faults: int) -> None:
    text = ENGLISH + f"- Said, Edward, Orientalism, New York: Pantheon, 1978, {identifier}.\n"
    assert len(found(text, "RK704")) == faults


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("http:/example.org/a", "http://example.org/a"),
        ("https://https://example.org/a", "https://example.org/a"),
        ("doi: 10,1000/182", "doi: 10.1000/182"),
        ("doi: 10.١٠٠٠/182", "doi: 10.1000/182"),
    ],
)
def test_the_head_of_an_identifier_is_put_right(written: str, wanted: str) -> None:
    text = ENGLISH + "- Said, Edward, Orientalism, New York: Pantheon, 1978, {}.\n"
    assert mended(text.format(written), "RK704") == text.format(wanted)


# --- variants -----------------------------------------------------------------------------------------------------


def houses(*names: str, place: str = "بيروت") -> str:
    return ARABIC + numbered(
        *(f"الوردي، علي، كتاب رقم {at} في التاريخ، {name}، {place}، ١٩٩{at}." for at, name in enumerate(names, 1))
    )


def test_one_letter_makes_no_other_house_of_an_unknown_word() -> None:
    (problem,) = found(houses("منشورات الياسمين", "منشورات الياسمين", "منشورات ازياسمين"), "RK403")
    assert problem.data["usual"] == "منشورات الياسمين"


@pytest.mark.parametrize(
    ("one", "other"), [("دار الفكر", "دار الفجر"), ("دار الشرق", "دار الشروق"), ("دار الأمل", "دار العمل")]
)
def test_two_houses_of_like_names_are_two(one: str, other: str) -> None:
    assert found(houses(one, one, other), "RK403") == []


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        ("دار الشؤون الثقافية العامة", "دار الشئون الثقافية العامة"),
        ("المؤسسة العربية للدراسات والنشر", "المؤسسة العربية للدراسات و النشر"),
    ],
)
def test_the_seat_of_a_hamza_and_the_space_behind_a_waw_make_no_other_house(usual: str, other: str) -> None:
    (problem,) = found(houses(usual, usual, other), "RK403")
    assert (problem.data["text"], problem.data["usual"]) == (other, usual)


@pytest.mark.parametrize(
    ("note", "line"),
    [
        (
            "علي الوردي، آفاق العلاقات العراقية، ٢٠٢١، https://example.org/1742 (٣/٥/٢٠٢٢)",
            "الوردي، علي، آفاق العلاقات العراقية، ٢٠٢١، https://example.org/1742 (٨/٥/٢٠٢٢)",
        ),
        (
            "Jane Smith, Prospects of Iraq, 2021, https://example.org/1742 (3/5/2022)",
            "Smith, Jane, Prospects of Iraq, 2021, https://example.org/1742 (8/5/2022)",
        ),
    ],
)
def test_access_dates_are_shown_as_they_are_printed(note: str, line: str) -> None:
    (finding,) = found(f"نص.(1)\n\n(1) {note}\n\n## المراجع\n\n1. {line}\n", "RK309")
    assert all(text[text.index("(") + 1 : -1] in finding.message for text in (note, line))


@pytest.mark.parametrize(
    ("text", "slip", "name"),
    [
        (
            "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، منشورات ازياسمين، لندن، ١٩٩٥، ص ٥.\n\n"
            "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، منشورات الياسمين، لندن، ١٩٩٥.\n",
            "منشورات ازياسمين",
            "منشورات الياسمين",
        ),
        (
            "Text.[^1]\n\n[^1]: Myra Bancroft, The Story of Peat Bogs, Blacrthorn Publishing, Leeds, 1991, p. 5.\n\n"
            "## References\n\n- Bancroft, Myra, The Story of Peat Bogs, Blackthorn Publishing, Leeds, 1991.\n",
            "Blacrthorn Publishing",
            "Blackthorn Publishing",
        ),
    ],
)
def test_a_slip_of_a_note_in_a_publisher_is_reported_once(text: str, slip: str, name: str) -> None:
    (problem,) = found(text, "RK305")
    assert slip in problem.data["note"]
    assert found(text, "RK403") == []
    alone = found(text, "RK403", Settings(ignore=("RK305",)))
    assert [{problem.data["text"], problem.data["usual"]} for problem in alone] == [{slip, name}]


def test_all_places_of_a_spelling_are_mended_at_once() -> None:
    text = houses(
        "دار الكتب العلمية", "دار الكتب العلميه", "دار الكتب العلمية", "دار الكتب العلميه", "دار الكتب العلمية"
    )
    assert len(found(text, "RK403")) == 1
    assert mended(text, "RK403") == text.replace("العلميه", "العلمية")


def test_a_genitive_behind_a_preposition_is_no_other_spelling() -> None:
    text = "نص.(1)\n\n(1) محاضرات في الوقف، لمحمد أبي زهرة، دار الفكر العربي، القاهرة، ١٩٧١، ص ١٥٨.\n\n## المراجع\n\n"
    assert found(text + "- أبو زهرة، محمد، محاضرات في الوقف، دار الفكر العربي، القاهرة، ١٩٧١.\n", "RK402") == []


def test_english_names_that_sound_alike_are_two_people() -> None:
    lines = (
        "Brown, John, A History of Tea, London: Faber, 1991",
        "Brown, Jean, A History of Coffee, London: Faber, 1994",
    )
    assert found(ENGLISH + numbered(*lines), "RK406") == []


def test_issues_that_begin_anew_each_year_are_in_no_disorder() -> None:
    line = "- {}, “Article {}”, Journal of Arab Studies, no. {}, {}, pp. 1-20.\n"
    rows = (("Smith, Jane", "One", 4, 1999), ("Tripp, Charles", "Two", 2, 2004), ("Owen, Roger", "Three", 3, 2001))
    assert found(ENGLISH + "".join(line.format(*row) for row in rows), "RK407") == []


def test_safe_fixes_of_a_whole_paper_leave_nothing_to_mend() -> None:
    text = ARABIC + numbered(
        "الوردي، علي, وعاظ السلاطين، دار كوفان، لندن، 1995.",
        "أمين، أحمد، فجر الإســلام، مكتبة النهضة، القاهرة، ١٩٦٥.",
        "البستاني، بطرس، أدباء العرب، دار صادر، بيروت، ١٩٥٣.",
        "جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.",
        "الدوري، عبد العزيز et al.، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.",
    )
    for _ in range(5):
        safe = [finding for finding in findings(text) if finding.fix and finding.fix.safety == "safe"]
        text = apply_edits(text, [edit for _, fix in compatible(safe) for edit in fix.edits])
    assert [finding.code for finding in findings(text) if finding.fix and finding.fix.safety == "safe"] == []
    assert [line[:9] for line in text.splitlines()[-5:]] == [
        "1. أمين، ",
        "2. البستا",
        "3. جواد، ",
        "4. الدوري",
        "5. الوردي",
    ]
