"""What reading and writing libraries costs, beside bibtexparser, its bare splitter and pybtex: seconds, ratios, memory.

Run: python benchmarks/bibtex.py [--quick]

Each figure is the best of some runs, each in a process of its own, with the collector of garbage as Python sets it; the
programs take turns, so that a busy machine is busy for all. `bare` is `bibtexparser.parse_string(text, parse_stack=[])`:
the file divided into blocks, nothing understood. The last lines hold what must hold, and say ok or FAIL.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

RUNS = 3
#: bibtexparser's writer and pybtex take a minute each of so many entries: one run has to do.
LARGE = 50_000
READERS = ("refkit", "bare", "bibtexparser", "pybtex")
WRITERS = ("refkit", "bibtexparser", "pybtex")
Work = Callable[[], Any]


class Cost(NamedTuple):
    """Processor seconds of a piece of work, and the most memory that its process ever held, in MB."""

    seconds: float
    memory: float


# What a process of its own does: each job reads what it needs, and gives the work that is measured.


def _make(count: str) -> Work:
    from benchmarks.libraries import Generator
    from refkit.formats import bibtex, csl_json
    from refkit.settings import Export

    folder, number = Path(count).parent, int(Path(count).name)
    text = Generator().library(number)
    (folder / f"{number}.bib").write_text(text, "utf-8")
    library = bibtex.read_library(text, "")
    (folder / f"{number}.json").write_text(csl_json.write_library(library, Export()), "utf-8")
    return lambda: None


def _read(by: str, path: str) -> Work:
    text = Path(path).read_text("utf-8")
    if by == "refkit":
        from refkit.formats import bibtex, csl_json

        read = bibtex.read_library if path.endswith(".bib") else csl_json.read_library
        bibtex.read_library("@book{a, title = {A}}", "")  # loads the modules, as the imports below do
        return lambda: read(text, path)
    if by == "json":
        return lambda: json.loads(text)
    if by == "pybtex":
        from pybtex.database import parse_string  # type: ignore[import-untyped]

        return lambda: parse_string(text, "bibtex")
    from bibtexparser.entrypoint import parse_string as parse

    return lambda: parse(text, parse_stack=[] if by == "bare" else None)


def _write(by: str, path: str) -> Work:
    library = _read(by, path)()
    if by == "refkit":
        from refkit.formats import bibtex
        from refkit.settings import Export

        return lambda: bibtex.write_library(library, Export())
    if by == "pybtex":
        return lambda: library.to_string("bibtex")
    from bibtexparser.entrypoint import write_string

    return lambda: write_string(library)


def _convert(source: str, target: str) -> Work:
    from refkit.cli import main

    # What is said of each entry goes to stderr, which is not looked at here.
    return lambda: main(["convert", source, target])


JOBS: dict[str, Callable[..., Work]] = {"make": _make, "read": _read, "write": _write, "convert": _convert}


def _measure(job: str, *arguments: str) -> None:
    work = JOBS[job](*arguments)
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(json.dumps([seconds, memory]))


# What the first process does: nothing large, because memory counts from the one that starts another.


def _cost(*arguments: str) -> Cost:
    command = [sys.executable, __file__, "--measure", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    return Cost(*json.loads(done.stdout.splitlines()[-1]))


def _costs(jobs: Mapping[str, tuple[str, ...]], runs: int) -> dict[str, Cost]:
    """Label -> the least of each measure in several runs, taken in turns."""
    taken: dict[str, list[Cost]] = {label: [] for label in jobs}
    for _ in range(runs):
        for label, arguments in jobs.items():
            taken[label].append(_cost(*arguments))
    return {label: Cost(*map(min, zip(*costs, strict=True))) for label, costs in taken.items()}


def _print_rows(title: str, costs: dict[str, Cost], unit: str) -> None:
    print(f"\n{title}")
    for label, cost in costs.items():
        print(f"  {label:14}{cost.seconds:8.2f} s {cost.seconds / costs[unit].seconds:7.2f}x{cost.memory:8.0f} MB")


def main() -> None:
    """Print the tables, and whether the limits hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="1,000 and 10,000 entries only")
    parser.add_argument("--measure", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        _measure(*options.measure)
        return
    reading: dict[int, dict[str, Cost]] = {}
    writing: dict[int, dict[str, Cost]] = {}
    with TemporaryDirectory() as folder:
        for count in (1_000, 10_000) if options.quick else (1_000, 10_000, LARGE):
            _cost("make", f"{folder}/{count}")
            path, runs = f"{folder}/{count}.bib", 1 if count == LARGE else RUNS
            reading[count] = _costs({by: ("read", by, path) for by in READERS}, runs)
            writing[count] = _costs({by: ("write", by, path) for by in WRITERS}, runs)
            _print_rows(f"reading {count:,} entries ({Path(path).stat().st_size / 1e6:.1f} MB)", reading[count], "bare")
            _print_rows(f"writing {count:,} entries", writing[count], "bibtexparser")
        csl = _costs({by: ("read", by, f"{folder}/10000.json") for by in ("refkit", "json")}, RUNS)
        _print_rows("reading 10,000 items of CSL-JSON, beside json.loads", csl, "json")
        targets = ("bib", "json", "ris", "yaml")
        converting = {f".bib to .{to}": ("convert", f"{folder}/10000.bib", f"{folder}/out.{to}") for to in targets}
        _print_rows("refkit convert, 10,000 entries", _costs(converting, 1), ".bib to .bib")
    _check_limits(reading, writing)


def _check_limits(reading: dict[int, dict[str, Cost]], writing: dict[int, dict[str, Cost]]) -> None:
    found, wrote = reading[10_000], writing[10_000]
    limits = {
        "reading 10,000 entries, of the bare splitter": (found["refkit"].seconds / found["bare"].seconds, 2.5),
        "writing 10,000 entries, of bibtexparser": (wrote["refkit"].seconds / wrote["bibtexparser"].seconds, 0.25),
    }
    if LARGE in reading:
        growth = reading[LARGE]["refkit"].seconds / found["refkit"].seconds
        limits["reading 50,000 entries, of 10,000"] = (growth, 6)
    print()
    for label, (ratio, limit) in limits.items():
        print(f"  {'ok  ' if ratio <= limit else 'FAIL'} {label}: {ratio:.2f}x, at most {limit}x")


if __name__ == "__main__":
    main()
