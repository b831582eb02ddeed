"""RK501 list-unordered."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, NamedTuple

from refkit.collation import sort_key
from refkit.kinds import Problem, Rule
from refkit.model import Linked, Reference, ReferenceList
from refkit.names import name_tokens, without_titles
from refkit.rules.moves import put_in_order, repeats_author
from refkit.rules.views import short
from refkit.settings import Settings
from refkit.text import fold

#: A shorter list is in order, or in none, by chance.
_FEWEST = 5
#: An author's name, or the first words of a title.
_LETTERS_OF_A_HEAD = 80


def check(linked: Linked, settings: Settings) -> Iterator[Problem]:
    """The lines that stand out of the order that the rest of their list keeps; a list that keeps none, once."""
    for found in linked.document.lists:
        sorted_groups = [_sorted(members, settings) for members in _groups(found)]
        count = sum(len(group.lines) for group in sorted_groups)
        ordered = sum(len(group.kept) for group in sorted_groups)
        if count < _FEWEST or ordered == count or _has_another_order(linked, sorted_groups, ordered):
            continue
        if ordered < settings.ordered_share * count:
            yield _unordered(found, count - ordered, count)
        else:
            for group in sorted_groups:
                yield from _misplaced(linked, group)


class _Group(NamedTuple):
    """Lines that are sorted together, what each is sorted by, and the positions of those that are in order."""

    lines: list[Reference]
    keys: list[str]
    kept: list[int]


def _groups(found: ReferenceList) -> Iterator[list[Reference]]:
    """The lines that are sorted together: of one section and one script; none where authors are headings."""
    groups: dict[Hashable, list[Reference]] = {}
    for line in found.references:
        groups.setdefault((line.section, line.language), []).append(line)
    for members in groups.values():
        if len(members) > 1 and not any(line.author_heading for line in members):
            yield members


def longest_run(keys: Sequence[Any]) -> list[int]:
    """Positions of a longest part of a sequence that never falls."""
    tails: list[Any] = []
    ends: list[int] = []
    before: list[int] = []
    for position, key in enumerate(keys):
        at = bisect_right(tails, key)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1], ends[at : at + 1] = [key], [position]
    run, position = [], ends[-1] if ends else -1
    while position >= 0:
        run.append(position)
        position = before[position]
    return run[::-1]


def _sorted(members: list[Reference], settings: Settings) -> _Group:
    """Lines in the manner of sorting that most of them follow."""
    asked = settings.house_style.collation
    wanted = _MANNERS if asked == "any" else {asked: _MANNERS[asked]}
    groups = []
    for manner in (manner for manners in wanted.values() for manner in manners):
        keys = _carried(members, [manner(line) for line in members])
        groups.append(_Group(members, keys, longest_run(keys)))
    return max(groups, key=lambda group: len(group.kept))


def _key(text: str, line: Reference) -> str:
    return sort_key(text, line.language)[0]


def _carried(members: list[Reference], keys: list[str]) -> list[str]:
    """The keys, that of the line before where a dash stands for its author."""
    for at, line in enumerate(members):
        if at and repeats_author(line):
            keys[at] = keys[at - 1]
    return keys


def _head(line: Reference) -> str:
    """What a line begins with: its author as printed, else its first words."""
    spans = line.citation.spans.get("author", ()) if line.citation else ()
    end = spans[0][1] if spans and not name_tokens(line.text[: spans[0][0]]) else _LETTERS_OF_A_HEAD
    return without_titles(line.text[:end])


def _family(line: Reference) -> str:
    """The family name of the first author: some lists print given names first and sort by the last."""
    if not line.fields.author:
        return _head(line)
    form = next(iter(line.fields.author[0].root.values()))
    return f"{form.family} {form.given}" if form.family else _head(line)


def _letters_only(line: Reference) -> str:
    """Letter by letter, articles and all: Al-Hasani, Ali, Al-Jubouri."""
    return sort_key(_head(line), line.language, articles=True)[0].replace(" ", "")


def _without_kin(line: Reference) -> str:
    """ابن جني under جني."""
    head = _head(line)
    first, _, rest = head.strip().partition(" ")
    return _key(rest if fold(first) in _KIN else head, line)


_KIN = frozenset(("ابن", "ابو", "بن", "ibn", "abu"))
_Manner = Callable[[Reference], str]
_MANNERS: dict[str, tuple[_Manner, ...]] = {
    "without-articles": (
        lambda line: _key(_head(line), line),
        lambda line: _key(_head(line), line).replace(" ", ""),
        _without_kin,
        lambda line: _key(_family(line), line),
    ),
    "with-articles": (lambda line: sort_key(_head(line), line.language, articles=True)[0], _letters_only),
}


def _has_another_order(linked: Linked, groups: list[_Group], ordered: int) -> bool:
    """Whether the lines rather follow the order in which they are cited, or their years, up or down."""
    works = {source: work for work in linked.works for source in work.references}
    positions = {note.id: note.position for note in linked.document.notes}

    def cited_at(line: Reference) -> int | None:
        return min((positions[note] for note in works[line.id].notes), default=None)

    def year(line: Reference) -> int | None:
        return line.fields.issued.year if line.fields.issued else None

    for value in (cited_at, year, lambda line: -(year(line) or 0) or None):
        known = [[found for line in group.lines if (found := value(line)) is not None] for group in groups]
        lines, run = sum(map(len, known)), sum(len(longest_run(values)) for values in known)
        count = sum(len(group.lines) for group in groups)
        varied = len({one for values in known for one in values}) * 3 > count
        if varied and lines * 2 > count and run * count > ordered * lines:
            return True
    return False


def _misplaced(linked: Linked, group: _Group) -> Iterator[Problem]:
    """A problem for each line that is to move; the first one brings all of them to their places."""
    lines, keys, kept = group
    order = sorted(range(len(lines)), key=keys.__getitem__)
    fix = put_in_order(linked.document, lines, [lines[at] for at in order])
    for at in sorted(set(range(len(lines))) - set(kept)):
        behind = [position for position in kept if keys[position] <= keys[at]]
        where = f"behind “{_shown(lines[behind[-1]])}”" if behind else f"before “{_shown(lines[kept[0]])}”"
        yield Problem(
            f"not in alphabetical order: “{_shown(lines[at])}” belongs {where}",
            lines[at],
            references=(lines[at].id,),
            fix=fix,
        )
        fix = fix.model_copy(update={"safety": "hint", "edits": ()})


def _unordered(found: ReferenceList, out: int, count: int) -> Problem:
    return Problem(
        f"the list “{found.heading}” is not in alphabetical order: {out} of its {count} lines would have to move",
        found.place,
        references=tuple(line.id for line in found.references),
    )


def _shown(line: Reference) -> str:
    return short(_head(line), 4)


_NOTE = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## ببليوغرافيا\n\n"
_DURI = "الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤."
_LINES = (
    "أمين، أحمد، فجر الإسلام، مكتبة النهضة، القاهرة، ١٩٦٥.",
    "البستاني، بطرس، أدباء العرب، دار صادر، بيروت، ١٩٥٣.",
    "جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.",
    "الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.",
)
_NOTE_EN = "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n## Bibliography\n\n"
_LINES_EN = (
    "Batatu, Hanna, The Old Social Classes, Princeton: Princeton University Press, 1978.",
    "al-Duri, Abd al-Aziz, The Rise of Arab Historiography, Princeton: Princeton University Press, 1983.",
    "Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.",
    "Said, Edward, Orientalism, New York: Pantheon, 1978.",
)
_TRIPP = "Tripp, Charles, A History of Iraq, London: Verso, 2000."


def _list(*lines: str, marker: str = "{}. ") -> str:
    return "".join(f"{marker.format(number)}{line}\n" for number, line in enumerate(lines, 1))


RULE = Rule(
    code="RK501",
    name="list-unordered",
    severity="info",
    summary="A line stands out of the alphabetical order that the rest of its list keeps, or a list keeps none.",
    reason="Readers look for a name where the alphabet puts it: Arabic without ال, Latin without articles and diacritics. "
    "A list in the order of its citations or years is left alone.",
    bad=(
        _NOTE + _list(*_LINES, _DURI),
        _NOTE_EN + _list(_TRIPP, *_LINES_EN, marker="- "),
        _NOTE + _list(_LINES[3], _LINES[1], _DURI, _LINES[0], _LINES[2]),
    ),
    good=(
        _NOTE + _list(*_LINES[:3], _DURI, _LINES[3]),
        _NOTE_EN + _list(*_LINES_EN, _TRIPP, marker="- "),
    ),
    check=check,
    fix="safe",
)
