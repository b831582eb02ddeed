"""`refkit parse` and `refkit.parse_reference`: a line in, an object out, in order, whatever the line is."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

import refkit
from refkit.cli import main

ARABIC = "الجابري، محمد عابد، العقل الأخلاقي العربي، مركز دراسات الوحدة العربية، بيروت، ٢٠٠١."
ENGLISH = "Said, Edward W. Orientalism. New York: Pantheon Books, 1978."
TWO = f"ينظر: طه حسين، في الشعر الجاهلي، دار الكتب المصرية، القاهرة، ١٩٢٦، ص ٤٥؛ {ARABIC[:-1]}، ص ٧."
KEYS = ["text", "language", "form", "fields", "spans", "confidence", "more"]


def parsed(capsys: pytest.CaptureFixture[str], path: str | Path) -> tuple[int, list[dict[str, Any]], str]:
    code = main(["parse", str(path)])
    captured = capsys.readouterr()
    return code, [json.loads(line) for line in captured.out.splitlines()], captured.err


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "مراجع.txt"
    path.write_text(f"{ARABIC}\n\n{ENGLISH}\r\n{TWO}\n", "utf-8-sig")
    return path


def test_each_line_gives_one_object_in_order(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, records, err = parsed(capsys, lines)
    assert (code, err) == (0, "")
    assert [record["text"] for record in records] == [ARABIC, ENGLISH, TWO]
    assert all(list(record) == KEYS for record in records)
    assert [record["language"] for record in records] == ["ar", "en", "ar"]


def test_fields_are_csl_json_and_spans_are_slices(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arabic, english, _ = parsed(capsys, lines)[1]
    assert arabic["fields"] == {
        "type": "book",
        "author": [{"family": "الجابري", "given": "محمد عابد"}],
        "title": "العقل الأخلاقي العربي",
        "publisher": "مركز دراسات الوحدة العربية",
        "publisher-place": "بيروت",
        "issued": {"date-parts": [[2001]]},
    }
    assert english["fields"]["author"] == [{"family": "Said", "given": "Edward W."}]
    for record in (arabic, english):
        start, end = record["spans"]["title"]
        assert record["text"][start:end] == record["fields"]["title"]
        assert set(record["confidence"].values()) <= {"agreed", "single", "review"}
        assert record["confidence"].keys() == record["spans"].keys()


def test_further_citations_of_a_line_stand_under_more(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = parsed(capsys, lines)[1][2]
    assert record["fields"]["title"] == "في الشعر الجاهلي"
    assert record["text"][slice(*record["spans"]["title"])] == "في الشعر الجاهلي"
    (further,) = record["more"]
    assert list(further) == KEYS
    assert further["fields"]["title"] == "العقل الأخلاقي العربي"
    assert further["text"][slice(*further["spans"]["title"])] == "العقل الأخلاقي العربي"


def test_a_bad_line_stops_nothing_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(b"\xff\xfe caf\xe9\n" + b"x" * 300_000 + b"\nSa\x00id\n" + ENGLISH.encode())
    code, records, err = parsed(capsys, path)
    assert code == 0
    assert [record["text"] for record in records[2:]] == ["Said", ENGLISH]
    assert [line.split(": ", 2)[1:] for line in err.splitlines()] == [
        [f"{path}:1", "not UTF-8 (byte 0); read with replacement signs"],
        [f"{path}:2", "longer than 200000 bytes; cut there"],
        [f"{path}:3", "has a NUL; read without it"],
    ]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{ENGLISH}\n".encode())))
    code, records, _ = parsed(capsys, "-")
    assert (code, len(records)) == (0, 1)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "no such file"), (b"PK\x00\x01", "a binary file, not text")],
)
def test_what_is_no_text_is_one_line_and_exit_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, reason: str
) -> None:
    path = tmp_path / "given.txt"
    if content is not None:
        path.write_bytes(content)
    assert parsed(capsys, path) == (2, [], f"refkit: {path}: {reason}\n")


def test_a_folder_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert parsed(capsys, tmp_path) == (2, [], f"refkit: {tmp_path}: is a folder, not a file\n")


def test_python_gives_the_same(lines: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = parsed(capsys, lines)[1]
    assert [refkit.parse_reference(record["text"]).record() for record in records] == records


def test_a_back_reference_is_known_for_one() -> None:
    citation = refkit.parse_reference("المرجع نفسه، ص ٧.")
    assert citation.form == "ibid"
    assert citation.csl() == {"page": "7"}


def test_a_hijri_year_alone_is_not_lost() -> None:
    fields = refkit.parse_reference("المغني، ابن قدامة، تحقيق: عبد الله التركي، دار هجر، القاهرة، ط٢، ١٤١٢هـ.").csl()
    assert fields["issued"] == {"raw": "1412هـ"}
    assert fields["publisher"] == "دار هجر"


@pytest.mark.parametrize("text", ["!!!", "....؛؛؛،،،", "Thanks to the reviewers.", "والله أعلم."])
def test_what_cites_nothing_has_the_form_none(text: str) -> None:
    record = refkit.parse_reference(text).record()
    assert (record["form"], record["fields"]) == ("none", {})


@pytest.mark.parametrize(
    ("text", "title", "year"),
    [
        ("القانون المدني العراقي رقم 40 لسنة 1951، المادة 12.", "القانون المدني العراقي رقم 40 لسنة 1951", 1951),
        ("Iraqi Civil Code No. 40 of 1951.", "Iraqi Civil Code No. 40 of 1951", 1951),
        (
            "قرار التقسيم لسنة 1947، وليد الخالدي، مؤسسة الدراسات الفلسطينية، بيروت، 1998.",
            "قرار التقسيم لسنة 1947",
            1998,
        ),
    ],
)
def test_a_law_is_one_title_and_a_book_on_it_is_a_book(text: str, title: str, year: int) -> None:
    fields = refkit.parse_reference(text).csl()
    assert fields["title"] == title
    assert fields["issued"] == {"date-parts": [[year]]}
