"""A document in one language as the CSL test suite has it: its works, its citations one after the other, its list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from refkit.styles.engine import collation, richtext
from refkit.styles.engine.cites import Cite
from refkit.styles.engine.clusters import cluster_text
from refkit.styles.engine.disambiguation import told_apart
from refkit.styles.engine.positions import Cluster, Pointer, positions
from refkit.styles.engine.references import Reference
from refkit.styles.engine.renderer import Renderer
from refkit.styles.engine.repeated import substituted
from refkit.styles.engine.sorting import sort_key, sort_keys


@dataclass(slots=True)
class Processor:
    """A style with the works of a document. `works` are in the order of first citing, or that of the library."""

    renderer: Renderer
    works: Mapping[str, Reference]
    collate: Callable[[str], Any] = collation.key
    told: dict[str, dict[str, Any]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def entries(self) -> list[Cite]:
        """The works as they stand in the reference list, in order, numbered."""
        area = self.renderer.sheet.child("bibliography")
        cites = [self.renderer.cite(work, area) for work in self.works.values()]
        for number, cite in enumerate(cites, 1):
            cite.number = number
        if area is not None and sort_keys(area):
            cites.sort(key=lambda cite: sort_key(cite, self.collate))
        return cites

    def prepare(self, clusters: Iterable[Cluster] = ()) -> list[Cite]:
        """Number the works and tell them apart; gives the entries of the list."""
        cites = self.entries()
        for number, cite in enumerate(cites, 1):
            cite.number = number
            self.numbers[cite.key] = number
        self.told = told_apart(cites, self.renderer, self._cited_again(list(clusters)))
        for cite in cites:
            for name, value in self.told.get(cite.key, {}).items():
                if name in ("year_suffix", "disambiguated"):
                    setattr(cite, name, value)
        return cites

    def _cited_again(self, clusters: list[Cluster]) -> set[str]:
        """The keys of the works that are cited more than once."""
        if not clusters:
            return set()
        places = positions(clusters, self.renderer.citation)
        return {
            pointer.key
            for cluster, found in zip(clusters, places, strict=True)
            for pointer, place in zip(cluster.pointers, found, strict=True)
            if "subsequent" in place[0]
        }

    def listed(self, cites: list[Cite]) -> list[str]:
        """The text of each entry of the list, with marks; a repeated author as the style has it."""
        found = []
        before = ""
        for cite in cites:
            text, before = substituted(self.renderer.entry(cite), before, self.renderer)
            found.append(text)
        return found

    def citations(self, clusters: list[Cluster]) -> list[str]:
        """The text of each citation, with marks."""
        found = []
        for cluster, places in zip(clusters, positions(clusters, self.renderer.citation), strict=True):
            cites = [self._cite(pointer, place) for pointer, place in zip(cluster.pointers, places, strict=True)]
            found.append(cluster_text(cites, self.renderer, self.collate))
        return found

    def _cite(self, pointer: Pointer, place: tuple[frozenset[str], int]) -> Cite:
        return self.renderer.cite(
            self.works[pointer.key],
            self.renderer.citation,
            number=self.numbers.get(pointer.key, 0),
            locator=richtext.marked(pointer.locator),
            locator_label=pointer.label,
            prefix=pointer.prefix,
            suffix=pointer.suffix,
            suppress_author=pointer.suppress_author,
            author_only=pointer.author_only,
            positions=place[0],
            first_note=place[1],
            **self.told.get(pointer.key, {}),
        )
