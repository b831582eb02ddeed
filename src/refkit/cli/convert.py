"""`refkit convert`: a library in another format."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from refkit.cli.output import report_pieces, write_library
from refkit.errors import RefkitError

if TYPE_CHECKING:
    from refkit.cli.commands import Commands


def add(commands: Commands) -> None:
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
    convert.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from refkit.formats import read_library
    from refkit.settings import Export, chosen

    given = {"key_pattern": options.key_pattern} if options.key_pattern else {}
    export = chosen(Export, profile=options.profile, language=options.language, **given)
    if os.path.realpath(options.source) == os.path.realpath(options.target):
        raise RefkitError(f"{options.target}: is IN too; what is not understood there would be overwritten")
    library = read_library(options.source)
    report_pieces(options.source, library)
    if library.failures and not library.references:
        raise RefkitError(f"{options.source}: no entry could be read")
    write_library(library, options.target, export)
    return 1 if library.failures else 0
