"""Rewrite what is generated: JSON Schema, order of tables, golden findings, parsed references. Run by `make update`."""

from __future__ import annotations

import io
import json
from pathlib import Path

from ruamel.yaml import YAML

from benchmarks.scoring import passing
from refkit.baseline import write_baseline
from refkit.formats import yaml as library
from refkit.pipeline import check_file
from refkit.settings import schema as settings
from refkit.text import fold
from tests.styles.goldens import golden_files

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "russian-chinese-relations.md"
VOCABULARY = ROOT / "src" / "refkit" / "vocabulary"


def schemas() -> None:
    """data/schema/*.schema.json, from the models."""
    for name, made in (("references", library.json_schema()), ("settings", settings.json_schema())):
        text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
        (ROOT / "data" / "schema" / f"{name}.schema.json").write_text(text, "utf-8")


def keys() -> None:
    """The table of keys in docs/settings.md, from the model."""
    path = ROOT / "docs" / "settings.md"
    head, begin, rest = path.read_text("utf-8").partition("<!-- keys: rewritten by make update -->\n")
    _, end, tail = rest.partition("<!-- end of keys -->")
    path.write_text(f"{head}{begin}{settings.key_table()}\n{end}{tail}", "utf-8")


def tables() -> None:
    """The vocabulary tables folded, sorted and without doubles, so that a line may be added anywhere."""
    for path in VOCABULARY.glob("*.tsv"):
        head, *rows = path.read_text("utf-8").splitlines()
        folded = (
            {
                "\t".join(
                    cell if at < columns - 1 else "|".join(dict.fromkeys(map(fold, cell.split("|"))))
                    for at, cell in cells
                )
                for row in rows
                if (cells := list(enumerate(row.split("\t")))) and (columns := len(cells))
            }
            if path.stem != "lexicon"
            else {f"{fold(row.partition(chr(9))[0])}\t{row.partition(chr(9))[2]}" for row in rows}
        )
        path.write_text("\n".join([head, *sorted(folded)]) + "\n", "utf-8")


def golden() -> None:
    """What is found in the example: its baseline, and tests/data/example-findings.yaml, where each `why` is kept."""
    found = check_file(EXAMPLE).findings
    write_baseline(str(EXAMPLE.parent / "baseline.json"), [str(EXAMPLE)], found, lambda _code: True)
    path = ROOT / "tests" / "data" / "example-findings.yaml"
    yaml = YAML()
    yaml.width = 4000
    old = yaml.load(path.read_text("utf-8"))
    reasons = {(entry["code"], entry["message"]): entry["why"] for entry in old}
    new = [
        {
            "code": each.code,
            "line": each.line,
            "message": each.message,
            "why": reasons.get((each.code, each.message), ""),
        }
        for each in found
    ]
    stream = io.StringIO()
    yaml.dump(new, stream)
    comment = "".join(line + "\n" for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    path.write_text(comment + stream.getvalue(), "utf-8")


def ratchet() -> None:
    """tests/data/parse-pass.txt: the references that parse wholly; it only grows."""
    path = ROOT / "tests" / "data" / "parse-pass.txt"
    listed, found = set(path.read_text("utf-8").split()), passing()
    if lost := sorted(listed - found):
        raise SystemExit(f"no longer parsed wholly: {' '.join(lost)}")
    path.write_text("\n".join(sorted(found)) + "\n", "utf-8")


def citations() -> None:
    """tests/data/citations/*.txt: the golden lists and notes of each style; what people remarked above them stays."""
    for path, text in golden_files().items():
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    schemas()
    keys()
    tables()
    golden()
    ratchet()
    citations()
