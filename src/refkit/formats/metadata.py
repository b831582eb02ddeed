"""What the metadata at the head of a Markdown file say of references: `references:`, `bibliography:`, `nocite:`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from refkit.errors import RefkitError
from refkit.formats.bibliographies import Named, Naming, read_named
from refkit.model import Anchor, Entry, Failure, Library, Passage, Place, Repair

_NAMES_REFERENCES = re.compile(r"^(?:references|bibliography|nocite)[ \t]*:", re.MULTILINE)


class Metadata(NamedTuple):
    """The entries that the document carries or names, what in them was not understood, and what `nocite` says."""

    library: Library = Library()
    failures: tuple[Failure, ...] = ()
    repairs: tuple[Repair, ...] = ()
    nocite: tuple[Passage, ...] = ()


def read_metadata(front: str, path: str) -> Metadata:
    """The references of a YAML block, whose first line is the second of its file.

    A file that `bibliography` names is read if it exists, beside the manuscript.
    """
    if not _NAMES_REFERENCES.search(front):
        return Metadata()
    from refkit.formats.yaml import load

    try:
        data = load(front, path)
    except RefkitError as error:
        return Metadata(failures=(_failure("the metadata", str(error), front),))
    if not isinstance(data, dict):
        return Metadata()
    named = _named(data, path, front)
    carried = _carried(data, path)
    entries: dict[str, Entry] = {}
    for entry in (*carried.references, *named.entries.values()):
        entries.setdefault(entry.key, entry)
    failures = [_failure("references", failure.reason, front, "references") for failure in carried.failures]
    return Metadata(
        Library(references=tuple(entries.values())),
        (*failures, *named.failures),
        tuple(named.repairs),
        _nocite(data, front),
    )


def _carried(data: dict[str, Any], path: str) -> Library:
    records = data.get("references")
    if not isinstance(records, list):
        return Library()
    # A record under `key` is refkit's own, one under `id` is CSL's.
    from refkit.formats import csl_json, yaml

    if any(isinstance(record, dict) and "key" in record for record in records):
        return yaml.read_library(json.dumps({"references": records}, ensure_ascii=False), path)
    items = [_csl_item(record) for record in records if isinstance(record, dict)]
    return csl_json.read_library(json.dumps(items, ensure_ascii=False), path)


def _csl_item(record: dict[str, Any]) -> dict[str, Any]:
    """An entry as CSL-JSON has it: in YAML a date may be a year, an ISO date, or a list of years, months and days."""
    item = dict(record)
    for name in ("issued", "accessed", "original-date", "event-date"):
        if (value := item.get(name)) is not None:
            item[name] = _csl_date(value)
    return item


def _csl_date(value: Any) -> Any:
    if isinstance(value, int | str):
        numbers = re.fullmatch(r"(\d{3,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", str(value))
        return {"date-parts": [[int(part) for part in numbers.groups() if part]]} if numbers else {"raw": value}
    parts = value if isinstance(value, list) else [value]
    if all(isinstance(part, dict) and "year" in part for part in parts):
        return {"date-parts": [[part[name] for name in ("year", "month", "day") if name in part] for part in parts]}
    return value


def _named(data: dict[str, Any], path: str, front: str) -> Named:
    names = data.get("bibliography")
    place = Place(line=_line(front, "bibliography"))
    listed = names if isinstance(names, list) else [names]
    return read_named(Naming(name, place, (Path(path).parent,)) for name in listed if isinstance(name, str))


def _failure(text: str, reason: str, front: str, source: str = "") -> Failure:
    where = f"{source}: {reason}" if source else reason
    return Failure(text=text, reason=where, place=Place(line=_line(front, "references", "bibliography")))


def _nocite(data: dict[str, Any], front: str) -> tuple[Passage, ...]:
    asked = data.get("nocite")
    texts = [str(part) for part in asked] if isinstance(asked, list) else [str(asked)] if asked else []
    line = _line(front, "nocite")
    return tuple(Passage(text=f"[{text}]", anchors=(Anchor(offset=0, line=line, column=1),)) for text in texts)


def _line(front: str, *names: str) -> int:
    """The line of the file on which one of the names stands; the block opens on the first."""
    for number, line in enumerate(front.split("\n"), 2):
        if line.partition(":")[0].strip() in names:
            return number
    return 1
