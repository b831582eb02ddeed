"""Steps for the authors, and what tells a name from a title."""

from __future__ import annotations

import re

from refkit.names import is_corporate, is_title, looks_personal, units, without_titles
from refkit.names import words as name_words
from refkit.parser.bodies import body_kind
from refkit.parser.draft import KNOWN, TAKEN, Draft, Segment, compiled
from refkit.text import fold
from refkit.vocabulary import given_names


def take_marked_author(draft: Draft) -> None:
    """Authors with a mark after them: a bracketed given name or year (APA), a full stop, a colon, an opening quote."""
    if span := _bracketed_given(draft) or _before_full_stop(draft) or _vancouver(draft):
        draft.inverted = True
        draft.take("author", *span)
    elif span := _author_before_mark(draft):
        names = draft.text[slice(*draft.shadow.span(*span))]
        draft.inverted = bool(re.search(r"[,،]", names)) and _inverted_text(names)
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
_GIVEN = rf"(?:{_CAPITALISED}|\w\.)(?: {_CAPITALISED}){{0,3}}(?: ?\w\.){{0,3}}"
#: `Said, Edward W. Orientalism`: after an initial too, the full stop before a word ends the authors.
_PEOPLE_THEN_STOP = (
    rf"\s*(?P<people>{_CAPITALISED}(?: {_CAPITALISED}){{0,2}},\s+{_GIVEN}"
    rf"(?:,?\s+(?:and|&)\s+{_CAPITALISED}(?:\s(?:{_CAPITALISED}|\w\.)){{1,4}})?)"
    r"(?:\.|(?<=\.))\s+(?=[\"“‘«*_]?[^\W\d_]{2})"
)


def _before_full_stop(draft: Draft) -> tuple[int, int] | None:
    """Family and given names that a full stop divides from the title (Chicago and MLA lists), in Latin script."""
    if draft.kind != "reference" or not draft.shadow.text[:1].isascii():
        return None
    match = compiled(_PEOPLE_THEN_STOP).match(draft.text)
    if not match or is_corporate(match["people"]):
        return None
    start, end = (draft.shadow.position(offset) for offset in match.span("people"))
    return (start, end) if TAKEN not in draft.rest[start:end] else None


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


def take_author(draft: Draft) -> None:
    """The authors: the leading segments, where no mark has told."""
    if draft.has("author"):
        return
    free = [segment for segment in draft.segments() if not segment.depth]
    count = author_segments(draft, free)
    if not count and (span := _after_title(draft, free)):
        draft.take("author", *span)
    elif count:
        sure = is_corporate(draft.original(free[0])) or known_given(draft.original(free[count - 1]))
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
    if (people := _several_latin(draft, free)) > 1:
        return people
    if draft.form:
        return 1 if looks_personal(text) or is_corporate(text) or _lists_people(text) else 0
    if (count := _before_death(draft, free)) is not None:
        return count
    if first.after == ":" or is_corporate(text):
        return 1
    if _title_first(draft, free):
        return 0
    if _inverted(draft, first, following):
        draft.inverted = True
        return 2
    if not looks_personal(text.replace(":", " ")) and not _lists_people(text):
        return 0
    return 1 if _reads_as_person(draft, first, following) else 0


def _after_title(draft: Draft, free: list[Segment]) -> tuple[int, int] | None:
    """The authors of a title-first citation: المغني، لابن قدامة; الأم، الشافعي، محمد بن إدريس (ت ٢٠٤هـ)."""
    if len(free) < 2 or (free[0].quoted and len(free) < 2):
        return None
    second, third = free[1], free[2] if len(free) > 2 else None
    name = draft.original(second)
    if second.text.startswith("ل") and looks_personal(by_author(name)) and not body_kind(second, draft):
        return second.start, second.end
    if third and _strictly_inverted(draft, second, third):
        draft.inverted = True
        return second.start, third.end
    if without_titles(name) != name.strip(" ،,:") and looks_personal(name):
        return second.start, second.end
    return None


def _strictly_inverted(draft: Draft, family: Segment, given: Segment) -> bool:
    """Two segments that are certainly `family, given`: the second begins with a given name, or a death date follows."""
    both = draft.original(family), draft.original(given)
    if not all(looks_personal(part) for part in both) or len(units(both[0])) > 3 or len(units(both[1])) > 6:
        return False
    died = draft.found.get("death", [(-9, -9)])[0][0]
    return known_given(both[1]) or 0 <= died - given.end <= 3


def by_author(text: str) -> str:
    """A name behind the preposition ل, without it: لابن قدامة, للنووي.

    >>> by_author("لابن قدامة"), by_author("للنووي")
    ('ابن قدامة', 'النووي')
    """
    bare = text.strip()
    return "ال" + bare[2:] if bare.startswith("لل") else bare.removeprefix("ل")


def _first_use(draft: Draft) -> int:
    """The offset of the first stretch that is known, commentary aside."""
    starts = [start for name, spans in draft.found.items() for start, _ in spans]
    return min(starts, default=len(draft.rest))


def _several_latin(draft: Draft, free: list[Segment]) -> int:
    """`Al-Mansoori, Fernandes and Yousif, Midday work bans`: segments of family names, the last with `and`."""
    if draft.kind != "note" or not free[0].text.isascii():
        return 0
    for at, segment in enumerate(free[:5]):
        names = _joined(draft.original(segment))
        if not all(looks_personal(name) and len(units(name)) <= 3 for name in names):
            return 0
        if len(names) > 1:
            # Said, Culture and Imperialism, 70: what looks like two names is a title if no title follows.
            return at + 1 if len(free) > at + 1 and free[at + 1].words >= 3 else 0
    return 0


def _before_death(draft: Draft, free: list[Segment]) -> int | None:
    """How many leading segments a death date closes; 0 if the first of three is the title; None without such a date."""
    died = draft.found.get("death", [(-9, -9)])[0][0]
    closed = next((at for at, segment in enumerate(free[:3]) if 0 <= died - segment.end <= 3), None)
    if closed is None or not all(looks_personal(draft.original(segment)) for segment in free[1 : closed + 1]):
        return None
    titled = any(segment.start > died and not body_kind(segment, draft) for segment in free)
    if closed == 1 and titled:
        draft.inverted = True
        return 2
    return {0: 1, 1: 0, 2: 0}[closed]


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


def _behind_preposition(draft: Draft, segment: Segment, certain: bool) -> bool:
    """لابن قدامة, للنووي, لمحمد …; unless it must be `certain`, any name behind ل."""
    name = by_author(draft.original(segment))
    if not segment.text.startswith("ل") or segment.words > 5 or not looks_personal(name) or body_kind(segment, draft):
        return False
    return not certain or known_given(name) or segment.text.startswith(("لابن ", "لابي ", "لل"))


def _joined(text: str) -> list[str]:
    """The parts that `and`, & and و divide, alone or written together with what follows (ومحمد, ود. نوري)."""
    return re.split(r"\s+(?:و|and|&)\s+|\s+و(?=\w{3}|[دأام]\s?\.)", text)


def _lists_people(text: str) -> bool:
    """Several people in one segment: دريه شفيق بسيوني ومحمد عبيد على عبد العظيم."""
    parts = _joined(text)
    return len(parts) > 1 and len(name_words(text)) <= 14 and all(looks_personal(part) for part in parts)


def _inverted(draft: Draft, first: Segment, following: list[Segment]) -> bool:
    """Whether two segments are `family, given`: one unit, then a given name, then something for a title."""
    if not following or first.after not in (",",) or following[0].quoted or following[0].depth:
        return False
    family, given = draft.original(first), draft.original(following[0])
    given_head = re.split(r"\.\s", _joined(given)[0])[0]
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


def known_given(name: str) -> bool:
    """Whether a name begins with a known given name."""
    found = units(without_titles(name))
    return bool(found) and (
        found[0].folded in given_names() or found[0].folded.startswith(("عبد ", "ابو ", "ابي ", "ام ", "abd"))
    )


def _reads_as_person(draft: Draft, first: Segment, following: list[Segment]) -> bool:
    text = draft.original(first)
    if without_titles(text) != text.strip(" ،,:") or known_given(text):
        return True
    if first.text.isascii():
        short = draft.kind == "note" and 1 <= len(following) <= 2 and draft.original(following[0])[:1].isupper()
        return bool(following) and (2 <= len(units(text)) <= 4 or (short and len(units(text)) == 1))
    next_is_title = bool(following) and not body_kind(following[0], draft) and following[0].words >= 2
    if _lists_people(text):
        return next_is_title or any(known_given(part) for part in _joined(text))
    return next_is_title and len(units(text)) <= 5


def _inverted_text(names: str) -> bool:
    family, _, given = re.split(r"([,،])", names, maxsplit=1)
    return len(units(family)) <= 2 and looks_personal(re.split(r"[,،؛;]", _joined(given)[0])[0])


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


def names_only(text: str, certain: bool) -> bool:
    """Whether a text is nothing but names; unless `certain`, the last of them must be known for a name."""
    parts = [name for part in re.split(r"[,،؛;]", text) for name in _joined(part) if fold(name)]
    if not parts or not all(looks_personal(part) or (is_corporate(part) and len(parts) == 1) for part in parts):
        return False
    last = parts[-1]
    if max(len(fold(part)) for part in parts) < 2:
        return False
    return certain or is_corporate(last) or known_given(last) or without_titles(last) != last.strip(" ،,:")


def _site_then_title(draft: Draft, free: list[Segment]) -> bool:
    """A web page by a site: two free segments, no person, no publisher; the shorter one before is the site."""
    if not draft.has("URL") or draft.has("publisher", "container-title") or len(free) < 2:
        return False
    return free[0].words < sum(segment.words for segment in free[1:]) and free[0].words <= 9 and free[0].after == ","
