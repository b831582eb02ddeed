"""The RELAX NG schema of CSL 1.0.2, as citeproc-py carries it (MIT licence)."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import citeproc
from lxml import etree

LOCALES = Path(citeproc.LOCALES_PATH)


@cache
def _schema() -> Any:
    return etree.RelaxNG(etree.parse(citeproc.SCHEMA_PATH))


def faults(path: Path) -> list[str]:
    """What the schema finds wrong in a style or a locale."""
    schema = _schema()
    schema.validate(etree.parse(str(path)))
    return [f"{path.name}:{error.line}: {error.message}" for error in schema.error_log]


def term_names() -> set[str]:
    """The names of all terms that the schema knows, but the ordinals, which it has as a pattern."""
    root = etree.parse(citeproc.SCHEMA_PATH).getroot()
    name = {"r": "http://relaxng.org/ns/structure/1.0"}

    def values(define: str) -> set[str]:
        found: set[str] = set()
        for node in root.iterfind(f".//r:define[@name='{define}']//*", name):
            if etree.QName(node).localname == "value":
                found.add(node.text)
            elif etree.QName(node).localname == "ref":
                found |= values(node.get("name"))
        return found

    return values("terms")
