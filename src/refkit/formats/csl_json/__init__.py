"""CSL-JSON, as Zotero, pandoc and citation processors exchange it: one object an entry, one language each.

What an item has no room for stands under `custom`, where CSL 1.0.2 lets everyone put what they need: the forms in
other languages and dates of other calendars under `custom.refkit`, so that refkit reads back what it wrote.
"""

from __future__ import annotations

from refkit.kinds import Caveats, Format, ReadLibrary, WriteLibrary, later

read_library: ReadLibrary = later("refkit.formats.csl_json.reading", "read_library")
write_library: WriteLibrary = later("refkit.formats.csl_json.writing", "write_library")
caveats: Caveats = later("refkit.formats.csl_json.writing", "caveats")

FORMAT = Format(
    name="csl-json",
    suffixes=(".json",),
    summary="CSL-JSON, for Zotero, pandoc and citation processors",
    read_library=read_library,
    write_library=write_library,
    caveats=caveats,
)
