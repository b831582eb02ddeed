"""From mentions to works: `link` says for every citation and every reference which work it denotes, and why.

1. Lines of the lists that are one work are joined: duplicates in one language, and pairs of an Arabic and a
   Latin-script line, by optimal assignment.
2. Every full citation goes to the work of the line that it matches best, in its own language or across.
   One that matches none is a work of its own, which no list holds. A key, a number, an author with a year go to what
   they name.
3. Back-references are resolved in the order of the notes.
"""

from __future__ import annotations

from itertools import combinations

from refkit.matcher.assignment import assign
from refkit.matcher.compare import authors, other_language
from refkit.matcher.index import Index, cross_keys
from refkit.matcher.levels import Score, score_same_language, title_level
from refkit.matcher.mention import Mention
from refkit.matcher.notes import link_notes
from refkit.matcher.numbers import years
from refkit.matcher.state import State
from refkit.model import Comparison, Document, Library, Link, Linked, ReferenceList
from refkit.settings import Settings


def link(document: Document, library: Library | None = None, settings: Settings | None = None) -> Linked:
    """Link a parsed document: its works, a link for every citation and reference, and which lists are twins.

    A library's entries are works like those of the lists; their keys are kept. So are those that the document carries.
    """
    state = State(document, _all_entries(document, library), settings or Settings())
    _join_references(state)
    link_notes(state)
    found, links = state.finish()
    return Linked(document=document, works=found, links=links, library=state.library, twins=tuple(_twins(state)))


def _all_entries(document: Document, library: Library | None) -> Library:
    """The library that was given, and of the document's own entries those whose keys it lacks."""
    given = library or Library()
    known = {entry.key.casefold() for entry in given.references}
    own = [entry for entry in document.library.references if entry.key.casefold() not in known]
    places = {entry.key: document.library.places[entry.key] for entry in own if entry.key in document.library.places}
    return given.model_copy(update={"references": (*given.references, *own), "places": {**given.places, **places}})


# --- references ---------------------------------------------------------------------------------------------------


def _join_references(state: State) -> None:
    """Join the lines that are one work, and make the link of every line."""
    reasons: dict[str, Link] = {}
    for mention in state.listed:
        for other in state.same.candidates(mention):
            if (
                other.order < mention.order
                and other.language == mention.language
                and _is_duplicate(state, mention, other)
            ):
                state.groups.join(other.source, mention.source)
    for arabic, latin, score in _pairs(state):
        comparisons = other_language(state.mentions[arabic], state.mentions[latin])
        state.groups.join(arabic, latin)
        state.pairs.append((arabic, latin))
        reasons[latin] = _reference_link(latin, arabic, score, comparisons)
        reasons.setdefault(arabic, _reference_link(arabic, latin, score, ()))
    for mention in state.listed:
        if mention.origin == "list":
            alone = Link(source=mention.source, work=mention.source, score=1.0, because=("a line of the list",))
            state.links.append(reasons.get(mention.source, alone))


def _reference_link(source: str, against: str, score: Score, comparisons: tuple[Comparison, ...]) -> Link:
    return Link(
        source=source,
        work=source,
        score=round(score.value, 3),
        because=score.because,
        against=against,
        comparisons=comparisons,
    )


def _is_duplicate(state: State, left: Mention, right: Mention) -> bool:
    """Equal identifier and like titles, or equal title, author and year; volumes are works of their own."""
    title = title_level(left, right)
    if not title or title.value < 0.9:
        return False
    for name in ("volume", "edition", "issue"):
        mine, other = getattr(left.fields, name), getattr(right.fields, name)
        if mine and other and mine != other:
            return False
    if (left.url and left.url == right.url) or (left.doi and left.doi == right.doi):
        return True
    if (
        left.origin != right.origin  # a library's entry says less or more than a line
        and score_same_language(left, right).value >= state.settings.link_threshold
    ):
        return True
    agreed = authors(left, right) in ("same", "same-folded", "short-form")
    return title.value >= 0.97 and agreed and years(left, right) != "differs"


def _pairs(state: State) -> list[tuple[str, str, Score]]:
    """The pairs of an Arabic and a Latin-script line that are one work: the best assignment with "no partner"."""
    scores: dict[tuple[str, str], Score] = {}
    lines = [mention for mention in state.listed if mention.origin == "list"]
    arabic = [mention for mention in lines if mention.language == "ar"]
    index = Index([mention for mention in lines if mention.language != "ar"], cross_keys)
    for mention in arabic:
        for other in index.candidates(mention, most=24):
            score = state.score(mention, other)
            if score.value >= state.settings.pair_threshold:
                scores[mention.source, other.source] = score
    chosen = assign({pair: score.value for pair, score in scores.items()})
    return [(left, right, scores[left, right]) for left, right in chosen]


def _twins(state: State) -> list[tuple[str, str]]:
    """Pairs of lists, one a language, that hold the same works: enough of the shorter one is paired."""
    list_of = {line.id: line.list_id for line in state.document.references}
    return [
        (left.id, right.id)
        for left, right in combinations(state.document.lists, 2)
        if left.language != right.language and _are_twins(state, left, right, list_of)
    ]


def _are_twins(state: State, left: ReferenceList, right: ReferenceList, list_of: dict[str, str]) -> bool:
    paired = sum(1 for pair in state.pairs if {list_of.get(source) for source in pair} == {left.id, right.id})
    shorter = min(len(left.references), len(right.references))
    return paired >= max(2, state.settings.twin_share * shorter)
