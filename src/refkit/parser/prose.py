"""Steps for Latin references whose parts are sentences: Author. Title. Subtitle. Place: Publisher, Year."""

from __future__ import annotations

import re

from refkit.parser.bodies import body_kind
from refkit.parser.draft import KNOWN, TAKEN, Draft, Segment, abbreviates, compiled
from refkit.vocabulary import find, place
from refkit.vocabulary import terms as words

_WORD = r"[^\W\d_][\w'&/-]*"
#: `Downers Grove, Ill: IVP Academic`, behind a full stop, a bracket or what is known, up to the year or the end.
_IMPRINT = (
    rf"(?:(?<=[.?!)\]\"]\s)|(?<=[(\[{TAKEN}])\s?)(?P<place>{_WORD}(?:\s{_WORD}){{0,3}}(?:,\s{_WORD}(?:\s{_WORD}){{0,2}}\.?){{0,2}})\s?:\s"
    rf"(?P<publisher>[^:;()\[\]{KNOWN}]{{2,90}}?)(?=\s*[,.]?\s*(?:[{TAKEN}(\[)\]]|$))"
)


def take_imprint(draft: Draft) -> None:
    """Place and publisher with a colon between them, at the end of a reference in Latin script."""
    if draft.has("publisher") or ":" not in draft.rest or not _latin(draft):
        return
    last = None
    for match in compiled(_IMPRINT).finditer(draft.rest):
        last = match
    if (
        not last
        or draft.rest[last.end() :].strip(f" .,;()[]{KNOWN}")
        or not draft.rest[: last.start()].strip(f" .{KNOWN}")
    ):
        return
    if _begins_title(draft, last.start()) or not all(
        draft.original_of(*last.span(name))[:1].isupper() for name in ("place", "publisher")
    ):
        return
    draft.take("publisher-place", *last.span("place"), sure=bool(place(last["place"].partition(",")[0])))
    draft.take("publisher", *last.span("publisher"), outer=last.span())


#: 'Islamophobia reconsidered', ``Caches'': in single quotation marks, apostrophes inside.
_SINGLE = rf"(?<=[,.:;)\]{TAKEN}]\s)'{{1,2}}(?P<value>(?:[^'\"{TAKEN}]|'(?=\w)){{6,300}}?)[,.]?'{{1,2}}(?=[\s,.;(]|$)"


def take_single_quoted(draft: Draft) -> None:
    """A title in single quotation marks behind the authors or the year, in Latin script."""
    if "'" not in draft.rest or (not draft.has("author") and (TAKEN in draft.rest or not draft.rest.isascii())):
        return
    match = compiled(_SINGLE).search(draft.rest, 0, 600)
    if match and draft.has("author") and " " in match["value"].strip() and '"' not in draft.rest[: match.start()]:
        draft.take("title", *match.span("value"), outer=match.span())


def _latin(draft: Draft) -> bool:
    return draft.kind == "reference" and draft.shadow.text[:1].isascii()


def _begins_title(draft: Draft, start: int) -> bool:
    """Whether nothing that could be a title stands before an offset."""
    return not re.search(r"\w{3}", draft.rest[:start])


def take_sentences(draft: Draft) -> None:
    """The title of a reference whose author ends with a full stop or a bracketed year, over its own commas and colons.

    It ends where the journal, the book or the imprint begins; if none is known, at its first full stop.
    """
    start = _after_head(draft)
    if start < 0 or draft.has("title") or '"' in draft.rest[start : start + 3]:
        return
    rest = draft.rest
    known = compiled(rf"[{TAKEN}\[]|\s\(?{TAKEN}").search(rest, start)
    limit = known.start() if known else len(rest)
    stops = [m.start() for m in compiled(r"[.?!](?=\s|$)").finditer(rest, start, limit) if _is_stop(draft, m)]
    end = _end_of_title(draft, limit, stops)
    end = _before_place(draft, start, end)
    bare = rest[start:end].strip(" .,;:(")
    if len(bare) > 1 and any(c.isalpha() for c in bare):
        draft.take("title", start, start + len(rest[start:end].rstrip(" .,;:(")), sure=len(stops) <= 1)


def _after_head(draft: Draft) -> int:
    """Where the title begins: after authors with a full stop, or after the year behind them; -1 in any other style."""
    if not _latin(draft):
        return -1
    name = "author" if draft.has("author") else "editor" if draft.headed_by_editor() else ""
    if not name or draft.rest[: draft.found[name][0][0]].strip(f" {KNOWN}"):
        return -1
    end = draft.found[name][-1][1]
    known = compiled(rf"[\s{KNOWN}(\[)\].,:]*").match(draft.rest, end)
    start = known.end() if known else end
    between = draft.rest[end:start]
    dated = "issued" in draft.found and end <= draft.found["issued"][0][0] < start
    stopped = "." in between or draft.shadow.text[end - 1] == "." or (name == "editor" and "," not in between)
    comma = draft.rest[draft.found["issued"][0][1] if dated else start : start].lstrip(f"{KNOWN}) ").startswith(",")
    return start if start < len(draft.rest) and (dated or stopped) and not comma else -1


def _is_stop(draft: Draft, match: re.Match[str]) -> bool:
    at = match.start()
    if abbreviates(draft.rest, at) or compiled(r"(?<!\w)\w$").search(draft.rest, max(0, at - 2), at):
        return False
    following = draft.rest[at + 1 : at + 3].strip()
    return not following or not draft.original_of(at + 1, at + 4).strip(" \"“'(")[:1].islower()


def _end_of_title(draft: Draft, limit: int, stops: list[int]) -> int:
    """The end of the sentences that are the title: all of them before an imprint or a book, else the first."""
    at_end = [stop for stop in stops if not draft.rest[stop + 1 : limit].strip(f" .,({KNOWN}")]
    inner = [stop for stop in stops if stop not in at_end]
    behind = {name: spans[0][0] for name, spans in draft.found.items() if spans[0][0] >= limit}
    following = min(behind, key=behind.__getitem__, default="")
    whole = following in ("publisher-place", "container-title", "number-of-volumes", "edition", "genre") or (
        following == "editor" and not draft.has("issue")
    )
    if whole or not inner:
        return _before_series(draft, at_end[0] if at_end else limit, inner)
    if draft.has("volume", "issue") and not draft.has("container-title"):
        return inner[-1]
    first = next((stop for stop in inner if draft.rest[stop] == "."), inner[-1])
    # Title? Subtitle. Publisher: a question ends a title only if nothing else does.
    last = Segment(inner[-1] + 1, limit, draft.rest[inner[-1] + 1 : limit].strip(" ,.("), "", "", 0)
    if place(last.text) and not draft.has("publisher", "publisher-place"):
        return _before_series(draft, inner[-1], inner[:-1])
    return first


def _before_series(draft: Draft, end: int, stops: list[int]) -> int:
    """The end of the title before a sentence that names a series: Lecture Notes in …, … Series."""
    for stop in stops:
        if find(words.SERIES, draft.rest[stop + 1 : end]):
            after = next((other for other in stops if other > stop), end)
            draft.take("collection-title", stop + 1, after, sure=False)
            return stop
    return end


def _before_place(draft: Draft, start: int, end: int) -> int:
    """The title without the place that a full stop or a comma divides from it."""
    for match in compiled(r"[.,]\s").finditer(draft.rest, max(start, end - 60), end):
        segment = Segment(match.end(), end, draft.rest[match.end() : end].strip(" .,"), "", "", 0)
        if match.group()[0] == "." and body_kind(segment, draft) == "publisher-place":
            return match.start()
    return end
