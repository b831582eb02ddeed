"""Formatting: entries of a library as reference lists and notes, in Arabic and English, by any CSL style.

`cite` and `cite_notes` load the engine (citeproc-py and lxml) when they are first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from refkit.settings import Citing

if TYPE_CHECKING:
    from refkit.model import Formatted, Library, Linked


def cite(library: Library, style: str = "apa", *, citing: Citing | None = None) -> Formatted:
    """The reference lists of a library in a CSL style, given by name or by the path of its file.

    Each entry is formatted in its own language, or in that of `citing` where it has a form in it. What could not be
    formatted stands in `failures` under its key; `RefkitError` if there is no such style.
    """
    from refkit.model import Formatted
    from refkit.styles.engine.composing import compose
    from refkit.styles.engine.loading import renderers

    citing = citing or Citing()
    lists, failures = compose(library, renderers(style, citing), citing, style)
    return Formatted(style=style, lists=tuple(lists), failures=tuple(failures))


def cite_notes(
    linked: Linked, style: str = "chicago-fullnote-bibliography", *, citing: Citing | None = None
) -> Formatted:
    """The notes and in-text citations of a document in a CSL style: full first, then short, ibid. and the like.

    Each line has the label of its note. What could not be formatted stands in `failures` under its key; `RefkitError`
    if there is no such style.
    """
    from refkit.model import Formatted
    from refkit.styles.engine.loading import renderers
    from refkit.styles.engine.notes import compose_notes

    citing = citing or Citing()
    lines, failures = compose_notes(linked, renderers(style, citing), citing)
    return Formatted(style=style, notes=tuple(lines), failures=tuple(failures))
