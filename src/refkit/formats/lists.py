"""Reference lists in lines of text: their headings, their sections, and their items, numbered or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from refkit.formats.author_headings import author_heading, authors_above, ends_group
from refkit.formats.endings import is_complete
from refkit.formats.items import AuthorHeading, Item, Mark, is_prose, mark_of, reads_like_reference
from refkit.formats.layout import item_starts
from refkit.formats.lines import Line, cut
from refkit.model import Failure, Place, Reference, ReferenceList
from refkit.settings import Settings
from refkit.text import language, shade
from refkit.vocabulary import bare_heading, citation_cues, find, heading_kind
from refkit.vocabulary.terms import APPENDIX

_BRACKETS = ("round", "square")
#: Appendix A, ملحق رقم 1.
_LABEL_WORDS = 3
#: What a page leaves of itself in a list that a scanner read: its number.
_PAGE_NUMBER = re.compile(r"[\s\W_]*(?:\d{1,4}[\s\W_]*)?")


@dataclass
class _List:
    heading: str
    line: Line
    items: list[Item] = field(default_factory=list)
    puzzles: list[Line] = field(default_factory=list)
    section: str | None = None
    group: AuthorHeading | None = None
    taken: list[int] = field(default_factory=list)
    brackets: bool | None = None
    starts: dict[int, bool] = field(default_factory=dict)


def find_lists(lines: Sequence[Line]) -> tuple[list[ReferenceList], list[Failure], set[int]]:
    """The reference lists in the lines of a document, what in them was not understood, and the lines they take.

    The footnotes of the file itself, which may stand inside a list, are no lines of it: they are left out before.
    """
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


def opens_list(heading: str) -> bool:
    """Whether a heading opens a reference list."""
    return heading_kind(heading).starts_list


def with_list_headings(lines: Sequence[Line], settings: Settings) -> Sequence[Line]:
    """The lines, those that are headings of lists by the settings marked as such."""
    known = {bare_heading(name): tag for tag, names in settings.list_headings.items() for name in names}
    if not known:
        return lines
    return [
        replace(line, list_language=known[bare])
        if line.kind in ("heading", "text") and (bare := bare_heading(line.text)) in known
        else line
        for line in lines
    ]


def _opens_list(line: Line) -> bool:
    if line.list_language:
        return True
    if line.kind == "heading" or (line.kind == "text" and len(line.text.split()) <= 8):
        return opens_list(line.text)
    return False


def _opens_next_list(line: Line) -> bool:
    """Inside a list, أولاً: المراجع العربية heads a section of it."""
    return _opens_list(line) and (bool(line.list_language) or not heading_kind(line.text).starts_section)


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
    found = _List(_clean_heading(head.text), head, taken=[head.number], starts=_item_starts(lines, start))
    blank = False
    at = start + 1
    while at < len(lines):
        line = lines[at]
        if line.kind in ("blank", "rule", "code"):
            blank = True
        elif found.items and found.starts.get(line.number) is False:
            found.items[-1].lines.append(line)
            found.taken.append(line.number)
            blank = False
        elif _opens_next_list(line) or _ends_list(line, head):
            break
        elif heading := _author_heading(found, lines, at, blank):
            found.group, found.brackets = heading, None
            found.taken.append(line.number)
            blank = False
        elif _is_section(line) or line.kind == "heading":
            found.section, found.group = _clean_heading(line.text), None
            found.taken.append(line.number)
            blank = True
        elif _hangs(found, line, blank) or not _is_page_number(found, line, blank):
            if not _add(found, line, blank, _rest_of_item(found, lines, at)):
                break
            found.taken.append(line.number)
            blank = False
        at += 1
    return found, at


def _item_starts(lines: Sequence[Line], start: int) -> dict[int, bool]:
    """What the layout of a list tells, from its heading to what may be the next one."""
    head = lines[start]
    after = range(start + 1, len(lines))
    end = next((at for at in after if _ends_list(lines[at], head) or _opens_next_list(lines[at])), len(lines))
    return item_starts(lines[start + 1 : end])


def _author_heading(found: _List, lines: Sequence[Line], at: int, after_blank: bool) -> AuthorHeading | None:
    before = found.items[-1] if found.items else None
    opens = before is None or before.section != found.section
    after_break = after_blank or opens or (before is not None and is_complete(before.tail()))
    return author_heading(lines, at, before, after_break, opens)


def _ends_list(line: Line, head: Line) -> bool:
    """A heading that is no section ends a list, unless it stands below the list's own heading."""
    if line.kind == "text" and len(line.text.split()) <= _LABEL_WORDS and not citation_cues(line.text):
        appendix = find(APPENDIX, shade(line.text))
        return appendix is not None and not line.text[: appendix.start()].strip()
    if line.kind != "heading" or _is_section(line):
        return False
    if find(APPENDIX, shade(line.text)):
        return True
    return head.kind != "heading" or line.level <= head.level


def _clean_heading(text: str) -> str:
    return re.sub(r"^[\s•▪●*\-–]+|[\s:.•*]+$", "", text)


def _rest_of_item(found: _List, lines: Sequence[Line], at: int) -> str:
    """What follows a line in its item, as far as the layout of the list tells."""
    following = takewhile(lambda line: found.starts.get(line.number) is False, lines[at + 1 : at + 9])
    return "".join(f" {line.text}" for line in following)


def _add(found: _List, line: Line, after_blank: bool, more: str) -> bool:
    """Put a line into the list: a new item, the rest of the last one, or a puzzle. False if the list is over.

    `more` is the text of the lines that are known to carry it on.
    """
    mark = mark_of(line.text)
    rest = cut(line, mark.end)
    if found.brackets is False and _opens_notes(mark, rest.text, after_blank):
        return False
    if mark.number:
        found.brackets = mark.style in _BRACKETS
    last = found.items[-1] if found.items else None
    if not mark and last and _continues(found, last, line, after_blank):
        last.ends_group = last.ends_group or ends_group(line, last)
        last.lines.append(line)
        return True
    if not mark and is_prose(line.text):
        return False
    if not reads_like_reference(rest.text + more) and not (mark.number and _is_title(rest.text)):
        found.puzzles.append(line)
        if found.group and found.group.mark.kind == mark.kind:
            found.group = None
        return True
    if last and last.ends_group and last.group is found.group:
        found.group = None
    found.items.append(Item([rest], mark, found.section, found.group, after_blank))
    return True


def _opens_notes(mark: Mark, text: str, after_blank: bool) -> bool:
    """Whether a line after the items 1., 2., 3. is the note (1) or [1] that follows their list."""
    return mark.style in _BRACKETS and (citation_cues(text) >= 2 or (mark.number == "1" and after_blank))


def _continues(found: _List, last: Item, line: Line, after_blank: bool) -> bool:
    """Whether a line without number or bullet carries on the item before it."""
    text = last.tail()
    begins = line.row or found.starts.get(line.number)
    if begins or last.section != found.section or last.group is not found.group:
        return False
    first_letter = next((c for c in line.text if c.isalpha()), "x")
    if after_blank:
        return not is_complete(text) and (citation_cues(line.text) < 2 or first_letter.islower())
    if _hangs(found, line, after_blank):
        return True
    if last.mark:
        return not (is_complete(text) and citation_cues(line.text) >= 2 and len(line.text) > 40)
    return line.indent > last.lines[0].indent or first_letter.islower() or not is_complete(text)


def _hangs(found: _List, line: Line, after_blank: bool) -> bool:
    """Whether a line carries on the item before it by its hanging indent."""
    last = found.items[-1] if found.items else None
    return bool(last and last.mark and not after_blank and line.indent > last.lines[0].indent)


def _is_page_number(found: _List, line: Line, after_blank: bool) -> bool:
    """Whether a line is but a number that the page left; behind an open item it is the end of that."""
    if not _PAGE_NUMBER.fullmatch(line.text):
        return False
    return after_blank or not found.items or is_complete(found.items[-1].tail()) or not any(map(str.isdigit, line.text))


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
    above = authors_above(found.items)
    for position, (item, author) in enumerate(zip(found.items, above, strict=True), 1):
        passage = item.passage()
        references.append(
            Reference(
                text=passage.text,
                anchors=passage.anchors,
                id=f"r{count + position}",
                list_id=list_id,
                section=item.section,
                author_heading=author,
                position=position,
                number=item.mark.number or None,
                language=language(passage.text),
            )
        )
    tags = [reference.language for reference in references]
    return ReferenceList(
        id=list_id,
        heading=found.heading,
        language=found.line.list_language or max(("ar", "en"), key=tags.count),
        place=Place(line=found.line.number, column=1),
        references=tuple(references),
    )
