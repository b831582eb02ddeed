"""RK504 entry-in-wrong-list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from refkit.kinds import Problem, Rule
from refkit.model import Linked, Reference
from refkit.rules.views import short
from refkit.settings import Settings

#: A list is of one script if at least so many of its lines, and this share, are.
_LEAST, _SHARE = 3, 0.75
_SCRIPTS = {"ar": "Arabic", "en": "Latin"}


class _Part(NamedTuple):
    """A list or a section of one: its heading, its language if it has one, its lines."""

    heading: str
    language: str
    lines: list[Reference]


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Lines of one script in a list of the other, where there is a list for their script too."""
    parts = _parts(linked)
    for part in parts:
        for line in part.lines:
            there = next((other.heading for other in parts if other.language == line.language), None)
            if part.language and line.language in _SCRIPTS and line.language != part.language and there:
                yield Problem(
                    f"a line in {_SCRIPTS[line.language]} script in the list “{part.heading}”, "
                    f"while “{there}” is for those: “{short(line.text)}”",
                    line,
                    references=(line.id,),
                )


def _parts(linked: Linked) -> list[_Part]:
    """The lists that are of one script; the sections of those that are not."""
    found = []
    for whole in linked.document.lists:
        lines = list(whole.references)
        if language := _language_of(lines):
            found.append(_Part(whole.heading, language, lines))
            continue
        sections: dict[str, list[Reference]] = {}
        for line in lines:
            sections.setdefault(line.section or whole.heading, []).append(line)
        found += [_Part(heading, _language_of(members), members) for heading, members in sections.items()]
    return found


def _language_of(lines: list[Reference]) -> str:
    """The language that nearly all lines are in; '' if there is none."""
    for language in _SCRIPTS:
        count = sum(line.language == language for line in lines)
        if count >= _LEAST and count >= _SHARE * len(lines):
            return language
    return ""


_NOTE = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
_ARABIC = (
    "## ببليوغرافيا\n\n1. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
    "2. جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n"
    "3. حوراني، ألبرت، الفكر العربي في عصر النهضة، دار النهار، بيروت، ١٩٦٨.\n"
    "4. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
_LATIN = (
    "\n## Further reading\n\n1. Batatu, Hanna, The Old Social Classes, Princeton: Princeton University Press, 1978.\n"
    "2. Said, Edward, Orientalism, New York: Pantheon, 1978.\n"
    "3. Tripp, Charles, A History of Iraq, London: Verso, 2000.\n"
)
_STRAY = "5. Zubaida, Sami, Islam, the People and the State, London: Tauris, 1993.\n"

RULE = Rule(
    code="RK504",
    name="entry-in-wrong-list",
    severity="warning",
    summary="A line in Latin script in the Arabic list, or the reverse, where the paper has a list for either.",
    reason="Nobody looks for Zubaida between الوردي and the end. A paper with one list for both scripts is left alone.",
    bad=(
        _NOTE + _ARABIC + _STRAY + _LATIN,
        _NOTE + _ARABIC + _LATIN + "4. ياسين، السيد، الشخصية العربية، دار التنوير، بيروت، ١٩٨٣.\n",
    ),
    good=(_NOTE + _ARABIC + _LATIN, _NOTE + _ARABIC + _STRAY),
    check=check,
)
