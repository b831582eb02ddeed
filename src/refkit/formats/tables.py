"""Tables of references: what a header says of its columns, and the rows of Markdown and tabbed text as a line each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from refkit.formats.lines import Line, LineKind, unmark
from refkit.model import Anchor
from refkit.text import fold, script

_Cell = TypeVar("_Cell")
#: What heads a column of references, by what stands in it. A reference begins with these, in this order.
_LABELS: Mapping[str, tuple[str, ...]] = {
    "number": ("م", "ت", "ر", "رقم", "الرقم", "التسلسل", "تسلسل", "مسلسل", "no", "nr", "number", "id", "sn", "ref"),
    "author": (
        *(
            "المؤلف",
            "المؤلفون",
            "مؤلف",
            "اسم المؤلف",
            "الكاتب",
            "اسم الكاتب",
            "الباحث",
            "اسم الباحث",
            "المؤلف او الباحث",
        ),
        *("author", "authors", "author s", "author name", "writer", "name of author", "by"),
    ),
    "title": (
        *("العنوان", "عنوان", "عنوان الكتاب", "عنوان البحث", "عنوان المرجع", "عنوان المصدر", "اسم الكتاب", "الكتاب"),
        *("المرجع", "المصدر", "اسم المرجع", "اسم المصدر", "title", "book", "work", "source", "reference", "book title"),
        "article title",
    ),
    "other": (
        *(
            "السنة",
            "سنة",
            "سنة النشر",
            "تاريخ النشر",
            "التاريخ",
            "عام النشر",
            "year",
            "date",
            "published",
            "year of publication",
        ),
        *(
            "الناشر",
            "دار النشر",
            "جهة النشر",
            "الدار",
            "publisher",
            "press",
            "المكان",
            "مكان النشر",
            "بلد النشر",
            "المدينة",
        ),
        *(
            "place",
            "city",
            "place of publication",
            "المجلة",
            "اسم المجلة",
            "الدورية",
            "journal",
            "periodical",
            "publication",
        ),
        *("المجلد", "volume", "vol", "العدد", "issue", "الطبعة", "edition", "الصفحات", "الصفحة", "pages", "page", "pp"),
        *("الرابط", "url", "link", "doi", "ملاحظات", "notes", "note", "remarks", "النوع", "type", "اللغة", "language"),
        *(
            "المترجم",
            "ترجمة",
            "translator",
            "المحقق",
            "تحقيق",
            "editor",
            "الجامعة",
            "university",
            "بيانات النشر",
            "الجزء",
        ),
    ),
}
_KIND = {fold(label): kind for kind, labels in _LABELS.items() for label in labels}
#: What else there is follows as it stands.
_RANK = {kind: rank for rank, kind in enumerate(_LABELS)} | {"": len(_LABELS) - 1}
#: A label beside its translation: المؤلف / Author.
_BESIDE = re.compile(r"[/|()\[\]\n]|\s[-–]\s")
_DELIMITER = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$")
_GRID_RULE = re.compile(r"\s*\+(?:[-=:]+\+)+\s*$")
_PIPE = re.compile(r"(?<!\\)\|")
_LAST_PIPE = re.compile(r"(?<!\\)\|$")
_TABS = re.compile(r"\t+")


def columns(cells: Sequence[str]) -> tuple[str, ...] | None:
    """What the columns hold, as the header that these cells are says; None for cells that are no header.

    >>> columns(["Title", "Author", "Year"]), columns(["Orientalism", "Said", "1978"])
    (('title', 'author', 'other'), None)
    """
    kinds = tuple(map(_kind, cells))
    said = sum(1 for cell in cells if cell.strip())
    known = len(kinds) - kinds.count("")
    return kinds if known >= 2 and 2 * known >= said else None


def _kind(cell: str) -> str:
    parts = (cell, *_BESIDE.split(cell)) if len(cell) < 60 else ()
    return next((kind for part in parts if (kind := _KIND.get(fold(part).strip(" .:#*"), ""))), "")


def in_order(cells: Sequence[_Cell], header: Sequence[str] | None) -> list[_Cell]:
    """The cells of a row in the order in which a reference has them; as they stand without a header of their number."""
    if header is None or len(header) != len(cells):
        return list(cells)
    return [cells[at] for at in sorted(range(len(cells)), key=lambda at: _RANK[header[at]])]


def divider(text: str) -> str:
    """What stands between two cells of a row: after a number its stop, between words a comma of their script."""
    shown = text.strip()
    if shown.strip("()[].-").isdecimal():
        return ". " if shown[-1].isdecimal() else " "
    if shown[-1] in ".,،؛;:":
        return " "
    return "، " if script(shown) == "Arab" else ", "


# --- tables in lines ------------------------------------------------------------------------------------------------

#: A stretch of a line: the line, and two offsets in its raw text.
_Stretch = tuple[Line, int, int]
#: The cells of a row, each of one stretch or, in a grid, of several.
_Row = list[list[_Stretch]]


def with_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of a text, those of a pipe table, a grid table or a table with tabs as its rows; headers are blank."""
    found = list(lines)
    at = 0
    while at < len(found):
        rows: list[_Row] = []
        end = at + 1
        if "+" in found[at].raw and _GRID_RULE.match(found[at].raw):
            end = _end(found, at, "|", "+")
            rows = _grid_rows(found[at:end])
        elif _heads_pipes(found, at):
            end = _end(found, at, "|")
            rows = [_cells(line, _PIPE) for line in (found[at], *found[at + 2 : end])]
        elif _heads_tabs(found[at]):
            end = _end(found, at, "\t")
            rows = [_cells(line, _TABS) for line in found[at:end]]
        if rows:
            found[at:end] = _written(found[at:end], rows)
        at = end
    return found


def _heads_pipes(lines: Sequence[Line], at: int) -> bool:
    following = lines[at + 1].raw if at + 1 < len(lines) else ""
    return lines[at].kind == "text" and "|" in lines[at].raw and "|" in following and bool(_DELIMITER.match(following))


def _heads_tabs(line: Line) -> bool:
    """Whether a line is the header of a table with tabs; without one, tabs are but spaces."""
    shown = line.raw.strip()
    return line.kind == "text" and "\t" in shown and columns(_TABS.split(shown)) is not None


def _end(lines: Sequence[Line], at: int, *marks: str) -> int:
    """The index behind the lines from one on that have one of the marks in them."""
    shown = (line.raw.strip() if line.kind != "code" else "" for line in lines[at:])
    return next((end for end, text in enumerate(shown, at) if not any(mark in text for mark in marks)), len(lines))


def _cells(line: Line, separator: re.Pattern[str]) -> _Row:
    """The cells of a line, each in one stretch, without the spaces around it."""
    start = len(line.raw) - len(line.raw.lstrip())
    end = len(line.raw.rstrip())
    if separator is _PIPE:
        start += line.raw.startswith("|", start)
        end -= bool(_LAST_PIPE.search(line.raw, start, end))
    cells: _Row = []
    for match in [*separator.finditer(line.raw, start, end), None]:
        stop = match.start() if match else end
        inner = line.raw[start:stop]
        head = start + len(inner) - len(inner.lstrip())
        cells.append([(line, head, max(head, start + len(inner.rstrip())))])
        start = match.end() if match else end
    return cells


def _grid_rows(lines: Sequence[Line]) -> list[_Row]:
    """The rows of a grid: the lines between two rules are one."""
    rows: list[_Row] = []
    fresh = True
    for line in lines:
        if _GRID_RULE.match(line.raw):
            fresh = True
            continue
        cells = _cells(line, _PIPE)
        if fresh or len(cells) != len(rows[-1]):
            rows.append(cells)
        else:
            rows[-1] = [above + below for above, below in zip(rows[-1], cells, strict=True)]
        fresh = False
    return rows


def _written(lines: Sequence[Line], rows: Sequence[_Row]) -> list[Line]:
    """The lines of a table: each row on the first of its lines, the others blank."""
    found = {line.number: replace(line, kind="blank", text="", anchors=()) for line in lines}
    texts = [[_shown(cell) for cell in row] for row in rows]
    header = columns([text for text, _ in texts[0]])
    for row, cells in list(zip(rows, texts, strict=True))[header is not None :]:
        line = row[0][0][0]
        found[line.number] = _joined(line, in_order(cells, header))
    return list(found.values())


def _shown(cell: Sequence[_Stretch]) -> tuple[str, list[Anchor]]:
    """The text of a cell, free of markup, and where its stretches stand."""
    text, anchors = "", []
    for line, start, end in cell:
        part, found = unmark(line.raw[:end], line.number, start)
        if part.strip():
            text += " " if text else ""
            anchors += [anchor.model_copy(update={"offset": anchor.offset + len(text)}) for anchor in found]
            text += part
    return text, anchors


def _joined(line: Line, cells: Sequence[tuple[str, list[Anchor]]]) -> Line:
    text, anchors = "", []
    filled = [cell for cell in cells if cell[0].strip()]
    for part, found in filled:
        text += divider(text) if text else ""
        anchors += [anchor.model_copy(update={"offset": anchor.offset + len(text)}) for anchor in found]
        text += part
    kind: LineKind = "text" if text else "blank"
    return replace(line, kind=kind, text=text, anchors=tuple(anchors), row=len(filled) > 1, strong=False)
