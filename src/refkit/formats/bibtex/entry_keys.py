"""The keys that entries are written under, and the fields that name other entries by them."""

from __future__ import annotations

from collections.abc import Mapping

from refkit.keys import is_safe, make_key, unique
from refkit.model import Library
from refkit.settings import Export

#: Fields that name other entries.
NAMING = frozenset(("crossref", "xref", "xdata", "related", "entryset"))


def keys_of(library: Library, export: Export) -> list[str]:
    """The keys that are written: an entry's own where all programs take it, else one made by the pattern."""
    taken: set[str] = set()
    kept = {at: unique(one.key, taken) for at, one in enumerate(library.references) if is_safe(one.key)}
    return [
        kept[at] if at in kept else make_key(entry, taken, export.key_pattern)
        for at, entry in enumerate(library.references)
    ]


def with_keys(value: str, changed: Mapping[str, str]) -> str:
    """A list of keys in braces, with the keys that their entries are written under."""
    return "{" + ",".join(changed.get(key.strip().casefold(), key.strip()) for key in value[1:-1].split(",")) + "}"
