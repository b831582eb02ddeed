"""Personal and corporate names, Arabic and Latin: split, put in order, made comparable.

An Arabic name is a chain of units, and some units are two words: عبد الحسين, أبو رعد, بن خلدون, آل الشيخ. A unit
is never cut: in a name given-first the last unit is the family name, the rest is the given name. Latin
renderings of Arabic names follow the same rule (Abdul Hussein, Abu Raad, al-Futuh).
"""

from refkit.names.people import PersonName, split_people
from refkit.names.romanisation import romanise, skeleton
from refkit.names.units import (
    INITIALS,
    Word,
    given_first,
    is_corporate,
    is_title,
    looks_personal,
    name_tokens,
    units,
    without_particles,
    without_titles,
    words,
)

__all__ = [
    "INITIALS",
    "PersonName",
    "Word",
    "given_first",
    "is_corporate",
    "is_title",
    "looks_personal",
    "name_tokens",
    "romanise",
    "skeleton",
    "split_people",
    "units",
    "without_particles",
    "without_titles",
    "words",
]
