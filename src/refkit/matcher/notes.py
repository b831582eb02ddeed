"""Citations of notes and of running text to works: by key, number, author and year, by what they say, or back."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from refkit.matcher import backrefs
from refkit.matcher.compare import other_language, same_language
from refkit.matcher.levels import NO_MATCH, Score
from refkit.matcher.mention import Mention, of_note
from refkit.matcher.state import State
from refkit.model import Citation, Comparison, Link, Note

if TYPE_CHECKING:
    from refkit.matcher.author_date import Dated
    from refkit.matcher.keyed import Keyed


def link_notes(state: State) -> None:
    """Make the link of every citation, note by note, then in running text; back-references stay among their kind."""
    state.gather()
    signs = _Signs(state)
    history = backrefs.History()
    before: Note | None = None
    openings = _chapter_openings(state.document.notes)
    for order, note in enumerate(state.document.notes):
        if before and (note.kind != before.kind or _opens_chapter(before, note)):
            history = backrefs.History()
        before = note
        history.open_note(note.id in openings)
        for index, mention in of_note(note, order):
            citation = note.citations[index]
            made = signs.link(citation, mention) or _link_typed(state, citation, mention, history)
            state.links.append(made)
            if made.work:
                state.cited.append((note.id, made.work))
                history.add(note.id, order, made.work, *_spoken_of(state, citation, mention, made.work))


class _Signs:
    """Keys, numbers, authors with years: looked up in an index, which is made for the first citation of its kind."""

    def __init__(self, state: State) -> None:
        self._state = state

    def link(self, citation: Citation, mention: Mention) -> Link | None:
        """The link of a citation that names its work by such a sign; None for any other."""
        if citation.names_year:
            return self._dated.link(mention)
        return self._keyed.link(citation, mention) if citation.key and citation.form != "none" else None

    @cached_property
    def _dated(self) -> Dated:
        from refkit.matcher.author_date import Dated

        return Dated(self._state)

    @cached_property
    def _keyed(self) -> Keyed:
        from refkit.matcher.keyed import Keyed

        return Keyed(self._state)


def _opens_chapter(before: Note, note: Note) -> bool:
    """Whether a note opens a chapter in a file of its own, where numbers start anew: nothing points back over that."""
    return note.path != before.path and note.run != before.run


def _chapter_openings(notes: tuple[Note, ...]) -> frozenset[str]:
    """The notes that open a chapter within one file: numbers start anew at some headings, and nowhere else."""
    starts = [(before, note) for before, note in pairwise(notes) if note.run != before.run and note.kind == "note"]
    at_headings = len(starts) > 1 and all(note.heading != before.heading for before, note in starts)
    return frozenset(note.id for _, note in starts) if at_headings else frozenset()


def _spoken_of(state: State, citation: Citation, mention: Mention, work: str) -> list[Mention]:
    """What later back-references may repeat of a citation: a key names nobody, its entry does."""
    return state.of_work.get(state.groups.find(work), [mention]) if citation.key else [mention]


def _link_typed(state: State, citation: Citation, mention: Mention, history: backrefs.History) -> Link:
    if citation.form == "none":
        return Link(source=mention.source, work=None, score=0.0, because=("cites nothing",))
    if citation.form in ("ibid", "op-cit"):
        return backrefs.resolve(citation, mention, history, state.of_work, state.settings.house_style)
    return _link_citation(state, citation, mention, history)


def _link_citation(state: State, citation: Citation, mention: Mention, history: backrefs.History) -> Link:
    """A citation that names its work: the best line, else an earlier note of an unlisted work, else a new work."""
    back = citation.model_copy(update={"form": "op-cit"})
    if citation.form == "short" and not mention.title_tokens:
        return backrefs.resolve(back, mention, history, state.of_work, state.settings.house_style)
    best, score, rivals = _best(state, mention)
    if best and score.value >= state.settings.link_threshold:
        work = state.groups.find(best.source)
        against, comparisons = _compared(mention, state.of_work.get(work, [best]))
        if against.origin == "note" or state.mentions[against.source].language != mention.language:
            _contribute(state, work, mention)
        return Link(
            source=mention.source,
            work=work,
            score=round(score.value, 3),
            because=score.because,
            against=against.source,
            comparisons=comparisons,
            candidates=_other_works(state, best, rivals),
        )
    if citation.form == "short":
        made = backrefs.resolve(back, mention, history, state.of_work, state.settings.house_style)
        if made.work and made.trouble in (None, "other-author"):
            return made
    state.new_work(mention)
    return Link(source=mention.source, work=mention.source, score=1.0, because=("in no list: a work of its own",))


#: Works that score so close to the best one may be meant as well.
_MARGIN = 0.02


class _Best(NamedTuple):
    """The best scored mention, and others that score nearly as well."""

    mention: Mention | None
    score: Score
    rivals: list[Mention]


def _other_works(state: State, best: Mention, rivals: list[Mention]) -> tuple[str, ...]:
    """The work of the best line, and those of its rivals; () if they all are that one."""
    works = tuple(dict.fromkeys(state.groups.find(each.source) for each in (best, *rivals)))
    return works if len(works) > 1 else ()


def _contribute(state: State, work: str, mention: Mention) -> None:
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


def _best(state: State, mention: Mention) -> _Best:
    """The best scored line or earlier unlisted work; ties go to the one that stands first."""
    candidates = {other.source: other for other in state.same.candidates(mention)}
    candidates |= {other.source: other for other in state.unlisted if other.title_set & mention.title_set}
    own = _best_of(state, mention, [other for other in candidates.values() if other.language == mention.language])
    if own[1].value >= _SURE:
        return own
    across = _best_of(
        state, mention, [other for other in state.cross.candidates(mention) if other.language != mention.language]
    )
    if own[0] and across[0] and own[1].value >= state.settings.link_threshold:
        one_work = state.groups.find(own[0].source) == state.groups.find(across[0].source)
        return own if one_work or across[1].value <= own[1].value + _OWN_LANGUAGE_FIRST else across
    return max(own, across, key=lambda found: found.score.value)


def _best_of(state: State, mention: Mention, candidates: list[Mention]) -> _Best:
    scored = [(other, state.score(mention, other)) for other in candidates]
    best, score = max(scored, key=lambda pair: pair[1].value, default=(None, NO_MATCH))
    if best is None or score.value <= 0:
        return _Best(None, NO_MATCH, [])
    rivals = [other for other, each in scored if other is not best and each.value >= score.value - _MARGIN]
    return _Best(best, score, rivals)


def _compared(mention: Mention, mentions: list[Mention]) -> tuple[Mention, tuple[Comparison, ...]]:
    """The fields against the line in the citation's own language, else those that no language changes."""
    lines = [other for other in mentions if other.origin != "library"] or mentions
    own = [other for other in lines if other.language == mention.language]
    if own:
        return own[0], same_language(mention, own[0])
    return lines[0], other_language(mention, lines[0])
