"""Formats that are text: what pandoc would lose of them is put so that it does not, without moving a line."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import NamedTuple

from refkit.errors import UnreadableFileError

#: Formats in which people look for a line: they write them, or programs show them.
LINED = ("latex", "html", "jats", "docbook", "typst", "rst", "org", "fb2")
#: Formats with comments in `<!-- -->`.
XML = ("html", "jats", "docbook", "fb2")
_ROOT = re.compile(r"<(?!\?|!)(?:\w+:)?(?P<name>[\w-]+)(?P<more>[^<>]*)>")
_BIBITEM = re.compile(r"\\bibitem\s*(?:\[(?:[^\[\]{}]|\{[^{}]*\})*\])?\s*\{(?P<key>[^{}]+)\}")
_OPENED = re.compile(r"\\begin\s*\{thebibliography\}\s*(?:\{[^{}]*\})?")
#: What stands before the cells of a table, and takes those with it that are a number: the end of a long table's foot,
#: and what a column is set with.
_BEFORE_CELLS = re.compile(r"\\end(?:last)?foot\b|>\{[^{}\n]{0,200}\\arraybackslash\}")
#: Commands of LaTeX that pandoc leaves out with all that they say, by those that it takes for them.
_ALIASES = {
    "footnote": r"(?:LTR|RTL)?footnotetext|(?:LTR|RTL|[A-E])footnote|footnote[A-E]|endnote(?:text)?|sidenote|pagenote",
    "footcite": "footfullcite",
    "autocites": "smartcites",
    "citet": "Citet",
    "cite": "fullcite|citetitle|Citetitle|citeurl|notecite|onlinecite|shortcite|posscite|citeA|citeNP|Citeauthor",
}
_UNKNOWN = re.compile(
    r"\\(?:footnotemark(?:\s*\[\d{0,9}\])?(?:\{\})?|"
    + "|".join(f"(?P<{known}>{names})" for known, names in _ALIASES.items())
    + r")(?![a-zA-Z])"  # ascii: names of commands
)
_COMMENT = re.compile(r"(?<!\\)%.*")
_JATS_NOTE = re.compile(r"<fn\b[^<>]*?\bid=[\"'](?P<name>[^\"'<>]+)[\"'][^<>]*>(?P<text>.*?)</fn>", re.DOTALL)
_JATS_CALL = re.compile(r"\brid=[\"'](?P<names>[^\"'<>]+)")
_JATS_REFERENCE = re.compile(r"<ref\b[^<>]*?\bid=[\"'](?P<name>[^\"'<>]+)[\"'][^<>]*>(?P<text>.*?)</ref>", re.DOTALL)
_JATS_TITLE = re.compile(r"<(?:article-title|source|chapter-title)\b")
_HTML_CALL = re.compile(r"<a\b[^<>]*\bdoc-noteref\b", re.IGNORECASE)
_HTML_TARGET = re.compile(r"\bhref=[\"']?#([^\"'\s<>]+)")
_HTML_NOTE = re.compile(
    r"<li\b[^<>]*\bid=[\"']?(?P<name>[^\"'\s<>]+)[^<>]*>(?P<text>.*?)(?=<li\b|</li>|</ol>|\Z)", re.DOTALL
)
_RTF_TABLE = re.compile(
    r"\\(?:(?P<cell>nestcell|cell)|intbl|trowd|nestrow|row|itap\d+)(?![a-z0-9]) ?"
)  # ascii: commands
_NOTES = {
    # One whose text is an argument belongs to the definition of another command.
    "latex": re.compile(r"\\(?:footnote|footcite|footcites)\s*(?:\[[^\[\]]{0,200}\]\s*)?\{(?!\s*#)"),
    "rtf": re.compile(r"\{(?:\\\*)?\\footnote\b"),
    "jats": re.compile(r"<fn[\s>]"),
    "docbook": re.compile(r"<footnote[\s>]"),
}


class Source(NamedTuple):
    """The text for pandoc, the numbers of keys that the document's own list has, and how many notes are marked.

    `linked` holds the texts of notes by their names, for those that a link alone calls; `uncalled` are those of notes
    that nothing calls; `listed` are the lines of a list that pandoc leaves out.
    """

    text: str
    numbers: Mapping[str, int]
    notes: int
    linked: Mapping[str, str] = {}
    listed: tuple[str, ...] = ()
    uncalled: tuple[str, ...] = ()


def mended(text: str, name: str, path: str) -> Source:
    """A text of a format as pandoc should get it; `UnreadableFileError` for XML that defines entities."""
    if name in ("jats", "docbook", "fb2", "html") and "<!ENTITY" in text[:100_000]:
        raise UnreadableFileError(f"{path}: it defines XML entities, which are not read")
    text = _UNKNOWN.sub(_known, text) if name == "latex" else text
    found = _NOTES.get(name)
    notes = len(found.findall(_COMMENT.sub("", text) if name == "latex" else text)) if found else 0
    if name == "latex":
        return _latex(text, notes)
    if name == "rtf":
        # Writers mark notes as something that programs may skip, which pandoc then does.
        text = text.replace(r"{\*\footnote", r"{\footnote")
    if name == "jats":
        return _jats(text, notes)
    return _html(text) if name == "html" else Source(text, {}, notes)


def _known(match: re.Match[str]) -> str:
    return f"\\{match.lastgroup}" if match.lastgroup else ""


def without_tables(rtf: str) -> str:
    """An RTF file whose tables are paragraphs, a cell each: pandoc mixes up notes in their cells."""
    return _RTF_TABLE.sub(lambda found: r"\par " if found["cell"] else "", rtf)


def _latex(text: str, notes: int) -> Source:
    """A `thebibliography` as a list of numbered paragraphs under its heading; pandoc runs its items together."""
    numbers: dict[str, int] = {}

    def item(match: re.Match[str]) -> str:
        number = numbers.setdefault(match["key"].strip(), len(numbers) + 1)
        # Line ends within the command stay, so that lines keep their numbers.
        return "\\par{}[" + str(number) + "] " + "\n" * match.group().count("\n")

    text = _OPENED.sub(
        lambda found: "\\begin{thebibliography}" + "\n" * found.group().count("\n"), _BEFORE_CELLS.sub("", text)
    )
    return Source(_BIBITEM.sub(item, text), numbers, notes)


def _jats(text: str, notes: int) -> Source:
    """Pandoc knows a reference by its tagged parts only: one without a tagged title becomes a line of the list."""
    linked = {found["name"]: _words(found["text"]) for found in _JATS_NOTE.finditer(text)}
    numbers: dict[str, int] = {}
    listed = []
    for at, found in enumerate(_JATS_REFERENCE.finditer(text), 1):
        if not _JATS_TITLE.search(found["text"]):
            numbers[found["name"]] = at
            listed.append(f"[{at}] {_words(found['text'])}")
    called = {name for found in _JATS_CALL.finditer(text) for name in found["names"].split()}
    uncalled = tuple(words for name, words in linked.items() if name not in called and words)
    return Source(text, numbers, notes, linked, tuple(listed), uncalled)


def _html(text: str) -> Source:
    """Pandoc keeps notes under their role for links of that role, and drops those that none calls."""
    before, role, after = text.partition("doc-endnotes")
    if not role:
        return Source(text, {}, 0)
    if not _HTML_CALL.search(text):
        return Source(f"{before}doc_endnotes{after}", {}, 0)
    called = set(_HTML_TARGET.findall(text))
    items = ((found["name"], found["text"]) for found in _HTML_NOTE.finditer(after))
    uncalled = tuple(words for name, item in items if name not in called and (words := _words(item)))
    return Source(text, {}, 0, uncalled=uncalled)


def _words(xml: str) -> str:
    """The text of a piece of XML without its label."""
    apart = re.sub(r"<label>.*?</label>|</?p\b[^<>]*>", " ", xml)
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", "", apart)).split())


def kind_of_xml(text: str, path: str) -> str:
    """Which of pandoc's formats an XML file is in."""
    root = _ROOT.search(re.sub(r"<!--.*?-->", "", text[:100_000], flags=re.DOTALL))
    name = root["name"] if root else ""
    if name == "html":
        return "html"
    if name == "FictionBook":
        return "fb2"
    if name == "pmc-articleset" or (name == "article" and not _is_docbook(text, root["more"] if root else "")):
        return "jats"
    if name in ("article", "book", "chapter", "part", "set"):
        return "docbook"
    if name in ("xml", "records"):
        raise UnreadableFileError(f"{path}: a library (EndNote's XML), not a manuscript; name it with --library")
    raise UnreadableFileError(f"{path}: XML of an unknown kind (<{name[:40]}>); known: JATS, DocBook, XHTML, FB2")


def _is_docbook(text: str, attributes: str) -> bool:
    return (
        "docbook" in attributes
        or "DocBook" in text[:2000]
        or not re.search(r"<(?:front|article-meta|sub-article)\b", text)
    )
