"""Names: who is named, in which order, how many of them, and what stands between them."""

from __future__ import annotations

from typing import Any

from citeproc import model

from refkit.styles.engine import marks
from refkit.styles.engine.elements.base import ANYWHERE, SPACE, Quick
from refkit.styles.engine.name_forms import NameStyle, written
from refkit.styles.engine.particles import Person

_OPTIONS = {
    "form": "name-form",
    "delimiter": "name-delimiter",
}
_INHERITED = (
    "and",
    "delimiter-precedes-et-al",
    "delimiter-precedes-last",
    "et-al-min",
    "et-al-use-first",
    "et-al-use-last",
    "et-al-subsequent-min",
    "et-al-subsequent-use-first",
    "initialize",
    "initialize-with",
    "name-as-sort-order",
    "sort-separator",
    "form",
    "delimiter",
)


class Names(Quick, model.Names):
    """The names in one or several roles, or what stands for them where there are none."""

    def render(self, item: Any, names_context: Any = None, **_: Any) -> str:
        """The names, each role with its label."""
        context = names_context if names_context is not None and self.child("name") is None else self
        texts = []
        if item.hide_names and item.names_rendered in ([], [self]):
            item.names_rendered[:] = [self]
            return ""
        if not (item.suppress_author and self._leads(item)):
            for role, term, people in self._roles(item):
                if text := self._role(item, context, role, term, people):
                    texts.append(text)
        if item.sort_options is None and not item.names_rendered and texts:
            item.names_rendered.append(self)
        if texts:
            if context.counts():
                return texts[0] if len(texts) == 1 else str(sum(int(text) for text in texts))
            joined = self._delimiter(item, context).join(texts)
            return self.displayed(self.affixed(self.looked(joined)))
        substitute = self.child("substitute")
        if substitute is None:
            return ""
        text = substitute.render(item, context)
        if not text:
            return ""
        if marks.NAMES not in text and item.sort_options is None:
            text = f"{marks.NAMES}{text}{marks.END}"
        return self.displayed(self.affixed(self.looked(text)))

    def counts(self) -> bool:
        """Whether the names are only counted, for a sort key."""
        name = self.child("name")
        return name is not None and name.given.get("form") == "count"

    def _leads(self, item: Any) -> bool:
        """Whether these are the names that a cite without its author leaves out: the first ones of the cite."""
        if item.author_only or item.names_rendered not in ([], [self]):
            return False
        return "author" in self.given.get("variable", "").split()

    def _delimiter(self, item: Any, context: Any) -> str:
        own = self.given.get("delimiter", context.given.get("delimiter"))
        return (
            own
            if own is not None
            else item.area.given.get("names-delimiter") or self.style.given.get("names-delimiter", "")
        )

    def _roles(self, item: Any) -> list[tuple[str, str, tuple[Person, ...]]]:
        """(variable, term of its label, people) for each role that anybody has."""
        # Inside a substitute, names that stand there already are not shown again either.
        shown = item.used.union(item.taken or ())
        roles = [role for role in self.given.get("variable", "").split() if role not in shown]
        found = []
        for role in roles:
            people = item.names(role)
            item.count(role, people)
            if people:
                found.append((role, role, people))
        people = item.names("editor")
        both = {"editor", "translator"} <= set(roles) and people and people == item.names("translator")
        return _merged(found, people) if both and self.style.has_term("editortranslator") else found

    def _role(self, item: Any, context: Any, role: str, term: str, people: tuple[Person, ...]) -> str:
        name = context.child("name")
        if name is None:
            name = context.kept("unwritten name", lambda: _unwritten(context))
        if item.name_element is None:
            item.name_element = name
        text: str = name.written(item, role, people, context)
        if text and item.sort_options is None and not context.counts():
            text = f"{marks.NAMES}{text}{marks.END}"
        label = context.child("label")
        if label is None or not text or item.sort_options is not None:
            return text
        said = label.labelled(item, term, len(people) > 1)
        before = context.children.index(label) == 0 or (
            name in context.children and context.children.index(label) < context.children.index(name)
        )
        return said + text if before else text + said


def _merged(found: list[tuple[str, str, tuple[Person, ...]]], people: tuple[Person, ...]) -> Any:
    """The roles with those of editor and translator, who are the same people, as one."""
    at = min(number for number, (role, _, _) in enumerate(found) if role in ("editor", "translator"))
    rest = [entry for entry in found if entry[0] not in ("editor", "translator")]
    rest.insert(at, ("editor", "editortranslator", people))
    return rest


def _unwritten(names: Any) -> Any:
    """The <name/> that <names> without one stands for."""
    name = names.makeelement(f"{SPACE}name")
    names.insert(0, name)
    names.memo.pop("children", None)
    names.memo[("child", "name")] = name
    return name


class Name(Quick, model.Name):
    """How the names of one role are written."""

    def written(self, item: Any, role: str, people: tuple[Person, ...], context: Any) -> str:
        """The names as text, cut and joined as the style says."""
        style: NameStyle = self.name_style(item)
        if item.sort_options:
            style = style.for_sorting(item.sort_options)
        least, shown = style.limits(item.subsequent)
        shown = max(shown, item.names_shown) if item.names_shown else shown
        cut = bool(least) and len(people) >= least and len(people) > shown
        if style.form == "count":
            return str(min(len(people), shown) if cut else len(people))
        kept = people[:shown] if cut else people
        formats = self._part_formats()
        texts = [self._one(item, style, person, number, role, formats) for number, person in enumerate(kept)]
        inverted = [style.inverts(number) and not person.literal for number, person in enumerate(kept)]
        if cut:
            last = None
            if style.use_last and len(people) >= shown + 2:
                last = self._one(item, style, people[-1], len(people) - 1, role, formats)
            text = self._cut(texts, last, inverted, style, context, item)
        else:
            text = style.enumerated(texts, inverted, self.term)
        return self.affixed(self.looked(text))

    def _one(self, item: Any, style: NameStyle, person: Person, number: int, role: str, formats: Any) -> str:
        level = item.given_shown.get((role, number)) or item.given_shown.get((role, -1), "")
        text = written(person, style.raised(level), number, formats)
        return text if style.sorting else f"{marks.NAME}{self.foreign(text)}{marks.END}"

    def _cut(
        self, texts: list[str], last: str | None, inverted: list[bool], style: NameStyle, context: Any, item: Any
    ) -> str:
        if last is not None:
            return f"{style.delimiter.join(texts)}{style.delimiter}… {last}"
        others = "" if style.sorting else self._others(context, item)
        if not texts or not others:
            return style.delimiter.join(texts)
        return style.delimiter.join(texts) + style.before_others(len(texts), inverted[-1], others) + others

    def _others(self, context: Any, item: Any) -> str:
        element = context.child("et-al")
        if element is None:
            return self.term("et-al")
        return element.finished(self.term(element.given.get("term", "et-al")), item)

    def name_style(self, item: Any) -> NameStyle:
        """The options of the names in an area of the style."""
        return self.kept(("style", id(item.area)), lambda: self._read_style(item))

    def _read_style(self, item: Any) -> NameStyle:
        found = {}
        for option in _INHERITED:
            outer = _OPTIONS.get(option, option)
            for given, name in ((self.given, option), (item.area.given, outer), (self.style.given, outer)):
                if name in given:
                    found[option] = given[name]
                    break
        style = self.style.given
        return NameStyle.read(found, style, self.style.memo.get("joins", False), self.style.comma)

    def _part_formats(self) -> dict[str, Any]:
        return self.kept("parts", lambda: {part.get("name"): part for part in self.iterfind(f"{SPACE}name-part")})


class NamePart(Quick, model.Name_Part):
    """The look of family or given names."""

    def formed(self, text: str) -> str:
        """A part of a name with look and case."""
        return self.looked(self.cased(text, ANYWHERE)) if text else ""


class EtAl(Quick, model.Et_Al):
    """How "et al." is written."""


class Substitute(Quick, model.Substitute):
    """What stands for missing names: the first of its children that has any text."""

    def render(self, item: Any, context: Any) -> str:
        """Its text; what it is made of is not shown again in the entry."""
        for child in self.children:
            outer, item.taken = item.taken, []
            text: str = child.render(item, names_context=context)
            taken, item.taken = item.taken, outer
            if outer is not None:
                outer.extend(taken)
            if text:
                item.used.update(taken)
                return text
        return ""


CLASSES = {"names": Names, "name": Name, "name-part": NamePart, "et-al": EtAl, "substitute": Substitute}
