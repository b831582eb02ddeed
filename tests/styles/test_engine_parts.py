"""The parts of the engine by themselves: text of fields, case, signs that meet, names, collation, what is kept."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from refkit.styles import engine
from refkit.styles.engine import casing, collation, marks, particles, richtext
from refkit.styles.engine.assembly import Typography, pieces
from refkit.styles.engine.elements import base
from refkit.styles.engine.suffixes import letters
from refkit.styles.engine.values import is_numeric, is_plural
from tests.styles.test_engine_lists import entry, formatted

INSIDE, OUTSIDE = Typography(inside=True), Typography()


def printed(rendered: str, typography: Typography = OUTSIDE) -> str:
    """Rendered text as it is printed, without looks."""
    return "".join(piece.text for piece in pieces(rendered, typography))


@pytest.mark.parametrize(
    "name", [info.name for info in pkgutil.walk_packages(engine.__path__, "refkit.styles.engine.")]
)
def test_examples_in_docstrings(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('say "hello" now', "say “hello” now"),
        ("the dog's 'bone'", "the dog’s “bone”"),
        ("«الأم» للشافعي", "“الأم” للشافعي"),
        ('an 8" disk', 'an 8" disk'),
        ('"one" and "two"', "“one” and “two”"),
        ('a "b “c” d"', "a “b ‘c’ d”"),
        ('unclosed "quote', 'unclosed "quote'),
        ("<i>x</i> <b>", "x <b>"),
    ],
)
def test_text_of_fields(text: str, shown: str) -> None:
    assert printed(richtext.marked(text)) == shown


@pytest.mark.parametrize(
    ("case", "text", "changed"),
    [
        ("title", "the origin of species: a study", "The Origin of Species: A Study"),
        ("title", "what to look for", "What to Look For"),
        ("title", "UNESCO and the iPhone", "UNESCO and the iPhone"),
        ("title", "تاريخ العرب", "تاريخ العرب"),
        ("sentence", "The Origin Of USA Species", "The origin of USA species"),
        ("capitalize-first", "« ibid.", "« Ibid."),
        ("capitalize-all", "new york", "New York"),
        ("uppercase", "straße", "STRASSE"),
    ],
)
def test_case(case: str, text: str, changed: str) -> None:
    assert casing.apply(case, text, english=True) == changed


def test_title_case_is_for_english_only() -> None:
    assert casing.apply("title", "les origines de la vie", english=False) == "les origines de la vie"


@pytest.mark.parametrize(
    ("one", "two", "together"),
    [
        ("Really?", ".", "Really?"),
        ("Ed.", ".", "Ed."),
        ("Ed.", ", x", "Ed., x"),
        ("a, ", ", b", "a, , b"),
        ("a,", ",", "a,"),
        ("a ", " b", "a b"),
        ("لماذا؟", ".", "لماذا؟"),
        ("شيء،", ".", "شيء."),
        ("one...", ".", "one..."),
    ],
)
def test_signs_that_meet(one: str, two: str, together: str) -> None:
    assert printed(one + marks.SEAM + two) == together


def test_signs_inside_a_value_stay() -> None:
    assert printed("a.. b,, c") == "a.. b,, c"


@pytest.mark.parametrize(
    ("quoted", "after", "inside", "outside"),
    [("T", ".", "“T.”", "“T”."), ("T", ",", "“T,”", "“T”,"), ("T?", ".", "“T?”", "“T?”"), ("T", ";", "“T”;", "“T”;")],
)
def test_signs_and_quotation_marks(quoted: str, after: str, inside: str, outside: str) -> None:
    rendered = f"{marks.QUOTE}{quoted}{marks.END}{marks.SEAM}{after}"
    assert printed(rendered, INSIDE) == inside
    assert printed(rendered) == outside


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ({"family": "van Gogh", "given": "Vincent"}, ("van", "Gogh", "Vincent", "")),
        ({"family": "al-Ghazali", "given": "Abu"}, ("al-", "Ghazali", "Abu", "")),
        ({"family": "d'Alembert", "given": "Jean"}, ("d’", "Alembert", "Jean", "")),
        ({"family": "Smith", "given": "John, Jr."}, ("", "Smith", "John", "Jr.")),
        ({"family": '"van Happel"', "given": "E"}, ("", "van Happel", "E", "")),
        ({"family": "الغزالي", "given": "أبو حامد"}, ("", "الغزالي", "أبو حامد", "")),
        ({"family": "bell hooks"}, ("", "bell hooks", "", "")),
    ],
)
def test_particles(given: dict[str, str], parts: tuple[str, ...]) -> None:
    found = particles.person(given)
    assert found is not None
    assert (found.non_dropping, found.family, found.given, found.suffix) == parts


@pytest.mark.parametrize("value", [None, 5, [], [[]], {}, {"family": None}, {"given": ""}])
def test_what_is_no_name(value: object) -> None:
    assert particles.person(value) is None


def test_collation_keys_compare_across_scripts() -> None:
    words = ["Zed", "باشا", "Álvarez", "الأنباري", "123", "", "«"]
    order = sorted(words, key=collation.key)
    assert order.index("الأنباري") < order.index("باشا") < order.index("Álvarez") < order.index("Zed")
    sorted(words, key=lambda word: collation.key(word, mixed=True))


def test_letters_never_end() -> None:
    assert [letters(number, "ar") for number in (0, 1, 2, 4, 28)] == ["أ", "ب", "ج", "هـ", "أأ"]
    assert [letters(number, "en") for number in (25, 26, 51, 52)] == ["z", "aa", "az", "ba"]
    for language in ("ar", "en"):
        assert len({letters(number, language) for number in range(2000)}) == 2000


def test_numbers() -> None:
    assert [is_numeric(value) for value in ("12", "2nd", "1-3", "3 & 5", "١٢", "first", "")] == [True] * 5 + [False] * 2
    assert [is_plural(value) for value in ("1-3", "1, 2", "3 and 5", "2.0", "12", "١-٣")] == [True] * 3 + [
        False
    ] * 2 + [True]


def test_what_is_looked_up_once_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        entry("a", "نقد العقل", [{"family": "الجابري", "given": "محمد عابد"}], issued=2009, page="3-5"),
        entry("b", "A history", [{"family": "Hourani", "given": "Albert"}], type="article-journal", issued=1991),
        entry("c", "A history again", [{"family": "Hourani", "given": "Albert"}], issued=1991),
    ]
    for style in ("author-date", "notes", "numbers"):
        kept = formatted(*found, style=style)
        with monkeypatch.context() as patch:
            patch.setattr(base, "KEEPS", False)
            assert formatted(*found, style=style) == kept


def test_citeproc_is_as_it_was() -> None:
    code = (
        "import citeproc.model as m; before = {n: dict(vars(c)) for n, c in vars(m).items() if isinstance(c, type)};"
        "subclasses = set(m.CitationStylesElement.__subclasses__());"
        "import refkit.styles.engine.sheets;"
        "after = {n: dict(vars(c)) for n, c in vars(m).items() if isinstance(c, type)};"
        "assert before.keys() == after.keys();"
        "assert all(before[n] == after[n] for n in before);"
        "assert subclasses == set(m.CitationStylesElement.__subclasses__())"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path.cwd())


def test_the_package_loads_no_engine() -> None:
    code = "import sys, refkit.styles, refkit.settings; assert not {'lxml', 'citeproc', 'pyuca'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path.cwd())
