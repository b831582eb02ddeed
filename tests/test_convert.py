"""`refkit convert`: every pair of formats, what is said on stderr, and files that cannot be read or written."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from refkit.cli import main
from refkit.formats import read_library
from refkit.model import Library
from tests.documents import EXAMPLE, ROOT

LIBRARY = ROOT / "data" / "references.yaml"


def convert(*arguments: str | Path) -> int:
    return main(["convert", *map(str, arguments)])


@pytest.mark.parametrize("target", ["bib", "json", "yaml"])
@pytest.mark.parametrize("source", ["bib", "json", "yaml"])
def test_the_example_library_goes_through_every_pair_of_formats(tmp_path: Path, source: str, target: str) -> None:
    first, second, back = tmp_path / f"a.{source}", tmp_path / f"b.{target}", tmp_path / "back.yaml"
    assert convert(LIBRARY, first) == convert(first, second) == convert(second, back) == 0
    assert read_library(back) == read_library(LIBRARY)


def test_classic_bibtex_says_the_same(tmp_path: Path) -> None:
    assert convert(LIBRARY, tmp_path / "a.bib", "--profile", "bibtex") == 0
    assert read_library(tmp_path / "a.bib") == read_library(LIBRARY)


def test_what_ris_has_no_room_for_is_named_on_stderr(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert(LIBRARY, tmp_path / "a.ris") == 0
    output = capsys.readouterr()
    assert output.out == ""
    lines = output.err.splitlines()
    assert lines[-1] == f"{tmp_path / 'a.ris'}: 27 entries"
    assert all(line.startswith("not carried: ") for line in lines[:-1])
    assert any(line.startswith("not carried: author of anbari2017") and line.endswith("left out: en") for line in lines)


def test_one_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert(LIBRARY, tmp_path / "a.bib", "--language", "en") == 0
    text = (tmp_path / "a.bib").read_text("utf-8")
    assert not [char for char in text if "\u0620" <= char <= "\u064a"]
    assert convert(LIBRARY, tmp_path / "b.bib", "--language", "ar") == 0
    assert "there is no form in ar; written in en" in capsys.readouterr().err


def test_a_library_in_one_language_has_one_form_of_everything(tmp_path: Path) -> None:
    assert convert(LIBRARY, tmp_path / "a.yaml", "--language", "en") == 0
    for entry in read_library(tmp_path / "a.yaml").references:
        forms = [entry.title, entry.publisher, *entry.author]
        assert {tag for form in forms if form for tag in form.root} <= {"en"}


def test_failures_and_repairs_are_said_with_their_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.bib"
    source.write_text("@book{a, title={A}}\n@book{}\n@book{A, title={B}}\n", "utf-8")
    assert convert(source, tmp_path / "b.json") == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"refkit: {source}:2: ")
    assert said[0].endswith("; left out")
    assert said[1].startswith(f"refkit: {source}:3: A: key used twice")
    assert len(read_library(tmp_path / "b.json").references) == 2


def test_keys_that_bibtex_cannot_use_are_made_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "a.yaml"
    source.write_text(
        "references:\n"
        "  - {key: جابري١٩٨٤, author: [{ar: {family: الجابري, given: محمد}, en: {family: al-Jabri, given: M.}}], issued: 1984}\n"
        "  - {key: 'a#b', author: [{family: بدوي, given: عبد الرحمن}], title: مدخل, issued: 2001}\n",
        "utf-8",
    )
    assert convert(source, tmp_path / "a.bib") == 0
    assert [entry.key for entry in read_library(tmp_path / "a.bib").references] == ["jabri1984", "bdwy2001"]
    assert "not carried: key of جابري١٩٨٤: written as jabri1984" in capsys.readouterr().err
    assert convert(source, tmp_path / "b.bib", "--key-pattern", "{author}-{title}-{year}") == 0
    assert [entry.key for entry in read_library(tmp_path / "b.bib").references] == ["jabri--1984", "bdwy-mdkhl-2001"]


@pytest.mark.parametrize("pattern", ["{autor}", "x", "{year} {author}", "{year}م"])
def test_a_pattern_that_makes_no_key_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], pattern: str
) -> None:
    assert convert(LIBRARY, tmp_path / "a.bib", "--key-pattern", pattern) == 2
    assert capsys.readouterr().err.startswith("refkit: key_pattern: ")
    assert not (tmp_path / "a.bib").exists()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.bib", b"", "the file is empty"),
        ("a.bib", b"\x00\x01\x02", "a binary file, not text"),
        ("a.json", b"[" * 100_000, "not JSON: nested too deep"),
        ("a.yaml", b"a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n", "a library has a list"),
        ("a.ris", b"hello\n", "no entry could be read"),
        ("a.bib", b"@book{}", "no entry could be read"),
        ("a.md", b"# x", "cannot read a library in .md"),
    ],
)
def test_files_that_are_no_library_are_answered_in_a_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes, reason: str
) -> None:
    source, target = tmp_path / name, tmp_path / "out.bib"
    source.write_bytes(content)
    assert convert(source, target) == 2
    said = capsys.readouterr().err.splitlines()
    assert reason in said[-1]
    assert said[-1].startswith(f"refkit: {source}")
    assert not target.exists()


def test_a_yaml_file_that_grows_without_end_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
    )
    source = tmp_path / "a.yaml"
    source.write_text(bomb + "references: *a11\n", "utf-8")
    assert convert(source, tmp_path / "out.bib") == 2
    assert "more than" in capsys.readouterr().err


def test_a_library_is_not_converted_onto_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, link = tmp_path / "a.yaml", tmp_path / "b.yaml"
    text = "references:\n  - {key: a, titel: typo}\n  - {key: b, title: B}\n"
    source.write_text(text, "utf-8")
    link.symlink_to(source)
    for target in (source, link):
        assert convert(source, target) == 2
        assert (
            capsys.readouterr().err
            == f"refkit: {target}: is IN too; what is not understood there would be overwritten\n"
        )
    assert source.read_text("utf-8") == text


def test_a_target_that_takes_no_file_leaves_nothing_behind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert convert(LIBRARY, tmp_path / "missing" / "out.bib") == 2
    assert "cannot write" in capsys.readouterr().err
    assert convert(LIBRARY, tmp_path / "out.docx") == 2
    assert "cannot write a library in .docx; known: .bib" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_library_without_entries_is_converted(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_text("references: []\n", "utf-8")
    for target in ("a.bib", "a.json", "a.ris"):
        assert convert(source, tmp_path / target) == 0
    assert read_library(tmp_path / "a.json") == Library()


ENDNOTE = """<?xml version="1.0" encoding="UTF-8"?>
<xml><records><record><rec-number>1</rec-number><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style>بدوي, عبد الرحمن</style></author></authors></contributors>
<titles><title><style>عنوان المقال</style></title><secondary-title>مجلة</secondary-title></titles>
<dates><year>2001</year></dates><volume>3</volume></record></records></xml>
"""


def test_an_endnote_export_is_read_through_pandoc(tmp_path: Path) -> None:
    source = tmp_path / "a.xml"
    source.write_text(ENDNOTE, "utf-8")
    assert convert(source, tmp_path / "a.bib") == 0
    (entry,) = read_library(tmp_path / "a.bib").references
    assert entry.author[0].root["ar"].family == "بدوي"
    assert (entry.volume, entry.issued and entry.issued.year) == ("3", 2001)


@pytest.mark.parametrize("text", ["<html/>", "<xml><records>", "<xml><records><!DOCTYPE x></records>"])
def test_broken_xml_is_answered_in_a_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    source = tmp_path / "a.xml"
    source.write_text(text, "utf-8")
    assert convert(source, tmp_path / "a.bib") == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_without_pandoc_the_extra_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "a.xml"
    source.write_text(ENDNOTE, "utf-8")
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    monkeypatch.setenv("PATH", "")
    assert convert(source, tmp_path / "a.bib") == 2
    assert "pip install 'refkit-bilingual[documents]'" in capsys.readouterr().err


def test_the_command_runs_by_itself(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "refkit", "convert", str(LIBRARY), str(tmp_path / "a.bib")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith(": 27 entries\n")


def test_extract_writes_any_format_and_names_what_it_does_not_carry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(EXAMPLE), "-o", str(tmp_path / "a.bib")]) == 0
    assert "not carried: department" in capsys.readouterr().err
    assert len(read_library(tmp_path / "a.bib").references) == 26


def test_a_paper_is_checked_against_a_library_of_any_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = []
    for name in ("a.yaml", "a.bib", "a.json"):
        convert(LIBRARY, tmp_path / name)
        main(["check", str(EXAMPLE), "--library", str(tmp_path / name)])
        found.append(capsys.readouterr().out)
    assert found[0] == found[1] == found[2]
    assert "27 works" in found[0]
