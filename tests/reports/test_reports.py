"""Reports: the JSON contract, key by key, and the text that a terminal can show."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from refkit.linter import check
from refkit.model import Finding, Linked
from refkit.pipeline import link_file
from refkit.reports import report
from refkit.reports.wording import readable
from tests.documents import EXAMPLE, linked


@cache
def example() -> tuple[Linked, tuple[Finding, ...]]:
    found = link_file(EXAMPLE)
    return found, check(found)


@cache
def data() -> dict[str, Any]:
    return json.loads(report(*example(), "json"))  # type: ignore[no-any-return]  # json gives Any


KEYS = {
    "": {"report_version", "refkit_version", "document", "lists", "references", "notes", "works", "findings", "summary"},
    "document": {"path", "format", "title", "repairs"},
    "lists": {"id", "heading", "language", "line", "where", "references"},
    "references": {"id", "list", "section", "position", "number", "line", "where", "language", "text", "fields", "confidence", "work"},
    "notes": {"id", "kind", "position", "label", "line", "where", "marker_line", "heading", "text", "citations"},
    "works": {"key", "entry", "references", "notes"},
    "findings": {
        "code", "name", "severity", "message", "path", "line", "column", "where", "notes", "references", "works", "data", "fix", "fingerprint",
    },
    "summary": {"notes", "citations", "references", "works", "linked", "findings", "suppressed", "known"},
}  # fmt: skip


@pytest.mark.parametrize("part", list(KEYS))
def test_the_contract_has_its_keys(part: str) -> None:
    found = data()[part] if part else data()
    for item in found if isinstance(found, list) else [found]:
        assert set(item) == KEYS[part]


def test_citations_have_their_keys_and_forms() -> None:
    citations = [citation for note in data()["notes"] for citation in note["citations"]]
    keys = {"form", "text", "fields", "locator", "refers_to", "work", "references", "score", "because"}
    assert all(set(citation) == keys for citation in citations)
    assert {citation["form"] for citation in citations} == {"full", "op-cit", "ibid"}
    assert all(0 <= citation["score"] <= 1 and citation["because"] for citation in citations)


def test_the_summary_counts_what_the_report_holds() -> None:
    severities = [finding["severity"] for finding in data()["findings"]]
    assert data()["summary"] == {
        "notes": 29,
        "citations": 29,
        "references": 38,
        "works": 26,
        "linked": 26,
        "findings": {name: severities.count(name) for name in ("error", "warning", "info")},
        "suppressed": 0,
        "known": 0,
    }


def test_every_id_that_is_named_exists() -> None:
    notes, lines = {note["id"] for note in data()["notes"]}, {line["id"] for line in data()["references"]}
    works = {work["key"] for work in data()["works"]}
    for finding in data()["findings"]:
        assert set(finding["notes"]) <= notes
        assert set(finding["references"]) <= lines
        assert set(finding["works"]) <= works
    for work in data()["works"]:
        assert set(work["references"]) <= lines
        assert set(work["notes"]) <= notes
        assert work["references"] or work["notes"]


def test_fields_are_csl_with_ascii_digits_and_text_is_as_written() -> None:
    first = data()["notes"][0]
    assert "٢٦٨-٢٦٩" in first["text"]
    fields = first["citations"][0]["fields"]
    assert fields["issued"] == {"date-parts": [[2024]]}
    assert (fields["issue"], fields["page"], fields["container-title"]) == ("68", "268-269", "مجلة العلوم السياسية")
    assert first["citations"][0]["locator"] == {"label": "page", "value": "268-269"}
    for line in data()["references"]:
        assert not any(c.isdigit() and not c.isascii() for c in json.dumps(line["fields"], ensure_ascii=False))


def test_control_characters_cannot_reach_a_terminal() -> None:
    text = "Text.[^1]\n\n[^1]: Evil\x1b[31m \u202eAuthor, Title\x07 of it, London: Faber, 1991, p. 3.\n\n## References\n\n- A, B, C, London: D, 1990.\n"
    found = linked(text)
    shown = report(found, check(found), "text")
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown


def test_arabic_is_isolated_from_the_latin_around_it() -> None:
    shown = readable("year: “جامعة بغداد” in the note, ٢٠٢٣-٢٠١٤ here")
    assert shown == "year: “\u2068جامعة بغداد\u2069” in the note, \u2068٢٠٢٣-٢٠١٤\u2069 here"
    for line in report(*example(), "text").splitlines():
        assert line.count("\u2068") == line.count("\u2069")


def test_colour_marks_severities_only_where_it_is_asked_for() -> None:
    found, findings = example()
    assert "\x1b[31;1merror" in report(found, findings, "text", colour=True)
    plain = report(found, findings, "text")
    assert "\x1b" not in plain
    assert plain.count("RK502") == 8


def test_findings_stand_under_their_note_or_entry_in_document_order() -> None:
    heads = [line for line in report(*example(), "text").splitlines() if line.startswith(str(EXAMPLE))]
    numbers = [int(line.removeprefix(f"{EXAMPLE}:").split()[0]) for line in heads]
    assert numbers == sorted(numbers)
    assert "note (2)" in heads[0]
    assert any("entry 11" in head for head in heads)


def test_citations_in_the_text_are_shown_where_they_stand_and_counted_apart() -> None:
    found = linked(
        "So (Said, 1978, p. 3) and (Hourani, 1991, p. 9).\n\n## References\n\nSaid, Edward (1978). Orientalism. New York: Pantheon.\n"
    )
    text = report(found, check(found), "text")
    assert "paper.md:1 in the text: (Hourani, 1991, p. 9)" in text
    assert text.endswith(
        "1 finding (1 error, 0 warnings, 0 info) in 0 notes, 1 reference, 2 works; 2 citations in the text.\n"
    )
    assert json.loads(report(found, check(found), "json"))["summary"]["notes"] == 0
