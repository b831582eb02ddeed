"""The statistical parser: a linear-chain conditional random field that labels each token (python-crfsuite).

The model beside this file is made by `make model` (training/train.py); `model.json` says of what, and its hash.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from refkit.model import Span
from refkit.parser.features import features
from refkit.parser.tokens import Token, tokenise

if TYPE_CHECKING:
    from pycrfsuite import Tagger

MODEL = Path(__file__).with_name("model.crfsuite")
#: The label of what belongs to no field.
OUTSIDE = "-"
#: A text of more characters than this is no citation, and is not labelled.
LONGEST = 4_000
_LOCK = Lock()


class Labelled(NamedTuple):
    """A stretch [start, end) of a text, its field, and the probability (0 to 1) of its least sure token."""

    field: str
    start: int
    end: int
    probability: float


class Reading(NamedTuple):
    """What the model sees in a text: stretches in order; and how probable it finds the stretches it was asked about."""

    labelled: list[Labelled]
    asked: dict[str, float]


def read(text: str, asked: Mapping[str, tuple[Span, ...]], model: Path = MODEL) -> Reading:
    """The fields that the model sees in a text, and its probability of each field standing where it is `asked`.

    An overlong text is not read; everything asked has probability 0 then.
    """
    tokens = tokenise(text) if len(text) <= LONGEST else []
    if not tokens:
        return Reading([], dict.fromkeys(asked, 0.0))
    tagger = _tagger(model)
    known = _labels(model)
    with _LOCK:  # a tagger holds one text at a time
        labels = tagger.tag(features(text, tokens))
        sure = [tagger.marginal(name, at) for at, name in enumerate(labels)]
        starts = [token.start for token in tokens]
        answers = {
            name: min(_probability(tagger, name, tokens, starts, span) for span in spans) if name in known else 0.0
            for name, spans in asked.items()
        }
    return Reading(_joined(tokens, labels, sure), answers)


@cache
def _tagger(model: Path) -> Tagger:
    from pycrfsuite import Tagger

    tagger = Tagger()
    tagger.open(str(model))
    return tagger


@cache
def _labels(model: Path) -> frozenset[str]:
    return frozenset(_tagger(model).labels())


def _probability(tagger: Tagger, name: str, tokens: list[Token], starts: list[int], span: Span) -> float:
    """That just these words have a label: of the least probable of them, and of what is beside them not having it.

    Punctuation, and what joins names or stands before them (و, د., and), is no matter.
    """
    first, last = bisect_left(starts, span[0]), bisect_left(starts, span[1])
    worded = [at for at in range(first, last) if tokens[at].form[0].isalnum()]
    named = [at for at in worded if len(tokens[at].form) > 2 or tokens[at].form.isdigit()] or worded
    if not named:
        return 0.0
    inside = [tagger.marginal(name, at) for at in named]
    beside = [1 - tagger.marginal(name, at) for at in (first - 1, last) if 0 <= at < len(starts)]
    return float(min(inside + beside))


def _joined(tokens: list[Token], labels: list[str], sure: list[float]) -> list[Labelled]:
    """Runs of one label; two runs of a field with nothing but punctuation between them are one."""
    found: list[Labelled] = []
    worded = True
    for token, name, probability in zip(tokens, labels, sure, strict=True):
        if name == OUTSIDE:
            worded = worded or token.form[0].isalnum()
            continue
        if found and found[-1].field == name and not worded:
            last = found[-1]
            found[-1] = Labelled(name, last.start, token.end, min(last.probability, probability))
        else:
            found.append(Labelled(name, token.start, token.end, probability))
        worded = False
    return found
