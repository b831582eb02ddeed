"""Steps for what carries its own label: URL, access date, back-reference, pages, volume, edition, thesis, roles."""

from __future__ import annotations

import re

from refkit.dates import find_days
from refkit.parser.draft import KNOWN, TAKEN, Draft, compiled
from refkit.parser.people import known_given
from refkit.text import find_dois, find_urls
from refkit.vocabulary import find, finder, may_have
from refkit.vocabulary import terms as words

_NUMBER = r"\d{1,5}"


#: How far before a URL or a date the words stand that announce it.
_ANNOUNCED = 60


def take_url(draft: Draft) -> None:
    """The URL, with the words that announce it (متاح على الرابط), and the DOI in it or beside it."""
    for medium in compiled(r"\[(?:internet|online|انترنت)\]").finditer(draft.rest):
        draft.drop(*medium.span())
    for name, offsets in (("DOI", find_dois(draft.text)), ("URL", find_urls(draft.text))):
        for start, end in offsets:
            position, stop = draft.shadow.position(start), draft.shadow.position(end)
            outer_start = _announced(draft.rest, position, words.ONLINE)
            if name in draft.found:
                draft.drop(outer_start, stop)
            else:
                closing = compiled(r"[>)\]]?").match(draft.rest, stop)
                draft.take(name, position, stop, outer=(outer_start, closing.end() if closing else stop))


def _announced(rest: str, end: int, terms: tuple[str, ...]) -> int:
    """Where the words begin that stand right before an offset and announce what follows; else the offset."""
    start = max(0, end - _ANNOUNCED)
    head = rest[start:end]
    bare = head.rstrip(" :<([,.")
    if may_have(terms, bare):
        for match in finder(terms).finditer(bare):
            if match.end() == len(bare):
                return start + match.start()
    return start + (len(bare) if head[len(bare) :].strip(" ,.") else len(head))


def take_accessed(draft: Draft) -> None:
    """The access date: after words that say so (تاريخ الزيارة, accessed), or right after the URL."""
    for start, end, _ in find_days(draft.rest):
        head = draft.rest[max(0, start - _ANNOUNCED) : start]
        before = start - len(head) + len(compiled(r"(?<!\w)(?:في|on)\s*$").sub("", head))
        said = min(_announced(draft.rest, end, words.ACCESSED) for end in (start, before))
        after_url = draft.has("URL") and compiled(rf"{TAKEN}[\s,.(\[<>]*$").search(draft.rest, 0, start)
        if draft.rest[said:before].strip(" :<([,.") or (after_url and start > draft.found["URL"][0][0]):
            tail = compiled(r"\s*[)\]]?").match(draft.rest, end)
            draft.take("accessed", start, end, outer=(min(said, start), tail.end() if tail else end))
            return


def take_lead_in(draft: Draft) -> None:
    """ينظر:, للمزيد من التفاصيل, See: at the head; they are no part of the citation."""
    end = len(draft.rest) - len(draft.rest.lstrip(" ("))
    while may_have(words.LEAD_INS, draft.rest[end : end + 30]) and (
        match := finder(words.LEAD_INS).match(draft.rest, end)
    ):
        after = compiled(r"(?:\s*(?:حول|في)\s+(?:ذلك|هذا الموضوع|الموضوع))?[\s:,.]*").match(draft.rest, match.end())
        end = after.end() if after else match.end()
        draft.drop(match.start(), end)


def take_legal(draft: Draft) -> None:
    """A law or a ruling, by its first words and its number, is one title: قانون رقم ١٣١ لسنة ١٩٤٨، المادة ١٤٨."""
    head = " ".join(draft.rest.split()[:4])
    numbered = compiled(r"(?:رقم|لسنه|الماده|جلسه|(?<!\w)no\.?|(?<!\w)art(?:icle|\.)|(?<!\w)of)\s*\(?\s*\d").search(
        draft.rest
    )
    for kind, terms in (("legal_case", words.LEGAL_CASES), ("legislation", words.LEGISLATION)):
        if numbered and find(terms, head):
            draft.legal = kind
            if year := compiled(r"(?:لسنه|عام|سنه|(?<!\w)of|,)\s*((?:1[89]|20)\d\d)(?!\d)").search(draft.rest):
                draft.take("issued", *year.span(1))
            draft.take("title", 0, len(draft.rest))
            return


_Terms = tuple[str, tuple[str, ...]]
_BACK_REFERENCES: tuple[_Terms, ...] = (
    ("ibid", words.IBID),
    ("op-cit", words.OP_CIT),
    ("ambiguous", words.IBID_OR_OP_CIT),
    ("ibid", words.SAME_PAGE),
)
_BACK_REFERENCE_INITIALS: tuple[_Terms, ...] = (("ibid", words.IBID_INITIALS), ("op-cit", words.OP_CIT_INITIALS))


def take_back_reference(draft: Draft) -> None:
    """مصدر سبق ذكره, المصدر نفسه, ibid.: sets the form. Initials (م.ن) count only as the whole of what is cited."""
    for form, terms in _BACK_REFERENCES:
        if match := find(terms, draft.rest):
            draft.form = form
            draft.drop(match.start(), _after_stop(draft.rest, match.end()))
            if same_page := find(words.SAME_PAGE, draft.rest):
                draft.drop(same_page.start(), same_page.end())
            return
    for form, terms in _BACK_REFERENCE_INITIALS:
        match = find(terms, draft.rest)
        if match and (match.start() == 0 or draft.rest[: match.start()].rstrip().endswith(",")):
            after = draft.rest[match.end() :].lstrip(" ,.;")
            if not after or after[0].isdigit() or finder(words.PAGE).match(after):
                draft.form = form
                draft.drop(match.start(), match.end())
                return


def _after_stop(rest: str, end: int) -> int:
    return end + 1 if rest[end : end + 1] == "." else end


def take_pages(draft: Draft) -> None:
    """ص ٢٦٨-٢٦٩, ص ص ٥-٩, ص ١١٨ و ١٧٥, pp. 3–5; the label is not part of the value. Folios (ورقة) likewise."""
    more = compiled(r"\s*(?:و\s*ما\s+(?:بعدها|يليها)|ff?\.|et\s+seq\.?)")
    for name, terms in (("page", words.PAGE), ("folio", words.FOLIO)):
        end = 0
        for start, after in _labels(draft.rest, terms, r"صص|ص|pp|p"):
            if start < end:
                continue
            if end := _end_of_pages(draft.rest, after, terms):
                tail = more.match(draft.rest, end)
                draft.take(name, after, end, outer=(start, tail.end() if tail else end))


def _labels(rest: str, terms: tuple[str, ...], dense: str) -> list[tuple[int, int]]:
    """Where labels stand and where what they label begins; `dense` ones may be written together with it (ص٥, مج6)."""
    if not may_have(terms, rest):
        return []
    gap = compiled(r"[\s:.(]*")
    found = [(m.start(), m.end()) for m in finder(terms).finditer(rest)]
    found += [(m.start(), m.end()) for m in compiled(rf"(?<!\w)(?:{dense})\.?(?=\d)").finditer(rest)]
    return sorted((start, after.end()) for start, end in set(found) if (after := gap.match(rest, end)))


def _end_of_pages(rest: str, start: int, terms: tuple[str, ...]) -> int:
    """Where a list of pages and ranges ends; 0 if no number stands there. A year after a comma is none of them."""
    number, joint = compiled(rf"{_NUMBER}(?:\s*[ابa-b]\b)?"), compiled(r"\s*(?:-|,|و|and|&|الي|to|/)\s*")
    match = number.match(rest, start)
    end = 0
    while match:
        end = match.end()
        between = joint.match(rest, end)
        following = between.end() if between else end
        label = finder(terms).match(rest, following)
        after = compiled(r"[\s:.]*").match(rest, label.end()) if label else None
        match = number.match(rest, after.end() if after else following) if between else None
        if (
            match
            and between
            and between.group().strip() == ","
            and _is_year(match.group())
            and match.start() - start < 9
        ):
            break
    return end


def take_vancouver_numbers(draft: Draft) -> None:
    """2019;12(3):45-50, as medicine writes year, volume, issue and pages."""
    year, rest = r"(?P<issued>(?:19|20)\d\d)(?:\s+[a-z]{3,9}\.?(?:\s+\d{1,2})?)?", r"(?P<volume>\d{1,4})\s*"
    numbers = compiled(
        rf"(?<!\d){year}\s*;\s*{rest}(?:\((?P<issue>[^()]{{1,12}})\))?\s*:\s*(?P<page>\w?\d+(?:\s*-\s*\w?\d+)?)"
    )
    if match := numbers.search(draft.rest):
        for name in ("issued", "volume", "issue", "page"):
            if match[name]:
                draft.take(name, *match.span(name))
        draft.drop(*match.span())
        before = compiled(rf"[.]\s*(?P<journal>[^.{TAKEN}]{{2,90}}?)\s*\.?\s*$").search(draft.rest[: match.start()])
        if before:
            draft.take("container-title", *before.span("journal"))


def take_volume_and_page(draft: Draft) -> None:
    """٣/٢٥٠, as classical works are cited: volume and page. Only in a note, and between delimiters."""
    if draft.kind != "note" or draft.has("page"):
        return
    start, end = rf"(?:^|(?<=[,;:({TAKEN}]))\s*", rf"(?=\s*(?:[,;.):{TAKEN}]|$))"
    slashed = rf"{start}(?P<volume>\d{{1,3}})\s*/\s*(?P<page>\d{{1,4}}(?:\s*-\s*\d{{1,4}})?){end}"
    if match := compiled(slashed).search(draft.rest):
        draft.take("volume", *match.span("volume"))
        draft.take("page", *match.span("page"), outer=(match.end("volume"), match.end()))


def take_bracketed_role(draft: Draft) -> None:
    """(A. Al-Razzaz, Trans.), and the editor between `in` and the book: In H. Al-Taie (Ed.), Baghdad."""
    roles = (("translator", r"trans(?:lator)?|مترجم|ترجمه"), ("editor", r"eds?|editors?|محرر|محررون|محررين|تحرير"))
    for name, label in roles:
        person = rf"(?P<value>[^()\d:{TAKEN}]{{3,80}}?)"
        inside = compiled(rf"\({person},\s*(?:{label})\.?(?=\s*[,)])").search(draft.rest)
        before = compiled(rf"(?<!\w)(?:in|في|ضمن):?\s+{person}\s*\((?:{label})\.?\)\s*,?").search(draft.rest)
        if not before and not draft.has(name):
            before = compiled(rf"(?<!\w)in:?\s+{person},\s*(?:{label})\.").search(draft.rest)
        if match := inside or before:
            draft.take(name, *match.span("value"), outer=match.span())
            if match is before:
                _take_container_after(draft, match.end())


def _take_container_after(draft: Draft, start: int) -> None:
    """The book that follows its editor, up to a bracket or what is known."""
    title = rf"\s*(?P<value>[^()\[\]{TAKEN}]{{3,160}}?)\s*(?=[()\[{TAKEN}]|[,.](?:\s|$))"
    if match := compiled(title).match(draft.rest, start):
        draft.take("container-title", *match.span("value"))


def take_container(draft: Draft) -> None:
    """The book that a chapter is part of, behind its preposition: ضمن كتاب …, In *The Invention of Tradition*."""
    if draft.has("container-title"):
        return
    if not may_have(words.PART_OF, draft.rest):
        return
    for label in finder(words.PART_OF).finditer(draft.rest):
        before = draft.rest[: label.start()]
        match = compiled(rf"\s*[:\"«]?\s*(?P<value>[^,;()\[\]\"{TAKEN}]{{3,160}})").match(draft.rest, label.end())
        delimited = before.rstrip().endswith((",", ".", ";", '"', TAKEN))
        if not match or not delimited or not before.strip(f" {KNOWN}") or before.count('"') % 2:
            continue
        start, end = match.span("value")
        stop = compiled(r"(?<!\b\w)\.(?=\s|$)").search(draft.rest, start, end)
        end = stop.start() if stop else end
        head = draft.text[draft.shadow.span(match.start(), start)[0] : draft.shadow.span(start, end)[0]].strip(
            ' ,.;"“”«»:'
        )
        if head in ("in", "في") or not any(c.isalpha() for c in draft.rest[start:end]):
            continue
        draft.take("container-title", start, end, outer=(label.start(), end))
        return


def take_numbers(draft: Draft) -> None:
    """Volume, issue, year of a journal and part, by their labels; 24(3) and `8, no. 3` by their shape."""
    labels = (
        ("issue", words.ISSUE, r"ع|nos?\."),
        ("volume", words.VOLUME, r"مج|vols?\."),
        ("part", words.PART, r"ج"),
        ("journal-year", words.JOURNAL_YEAR, r"س"),
    )
    for name, terms, dense in labels:
        for start, after in _labels(draft.rest, terms, dense):
            value = _number_at(draft.rest, after)
            if value and not draft.has(name) and not _is_year(value.group()):
                draft.take(name, *value.span(), outer=(start, _after_bracket(draft.rest, value.end())))
    _take_shaped_numbers(draft)


def _number_at(rest: str, start: int) -> re.Match[str] | None:
    """A number, a pair of numbers, or an ordinal in words that stands at an offset."""
    digits = compiled(rf"{_NUMBER}(?:\s*[-/و]\s*{_NUMBER})?").match(rest, start)
    tens = r"(?:\s+(?:و\s*)?(?:ال)?(?:عشره?|عشرون|عشرين|ثلاثون|ثلاثين|اربعون|اربعين|خمسون|خمسين)(?!\w))?"
    if digits or not (ordinal := finder(tuple(words.NUMERALS)).match(rest, start)):
        return digits
    return compiled(rf"{re.escape(ordinal.group())}{tens}").match(rest, start)


def _after_bracket(rest: str, end: int) -> int:
    return end + 1 if rest[end : end + 1] == ")" else end


def _is_year(value: str) -> bool:
    return bool(re.fullmatch(r"(?:1[3-9]|20)\d\d", value.strip()))


def _take_shaped_numbers(draft: Draft) -> None:
    if not draft.has("volume", "issue"):
        shape = compiled(r"(?<=[^\W\d_])[\s,]+(?P<volume>\d{1,4})\s*\(\s*(?P<issue>\d{1,4}(?:\s*[-/]\s*\d{1,4})?)\s*\)")
        for match in shape.finditer(draft.rest):
            if not _is_year(match["issue"]) and not _is_year(match["volume"]):
                draft.take("volume", *match.span("volume"))
                draft.take("issue", *match.span("issue"), outer=(match.end("volume"), match.end()))
                return
    elif not draft.has("volume"):
        before_issue = compiled(rf"(?<=[^\W\d_])[\s,\"]+(?P<volume>\d{{1,4}})\s*,?\s*{TAKEN}").search(draft.rest)
        if before_issue and not _is_year(before_issue["volume"]):
            draft.take("volume", *before_issue.span("volume"))


_EDITIONS = (*words.EDITION, *words.EDITION_AFTER)


def take_edition(draft: Draft) -> None:
    """ط ١, الطبعة الأولى, ط أولى, 2nd ed., Edition 1."""
    revised = compiled(r"(?<!\w)(?P<value>rev(?:ised)?\.?)\s+(?:and enl(?:arged|\.)\s+)?ed(?:ition|\.|n\.)").search(
        draft.rest
    )
    if revised:
        draft.take("edition", *revised.span("value"), outer=revised.span())
        return
    for start, after in _labels(draft.rest, (*words.EDITION, "edition"), "ط"):
        value = _number_at(draft.rest, after)
        if value and not _is_year(value.group()):
            draft.take("edition", *value.span(), outer=(start, _after_bracket(draft.rest, value.end())))
            return
    for match in finder(words.EDITION_AFTER).finditer(draft.rest) if may_have(words.EDITION_AFTER, draft.rest) else ():
        ordinal = r"(?<!\w)(\d{1,3}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh)\s+$"
        if value := compiled(ordinal).search(draft.rest[: match.start()]):
            draft.take("edition", *value.span(1), outer=(value.start(), match.end()))
            return


def take_thesis(draft: Draft) -> None:
    """The genre of a thesis with its status, in one span: رسالة ماجستير (غير منشورة), unpublished master's thesis."""
    for genre in finder(words.THESES).finditer(draft.rest) if may_have(words.THESES, draft.rest) else ():
        start, end = genre.span()
        status = (*words.UNPUBLISHED, *words.PUBLISHED)
        before = [m for m in finder(status).finditer(draft.rest, 0, start) if not draft.rest[m.end() : start].strip()]
        field = compiled(r"\s+في\s+[^,()\x1f]{3,40}?(?=[,(])").match(draft.rest, end)
        end = field.end() if field else end
        mark = compiled(r"[\s,(\[]*").match(draft.rest, end)
        after = finder(status).match(draft.rest, mark.end() if mark else end)
        if after:
            closing = compiled(r"\s*[)\]]?").match(draft.rest, after.end())
            end = closing.end() if closing else after.end()
        start = before[-1].start() if before else start
        if _is_genre(draft, start, end, bool(before or after)):
            draft.take("genre", start, end)
            return


def _is_genre(draft: Draft, start: int, end: int, has_status: bool) -> bool:
    """A lone `thesis` or `phd` in a title names no genre: a bare noun must stand between delimiters."""
    certain = (*words.MASTER[:8], *words.DOCTORATE[:8])
    if start and (has_status or find(certain, draft.rest[start:end])):
        return True
    left, right = draft.rest[:start].rstrip(), draft.rest[end:].lstrip()
    return not left or left[-1] in f',.;()[{TAKEN}"' or right[:1] in tuple(f",.;()]{TAKEN}")


def take_people_by_role(draft: Draft) -> None:
    """Translators and editors after their label: ترجمة: علية إبراهيم, تحقيق X, edited by X."""
    for name, terms in (("translator", words.TRANSLATOR), ("editor", words.EDITOR), ("", words.OTHER_ROLES)):
        for label in finder(terms).finditer(draft.rest) if may_have(terms, draft.rest) else ():
            match = compiled(r"[\s:.]*(?P<value>(?:(?!\s-)[^,;()\[\]\"\x1f:]){4,90})").match(draft.rest, label.end())
            if not match:
                continue
            start, end = match.span("value")
            stop = compiled(r"\.\s").search(draft.rest, start + 3, end)
            end = (
                stop.start() if stop and not compiled(r"(?<!\w)\w\.?$").search(draft.rest, start, stop.start()) else end
            )
            before = draft.rest[max(0, label.start() - 20) : label.start()].rstrip()
            # In a title (في ترجمة الشعر) it labels nobody.
            delimited = before.endswith((",", ".", ";", ":", "(", ")", "[", "]", TAKEN, "-", '"'))
            colon = draft.rest[label.end() : label.end() + 9].lstrip()[:1] == ":"
            if not delimited and not (before and colon):
                continue
            # شرح القانون المدني is a title: a weaker label needs a colon, or a name behind it.
            if not name and not colon and not known_given(draft.text[slice(*draft.shadow.span(start, end))]):
                continue
            if name and not draft.has(name):
                draft.take(name, start, end, outer=(label.start(), end))
            else:
                draft.drop(label.start(), end)
