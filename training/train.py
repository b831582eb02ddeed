"""Train the model of `refkit.parser.crf`: synthetic references and four fifths of AnyStyle's core set.

Run: make model (python -m training.train). The seed is fixed, so the model comes out the same on one machine.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

import pycrfsuite

from refkit.parser.crf import MODEL, OUTSIDE
from refkit.parser.features import features
from refkit.parser.tokens import tokenise
from training.anystyle import held_out, references
from training.generator import FAMILIES, Sample, samples

SEED = 20221124
SYNTHETIC = 12_000
#: How often each reference of the core set is taken: it is real, and few beside the synthetic ones.
CORE_TIMES = 2
SETTINGS = {"c1": 0.7, "c2": 0.01, "max_iterations": 90, "feature.minfreq": 6}


def labels(sample: Sample) -> tuple[list[list[str]], list[str]]:
    """The features and the label of each token of a labelled reference."""
    ends, at = [], 0
    for text, name in sample.pieces:
        at += len(text)
        ends.append((at, name or OUTSIDE))
    tokens = tokenise(sample.text)
    found, piece = [], 0
    for token in tokens:
        while ends[piece][0] <= token.start:
            piece += 1
        found.append(ends[piece][1])
    return features(sample.text, tokens), found


def train(data: Iterable[Sample], path: Path, verbose: bool = False, quick: bool = False) -> None:
    """Train a model on labelled references and write it to a path; `quick` for measuring, in fewer rounds."""
    trainer = pycrfsuite.Trainer(verbose=verbose)
    trainer.set_params(SETTINGS | ({"max_iterations": 60} if quick else {}))
    for sample in data:
        if sample.text.strip():
            trainer.append(*labels(sample))
    trainer.train(str(path))


def training_set(leave_out: Sequence[str] = (), quick: bool = False) -> list[Sample]:
    """What the model is trained on, without some template families; a third of it if `quick`."""
    kept = [name for name in FAMILIES if name not in leave_out]
    core = CORE_TIMES * [sample for at, sample in enumerate(references()) if not held_out(at)]
    return [*samples(SYNTHETIC // 3 if quick else SYNTHETIC, SEED, kept), *core]


def folds(count: int = 5) -> list[list[str]]:
    """The template families in groups, each family in one: a model trained without a group has seen none of it."""
    names = sorted(FAMILIES)
    return [names[at::count] for at in range(count)]


def main() -> None:
    """Train the model of the package, and write down what it was made of."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=MODEL)
    options = parser.parse_args()
    data = training_set()
    train(data, options.output, verbose=sys.stdout.isatty())
    about = {
        "sha256": hashlib.sha256(options.output.read_bytes()).hexdigest(),
        "bytes": options.output.stat().st_size,
        "command": "make model",
        "seed": SEED,
        "families": len(FAMILIES),
        "references": {"synthetic": SYNTHETIC, "anystyle-core": len(data) - SYNTHETIC},
        "settings": SETTINGS,
        "python-crfsuite": version("python-crfsuite"),
    }
    options.output.with_suffix(".json").write_text(json.dumps(about, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
