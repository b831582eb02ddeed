"""The bilingual library file: YAML with one entry a work, each text and name in as many languages as are known."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from refkit.characters import encodable, one_line
from refkit.errors import UnreadableFileError
from refkit.formats.collector import paused
from refkit.formats.regions import regions_of
from refkit.formats.suppressions import find_suppressions
from refkit.kinds import Format
from refkit.model import Entry, Failure, Library, Place
from refkit.settings import Export

#: First line of a library file: editors complete and check the file by the schema that it names.
SCHEMA_LINE = "# yaml-language-server: $schema={schema}\n"
_SCHEMA = "schema/references.schema.json"
#: Aliases can make a small file a huge one: reading stops at so many values.
_MOST_VALUES = 5_000_000
_LONGEST_NUMBER = 4_000
#: What only double quotes bring through unchanged: line ends, controls, and a : or ? at the head in {…}.
_FRAGILE = re.compile("^[:?]|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_KEY = re.compile(r"[\s-]*(?:\{\s*key:([^,}]+)|key:(.+))")
_DASH = re.compile(r"(\s*)-\s")
#: No entry has its key so far below its first field.
_MOST_FIELDS = 200
_WIDTH = 120


@paused()
def read_library(text: str, path: str) -> Library:
    """The entries of a library file; what the model does not take is a `Failure` naming entry and field."""
    data = load(text, path)
    records = data.get("references") if isinstance(data, dict) else None
    if not isinstance(records, list):
        raise UnreadableFileError(f"{path}: a library has a list under the key “references”")
    entries: list[Entry] = []
    failures: list[Failure] = []
    seen: dict[str, str] = {}
    starts: dict[str, int] = {}
    lines = _key_lines(text)
    for position, record in enumerate(records, 1):
        key = str(record.get("key", "")) if isinstance(record, dict) else ""
        label = f"entry {key or position}"
        place = lines[key].pop(0) if lines.get(key) else (1, key)
        try:
            entry = Entry.model_validate(record)
        except ValidationError as error:
            from refkit.explain import explain

            failures.append(_failure(f"{label}: {explain(error, Entry)}", *place))
            continue
        if key.casefold() in seen:
            reason = f"{label}: key: used twice (as {seen[key.casefold()]!r} before)"
            failures.append(_failure(reason, *place))
            continue
        seen[key.casefold()] = key
        starts[entry.key] = place[0]
        entries.append(entry)
    return Library(
        references=tuple(entries),
        failures=tuple(failures),
        places=regions_of(*_starts(text, starts, failures), text, path),
        suppressions=find_suppressions(text, "hash", path),
    )


def _starts(text: str, starts: Mapping[str, int], failures: Sequence[Failure]) -> tuple[dict[str, int], list[int]]:
    """The lines that entries begin in, by those of their keys: that of the dash, where `key` is not the first field."""
    rows = text.split("\n")

    def begin(line: int) -> int:
        row = rows[line - 1]
        indent = len(row) - len(row.lstrip())
        above = range(line, max(line - _MOST_FIELDS, 0), -1)
        heads = (at for at in above if (dash := _DASH.match(rows[at - 1])) and (at == line or len(dash[1]) < indent))
        return next(heads, line)

    return {key: begin(line) for key, line in starts.items()}, [begin(each.place.line or 1) for each in failures]


def load(text: str, path: str) -> Any:
    """The data of a YAML text: dates as ISO text; `UnreadableFileError` in one line for what is no YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return _plain(YAML(typ="safe", pure=True).load(text), [_MOST_VALUES])
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f":{mark.line + 1}" if mark else ""
        raise UnreadableFileError(f"{path}{line}: not YAML: {one_line(str(error.problem or error.context))}") from None
    # The loader lets through what its own constructors stumble on: `!!bool x`, `!!int ''`, "\\UFFFFFFFF".
    except (YAMLError, ValueError, LookupError, OverflowError, RecursionError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UnreadableFileError(f"{path}: not YAML: {reason}") from None


def _plain(value: Any, budget: list[int]) -> Any:
    """The data with dates as ISO text, and only what UTF-8 can hold; refuses more values than a library can have."""
    budget[0] -= 1
    if budget[0] < 0:
        raise ValueError(f"more than {_MOST_VALUES} values")
    if isinstance(value, dict):
        return {str(key): _plain(item, budget) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, budget) for item in value]
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if isinstance(value, str):
        return encodable(value)
    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        raise ValueError("a number with thousands of digits")
    return value


def _key_lines(text: str) -> dict[str, list[tuple[int, str]]]:
    """Where each key stands, in the order of the file, as far as lines show it (`- key: …`, `- {key: …, `)."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        match = _KEY.match(line)
        if match:
            found.setdefault((match.group(1) or match.group(2)).strip(" \"'"), []).append((number, line.strip()))
    return found


def _failure(reason: str, line: int, text: str) -> Failure:
    return Failure(text=text, reason=one_line(reason), place=Place(line=line))


@paused()
def write_library(library: Library, export: Export) -> str:
    """The library as YAML, entries in order, keys in the order of the model, short values on one line."""
    records = [_record(entry) for entry in _in_language(library, export).references]
    return SCHEMA_LINE.format(schema=_SCHEMA) + _dumped({"references": records})


def _in_language(library: Library, export: Export) -> Library:
    if export.language == "both":
        return library
    from refkit.formats.bilingual import in_one_language

    return Library(references=tuple(in_one_language(entry, export.language) for entry in library.references))


@paused()
def update_library(old: str, library: Library, export: Export) -> str:
    """The library in the place of an old one: entries and variables that are the same keep their lines and comments."""
    from ruamel.yaml.error import YAMLError

    library = _in_language(library, export)
    try:
        data = _round_trip().load(old)
        records = {record["key"]: record for record in data["references"]}
        references = data["references"]
        before = {entry.key: entry for entry in read_library(old, "").references}
    except (YAMLError, UnreadableFileError, ValueError, LookupError, TypeError, RecursionError):
        return write_library(library, Export())  # what stands there is no library
    kept = [records.get(entry.key) for entry in library.references]
    for at, (entry, record) in enumerate(zip(library.references, kept, strict=True)):
        if record is None:
            kept[at] = _record(entry)
        elif before.get(entry.key) != entry:
            _change(record, _record(entry))
    if [id(record) for record in kept] != [id(record) for record in references]:
        references[:] = kept
    return _dumped(data)


def _change(record: Any, wanted: Any) -> None:
    """Set, in an old record, the variables that differ from the wanted one, and take out those that it has not."""
    for name in [name for name in record if name not in wanted]:
        del record[name]
    for position, (name, value) in enumerate(wanted.items()):
        if name not in record:
            record.insert(min(position, len(record)), name, value)
        elif _plain(record[name], [_MOST_VALUES]) != _plain(value, [_MOST_VALUES]):
            record[name] = value


def _round_trip() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.width = _WIDTH
    yaml.allow_unicode = True
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(data: Any) -> str:
    stream = io.StringIO()
    _round_trip().dump(data, stream)
    return stream.getvalue()


def _record(entry: Entry) -> Any:
    from ruamel.yaml.comments import CommentedMap

    dumped = entry.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    record = CommentedMap({"key": dumped.pop("key")})
    for name, value in dumped.items():
        record[name] = [_in_line(item) for item in value] if isinstance(value, list) else _in_line(value)
    return record


def _in_line(value: Any) -> Any:
    """Mappings that fit into one line stand in one line."""
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, str) and _FRAGILE.search(value):
        return DoubleQuotedScalarString(value)
    if not isinstance(value, dict):
        return value
    made = CommentedMap({key: _in_line(item) for key, item in value.items()})
    if len(str(value)) <= _WIDTH - 30 and not any(isinstance(item, dict) for item in value.values()):
        made.fa.set_flow_style()
    return made


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a library file, generated from the model."""
    schema = Library.model_json_schema(by_alias=True)
    for name in ("failures", "repairs", "places", "suppressions"):
        schema["properties"].pop(name)
    for name in ("Failure", "Repair", "Place", "Region", "Suppression"):
        schema["$defs"].pop(name)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "refkit library"}


FORMAT = Format(
    name="yaml",
    suffixes=(".yaml", ".yml"),
    summary="the bilingual library: entries with every text and name in Arabic and English",
    read_library=read_library,
    write_library=write_library,
    update_library=update_library,
)
