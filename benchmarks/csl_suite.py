"""How much of the CSL test suite refkit's renderer passes: python benchmarks/csl_suite.py PATH [--bare] [--wrong NAME…]

PATH is the folder of the suite's fixtures (github.com/citation-style-language/test-suite, processor-tests/humans).
`--bare` runs citeproc-py alone. `--names FILE` writes the names that pass; `--ratchet FILE` fails if one of those in
FILE does not pass any more. Fixtures are read from PATH and stay there.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import warnings
from collections import Counter
from itertools import takewhile
from pathlib import Path
from typing import Any

from benchmarks.csl_document import Processor
from refkit.styles.engine import marks
from refkit.styles.engine.assembly import Piece
from refkit.styles.engine.positions import Cluster, Pointer
from refkit.styles.engine.references import reference
from refkit.styles.engine.renderer import Renderer
from refkit.styles.engine.sheets import style_sheet

_PART = re.compile(r">>=+\s*([A-Z-]+)\s*=+>>?\n(.*?)<<=+\s*\1\s*=+<<", re.DOTALL)
_POSITIONS = {
    0: ("first",),
    1: ("subsequent",),
    2: ("subsequent", "ibid"),
    3: ("subsequent", "ibid", "ibid-with-locator"),
}
_TAGS = {
    marks.ITALIC: ("<i>", "</i>"),
    marks.BOLD: ("<b>", "</b>"),
    marks.SMALL_CAPS: ('<span style="font-variant:small-caps;">', "</span>"),
    marks.SUPERSCRIPT: ("<sup>", "</sup>"),
    marks.SUBSCRIPT: ("<sub>", "</sub>"),
    marks.UNDERLINE: ('<span style="text-decoration:underline;">', "</span>"),
    marks.UPRIGHT: ('<span style="font-style:normal;">', "</span>"),
    marks.MEDIUM: ('<span style="font-weight:normal;">', "</span>"),
    marks.FULL_SIZE: ('<span style="font-variant:normal;">', "</span>"),
    marks.NO_LINE: ('<span style="text-decoration:none;">', "</span>"),
    marks.ON_LINE: ('<span style="baseline">', "</span>"),
    marks.BLOCK: ('\n\n    <div class="csl-block">', "</div>\n"),
    marks.MARGIN: ('\n    <div class="csl-left-margin">', "</div>"),
    marks.INLINE: ('<div class="csl-right-inline">', "</div>\n  "),
    marks.INDENT: ('<div class="csl-indent">', "</div>\n  "),
}


#: What the suite expects of an entry of which the style prints nothing.
_EMPTY = "[CSL STYLE ERROR: reference with no printed form.]"


def fixture(path: Path) -> dict[str, Any]:
    """The parts of a fixture, the JSON ones read."""
    parts: dict[str, Any] = {name: text.strip("\n") for name, text in _PART.findall(path.read_text("utf-8"))}
    for name in ("INPUT", "CITATIONS", "CITATION-ITEMS"):
        if name in parts:
            parts[name] = json.loads(parts[name])
    for number, item in enumerate(parts["INPUT"], 1):
        item.setdefault("id", f"ITEM-{number}")
    return parts


def html(pieces: list[Piece]) -> str:
    """Pieces as the HTML that the suite expects."""
    output: list[str] = []
    opened: list[str] = []
    for piece in pieces:
        wanted = [mark for mark in piece.within if mark in _TAGS]
        same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(opened, wanted, strict=False))))
        output += [_TAGS[mark][1] for mark in reversed(opened[same:])]
        output += [_TAGS[mark][0] for mark in wanted[same:]]
        opened = wanted
        output.append(piece.text.replace("&", "&#38;").replace("<", "&#60;").replace(">", "&#62;"))
    return "".join((*output, *(_TAGS[mark][1] for mark in reversed(opened))))


def _pointer(item: dict[str, Any], tracked: bool) -> Pointer:
    place = None
    if not tracked:
        found = {*_POSITIONS[item.get("position", 0)], *(("near-note",) if item.get("near-note") else ())}
        place = frozenset(found)
    return Pointer(
        key=str(item["id"]),
        locator=str(item.get("locator") or "").strip(),
        label=item.get("label") or "page",
        prefix=item.get("prefix") or "",
        suffix=item.get("suffix") or "",
        suppress_author=bool(item.get("suppress-author")),
        author_only=bool(item.get("author-only")),
        positions=place,
    )


def ours(parts: dict[str, Any]) -> str:
    """What refkit makes of a fixture."""
    source = parts["CSL"].encode()
    tag = re.search(r'<style[^>]*default-locale="([^"]+)"', parts["CSL"])
    renderer = Renderer(style_sheet(source, "the style", tag[1] if tag else "en-US"))
    works = {str(item["id"]): reference(item) for item in parts["INPUT"]}
    if "CITATIONS" in parts:
        return _tracked(parts, renderer, works)
    processor = Processor(renderer, works)
    if parts["MODE"].strip() == "bibliography":
        return _list(processor)
    given = parts.get("CITATION-ITEMS") or [[{"id": entry.key} for entry in processor.entries()]]
    clusters = [Cluster(tuple(_pointer(item, False) for item in items)) for items in given]
    processor.prepare(clusters)
    return "\n".join(html(renderer.printed(text)) or _EMPTY for text in processor.citations(clusters))


def _list(processor: Processor, clusters: list[Cluster] | None = None) -> str:
    entries = processor.prepare(clusters or ())
    texts = processor.listed(entries)
    shown = [html(processor.renderer.printed(text)) for text in texts if text]
    lines = [f'  <div class="csl-entry">{text}</div>' for text in shown]
    return "\n".join(('<div class="csl-bib-body">', *lines, "</div>"))


def _tracked(parts: dict[str, Any], renderer: Renderer, works: dict[str, Any]) -> str:
    """A document written citation by citation: all its citations after the last, those that changed marked >>."""
    placed: list[dict[str, Any]] = []
    shown: dict[str, str] = {}
    for citation, before, after in parts["CITATIONS"]:
        known = {found["citationID"]: found for found in placed}
        known[citation["citationID"]] = citation
        order = [
            *((pair[0], pair[1]) for pair in before),
            (citation["citationID"], None),
            *((p[0], p[1]) for p in after),
        ]
        placed = []
        for name, note in order:
            found = known[name]
            if note is not None:
                found = {**found, "properties": {**found.get("properties", {}), "noteIndex": note}}
            placed.append(found)
        texts, clusters, processor = _document(placed, renderer, works)
        names = [found["citationID"] for found in placed]
        # Only the last step is printed.
        current = citation["citationID"]
        previous, shown = shown, dict(zip(names, texts, strict=True))
    if parts["MODE"].strip() == "bibliography":
        return _list(processor, clusters)
    changed = [name == current or previous.get(name) != text for name, text in shown.items()]
    return "\n".join(
        f"{'>>' if new else '..'}[{at}] {text}"
        for at, (new, text) in enumerate(zip(changed, shown.values(), strict=True))
    )


def _document(
    placed: list[dict[str, Any]], renderer: Renderer, works: dict[str, Any]
) -> tuple[list[str], list[Cluster], Processor]:
    clusters = [
        Cluster(
            tuple(_pointer(item, True) for item in found["citationItems"]),
            found.get("properties", {}).get("noteIndex", 0),
        )
        for found in placed
    ]
    cited = dict.fromkeys(pointer.key for cluster in clusters for pointer in cluster.pointers)
    processor = Processor(renderer, {key: works[key] for key in cited})
    processor.prepare(clusters)
    return [html(renderer.printed(text)) for text in processor.citations(clusters)], clusters, processor


def bare(parts: dict[str, Any]) -> str:
    """What citeproc-py alone makes of a fixture."""
    from io import BytesIO

    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, Locator, formatter
    from citeproc.source.json import CiteProcJSON

    # It stops at an item without a type.
    items = [{"type": "article", **item} for item in parts["INPUT"]]
    style = CitationStylesStyle(BytesIO(parts["CSL"].encode()), validate=False)
    library = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
    if "CITATIONS" in parts:
        groups = [found[0]["citationItems"] for found in parts["CITATIONS"]]
    else:
        groups = parts.get("CITATION-ITEMS") or [[{"id": item["id"]} for item in parts["INPUT"]]]
    citations = []
    for group in groups:
        cites = []
        for item in group:
            extra = {name: item[name] for name in ("prefix", "suffix") if name in item}
            if item.get("locator"):
                extra["locator"] = Locator(item.get("label") or "page", item["locator"])
            cites.append(CitationItem(str(item["id"]), **extra))
        citations.append(Citation(cites))
    for citation in citations:
        library.register(citation)
    if style.has_bibliography():
        library.sort()
    if parts["MODE"].strip() == "citation":
        return "\n".join(str(library.cite(citation, lambda _: None)) for citation in citations)
    lines = [f'  <div class="csl-entry">{entry}</div>' for entry in library.bibliography()]
    return "\n".join(('<div class="csl-bib-body">', *lines, "</div>"))


def _alike(text: str) -> str:
    """A result without what only escapes differently."""
    for written, code in (("&amp;", "&#38;"), ("&lt;", "&#60;"), ("&gt;", "&#62;")):
        text = text.replace(written, code)
    return text.strip()


def outcome(path: Path, alone: bool) -> tuple[bool, str, str]:
    """Whether a fixture passes, what is expected, and what came."""
    parts = fixture(path)
    try:
        made = (bare if alone else ours)(parts)
    except Exception as error:  # a fixture that stops the engine has not passed
        made = f"{type(error).__name__}: {error}"
    expected = parts["RESULT"]
    return _alike(made) == _alike(expected), expected, made


def main() -> int:
    """Print the figures; 1 if a fixture of the ratchet fails."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("path", type=Path)
    arguments.add_argument("--bare", action="store_true")
    arguments.add_argument("--wrong", nargs="*", metavar="NAME", help="print what differs, of names that begin so")
    arguments.add_argument("--names", type=Path)
    arguments.add_argument("--ratchet", type=Path)
    given = arguments.parse_args()
    warnings.simplefilter("ignore")
    passed, of = Counter[str](), Counter[str]()
    names = []
    for path in sorted(given.path.glob("*.txt")):
        if given.wrong and not path.stem.startswith(tuple(given.wrong)):
            continue
        right, expected, made = outcome(path, given.bare)
        category = path.stem.split("_")[0]
        of[category] += 1
        passed[category] += right
        if right:
            names.append(path.stem)
        elif given.wrong is not None:
            print(f"--- {path.stem}\n  expected: {expected}\n  made:     {made}")
    for category in sorted(of):
        print(f"{category:20} {passed[category]:4} of {of[category]}")
    print(f"{'all':20} {sum(passed.values()):4} of {sum(of.values())}")
    if given.names:
        given.names.write_text("".join(f"{name}\n" for name in names), "utf-8")
    lost = set(given.ratchet.read_text("utf-8").split()) - set(names) if given.ratchet else set()
    for name in sorted(lost):
        print(f"passed before, fails now: {name}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
