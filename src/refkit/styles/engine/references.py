"""An item of CSL-JSON as the engine takes it: each value checked and marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from refkit.styles.engine import marks, richtext
from refkit.styles.engine.particles import Person, person

#: CSL 1.0.2, "Name Variables" and "Date Variables".
NAMES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor"
    " editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer"
    " original-author performer producer recipient reviewed-author script-writer series-creator translator".split()
)
DATES = frozenset("accessed available-date container event-date issued original-date submitted".split())
#: CSL 1.0.2, "Number Variables".
NUMBERS = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number"
    " number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version"
    " volume".split()
)
_ADDRESSES = frozenset(("URL", "DOI", "PMID", "PMCID"))
#: A variable -> one that says the same, of an older CSL or of other programs.
_ALSO = (
    ("container-title-short", "journalAbbreviation"),
    ("title-short", "shortTitle"),
    ("event-title", "event"),
    ("event", "event-title"),
)
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
Parts = tuple[int | None, int | None, int | None]


@dataclass(frozen=True, slots=True)
class ItemDate:
    """A day, month, season or year, a range of two (`end`), or a text. A month from 13 on is a season."""

    start: Parts = (None, None, None)
    end: Parts | None = None
    season: int | str | None = None
    literal: str = ""
    circa: bool = False
    sort_year: int | None = None

    def __bool__(self) -> bool:
        return self.start[0] is not None or bool(self.literal) or self.season is not None


@dataclass(slots=True)
class Reference:
    """An item: CSL variable -> marked text, names or date."""

    key: str
    type: str
    language: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    def get(self, name: str) -> Any:
        """The value of a variable, None where there is none."""
        return self.values.get(name)

    @property
    def first_page(self) -> str:
        """The first page of `page`, or `page-first` as given."""
        given: str = self.values.get("page-first", "")
        return given or re.split(r"\s*[-–—,&]\s*", str(self.values.get("page", "")))[0]


def reference(item: dict[str, Any]) -> Reference:
    """Make a reference of a CSL-JSON item; `ValueError` says what about it cannot be used."""
    kind = item.get("type") or ""
    if not isinstance(kind, str):
        raise ValueError("its type is no text")
    values: dict[str, Any] = {}
    for name, value in item.items():
        if name in ("id", "type", "language") or value is None or value == "":
            continue
        if name in NAMES:
            found: Any = _people(name, value)
        elif name in DATES:
            found = _date(name, value)
        else:
            found = _text(name, value)
        if found:
            values[name] = found
    for name, other in _ALSO:
        if other in values:
            values.setdefault(name, values[other])
    language = item.get("language")
    return Reference(str(item.get("id", "")), kind, language if isinstance(language, str) else "", values)


def _text(name: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    if name in _ADDRESSES:
        text = marks.clean(text).strip()
        return f"{marks.LINK}{text}{marks.END}" if text else ""
    return richtext.marked(text).strip()


def _people(name: str, value: object) -> tuple[Person, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{name} is no list of names")
    return tuple(found for given in value if (found := person(given)))


def _date(name: str, value: object) -> ItemDate | None:
    if isinstance(value, int | str) and not isinstance(value, bool):
        value = {"raw": str(value)}
    if not isinstance(value, dict):
        raise ValueError(f"{name} is no date")
    circa = bool(value.get("circa"))
    given = value.get("date-parts") or ()
    if not isinstance(given, list | tuple):
        raise ValueError(f"{name} has {given!r} where the parts of a date are due")
    parts = [_parts(name, found) for found in given if found]
    parts = [found for found in parts if found[0] is not None or found is not parts[0]]
    season = _season(value.get("season"))
    if parts:
        return ItemDate(parts[0], parts[1] if len(parts) > 1 else None, season, circa=circa)
    text = value.get("literal") or value.get("raw") or ""
    if value.get("raw") and not value.get("literal"):
        read = read_raw(str(text))
        if read is not None:
            return ItemDate(read[0], read[1], season, circa=circa or "~" in str(text) or "?" in str(text))
    literal = marks.clean(str(text)).strip()
    if not literal and season is None:
        return None
    year = value.get("sort")
    return ItemDate(literal=literal, season=season, circa=circa, sort_year=year if isinstance(year, int) else None)


def _parts(name: str, found: object) -> Parts:
    if not isinstance(found, list | tuple):
        raise ValueError(f"{name} is no date")
    numbers: list[int | None] = []
    for part in found[:3]:
        try:
            numbers.append(int(part) if part not in (None, "") else None)
        except (TypeError, ValueError):
            raise ValueError(f"{name} has {part!r} where a number is due") from None
    year, month, day = (*numbers, None, None, None)[:3]
    if month is not None and not 1 <= month <= 24:
        month = None
    if day is not None and (month is None or not 1 <= day <= 31):
        day = None
    return year, month, day


def _season(value: object) -> int | str | None:
    if value in (None, "", 0):
        return None
    text = str(value)
    if text.isdecimal() and len(text) < 3:
        return int(text)
    return _SEASONS.get(text.lower(), marks.clean(text))


_ISO = re.compile(r"\s*(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?[?~]?\s*")


def read_raw(text: str) -> tuple[Parts, Parts | None] | None:
    """A date written as 2020, 2020-05, 2020-05-17, or two of them with a slash; None for any other text."""
    pieces = text.split("/")
    found = [_ISO.fullmatch(piece) for piece in pieces]
    if len(pieces) > 2 or not all(found):
        return None
    dates = [_parts("date", match.groups()) for match in found if match]
    return dates[0], dates[1] if len(dates) > 1 else None
