"""The command: what it prints where, and how it exits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from refkit.cli import main
from tests.documents import EXAMPLE, ROOT

CLEAN = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
YEAR_DIFFERS = CLEAN.replace("١٩٩٥، ص", "١٩٩٤، ص")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "بحث أول.md"
    path.write_text(YEAR_DIFFERS, "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_clean_paper_exits_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "clean.md"
    path.write_text(CLEAN, "utf-8")
    assert run(capsys, "check", path) == (0, "no findings in 1 note, 1 reference, 1 work.\n", "")


def test_findings_exit_with_one_and_name_their_place(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "check", paper)
    assert (code, err) == (1, "")
    assert "RK301 year-differs: year: 1994 in the note, 1995 in the list (line 7)" in out
    assert out.endswith("1 finding (1 error, 0 warnings, 0 info) in 1 note, 1 reference, 1 work.\n")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "error"], 1),
        (["--exit-zero"], 0),
        (["--ignore", "RK3"], 0),
        (["--select", "RK3"], 1),
        (["--select", "RK3", "--ignore", "RK301"], 0),
        (["--select", "rk301", "--ignore", "RK3"], 1),
    ],
)
def test_options_decide_what_fails(
    paper: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int
) -> None:
    assert run(capsys, "check", paper, *options)[0] == code


def test_info_fails_only_if_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "info.md"
    extra = "2. الدوري، عبد العزيز، مقدمة، دار المشرق، بيروت، ١٩٨٤.\n"
    path.write_text(CLEAN.replace("المراجع", "ببليوغرافيا") + extra, "utf-8")
    assert run(capsys, "check", path)[0] == 0
    assert run(capsys, "check", path, "--fail-on", "info")[0] == 1


def test_a_document_without_notes_or_lists_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "plain.md"
    path.write_text("Only prose.\n", "utf-8")
    code, out, _ = run(capsys, "check", path)
    assert (code, "RK002" in out) == (1, True)
    assert run(capsys, "check", path, "--fail-on", "error")[0] == 0


def bad_files(folder: Path) -> dict[str, Path]:
    made = {name: folder / f"{name}.md" for name in ("missing", "empty", "binary")}
    made["empty"].write_bytes(b"")
    made["binary"].write_bytes(b"PK\x03\x04\x00\x00abc")
    return made | {"folder": folder, "suffix": folder / "paper.xyz"}


@pytest.mark.parametrize("name", ["missing", "empty", "binary", "folder", "suffix"])
def test_a_file_that_cannot_be_read_is_one_line_and_exit_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    path = bad_files(tmp_path)[name]
    code, out, err = run(capsys, "check", path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"refkit: {path}")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            ["--output-format", "pdf"],
            "no report is called 'pdf'; there are: concise, github, gitlab, json, junit, sarif, statistics, text",
        ),
        (["--select", "XY1"], "no rule begins with 'XY1'"),
        (["--library", "nowhere.yaml"], "nowhere.yaml: no such file"),
        (["--output", "/nowhere/out.txt"], "/nowhere/out.txt: cannot write"),
        (["--output", ""], "--output: names no file"),
        (["--output-format", "sarif="], "--output-format sarif=: names no file"),
        (["--fail-on", "nothing"], "--fail-on: invalid choice: 'nothing'"),
        (["--frobnicate"], "unrecognized arguments: --frobnicate"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_two(
    paper: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    try:
        code, out, err = run(capsys, "check", paper, *options)
    except SystemExit as end:  # argparse ends the run by itself
        (out, err), code = capsys.readouterr(), int(end.code or 0)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


def test_nothing_is_corrected_where_the_report_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "paper.md"
    path.write_text(CLEAN.replace("ص ٥", "ص 5"), "utf-8")
    before = path.read_bytes()
    for place in (tmp_path, tmp_path / "none" / "out.txt"):
        code, out, err = run(capsys, "check", path, "--fix", "--output", place)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert f"{place}: cannot write: " in err
        assert path.read_bytes() == before


def test_a_paper_that_is_named_twice_is_checked_once(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    again = f"{paper.parent}{os.sep}.{os.sep}{paper.name}"
    assert run(capsys, "check", paper, again) == run(capsys, "check", paper)


def test_json_is_the_only_thing_on_stdout(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "check", paper, "--output-format", "json")
    assert code == 1
    assert json.loads(out)["findings"][0]["code"] == "RK301"


def test_several_papers_are_one_json_list(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "check", paper, EXAMPLE, "--output-format", "json")
    assert [report["summary"]["notes"] for report in json.loads(out)] == [1, 29]


def test_a_report_goes_to_a_file(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.txt"
    assert run(capsys, "check", paper, "--output", target) == (1, "", "")
    assert "RK301" in target.read_text("utf-8")


def test_a_bad_entry_of_a_library_is_named_and_the_rest_is_used(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / "library.yaml"
    library.write_text("references:\n  - {key: a, titel: x}\n  - {key: b, title: وعاظ السلاطين}\n", "utf-8")
    code, out, err = run(capsys, "check", paper, "--library", library)
    assert (code, err) == (1, "")
    assert f"{library}:2" in out
    assert "entry a: titel: no such field; did you mean title?" in out


def test_extract_makes_a_library_that_check_accepts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "references.yaml"
    assert run(capsys, "extract", EXAMPLE, "-o", target)[0] == 0
    assert run(capsys, "check", EXAMPLE, "--library", target, "--select", "RK101")[0] == 0
    code, out, _ = run(capsys, "extract", EXAMPLE)
    assert (code, out) == (0, target.read_text("utf-8"))


def test_rule_says_what_a_rule_means(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "rule", "rk308")
    assert (code, "url-near-miss" in out, "Bad:" in out, "Good:" in out) == (0, True, True, True)
    assert run(capsys, "rule", "url-near-miss") == (code, out, "")
    assert [line[:5] for line in run(capsys, "rule", "RK31")[1].splitlines()] == [f"RK31{at}" for at in range(5)]
    code, out, err = run(capsys, "rule", "url-nearmiss")
    assert (code, out, "did you mean url-near-miss?" in err) == (2, "", True)
    code, out, _ = run(capsys, "rule", "--all")
    assert (code, len(out.splitlines())) == (0, len({line.split()[0] for line in out.splitlines()}))


def shell(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "refkit", *arguments]
    return subprocess.run(command, capture_output=True, cwd=ROOT, env={**os.environ, **variables}, check=False)


def test_output_is_utf8_and_without_colour_in_a_pipe_whatever_the_locale() -> None:
    done = shell("check", str(EXAMPLE), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert "جامعة النهريين" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


def test_output_does_not_depend_on_the_hash_seed() -> None:
    outputs = {shell("check", str(EXAMPLE), "--output-format", "json", PYTHONHASHSEED=seed).stdout for seed in "012"}
    assert len(outputs) == 1


def test_a_report_may_go_to_a_pipe(paper: Path) -> None:
    usual = shell("check", str(paper))
    assert shell("check", str(paper), "--output", "/dev/stdout").stdout == usual.stdout


def test_a_closed_pipe_is_no_traceback() -> None:
    command = f"{sys.executable} -m refkit check {EXAMPLE} --output-format json | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=ROOT, check=False)
    assert done.stderr == b""


def test_checking_loads_nothing_heavy() -> None:
    heavy = "citeproc lxml scipy pandas numpy ruamel rich typer"
    code = (
        "import sys; from refkit.cli import main; main(['check', sys.argv[1]]); "
        f"print([m for m in '{heavy}'.split() if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(EXAMPLE)], capture_output=True, cwd=ROOT, check=False)
    assert done.stderr.decode().strip() == "[]"
