"""How parsed fields are compared with labels: exact after folding, thirteen fields, counted over a set of references.

A field is right if it equals its label after folding case, digits, hamza, ta marbuta, alif maqsura, punctuation and
spaces. Names are sets of words whose order does not count, lists of names are multisets; an ordinal in words equals
its digit; a university or an institution counts as publisher, a note's page as page, a part as volume if there is none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from refkit.model import Citation, Date, Name
from refkit.parser import parse_citation
from refkit.parser.draft import Kind
from refkit.parser.printed import printed_number
from refkit.text import fold

if TYPE_CHECKING:
    from training.generator import Sample

FIELDS = (
    "author", "title", "container-title", "volume", "issue", "year", "publisher", "publisher-place", "edition",
    "editor", "translator", "page", "URL",
)  # fmt: skip
PEOPLE = ("author", "editor", "translator")
_NUMBERS = ("volume", "issue", "edition", "page")
_TEXTS = ("title", "container-title", "publisher", "publisher-place")
_TEST_DATA = Path(__file__).parent.parent / "tests" / "data"

Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Case:
    """One reference with its labels. `bag`: its names are not told apart, so their words are compared as one bag.

    `covers`: the fields that the labels tell of; what is found of others is neither right nor wrong.
    """

    id: str
    group: str
    kind: Kind
    text: str
    fields: Values
    bag: bool = False
    covers: tuple[str, ...] = FIELDS


@dataclass
class Score:
    """What was right over a set of references: fields by name, whole references, and fields by confidence."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    labelled: Counter[str] = field(default_factory=Counter)
    whole: int = 0
    references: int = 0
    trusted: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))

    def f1(self, *names: str) -> float:
        """F1 over some fields, or all: twice the right ones over those found and those labelled."""
        chosen = names or FIELDS
        total = sum(self.found[name] + self.labelled[name] for name in chosen)
        return 2 * sum(self.right[name] for name in chosen) / total if total else float("nan")

    def precision(self, confidence: str) -> float:
        """The share of the fields of one confidence that are right."""
        right, found = self.trusted[confidence]
        return right / found if found else float("nan")

    def share(self, confidence: str) -> float:
        """The share of the fields found that have one confidence."""
        return self.trusted[confidence][1] / max(1, sum(self.found.values()))


def score(pairs: Iterable[tuple[Case, Citation]]) -> Score:
    """The score of parsed references against their cases."""
    total = Score()
    for case, citation in pairs:
        found, confidence = found_fields(citation), citation.confidence
        wrong = wrong_fields(case, citation)
        for name in case.covers:
            total.labelled[name] += name in case.fields
            total.found[name] += name in found
            right = name in found and name not in wrong
            total.right[name] += right
            if name in found:
                level = confidence.get("issued" if name == "year" else name, "none")
                total.trusted[level][0] += right
                total.trusted[level][1] += 1
        total.whole += not wrong
        total.references += 1
    return total


def wrong_fields(case: Case, citation: Citation) -> list[str]:
    """The fields of a case that the citation gives otherwise, lacks, or has where the case has none."""
    found = found_fields(citation)
    return [name for name in case.covers if not _same(name, case.fields.get(name, ()), found.get(name, ()), case.bag)]


def _same(name: str, labelled: tuple[str, ...], found: tuple[str, ...], bag: bool) -> bool:
    if name in PEOPLE:
        if bag:
            return sorted(_name_words(" ".join(labelled))) == sorted(_name_words(" ".join(found)))
        return sorted(map(_name_key, labelled)) == sorted(map(_name_key, found))
    return sorted(_folded(name, value) for value in labelled) == sorted(_folded(name, value) for value in found)


def _name_words(name: str) -> list[str]:
    """The words of names; what joins them (و, and, ل) is none of theirs."""
    words = [word for word in fold(name).split() if word not in ("and", "و", "et", "und", "y")]
    return [re.sub(r"^و?ل?(?=\w{3})", "", re.sub(r"^لل", "ال", word)) for word in words]


def _name_key(name: str) -> tuple[str, ...]:
    return tuple(sorted(set(_name_words(name))))


def _folded(name: str, value: str) -> str:
    if name in _NUMBERS:
        return fold(printed_number(value))
    return value.rstrip("/").lower() if name == "URL" else fold(value)


def is_value(case: Case, name: str, values: Sequence[str]) -> bool | None:
    """Whether the stretches of a text that a parser gives a field are its label; None if the field is not scored."""
    scored = {"issued": "year", "part": "volume", "journal-year": "volume"}.get(name, name)
    if scored not in case.covers:
        return None
    if scored == "year":
        values = next(filter(None, map(years_printed, values)), ())
    shown = tuple(values) if scored in (*PEOPLE, "year") else tuple(values[:1])
    return _same(scored, case.fields.get(scored, ()), shown, bag=True)


def found_fields(citation: Citation) -> dict[str, tuple[str, ...]]:
    """The thirteen fields of a parsed citation, as text."""
    fields = citation.fields
    found = {name: tuple(_printed(person) for person in getattr(fields, name)) for name in PEOPLE}
    for name in (*_TEXTS, *_NUMBERS, "URL"):
        value = getattr(fields, name.replace("-", "_"))
        found[name] = ((value if isinstance(value, str) else value.any()),) if value else ()
    if not found["page"] and citation.locator and citation.locator.label == "page":
        found["page"] = (citation.locator.value,)
    found["year"] = tuple(_years(fields.issued)) if fields.issued else ()
    return {name: values for name, values in found.items() if values}


def _printed(person: Name) -> str:
    return next(iter(person.root.values())).parts


def _years(date: Date) -> list[str]:
    """The Gregorian years of a date, else its Hijri year."""
    if date.calendar == "hijri":
        return _years(date.also) if date.also else [str(date.year)]
    return [str(year) for year in (date.year, date.end_year) if year]


def years_printed(text: str) -> tuple[str, ...]:
    """The years that a printed date names: Gregorian ones (1859-60 is two), else the Hijri one."""
    shadow = fold(text)
    hijri = re.findall(r"(?<!\d)(\d{3,4})\s*(?:ه|a ?h\b|h\b|sh\b)", shadow)
    # Of two years some six centuries apart the first is Hijri: 1421/2001.
    if pair := re.search(r"(?<!\d)([1-9]\d{2,3}) (\d{4})(?!\d)", shadow):
        first, second = int(pair[1]), int(pair[2])
        hijri += [pair[1]] if first < 1500 and abs(first * 0.97 + 622 - second) < 3 else []
    years = [year for year in re.findall(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)", shadow) if year not in hijri]
    short = re.search(r"(\d{4}) (\d\d)(?!\d)$", shadow)
    if years and short and len(years) == 1 and int(short[2]) > int(years[0]) % 100 and "-" in text.replace("–", "-"):
        years.append(years[0][:2] + short[2])
    return tuple(dict.fromkeys(years or hijri))


# --- the sets of labelled references ------------------------------------------------------------------------------


def _load(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))


def _values(fields: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    kept = {name: value for name, value in fields.items() if name in FIELDS and value}
    return {name: tuple(value) if isinstance(value, list) else (str(value),) for name, value in kept.items()}


def case_of_sample(sample: Sample, name: str) -> Case:
    """A synthetic reference, or one of AnyStyle's, as a case."""
    fields: dict[str, list[str]] = defaultdict(list)
    for text, label in sample.pieces:
        fields["publisher" if label == "institution" else label].append(text)
    if "volume" not in fields and (part := fields.get("part") or fields.get("journal-year")):
        fields["volume"] = part
    # Of two dates (1927, reprinted 1986) the first is the label.
    if years := next(filter(None, map(years_printed, fields.pop("issued", []))), ()):
        fields["year"] = list(years)
    for name_ in _TEXTS:  # a field in two stretches is one field, whose first stretch is shown
        fields[name_] = fields[name_][:1]
    return Case(name, sample.family, "reference", sample.text, _values(fields), bag=True)


def real_cases() -> list[Case]:
    """The 79 real references of nine other sources; a group a source."""
    cases = []
    for item in _load(_TEST_DATA / "references" / "real.yaml")["references"]:
        text, labels = " ".join(item["raw"].split()), item["fields"]
        fields: dict[str, Any] = {}
        for ours, theirs in (("author", "authors"), ("editor", "editor"), ("translator", "translator")):
            names = [" ".join(name.values()) for name in labels.get(theirs, ())]
            # An author printed on the line above, or meant by a dash, is no field of this string.
            fields[ours] = [name for name in names if set(_name_words(name)) <= set(_name_words(text))]
        fields |= {
            "title": labels.get("title"),
            "container-title": labels.get("container_title"),
            "volume": labels.get("volume") or labels.get("part"),
            "publisher": labels.get("publisher") or labels.get("university") or labels.get("institution"),
            "publisher-place": labels.get("place"),
            "page": labels.get("pages"),
            "URL": labels.get("url"),
            "year": list(years_printed(labels["year"])) if "year" in labels else labels.get("hijri_year"),
            **{name: labels.get(name) for name in ("issue", "edition")},
        }
        kind: Kind = "note" if item["kind"] == "short-form" else "reference"
        cases.append(Case(item["id"], item["source"].split("/")[-1], kind, text, _values(fields)))
    return cases


def example_cases() -> list[Case]:
    """The 29 notes and the two lists of the example paper."""
    from refkit.formats import read
    from tests.documents import EXAMPLE

    document, truth = read(EXAMPLE), _load(_TEST_DATA / "example-truth.yaml")["fields"]
    texts = {note.id: ("notes", note.text) for note in document.notes}
    texts |= {line.id: (f"{found.language} list", line.text) for found in document.lists for line in found.references}
    cases = []
    for name, (group, text) in texts.items():
        fields: dict[str, Any] = {key: str(value) for key, value in truth[name].items()}
        if "issued" in fields:
            fields["year"] = list(years_printed(fields["issued"]))
        own: Kind = "note" if group == "notes" else "reference"
        cases.append(Case(name, group, own, text, _values(fields), bag=True))
    return cases


def anystyle_cases() -> list[Case]:
    """The fifth of AnyStyle's core set that is held out of training."""
    from training.anystyle import held_out, references

    return [case_of_sample(one, f"anystyle-{at}") for at, one in enumerate(references()) if held_out(at)]


def blind_cases(name: str) -> list[Case]:
    """`dev` or `test`: references in 32 styles, by one who had not seen the parser; nobody mends the parser on `test`."""
    return labelled_cases(_TEST_DATA / "references" / f"blind-{name}.yaml")


def paper_cases() -> list[Case]:
    """The lines of the lists of the papers in other house styles, which were written for refkit."""
    from refkit.formats import read

    cases = []
    covers = tuple(name for name in FIELDS if name != "page")
    for path in sorted((_TEST_DATA / "papers").glob("*.md")):
        truth = _load(path.with_suffix(".truth.yaml"))["references"]
        for line, labels in zip(read(path).references, truth, strict=True):
            fields = {**labels, "publisher-place": labels.get("place")}
            name = f"{path.stem}-{line.id}"
            cases.append(Case(name, path.stem, "reference", line.text, _values(fields), bag=True, covers=covers))
    return cases


def passing() -> set[str]:
    """The names of the references that come out wholly right, of all sets but `blind-test`."""
    cases = [*example_cases(), *paper_cases(), *real_cases(), *anystyle_cases(), *blind_cases("dev")]
    return {case.id for case in cases if not wrong_fields(case, parse_citation(case.text, case.kind))}


def example_links() -> dict[str, list[str]]:
    """Note of the example paper -> the lines of its lists that are its work."""
    return dict(_load(_TEST_DATA / "example-truth.yaml")["notes"])


def labelled_cases(path: Path) -> list[Case]:
    """A file of labelled references in the form of tests/data/references/*.yaml."""
    cases = []
    for item in _load(path)["references"]:
        fields = dict(item["fields"])
        if address := re.search(r"https?://(?:dx\.)?doi\.org/\S*[^\s.]", item["text"]):
            fields.setdefault("URL", address.group())  # labelled as a DOI; as printed it is a URL too
        if "year" in fields:
            fields["year"] = list(years_printed(str(fields["year"])))
        elif "hijri-year" in fields:
            fields["year"] = [re.sub(r"\D", "", str(fields["hijri-year"]))]
        cases.append(Case(item["id"], item["group"], item["kind"], item["text"], _values(fields)))
    return cases
