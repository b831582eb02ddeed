"""Fit what `refkit.parser.agreement` weighs: how much each sign that a value is right counts (logistic regression).

Run: make model (after training). Written into model.json beside the model. The data are the labelled references at
hand, each set counting the same: AnyStyle's held-out fifth, `blind-dev`, the real references, the example paper, the
papers in other house styles. `blind-test` is left for measuring.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import exp
from pathlib import Path

from benchmarks.scoring import Case, anystyle_cases, blind_cases, example_cases, is_value, paper_cases, real_cases
from refkit.parser import drafted
from refkit.parser.claims import claims, signs
from refkit.parser.crf import MODEL

ROUNDS, RIDGE = 12, 2.0
#: The signs of a value, whether it is right, and how much it counts: each set of references counts the same.
Row = tuple[dict[str, float], bool, float]


def rows(labelled: Sequence[Case], model: Path) -> list[Row]:
    """For each value that the grammar or the model gives: its signs, and whether it is right."""
    found = []
    for case in labelled:
        draft = drafted(case.text, case.kind)
        for claim in claims(draft, model):
            right = is_value(case, claim.field, [draft.text[start:end] for start, end in claim.spans])
            if right is not None:
                found.append((signs(claim), right, 100 / len(labelled)))
    return found


def fit(data: Sequence[Row]) -> dict[str, float]:
    """The weights that make the data most likely, by Newton's method; a ridge keeps those of rare signs small."""
    names = sorted({name for row, *_ in data for name in row})
    place = {name: at for at, name in enumerate(names)}
    encoded = [([(place[name], value) for name, value in row.items()], right, weight) for row, right, weight in data]
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [-RIDGE * weight for weight in weights]
        curve = [[RIDGE * (i == j) for j in range(len(names))] for i in range(len(names))]
        for row, right, weight in encoded:
            chance = 1 / (1 + exp(-sum(weights[i] * value for i, value in row)))
            for i, value in row:
                slope[i] += weight * (right - chance) * value
                for j, other in row:
                    curve[i][j] += weight * chance * (1 - chance) * value * other
        weights = [a + b for a, b in zip(weights, _solved(curve, slope), strict=True)]
    return {name: round(weight, 3) for name, weight in zip(names, weights, strict=True)}


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a positive definite system, by elimination."""
    size = len(right)
    rows_ = [[*matrix[i], right[i]] for i in range(size)]
    for i in range(size):
        rows_[i] = [value / rows_[i][i] for value in rows_[i]]
        for j in range(size):
            if j != i:
                rows_[j] = [a - rows_[j][i] * b for a, b in zip(rows_[j], rows_[i], strict=True)]
    return [row[-1] for row in rows_]


def main() -> None:
    """Fit the weights and write them into model.json."""
    path = MODEL.with_suffix(".json")
    about = json.loads(path.read_text("utf-8"))
    sets = (anystyle_cases(), blind_cases("dev"), real_cases(), example_cases(), paper_cases())
    data = [row for labelled in sets for row in rows(labelled, MODEL)]
    about["weights"] = fit(data)
    path.write_text(json.dumps(about, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
