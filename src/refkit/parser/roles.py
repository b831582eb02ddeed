"""Steps for what a word introduces: translators and editors, the book of a chapter, the degree of a thesis."""

from __future__ import annotations

from refkit.parser.draft import KNOWN, TAKEN, Draft, compiled
from refkit.parser.persons import known_given
from refkit.vocabulary import find, finder, may_have
from refkit.vocabulary import terms as words


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
