"""CSL-JSON to entries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from refkit.characters import encodable
from refkit.errors import UnreadableFileError
from refkit.explain import explain
from refkit.formats.bilingual import merged
from refkit.formats.collector import paused
from refkit.formats.csl_json.dates import read_date, written_date
from refkit.formats.csl_json.variables import OLD_NAMES, PARTS, VARIABLES
from refkit.formats.languages import read_language
from refkit.formats.regions import regions_of
from refkit.keys import unique
from refkit.model import Date, Entry, Failure, Library, NameForm, Place, Repair

_NAMES, _TEXTS = frozenset(Entry.NAMES), frozenset(Entry.TEXTS)
_DATES, _PLAIN = frozenset(Entry.DATES), frozenset(Entry.PLAIN)
_NOCASE = re.compile(r"<span class=\"nocase\">(.*?)</span>", re.DOTALL)
_SPACE = re.compile(r"[\s,]*")


@paused()
def read_library(text: str, path: str) -> Library:
    """The items of a CSL-JSON file: a list, an object with the list under `items` or `references`, or one item."""
    entries: list[Entry] = []
    failures: list[Failure] = []
    repairs: list[Repair] = []
    taken: set[str] = set()
    starts: dict[str, int] = {}
    for position, (line, item) in enumerate(_items(text, path), 1):
        if not isinstance(item, dict):
            failures.append(
                Failure(text=_shown(item), reason=f"item {position}: not an object", place=Place(line=line))
            )
            continue
        key, faults = _key(item, position, taken)
        try:
            entries.append(Entry.model_validate({"key": key, **_record(item, faults)}))
            starts[key] = line
        except ValidationError as error:
            failures.append(
                Failure(text=_shown(item), reason=f"item {key}: {explain(error, Entry)}", place=Place(line=line))
            )
        repairs += [Repair(text=_shown(item), reason=fault, place=Place(line=line)) for fault in faults]
    others = [each.place.line or 1 for each in failures]
    return Library(
        references=tuple(entries),
        failures=tuple(failures),
        repairs=tuple(repairs),
        places=regions_of(starts, others, text, path),
    )


def _key(item: Mapping[str, Any], position: int, taken: set[str]) -> tuple[str, list[str]]:
    """The key of an item, and what is to be said if it is not its id."""
    given = _text(item.get("id")) or ""
    key = unique("_".join(given.split()) or f"item-{position}", taken)
    if key == given:
        return key, []
    shown = _shown(item.get("id"))
    wrong = f"id {shown} has spaces or stands there twice" if given.strip() else f"id {shown} is no key"
    wrong = wrong if "id" in item else "an item without id"
    return key, [f"item {position}: {wrong}; called {key}"]


def _shown(item: Any) -> str:
    """The beginning of an item, for a report."""
    try:
        return json.dumps(item, ensure_ascii=False)[:200]
    except RecursionError:  # json reads a little deeper than it writes
        return "an item nested too deep to show"


def _items(text: str, path: str) -> Iterator[tuple[int, Any]]:
    """Each item with the line that it begins in."""
    decoder = json.JSONDecoder()
    # A surrogate alone stands in a text only behind \\u, or as itself.
    cleaned = _clean if "\\u" in text or encodable(text) != text else _as_it_is
    try:
        at = _skip(text, 0)
        if not text.startswith("[", at):
            for item in _listed(json.loads(text), path):
                yield 1, cleaned(item)
            return
        at, line, counted = _skip(text, at + 1), 1, 0
        while not text.startswith("]", at):
            item, end = decoder.raw_decode(text, at)
            line, counted = line + text.count("\n", counted, at), at
            yield line, cleaned(item)
            at = _skip(text, end)
        if text[at + 1 :].strip():
            raise UnreadableFileError(f"{path}: not CSL-JSON: text after the list")
    except json.JSONDecodeError as error:
        raise UnreadableFileError(f"{path}:{error.lineno}: not JSON: {error.msg}") from None
    except (RecursionError, ValueError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else error
        raise UnreadableFileError(f"{path}: not JSON: {reason}") from None


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _listed(data: Any, path: str) -> Iterable[Any]:
    found = (
        next((data[name] for name in ("items", "references") if name in data), [data])
        if isinstance(data, dict)
        else None
    )
    if not isinstance(found, list) or (found == [data] and not data.keys() & {"id", "type", "title"}):
        raise UnreadableFileError(f"{path}: CSL-JSON is a list of items")
    return found


def _as_it_is(value: Any) -> Any:
    return value


def _clean(value: Any) -> Any:
    """Text that UTF-8 can hold."""
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    return {_clean(key): _clean(item) for key, item in value.items()} if isinstance(value, dict) else value


def _record(item: Mapping[str, Any], faults: list[str]) -> dict[str, Any]:
    """The variables of an item, for `Entry.model_validate`; to `faults` is added what was dropped."""
    extra = item.get("custom")
    custom = {**extra} if isinstance(extra, dict) else {} if extra is None else {"custom": extra}
    more = custom.pop("refkit", None)
    more = more if isinstance(more, dict) else {}
    main: dict[str, Any] = {}
    if "department" not in item and isinstance(custom.get("department"), str):
        main["department"] = custom.pop("department")
    language = read_language(_text(item.get("language")) or "") or None
    for name, value in item.items():
        new = OLD_NAMES.get(name, name)
        variable = VARIABLES.get(new) if new == name or item.get(new) in (None, "", value) else None
        if name in ("id", "custom", "language", "type") or value in (None, "", [], {}):
            continue
        read = _READ.get(variable or "")
        understood = read(value) if read else None
        if variable is None or understood is None:
            custom[name] = value
        else:
            main[variable] = understood
    _own_dates(main, more)
    more = _without_other_names(main, more, faults)
    others = {
        variable: forms
        for name, given in more.items()
        if (variable := VARIABLES.get(name)) and (forms := _forms(variable, given))
    }
    tags = {variable: tag for name, tag in _mapping(more, "languages").items() if (variable := VARIABLES.get(name))}
    values = merged(main, {name: tag for name, tag in tags.items() if _fits(tag, main.get(name))}, others, language)
    if "type" in item:
        values["type"] = _text(item["type"])
    if language:
        values["language"] = language
    return {**values, "custom": custom} if custom else values


def _without_other_names(main: Mapping[str, Any], more: Mapping[str, Any], faults: list[str]) -> dict[str, Any]:
    """What refkit wrote under custom, without the forms of people whose names have changed or changed places since."""
    changed = [
        name
        for name, written in _mapping(more, "names").items()
        if (variable := VARIABLES.get(name)) in _NAMES
        and [form.parts for form in main.get(variable or "", ())] != written
    ]
    faults += [f"{name}: the names have changed since the export; their other forms are left out" for name in changed]
    languages = {name: tag for name, tag in _mapping(more, "languages").items() if name not in changed}
    return {**{name: given for name, given in more.items() if name not in changed}, "languages": languages}


def _mapping(more: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = more.get(name)
    return found if isinstance(found, dict) else {}


def _fits(tag: Any, value: Any) -> bool:
    """Whether a language is given as one for a text, or one for each name."""
    if isinstance(value, list):
        return isinstance(tag, list) and len(tag) == len(value) and all(isinstance(one, str) for one in tag)
    return isinstance(tag, str)


def _own_dates(main: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Put in dates that an item cannot say whole, unless somebody has changed what it does say."""
    for name, given in _mapping(more, "dates").items():
        variable = VARIABLES.get(name)
        try:
            date = Date.model_validate(given)
        except ValidationError:
            continue
        if variable in _DATES and (variable not in main or read_date(written_date(date)) == main[variable]):
            main[variable or ""] = date


def _forms(variable: str, given: Any) -> dict[str, Any]:
    """The other forms of a variable, by language, of what custom.refkit says; what has another shape is passed over."""
    if not isinstance(given, dict):
        return {}
    if variable in _TEXTS:
        return {tag: form for tag, form in given.items() if isinstance(form, str)}
    if variable in _NAMES:
        return {
            tag: [_name(form) if form else None for form in forms]
            for tag, forms in given.items()
            if isinstance(forms, list)
        }
    return {}


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return _NOCASE.sub(r"\1", value) if "<span" in value else value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def _names(value: Any) -> list[NameForm] | None:
    found = [_name(one) for one in value] if isinstance(value, list) else [None]
    names = [name for name in found if name]
    return names if len(names) == len(found) else None


def _name(value: Any) -> NameForm | None:
    """A name of known parts; None for what has others that say something, or none."""
    if isinstance(value, str):
        return NameForm(literal=value) if value.strip() else None
    if not isinstance(value, dict) or not all(isinstance(part, str) for name, part in value.items() if name in PARTS):
        return None
    parts = {PARTS[name]: part for name, part in value.items() if name in PARTS and part}
    told = all(name in PARTS or not item or item is True for name, item in value.items())
    return NameForm(**parts) if told and parts.keys() & {"family", "given", "literal"} else None


_READ: dict[str, Any] = {
    **dict.fromkeys(_NAMES, _names),
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(_PLAIN, _text),
    **dict.fromkeys(_DATES, read_date),
}
