"""SARIF 2.1.0, the exchange format of static analysis: GitHub code scanning, editors and viewers read it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from refkit import __version__
from refkit.kinds import Report, Rule, discover
from refkit.model import Checked, Edit, Finding, Fix, Linked
from refkit.reports.wording import Owner, clean, message, owners, uri

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(checked: Checked, _colour: bool) -> str:
    """The findings of one paper as members of a run's results."""
    passages = {owner.id: owner for owner in owners(checked.linked)}
    return ",\n".join(
        json.dumps(_result(finding, checked.linked, passages), ensure_ascii=False) for finding in checked.findings
    )


def _result(finding: Finding, linked: Linked, passages: Mapping[str, Owner]) -> dict[str, Any]:
    concerned = [passages[key] for key in (*finding.notes, *finding.references) if key in passages]
    elsewhere = [
        _related(at, passage, linked.document.path)
        for at, passage in enumerate(concerned)
        if passage.place().line != finding.line or (passage.path or linked.document.path) != finding.path
    ]
    fixes = [_fix(finding.fix)] if finding.fix and finding.fix.edits else []
    return {
        "ruleId": finding.code,
        "ruleIndex": list(_rules()).index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": message(finding)},
        "locations": [_location(finding.path, finding.line, finding.column)],
        "partialFingerprints": {"refkit/v1": finding.fingerprint},
        **({"relatedLocations": elsewhere} if elsewhere else {}),
        **({"fixes": fixes} if fixes else {}),
    }


def _location(path: str, line: int | None, column: int | None) -> dict[str, Any]:
    region = {"region": {"startLine": line, "startColumn": column or 1}} if line else {}
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}, **region}}


def _related(number: int, passage: Owner, path: str) -> dict[str, Any]:
    place = passage.place()
    found = _location(passage.path or path, place.line, place.column)
    return {"id": number, "message": {"text": clean(passage.text)}, **found}


def _fix(fix: Fix) -> dict[str, Any]:
    by_file: dict[str, list[Edit]] = {}
    for edit in fix.edits:
        by_file.setdefault(edit.region.path, []).append(edit)
    changes = [
        {"artifactLocation": {"uri": uri(path)}, "replacements": [_replacement(edit) for edit in edits]}
        for path, edits in by_file.items()
    ]
    return {"description": {"text": clean(fix.message)}, "artifactChanges": changes}


def _replacement(edit: Edit) -> dict[str, Any]:
    region = edit.region
    deleted = {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }
    return {"deletedRegion": deleted, "insertedContent": {"text": edit.new}}


def _rules() -> Mapping[str, Rule]:
    return discover("refkit.rules")


def _description(rule: Rule) -> dict[str, Any]:
    examples = [
        f"**{title}**\n\n~~~~~text\n{example.rstrip()}\n~~~~~"
        for title, found in (("Bad", rule.bad), ("Good", rule.good))
        for example in found
    ]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.reason}"},
        "help": {"text": rule.reason, "markdown": "\n\n".join([rule.reason, *examples])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def join(parts: Sequence[str], _several: bool) -> str:
    """One log with one run: refkit and its rules, and the results of all papers."""
    driver = {
        "name": "refkit",
        "semanticVersion": __version__,
        "rules": [_description(rule) for rule in _rules().values()],
    }
    head = {"$schema": _SCHEMA, "version": "2.1.0"}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": []}
    shell = json.dumps({**head, "runs": [run]}, ensure_ascii=False)
    # The results are JSON already.
    return shell.removesuffix("[]}]}") + "[" + ",\n".join(filter(None, parts)) + "]}]}\n"


REPORT = Report(name="sarif", summary="SARIF 2.1.0: code scanning, editors", render=render, join=join)
