"""What `refkit check` puts out: one report or several, each in its form and to its place."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from refkit.cli.output import write
from refkit.errors import RefkitError

if TYPE_CHECKING:
    from refkit.kinds import Report
    from refkit.model import Checked, Finding


class Output(NamedTuple):
    """A report that is asked for, and the file that it goes to; None is standard output."""

    form: Report
    path: str | None


class Reported(NamedTuple):
    """What was found in one paper, its part of each output, what a baseline knows, and the files that it is made of."""

    findings: tuple[Finding, ...]
    parts: tuple[str, ...]
    known: tuple[Finding, ...]
    files: tuple[str, ...]


def add_options(check: argparse.ArgumentParser) -> None:
    check.add_argument(
        "--output-format",
        action="append",
        metavar="NAME[=PATH]",
        help="text (default), concise, json, sarif, github, gitlab, junit or statistics; with a path, written "
        "there; may be given several times",
    )
    check.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    check.add_argument("--output", metavar="PATH", help="write the report there instead of to stdout")


def outputs(options: argparse.Namespace) -> list[Output]:
    """The outputs that a call asks for; `RefkitError` where two would go to one place, or over a paper."""
    from refkit.formats.files import expect_writable
    from refkit.kinds import named

    found = []
    for wanted in options.output_format or ["statistics" if options.statistics else "text"]:
        name, names_file, path = wanted.partition("=")
        if (names_file and not path) or options.output == "":
            raise RefkitError(f"{'--output-format ' + wanted if names_file else '--output'}: names no file")
        found.append(Output(named("refkit.reports", name), path or options.output))
    places = [os.path.realpath(output.path) if output.path else None for output in found]
    for output, place in zip(found, places, strict=True):
        if places.count(place) > 1:
            where = output.path or "standard output"
            raise RefkitError(f"--output-format: two reports would go to {where}; name a file: {output.form.name}=PATH")
        if place and place in map(os.path.realpath, options.files):
            raise RefkitError(f"{output.path}: is one of the papers; the report would overwrite it")
        if output.path:
            expect_writable(output.path)
    # Standard output belongs to the diff, where there is one.
    return [output for output in found if output.path or not options.diff]


def reported(checked: Checked, wanted: Sequence[Output]) -> Reported:
    """The parts of a paper in each output."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    parts = (output.form.render(checked, colour and output.path is None) for output in wanted)
    document = checked.linked.document
    return Reported(checked.findings, tuple(parts), checked.known, document.files or (document.path,))


def write_reports(papers: Sequence[Reported], wanted: Sequence[Output], several: bool) -> None:
    """Write each output, made of the parts of all papers."""
    for at, output in enumerate(wanted):
        write(output.form.join([paper.parts[at] for paper in papers], several), output.path)
