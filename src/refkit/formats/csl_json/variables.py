"""CSL's variables, which are the model's under another spelling, and its dates, both ways."""

from __future__ import annotations

from typing import Any

from refkit.formats import dates
from refkit.model import Date, Entry, NameForm
from refkit.model.base import csl_spelling

VARIABLES = {csl_spelling(name): name for name in Entry.variables()}
PARTS = {csl_spelling(name): name for name in NameForm.model_fields}
#: CSL's further variables: they go back to where they stood, all else that a file said of an entry under `custom`.
FURTHER = frozenset(
    """
    archive_collection archive-place authority available-date categories chair citation-key citation-label
    compiler composer contributor curator dimensions director division editor-translator editorial-director
    event executive-producer guest host illustrator interviewer journalAbbreviation jurisdiction medium narrator
    organizer original-author original-publisher original-publisher-place part-number part-title performer
    printing-number producer recipient references reviewed-author reviewed-genre reviewed-title scale
    script-writer section series-creator shortTitle source submitted supplement-number volume-title year-suffix
    """.split()
)


def read_date(value: Any) -> Date | None:
    """A date of date-parts, raw or literal text; None for what says more (season, circa) and has to be kept whole."""
    if isinstance(value, str):
        return dates.read_date(value)
    if not isinstance(value, dict) or value.keys() - {"date-parts", "raw", "literal"}:
        return None
    raw = value.get("raw", value.get("literal"))
    if "date-parts" not in value:
        return dates.read_date(raw) if isinstance(raw, str) else None
    try:
        start, *end = [[int(part) for part in parts if part not in ("", None)] for parts in value["date-parts"]]
        year, month, day = [*start, None, None][:3]
        if len(start) > 3 or len(end) > 1 or any(len(last) != 1 for last in end):
            return None
        return Date(year=year, month=month, day=day, end_year=end[0][0] if end else None)
    except (TypeError, ValueError):  # also a month or day that no calendar has
        return None


def written_date(date: Date) -> dict[str, Any]:
    if parts := date.date_parts:
        return {"date-parts": parts}
    return {"raw": date.text or f"{date.year}هـ"}
