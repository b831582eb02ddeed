"""Reports for editors and CI: valid by the schemas of those who read them, and nothing of the papers lost."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema

from refkit.cli import main
from refkit.linter import check, rules
from refkit.model import Finding, Linked
from refkit.pipeline import check_file
from refkit.reports import report
from tests.documents import EXAMPLE, ROOT, linked

SCHEMAS = ROOT / "tests" / "data" / "schemas"
#: A Latin digit in an Arabic note, which is corrected, and what other programs must not stumble on in the texts.
PAPER = (
    "نص.(1)\n\n(1) علي الوردي، وعاظ <السلاطين> & مئة%:، دار كوفان، لندن، ١٩٩٤، ص 5.\n\n"
    "## المراجع\n\n1. الوردي، علي، وعاظ <السلاطين> & مئة%:، دار كوفان، لندن، ١٩٩٥.\n"
)


@cache
def example() -> tuple[Linked, tuple[Finding, ...]]:
    found = check_file(EXAMPLE)
    return found.linked, found.findings


@pytest.fixture
def awkward() -> tuple[Linked, tuple[Finding, ...]]:
    found = linked(PAPER)
    return found, check(found)


@pytest.mark.parametrize("paper", ["example", "awkward", "clean"])
def test_sarif_is_valid_by_the_published_schema(paper: str, awkward: tuple[Linked, tuple[Finding, ...]]) -> None:
    found = {"example": example(), "awkward": awkward, "clean": (awkward[0], ())}[paper]
    log = json.loads(report(*found, "sarif"))
    jsonschema.validate(log, json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8")))
    assert len(log["runs"][0]["results"]) == len(found[1])


def test_sarif_says_what_and_where_and_how_to_correct_it(awkward: tuple[Linked, tuple[Finding, ...]]) -> None:
    run = json.loads(report(*awkward, "sarif"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(rules())
    results = {result["ruleId"]: result for result in run["results"]}
    digits = results["RK601"]
    assert run["tool"]["driver"]["rules"][digits["ruleIndex"]]["id"] == "RK601"
    assert digits["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    replacement = digits["fixes"][0]["artifactChanges"][0]["replacements"][0]
    deleted = replacement["deletedRegion"]
    line = PAPER.split("\n")[deleted["startLine"] - 1]
    assert line[deleted["startColumn"] - 1 : deleted["endColumn"] - 1] == "5"
    assert replacement["insertedContent"]["text"] == "٥"
    # The line of the list, which the note differs from, is one step away.
    assert results["RK301"]["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 7


def test_sarif_names_files_by_uris(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "فصل أول" / "بحث.md"
    path.parent.mkdir()
    path.write_text(PAPER, "utf-8")
    monkeypatch.chdir(tmp_path)
    found = check_file(path)
    result = json.loads(report(found.linked, found.findings, "sarif"))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"(?:%[0-9A-F]{2}|\w|[./])+", uri, re.ASCII)
    assert uri.endswith(".md")
    assert not uri.startswith("/")


@pytest.mark.parametrize("paper", ["example", "awkward", "clean"])
def test_junit_is_valid_by_its_schema(paper: str, awkward: tuple[Linked, tuple[Finding, ...]]) -> None:
    found = {"example": example(), "awkward": awkward, "clean": (awkward[0], ())}[paper]
    text = report(*found, "junit")
    xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd")).validate(ElementTree.fromstring(text))


def test_junit_has_a_test_for_each_note_and_entry_and_shows_every_finding() -> None:
    found, findings = example()
    text = report(found, findings, "junit")
    suite = ElementTree.fromstring(text).find("testsuite")
    assert suite is not None
    assert len(suite) == 1 + len(found.document.notes) + len(found.document.references)
    failed = [test for test in suite if test.find("failure") is not None]
    assert suite.attrib["failures"] == str(len(failed))
    assert sum(
        text.count(f" {finding.code} {finding.name}: ") for finding in {f.code: f for f in findings}.values()
    ) == len(findings)


def test_junit_holds_no_character_that_xml_forbids() -> None:
    found = linked(PAPER.replace("كوفان", "كو\x0bفا\x00ن"))
    ElementTree.fromstring(report(found, check(found), "junit"))


def test_gitlab_has_a_fingerprint_of_its_own_for_each_finding() -> None:
    found, findings = example()
    issues = json.loads(report(found, findings, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(findings)
    assert all(set(issue) == {"description", "check_name", "fingerprint", "severity", "location"} for issue in issues)
    assert {issue["severity"] for issue in issues} == {"major", "minor", "info"}


def test_fingerprints_stay_when_lines_move_and_texts_follow() -> None:
    found, moved = linked(PAPER), linked("مقدمة\n\n\n" + PAPER.replace("نص.(1)", "نص طويل.(1)"))
    before, after = check(found), check(moved)
    assert [finding.line for finding in before] != [finding.line for finding in after]
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]


def test_github_commands_are_one_line_each_and_escaped(awkward: tuple[Linked, tuple[Finding, ...]]) -> None:
    lines = report(*awkward, "github").splitlines()
    assert len(lines) == len(awkward[1])
    for line in lines:
        match = re.fullmatch(r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=RK\d{3} [^,:]+::(.+)", line)
        assert match
        assert not re.search("%(?!25|0A|0D)", match[2])


def test_concise_is_a_line_a_finding() -> None:
    found, findings = example()
    lines = report(found, findings, "concise").splitlines()
    assert [line.split(": ")[0] for line in lines] == [f"{f.path}:{f.line}:{f.column}" for f in findings]
    assert all(finding.code in line for finding, line in zip(findings, lines, strict=True))


def written(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.write_text(PAPER, "utf-8")
    return paths


def test_several_reports_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (paper,) = written(tmp_path, "paper.md")
    log, suite = tmp_path / "log.sarif", tmp_path / "suite.xml"
    call = ["check", str(paper), "--output-format", "concise", "--output-format", f"sarif={log}"]
    assert main([*call, "--output-format", f"junit={suite}"]) == 1
    assert capsys.readouterr().out.count("paper.md:") >= 2
    assert json.loads(log.read_text("utf-8"))["version"] == "2.1.0"
    assert ElementTree.parse(suite).getroot().tag == "testsuites"


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--output-format", "json", "--output-format", "text"], "two reports would go to standard output"),
        (["--output-format", "json", "--output-format", "sarif", "--output", "x"], "two reports would go to x"),
        (["--output-format", "sarif=paper.md"], "is one of the papers"),
        (["--output-format", "sarif=missing/x.sarif"], "missing/x.sarif"),
    ],
)
def test_outputs_that_cannot_be(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    reason: str,
) -> None:
    written(tmp_path, "paper.md")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "paper.md", *options]) == 2
    error = capsys.readouterr().err
    assert reason in error
    assert error.count("\n") == 1
    assert (tmp_path / "paper.md").read_text("utf-8") == PAPER


@pytest.mark.parametrize("name", ["text", "concise", "json", "sarif", "github", "gitlab", "junit"])
def test_many_papers_are_reported_in_the_order_of_the_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    papers = written(tmp_path, "c.md", "a.md", "b.md")
    assert main(["check", *map(str, papers), "--output-format", name]) == 1
    out = capsys.readouterr().out
    places = [out.index(path.name) for path in papers]
    assert places == sorted(places)
    if name in ("json", "sarif", "gitlab"):
        assert json.loads(out)
    if name == "json":
        reports: list[dict[str, Any]] = json.loads(out)
        assert [Path(each["document"]["path"]) for each in reports] == papers
