"""Which mentions are worth scoring: those that share rare keys with a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest
from math import log
from operator import neg

from refkit.matcher.mention import Mention

#: So many votes choose candidates well in a library of any size; a list of some hundred works has fewer.
_MOST_VOTES = 5_000
Keys = Callable[[Mention], Iterable[str]]


def same_language_keys(mention: Mention) -> set[str]:
    """Title words and pieces of long ones, names, URL: what a mention in the same language shares."""
    keys = set(mention.title_tokens) | set(mention.author_tokens)
    keys |= set(mention.folded.split())
    keys |= {token[:4] for token in mention.title_tokens if len(token) > 5}
    return keys | ({mention.url} if mention.url else set()) | ({mention.doi} if mention.doi else set())


def cross_keys(mention: Mention) -> set[str]:
    """What a mention in the other language shares: meanings, consonants of names, numbers, URL."""
    keys = {word for meaning in mention.meanings for word in meaning}
    keys |= {"@" + bare for bare in mention.author_skeletons if len(bare) >= 2}
    numbers = (mention.year, mention.fields.volume, mention.fields.issue)
    keys |= {f"{name}={value}" for name, value in zip(("y", "v", "i"), numbers, strict=True) if value}
    if mention.url:
        keys |= {mention.url, mention.url.partition("/")[2]}
    return keys


class Index:
    """Mentions by their keys; `candidates` gives those with the most weight of shared keys, rare keys weighing more."""

    def __init__(self, mentions: Sequence[Mention], keys: Keys) -> None:
        self.mentions = mentions
        self._keys = keys
        self._postings: dict[str, list[int]] = {}
        for position, mention in enumerate(mentions):
            for key in keys(mention):
                self._postings.setdefault(key, []).append(position)
        self._meanings: dict[frozenset[str], float] = {}
        self._weights = {key: self._rarity(len(posted)) for key, posted in self._postings.items()}

    def _rarity(self, count: int) -> float:
        return max(0.1, log((len(self.mentions) + 1) / (count + 0.5)))

    def _weight(self, key: str) -> float:
        """The weight of a key: its inverse document frequency, at least a tenth."""
        return self._weights.get(key) or self._rarity(0)

    def weight_of_meaning(self, meaning: frozenset[str]) -> float:
        """The weight of the rarest of the English words that a word may mean; 1 if it has only consonants."""
        if meaning not in self._meanings:
            words = [word for word in meaning if not word.startswith("~")]
            self._meanings[meaning] = max(map(self._weight, words), default=1.0)
        return self._meanings[meaning]

    def candidates(self, query: Mention, most: int = 8) -> list[Mention]:
        """At most `most` mentions that share keys with the query, best first.

        Rare keys vote first. What half of a large library has in common tells little, and is not counted any more.
        """
        votes: defaultdict[int, float] = defaultdict(float)
        shared = [(len(posted), key) for key in self._keys(query) if (posted := self._postings.get(key))]
        counted = 0
        for number, key in sorted(shared):
            if counted and counted + number > _MOST_VOTES:
                break
            counted += number
            weight = self._weights[key]
            for position in self._postings[key]:
                votes[position] += weight
        best = nsmallest(most, zip(map(neg, votes.values()), votes, strict=True))
        return [self.mentions[position] for _, position in best]
