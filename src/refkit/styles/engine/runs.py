"""Pieces of rendered text as runs: looks, links, languages and digits."""

from __future__ import annotations

from typing import Literal

from refkit.addresses import find_urls
from refkit.model import Face, Run
from refkit.styles.engine import marks
from refkit.styles.engine.assembly import Piece
from refkit.text import ascii_digits

_FACES: dict[str, tuple[Face, bool]] = {
    marks.ITALIC: ("italic", True),
    marks.BOLD: ("bold", True),
    marks.SMALL_CAPS: ("small-caps", True),
    marks.SUPERSCRIPT: ("superscript", True),
    marks.SUBSCRIPT: ("subscript", True),
    marks.UNDERLINE: ("underline", True),
    marks.UPRIGHT: ("italic", False),
    marks.MEDIUM: ("bold", False),
    marks.FULL_SIZE: ("small-caps", False),
    marks.NO_LINE: ("underline", False),
}
_LANGUAGES = {marks.ARABIC: "ar", marks.LATIN: "en"}
Digits = Literal["keep", "latin", "arabic"]


def label_and_runs(pieces: list[Piece], digits: Digits = "keep") -> tuple[str, tuple[Run, ...]]:
    """What stands in the margin, without blanks around, and the runs of the rest."""
    margin = [piece for piece in pieces if marks.MARGIN in piece.within]
    rest = [piece for piece in pieces if marks.MARGIN not in piece.within]
    label = "".join(piece.text for piece in margin).strip()
    found = _joined([_run(piece, digits) for piece in rest])
    found = [linked for run in found for linked in _with_links(run)]
    return _in_digits(label, digits), _trimmed(found)


def _run(piece: Piece, digits: Digits) -> Run:
    faces: list[Face] = []
    language = url = None
    for mark in piece.within:
        if mark in _FACES:
            face, on = _FACES[mark]
            if on and face not in faces:
                faces.append(face)
            elif not on and face in faces:
                faces.remove(face)
        elif mark in _LANGUAGES:
            language = _LANGUAGES[mark]
        elif mark == marks.LINK:
            url = piece.text if "://" in piece.text else ""
    text = piece.text if url is not None else _in_digits(piece.text, digits)
    return Run(text=text, faces=tuple(faces), url=url or None, language=language)


def _in_digits(text: str, digits: Digits) -> str:
    if digits == "keep":
        return text
    text = ascii_digits(text)
    if digits == "latin" or not any(map(str.isdigit, text)):
        return text
    kept = find_urls(text)
    return "".join(
        chr(0x660 + int(char)) if char.isascii() and char.isdigit() and not any(a <= at < b for a, b in kept) else char
        for at, char in enumerate(text)
    )


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbours of one look as one run."""
    found: list[Run] = []
    for run in runs:
        if found and _look(found[-1]) == _look(run):
            found[-1] = found[-1].model_copy(update={"text": found[-1].text + run.text})
        elif run.text:
            found.append(run)
    return found


def _look(run: Run) -> tuple[object, ...]:
    return run.faces, run.url, run.language


def _with_links(run: Run) -> list[Run]:
    """A run divided at the addresses in it."""
    if run.url or not (places := find_urls(run.text)):
        return [run]
    found = []
    at = 0
    for start, end in places:
        address = run.text[start:end]
        found += [run.model_copy(update={"text": run.text[at:start]})] if start > at else []
        found.append(run.model_copy(update={"text": address, "url": address}))
        at = end
    return [*found, run.model_copy(update={"text": run.text[at:]})] if at < len(run.text) else found


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Runs without blanks at the ends of the line."""
    while runs and not (text := runs[0].text.lstrip()):
        runs = runs[1:]
    if runs and text != runs[0].text:
        runs = [runs[0].model_copy(update={"text": text}), *runs[1:]]
    while runs and not (text := runs[-1].text.rstrip()):
        runs = runs[:-1]
    if runs and text != runs[-1].text:
        runs = [*runs[:-1], runs[-1].model_copy(update={"text": text})]
    return tuple(runs)
