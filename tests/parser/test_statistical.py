"""The statistical parser and its agreement with the grammar: tokens, stretches, confidence, and the model as shipped."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given, settings

from refkit.parser import parse_citation
from refkit.parser.crf import LONGEST, MODEL, read
from refkit.parser.tokens import tokenise
from refkit.text import fold
from tests.strategies import messy_text

ARABIC = (
    "زيدون سلمان محمد ، روسيا والصين :محفزات وقيود ، مجلة العلوم السياسية، العدد ٦٨ ، (جامعة بغداد ،٢٠٢٤)، ص ٢٦٨-٢٦٩"
)
ENGLISH = "Romero, C., & Dweck, C. (2011). Brainology in the classroom. Science, 331(6), 14-20."


@given(messy_text)
def test_every_letter_and_digit_is_in_a_token(text: str) -> None:
    tokens = tokenise(text)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    covered = {at for token in tokens for at in range(token.start, token.end)}
    assert {at for at, char in enumerate(text) if fold(char)} <= covered


def test_an_address_is_one_token() -> None:
    forms = [token.form for token in tokenise("متاح على https://doi.org/10.1000/x(1)، ص ٥")]
    assert forms == ["متاح", "علي", "url", ",", "ص", "5"]


def test_the_model_is_the_one_that_was_written_down() -> None:
    about = json.loads(MODEL.with_suffix(".json").read_text("utf-8"))
    assert hashlib.sha256(MODEL.read_bytes()).hexdigest() == about["sha256"]
    assert MODEL.stat().st_size == about["bytes"] <= 2_000_000
    assert {"both", "grammar", "model", "log odds", "sure"} <= about["weights"].keys()


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_the_model_alone_reads_both_scripts(text: str) -> None:
    citation = parse_citation(text, by="model")
    assert {"author", "title", "container-title", "issue", "issued", "page"} <= citation.spans.keys()
    assert citation.spans == parse_citation(text, by="grammar").spans


@pytest.mark.parametrize("text", [ARABIC, ENGLISH])
def test_what_both_read_is_agreed(text: str) -> None:
    confidence = parse_citation(text).confidence
    assert {confidence[name] for name in ("title", "container-title", "issued", "issue")} == {"agreed"}
    assert "review" not in confidence.values()


def test_what_only_one_reads_is_not_agreed() -> None:
    # No comma, no label, no known name: a reader could not tell where the author ends, either.
    citation = parse_citation("سنان بهاء نافذة البحر الرمادي نون قرطاس")
    assert "agreed" not in {citation.confidence.get(name) for name in ("author", "title")}


def test_a_stretch_that_is_asked_for_is_judged() -> None:
    start = ENGLISH.index("Brainology")
    end = ENGLISH.index(". Science")
    right = read(ENGLISH, {"title": ((start, end),)}).asked["title"]
    short = read(ENGLISH, {"title": ((start, end - 10),)}).asked["title"]
    assert short < 0.2 < 0.8 < right


def test_an_overlong_text_is_left_to_the_grammar() -> None:
    text = f"{ARABIC} {'وهذا قول طويل ' * 400}"
    assert len(text) > LONGEST
    assert read(text, {"title": ((0, 4),)}).asked == {"title": 0.0}
    both, grammar = parse_citation(text), parse_citation(text, by="grammar")
    assert (both.spans, both.confidence) == (grammar.spans, grammar.confidence)


@settings(max_examples=50)
@given(messy_text)
def test_no_text_makes_the_model_fail(text: str) -> None:
    citation = parse_citation(text, by="model")
    for spans in citation.spans.values():
        assert all(0 <= start < end <= len(text) for start, end in spans)
