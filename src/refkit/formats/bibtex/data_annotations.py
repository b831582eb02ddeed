"""biblatex's data annotations, `title+an:en = {="…"}`: where a .bib file keeps what its fields have no room for.

Every program that reads .bib files takes them for fields that it does not know. Three kinds are written:
`journaltitle+an:en` holds another form of what the field holds; `journaltitle+an:own` what the entry says where
the field has to say something else; `title+an:department` and `title+an:department:en` a variable that the entry type
has no field for. `…+an:lang` names the languages of the main forms where their script does not tell, `…+an:parts` the
parts of names that BibTeX would divide otherwise (ابن as a particle, a family name of several words alone).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from refkit.formats.bibtex import table
from refkit.formats.bibtex.latex import decode, encode, writable
from refkit.formats.bibtex.names import is_plain, read_names, write_names
from refkit.model import Date, Entry, NameForm
from refkit.model.base import csl_spelling

_Model = TypeVar("_Model", Date, NameForm)
_NAMES, _TEXTS, _DATES = frozenset(Entry.NAMES), frozenset(Entry.TEXTS), frozenset(Entry.DATES)
_VARIABLES = {csl_spelling(name): name for name in (*Entry.NAMES, *Entry.TEXTS, *Entry.DATES, *Entry.PLAIN)}
_BY_LOWER = {name.lower(): variable for name, variable in _VARIABLES.items()}
_ITEM = re.compile(r"\s*(?:(\d+)\s*)?=\s*(?:\"(.*)\"|([^\"]*))\s*", re.DOTALL)
#: The field that variables without one are put beside.
ANCHOR = "title"
#: biber divides annotations at each semicolon, also within quotes.
_SEMICOLON = r"\symbol{59}"


def quoted(text: str) -> str:
    """A literal annotation of a text, without its number: `="…"`."""
    return f'="{encode(text).replace(";", _SEMICOLON)}"'


def of_names(forms: Sequence[NameForm | None]) -> str:
    """One annotation for each name that has a form, by its number in the list."""
    items = ((number, _of_name(form)) for number, form in enumerate(forms, 1) if form is not None)
    return "; ".join(f'{number}="{text.replace(";", _SEMICOLON)}"' for number, text in items)


def of_parts(forms: Sequence[NameForm]) -> str:
    """The parts of the names that are not read as they were, each by its number; '' if there are none."""
    return of_names([None if is_read_back(form) else form for form in forms])


def is_read_back(form: NameForm) -> bool:
    """Whether BibTeX's form of a name says all its parts, but for white space."""
    if is_plain(form):
        return True
    found = read_names(write_names([form]))
    return len(found) == 1 and (found[0] == form or _bare(found[0]) == _bare(form))


def _bare(form: NameForm) -> list[str]:
    return [writable(part or "") for part in form.model_dump().values()]


def _of_name(form: NameForm) -> str:
    return write_names([form]) if is_read_back(form) else _json(form)


def _json(value: Date | NameForm) -> str:
    return encode(json.dumps(value.model_dump(mode="json", exclude_none=True), ensure_ascii=False))


def _from_json(model: type[_Model], text: str) -> _Model | None:
    try:
        return model.model_validate(json.loads(decode(text)))
    except (ValueError, ValidationError, RecursionError):
        return None


def of_tags(tags: str | Sequence[str]) -> str:
    """The languages of a text, or of each name of a list."""
    return f"={tags}" if isinstance(tags, str) else ";".join(f"{number}={tag}" for number, tag in enumerate(tags, 1))


def of_value(value: Any) -> str:
    """A variable's main form as an annotation: text, plain value, date or names."""
    if isinstance(value, str):
        return quoted(value)
    text = _json(value) if isinstance(value, Date) else write_names(value)
    return f'="{text.replace(";", _SEMICOLON)}"'


class Annotations:
    """The annotations of one entry as they are read."""

    def __init__(self) -> None:
        self.others: dict[str, dict[str, Any]] = {}
        self.tags: dict[str, Any] = {}
        self.own: dict[str, Any] = {}
        self.alone: dict[str, Any] = {}
        self.parts: dict[str, dict[int, NameForm]] = {}

    def read(self, name: str, raw: str, variables: Mapping[str, str]) -> bool:
        """Take over one annotation; False if it is none of refkit's."""
        field, _, what = name.partition("+an:")
        first, _, rest = what.partition(":")
        variable = variables.get(table.ALIASES.get(field, field))
        into = self.own
        if field == ANCHOR and first in _BY_LOWER:
            variable, what, into = _BY_LOWER[first], rest or "own", self.alone
        items = list(_items(raw))
        if variable is None or not items or not what:
            return False
        if what == "own":
            return self._value(into, variable, items)
        if what == "lang":
            self.tags[variable] = [item for _, item in items] if variable in _NAMES else items[0][1]
        elif what == "parts" and variable in _NAMES:
            self.parts[variable] = {
                number: form for number, item in items if (form := _from_json(NameForm, item or ""))
            }
        elif variable in _TEXTS:
            self.others.setdefault(variable, {})[_tag(what)] = decode(items[0][1] or "")
        elif variable in _NAMES:
            self.others.setdefault(variable, {})[_tag(what)] = items
        else:
            return False
        return True

    def _value(self, into: dict[str, Any], variable: str, items: list[tuple[int, str | None]]) -> bool:
        text = items[0][1]
        if variable in _NAMES:
            into[variable] = read_names(text or "")
        elif text is None or variable not in _DATES:
            into[variable] = decode(text) if text is not None else None
        else:
            date = _from_json(Date, text)
            if date is None:
                return False
            into[variable] = date
        return True

    def forms(self, variable: str, count: int) -> dict[str, Any]:
        """The other forms of a variable, by language; those of names for a list of so many."""
        found = self.others.get(variable, {})
        if variable not in _NAMES:
            return found
        return {tag: list(_numbered(items, count)) for tag, items in found.items() if isinstance(items, list)}


#: The annotation of a field that says more than the entry.
NOTHING = "=none"


def _tag(what: str) -> str:
    """A language tag in its conventional case, which the name of a field does not keep: ar-Latn, en-GB."""
    head, *rest = what.split("-")
    return "-".join([head, *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def _items(raw: str) -> Iterable[tuple[int, str | None]]:
    """The annotations of a field: number in the list, 0 for the whole field, and what is said; None for `NOTHING`."""
    for item in raw.split(";"):
        if match := _ITEM.fullmatch(item):
            said = match[2] if match[2] is not None else match[3]
            yield int(match[1] or 0), None if match[0].strip() == NOTHING else said


def _numbered(items: list[tuple[int, str | None]], count: int) -> Iterable[NameForm | None]:
    by_number = dict(items)
    whole = by_number.get(0)
    if not whole:
        for number in range(1, count + 1):
            said = by_number.get(number) or ""
            found = _from_json(NameForm, said) if said.startswith(_OBJECT) else None
            yield found or next(iter(read_names(said)), None)
    else:
        yield from read_names(whole)


#: What an object of JSON begins with once it is written.
_OBJECT = encode("{") + '"'
