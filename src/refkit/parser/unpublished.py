"""A step for what is cited whole, for nobody divides it safely: laws and rulings, letters in archives, interviews."""

from __future__ import annotations

from refkit.parser.draft import TAKEN, Draft, compiled
from refkit.text import MODERN_YEAR
from refkit.vocabulary import find
from refkit.vocabulary import terms as words

_NUMBERED = r"(?:رقم|لسنه|الماده|جلسه|(?<!\w)no\.?|(?<!\w)art(?:icle|\.)|(?<!\w)of)\s*\(?\s*\d"
#: Brown v. Board of Education, 347 U.S. 483 (1954)
_CASE = r"[^\"\d]{2,60}\sv\.?\s[^\"\d]{2,80}[,\[(]\s*[\[(]?\d"
_INTERVIEW = (
    r"\s*(?:(?:author'?s?|personal|telephone|oral)\s+)?interview(?:s|ed)?\s+(?:with|by|of)(?!\w)|\s*(?:ال)?مقابله\s+(?:\w+\s+)?(?:مع|اجراها|اجرتها|اجريت)"
    r"|\s*(?:حوار|لقاء)\s+(?:\w+\s+)?مع(?!\w)|\s*personal communication"
)
#: FO 371/6343, BOA, HR.SYS 2402/12: the signature of a file, and a letter before it.
_FILE = (
    r"(?<!\w)(?:fo|co|wo|cab|ior|rg|boa|hr(?:\.\w+)?|y\.?prk\.?\w*|i\.?hus|mae|anom|tna|usna)"
    r"[\s,]+[a-z]?/?\d+(?:/[\w/]+|,\s*(?:box|no\.?|file)\s*\d+)"
)
_YEAR = rf"(?:لسنه|عام|سنه|(?<!\w)of|,|\(|\[|[a-z])\s*({MODERN_YEAR})(?!\d)"
#: The part of a law that a note points to: ، المادة ١٤٨; , art. 3
_PINPOINT = (
    r"\s*,\s*(?:(?:ال)?(?:ماده|مواد|مادتان|مادتين)(?!\w)|صص?\s*\.?\s*(?=\d)|pp?\.\s*(?=\d)|arts?(?:icles?|\.)|section\s)"
    r"(?P<page>(?<=[صp.\s])\d{1,4}(?:\s*-\s*\d{1,4})?)?"
)
#: Iraqi Civil Code No. 40 of 1951
_CODE = r"(?:[\w'-]+\s){1,3}code,?\s*\(?no\.?\s*\(?\d+\)?\s+of\s+\d{4}"


def take_undivided(draft: Draft) -> None:
    """The whole text as one title: قانون رقم ١٣١ لسنة ١٩٤٨; Interview with …; Smith to Jones, FO 371/6343."""
    kind = _kind(draft)
    if not kind:
        return
    draft.legal = kind
    if year := compiled(_YEAR).search(draft.rest):
        draft.take("issued", *year.span(1))
    pinpoint = compiled(_PINPOINT).search(draft.rest) if kind == "legislation" else None
    if pinpoint and pinpoint["page"]:
        draft.take("page", *pinpoint.span("page"))
    draft.take("title", 0, pinpoint.start() if pinpoint else len(draft.rest), outer=(0, len(draft.rest)))


def _kind(draft: Draft) -> str:
    head = " ".join(draft.rest[:120].split()[:4])
    # Tamir, "Law versus the State": in an English text the law stands before all punctuation.
    first = compiled(r"[,.:\"]").split(head, 1)[0] if head.isascii() and TAKEN not in head else head
    legal = "legal_case" if find(words.LEGAL_CASES, first) else "legislation" if find(words.LEGISLATION, first) else ""
    if legal and compiled(_NUMBERED).search(draft.rest) and not _has_imprint(draft.rest):
        return legal
    if compiled(_CODE).match(draft.rest):
        return "legislation"
    if compiled(_CASE).match(draft.rest):
        return "legal_case"
    if compiled(_INTERVIEW).match(draft.rest):
        return "interview"
    if draft.kind == "note" and compiled(_FILE).search(draft.rest[:400]) and '"' not in draft.rest[:400]:
        return "manuscript"
    return ""


def _has_imprint(rest: str) -> bool:
    """Whether a publisher and a later year follow: قرار التقسيم لسنة 1947، … بيروت، 1998 is a book on a law."""
    years = [int(year) for year in compiled(rf"(?<!\d){MODERN_YEAR}(?!\d)").findall(rest)]
    if len(years) < 2 or max(years) == years[0]:
        return False
    return bool(find(words.PUBLISHER, rest)) or bool(compiled(r"\w:\s[^,:()]{2,60},\s\d{4}\)?\.?\s*$").search(rest))
