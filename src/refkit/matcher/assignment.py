"""The best one-to-one pairing of two sets, where any member may stay without a partner."""

from __future__ import annotations

from collections.abc import Mapping

Pair = tuple[str, str]

#: Beyond this many members of one knot of candidates its pairs are taken greedily, best first.
_LARGEST_KNOT = 120


def assign(scores: Mapping[Pair, float]) -> list[Pair]:
    """The pairs that maximise the sum of scores, each member in one pair at most; order of the input.

    Only pairs with a score are candidates, so that the problem falls into small knots, each solved exactly (the
    Hungarian method, O(n³) in the size of the knot).
    """
    chosen: set[Pair] = set()
    for knot in _knots(scores):
        own = {pair: scores[pair] for pair in knot}
        lefts = sorted({left for left, _ in knot})
        rights = sorted({right for _, right in knot})
        if max(len(lefts), len(rights)) > _LARGEST_KNOT:
            chosen.update(_greedy(own))
        elif len(own) == 1:
            chosen.update(own)
        else:
            chosen.update(_optimal(lefts, rights, own))
    return [pair for pair in scores if pair in chosen]


def _knots(scores: Mapping[Pair, float]) -> list[list[Pair]]:
    """The candidate pairs, grouped by what they are connected through."""
    root: dict[tuple[int, str], tuple[int, str]] = {}

    def find(node: tuple[int, str]) -> tuple[int, str]:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for left, right in scores:
        root[find((0, left))] = find((1, right))
    groups: dict[tuple[int, str], list[Pair]] = {}
    for pair in scores:
        groups.setdefault(find((0, pair[0])), []).append(pair)
    return list(groups.values())


def _greedy(scores: Mapping[Pair, float]) -> list[Pair]:
    lefts, rights, chosen = set(), set(), []
    for pair in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        if pair[0] not in lefts and pair[1] not in rights:
            lefts.add(pair[0])
            rights.add(pair[1])
            chosen.append(pair)
    return chosen


def _optimal(lefts: list[str], rights: list[str], scores: Mapping[Pair, float]) -> list[Pair]:
    """Shortest augmenting paths with potentials; a column of cost 0 for each row is "no partner"."""
    columns = [*rights, *(None for _ in lefts)]
    cost = [[-scores.get((left, right), -1.0) if right else 0.0 for right in columns] for left in lefts]
    row_potential = [0.0] * (len(lefts) + 1)
    column_potential = [0.0] * (len(columns) + 1)
    row_of = [0] * (len(columns) + 1)
    for row in range(1, len(lefts) + 1):
        row_of[0] = row
        _augment(cost, row_potential, column_potential, row_of)
    found = [(lefts[row_of[at] - 1], right) for at, right in enumerate(columns, 1) if row_of[at] and right is not None]
    return [pair for pair in found if pair in scores]


def _augment(cost: list[list[float]], rows: list[float], columns: list[float], row_of: list[int]) -> None:
    """Find a place for the row that stands in column 0, moving others where that is cheaper."""
    width = len(columns)
    least, came_from, used = [float("inf")] * width, [0] * width, [False] * width
    at = 0
    while row_of[at]:
        used[at] = True
        row, delta, following = row_of[at], float("inf"), 0
        for column in range(1, width):
            if used[column]:
                continue
            reduced = cost[row - 1][column - 1] - rows[row] - columns[column]
            if reduced < least[column]:
                least[column], came_from[column] = reduced, at
            if least[column] < delta:
                delta, following = least[column], column
        for column in range(width):
            if used[column]:
                rows[row_of[column]] += delta
                columns[column] -= delta
            else:
                least[column] -= delta
        at = following
    while at:
        row_of[at] = row_of[came_from[at]]
        at = came_from[at]
