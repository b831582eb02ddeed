"""What formatting costs: python benchmarks/styles.py STYLE.csl

Prints CPU seconds for 1,000 and 5,000 entries, ours and those of citeproc-py alone on the same 1,000 entries, how many
times 1,000 the 5,000 take, and whether both give the same text where citeproc-py is right.
"""

from __future__ import annotations

import argparse
import time
import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from refkit.model import Entry, Library
from refkit.settings import Citing
from refkit.styles import cite

_FAMILIES = "Hourani Said Makdisi Rodinson Abu-Lughod Khoury Salibi Antonius Barakat Batatu".split()
_GIVEN = "Albert Edward George Maxime Janet Philip Kamal Halim Nadia Samir".split()
_WORDS = "history politics society memory letters cities trade water law borders press labour".split()


def entries(count: int) -> list[dict[str, Any]]:
    """CSL-JSON items of three types, no two of one author and year."""
    found = []
    for number in range(count):
        a, b, c = number % 10, number // 10 % 10, number // 100
        item: dict[str, Any] = {
            "id": f"e{number}",
            "type": ("book", "article-journal", "chapter")[number % 3],
            "author": [{"family": f"{_FAMILIES[a]}{chr(97 + c % 26)}", "given": _GIVEN[b]}],
            "title": f"A {_WORDS[number % 12]} of {_WORDS[number // 12 % 12]} {number}",
            "issued": {"date-parts": [[1950 + c % 70]]},
            "publisher": "Press of the University",
            "volume": str(1 + number % 40),
            "page": f"{10 + number % 90}-{120 + number % 90}",
        }
        if number % 3:
            item["container-title"] = f"Journal of {_WORDS[number % 12]}"
        if number % 2:
            item["author"].append({"family": _FAMILIES[b], "given": _GIVEN[c % 10]})
        found.append(item)
    return found


def library(items: list[dict[str, Any]]) -> Library:
    """The items as a library of refkit's."""
    found = []
    for item in items:
        values = {name: value for name, value in item.items() if name not in ("id", "issued")}
        values["issued"] = item["issued"]["date-parts"][0][0]
        values["language"] = "en"
        found.append(Entry.model_validate({"key": item["id"], **values}))
    return Library(references=tuple(found))


def ours(style: str, items: list[dict[str, Any]]) -> list[str]:
    """The lines of our list."""
    made = cite(library(items), style, citing=Citing(language="en"))
    return [line.text for found in made.lists for part in found.sections for line in part.lines]


def bare(style: str, items: list[dict[str, Any]]) -> list[str]:
    """The entries of citeproc-py's list."""
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    sheet = CitationStylesStyle(BytesIO(Path(style).read_bytes()), validate=False)
    found = CitationStylesBibliography(sheet, CiteProcJSON(items), formatter.plain)
    for item in items:
        found.register(Citation([CitationItem(item["id"])]))
    found.sort()
    return [str(entry) for entry in found.bibliography()]


def seconds(call: Callable[[], list[str]]) -> tuple[float, list[str]]:
    """CPU seconds of a call, and what it gave."""
    start = time.process_time()
    made = call()
    return time.process_time() - start, made


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("style", help="a CSL style by path, so that citeproc-py finds it too")
    style = arguments.parse_args().style
    warnings.simplefilter("ignore")
    few, many = entries(1000), entries(5000)
    ours(style, few[:50])  # loads what is loaded once
    short, mine = seconds(lambda: ours(style, few))
    long, _ = seconds(lambda: ours(style, many))
    alone, theirs = seconds(lambda: bare(style, few))
    same = len(set(mine) & set(theirs))
    print(f"refkit       1,000 entries  {short:6.2f} s")
    print(f"refkit       5,000 entries  {long:6.2f} s   {long / short:.1f} times 1,000")
    print(f"citeproc-py  1,000 entries  {alone:6.2f} s   refkit takes {short / alone:.2f} of it")
    print(f"the same text in {same} of 1,000 entries")
    for line in sorted(set(mine) - set(theirs))[:5]:
        print(f"  refkit only: {line}")
    for line in sorted(set(theirs) - set(mine))[:5]:
        print(f"  citeproc-py: {line}")


if __name__ == "__main__":
    main()
