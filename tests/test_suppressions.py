"""Suppressions: what is right as it is, with a reason, in a comment or in the settings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refkit.cli import main
from tests.documents import findings, linked

NOTE = "(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٤، ص ٥."
LINE = "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥."
PAPER = f"نص.(1)\n\n{NOTE}\n\n## المراجع\n\n{LINE}\n"
ENGLISH = (
    "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n"
    "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1992.\n"
)
#: The key that a work without a library gets.
KEY = linked(PAPER).works[0].key
REASON = "year-differs: طبعة أخرى"


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def write(folder: Path, text: str, name: str = "paper.md") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def codes(text: str) -> list[str]:
    return [finding.code for finding in findings(text)]


def test_the_paper_has_a_finding_of_its_own() -> None:
    assert codes(PAPER) == ["RK301"]
    assert codes(ENGLISH) == ["RK301"]


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- refkit: allow {REASON} -->",
        "<!-- refkit: allow RK301: edition of 1994 -->",
        "<!-- refkit: allow rk3: edition of 1994 -->",
        "<!--refkit:allow RK305, RK301:edition of 1994-->",
    ],
)
@pytest.mark.parametrize("place", ["{note} {comment}", "{comment}\n{note}", "{comment}\n\n{note}"])
def test_a_comment_holds_for_its_line_or_the_next(comment: str, place: str) -> None:
    said = place.format(note=NOTE, comment=comment)
    assert [code for code in codes(PAPER.replace(NOTE, said)) if code != "RK090"] == []


def test_a_comment_holds_for_all_lines_of_a_note() -> None:
    broken = NOTE.replace("دار كوفان، ", "دار كوفان،\n    ")
    text = PAPER.replace(NOTE, f"<!-- refkit: allow {REASON} -->\n{broken}")
    assert codes(PAPER.replace(NOTE, broken)) == ["RK301"]
    assert codes(text) == []


def test_a_comment_elsewhere_allows_nothing_and_is_reported() -> None:
    assert codes(PAPER.replace(LINE, f"{LINE} <!-- refkit: allow {REASON} -->")) == ["RK301", "RK090"]
    other = PAPER.replace(NOTE, f"{NOTE} <!-- refkit: allow publisher-differs: كذا -->")
    assert sorted(codes(other)) == ["RK090", "RK301"]


def test_a_comment_for_the_whole_file() -> None:
    assert codes(ENGLISH + "\n<!-- refkit: allow-file year-differs: two editions -->\n") == []


def test_a_comment_between_items_leaves_the_list_as_it_is() -> None:
    lines = "## References\n\nHourani, Albert, A History of the Arab Peoples, London: Faber, 1992.\n{}Said, Edward, Orientalism, New York: Pantheon, 1978.\n"
    text = ENGLISH.partition("## References")[0] + lines
    allowed = text.format("<!-- refkit: allow listed-not-cited: read -->\n")
    assert sorted(codes(text.format(""))) == ["RK102", "RK301"]
    assert codes(allowed) == ["RK301"]


def test_examples_in_code_are_no_suppressions() -> None:
    assert codes("```\n<!-- refkit: allow nothing -->\n```\n\n" + PAPER) == ["RK301"]


def test_a_rule_that_does_not_run_leaves_no_suppression_unused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, PAPER.replace(NOTE, f"{NOTE} <!-- refkit: allow {REASON} -->"))
    assert run(capsys, "check", path, "--ignore", "RK301")[0] == 0


def test_what_is_suppressed_is_counted_and_not_corrected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mixed = PAPER.replace("١٩٩٤، ص ٥", "١٩٩٥، ص 5")
    path = write(tmp_path, mixed.replace("ص 5.", "ص 5. <!-- refkit: allow mixed-digits: كذا في الأصل -->"))
    before = path.read_bytes()
    code, out, err = run(capsys, "check", path, "--fix")
    assert (code, err) == (0, "")
    assert out == "no findings in 1 note, 1 reference, 1 work; 1 suppressed.\n"
    assert path.read_bytes() == before
    report = json.loads(run(capsys, "check", path, "--output-format", "json")[1])
    assert (report["findings"], report["summary"]["suppressed"]) == ([], 1)


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("<!-- refkit: allow RK301 -->", "3: a suppression needs its reason: “refkit: allow RK301: …”"),
        ("<!-- refkit: allow RK301: -->", "3: a suppression needs its reason"),
        ("<!-- refkit: allow RK301: . -->", "3: a suppression needs its reason"),
        ("<!-- refkit: allow RK301 another edition -->", "3: expected “refkit: allow RULE: reason”"),
        ("<!-- refkit: ignore RK301: x -->", "3: expected “refkit: allow RULE: reason”"),
        ("<!-- refkit: allow RK301:\nreason -->", "3: a comment for refkit ends on its line"),
        (
            "<!-- refkit: allow year-difers: x -->",
            "3: no rule begins with 'year-difers', and none is called so; did you mean year-differs?",
        ),
        ("<!-- refkit: allow RK999: x -->", "3: no rule begins with 'RK999'"),
    ],
)
def test_a_suppression_that_is_not_understood_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], comment: str, words: str
) -> None:
    path = write(tmp_path, PAPER.replace(NOTE, f"{NOTE} {comment}"))
    code, out, err = run(capsys, "check", path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"refkit: {path}:")
    assert words in err


def test_each_chapter_has_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = f"نص.(1)\n\n{NOTE}"
    write(tmp_path, f"{note} <!-- refkit: allow {REASON} -->\n", "1.md")
    second = write(tmp_path, f"{note}\n", "2.md")
    write(tmp_path, f"## المراجع\n\n{LINE}\n", "3.md")
    _, out, _ = run(capsys, "check", tmp_path, "--output-format", "concise")
    assert [line.partition(": ")[0] for line in out.splitlines()] == [f"{second}:3:5"]


def test_comments_of_latex(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypandoc")
    text = (
        "\\documentclass{article}\\begin{document}\n"
        "Text.\\footnote{Albert Hourani, \\emph{A History of the Arab Peoples}, London: Faber, 1991, p. 3.}COMMENT\n\n"
        "\\section*{References}\n\nHourani, Albert, A History of the Arab Peoples, London: Faber, 1992.\n\\end{document}\n"
    )
    assert run(capsys, "check", write(tmp_path, text.replace("COMMENT", ""), "a.tex"))[0] == 1
    allowed = text.replace("COMMENT", " % refkit: allow year-differs: another edition")
    code, out, _ = run(capsys, "check", write(tmp_path, allowed, "b.tex"))
    assert (code, "1 suppressed" in out) == (0, True)
    assert run(capsys, "check", write(tmp_path, text.replace("COMMENT", " % refkit: allow RK301"), "c.tex"))[0] == 2


@pytest.mark.parametrize("head", ["% refkit:", "%% refkit:"])
def test_comments_of_bibtex_stand_before_their_entry(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], head: str
) -> None:
    entry = "@book{said1978,\n author = {Said, Edward},\n title = {Orientalism},\n publisher = {Pantheon},\n"
    text = f"{head} allow impossible-date: in print\n{entry} date = {{2978}}}}\n"
    code, out, _ = run(capsys, "check", write(tmp_path, text, "a.bib"))
    assert (code, "1 suppressed" in out) == (0, True)


def test_one_of_several_papers_with_a_wrong_suppression(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = PAPER + "\n## ملحق\n\nفقرة.\n\nفقرة.\n\nفقرة.\n"
    good = write(tmp_path, paper, "a.md")
    bad = write(tmp_path, paper.replace(NOTE, f"{NOTE} <!-- refkit: allow RK999: x -->"), "b.md")
    code, out, err = run(capsys, "check", good, bad)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"refkit: {bad}:3: no rule begins with 'RK999'")


# --- in the settings -----------------------------------------------------------------------------------------------


def allow(folder: Path, *lines: str) -> None:
    (folder / "refkit.toml").write_text("\n".join(["[[allow]]", *lines]) + "\n", "utf-8")


@pytest.mark.parametrize(
    ("lines", "left"),
    [
        (['rule = "RK301"', 'note = "1"'], []),
        (['rule = "year-differs"', 'note = "(١)"', 'file = "*.md"'], []),
        (['rule = "RK301"', 'note = "2"'], ["RK301"]),
        (['rule = "RK301"', f'entry = "{KEY}"'], []),
        (['rule = "RK301"', 'note = "1"', f'entry = "{KEY}"'], []),
        (['rule = "RK301"', 'file = "paper.md"'], []),
        (['rule = "RK301"', 'note = "1"', 'file = "other.md"'], ["RK301"]),
        (['rule = "RK305"', 'note = "1"'], ["RK090", "RK301"]),
        (['rule = "RK305"', 'file = "paper.md"'], ["RK090", "RK301"]),
    ],
)
def test_settings_allow_by_note_entry_and_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], left: list[str]
) -> None:
    path = write(tmp_path, PAPER)
    allow(tmp_path, *lines, 'reason = "another edition"')
    _, out, _ = run(capsys, "check", path, "--output-format", "json")
    assert sorted(finding["code"] for finding in json.loads(out)["findings"]) == left


def test_settings_allow_in_a_word_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    path = tmp_path / "paper.docx"
    pypandoc.convert_text(ENGLISH, "docx", "markdown", outputfile=str(path))
    assert run(capsys, "check", path)[0] == 1
    allow(tmp_path, 'rule = "year-differs"', 'note = "1"', 'reason = "another edition"')
    code, out, _ = run(capsys, "check", path)
    assert (code, "1 suppressed" in out) == (0, True)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (['rule = "RK999"', 'note = "1"', 'reason = "x"'], "allow: no rule begins with 'RK999'"),
        (['rule = "RK301"', 'reason = "x"'], "allow.1: name its note, its entry or its file"),
        (['note = "1"', 'reason = "x"'], "allow.1.rule: is missing"),
    ],
)
def test_wrong_settings_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: list[str], words: str
) -> None:
    allow(tmp_path, *lines)
    code, out, err = run(capsys, "check", write(tmp_path, PAPER))
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
