"""Steps for what carries its own label: URL, access date, back-reference, pages, volume, edition, thesis, roles."""

from __future__ import annotations

import re

from refkit.dates import find_days
from refkit.parser.draft import TAKEN, Draft, compiled
from refkit.text import find_dois, find_urls
from refkit.vocabulary import may_name, pattern
from refkit.vocabulary import terms as words

_NUMBER = r"\d{1,5}"


def take_url(draft: Draft) -> None:
    """The URL, with the words that announce it (متاح على الرابط), and the DOI in it or beside it."""
    for name, offsets in (("DOI", find_dois(draft.text)), ("URL", find_urls(draft.text))):
        for start, end in offsets:
            position, stop = draft.shadow.position(start), draft.shadow.position(end)
            announced = compiled(rf"(?:{pattern(words.ONLINE)}|(?<!\w)doi)?[\s:<(\[,]*$").search(
                draft.rest, 0, position
            )
            outer_start = announced.start() if announced else position
            if name in draft.found:
                draft.drop(outer_start, stop)
            else:
                closing = compiled(r"[>)\]]?").match(draft.rest, stop)
                draft.take(name, position, stop, outer=(outer_start, closing.end() if closing else stop))


def take_accessed(draft: Draft) -> None:
    """The access date: after words that say so (تاريخ الزيارة, accessed), or right after the URL."""
    cue = pattern(words.ACCESSED)
    for start, end, _ in find_days(draft.rest):
        head = draft.rest[:start]
        said = compiled(rf"[\s,.(\[]*{cue}[\s:,]*(?:في|on)?\s*$").search(head)
        after_url = draft.has("URL") and compiled(rf"{TAKEN}[\s,.(\[<>]*$").search(head)
        if said or (after_url and start > draft.found["URL"][0][0]):
            tail = compiled(r"\s*[)\]]?").match(draft.rest, end)
            draft.take("accessed", start, end, outer=(said.start() if said else start, tail.end() if tail else end))
            return


def take_lead_in(draft: Draft) -> None:
    """ينظر:, للمزيد من التفاصيل, See: at the head; they are no part of the citation."""
    if not may_name(words.LEAD_INS, draft.rest[:60]):
        return
    lead = pattern(words.LEAD_INS)
    tail = r"(?:\s*(?:حول|في)\s+(?:ذلك|هذا الموضوع|الموضوع))?[\s:,.]*"
    if match := compiled(rf"[\s(]*(?:{lead}{tail})+").match(draft.rest):
        draft.drop(match.start(), match.end())


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
        if not may_name(terms, draft.rest):
            continue
        if match := compiled(pattern(terms) + r"\.?").search(draft.rest):
            draft.form = form
            draft.drop(match.start(), match.end())
            _drop_same_page(draft)
            return
    if "م" not in draft.rest[:4] and ", م" not in draft.rest:
        return
    page = rf"(?=[\s,.;]*(?:{pattern(words.PAGE)}|\d|$))"
    for form, terms in _BACK_REFERENCE_INITIALS:
        if match := compiled(rf"(?:^|(?<=,))\s*{pattern(terms)}[.\s]*{page}").search(draft.rest):
            draft.form = form
            draft.drop(match.start(), match.end())
            return


def _drop_same_page(draft: Draft) -> None:
    if match := compiled(pattern(words.SAME_PAGE)).search(draft.rest):
        draft.drop(match.start(), match.end())


def take_pages(draft: Draft) -> None:
    """ص ٢٦٨-٢٦٩, ص ص ٥-٩, ص ١١٨ و ١٧٥, pp. 3–5; the label is not part of the value. Folios (ورقة) likewise."""
    joint = r"\s*(?:-|,|و|and|&|الي|to|/)\s*"
    number = rf"{_NUMBER}(?:\s*[ابa-b]\b)?"
    more = r"(?:\s*(?:و\s*ما\s+(?:بعدها|يليها)|ff?\.|et\s+seq\.?))?"
    for name, terms in (("page", words.PAGE), ("folio", ("ورقة", "و.", "لوحة", "fol.", "folio"))):
        label = rf"{pattern(terms)}\s*[:.]?\s*\(?"
        paged = compiled(
            rf"(?:{label}|(?<!\w)(?:صص|ص|pp|p)\.?(?=\d))(?P<value>{number}(?:{joint}(?:{label})?{number})*){more}"
        )
        for match in paged.finditer(draft.rest):
            end = _without_year(draft.rest, match.start("value"), match.end("value"))
            outer_end = match.end() if end == match.end("value") else end
            draft.take(name, match.start("value"), end, outer=(match.start(), outer_end))


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
        if match := inside or before:
            draft.take(name, *match.span("value"), outer=match.span())
            if before:
                _take_container_after(draft, before.end())


def _take_container_after(draft: Draft, start: int) -> None:
    """The book that follows its editor, up to a bracket or what is known."""
    title = rf"\s*(?P<value>[^()\[\]{TAKEN}]{{3,160}}?)\s*(?=[()\[{TAKEN}]|[,.](?:\s|$))"
    if match := compiled(title).match(draft.rest, start):
        draft.take("container-title", *match.span("value"))


def take_container(draft: Draft) -> None:
    """The book that a chapter is part of, behind its preposition: ضمن كتاب …, In *The Invention of Tradition*."""
    if draft.has("container-title"):
        return
    preposition = rf"(?:(?<=[,.;\"{TAKEN}])|^)\s*(?:{pattern(words.PART_OF)}|in(?!\w))\s*[:\"«]?\s*"
    for match in compiled(rf"{preposition}(?P<value>[^,;()\[\]\"{TAKEN}]{{3,160}})").finditer(draft.rest):
        before = draft.rest[: match.start()]
        if not before.strip(f" {TAKEN}") or before.count('"') % 2:
            continue
        start, end = match.span("value")
        stop = compiled(r"(?<!\b\w)\.(?=\s|$)").search(draft.rest, start, end)
        end = stop.start() if stop else end
        head = draft.text[draft.shadow.span(match.start(), start)[0] : draft.shadow.span(start, end)[0]].strip(
            ' ,.;"“”«»:'
        )
        if head in ("in", "في") or not any(c.isalpha() for c in draft.rest[start:end]):
            continue
        draft.take("container-title", start, end, outer=(match.start(), end))
        return


def _without_year(rest: str, start: int, end: int) -> int:
    """Where a list of pages ends if its last number, after a comma, is a year."""
    listed = compiled(r",\s*((?:1[0-9]|20)\d\d)\s*$").search(rest, start, end)
    return listed.start() if listed and not compiled(r"\d{4}").match(rest, start) else end


def take_numbers(draft: Draft) -> None:
    """Volume, issue, year of a journal and part, by their labels; 24(3) and `8, no. 3` by their shape."""
    labels = (
        ("issue", words.ISSUE, r"ع|nos?\."),
        ("volume", words.VOLUME, r"مج|vols?\."),
        ("part", words.PART, r"ج"),
        ("journal-year", words.JOURNAL_YEAR, r"س"),
    )
    for name, terms, dense in labels:
        if not may_name(terms, draft.rest):
            continue
        label = compiled(rf"(?:{pattern(terms)}|(?<!\w)(?:{dense})\.?(?=\d))[\s:.(]*")
        for match in label.finditer(draft.rest):
            value = _number_at(draft.rest, match.end())
            if value and not draft.has(name) and not _is_year(value.group()):
                draft.take(name, *value.span(), outer=(match.start(), _after_bracket(draft.rest, value.end())))
    _take_shaped_numbers(draft)


def _number_at(rest: str, start: int) -> re.Match[str] | None:
    """A number, a pair of numbers, or an ordinal in words that stands at an offset."""
    digits = compiled(rf"{_NUMBER}(?:\s*[-/و]\s*{_NUMBER})?").match(rest, start)
    tens = r"(?:\s+(?:و\s*)?(?:ال)?(?:عشره?|عشرون|عشرين|ثلاثون|ثلاثين|اربعون|اربعين|خمسون|خمسين)(?!\w))?"
    return digits or compiled(pattern(tuple(words.NUMERALS)) + tens).match(rest, start)


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
    if not may_name(_EDITIONS, draft.rest):
        return
    if match := compiled(r"(?<!\w)(?P<value>rev(?:ised)?\.?)\s+(?:and enl(?:arged|\.)\s+)?ed(?:ition|\.|n\.)").search(
        draft.rest
    ):
        draft.take("edition", *match.span("value"), outer=match.span())
        return
    label = compiled(rf"(?:{pattern((*words.EDITION, 'edition'))}|(?<!\w)ط\.?(?=\d))[\s:.(]*")
    for match in label.finditer(draft.rest):
        value = _number_at(draft.rest, match.end())
        if value and not _is_year(value.group()):
            draft.take("edition", *value.span(), outer=(match.start(), _after_bracket(draft.rest, value.end())))
            return
    after = compiled(rf"\s+(?:rev(?:ised|\.)\s+)?{pattern(words.EDITION_AFTER)}")
    for value in compiled(
        r"(?<!\w)(?:\d{1,3}(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh)(?!\w)"
    ).finditer(draft.rest):
        if followed := after.match(draft.rest, value.end()):
            draft.take("edition", *value.span(), outer=(value.start(), followed.end()))
            return


_THESES = (*words.MASTER, *words.DOCTORATE, *words.OTHER_THESIS)


def take_thesis(draft: Draft) -> None:
    """The genre of a thesis with its status, in one span: رسالة ماجستير (غير منشورة), unpublished master's thesis."""
    if not may_name(_THESES, draft.rest):
        return
    genre = pattern(_THESES)
    status = pattern((*words.UNPUBLISHED, *words.PUBLISHED))
    mark = r"[\s,(\[]*"
    whole = compiled(rf"(?:{status}\s+)?{genre}(?:\s+في\s+[^,()\x1f]{{3,40}}?(?=[,(]))?(?:{mark}{status}\s*[)\]]?)?")
    if (match := whole.search(draft.rest)) and _is_genre(draft, match):
        draft.take("genre", match.start(), match.end())


def _is_genre(draft: Draft, match: re.Match[str]) -> bool:
    """A lone `thesis` or `phd` in a title names no genre: a bare noun must stand between delimiters."""
    if compiled(pattern((*words.MASTER[:8], *words.DOCTORATE[:8]))).search(match.group()) and match.start():
        return True
    left = draft.rest[: match.start()].rstrip()
    right = draft.rest[match.end() :].lstrip()
    return not left or left[-1] in ',.;()\x1f"[' or (right[:1] in ",.;()\x1f]" and bool(match.group().strip()))


def take_people_by_role(draft: Draft) -> None:
    """Translators and editors after their label: ترجمة: علية إبراهيم, تحقيق X, edited by X."""
    for name, terms in (("translator", words.TRANSLATOR), ("editor", words.EDITOR), ("", words.OTHER_ROLES)):
        if not may_name(terms, draft.rest):
            continue
        for match in compiled(rf"{pattern(terms)}[\s:.]*(?P<value>[^,;()\[\]\"\x1f:-]{{4,90}})").finditer(draft.rest):
            start, end = match.span("value")
            stop = compiled(r"\.\s").search(draft.rest, start + 3, end)
            end = (
                stop.start() if stop and not compiled(r"(?<!\w)\w\.?$").search(draft.rest, start, stop.start()) else end
            )
            before = draft.rest[: match.start()].rstrip()
            if before and before[-1] not in ',.;:()[]\x1f-"' and not name:
                continue
            if name and not draft.has(name) and before:
                draft.take(name, start, end, outer=(match.start(), end))
            elif before:
                draft.drop(match.start(), end)
