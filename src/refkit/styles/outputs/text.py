"""Plain text: an entry a line; on a terminal each line and each foreign stretch in the direction of its language."""

from __future__ import annotations

from collections.abc import Callable

from refkit.kinds import Output
from refkit.model import Formatted, Line
from refkit.styles.outputs.stretches import Direction, clean, direction, stretches

_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"


def _render(formatted: Formatted) -> str:
    return _whole(formatted, lambda text, _: text, lambda line: clean(f"{line.label} {line.text}").strip())


def _on_terminal(formatted: Formatted) -> str:
    return _whole(formatted, _isolated, _line)


def _whole(formatted: Formatted, heading: Callable[[str, Direction], str], line: Callable[[Line], str]) -> str:
    """Notes, then each section of each list; an empty line between two of them."""
    blocks = [[line(note) for note in formatted.notes]]
    for each in formatted.lists:
        blocks.append([heading(clean(each.heading), direction(each.language))] if each.heading else [])
        for section in each.sections:
            blocks.append([heading(clean(section.heading), direction(section.language))] if section.heading else [])
            blocks.append([line(entry) for entry in section.lines])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _line(line: Line) -> str:
    own = direction(line.language)
    text = clean(f"{line.label} ") if line.label else ""
    for stretch in stretches(line):
        piece = "".join(run.text for run in stretch.runs)
        text += piece if stretch.direction == own else _isolated(piece, stretch.direction)
    return _isolated(text, own)


def _isolated(text: str, way: Direction) -> str:
    return f"{_ISOLATES[way]}{text}{_END}"


OUTPUT = Output(
    name="text", suffixes=(".txt",), summary="plain text, an entry a line", render=_render, on_terminal=_on_terminal
)
