"""RK004 note-without-marker."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked, Note
from refkit.rules.views import short
from refkit.settings import Settings

#: So many notes have their markers, where the others lack theirs: else the file has none, or in a form unknown here.
_LEAST, _SHARE = 2, 2 / 3


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every typed note that nothing calls where most are called, and every `[^1]:` that nothing calls."""
    misplaced = {marker.note for marker in linked.document.markers}
    typed = [note for note in linked.document.notes if note.numbering == "typed"]
    called = sum(1 for note in typed if note.marker)
    expected = called >= _LEAST and called >= _SHARE * len(typed)
    for note in linked.document.notes:
        if note.marker or note.id in misplaced:
            continue
        if (note.numbering == "typed" and expected) or _is_defined_in_vain(note):
            yield Problem(f"nothing in the text calls note {note.label}: “{short(note.text)}”", note, notes=(note.id,))


def _is_defined_in_vain(note: Note) -> bool:
    """Whether a file has a definition that nothing in it calls; a format without lines keeps note and marker in one."""
    return note.numbering == "keyed" and note.spot is None


_AR = (
    "كثر الوعاظ.(1) وكثرت حكاياتهم{}. وبقيت كتبهم.(3)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    "(2) المصدر نفسه، ص ٧.\n(3) المصدر نفسه، ص ٩.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
_EN = (
    "Towns grew.[^1] Their markets grew too.{}\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n"
    "[^2]: Ibid., p. 4.\n\n## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
)

RULE = Rule(
    code="RK004",
    name="note-without-marker",
    severity="warning",
    summary="A note that no marker calls.",
    reason="The sentence that it belongs to was deleted, or its marker was. Pandoc leaves such a note out and says nothing.",
    bad=(_AR.format(""), _EN.format("")),
    good=(_AR.format("(2)"), _EN.format("[^2]")),
    check=check,
)
