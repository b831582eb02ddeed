"""`refkit check`: read, parse, link and check papers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from refkit.cli import baseline, fixing, reporting, settings
from refkit.cli.output import report_repairs

if TYPE_CHECKING:
    from refkit.cli.commands import Commands
    from refkit.model import Checked, Document
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
    reporting.add_options(check)
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
    baseline.add_options(check)
    check.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from refkit.pipeline import check_document, read_libraries, read_manuscripts
    from refkit.processes import in_processes

    outputs = reporting.outputs(options)
    used = _settings(options)
    known = baseline.baseline_of(used)
    library = read_libraries(used.library, report_repairs) if used.library else None
    manuscripts = read_manuscripts(options.files, library, used)
    for error in manuscripts.errors:
        print(f"refkit: {error}", file=sys.stderr)
    if not manuscripts.documents:
        return 2

    # What is wrong with a library is said once, beside the first paper.
    later = library.model_copy(update={"failures": ()}) if library else None

    def check(document: Document) -> Checked:
        first = document.path == manuscripts.documents[0].path
        checked = check_document(document, library if first else later, used)
        return known.divide(checked) if known else checked

    def checked_with(contents: Mapping[str, bytes]) -> list[Checked]:
        again = read_manuscripts(options.files, library, used, contents) if contents else manuscripts
        return list(map(check, again.documents))

    shown = False
    if fixing.is_wanted(options):
        checked, shown = fixing.fixed(options, checked_with)
        papers = [reporting.reported(each, outputs) for each in checked]
    else:
        papers = in_processes(lambda each: reporting.reported(check(each), outputs), manuscripts.documents)
    # Papers are a list, however many of them could be read; the chapters of a work are one report.
    several = len(papers) > 1 or (len(options.files) > 1 and not manuscripts.documents[0].files)
    reporting.write_reports(papers, outputs, several)
    baseline.finish(options, used, known, papers)
    if manuscripts.errors:
        return 2
    failed = shown or any(_RANK[each.severity] >= _RANK[used.fail_on] for paper in papers for each in paper.findings)
    return int(failed and not options.exit_zero and not options.write_baseline)


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
    given |= {name: value for name in ("fail_on", "baseline") if (value := getattr(options, name))}
    return found.model_copy(update=given)
