"""An author who is that of the entry before, as the style has it: a dash."""

from __future__ import annotations

from refkit.styles.engine import marks
from refkit.styles.engine.renderer import Renderer


def substituted(text: str, before: str, renderer: Renderer) -> tuple[str, str]:
    """An entry with its author replaced where it is that of the entry before, and its author as it was."""
    substitute = renderer.bibliography.given.get("subsequent-author-substitute")
    if substitute is None:
        return text, ""
    names = leading_names(text)
    if not names or not before:
        return text, names
    rule = renderer.bibliography.given.get("subsequent-author-substitute-rule", "complete-all")
    changed = _replaced(names, before, substitute, rule)
    return text.replace(names, changed, 1), names


def _replaced(names: str, before: str, substitute: str, rule: str) -> str:
    """Names with those replaced that the entry before begins with too."""
    if rule.startswith("complete"):
        if names != before:
            return names
        return (
            substitute
            if rule == "complete-all" or not _people(names)
            else _each(names, substitute, len(_people(names)))
        )
    same = 0
    if not _people(names):
        return substitute if names == before else names
    for one, two in zip(_people(names), _people(before), strict=False):
        if one != two:
            break
        same += 1
    return _each(names, substitute, min(same, 1) if rule == "partial-first" else same)


def _people(names: str) -> list[str]:
    """The single names in a list of them, with their marks."""
    found = []
    at = names.find(marks.NAME)
    while at >= 0:
        end = _end(names, at)
        found.append(names[at:end])
        at = names.find(marks.NAME, end)
    return found


def _each(names: str, substitute: str, count: int) -> str:
    for person in _people(names)[:count]:
        names = names.replace(person, substitute, 1)
    return names


def _end(text: str, start: int) -> int:
    """Where the stretch that is opened at a place ends."""
    depth = 0
    for at in range(start, len(text)):
        if text[at] == marks.END:
            depth -= 1
            if not depth:
                return at + 1
        elif text[at] in marks.OPENING:
            depth += 1
    return len(text)


def leading_names(text: str) -> str:
    """The names that a rendered entry begins with, marks included; '' where it begins with something else."""
    start = text.find(marks.NAMES)
    if start < 0 or any(char.isalnum() for char in _without_margin(text[:start])):
        return ""
    return text[start : _end(text, start)]


def _without_margin(text: str) -> str:
    at = text.find(marks.MARGIN)
    end = text.find(marks.END, at)
    return text[:at] + text[end:] if 0 <= at < end else text
