"""Headings that are the author of the works below them, each of which names nobody: `Smith, John:` and his books.

Such a line is told from a section (المصادر العربية), from an item that is a name, and from one that runs on in the next
line. In doubt it is none: a work without its author does less harm than one with the author of another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from refkit.formats.endings import is_complete
from refkit.formats.items import AuthorHeading, Item, is_prose, mark_of, reads_like_reference
from refkit.formats.lines import Line, cut
from refkit.names import INITIALS, is_corporate, looks_personal, units
from refkit.names.persons import PROBABLY, byline, known_given, names_person, personhood
from refkit.text import shade
from refkit.vocabulary import citation_cues, find, heading_kind, place
from refkit.vocabulary.terms import PUBLISHER

_COLONS = (":", "：")
#: So many lines are looked at for the end of one work.
_LINES_OF_A_WORK = 6


def author_heading(
    lines: Sequence[Line], at: int, before: Item | None, after_break: bool, opens: bool
) -> AuthorHeading | None:
    """The heading that a line of a list is, if it names an author and works without one follow.

    `before` is the item before it. `after_break`: an empty line or the end of a work precedes it. `opens`: it is the
    first line of its list or section.
    """
    line = lines[at]
    mark = mark_of(line.text)
    shown = line.strong or line.kind == "heading"
    text = line.text[mark.end :].rstrip()
    name = byline(text) or (byline(text.rstrip(".")) if shown else "")
    said = shown or text.endswith(_COLONS)
    earlier = before.group if before else None
    like = earlier is not None and (earlier.said, earlier.mark.kind) == (said, mark.kind)
    if not name or any(heading_kind(line.text)) or not (mark or shown or after_break or like):
        return None
    # A name alone among items of another layout is a running head, or a line that was broken.
    usual = opens or bool(earlier and (said or not earlier.said))
    if not said and (is_corporate(name) or not (mark or usual)):
        return None
    works = _works_below(lines, at + 1)
    if not works:
        return None
    below = works[0].mark
    apart = below.kind != mark.kind if below else shown and not mark
    spaced = lines[at + 1].kind == "blank"
    heading = AuthorHeading(name, mark, said, apart)
    return heading if _heads(heading, works, spaced, usual) else None


def _heads(heading: AuthorHeading, works: Sequence[Item], spaced: bool, usual: bool) -> bool:
    """Whether the works below a name are that author's.

    `spaced`: an empty line divides them from it; `usual`: the list has been in this layout so far.
    """
    first, following = works[0], works[1:]
    mark = heading.mark
    if _has_its_own(first, heading):
        return False
    if heading.apart:
        return True
    if mark.number and first.mark.number and int(first.mark.number) == int(mark.number) + 1:
        return False  # both are counted as items
    opening = _parts(first.passage().text)[0]
    if not first.mark and (place(opening) or _has_publisher(opening)):
        return False  # Boston:
    # What is marked like the works, or only its wording tells, may be a line that runs on in the next.
    runs_on = bool(mark) and not first.mark
    divided = spaced or bool(first.mark)
    clear = (divided or usual) if heading.said else (spaced and not mark and bool(following))
    if not clear or (runs_on and not (following and is_complete(first.tail()))):
        return False
    return not any(names_author(work.passage().text, surely=False) for work in following)


def _works_below(lines: Sequence[Line], at: int) -> list[Item]:
    """The first work below a line and, if it is marked alike, the second; as far as they read like references."""
    works: list[Item] = []
    while at < len(lines) and len(works) < 2:
        line = lines[at]
        at += 1
        if line.kind == "blank":
            continue
        mark = mark_of(line.text)
        if not _goes_on(line) or (works and mark.kind != works[0].mark.kind):
            break
        work = Item([cut(line, mark.end)], mark, None, None, after_blank=False)
        while at < len(lines) and len(work.lines) < _LINES_OF_A_WORK and not is_complete(work.tail()):
            if not _goes_on(lines[at]) or mark_of(lines[at].text):
                break
            work.lines.append(lines[at])
            at += 1
        text = work.passage().text
        if not citation_cues(text) or not reads_like_reference(work.lines[0].text) or is_prose(text):
            break
        works.append(work)
    return works


def _goes_on(line: Line) -> bool:
    """Whether a line is text, and no heading of any kind."""
    bare = line.text[mark_of(line.text).end :]
    return line.kind == "text" and not line.strong and not any(heading_kind(line.text)) and not byline(bare)


def authors_above(items: Sequence[Item]) -> list[str | None]:
    """For each item the author of the heading above it, if that is its author."""
    names: list[str | None] = []
    group = opened = None
    tight = False
    for item in items:
        if item.group is not group:
            group = item.group
            opened, tight = item, False
        elif opened and (item.mark.kind != opened.mark.kind or (tight and item.after_blank)):
            opened = None
        else:
            tight = tight or not item.after_blank
        own = group is not None and opened is not None and _has_its_own(item, group)
        if own and group and not group.apart:
            opened = None
        names.append(group.name if group and opened and not own else None)
    return names


def _has_its_own(work: Item, heading: AuthorHeading) -> bool:
    """Whether a work below a heading names an author; where its looks do not tell it from one, perhaps is enough."""
    return names_author(work.passage().text, surely=heading.apart and not is_corporate(heading.name))


def ends_group(line: Line, last: Item) -> bool:
    """Whether a line that seems to carry on an item may be the next heading: whose works follow is not known then."""
    if not last.group or last.group.mark:
        return False
    unlike = not last.group.said and not citation_cues(line.text)
    return unlike or line.text.rstrip().endswith(_COLONS) or is_complete(last.tail())


_QUOTED = re.compile(r"\s*[«\"“„]([^«»\"“”„]+)[»\"”“]")
_DIVIDES = re.compile(r"[,،:؛;()\[\]«»\"“”]|\.(?:\s|$)|\s[-–—]\s")


def names_author(text: str, surely: bool) -> bool:
    """Whether a reference names its author; unless `surely`, also where its first words may be a name.

    >>> lines = "طه حسين، الأيام، القاهرة", "الأيام، القاهرة", "Said, Edward. Orientalism"
    >>> [names_author(line, surely=True) for line in lines]
    [True, False, True]
    """
    first, second, third = _parts(text)
    given = looks_personal(second) and not place(second)
    family = looks_personal(first) and len(units(first)) <= 2
    more = bool(third) and not place(third)
    if second and not place(second) and (is_corporate(first) or names_person(first) or INITIALS.fullmatch(first)):
        return True
    if family and given and more and (known_given(second) or INITIALS.fullmatch(second)):
        return True
    if given and third and names_person(second):
        return True
    if surely:
        return False
    inverted = family and given and more and len(units(second)) <= 3 and not _has_publisher(second)
    return inverted or (personhood(first) >= PROBABLY and bool(second) and not place(second))


def _parts(text: str) -> tuple[str, str, str]:
    """The first three parts of a reference that are words, '' for each that it has not."""
    title = _QUOTED.match(text)
    rest = _DIVIDES.split(text[title.end() :] if title else text)
    parts = [part.strip() for part in [title[1] if title else "", *rest] if any(map(str.isalpha, part))]
    first, second, third = [*parts, "", "", ""][:3]
    return first, second, third


def _has_publisher(part: str) -> bool:
    return bool(find(PUBLISHER, shade(part)))
