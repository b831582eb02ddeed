"""Names as they are written in .bib files, in Arabic and Latin script."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from refkit.formats.bibtex.data_annotations import is_read_back
from refkit.formats.bibtex.latex import is_balanced, writable
from refkit.formats.bibtex.names import read_names, sort_form, write_names
from refkit.model import NameForm
from tests.strategies import filled_text, messy_text


def shown(raw: str) -> list[str]:
    """The names of a field: `given | particle | family | suffix`, a body in brackets."""
    return [
        f"[{form.literal}]"
        if form.literal
        else " | ".join(
            part or "" for part in (form.given, form.non_dropping_particle, form.family, form.suffix)
        ).strip(" |")
        for form in read_names(raw)
    ]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("عبد الحميد, محمد", ["محمد |  | عبد الحميد"]),
        ("بدوي، عبد الرحمن", ["عبد الرحمن |  | بدوي"]),
        ("محمد عابد الجابري", ["محمد عابد |  | الجابري"]),
        ("عبد الرحمن بن خلدون", ["عبد الرحمن |  | بن خلدون"]),
        ("ابن خلدون, عبد الرحمن", ["عبد الرحمن |  | ابن خلدون"]),
        ("أبو زيد، نصر حامد", ["نصر حامد |  | أبو زيد"]),
        ("نصر حامد أبو زيد", ["نصر حامد |  | أبو زيد"]),
        ("آل سعود, فيصل", ["فيصل |  | آل سعود"]),
        ("أدونيس", ["أدونيس"]),
        ("كرد علي, محمد", ["محمد |  | كرد علي"]),
        ("الشيخ محمد عبده", ["الشيخ محمد |  | عبده"]),
        ("وزارة الخارجية", ["[وزارة الخارجية]"]),
        ("{مركز الإمارات للدراسات}", ["[مركز الإمارات للدراسات]"]),
        ("وزارة التربية والتعليم", ["[وزارة التربية والتعليم]"]),
        ("عائشة عبد الرحمن (بنت الشاطئ)", ["عائشة |  | عبد الرحمن | (بنت الشاطئ)"]),
        ("عائشة عبد الرحمن (بنت الشاطئ) وأحمد حسن", ["عائشة |  | عبد الرحمن | (بنت الشاطئ)", "أحمد |  | حسن"]),
        ("أدونيس (علي أحمد سعيد)", ["أدونيس (علي أحمد سعيد)"]),
        ("محمد (أبو علي) حسن", ["محمد (أبو علي) |  | حسن"]),
        ("محمد (أبو علي", ["محمد (أبو علي"]),
        ("محمد علي (محرر) وأحمد حسن", ["محمد |  | علي | (محرر)", "أحمد |  | حسن"]),
    ],
)
def test_arabic_names_are_never_cut_in_a_unit(raw: str, expected: list[str]) -> None:
    assert shown(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("الجابري, محمد and حنفي, حسن", ["محمد |  | الجابري", "حسن |  | حنفي"]),
        ("محمد علي & سارة كاظم", ["محمد |  | علي", "سارة |  | كاظم"]),
        (r"محمد علي \& سارة كاظم", ["محمد |  | علي", "سارة |  | كاظم"]),
        ("الجابري، محمد عابد؛ حنفي، حسن", ["محمد عابد |  | الجابري", "حسن |  | حنفي"]),
        ("محمد عابد الجابري وحسن حنفي", ["محمد عابد |  | الجابري", "حسن |  | حنفي"]),
        ("محمد عابد الجابري و حسن حنفي", ["محمد عابد |  | الجابري", "حسن |  | حنفي"]),
        ("سعيد, إدوارد و هنتنغتون, صموئيل", ["إدوارد |  | سعيد", "صموئيل |  | هنتنغتون"]),
        ("رضا, حسين وصفي", ["حسين وصفي |  | رضا"]),
        ("مركز دراسات الوحدة العربية؛ الجابري، محمد", ["[مركز دراسات الوحدة العربية]", "محمد |  | الجابري"]),
        ("محمد علي وآخرون", ["محمد |  | علي", "[others]"]),
        ("الدكتور محمد علي وأحمد حسن", ["الدكتور محمد |  | علي", "أحمد |  | حسن"]),
        ("Smith, John; Doe, Jane", ["John |  | Smith", "Jane |  | Doe"]),
        ("Smith, J., Doe, A. B.", ["J. |  | Smith", "A. B. |  | Doe"]),
        ("Smith, John AND Doe, Jane", ["John |  | Smith", "Jane |  | Doe"]),
        ("Sanderson\n and and  Andy Brand", ["Sanderson", "Andy |  | Brand"]),
        ("Smith, John and others", ["John |  | Smith", "[others]"]),
        ("A and {B and C} and D", ["A", "[B and C]", "D"]),
    ],
)
def test_lists_of_people_are_divided(raw: str, expected: list[str]) -> None:
    assert shown(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("von Goethe, Johann", ["Johann | von | Goethe"]),
        ("Johann Wolfgang von Goethe", ["Johann Wolfgang | von | Goethe"]),
        ("de la Cruz, Juan", ["Juan | de la | Cruz"]),
        ("al-Jabri, Mohammed", ["Mohammed |  | al-Jabri"]),
        ("Abd al-Rahman al-Kawakibi", ["Abd al-Rahman |  | al-Kawakibi"]),
        ("ʿAbd al-Raḥmān al-Kawākibī", ["ʿAbd al-Raḥmān |  | al-Kawākibī"]),
        ("Abd al Rahman al Kawakibi", ["Abd al Rahman | al | Kawakibi"]),
        ("Abd ar-Rahman ibn Khaldun", ["Abd ar-Rahman | ibn | Khaldun"]),
        ("al-Rahman al-Kawakibi, Abd", ["Abd |  | al-Rahman al-Kawakibi"]),
        ("Jane Doe (Jenny Roe)", ["Jane |  | Doe | (Jenny Roe)"]),
        ("{al-Jābirī}, M.", ["M. |  | al-Jābirī"]),
        ("Ahmed Abdul Hussein", ["Ahmed |  | Abdul Hussein"]),
        ("King, Jr., Martin Luther", ["Martin Luther |  | King | Jr."]),
        ("{King Jr.}, Martin", ["Martin |  | King Jr."]),
        ("World Health Organization", ["[World Health Organization]"]),
        ("{{Müller and Sons, Ltd.}}", ["[Müller and Sons, Ltd.]"]),
        ("G{\\\"o}del, Kurt and {\\'E}mile Zola", ["Kurt |  | Gödel", "Émile |  | Zola"]),
        ("Plato", ["Plato"]),
        ("Smith,", ["Smith"]),
        (",John", ["John"]),
        (" {} and , and ", []),
    ],
)
def test_latin_names_have_their_parts(raw: str, expected: list[str]) -> None:
    assert shown(raw) == expected


#: Words that names are made of, and those that look like joints, particles, bodies and LaTeX.
WORDS = """الأنباري عبد الحميد أبو زيد ابن و وصفي وعلي مركز جامعة وزارة Smith van al-Jabri El Sayed O'Neil Jr. and AND others
others, ، ؛ ; { } \\ R&D 50% a_b $x_1$ ñandú ß ǅ 中文 -- '' `` " J. (x) [y] & د. الدكتور and, ٢""".split()
parts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
whole_names = st.builds(NameForm, literal=parts) | st.builds(
    NameForm,
    family=parts,
    given=parts,
    non_dropping_particle=st.sampled_from((None, "van", "de la")),
    suffix=st.sampled_from((None, "Jr.", "III", "and, Sons")),
)


@settings(max_examples=100, deadline=None)
@given(st.lists(whole_names, min_size=1, max_size=3))
@example([NameForm(family="و", given="و"), NameForm(literal="others")])
def test_names_with_family_and_given_are_read_back(names: list[NameForm]) -> None:
    assert read_names(write_names(names)) == names


any_names = st.builds(NameForm, literal=filled_text) | st.builds(
    NameForm, family=filled_text, given=st.none() | messy_text, suffix=st.none() | messy_text
)


@settings(max_examples=100, deadline=None)
@given(st.lists(any_names, max_size=3))
def test_each_name_stays_one_name_and_keeps_its_letters(names: list[NameForm]) -> None:
    written = write_names(names)
    found = read_names(written)
    assert is_balanced(written)
    assert len(found) == len(names)
    for name, form in zip(names, found, strict=True):
        assert sorted(writable(name.parts).replace(" ", "")) == sorted(form.parts.replace(" ", ""))


@pytest.mark.parametrize(
    ("form", "written", "whole"),
    [
        (NameForm(family="عبد الحميد", given="محمد"), "{عبد الحميد}, محمد", True),
        (NameForm(literal="مركز الإمارات"), "{مركز الإمارات}", True),
        (NameForm(family="Goethe", given="Johann", non_dropping_particle="von"), "von Goethe, Johann", True),
        (NameForm(family="al-Jabri", given="M."), "{al-Jabri}, M.", True),
        (NameForm(family="Smith", given="John", suffix="Jr."), "Smith, Jr., John", True),
        (NameForm(literal="others"), "others", True),
        (NameForm(family="خلدون", given="علي", non_dropping_particle="ابن"), "{ابن خلدون}, علي", False),
        (NameForm(family="Gogh", given="Vincent", dropping_particle="van"), "Gogh, Vincent van", False),
        (NameForm(family="El Sayed Hassan"), "{El Sayed Hassan}", False),
    ],
)
def test_names_are_written_as_programs_read_them(form: NameForm, written: str, whole: bool) -> None:
    assert write_names([form]) == written
    assert is_read_back(form) == whole


def test_the_sort_form_has_no_article_and_one_kind_of_alif() -> None:
    assert sort_form("الأنباري, أحمد and {المركز العربي}") == "انباري, احمد and {مركز العربي}"
    assert sort_form("{al-Anbari}, Ahmed and Albert, El") == "{Anbari}, Ahmed and Albert, El"
