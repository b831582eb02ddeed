"""What a run costs: wall time of `refkit check` on the example over that of `python -c pass`, medians of the same run.

Run: python benchmarks/startup.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

EXAMPLE = Path(__file__).parent.parent / "examples" / "russian-chinese-relations.md"
RUNS = 15


def seconds(*arguments: str) -> float:
    """Wall seconds of one run of Python."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Print both medians and their ratio; the runs alternate, so that a busy machine is busy for both."""
    commands = {"python -c pass": ("-c", "pass"), "refkit check": ("-m", "refkit", "check", str(EXAMPLE))}
    taken = {name: [seconds(*arguments)] for name, arguments in commands.items()}
    for _ in range(RUNS):
        for name, arguments in commands.items():
            taken[name].append(seconds(*arguments))
    medians = {name: statistics.median(times[1:]) for name, times in taken.items()}
    for name, median in medians.items():
        print(f"{median * 1000:8.1f} ms  {name}")
    print(f"{medians['refkit check'] / medians['python -c pass']:8.1f}x")


if __name__ == "__main__":
    main()
