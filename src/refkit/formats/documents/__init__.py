"""Files of word processors, books and typesetters, as pandoc reads them: Word, ODT, RTF, EPUB, HTML, LaTeX, JATS …"""

from __future__ import annotations

from refkit.kinds import Format, later

#: Suffix -> pandoc's name for the format; that of `.xml` is told from its content.
READERS = {
    ".docx": "docx",
    ".docm": "docx",
    ".odt": "odt",
    ".rtf": "rtf",
    ".epub": "epub",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".tex": "latex",
    ".latex": "latex",
    ".xml": "xml",
    ".nxml": "jats",
    ".jats": "jats",
    ".dbk": "docbook",
    ".docbook": "docbook",
    ".fb2": "fb2",
    ".typ": "typst",
    ".rst": "rst",
    ".org": "org",
}


FORMAT = Format(
    name="documents",
    suffixes=tuple(READERS),
    summary="Word, ODT, RTF, EPUB, HTML, LaTeX, JATS, DocBook, Typst and others, through pandoc (extra `documents`)",
    read_bytes=later("refkit.formats.documents.reading", "read_bytes"),
)
