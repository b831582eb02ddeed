"""Steps for what stands around a citation: URL, access date, lead-in, back-reference."""

from __future__ import annotations

import re

from refkit.addresses import find_dois, find_urls
from refkit.dates import find_days
from refkit.parser.draft import TAKEN, Draft, DraftForm, compiled
from refkit.vocabulary import find, finder, may_have
from refkit.vocabulary import terms as words

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
    if not draft.has("URL") and not may_have(words.ACCESSED, draft.rest):
        return
    for start, end, _ in find_days(draft.rest):
        head = draft.rest[max(0, start - _ANNOUNCED) : start]
        before = start - len(head) + len(compiled(r"(?<!\w)(?:في|on)\s*$").sub("", head))
        said = min(_announced(draft.rest, end, words.ACCESSED) for end in (start, before))
        after_url = draft.has("URL") and compiled(rf"{TAKEN}[\s,.(\[<>]*$").search(draft.rest, 0, start)
        if draft.rest[said:before].strip(" :<([,.") or (after_url and start > draft.found["URL"][0][0]):
            era = compiled(r"\s?[هم](?!\w)").match(draft.rest, end)
            end = era.end() if era else end
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


_Terms = tuple[DraftForm, tuple[str, ...]]
_BACK_REFERENCES: tuple[_Terms, ...] = (
    ("ibid", words.IBID),
    ("op-cit", words.OP_CIT),
    ("ambiguous", words.IBID_OR_OP_CIT),
    ("ibid", words.SAME_PAGE),
)
_BACK_REFERENCE_INITIALS: tuple[_Terms, ...] = (("ibid", words.IBID_INITIALS), ("op-cit", words.OP_CIT_INITIALS))


def _alone(draft: Draft, terms: tuple[str, ...]) -> re.Match[str] | None:
    """A term that is the whole of what stands between two delimiters, a page aside: in a title it points nowhere."""
    if not may_have(terms, draft.rest):
        return None
    for match in finder(terms).finditer(draft.rest):
        after = draft.rest[match.end() : match.end() + 20].lstrip(" .")
        closed = (
            not after or after[0] in f",;:()[]{TAKEN}-" or after[0].isdigit() or bool(finder(words.PAGE).match(after))
        )
        before = draft.rest[max(0, match.start() - 20) : match.start()].rstrip()
        opened = not before or before[-1] in f',;:.()[]"{TAKEN}-' or " " in match.group().strip()
        # See ibid., p. 6
        opened = opened or bool(finder(words.LEAD_INS).fullmatch(draft.rest[: match.start()].strip(" (")))
        if closed and opened and draft.rest.count('"', 0, match.start()) % 2 == 0:
            return match
    return None


def take_back_reference(draft: Draft) -> None:
    """مصدر سبق ذكره, المصدر نفسه, ibid.: sets the form. Initials (م.ن) count only as the whole of what is cited."""
    for form, terms in _BACK_REFERENCES:
        if match := _alone(draft, terms):
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


def says_previous(text: str) -> bool:
    """Whether a back-reference has the wording that is ibid. in some houses and op. cit. in others: المرجع السابق."""
    draft = Draft(text, "note")
    take_back_reference(draft)
    return draft.form == "ambiguous"


def _after_stop(rest: str, end: int) -> int:
    return end + 1 if rest[end : end + 1] == "." else end
