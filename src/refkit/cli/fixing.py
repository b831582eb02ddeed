"""`refkit check --fix` and `--diff`: corrections made, or shown."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from refkit.errors import RefkitError

if TYPE_CHECKING:
    from refkit.fixing import Check, Correction
    from refkit.model import Checked


def add_options(check: argparse.ArgumentParser) -> None:
    check.add_argument("--fix", action="store_true", help="correct the files, where that cannot change what they say")
    check.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also what may change what they say"
    )
    check.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")


def is_wanted(options: argparse.Namespace) -> bool:
    """Whether corrections are asked for."""
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise RefkitError("--unsafe-fixes: goes with --fix or --diff")
    return bool(options.fix or options.diff)


def fixed(options: argparse.Namespace, check: Check) -> tuple[Sequence[Checked], bool]:
    """Correct the files, or show how; what is left to find comes out, and whether a correction was only shown."""
    from refkit.fixing import correct, diff, write_corrections

    checked, corrections = correct(check, options.unsafe_fixes)
    for path, name in _never_written(checked):
        print(f"refkit: {path}: is never written ({name}); only text and library files are corrected", file=sys.stderr)
    if options.diff:
        sys.stdout.write("".join(map(diff, corrections)))
        # What is said on stderr of it comes behind it, also where both go to one place.
        sys.stdout.flush()
    else:
        write_corrections(corrections)
    for each in corrections:
        print(f"refkit: {each.path}: {_said(each, options.diff)}", file=sys.stderr)
    return checked, bool(corrections and options.diff)


def _never_written(checked: Sequence[Checked]) -> list[tuple[str, str]]:
    """The files that are no text, with their format."""
    documents = [one.linked.document for one in checked]
    files = [(file, each) for each in documents for file in each.files or (each.path,)]
    return [(file, each.format) for file, each in files if file not in each.sources]


def _said(correction: Correction, only_shown: bool) -> str:
    codes = ", ".join(f"{number} {code}" for code, number in sorted(correction.codes.items()))
    number = sum(correction.codes.values())
    done = "would be corrected" if only_shown else "corrected"
    return f"{number} {'finding' if number == 1 else 'findings'} {done} ({codes})" if number else done
