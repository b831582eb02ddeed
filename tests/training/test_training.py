"""What the model is trained on: synthetic references whose labels are values, and AnyStyle's, cut to values."""

from __future__ import annotations

import pytest

from refkit.parser.crf import OUTSIDE
from training.anystyle import held_out, references
from training.generator import FAMILIES, samples
from training.generator.grammar import LABELS
from training.train import folds, labels


def test_samples_are_the_same_for_a_seed_and_others_for_another() -> None:
    first, again, other = ([sample.text for sample in samples(50, seed)] for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len(set(first)) == 50


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_gives_labelled_references(family: str) -> None:
    for sample in samples(5, 3, [family]):
        assert sample.family == family
        values = [(text, label) for text, label in sample.pieces if label]
        assert values
        assert {label for _, label in values} <= LABELS
        for text, label in values:
            assert text == text.strip(" ،,\n"), (label, text)


def test_tokens_carry_the_label_of_their_piece() -> None:
    for sample in samples(30, 4):
        features, found = labels(sample)
        assert len(features) == len(found)
        assert set(found) - {OUTSIDE} <= {label for _, label in sample.pieces}


def test_every_family_is_left_out_once() -> None:
    assert sorted(name for group in folds() for name in group) == sorted(FAMILIES)


def test_anystyle_is_read_whole_and_cut_to_values() -> None:
    core = references()
    assert len(core) == 1514
    assert sum(held_out(at) for at in range(len(core))) == 302
    pieces = {label: text for text, label in core[2].pieces if label}
    assert pieces["editor"] == "O. C. A. and D. Card"
    assert pieces["volume"] == "3"
    assert pieces["page"] == "1761–1800"
    assert pieces["issued"] == "1999"
    assert pieces["container-title"] == "Handbook of labor economics"
