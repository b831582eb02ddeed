"""A baseline: findings that are known do not fail, new ones do, and what is gone is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refkit.cli import main
from tests.documents import EXAMPLE

PAPER = (
    "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٤، ص ٥.\n\n"
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
ENGLISH = (
    "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n"
    "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1992.\n"
)


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture(params=[PAPER, ENGLISH], ids=["arabic", "english"])
def paper(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "paper.md"
    path.write_text(request.param, "utf-8")
    return path


@pytest.fixture
def baseline(tmp_path: Path) -> Path:
    return tmp_path / "baseline.json"


def test_what_is_known_does_not_fail(paper: Path, baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", paper)[0] == 1
    code, _, err = run(capsys, "check", paper, "--write-baseline", baseline)
    assert (code, err) == (0, f"refkit: {baseline}: 1 finding written\n")
    code, out, err = run(capsys, "check", paper, "--baseline", baseline)
    assert (code, err) == (0, "")
    assert out.endswith("no findings in 1 note, 1 reference, 1 work; 1 in the baseline.\n")


def test_a_new_finding_fails(paper: Path, baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "check", paper, "--write-baseline", baseline)
    text = paper.read_text("utf-8")
    paper.write_text(
        text.replace("دار كوفان، لندن، ١٩٩٥", "دار المشرق، لندن، ١٩٩٥").replace(
            "Arab Peoples, London: Faber, 1992", "Arabs, London: Faber, 1992"
        ),
        "utf-8",
    )
    code, out, _ = run(capsys, "check", paper, "--baseline", baseline)
    assert code == 1
    assert "RK301" not in out


def test_lines_that_move_keep_what_is_known(tmp_path: Path, baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "paper.md"
    text = EXAMPLE.read_text("utf-8")
    paper.write_text(text, "utf-8")
    run(capsys, "check", paper, "--write-baseline", baseline)
    paper.write_text("فقرة جديدة لا تستشهد بشيء.\n\n" + text.replace("\n\n", "\n\n\n"), "utf-8")
    code, out, err = run(capsys, "check", paper, "--baseline", baseline, "--fail-on", "info")
    assert (code, err) == (0, "")
    assert out.rsplit("\n", 2)[-2].startswith("no findings in 29 notes")


def test_notes_that_are_renumbered_keep_what_is_known(
    paper: Path, baseline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "check", paper, "--write-baseline", baseline)
    text = paper.read_text("utf-8")
    paper.write_text(text.replace("(1)", "(7)").replace("^1", "^7").replace("\n1. ", "\n4. "), "utf-8")
    assert "RK301" not in run(capsys, "check", paper, "--baseline", baseline, "--select", "RK3")[1]


def test_what_is_gone_is_said(paper: Path, baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "check", paper, "--write-baseline", baseline)
    text = paper.read_text("utf-8")
    paper.write_text(text.replace("١٩٩٤", "١٩٩٥").replace("1992", "1991"), "utf-8")
    code, _, err = run(capsys, "check", paper, "--baseline", baseline)
    said = f"refkit: {baseline}: 1 finding in it is gone; --write-baseline {baseline} takes them out\n"
    assert (code, err) == (0, said)
    assert run(capsys, "check", paper, "--baseline", baseline, "--ignore", "RK3")[2] == ""
    run(capsys, "check", paper, "--write-baseline", baseline)
    assert run(capsys, "check", paper, "--baseline", baseline)[2] == ""


def test_rules_that_did_not_run_stay_in_it(paper: Path, baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "check", paper, "--write-baseline", baseline)
    before = baseline.read_text("utf-8")
    run(capsys, "check", paper, "--select", "RK6", "--write-baseline", baseline)
    assert baseline.read_text("utf-8") == before


def test_other_papers_stay_in_it(paper: Path, baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = paper.with_name("other.md")
    other.write_text(paper.read_text("utf-8"), "utf-8")
    run(capsys, "check", paper, "--write-baseline", baseline)
    run(capsys, "check", other, "--write-baseline", baseline)
    entries = json.loads(baseline.read_text("utf-8"))["findings"]
    assert [entry["path"] for entry in entries] == ["other.md", "paper.md"]
    assert run(capsys, "check", paper, other, "--baseline", baseline)[0] == 0
    assert run(capsys, "check", paper, "--baseline", baseline)[2] == ""


def test_a_baseline_of_the_settings_counts_from_their_folder(
    paper: Path, baseline: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "check", paper, "--write-baseline", baseline)
    paper.with_name("refkit.toml").write_text(f'baseline = "{baseline.name}"\n', "utf-8")
    assert run(capsys, "check", paper)[0] == 0
    (paper.parent / "below").mkdir()
    monkeypatch.chdir(paper.parent / "below")
    assert run(capsys, "check", "../paper.md")[0] == 0


def test_what_is_known_is_not_corrected(tmp_path: Path, baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(PAPER.replace("١٩٩٤، ص ٥", "١٩٩٥، ص 5"), "utf-8")
    run(capsys, "check", paper, "--write-baseline", baseline)
    before = paper.read_bytes()
    run(capsys, "check", paper, "--baseline", baseline, "--fix")
    assert paper.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('{"baseline_version": 2, "findings": []}', "a baseline of version 2, not 1"),
        ('{"baseline_version": null, "findings": []}', "a baseline of version None, not 1"),
        ("[]", "not a baseline of refkit"),
        ('{"baseline_version": 1, "findings": [{"path": "a"}]}', "not a baseline of refkit"),
        ('{"baseline_version": 1, "findings": [3]}', "not a baseline of refkit"),
        ("# A paper\n", "not a baseline of refkit"),
    ],
)
@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_another_file_is_refused_and_stays(
    tmp_path: Path, baseline: Path, capsys: pytest.CaptureFixture[str], option: str, content: str, words: str
) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(PAPER, "utf-8")
    baseline.write_text(content, "utf-8")
    code, _, err = run(capsys, "check", paper, option, baseline)
    assert (code, err.count("\n")) == (2, 1)
    assert words in err
    assert baseline.read_text("utf-8") == content


def test_a_baseline_that_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(PAPER, "utf-8")
    code, out, err = run(capsys, "check", paper, "--baseline", tmp_path / "none.json")
    assert (code, out, err) == (2, "", f"refkit: {tmp_path / 'none.json'}: no such file\n")


def test_statistics_count_the_rules_of_all_papers(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = paper.with_name("other.md")
    other.write_text(paper.read_text("utf-8"), "utf-8")
    code, out, _ = run(capsys, "check", paper, other, "--statistics")
    assert code == 1
    assert out.splitlines()[0] == "     2 RK301 year-differs (error)"
    assert out.splitlines()[-1] == "1 finding (1 error, 0 warnings, 0 info) in 1 note, 1 reference, 1 work."
