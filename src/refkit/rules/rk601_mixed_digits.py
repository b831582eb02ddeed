"""RK601 mixed-digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.stretches import Stretch, stretches
from refkit.settings import Settings
from refkit.text import is_arabic

_NUMBER = re.compile(r"\d+")
_ZEROS = {"arabic": "٠", "western": "0"}
_SYSTEMS = {"0": "Western", "٠": "Arabic", "۰": "Persian"}


def check(linked: Linked, settings: Settings) -> Iterator[Problem]:
    """Every Arabic note or line with digits of two systems, or of another one than the house's."""
    wanted = _ZEROS.get(settings.house_style.digits or "")
    numbered = [(stretch, list(_numbers(stretch))) for stretch in stretches(linked)]
    usual = wanted or _usual(numbers for _, numbers in numbered)
    for stretch, numbers in numbered:
        systems = list(dict.fromkeys(system for _, system, _ in numbers))
        others = [number for number in numbers if number[1] != wanted]
        if wanted and others:
            shown = ", ".join(number for _, _, number in others)
            message = f"not in {_SYSTEMS[wanted]} digits: {shown}"
            yield stretch.problem(others[0][0], message, fix=_fix(stretch, numbers, usual))
        elif len(systems) > 1:
            shown = "; ".join(
                f"{_SYSTEMS[system]}: {', '.join(number for _, own, number in numbers if own == system)}"
                for system in systems
            )
            second = next(offset for offset, system, _ in numbers if system != systems[0])
            yield stretch.problem(second, f"two digit systems: {shown}", fix=_fix(stretch, numbers, usual))


def _usual(numbered: Iterable[Sequence[tuple[int, str, str]]]) -> str:
    """The system of the document: that of most notes and lines, each by the one that most of its numbers have."""
    systems = [[system for _, system, _ in numbers] for numbers in numbered]
    own = [max(dict.fromkeys(found), key=found.count) for found in systems if found]
    return max(dict.fromkeys(own), key=own.count, default="0")


def _fix(stretch: Stretch, numbers: list[tuple[int, str, str]], usual: str) -> Fix:
    """All numbers in one system."""
    changes = [
        (at, at + len(number), "".join(chr(ord(usual) + int(digit)) for digit in number))
        for at, system, number in numbers
        if system != usual
    ]
    return stretch.fix("safe", f"write {', '.join(new for _, _, new in changes)}", *changes)


def _numbers(stretch: Stretch) -> Iterator[tuple[int, str, str]]:
    """The numbers among Arabic words: offset, system (by its zero), and the number as written."""
    text = stretch.text
    for match in _NUMBER.finditer(text):
        at, end = match.span()
        system = _system(text[at])
        if system and not stretch.is_aside(at) and (system != "0" or _among_arabic(text, at, end)):
            yield at, system, match.group()


def _system(digit: str) -> str:
    return next((zero for zero in _SYSTEMS if 0 <= ord(digit) - ord(zero) <= 9), "")


def _among_arabic(text: str, start: int, end: int) -> bool:
    """Whether the letters next to a Western number are Arabic: one in a Latin-script part is right as it is."""
    before = next((c for c in reversed(text[:start]) if c.isalpha()), "")
    after = next((c for c in text[end:] if c.isalpha()), before)
    letters = [c for c in (before, after) if c]
    return bool(letters) and all(map(is_arabic, letters))


RULE = Rule(
    code="RK601",
    name="mixed-digits",
    severity="warning",
    summary="Two digit systems in one note or entry, or another than the house's; URLs and Latin-script parts aside.",
    reason="العدد 4، ٢٠٢١ is a slip of the keyboard. Styles ask for one system throughout.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص 5.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥، https://example.org/1742\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
    fix="safe",
)
