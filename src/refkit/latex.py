"""Text as LaTeX prints it."""

from __future__ import annotations

import re

_ESCAPES = {
    **{ord(sign): f"\\{sign}" for sign in "&%$#_"},
    ord("\\"): r"\textbackslash{}",
    ord("{"): r"\textbraceleft{}",
    ord("}"): r"\textbraceright{}",
    ord("~"): r"\textasciitilde{}",
    ord("^"): r"\textasciicircum{}",
}
#: What LaTeX fonts join to one sign.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')")


def escaped(text: str) -> str:
    """The text so that LaTeX prints each of its signs; no command and no formula is left in it.

    >>> escaped("R&D, 50% -- {x}")
    'R\\\\&D, 50\\\\% -{}- \\\\textbraceleft{}x\\\\textbraceright{}'
    """
    return _LIGATURE.sub("{}", text.translate(_ESCAPES))
