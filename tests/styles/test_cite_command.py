"""`refkit cite`: what people type, what they get, and what they are told."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path

import pytest

from refkit.cli import main
from tests.styles.goldens import FOLDER, ROOT

LIBRARY = str(FOLDER / "library.yaml")
PAPER = str(ROOT / "examples" / "russian-chinese-relations.md")


def test_both_languages_are_twin_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", LIBRARY, "--style", "iraqi-humanities"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("المراجع\n\n1. ابن خلدون، عبد الرحمن")
    assert "\nReferences\n\n1. A Thousand and One Nights, (Arab Republic Bookshop, Cairo, n.d.).\n" in out


def test_one_language_lists_everything_once(capsys: pytest.CaptureFixture[str]) -> None:
    for language in ("ar", "en"):
        assert main(["cite", LIBRARY, "--style", "iraqi-humanities", "--language", language]) == 0
        out = capsys.readouterr().out
        assert len([line for line in out.splitlines() if line[:1].isdigit()]) == 32
        assert ("الجابري، محمد عابد" in out) == (language == "ar")
        assert "Hourani, Albert" in out


def test_sections_and_arabic_digits(capsys: pytest.CaptureFixture[str]) -> None:
    call = ["cite", LIBRARY, "--style", "iraqi-humanities", "--sections", "--digits", "arabic"]
    assert main(call) == 0
    arabic, _, english = capsys.readouterr().out.partition("\nReferences\n")
    assert "أولاً: الدوريات" in arabic
    assert "العدد ٥٨، (٢٠١٧)، ص ٥٦-٨٣" in arabic
    assert "No. 58, (2017), pp. 56-83" in english


def test_what_could_not_be_formatted_is_named_by_entry(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", LIBRARY, "--style", "apa"]) == 1
    captured = capsys.readouterr()
    assert captured.err == f"refkit: {LIBRARY}: jawahiri1991: the style prints nothing of it; left out\n"
    assert "الجواهري" not in captured.out


def test_a_bad_entry_of_a_library_is_named_and_the_others_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "library.yaml"
    good = "{key: a, type: book, title: Good, author: [{family: Zed, given: Ann}], issued: 2001}"
    path.write_text(f"references:\n  - {good}\n  - {{key: b, issued: {{month: 40}}}}\n", "utf-8")
    assert main(["cite", str(path)]) == 1
    captured = capsys.readouterr()
    assert captured.out == "References\n\nZed, A. (2001). Good.\n"
    assert f"{path}:3: " in captured.err


def test_a_manuscript_gives_the_list_of_its_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", PAPER, "--style", "chicago-notes-ar", "--language", "ar"]) == 0
    out = capsys.readouterr().out
    assert "صيفي، مشاور. «مستقبل الشراكة الإستراتيجية الروسية" in out


def test_notes_of_a_manuscript_full_then_short_then_ibid(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", PAPER, "--style", "iraqi-humanities", "--notes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 29
    assert "(٢) زيدون سلمان محمد، مصدر سبق ذكره، ص 269." in lines
    assert lines[lines.index("(2) يزيد عادل عبد المجيد، مصدر سبق ذكره، ص 203.") + 1] == "(3) المصدر نفسه، ص 204."


@pytest.mark.parametrize(
    ("name", "start"),
    [("list.html", "<!DOCTYPE html>"), ("list.md", "<div lang"), ("list.tex", "% XeLaTeX"), ("list.txt", "المراجع")],
)
def test_the_suffix_chooses_the_output(tmp_path: Path, name: str, start: str) -> None:
    assert main(["cite", LIBRARY, "--style", "apa-ar", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_docx_to_a_file_and_to_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.docx"
    assert main(["cite", LIBRARY, "--style", "apa-ar", "-o", str(path)]) == 0
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(sys, "stdout", pipe)
    assert main(["cite", LIBRARY, "--style", "apa-ar", "--to", "docx"]) == 0
    pipe.seek(0)
    data = pipe.buffer.read()
    assert data == path.read_bytes()
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_json_is_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", LIBRARY, "--style", "apa-ar", "--to", "json"]) == 0
    arabic, english = json.loads(capsys.readouterr().out)["lists"]
    assert (arabic["language"], english["language"]) == ("ar", "en")
    assert len(english["sections"][0]["lines"]) == 31


def test_the_styles_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "--list-styles"]) == 0
    names = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert {"apa", "chicago-notes", "mla", "ieee", "harvard", "vancouver", "iraqi-humanities"} <= set(names)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "refkit cite needs a FILE, or --list-styles"),
        ([LIBRARY, "--style", "vancuver"], "no style is called 'vancuver'; the nearest: vancouver"),
        ([LIBRARY, "--style", "no/such.csl"], "no/such.csl: there is no such style file"),
        ([LIBRARY, "--to", "pdf"], "no output is called 'pdf'; there are: docx, html, json, latex, markdown, text"),
        ([LIBRARY, "-o", "list.pdf"], "list.pdf: no output makes .pdf; known: "),
        ([LIBRARY, "-o", LIBRARY], "is FILE too; the list would overwrite it"),
        ([LIBRARY, "--notes"], "a library has no notes; --notes is for manuscripts"),
        (["no-such.yaml"], "no-such.yaml: no such file"),
        (["no-such.md"], "no-such.md: no such file"),
    ],
)
def test_a_wrong_call_is_answered_in_one_line(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cite", *arguments]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("refkit: ")
    assert captured.err.count("\n") == 1
    assert message in captured.err
