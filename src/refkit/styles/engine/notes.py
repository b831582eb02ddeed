"""The notes and in-text citations of a document: full, short, ibid., op. cit., by the rules of the style."""

from __future__ import annotations

from itertools import groupby

from refkit.model import Failure, Line, Linked, Note
from refkit.settings import Citing
from refkit.styles.engine import collation, marks, richtext
from refkit.styles.engine.cites import Cite
from refkit.styles.engine.clusters import cluster_body, wrapped
from refkit.styles.engine.composing import language_in
from refkit.styles.engine.listing import Listed, Renderers, failure, line, listed, tell_apart
from refkit.styles.engine.positions import Cluster, Pointer, positions


def compose_notes(linked: Linked, renderers: Renderers, citing: Citing) -> tuple[list[Line], list[Failure]]:
    """A line for each note that cites a work, and the works and notes that could not be formatted.

    Each work is cited in its own language; where it was cited before counts over both.
    """
    targets = {link.source: link.work for link in linked.links}
    entries = {work.key: work.entry for work in linked.works}
    notes = [(note, cluster) for note in linked.document.notes if (cluster := _cluster(note, targets)).pointers]
    cited = dict.fromkeys(pointer.key for _, cluster in notes for pointer in cluster.pointers)
    wanted = [(entries[key], language_in(entries[key], citing)) for key in cited]
    works, failures = listed(wanted, renderers, citing)
    known = {work.entry.key: work for work in works}
    clusters = [
        Cluster(tuple(pointer for pointer in cluster.pointers if pointer.key in known), cluster.note)
        for _, cluster in notes
    ]
    places = positions(clusters, next(iter(renderers.values())).citation)
    # A reader of a short note looks among all works of the notes, not only among those that are cited twice.
    told = tell_apart(works, renderers, frozenset(known))
    lines = []
    for (note, _), cluster, found in zip(notes, clusters, places, strict=True):
        cites = []
        for pointer, place in zip(cluster.pointers, found, strict=True):
            values = {"number": known[pointer.key].cite.number, **told.get(pointer.key, {})}
            cites.append((known[pointer.key], _cite(pointer, place, known[pointer.key], renderers, values)))
        if not cites:
            continue
        try:
            lines.append(_line(note, cites, renderers, citing))
        except Exception as error:  # one note must not take the others with it, whatever is wrong in its works
            failures.append(failure(cites[0][0].entry.key, error))
    return lines, failures


def _cluster(note: Note, targets: dict[str, str | None]) -> Cluster:
    pointers = []
    for number, citation in enumerate(note.citations, 1):
        key = targets.get(f"{note.id}.{number}")
        if key is not None:
            locator = citation.locator
            pointers.append(Pointer(key, locator.value if locator else "", locator.label if locator else "page"))
    return Cluster(tuple(pointers), note.position if note.kind == "note" else 0)


def _cite(
    pointer: Pointer, place: tuple[frozenset[str], int], work: Listed, renderers: Renderers, values: dict[str, object]
) -> Cite:
    renderer = renderers[work.tag]
    return renderer.cite(
        work.cite.reference,
        renderer.citation,
        locator=richtext.marked(pointer.locator),
        locator_label=pointer.label,
        positions=place[0],
        first_note=place[1],
        **values,
    )


def _line(note: Note, cites: list[tuple[Listed, Cite]], renderers: Renderers, citing: Citing) -> Line:
    """A note: cites in one language after the other together, in what the style puts around those of the first."""
    tag = cites[0][0].tag
    first = renderers[tag]
    bodies = []
    for language, group in groupby(cites, key=lambda pair: pair[0].tag):
        bodies.append(cluster_body([cite for _, cite in group], renderers[language], collation.key))
    delimiter = first.citation.child("layout").given.get("delimiter", "; ")
    text = wrapped(f"{marks.SEAM}{delimiter}{marks.SEAM}".join(body for body in bodies if body), first)
    if not marks.bare(text).strip():
        raise ValueError("the style prints nothing of it")
    keys = {work.entry.key for work, _ in cites}
    made = line(text, keys.pop() if len(keys) == 1 else "", tag, first, citing)
    return made.model_copy(update={"label": note.label})
