"""How well references are parsed: F1 by field, whole references, trust, and speed; grammar, model and both side by side.

Run: python benchmarks/parse.py [--quick] [--wrong SET] [--file labelled.yaml]
The definitions are in benchmarks/scoring.py. Without --quick the synthetic families are scored too, each by a model that
was trained without it, which takes some minutes.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.scoring import (
    FIELDS,
    Case,
    Score,
    anystyle_cases,
    blind_cases,
    case_of_sample,
    example_cases,
    found_fields,
    labelled_cases,
    real_cases,
    score,
    wrong_fields,
)
from refkit.parser import By, parse_citation
from refkit.parser.crf import MODEL
from training.generator import FAMILIES, samples
from training.train import folds, train, training_set

READERS: tuple[By, ...] = get_args(By)
#: References of each family that are scored, and the seed they come from: another than that of training.
PER_FAMILY, SEED = 12, 7


def sets_of_cases() -> dict[str, list[Case]]:
    """Name -> the labelled references of a set."""
    found: dict[str, list[Case]] = defaultdict(list)
    for case in example_cases():
        found[f"example paper, {case.group}"].append(case)
    found["real references"] = real_cases()
    found["AnyStyle, held-out fifth"] = anystyle_cases()
    for name in ("dev", "test"):
        found[f"blind-{name}"] = blind_cases(name)
    return found


def scores(cases: Sequence[Case], model: Path = MODEL) -> dict[By, Score]:
    """The score of a set by each reader."""
    return {by: score((case, parse_citation(case.text, case.kind, by, model)) for case in cases) for by in READERS}


def print_scores(name: str, found: Mapping[By, Score]) -> None:
    """Micro F1 and whole references by each reader, F1 by field and the precision of each confidence for both."""
    both = found["both"]
    print(f"\n{name} ({both.references})")
    print("  F1     " + "  ".join(f"{by} {one.f1():.3f}" for by, one in found.items()))
    print("  whole  " + "  ".join(f"{by} {one.whole / one.references:.2f}" for by, one in found.items()))
    print("  fields " + "  ".join(f"{field} {both.f1(field):.2f}" for field in FIELDS if both.labelled[field]))
    levels = ("agreed", "single", "review")
    print(
        "  trust  " + "  ".join(f"{level} {both.precision(level):.3f} of {both.share(level):.0%}" for level in levels)
    )
    wrong = sum(both.found.values()) - sum(both.right.values())
    doubted = both.trusted["review"][1] - both.trusted["review"][0]
    print(f"         {doubted} of {wrong} wrong fields are marked review")


def print_groups(cases: Iterable[Case]) -> None:
    """F1 of each group of a set, the lowest first."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[case.group].append(case)
    rows = sorted((scores(members)["both"].f1(), name, len(members)) for name, members in groups.items())
    print("  groups " + "  ".join(f"{name} {f1:.2f} ({count})" for f1, name, count in rows))


def print_wrong(cases: Iterable[Case]) -> None:
    """Each field of a set that comes out wrong: the text, the label, what was found."""
    for case in cases:
        citation = parse_citation(case.text, case.kind)
        if wrong := wrong_fields(case, citation):
            print(f"{case.id}: {case.text}")
        for name in wrong:
            level = citation.confidence.get("issued" if name == "year" else name, "")
            print(f"    {name}: {case.fields.get(name)} {found_fields(citation).get(name)} {level}")


def print_families() -> None:
    """Synthetic families: F1 of references of a family that the model has not been trained on, by each reader."""
    unseen: dict[str, dict[By, Score]] = {}
    with TemporaryDirectory() as folder:
        for at, left_out in enumerate(folds()):
            model = Path(folder) / f"{at}.crfsuite"
            train(training_set(left_out, quick=True), model, quick=True)
            for name in left_out:
                drawn = samples(PER_FAMILY, SEED, [name])
                unseen[name] = scores([case_of_sample(one, f"{name}-{i}") for i, one in enumerate(drawn)], model)
    print(
        f"\nsynthetic families: {len(FAMILIES)}, {PER_FAMILY} references of each, by models that have seen none of it"
    )
    print("  (five models, each without a fifth of the families, on a third of the references, in 60 rounds)")
    for name, found in sorted(unseen.items(), key=lambda row: row[1]["both"].f1()):
        print(f"  {name:32}" + "  ".join(f"{by} {one.f1():.3f}" for by, one in found.items()))
    for by in READERS:
        print(f"  mean {by} {sum(found[by].f1() for found in unseen.values()) / len(unseen):.3f}")


def print_speed(cases: Sequence[Case]) -> None:
    """References a second on one core, each string once after a warm-up on others; and the ratio."""
    half = len(cases) // 2
    speed = {}
    for by in ("grammar", "both"):
        for case in cases[:half]:
            parse_citation(case.text, case.kind, by)
        start = time.process_time()
        for case in cases[half:]:
            parse_citation(case.text, case.kind, by)
        speed[by] = (len(cases) - half) / (time.process_time() - start)
    print(
        f"\nspeed: grammar {speed['grammar']:.0f}/s  both {speed['both']:.0f}/s  ratio {speed['grammar'] / speed['both']:.1f}"
    )


def main() -> None:
    """Print the figures of all sets, or the wrong fields of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave the synthetic families out")
    parser.add_argument("--wrong", metavar="SET", help="print the wrong fields of the sets whose name has this in it")
    parser.add_argument("--file", type=Path, help="a labelled set of your own, as tests/data/references/blind-*.yaml")
    options = parser.parse_args()
    sets = {str(options.file): labelled_cases(options.file)} if options.file else sets_of_cases()
    if options.wrong is not None:
        for name, cases in sets.items():
            if options.wrong in name:
                print_wrong(cases)
        return
    for name, cases in sets.items():
        print_scores(name, scores(cases))
        if len({case.group for case in cases}) > 1:
            print_groups(cases)
    print_speed([case for cases in sets.values() for case in cases])
    if not options.quick and not options.file:
        print_families()


if __name__ == "__main__":
    main()
