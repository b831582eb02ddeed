"""An author who is that of the entry before, as the style has it: a dash."""

from __future__ import annotations

from refkit.styles.engine import marks
from refkit.styles.engine.renderer import Renderer


def with_substitutes(texts: list[str], renderer: Renderer) -> list[str]:
    """The entries of a list, in order, each repeated author replaced."""
    found = []
    before = ""
    for text in texts:
        changed, before = substituted(text, before, renderer)
        found.append(changed)
    return found


def substituted(text: str, before: str, renderer: Renderer) -> tuple[str, str]:
    """An entry with its author replaced where it is that of the entry before, and its author as it was."""
    substitute = renderer.bibliography.given.get("subsequent-author-substitute")
    if substitute is None:
        return text, ""
    names = leading_names(text)
    if not names or names != before:
        return text, names
    return text.replace(names, substitute, 1), names


def leading_names(text: str) -> str:
    """The names that a rendered entry begins with, marks included; '' where it begins with something else."""
    start = text.find(marks.NAMES)
    if start < 0 or any(char.isalnum() for char in _without_margin(text[:start])):
        return ""
    depth = 0
    for at in range(start, len(text)):
        if text[at] == marks.END:
            depth -= 1
            if not depth:
                return text[start : at + 1]
        elif text[at] in marks.OPENING:
            depth += 1
    return ""


def _without_margin(text: str) -> str:
    at = text.find(marks.MARGIN)
    end = text.find(marks.END, at)
    return text[:at] + text[end:] if 0 <= at < end else text
