"""CSL's dates, both ways: date-parts with season and circa are numbers and, in `Date.text`, EDTF."""

from __future__ import annotations

import re
from typing import Any

from refkit.formats import dates
from refkit.model import Date

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_DAY = r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)"
_EDTF = re.compile(rf"{_DAY}(?:/{_DAY})?", re.ASCII)  # ascii: dates in standard form


def read_date(value: Any) -> Date | None:
    """A date of date-parts, raw or literal text; None for what is none, or says more, and has to be kept whole.

    >>> read_date({"date-parts": [[1999]], "season": 2})
    Date(year=1999, month=None, day=None, end_year=None, calendar='gregorian', text='1999-22', also=None)
    """
    if isinstance(value, str):
        return dates.read_date(value)
    if not isinstance(value, dict) or value.keys() - {"date-parts", "raw", "literal", "season", "circa"}:
        return None
    if "date-parts" in value:
        try:
            return _of_parts(value)
        except (TypeError, ValueError):  # also a month or day that no calendar has
            return None
    raw = value.get("raw", value.get("literal"))
    whole = value.get("season") in _NOTHING and value.get("circa") in _NOTHING
    return dates.read_date(raw) if isinstance(raw, str) and whole else None


def _of_parts(value: dict[str, Any]) -> Date | None:
    start, *ends = [[int(part) for part in parts if part not in ("", None)] for parts in value["date-parts"]]
    end = ends[0] if ends else []
    season = _season(value.get("season"))
    circa = "~" if value.get("circa") not in _NOTHING else ""
    if not 1 <= len(start) <= 3 or len(ends) > 1 or (ends and not 1 <= len(end) <= 3) or (season and end):
        return None
    year, month, day = [*start, None, None][:3]
    end_year = end[0] if end else None
    if season or circa or len(end) > 1:
        Date(year=end_year or year, month=end[1] if len(end) > 1 else None, day=end[2] if len(end) > 2 else None)
        text = "/".join(_edtf(parts, circa) for parts in (start, end) if parts)
        if season:
            text = _edtf([start[0], 20 + season] if isinstance(season, int) else start, circa)
            text = text if isinstance(season, int) else f"{text} {season}"
        return Date(
            year=year, month=month, day=None if end else day, end_year=None if end_year == year else end_year, text=text
        )
    return Date(year=year, month=month, day=day, end_year=end_year)


def _season(said: Any) -> int | str | None:
    """1 (spring) to 4 (winter), or what else is said."""
    bare = "" if said in _NOTHING else str(said).strip().casefold()
    if bare.isdecimal() and 1 <= int(bare) <= 4:
        return int(bare)
    return _SEASONS.get(bare, str(said).strip()) if bare else None


def _edtf(parts: list[int], circa: str) -> str:
    year, *rest = parts
    return "-".join([f"{'-' * (year < 0)}{abs(year):04}", *(f"{part:02}" for part in rest)]) + circa


def written_date(date: Date) -> dict[str, Any]:
    """CSL's date: what `read_date` reads again, as far as CSL can say it."""
    match = _EDTF.fullmatch(date.text or "")
    if match and date.calendar == "gregorian":
        told = _of_text(match)
        if read_date(told) == date:
            return told
    if parts := date.date_parts:
        return {"date-parts": parts}
    return {"raw": dates.printed(date)}


def _of_text(match: re.Match[str]) -> dict[str, Any]:
    groups = match.groups()
    start, end = ([int(part) for part in found if part] for found in (groups[:3], groups[4:7]))
    told: dict[str, Any] = {"date-parts": [start, end] if end else [start]}
    if len(start) == 2 and 21 <= start[1] <= 24:
        told = {"date-parts": [start[:1]], "season": start[1] - 20}
    return {**told, "circa": True} if groups[3] else told


#: What says nothing as a season or as circa.
_NOTHING = (None, "", False, 0, "0", "false")
