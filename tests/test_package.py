"""The package as such: its public names, its layers of data, its texts."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import refkit
from refkit.cli import main
from refkit.text import fold, tokens
from tests.documents import EXAMPLE, ROOT

VOCABULARY = Path(refkit.__file__).parent / "vocabulary"
MODULES = sorted(
    info.name for info in pkgutil.walk_packages(refkit.__path__, "refkit.") if not info.name.endswith("__main__")
)


def test_every_public_name_exists() -> None:
    assert [name for name in refkit.__all__ if not hasattr(refkit, name)] == []
    assert set(dir(refkit)) == set(refkit.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = refkit.nothing


def test_importing_refkit_loads_nothing_heavy() -> None:
    code = "import sys, refkit; print([m for m in ('pydantic','rapidfuzz','pycrfsuite','citeproc','lxml','scipy','pandas') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"[]\n"


def test_the_library_does_what_the_command_does(capsys: pytest.CaptureFixture[str]) -> None:
    linked = refkit.link(refkit.parse(refkit.read(EXAMPLE)))
    findings = refkit.check(linked)
    assert main(["check", str(EXAMPLE)]) == 1
    assert refkit.report(linked, findings, "text") == capsys.readouterr().out


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("table", ["lexicon.tsv", "places.tsv", "given-names.tsv"])
def test_tables_are_sorted_without_doubles_and_folded(table: str) -> None:
    head, *rows = (VOCABULARY / table).read_text("utf-8").splitlines()
    assert head.startswith("#")
    assert rows == sorted(set(rows))
    for row in rows:
        cells = row.split("\t")
        forms = [cells[0]] if table == "lexicon.tsv" else cells[-1].split("|")
        assert all(form and fold(form) == form for form in forms), row


def test_lexicon_words_are_looked_up_without_their_article() -> None:
    rows = (VOCABULARY / "lexicon.tsv").read_text("utf-8").splitlines()[1:]
    words = [row.split("\t")[0] for row in rows]
    assert len(words) == len(set(words))
    assert all(tokens(word) == (word,) for word in words)


def test_no_text_of_ours_installs_the_other_refkit() -> None:
    folders = ("src", "docs", "tests", "examples", "data", "benchmarks", "scripts")
    files = [
        *ROOT.glob("*.md"),
        *ROOT.glob("*.toml"),
        *(path for name in folders for path in (ROOT / name).rglob("*.*")),
    ]
    forbidden = "pip install " + "refkit"
    for path in files:
        if path.suffix in (".md", ".py", ".toml", ".yaml"):
            assert forbidden not in path.read_text("utf-8").replace("refkit-bilingual", ""), path
