"""The export in the programs that it is for: biber, XeLaTeX and classic BibTeX. `.ci/run` installs them."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from refkit.formats import read_library, write
from refkit.model import Entry
from refkit.settings import Export

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "data" / "references.yaml"
EXAMPLE = ROOT / "examples" / "latex"

pytestmark = pytest.mark.tex


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skip, with the names of the missing programs, where a program is not installed."""
    missing = [program for program in programs if not shutil.which(program)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)} (.ci/run installs them)")


def export(path: Path, profile: Literal["biblatex", "bibtex"]) -> None:
    write(read_library(LIBRARY), path, Export(profile=profile))


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False)


# biber


@needs("biber")
def test_biber_warns_of_undated_web_pages_only(tmp_path: Path) -> None:
    export(tmp_path / "references.bib", "biblatex")
    done = run("biber", "--tool", "--validate-datamodel", "references.bib", folder=tmp_path)
    assert done.returncode == 0, done.stdout
    log = (tmp_path / "references.bib.blg").read_text("utf-8")
    assert "ERROR" not in log
    undated = {entry.key for entry in entries() if entry.type == "webpage" and entry.issued is None}
    warnings = [line.split("WARN - ", 1)[1] for line in log.splitlines() if "WARN - " in line]
    assert {key for warning in warnings for key in re.findall(r"Entry '(\w+)'", warning)} == undated
    assert all("'date, year' must be defined" in warning for warning in warnings), warnings


# XeLaTeX


@dataclass(frozen=True)
class Printed:
    """The example document: its logs, its text by pdftotext, and its lines as they look on the page."""

    log: str
    biber_log: str
    text: str
    lines: tuple[str, ...]

    @property
    def arabic(self) -> str:
        """The Arabic letters of all lines, each line read from the right margin to the left."""
        return "".join(letters(line[::-1], "ARABIC") for line in self.lines)

    @property
    def latin(self) -> str:
        """The Latin letters of all lines: of a line, the run on the right first, each run from left to right."""
        runs = (run for line in self.lines for run in reversed(re.split(r"[\u0621-\u064a]+", line)))  # Arabic letters
        return "".join(letters(run, "LATIN") for run in runs)


def letters(text: str, script: str) -> str:
    """The letters of one script, without spaces, hyphens, digits and vowel signs."""
    return "".join(c for c in text if c.isalpha() and unicodedata.name(c, "").startswith(script))


def lines_of(boxes: str) -> Iterator[str]:
    """The lines of `pdftotext -bbox`, spaces left out.

    It puts the words, and the letters of each, in the order in which they stand on the page from left to right, and
    knows nothing of writing directions. That makes it a witness: an Arabic title must come out when a line is read
    from the right.
    """
    word = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>')
    for page in boxes.split("<page ")[1:]:
        words = sorted(
            ((float(top) + float(bottom)) / 2, float(left), html.unescape(text))
            for left, top, bottom, text in word.findall(page)
        )
        line: list[tuple[float, str]] = []
        last = 0.0
        for middle, left, text in words:
            if line and middle - last > 5:  # points: marks of notes stand some 3 points above their line
                yield "".join(text for _, text in sorted(line))
                line = []
            line.append((left, text))
            last = middle
        yield "".join(text for _, text in sorted(line))


def entries() -> tuple[Entry, ...]:
    return read_library(LIBRARY).references


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = tmp_path_factory.mktemp("latex")
    for name in ("bibliography.tex", "arabic.lbx"):
        shutil.copy(EXAMPLE / name, folder)
    export(folder / "references.bib", "biblatex")
    latex = ("xelatex", "-interaction=nonstopmode", "bibliography.tex")
    for command in (latex, ("biber", "bibliography"), latex, latex):
        done = run(*command, folder=folder)
        assert done.returncode == 0, done.stdout[-3000:]
    return Printed(
        log=(folder / "bibliography.log").read_text("utf-8", errors="replace"),
        biber_log=(folder / "bibliography.blg").read_text("utf-8"),
        text=run("pdftotext", "-layout", "bibliography.pdf", "-", folder=folder).stdout,
        lines=tuple(lines_of(run("pdftotext", "-bbox", "bibliography.pdf", "-", folder=folder).stdout)),
    )


xelatex = needs("xelatex", "biber", "pdftotext")


@xelatex
def test_xelatex_and_biber_complain_of_nothing(printed: Printed) -> None:
    for sign in ("\n! ", "Missing character", "undefined", "Package biblatex Warning", "Overfull"):
        assert sign not in printed.log, printed.log[printed.log.index(sign) :][:300]
    assert "WARN" not in printed.biber_log
    assert "ERROR" not in printed.biber_log


@xelatex
def test_no_bare_key_is_printed(printed: Printed) -> None:
    """biblatex prints the key of a word that a language lacks; some keys are words that titles have, too."""
    keys = strings(EXAMPLE / "arabic.lbx")
    assert {"mathesis", "urlseen", "andothers"} <= keys
    known = set(re.findall(r"\w+", " ".join(values(entry.model_dump()) for entry in entries())))
    shown = set(re.findall(r"\w+", printed.text.replace("English references", "")))  # a heading of the document
    assert keys & (shown - known) == set()


def strings(path: Path) -> set[str]:
    """The keys that a localisation file of biblatex has words for."""
    return set(re.findall(r"^  (\w+) *= \{\{", path.read_text("utf-8"), re.M))


def values(node: object) -> str:
    """All texts below a node, without the names of fields."""
    if isinstance(node, dict):
        return " ".join(values(child) for child in node.values())
    if isinstance(node, list | tuple):
        return " ".join(values(child) for child in node)
    return str(node)


@needs("kpsewhich")
def test_arabic_has_every_word_that_english_has() -> None:
    found = run("kpsewhich", "english.lbx", folder=ROOT).stdout.strip()
    if not found:
        pytest.skip("biblatex is not installed (.ci/run installs it)")
    english = strings(Path(found))
    assert len(english) > 300
    assert english - strings(EXAMPLE / "arabic.lbx") == set()


@xelatex
@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.key)
def test_each_entry_is_printed_in_the_order_of_its_script(printed: Printed, entry: Entry) -> None:
    title = entry.title
    assert title is not None
    if "ar" in title.root:
        assert letters(title.root["ar"], "ARABIC") in printed.arabic
    assert letters(title.root["en"], "LATIN") in printed.latin
    language = entry.language or "ar"
    for position, author in enumerate(entry.author):
        name = author.root[language]
        parts = [name.literal] if name.literal else [name.family, name.given]
        read = printed.arabic if language == "ar" else printed.latin
        script = "ARABIC" if language == "ar" else "LATIN"
        if position == 0:  # the one that the list is sorted by: family name first
            assert letters("".join(part or "" for part in parts), script) in read
        assert all(letters(part or "", script) in read for part in parts)


@xelatex
def test_numbers_marks_and_words_are_those_of_the_language(printed: Printed) -> None:
    seen = "\n".join(printed.lines)
    read = "\n".join(line[::-1] for line in printed.lines)
    assert "٢٠١٢-٢٠٠٠" in seen, "an Arabic range begins on the right"
    assert "2000-2012" in seen, "an English one on the left"
    assert "٢٨–٢٧" in seen
    assert "https://2u.pw/4jMJ8gcZ" in seen
    assert "المجلد٨،العدد" in read
    assert "رسالةماجستير" in read
    assert "تاريخالزيارة" in read
    assert "المصدرنفسه،ص" in read
    assert "مصدرسبقذكره،ص" in read
    assert "pp.3–5." in seen, "a note to an English work"
    assert "Commission.2024.URL:" in seen.replace("Com-\nmission", "Commission"), "an English entry has no Arabic words"


# classic BibTeX


@needs("bibtex")
@pytest.mark.parametrize("style", ["plain", "unsrt"])
def test_classic_bibtex_writes_utf8_and_all_entries(tmp_path: Path, style: str) -> None:
    export(tmp_path / "references.bib", "bibtex")
    (tmp_path / "paper.aux").write_text(f"\\citation{{*}}\n\\bibstyle{{{style}}}\n\\bibdata{{references}}\n", "utf-8")
    done = run("bibtex", "paper", folder=tmp_path)
    assert done.returncode == 0, done.stdout
    warnings = [line for line in done.stdout.splitlines() if line.startswith("Warning--")]
    assert [line for line in warnings if "there's a number but no volume" not in line] == []  # those journals have none
    items = re.findall(r"\\bibitem\{(.+?)\}", (tmp_path / "paper.bbl").read_bytes().decode("utf-8"))
    assert sorted(items) == sorted(entry.key for entry in entries())


def test_the_programs_are_there_where_they_are_asked_for() -> None:
    """On CI nothing of this file may be skipped."""
    if not os.environ.get("REFKIT_TEX"):
        pytest.skip("REFKIT_TEX is not set (.ci/run sets it)")
    missing = [name for name in ("biber", "xelatex", "bibtex", "pdftotext", "kpsewhich") if not shutil.which(name)]
    assert missing == []
