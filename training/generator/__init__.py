"""Synthetic references with labelled fields, Arabic and English, in many styles.

``samples`` composes them from the grammar in ``rules/`` and the words in ``words/``; ``noise`` then spoils some as
typists, scanners and reference managers do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

from training.generator import noise, randomised
from training.generator.finish import finished, joined, trimmed
from training.generator.functions import FUNCTIONS
from training.generator.grammar import Piece, Rule, Slot, Writer, check, read_rules


@dataclass(frozen=True)
class Sample:
    """One reference: its family, and its text in pieces with their labels ("" belongs to no field)."""

    family: str
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


@dataclass(frozen=True)
class Family:
    """A style of references: the section that writes it and the settings it chooses from."""

    name: str
    section: str
    settings: dict[str, tuple[str, ...]]

    @property
    def weight(self) -> float:
        return float(self.settings.get("weight", ("1",))[0])

    def __call__(self, rng: Random) -> Sample:
        style = {key: rng.choice(values) for key, values in self.settings.items()}
        writer = Writer(_RULES, FUNCTIONS, rng, style)
        body = randomised.reference(writer) if style.get("order") == "random" else writer.pieces(Slot(self.section))
        pieces = [*writer.setting("prefix"), *body, *writer.setting("stop")]
        return Sample(self.name, tuple(joined(trimmed(noise.spoiled(finished(pieces, style, rng), style, rng)))))


def _families(rules: dict[str, Rule]) -> dict[str, Family]:
    found = {}
    for section, rule in rules.items():
        kind, _, name = section.partition(" ")
        if kind == "family":
            found[name] = Family(name, section, rules[f"defaults {name[:2]}"].settings | rule.settings)
    return found


_HERE = Path(__file__).parent
_RULES = read_rules(sorted([*_HERE.glob("words/*.txt"), *_HERE.glob("rules/*.txt")]))
check(_RULES, FUNCTIONS)
FAMILIES: dict[str, Family] = _families(_RULES)


def samples(count: int, seed: int, families: Sequence[str] | None = None) -> Iterator[Sample]:
    """So many samples, always the same for a seed; each family comes as often as its weight says."""
    rng = Random(seed)
    chosen = [FAMILIES[name] for name in (FAMILIES if families is None else families)]
    weights = list(accumulate(family.weight for family in chosen))
    for _ in range(count):
        yield rng.choices(chosen, cum_weights=weights)[0](rng)
