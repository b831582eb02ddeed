"""The style and its locales: which terms there are, and in which form."""

from __future__ import annotations

from typing import Any

from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS, model

from refkit.styles.engine import marks
from refkit.styles.engine.elements.base import SPACE, Quick

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: A form -> what stands in for it where a locale lacks it (CSL 1.0.2, "Terms").
_FALLBACK = {
    "long": ("long",),
    "short": ("short", "long"),
    "verb": ("verb", "long"),
    "verb-short": ("verb-short", "verb", "long"),
    "symbol": ("symbol", "short", "long"),
}
_SUFFIX = ".//cs:text[@variable='year-suffix']"
_DEFAULT_MATCH = {True: "last-digit", False: "last-two-digits"}


class Locale(Quick, model.Locale):
    """A locale file, or the terms that a style brings along."""

    @property
    def terms_by_name(self) -> dict[tuple[str, str], Any]:
        """(name, form) -> terms, in the order of the file."""
        return self.kept("terms by name", self._read_terms)

    def _read_terms(self) -> dict[tuple[str, str], list[Any]]:
        found: dict[tuple[str, str], list[Any]] = {}
        for term in self.iterfind(f"{SPACE}terms/{SPACE}term"):
            found.setdefault((term.get("name", ""), term.get("form", "long")), []).append(term)
        return found

    def option(self, name: str) -> str | None:
        """A style-option of this locale, None where it does not say."""
        options = self.find(f"{SPACE}style-options")
        return None if options is None else options.get(name)


class Term(Quick, model.Term):
    """A term in one form."""

    def said(self, plural: bool) -> str:
        """Its text, in the singular or the plural."""
        return self.kept(("said", plural), lambda: self._said(plural))

    def _said(self, plural: bool) -> str:
        found = self.find(f"{SPACE}multiple" if plural else f"{SPACE}single")
        text = (self if found is None else found).text
        return marks.clean(text.strip("\n\t") if text else "")


class Style(Quick, model.Style):
    """A style, its own locales before those of the files."""

    def use_locale(self, tag: str, load: Any) -> None:
        """Take the terms of a language: `load(tag)` gives the root of a locale file, or None."""
        language = tag.split("-")[0]
        own = self.findall(f"{SPACE}locale")
        chain = [found for found in own if found.get(_LANG) == tag]
        if language != tag:
            chain += [found for found in own if found.get(_LANG) == language]
        primary = PRIMARY_DIALECTS.get(language)
        if primary and not chain:
            chain += [found for found in own if found.get(_LANG) == primary]
        chain += [found for found in own if found.get(_LANG) is None]
        files = [name for name in (tag, primary) if name in LANGUAGE_NAMES or name == language]
        chain += [root for name in dict.fromkeys(files) if (root := load(name)) is not None]
        self.memo["chain"] = chain
        self.memo["fallback"] = load("en-US")
        self.memo["tag"] = tag
        for root in (*chain, self.memo["fallback"]):
            root.memo["style"] = self

    @property
    def locales(self) -> list[Any]:
        """The locales to look in, nearest first; the last one, English, only where no other says."""
        return [*self.memo["chain"], self.memo["fallback"]]

    def find_term(self, name: str, form: str, plural: bool, gender: str | None = None) -> str:
        """A term: in any of its forms in the language, before it is looked for in English."""
        key = ("term", name, form, plural, gender)
        found: str | None = self.memo.get(key)
        if found is None:
            found = self.memo[key] = self._find_term(name, form, plural, gender)
        return found

    def _find_term(self, name: str, form: str, plural: bool, gender: str | None) -> str:
        for locales in (self.memo["chain"], (self.memo["fallback"],)):
            for variant in _FALLBACK.get(form, (form, "long")):
                for locale in locales:
                    terms = locale.terms_by_name.get((name, variant), ())
                    if terms:
                        fitting = [term for term in terms if term.get("gender-form") == gender] or terms
                        return fitting[0].said(plural)
        return ""

    def has_term(self, name: str) -> bool:
        """Whether any locale knows a term."""
        for locale in self.locales:
            for form in _FALLBACK:
                if terms := locale.terms_by_name.get((name, form)):
                    return bool(terms[0].said(False))
        return False

    def gender(self, name: str) -> str | None:
        """The gender of a noun: of a month, or of the term of a number variable."""
        for locale in self.locales:
            for term in locale.terms_by_name.get((name, "long"), ()):
                if term.get("gender"):
                    return str(term.get("gender"))
        return None

    @property
    def places_suffix(self) -> bool:
        """Whether the style says where a year suffix stands; otherwise it is written behind the year."""
        return self.kept("places suffix", lambda: bool(self.xpath_search(_SUFFIX)))

    @property
    def comma(self) -> str:
        """The comma of the style's language, as far as settings ask for one."""
        return self.memo.get("comma", ",")

    def find_date(self, form: str) -> Any:
        """The locale's layout of dates in a form (numeric, text)."""
        for locale in self.locales:
            for date in locale.iterfind(f"{SPACE}date"):
                if date.get("form") == form:
                    return date
        return None

    def flag(self, name: str) -> bool:
        """A style-option of the locale that says true or false."""
        return self.kept(("flag", name), lambda: self._flag(name))

    def _flag(self, name: str) -> bool:
        said = next((said for locale in self.locales if (said := locale.option(name)) is not None), "false")
        return said == "true"

    def ordinal(self, number: int, gender: str | None) -> str:
        """The ending of an ordinal: st, nd; from the nearest locale that has any."""
        return self.kept(("ordinal", number, gender), lambda: self._ordinal(number, gender))

    def _ordinal(self, number: int, gender: str | None) -> str:
        for locale in self.locales:
            names = [name for name, form in locale.terms_by_name if name.startswith("ordinal")]
            if names:
                return _ending(locale, number, gender)
        return ""


def _ending(locale: Any, number: int, gender: str | None) -> str:
    """The most special ordinal term of a locale that fits: the whole number, two digits, one digit, any."""
    wanted = (("whole-number", number), ("last-two-digits", number % 100), ("last-digit", number % 10))
    for match, digits in wanted:
        terms = locale.terms_by_name.get((f"ordinal-{digits:02}", "long"), ())
        fitting = [term for term in terms if term.get("match", _DEFAULT_MATCH[digits < 10]) == match]
        if found := _of_gender(fitting, gender):
            return found
    return _of_gender(locale.terms_by_name.get(("ordinal", "long"), ()), gender)


def _of_gender(terms: Any, gender: str | None) -> str:
    for wanted in (gender, None):
        for term in terms:
            if term.get("gender-form") == wanted:
                return term.said(False)
    return ""


CLASSES = {"style": Style, "locale": Locale, "term": Term}
