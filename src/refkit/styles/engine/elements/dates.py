"""Dates: days, months, seasons, years, and ranges of them."""

from __future__ import annotations

from typing import Any

from citeproc import model

from refkit.styles.engine import marks
from refkit.styles.engine.elements.base import ANYWHERE, SPACE, Quick
from refkit.styles.engine.references import ItemDate, Parts

_ORDER = ("year", "month", "day")
_SHOWN = {"year": ("year",), "year-month": ("year", "month"), "year-month-day": _ORDER}


class Date(Quick, model.Date):
    """A date in the style's own layout or in one of the locale's."""

    def render(self, item: Any, **_: Any) -> str:
        """The date, or '' if there is none. For a sort key, figures that sort."""
        name = self.given["variable"]
        date: ItemDate | None = None if name in item.used else item.date(name)
        item.count(name, date)
        if not date:
            return ""
        if item.sort_options is not None:
            return sort_text(date, self._names())
        text = self._text(item, date)
        if not text:
            item.found -= 1
            return ""
        text = self.looked(self.cased(text, item))
        return self.displayed(self.affixed(text))

    def _names(self) -> tuple[str, ...]:
        if "form" in self.given:
            return _SHOWN.get(self.given.get("date-parts", ""), _ORDER)
        return tuple(part.given["name"] for part in self.children)

    def _text(self, item: Any, date: ItemDate) -> str:
        if date.start[0] is None:
            # A text stands for the whole date; where the year is shown elsewhere, it is there.
            if date.literal and "year" not in self._names():
                return ""
            season = f" {date.season}" if date.season and not date.literal else ""
            return date.literal + self._suffix(item) if date.literal else season.strip()
        parts = self._parts()
        delimiter = self._layout().given.get("delimiter", "")
        if date.end is None or date.end == date.start:
            return delimiter.join(self._single(parts, date.start, date.season, item))
        return self._range(parts, date, delimiter, item)

    def _layout(self) -> Any:
        """The element whose parts give the order: this one, or the locale's for the form."""
        if "form" in self.given:
            found = self.kept("layout", lambda: self.style.find_date(self.given["form"]))
            return self if found is None else found
        return self

    def _parts(self) -> tuple[Any, ...]:
        layout = self._layout()
        if layout is self:
            return self.children
        shown = self._names()
        return tuple(part for part in layout.children if part.given["name"] in shown)

    def _override(self, name: str) -> dict[str, str]:
        """What the style says of a part in the locale's layout."""
        return self.kept(("override", name), lambda: self._find_override(name))

    def _find_override(self, name: str) -> dict[str, str]:
        if "form" not in self.given:
            return {}
        own = next((part for part in self.iterfind(f"{SPACE}date-part") if part.get("name") == name), None)
        return {} if own is None else {k: v for k, v in own.given.items() if k not in ("prefix", "suffix", "name")}

    def _single(self, parts: Any, values: Parts, season: Any, item: Any) -> list[str]:
        """The texts of the parts that a date has."""
        known = dict(zip(_ORDER, values, strict=True))
        found = []
        for part in parts:
            text = part.shown_as(known, season, self._override(part.given["name"]), self)
            if text and part.given["name"] == "year":
                text = self._with_suffix(text, part, item)
            if text:
                found.append(text)
        return found

    def _with_suffix(self, text: str, part: Any, item: Any) -> str:
        letters = self._suffix(item)
        after = part.given.get("suffix", "") if letters else ""
        body = text[: len(text) - len(after)] if after else text
        return f"{marks.YEAR}{body}{letters}{marks.END}{after}" if letters else text

    def _suffix(self, item: Any) -> str:
        """The year suffix, where the style does not say where it stands."""
        if not item.year_suffix or item.suffix_placed or self.style.places_suffix or self.given["variable"] != "issued":
            return ""
        item.suffix_placed = True
        return item.year_suffix

    def _range(self, parts: Any, date: ItemDate, delimiter: str, item: Any) -> str:
        """Both dates, with what they have in common said once: 1–3 March 2020."""
        end = date.end or date.start
        if not end[0]:
            return delimiter.join(self._single(parts, date.start, date.season, item)) + "–"
        names = [part.given["name"] for part in parts]
        differing = next((n for n, a, b in zip(_ORDER, date.start, end, strict=True) if a != b and n in names), None)
        if differing is None:
            return delimiter.join(self._single(parts, date.start, date.season, item))
        inner = _ORDER[_ORDER.index(differing) :]
        at = [number for number, name in enumerate(names) if name in inner]
        first, last = at[0], at[-1] + 1
        dash = self._dash(differing)
        # The letter of a year stands behind the last one.
        placed, item.suffix_placed = item.suffix_placed, True
        one = delimiter.join(self._single(parts[first:last], date.start, None, item))
        item.suffix_placed = placed
        two = delimiter.join(self._single(parts[first:last], end, None, item))
        before = self._single(parts[:first], date.start, None, item)
        after = self._single(parts[last:], end, None, item)
        return delimiter.join([*before, _between(one, dash, two), *after])

    def _dash(self, name: str) -> str:
        layout = self._layout()
        part = next((part for part in layout.children if part.given.get("name") == name), None)
        own = self._override(name).get("range-delimiter")
        return own or (part.given.get("range-delimiter") if part is not None else None) or "–"


def _between(one: str, dash: str, two: str) -> str:
    """Two dates with a dash, without the blanks that their parts end and begin with."""
    if not one or not two:
        return one or two
    return one.rstrip(" ,،") + dash + two.lstrip(" ")


class DatePart(Quick, model.Date_Part):
    """A year, a month or a day."""

    def shown_as(self, known: dict[str, int | None], season: Any, override: dict[str, str], date: Any) -> str:
        """Its text with affixes, '' where the date lacks it. `override` is what the style adds to the locale's part."""
        given = {**self.given, **override} if override else self.given
        name = given["name"]
        text = getattr(self, f"_{name}")(known, season, given, date)
        if not text:
            return ""
        element = date.kept(("part", name), lambda: Styled(self, given)) if override else self
        text = element.looked(element.cased(text, ANYWHERE))
        return self.affixed(text)

    def _year(self, known: dict[str, int | None], _season: Any, given: dict[str, str], date: Any) -> str:
        year = known["year"]
        if year is None or year == 0:
            return ""
        if given.get("form") == "short":
            return f"{abs(year) % 100:02}"
        era = date.term("bc") if year < 0 else date.term("ad") if year < 1000 else ""
        return f"{abs(year)}{era}"

    def _month(self, known: dict[str, int | None], season: Any, given: dict[str, str], date: Any) -> str:
        month = known["month"]
        if month is None or month > 12:
            if month is not None:
                season = (month - 13) % 4 + 1 if month < 21 else month - 20
            if isinstance(season, int):
                season = (season - 1) % 4 + 1 if season > 4 else season
                return date.term(f"season-{season:02}") or str(season)
            return season or ""
        form = given.get("form", "long")
        if form == "numeric":
            return str(month)
        if form == "numeric-leading-zeros":
            return f"{month:02}"
        return date.term(f"month-{month:02}", "short" if form == "short" else "long")

    def _day(self, known: dict[str, int | None], _season: Any, given: dict[str, str], date: Any) -> str:
        day, month = known["day"], known["month"]
        if not day:
            return ""
        form = given.get("form", "numeric")
        if form == "numeric-leading-zeros":
            return f"{day:02}"
        if form == "ordinal" and (day == 1 or not date.style.flag("limit-day-ordinals-to-day-1")):
            return str(day) + date.style.ordinal(day, date.style.gender(f"month-{month or 0:02}"))
        return str(day)


class Styled:
    """A date part with what the style adds to it."""

    def __init__(self, part: Any, given: dict[str, str]) -> None:
        self.given = given
        self.memo: dict[Any, Any] = {}
        self._part = part

    def looked(self, text: str) -> str:
        """As an element's."""
        return Quick.looked(self, text)  # type: ignore[arg-type]  # has all that it reads

    def cased(self, text: str, item: Any) -> str:
        """As an element's."""
        return Quick.cased(self, text, item)  # type: ignore[arg-type]  # has all that it reads


def sort_text(date: ItemDate, names: tuple[str, ...] = _ORDER) -> str:
    """A date as figures that sort as the date does; years before Christ before all others."""
    if date.start[0] is None:
        return date.literal if date.sort_year is None else _sortable((date.sort_year, None, None), names)
    return "-".join(_sortable(parts, names) for parts in (date.start, date.end) if parts)


def _sortable(parts: Parts, names: tuple[str, ...]) -> str:
    year, month, day = (part or 0 if name in names else 0 for name, part in zip(_ORDER, parts, strict=True))
    return f"{year + 100000:06}{month:02}{day:02}"


CLASSES = {"date": Date, "date-part": DatePart}
