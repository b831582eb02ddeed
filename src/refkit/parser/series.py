"""Steps for where a work is kept or counted: its series (سلسلة عالم المعرفة ٢٩٢), and the library of a manuscript."""

from __future__ import annotations

from refkit.parser.draft import KNOWN, TAKEN, Draft, compiled
from refkit.vocabulary import may_have
from refkit.vocabulary import terms as words

#: Up to the next delimiter, a number of the series behind a semicolon or a comma with it.
_NAME = rf"[^,;:()\[\]\"{KNOWN}]{{0,90}}"
_NUMBERED = rf"(?:\s*[;,:]\s*(?:رقم\s*|no\.\s*|vol\.\s*|n°\s*|العدد\s*)?\(?\d{{1,4}}\)?(?=\s*(?:[,.;:()\[{TAKEN}]|$)))?"
_ARABIC = rf"(?:(?:ضمن\s+)?(?:ال)?سلسله|سلاسل)\s*:?\s*\"?(?P<value>{_NAME})\"?{_NUMBERED}"
#: نقد العقل العربي؛ 4: the number behind the semicolon tells.
_COUNTED = rf"(?<=[,.(])\s*(?P<value>[^,;:.()\[\]\"{KNOWN}]{{3,80}});\s*\d{{1,4}}(?=\s*(?:[(),.\[{TAKEN}]|$))"
_LATIN = (
    rf"(?P<value>(?:lecture notes in|texts and monographs|studies in|monographs in|graduate texts in)\s{_NAME}"
    rf"|[^,;:.()\[\]\"{KNOWN}]{{3,70}}\sseries(?:\sin\s{_NAME})?|(?:coll\.|collection|ser\.|reihe)\s{_NAME}|lncs|lnai)"
    rf"(?:,?\s*(?:vol\.|no\.|volume|number|n°)?\s*\d{{1,5}})?(?=\s*(?:[,.;:()\[{TAKEN}]|$))"
)
_ARCHIVE = (
    rf"(?:(?:نسخه\s+)?مخطوط(?:ه|ات|ا)?(?!\w)|(?:ال)?خزانه\s|دار\s+الكتب(?:\s+[^,.;(){TAKEN}]{{2,30}})?,?\s+(?:تحت\s+)?رقم|(?:تحت\s+)?رقم\s+(?:ال)?حفظ|ms\.?\s|manuscript\s)"
    rf"[^(){TAKEN}]{{0,160}}"
)


def take_series(draft: Draft) -> None:
    """The series of a work, between delimiters behind its title, with its number."""
    if not (may_have(words.SERIES, draft.rest) or ";" in draft.rest):
        return
    for pattern, cue in ((_ARABIC, "سل"), (_COUNTED, ";"), (_LATIN, "")):
        for match in compiled(pattern).finditer(draft.rest) if cue in draft.rest else ():
            before = draft.rest[max(0, match.start() - 9) : match.start() + 1].rstrip()
            head = draft.rest[: match.start()].strip(f" .,({KNOWN}")
            delimited = pattern is _COUNTED or before[:-1].rstrip().endswith(
                (",", ".", ";", "(", "[", '"', ")", "-", TAKEN)
            )
            if head and delimited and match["value"].strip():
                draft.take("collection-title", *match.span("value"), outer=match.span())
                return
            if head and pattern is _ARABIC and _behind_body(draft, match.start()):
                draft.take("collection-title", *match.span("value"), outer=match.span())
                return


def _behind_body(draft: Draft, at: int) -> bool:
    """مطبوعات أكاديمية المملكة المغربية سلسلة التراث: a publisher stands before the series, without a comma."""
    comma = draft.rest.rfind(",", 0, at)
    return comma > 0 and bool(
        compiled(r"\s*(?:منشورات|مطبوعات|دار|مطبعه|مكتبه|مركز|موسسه|الهييه|وزاره|جامعه)\s").match(draft.rest, comma + 1)
    )


def take_archive(draft: Draft) -> None:
    """Where a manuscript is kept, with its number: مخطوطات الأزهر، النسخة الأزهرية، رقمها ٣٠٣١."""
    if not may_have(words.MANUSCRIPT, draft.rest):
        return
    for match in compiled(rf"(?<!\w){_ARCHIVE}").finditer(draft.rest):
        before = draft.rest[max(0, match.start() - 9) : match.start()].rstrip()
        if before.endswith((",", ".", "(", "[", "-", ":", TAKEN)) and draft.rest[: match.start()].strip(f" .,({KNOWN}"):
            end = match.start() + len(match.group().rstrip(" .,;"))
            draft.take("archive", match.start(), end)
            return
