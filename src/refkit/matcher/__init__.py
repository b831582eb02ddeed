"""From mentions to works: `link` says for every citation and every reference which work it denotes, and why.

1. Lines of the lists that are one work are joined: duplicates in one language, and pairs of an Arabic and a
   Latin-script line, by optimal assignment.
2. Every full citation goes to the work of the line that it matches best, in its own language or across.
   One that matches none is a work of its own, which no list holds.
3. Back-references are resolved in the order of the notes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations

from refkit.matcher import backrefs, works
from refkit.matcher.assignment import assign
from refkit.matcher.compare import authors, other_language, same_language, years
from refkit.matcher.index import Index, cross_keys, same_language_keys
from refkit.matcher.levels import NO_MATCH, Score, score_other_language, score_same_language, title_level
from refkit.matcher.mention import Mention, of_library, of_note, of_reference
from refkit.model import Citation, Comparison, Document, Library, Link, Linked, ReferenceList, Work
from refkit.settings import Settings


def link(document: Document, library: Library | None = None, settings: Settings | None = None) -> Linked:
    """Link a parsed document: its works, a link for every citation and reference, and which lists are twins.

    A library's entries are works like those of the lists; their keys are kept.
    """
    state = _State(document, library or Library(), settings or Settings())
    _join_references(state)
    _link_notes(state)
    return state.finish()


@dataclass
class _State:
    """What linking knows so far. A group goes by its first mention until it has a key; `cited` has (note, group)."""

    document: Document
    library: Library
    settings: Settings
    listed: list[Mention] = field(init=False)
    groups: works.Groups = field(init=False)
    mentions: dict[str, Mention] = field(init=False)
    links: list[Link] = field(default_factory=list)
    cited: list[tuple[str, str]] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    languages: dict[str, set[str]] = field(default_factory=dict)
    same: Index = field(init=False)
    cross: Index = field(init=False)

    def __post_init__(self) -> None:
        references = [of_reference(line, order) for order, line in enumerate(self.document.references)]
        self.listed = [*references, *of_library(self.library, len(references))]
        self.mentions = {mention.source: mention for mention in self.listed}
        self.groups = works.Groups(self.mentions)
        self.same = Index(self.listed, same_language_keys)
        self.cross = Index(self.listed, cross_keys)

    def score(self, left: Mention, right: Mention) -> Score:
        if left.language == right.language:
            return score_same_language(left, right)
        return score_other_language(left, right, self.cross.weight_of_meaning)

    def finish(self) -> Linked:
        taken = {entry.key.casefold() for entry in self.library.references}
        keys: dict[str, str] = {}
        found: list[Work] = []
        notes = self._notes_of()
        for root, sources in self.groups.members().items():
            own = [self.mentions[source] for source in sources]
            entries = [mention.source.removeprefix("library:") for mention in own if mention.origin == "library"]
            # Lists before notes: a line of a list was written to be complete.
            by_weight = sorted(own, key=lambda mention: ("library", "list", "note").index(mention.origin))
            entry = works.merge(by_weight, entries[0] if entries else None, taken)
            keys[root] = entry.key
            references = tuple(mention.source for mention in own if mention.origin == "list")
            found.append(
                Work(
                    key=entry.key,
                    entry=entry,
                    references=references,
                    notes=notes.get(root, ()),
                    in_library=bool(entries),
                )
            )
        links = [self._keyed(made, keys) for made in self.links]
        return Linked(document=self.document, works=tuple(found), links=tuple(links), twins=tuple(_twins(self)))

    def _notes_of(self) -> dict[str, tuple[str, ...]]:
        """First mention of a work -> the notes that cite it."""
        notes: dict[str, dict[str, None]] = {}
        for note, work in self.cited:
            notes.setdefault(self.groups.find(work), {})[note] = None
        return {work: tuple(found) for work, found in notes.items()}

    def _keyed(self, made: Link, keys: dict[str, str]) -> Link:
        return made.model_copy(
            update={
                "work": keys[self.groups.find(made.work)] if made.work else None,
                "candidates": tuple(dict.fromkeys(keys[self.groups.find(source)] for source in made.candidates)),
            }
        )


# --- references ---------------------------------------------------------------------------------------------------


def _join_references(state: _State) -> None:
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


def _is_duplicate(state: _State, left: Mention, right: Mention) -> bool:
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
        "library" in (left.origin, right.origin)
        and score_same_language(left, right).value >= state.settings.link_threshold
    ):
        return True
    agreed = authors(left, right) in ("same", "same-folded", "short-form")
    return title.value >= 0.97 and agreed and years(left, right) != "differs"


def _pairs(state: _State) -> list[tuple[str, str, Score]]:
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


def _twins(state: _State) -> list[tuple[str, str]]:
    """Pairs of lists, one a language, that hold the same works: enough of the shorter one is paired."""
    list_of = {line.id: line.list_id for line in state.document.references}
    return [
        (left.id, right.id)
        for left, right in combinations(state.document.lists, 2)
        if left.language != right.language and _are_twins(state, left, right, list_of)
    ]


def _are_twins(state: _State, left: ReferenceList, right: ReferenceList, list_of: dict[str, str]) -> bool:
    paired = sum(1 for pair in state.pairs if {list_of.get(source) for source in pair} == {left.id, right.id})
    shorter = min(len(left.references), len(right.references))
    return paired >= max(2, state.settings.twin_share * shorter)


# --- notes --------------------------------------------------------------------------------------------------------


def _link_notes(state: _State) -> None:
    history = backrefs.History()
    listed: dict[str, list[Mention]] = {}
    for mention in state.listed:
        work = state.groups.find(mention.source)
        listed.setdefault(work, []).append(mention)
        state.languages.setdefault(work, set()).add(mention.language)
    unlisted: list[Mention] = []
    for order, note in enumerate(state.document.notes):
        history.open_note()
        for index, mention in of_note(note, order):
            citation = note.citations[index]
            if citation.form == "none":
                made = Link(source=mention.source, work=None, score=0.0, because=("cites nothing",))
            elif citation.form in ("ibid", "op-cit"):
                made = backrefs.resolve(citation, mention, history, listed)
            else:
                made = _link_citation(state, citation, mention, history, listed, unlisted)
            state.links.append(made)
            if made.work:
                state.cited.append((note.id, made.work))
                history.add(note.id, order, made.work, mention)


def _link_citation(
    state: _State,
    citation: Citation,
    mention: Mention,
    history: backrefs.History,
    listed: dict[str, list[Mention]],
    unlisted: list[Mention],
) -> Link:
    """A citation that names its work: the best line, else an earlier note of an unlisted work, else a new work."""
    if citation.form == "short" and not mention.title_tokens:
        return backrefs.resolve(citation.model_copy(update={"form": "op-cit"}), mention, history, listed)
    best, score = _best(state, mention, unlisted)
    if best and score.value >= state.settings.link_threshold:
        work = state.groups.find(best.source)
        against, comparisons = _compared(mention, listed.get(work, [best]))
        if against.origin == "note" or state.mentions[against.source].language != mention.language:
            _contribute(state, work, mention)
        return Link(
            source=mention.source,
            work=work,
            score=round(score.value, 3),
            because=score.because,
            against=against.source,
            comparisons=comparisons,
        )
    if citation.form == "short":
        made = backrefs.resolve(citation.model_copy(update={"form": "op-cit"}), mention, history, listed)
        if made.work and made.trouble is None:
            return made
    state.mentions[mention.source] = mention
    state.groups.add(mention.source)
    unlisted.append(mention)
    state.languages[mention.source] = {mention.language}
    return Link(source=mention.source, work=mention.source, score=1.0, because=("in no list: a work of its own",))


def _contribute(state: _State, work: str, mention: Mention) -> None:
    """A note in the language that the lists lack gives the work its form in that language."""
    if mention.language not in state.languages.setdefault(work, set()):
        state.languages[work].add(mention.language)
        state.mentions[mention.source] = mention
        state.groups.add(mention.source)
        state.groups.join(work, mention.source)


#: A line in the other language must be this much better to be preferred: in one language more can be compared.
_OWN_LANGUAGE_FIRST = 0.15
#: With such a score in its own language no line in the other is looked at.
_SURE = 0.9


def _best(state: _State, mention: Mention, unlisted: list[Mention]) -> tuple[Mention | None, Score]:
    """The best scored line or earlier unlisted work; ties go to the one that stands first."""
    candidates = {other.source: other for other in state.same.candidates(mention)}
    candidates |= {other.source: other for other in unlisted if other.title_set & mention.title_set}
    own = _best_of(state, mention, [other for other in candidates.values() if other.language == mention.language])
    if own[1].value >= _SURE:
        return own
    across = _best_of(
        state, mention, [other for other in state.cross.candidates(mention) if other.language != mention.language]
    )
    if own[0] and across[0] and own[1].value >= state.settings.link_threshold:
        one_work = state.groups.find(own[0].source) == state.groups.find(across[0].source)
        return own if one_work or across[1].value <= own[1].value + _OWN_LANGUAGE_FIRST else across
    return max(own, across, key=lambda found: found[1].value)


def _best_of(state: _State, mention: Mention, candidates: list[Mention]) -> tuple[Mention | None, Score]:
    best: tuple[Mention | None, Score] = (None, NO_MATCH)
    for other in candidates:
        score = state.score(mention, other)
        if score.value > best[1].value:
            best = (other, score)
    return best


def _compared(mention: Mention, mentions: list[Mention]) -> tuple[Mention, tuple[Comparison, ...]]:
    """The fields against the line in the citation's own language, else those that no language changes."""
    lines = [other for other in mentions if other.origin != "library"] or mentions
    own = [other for other in lines if other.language == mention.language]
    if own:
        return own[0], same_language(mention, own[0])
    return lines[0], other_language(mention, lines[0])
