"""The command: arguments in, exit code out. 0: clean, 1: findings, 2: could not run."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from refkit import __version__
from refkit.errors import RefkitError

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]
    from refkit.model import Library
    from refkit.settings import Export

_RANK = {"info": 0, "warning": 1, "error": 2}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code says how it went."""
    # A run makes many objects and drops few: collecting as often as by default costs a tenth of it.
    gc.set_threshold(100_000, 50, 50)
    # Pydantic looks through all installed packages for plugins, which the command has no use for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        # What is left goes with the process: the collector need not look through it once more.
        gc.freeze()
        return code
    except RefkitError as error:
        print(f"refkit: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of the pipe has gone (refkit check … | head): nothing is left to say, nor to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="refkit", description="Check that footnotes, the Arabic and the English reference list of a paper agree."
    )
    parser.add_argument("--version", action="version", version=f"refkit {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    for add in (_add_check, _add_extract, _add_parse, _add_convert, _add_rule):
        add(commands)
    return parser


def _add_check(commands: Commands) -> None:
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
    check.set_defaults(run=_check)


def _add_extract(commands: Commands) -> None:
    extract = commands.add_parser("extract", help="make one bilingual library of a paper's notes and lists")
    extract.add_argument("file", metavar="FILE")
    extract.add_argument(
        "-o", "--output", metavar="PATH", help="the library file: .yaml, .bib, .json, .ris; YAML on stdout without it"
    )
    extract.set_defaults(run=_extract)


def _add_parse(commands: Commands) -> None:
    parse = commands.add_parser("parse", help="one reference a line in, one JSON object a line out")
    parse.add_argument("file", metavar="FILE", help="a text file, or - for standard input")
    parse.set_defaults(run=_parse)


def _add_convert(commands: Commands) -> None:
    convert = commands.add_parser("convert", help="turn a library into another format: .bib, .json (CSL), .ris, .yaml")
    convert.add_argument("source", metavar="IN")
    convert.add_argument("target", metavar="OUT")
    convert.add_argument(
        "--profile", choices=("biblatex", "bibtex"), default="biblatex", help="who reads the .bib file"
    )
    convert.add_argument(
        "--language",
        choices=("ar", "en", "both"),
        default="both",
        help="the forms to write; both (default): the work's own language first",
    )
    convert.add_argument("--key-pattern", metavar="PATTERN", help="what new keys are made of: {author}{year}, {title}")
    convert.set_defaults(run=_convert)


def _add_rule(commands: Commands) -> None:
    rule = commands.add_parser("rule", help="say what a rule means")
    rule.add_argument("code", nargs="?", metavar="CODE")
    rule.add_argument("--all", action="store_true", help="all rules, a line each")
    rule.set_defaults(run=_rule)


def _check(options: argparse.Namespace) -> int:
    from refkit.kinds import named
    from refkit.pipeline import check_document, read_library, read_manuscripts
    from refkit.settings import Settings

    chosen = named("refkit.reports", options.output_format)
    settings = Settings(select=_codes(options.select), ignore=_codes(options.ignore))
    library = read_library(options.library) if options.library else None
    if library:
        _report_pieces(options.library, library)
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
    _write(chosen.join(texts) if several else texts[0], options.output)
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


def _write(text: str, path: str | None) -> None:
    from refkit.formats.files import write_text

    if path is None:
        sys.stdout.write(text)
    else:
        write_text(text, path)


def _extract(options: argparse.Namespace) -> int:
    from refkit.formats.yaml import write_library
    from refkit.pipeline import extract_file
    from refkit.settings import Export

    library = extract_file(options.file)
    if options.output:
        _write_library(library, options.output, Export())
    else:
        sys.stdout.write(write_library(library, Export()))
    return 0


def _convert(options: argparse.Namespace) -> int:
    from refkit.formats import read_library
    from refkit.settings import Export, chosen

    given = {"key_pattern": options.key_pattern} if options.key_pattern else {}
    export = chosen(Export, profile=options.profile, language=options.language, **given)
    if os.path.realpath(options.source) == os.path.realpath(options.target):
        raise RefkitError(f"{options.target}: is IN too; what is not understood there would be overwritten")
    library = read_library(options.source)
    _report_pieces(options.source, library)
    if library.failures and not library.references:
        raise RefkitError(f"{options.source}: no entry could be read")
    _write_library(library, options.target, export)
    return 1 if library.failures else 0


def _report_pieces(path: str, library: Library) -> None:
    """Say on stderr what in a library was not understood, and what was put right."""
    said = [(piece.place.line, f"{piece.reason}; left out") for piece in library.failures]
    said += [(piece.place.line, piece.reason) for piece in library.repairs]
    for line, reason in sorted(said):
        print(f"refkit: {path}:{line}: {reason}", file=sys.stderr)


def _write_library(library: Library, path: str, export: Export) -> None:
    """Write a library, and say on stderr what its format does not carry."""
    from refkit.formats import write
    from refkit.formats.losses import summary

    for loss in summary(write(library, path, export)):
        print(loss, file=sys.stderr)
    print(f"{path}: {len(library.references)} entries", file=sys.stderr)


def _parse(options: argparse.Namespace) -> int:
    import json

    from refkit.formats.records import read_lines
    from refkit.parser import parse_reference

    for line in read_lines(options.file):
        if line.fault:
            print(f"refkit: {options.file}:{line.number}: {line.fault}", file=sys.stderr)
        print(json.dumps(parse_reference(line.text).record(), ensure_ascii=False), flush=options.file == "-")
    return 0


def _rule(options: argparse.Namespace) -> int:
    from refkit.kinds import named
    from refkit.linter import rules

    if options.all or not options.code:
        for rule in rules().values():
            print(f"{rule.code} {rule.name} ({rule.severity}): {rule.summary}")
        return 0
    rule = named("refkit.rules", options.code.upper())
    print(f"{rule.code} {rule.name} ({rule.severity})\n\n{rule.summary}\n\n{rule.reason}")
    for label, examples in (("Bad", rule.bad), ("Good", rule.good)):
        for example in examples:
            print(f"\n{label}:\n" + "\n".join("    " + line for line in example.rstrip().split("\n")))
    return 0
