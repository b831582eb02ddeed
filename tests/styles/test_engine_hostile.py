"""Values that nobody expects: rendered safely, or reported under the entry's key; never lost, never a crash."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.errors import RefkitError
from refkit.model import Entry, Library
from refkit.settings import Citing
from refkit.styles import cite
from refkit.styles.engine.references import reference
from tests.styles.test_engine_lists import STYLES, entry, formatted, lines, texts

HOSTILE = [
    entry("script", "<script>alert(1)</script> & Co", [{"family": "<b>Bold", "given": "A & B"}]),
    Entry(key="bare"),
    Entry.model_validate({"key": "untyped", "title": "No type"}),
    entry("unknown", "Gizmo", type="gizmo"),
    entry("many", "Many", [{"family": f"N{number}", "given": "X"} for number in range(10_000)]),
    entry("controls", "a\x00b\x1b\ufdd0\ufdef\ufdd2 c\u200f\nd \ud800"),
    entry("nothing", "Empty names", custom={"director": [None, {}, [None], {"family": ""}], "compiler": [[]]}),
    entry("wrong", "Wrong names", custom={"curator": "somebody"}),
    entry("dates", "Wrong dates", custom={"submitted": {"date-parts": [["x"]]}}),
    entry("parts", "No parts", custom={"submitted": {"date-parts": 5}}),
    entry("null", "Null date", custom={"submitted": [None], "available-date": {"date-parts": [[None]]}}),
    entry("early", "Early", issued=-44),
    entry("zero", "Zero", issued=0),
    entry("late", "Late", issued=99_999_999_999),
    entry("quotes", '"' * 3000 + "«" * 3000 + "'" * 3000),
    entry("tags", "<i>" * 3000 + "x" + "</i>" * 1000),
    entry("long", "a " * 50_000, [{"family": "F", "given": "a-" * 20_000}]),
    entry("numbers", "T", page="1-" * 20_000, volume="1," * 20_000),
]


@pytest.mark.parametrize("style", ["author-date", "notes", "numbers"])
def test_every_entry_comes_out_or_is_reported(style: str) -> None:
    made = formatted(*HOSTILE, style=style)
    reported = {failure.text for failure in made.failures}
    assert {line.key for line in lines(made)} | reported == {work.key for work in HOSTILE}
    assert {"wrong", "dates", "parts", "null"} <= reported
    assert all(failure.reason.startswith(f"{failure.text}: ") for failure in made.failures)
    for line in lines(made):
        assert line.text.strip()
        assert not any("\ufdd0" <= char <= "\ufdef" or char in "\x00\x1b\n\ud800" for char in line.text)


def test_markup_of_others_is_text() -> None:
    work = entry("a", "<script>alert(1)</script> & <i>Bones</i>", [{"family": "<b>Bold", "given": "A & B"}])
    runs = lines(formatted(work))[0].runs
    assert "".join(run.text for run in runs) == "<b>Bold, A. & B. (n.d.). <script>alert(1)</script> & Bones."
    assert [run.text for run in runs if not run.faces][-1] == "Bones."  # upright in an italic title


def test_keys_keep_their_case() -> None:
    author = [{"family": "Ali", "given": "Omar"}]
    made = formatted(entry("Ali2020", "One", author, issued=2020), entry("ali2020", "Two", author, issued=2020))
    assert [(line.key, line.text) for line in lines(made)] == [
        ("Ali2020", "Ali, O. (2020a). One."),
        ("ali2020", "——— (2020b). Two."),
    ]


def test_roles_of_csl_1_0_2_are_names() -> None:
    item = {"id": "a", "type": "book", "chair": [{"family": "Smith"}], "narrator": [{"literal": "BBC"}]}
    made = reference(item)
    assert made.get("chair")[0].family == "Smith"
    assert made.get("narrator")[0].literal == "BBC"


@pytest.mark.parametrize(
    ("issued", "printed"),
    [
        ({"year": 2020, "text": "2020-21"}, "Spring 2020"),
        ({"year": 2020, "text": "2020-03-01/2020-03-05"}, "March 1–5, 2020"),
        ({"year": 2020, "text": "2020-03-30/2020-04-02"}, "March 30–April 2, 2020"),
        ({"year": 2019, "end_year": 2021}, "2019–2021"),
        ({"text": "before the flood"}, "before the flood"),
        ({"year": 1399, "calendar": "hijri"}, "1399 AH"),
        ({"year": 1399, "calendar": "hijri", "also": {"year": 1979}}, "1399 AH/1979 CE"),
    ],
)
def test_dates(issued: dict[str, Any], printed: str) -> None:
    assert texts(entry("a", "Days", issued=issued), style="numbers") == [f"“Days,” {printed}."]


def test_a_hijri_year_is_printed_as_written_and_sorts_by_its_gregorian_year() -> None:
    author = [{"family": "علي", "given": "عمر"}]
    hijri = {"year": 1399, "calendar": "hijri"}
    made = texts(entry("b", "ثان", author, issued=1985), entry("a", "أول", author, issued=hijri))
    assert made == ["علي، ع. (1399هـ). أول.", "——— (1985). ثان."]


def test_one_bad_entry_leaves_the_others_as_they_are() -> None:
    good = [entry("a", "One", issued=2000), entry("b", "كتاب", issued=2001)]
    bad = entry("bad", "Bad", custom={"curator": "somebody"})
    assert lines(formatted(good[0], bad, good[1])) == lines(formatted(*good))


def test_a_file_that_is_no_style_is_said_in_one_line(tmp_path: Any) -> None:
    broken, other = tmp_path / "broken.csl", tmp_path / "other.csl"
    broken.write_text("<style", "utf-8")
    other.write_text("<html/>", "utf-8")
    for path in (broken, other):
        with pytest.raises(RefkitError, match="no CSL") as caught:
            cite(Library(references=(entry("a", "One"),)), str(path))
        assert "\n" not in str(caught.value)


def test_entities_of_a_style_are_not_resolved(tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden", "utf-8")
    path = tmp_path / "entity.csl"
    path.write_text(
        f'<!DOCTYPE style [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">'
        '<locale><terms><term name="edition">&x;</term></terms></locale><bibliography><layout delimiter=" ">'
        '<text variable="title"/><text term="edition"/></layout></bibliography></style>',
        "utf-8",
    )
    with pytest.raises(RefkitError, match="entity"):
        cite(Library(references=(entry("a", "One"),)), str(path))


_WORDS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z", "M", "Cc", "Cf")), max_size=30)


@settings(max_examples=60, deadline=None)
@given(title=_WORDS, family=_WORDS, first=_WORDS, page=_WORDS, date=_WORDS)
def test_any_text_is_rendered_or_reported(title: str, family: str, first: str, page: str, date: str) -> None:
    dated = any(map(str.isprintable, date.strip()))
    fields = {"page": page, "issued": {"text": date}} if dated else {"page": page}
    author = [{"family": family, "given": first}] if family.strip() else []
    made = cite(
        Library(references=(entry("a", title, author, **fields),)), f"{STYLES}/author-date.csl", citing=Citing()
    )
    assert len(lines(made)) + len(made.failures) == 1
