"""pybtex, bibtexparser and pandoc read our export: the same entries, names, titles and years."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from bibtexparser.entrypoint import parse_string as parse_bib
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from pybtex.database import Person, parse_string  # type: ignore[import-untyped]  # pybtex has no types

from refkit.formats.bibtex import write_library
from refkit.formats.bilingual import divide
from refkit.formats.yaml import read_library as read_yaml
from refkit.model import Date, Entry, Library, Name, NameForm, Text
from refkit.settings import Export

EXAMPLE = read_yaml((Path(__file__).parents[3] / "data" / "references.yaml").read_text("utf-8"), "references.yaml")


def person(family: str, given: str | None = None, **more: str) -> Name:
    forms = {"ar": NameForm(family=family, given=given, **more)}
    return Name(forms if not family.isascii() else {"en": forms["ar"]})


def body(text: str) -> Name:
    return Name({"en" if text.isascii() else "ar": NameForm(literal=text)})


#: Names, titles and dates that programs are known to misread.
DIFFICULT = Library(
    references=(
        Entry(
            key="hamid2001",
            type="book",
            language="ar",
            author=(person("عبد الحميد", "محمد"), person("أبو زيد", "نصر حامد"), person("ابن خلدون", "عبد الرحمن")),
            title=Text({"ar": 'نقد الخطاب؛ و"النص": 50% {جديد} & أكثر', "en": "Critique of the Text & {More}"}),
            publisher=Text({"ar": "دار سينا and شركاؤه"}),
            issued=Date(year=1422, calendar="hijri", also=Date(year=2001)),
        ),
        Entry(
            key="hasan1998",
            type="thesis",
            language="ar",
            author=(person("حسن", "علي وصفي"),),
            title=Text({"ar": "أثر السياسة الخارجية"}),
            genre=Text({"ar": "رسالة ماجستير (غير منشورة)"}),
            publisher=Text({"ar": "جامعة بغداد"}),
            issued=Date(year=1998),
        ),
        Entry(
            key="salim2003",
            type="thesis",
            language="ar",
            author=(person("آل سالم", "فيصل"),),
            title=Text({"ar": "الدور التركي"}),
            genre=Text({"ar": "أطروحة دكتوراه"}),
            publisher=Text({"ar": "جامعة القاهرة"}),
            issued=Date(year=2003),
        ),
        Entry(
            key="markaz2010",
            type="report",
            language="ar",
            author=(body("مركز الإمارات للدراسات والبحوث"), body("وزارة الخارجية")),
            title=Text({"ar": "التقرير السنوي"}),
            genre=Text({"ar": "تقرير"}),
            publisher=Text({"ar": "المركز"}),
            issued=Date(year=2010),
        ),
        Entry(
            key="jabri1994",
            type="article-journal",
            language="en",
            author=(
                person("al-Jabri", "Mohammed Abed"),
                person("Gogh", "Vincent", non_dropping_particle="van"),
                person("King", "Martin", suffix="Jr."),
                person("Abdul Hussein", "Ahmed"),
                body("Smith and Sons, Ltd."),
            ),
            title=Text({"en": "The Formation of Arab Reason: IBM, NATO & the iPhone of $5 100%_#1 \\x ~ ^"}),
            container_title=Text({"en": "Journal of Arabic & Islamic Studies"}),
            volume="٤",
            page="1-20",
            issued=Date(year=1994, month=3),
            URL="https://example.org/a_b%20c~d?x=1&y=2#z",
        ),
        Entry(
            key="wiki2020",
            type="webpage",
            language="en",
            author=(body("Wikipedia contributors"),),
            title=Text({"en": "Ibn Khaldun"}),
            URL="https://ar.wikipedia.org/wiki/ابن_خلدون",
            issued=Date(year=2020, month=2, day=29),
            accessed=Date(year=2024, month=12, day=22),
        ),
    )
)
LIBRARIES = {"example": EXAMPLE, "difficult": DIFFICULT}
exports = pytest.mark.parametrize(
    ("name", "export"),
    [
        pytest.param(name, Export(profile=profile, language=language), id=f"{name}-{profile}-{language}")
        for name in LIBRARIES
        for profile in ("biblatex", "bibtex")
        for language in ("both", "ar", "en")
    ],
)
Row = tuple[list[tuple[str, str]], str, str]


def _bare(text: str) -> str:
    """Text without braces and what pandoc marks up, white space and typographic signs made plain."""
    text = re.sub(r"</?span[^>]*>|[{}]", "", text)
    for sign, plain in (("’", "'"), ("“", '"'), ("”", '"'), ("\u00a0", " "), ("–", "-")):
        text = text.replace(sign, plain)
    return " ".join(text.split())


def expected(library: Library, export: Export) -> list[Row]:
    """Names as (family with particle, given), title and year of the entries, in the language that is written."""
    rows: list[Row] = []
    for entry in library.references:
        main = divide(entry, export.language).main
        names = [
            (
                _bare(form.literal or " ".join(filter(None, (form.non_dropping_particle, form.family)))),
                _bare(form.given or ""),
            )
            for form in main.get("author", ())
        ]
        issued = entry.issued
        year = (issued.also if issued and issued.also else issued) if issued else None
        rows.append((names, _bare(main["title"]), str(year.year) if year else ""))
    return rows


def _unescaped(text: str) -> str:
    """What LaTeX prints of the signs that we escape, for programs that leave LaTeX alone."""
    for latex, sign in (
        (r"\textbackslash{}", "\\"),
        (r"\textasciitilde{}", "~"),
        (r"\textasciicircum{}", "^"),
        (r"\textbraceleft{}", ""),
        (r"\textbraceright{}", ""),
    ):
        text = text.replace(latex, sign)
    return re.sub(r"\\([&%$#_])", r"\1", text)


@exports
def test_pybtex_reads_the_same(name: str, export: Export) -> None:
    text = write_library(LIBRARIES[name], export)
    rows: list[Row] = []
    for entry in parse_string(text, "bibtex").entries.values():
        people: list[Person] = entry.persons.get("author", [])
        names = [
            (
                _bare(_unescaped(" ".join([*one.prelast_names, *one.last_names]))),
                _bare(_unescaped(" ".join([*one.first_names, *one.middle_names]))),
            )
            for one in people
        ]
        fields = entry.fields
        year = fields.get("year") or fields.get("date", "")
        rows.append((names, _bare(_unescaped(fields["title"])), year[:4]))
    assert rows == expected(LIBRARIES[name], export)


@exports
def test_bibtexparser_reads_the_same(name: str, export: Export) -> None:
    text = write_library(LIBRARIES[name], export)
    library = parse_bib(text, append_middleware=[SeparateCoAuthors(), SplitNameParts()])
    assert library.failed_blocks == []
    rows: list[Row] = []
    for entry in library.entries:
        fields = {key: field.value for key, field in entry.fields_dict.items()}
        names = [
            (_bare(_unescaped(" ".join([*one.von, *one.last]))), _bare(_unescaped(" ".join(one.first))))
            for one in fields.get("author", [])
        ]
        year = str(fields.get("year") or fields.get("date", ""))
        rows.append((names, _bare(_unescaped(fields["title"])), year[:4]))
    assert rows == expected(LIBRARIES[name], export)


def pandoc(text: str, profile: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(pypandoc.convert_text(text, "csljson", format=profile))
    return found


def _with_particle(name: dict[str, str]) -> str:
    """pandoc takes van, and al- even in braces, for a particle, which BibTeX says nothing more of."""
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    return f"{particle}{'' if particle.endswith('-') else ' '}{name['family']}"


@exports
def test_pandoc_reads_the_same(name: str, export: Export) -> None:
    library = LIBRARIES[name]
    items = pandoc(write_library(library, export), export.profile)
    rows: list[Row] = []
    for item, entry in zip(items, library.references, strict=True):
        people = item.get("author", [])
        names = [(_bare(one.get("literal") or _with_particle(one)), _bare(one.get("given", ""))) for one in people]
        title = _bare(item["title"])
        if export.language == "both" and entry.title and len(entry.title.root) > 1:
            # pandoc appends titleaddon, where the other form stands, to the title.
            addon = f" [{_bare(list(entry.title.root.values())[1])}]"
            assert title.endswith(addon)
            title = title.removesuffix(addon).removesuffix(".")
        parts = item.get("issued", {}).get("date-parts", [[""]])
        rows.append((names, title, str(parts[0][0])))
    assert rows == expected(library, export)


@pytest.mark.parametrize("profile", ["biblatex", "bibtex"])
@pytest.mark.parametrize("language", ["both", "ar", "en"])
def test_pandoc_knows_bodies_suffixes_and_theses(profile: Any, language: Any) -> None:
    text = write_library(DIFFICULT, Export(profile=profile, language=language))
    items = {item["id"]: item for item in pandoc(text, profile)}
    assert [name.get("literal") for name in items["markaz2010"]["author"]] == [
        "مركز الإمارات للدراسات والبحوث",
        "وزارة الخارجية",
    ]
    assert items["jabri1994"]["author"][4] == {"literal": "Smith and Sons, Ltd."}
    assert items["jabri1994"]["author"][2]["suffix"] == "Jr."
    assert items["jabri1994"]["URL"] == "https://example.org/a_b%20c~d?x=1&y=2#z"
    assert items["jabri1994"]["volume"] == "4"
    kinds = [items[key]["genre"] for key in ("hasan1998", "salim2003")]
    assert [items[key]["type"] for key in ("hasan1998", "salim2003")] == ["thesis", "thesis"]
    assert [("ماجستير" in kind or "Master" in kind, "دكتوراه" in kind or "Ph" in kind) for kind in kinds] == [
        (True, False),
        (False, True),
    ]


@pytest.mark.parametrize(("profile", "master"), [("biblatex", ("thesis", "mathesis")), ("bibtex", ("mastersthesis",))])
def test_an_arabic_masters_thesis_is_one(profile: Any, master: tuple[str, ...]) -> None:
    entry = parse_string(write_library(DIFFICULT, Export(profile=profile)), "bibtex").entries["hasan1998"]
    assert (entry.type, *([entry.fields["type"]] if profile == "biblatex" else [])) == master
    assert entry.fields["institution" if profile == "biblatex" else "school"] == "جامعة بغداد"
