"""The example paper with real notes, in each format: the same works, links and findings as in Markdown."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from refkit.linter import check
from refkit.model import Linked
from refkit.pipeline import link_file
from refkit.reports import report
from tests.documents import EXAMPLE
from tests.formats.documents.manuscripts import example, write

#: Suffix -> pandoc's writer. Typst's loses the addresses of links, so it is not among them.
WRITERS = {
    ".docx": "docx",
    ".odt": "odt",
    ".html": "html",
    ".epub": "epub",
    ".tex": "latex",
    ".rtf": "rtf",
    ".xml": "jats",
    ".dbk": "docbook",
    ".rst": "rst",
    ".org": "org",
    ".txt": "plain",
}
PLACES = ("fingerprint", "fix", "line", "column", "marker_line", "where", "path", "label", "heading", "message", "run")


@cache
def expected() -> dict[str, Any]:
    return view(link_file(EXAMPLE))


def view(linked: Linked) -> dict[str, Any]:
    """The report of a document as far as every format gives it: without places, each text as its letters and digits."""
    data = json.loads(report(linked, check(linked), "json"))
    kept = {key: data[key] for key in ("references", "notes", "works", "findings", "summary")}
    found: dict[str, Any] = bare(kept)
    for finding in found["findings"]:
        finding.pop("data")  # values as written
    found["findings"].sort(key=lambda finding: (finding["code"], finding["notes"], finding["references"]))
    return found


def bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [bare(inner) for inner in value]
    return "".join(filter(str.isalnum, value)) if isinstance(value, str) else value


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_example_gives_the_same_in_each_format(tmp_path: Path, suffix: str) -> None:
    path = write(example(), tmp_path / f"paper{suffix}", writer=WRITERS[suffix])
    linked = link_file(path)
    assert linked.document.failures == ()
    assert linked.document.repairs == ()
    assert view(linked) == expected()


@pytest.mark.parametrize("suffix", [".docx", ".tex", ".epub", ".txt"])
def test_every_note_has_its_marker_and_heading(tmp_path: Path, suffix: str) -> None:
    linked = link_file(write(example(), tmp_path / f"paper{suffix}", writer=WRITERS[suffix]))
    markers = [note.marker for note in linked.document.notes]
    assert all(markers)
    assert [place.rank for place in markers if place] == sorted(place.rank for place in markers if place)
    if suffix != ".txt":  # plain text has no mark for headings
        assert {note.heading for note in linked.document.notes} == {"Russian-Chinese relations since year 2022"}


def test_the_report_for_people_and_its_exit_code_are_those_of_markdown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from refkit.cli import main

    path = write(example(), tmp_path / "paper.docx")
    assert main(["check", str(EXAMPLE)]) == 1
    summary = capsys.readouterr().out.splitlines()[-1]
    assert main(["check", str(path)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == summary
    assert f"{path}: note 2 under “Russian-Chinese relations since year 2022”, paragraph 4: “" in said[0].replace(
        "\u2068", ""
    ).replace("\u2069", "")
