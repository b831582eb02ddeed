"""Settings files: where they are looked for, what each key does, and how a wrong one is refused."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from refkit.cli import main
from refkit.settings import Settings
from refkit.settings.files import find_settings
from refkit.settings.schema import json_schema, key_table
from tests.documents import ROOT

CLEAN = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
YEAR_DIFFERS = CLEAN.replace("١٩٩٥، ص", "١٩٩٤، ص")
ENGLISH = (
    "A.[^1] B.[^2]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
    "[^2]: Edward Said, *Orientalism*, New York: Pantheon, 1978.\n\n## References\n\n"
    "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
    "- Said, Edward, Orientalism, New York: Pantheon, 1978.\n"
)


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A paper two folders below a project, whose year differs between note and list."""
    folder = tmp_path / "book" / "papers"
    folder.mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    path = folder / "بحث.md"
    path.write_text(YEAR_DIFFERS, "utf-8")
    return path


def found(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[str]:
    """The codes that a run finds; the run itself must go well."""
    code, out, err = run(capsys, "check", *arguments, "--output-format", "json")
    assert code < 2, err
    return [finding["code"] for finding in json.loads(out)["findings"]]


def settings(folder: Path, text: str, name: str = "refkit.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_file_wins(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, paper) == ["RK301"]
    settings(tmp_path, '[tool.refkit]\nignore = ["RK301"]\n', "pyproject.toml")
    assert found(capsys, paper) == []
    settings(paper.parent, 'select = ["RK3"]\n')
    assert found(capsys, paper) == ["RK301"]


def test_a_project_without_settings_is_passed_over(paper: Path, tmp_path: Path) -> None:
    settings(paper.parent, '[project]\nname = "refkit-paper"\n', "pyproject.toml")
    own = settings(tmp_path, "")
    assert find_settings(paper.parent) == own
    assert find_settings(tmp_path) == own


def test_the_search_ends_at_the_repository(paper: Path, tmp_path: Path) -> None:
    settings(tmp_path, "")
    (paper.parent.parent / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert find_settings(paper.parent) is None


def test_config_and_isolated(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(tmp_path, 'ignore = ["RK301"]\n')
    assert found(capsys, paper, "--isolated") == ["RK301"]
    other = settings(tmp_path, 'ignore = ["RK2"]\n', "other.toml")
    assert found(capsys, paper, "--config", other) == ["RK301"]
    assert run(capsys, "check", paper, "--config", other, "--isolated")[0] == 2


def test_the_command_line_goes_over_the_file(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(tmp_path, 'ignore = ["RK301"]\nfail-on = "error"\n')
    assert found(capsys, paper, "--ignore", "RK2") == ["RK301"]
    assert found(capsys, paper, "--select", "year-differs") == ["RK301"]
    assert found(capsys, paper, "--extend-select", "RK301") == []
    assert found(capsys, paper, "--ignore", "RK3", "--extend-select", "RK301") == ["RK301"]


def test_papers_under_several_settings_are_refused(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.md"
    other.write_text(CLEAN, "utf-8")
    settings(paper.parent, "")
    code, out, err = run(capsys, "check", paper, other)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "--config" in err


def test_names_of_rules_are_taken_for_their_codes(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings(tmp_path, 'ignore = ["year-differs"]\n')
    assert found(capsys, paper) == []


@pytest.mark.parametrize(
    ("pattern", "codes"),
    [
        ("بحث.md", []),
        ("*.md", []),
        ("book/*", []),
        ("book/papers/*.md", []),
        ("papers/*.md", ["RK301"]),
        ("*.txt", ["RK301"]),
    ],
)
def test_per_file_ignores_count_from_the_settings_file(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], pattern: str, codes: list[str]
) -> None:
    settings(tmp_path, f'[per-file-ignores]\n"{pattern}" = ["RK301"]\n')
    assert found(capsys, paper) == codes


def test_severity_and_fail_on(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(tmp_path, '[severity]\nRK3 = "info"\n')
    code, out, _ = run(capsys, "check", paper)
    assert (code, "info    RK301" in out) == (0, True)
    settings(tmp_path, 'fail-on = "info"\n[severity]\nyear-differs = "info"\n')
    assert run(capsys, "check", paper)[0] == 1
    assert run(capsys, "check", paper, "--fail-on", "warning")[0] == 0


def test_a_library_counts_from_the_settings_file(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    note, _, _ = CLEAN.partition("## المراجع")
    paper.write_text(note, "utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "own.yaml").write_text(
        "references:\n  - {key: wardi1995, type: book, title: وعاظ السلاطين, author: [{ar: {family: الوردي, given: علي}}], issued: 1995, publisher: دار كوفان}\n",
        "utf-8",
    )
    assert "RK002" in found(capsys, paper)
    settings(tmp_path, 'library = "data/own.yaml"\n')
    monkeypatch.chdir(paper.parent)
    assert found(capsys, paper.name) == []


@pytest.mark.parametrize(
    ("heading", "language", "text"),
    [
        ("مظان البحث", "ar", CLEAN.replace("المراجع", "مظان البحث")),
        ("Quellen", "en", ENGLISH.replace("References", "Quellen")),
    ],
)
def test_list_headings_open_lists(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], heading: str, language: str, text: str
) -> None:
    paper.write_text(text, "utf-8")
    assert "RK002" in found(capsys, paper)
    settings(tmp_path, f'[list-headings]\n{language} = ["{heading}"]\n')
    code, out, _ = run(capsys, "check", paper, "--output-format", "json")
    (listed,) = json.loads(out)["lists"]
    assert (code, listed["heading"], listed["language"]) == (0, heading, language)


def test_list_headings_hold_in_other_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypandoc")
    paper = tmp_path / "paper.html"
    paper.write_text(
        "<p>Text.<sup>1</sup></p><h2>Quellen</h2><ul><li>Said, Edward, Orientalism, New York: Pantheon, 1978.</li>"
        "<li>Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.</li></ul>",
        "utf-8",
    )
    settings(tmp_path, '[list-headings]\nen = ["quellen"]\n')
    _, out, _ = run(capsys, "check", paper, "--output-format", "json")
    assert [len(each["references"]) for each in json.loads(out)["lists"]] == [2]


BACK = (
    "أ.(1) ب.(2) ج.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "(2) عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠.\n"
    "(3) {} المرجع السابق، ص ٧.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
)


@pytest.mark.parametrize(
    ("meaning", "named", "codes"),
    [
        ("as-named", "علي الوردي،", []),
        ("op-cit", "علي الوردي،", []),
        ("ibid", "علي الوردي،", ["RK202"]),
        ("as-named", "", []),
        ("ibid", "", []),
        ("op-cit", "", ["RK204"]),
    ],
)
def test_what_the_previous_reference_means(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], meaning: str, named: str, codes: list[str]
) -> None:
    paper.write_text(BACK.format(named), "utf-8")
    settings(tmp_path, f'[house-style]\nprevious-reference = "{meaning}"\n')
    assert [code for code in found(capsys, paper) if code.startswith("RK20")] == codes


@pytest.mark.parametrize(("pages", "codes"), [("usual", []), ("required", ["RK314"]), ("optional", [])])
def test_whether_pages_are_required(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], pages: str, codes: list[str]
) -> None:
    paper.write_text(ENGLISH, "utf-8")
    settings(tmp_path, f'[house-style]\npages = "{pages}"\n')
    assert found(capsys, paper) == codes


@pytest.mark.parametrize(("digits", "codes"), [("arabic", []), ("western", ["RK601", "RK601"])])
def test_the_digits_of_a_house(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], digits: str, codes: list[str]
) -> None:
    paper.write_text(CLEAN, "utf-8")
    settings(tmp_path, f'[house-style]\ndigits = "{digits}"\n')
    assert found(capsys, paper) == codes
    assert run(capsys, "check", paper, "--fix")[0] == 0
    assert ("1995" in paper.read_text("utf-8")) == (digits == "western")


def test_thresholds_reach_the_matcher(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings(tmp_path, "link-threshold = 1.0\n")
    assert "RK101" in found(capsys, paper)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('selct = ["RK3"]', "selct: no such field; did you mean select?"),
        ('[house-style]\ndigit = "arabic"', "house-style.digit: no such field; did you mean digits?"),
        ('[house-style]\ndigits = "roman"', "house-style.digits: expected 'arabic' or 'western', found 'roman'"),
        ("select = 3", "select: expected a list, found 3"),
        ('[[allow]]\nrule = "RK301"\nnote = 3\nreason = "so"', "allow.1.note: expected text, found 3"),
        ('today = "soon"', "today: expected a date as in 2025-01-31, found 'soon'"),
        ('[list-headings]\nfr = ["Sources"]', "list-headings.fr: expected 'ar' or 'en', found 'fr'"),
        ('fail-on = "never"', "fail-on: expected 'error', 'warning' or 'info', found 'never'"),
        ("link-threshold = 2", "link-threshold: expected at most 1"),
        ('link-threshold = "much"', "link-threshold: expected a number, found 'much'"),
        ('ignore = ["RK999"]', "ignore: no rule begins with 'RK999'"),
        ('ignore = ["publisher-differ"]', "did you mean publisher-differs?"),
        ('[severity]\nRK999 = "info"', "severity: no rule begins with 'RK999'"),
        ('[per-file-ignores]\n"*.md" = ["XX"]', "per-file-ignores: no rule begins with 'XX'"),
        ('[severity]\nRK301 = "fatal"', "severity.RK301: expected 'error', 'warning' or 'info', found 'fatal'"),
        ('[[allow]]\nrule = "RK301"\nnote = "1"', "allow.1.reason: is missing"),
        ('[[allow]]\nrule = "RK301"\nnote = "1"\nreason = " "', "allow.1.reason: a suppression needs its reason"),
        ('library = "nowhere.bib"', "nowhere.bib: no such file"),
        ("select = [", "not TOML"),
    ],
)
def test_wrong_settings_are_one_line_that_names_file_and_key(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    path = settings(tmp_path, text + "\n")
    code, out, err = run(capsys, "check", paper)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
    assert str(path.parent) in err


def test_a_settings_file_that_is_missing_or_has_no_table(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "no such file" in run(capsys, "check", paper, "--config", tmp_path / "none.toml")[2]
    project = settings(tmp_path, "[project]\n", "pyproject.toml")
    assert "has no table [tool.refkit]" in run(capsys, "check", paper, "--config", project)[2]


def test_the_schema_takes_what_the_model_takes() -> None:
    schema = json.loads((ROOT / "data" / "schema" / "settings.schema.json").read_text("utf-8"))
    assert schema == json_schema()
    good = {"select": ["RK3"], "library": "a.bib", "house-style": {"digits": "arabic"}, "severity": {"RK301": "info"}}
    jsonschema.validate(good, schema)
    assert Settings.model_validate(good).house_style.digits == "arabic"
    bads: list[dict[str, object]] = [{"selct": []}, {"house-style": {"digit": "arabic"}}, {"fail-on": "never"}]
    for bad in bads:
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)


def test_the_docs_describe_every_key() -> None:
    assert key_table() in (ROOT / "docs" / "settings.md").read_text("utf-8")


def test_extract_reads_the_settings_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text("## Quellen\n\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n", "utf-8")
    assert "Orientalism" not in run(capsys, "extract", paper)[1]
    settings(tmp_path, '[list-headings]\nen = ["Quellen"]\n')
    assert "Orientalism" in run(capsys, "extract", paper)[1]
