"""Steps for the authors, and what tells a name from a title."""

from __future__ import annotations

import re

from refkit.names import is_corporate, looks_personal, units, without_titles
from refkit.names import words as name_words
from refkit.parser.bodies import body_kind
from refkit.parser.draft import TAKEN, Draft, Segment
from refkit.text import fold
from refkit.vocabulary import given_names


def take_marked_author(draft: Draft) -> None:
    """Authors with a mark after them: a bracketed year (APA), a colon, or the opening quote of the title."""
    if span := _author_before_mark(draft):
        names = draft.text[slice(*draft.shadow.span(*span))]
        draft.inverted = bool(re.search(r"[,،]", names)) and _inverted_text(names)
        draft.take("author", *span)


def take_author(draft: Draft) -> None:
    """The authors: the leading segments, where no mark has told."""
    if draft.has("author"):
        return
    free = [segment for segment in draft.segments() if not segment.depth]
    count = author_segments(draft, free)
    if count:
        sure = is_corporate(draft.original(free[0])) or _known_given(draft.original(free[count - 1]))
        draft.take("author", free[0].start, free[count - 1].end, sure=sure)
    elif _site_then_title(draft, free):
        draft.take("author", free[0].start, free[0].end, sure=False)


def author_segments(draft: Draft, free: list[Segment]) -> int:
    """How many of the leading free segments name the authors: 0 if the title comes first.

    Sets `draft.inverted` where the family name comes first.
    """
    draft.inverted = False
    if not free or free[0].quoted or free[0].start > _first_use(draft):
        return 0
    first, following = free[0], free[1:]
    text = draft.original(first)
    if first.after == ":" or is_corporate(text):
        return 1
    if _inverted(draft, first, following):
        draft.inverted = True
        return 2
    if not looks_personal(text.replace(":", " ")) and not _lists_people(text):
        return 0
    return 1 if _reads_as_person(draft, first, following) else 0


def _first_use(draft: Draft) -> int:
    """The offset of the first stretch that is known, commentary aside."""
    starts = [start for name, spans in draft.found.items() for start, _ in spans]
    return min(starts, default=len(draft.rest))


def _lists_people(text: str) -> bool:
    """Several people in one segment: دريه شفيق بسيوني ومحمد عبيد على عبد العظيم."""
    parts = re.split(r"\s+(?:و|and|&)\s+|\s+و(?=\w{3})", text)
    return len(parts) > 1 and len(name_words(text)) <= 14 and all(looks_personal(part) for part in parts)


def _inverted(draft: Draft, first: Segment, following: list[Segment]) -> bool:
    """Whether two segments are `family, given`: one unit, then a given name, then something for a title."""
    if not following or first.after not in (",",) or following[0].quoted or following[0].depth:
        return False
    family, given = draft.original(first), draft.original(following[0])
    given_head = re.split(r"\s+(?:و|and|&)\s+|\s+و(?=\w{3})|\.\s", given)[0]
    if not looks_personal(family) or not looks_personal(given_head) or len(units(family)) > 2:
        return False
    known = _known_given(given_head) or bool(re.fullmatch(r"(?:\w\.?[\s-]*){1,3}", fold(given_head)))
    if len(units(family)) == 2 and not (known and not _known_given(family)):
        return False
    if len(units(given_head)) > 5:
        return False
    if known:
        return True
    has_title = len(following) > 1 and (following[1].words >= 3 or following[1].quoted)
    return has_title and draft.kind == "reference" and len(units(given_head)) <= 3


def _known_given(name: str) -> bool:
    """Whether a name begins with a known given name."""
    found = units(without_titles(name))
    return bool(found) and (found[0].folded in given_names() or found[0].folded.startswith(("عبد ", "abd")))


def _reads_as_person(draft: Draft, first: Segment, following: list[Segment]) -> bool:
    text = draft.original(first)
    if without_titles(text) != text.strip(" ،,:") or _known_given(text):
        return True
    if first.text.isascii():
        return 2 <= len(units(text)) <= 4 and bool(following)
    next_is_title = bool(following) and not body_kind(following[0], draft) and following[0].words >= 2
    if _lists_people(text):
        return next_is_title or any(_known_given(part) for part in re.split(r"\s+و", text))
    return next_is_title and len(units(text)) <= 5


def _inverted_text(names: str) -> bool:
    family, _, given = re.split(r"([,،])", names, maxsplit=1)
    return len(units(family)) <= 2 and looks_personal(re.split(r"[,،؛;]|\s+و\s+|\s+and\s+", given)[0])


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
        start = len(head) - len(head.lstrip(f" {TAKEN}"))
        if not head[start:] or TAKEN in head[start:] or "(" in head or len(head.split()) > most:
            continue
        names = draft.text[slice(*draft.shadow.span(start, len(head)))]
        if names_only(names, certain=mark == '"'):
            return start, len(head)
    return None


def names_only(text: str, certain: bool) -> bool:
    """Whether a text is nothing but names; unless `certain`, the last of them must be known for a name."""
    parts = [part for part in re.split(r"[,،؛;&]|\s+(?:و|and)\s+|\s+و(?=\w{3})", text) if fold(part)]
    if not parts or not all(looks_personal(part) or is_corporate(part) for part in parts):
        return False
    last = parts[-1]
    return certain or is_corporate(last) or _known_given(last) or without_titles(last) != last.strip(" ،,:")


def _site_then_title(draft: Draft, free: list[Segment]) -> bool:
    """A web page by a site: two free segments, no person, no publisher; the shorter one before is the site."""
    if not draft.has("URL") or draft.has("publisher", "container-title") or len(free) < 2:
        return False
    return free[0].words < sum(segment.words for segment in free[1:]) and free[0].words <= 9 and free[0].after == ","
