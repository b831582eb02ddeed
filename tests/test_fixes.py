"""Corrections: --fix writes what is safe, --diff shows it, and nothing else is touched."""

from __future__ import annotations

import itertools
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from refkit.cli import main
from refkit.edits import apply_edits
from refkit.errors import RefkitError, UnreadableFileError
from refkit.fixing import correct
from refkit.formats.files import encoded_like
from refkit.model import Checked, Edit, Finding, Fix, Region
from tests.documents import linked

ARABIC = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص 5.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
MENDED = ARABIC.replace("ص 5", "ص ٥")


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def edit(line: int, start: int, end: int, old: str, new: str) -> Edit:
    return Edit(region=Region(path="p", line=line, column=start, end_line=line, end_column=end), old=old, new=new)


def test_of_overlapping_edits_the_first_by_place_is_made() -> None:
    edits = [edit(1, 3, 6, "cde", "X"), edit(1, 1, 4, "abc", "Y"), edit(2, 1, 2, "f", "Z")]
    assert apply_edits("abcde\nfg\n", edits) == "Yde\nZg\n"


def test_two_insertions_at_one_place_wait_for_each_other() -> None:
    assert apply_edits("ab", [edit(1, 2, 2, "", "1"), edit(1, 2, 2, "", "2")]) == "a1b"


def test_an_edit_that_does_not_find_what_it_replaces_is_left_out() -> None:
    assert apply_edits("abc", [edit(1, 1, 2, "x", "y"), edit(4, 1, 2, "a", "b")]) == "abc"


def test_line_ends_of_the_file_are_kept() -> None:
    region = Region(path="p", line=1, column=2, end_line=2, end_column=2)
    assert apply_edits("ab\r\ncd\r\n", [Edit(region=region, old="b\nc", new="x\ny\nz")]) == "ax\r\ny\r\nzd\r\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_fix_writes_the_safe_ones_and_keeps_encoding_and_line_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str, mark: bytes, line_end: str
) -> None:
    path = tmp_path / "paper.md"
    path.write_bytes(mark + ARABIC.replace("\n", line_end).encode(encoding))
    code, out, err = run(capsys, "check", path, "--fix")
    assert path.read_bytes() == mark + MENDED.replace("\n", line_end).encode(encoding)
    assert code == 0
    assert "no findings" in out
    assert err == f"refkit: {path}: 1 finding corrected (1 RK601)\n"
    assert [name.name for name in tmp_path.iterdir()] == ["paper.md"]


def test_the_second_run_changes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.md"
    path.write_text(ARABIC, "utf-8")
    run(capsys, "check", path, "--fix", "--unsafe-fixes")
    first = (path.read_bytes(), path.stat().st_mtime_ns)
    assert run(capsys, "check", path, "--fix", "--unsafe-fixes")[2] == ""
    assert (path.read_bytes(), path.stat().st_mtime_ns) == first


def test_an_ignored_rule_corrects_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.md"
    path.write_text(ARABIC, "utf-8")
    assert run(capsys, "check", path, "--fix", "--ignore", "RK601")[0] == 0
    assert path.read_text("utf-8") == ARABIC


def test_diff_shows_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.md"
    path.write_text(ARABIC, "utf-8")
    code, out, err = run(capsys, "check", path, "--diff")
    removed, added = ([line for line in out.splitlines() if line[0] == sign and line[:3] != sign * 3] for sign in "-+")
    assert (code, len(removed), len(added)) == (1, 1, 1)
    assert added[0] == "+" + MENDED.splitlines()[2]
    assert "would be corrected" in err
    assert path.read_text("utf-8") == ARABIC
    path.write_text(MENDED, "utf-8")
    assert run(capsys, "check", path, "--diff") == (0, "", "")


def test_each_chapter_is_corrected_in_its_own_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes, _, entries = ARABIC.partition("## المراجع")
    for name, text in (("1.md", notes), ("2.md", notes), ("3.md", "## المراجع" + entries.replace("١٩٩٥", "١٩٩٥، ط 2"))):
        (tmp_path / name).write_text(text, "utf-8")
    run(capsys, "check", tmp_path, "--fix")
    assert [(tmp_path / name).read_text("utf-8").count("ص ٥") for name in ("1.md", "2.md")] == [1, 1]
    assert "ط ٢" in (tmp_path / "3.md").read_text("utf-8")


def refused(capsys: pytest.CaptureFixture[str], path: Path, words: str) -> None:
    before = path.read_bytes()
    code, out, err = run(capsys, "check", path, "--fix")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
    assert path.read_bytes() == before


def test_a_read_only_file_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.md"
    path.write_text(ARABIC, "utf-8")
    path.chmod(0o444)
    refused(capsys, path, "is read-only; nothing is written")


def test_an_encoding_without_the_new_letters_is_refused() -> None:
    old = ARABIC.replace("١٩٩٥", "1995").encode("cp1256")
    assert encoded_like(MENDED.replace("٥", "5").replace("١٩٩", "199"), old, "p.md") == old
    with pytest.raises(UnreadableFileError, match=r"^p\.md: cannot write: cp1256 has no '١'; save it as UTF-8 first$"):
        encoded_like(MENDED, old, "p.md")


def test_a_file_with_broken_characters_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.md"
    path.write_bytes(ARABIC.encode() + b"\xff\n")
    refused(capsys, path, "it has broken characters")


def test_a_file_that_changed_meanwhile_is_not_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from refkit import fixing

    path = tmp_path / "paper.md"
    path.write_text(ARABIC, "utf-8")
    write = fixing.write_corrections

    def changed_first(corrections: tuple[fixing.Correction, ...]) -> None:
        path.write_text(ARABIC + "\n", "utf-8")
        write(corrections)

    monkeypatch.setattr(fixing, "write_corrections", changed_first)
    code, _, err = run(capsys, "check", path, "--fix")
    assert (code, err) == (2, f"refkit: {path}: was changed meanwhile; nothing is written\n")
    assert path.read_text("utf-8") == ARABIC + "\n"


def test_one_file_that_cannot_be_written_keeps_all_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    papers = [tmp_path / "a.md", tmp_path / "b.md"]
    for path in papers:
        path.write_text(ARABIC, "utf-8")
    papers[1].chmod(0o444)
    assert run(capsys, "check", *papers, "--fix")[0] == 2
    assert [path.read_text("utf-8") for path in papers] == [ARABIC, ARABIC]


def test_unsafe_fixes_alone_are_a_wrong_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.md"
    path.write_text(ARABIC, "utf-8")
    assert run(capsys, "check", path, "--unsafe-fixes") == (
        2,
        "",
        "refkit: --unsafe-fixes: goes with --fix or --diff\n",
    )


def test_a_word_file_is_never_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    path = tmp_path / "paper.docx"
    pypandoc.convert_text(
        ARABIC.replace("نص.(1)", "نص.[^1]").replace("(1) ", "[^1]: "), "docx", "markdown", outputfile=str(path)
    )
    before = (path.read_bytes(), os.stat(path).st_mtime_ns)
    _, out, err = run(capsys, "check", path, "--fix")
    assert "RK601" in out
    assert err == f"refkit: {path}: is never written (docx); only text and library files are corrected\n"
    assert (path.read_bytes(), os.stat(path).st_mtime_ns) == before


def test_latex_is_corrected_in_the_file_that_has_the_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypandoc")
    main_file, chapter = tmp_path / "main.tex", tmp_path / "chapter.tex"
    whole = (
        "\\documentclass{article}\n\\begin{document}\n\\input{chapter}\n\n\\section*{المراجع}\n\n"
        "الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ط 2.\n\\end{document}\n"
    )
    note = "نص.\\footnote{علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص 5.}\n"
    main_file.write_text(whole, "utf-8")
    chapter.write_text(note, "utf-8")
    run(capsys, "check", main_file, "--fix")
    assert chapter.read_text("utf-8") == note.replace("5", "٥")
    assert main_file.read_text("utf-8") == whole.replace("ط 2", "ط ٢")
    assert run(capsys, "check", main_file, "--fix")[2] == ""


def test_fixes_that_undo_each_other_are_refused() -> None:
    """A correction that fires its rule again would never end: nothing is written, and the rule is named."""
    found = linked("Text.\n")
    fixes = itertools.cycle((("Text", "Next"), ("Next", "Text")))

    def check(contents: Mapping[str, bytes]) -> list[Checked]:
        old, new = next(fixes)
        text = contents.get(str(path), b"Text.\n").decode()
        document = found.document.model_copy(update={"sources": {str(path): text}})
        region = Region(path=str(path), line=1, column=1, end_line=1, end_column=5)
        fix = Fix(safety="safe", message="write it so", edits=(Edit(region=region, old=old, new=new),))
        one = Finding(
            code="RK601", name="mixed-digits", severity="info", message="", path=str(path), line=1, column=1, fix=fix
        )
        return [Checked(linked=found.model_copy(update={"document": document}), findings=(one,))]

    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.md"
        path.write_text("Text.\n", "utf-8")
        with pytest.raises(RefkitError, match=r"^the fixes of RK601 undo each other; leave one out with --ignore"):
            correct(check)
        assert path.read_text("utf-8") == "Text.\n"
