"""A step for authors with a mark after them: a bracketed given name or year, a full stop, a colon, an opening quote."""

from __future__ import annotations

import re

from refkit.names import is_corporate, is_title, looks_personal, units
from refkit.names.persons import family_first, names_only
from refkit.parser.draft import KNOWN, TAKEN, Draft, compiled
from refkit.text import fold


def take_marked_author(draft: Draft) -> None:
    """Authors with a mark after them: a bracketed given name or year (APA), a full stop, a colon, an opening quote."""
    if draft.nameless or draft.has("author") or draft.headed_by_editor():
        return
    if span := _bracketed_given(draft) or _vancouver(draft):
        draft.family_first.add("author")
        draft.take("author", *span)
    elif span := _author_before_mark(draft):
        names = draft.text[slice(*draft.shadow.span(*span))]
        if family_first(names):
            draft.family_first.add("author")
        draft.take("author", *span)


def _bracketed_given(draft: Draft) -> tuple[int, int] | None:
    """`سعد الله (أبو القاسم)،` and `Merad (Ali),` at the head."""
    start = len(draft.rest) - len(draft.rest.lstrip(f" {KNOWN}"))
    family_then_given = (
        rf"(?P<family>[^,:()\[\]\d\"{TAKEN}]{{2,40}}?)\s*\((?P<given>[^()\d:,{TAKEN}]{{2,40}})\)(?=\s*[,:.])"
    )
    match = compiled(family_then_given).match(draft.rest, start)
    if not match:
        return None
    family, given = (draft.text[slice(*draft.shadow.span(*match.span(name)))] for name in ("family", "given"))
    if not looks_personal(family) or not looks_personal(given) or is_title(given) or len(units(family)) > 3:
        return None
    return match.start("family"), match.end("given") + 1


_CAPITALISED = r"(?:al-|el-|Al-|El-)?[ʿʾ'‘’]?[^\W\d_a-z][\w'’ʿʾ-]+"  # ascii: a capital of any Latin alphabet
_PARTICLES = r"(?:(?:van|von|de|den|der|del|da|al|el|bin|ibn|Al|El)\s+){0,2}"
# Atomic: a list of such names can be divided in one way only.
_INITIALED = rf"(?>{_PARTICLES}{_CAPITALISED}(?: {_CAPITALISED}){{0,2}}? [A-Z]{{1,3}}(?=[,.]))"  # ascii: initials
#: `Al-Khalifa AB, Smith CD, et al. Outdoor work`.
_VANCOUVER = rf"\s*(?P<people>{_INITIALED}(?:,\s*{_INITIALED}){{0,60}})(?P<others>,?\s+et\s+al)?\.\s+(?=\S)"


def _vancouver(draft: Draft) -> tuple[int, int] | None:
    """Names with bare initials, as medicine writes them, up to the full stop."""
    match = compiled(_VANCOUVER).match(draft.text)
    # Edward W. Said, Orientalism: one name with one initial is the beginning of a name.
    if not match or (
        "," not in match["people"]
        and re.search(r"\s\w$", match["people"])
        and compiled(rf"{_CAPITALISED},").match(draft.text, match.end())
    ):
        return None
    start, end = (draft.shadow.position(offset) for offset in match.span("people"))
    if TAKEN in draft.rest[start:end]:
        return None
    if match["others"]:
        draft.drop(*(draft.shadow.position(offset) for offset in match.span("others")))
    return start, end


def _author_before_mark(draft: Draft) -> tuple[int, int] | None:
    """The stretch before `(2021).`, before `: ` or before an opening quotation mark, if it reads like authors."""
    issued = draft.found.get("issued", [(0, 0)])[0]
    head = draft.rest[: issued[0]].rstrip(" (")
    if 2 < len(head) <= 200 and TAKEN not in head and draft.rest[: issued[0]].rstrip().endswith("("):
        people = re.split(r"[,;،؛]|\s&\s", draft.text[slice(*draft.shadow.span(0, len(head)))])
        if all(looks_personal(name) or is_corporate(name) for name in people if fold(name)):
            return 0, len(head)
    for mark, most in ((":", 12), ('"', 14)):
        at = draft.rest.find(mark)
        head = draft.rest[:at].rstrip(" ,:.") if at > 0 else ""
        start = len(head) - len(head.lstrip(f" {KNOWN}"))
        if not head[start:] or TAKEN in head[start:] or "(" in head or len(head.split()) > most:
            continue
        if '"' in head or compiled(r"\w{3}\.\s").search(head, start):
            continue
        names = draft.text[slice(*draft.shadow.span(start, len(head)))]
        sure = mark == '"' and (draft.kind == "reference" or names.isascii())
        if names_only(names, certain=sure):
            return start, len(head)
    return None
