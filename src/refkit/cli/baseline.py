"""`refkit check --baseline` and `--write-baseline`: only new findings fail."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from refkit.baseline import Baseline
    from refkit.cli.reporting import Reported
    from refkit.settings import Settings


def add_options(check: argparse.ArgumentParser) -> None:
    check.add_argument("--baseline", metavar="FILE", help="findings that are known: only others are reported, and fail")
    check.add_argument("--write-baseline", metavar="FILE", help="write what is found as the baseline of these papers")


def baseline_of(settings: Settings) -> Baseline | None:
    """The baseline that is asked for; `RefkitError` where its file is none."""
    if settings.baseline is None:
        return None
    from refkit.baseline import read_baseline

    return read_baseline(settings.baseline)


def finish(options: argparse.Namespace, settings: Settings, known: Baseline | None, papers: Sequence[Reported]) -> None:
    """Write the baseline, where that is asked for; else say what of the old one may go."""
    files = [file for paper in papers for file in paper.files]
    found = [finding for paper in papers for finding in (*paper.findings, *paper.known)]
    if options.write_baseline:
        from refkit.baseline import write_baseline

        write_baseline(options.write_baseline, files, found, settings.runs)
        print(f"refkit: {options.write_baseline}: {_findings(len(found))} written", file=sys.stderr)
    elif known and (gone := known.gone(files, found, settings.runs)):
        is_gone = f"{_findings(gone)} in it {'is' if gone == 1 else 'are'} gone"
        print(f"refkit: {known.path}: {is_gone}; --write-baseline {known.path} takes them out", file=sys.stderr)


def _findings(number: int) -> str:
    return "1 finding" if number == 1 else f"{number} findings"
