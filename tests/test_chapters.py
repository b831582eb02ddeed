"""A work in several files: chapters in a folder or in a row, with one list or one library for all of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypandoc
import pytest

from refkit.cli import main
from refkit.formats.chapters import natural
from tests.documents import EXAMPLE

WARDI = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥."
DURI = "عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠."
LIST = "# المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"


def chapter(*notes: str, first: int = 1) -> str:
    """A chapter with these notes, numbered from `first` on."""
    numbered = list(enumerate(notes, first))
    prose = " ".join(f"كلمة.({number})" for number, _ in numbered)
    return f"# فصل\n\n{prose}\n\n" + "".join(f"({number}) {note}\n" for number, note in numbered)


def write(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, "utf-8")
    return folder


def report(capsys: pytest.CaptureFixture[str], *arguments: object) -> Any:
    main(["check", *map(str, arguments), "--output-format", "json"])
    return json.loads(capsys.readouterr().out)


def test_a_folder_is_one_work_and_its_last_file_may_hold_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(
        tmp_path,
        chapter2=chapter(DURI),
        chapter10=chapter(WARDI.replace("ص ٥", "ص ٩")),
        chapter1=chapter(WARDI),
        references=LIST,
    )
    found = report(capsys, tmp_path)
    assert [Path(path).stem for path in found["document"]["files"]] == [
        "chapter1",
        "chapter2",
        "chapter10",
        "references",
    ]
    assert found["document"]["path"] == str(tmp_path)
    assert [(note["id"], note["label"], Path(note["path"]).stem) for note in found["notes"]] == [
        ("n1", "(1)", "chapter1"), ("n2", "(1)", "chapter2"), ("n3", "(1)", "chapter10"),
    ]  # fmt: skip
    assert [note["citations"][0]["references"] for note in found["notes"]] == [["r1"], ["r2"], ["r1"]]
    assert found["findings"] == []


def test_each_finding_has_the_path_and_line_of_its_chapter(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = WARDI.replace("١٩٩٥", "١٩٩٤")
    write(tmp_path, one=chapter(WARDI, "المصدر نفسه، ص ٧."), two=chapter(DURI, wrong), zlist=LIST)
    (finding,) = report(capsys, tmp_path, "--select", "RK301")["findings"]
    assert (Path(finding["path"]).stem, finding["line"], finding["notes"]) == ("two", 6, ["n4"])
    assert "zlist.md:3" in finding["message"]
    main(["check", str(tmp_path)])
    assert f"{tmp_path / 'two.md'}:6 note" in capsys.readouterr().out


def test_what_points_back_does_not_reach_over_a_chapter_that_numbers_anew(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, one=chapter(WARDI), two=chapter("المصدر نفسه، ص ٧."), zlist=LIST)
    assert [each["code"] for each in report(capsys, tmp_path, "--select", "RK2")["findings"]] == ["RK201"]


def test_what_points_back_reaches_over_a_chapter_where_numbers_run_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, one=chapter(DURI, WARDI), two=chapter("المصدر نفسه، ص ٧.", first=3), zlist=LIST)
    found = report(capsys, tmp_path, "--select", "RK2")
    assert found["findings"] == []
    assert found["notes"][2]["citations"][0]["refers_to"] == "n2"


def test_several_files_with_one_list_are_chapters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=chapter(WARDI), b=chapter(DURI) + "\n" + LIST)
    found = report(capsys, tmp_path / "a.md", tmp_path / "b.md")
    assert found["summary"]["linked"] == 2
    assert found["findings"] == []


def test_a_library_serves_all_chapters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "refs.bib"
    library.write_text(
        "@book{wardi1995, author = {الوردي، علي}, title = {وعاظ السلاطين}, publisher = {دار كوفان}, year = {1995}}\n",
        "utf-8",
    )
    folder = tmp_path / "chapters"
    folder.mkdir()
    write(folder, one="نص [@wardi1995، ص ٥].\n", two="نص [@wardi1959].\n\n" + chapter(WARDI))
    found = report(capsys, folder, "--library", library)
    assert [(Path(each["path"]).stem, each["code"]) for each in found["findings"]] == [("two", "RK105")]
    assert [(each["kind"], each["citations"][0]["work"]) for each in found["notes"]] == [
        ("note", "wardi1995"), ("in-text", "wardi1995"), ("in-text", None),
    ]  # fmt: skip


def test_files_that_have_their_own_lists_are_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=chapter(WARDI) + "\n" + LIST, b=chapter(DURI) + "\n" + LIST)
    assert [each["summary"]["notes"] for each in report(capsys, tmp_path)] == [1, 1]
    assert [each["summary"]["notes"] for each in report(capsys, tmp_path / "a.md", EXAMPLE)] == [1, 29]


@pytest.mark.parametrize(("second", "papers"), [("refs.bib", 1), ("more.bib", 2)])
def test_papers_with_their_own_libraries_are_papers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], second: str, papers: int
) -> None:
    for name, key in (("refs.bib", "wardi1995"), ("more.bib", "duri1984")):
        (tmp_path / name).write_text(f"@book{{{key}, title = {{وعاظ السلاطين}}}}\n", "utf-8")
    write(
        tmp_path,
        a="---\nbibliography: refs.bib\n---\n\nنص [@wardi1995].\n",
        b=f"---\nbibliography: {second}\n---\n\nنص [@wardi1995].\n",
    )
    found = report(capsys, tmp_path)
    assert len(found if isinstance(found, list) else [found]) == papers


def test_files_with_neither_list_nor_library_are_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, a=chapter(WARDI), b=chapter(DURI))
    assert len(report(capsys, tmp_path / "a.md", tmp_path / "b.md")) == 2


def test_a_chapter_that_cannot_be_read_is_named_and_the_rest_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, one=chapter(WARDI), two="", zlist=LIST, README="no chapter")
    assert main(["check", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert err == f"refkit: {tmp_path / 'two.md'}: the file is empty\n"
    assert "1 note, 2 references" in out


def test_a_folder_without_a_manuscript_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 2
    assert capsys.readouterr().err.startswith(f"refkit: {tmp_path}: a folder without a manuscript; known: ")


def test_numbers_in_names_count_as_numbers() -> None:
    names = ["الفصل ١٠.md", "الفصل ٢.md", "ch10.md", "ch2.md", "ch2/a.md", "2.md", "10.md"]
    assert sorted(names, key=natural) == ["2.md", "10.md", "ch2.md", "ch2/a.md", "ch10.md", "الفصل ٢.md", "الفصل ١٠.md"]


def test_a_place_in_a_word_chapter_names_its_file_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pypandoc.convert_text(
        "# فصل\n\nكلمة[^1].\n\n[^1]: المصدر نفسه، ص 5.\n",
        "docx",
        format="markdown",
        outputfile=str(tmp_path / "1.docx"),
    )
    write(tmp_path, **{"2": LIST})
    main(["check", str(tmp_path), "--select", "RK201"])
    (heading,) = [line for line in capsys.readouterr().out.splitlines() if "1.docx" in line]
    assert heading.count("1.docx") == 1
    assert "note 1 under" in heading
