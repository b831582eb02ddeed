"""Texts: variables, macros, terms and values; labels."""

from __future__ import annotations

import re
from typing import Any

from citeproc import model

from refkit.styles.engine import marks, richtext
from refkit.styles.engine.elements.base import Quick
from refkit.styles.engine.elements.numbers import page_text
from refkit.styles.engine.references import NUMBERS
from refkit.styles.engine.values import is_numeric, is_plural

#: A locator that says itself what it counts: vol. 1, fol. 186.
_LABELLED = re.compile(r"[^\W\d_]{2,}\.\s*\d")


#: What may be a tag or a quotation in a text of the style's own.
_RICH = re.compile("[<\"']")


class Text(Quick, model.Text):
    """A variable, the text of a macro, a term or a text of the style's own."""

    def render(self, item: Any, **_: Any) -> str:
        """Its text, with looks and affixes."""
        given = self.given
        if "macro" in given:
            macro = self.get_macro(given["macro"])
            return self.finished(macro.render(item), item) if macro is not None else ""
        if "variable" in given:
            text = self._variable(item)
            return self.finished(text, item)
        if "term" in given:
            text = self.term(given["term"], given.get("form", "long"), given.get("plural") == "true")
            if (
                given["term"] == "no date"
                and item.year_suffix
                and not self.style.places_suffix
                and not item.suffix_placed
            ):
                item.suffix_placed = True
                text = f"{marks.YEAR}{text}-{item.year_suffix}{marks.END}"
            text = self.finished(text, item)
            return marks.TERM + text if text and item.area.tag.endswith("}citation") else text
        value = given.get("value", "")
        return self.finished(richtext.marked(value) if _RICH.search(value) else value, item)

    def _variable(self, item: Any) -> str:
        name = self.given["variable"]
        if name in item.used:
            item.count(name, "")
            return ""
        text: str = item.short(name) if self.given.get("form") == "short" else item.value(name)
        if name == "year-suffix":
            item.suffix_placed = item.suffix_placed or bool(text)
            if text:
                item.found += 1
            return f"{marks.YEAR}{text}{marks.END}" if text else ""
        item.count(name, text)
        if not text:
            return ""
        if name in ("page", "locator", "page-first"):
            text = page_text(self, text, name, item)
        elif name in NUMBERS and "-" in text and is_numeric(text):
            text = text.replace("-", "–")
        if name in NUMBERS and "," in text and self.style.comma != "," and is_numeric(text):
            text = text.replace(",", self.style.comma)
        return self.foreign(text)


class Label(Quick, model.Label):
    """The term of a variable, in the number that its value asks for: p. 3, pp. 3-5."""

    def render(self, item: Any, **_: Any) -> str:
        """The label of a number or of the locator; nothing where the variable is empty."""
        name = self.given.get("variable", "")
        value = item.value(name)
        if not value:
            return ""
        if name == "locator" and _LABELLED.match(marks.bare(value)):
            return ""
        term = item.locator_label if name == "locator" else name
        if " " in term and not self.style.has_term(term):
            term = term.replace(" ", "-")
        return self.labelled(item, term, self._many(name, value))

    def _many(self, name: str, value: str) -> bool:
        if name.startswith("number-of"):
            return value.strip() not in ("1", "0")
        return is_plural(value) if name in NUMBERS or name == "locator" else False

    def labelled(self, item: Any, term: str, many: bool) -> str:
        """A term in the singular or the plural, as the label asks for."""
        option = self.given.get("plural", "contextual")
        plural = many if option == "contextual" else option == "always"
        return self.finished(self.term(term, self.given.get("form", "long"), plural), item)


CLASSES = {"text": Text, "label": Label}
