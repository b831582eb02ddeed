"""Reference lists in lines of text: their headings, their sections, and their items, numbered or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from refkit.formats.lines import Line, cut, join
from refkit.formats.notes import is_complete
from refkit.model import Failure, Passage, Place, Reference, ReferenceList
from refkit.text import ascii_digits, language, shade
from refkit.vocabulary import citation_cues, find, heading_kind
from refkit.vocabulary.terms import APPENDIX

#: `1. `, `١- `, `(1)`, `[1]`, after an optional bullet; or a bullet alone. An em dash repeats an author: no bullet.
_ITEM = re.compile(
    r"\s*(?P<bullet>[-*•▪●◦·–]\s+)?"
    r"(?:(?P<plain>\d{1,3})\s*(?:[.)]|[-–/ـ](?!\d))(?:\s+(?=\S)|(?=\D))|\((?P<round>\d{1,3})\)\s*|\[(?P<square>\d{1,3})\]\s*)?"
)
#: What a page leaves of itself in a list that a scanner read: its number.
_PAGE_NUMBER = re.compile(r"[\s\W_]*(?:\d{1,4}[\s\W_]*)?")
#: A paragraph of more words than this, with so little of a citation in it, is the text that follows the list.
_PROSE_WORDS = 90


@dataclass
class _Item:
    lines: list[Line]
    number: str | None
    section: str | None
    bulleted: bool

    def tail(self) -> str:
        """The end of the text, which tells whether it is complete."""
        return join(self.lines[-4:]).text[-300:]

    def passage(self) -> Passage:
        return join(self.lines)


@dataclass
class _List:
    heading: str
    line: Line
    items: list[_Item] = field(default_factory=list)
    puzzles: list[Line] = field(default_factory=list)
    section: str | None = None
    taken: list[int] = field(default_factory=list)
    brackets: bool | None = None


def find_lists(lines: Sequence[Line]) -> tuple[list[ReferenceList], list[Failure], set[int]]:
    """The reference lists in the lines of a document, what in them was not understood, and the lines they take."""
    lists: list[ReferenceList] = []
    failures: list[Failure] = []
    taken: set[int] = set()
    count = at = 0
    while at < len(lines):
        if not _opens_list(lines[at]):
            at += 1
            continue
        found, end = _collect(lines, at)
        if _is_list(found):
            made = _finish(found, f"l{len(lists) + 1}", count)
            count += len(made.references)
            lists.append(made)
            failures.extend(_failure(line, made.heading) for line in found.puzzles)
            taken.update(found.taken)
        at = max(end, at + 1)
    return lists, failures, taken


def _opens_list(line: Line) -> bool:
    if line.kind == "heading" or (line.kind == "text" and len(line.text.split()) <= 8):
        return heading_kind(line.text).starts_list
    return False


def _opens_next_list(line: Line) -> bool:
    """Inside a list, أولاً: المراجع العربية heads a section of it."""
    return _opens_list(line) and not heading_kind(line.text).starts_section


def _is_section(line: Line) -> bool:
    """Whether a line inside a list heads a section of it (أولاً: الكتب), with or without heading marks."""
    kind = heading_kind(line.text)
    bare = line.text.strip(" :.*•-–")
    if any(c.isdecimal() for c in bare) and not kind.starts_section:
        return False
    if line.kind == "heading":
        return kind.starts_section
    short = len(bare.split()) <= 8 and not is_complete(bare) and citation_cues(bare) <= 1
    return short and (kind.starts_section or (line.strong and bool(bare)))


def _collect(lines: Sequence[Line], start: int) -> tuple[_List, int]:
    """One list from its heading on; the index of the line after its last."""
    head = lines[start]
    found = _List(_clean_heading(head.text), head, taken=[head.number])
    blank = in_note = False
    at = start + 1
    while at < len(lines):
        line = lines[at]
        if line.kind in ("blank", "rule", "code"):
            blank, in_note = True, False
        elif line.kind == "definition" or in_note:
            in_note = True
        elif _opens_next_list(line) or _ends_list(line, head):
            break
        elif _is_section(line) or line.kind == "heading":
            found.section = _clean_heading(line.text)
            found.taken.append(line.number)
            blank = True
        elif not _PAGE_NUMBER.fullmatch(line.text):
            if not _add(found, line, blank):
                break
            found.taken.append(line.number)
            blank = False
        at += 1
    return found, at


def _ends_list(line: Line, head: Line) -> bool:
    """A heading that is no section ends a list, unless it stands below the list's own heading."""
    if line.kind != "heading" or _is_section(line):
        return False
    if find(APPENDIX, shade(line.text)):
        return True
    return head.kind != "heading" or line.level <= head.level


def _clean_heading(text: str) -> str:
    return re.sub(r"^[\s•▪●*\-–]+|[\s:.•*]+$", "", text)


def _add(found: _List, line: Line, after_blank: bool) -> bool:
    """Put a line into the list: a new item, the rest of the last one, or a puzzle. False if the list is over."""
    match = _ITEM.match(line.text)
    assert match is not None
    number = match["plain"] or match["round"] or match["square"]
    rest = cut(line, match.end()) if number or match["bullet"] else line
    marked = bool(number or match["bullet"])
    if number and found.brackets is False and match["round"] and citation_cues(rest.text) >= 2:
        # After 1., 2., 3. a line that begins with (1) is the note of a page that follows the list.
        return False
    if number:
        found.brackets = bool(match["round"])
    last = found.items[-1] if found.items else None
    if not marked and last and _continues(found, last, line, after_blank):
        last.lines.append(line)
        return True
    if not marked and len(line.text.split()) > _PROSE_WORDS and citation_cues(line.text) <= 3:
        return False
    if not _reads_like_reference(rest.text) and not (number and _is_title(rest.text)):
        found.puzzles.append(line)
        return True
    found.items.append(_Item([rest], ascii_digits(number) if number else None, found.section, bool(match["bullet"])))
    return True


def _continues(found: _List, last: _Item, line: Line, after_blank: bool) -> bool:
    """Whether a line without number or bullet carries on the item before it."""
    text = last.tail()
    if last.section != found.section:
        return False
    structured = last.number is not None or last.bulleted
    first_letter = next((c for c in line.text if c.isalpha()), "x")
    if after_blank:
        return not is_complete(text) and (citation_cues(line.text) < 2 or first_letter.islower())
    if structured:
        return not (is_complete(text) and citation_cues(line.text) >= 2 and len(line.text) > 40)
    return line.indent > last.lines[0].indent or first_letter.islower() or not is_complete(text)


def _reads_like_reference(text: str) -> bool:
    words = text.split()
    divided = any(mark in text.rstrip(" .") for mark in '،,.:؛;"«“-–')
    named = any(map(str.isalpha, text))
    return named and len(words) >= 2 and (citation_cues(text) >= 1 or (divided and len(words) >= 4))


def _is_title(text: str) -> bool:
    """A numbered line may be a title alone: القرآن الكريم, لسان العرب."""
    return len(text.split()) >= 2 and sum(map(str.isalpha, text)) >= 6


def _is_list(found: _List) -> bool:
    """Prose under a heading like "Sources" is no list: half of its paragraphs must read like references."""
    cited = any(citation_cues(item.passage().text) for item in found.items)
    return cited and len(found.items) >= len(found.puzzles)


def _failure(line: Line, heading: str) -> Failure:
    return Failure(
        text=line.raw.strip(),
        reason=f"no reference could be read from this line of the list “{heading}”",
        place=Place(line=line.number, column=1),
    )


def _finish(found: _List, list_id: str, count: int) -> ReferenceList:
    references = []
    for position, item in enumerate(found.items, 1):
        passage = item.passage()
        references.append(
            Reference(
                text=passage.text,
                anchors=passage.anchors,
                id=f"r{count + position}",
                list_id=list_id,
                section=item.section,
                position=position,
                number=item.number,
                language=language(passage.text),
            )
        )
    tags = [reference.language for reference in references]
    return ReferenceList(
        id=list_id,
        heading=found.heading,
        language=max(("ar", "en"), key=tags.count),
        place=Place(line=found.line.number, column=1),
        references=tuple(references),
    )
