"""The command: arguments in, exit code out. 0: clean, 1: findings, 2: could not run."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from refkit import __version__
from refkit.cli import check, cite, convert, extract, parse, rule
from refkit.errors import RefkitError


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a call in one line, as everything else that stops a run."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"refkit: {message}; `{self.prog} --help` shows how it is called\n")


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
    parser = _Parser(
        prog="refkit", description="Check that footnotes, the Arabic and the English reference list of a paper agree."
    )
    parser.add_argument("--version", action="version", version=f"refkit {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    for command in (check, extract, parse, convert, cite, rule):
        command.add(commands)
    return parser
