"""A step for the book that a chapter stands in, in Latin script, with its editors: In J. Doe & R. Roe (Eds.), Title."""

from __future__ import annotations

from refkit.dates import month_pattern
from refkit.parser.bodies import body_kind
from refkit.parser.draft import KNOWN, TAKEN, Draft, Segment, abbreviates, compiled
from refkit.parser.latin_names import people_at
from refkit.text import YEAR

_IN = r"(?<!\w)(?:in|dans)(?:\s?:|(?=\s))\s*"
_ROLE = r"\s*,?\s*[(\[]?\s*(?:gen\.\s*)?(?:eds?|editors?|hrsg|hg|dirs?|coords?|edited)(?!\w)\.?\s*[)\]]?\s*[,:.]?\s*"
#: What ends the title of a book or of proceedings.
_STOP = (
    rf"[(\[\"{KNOWN}]|\.(?=\s|$)|;|,\s*(?:(?:vols?|nos?|pp?|pages?|ch(?:ap)?|bd|t)(?:\.\s?|\s)\w|{month_pattern()}\s|{YEAR}(?!\w))"
    r"|,\s(?:sous|dir\.|edited|ed\.|eds\.|transl?(?:ated|\.)|hrsg|éd)(?!\w)"
    r"|\s\d{1,4}\s*(?:\(\d|:\s?\d|,\s\d+-)"
)


def take_chapter(draft: Draft) -> None:
    """The editors and the title of the book behind `In`, where a sentence, a quotation or a comma ends before it."""
    if draft.has("container-title"):
        return
    for match in compiled(_IN).finditer(draft.rest):
        before = draft.rest[max(0, match.start() - 6) : match.start()].rstrip()
        if not before or before[-1] not in f'.,;?!")]{TAKEN}':
            continue
        written = draft.text[draft.shadow.span(match.start(), match.end())[0]]
        after_stop = before[-1] in '.?!")]' or before[-1] in KNOWN
        start, editor = _editors(draft, match.end())
        sure = editor or before[-1] == '"' or match.group().startswith("dans") or ":" in match.group()
        if (
            not sure
            and not (after_stop and written.isupper())
            and not (before[-1] in f",{TAKEN}" and _proceedings(draft, start))
        ):
            continue
        if not draft.rest[: match.start()].strip(f" .,{KNOWN}"):
            continue
        end = _end_of_book(
            draft,
            start,
            stops=draft.rest[max(0, match.start() - 5) : match.start()].strip(f" {KNOWN}'\"")[-1:] != ",",
        )
        if draft.rest[start:end].strip(" .,") and any(c.isalpha() for c in draft.rest[start:end]):
            draft.take("container-title", start, end, sure=editor or after_stop, outer=(match.start(), end))
            return


def _proceedings(draft: Draft, start: int) -> bool:
    """Whether what follows `in` is certainly a collection: after a comma, `in` may also belong to a title."""
    head = draft.rest[start : start + 90]
    return bool(
        compiled(
            r"\"|proc(?:eedings)?\b|.{0,80}(?:conference|symposium|workshop|congress|handbook|encyclopa?edia)\b"
        ).match(head)
    )


def _editors(draft: Draft, start: int) -> tuple[int, bool]:
    """Where the title of the book begins, and whether editors were named before it."""
    people = people_at(draft.text, draft.shadow.span(start, start + 1)[0]) if start < len(draft.rest) else None
    if not people:
        return start, False
    begin, end, after = (draft.shadow.position(offset) for offset in (people.start, people.end, people.after))
    role = compiled(_ROLE).match(draft.rest, after)
    if not role or TAKEN in draft.rest[begin:end]:
        return start, False
    if not draft.has("editor"):
        draft.take("editor", begin, end)
        if people.inverted:
            draft.family_first.add("editor")
    return role.end(), True


def _end_of_book(draft: Draft, start: int, stops: bool) -> int:
    """Where the title of the book ends: at a full stop, a bracket or what is known, and before a place or a publisher.

    Unless `stops`, as in IEEE style (`," in Proc. IEEE Conf. Comput. Vis.,`), a full stop ends nothing but the text.
    """
    rest = draft.rest
    end = len(rest)
    for match in compiled(_STOP).finditer(rest, start):
        if match.group() == '"' and match.start() == start:
            continue
        if match.group() == "." and (
            (not stops and rest[match.end() :].strip())
            or abbreviates(rest, match.start())
            or compiled(r"(?<!\w)[^\W\d]$").search(rest, start, match.start())
        ):
            continue
        end = match.start()
        break
    at = start
    for comma in [*compiled(r",\s").finditer(rest, start, end), None]:
        stop = comma.start() if comma else end
        part = Segment(at, stop, rest[at:stop].strip(" ,"), ",", "", 0)
        if at > start and part.text and body_kind(part, draft) in ("publisher-place", "publisher"):
            return at - 2
        if not comma:
            break
        at = comma.end()
    return end
