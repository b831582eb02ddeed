"""What characters a file can hold, and white space as one space."""

from __future__ import annotations

import re
import unicodedata

_SURROGATES = re.compile("[\ud800-\udfff]")


def one_line(text: str) -> str:
    """The text with white space as one space, none at its ends; nothing else is changed."""
    # Most values are printable, which no white space but the space is: then there is little to look for.
    if text.isprintable() and "  " not in text and text[:1] != " " != text[-1:]:
        return text
    return " ".join(text.split())


def without_controls(text: str) -> str:
    """The text without controls and surrogates, which few formats have room for; white space stays."""
    if text.isprintable():
        return text
    return "".join(char for char in text if char.isspace() or unicodedata.category(char) not in ("Cc", "Cs"))


def encodable(text: str) -> str:
    """The text with U+FFFD for each surrogate, which UTF-8 cannot hold and escapes in a file can make."""
    return _SURROGATES.sub("\ufffd", text)
