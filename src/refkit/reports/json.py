"""The report contract: everything that was read, linked and found, as one JSON object."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from refkit import __version__
from refkit.kinds import Report
from refkit.model import Checked, Citation, Link, Note, Reference, ReferenceList, Work

REPORT_VERSION = 1
_SEVERITIES = ("error", "warning", "info")


def render(checked: Checked, _colour: bool) -> str:
    """The report of one document; its shape is in docs/report.md."""
    return json.dumps(as_data(checked), ensure_ascii=False, indent=1) + "\n"


def as_data(checked: Checked) -> dict[str, Any]:
    """The report as plain data."""
    linked, findings = checked.linked, checked.findings
    document = linked.document
    links = {link.source: link for link in linked.links}
    works = {work.key: work for work in linked.works}
    notes = [_note(note, links, works) | _file(note.path) for note in document.notes]
    return {
        "report_version": REPORT_VERSION,
        "refkit_version": __version__,
        "document": {
            "path": document.path,
            "format": document.format,
            "title": document.title.root,
            "repairs": [
                {"reason": found.reason, "where": found.place.words} | _file(found.place.path)
                for found in document.repairs
            ],
        }
        | ({"files": document.files} if document.files else {}),
        "lists": [_list(found) for found in document.lists],
        "references": [_reference(line, links[line.id]) | _file(line.path) for line in document.references],
        "notes": notes,
        "works": [
            {
                "key": work.key,
                "entry": work.entry.model_dump(mode="json", exclude_none=True, exclude_defaults=True),
                "references": work.references,
                "notes": work.notes,
            }
            for work in linked.works
        ],
        "findings": [finding.model_dump(mode="json") for finding in findings],
        "summary": _summary(checked, notes),
    }


def _summary(checked: Checked, notes: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The counts; `notes` as they stand in the report."""
    linked, findings = checked.linked, checked.findings
    citations = [citation for note in notes for citation in note["citations"]]
    listed = {work.key for work in linked.works if work.references or work.in_library}
    return {
        "notes": sum(note["kind"] == "note" for note in notes),
        "citations": sum(citation["form"] != "none" for citation in citations),
        "references": len(linked.document.references),
        "works": len(linked.works),
        "linked": sum(citation["work"] in listed for citation in citations),
        "findings": {name: sum(found.severity == name for found in findings) for name in _SEVERITIES},
        "suppressed": len(checked.suppressed),
        "known": len(checked.known),
    }


def _list(found: ReferenceList) -> dict[str, Any]:
    return {
        "id": found.id,
        "heading": found.heading,
        "language": found.language,
        "line": found.place.line,
        "where": found.place.words,
        "references": [line.id for line in found.references],
    } | _file(found.place.path)


def _file(path: str | None) -> dict[str, str]:
    """The file that a piece stands in, where the document is made of several."""
    return {"path": path} if path else {}


def _reference(line: Reference, link: Link) -> dict[str, Any]:
    return {
        "id": line.id,
        "list": line.list_id,
        "section": line.section,
        "position": line.position,
        "number": line.number,
        "line": line.place().line,
        "where": line.place().words,
        "language": line.language,
        "text": line.text,
        "fields": line.citation.csl() if line.citation else {},
        "confidence": line.citation.confidence if line.citation else {},
        "work": link.work,
    }


def _note(note: Note, links: Mapping[str, Link], works: Mapping[str, Work]) -> dict[str, Any]:
    return {
        "id": note.id,
        "kind": note.kind,
        "position": note.position,
        "label": note.label,
        "line": note.place().line,
        "where": note.place().words,
        "marker_line": note.marker.line if note.marker else None,
        "heading": note.heading,
        "text": note.text,
        "citations": [
            _citation(citation, links[f"{note.id}.{index}"], works) for index, citation in enumerate(note.citations, 1)
        ],
    }


def _citation(citation: Citation, link: Link, works: Mapping[str, Work]) -> dict[str, Any]:
    work = works.get(link.work or "")
    return {
        "form": citation.form,
        "text": citation.text,
        "fields": citation.csl(),
        "locator": {"label": citation.locator.label, "value": citation.locator.value} if citation.locator else None,
        "refers_to": link.refers_to,
        "work": link.work,
        "references": work.references if work else (),
        "score": link.score,
        "because": link.because,
    }


def join(reports: Sequence[str], several: bool) -> str:
    """The report of one paper, or those of several as a JSON array."""
    return "[" + ",".join(reports) + "]\n" if several else "".join(reports)


REPORT = Report(
    name="json", summary="the whole report as one JSON object, for other programs", render=render, join=join
)
