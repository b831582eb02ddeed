"""`refkit extract`: one bilingual library of a paper's notes and lists."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from refkit.cli import settings
from refkit.cli.output import write_library

if TYPE_CHECKING:
    from refkit.cli.commands import Commands


def add(commands: Commands) -> None:
    extract = commands.add_parser("extract", help="make one bilingual library of a paper's notes and lists")
    extract.add_argument("file", metavar="FILE")
    extract.add_argument(
        "-o", "--output", metavar="PATH", help="the library file: .yaml, .bib, .json, .ris; YAML on stdout without it"
    )
    settings.add_options(extract)
    extract.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from refkit.formats.yaml import write_library as as_yaml
    from refkit.pipeline import extract_file
    from refkit.settings import Export

    library = extract_file(options.file, settings.settings_of(options, [options.file]))
    if options.output:
        write_library(library, options.output, Export())
    else:
        sys.stdout.write(as_yaml(library, Export()))
    return 0
