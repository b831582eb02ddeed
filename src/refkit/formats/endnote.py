"""EndNote's XML export, read through pandoc, which turns it into CSL-JSON."""

from __future__ import annotations

from refkit.errors import UnreadableFileError
from refkit.kinds import Format
from refkit.model import Library


def read_library(text: str, path: str) -> Library:
    """The records of an EndNote library that was exported as XML. Needs the extra `documents`."""
    from refkit.formats import csl_json
    from refkit.formats.pandoc import converted

    if "<records" not in text:
        raise UnreadableFileError(f"{path}: not an EndNote export: there is no <records>")
    return csl_json.read_library(converted(text, "endnotexml", "csljson", path), path)


FORMAT = Format(name="endnote", suffixes=(".xml",), summary="EndNote's XML export", read_library=read_library)
