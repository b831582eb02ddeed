"""JUnit XML, which most CI servers show: a suite a paper, a test a note and an entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from refkit.kinds import Report
from refkit.model import Checked, Finding
from refkit.reports.wording import Owner, Owners, called, clean, from_here, message, owners

if TYPE_CHECKING:
    from xml.etree import ElementTree


def render(checked: Checked, _colour: bool) -> str:
    """The suite of one paper. What stands in no note and no entry belongs to the test of the document.

    Errors and warnings are failures; what is only remarked upon is the output of a test that passes.
    """
    from xml.etree import ElementTree

    path = from_here(checked.linked.document.path)
    standing = Owners(checked.linked)
    owned: dict[str, list[Finding]] = {}
    for finding in checked.findings:
        owner = standing.of(finding)
        owned.setdefault(owner.id if owner else "", []).append(finding)
    suite = ElementTree.Element("testsuite", name=clean(path), file=clean(path))
    tests: list[tuple[str, str]] = [("", "document")]
    tests += [(owner.id, _name(owner)) for owner in owners(checked.linked)]
    failed = sum(_add(suite, path, name, owned.get(key, [])) for key, name in tests)
    suite.attrib |= {"tests": str(len(tests)), "failures": str(failed), "errors": "0"}
    ElementTree.indent(suite)
    return ElementTree.tostring(suite, "unicode") + "\n"


def _name(owner: Owner) -> str:
    return f"{owner.id}: {clean(called(owner))}"


def _add(suite: ElementTree.Element, path: str, name: str, findings: Sequence[Finding]) -> bool:
    """Add a test to its suite, and say whether it failed."""
    from xml.etree import ElementTree

    test = ElementTree.SubElement(suite, "testcase", name=name, classname=clean(path))
    failures = [finding for finding in findings if finding.severity != "info"]
    if failures:
        failure = ElementTree.SubElement(test, "failure", type=failures[0].code, message=message(failures[0]))
        failure.text = "\n".join(map(_line, failures))
    if remarks := [finding for finding in findings if finding.severity == "info"]:
        ElementTree.SubElement(test, "system-out").text = "\n".join(map(_line, remarks))
    return bool(failures)


def _line(finding: Finding) -> str:
    place = f"{clean(from_here(finding.path))}:{finding.line}: " if finding.line else ""
    return f"{place}{finding.severity} {finding.code} {finding.name}: {message(finding)}"


def join(parts: Sequence[str], _several: bool) -> str:
    """All suites in one document."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{"".join(parts)}</testsuites>\n'


REPORT = Report(
    name="junit", summary="JUnit XML: a suite a paper, a test a note and an entry", render=render, join=join
)
