"""Blocks to entries: fields become variables, names and dates are understood, other languages join the original."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from refkit.explain import explain
from refkit.formats import dates
from refkit.formats.bibtex import table, wording
from refkit.formats.bibtex.blocks import Block, Blocks, split
from refkit.formats.bibtex.data_annotations import Annotations
from refkit.formats.bibtex.inheritance import inherit
from refkit.formats.bibtex.latex import decode, decode_verbatim
from refkit.formats.bibtex.names import SORTED_BY, read_names, sort_form, write_names
from refkit.formats.bilingual import guess, merged
from refkit.formats.collector import paused
from refkit.formats.languages import language_name, tag_of
from refkit.formats.regions import regions_of
from refkit.formats.suppressions import find_suppressions
from refkit.keys import unique
from refkit.model import Date, Entry, Library
from refkit.text import language

_NAMES, _TEXTS, _DATES = frozenset(Entry.NAMES), frozenset(Entry.TEXTS), frozenset(Entry.DATES)
_RANGE = re.compile(r"(?<=\w)\s*--\s*(?=\w)")
_BRACKETED = re.compile(r"\[([^\[\]]+)\]")
_URL_COMMAND = re.compile(r"(?:(.+), )?\\url\{([^{}]*)\}\.?")


@paused()
def read_library(text: str, path: str) -> Library:
    """The entries of a .bib file: each block is one of them or a `Failure`; what was put right is a `Repair`."""
    found = split(text)
    starts: dict[str, int] = {}
    entries = entries_of(found, starts)
    others = [each.place.line or 1 for each in found.failures]
    return Library(
        references=entries,
        failures=tuple(found.failures),
        repairs=tuple(found.repairs),
        places=regions_of(starts, others, text, path),
        suppressions=find_suppressions(text, "percent", path),
    )


def entries_of(blocks: Blocks, starts: dict[str, int]) -> tuple[Entry, ...]:
    """The entries of a file, and in `starts` where each begins; what the model does not take becomes one of
    `blocks.failures`.
    """
    inherit(blocks)
    taken: set[str] = set()
    entries = []
    for block in blocks.entries:
        try:
            entry = Entry.model_validate(_Reading(block).record(_key(blocks, block, taken)))
            starts[entry.key] = block.line
            entries.append(entry)
        except ValidationError as error:
            blocks.fail(block.line, block.raw, f"entry {block.key}: {explain(error, Entry)}")
    return tuple(entries)


def _key(blocks: Blocks, block: Block, taken: set[str]) -> str:
    """The key, made usable: without white space, and unlike that of any other entry."""
    bare = "_".join(block.key.split())
    if bare != block.key:
        blocks.repair(block.line, block.raw, f"{block.key}: a key has no spaces; read as {bare}")
    if not bare:
        bare = f"{block.type}-{block.line}"
        blocks.repair(block.line, block.raw, f"an entry without key; called {bare}")
    key = unique(bare, taken)
    if key != bare:
        blocks.repair(block.line, block.raw, f"{bare}: key used twice, ignoring case; the later one is called {key}")
    return key


def _as_text(name: str, raw: str) -> str:
    """A field that refkit does not know: decoded, unless it is no text."""
    return decode_verbatim(raw) if name in table.VERBATIM or "+an" in name else decode(raw)


class _Reading:
    """One block on its way to a record: `main` holds the variables in the language of the file."""

    def __init__(self, block: Block) -> None:
        self.fields = block.fields
        self.block = block
        self.kind = table.CANONICAL.get(block.type, block.type)
        self.variables = table.variables_of(self.kind)
        self.home = table.home_fields(self.kind)
        self.main: dict[str, Any] = {}
        #: Fields that no variable holds so far, as they stand in the file.
        self.rest: dict[str, str] = {}
        self.annotations = Annotations()
        self.language: str | None = None

    def record(self, key: str) -> dict[str, Any]:
        """The values for `Entry.model_validate`."""
        # The field that a variable is written to comes before those that may stand for it.
        late = []
        for name, raw in self.fields.items():
            if name not in self.home:
                late.append((name, raw))
            elif raw and not raw.isspace():
                self._field(name, raw)
        for name, raw in late:
            if raw and not raw.isspace():
                self._field(name, raw)
        self._language()
        self._titles()
        self._dates()
        self._numbers_and_links()
        self._genre_and_note()
        self._keywords()
        csl = self._type()
        main = self._as_meant()
        self._divided(main)
        others = {name: self._forms(name, main) for name in self.annotations.others}
        values = merged(main, self.annotations.tags, others, self.language)
        if self.language:
            values["language"] = self.language
        if self.rest:
            values["custom"] = {name: _as_text(name, raw) for name, raw in self.rest.items()}
        return {"key": key, "type": csl, **values}

    def _as_meant(self) -> dict[str, Any]:
        """The variables with what their annotations say instead of the fields."""
        main = {**self.main, **self.annotations.alone}
        for name, value in self.annotations.own.items():
            if value is None:
                main.pop(name, None)
            # A date that somebody has changed since is believed.
            elif not isinstance(value, Date) or name not in main or dates.iso(value) == dates.iso(main[name]):
                main[name] = value
        return main

    def _forms(self, variable: str, main: Mapping[str, Any]) -> dict[str, Any]:
        return self.annotations.forms(variable, len(main.get(variable) or ()))

    def _field(self, name: str, raw: str) -> None:
        if "+an:" in name and self.annotations.read(name, raw, self.variables):
            return
        field = table.ALIASES.get(name, name)
        variable = self.variables.get(field)
        if name in _LATER or variable is None or variable in self.main:
            if variable is None or name in _LATER or decode(raw) != self.main[variable]:
                # Under its own name it would be written over: address beside location.
                self.rest[f"{name}-2" if variable in self.main and name in self.home else name] = raw
            return
        if variable in _NAMES:
            if people := read_names(raw):
                self.main[variable] = people
        elif variable in _DATES:
            if date := dates.read_date(decode(raw)):
                self.main[variable] = date
        elif field in table.VERBATIM:
            self.main[variable] = decode_verbatim(raw)
        elif value := decode(_RANGE.sub("-", raw) if variable == "page" else raw):
            self.main[variable] = value

    def _take(self, name: str) -> str:
        """The text of a field that is looked at beside others, which is no longer custom then; '' if there is none."""
        return decode(self.rest.pop(name)) if name in self.rest else ""

    def _language(self) -> None:
        for name in ("langid", "language"):
            if name in self.rest:
                found = tag_of(self.rest[name])
                if found and found == (self.language or found):
                    self.language = found
                    del self.rest[name]
        said = self.rest.get("langid+an:own")
        if said and (own := re.fullmatch(r'="([\w-]+)"', said)):
            self.language = own[1]
            del self.rest["langid+an:own"]
            if self.rest.get("langid") == (language_name(own[1]) or own[1]):
                del self.rest["langid"]
        if self.language is None and language(str(self.main.get("title", ""))) == "ar":
            self.language = "ar"

    def _titles(self) -> None:
        for title, subtitle in _SUBTITLES:
            if subtitle in self.rest and title in self.main:
                self.main[title] = f"{self.main[title]}: {self._take(subtitle)}"
        main_title = self.main.get("title")
        if not main_title or "titleaddon" not in self.rest:
            return
        addon = _BRACKETED.fullmatch(decode(self.rest["titleaddon"]))
        if addon and (tag := guess(addon[1], None)) not in (guess(main_title, None), "und"):
            self.annotations.others.setdefault("title", {}).setdefault(tag, addon[1].strip())
            del self.rest["titleaddon"]

    def _dates(self) -> None:
        if not any(name in self.rest for name in ("year", "month", "day")):
            return
        year, month, day = (self._take(name) for name in ("year", "month", "day"))
        if not year or "issued" in self.main:
            rest = {"year": year, "month": month, "day": day}
            said = self.main.get("issued")
            same = said and [str(said.year), *(str(part or "") for part in (said.month, said.day))]
            if not same or [*rest.values()] not in (same, [same[0], "", ""]):
                self.rest.update({name: value for name, value in rest.items() if value})
            return
        date = dates.read_date(year)
        if date and month and date.month is None:
            date = dates.with_month(date, month, day)
        if date:
            self.main["issued"] = date

    def _numbers_and_links(self) -> None:
        if "issue" in self.rest and "issue" not in self.main:
            self.main["issue"] = self._take("issue")
        self._howpublished()
        for field, sorting in SORTED_BY.items():
            if sorting in self.rest and field in self.fields:
                value, sort = (" ".join(self.fields[name].split()) for name in (field, sorting))
                if value and sort == sort_form(value):
                    del self.rest[sorting]

    def _howpublished(self) -> None:
        """Take the URL of a web page as classic BibTeX writes it, with who published it before it."""
        link = (
            _URL_COMMAND.fullmatch(" ".join(self.rest["howpublished"].split())) if "howpublished" in self.rest else None
        )
        if link is None:
            return
        body, url = decode(link[1] or ""), decode_verbatim(link[2])
        if self.main.setdefault("URL", url) == url and self.main.get("publisher", body) == body:
            if body:
                self.main["publisher"] = body
            del self.rest["howpublished"]

    def _genre_and_note(self) -> None:
        own = self.language or "en"
        if said := self.main.get("genre"):
            self.main["genre"] = wording.genre(said, own)
        elif self.block.type in wording.OF_TYPE:
            self.main["genre"] = wording.genre(wording.OF_TYPE[self.block.type], own)

    def _keywords(self) -> None:
        """The keywords without the one that divides lists by language, which the export adds behind them."""
        said = self.main.get("keyword")
        if said and self.language and "langid" in self.fields:
            *kept, last = said.split(",")
            if tag_of(last) == self.language.partition("-")[0]:
                self.main["keyword"] = ",".join(kept).strip()
                if not self.main["keyword"]:
                    del self.main["keyword"]

    def _type(self) -> str:
        subtype = self._take("entrysubtype").strip()
        found = table.csl_type(self.kind, subtype)
        if found is None:
            self.rest["entrysubtype"] = subtype
            found = table.csl_type(self.kind, "") or "document"
        if self.kind not in table.INTERCHANGEABLE and table.best_type(found, frozenset(self.main)) != self.kind:
            self.rest["entrytype"] = self.kind
        return found

    def _divided(self, main: dict[str, Any]) -> None:
        """Names with the parts that their annotations say, as long as the field says the same name."""
        for variable, parts in self.annotations.parts.items():
            people = main.get(variable)
            if isinstance(people, list):
                main[variable] = [
                    parts[number] if number in parts and read_names(write_names([parts[number]])) == [form] else form
                    for number, form in enumerate(people, 1)
                ]


#: Fields that are looked at beside others, after all.
_LATER = frozenset(
    (
        "year",
        "month",
        "day",
        "titleaddon",
        "sortname",
        "sorttitle",
        "howpublished",
        "langid",
        "language",
        "entrysubtype",
    )
)
_SUBTITLES = (("title", "subtitle"), ("container_title", "booksubtitle"), ("container_title", "journalsubtitle"))
