"""Steps for what only its position and its words tell: year, place, publisher, container, authors, title."""

from __future__ import annotations

import re

from refkit import vocabulary as words
from refkit.dates import month_pattern
from refkit.names import is_corporate, looks_personal, units, without_titles
from refkit.names import words as name_words
from refkit.parser.draft import TAKEN, Draft, Segment
from refkit.parser.labelled import compiled
from refkit.text import fold
from refkit.vocabulary import given_names, place

_YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_ERA = r"(?:\s*(?:م|ه|ميلاديه|هجريه|a\.?d\.?|c\.?e\.?|a\.?h\.?)(?!\w)\.?)?"
#: Words that tie the year after them to a title (منذ عام ٢٠١٦, since 2016).
_YEAR_IN_TITLE = r"(?:منذ|عام|سنه|خلال|بعد|قبل|حتي|حرب|ازمه|ثوره|بين|من|الي|في|لعام|لسنه|عامي|since|in|of|after|before|until|from|to|by|year|during|and|between)"


def take_death_date(draft: Draft) -> None:
    """(ت ٦٣٠هـ/١٢٢٣م) after an author: used up, and never taken for the year of publication."""
    died = r"\(\s*(?:ت|توفي|المتوفي|d\.)\s*[.:]?\s*[^()]{0,60}?\d[^()]{0,30}\)"
    for match in compiled(died).finditer(draft.rest):
        draft.drop(match.start(), match.end())


def take_year(draft: Draft) -> None:
    """The year of publication, with its month or its Hijri year; or د.ت, n.d.

    A year inside a title (منذ عام ٢٠١٦, 2000-2012) is none: the year of publication stands between delimiters, or
    ends what stands between them.
    """
    month = rf"(?:(?:\d{{1,2}}\s*[ ,.-]\s*)?{month_pattern()}(?:\s*[-/]\s*{month_pattern()})?\s*(?:\d{{1,2}}\s*)?[,/ ]*\s*)?"
    hijri = r"1[0-5]\d\d\s*ه\w{0,4}\.?|[3-9]\d\d\s*ه\w{0,4}\.?"
    year = rf"(?:{hijri}|{_YEAR}{_ERA})"
    span = rf"{month}{year}(?:\s*[-/]\s*(?:{year}|\d\d(?!\d)))?{_ERA}"
    end = rf"(?=\s*(?:[,;.)\]:{TAKEN}]|$))"
    delimited = compiled(rf"(?:^|[,;.(\[:{TAKEN}\"-])\s*(?:\[|c\.?\s?|عام\s+|سنه\s+)?(?P<value>{span})[a-dابج]?{end}")
    trailing = compiled(rf"(?<=[^\W\d_])\s+(?P<value>{span}){end}")
    candidates = [m.span("value") for m in delimited.finditer(draft.rest)]
    if not candidates:
        candidates = [m.span("value") for m in trailing.finditer(draft.rest) if not _in_title(draft.rest, m.start())]
    if candidates:
        start, stop = _best_year(draft, candidates)
        draft.take("issued", start, stop)
    elif match := compiled(words.pattern(words.NO_DATE) + r"\.?").search(draft.rest):
        draft.take("no-date", match.start(), match.end())
    for terms in (words.NO_PLACE, words.NO_PUBLISHER):
        if match := compiled(rf"(?<=[,(:\x1f])\s*{words.pattern(terms)}\.?(?=\s*[,):\x1f]|$)").search(draft.rest):
            draft.drop(match.start(), match.end())


def _in_title(rest: str, end: int) -> bool:
    return bool(compiled(rf"(?<!\w){_YEAR_IN_TITLE}\s*$").search(rest, max(0, end - 20), end))


def _best_year(draft: Draft, candidates: list[tuple[int, int]]) -> tuple[int, int]:
    """Of several, the one in brackets after the authors (APA), else the last that is no period of a title."""
    for start, end in candidates:
        head = draft.rest[:start].rstrip()
        if head.endswith("(") and start < 200 and TAKEN not in head and not _is_period(draft.rest[start:end]):
            names = draft.text[slice(*draft.shadow.span(0, len(head) - 1))]
            if _names_only(names, certain=draft.rest[end:].lstrip("abcdابج ").startswith((").", "),", "):"))):
                return start, end
    single = [(start, end) for start, end in candidates if not _is_period(draft.rest[start:end])]
    return (single or candidates)[-1]


def _is_period(value: str) -> bool:
    """2000-2012: more than two neighbouring years."""
    years = [int(year) for year in re.findall(_YEAR, value)]
    return len(years) == 2 and abs(years[1] - years[0]) > 1 and "ه" not in value


# --- place, publisher, department, container --------------------------------------------------------------------


def split_compounds(segment: Segment) -> list[Segment]:
    """`place: publisher` and `كلية الآداب جامعة القاهرة` as the two things they are."""
    cuts = [m.span() for m in re.finditer(r"\s*:\s*", segment.text)]
    for start, end in cuts:
        left, right = segment.text[:start], segment.text[end:]
        if place(left) or (segment.depth and left and right):
            return [_part(segment, 0, start), _part(segment, end, len(segment.text))]
    department = compiled(rf"^{words.pattern(words.DEPARTMENT)}.*?(?P<cut>\s+(?:-\s+)?)(?=(?:جامعه|الجامعه)\s)").match(segment.text)
    if department:
        return [_part(segment, 0, department.start("cut")), _part(segment, department.end("cut"), len(segment.text))]
    return [segment]


def _part(segment: Segment, start: int, end: int) -> Segment:
    return Segment(
        segment.start + start, segment.start + end, segment.text[start:end], segment.before, segment.after, segment.depth
    )


def take_bodies(draft: Draft) -> None:
    """Place, publisher, university, department and container, by the words that they begin with or contain."""
    segments = [part for segment in draft.segments() for part in split_compounds(segment)]
    first_free = _end_of_author_and_title(draft, segments)
    for segment in segments:
        if segment.start < first_free and not segment.depth:
            continue
        name = _body_kind(segment, draft)
        if not name and _carries_on(draft, segment):
            continue
        if name == "publisher-place" and draft.has(name):
            _extend(draft, name, segment)
        elif name and not (draft.has(name) and name != "department"):
            draft.take(name, segment.start, segment.end)
    if not draft.has("container-title", "publisher"):
        _take_glued_body(draft)


def _extend(draft: Draft, name: str, segment: Segment) -> bool:
    """Let a field go on over a comma to the segment after it (Princeton, New Jersey)."""
    start, end = draft.found[name][-1]
    if draft.shadow.text[end : segment.start].strip() != ",":
        return False
    draft.found[name][-1] = (start, segment.end)
    draft.drop(end, segment.end)
    return True


def _carries_on(draft: Draft, segment: Segment) -> bool:
    """A body with a comma in its name: Center for strategic, political and economic studies."""
    head = draft.original(segment)
    if not (head[:1].islower() and head.isascii()) and not head.startswith(("و", "للنشر", "للطباعة", "لل")):
        return False
    return any(_extend(draft, name, segment) for name in ("publisher", "department", "container-title") if draft.has(name))


def _end_of_author_and_title(draft: Draft, segments: list[Segment]) -> int:
    """Nothing before this offset is a publisher or a journal: the author and the first words of the title."""
    free = [segment for segment in segments if not segment.depth]
    for segment in free:
        if segment.quoted:
            return segment.end
    if not free:
        return 0
    # One segment at least is a title; if the first reads like an author, so is the second.
    authors = 0 if draft.has("author") else author_segments(draft, free)
    titled = free[authors] if authors < len(free) else free[-1]
    if _body_kind(titled, draft) == "container-title" and (authors or draft.has("author")):
        return titled.start
    return titled.end


def _body_kind(segment: Segment, draft: Draft) -> str:
    """Which field a segment is by its words: '' if they do not tell."""
    text = segment.text
    if segment.quoted:
        return ""
    if place(text):
        return "publisher-place"
    if compiled(rf"^(?:(?:في|ضمن|بحث منشور (?:في|ب)|مقال منشور (?:في|ب)|منشور في)\s*:?\s*)?{words.pattern(words.JOURNAL)}").match(text):
        return "container-title"
    if _starts_with(text, words.UNIVERSITY):
        return "publisher"
    if _starts_with(text, words.DEPARTMENT[:5]) and not segment.text.startswith("معهد"):
        return "department"
    if compiled(r"^(?:faculty|college|department|school|dept)\b").match(text):
        return "department" if draft.has("genre", "issue") or "university" in draft.rest else "publisher"
    if _starts_with(text, words.PUBLISHER) and segment.words <= 12:
        return "publisher"
    if text.isascii() and segment.words <= 14:
        return _english_body(text)
    return ""


def _english_body(text: str) -> str:
    """A body is what its head noun says: the word before of, for, on … (Review Commission is a commission)."""
    head = compiled(r"\s+(?:of|for|on|in|at)\s").split(text, 1)[0].split()[-1]
    for part in (head, text):
        if compiled(words.pattern(words.JOURNAL[11:])).search(part):
            return "container-title"
        if compiled(words.pattern(words.UNIVERSITY + words.PUBLISHER)).search(part):
            return "publisher"
    return ""


def _starts_with(text: str, terms: tuple[str, ...]) -> bool:
    return bool(compiled(rf"^(?:the\s+)?{words.pattern(terms)}").match(text))


def _take_glued_body(draft: Draft) -> None:
    """A publisher or journal that follows the title without a comma (… على أوكرانيا المركز العربي للبحوث)."""
    heads = words.pattern(("المركز", "مركز", "مجلة", "المجلة", "دار", "مكتبة", "مؤسسة", "المعهد", "معهد"))
    for segment in draft.segments():
        if segment.depth or segment.quoted or segment.words < 7:
            continue
        for match in compiled(rf"\s(?={heads})").finditer(segment.text):
            before, after = segment.text[: match.start()].split(), segment.text[match.end() :].split()
            if len(before) < 5 or len(after) < 2 or before[-1] in _PREPOSITIONS:
                continue
            name = "container-title" if after[0] in ("مجله", "المجله") else "publisher"
            draft.take(name, segment.start + match.end(), segment.end, sure=False)
            return


_PREPOSITIONS = frozenset(("في", "من", "الي", "عن", "علي", "بين", "دور", "هذا", "حول", "و", "مع", "عند", "لدي", "نحو"))


# --- authors and title -------------------------------------------------------------------------------------------


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
    next_is_title = bool(following) and not _body_kind(following[0], draft) and following[0].words >= 2
    if _lists_people(text):
        return next_is_title or any(_known_given(part) for part in re.split(r"\s+و", text))
    return next_is_title and len(units(text)) <= 5


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


def _inverted_text(names: str) -> bool:
    family, _, given = re.split(r"([,،])", names, maxsplit=1)
    return len(units(family)) <= 2 and looks_personal(re.split(r"[,،؛;]|\s+و\s+|\s+and\s+", given)[0])


def _author_before_mark(draft: Draft) -> tuple[int, int] | None:
    """The stretch before `(2021).`, before `: ` or before an opening quotation mark, if it reads like authors."""
    issued = draft.found.get("issued", [(0, 0)])[0]
    head = draft.rest[: issued[0]].rstrip(" (")
    if 2 < len(head) <= 200 and TAKEN not in head and draft.rest[: issued[0]].rstrip().endswith("("):
        names = re.split(r"[,;،؛]|\s&\s", draft.text[slice(*draft.shadow.span(0, len(head)))])
        if all(looks_personal(name) or is_corporate(name) for name in names if fold(name)):
            return 0, len(head)
    for mark, most in ((":", 12), ('"', 14)):
        at = draft.rest.find(mark)
        head = draft.rest[:at].rstrip(" ,:.") if at > 0 else ""
        start = len(head) - len(head.lstrip(f" {TAKEN}"))
        if not head[start:] or TAKEN in head[start:] or "(" in head or len(head.split()) > most:
            continue
        names = draft.text[slice(*draft.shadow.span(start, len(head)))]
        if _names_only(names, certain=mark == '"'):
            return start, len(head)
    return None


def _names_only(text: str, certain: bool) -> bool:
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


def take_title(draft: Draft) -> None:
    """The title: what is in quotation marks, else the free stretch after the authors, over its own commas."""
    segments = draft.segments()
    quoted = [segment for segment in segments if segment.quoted]
    if quoted:
        end = draft.rest.find('"', quoted[0].start)
        draft.take("title", quoted[0].start, end if end > 0 else quoted[-1].end)
        return
    run = _title_run(draft, [segment for segment in segments if not segment.depth])
    if run:
        draft.take("title", run[0].start, _with_brackets(draft, run[-1].end), sure=len(run) == 1)


def _title_run(draft: Draft, free: list[Segment]) -> list[Segment]:
    """The free segments that follow each other over commas only, from the first that has words."""
    run: list[Segment] = []
    for segment in free:
        between = draft.rest[run[-1].end : segment.start] if run else ""
        if run and (TAKEN in between or "." in between or _looks_like_tail(draft, run, segment)):
            break
        run.append(segment)
    return run


def _looks_like_tail(draft: Draft, run: list[Segment], segment: Segment) -> bool:
    """Whether a free segment after the title is its publisher or journal, for want of any that is known."""
    last_free = not any(part.start > segment.start and not part.depth for part in draft.segments())
    missing = not draft.has("container-title") if draft.has("issue", "volume") else not draft.has("publisher")
    beside_place = segment.after == TAKEN and segment.words <= 6
    return last_free and missing and beside_place and not draft.has("container-title") and bool(run)


def _with_brackets(draft: Draft, end: int) -> int:
    """The title goes on over a bracket that belongs to it: … للفترة (٢٠٠٠-٢٠١٢)."""
    match = compiled(r"\s*[(\[][^()\[\]\x1f]{1,60}[)\]](?=\s*(?:[,.;:\x1f]|$))").match(draft.rest, end)
    return match.end() if match and compiled(r"\d|[^\W\d_]").search(match.group()) else end


def take_leftovers(draft: Draft) -> None:
    """What is still free after the title: its journal if there is an issue, else its publisher or place."""
    title_end = draft.found["title"][-1][1] if draft.has("title") else 0
    segments = [part for segment in draft.segments() if segment.start >= title_end for part in split_compounds(segment)]
    for segment in segments:
        if segment.words > 12:
            continue
        if draft.has("issue", "volume") and not draft.has("container-title") and not segment.depth:
            draft.take("container-title", segment.start, segment.end, sure=False)
        elif _is_tail_number(draft, segment):
            continue
        elif not draft.has("publisher"):
            draft.take("publisher", segment.start, segment.end, sure=False)
        elif not draft.has("publisher-place") and segment.words <= 4 and segment.text[0].isalpha():
            draft.take("publisher-place", segment.start, segment.end, sure=False)


def _is_tail_number(draft: Draft, segment: Segment) -> bool:
    """A bare number or range at the end: the page of a note (Said, Orientalism, 45) or of an article (40–76)."""
    if not re.fullmatch(r"[\d\s,-]*\d", segment.text.strip(" .")):
        return False
    paged = draft.kind == "note" or draft.has("container-title") or "-" in segment.text
    if paged and not draft.has("page"):
        draft.take("page", segment.start, segment.end, sure=False)
    return True
