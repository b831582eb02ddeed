"""choose, if, else-if, else."""

from __future__ import annotations

from typing import Any

from citeproc import model

from refkit.styles.engine.elements.base import Container, Quick
from refkit.styles.engine.values import is_numeric

_TESTS = ("type", "variable", "is-numeric", "is-uncertain-date", "locator", "position", "disambiguate")


class Choose(Quick, model.Choose):
    """The first of its branches whose condition holds."""

    def render(self, item: Any, delimiter: str = "", names_context: Any = None, **_: Any) -> str:
        """The text of that branch, divided by the delimiter of the group around.

        In the place of missing names (`names_context`) only its first child that has any text counts, as there.
        """
        branch = next((branch for branch in self.children if branch.holds(item)), None)
        if branch is None:
            return ""
        if names_context is None:
            return str(branch.render_children(item, delimiter=delimiter))
        texts = (child.render(item, names_context=names_context) for child in branch.children)
        return next((text for text in texts if text), "")


class If(Container, model.If):
    """A branch with a condition: `match` counts over all the tests that it names."""

    def holds(self, item: Any) -> bool:
        """Whether the condition holds for an item."""
        tests = self.kept("tests", self._tests)
        results = (getattr(self, test)(item, value) for test, value in tests)
        match = self.given.get("match", "all")
        if match == "any":
            return any(results)
        return not any(results) if match == "none" else all(results)

    def _tests(self) -> list[tuple[str, str]]:
        found = []
        for name in _TESTS:
            if name in self.given:
                values = self.given[name].split()
                found += [("test_" + name.replace("-", "_"), value) for value in values]
        return found

    def test_type(self, item: Any, value: str) -> bool:
        """type="book"."""
        return bool(item.reference.type == value)

    def test_variable(self, item: Any, value: str) -> bool:
        """variable="DOI": whether the item has it."""
        return bool(item.has(value))

    def test_is_numeric(self, item: Any, value: str) -> bool:
        """is-numeric="volume"."""
        return is_numeric(item.value(value))

    def test_is_uncertain_date(self, item: Any, value: str) -> bool:
        """is-uncertain-date="issued"."""
        date = item.reference.get(value)
        return bool(date is not None and date.circa)

    def test_locator(self, item: Any, value: str) -> bool:
        """locator="page": the kind of place that is cited."""
        return bool(item.locator) and item.locator_label.replace(" ", "-") == value.replace(" ", "-")

    def test_position(self, item: Any, value: str) -> bool:
        """position="ibid": where the work was cited before. Lists know no positions."""
        return value in item.positions

    def test_disambiguate(self, item: Any, value: str) -> bool:
        """disambiguate="true": whether nothing else told the work from another."""
        return (value == "true") == item.disambiguated


class ElseIf(If, model.Else_If):
    """A further branch with a condition."""


class Else(Container, model.Else):
    """The branch for all other items."""

    def holds(self, _item: Any) -> bool:
        """Always."""
        return True


CLASSES = {"choose": Choose, "if": If, "else-if": ElseIf, "else": Else}
