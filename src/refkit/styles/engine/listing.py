"""Reference lists: entries each in a language, sorted, numbered, told apart, formatted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from refkit.model import Entry, Failure, Line, Place
from refkit.settings import Citing
from refkit.styles.engine import collation, marks
from refkit.styles.engine.cites import Cite
from refkit.styles.engine.disambiguation import told_apart
from refkit.styles.engine.entries import entry_reference, has_form
from refkit.styles.engine.renderer import Renderer
from refkit.styles.engine.repeated import substituted
from refkit.styles.engine.runs import label_and_runs
from refkit.styles.engine.sorting import sort_key, sort_keys

Renderers = Mapping[str, Renderer]


@dataclass(slots=True)
class Listed:
    """An entry on its way into a list, in the language that it is printed in."""

    entry: Entry
    tag: str
    cite: Cite
    order: Any = ()


def failure(key: str, error: Exception) -> Failure:
    """What is said of an entry that could not be formatted."""
    return Failure(text=key, reason=f"{key}: {error or type(error).__name__}", place=Place())


def listed(
    entries: Iterable[tuple[Entry, str]], renderers: Renderers, citing: Citing
) -> tuple[list[Listed], list[Failure]]:
    """Entries in the order of the style, numbered, and those that could not be used."""
    found, failures = [], []
    for entry, tag in entries:
        renderer = renderers[tag]
        try:
            work = Listed(entry, tag, renderer.cite(entry_reference(entry, tag), renderer.ordering))
            work.order = _order(work, renderers, citing)
        except Exception as error:  # one entry must not take the others with it, whatever is wrong in it
            failures.append(failure(entry.key, error))
        else:
            found.append(work)
    if any(sort_keys(renderer.ordering) for renderer in renderers.values()):
        found.sort(key=lambda work: work.order)
    for number, work in enumerate(found, 1):
        work.cite.number = number
    return found, failures


def _order(work: Listed, renderers: Renderers, citing: Citing) -> Any:
    if citing.arrangement != "mixed":
        return (work.tag != "ar", sort_key(work.cite, collation.key))
    # Among Latin names an Arabic one stands where its Latin form does.
    if work.tag == "ar" and "en" in renderers and has_form(work.entry, "en"):
        renderer = renderers["en"]
        latin = renderer.cite(entry_reference(work.entry, "en"), renderer.ordering)
        return sort_key(latin, _mixed)
    return sort_key(work.cite, _mixed)


def _mixed(text: str) -> collation.Key:
    return collation.key(text, mixed=True)


def tell_apart(
    works: list[Listed], renderers: Renderers, again: frozenset[str] = frozenset()
) -> dict[str, dict[str, Any]]:
    """Tell works apart within each language: year suffixes in the order of the list; what cites show of each work."""
    told: dict[str, dict[str, Any]] = {}
    for tag, renderer in renderers.items():
        told |= told_apart([work.cite for work in works if work.tag == tag], renderer, again)
    for work in works:
        values = told.get(work.entry.key, {})
        work.cite.year_suffix = values.get("year_suffix", "")
        work.cite.disambiguated = values.get("disambiguated", False)
    return told


def lines(
    works: list[Listed], renderers: Renderers, citing: Citing, behind: bool = False
) -> tuple[list[Line], list[Failure]]:
    """Each work of a list, or of a part of it, as a line; a repeated author as the style has it.

    `behind`: the first work is the one before the part, and is no line of it.
    """
    found: list[Line] = []
    failures: list[Failure] = []
    before = ""
    for at, work in enumerate(works):
        renderer = renderers[work.tag]
        try:
            text = renderer.entry(work.cite)
            if not marks.bare(text).strip():
                raise ValueError("the style prints nothing of it")
            text, before = substituted(text, before, renderer)
            if at or not behind:
                found.append(line(text, work.entry.key, work.tag, renderer, citing))
        except Exception as error:  # as above: reported with the entry's key
            if at or not behind:
                failures.append(failure(work.entry.key, error))
    return found, failures


def line(text: str, key: str, tag: str, renderer: Renderer, citing: Citing) -> Line:
    """Rendered text as a line; only Arabic lines change their digits."""
    label, runs = label_and_runs(renderer.printed(text), citing.digits if tag == "ar" else "keep")
    return Line(key=key, language=tag, label=label, runs=runs)
