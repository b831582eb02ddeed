"""What reading a long Word document costs beside parsing, linking and checking it, and how each grows.

The document has 300 pages: 1,500 notes and a list of 400 works; then the same with a tenth of the notes and pages.
Run: python benchmarks/documents.py
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import pypandoc

from refkit.formats import read
from refkit.linter import check
from refkit.matcher import link
from refkit.parser import parse

SIZES = ((150, 40), (1500, 400))
_FAMILIES = "الجابري الدوري الوردي العروي حنفي زيدان التميمي الساعدي الخفاجي العبيدي الجبوري الكبيسي الراوي السامرائي النعيمي العاني".split()
_GIVEN = "محمد علي حسن أحمد عبد_الله سعد جواد كاظم إبراهيم يوسف خالد مصطفى سليم نبيل فاضل رياض".split()
_SUBJECTS = "تاريخ اقتصاد سياسة فلسفة ثقافة جغرافية قانون تربية إدارة علاقات".split()
_AREAS = "العراق مصر الشام المغرب الخليج الأندلس اليمن السودان لبنان الجزائر".split()
_TOWNS = "بغداد بيروت القاهرة دمشق عمان الرباط تونس الرياض".split()
_PROSE = "وقد تناول الباحثون هذه المسألة من جوانب عدة، واختلفت آراؤهم في تفسير أسبابها ونتائجها اختلافا بينا "


def work(number: int) -> tuple[str, str]:
    """A work as the list has it, and as a note cites it."""
    family = _FAMILIES[number % len(_FAMILIES)]
    given = _GIVEN[number // len(_FAMILIES) % len(_GIVEN)].replace("_", " ")
    title = f"{_SUBJECTS[number % 7]} {_AREAS[number % 10]} في القرن {number % 19 + 1} دراسة {_SUBJECTS[number // 7 % 10]} {number}"
    town = _TOWNS[number % len(_TOWNS)]
    imprint = f"دار {_AREAS[number // 3 % 10]}، {town}، {1950 + number % 70}"
    return f"{family}، {given}، {title}، {imprint}.", f"{given} {family}، {title}، {imprint}، ص {number % 300 + 1}."


def manuscript(notes: int, works: int) -> str:
    """A thesis in Markdown: chapters of prose, a note every fifth of a page, the list at the end."""
    parts = []
    for number in range(notes):
        if number % 50 == 0:
            parts.append(f"# الفصل {number // 50 + 1}")
        parts.append(f"{_PROSE * 3}.[^{number}]")
    parts.append("# قائمة المصادر والمراجع")
    parts += [f"{number + 1}. {work(number)[0]}" for number in range(works)]
    for number in range(notes):
        cited = "المصدر نفسه، ص 12." if number % 6 == 5 else work(number * 7 % works)[1]
        parts.append(f"[^{number}]: {cited}")
    return "\n\n".join(parts)


def main() -> None:
    """Print the seconds of each stage for both sizes."""
    for notes, works in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "thesis.docx"
            command = [pypandoc.get_pandoc_path(), "--from", "markdown", "-o", str(path)]
            subprocess.run(command, input=manuscript(notes, works).encode(), check=True)
            times = [time.perf_counter()]
            document = read(path)
            times.append(time.perf_counter())
            parsed = parse(document)
            times.append(time.perf_counter())
            linked = link(parsed)
            times.append(time.perf_counter())
            check(linked)
            times.append(time.perf_counter())
        stages = [after - before for before, after in pairwise(times)]
        shown = "  ".join(
            f"{name} {taken:.2f} s" for name, taken in zip(("read", "parse", "link", "check"), stages, strict=True)
        )
        print(f"{len(document.notes)} notes, {len(document.references)} references: {shown}  all {sum(stages):.2f} s")


if __name__ == "__main__":
    main()
