"""Steps for what its place in the sequence tells: bodies after the title, the title after the authors, and the rest."""

from __future__ import annotations

import re

from refkit.dates import find_days
from refkit.names import without_titles
from refkit.names.persons import CERTAINLY, people_in, personhood
from refkit.parser.authors import author_segments
from refkit.parser.bodies import body_kind, split_compounds
from refkit.parser.draft import TAKEN, Draft, Segment, compiled
from refkit.text import shade
from refkit.vocabulary import finder

_GLUED_HEADS = ("المركز", "مركز", "مجلة", "المجلة", "دار", "مكتبة", "مؤسسة", "المعهد", "معهد")
#: What a comma may divide from the name of a company.
_COMPANY_ENDINGS = frozenset(("inc", "inc.", "ltd", "ltd.", "llc", "co", "co.", "& co", "gmbh"))
_PREPOSITIONS = frozenset(("في", "من", "الي", "عن", "علي", "بين", "دور", "هذا", "حول", "و", "مع", "عند", "لدي", "نحو"))


def take_bodies(draft: Draft) -> None:
    """Place, publisher, university, department and container, by the words that they begin with or contain."""
    segments = [part for segment in draft.segments() for part in split_compounds(segment)]
    first_free = _end_of_author_and_title(draft, segments)
    after_place = -1
    for segment in segments:
        if segment.start < first_free and not segment.depth:
            continue
        name = body_kind(segment, draft)
        if (
            draft.shadow.text[after_place : segment.start].strip() == ":"
            and after_place > 0
            and name in ("", "container-title")
        ):
            name = "publisher"
        if not name and _carries_on(draft, segment):
            continue
        after_place = segment.end if name == "publisher-place" else -1
        if name == "publisher-place" and draft.has(name):
            _extend(draft, name, segment)
        elif name and not (draft.has(name) and name != "department"):
            preposition = segment.start - (draft.rest[: segment.start].endswith((" ب", TAKEN + "ب")))
            draft.take(name, segment.start, segment.end, outer=(preposition, segment.end))
    if not draft.has("container-title", "publisher"):
        _take_glued_body(draft)


def _extend(draft: Draft, name: str, segment: Segment) -> bool:
    """Let a field go on over a comma to the segment after it (Princeton, New Jersey)."""
    start, end = draft.found[name][-1]
    if draft.shadow.text[end : segment.start].strip() not in (",", ";", ", ;"):
        return False
    draft.found[name][-1] = (start, segment.end)
    draft.drop(end, segment.end)
    return True


def _carries_on(draft: Draft, segment: Segment) -> bool:
    """A body with a comma in its name: Center for strategic, political and economic studies."""
    head = draft.original(segment)
    if segment.text in _COMPANY_ENDINGS and draft.has("publisher"):
        return _extend(draft, "publisher", segment)
    if not (head[:1].islower() and head.isascii()) and not head.startswith(("و", "للنشر", "للطباعة", "لل")):
        return False
    return any(
        _extend(draft, name, segment) for name in ("publisher", "department", "container-title") if draft.has(name)
    )


def _end_of_author_and_title(draft: Draft, segments: list[Segment]) -> int:
    """Nothing before this offset is a publisher or a journal: the author and the first words of the title."""
    if draft.has("title"):
        return draft.found["title"][-1][1]
    free = [segment for segment in segments if not segment.depth]
    for segment in free:
        if segment.quoted:
            return segment.end
    if not free:
        return 0
    # One segment at least is a title; if the first reads like an author, so is the second.
    authors = 0 if draft.has("author") else author_segments(draft, free)
    titled = free[authors] if authors < len(free) else free[-1]
    if body_kind(titled, draft) == "container-title" and (authors or draft.has("author")):
        return titled.start
    return titled.end


def _take_glued_body(draft: Draft) -> None:
    """A publisher or journal that follows the title without a comma (… على أوكرانيا المركز العربي للبحوث)."""
    for segment in draft.segments():
        if segment.depth or segment.quoted or segment.words < 7:
            continue
        for match in finder(_GLUED_HEADS).finditer(segment.text):
            before, after = segment.text[: match.start()].split(), segment.text[match.start() :].split()
            if len(before) < 5 or len(after) < 2 or before[-1] in _PREPOSITIONS:
                continue
            name = "container-title" if after[0] in ("مجله", "المجله") else "publisher"
            draft.take(name, segment.start + match.start(), segment.end, sure=False)
            return


def take_title(draft: Draft) -> None:
    """The title: what is in quotation marks, else the free stretch after the authors, over its own commas."""
    if draft.has("title"):
        return
    segments = draft.segments()
    quoted = [segment for segment in segments if segment.quoted]
    if quoted:
        end = draft.rest.find('"', quoted[0].start)
        end = end if end > 0 else quoted[-1].end
        # «الدولة» في الفكر الإسلامي: the title goes on behind its first words.
        more = compiled(rf"\"\s[^\W\d_][^,;:.()\[\]\"{TAKEN}]{{2,120}}").match(draft.rest, end)
        opens = not draft.rest[: quoted[0].start].strip(f' "{TAKEN}')
        goes_on = more and opens and not quoted[0].text.isascii()
        draft.take("title", quoted[0].start, more.end() if more and goes_on else end)
        return
    run = _title_run(draft, [segment for segment in segments if not segment.depth])
    if run:
        draft.take("title", run[0].start, _with_brackets(draft, run[-1].end), sure=len(run) == 1)


def _title_run(draft: Draft, free: list[Segment]) -> list[Segment]:
    """The free segments that follow each other over commas only, from the first that has words."""
    run: list[Segment] = []
    for segment in free:
        if (draft.form and _is_number(segment)) or (draft.has("author") and _is_page(draft, segment)):
            break
        between = draft.rest[run[-1].end : segment.start] if run else ""
        if run and (
            TAKEN in between
            or "." in between
            or _is_page(draft, segment)
            or (segment is free[-1] and _looks_like_tail(draft, segment))
        ):
            break
        run.append(segment)
    return run


def _looks_like_tail(draft: Draft, segment: Segment) -> bool:
    """Whether a free segment after the title is its publisher or journal, for want of any that is known."""
    missing = (
        not draft.has("container-title", "publisher") if draft.has("issue", "volume") else not draft.has("publisher")
    )
    beside_known = draft.rest[segment.end :].lstrip(" ,.(").startswith(TAKEN)
    written_as_name = not draft.original(segment)[:1].islower() and segment.words <= 5
    return missing and beside_known and written_as_name and not draft.has("container-title", "URL")


def _with_brackets(draft: Draft, end: int) -> int:
    """The title goes on over a bracket that belongs to it: … للفترة (٢٠٠٠-٢٠١٢)."""
    match = compiled(rf"\s*[(\[][^()\[\]{TAKEN}]{{1,60}}[)\]](?=\s*(?:[,.;:{TAKEN}]|$))").match(draft.rest, end)
    return match.end() if match and compiled(r"\d|[^\W\d_]").search(match.group()) else end


def take_leftovers(draft: Draft) -> None:
    """What is still free after the title: its journal if there is an issue, else its publisher or place."""
    title_end = draft.found["title"][-1][1] if draft.has("title") else 0
    segments = [part for segment in draft.segments() if segment.start >= title_end for part in split_compounds(segment)]
    for segment in segments:
        if segment.words > 12:
            continue
        if _is_tail_number(draft, segment):
            continue
        if _names_author(draft, segment):
            draft.take("author", segment.start, segment.end, sure=False)
        elif _names_editor(draft, segment):
            draft.take("editor", segment.start, segment.end, sure=False)
        elif _is_container(draft) and not segment.depth:
            draft.take("container-title", segment.start, segment.end, sure=False)
        elif not draft.has("publisher"):
            draft.take("publisher", segment.start, segment.end, sure=False)
        elif not draft.has("publisher-place") and segment.words <= 4 and segment.text[0].isalpha():
            draft.take("publisher-place", segment.start, segment.end, sure=False)


def _names_author(draft: Draft, segment: Segment) -> bool:
    """A person right behind the title of an Arabic work that nobody else is named for."""
    if draft.nameless or draft.has("author", "editor", "container-title") or segment.text.isascii() or segment.depth:
        return False
    return draft.kind == "reference" and people_in(draft.original(segment)) == CERTAINLY


def _names_editor(draft: Draft, segment: Segment) -> bool:
    """A person with a title behind the title of an Arabic book whose author is known: د. عبد العظيم الديب."""
    name = draft.original(segment)
    known = draft.has("author") and not draft.has("editor", "translator", "genre")
    return (
        known and not name.isascii() and without_titles(name) != name.strip(" ،,:.") and personhood(name) == CERTAINLY
    )


def _is_number(segment: Segment) -> bool:
    return bool(re.fullmatch(r"[\d\s,-]*\d", segment.text.strip(" .")))


def _is_page(draft: Draft, segment: Segment) -> bool:
    """A bare page at the end of a note; in a list, and of four digits, a number belongs to the title."""
    return draft.kind == "note" and _is_number(segment) and not re.search(r"\d{4}", segment.text)


def _is_container(draft: Draft) -> bool:
    """Whether what stands unexplained after the title is a journal or site: an issue, or a quoted title, says so."""
    if draft.has("container-title", "genre"):
        return False
    end = draft.found["title"][0][1] if draft.has("title") else -3
    quoted = end > 0 and any(mark in draft.shadow.text[end : end + 2] for mark in "\"'")
    dated_to_the_day = any(day.day for _, _, day in find_days(shade(draft.value("issued"))))
    return (
        dated_to_the_day
        or draft.has("issue")
        or (draft.has("volume") and not draft.has("publisher-place", "publisher"))
        or quoted
    )


def _is_tail_number(draft: Draft, segment: Segment) -> bool:
    """A bare number or range at the end: the page of a note (Said, Orientalism, 45) or of an article (40–76)."""
    if not _is_number(segment):
        return False
    paged = draft.kind == "note" or draft.has("container-title") or "-" in segment.text
    if paged and not draft.has("page"):
        draft.take("page", segment.start, segment.end, sure=False)
    return True
