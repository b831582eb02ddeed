"""The bilingual library file: what is written is read back, and what is wrong is said in one line."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from refkit.errors import RefkitError
from refkit.formats.yaml import json_schema, read_library, write_library
from refkit.model import Library
from tests.strategies import libraries

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
