"""Long lists, formatted by several processes: entries do not depend on each other once they are sorted and numbered."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Any

from refkit.model import Entry, Failure, Line
from refkit.settings import Citing
from refkit.styles.engine.entries import entry_reference
from refkit.styles.engine.listing import Listed, Renderers, lines
from refkit.styles.engine.loading import renderers

#: Shorter lists are done before further processes have started.
_SHORTEST = 2000
#: What a process is sent of a work.
Sent = tuple[Entry, str, int, str, bool]
_LOADED: dict[str, Any] = {}


def formatted(works: list[Listed], loaded: Renderers, citing: Citing, style: str) -> tuple[list[Line], list[Failure]]:
    """The works as lines, in order; in `citing.processes` processes where the list is long."""
    if citing.processes == 1 or len(works) < _SHORTEST:
        return lines(works, loaded, citing)
    found: list[Line] = []
    failures: list[Failure] = []
    with ProcessPoolExecutor(citing.processes, initializer=_start, initargs=(style, citing)) as pool:
        for made, failed in pool.map(_lines, _parts(works, citing.processes)):
            found += made
            failures += failed
    return found, failures


def _parts(works: list[Listed], processes: int) -> Iterator[tuple[list[Sent], bool]]:
    """The works in parts, each behind the work before it, whose author it may repeat."""
    size = len(works) // (4 * processes) + 1
    for start in range(0, len(works), size):
        part = works[max(0, start - 1) : start + size]
        yield [_sent(work) for work in part], start > 0


def _sent(work: Listed) -> Sent:
    return work.entry, work.tag, work.cite.number, work.cite.year_suffix, work.cite.disambiguated


def _start(style: str, citing: Citing) -> None:
    """What each process loads once."""
    _LOADED.update(renderers=renderers(style, citing), citing=citing)


def _lines(task: tuple[list[Sent], bool]) -> tuple[list[Line], list[Failure]]:
    sent, behind = task
    loaded, citing = _LOADED["renderers"], _LOADED["citing"]
    works = []
    for entry, tag, number, suffix, told in sent:
        renderer = loaded[tag]
        cite = renderer.cite(entry_reference(entry, tag), renderer.bibliography, number=number)
        cite.year_suffix, cite.disambiguated = suffix, told
        works.append(Listed(entry, tag, cite))
    return lines(works, loaded, citing, behind)
