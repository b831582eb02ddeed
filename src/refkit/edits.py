"""Edits and the text that they are of: what stands in a region, and whether a fix fits its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from refkit.model import Edit, Finding, Fix, Region

_LINE_END = re.compile(r"\r\n|\r|\n")


@lru_cache(maxsize=8)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text as editors number them: LF, CR LF and CR end a line."""
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def excerpt(lines: Sequence[str], region: Region) -> str | None:
    """What stands in a region, its lines divided by LF; None where the text has no such place."""
    rows = list(lines[region.line - 1 : region.end_line])
    if len(rows) != region.end_line - region.line + 1 or region.end_column > len(rows[-1]) + 1:
        return None
    rows[-1] = rows[-1][: region.end_column - 1]
    rows[0] = rows[0][region.column - 1 :]
    return "\n".join(rows)


def fitting(fix: Fix, sources: Mapping[str, str]) -> Fix:
    """The fix, if every edit finds in its file what it replaces; else what it says, as a hint.

    Between the text as read and the file there may be markup, or a file that refkit never writes.
    """
    if not fix.edits:
        return fix
    for edit in fix.edits:
        source = sources.get(edit.region.path)
        if source is None or excerpt(lines_of(source), edit.region) != edit.old:
            return Fix(message=fix.message)
    return fix


def overlap(left: Region, right: Region) -> bool:
    """Whether two regions of one file share a character, or begin at one place."""
    if left.path != right.path:
        return False
    first, second = sorted((_bounds(left), _bounds(right)))
    return second[0] < first[1] or second[0] == first[0]


def compatible(findings: Iterable[Finding]) -> list[tuple[Finding, Fix]]:
    """Of findings in the order of their places, those whose fixes can be made at once; the others wait for the next
    round. A fix is made whole or not at all.
    """
    taken: dict[tuple[str, int], list[Region]] = {}
    chosen = []
    for finding in findings:
        regions = [edit.region for edit in finding.fix.edits] if finding.fix else []
        if not finding.fix or any(overlap(region, other) for region in regions for other in _near(taken, region)):
            continue
        for region in regions:
            for line in range(region.line, region.end_line + 1):
                taken.setdefault((region.path, line), []).append(region)
        chosen.append((finding, finding.fix))
    return chosen


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made; of edits that overlap the first by place. Line ends stay what they are.

    An edit that does not find in the text what it replaces is left out.
    """
    ends = [match.span() for match in _LINE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    line_end = text[slice(*ends[0])] if ends else "\n"
    lines = lines_of(text)
    pieces: list[str] = []
    at = last = 0
    for edit in sorted(edits, key=lambda edit: _bounds(edit.region)):
        region = edit.region
        if excerpt(lines, region) != edit.old:
            continue
        start = starts[region.line - 1] + region.column - 1
        end = starts[region.end_line - 1] + region.end_column - 1
        if start < at or (pieces and start == last):
            continue
        pieces += (text[at:start], edit.new.replace("\n", line_end))
        last, at = start, end
    return "".join([*pieces, text[at:]])


def _bounds(region: Region) -> tuple[tuple[int, int], tuple[int, int]]:
    return (region.line, region.column), (region.end_line, region.end_column)


def _near(taken: Mapping[tuple[str, int], list[Region]], region: Region) -> Iterable[Region]:
    """The regions that have a line in common with one."""
    for line in range(region.line, region.end_line + 1):
        yield from taken.get((region.path, line), ())
