"""Steps for a citation whose fields are settled: what a number means beside others, the place in a publisher's name."""

from __future__ import annotations

from refkit.parser.draft import Draft, compiled
from refkit.vocabulary import place


def name_numbers(draft: Draft) -> None:
    """ج and السنة have no variable of their own: in a journal that has no issue ج is one, else they are the volume."""
    in_journal = {"part", "container-title"} <= draft.found.keys() and draft.has("volume", "journal-year")
    if in_journal and not draft.has("issue"):
        draft.rename("part", "issue")
    for name in ("part", "journal-year"):
        if name in draft.found and "volume" not in draft.found:
            draft.rename(name, "volume")


#: A house of the kind that is named without its town: المطبعة الأميرية بالقاهرة, مكتبة الخانجي بمصر.
_TOWN_BEHIND = r"(?:ال)?(?:مطبعه|مطابع|مكتبه)\s.*?(?P<gap>\s+)ب(?P<town>\S+(?:\s\S+)?)$"


def part_place(draft: Draft) -> None:
    """The place that stands in the name of a printing house, if no other is named."""
    if "publisher" not in draft.found or "publisher-place" in draft.found or len(draft.found["publisher"]) > 1:
        return
    start, end = draft.found["publisher"][0]
    match = compiled(_TOWN_BEHIND).match(draft.shadow.text[start:end].rstrip(" .,"))
    if match and place(match["town"]):
        draft.found["publisher"] = [(start, start + match.start("gap"))]
        draft.found["publisher-place"] = [(start + match.start("town"), start + match.end("town"))]
        draft.confidence["publisher-place"] = draft.confidence["publisher"]
