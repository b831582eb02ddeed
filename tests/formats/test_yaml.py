"""The bilingual library file: what is written is read back, and what is wrong is said in one line."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError
from ruamel.yaml import YAML

from refkit.errors import RefkitError
from refkit.formats import yaml
from refkit.formats.yaml import json_schema, read_library
from refkit.model import Entry, Library, Text
from refkit.settings import Export
from tests.strategies import libraries, messy_text

SAMPLE = """\
references:
  - key: anbari2017
    type: article-journal
    language: ar
    author:
      - ar: {family: الأنباري, given: احمد عبد الامير}
        en: {family: al-Anbari, given: Ahmed Abdul Amir}
    title:
      ar: "التقارب الروسي - الصيني: محاولة لتعزيز مكانتهما الدولية"
      en: "Russian-Chinese rapprochement: an attempt to strengthen their international position"
    container-title: {ar: مجلة المستنصرية للدراسات العربية والدولية, en: al-Mustansiriya Journal}
    issue: "58"
    issued: 2017
    publisher: {ar: الجامعة المستنصرية, en: al-Mustansiriya University}
"""
#: Well-formed files that hold no list of references.
TOPS = (
    "- a\n",
    "hello",
    "# nothing\n",
    "references:\n",
    "references: {a: b}\n",
    "{[1]: 2}",
    "references: !!set {a, b}",
)
VALIDATOR = Draft202012Validator(json_schema())


def write_library(library: Library) -> str:
    return yaml.write_library(library, Export())


def read(text: str) -> Library:
    return read_library(text, "references.yaml")


def reasons(*lines: str) -> list[str]:
    return [failure.reason for failure in read("references:\n" + "\n".join(lines) + "\n").failures]


@settings(max_examples=120, deadline=None)
@given(libraries)
def test_what_is_written_is_read_back(library: Library) -> None:
    assert read(write_library(library)) == library


@settings(max_examples=60, deadline=None)
@given(libraries)
def test_writing_again_changes_no_byte(library: Library) -> None:
    written = write_library(library)
    assert write_library(read(written)) == written


def test_the_sample_of_the_manual_is_read_without_loss() -> None:
    library = read(SAMPLE)
    (entry,) = library.references
    assert library.failures == ()
    assert entry.title is not None
    assert entry.title.form("ar") == "التقارب الروسي - الصيني: محاولة لتعزيز مكانتهما الدولية"
    assert [form.family for form in entry.author[0].root.values()] == ["الأنباري", "al-Anbari"]
    assert (entry.issue, entry.issued and entry.issued.year) == ("58", 2017)


def test_a_written_library_is_the_sample_with_the_schema_named_in_its_first_line() -> None:
    first, _, rest = write_library(read(SAMPLE)).partition("\n")
    assert first.startswith("# yaml-language-server: $schema=")
    assert "author:\n      - ar: {family: الأنباري, given: احمد عبد الامير}" in rest
    assert "issued: 2017\n" in rest


@pytest.mark.parametrize(
    "title", [": سؤال", "? what", "- dash", "# hash", "yes", "2017", "a: b", "{x", "سطر\u0085آخر", "‏مجلة‏", " "]
)
def test_a_title_that_looks_like_yaml_is_kept_as_text(title: str) -> None:
    library = Library(references=(Entry(key="a", title=Text({"ar": title, "en": title}), page=title),))
    assert read(write_library(library)) == library


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("titel: مدخل", "entry a: titel: no such field; did you mean title?"),
        ("issued: {month: 3}", "entry a: issued: a date needs a year or a text"),
        ("issued: {year: 2017, month: 13}", "entry a: issued.month: expected at most 12, found 13"),
        ("issued: {year: MMXVII}", "entry a: issued.year: expected a whole number, found 'MMXVII'"),
        (
            "issued: {year: 1, calendar: julian}",
            "entry a: issued.calendar: expected 'gregorian' or 'hijri', found 'julian'",
        ),
        ("author: محمد عبيد", "entry a: author: expected a list, found 'محمد عبيد'"),
        ("author: [{ar: {suffix: Jr.}}]", "entry a: author.1.ar: a name needs family, given or literal"),
        ("author: [{ar: {family: علي, famly: x}}]", "entry a: author.1.ar.famly: no such field"),
        ("title: {ar: [x]}", "entry a: title.ar: expected text, found ['x']"),
        ("volume: true", "entry a: volume: expected text, found True"),
        ('"ti\\ntle": x', "entry a: ti tle: no such field; did you mean title?"),
    ],
)
def test_a_bad_field_is_named_in_one_line(line: str, reason: str) -> None:
    assert reasons("  - key: a", f"    {line}") == [reason]


def test_a_bad_entry_costs_no_other_entry_and_is_found_again() -> None:
    library = read("references:\n- key: a\n- key: b\n  titel: x\n- {key: c, volume: []}\n- key: d\n")
    assert [entry.key for entry in library.references] == ["a", "d"]
    assert [(failure.place.line, failure.text) for failure in library.failures] == [
        (3, "- key: b"),
        (5, "- {key: c, volume: []}"),
    ]


def test_a_key_used_twice_is_reported_at_its_second_place() -> None:
    library = read("references:\n- key: ali2020\n- key: ali2020\n- key: Ali2020\n")
    assert [(failure.place.line, failure.reason) for failure in library.failures] == [
        (3, "entry ali2020: key: used twice (as 'ali2020' before)"),
        (4, "entry Ali2020: key: used twice (as 'ali2020' before)"),
    ]


@pytest.mark.parametrize("key", ["a b", "''", '"a\\nb"'])
def test_a_key_is_one_word(key: str) -> None:
    (reason,) = reasons(f"  - key: {key}")
    assert "key: expected one word without spaces" in reason


@pytest.mark.parametrize("record", ["hello", "3", "null", "[a]"])
def test_an_entry_that_is_no_mapping_is_named_by_its_position(record: str) -> None:
    (reason,) = reasons("  - key: a", f"  - {record}")
    assert reason.startswith("entry 2: ")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("references:\n\t- key: a\n", "references.yaml:2: not YAML: "),
        ("references: [a", "references.yaml:1: not YAML: "),
        (
            "references:\n- key: a\n  type: book\n  type: thesis\n",
            'references.yaml:4: not YAML: found duplicate key "type"',
        ),
        ("references: [{key: a, issued: 2024-13-45}]", "references.yaml: not YAML: month must be"),
        ("references: [!!python/object:os.system x]", "references.yaml:1: not YAML: "),
        ("references: []\n---\nreferences: []\n", "references.yaml:2: not YAML: "),
        ("references: [\x01]", "references.yaml: not YAML: "),
        ("&a [*a]", "references.yaml: not YAML: "),
        ("!!bool x", "references.yaml: not YAML: "),
        ("!!int ''", "references.yaml: not YAML: "),
        ('"\\UFFFFFFFF"', "references.yaml: not YAML: "),
        (f"references: [{{key: 0x{'f' * 5000}}}]", "references.yaml: not YAML: "),
        *((top, "references.yaml: a library has a list under the key “references”") for top in TOPS),
    ],
)
def test_what_is_no_library_is_refused_in_one_line(text: str, message: str) -> None:
    with pytest.raises(RefkitError) as caught:
        read(text)
    assert str(caught.value).startswith(message)
    assert len(str(caught.value).splitlines()) == 1


def test_aliases_cannot_blow_a_small_file_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refkit.formats.yaml._MOST_VALUES", 10_000)
    levels = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
    with pytest.raises(RefkitError, match="more than 10000 values"):
        read(f"a0: &a0 [x]\n{levels}references: *a8\n")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused(opening: str) -> None:
    with pytest.raises(RefkitError, match="not YAML"):
        read(opening * 3000)


@settings(max_examples=100, deadline=None)
@given(messy_text, st.integers(min_value=0, max_value=len(SAMPLE)), st.integers(min_value=0, max_value=40))
def test_a_damaged_file_gives_a_library_or_one_line(damage: str, start: int, length: int) -> None:
    try:
        said = [failure.reason for failure in read(SAMPLE[:start] + damage + SAMPLE[start + length :]).failures]
    except RefkitError as error:
        said = [str(error)]
    assert [message for message in said if len(message.splitlines()) != 1] == []


def test_what_utf8_cannot_hold_does_not_get_into_an_entry() -> None:
    (entry,) = read('references: [{key: a, title: "\\ud800"}]').references
    assert entry.title == Text({"und": "\ufffd"})


def accepts(record: dict[str, Any]) -> bool:
    return VALIDATOR.is_valid({"references": [record]})


@pytest.mark.parametrize(
    "record",
    [
        {"key": "a", "title": "مدخل"},
        {"key": "a", "title": 1984},
        {"key": "a", "issued": 2017},
        {"key": "a", "issued": "2024-12-22"},
        {"key": "a", "issued": {"year": 1399, "calendar": "hijri", "also": {"year": 1979}}},
        {"key": "a", "volume": 3, "issue": "58"},
        {"key": "a", "author": ["وزارة الخارجية", {"family": "علي"}, {"ar": {"family": "علي"}}]},
    ],
)
def test_the_schema_takes_every_short_form_that_reading_takes(record: dict[str, Any]) -> None:
    assert accepts(record)
    assert Entry.model_validate(record).key == "a"


@pytest.mark.parametrize(
    "record",
    [
        {"key": "a", "titel": "x"},
        {"title": "x"},
        {"key": "a b"},
        {"key": "a", "author": [{"ar": {"famly": "x"}}]},
        {"key": "a", "issued": {"year": 2017, "month": 13}},
        {"key": "a", "title": ["x"]},
    ],
)
def test_the_schema_refuses_what_reading_refuses(record: dict[str, Any]) -> None:
    assert not accepts(record)
    with pytest.raises(ValidationError):
        Entry.model_validate(record)


@settings(max_examples=50, deadline=None)
@given(libraries)
def test_the_schema_takes_what_is_written(library: Library) -> None:
    written = YAML(typ="safe", pure=True).load(write_library(library))
    assert [problem.message for problem in VALIDATOR.iter_errors(written)] == []


def test_the_schema_is_valid_and_takes_the_sample() -> None:
    Draft202012Validator.check_schema(json_schema())
    assert accepts(YAML(typ="safe", pure=True).load(SAMPLE)["references"][0])


def test_every_reference_of_the_schema_leads_somewhere() -> None:
    schema = json_schema()
    named = re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema))
    assert {*named} <= {*schema["$defs"]}
    assert {*schema["properties"]} == {"references"}
