"""The golden files of formatted lists and notes: how they are made from a library, and what people wrote above them."""

from __future__ import annotations

from pathlib import Path

from refkit.formats import read_library
from refkit.model import Formatted, Line
from refkit.pipeline import link_file
from refkit.settings import Citing
from refkit.styles import cite, cite_notes

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "tests" / "data" / "citations"
STYLES = (
    "apa",
    "chicago-notes",
    "chicago-author-date",
    "mla",
    "ieee",
    "harvard",
    "apa-ar",
    "chicago-notes-ar",
    "iraqi-humanities",
)
NOTES = ("chicago-notes", "chicago-notes-ar", "iraqi-humanities")


def twin_lists(style: str) -> Formatted:
    """The golden library as an Arabic and an English list."""
    return cite(read_library(FOLDER / "library.yaml"), style, citing=Citing(arrangement="twins"))


def notes(style: str) -> Formatted:
    """The notes of the golden manuscript."""
    return cite_notes(link_file(FOLDER / "paper.md"), style)


def golden_files() -> dict[Path, str]:
    """Each golden file and what should stand in it; the remarks at its head are kept."""
    files = {FOLDER / f"{style}.txt": _lists(twin_lists(style)) for style in STYLES}
    files |= {FOLDER / f"notes-{style}.txt": _notes(notes(style)) for style in NOTES}
    return {path: _remarks(path) + text for path, text in files.items()}


def _remarks(path: Path) -> str:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return "".join(f"{line}\n" for line in lines if line.startswith("# "))


def _lists(formatted: Formatted) -> str:
    blocks = []
    for each in formatted.lists:
        blocks.append(f"== {each.heading}")
        blocks += [f"[{line.key}]\n{_marked(line)}" for section in each.sections for line in section.lines]
    blocks += [f"-- {reason}" for reason in dict.fromkeys(failure.reason for failure in formatted.failures)]
    return "\n" + "\n\n".join(blocks) + "\n"


def _notes(formatted: Formatted) -> str:
    return "\n" + "\n\n".join(map(_marked, formatted.notes)) + "\n"


def _marked(line: Line) -> str:
    """The text of a line, italics between asterisks."""
    runs = (f"*{run.text}*" if "italic" in run.faces else run.text for run in line.runs)
    return f"{line.label} {''.join(runs)}".strip()
