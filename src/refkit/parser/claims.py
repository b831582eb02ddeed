"""What the grammar and the statistical parser each say of a text, as claims; and how likely a claim is right."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from refkit.model import Span
from refkit.names import without_titles
from refkit.names.persons import by_author, known_given
from refkit.parser.crf import MODEL, Labelled, read
from refkit.parser.draft import Draft
from refkit.text import fold, shade
from refkit.vocabulary import finder
from refkit.vocabulary.ordinals import ordinal
from refkit.vocabulary.terms import ET_AL, NO_PLACE, NO_PUBLISHER

FIELDS = (
    "author", "title", "container-title", "volume", "part", "journal-year", "issue", "issued", "publisher",
    "publisher-place", "department", "genre", "edition", "editor", "translator", "page", "URL", "DOI", "accessed",
    "collection-title", "archive",
)  # fmt: skip
PEOPLE = ("author", "editor", "translator")
ADDRESSES = ("URL", "DOI")


#: The values that one side gives: field -> where they stand.
Values = dict[str, tuple[Span, ...]]


class Claim(NamedTuple):
    """A value for a field, and what speaks for it.

    `probability` is the model's. `step` is the step of the grammar that gives the value, '' if only the model does;
    `sure` is what the step thinks of it. `against` says how the other of the two disagrees: `within` (its value for the
    field is a part of this one), `around`, `around, open` (and this side makes nothing of what is more), `across`,
    `apart`, or the field that it gives the stretch to. `cut` names the sides (left, right) on which a word follows
    without any sign between.
    """

    field: str
    spans: tuple[Span, ...]
    probability: float
    step: str
    sure: bool
    by_model: bool
    against: tuple[str, ...]
    cut: tuple[str, ...]


def claims(draft: Draft, model: Path) -> list[Claim]:
    """Every value that the grammar or the model gives a field."""
    ours = {name: spans for name in FIELDS if (spans := draft.spans(name))}
    reading = read(draft.text, ours, model)
    theirs = _values(draft, reading.labelled)
    stretches = {name: _spans(value) for name, value in theirs.items()}
    found = []
    for name, spans in ours.items():
        if name in ADDRESSES:  # known by their syntax, to both
            found.append(Claim(name, spans, 1.0, draft.taken_by[name], True, True, (), ()))
            continue
        other = theirs.get(name, [])
        same = bool(other) and _key(name, draft.text, spans) == _key(name, draft.text, _spans(other))
        likely = max(_least(other), reading.asked[name]) if same else reading.asked[name]
        sure = draft.confidence[name] == "single"
        against = () if same else _against(draft.text, name, ours, stretches)
        cut = _cut(draft.text, spans)
        found.append(Claim(name, spans, likely, draft.taken_by[name], sure, same, against, cut))
        if same:
            del theirs[name]
    for name, value in theirs.items():
        if _told_by_words(name, value, ours):
            continue
        spans = _spans(value)
        against, cut = _against(draft.text, name, stretches, ours), _cut(draft.text, spans)
        found.append(Claim(name, spans, _least(value), "", False, True, against, cut))
    return found


def _told_by_words(name: str, value: Sequence[Labelled], ours: Values) -> bool:
    """Whether the grammar knows the field, or one like it in this stretch, by its words or its syntax."""
    if name in ours and name in (*_BY_WORDS, *ADDRESSES):
        return True
    alike = _BY_WORDS if name in _BY_WORDS else frozenset(("accessed", "archive", *ADDRESSES))
    return any(overlap(_spans(value), ours[other]) for other in alike & ours.keys())


def _cut(text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """The sides on which a word stands right beside a value."""
    before, after = text[max(0, spans[0][0] - 4) : spans[0][0]].rstrip(), text[spans[-1][1] :][:4].lstrip()
    return tuple(side for side, sign in (("left", before[-1:]), ("right", after[:1])) if sign.isalnum())


def _spans(value: Sequence[Labelled]) -> tuple[Span, ...]:
    return tuple((one.start, one.end) for one in value)


def _least(value: Sequence[Labelled]) -> float:
    return min((one.probability for one in value), default=0.0)


def _against(text: str, name: str, ours: Values, others: Values) -> tuple[str, ...]:
    """How the values of the other side contradict one of this side."""
    found = []
    spans = ours[name]
    start, end = spans[0][0], spans[-1][1]
    for field, theirs in others.items():
        first, last = theirs[0][0], theirs[-1][1]
        if field != name:
            found += [field] * overlap(spans, theirs)
        elif start <= first and last <= end:
            found.append("within")
        elif first <= start and end <= last:
            # Of what the other has more, does this side make something else?
            taken = any(overlap(((first, start), (end, last)), value) for value in ours.values())
            found.append("around" if taken or not fold(text[first:start] + text[end:last]) else "around, open")
        else:
            found.append("across" if overlap(spans, theirs) else "apart")
    return tuple(found)


def overlap(spans: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Whether two values share a character."""
    return any(a < d and c < b for a, b in spans for c, d in others)


def _values(draft: Draft, labelled: list[Labelled]) -> dict[str, list[Labelled]]:
    """The model's value of each field, without what cannot be one."""
    stretches: defaultdict[str, list[Labelled]] = defaultdict(list)
    known = tuple(span for name in draft.found.keys() - set(FIELDS) for span in draft.spans(name))
    for one in labelled:
        name = one.field
        if overlap(((one.start, one.end),), known):
            continue  # a death date, a number of volumes, who wrote the foreword
        if name == "container-title" and one.start == 0 and finder(_SITE).match(shade(draft.text[: one.end])):
            name = "author"  # موقع الجزيرة، title: what stands before the title is who says it
        if name == "author" and draft.nameless and overlap(((one.start, one.end),), draft.spans("title")):
            name = "title"  # below its author, a book on a person begins with a name
        if name in FIELDS and _is_possible(name, draft.text, one) and not (name == "author" and draft.nameless):
            stretches[name].append(one)
    return {name: _best(name, found) for name, found in stretches.items()}


def _best(name: str, stretches: list[Labelled]) -> list[Labelled]:
    """Of several stretches of one field all for people and departments, else the surest one."""
    if name in PEOPLE or name == "department" or len(stretches) < 2:
        return stretches
    return [max(stretches, key=lambda one: (one.probability, one.end - one.start))]


#: What the grammar tells better, by its words: the model's value is taken where the grammar has none.
_BY_WORDS = frozenset(("genre", "department", "collection-title", "archive", "accessed"))
_SITE = ("موقع",)
_NONE_GIVEN = (*NO_PLACE, *NO_PUBLISHER)
_NUMBERED = frozenset(("volume", "part", "journal-year", "issue", "edition", "page", "issued", "accessed"))
#: What numbers the manuscript, the decree, the box.
_CALL_NUMBER = re.compile(r"(?:رقم\w*|no\.?)\s*:?\s*$", re.IGNORECASE)


def _is_possible(name: str, text: str, value: Labelled) -> bool:
    """Whether a value can be one of a field: a number has a digit, `n.p.` is no place, لمسلم بن الحجاج no title."""
    key = fold(text[value.start : value.end])
    if not key:
        return False
    if name in ("publisher", "publisher-place"):
        return not finder(_NONE_GIVEN).fullmatch(shade(text[value.start : value.end]))
    if name == "title" and value.start:
        written = text[value.start : value.end]
        return not (written.startswith("ل") and known_given(by_author(written)))  # صحيح مسلم، لمسلم بن الحجاج
    if name == "issued" and _CALL_NUMBER.search(text[max(0, value.start - 12) : value.start]):
        return False
    if name not in _NUMBERED or any(char.isdigit() for char in key):
        return True
    words = key.split()
    return name not in ("issued", "accessed") and any(ordinal(word) or set(word) <= set("ivxlcdm") for word in words)


def _key(name: str, text: str, spans: tuple[Span, ...]) -> str:
    """What two values of a field have in common if they are the same; et al. and د. are no part of a name."""
    values = [text[start:end] for start, end in spans]
    if name in PEOPLE:
        values = [finder(ET_AL).sub(" ", shade(without_titles(value))) for value in values]
    return " ".join(map(fold, values))


def signs(claim: Claim) -> dict[str, float]:
    """The signs that a value is right or wrong, by their names in model.json: 1 each, and the model's log odds."""
    bounded = min(max(claim.probability, 0.002), 0.998)
    source = "both" if claim.step and claim.by_model else "grammar" if claim.step else "model"
    found = {source: 1.0, "log odds": log(bounded / (1 - bounded)), f"{source} {claim.field}": 1.0}
    for other in claim.against:
        found |= {f"{source} against {other}": 1.0, f"{source} {claim.field} against {other}": 1.0}
    for side in claim.cut:
        found[f"{claim.field} cut {side}"] = 1.0
    if claim.step:
        found |= {claim.step: 1.0, "sure" if claim.sure else "unsure": 1.0}
    return found


@cache
def _weights() -> dict[str, float]:
    """How much each sign counts, as training/weigh.py has fitted it."""
    return dict(json.loads(MODEL.with_suffix(".json").read_text("utf-8"))["weights"])


@lru_cache(maxsize=256)
def chance(claim: Claim) -> float:
    """The chance (0 to 1) that a value is right, by its signs."""
    weights = _weights()
    return 1 / (1 + exp(-sum(weights.get(name, 0.0) * value for name, value in signs(claim).items())))
