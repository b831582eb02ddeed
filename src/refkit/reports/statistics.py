"""Counts: how often each rule was broken, over all papers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from refkit.kinds import Report
from refkit.model import Checked
from refkit.reports.wording import summary


def render(checked: Checked, _colour: bool) -> str:
    """A line a finding with what it is counted by, then the summary of the paper."""
    lines = [f"{finding.code} {finding.name} ({finding.severity})" for finding in checked.findings]
    return "\n".join([*lines, summary(checked)])


def join(parts: Sequence[str], _several: bool) -> str:
    """The counts of all papers, the most frequent first, then the summary of each."""
    papers = [part.split("\n") for part in parts]
    counts = Counter(line for *lines, _ in papers for line in lines)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [f"{number:>6} {line}" for line, number in ordered]
    return "\n".join([*shown, *([""] if shown else []), *(paper[-1] for paper in papers)]) + "\n"


REPORT = Report(name="statistics", summary="how often each rule was broken", render=render, join=join)
