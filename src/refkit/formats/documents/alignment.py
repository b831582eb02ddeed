"""Where the text of a document stands in the lines of its source, which pandoc does not say: found by its words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from refkit.formats.documents.blocks import Spot
from refkit.formats.documents.inclusions import Whole
from refkit.formats.documents.places import AnyPassage, Placing
from refkit.model import Anchor, Note, Passage, Place

_TOKEN = re.compile(r"\w+")
#: So many words at the beginning of a piece tell where it stands, with so many others between them.
_PROBE = 8
_NEAR = 30
_SHORT = 5
#: A footnote may stand between two words of a paragraph: two words in a row are looked for so far away.
_FAR = 600


class Aligned(Placing):
    """Places by line and column, for formats that people write in lines; in words for what is not found there."""

    start = Place()

    def __init__(self, whole: Whole, spots: Mapping[int, Spot]) -> None:
        super().__init__(spots)
        self._whole = whole
        source = whole.text
        self._breaks = [match.end() for match in re.finditer("\n", source)]
        self._starts: list[int] = []
        self._words: list[str] = []
        self._positions: dict[str, list[int]] = {}
        for match in _TOKEN.finditer(source):
            self._positions.setdefault(match.group(), []).append(len(self._starts))
            self._starts.append(match.start())
            self._words.append(match.group())
        self._from = {"text": 0, "note": 0}
        self._known: dict[str, tuple[Anchor, ...]] = {}

    def at(self, place: Place, what: str = "", text: str = "") -> Place:
        """The place of a line of the walk: that of its text, as far as the column goes."""
        spot = self.spots.get(place.line or 0)
        if spot:
            if spot.text not in self._known:
                self._known[spot.text] = self._anchors(spot.text, "text")
            if anchors := self._known[spot.text]:
                return self._in_its_file(Passage(text=spot.text, anchors=anchors)).place((place.column or 1) - 1)
        return super().at(place, what, text)

    def passage(self, passage: AnyPassage, what: str, place: Place | None = None) -> AnyPassage:
        """A passage whose words all know their lines."""
        if anchors := self._anchors(passage.text, "note" if isinstance(passage, Note) else "text"):
            return self._in_its_file(passage.model_copy(update={"anchors": anchors}))
        return super().passage(passage, what, place)

    def _in_its_file(self, passage: AnyPassage) -> AnyPassage:
        """A passage with its places in the file that it begins in, which it names where there are several."""
        if not self._whole.parts:
            return passage
        places = [(anchor.offset, self._whole.place(anchor.line, anchor.column)) for anchor in passage.anchors]
        path = places[0][1].path
        anchors = tuple(
            Anchor(offset=offset, line=place.line or 1, column=place.column or 1)
            for offset, place in places
            if place.path == path
        )
        return passage.model_copy(update={"anchors": anchors, "path": path})

    def _anchors(self, text: str, kind: str) -> tuple[Anchor, ...]:
        tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
        at = self._beginning([word for word, _ in tokens[:_PROBE]], kind)
        if at is None:
            return ()
        anchors: list[Anchor] = []
        expected = None
        for index, (word, offset) in enumerate(tokens):
            found = self._next(word, at, tokens[index + 1][0] if index + 1 < len(tokens) else "")
            if found is None:
                continue
            at = found + 1
            start = self._starts[found]
            if start - offset != expected or not anchors:
                expected = start - offset
                anchors.append(self._anchor(start, offset if anchors else 0))
            elif self._anchor(start, offset).line != anchors[-1].line:
                anchors.append(self._anchor(start, offset))
        return tuple(anchors)

    def _anchor(self, start: int, offset: int) -> Anchor:
        line = bisect_right(self._breaks, start)
        return Anchor(offset=offset, line=line + 1, column=start - (self._breaks[line - 1] if line else 0) + 1)

    def _beginning(self, words: list[str], kind: str) -> int | None:
        """The token of the source that a piece begins at: where most of its first words follow one another.

        Of equals the first after the piece of its kind before, as these come in the order of the source.
        """
        known = [word for word in words if word in self._positions]
        if not known:
            return None
        rarest = min(known, key=lambda word: len(self._positions[word]))
        before = words.index(rarest)
        positions = self._positions[rarest]
        later = bisect_left(positions, self._from[kind])
        best, best_score = None, 0.0
        for position in (positions[later:] + positions[:later])[:200]:
            first = max(position - before - _NEAR, 0)
            heads = [at for at in range(position, first - 1, -1) if self._words[at] == words[0]] or [position]
            score, head = max((float(self._score(words, head)), head) for head in heads)
            if len(words) < _SHORT:
                score, head = max((score, head), self._together(words, position), key=lambda found: found[0])
            if score > best_score:
                best, best_score = head, score
            if score >= len(words):
                break
        if best is None or 2 * best_score <= len(known):
            return None
        self._from[kind] = best + 1
        return best

    def _together(self, words: list[str], at: int) -> tuple[float, int]:
        """How many of a few words stand about a token, and where the first of them does.

        A command may have them in another order than the print.
        """
        first = max(at - len(words) - 1, 0)
        around = self._words[first : at + len(words) + 2]
        head = first + around.index(words[0]) if words[0] in around else at
        # Close by is better than as many, in their order, far apart.
        return len(set(words) & set(around)) + 0.5, min(head, at)

    def _score(self, words: list[str], at: int) -> int:
        """How many of the words follow one another from a token of the source on."""
        score = 0
        for word in words:
            if (found := self._near(word, at)) is not None:
                score, at = score + 1, found + 1
        return score

    def _near(self, word: str, at: int) -> int | None:
        window = self._words[at : at + _NEAR]
        return at + window.index(word) if word in window else None

    def _next(self, word: str, at: int, following: str) -> int | None:
        """The next token of the source that is this word."""
        if (found := self._near(word, at)) is not None:
            return found
        positions = self._positions.get(word, [])
        for position in positions[bisect_left(positions, at) :][:50]:
            if position > at + _FAR:
                return None
            if self._words[position + 1 : position + 2] == [following]:
                return position
        return None
