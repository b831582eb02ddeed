"""What ibid., op. cit. and short forms point to, resolved in note order; of an author's works none is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from refkit.matcher.compare import authors
from refkit.matcher.mention import Mention
from refkit.matcher.similarity import soft_containment
from refkit.model import Citation, Link
from refkit.settings import HouseStyle

#: Authors are the same person from this share of the shorter name on.
_SAME_AUTHOR = 0.85
#: A short title names a work if this share of it stands in the work's title.
_SAME_TITLE = 0.8


@dataclass
class Cited:
    """A citation that is resolved already: its note, the position of the note, and its work."""

    note: str
    position: int
    work: str


@dataclass
class History:
    """What has been cited so far, note by note."""

    cited: list[Cited] = field(default_factory=list)
    notes: list[list[Cited]] = field(default_factory=list)
    mentions: dict[str, list[Mention]] = field(default_factory=dict)
    opens_chapter: bool = False

    def open_note(self, opens_chapter: bool = False) -> None:
        """A new note begins, maybe a new chapter with it: its first citation has none before it."""
        self.notes.append([])
        self.opens_chapter = opens_chapter

    def add(self, note: str, position: int, work: str, *mentions: Mention) -> None:
        """A citation of the current note denotes a work, of which it says these things."""
        found = Cited(note, position, work)
        self.cited.append(found)
        self.notes[-1].append(found)
        self.mentions.setdefault(work, []).extend(mentions)

    def latest(self) -> Iterator[Cited]:
        """Works cited so far, the latest citation of each, latest first."""
        seen = set()
        for found in reversed(self.cited):
            if found.work not in seen:
                seen.add(found.work)
                yield found

    def before(self) -> list[Cited]:
        """What the same note cited last, else all that the note before cites."""
        if self.notes and self.notes[-1]:
            return self.notes[-1][-1:]
        return self.notes[-2] if len(self.notes) > 1 else []


def resolve(
    citation: Citation, mention: Mention, history: History, listed: dict[str, list[Mention]], house: HouseStyle
) -> Link:
    """The link of a back-reference. `listed` has the mentions of each listed work, for authors not cited yet."""
    nameless = not (mention.people or mention.title_tokens)
    if citation.form == "ibid" or (nameless and house.previous_reference != "op-cit"):
        return _ibid(citation, mention, history)
    return _op_cit(mention, history, listed)


def _ibid(citation: Citation, mention: Mention, history: History) -> Link:
    previous = history.before()
    works = list(dict.fromkeys(found.work for found in previous))
    wording = "ibid" if citation.form == "ibid" else "no author named"
    if not history.cited or (history.opens_chapter and not history.notes[-1]):
        where = " in its chapter" if history.cited else ""
        return Link(
            source=mention.source,
            work=None,
            score=0.0,
            because=(f"{wording}: nothing is cited before{where}",),
            trouble="no-antecedent",
        )
    if len(works) == 1 and _names_author_of(mention, works[0], history):
        return _link(mention, previous[-1], 1.0, (f"{wording}: the work of the citation before",))
    if mention.people and (named := _by_author(mention, history)):
        if len({found.work for found in named}) == 1:
            return _link(mention, named[0], 0.9, ("the author named, in an earlier note",), "after-other")
        return _doubtful(mention, named, "after-other")
    if mention.people and len(works) == 1 and _has_authors(works[0], history):
        return _link(mention, previous[-1], 0.6, (f"{wording}: the work before, by another author",), "other-author")
    last = history.cited[-1]
    why = "the note before cites another author"
    if len(works) != 1:
        why = "the last of several works in the note before" if works else "the last work cited, not in the note before"
    return _link(mention, last, 0.6, (f"{wording}: {why}",), "after-other")


def _op_cit(mention: Mention, history: History, listed: dict[str, list[Mention]]) -> Link:
    found = _by_author(mention, history) if mention.people else list(history.latest())
    reasons = ["author: cited before"] if mention.people else []
    if mention.title_tokens and found:
        titled = [cited for cited in found if _has_title(mention, history.mentions[cited.work])]
        # Names that the parser took for a title stand in the earlier note too.
        titled = titled or [cited for cited in found if _has_words(mention, history.mentions[cited.work])]
        if not titled and mention.people:
            # Another work of this author is meant than those cited so far, or another author's work.
            return _by_another(mention, history) or _from_lists(mention, listed)
        found, reasons = titled, [*reasons, "short title"]
    if not found and not mention.title_tokens:
        # One word may be a title as well as a name: المغني، مرجع سابق.
        found = [cited for cited in history.latest() if _is_titled(mention, history.mentions[cited.work])]
        reasons = ["short title"]
    if not found:
        return _by_another(mention, history) or _from_lists(mention, listed)
    if len(found) == 1:
        return _link(mention, found[0], 0.95, (*reasons, "the only such work cited before"))
    return _doubtful(mention, found, "ambiguous")


def _by_another(mention: Mention, history: History) -> Link | None:
    """The one work cited before that has the title named, or an author of that family name: its author is misnamed."""
    if not mention.people:
        return None
    told = _is_entitled if mention.title_tokens else _is_namesake
    found = [cited for cited in history.latest() if any(told(mention, other) for other in history.mentions[cited.work])]
    if len(found) != 1 or not _has_authors(found[0].work, history):
        return None
    if mention.title_tokens and any(_is_named(mention, other) for other in history.mentions[found[0].work]):
        return _link(mention, found[0], 0.8, ("short title, and its author in the text",))
    reason = "short title" if mention.title_tokens else "family name"
    return _link(mention, found[0], 0.7, (f"{reason}: of a work cited before, by another author",), "other-author")


def _is_entitled(mention: Mention, other: Mention) -> bool:
    """Whether a title of several words begins that of a work."""
    words = mention.title_tokens
    return len(words) > 1 and "".join(other.title_tokens).startswith("".join(words))


def _is_namesake(mention: Mention, other: Mention) -> bool:
    """Whether two people with given names have one family name."""
    if mention.language != other.language or not other.people:
        return False
    mine, theirs = mention.people[0], other.people[0]
    return min(len(mine), len(theirs)) > 1 and mine[-1] == theirs[-1]


def _is_named(mention: Mention, other: Mention) -> bool:
    """Whether an author of the other mention stands somewhere in the text of this one, where the parser missed it."""
    return any(person and person[-1] in mention.words for person in other.people)


def _has_words(mention: Mention, others: list[Mention]) -> bool:
    return any(mention.title_set <= other.words for other in others)


def _has_authors(work: str, history: History) -> bool:
    return any(other.people for other in history.mentions[work])


def _from_lists(mention: Mention, listed: dict[str, list[Mention]]) -> Link:
    """An author who was never cited in full: if the lists have one work of theirs, that one, with its trouble."""
    works = [work for work, mentions in listed.items() if any(_same_author(mention, other) for other in mentions)]
    if mention.title_tokens:
        works = [work for work in works if _has_title(mention, listed[work])] or works
    only = works[0] if len(works) == 1 else None
    because = ("author: one work in the lists, none cited before",) if only else ("author: not cited before",)
    return Link(
        source=mention.source,
        work=only,
        score=0.7 if only else 0.0,
        because=because,
        trouble="no-antecedent",
        candidates=tuple(works) if not only else (),
    )


def _link(mention: Mention, cited: Cited, score: float, because: tuple[str, ...], trouble: str | None = None) -> Link:
    return Link.model_validate(
        {
            "source": mention.source,
            "work": cited.work,
            "score": score,
            "because": because,
            "refers_to": cited.note,
            "trouble": trouble,
        }
    )


def _doubtful(mention: Mention, found: list[Cited], trouble: str) -> Link:
    works = tuple(dict.fromkeys(cited.work for cited in found))
    return Link.model_validate(
        {
            "source": mention.source,
            "work": None,
            "score": 0.0,
            "because": (f"{len(works)} works come into question",),
            "trouble": trouble,
            "candidates": works,
        }
    )


def _names_author_of(mention: Mention, work: str, history: History) -> bool:
    return not mention.people or any(_same_author(mention, other) for other in history.mentions[work])


def _by_author(mention: Mention, history: History) -> list[Cited]:
    return [
        cited
        for cited in history.latest()
        if any(_same_author(mention, other) for other in history.mentions[cited.work])
    ]


def _same_author(left: Mention, right: Mention) -> bool:
    """Whether two mentions name the same people, the shorter form counting: الجابري for محمد عابد الجابري."""
    if left.author_tokens and not right.author_tokens:
        # Authors that the parser took for a part of the title.
        return len(left.author_tokens) > 1 and set(left.author_tokens) <= right.words
    if not left.author_tokens:
        return False
    if left.language != right.language:
        return soft_containment(left.author_skeletons, right.author_skeletons) >= _SAME_AUTHOR
    first = right.people[0]
    return (
        authors(left, right) in ("same", "same-folded", "short-form")
        or soft_containment(left.people[0], first) >= _SAME_AUTHOR
    )


def _is_titled(mention: Mention, others: list[Mention]) -> bool:
    """Whether what reads like a name begins the title of a work."""
    name = "".join(mention.author_tokens)
    return bool(name) and any("".join(other.title_tokens).startswith(name) for other in others)


def _has_title(mention: Mention, others: list[Mention]) -> bool:
    """Whether a title is that of a work, or is none but names its further authors: Reed, Shaw and Moss, op. cit."""
    named = {word for word in mention.title_tokens if word not in ("and", "و")}
    return any(len(other.people) > 1 and named and named <= set(other.author_tokens) for other in others) or any(
        soft_containment(mention.title_tokens, other.title_tokens) >= _SAME_TITLE
        for other in others
        if other.title_tokens and len(mention.title_tokens) <= len(other.title_tokens) + 1
    )
