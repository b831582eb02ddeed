"""Files that are zip archives: Word, ODT, EPUB. What they unpack to is limited, and no note of theirs is lost."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from refkit.characters import one_line
from refkit.errors import UnreadableFileError
from refkit.formats.documents.blocks import Walk
from refkit.formats.documents.markup import Dialect, note_texts, opened_up, parsed
from refkit.formats.documents.places import opening
from refkit.formats.documents.word_sources import PART as SOURCES

#: What a document may unpack to, its pictures included, and one of its parts of text, in bytes.
_MAX_UNPACKED = 500_000_000
_MAX_PART = 60_000_000
_MOST_SOURCES = 100
_SIGNATURES = {
    b"%PDF": "a PDF, whatever its name says",
    b"\xd0\xcf\x11\xe0": "an old Word file, or one with a password; save it as .docx without a password",
    b"{\\rtf": "an RTF file; name it .rtf",
}
_DELETED = re.compile(
    rb"<w:(del|moveFrom)\s[^<>]*(?<!/)>.*?</w:\1>|<text:tracked-changes>.*?</text:tracked-changes>", re.DOTALL
)
_BIBLIOGRAPHIES = rb"ZOTERO_BIBL|CSL_BIBLIOGRAPHY|EN\.REFLIST"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

WORD = Dialect(
    body="word/document.xml",
    paragraphs=(f"{_W}p",),
    boxes=(f"{_MC}AlternateContent", f"{_W}pict", f"{_W}drawing"),
    contents=(f"{_W}txbxContent",),
    alternatives=(f"{_MC}Fallback",),
    transparent=(f"{_W}fldSimple", f"{_W}customXml"),
    needs=re.compile(rb"<w:txbxContent\b|<w:fldSimple\b|<w:customXml\b|" + _BIBLIOGRAPHIES),
    note_parts=("word/footnotes.xml", "word/endnotes.xml"),
    notes=(f"{_W}footnote", f"{_W}endnote"),
    markers=(f"{_W}footnoteReference", f"{_W}endnoteReference"),
    deleted=(f"{_W}del", f"{_W}moveFrom"),
    words=(f"{_W}t",),
    kind=f"{_W}type",
    name=f"{_W}id",
    count=re.compile(rb"<w:(?:footnote|endnote)\s(?![^<>]*w:type=\"(?:s|continuation)[^<>]*>)"),
    series=re.compile(rb"<w:(?P<series>footnote|endnote)Reference\b"),
    # The printed bibliography of live citations, which pandoc would leave out.
    printed=re.compile(_BIBLIOGRAPHIES),
)
ODT = Dialect(
    body="content.xml",
    paragraphs=(f"{_TEXT}p", f"{_TEXT}h"),
    boxes=tuple(f"{_DRAW}{name}" for name in ("frame", "custom-shape", "rect", "ellipse", "g")),
    contents=(f"{_DRAW}text-box", f"{_DRAW}custom-shape", f"{_DRAW}rect", f"{_DRAW}ellipse"),
    alternatives=(),
    transparent=(f"{_TEXT}ruby", f"{_TEXT}ruby-base"),
    needs=re.compile(rb"<draw:(?:text-box|custom-shape|rect|ellipse)\b|<text:ruby\b"),
    note_parts=("content.xml",),
    notes=(f"{_TEXT}note",),
    markers=(f"{_TEXT}note",),
    deleted=(f"{_TEXT}tracked-changes",),
    words=(),
    kind="",
    name=f"{_TEXT}id",
    count=re.compile(rb"<text:note\s"),
    series=re.compile(rb"<text:note\s[^<>]*text:note-class=\"(?P<series>footnote|endnote)\""),
)
DIALECTS: Mapping[str, Dialect | None] = {"docx": WORD, "odt": ODT, "epub": None}


class Archive(NamedTuple):
    """The bytes for pandoc, and the parts that hold notes, what calls them, and sources of citations."""

    data: bytes
    dialect: Dialect | None
    parts: Mapping[str, bytes]


def opened(data: bytes, path: str, name: str) -> Archive:
    """An archive within its limits, its text boxes opened up, which pandoc passes over.

    Raises `UnreadableFileError` in one line for what is no such archive, damaged or too large.
    """
    for signature, said in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableFileError(f"{path}: {said}")
    dialect = DIALECTS[name]
    wanted = {dialect.body, *dialect.note_parts} if dialect else set()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive, path)
            parts = {part: _part(archive, part, path) for part in wanted & set(archive.namelist())}
            parts |= _sources(archive, path) if dialect is WORD else {}
            if dialect and dialect.body in parts and dialect.needs.search(parts[dialect.body]):
                parts[dialect.body] = opened_up(parts[dialect.body], dialect, path)
                data = _replaced(archive, dialect.body, parts[dialect.body])
    # All that zipfile raises for damaged archives, methods that it does not know (NotImplementedError) and offsets
    # that no file has (ValueError, OSError).
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, NotImplementedError, ValueError) as error:
        raise UnreadableFileError(f"{path}: damaged, or no {name} file: {_one_line(error)}") from None
    except RuntimeError:
        raise UnreadableFileError(f"{path}: it is protected by a password") from None
    if dialect and dialect.body not in parts:
        raise UnreadableFileError(f"{path}: no {name} file: there is no {dialect.body} in it")
    return Archive(data, dialect, parts)


def _one_line(error: Exception) -> str:
    return one_line(str(error))[:120] or type(error).__name__


def _check_sizes(archive: zipfile.ZipFile, path: str) -> None:
    """Whether it unpacks to no more than is sane. An archive that lies about it fails when it is unpacked."""
    members = archive.infolist()
    text = [member.file_size for member in members if member.filename.endswith((".xml", ".xhtml", ".html", ".rels"))]
    if sum(member.file_size for member in members) > _MAX_UNPACKED or max(text, default=0) > _MAX_PART:
        raise UnreadableFileError(
            f"{path}: unpacks to more than {_MAX_UNPACKED // 1_000_000} MB, or a part of it to more than "
            f"{_MAX_PART // 1_000_000} MB"
        )


def _part(archive: zipfile.ZipFile, name: str, path: str) -> bytes:
    """A part of text, not more of it than the limit; documents define no entities."""
    with archive.open(name) as stream:
        content = stream.read(_MAX_PART + 1)
    if len(content) > _MAX_PART:
        raise UnreadableFileError(f"{path}: unpacks to more than it says")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableFileError(f"{path}: its XML defines entities, which are not read")
    return content


def _sources(archive: zipfile.ZipFile, path: str) -> dict[str, bytes]:
    """The parts in which sources of citations may stand; one that is not as it should be says nothing of the text."""
    found = {}
    for name in list(filter(SOURCES.fullmatch, archive.namelist()))[:_MOST_SOURCES]:
        with suppress(UnreadableFileError):
            found[name] = _part(archive, name, path)
    return found


def _replaced(archive: zipfile.ZipFile, changed: str, content: bytes) -> bytes:
    """The archive with one part changed, without its pictures."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as copy:
        for member in archive.infolist():
            if member.filename == changed:
                copy.writestr(changed, content)
            elif member.filename.endswith((".xml", ".rels")) or member.filename == "mimetype":
                copy.writestr(member.filename, archive.read(member))
    return out.getvalue()


def labels(archive: Archive, walk: Walk) -> list[str]:
    """What the file prints for its notes, in their order, where it has footnotes and endnotes: 1, 2 and i, ii."""
    if not archive.dialect:
        return []
    body = _DELETED.sub(b"", archive.parts[archive.dialect.body])
    series = [match["series"] for match in archive.dialect.series.finditer(body)]
    if len(set(series)) < 2 or len(series) != len(walk.definitions):
        return []
    counts = Counter[bytes]()
    found = []
    for each in series:
        counts[each] += 1
        found.append(_roman(counts[each]) if each == b"endnote" else str(counts[each]))
    return found


def _roman(number: int) -> str:
    """A number as Word and LibreOffice write those of endnotes: iv."""
    written = ""
    for value, sign in _ROMAN:
        written += sign * (number // value)
        number %= value
    return written


def restore(archive: Archive, walk: Walk, path: str) -> list[str]:
    """Put notes of the file that the walk did not meet at its end; what is said of them, and of deleted ones."""
    dialect = archive.dialect
    if not dialect:
        return []
    parts = [archive.parts[name] for name in dialect.note_parts if name in archive.parts]
    if sum(len(dialect.count.findall(part)) for part in parts) == len(walk.definitions):
        return []
    trees = [parsed(part, path) for part in parts]
    body = trees[0] if dialect.body in dialect.note_parts else parsed(archive.parts[dialect.body], path)
    texts = note_texts(trees, body, dialect)
    lost = _not_met(walk, texts.kept)
    # A live citation reads otherwise than its field shows: notes are lost only as far as there are too few.
    lost = lost[-max(len(texts.kept) - len(walk.definitions), 0) :] if len(texts.kept) > len(walk.definitions) else []
    remarks = put_last(walk, lost)
    if texts.deleted:
        stand = "note stands" if texts.deleted == 1 else "notes stand"
        remarks.append(f"{texts.deleted} {stand} in text that was deleted with tracked changes; left out")
    return remarks


def _not_met(walk: Walk, notes: Iterable[str]) -> list[str]:
    met = Counter(_letters(text) for _, text in walk.definitions)
    lost = []
    for note in filter(_letters, notes):
        if met[_letters(note)]:
            met[_letters(note)] -= 1
        else:
            lost.append(note)
    return lost


def put_last(walk: Walk, notes: Sequence[str]) -> list[str]:
    """Put notes at the end of a walk that did not meet them; what is said of them."""
    walk.definitions += [(str(number), note) for number, note in enumerate(notes, len(walk.definitions) + 1)]
    return [f"a note that no readable text calls is put last: “{opening(note, 10)}”" for note in notes]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
