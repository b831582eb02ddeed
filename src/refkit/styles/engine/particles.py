"""Names of people: their parts, particles taken off family and given names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from refkit.styles.engine import marks, richtext


@dataclass(frozen=True, slots=True)
class Person:
    """A name in its parts; a body has only `literal`."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False

    def __bool__(self) -> bool:
        return bool(self.family or self.given or self.literal)


#: Particles that are written together with the name behind them: al-Ghazali, d'Alembert.
_JOINED = re.compile(r"[-‐‑]$|(?<![^\W\d_]{2})[’'ʼʿʾ‘]$")
_LEADING = re.compile(
    r"^((?:[a-zß-öø-ÿ’'ʼ][^\W\d_]*[.’'ʼ]?[-‐]?\s+)+"  # ascii and beyond: small letters of particles
    r"|(?:[^\W\d_]{1,3}[-‐]|[a-zß-öø-ÿ]{1,2}['’])(?=[^\W\d_]))(?=\S)"  # ascii and beyond: as above
)


def person(value: object) -> Person | None:
    """A name of CSL-JSON; None if it has no part to show."""
    if isinstance(value, str):
        value = {"literal": value}
    if not isinstance(value, dict):
        return None
    parts = {name: _part(value.get(name)) for name in _PARTS}
    whole = _whole(value.get("family"))
    if whole:
        parts["family"] = _part(whole)
    if parts["literal"] and not (parts["family"] or parts["given"]):
        return Person(literal=parts["literal"])
    found = Person(
        family=parts["family"],
        given=parts["given"],
        dropping=parts["dropping-particle"],
        non_dropping=parts["non-dropping-particle"],
        suffix=parts["suffix"],
        comma_suffix=bool(value.get("comma-suffix")),
        static=bool(value.get("static-ordering")),
    )
    return (found if whole else _parsed(found)) if found else None


_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")


def _whole(family: object) -> str:
    """A family name in quotation marks, which is not divided, without them."""
    if isinstance(family, str) and len(family) > 2 and family[0] == family[-1] == '"':
        return family[1:-1]
    return ""


def _part(value: object) -> str:
    return richtext.marked(str(value)).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


@lru_cache(maxsize=16384)
def _parsed(name: Person) -> Person:
    """A name with the particles that stand in its family name, and after a comma in the given name, set apart."""
    family, given = name.family, name.given
    non_dropping, dropping, suffix, comma = name.non_dropping, name.dropping, name.suffix, name.comma_suffix
    match = None if non_dropping else _LEADING.match(family)
    if match and not match[0][:1].isupper() and _cased(family[match.end() :]):
        non_dropping, family = match[0].strip(), family[match.end() :]
    if not suffix and "," in given:
        given, _, suffix = (part.strip() for part in given.partition(","))
        if suffix.startswith("!"):
            suffix, comma = suffix[1:].strip(), True
    if not dropping:
        words = given.split()
        tail: list[str] = []
        while len(words) > 1 and words[-1][:1].islower() and not any(map(str.isupper, words[-1])):
            tail.insert(0, words.pop())
        if tail:
            given, dropping = " ".join(words), " ".join(tail)
    return replace(
        name,
        family=family,
        given=given,
        non_dropping=non_dropping,
        dropping=dropping,
        suffix=suffix,
        comma_suffix=comma,
    )


def _cased(text: str) -> bool:
    """Whether a text begins with a letter that is no small one."""
    bare = marks.bare(text)
    return bool(bare) and not bare[0].islower()


def attached(particles: str, name: str) -> str:
    """Particles before a name: van Gogh, al-Ghazali, d’Alembert."""
    if not particles or not name:
        return particles or name
    return particles + name if _JOINED.search(particles) else f"{particles} {name}"
