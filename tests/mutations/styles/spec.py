"""What all house styles have: how they write is a function for notes and one for lines; the rest are words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.mutations.papers import Cite, Paper
from tests.mutations.works import Kind, Work

#: What a paper of notes cites: enough of each kind that a rule has others to compare with.
KINDS: tuple[Kind, ...] = (
    "book", "book", "book", "book", "book", "article", "article", "article", "chapter", "thesis", "thesis", "report", "web",
    "web", "web", "news",
)  # fmt: skip


@dataclass(frozen=True)
class Spec:
    """One house style.

    `again` says what stands for a work cited before: both wordings of the style for the author's only work, or a short
    title. `mark` and `heading` are those of its lists; `twin` is the heading of the list in the other language;
    `foreign` that of the list of works in English. `sections` has a heading for each kind, where lists have such.
    """

    name: str
    language: str
    write: Callable[[Cite], str]
    write_line: Callable[[Work, str], str]
    joint: str
    heading: str
    mark: str = ""
    notes: Literal["footnote", "plain", "in-text"] = "footnote"
    digits: Literal["arabic", "western"] = "western"
    chapters: tuple[str, ...] = ("",)
    twin: str = ""
    foreign: str = ""
    hijri: bool = False
    sections: tuple[tuple[str, tuple[Kind, ...]], ...] = ()
    kinds: tuple[Kind, ...] = KINDS
    around: str = "{}"
    ordered: bool = True
    metadata: Callable[[Paper], str] | None = None

    def note(self, cites: list[Cite]) -> str:
        """A note or a place in the text, as written."""
        if len(cites) == 1 and cites[0].form == "narrative":
            return self.write(cites[0])
        latin = all(cite.work.language == "en" for cite in cites)
        text = self.around.format((self.joint.replace("؛", ";") if latin else self.joint).join(map(self.write, cites)))
        return text if self.notes == "in-text" or cites[-1].work.url else f"{text}."

    def line(self, work: Work, language: str) -> str:
        """A line of the list in a language, as written."""
        return self.write_line(work, language)

    def front_matter(self, paper: Paper) -> str:
        """What stands before the paper: its entries, where it carries them."""
        return self.metadata(paper) if self.metadata else ""
