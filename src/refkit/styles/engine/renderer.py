"""One style in one language: references in, text with marks out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from refkit.errors import RefkitError
from refkit.styles.engine.assembly import Piece, Typography, pieces
from refkit.styles.engine.cites import Cite
from refkit.styles.engine.references import Reference


class Renderer:
    """Renders entries of a list and cites, each by itself.

    `sheet` is the style as `sheets.style_sheet` gives it. `outside` puts full stop and comma behind quotation marks,
    whatever the locale says.
    """

    def __init__(self, sheet: Any, name: str = "the style", outside: bool = False) -> None:
        self.sheet = sheet
        self.name = name
        typography = Typography.of(sheet)
        self.typography = replace(typography, inside=False) if outside else typography
        self.english = sheet.memo["tag"].startswith("en")

    @property
    def citation(self) -> Any:
        """The style's part for citations."""
        if self.sheet.child("citation") is None:
            raise RefkitError(f"{self.name} has no citations")
        return self.sheet.child("citation")

    @property
    def bibliography(self) -> Any:
        """The style's part for lists; `RefkitError` where it has none."""
        if self.sheet.child("bibliography") is None:
            raise RefkitError(f"{self.name} makes no reference list, only notes or citations")
        return self.sheet.child("bibliography")

    @property
    def ordering(self) -> Any:
        """The part that numbers and orders works: for lists, or in a style without them for citations."""
        found = self.sheet.child("bibliography")
        return self.citation if found is None else found

    def cite(self, reference: Reference, area: Any, **values: Any) -> Cite:
        """A work to be rendered for an area of the style."""
        return Cite(reference, area, english=self.english, **values)

    def entry(self, cite: Cite) -> str:
        """The text of an entry in a list, with marks."""
        text: str = cite.area.child("layout").render_entry(cite)
        return text

    def printed(self, rendered: str) -> list[Piece]:
        """Rendered text as pieces to print."""
        return pieces(rendered, self.typography)
