"""What checking many papers by all cores costs, beside one after the other, and whether their order matters.

Fifty papers of a hundred notes each: processor seconds of all processes, and seconds by the clock. One after the other
is one run of the command that has one core to itself, so that the start of the program counts once on both sides.
Run: python benchmarks/many.py
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.documents import manuscript

_PAPERS, _NOTES, _WORKS = 50, 100, 40
_LIMIT = 1.3


def main() -> int:
    """Print both costs; 1 if all at once takes too much more of the processor, or says anything else."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        papers = [folder / f"paper{number}.md" for number in range(_PAPERS)]
        for number, path in enumerate(papers):
            path.write_text(manuscript(_NOTES, _WORKS).replace("الجابري", f"الجابري{number}"), "utf-8")
        alone, processor, clock = _checked(papers, cores=1)
        together, all_processor, all_clock = _checked(papers)
        backwards, *_ = _checked(papers[::-1])
    same = together == alone and sorted(backwards.splitlines()) == sorted(alone.splitlines())
    ratio = all_processor / processor
    print(f"one by one      {processor:6.1f} s of processor  {clock:6.1f} s by the clock")
    print(f"by all cores    {all_processor:6.1f} s of processor  {all_clock:6.1f} s by the clock")
    print(f"processor: {ratio:.2f}x, at most {_LIMIT}x; the same findings in both orders: {'yes' if same else 'no'}")
    return 0 if same and ratio <= _LIMIT else 1


def _checked(papers: list[Path], cores: int | None = None) -> tuple[str, float, float]:
    """What the command says of the papers, and what it took, by all cores or by some of them."""
    allowed = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(allowed)[:cores])
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "refkit", "check", *map(str, papers), "--output-format", "concise"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    os.sched_setaffinity(0, allowed)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, processor, time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
