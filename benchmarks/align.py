"""What aligning the strings of one work would mend: a note and a list line of the example paper in the same language.

A text field that one string gives with more confidence, and whose words the other has, is taken over by the other.

Run: python benchmarks/align.py. Prints, for both parsers and for the model alone, how many values that mends and breaks.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.scoring import Case, example_cases, example_links, found_fields
from refkit.model import Citation
from refkit.parser import By, parse_citation
from refkit.text import fold, language

_FIELDS = ("title", "container-title", "publisher", "publisher-place")
_RANK = {"review": 0, "single": 1, "agreed": 2}


def pairs(cases: dict[str, Case]) -> Iterator[tuple[str, str]]:
    """Note and line of one work in one language, both ways round."""
    for note, lines in example_links().items():
        for line in lines:
            if language(cases[note].text) == language(cases[line].text):
                yield from ((note, line), (line, note))


def changes(giver: Citation, taker: Citation) -> Iterator[tuple[str, str, str]]:
    """Field, value that the taker has, and value that it would take over."""
    given, had = found_fields(giver), found_fields(taker)
    for name in _FIELDS:
        new, old = (fold(values.get(name, ("",))[0]) for values in (given, had))
        surer = _RANK[giver.confidence.get(name, "review")] > _RANK.get(taker.confidence.get(name, ""), -1)
        if new and new != old and surer and f" {new} " in f" {fold(taker.text)} ":
            yield name, old, new


def main() -> None:
    """Print how many values change, and how many of them for the better and the worse."""
    cases = {case.id: case for case in example_cases()}
    readers: tuple[By, ...] = ("both", "model")
    for by in readers:
        parsed = {name: parse_citation(case.text, case.kind, by) for name, case in cases.items()}
        mended = broken = 0
        for giver, taker in pairs(cases):
            if parsed[giver].form == parsed[taker].form == "full":
                for name, old, new in changes(parsed[giver], parsed[taker]):
                    label = fold(cases[taker].fields.get(name, ("",))[0])
                    mended += new == label
                    broken += old == label
        print(f"{by}: {mended} mended, {broken} broken")


if __name__ == "__main__":
    main()
