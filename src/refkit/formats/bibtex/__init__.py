"""BibTeX and BibLaTeX files: read whatever their state, written so that biber, BibTeX, pandoc and Zotero read it.

docs/formats.md says what becomes of each field.
"""

from __future__ import annotations

from refkit.kinds import Caveats, Format, ReadLibrary, WriteLibrary, later

read_library: ReadLibrary = later("refkit.formats.bibtex.reading", "read_library")
write_library: WriteLibrary = later("refkit.formats.bibtex.writing", "write_library")
caveats: Caveats = later("refkit.formats.bibtex.writing", "caveats")

FORMAT = Format(
    name="bibtex",
    suffixes=(".bib", ".bibtex"),
    summary="BibTeX and BibLaTeX",
    read_library=read_library,
    write_library=write_library,
    caveats=caveats,
)
