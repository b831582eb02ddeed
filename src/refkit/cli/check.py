"""`refkit check`: read, parse, link and check papers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from refkit.cli import fixing, reporting
from refkit.cli.output import report_pieces

if TYPE_CHECKING:
    from refkit.cli.commands import Commands
    from refkit.cli.reporting import Reported
    from refkit.model import Document

_RANK = {"info": 0, "warning": 1, "error": 2}


def add(commands: Commands) -> None:
    check = commands.add_parser("check", help="read, parse, link and check papers")
    check.add_argument(
        "files", nargs="+", metavar="FILE", help="papers; or a folder, or files, with the chapters of one work"
    )
    check.add_argument(
        "--library", metavar="FILE", help="a library of entries that citations may denote: .yaml, .bib, .json, .ris"
    )
    reporting.add_options(check)
    check.add_argument(
        "--select", default="", metavar="CODES", help="rules to run: codes or prefixes, divided by commas"
    )
    check.add_argument("--ignore", default="", metavar="CODES", help="rules not to run")
    check.add_argument(
        "--fail-on",
        choices=sorted(_RANK, key=lambda name: -_RANK[name]),
        default="warning",
        help="exit with 1 from this severity on (default: warning)",
    )
    check.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    fixing.add_options(check)
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from refkit.pipeline import Checked, check_document, read_library, read_manuscripts
    from refkit.processes import in_processes
    from refkit.settings import Settings

    outputs = reporting.outputs(options)
    settings = Settings(select=_codes(options.select), ignore=_codes(options.ignore))
    library = read_library(options.library) if options.library else None
    if library:
        report_pieces(options.library, library)
    manuscripts = read_manuscripts(options.files, library)
    for error in manuscripts.errors:
        print(f"refkit: {error}", file=sys.stderr)
    if not manuscripts.documents:
        return 2

    def checked_with(contents: Mapping[str, bytes]) -> list[Checked]:
        documents = read_manuscripts(options.files, library, contents).documents if contents else manuscripts.documents
        return [check_document(document, library, settings) for document in documents]

    def reported(document: Document) -> Reported:
        return reporting.reported(check_document(document, library, settings), outputs)

    shown = False
    if fixing.is_wanted(options):
        checked, shown = fixing.fixed(options, checked_with)
        papers = [reporting.reported(each, outputs) for each in checked]
    else:
        papers = in_processes(reported, manuscripts.documents)
    # Papers are a list, however many of them could be read; the chapters of a work are one report.
    several = len(papers) > 1 or (len(options.files) > 1 and not manuscripts.documents[0].files)
    reporting.write_reports(papers, outputs, several)
    if manuscripts.errors:
        return 2
    worst = max((_RANK[finding.severity] for paper in papers for finding in paper.findings), default=-1)
    return 1 if (shown or worst >= _RANK[options.fail_on]) and not options.exit_zero else 0


def _codes(given: str) -> tuple[str, ...]:
    """Codes and prefixes from the command line; each must fit a rule."""
    from refkit.errors import UnknownNameError
    from refkit.linter import rules

    codes = tuple(code.strip().upper() for code in given.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in rules()):
            raise UnknownNameError(f"no rule begins with {code!r}; there are: {', '.join(rules())}")
    return codes
