"""`refkit parse`: one reference a line in, one JSON object a line out."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refkit.cli.commands import Commands


def add(commands: Commands) -> None:
    parse = commands.add_parser("parse", help="one reference a line in, one JSON object a line out")
    parse.add_argument("file", metavar="FILE", help="a text file, or - for standard input")
    parse.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    import json

    from refkit.formats.records import read_lines
    from refkit.parser import parse_reference

    for line in read_lines(options.file):
        if line.fault:
            print(f"refkit: {options.file}:{line.number}: {line.fault}", file=sys.stderr)
        print(json.dumps(parse_reference(line.text).record(), ensure_ascii=False), flush=options.file == "-")
    return 0
