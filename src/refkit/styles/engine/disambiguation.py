"""What tells works apart that a citation would name alike: more names, given names, other text, year suffixes.

The order is CSL's ("Disambiguation"): names, given names, `disambiguate` conditions, year suffixes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from refkit.styles.engine import marks
from refkit.styles.engine.cites import Cite
from refkit.styles.engine.name_forms import NameStyle, initialized
from refkit.styles.engine.particles import Person
from refkit.styles.engine.references import NAMES
from refkit.styles.engine.renderer import Renderer
from refkit.styles.engine.suffixes import letters

#: More names than these are not added one by one.
_MOST_NAMES = 50
Level = dict[tuple[str, int], str]


@dataclass(slots=True)
class Told:
    """How a cite of a work is written so that it is told from others."""

    cite: Cite
    names_shown: int = 0
    given_shown: Level = field(default_factory=dict)
    disambiguated: bool = False
    year_suffix: str = ""

    def text(self) -> str:
        """The cite so far."""
        cite = self.cite.again(
            names_shown=self.names_shown,
            given_shown=self.given_shown,
            disambiguated=self.disambiguated,
        )
        return marks.bare(cite.area.child("layout").render_cite(cite))

    def people(self) -> list[tuple[str, int, Person]]:
        """(role, place, person) of all names that the cite may show."""
        return [
            (role, at, person)
            for role, people in self.cite.reference.values.items()
            if role in NAMES
            for at, person in enumerate(people[:_MOST_NAMES])
        ]

    def values(self) -> dict[str, Any]:
        """What a Cite takes of it."""
        names = ("names_shown", "given_shown", "disambiguated", "year_suffix")
        return {name: getattr(self, name) for name in names if getattr(self, name)}


def told_apart(cites: list[Cite], renderer: Renderer, later: Iterable[str] = ()) -> dict[str, dict[str, Any]]:
    """Key -> what a cite of the work shows beyond others: names_shown, given_shown, disambiguated, year_suffix.

    `cites` are in the order of the list; the works of `later` are cited again, and told apart as they are then written.
    """
    citation = renderer.sheet.child("citation")
    if citation is None or not _tells(citation):
        return {}
    given = citation.given
    again = frozenset(later)
    found = [
        Told(cite.again(area=citation, positions=_SUBSEQUENT if cite.key in again else _FIRST, year_suffix=""))
        for cite in cites
    ]
    rule = given.get("givenname-disambiguation-rule", "by-cite")
    by_name = given.get("disambiguate-add-givenname") == "true"
    if by_name and rule != "by-cite":
        _tell_people(found, rule)
    groups = _alike(found)
    if given.get("disambiguate-add-names") == "true" or (by_name and rule == "by-cite"):
        more = given.get("disambiguate-add-names") == "true"
        by_cite = by_name and rule == "by-cite"
        groups = [rest for group in groups for rest in _tell_cites(group, more, by_cite)]
    if renderer.sheet.kept("conditions", lambda: bool(renderer.sheet.xpath_search(_CONDITIONS))):
        groups = [rest for group in groups for rest in _with_condition(group)]
    if given.get("disambiguate-add-year-suffix") == "true":
        language = renderer.sheet.memo["tag"].split("-")[0]
        for group in groups:
            for number, work in enumerate(group):
                work.year_suffix = letters(number, language)
    return {work.cite.key: values for work in found if (values := work.values())}


_FIRST = frozenset(("first",))
_SUBSEQUENT = frozenset(("subsequent",))
_CONDITIONS = ".//cs:*[@disambiguate='true']"


def _tells(citation: Any) -> bool:
    names = ("disambiguate-add-names", "disambiguate-add-givenname", "disambiguate-add-year-suffix")
    asked = any(citation.given.get(name) == "true" for name in names)
    return asked or bool(citation.root.xpath_search(_CONDITIONS))


def _alike(works: list[Told]) -> list[list[Told]]:
    """The works whose cites read alike, as groups of two or more, in order."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for work in works:
        groups[work.text()].append(work)
    return [group for text, group in groups.items() if len(group) > 1 and text]


def _tell_cites(group: list[Told], names: bool, given: bool) -> list[list[Told]]:
    """Add names, and given names, until no two cites of a group read alike; the groups that still do.

    What did not help is taken back: a cite shows what tells it from others, no more.
    """
    people = [work.people() for work in group]
    if all(found == people[0] for found in people[1:]):
        return [group]
    most = min(max(map(len, people)), _MOST_NAMES) if names else 0
    open_groups = [(group, _state(group))]
    for shown in range(most + 1):
        if shown == 1 and most > 1:
            continue
        rest = []
        for alike, state in open_groups:
            for work in alike:
                work.names_shown = shown
            parts = _alike(alike)
            if given:
                parts = [further for part in parts for further in _raised(part, shown or _MOST_NAMES)]
            rest += [(part, state if len(part) == len(alike) else _state(part)) for part in parts]
        open_groups = rest
    for alike, state in open_groups:
        for work, (count, levels) in zip(alike, state, strict=True):
            work.names_shown, work.given_shown = count, levels
    return [alike for alike, _ in open_groups]


def _state(group: list[Told]) -> list[tuple[int, Level]]:
    return [(work.names_shown, work.given_shown) for work in group]


def _raised(group: list[Told], shown: int) -> list[list[Told]]:
    """Write out given names that tell cites of a group apart; the groups that still read alike."""
    style = _name_style(group[0].cite)
    before = [dict(work.given_shown) for work in group]
    for at in range(shown):
        trial = [dict(work.given_shown) for work in group]
        if not _raise_place(group, at, style):
            continue
        if len(_texts(group)) == 1:
            for work, levels in zip(group, trial, strict=True):
                work.given_shown = levels
    rest = _alike(group)
    if len(rest) == 1 and len(rest[0]) == len(group):
        for work, levels in zip(group, before, strict=True):
            work.given_shown = levels
    return rest


def _texts(group: list[Told]) -> set[str]:
    return {work.text() for work in group}


def _raise_place(group: list[Told], at: int, style: NameStyle) -> bool:
    """Write out the names at one place where they differ in nothing but given names."""
    namesakes: dict[str, _Namesakes] = defaultdict(lambda: _Namesakes(style))
    here = [(work, role, person) for work in group for role, place, person in work.people() if place == at]
    for _, role, person in here:
        namesakes[role].add(person)
    changed = False
    for work, role, person in here:
        if level := namesakes[role].level(person):
            work.given_shown = {**work.given_shown, (role, at): level}
            changed = True
    return changed


class _Namesakes:
    """People by family name: who of them share it, and who of those share initials too."""

    def __init__(self, style: NameStyle) -> None:
        self._style = style
        self._given: dict[tuple[str, ...], set[str]] = defaultdict(set)

    def add(self, person: Person) -> None:
        """Count a person in, once by the whole name and once by its initials."""
        given = _plain(person.given)
        self._given[_family(person)].add(given)
        self._given[*_family(person), self._initials(person)].add(given)

    def level(self, person: Person) -> str:
        """How much of a given name tells a person from the others: nothing, initials, full."""
        if not person.given or len(self._given[_family(person)]) < 2:
            return ""
        alone = len(self._given[*_family(person), self._initials(person)]) < 2
        return "initials" if alone and self._style.initials is not None else "full"

    def _initials(self, person: Person) -> str:
        return initialized(person.given, self._style) if person.given and self._style.initials is not None else ""


def _plain(given: str) -> str:
    """A given name for comparing: J. J. and J.J. are one."""
    return given.replace(".", "").replace(" ", "")


def _family(person: Person) -> tuple[str, str, str]:
    return person.non_dropping, person.family, person.literal


def _name_style(cite: Cite) -> NameStyle:
    """The options of the names in citations, as far as given names go."""
    found: NameStyle = cite.area.kept("first name", lambda: _first_name(cite))
    return found


def _first_name(cite: Cite) -> NameStyle:
    trial = cite.again()
    trial.area.child("layout").render_cite(trial)
    return NameStyle() if trial.name_element is None else trial.name_element.name_style(cite)


def _tell_people(works: list[Told], rule: str) -> None:
    """Write out given names wherever two people share a family name, whether their cites read alike or not."""
    initials_only = rule.endswith("-with-initials")
    primary = rule.startswith("primary")
    namesakes: _Namesakes | None = None
    for work in works:
        namesakes = namesakes or _Namesakes(_name_style(work.cite))
        for _, _, person in _shown(work, primary):
            namesakes.add(person)
    for work in works:
        for role, at, person in _shown(work, primary):
            level = namesakes.level(person) if namesakes else ""
            if level and not (initials_only and level == "full"):
                work.given_shown = {**work.given_shown, (role, at): level}


def _shown(work: Told, primary: bool) -> list[tuple[str, int, Person]]:
    return [found for found in work.people() if not primary or found[1] == 0]


def _with_condition(group: list[Told]) -> list[list[Told]]:
    """Let the style's `disambiguate` branches apply; the groups that still read alike."""
    for work in group:
        work.disambiguated = True
    rest = _alike(group)
    if len(rest) == 1 and len(rest[0]) == len(group):
        for work in group:
            work.disambiguated = False
    return rest
