"""AnyStyle's core set (1,514 labelled references, BSD-2-Clause, see LICENSE) with the labels of `training.generator`.

AnyStyle labels whole stretches, punctuation and keywords with them (`pp. 573–77.` is pages, `35 (2),` a volume);
here each is cut to its value, as refkit's parser gives it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from xml.etree import ElementTree

from refkit.addresses import find_dois, find_urls
from training.generator import Sample

CORE = Path(__file__).parent / "core.xml"
Pieces = list[tuple[str, str]]

_EDGES = ' \t\n.,;:()[]"“”„«»‘’–—'
_NUMBER = r"[\w.]*\d[\w.]*(?:\s?[-–/]\s?\w*\d\w*)?"
_ISSUE_LABEL = r"(?:no|nos|nr|n|issue|number|iss|heft|h)\b[.°]?\s*"
#: What stands before and after the names of editors and translators.
_BEFORE_NAMES = (
    r"(?:\W*(?:in|ed|eds|edited|editors?|dir|trans|transl|translated|translation|tr|hg|hrsg|übersetzt|ubersetzt|"
    r"traduction|trad|fr)\b\.?(?:\s+(?:and|with)\s+\w+)?:?|\W*(?:by|von|par|de|from the \w+ by)\b)*\W*"
)
_AFTER_NAMES = r"(?:\W+(?:eds?|editors?|trans|tr|transl|translators?|hg|hrsg|dir|coord)s?\b)*\W*"


def references() -> list[Sample]:
    """All references of the set, in its order."""
    tree = ElementTree.parse(CORE)
    return [_sample(sequence) for sequence in tree.getroot()]


def held_out(position: int) -> bool:
    """Whether the reference at a position (from 0) belongs to the fifth that the model is not trained on."""
    return position % 5 == 4


def _sample(sequence: ElementTree.Element) -> Sample:
    pieces: Pieces = []
    for element in sequence:
        text = " ".join((element.text or "").split())
        if pieces:
            pieces.append((" ", ""))
        pieces += _READERS.get(element.tag, _other)(text)
    return Sample("anystyle", tuple(piece for piece in pieces if piece[0]))


def _cut(text: str, start: int, end: int, label: str) -> Pieces:
    return [(text[:start], ""), (text[start:end], label), (text[end:], "")] if start < end else [(text, "")]


def _trimmed(label: str, text: str) -> Pieces:
    """The whole stretch without the punctuation around it; the full stop of an initial stays."""
    start, end = 0, len(text)
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not (text[end - 1] == "." and _initial(text[start:end], label)):
        end -= 1
    for opening, closing in ("()", "[]"):
        if text[start:end].count(opening) > text[start:end].count(closing) and text[end : end + 1] == closing:
            end += 1
    return _cut(text, start, end, label)


def _initial(text: str, label: str) -> bool:
    return label in ("author", "editor", "translator") and bool(re.search(r"(?:^|[\s.-])\w\.$", text))


def _container(label: str, text: str) -> Pieces:
    head = re.match(r"\W*(?:in|dans|of)\b:?\s*", text, re.IGNORECASE)
    at = head.end() if head else 0
    return [(text[:at], ""), *_trimmed(label, text[at:])]


def _people(label: str, text: str) -> Pieces:
    """Names; `et al.` is none, and roles around editors and translators are none."""
    head = re.match(_BEFORE_NAMES, text, re.IGNORECASE) if label != "author" else None
    start = head.end() if head else 0
    tail = re.search(rf"{_AFTER_NAMES if label != 'author' else ''}$", text[start:], re.IGNORECASE)
    end = start + tail.start() if tail else len(text)
    others = re.search(r"[,;\s]+(?:and\s+|&\s*)?(?:et\.? al\b|and others|a kol\b|u\. ?a\.).*$", text[start:end])
    end = start + others.start() if others else end
    role = re.search(r"\s*\(?\b(?:eds?|editors?|author|comp)\.?\)?\W*$", text[start:end], re.IGNORECASE)
    end = start + role.start() if role and label == "author" and role.start() else end
    if text[end : end + 1] == "." and _initial(text[start : end + 1], label):
        end += 1
    return [(text[:start], ""), *_trimmed(label, text[start:end]), (text[end:], "")]


def _volume(text: str) -> Pieces:
    """`vol. 204, no. 11,` is a volume and an issue; `2 vols.` a number of volumes."""
    if match := re.search(r"(\d+|two|three|four|six)\s+vol(?:ume)?s\b", text, re.IGNORECASE):
        return _cut(text, *match.span(), "number-of-volumes")
    issue = re.search(rf"(?:\(\s*(?:{_ISSUE_LABEL})?|{_ISSUE_LABEL}|:|/)({_NUMBER})", text, re.IGNORECASE)
    volume = re.search(_NUMBER, text)
    if not volume and (roman := re.search(r"\b[IVXLC]+\b", text)):
        volume = roman
    if volume and issue and issue.start(1) == volume.start():
        return _cut(text, *_bare(text, *issue.span(1)), "issue")
    if not volume:
        return [(text, "note")]
    end = issue.start() if issue and issue.start() > volume.start() else len(text)
    start, stop = _bare(text, volume.start(), min(volume.end(), end))
    if not issue or issue.start(1) < stop:
        return _cut(text, start, stop, "volume")
    first, last = _bare(text, *issue.span(1))
    return [
        (text[:start], ""),
        (text[start:stop], "volume"),
        (text[stop:first], ""),
        *_cut(text[first:], 0, last - first, "issue"),
    ]


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " .,:;":
        end -= 1
    return start, end


def _pages(text: str) -> Pieces:
    number = r"(?:(?<![a-z])[A-Z]{1,2}-?)?\d[\w.:]*(?:\s?[-–—−‑]+\s?\w+)?"
    match = re.search(rf"{number}(?:,\s?{number})*|\b[ivxlc]+[-–][ivxlc]+\b", text)
    counted = re.search(r"\d\s*(?:pp?|pages|s|S|p)\b\.?\W*$", text)
    return [(text, "note")] if counted or not match else _cut(text, *_bare(text, *match.span()), "page")


def _edition(text: str) -> Pieces:
    match = re.match(r"\W*(.+?)[\s.]*(?:\b(?:ed|edn|edition|éd|vyd|aufl|auflage)\b\W*)?$", text, re.IGNORECASE)
    return _cut(text, *match.span(1), "edition") if match else [(text, "note")]


def _address(label: str, find: Callable[[str], list[tuple[int, int]]], text: str) -> Pieces:
    found = find(text)
    return _cut(text, *found[0], label) if found else [(text, "note")]


def _other(text: str) -> Pieces:
    return [(text, "note")]


_READERS: dict[str, Callable[[str], Pieces]] = {
    "author": partial(_people, "author"),
    "editor": partial(_people, "editor"),
    "translator": partial(_people, "translator"),
    "title": partial(_trimmed, "title"),
    "container-title": partial(_container, "container-title"),
    "journal": partial(_container, "container-title"),
    "collection-title": partial(_container, "collection-title"),
    "publisher": partial(_trimmed, "publisher"),
    "location": partial(_trimmed, "publisher-place"),
    "genre": partial(_trimmed, "genre"),
    "citation-number": partial(_trimmed, "number"),
    "date": partial(_trimmed, "issued"),
    "volume": _volume,
    "pages": _pages,
    "edition": _edition,
    "url": partial(_address, "URL", find_urls),
    "doi": partial(_address, "DOI", find_dois),
}
