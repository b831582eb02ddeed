"""What changes nothing for a reader changes no field: spelling, digits, commas, spaces, quotation marks, name order."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest

from benchmarks.scoring import Case, example_cases, found_fields, real_cases
from refkit.parser import parse_citation
from refkit.text import fold

ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ASCII = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
BARE_ALIF = str.maketrans("أإآ", "ااا")
QUOTED = re.compile(r'(?<!\w)["“«]([^"“”«»]*)["”»]')


@cache
def cases() -> tuple[Case, ...]:
    return (*example_cases(), *real_cases())


def without_addresses(change: Callable[[str], str]) -> Callable[[str], str]:
    """A change of everything but URLs and DOIs."""
    return lambda text: "".join(
        part if at % 2 else change(part) for at, part in enumerate(re.split(r"(\S*(?:://|www\.|10\.\d{4})\S*)", text))
    )


CHANGES = {
    "digits to Arabic": without_addresses(lambda text: text.translate(ARABIC_INDIC)),
    "digits to ASCII": without_addresses(lambda text: text.translate(ASCII)),
    "hamza left out": lambda text: text.translate(BARE_ALIF),
    "dotless ya": lambda text: re.sub(r"ي\b", "ى", text),
    "comma": without_addresses(lambda text: text.replace("،", ",")),
    "no space behind the comma": lambda text: re.sub(r"،\s+", "،", text),
    "a mark of direction behind the comma": lambda text: text.replace("،", "،\u200f"),
    "harakat": lambda text: text.replace("ال", "الْ"),
    "Persian letters": lambda text: text.replace("ي", "ی").replace("ك", "ک"),
    "space before the comma": without_addresses(lambda text: re.sub(r"\s*،\s*", " ، ", text)),
    "double spaces": lambda text: text.replace(" ", "  "),
    "curly quotation marks": lambda text: QUOTED.sub("“\\1”", text),
    "straight quotation marks": lambda text: QUOTED.sub('"\\1"', text),
    "guillemets": lambda text: QUOTED.sub("«\\1»", text),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_of_spelling_changes_no_field(change: Callable[[str], str]) -> None:
    wrong = []
    assert any(change(case.text) != case.text for case in cases())
    for case in cases():
        before, after = (
            {name: [fold(value) for value in values] for name, values in found_fields(citation).items()}
            for citation in (parse_citation(case.text, case.kind), parse_citation(change(case.text), case.kind))
        )
        if before != after:
            wrong.append((case.id, before, after))
    assert not wrong


@pytest.mark.parametrize(
    ("given", "family"),
    [("احمد عبد الامير", "الأنباري"), ("طه", "حسين"), ("محمد عابد", "الجابري"), ("عبد الرحمن", "بدوي")],
)
@pytest.mark.parametrize(
    "rest",
    [
        "الزمان الوجودي، دار الثقافة، بيروت، ١٩٧٣.",
        "الصين وآسيا الوسطى، مجلة العلوم السياسية، العدد ٦٨، جامعة بغداد، ٢٠٢٤.",
        "العلاقات الدولية، رسالة ماجستير، كلية العلوم السياسية، جامعة النهرين، ٢٠١٤.",
    ],
)
def test_a_name_turned_family_first_changes_only_its_order(given: str, family: str, rest: str) -> None:
    direct = parse_citation(f"{given} {family}، {rest}", "note").csl()
    turned = parse_citation(f"{family}، {given}، {rest}").csl()
    assert direct == turned
    assert direct["author"] == [{"family": family, "given": given}]
