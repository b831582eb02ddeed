"""What linking knows so far, as the stages of the matcher fill it."""

from __future__ import annotations

from dataclasses import dataclass, field

from refkit.matcher import works
from refkit.matcher.index import Index, cross_keys, same_language_keys
from refkit.matcher.levels import Score, score_other_language, score_same_language
from refkit.matcher.mention import Mention, of_library, of_reference
from refkit.model import Document, Library, Link, Work
from refkit.settings import Settings


@dataclass
class State:
    """What linking knows so far. A group goes by its first mention until it has a key; `cited` has (note, group).

    `of_work` has the mentions of each group of lines and entries, `unlisted` the works that only notes cite.
    """

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
    of_work: dict[str, list[Mention]] = field(default_factory=dict)
    unlisted: list[Mention] = field(default_factory=list)
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

    def gather(self) -> None:
        """The lines and entries are joined: note which mentions, and which languages, each work has."""
        for mention in self.listed:
            work = self.groups.find(mention.source)
            self.of_work.setdefault(work, []).append(mention)
            self.languages.setdefault(work, set()).add(mention.language)

    def new_work(self, mention: Mention) -> None:
        """A citation of what no list holds: a work of its own."""
        self.mentions[mention.source] = mention
        self.groups.add(mention.source)
        self.unlisted.append(mention)
        self.languages[mention.source] = {mention.language}

    def finish(self) -> tuple[tuple[Work, ...], tuple[Link, ...]]:
        """The works with their keys, and the links to them."""
        taken = {entry.key.casefold() for entry in self.library.references}
        own_keys = self._keys_of_lines(taken)
        keys: dict[str, str] = {}
        found: list[Work] = []
        notes = self._notes_of()
        for root, sources in self.groups.members().items():
            own = [self.mentions[source] for source in sources]
            entries = [mention.source.removeprefix("library:") for mention in own if mention.origin == "library"]
            # Lists before notes: a line of a list was written to be complete.
            by_weight = sorted(own, key=lambda mention: ("library", "list", "note").index(mention.origin))
            key = next((key for source in sources if (key := own_keys.get(source))), None)
            entry = works.merge(by_weight, entries[0] if entries else key, taken)
            keys[root] = entry.key
            references = tuple(mention.source for mention in own if mention.origin == "list")
            found.append(
                Work(
                    key=entry.key,
                    entry=entry,
                    references=references,
                    notes=notes.get(root, ()),
                    entries=tuple(entries),
                )
            )
        return tuple(found), tuple(self._keyed(made, keys) for made in self.links)

    def _keys_of_lines(self, taken: set[str]) -> dict[str, str]:
        """Line -> its own key, if that may be the key of a work and is not in `taken`, which it then is."""
        found: dict[str, str] = {}
        for line in self.document.references:
            if line.key and not any(map(str.isspace, line.key)) and line.key.casefold() not in taken:
                taken.add(line.key.casefold())
                found[line.id] = line.key
        return found

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
