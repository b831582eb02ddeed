"""A document from its bytes: what has to be mended first, pandoc, the walk through its tree, and places."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from refkit.errors import UnreadableFileError
from refkit.formats.bibliographies import read_named
from refkit.formats.csl_json.reading import read_library
from refkit.formats.documents import READERS, archives, inclusions, sources
from refkit.formats.documents.alignment import Aligned
from refkit.formats.documents.blocks import Walk
from refkit.formats.documents.inlines import Inlines, Node, plain
from refkit.formats.documents.linked_notes import with_notes
from refkit.formats.documents.places import Placing
from refkit.formats.documents.word_sources import sources as sources_of_word
from refkit.formats.files import decoded
from refkit.formats.files import read_bytes as content_on_disk
from refkit.formats.pandoc import convert
from refkit.formats.suppressions import Syntax, find_suppressions
from refkit.formats.text import from_lines
from refkit.keys import make_key
from refkit.kinds import ContentOf
from refkit.model import Document, Library, Repair, Suppression, Text
from refkit.settings import DEFAULT, Settings
from refkit.text import language, light

#: Formats in which live fields of Zotero, Mendeley and EndNote are citations.
_EXTENSIONS = {"docx": "docx+citations"}
#: What a document says before its first paragraph, in the order in which it is printed, and what it cites in silence.
_FRONT = ("title", "subtitle", "author", "date", "abstract", "nocite")


def read_bytes(
    data: bytes, path: str, settings: Settings = DEFAULT, content_of: ContentOf = content_on_disk
) -> Document:
    """Notes and reference lists of a document, each with its place; `content_of` gives what the files beside it hold.

    Raises `UnreadableFileError`, also where the extra `documents` is missing and no pandoc is on the PATH.
    """
    name = READERS[Path(path).suffix.lower()]
    try:
        if name in archives.DIALECTS:
            return _read_archive(data, path, name, settings)
        return _read_source(data, path, name, settings, content_of)
    except RecursionError:
        raise UnreadableFileError(f"{path}: its parts are nested too deeply") from None


def _read_archive(data: bytes, path: str, name: str, settings: Settings) -> Document:
    archive = archives.opened(data, path, name)
    walk, title, library, warnings = _walked(archive.data, path, name)
    placing = Placing(walk.spots, archives.labels(archive, walk))
    repairs = archives.restore(archive, walk, path)
    lines = from_lines(walk.finished(), path, name, title, settings)
    found = _placed(lines, [*warnings, *repairs], placing)
    if found.lists or library.references:
        # A list that was printed says what the paper lists; Word's sources may be more.
        return found.model_copy(update={"library": library})
    try:
        return found.model_copy(update={"library": sources_of_word(archive.parts, path)})
    except UnreadableFileError as error:
        remark = Repair(text="", reason=f"the sources of its citations are left out: {error}", place=found.start)
        return found.model_copy(update={"repairs": (*found.repairs, remark)})


def _read_source(data: bytes, path: str, name: str, settings: Settings, content_of: ContentOf) -> Document:
    content = decoded(data, path)
    name = sources.kind_of_xml(content.text, path) if name == "xml" else name
    whole = inclusions.gathered(content.text, name, path, content_of)
    source = sources.mended(whole.text, name, path)
    warnings = content.remarks
    walk, title, library, said = _walked(source.text.encode(), path, name, source)
    if name == "rtf" and (walk.nested or len(walk.definitions) < source.notes):
        flat = sources.without_tables(source.text)
        walk, title, library, said = _walked(flat.encode(), path, name, source)
    warnings += archives.put_last(walk, source.uncalled)
    if len(walk.definitions) < source.notes:
        warnings.append(f"notes marked in the file: {source.notes}; notes that pandoc gives: {len(walk.definitions)}")
    placing = Aligned(whole, walk.spots) if name in sources.LINED else Placing(walk.spots)
    found = _placed(from_lines(walk.finished(), path, name, title, settings), [*warnings, *said], placing)
    found = _with_others(_with_keys(found, source.numbers), whole, library)
    # The LaTeX of people is corrected in place; HTML and XML come from programs, which would write them anew.
    return found.model_copy(
        update={"sources": whole.texts if name == "latex" else {}, "suppressions": _suppressions(whole, name)}
    )


def _suppressions(whole: inclusions.Whole, name: str) -> tuple[Suppression, ...]:
    """What comments in the files of a manuscript allow."""
    syntax: Syntax | None = "percent" if name == "latex" else "html" if name in sources.XML else None
    if syntax is None:
        return ()
    several = len(whole.texts) > 1
    return tuple(
        each.model_copy(update={"place": each.place.model_copy(update={"path": path if several else None})})
        for path, text in whole.texts.items()
        for each in find_suppressions(text, syntax, path)
    )


def _with_keys(document: Document, numbers: Mapping[str, int]) -> Document:
    """The document whose numbered lines have the keys by which it cites them."""
    keys = {str(number): key for key, number in numbers.items()}
    if not keys:
        return document
    lists = tuple(
        found.model_copy(
            update={
                "references": tuple(
                    line.model_copy(update={"key": keys.pop(line.number or "", None)}) for line in found.references
                )
            }
        )
        for found in document.lists
    )
    return document.model_copy(update={"lists": lists})


def _with_others(document: Document, whole: inclusions.Whole, carried: Library) -> Document:
    """The document with what stands in other files: the libraries that it names beside its own, and its chapters."""
    named = read_named(whole.names)
    entries = named.entries | {entry.key: entry for entry in carried.references}
    return document.model_copy(
        update={
            "library": Library(references=tuple(entries.values())),
            "failures": (*document.failures, *named.failures),
            "repairs": (*document.repairs, *whole.repairs, *named.repairs),
            "files": tuple(whole.texts) if len(whole.texts) > 1 else (),
        }
    )


class _Walked(NamedTuple):
    """The walk through a document's tree, its title, the entries that it carries, and what pandoc warned of."""

    walk: Walk
    title: Text | None
    library: Library
    warnings: tuple[str, ...]


def _walked(data: bytes, path: str, name: str, source: sources.Source | None = None) -> _Walked:
    output = convert(data, _EXTENSIONS.get(name, name), "json", path)
    tree = json.loads(output.text)
    meta = tree["meta"]
    library = _library(meta, path)
    keys: dict[str, str] = {}
    if name == "docx":
        library, keys = _renamed(library)
    walk = Walk(source.linked, source.listed) if source else Walk(keys=keys)
    # An e-book prints its title page itself.
    for key in _FRONT if name != "epub" else ():
        for value in _values(meta.get(key)):
            _front(walk, key, value)
    walk.blocks(with_notes(tree["blocks"]) if name in ("html", "epub") else tree["blocks"])
    unread = tuple(f"an entry of a citation was not understood: {failure.reason}" for failure in library.failures)
    return _Walked(walk, _title(meta), library, (*output.warnings, *unread))


def _renamed(library: Library) -> tuple[Library, dict[str, str]]:
    """The entries of live citations under keys that say something, by their old ones: ITEM-1 is one in each file."""
    taken: set[str] = set()
    keys = {entry.key: make_key(entry, taken) for entry in library.references}
    entries = tuple(entry.model_copy(update={"key": keys[entry.key]}) for entry in library.references)
    return library.model_copy(update={"references": entries}), keys


def _values(value: Node | None) -> list[Node]:
    """The values of a field of the metadata, lists and maps of them taken apart."""
    if value is None:
        return []
    content = value["c"]
    if value["t"] == "MetaList":
        return [inner for member in content for inner in _values(member)]
    if value["t"] == "MetaMap":
        return [inner for member in content.values() for inner in _values(member)]
    return [value]


def _front(walk: Walk, key: str, value: Node) -> None:
    if value["t"] == "MetaBlocks":
        walk.blocks(value["c"])
    elif value["t"] == "MetaInlines":
        inlines = value["c"]
        heading = key == "title" and any(map(str.isalpha, plain(inlines)))
        walk.blocks([{"t": "Header", "c": [1, [], inlines]} if heading else {"t": "Para", "c": inlines}])


def _placed(document: Document, remarks: Sequence[str], placing: Placing) -> Document:
    found = placing.placed(document)
    repairs = tuple(Repair(text="", reason=remark, place=found.start) for remark in remarks)
    return found.model_copy(update={"repairs": repairs})


def _title(meta: Mapping[str, Any]) -> Text | None:
    """The title in the metadata, one form a language; a hard break may divide two."""
    titles = [part for value in _values(meta.get("title")) if value["t"] == "MetaInlines" for part in _rows(value["c"])]
    forms: dict[str, str] = {}
    for title in map(light, titles):
        if any(map(str.isalpha, title)):
            forms.setdefault(language(title), title.strip(" :*"))
    return Text(forms) if forms else None


def _rows(inlines: Sequence[Node]) -> list[str]:
    return [row.text for row in Inlines(lambda _: "").rows(inlines)]


def _library(meta: Mapping[str, Any], path: str) -> Library:
    """The entries that live citation fields and the metadata carry, as CSL-JSON."""
    items = _as_data(meta["references"]) if "references" in meta else []
    known = [item for item in items if isinstance(item, dict) and len(item) > 1]
    return read_library(json.dumps(known), path) if known else Library()


def _as_data(value: Node) -> Any:
    """Metadata as plain data."""
    kind, content = value["t"], value["c"]
    if kind == "MetaMap":
        return {key: _as_data(member) for key, member in content.items()}
    if kind == "MetaList":
        return [_as_data(member) for member in content]
    if kind == "MetaInlines":
        return plain(content)
    if kind == "MetaBlocks":
        return " ".join(plain(block["c"]) for block in content if block["t"] in ("Plain", "Para"))
    return content
