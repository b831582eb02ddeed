"""Steps for what a word introduces: translators and editors, the book of a chapter, the degree of a thesis."""

from __future__ import annotations

import re
from functools import cache

from refkit.names import without_titles
from refkit.names.persons import known_given
from refkit.parser.draft import KNOWN, TAKEN, Draft, compiled
from refkit.parser.latin_names import people_at
from refkit.vocabulary import find, finder, may_have
from refkit.vocabulary import terms as words


def take_bracketed_role(draft: Draft) -> None:
    """(A. Al-Razzaz, Trans.), and the editor between `in` and the book: In H. Al-Taie (Ed.), Baghdad."""
    if "(" not in draft.rest:
        return
    roles = (("translator", r"trans(?:lator)?|مترجم|ترجمه"), ("editor", r"eds?|editors?|محرر|محررون|محررين|تحرير"))
    for name, label in roles:
        person = rf"(?P<value>[^()\d:{TAKEN}]{{3,80}}?)"
        inside = compiled(rf"\({person},\s*(?:{label})\.?(?=\s*[,)])").search(draft.rest)
        before = compiled(rf"(?<!\w)(?:in|في|ضمن):?\s+{person}\s*\((?:{label})\.?\)\s*,?").search(draft.rest)
        if match := inside or before:
            draft.take(name, *match.span("value"), outer=match.span())
            if match is before:
                _take_container_after(draft, match.end())


def _take_container_after(draft: Draft, start: int) -> None:
    """The book that follows its editor, up to a bracket or what is known."""
    title = rf"\s*(?P<value>[^()\[\]{TAKEN}]{{3,160}}?)\s*(?=[()\[{TAKEN}]|[,.](?:\s|$))"
    if match := compiled(title).match(draft.rest, start):
        draft.take("container-title", *match.span("value"))


_WORK = r"(?:بحث|مقاله?|دراسه|فصل|ورقه(?:\s+(?:بحثيه|عمل))?|مداخله|محاضره|نص)"
#: مقدمة في … alone begins a title; a paper that is مقدمة is named.
_MADE_PUBLIC = rf"(?:(?:{_WORK}\s+)?(?:منشوره?|نشرت?|صدرت?)|{_WORK}\s+(?:مقدمه?|قدمت?|القيت?|مدرجه?|وارده?))"
_CONTAINING = r"(?:كتاب(?:\s+جماعي)?|اعمال|وقايع|موسوعه|مجموعه)"
#: What introduces the book or the journal of a work: ضمن كتاب, بحث منشور في, نشر بمجلة, مقال في مجلة, في:
_PUBLISHED_IN = (
    rf"(?<!\w)(?:{_MADE_PUBLIC}\s+(?:(?:في|ضمن|الي|علي)(?!\w)|(?=ب(?:مجله|جريده|صحيفه|دوريه|حوليه|كتاب)))"
    rf"|{_WORK}\s+(?:في|ضمن)\s+(?={_CONTAINING}|(?:ال)?(?:مجله|جريده|صحيفه|دوريه))|ضمن(?!\w)|في\s*:|في\s+(?={_CONTAINING}\s)"
    r"|(?=ب(?:مجله|جريده|صحيفه|دوريه|حوليه)\s)|(?:paper\s+)?presented at|(?:published|reprinted|appeared) in)"
    rf"\s*(?:ب(?=مجله|جريده|صحيفه|دوريه|حوليه|كتاب))?(?:{_CONTAINING}\s*(?=[\":])|كتاب\s+(?:جماعي\s+)?)?\s*:?\s*(?:\bعنوان\s*:?\s*)?"
)


def take_container(draft: Draft) -> None:
    """What a work is part of, behind the words that say so: ضمن كتاب …, بحث منشور بمجلة …, نشر في …"""
    if draft.has("container-title") or not may_have(words.PART_OF, draft.rest):
        return
    for label in compiled(_PUBLISHED_IN).finditer(draft.rest):
        before = draft.rest[max(0, label.start() - 9) : label.start()].rstrip()
        if not before.endswith((",", ".", ";", '"', ")", "-", "?", "!", TAKEN)):
            continue
        if not draft.rest[: label.start()].strip(f" .,{KNOWN}") and not draft.has("author", "title"):
            continue
        quoted = draft.rest[label.end() : label.end() + 1] == '"'
        stop = r'"' if quoted else rf"[,;()\[\]\"{TAKEN}]|(?<!\b\w)\.(?=\s|$)|\s-\s|$"
        start = label.end() + quoted
        match = compiled(stop).search(draft.rest, start)
        end = match.start() if match else len(draft.rest)
        if any(c.isalpha() for c in draft.rest[start:end]) and end - start <= 160:
            end = _with_its_university(draft, start, end)
            draft.take("container-title", start, end, outer=(label.start(), end + quoted))
            return


def _with_its_university(draft: Draft, start: int, end: int) -> int:
    """مجلة كلية الآداب، جامعة سوهاج: the journal of a faculty is named with its university."""
    if not compiled(r"\sكليه\s").search(draft.rest, start, end):
        return end
    university = compiled(rf"\s*[,-]\s*جامعه\s[^,;:()\[\]\"{TAKEN}]{{2,40}}").match(draft.rest, end)
    return university.end() if university else end


def take_thesis(draft: Draft) -> None:
    """The genre of a thesis with its status, in one span: رسالة ماجستير (غير منشورة), unpublished master's thesis."""
    for genre in finder(words.THESES).finditer(draft.rest) if may_have(words.THESES, draft.rest) else ():
        start, end = genre.span()
        status = (*words.UNPUBLISHED, *words.PUBLISHED)
        before = [m for m in finder(status).finditer(draft.rest, 0, start) if not draft.rest[m.end() : start].strip()]
        field = compiled(rf"\s+في\s+[^,(){TAKEN}]{{3,40}}?(?=[,(])").match(draft.rest, end)
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
    if start and (has_status or find(words.THESIS_OF_DEGREE, draft.rest[start:end])):
        return True
    left, right = draft.rest[:start].rstrip(), draft.rest[end:].lstrip()
    return not left or left[-1] in f',.;()[{TAKEN}"' or right[:1] in tuple(f",.;()]{TAKEN}")


_ROLES = (("translator", words.TRANSLATOR), ("editor", words.EDITOR), ("", words.OTHER_ROLES))


@cache
def _label() -> re.Pattern[str]:
    """One label or several: ترجمة وتقديم, translated and edited by; and what may stand before the name."""
    one = "|".join(rf"(?P<{name or 'other'}>{finder(terms).pattern})" for name, terms in _ROLES)
    every = finder((*words.TRANSLATOR, *words.EDITOR, *words.OTHER_ROLES)).pattern.removeprefix(r"(?<!\w)")
    more = rf"(?:\s*(?:و|,\s*و|and|et|&)\s*(?:ال)?{every}(?:\s+(?:له|عليه|عليها|به))?){{0,3}}"
    source = (
        r"(?:\s+(?:عن|من)\s+(?:اللغه\s+)?ال\w+|\s*from\s+(?:the\s+)?\w+(?:\s+(?:edition|original))?)?(?:\s+by(?!\w))?"
    )
    one += r"|(?P<short>(?<=[,.(]\s)eds?\.(?=\s+[^\W\d_]))"
    # That no label begins inside a word is said once for all: four times would cost most of the search.
    return re.compile(rf"(?<!\w)(?:{one}){more}{source}(?:\s+(?:كل من|الاساتذه|الدكاتره|الاستاذين|الدكتورين|من قبل))?")


def take_people_by_role(draft: Draft) -> None:
    """Translators and editors after their label: ترجمة وتقديم: علية إبراهيم, translated from the French by X."""
    if "ed" not in draft.rest and not any(may_have(terms, draft.rest) for _, terms in _ROLES):
        return
    for label in _label().finditer(draft.rest):
        if KNOWN[0] in draft.rest[label.start() : label.end()]:
            continue
        span = _people_behind(draft, label.end())
        if span and label["short"] and not people_at(draft.text, _first_letter(draft, label.end())):
            continue
        if span and _labels_people(draft, label, span):
            name = _role_of(label)
            name = name if name and not draft.has(name) else "other-role"
            draft.take(name, *span, outer=(label.start(), span[1]))


def _role_of(label: re.Match[str]) -> str:
    """The first of translator and editor that the label names: تقديم وتحقيق is an editor's."""
    if label["short"]:
        return "editor"
    for name, terms in _ROLES[:2]:
        if label[name] or finder(terms).search(label.group().replace(" و", " ")):
            return name
    return ""


def _people_behind(draft: Draft, start: int) -> tuple[int, int] | None:
    """The names behind a label, up to a delimiter, a spaced dash or a full stop that ends no initial."""
    latin = people_at(draft.text, _first_letter(draft, start))
    if latin and (latin.sure or not latin.inverted):
        begin, end = draft.shadow.position(latin.start), draft.shadow.position(latin.end)
        if TAKEN not in draft.rest[begin:end]:
            return begin, end
    match = compiled(rf"[\s:.]*(?P<value>(?:(?!\s-)[^,;()\[\]\"{TAKEN}:]){{4,90}})").match(draft.rest, start)
    if not match:
        return None
    begin, end = match.span("value")
    for stop in compiled(r"\.\s").finditer(draft.rest, begin + 3, end):
        if not compiled(r"(?<!\w)\w$").search(draft.rest, begin, stop.start()):
            return begin, stop.start()
    return begin, end


def _first_letter(draft: Draft, start: int) -> int:
    letter = compiled(r"[\s:.]*").match(draft.rest, start)
    at = letter.end() if letter else start
    return draft.shadow.span(at, at + 1)[0] if at < len(draft.rest) else len(draft.text)


def _labels_people(draft: Draft, label: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether a label stands where one does: in a title (في ترجمة الشعر) it labels nobody."""
    before = draft.rest[max(0, label.start() - 20) : label.start()].rstrip()
    delimited = before.endswith((",", ".", ";", ":", "(", ")", "[", "]", TAKEN, "-", '"', "!", "?"))
    colon = draft.rest[label.end() : label.end() + 9].lstrip()[:1] == ":"
    if not delimited and not (before and colon):
        return False
    # شرح القانون المدني is a title: a weaker label needs a colon, or a name behind it.
    return bool(_role_of(label)) or colon or known_given(without_titles(draft.original_of(*span)))
