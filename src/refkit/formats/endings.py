"""How citations end, in notes and in lists: what does not end so goes on in the next line."""

from __future__ import annotations

import re

from refkit.text import shade
from refkit.vocabulary import points_back

_COMPLETE = re.compile(
    r"(?:https?://\S+|www\.\S+|\d{4}\s*(?:ه|م|ad|ce|ah)?\s*\)?|\)|(?<!\w)(?:ص|pp?)\s*\.?\s*[\d\s,و-]*\d+|\d+\s*[-–]\s*\d+"
    r"|(?<=[,.\s])\d{1,4}(?:\s*و\s*ما\s*بعدها)?|ff\.?)[\s.,;>»\"'!?]*$"
)


def is_complete(text: str) -> bool:
    """Whether a citation ends the way citations end: with a page, a year, a URL or a back-reference."""
    shadow = shade(text.rstrip()[-160:])
    return bool(_COMPLETE.search(shadow)) or points_back(text.rstrip(" .،,")[-30:]) or shadow.endswith((".", "!", "?"))
