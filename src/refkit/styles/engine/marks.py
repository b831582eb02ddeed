"""Marks that travel inside rendered text: where a look, a quotation, a name or a link begins, and where it ends.

They are noncharacters of Unicode, which no text for interchange has (section 23.7); `clean` takes them off what comes
in. A stretch opened by any mark ends at `END`; stretches nest.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ITALIC, BOLD, SMALL_CAPS, SUPERSCRIPT, SUBSCRIPT, UNDERLINE = map(chr, range(0xFDD0, 0xFDD6))
#: What takes a look off inside one that has it.
UPRIGHT, MEDIUM, FULL_SIZE, ON_LINE, NO_LINE = map(chr, range(0xFDD6, 0xFDDB))
#: A quotation; text whose case stays; an address; the names of one role; one name; text in Arabic or in Latin script.
QUOTE, AS_IS, LINK, NAMES, NAME, ARABIC, LATIN = map(chr, range(0xFDDB, 0xFDE2))
#: Where a part of an entry stands: on its own line, in the margin, beside the margin, indented.
BLOCK, MARGIN, INLINE, INDENT = map(chr, range(0xFDE2, 0xFDE6))
#: A year with its letter.
YEAR = chr(0xFDE6)
#: A quotation mark of single form in the text of a field.
SINGLE = chr(0xFDE7)
#: The text of a field that has tags of its own: a look inside the same look takes it off.
FIELD = chr(0xFDE8)
#: Not a stretch but a place: where two texts meet, and where a term begins.
SEAM, TERM = chr(0xFDEC), chr(0xFDED)
END = chr(0xFDEF)

ALL = frozenset(map(chr, range(0xFDD0, 0xFDF0)))
OPENING = ALL - {END, SEAM, TERM}
_BLANKS = re.compile(" {2,}")
_STRIP = dict.fromkeys(map(ord, ALL))
#: Embeddings, overrides and isolates, which would turn the rest of a line; lines and outputs set their direction.
_TURNS = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))

#: Value of a CSL attribute -> the mark of its look.
LOOKS = {
    "text-decoration": {"underline": UNDERLINE, "none": NO_LINE},
    "vertical-align": {"sup": SUPERSCRIPT, "sub": SUBSCRIPT, "baseline": ON_LINE},
    "font-weight": {"bold": BOLD, "normal": MEDIUM, "light": MEDIUM},
    "font-variant": {"small-caps": SMALL_CAPS, "normal": FULL_SIZE},
    "font-style": {"italic": ITALIC, "oblique": ITALIC, "normal": UPRIGHT},
}
#: A look -> what takes it off.
OFF = {
    ITALIC: UPRIGHT,
    BOLD: MEDIUM,
    SMALL_CAPS: FULL_SIZE,
    UNDERLINE: NO_LINE,
    SUPERSCRIPT: ON_LINE,
    SUBSCRIPT: ON_LINE,
}
DISPLAYS = {"block": BLOCK, "left-margin": MARGIN, "right-inline": INLINE, "indent": INDENT}


@lru_cache(maxsize=65536)
def clean(text: str) -> str:
    """Text as the engine takes it: one line, without marks, controls (of direction too) and lone surrogates.

    >>> clean("a\\x00b\\nc\\ufdd0")
    'ab c'
    """
    if text.isprintable():
        return text
    spaced = "".join(" " if char in "\t\n\r\x0b\x0c\x85\u2028\u2029" else char for char in text.translate(_STRIP))
    kept = (char for char in spaced if char not in _TURNS and unicodedata.category(char) not in ("Cc", "Cs", "Cn"))
    return _BLANKS.sub(" ", "".join(kept))


def bare(text: str) -> str:
    """Rendered text without its marks."""
    return text if text.isprintable() else text.translate(_STRIP)
