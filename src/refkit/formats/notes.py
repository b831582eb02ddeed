"""Footnotes in lines of text: `[^1]:` definitions, `^[inline]` notes, and notes as a scanned page leaves them.

A page that was scanned carries its notes between two stretches of body text, as lines that begin with (1) or
(١); their numbering restarts with every page. A line is such a note if a marker of the same number stands before it in
the text, or if it reads like a citation; an enumeration in the body is neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from refkit.formats.endings import is_complete
from refkit.formats.lines import Line, cut, join
from refkit.formats.markers import (
    NUMBER,
    START,
    Called,
    Marker,
    find_markers,
    first_places,
    number_of,
    opens_note,
    pair,
)
from refkit.formats.unanswered import unanswered
from refkit.model import Failure, LooseMarker, Note, Place
from refkit.text import ascii_digits, shade
from refkit.vocabulary import citation_cues, points_back

#: The same in weaker dress (1- …, 1. …), which enumerations wear too: it takes more evidence.
_WEAK_START = re.compile(rf"\s{{0,3}}(?P<label>(?P<plain>{NUMBER})\s*[-–.)/ـ]\s*)(?=\D)")
_NOTES_HEADING = re.compile(
    r"(?:ال)?(?:هوامش|حواشي|تعليقات)(?:\s+و\s*(?:ال)?(?:مصادر|مراجع|تعليقات))?|(?:foot|end)?notes"
)
#: Numbers of notes on one page that a scanner may lose; what leaps further at the head of a line is a year or a page.
_LOST = 20
#: A comment of more words than this is no tail of a note that a page break cut off.
_TAIL_WORDS = 60


@dataclass
class _Draft:
    """A note as it is being put together."""

    label: str
    number: str
    lines: list[Line]
    key: str = ""
    weak: bool = False

    @property
    def first(self) -> int:
        return self.lines[0].number

    @property
    def tail(self) -> str:
        """The end of the text, which tells whether it is complete."""
        return join(self.lines[-4:]).text[-300:]

    @property
    def text(self) -> str:
        return join(self.lines).text


class FoundNotes(NamedTuple):
    """The notes of a document, what in them was not understood, the numbers of the lines that they take, and the
    markers that none of them answers."""

    notes: list[Note]
    failures: list[Failure]
    taken: set[int]
    loose: list[LooseMarker]


def find_notes(lines: Sequence[Line]) -> FoundNotes:
    """The notes in the lines of a document (its reference lists left out), in order, each with its marker."""
    drafts, used = _definitions(lines)
    inline, inline_markers = _inline_notes([line for line in lines if line.number not in used])
    body = [line for line in lines if line.number not in used]
    page_drafts = _page_notes(body)
    taken = {line.number for draft in page_drafts for line in draft.lines}
    markers = list(find_markers(line for line in body if line.number not in taken))
    first = first_places(markers)
    kept = [draft for draft in page_drafts if not draft.weak or _is_before(first.get(draft.number), draft.first)]
    failures = [
        Failure(text=draft.label, reason="a note without text", place=Place(line=draft.first, column=1))
        for draft in drafts
        if not draft.text
    ]
    places = {id(draft): place.rank for draft in inline if (place := inline_markers.get(id(draft)))}
    places |= _keyed_places(drafts, first)
    ordered = sorted(
        [draft for draft in (*drafts, *kept) if draft.text] + inline,
        key=lambda draft: places.get(id(draft), (draft.first, 0)),
    )
    taken = used | {line.number for draft in kept for line in draft.lines}
    notes = _notes(ordered, markers, inline_markers)
    return FoundNotes(notes, failures, taken, unanswered(notes, markers, lines))


def _keyed_places(drafts: Sequence[_Draft], first: dict[str, Place]) -> dict[int, tuple[int, int]]:
    """Where keyed notes count, by their ids: at their markers; one that nothing calls, behind the one before it."""
    places: dict[int, tuple[int, int]] = {}
    last = (0, 0)
    for draft in drafts:
        place = first.get(draft.key)
        last = place.rank if place else last
        places[id(draft)] = last
    return places


def _is_before(place: Place | None, line: int) -> bool:
    return place is not None and place.rank < (line, 0)


def definition_lines(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that the footnotes of the file itself (`[^1]: …`) take, wherever they stand."""
    return _definitions(lines)[1]


def _definitions(lines: Sequence[Line]) -> tuple[list[_Draft], set[int]]:
    """`[^1]: …` with its lazy lines and its indented paragraphs."""
    drafts: list[_Draft] = []
    used: set[int] = set()
    current: _Draft | None = None
    blank = False
    for line in lines:
        if line.kind == "definition":
            current = _Draft(line.label, ascii_digits(line.label), [line], key="^" + line.label)
            drafts.append(current)
        elif line.kind == "blank":
            blank = True
            continue
        elif not (current and line.kind == "text" and (line.indent >= 2 if blank else not _starts_note(line, current))):
            current = None
        else:
            current.lines.append(line)
        blank = False
        if current:
            used.add(line.number)
    return drafts, used


def _starts_note(line: Line, before: _Draft) -> bool:
    """Whether a line that follows a note begins with the number of another, not with a year in brackets: (1978)."""
    match = START.match(line.text)
    return match is not None and not _leaps(before.number, number_of(match))


def _leaps(before: str, number: str) -> bool:
    """Whether a number is too far from that of the note before for the next one's."""
    return number.isdecimal() and before.isdecimal() and int(number) > int(before) + _LOST


def _inline_notes(lines: Sequence[Line]) -> tuple[list[_Draft], dict[int, Place]]:
    """Pandoc's `^[…]`; a bracket that is never closed is left to the body."""
    drafts, places = [], {}
    for line in lines:
        for start, end in inline_spans(line.text):
            if not line.text[start + 2 : end].strip():
                continue
            whole = cut(line, start + 2)
            draft = _Draft("", "", [replace(whole, text=whole.text[: end - start - 2])])
            drafts.append(draft)
            places[id(draft)] = join([cut(line, start)]).place()
    return drafts, places


def inline_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of `^[` and of the bracket that closes it, for each inline note that stands in no other."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in re.finditer(r"\^\[|\[|\]", text):
        if match.group() != "]":
            opened.append(match.start() if match.group() == "^[" else -1)
        elif opened and (start := opened.pop()) >= 0 and not any(outer >= 0 for outer in opened[-50:]):
            spans.append((start, match.start()))
    return spans


def _page_notes(lines: Sequence[Line]) -> list[_Draft]:
    """Notes that begin with their number in the text itself, each with the lines that carry it on."""
    drafts: list[_Draft] = []
    under_notes_heading = False
    open_draft: _Draft | None = None
    blank = False
    cited = first_places(marker for marker in find_markers(lines) if not marker.closes_emphasis)
    foot = False
    for line in lines:
        if line.kind == "blank" or line.kind == "rule":
            blank = blank or line.kind == "blank"
            foot = foot or line.kind == "rule"
            open_draft = None if line.kind == "rule" else open_draft
            continue
        if line.kind != "text" or is_notes_heading(line.text):
            under_notes_heading = is_notes_heading(line.text)
            open_draft = None
        elif (draft := _start(line, under_notes_heading, cited, None if blank else open_draft, foot)) and not (
            open_draft and not blank and _leaps(open_draft.number, draft.number)
        ):
            drafts.append(draft)
            open_draft = draft
        elif open_draft and _carries_on(open_draft, line, blank):
            open_draft.lines.append(line)
        else:
            open_draft = None
        blank = foot = False
    return drafts


def is_notes_heading(text: str) -> bool:
    """Whether a heading opens the notes: الهوامش, Endnotes."""
    return bool(_NOTES_HEADING.fullmatch(" ".join(shade(text).split()).strip(" :.*")))


def _start(
    line: Line, under_notes_heading: bool, cited: dict[str, Place], above: _Draft | None, foot: bool
) -> _Draft | None:
    """The note that a line begins, if any; `above` is that of the line before, `foot` tells that this is a rule."""
    match = START.match(line.text)
    weak = match is None
    match = match or _WEAK_START.match(line.text)
    if not match or line.indent > (3 if weak else 8):
        return None
    rest = line.text[match.end() :]
    if not opens_note(rest):
        return None
    number = number_of(match)
    marked = _is_before(cited.get(number), line.number)
    cues = citation_cues(rest[:600])
    if weak:
        in_prose = len(rest.split()) > _TAIL_WORDS or line.raw.lstrip(" 0123456789٠١٢٣٤٥٦٧٨٩.-)").startswith("**")
        calls_notes = any(True for _ in find_markers([cut(line, match.end())]))
        told = cues >= 2 or points_back(rest[:200]) or (above and above.number == str(int(number) - 1))
        believed = under_notes_heading or bool(marked and not in_prose and not calls_notes and told)
    elif match["bare"] and line.text[match.end("bare")].isspace():
        # Or else it is the bullet of a list.
        among_notes = above is not None or foot
        believed = under_notes_heading or (marked and (among_notes or cues >= 1 or points_back(rest[:200])))
    else:
        believed = under_notes_heading or marked or cues >= 2 or points_back(rest[:200])
    label = match["plain" if weak else "label"].strip(" ")
    return _Draft(label, number, [cut(line, match.end())], weak=weak and not under_notes_heading) if believed else None


def _carries_on(draft: _Draft, line: Line, after_blank: bool) -> bool:
    """Whether a line belongs to the note before it: the next line does, a paragraph if it completes the note."""
    words = line.text.split()
    if line.strong:
        return False
    if not after_blank:
        return not (is_complete(draft.tail) and len(words) > 30 and citation_cues(line.text) < 2)
    if is_complete(draft.tail):
        return False
    unfinished = draft.tail.rstrip().endswith(("،", ",", ":", "(", "؛", ";", "-"))
    return len(words) <= _TAIL_WORDS and (citation_cues(line.text) >= 1 or (unfinished and len(words) <= 25))


def _notes(drafts: list[_Draft], markers: list[Marker], inline_markers: dict[int, Place]) -> list[Note]:
    notes: list[Note] = []
    start = 0
    for run, members in enumerate(_runs(drafts), 1):
        places, start = pair([Called(draft.key, draft.number, draft.first) for draft in members], markers, start)
        for draft, place in zip(members, places, strict=True):
            passage = join(draft.lines, paragraphs=bool(draft.key))  # else a page ends there
            number = len(notes) + 1
            notes.append(
                Note(
                    text=passage.text,
                    anchors=passage.anchors,
                    id=f"n{number}",
                    position=number,
                    label=draft.label or str(number),
                    run=run,
                    numbering="keyed" if draft.key else "typed" if draft.number else "automatic",
                    marker=inline_markers.get(id(draft), place),
                )
            )
    return notes


def _runs(drafts: list[_Draft]) -> list[list[_Draft]]:
    """Stretches of notes whose numbers rise; a page that starts again at (1) starts a run."""
    runs: list[list[_Draft]] = []
    last = -1
    for draft in drafts:
        number = int(draft.number) if draft.number.isdecimal() else last + 1
        starred = (
            bool(runs) and not draft.number.isdecimal() and draft.number in {other.number for other in runs[-1]} - {""}
        )
        if not runs or number <= last or starred:
            runs.append([])
        runs[-1].append(draft)
        last = number
    return runs
