"""How well the rules find faults: recall and false alarms of each rule over seeded mutants of clean papers.

Run: python benchmarks/mutations.py [--seed N] [--count 2000] [--rule RK301 …] [--show-missed]
A mutant counts as found if exactly its rule fires at the place of the fault and nothing else changes; `at its place`
counts those with other findings too. A false alarm is any finding in a clean paper. Exits 1 if recall is below .97 for a
rule of errors or .93 for one of warnings, or if there is more than one false alarm per 100 references.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from refkit.linter import rules
from tests.mutations.measure import Alarms, Verdict, alarms, judge
from tests.mutations.mutators import mutators
from tests.mutations.styles import STYLES

RECALL = {"error": 0.97, "warning": 0.93, "info": 0.93}
#: False alarms per 100 references of clean papers.
ALARMS = 1.0
#: A rule has at least so many mutants, and is given up after so many papers of each style.
LEAST, MOST_PAPERS = 10, 60
#: Clean papers of each style that are looked at in any case.
CLEAN_PAPERS = 6

Task = tuple[str, int, tuple[str, ...]]
Result = tuple[Alarms, list[Verdict]]


def measured(task: Task) -> Result:
    """One paper: what is found in it, and in its mutants of some rules."""
    style, seed, codes = task
    verdicts = [judge(code, style, seed) for code in codes]
    return alarms(style, seed), [verdict for verdict in verdicts if verdict]


def run(codes: Sequence[str], seed: int, wanted: int, pool: Executor) -> tuple[list[Alarms], list[Verdict]]:
    """Papers of all styles, round by round, until each rule has as many mutants as are wanted."""
    clean: list[Alarms] = []
    found: list[Verdict] = []
    have: Counter[tuple[str, str]] = Counter()
    for round_number in count():
        left = [code for code in codes if sum(have[code, style] for style in STYLES) < wanted]
        tasks = [(style, seed + round_number, _fitting(left, style, have, round_number)) for style in STYLES]
        tasks = [task for task in tasks if task[2] or round_number < CLEAN_PAPERS]
        if not tasks or round_number >= MOST_PAPERS:
            return clean, found
        for one, verdicts in pool.map(measured, tasks):
            clean.append(one)
            found += verdicts
            have.update((verdict.code, verdict.style) for verdict in verdicts)
    raise AssertionError  # count() does not end


def _fitting(codes: Iterable[str], style: str, have: Counter[tuple[str, str]], rounds: int) -> tuple[str, ...]:
    """The rules to try in a paper of a style: not those for which three papers of the style had no place."""
    return tuple(code for code in codes if rounds < 3 or have[code, style])


def recall(verdicts: Sequence[Verdict]) -> tuple[float, float]:
    """The share of mutants found exactly, and that of those found at their place."""
    total = len(verdicts) or 1
    return sum(one.is_exact for one in verdicts) / total, sum(one.is_found for one in verdicts) / total


def print_rules(codes: Sequence[str], clean: Sequence[Alarms], found: Sequence[Verdict]) -> list[str]:
    """The table of all rules; those below their limit."""
    references = sum(one.references for one in clean)
    raised = Counter(finding.code for one in clean for finding in one.findings)
    low = []
    print(f"{'rule':<6} {'name':<30} {'severity':<8} mutants  recall  at its place  alarms per 100  also found or lost")
    for code in codes:
        rule, mine = rules()[code], [one for one in found if one.code == code]
        exact, placed = recall(mine)
        also = Counter(other for one in mine for other, _ in one.others)
        also.update(f"-{other}" for one in mine for other, _ in one.lost)
        below = not mine or exact < RECALL[rule.severity]
        if below:
            low.append(code)
        rate = 100 * raised[code] / references
        more = " ".join(f"{name}:{number}" for name, number in also.most_common())
        print(
            f"{code:<6} {rule.name:<30} {rule.severity:<8} {len(mine):>7}  {exact:>6.3f}  {placed:>12.3f}  {rate:>14.2f}"
            f"  {more}{'  <- below' if below else ''}"
        )
    return low


def print_styles(clean: Sequence[Alarms], found: Sequence[Verdict]) -> float:
    """The table of all styles; the false alarms per 100 references of all."""
    print(f"\n{'style':<20} mutants  recall  at its place  papers  references  alarms  rules of the alarms")
    for style in STYLES:
        mine, papers = [one for one in found if one.style == style], [one for one in clean if one.style == style]
        exact, placed = recall(mine)
        codes = Counter(finding.code for one in papers for finding in one.findings)
        print(
            f"{style:<20} {len(mine):>7}  {exact:>6.3f}  {placed:>12.3f}  {len(papers):>6}"
            f"  {sum(one.references for one in papers):>10}  {codes.total():>6}  "
            + " ".join(f"{code}:{number}" for code, number in codes.most_common())
        )
    total = sum(len(one.findings) for one in clean)
    rate = 100 * total / sum(one.references for one in clean)
    exact, placed = recall(found)
    print(
        f"\n{len(found)} mutants: recall {exact:.3f}, at its place {placed:.3f}; {rate:.2f} false alarms per 100 references"
    )
    return rate


def print_missed(clean: Sequence[Alarms], found: Sequence[Verdict]) -> None:
    """Each mutant that was not found exactly, and each false alarm, with the lines of the paper."""
    for one in found:
        if not one.is_exact:
            print(
                f"\n{one.code} {one.style} {one.seed}: {'also' if one.is_found else 'missed'} {one.others} {one.lost}"
            )
            for place, row in one.rows:
                print(f"  at {place}: {row}")
            _print_findings(one)
    for paper in clean:
        if paper.findings:
            print(f"\nfalse alarms in {paper.style} {paper.seed}")
            _print_findings(paper)


def _print_findings(one: Alarms | Verdict) -> None:
    rows = one.text.splitlines()
    for finding in one.findings:
        print(f"  {finding.code} {finding.message}\n      {rows[(finding.line or 1) - 1]}")


def main() -> int:
    """Measure, print, compare with the limits."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0, help="the first paper of each style")
    parser.add_argument("--count", type=int, default=2000, help="mutants of all rules together, at least")
    parser.add_argument("--rule", nargs="*", default=None, help="only these rules")
    parser.add_argument("--show-missed", action="store_true", help="each mutant that was missed, each false alarm")
    options = parser.parse_args()
    codes = [code for code in mutators() if code in rules() and (not options.rule or code in options.rule)]
    wanted = max(LEAST, -(-options.count // len(codes)))
    with ProcessPoolExecutor(2) as pool:
        clean, found = run(codes, options.seed, wanted, pool)
    low = print_rules(codes, clean, found)
    rate = print_styles(clean, found)
    if options.show_missed:
        print_missed(clean, found)
    if low:
        print(f"below the limit: {', '.join(low)}")
    if rate > ALARMS:
        print(f"more than {ALARMS} false alarm per 100 references")
    return 1 if low or rate > ALARMS else 0


if __name__ == "__main__":
    sys.exit(main())
