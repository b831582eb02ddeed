"""RIS to entries: lines to records, tags to variables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from refkit.errors import UnreadableFileError
from refkit.explain import explain
from refkit.formats import dates
from refkit.formats.bilingual import guess, merged
from refkit.formats.collector import paused
from refkit.formats.languages import read_language
from refkit.formats.regions import regions_of
from refkit.formats.ris.table import RIS_TYPES, TYPES, variable_of
from refkit.keys import make_key, unique
from refkit.model import Date, Entry, Failure, Library, NameForm, Place, Repair
from refkit.names import given_first, is_corporate, split_people
from refkit.text import is_arabic

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?-(?: (.*)|$)")  # ascii: tags
_ISBN = re.compile(r"(?:97[89][\s-]*)?(?:\d[\s-]*){9}[\dXx]")
_NAMES, _DATES = frozenset(Entry.NAMES), frozenset(Entry.DATES)


@dataclass
class _Record:
    line: int
    pairs: list[tuple[str, str]] = field(default_factory=list)

    def first(self, tag: str) -> str:
        return next((value for name, value in self.pairs if name == tag), "")


@paused()
def read_library(text: str, path: str) -> Library:
    """The entries of an RIS file; lines that belong to none are a `Failure`."""
    failures: list[Failure] = []
    repairs: list[Repair] = []
    entries: list[Entry] = []
    taken: set[str] = set()
    starts: dict[str, int] = {}
    for record in _records(text, failures, repairs):
        raw = "\n".join(f"{tag}  - {value}" for tag, value in record.pairs)[:200]
        try:
            entry = Entry.model_validate({"key": "work", **_Reading(record).values()})
        except ValidationError as error:
            failures.append(Failure(text=raw, reason=f"entry: {explain(error, Entry)}", place=Place(line=record.line)))
            continue
        given = record.first("ID")
        said = "_".join(given.split())
        key = unique(said, taken) if said else make_key(entry, taken)
        if said != given:
            reason = f"{given}: an ID has no spaces; read as {said}"
            repairs.append(Repair(text=raw, reason=reason, place=Place(line=record.line)))
        if said and key != said:
            reason = f"{said}: ID used twice, ignoring case; the later one is called {key}"
            repairs.append(Repair(text=raw, reason=reason, place=Place(line=record.line)))
        starts[key] = record.line
        entries.append(entry.model_copy(update={"key": key}))
    if not entries and not failures:
        raise UnreadableFileError(f"{path}: no line begins an RIS entry (TY  - …)")
    others = [each.place.line or 1 for each in failures]
    return Library(
        references=tuple(entries),
        failures=tuple(failures),
        repairs=tuple(repairs),
        places=regions_of(starts, others, text, path),
    )


def _records(text: str, failures: list[Failure], repairs: list[Repair]) -> Iterator[_Record]:
    record: _Record | None = None
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        match = _LINE.match(line)
        tag, value = (match[1], (match[2] or "").strip()) if match else ("", line.strip())
        if tag == "TY":
            if record:
                reason = "an entry without ER; it ends where the next begins"
                repairs.append(Repair(text=f"TY  - {value}", reason=reason, place=Place(line=record.line)))
                yield record
            record = _Record(number)
        if tag == "ER":
            if record:
                yield record
            record = None
        elif record is None:
            if value:
                failures.append(
                    Failure(text=line[:200], reason="a line outside of any entry", place=Place(line=number))
                )
        elif tag:
            record.pairs.append((tag, value))
        elif value and record.pairs:
            # A value that goes on in the next line.
            name, before = record.pairs[-1]
            record.pairs[-1] = (name, f"{before} {value}".strip())
    if record:
        repairs.append(Repair(text="", reason="the last entry has no ER", place=Place(line=record.line)))
        yield record


class _Reading:
    """One record on its way to an entry."""

    def __init__(self, record: _Record) -> None:
        self.kind = record.first("TY").upper()
        self.pairs = [
            (tag, " ".join(value.split())) for tag, value in record.pairs if value and tag not in ("TY", "ID")
        ]
        self.main: dict[str, Any] = {}
        self.custom: dict[str, Any] = {}

    def values(self) -> dict[str, Any]:
        """The values for `Entry.model_validate`."""
        for tag, value in self.pairs:
            self._pair(tag, value)
        self._pages()
        own = self._language()
        other = str(self._pop("TT"))
        others: dict[str, dict[str, Any]] = {}
        if other and guess(other, None) != guess(str(self.main.get("title", other)), None):
            others["title"] = {guess(other, None): other}
        elif other:
            self._keep("TT", other)
        values = merged(self.main, {}, others, own)
        if own:
            values["language"] = own
        csl = TYPES.get(self.kind)
        if csl is None or RIS_TYPES[csl] != self.kind:
            self.custom["TY"] = self.kind
        if self.custom:
            values["custom"] = self.custom
        return {"type": csl or "document", **values}

    def _language(self) -> str | None:
        """The language, of the first LA that says one; further ones are kept."""
        said = self._pop("LA")
        first, *rest = said if isinstance(said, list) else [said]
        if rest:
            self.custom["LA"] = rest
        return read_language(first) or None

    def _pop(self, tag: str) -> Any:
        return self.custom.pop(tag, "")

    def _pair(self, tag: str, value: str) -> None:
        variable = variable_of(tag, self.kind)
        if tag == "SN":
            variable = "ISBN" if _ISBN.fullmatch(value) and self.kind != "JOUR" else "ISSN"
        if variable in _NAMES:
            self.main.setdefault(variable, []).extend(_read_name(value))
        elif variable == "keyword":
            self.main["keyword"] = ", ".join(filter(None, (self.main.get("keyword", ""), value)))
        elif variable == "issued":
            self._issued(value)
        elif variable is None or self.main.get(variable, value) != value:
            self._keep(tag, value)
        elif variable in _DATES:
            self.main[variable] = _date(value)
        else:
            self.main[variable] = value

    def _issued(self, value: str) -> None:
        """PY says the year, DA the day: the one that says more is taken."""
        date, before = _date(value), self.main.get("issued")
        if date is None:
            return
        if before is None or (before.year == date.year and date.month) or before.year is None:
            self.main["issued"] = date
        elif date.year != before.year:
            self._keep("DA", value)

    def _keep(self, tag: str, value: str) -> None:
        """A value that no variable takes: alone as text, several as a list."""
        before = self.custom.get(tag)
        self.custom[tag] = value if before is None else [*(before if isinstance(before, list) else [before]), value]

    def _pages(self) -> None:
        start, end = (str(self._pop(tag)) for tag in ("SP", "EP"))
        if start or end:
            self.main["page"] = "-".join(filter(None, (start, end)))


def _date(value: str) -> Date | None:
    """2017/05/03/spring: year, month, day and what else is said, each of which may be empty."""
    parts = value.split("/")
    year = parts[0].strip()
    sign = "-" if year.startswith("-") else ""
    if len(parts) < 2 or not year.removeprefix("-").isdecimal():
        return dates.read_date(value)
    start = [sign + year.removeprefix("-").zfill(4), *parts[1:3]]
    date = dates.read_date("-".join(part.zfill(2) for part in start if part.strip()))
    said = " ".join(parts[3:]).strip()
    # A day that was understood leaves nothing for a text to say.
    return date.model_copy(update={"text": said or None}) if date and (said or date.day) else date


def _read_name(value: str) -> list[NameForm]:
    """`Family, Given, Suffix`; a body ends in a comma, as EndNote writes it; Arabic lists are divided."""
    family, comma, rest = value.partition(",")
    if value.endswith(","):
        return [_form("", "", value.strip(" ,"))] if value.strip(" ,") else []
    if comma:
        given, _, suffix = rest.partition(",")
        return [_form(family.strip(), given.strip(), "", suffix.strip())]
    if re.search("[،؛]", value) and any(map(is_arabic, value)):
        people = split_people(value, family_first=True)
        return [_form(person.family, person.given, person.literal) for person in people]
    if is_corporate(value):
        return [NameForm(literal=value)]
    given, family = given_first(value)
    return [_form(family, given, "")] if family else []


def _form(family: str, given: str, literal: str, suffix: str = "") -> NameForm:
    if not (family or given):
        return NameForm(literal=literal or suffix)
    return NameForm(family=family or None, given=given or None, suffix=suffix or None)
