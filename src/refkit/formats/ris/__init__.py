"""RIS, as databases export it and reference managers import it: a tag and a value a line, one language an entry.

Python has a library for RIS, rispy; 0.10 drops an entry without a word where the one before it has no end.
"""

from __future__ import annotations

from refkit.kinds import Caveats, Format, ReadLibrary, WriteLibrary, later

read_library: ReadLibrary = later("refkit.formats.ris.reading", "read_library")
write_library: WriteLibrary = later("refkit.formats.ris.writing", "write_library")
caveats: Caveats = later("refkit.formats.ris.writing", "caveats")

FORMAT = Format(
    name="ris",
    suffixes=(".ris",),
    summary="RIS, for databases and reference managers",
    read_library=read_library,
    write_library=write_library,
    caveats=caveats,
)
