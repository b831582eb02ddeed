"""`refkit check`: read, parse, link and check papers."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from refkit.cli.output import report_pieces, write
from refkit.errors import RefkitError

if TYPE_CHECKING:
    from refkit.cli.commands import Commands

_RANK = {"info": 0, "warning": 1, "error": 2}


def add(commands: Commands) -> None:
    check = commands.add_parser("check", help="read, parse, link and check papers")
    check.add_argument(
        "files", nargs="+", metavar="FILE", help="papers; or a folder, or files, with the chapters of one work"
    )
    check.add_argument(
        "--library", metavar="FILE", help="a library of entries that citations may denote: .yaml, .bib, .json, .ris"
    )
    check.add_argument("--output-format", default="text", metavar="NAME", help="text (default) or json")
    check.add_argument("--output", metavar="PATH", help="write the report there instead of to stdout")
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
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from refkit.kinds import named
    from refkit.pipeline import check_document, read_library, read_manuscripts
    from refkit.settings import Settings

    chosen = named("refkit.reports", options.output_format)
    settings = Settings(select=_codes(options.select), ignore=_codes(options.ignore))
    library = read_library(options.library) if options.library else None
    if library:
        report_pieces(options.library, library)
    if options.output and any(os.path.realpath(path) == os.path.realpath(options.output) for path in options.files):
        raise RefkitError(f"{options.output}: is one of the papers; the report would overwrite it")
    manuscripts = read_manuscripts(options.files, library)
    for error in manuscripts.errors:
        print(f"refkit: {error}", file=sys.stderr)
    if not manuscripts.documents:
        return 2
    checked = [check_document(document, library, settings) for document in manuscripts.documents]
    colour = options.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    texts = [chosen.render(one.linked, one.findings, colour) for one in checked]
    # Papers are a list, however many of them could be read; the chapters of a work are one report.
    several = len(texts) > 1 or (len(options.files) > 1 and not manuscripts.documents[0].files)
    write(chosen.join(texts) if several else texts[0], options.output)
    if manuscripts.errors:
        return 2
    worst = max((_RANK[finding.severity] for one in checked for finding in one.findings), default=-1)
    return 1 if worst >= _RANK[options.fail_on] and not options.exit_zero else 0


def _codes(given: str) -> tuple[str, ...]:
    """Codes and prefixes from the command line; each must fit a rule."""
    from refkit.errors import UnknownNameError
    from refkit.linter import rules

    codes = tuple(code.strip().upper() for code in given.split(",") if code.strip())
    for code in codes:
        if not any(known.startswith(code) for known in rules()):
            raise UnknownNameError(f"no rule begins with {code!r}; there are: {', '.join(rules())}")
    return codes
