"""Style and locale files, parsed into elements of our classes."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import citeproc
from lxml import etree

from refkit.errors import RefkitError
from refkit.styles.engine.elements import CLASSES
from refkit.styles.engine.elements.base import Node

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
#: What a style writes between and around values. Titles, names and addresses are not in it.
_WRITTEN = (
    "prefix",
    "suffix",
    "delimiter",
    "names-delimiter",
    "name-delimiter",
    "sort-separator",
    "cite-group-delimiter",
    "year-suffix-delimiter",
    "after-collapse-delimiter",
    "value",
)
_COMMAS = str.maketrans(",;", "،؛")
LoadLocale = Callable[[str], bytes | None]


@lru_cache(maxsize=1)
def _parser() -> Any:
    lookup = etree.ElementNamespaceClassLookup()
    namespace = lookup.get_namespace(_NAMESPACE)
    namespace[None] = Node
    for name, found in CLASSES.items():
        namespace[name] = found
    parser = etree.XMLParser(remove_comments=True, remove_pis=True, no_network=True, resolve_entities=False)
    parser.set_element_class_lookup(lookup)
    return parser


def parsed(source: bytes, name: str) -> Any:
    """The root element of a style or locale; `RefkitError` if it is not well-formed XML or no CSL."""
    try:
        root = etree.fromstring(source, _parser())
    except etree.XMLSyntaxError as error:
        raise RefkitError(f"{name} is no CSL: {error}") from None
    if root.tag not in (f"{{{_NAMESPACE}}}style", f"{{{_NAMESPACE}}}locale"):
        raise RefkitError(f"{name} is no CSL style: its first element is <{etree.QName(root).localname}>")
    # lxml makes an element anew each time unless somebody holds it, and what it remembers would be lost.
    root.memo["alive"] = list(root.iter())
    return root


def bundled_locale(tag: str) -> bytes | None:
    """The locale file that citeproc-py has for a language tag; None if there is none."""
    path = os.path.join(citeproc.LOCALES_PATH, f"locales-{tag}.xml")
    if not tag.replace("-", "").isalnum() or not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return file.read()


def style_sheet(
    source: bytes,
    name: str,
    tag: str,
    load: LoadLocale = bundled_locale,
    arabic_comma: bool = False,
    joined_waw: bool = False,
) -> Any:
    """A style ready to render in a language. `load(tag)` gives the XML of a locale file."""
    root = parsed(source, name)
    if not hasattr(root, "use_locale") or not callable(root.use_locale):
        raise RefkitError(f"{name} is a locale, not a style")
    if arabic_comma:
        _with_arabic_commas(root)
        root.memo["comma"] = "،"
    root.memo["joins"] = joined_waw

    def locale(language: str) -> Any:
        found = load(language)
        if found is None:
            return None
        element = parsed(found, f"the locale {language}")
        if arabic_comma and language.split("-")[0] == tag.split("-")[0]:
            _with_arabic_commas(element)
        return element

    root.use_locale(tag, locale)
    return root


def _with_arabic_commas(root: Any) -> None:
    for element in root.memo["alive"]:
        for attribute in _WRITTEN:
            value = element.get(attribute)
            if value and ("," in value or ";" in value):
                element.set(attribute, value.translate(_COMMAS))
