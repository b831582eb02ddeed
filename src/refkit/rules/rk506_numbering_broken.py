"""RK506 numbering-broken."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked, Reference
from refkit.rules.moves import numbered
from refkit.settings import Settings
from refkit.text import ascii_digits

#: A list is numbered if at least so many of its lines, and this share, are; more faults than this are a manner of its own.
_LEAST, _SHARE, _FAULTS = 3, 0.6, 0.34


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Lines without number in a numbered list, and numbers that skip or repeat; a section may begin anew."""
    unread = _unread(linked)
    for found in linked.document.lists:
        groups: dict[Hashable, list[Reference]] = {}
        for line in found.references:
            groups.setdefault((line.section, line.author_heading), []).append(line)
        for lines in groups.values():
            faults = list(_faults(lines, unread)) if _is_numbered(lines) else []
            if 0 < len(faults) <= max(1, _FAULTS * len(lines)):
                yield from _problems(linked, lines, faults, may_edit=not unread)


def _unread(linked: Linked) -> frozenset[int]:
    """The numbers of lines that were not understood: they stand in the list, if not among its references."""
    texts = (ascii_digits(failure.text).lstrip("([- ") for failure in linked.document.failures)
    return frozenset(int(found[0]) for text in texts if (found := re.match(r"\d{1,4}", text)))


def _is_numbered(lines: list[Reference]) -> bool:
    """Whether the lines are numbered one by one; Markdown also counts lines that are all numbered 1."""
    numbers = [line.number for line in lines if line.number]
    return len(numbers) >= max(_LEAST, _SHARE * len(lines)) and len(set(numbers)) > 1


def _faults(lines: list[Reference], unread: frozenset[int]) -> Iterator[tuple[Reference, str]]:
    """The lines that are not numbered as they should, and what is wrong with them."""
    last: int | None = None
    for at, line in enumerate(lines):
        following = next((int(each.number) for each in lines[at + 1 :] if each.number), None)
        if not line.number:
            yield line, "a line without number in a numbered list"
            if last is not None and following == last + 2:
                last += 1
            continue
        number = int(line.number)
        if last is None or number == last + 1 or (number > last and unread.issuperset(range(last + 1, number))):
            last = number
            continue
        yield line, f"number {number} {'again' if number == last else f'behind {last}'}"
        # A slip of one number is one fault: those behind it go on as if it were right.
        last = last + 1 if following == last + 2 else number


def _problems(
    linked: Linked, lines: list[Reference], faults: list[tuple[Reference, str]], may_edit: bool
) -> Iterator[Problem]:
    message = "number the lines one after the other"
    edits = numbered(linked, lines) if may_edit else ()
    fix = Fix(safety="safe", message=message, edits=edits) if edits else Fix(message=message)
    for line, what in faults:
        yield Problem(what, line, references=(line.id,), fix=fix)
        fix = Fix(message=message)


_NOTE = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## ببليوغرافيا\n\n"
_FIRST = (
    "{}- أمين، أحمد، فجر الإسلام، مكتبة النهضة، القاهرة، ١٩٦٥.\n{}- البستاني، بطرس، أدباء العرب، دار صادر، بيروت، ١٩٥٣.\n"
    "{}- جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n{} الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
_NOTE_EN = "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n## Bibliography\n\n"
_LIST_EN = (
    "{}. Batatu, Hanna, The Old Social Classes, Princeton: Princeton University Press, 1978.\n"
    "{}. Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
    "{}. Said, Edward, Orientalism, New York: Pantheon, 1978.\n{}. Tripp, Charles, A History of Iraq, London: Verso, 2000.\n"
)

RULE = Rule(
    code="RK506",
    name="numbering-broken",
    severity="warning",
    summary="A line without number in a numbered list, or a number that is skipped or repeated.",
    reason="Left over from adding and deleting lines by hand; citations by number then point to the wrong work.",
    bad=(
        _NOTE + _FIRST.format("١", "٢", "٤", "٥-"),
        _NOTE + _FIRST.format("١", "٢", "٣", "\n"),
        _NOTE_EN + _LIST_EN.format(1, 2, 2, 3),
    ),
    good=(_NOTE + _FIRST.format("١", "٢", "٣", "٤-"), _NOTE_EN + _LIST_EN.format(1, 1, 1, 1)),
    check=check,
    fix="safe",
)
