"""A library checked by itself, and beside a paper: every finding has its place in the library file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refkit.cli import main
from refkit.formats import read_library, write
from tests.documents import ROOT

BIB = """\
@book{wardi1995,
  author = {الوردي, علي},
  title = {وعاظ السلاطين، الطبعة 2، ١٩٩٥},
  publisher = {دار كوفان},
  year = 1995,
  isbn = {978-9953-71-212-5},
}

@book{said1978,
  author = {Said, Edward},
  title = {Orientalism the the East},
  year = 1978,
}

@book{wardi2,
  author = {الوردي, علي},
  title = {وعاظ السلاطين، الطبعة 2، ١٩٩٥},
  publisher = {دار كوفان},
  year = 1995,
}

@article{hourani,
  author = {Hourani, Albert},
  title = {A History},
  journal = {Journal of Things},
  pages = {120-101},
  doi = {10,1234/abc},
}
"""
FOUND = {
    ("RK601", "wardi1995"): 3,
    ("RK704", "wardi1995"): 6,
    ("RK701", "said1978"): 9,
    ("RK607", "said1978"): 11,
    ("RK401", "wardi2"): 15,
    ("RK601", "wardi2"): 17,
    ("RK706", "hourani"): 22,
    ("RK602", "hourani"): 26,
    ("RK704", "hourani"): 27,
}


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def report(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[dict[str, object]]:
    code, out, err = run(capsys, "check", *arguments, "--output-format", "json")
    assert code < 2, err
    found: list[dict[str, object]] = json.loads(out)["findings"]
    return found


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    return path


def by_rule(findings: list[dict[str, object]]) -> dict[tuple[object, object], object]:
    return {(finding["code"], finding["works"][0]): finding["line"] for finding in findings}  # type: ignore[index]  # plain JSON


def test_each_finding_stands_on_the_line_of_its_value(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = report(capsys, bib)
    assert by_rule(found) == FOUND
    assert {finding["path"] for finding in found} == {str(bib)}
    assert "9 findings (2 errors, 7 warnings, 0 info) in 4 entries." in run(capsys, "check", bib)[1]


@pytest.mark.parametrize("suffix", ["yaml", "json", "ris"])
def test_all_formats_give_the_same_findings(bib: Path, capsys: pytest.CaptureFixture[str], suffix: str) -> None:
    other = bib.with_suffix(f".{suffix}")
    write(read_library(bib), other)
    found = by_rule(report(capsys, other))
    assert found.keys() == FOUND.keys()
    rows = other.read_text("utf-8").splitlines()
    for (_, key), line in found.items():
        region = read_library(other).places[str(key)]
        assert region.line <= int(str(line)) <= region.end_line
        assert any(word in "\n".join(rows[region.line - 1 : region.end_line]) for word in ("الوردي", "Said", "Hourani"))


@pytest.mark.parametrize("suffix", ["bib", "yaml", "json"])
def test_a_library_is_corrected_in_its_file(bib: Path, capsys: pytest.CaptureFixture[str], suffix: str) -> None:
    path = bib.with_suffix(f".{suffix}")
    if suffix != "bib":
        write(read_library(bib), path)
    before = {entry.key: entry for entry in read_library(path).references}
    text = path.read_text("utf-8")
    run(capsys, "check", path, "--fix", "--unsafe-fixes")
    assert {code for code, _ in by_rule(report(capsys, path))} == {"RK401", "RK701", "RK704", "RK706"}
    after = {entry.key: entry for entry in read_library(path).references}
    assert after.keys() == before.keys()
    assert (after["hourani"].DOI, after["hourani"].page) == ("10.1234/abc", "101-120")
    assert len(path.read_text("utf-8").splitlines()) == len(text.splitlines())
    once = path.read_bytes()
    run(capsys, "check", path, "--fix", "--unsafe-fixes")
    assert path.read_bytes() == once


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("year = 2999", "RK703"),
        ("year = 1399, publisher = {دار كوفان}", "RK703"),
        ("year = 1995, urldate = {2999-01-02}", "RK703"),
        ("year = 1995, doi = {10.1234/same}", "RK405"),
        ("year = 1995", ""),
    ],
)
def test_dates_and_identifiers_of_entries(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], field: str, code: str
) -> None:
    path = tmp_path / "refs.bib"
    first = "@misc{a,\n  title = {تاريخ العراق القديم},\n  year = 1990,\n  doi = {10.1234/same}\n}\n"
    path.write_text(first + f"@misc{{b,\n  title = {{مقدمة في الأدب}},\n  {field}\n}}\n", "utf-8")
    assert [(each["code"], each["line"]) for each in report(capsys, path)] == ([(code, 6)] if code else [])


def test_a_doi_behind_an_address_is_made_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "refs.bib"
    entry = "@book{said,\n author = {Said, Edward},\n title = {Orientalism},\n publisher = {X},\n year = 1978,\n doi = {DOI},\n}\n"
    for given in ("http://dx.doi.org/10.1000/182", "https://doi.acm.org/10.1000/182", "/10.1000/182"):
        path.write_text(entry.replace("DOI", given), "utf-8")
        assert [each["code"] for each in report(capsys, path)] == ["RK704"]
        assert run(capsys, "check", path, "--fix")[:2] == (0, "no findings in 1 entry.\n")
        assert path.read_text("utf-8") == entry.replace("DOI", "10.1000/182")


def test_an_article_in_an_archive_of_preprints_has_no_journal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.bib"
    path.write_text(
        "@article{li,\n author = {Li, Yanni},\n title = {Viruses},\n year = 2020,\n eprint = {2003.05580},\n}\n"
    )
    assert report(capsys, path) == []
    path.write_text(path.read_text().replace(" eprint = {2003.05580},\n", ""))
    assert [each["code"] for each in report(capsys, path)] == ["RK701"]


def test_papers_of_one_conference_share_the_isbn_of_its_proceedings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.bib"
    paper = "@inproceedings{%s,\n author = {%s, Ann},\n title = {%s},\n booktitle = {SESS '06},\n year = 2006,\n isbn = {0-394-42814-5},\n}\n"
    path.write_text(paper % ("a", "Lee", "Secure delivery") + paper % ("b", "Tran", "Tests of systems"))
    assert report(capsys, path) == []
    path.write_text(path.read_text().replace("@inproceedings", "@book").replace("booktitle", "publisher"))
    assert [each["code"] for each in report(capsys, path)] == ["RK405"]


def test_ris_is_never_written(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = bib.with_suffix(".ris")
    write(read_library(bib), path)
    before = path.read_bytes()
    assert f"{path}: is never written (ris)" in run(capsys, "check", path, "--fix")[2]
    assert path.read_bytes() == before


def test_a_value_that_stands_there_twice_or_otherwise_is_only_pointed_at(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.bib"
    title = "Orientalism the the East"
    path.write_text(
        f"@misc{{a,\n  title = {{{title}}},\n  note = {{{title}}},\n  year = 1978,\n}}\n"
        "@misc{b,\n  title = {Stra{\\ss}e the the East},\n  year = 1978,\n}\n",
        "utf-8",
    )
    found = [finding for finding in report(capsys, path) if finding["code"] == "RK607"]
    assert {finding["line"] for finding in found} == {1, 6}
    run(capsys, "check", path, "--fix", "--unsafe-fixes")
    assert path.read_text("utf-8").count("the the") == 3


def test_a_correction_brings_nothing_in_that_the_format_would_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.yaml"
    text = "references:\n  - {key: a, type: document, title: {en: Egypt، Syria and Iraq}, issued: 1978}\n"
    path.write_text(text, "utf-8")
    run(capsys, "check", path, "--fix", "--unsafe-fixes")
    assert [entry.key for entry in read_library(path).references] == ["a"]
    assert not read_library(path).failures


def test_what_is_not_understood_is_a_finding_and_what_was_put_right_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "refs.yaml"
    path.write_text(
        "references:\n  - {key: a, titel: x}\n  - {key: b, type: document, title: x, issued: 1978}\n", "utf-8"
    )
    (finding,) = report(capsys, path)
    assert (finding["code"], finding["line"]) == ("RK001", 2)
    bib = tmp_path / "refs.bib"
    bib.write_text("@misc{a b,\n  title = {Orientalism},\n  year = 1978,\n}\n", "utf-8")
    code, out, _ = run(capsys, "check", bib)
    assert (code, "a key has no spaces; read as a_b" in out) == (0, True)


def test_comments_in_a_library_hold_for_the_entry(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    comment = "% refkit: allow RK601, RK704: as printed\n"
    bib.write_text(comment + BIB.replace("@book{said1978", "% refkit: allow RK301: none\n@book{said1978"), "utf-8")
    left = by_rule([each for each in report(capsys, bib) if each["works"]])
    assert ("RK601", "wardi1995") not in left
    assert ("RK704", "wardi1995") not in left
    assert ("RK601", "wardi2") in left
    unused = [each["line"] for each in report(capsys, bib) if each["code"] == "RK090"]
    assert unused == [10]


def test_settings_allow_by_key(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bib.with_name("refkit.toml").write_text(
        '[[allow]]\nrule = "RK706"\nentry = "hourani"\nreason = "no date is known"\n', "utf-8"
    )
    assert ("RK706", "hourani") not in by_rule(report(capsys, bib))


PAPER = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، الطبعة ٢، ١٩٩٥، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
ENGLISH = "Text.[^1]\n\n[^1]: Albert Hourani, A History, *Journal of Things*, p. 103.\n"


@pytest.mark.parametrize(
    ("text", "codes"),
    [(PAPER, {("RK704", 6), ("RK401", 15)}), (ENGLISH, {("RK706", 22), ("RK704", 27)})],
)
def test_beside_a_paper_only_the_entries_that_it_cites(
    bib: Path, capsys: pytest.CaptureFixture[str], text: str, codes: set[tuple[str, int]]
) -> None:
    paper = bib.with_name("paper.md")
    paper.write_text(text, "utf-8")
    found = [each for each in report(capsys, paper, "--library", bib) if each["path"] == str(bib)]
    assert {each["code"] for each in found} == {code for code, _ in codes}


def test_beside_several_papers_a_bad_entry_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "refs.yaml"
    library.write_text("references:\n  - {key: a, titel: x}\n", "utf-8")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(
            f"{PAPER}\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n", "utf-8"
        )
    _, out, _ = run(capsys, "check", tmp_path / "a.md", tmp_path / "b.md", "--library", library)
    assert out.count("RK001") == 1


def test_a_paper_and_a_library_are_two_reports(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = bib.with_name("paper.md")
    paper.write_text(PAPER, "utf-8")
    reports = json.loads(run(capsys, "check", paper, bib, "--output-format", "json")[1])
    assert [each["document"]["format"] for each in reports] == ["markdown", "bibtex"]


def test_a_file_that_is_no_library_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "other.yaml"
    path.write_text("a: 1\n", "utf-8")
    code, out, err = run(capsys, "check", path)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_the_library_of_the_example_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "check", ROOT / "data" / "references.yaml")[0] == 0


def test_of_two_libraries_the_first_counts_and_that_is_said(bib: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = bib.with_name("paper.md")
    paper.write_text(PAPER, "utf-8")
    other = bib.with_name("other.bib")
    other.write_text("@misc{x,\n  title = {Other},\n}\n" + BIB[: BIB.index("@book{said")], "utf-8")
    _, _, err = run(capsys, "check", paper, "--library", bib, "--library", other)
    assert (
        err == f"refkit: {other}:4: wardi1995: an entry of this key stands in a library before it too, which counts\n"
    )
