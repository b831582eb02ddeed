"""A step for authors that only their place tells: before the title, or after it."""

from __future__ import annotations

import re

from refkit.names import is_corporate, looks_personal, units, without_titles
from refkit.names.persons import CERTAINLY, PROBABLY, by_author, joined, known_given, lists_people, people_in
from refkit.parser.bodies import body_kind
from refkit.parser.draft import TAKEN, Draft, Segment
from refkit.text import fold


def take_author(draft: Draft) -> None:
    """The authors: the leading segments, where no mark has told."""
    if draft.nameless or draft.has("author") or draft.headed_by_editor():
        return
    free = [segment for segment in draft.segments() if not segment.depth]
    count = author_segments(draft, free)
    if not count and (span := _after_title(draft, free)):
        draft.take("author", *span)
    elif count:
        sure = (
            is_corporate(draft.original(free[0]))
            or known_given(draft.original(free[count - 1]))
            or _whole_latin_names(draft, free, count)
            or (count == 1 and len(joined(draft.original(free[0]))) > 1 and _whole_names(draft.original(free[0])))
        )
        draft.take("author", free[0].start, free[count - 1].end, sure=sure)
    elif _site_then_title(draft, free):
        draft.take("author", free[0].start, free[0].end, sure=False)


def author_segments(draft: Draft, free: list[Segment]) -> int:
    """How many of the leading free segments name the authors: 0 if the title comes first.

    Notes in `draft.family_first` where the family name comes first.
    """
    draft.family_first.discard("author")
    if draft.nameless or not free or free[0].quoted or free[0].start > _first_use(draft):
        return 0
    first, following = free[0], free[1:]
    text = draft.original(first)
    if (people := _several_latin(draft, free)) > 1:
        return people
    if draft.form:
        return 1 if looks_personal(text) or is_corporate(text) or lists_people(text) else 0
    if (count := _before_death(draft, free)) is not None:
        return count
    if first.after == ":" or is_corporate(text):
        return 1
    if _title_first(draft, free) or _named_second(draft, free):
        return 0
    if _inverted(draft, first, following):
        draft.family_first.add("author")
        return _further_inverted(draft, free)
    if not looks_personal(text.replace(":", " ")) and not lists_people(text):
        return 0
    if not first.text.isascii() and len(joined(text)) > 1 and people_in(text) < PROBABLY and not _whole_names(text):
        return 0
    if _one_name(draft, first, following):
        return 1
    return 1 if _reads_as_person(draft, first, following) else 0


def _after_title(draft: Draft, free: list[Segment]) -> tuple[int, int] | None:
    """The authors of a title-first citation: المغني، لابن قدامة; الأم، الشافعي، محمد بن إدريس (ت ٢٠٤هـ)."""
    if len(free) < 2:
        return None
    second, third = free[1], free[2] if len(free) > 2 else None
    name = draft.original(second)
    if second.text.startswith("ل") and looks_personal(by_author(name)) and not body_kind(second, draft):
        return second.start, second.end
    if _certain_after_title(draft, free):
        return second.start, second.end
    if third and _strictly_inverted(draft, second, third):
        draft.family_first.add("author")
        return second.start, third.end
    if without_titles(name) != name.strip(" ،,:") and looks_personal(name):
        return second.start, second.end
    return None


def _certain_after_title(draft: Draft, free: list[Segment]) -> bool:
    """`title - author - publisher`: the second is certainly a person, the first is not, and no title follows."""
    first, second = free[0], free[1]
    if (
        second.text.isascii()
        or people_in(draft.original(second)) < CERTAINLY
        or people_in(draft.original(first)) >= PROBABLY
    ):
        return False
    return len(free) == 2 or second.after == TAKEN or bool(body_kind(free[2], draft))


def _strictly_inverted(draft: Draft, family: Segment, given: Segment) -> bool:
    """Two segments that are certainly `family, given`: the second begins with a given name, or a death date follows."""
    both = draft.original(family), draft.original(given)
    if not all(looks_personal(part) for part in both) or len(units(both[0])) > 3 or len(units(both[1])) > 6:
        return False
    died = draft.found.get("death", [(-9, -9)])[0][0]
    return known_given(both[1]) or 0 <= died - given.end <= 3


def _first_use(draft: Draft) -> int:
    """The offset of the first stretch that is known, commentary aside."""
    starts = [start for name, spans in draft.found.items() for start, _ in spans]
    return min(starts, default=len(draft.rest))


def _several_latin(draft: Draft, free: list[Segment]) -> int:
    """`Al-Mansoori, Fernandes and Yousif, Midday work bans`: segments of family names, the last with `and`."""
    if draft.kind != "note" or not free[0].text.isascii():
        return 0
    for at, segment in enumerate(free[:5]):
        names = joined(draft.original(segment))
        if not all(looks_personal(name) and len(units(name)) <= 3 for name in names):
            return 0
        if len(names) > 1:
            # Said, Culture and Imperialism, 70: what looks like two names is a title if no title follows.
            return at + 1 if len(free) > at + 1 and free[at + 1].words >= 3 else 0
    return 0


def _whole_names(text: str) -> bool:
    """Several names of two units or more, at least half of which begin with a known one: سعيد نجم وخالد الجزائري."""
    names = joined(text)
    return all(len(units(name)) > 1 for name in names) and 2 * sum(map(known_given, names)) >= len(names)


def _whole_latin_names(draft: Draft, free: list[Segment], count: int) -> bool:
    """`Ann Reed, Paul Shaw and Mary Moss, A Title of Some Words`: each name whole, and a title behind them."""
    names = [name for segment in free[:count] for name in joined(draft.original(segment))]
    whole = count > 1 and free[0].text.isascii() and "author" not in draft.family_first
    return (
        whole
        and all(len(units(name)) > 1 for name in names)
        and bool(free[count:])
        and not body_kind(free[count], draft)
    )


def _before_death(draft: Draft, free: list[Segment]) -> int | None:
    """How many leading segments a death date closes; 0 if the first of three is the title; None without such a date."""
    died = draft.found.get("death", [(-9, -9)])[0][0]
    closed = next((at for at, segment in enumerate(free[:3]) if 0 <= died - segment.end <= 3), None)
    if closed is None or not all(looks_personal(draft.original(segment)) for segment in free[1 : closed + 1]):
        return None
    titled = any(segment.start > died and not body_kind(segment, draft) for segment in free)
    if closed == 1 and titled:
        draft.family_first.add("author")
        return 2
    return 1 if closed == 0 else 0


def _one_name(draft: Draft, first: Segment, following: list[Segment]) -> bool:
    """ابن خلدون، المقدمة: one unit that only a name can be, before a title of any length."""
    name = units(draft.original(first))
    if len(name) != 1 or not following or body_kind(following[0], draft):
        return False
    titled = draft.original(following[0])
    return name[0].folded.startswith(("ابن ", "ابو ", "ابي ")) and not units(titled)[:1][0].folded.startswith("ابن ")


def _title_first(draft: Draft, free: list[Segment]) -> bool:
    """Whether the second and third segment are certainly the author, and no title follows them."""
    if len(free) < 2:
        return False
    named_first = known_given(draft.original(free[0]))
    if _behind_preposition(draft, free[1], certain=named_first or len(free) > 2):
        return True
    if (
        named_first
        or len(free) < 3
        or not _strictly_inverted(draft, free[1], free[2])
        or known_given(draft.original(free[1]))
    ):
        return False
    later = [segment for segment in free[3:] if not body_kind(segment, draft) and segment.words >= 2]
    return not later


def _named_second(draft: Draft, free: list[Segment]) -> bool:
    """Whether the second stretch is more surely a person than the first, and no title follows it."""
    return len(free) > 1 and not _strictly_family(draft, free) and _certain_after_title(draft, free)


def _strictly_family(draft: Draft, free: list[Segment]) -> bool:
    """A first stretch that can only be the family name of the second: one unit, in a list."""
    return len(units(draft.original(free[0]))) == 1 and free[0].after == ","


def _behind_preposition(draft: Draft, segment: Segment, certain: bool) -> bool:
    """لابن قدامة, للنووي, لمحمد …; unless it must be `certain`, any name behind ل."""
    name = by_author(draft.original(segment))
    if not segment.text.startswith("ل") or segment.words > 5 or not looks_personal(name) or body_kind(segment, draft):
        return False
    return not certain or known_given(name) or segment.text.startswith(("لابن ", "لابي ", "لل"))


def _inverted(draft: Draft, first: Segment, following: list[Segment]) -> bool:
    """Whether two segments are `family, given`: one unit, then a given name, then something for a title."""
    if not following or first.after != "," or following[0].quoted or following[0].depth:
        return False
    family, given = draft.original(first), draft.original(following[0])
    given_head = re.split(r"\.\s", joined(given)[0])[0]
    if not looks_personal(family) or not looks_personal(given_head) or len(units(family)) > 2:
        return False
    known = known_given(given_head) or bool(re.fullmatch(r"(?:\w\.?[\s-]*){1,3}", fold(given_head)))
    if len(units(family)) == 2 and not (known and not known_given(family)):
        return False
    if len(units(given_head)) > 5:
        return False
    if known:
        return True
    has_title = len(following) > 1 and (following[1].words >= 3 or following[1].quoted)
    return has_title and draft.kind == "reference" and len(units(given_head)) <= 3


def _further_inverted(draft: Draft, free: list[Segment]) -> int:
    """How many segments `family، given، وfamily، given` takes: all pairs that follow, joined by و, before a title."""
    count = 2
    while len(free) > count + 2 and not free[count].text.isascii():
        family, given = (draft.original(segment).strip() for segment in free[count : count + 2])
        quoted = any(segment.quoted or segment.depth for segment in free[count : count + 2])
        if quoted or not family.startswith("و") or not looks_personal(family[1:]) or not looks_personal(given):
            break
        if (
            len(units(family[1:])) > 2
            or len(units(given)) > 3
            or free[count].after != ","
            or body_kind(free[count + 1], draft)
        ):
            break
        count += 2
    return count


def _reads_as_person(draft: Draft, first: Segment, following: list[Segment]) -> bool:
    text = draft.original(first)
    if without_titles(text) != text.strip(" ،,:") or known_given(text):
        return True
    if first.text.isascii():
        short = draft.kind == "note" and 1 <= len(following) <= 2 and draft.original(following[0])[:1].isupper()
        return bool(following) and (2 <= len(units(text)) <= 4 or (short and len(units(text)) == 1))
    next_is_title = bool(following) and not body_kind(following[0], draft) and following[0].words >= 2
    if lists_people(text):
        return next_is_title or any(known_given(part) for part in joined(text))
    return next_is_title and len(units(text)) <= 5


def _site_then_title(draft: Draft, free: list[Segment]) -> bool:
    """A web page by a site: two free segments, no person, no publisher; the shorter one before is the site."""
    if not draft.has("URL") or draft.has("publisher", "container-title") or len(free) < 2:
        return False
    return free[0].words < sum(segment.words for segment in free[1:]) and free[0].words <= 9 and free[0].after == ","
