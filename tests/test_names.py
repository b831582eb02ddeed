"""Personal and corporate names: divided, put in order, compared across scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from refkit.names import given_first, is_corporate, name_tokens, romanise, skeleton, split_people, units
from tests.strategies import messy_text


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("محمد عبيد على عبد العظيم", ["محمد", "عبيد", "على", "عبد العظيم"]),
        ("أبو رعد الفتوح", ["أبو رعد", "الفتوح"]),
        ("عبد الرحمن بن خلدون", ["عبد الرحمن", "بن خلدون"]),
        ("محمد بن سلمان آل سعود", ["محمد", "بن سلمان", "آل سعود"]),
        ("علي الدين هلال", ["علي الدين", "هلال"]),
        ("حسن نصر الله", ["حسن", "نصر الله"]),
        ("Ahmed Abdul Amir al-Anbari", ["Ahmed", "Abdul Amir", "al-Anbari"]),
        ("Abu Raad al Futuh", ["Abu Raad", "al Futuh"]),
        ("Ludwig van Beethoven", ["Ludwig", "van Beethoven"]),
        ("", []),
    ],
)
def test_a_unit_of_two_words_is_not_cut(name: str, found: list[str]) -> None:
    assert [name[unit.start : unit.end] for unit in units(name)] == found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("د. يزيد عادل عبدالمجيد", "يزيد عادل عبد المجيد"),
        ("أ.د.محمد عبيد", "محمد عبيد"),
        ("الأستاذ الدكتور خيري نوري", "خيري نوري"),
        ("(دكتور) نادر محسن", "نادر محسن"),
        ("عبدالله", "عبد الله"),
        ("حسن نصرالله", "حسن نصر الله"),
        ("نورالدين", "نور الدين"),
        ("بن خلدون", "ابن خلدون"),
        ("أحمد الأنباري", "احمد انباري"),
        ("سلوى مصطفي", "سلوي مصطفى"),
        ("Prof. Dr. Ali Hassan", "Ali Hassan"),
        ("Abd al-Hamid", "Abdulhamid"),
        ("Abdel Hamid", "Abdul Hamid"),
        ("ʿAbd al-Raḥmān", "Abd al Rahman"),
    ],
)
def test_one_person_in_two_spellings_has_the_same_tokens(left: str, right: str) -> None:
    assert name_tokens(left) == name_tokens(right) != ()


@pytest.mark.parametrize(("left", "right"), [("محمد علي", "علي محمد"), ("عبد الله", "عبيد الله"), ("أبو رعد", "رعد")])
def test_two_persons_have_other_tokens(left: str, right: str) -> None:
    assert name_tokens(left) != name_tokens(right)


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("فاضل علي عبد الحسين", "فاضل علي", "عبد الحسين"),
        ("عبد الرحمن بن خلدون", "عبد الرحمن", "بن خلدون"),
        ("محمد سعيد أبو عامود", "محمد سعيد", "أبو عامود"),
        ("عبد الله آل الشيخ", "عبد الله", "آل الشيخ"),
        ("ابن خلدون", "", "ابن خلدون"),
        ("Mohammed Obeid", "Mohammed", "Obeid"),
        ("Ahmed Abdul Amir", "Ahmed", "Abdul Amir"),
        ("Aristotle", "", "Aristotle"),
    ],
)
def test_the_last_unit_of_a_name_is_the_family_name(name: str, given: str, family: str) -> None:
    assert given_first(name) == (given, family)


def people(text: str, family_first: bool) -> list[tuple[str, str]]:
    """(family, given) of each person; (literal, '') of a name that is not divided."""
    return [(person.family or person.literal, person.given) for person in split_people(text, family_first)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الأنباري، احمد عبد الامير", [("الأنباري", "احمد عبد الامير")]),
        ("الأنباري، احمد عبد الامير ومحمد عبيد علي", [("الأنباري", "احمد عبد الامير"), ("علي", "محمد عبيد")]),
        ("علي، محمد و حسن، أحمد", [("علي", "محمد"), ("حسن", "أحمد")]),
        ("al-Anbari, Ahmed Abdul Amir", [("al-Anbari", "Ahmed Abdul Amir")]),
        ("Bassiouni, Derya and Mohamed Obaid", [("Bassiouni", "Derya"), ("Obaid", "Mohamed")]),
        ("Smith, J., & Jones, P. K.", [("Smith", "J."), ("Jones", "P. K.")]),
        ("Smith, J. A., Jones, P. K., & Brown, M.", [("Smith", "J. A."), ("Jones", "P. K."), ("Brown", "M.")]),
        ("Sanders, Andy", [("Sanders", "Andy")]),
        ("Smith, J., et al.", [("Smith", "J.")]),
        ("Tolkien, J.R.R.", [("Tolkien", "J.R.R.")]),
    ],
)
def test_a_list_that_begins_with_a_family_name_is_divided(text: str, found: list[tuple[str, str]]) -> None:
    assert people(text, family_first=True) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("احمد عبد الامير الأنباري", [("الأنباري", "احمد عبد الامير")]),
        ("نبيل محمد سليم و ضاري سرحان الحمداني", [("سليم", "نبيل محمد"), ("الحمداني", "ضاري سرحان")]),
        ("نبيل محمد سليم وضاري سرحان الحمداني", [("سليم", "نبيل محمد"), ("الحمداني", "ضاري سرحان")]),
        ("محمد عبيد، أحمد علي", [("عبيد", "محمد"), ("علي", "أحمد")]),
        ("محمد سعيد أبو عامود؛ علي الدين هلال", [("أبو عامود", "محمد سعيد"), ("هلال", "علي الدين")]),
        ("محمد وليد عبد الحي", [("عبد الحي", "محمد وليد")]),
        ("وسام الدين محمد", [("محمد", "وسام الدين")]),
        ("ميشال واكيم", [("واكيم", "ميشال")]),
        ("محمد عبيد وآخرون", [("عبيد", "محمد")]),
        ("محمد عبيد، وآخرون", [("عبيد", "محمد")]),
        ("د.محمد عبيد", [("عبيد", "محمد")]),
        ("ابن خلدون", [("ابن خلدون", "")]),
        ("John Smith and Mary Jones", [("Smith", "John"), ("Jones", "Mary")]),
        ("Ali Hassan, Mohammed Obeid & Omar Said", [("Hassan", "Ali"), ("Obeid", "Mohammed"), ("Said", "Omar")]),
        ("John Smith et al.", [("Smith", "John")]),
        ("J. R. R. Tolkien", [("Tolkien", "J. R. R.")]),
        ("", []),
        ("،،", []),
        (" و ", []),
        ("(محرر)", []),
    ],
)
def test_a_list_of_names_given_first_is_divided(text: str, found: list[tuple[str, str]]) -> None:
    assert people(text, family_first=False) == found


@pytest.mark.parametrize("family_first", [True, False])
@pytest.mark.parametrize(
    "body",
    [
        "مركز الإمارات للدراسات والبحوث الاستراتيجية",
        "معهد البحوث و الدراسات العربية",
        "مركز دراسات وبحوث الوطن العربي",
        "وزارة الخارجية والمغتربين",
        "موقع الجزيرة",
        "China Studies Unit",
        "Emirates Center for Studies and Research",
        "Ministry of Foreign Affairs and Trade",
    ],
)
def test_the_name_of_a_body_is_not_divided(body: str, family_first: bool) -> None:
    assert people(body, family_first) == [(body, "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وزارة الخارجية ومحمد علي حسن", [("وزارة الخارجية", ""), ("حسن", "محمد علي")]),
        ("محمد عبيد و مركز دراسات الوحدة", [("عبيد", "محمد"), ("مركز دراسات الوحدة", "")]),
        ("Ministry of Health and Gulf Research Center", [("Ministry of Health", ""), ("Gulf Research Center", "")]),
    ],
)
def test_a_body_beside_a_person_or_a_body_is_one_of_two_authors(text: str, found: list[tuple[str, str]]) -> None:
    assert people(text, family_first=False) == found


@pytest.mark.parametrize(
    ("name", "corporate"),
    [
        ("وزارةُ الخارجية", True),
        ("الامم المتحدة", True),
        ("The World Bank", True),
        ("البنك الدولي", True),
        ("محمد عبيد", False),
        ("أحمد مركز", False),
        ("Ahmed Ali", False),
        ("", False),
        ("٢٠١٧", False),
    ],
)
def test_a_body_is_told_from_a_person(name: str, corporate: bool) -> None:
    assert is_corporate(name) is corporate


SAME = [
    ("محمد", "Mohammed"), ("محمد", "Muhamad"), ("أحمد", "Ahmed"), ("الأنباري", "al-Anbari"), ("خلدون", "Khaldoun"),
    ("الجزيرة", "Al Jazeera"), ("شريف", "Sharif"), ("قاسم", "Kassem"), ("جمال", "Gamal"), ("جمال", "Jamal"),
    ("غسان", "Ghassan"), ("ظافر", "Zafer"), ("ضاري", "Dhari"), ("فاطمة", "Fatima"), ("ثائر", "Thaer"),
    ("يوسف", "Yousef"), ("عثمان", "Othman"), ("هدى", "Huda"), ("سارة", "Sarah"), ("مصطفى", "Mustafa"),
    ("عبد الحسين", "Abdul Hussein"), ("عبد الحميد", "Abdelhamid"), ("عبد الله", "Abdullah"),
]  # fmt: skip
NEAR = [("صلاح", "Salah"), ("عبد الرحمن", "Abd al-Rahman"), ("ناصر الدين", "Nasereddin"), ("بسيوني", "Bassiouni")]


def skeleton_of(name: str) -> str:
    return skeleton("".join(name_tokens(name)))


@pytest.mark.parametrize(("arabic", "latin"), SAME)
def test_a_name_and_its_romanisation_have_one_skeleton(arabic: str, latin: str) -> None:
    assert skeleton_of(arabic) == skeleton_of(latin) != ""


@pytest.mark.parametrize(("arabic", "latin"), NEAR)
def test_a_name_and_its_looser_romanisation_have_near_skeletons(arabic: str, latin: str) -> None:
    assert fuzz.ratio(skeleton_of(arabic), skeleton_of(latin)) >= 75


@pytest.mark.parametrize(("arabic", "latin"), [("محمد", "Salim"), ("سليم", "Nabil"), ("خلدون", "Hussein")])
def test_two_names_have_distant_skeletons(arabic: str, latin: str) -> None:
    assert fuzz.ratio(skeleton_of(arabic), skeleton_of(latin)) <= 60


@pytest.mark.parametrize(
    ("name", "romanised"),
    [("الأنباري", "anbary"), ("Ǧābirī", "gabiri"), ("Straße", "strasse"), ("العدد ٥٨", "dd 58"), ("،", ""), ("", "")],
)
def test_keys_are_made_of_a_rough_romanisation(name: str, romanised: str) -> None:
    assert romanise(name) == romanised


@given(messy_text | st.text(max_size=30))
def test_a_romanised_text_is_ascii(text: str) -> None:
    made = romanise(text)
    assert made.isascii()
    assert made == made.strip().lower()


NAME_WORDS = st.sampled_from(
    [
        "محمد",
        "وليد",
        "ومحمد",
        "و",
        "عبد",
        "بن",
        "آل",
        "،",
        "؛",
        "وآخرون",
        "مركز",
        "د.",
        "(دكتور)",
        "Smith",
        "J.",
        ",",
        "&",
        "and",
        "et al.",
        "van",
        "Unit",
        "of",
        "-",
        "\u200f",
        "ﷲ",
    ]
)


@given(messy_text | st.lists(NAME_WORDS, max_size=10).map(" ".join), st.booleans())
def test_people_stand_in_order_and_without_overlap_in_any_text(text: str, family_first: bool) -> None:
    end_before = 0
    for person in split_people(text, family_first):
        assert end_before <= person.start < person.end <= len(text)
        for part in (person.family, person.given, person.literal):
            assert set(part) <= set(text[person.start : person.end])
        assert person.family or person.given or person.literal
        end_before = person.end
