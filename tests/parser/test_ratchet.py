"""The references that parse wholly, each field right: their names stand in tests/data/parse-pass.txt, which only grows."""

from __future__ import annotations

from pathlib import Path

from benchmarks.scoring import passing

PASSING = Path(__file__).parent.parent / "data" / "parse-pass.txt"


def test_no_reference_that_parsed_wholly_is_lost() -> None:
    listed = set(PASSING.read_text("utf-8").split())
    assert len(listed) > 300
    assert listed - passing() == set()
