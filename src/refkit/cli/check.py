"""`refkit check`: read, parse, link and check papers."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from refkit.cli import fixing, settings
from refkit.cli.output import report_pieces, write
from refkit.errors import RefkitError

if TYPE_CHECKING:
    from refkit.cli.commands import Commands
    from refkit.settings import Settings

_RANK = {"info": 0, "warning": 1, "error": 2}


def add(commands: Commands) -> None:
    check = commands.add_parser("check", help="read, parse, link and check papers")
    check.add_argument(
        "files", nargs="+", metavar="FILE", help="papers; or a folder, or files, with the chapters of one work"
    )
    check.add_argument(
        "--library",
        action="append",
        metavar="FILE",
        help="a library of entries that citations may denote: .yaml, .bib, .json, .ris; may be given again",
    )
    check.add_argument("--output-format", default="text", metavar="NAME", help="text (default) or json")
    check.add_argument("--output", metavar="PATH", help="write the report there instead of to stdout")
    check.add_argument("--select", metavar="RULES", help="rules to run: codes, beginnings of codes or names, by commas")
    check.add_argument("--extend-select", metavar="RULES", help="rules to run beside those that are selected")
    check.add_argument("--ignore", metavar="RULES", help="rules not to run")
    check.add_argument(
        "--fail-on",
        choices=sorted(_RANK, key=lambda name: -_RANK[name]),
        help="exit with 1 from this severity on (default: warning)",
    )
    check.add_argument("--exit-zero", action="store_true", help="exit with 0 whatever is found")
    settings.add_options(check)
    fixing.add_options(check)
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from refkit.kinds import named
    from refkit.pipeline import Checked, check_document, read_libraries, read_manuscripts

    chosen = named("refkit.reports", options.output_format)
    used = _settings(options)
    library = read_libraries(used.library, report_pieces) if used.library else None
    if options.output and any(os.path.realpath(path) == os.path.realpath(options.output) for path in options.files):
        raise RefkitError(f"{options.output}: is one of the papers; the report would overwrite it")
    manuscripts = read_manuscripts(options.files, library, used)
    for error in manuscripts.errors:
        print(f"refkit: {error}", file=sys.stderr)
    if not manuscripts.documents:
        return 2

    def checked_with(contents: Mapping[str, bytes]) -> list[Checked]:
        again = read_manuscripts(options.files, library, used, contents) if contents else manuscripts
        return [check_document(document, library, used) for document in again.documents]

    wanted = fixing.is_wanted(options)
    checked, shown = fixing.fixed(options, checked_with) if wanted else (checked_with({}), False)
    colour = options.output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    texts = [chosen.render(one.linked, one.findings, colour) for one in checked]
    # Papers are a list, however many of them could be read; the chapters of a work are one report.
    several = len(texts) > 1 or (len(options.files) > 1 and not manuscripts.documents[0].files)
    if options.output or not options.diff:
        write(chosen.join(texts) if several else texts[0], options.output)
    if manuscripts.errors:
        return 2
    worst = max((_RANK[finding.severity] for one in checked for finding in one.findings), default=-1)
    return 1 if (shown or worst >= _RANK[used.fail_on]) and not options.exit_zero else 0


def _settings(options: argparse.Namespace) -> Settings:
    """The settings of the file, and over them the command line; `--select` sets aside all that the file selects."""
    from refkit.linter import selector

    found = settings.settings_of(options, options.files)
    given: dict[str, Any] = {} if options.select is None else {"extend_select": (), "ignore": ()}
    for name in ("select", "extend_select", "ignore"):
        if (codes := getattr(options, name)) is not None:
            given[name] = tuple(selector(code) for code in codes.split(",") if code.strip())
    if options.library:
        given["library"] = tuple(options.library)
    if options.fail_on:
        given["fail_on"] = options.fail_on
    return found.model_copy(update=given)
