"""What a citation by key or by number denotes: the entry of that key, the line of that number."""

from __future__ import annotations

from refkit.matcher.mention import Mention
from refkit.matcher.similarity import ratio
from refkit.matcher.state import State
from refkit.model import Citation, Link

#: A key less like a known one than this is no slip of it.
_LIKE = 0.75


class Keyed:
    """The keys of library and lists, and the numbers of lines, which are gathered when one is asked for."""

    def __init__(self, state: State) -> None:
        self._state = state
        lines = {line.key: line.id for line in state.document.references if line.key}
        self._sources = lines | {entry.key: f"library:{entry.key}" for entry in state.library.references}
        self._numbers: dict[str, str] | None = None
        self._unlisted: dict[str, str] = {}

    def link(self, citation: Citation, mention: Mention) -> Link:
        """The link of a citation by key or number."""
        sign = citation.key or ""
        return self._by_key(sign, mention) if citation.form == "key" else self._by_number(sign, mention)

    def _by_key(self, key: str, mention: Mention) -> Link:
        if source := self._sources.get(key):
            return Link(source=mention.source, work=source, score=1.0, because=("key: the same",), against=source)
        nearest = max(self._sources, key=lambda known: ratio(key.casefold(), known.casefold()), default="")
        near = ratio(key.casefold(), nearest.casefold()) >= _LIKE
        return Link(
            source=mention.source,
            work=None,
            score=0.0,
            because=("key: of no entry",),
            candidates=(self._sources[nearest],) if near else (),
        )

    def _by_number(self, number: str, mention: Mention) -> Link:
        if self._numbers is None:
            self._numbers = {}
            for line in self._state.document.references:
                if line.number and line.number.isdecimal():
                    self._numbers.setdefault(str(int(line.number)), line.id)
        if line_id := self._numbers.get(number):
            return Link(
                source=mention.source, work=line_id, score=1.0, because=("number: that of the line",), against=line_id
            )
        if number not in self._unlisted:
            self._unlisted[number] = mention.source
            self._state.new_work(mention)
        return Link(
            source=mention.source, work=self._unlisted[number], score=1.0, because=("number: of no line of the list",)
        )
