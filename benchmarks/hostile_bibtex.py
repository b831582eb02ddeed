"""How the cost of reading grows with a hostile .bib file: CPU time of four times as much, a line a kind of file.

Run: python benchmarks/hostile_bibtex.py. Linear growth is 4, quadratic 16.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from refkit.formats.bibtex import read_library

#: What repeats without an end, by the number of repetitions.
HOSTILE: dict[str, Callable[[int], str]] = {
    "opening braces": lambda n: "{" * n,
    "heads": lambda n: "@a{" * n,
    "heads with parentheses": lambda n: "@a(" * n,
    "heads in lines": lambda n: "@a{\n" * n,
    "signs": lambda n: "@" * n,
    "words behind @": lambda n: "@aaa " * n,
    "spread heads": lambda n: "@ a {x\n" * n,
    "one field": lambda n: "@a{b, title={" + "كلمة " * 20 * n + "}}",
    "a field not closed": lambda n: "@a{b, title={" + "word " * 20 * n,
    "commas": lambda n: "@a{b" + "," * 10 * n,
    "joints": lambda n: "@a{b, title=" + "# " * n + "}",
    "strings joined": lambda n: "@string{x={y}}\n@a{b, title=" + "x # " * n + "x}",
    "strings that double": lambda n: (
        "@string{a0 = {xxxxxxxx}}\n"
        + "".join(f"@string{{a{i} = a{i - 1} # a{i - 1}}}\n" for i in range(1, n // 20))
        + "@a{b, title=a60}"
    ),
    "braces in a field": lambda n: "@a{b, title=" + "{" * n + "}" * n + "}",
    "braces not closed in a field": lambda n: "@a{b, title={" + "{" * n + "}}",
    "braces not opened in a field": lambda n: "@a{b, title={x" + "}" * n + "}}",
    "quotes": lambda n: '@a{b, title="' + '"x' * n,
    "quotes not closed": lambda n: '@a{b,\n title="x,\n' * (n // 5),
    "values not closed": lambda n: "@a{b," + "title={x\n" * (n // 4) + "}",
    "missing commas": lambda n: "@a{b," + "title={x}\n" * (n // 4) + "}",
    "closing braces": lambda n: "@a{b,\n" + " title={x}}\n" * (n // 4) + "}",
    "equals signs": lambda n: "@a{b, " + "x = " * n + "}",
    "comments": lambda n: "@a{b,\n" + "x, \n%\n" * (n // 2) + "}",
    "spaces": lambda n: "@a{b, title={x}" + " " * n + "\n" * n + "year={1}}",
    "NULs": lambda n: "@a{b, title={" + "\0" * n + "}}",
    "the same field": lambda n: "@a{b," + "".join(f"title={{x{i}}},\n" for i in range(n // 4)) + "}",
    "the same key": lambda n: "@a{b, title={x}}\n" * (n // 5),
    "a chain of heirs": lambda n: "".join(f"@a{{k{i}, crossref={{k{i + 1}}}, f{i}={{x}}}}\n" for i in range(n // 10)),
    "a circle of heirs": lambda n: "".join(
        f"@a{{k{i}, crossref={{k{(i + 1) % (n // 10)}}}, title={{x}}}}\n" for i in range(n // 10)
    ),
    "many heirs of much": lambda n: (
        "@a{p," + "".join(f"f{i}={{x}}," for i in range(n // 10)) + "}\n" + "@a{k, crossref={p}}\n" * (n // 10)
    ),
    "names": lambda n: "@a{b, author={" + "x and " * n + "}}",
    "Arabic names": lambda n: "@a{b, author={" + "محمد علي، " * (n // 8) + "}}",
    "Arabic names joined": lambda n: "@a{b, author={" + "محمد علي و" * (n // 8) + "}}",
    "names in braces": lambda n: "@a{b, author={" + "{" * n + "}" * n + "}}",
    "backslashes": lambda n: "@a{b, title={" + "\\" * n + "}}",
    "accents": lambda n: "@a{b, title={" + "\\'{" * n + "}" * n + "}}",
    "formulas": lambda n: "@a{b, title={" + "$\\" * n + "}}",
    "a year": lambda n: "@a{b, year={" + "1" * n + "}}",
    "a month": lambda n: "@a{b, year=1999, month={x" + " ." * n + "}}",
    "annotations": lambda n: "@a{b, author={x}, author+an:en={" + '1="' * n + "}}",
    "JSON": lambda n: '@a{b, date={1999}, date+an:own={="' + "[" * n + '"}}',
}


def cost(text: str) -> float:
    """CPU seconds of reading a file, the best of three."""
    best = float("inf")
    for _ in range(3):
        gc.collect()
        start = time.process_time()
        read_library(text, "references.bib")
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print growth and seconds of each kind of file, worst last; what takes less than 10 ms counts as 10 ms."""
    read_library("@book{warm, title = {up}}", "references.bib")
    rows = []
    for name, made in HOSTILE.items():
        small, large = cost(made(2_000)), cost(made(8_000))
        rows.append((large / max(small, 0.01), large, name))
    for growth, seconds, name in sorted(rows):
        print(f"{growth:7.1f}x {seconds:8.3f} s  {name}")


if __name__ == "__main__":
    main()
