"""Where a work was cited before: first, subsequent, near, ibid, ibid with another place (CSL 1.0.2, "Locators")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pointer:
    """One work cited: its key, the place in it, and what stands around it. `positions` where they are known already."""

    key: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    positions: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A citation: the works cited in one place; `note` is the number of the note, 0 in running text."""

    pointers: tuple[Pointer, ...]
    note: int = 0


FIRST = frozenset(("first",))
_DISTANCE = 5


def positions(clusters: Sequence[Cluster], citation: Any) -> list[list[tuple[frozenset[str], int]]]:
    """For each pointer of each citation its positions, and the number of the note that first cited its work."""
    distance = citation.given.get("near-note-distance", "")
    reach = int(distance) if distance.isdecimal() else _DISTANCE
    first: dict[str, int] = {}
    latest: dict[str, int] = {}
    before: Cluster | None = None
    shared = _shared(clusters)
    found = []
    for number, cluster in enumerate(clusters):
        places: list[tuple[frozenset[str], int]] = []
        for at, pointer in enumerate(cluster.pointers):
            known = pointer.key in first
            origin = first.setdefault(pointer.key, cluster.note)
            if pointer.positions is not None:
                places.append((pointer.positions, origin if "first" not in pointer.positions else 0))
            elif not known:
                places.append((FIRST, 0))
            else:
                now = cluster.note or number
                near = now - latest.get(pointer.key, -reach - 1) <= reach
                places.append((_later(pointer, _previous(cluster, at, before, shared), near), origin))
            latest[pointer.key] = cluster.note or number
        if cluster.pointers:
            before = cluster
        found.append(places)
    return found


def _shared(clusters: Sequence[Cluster]) -> dict[int, int]:
    """Number of a note -> how many works its citations cite together."""
    keys: dict[int, set[str]] = {}
    for cluster in clusters:
        keys.setdefault(cluster.note, set()).update(pointer.key for pointer in cluster.pointers)
    return {note: len(found) for note, found in keys.items()}


def _previous(cluster: Cluster, at: int, before: Cluster | None, shared: dict[int, int]) -> Pointer | None:
    """The cite that "ibid." would point to: the one before in the note, or the only one of the note before."""
    if at:
        return cluster.pointers[at - 1]
    if before is None or len({pointer.key for pointer in before.pointers}) != 1:
        return None
    # One note apart at most: with a note between that cites nothing, nobody knows what "ibid." means.
    if before.note and cluster.note and cluster.note - before.note > 1:
        return None
    if before.note and before.note != cluster.note and shared[before.note] > 1:
        return None
    return before.pointers[-1]


def _later(pointer: Pointer, previous: Pointer | None, near: bool) -> frozenset[str]:
    found = {"subsequent"}
    if near:
        found.add("near-note")
    if previous is None or previous.key != pointer.key:
        return frozenset(found)
    here, there = (pointer.label, pointer.locator), (previous.label, previous.locator)
    if not previous.locator:
        found.add("ibid")
        if pointer.locator:
            found.add("ibid-with-locator")
    elif pointer.locator:
        found.add("ibid")
        if here != there:
            found.add("ibid-with-locator")
    return frozenset(found)
