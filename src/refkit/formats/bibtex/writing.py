"""Entries to blocks: each form of each variable gets its field, or an annotation beside one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from refkit.formats import dates
from refkit.formats.bibtex import data_annotations as notes
from refkit.formats.bibtex import table, wording
from refkit.formats.bibtex.blocks import join
from refkit.formats.bibtex.entry_keys import NAMING, keys_of, with_keys
from refkit.formats.bibtex.latex import encode, guarded, verbatim, writable
from refkit.formats.bibtex.names import SORTED_BY, sort_form, write_names
from refkit.formats.bilingual import Divided, divide, guess, written_language
from refkit.formats.collector import paused
from refkit.formats.languages import language_name, tag_of
from refkit.model import Date, Entry, Library, NameForm
from refkit.model.base import csl_spelling
from refkit.settings import Export
from refkit.text import ascii_digits

#: Lists in which `and` divides.
_LISTS = frozenset(("publisher", "institution", "organization", "location"))
#: Titles whose letters styles and programs would lower or raise; they stand in two pairs of braces.
_PROTECTED = frozenset(("title", "titleaddon", "booktitle", "series", "shorttitle", "eventtitle", "origtitle"))
_FIELD_NAME = re.compile(r"[a-z][a-z0-9_+:-]*")  # ascii: what BibTeX takes for the name of a field
_RANGE = re.compile(r"(?<=\w)-(?=\w)")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
#: Numbers that biblatex computes with, or styles compare: in ASCII digits.
_NUMBERS = frozenset(("volume", "number", "pages", "edition", "volumes", "pagetotal", "chapter"))


@paused()
def write_library(library: Library, export: Export) -> str:
    """The library as a .bib file, entries in their order, for biblatex or for classic BibTeX."""
    return join(blocks_of(library, export))


def caveats(entry: Entry, export: Export) -> Iterable[tuple[str, str]]:
    """The variables of an entry that programs will not read as they are meant, and why."""
    return Writing(entry, export).caveats


def blocks_of(library: Library, export: Export) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Entry type, key and fields with their delimiters, for each entry in order."""
    keys = keys_of(library, export)
    changed = {
        entry.key.casefold(): key for entry, key in zip(library.references, keys, strict=True) if entry.key != key
    }
    for entry, key in zip(library.references, keys, strict=True):
        writing = Writing(entry, export)
        fields = writing.fields
        if changed and not NAMING.isdisjoint(entry.custom):
            fields = [(name, with_keys(value, changed) if name in NAMING else value) for name, value in fields]
        yield writing.type, key, fields


class Writing:
    """One entry on its way to a block; `caveats` says what other programs will not read as it is meant."""

    def __init__(self, entry: Entry, export: Export) -> None:
        forms = entry.title.root if entry.title else {}
        first, form = next(((tag, form) for tag, form in forms.items() if not _is_nothing(form)), ("und", ""))
        first = first if first != "und" else guess(form, None)
        if entry.language is None and first != "und":
            entry = entry.model_copy(update={"language": first})  # as `langid` will say
        self.entry = entry
        self.classic = export.profile == "bibtex"
        self.divided: Divided = divide(entry, export.language)
        self.main = {name: value for name, value in self.divided.main.items() if not _is_nothing(value)}
        self.own = written_language(entry, export.language) or "und"
        self.caveats: list[tuple[str, str]] = []
        self.values: dict[str, str] = {}
        self.kind = self._kind()
        self._variables()
        self._beside()
        self._custom()
        self.type, self.fields = self._dressed()

    def _kind(self) -> str:
        named = self.entry.custom.get("entrytype")
        known = isinstance(named, str) and bool(_FIELD_NAME.fullmatch(named))
        kind = str(named) if known else table.best_type(self.entry.type or "document", frozenset(self.main))
        if self.classic:
            kind = table.CLASSIC.get(kind, "misc")
        return table.CANONICAL.get(kind, kind)

    def _variables(self) -> None:
        self.home = table.fields_of(self.kind, strict=not self.classic)
        for variable in _order(self.kind, self.classic):
            if variable not in self.main:
                continue
            field = self.home.get(variable)
            if field:
                self._field(variable, field, self.main[variable])
            else:
                self._annotated(variable, self.main[variable])

    def _annotated(self, variable: str, value: Any) -> None:
        """A variable that the entry type has no field for."""
        anchor = f"{notes.ANCHOR}+an:{csl_spelling(variable)}"
        self.values[anchor] = notes.of_value(value)
        if isinstance(value, list) and (parts := notes.of_parts(value)):
            self.values[f"{anchor}:parts"] = parts
        self._other_forms(variable, anchor + ":")
        self.caveats.append((variable, f"@{self.kind} has no field for it; kept as an annotation"))

    def _field(self, variable: str, field: str, value: Any) -> None:
        if isinstance(value, Date):
            self._date(variable, field, value)
        elif isinstance(value, list):
            self._names(field, value, variable)
        elif field in table.VERBATIM:
            self.values[field] = verbatim(value)
        elif field == "type":
            self._genre(value)
        else:
            self.values[field] = self._text(field, value)
        self._other_forms(variable, f"{field}+an:")

    def _text(self, field: str, value: str) -> str:
        text = encode(ascii_digits(value) if field in _NUMBERS else value)
        if field == "pages":
            return _RANGE.sub("--", text)
        if field in _PROTECTED and value.lower() != value.upper():
            return "{" + text + "}"
        return "{" + text + "}" if field in _LISTS and " and " in text else text

    def _names(self, field: str, people: Sequence[NameForm], variable: str) -> None:
        self.values[field] = write_names(people)
        if parts := notes.of_parts(people):
            self.values[f"{field}+an:parts"] = parts
        for form in people:
            for name in ("dropping_particle", "non_dropping_particle"):
                particle = getattr(form, name)
                if particle and not (name.startswith("non") and particle == particle.lower() != particle.upper()):
                    self.caveats.append((variable, f"{particle} is no particle to BibTeX; it is written with the name"))

    def _date(self, variable: str, field: str, date: Date) -> None:
        if date.text:
            date = date.model_copy(update={"text": writable(date.text) or None})
        is_year = self.classic and variable == "issued"
        iso = dates.iso(date.model_copy(update={"text": None}) if is_year else date)
        read = dates.read_date(iso or "")
        if is_year:
            read = self._year(date, iso)
        elif iso:
            self.values[field] = iso
        if read != date:
            self.values[f"{field}+an:own"] = notes.of_value(date)
            self.caveats.append(
                (variable, f"{dates.printed(date)}: {'only ' + iso if iso else 'nothing'} is read as a date")
            )

    def _year(self, date: Date, iso: str | None) -> Date | None:
        """Set year, month and day, as classic BibTeX has them, and say what will be read of them."""
        start = (
            f"{iso[:1]}{iso[1:].partition('-')[0]}"
            if iso and not date.end_year
            else (iso or dates.printed(date)).replace("/", "--")
        )
        self.values["year"] = start if iso else encode(start)
        read = dates.read_date(start.replace("--", "–"))
        plain = date.also if date.calendar == "hijri" and date.also else date
        if iso and plain.month and not plain.end_year:
            self.values["month"] = _MONTHS[plain.month - 1]
            read = read and dates.with_month(read, str(plain.month), str(plain.day or ""))
            if plain.day:
                self.values["day"] = str(plain.day)
        if read and dates.iso(read) != iso:
            del self.values["year"]  # other programs would read another year
        return read

    def _genre(self, value: str) -> None:
        tag = self.own if self.own != "und" else "en"
        key = wording.key_of_genre(value) if self.kind == "thesis" else None
        if key and not self.classic:
            self.values["type"] = key
            if wording.genre(key, tag) != value:
                self.values["type+an:own"] = notes.quoted(value)
        else:
            self.values["type"] = encode(value)
            if value in wording.GENRES:
                self.values["type+an:own"] = notes.quoted(value)

    def _other_forms(self, variable: str, prefix: str) -> None:
        if tags := self.divided.tags.get(variable):
            self.values[f"{prefix}lang"] = notes.of_tags(tags)
        others = self.divided.others.get(variable)
        for tag, form in sorted(others.items()) if others else ():
            if _is_nothing(form):
                continue
            if variable == "title" and self._is_plain_addition(tag, form):
                self.values["titleaddon"] = self._text("titleaddon", f"[{form}]")
            elif isinstance(form, str):
                self.values[f"{prefix}{tag}"] = notes.quoted(form)
            else:
                self.values[f"{prefix}{tag}"] = notes.of_names(form)

    def _is_plain_addition(self, tag: str, form: str) -> bool:
        """Whether a title's other form can stand in brackets behind it, and be known there by its script."""
        plain = not set(form) & set("[]") and form == form.strip()
        other = guess(self.main["title"], None)
        return (
            plain
            and guess(form, None) == tag
            and tag not in (other, "und")
            and "titleaddon" not in {*self.entry.custom, *self.values}
        )

    def _beside(self) -> None:
        """What no variable says, but programs ask for."""
        if subtype := table.subtype_of(self.entry.type or "document", self.kind):
            self.values["entrysubtype"] = subtype
        for field, sorting in SORTED_BY.items():
            value = self.values.get(field)
            if value and not self.classic and (form := sort_form(value)) != value:
                self.values[sorting] = form
            if value:
                break  # by the title are ordered those that nobody wrote
        self._unsaid_genre()
        self._note()
        name = language_name(self.own)
        if self.own != "und":
            self.values["langid"] = name or encode(self.own)
            if tag_of(self.values["langid"]) != self.own:
                self.values["langid+an:own"] = notes.quoted(self.own)
        if name:
            self.values["keywords"] = ", ".join(filter(None, (self.values.pop("keywords", ""), name)))

    def _unsaid_genre(self) -> None:
        if "genre" in self.main or self.kind not in wording.UNSAID:
            return
        if not self.classic:
            said = wording.UNSAID[self.kind]
            self.values["type"] = said.get(self.own, said["en"])
        self.values["type+an:own"] = notes.NOTHING

    def _note(self) -> None:
        """The note, with what biblatex prints nowhere else: an unpublished thesis, a date that is none to biber."""
        own, issued = self.main.get("note", ""), self.main.get("issued")
        more = []
        if self.kind == "thesis" and not self.classic:
            more.append(wording.unpublished(self.main.get("genre", ""), self.own))
        if isinstance(issued, Date) and not self.classic and (issued.calendar == "hijri" or not dates.iso(issued)):
            more.append(dates.printed(issued))
        added = [text for text in more if text and text not in own]
        if added and "note" in self.home:
            joint = "؛ " if self.own == "ar" else "; "
            self.values["note"] = encode(joint.join(filter(None, (own, *added))))
            self.values["note+an:own"] = notes.quoted(own) if own else notes.NOTHING

    def _custom(self) -> None:
        for name, value in self.entry.custom.items():
            if name == "entrytype" and table.CANONICAL.get(str(value), value) == self.kind:
                continue
            if isinstance(value, str) and value and _FIELD_NAME.fullmatch(name):
                text = guarded(value) if name in table.VERBATIM or "+an" in name else encode(value)
                self.values.setdefault(name, text)

    def _dressed(self) -> tuple[str, list[tuple[str, str]]]:
        """Entry type and fields as they are written: under the names of the profile, with their delimiters."""
        fields = {name: value for name, value in self.values.items() if value}
        kind = self.kind
        if self.classic:
            if kind == "thesis" and wording.key_of_genre(self.main.get("genre", "")) == "mathesis":
                kind = "mastersthesis"
            else:
                kind = {"thesis": "phdthesis", "report": "techreport"}.get(kind, kind)
            if kind == "misc" and "url" in fields:
                fields["howpublished"] = howpublished(fields.get("organization", ""), fields["url"])
            fields = {table.classic_name(name, self.kind): value for name, value in fields.items()}
        bare = _MONTHS if self.classic else ()
        return kind, [(name, value if value in bare else "{" + value + "}") for name, value in fields.items()]


@cache
def _order(kind: str, classic: bool) -> tuple[str, ...]:
    """The variables in the order of writing: those that an entry type has fields for, then the others."""
    home = table.fields_of(kind, strict=not classic)
    return (*home, *(name for name in Entry.variables() if name not in home and name != "type"))


def howpublished(body: str, url: str) -> str:
    """What plain.bst and its like print of a web page: who published it, and where."""
    return ", ".join(filter(None, (body, rf"\url{{{url}}}")))


def _is_nothing(value: Any) -> bool:
    """Whether a text has nothing that can be written: white space and controls only."""
    return isinstance(value, str) and not value[:1].isalnum() and not writable(value)
