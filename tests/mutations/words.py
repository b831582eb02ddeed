"""The words that papers are made of: pools of names, titles, publishers and cities, of no use to the parser's training.

`words.tsv` has a line for each: pool, Arabic form, Latin form; either may be empty. Given names and cities are what they are
in the world; family names, houses, journals and subjects are none that the parser was trained with.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple


class Pair(NamedTuple):
    """A word or name in Arabic and in Latin script."""

    ar: str
    en: str

    def form(self, language: str) -> str:
        """The form of a language, ar or en."""
        return self.ar if language == "ar" else self.en


@cache
def pools() -> dict[str, tuple[Pair, ...]]:
    """All pools by name."""
    found: dict[str, list[Pair]] = {}
    for line in Path(__file__).with_name("words.tsv").read_text("utf-8").splitlines():
        pool, arabic, latin = line.split("\t")
        found.setdefault(pool, []).append(Pair(arabic, latin))
    return {name: tuple(pairs) for name, pairs in found.items()}


class Urn:
    """Pairs of the pools, drawn without putting them back: no two works of a paper share one by chance."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._left: dict[str, list[Pair]] = {}

    def draw(self, pool: str) -> Pair:
        """One pair of a pool, not drawn before unless the pool is used up."""
        if not self._left.get(pool):
            self._left[pool] = self.rng.sample(pools()[pool], len(pools()[pool]))
        return self._left[pool].pop()
