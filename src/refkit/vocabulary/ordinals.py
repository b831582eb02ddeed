"""Ordinal numbers in words, Arabic from 1 to 99 in both genders, English from 1 to 20."""

from __future__ import annotations

import re
from functools import cache

from refkit.text import shade

_UNITS = {
    "اول": 1, "حادي": 1, "ثاني": 2, "ثالث": 3, "رابع": 4, "خامس": 5, "سادس": 6, "سابع": 7, "ثامن": 8, "تاسع": 9, "عاشر": 10,
}  # fmt: skip
_TENS = {"عشر": 20, "ثلاث": 30, "اربع": 40, "خمس": 50, "ست": 60, "سبع": 70, "ثمان": 80, "تسع": 90}
_ENGLISH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TEN = rf"(?:{'|'.join(_TENS)})(?:ون|ين)"
#: An expression, for `Shadow.text`, that matches one ordinal as whole words.
ORDINAL = (
    rf"(?<!\w)(?:(?:ال)?(?:{'|'.join(_UNITS)})[هي]?(?:\s+عشره?(?!\w)|\s+و\s*(?:ال)?{_TEN})?"
    rf"|(?:ال)?{_TEN}|{'|'.join(_ENGLISH)})(?!\w)"
)


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(
        rf"(?:ال)?(?P<unit>{'|'.join(_UNITS)})?[هي]?(?P<teen>\s+عشره?)?(?:\s*(?:و\s*)?(?:ال)?(?P<ten>{'|'.join(_TENS)})(?:ون|ين))?"
    )


def ordinal(text: str) -> int | None:
    """The number that an ordinal in words names; None if the text is none.

    >>> ordinal("الثامن والعشرون"), ordinal("الأولى"), ordinal("الحادية عشرة"), ordinal("third")
    (28, 1, 11, 3)
    """
    shadow = " ".join(shade(text).split())
    if shadow in _ENGLISH:
        return _ENGLISH.index(shadow) + 1
    match = _parts().fullmatch(shadow)
    if not match or not any(match.groups()):
        return None
    return _UNITS.get(match["unit"], 0) + (10 if match["teen"] else 0) + _TENS.get(match["ten"], 0)
