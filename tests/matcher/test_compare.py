"""How the fields of a note compare with those of its line."""

from __future__ import annotations

import pytest

from refkit.matcher.places import places
from tests.documents import link_of, linked


def outcome(note: str, line: str, field: str) -> str | None:
    heading = "References" if line.isascii() else "المراجع"
    found = link_of(linked(f"Text.[^1]\n\n[^1]: {note}\n\n## {heading}\n\n- {line}\n"), "n1.1").comparison(field)
    return found.outcome if found else None


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("بيروت", "بيروت", "same"),
        ("القاهره", "القاهرة", "same-folded"),
        ("New York and London", "London; New York", "same-folded"),
        ("مصر", "القاهرة", "short-form"),
        ("Cairo", "Egypt", "short-form"),
        ("بيروت", "بيروت؛ الدار البيضاء", "short-form"),
        ("Beyrouth", "Beirut", "short-form"),
        ("بيروت", "القاهرة", "differs"),
        ("Oxford", "London", "differs"),
        ("مصر", "بيروت", "differs"),
        ("بغدداد", "بغداد", "near"),
        ("Little Snoring", "Great Snoring under Lyme", None),
        ("", "London", "missing-left"),
        ("London", "", "missing-right"),
    ],
)
def test_places(left: str, right: str, expected: str | None) -> None:
    assert places(left, right) == expected


@pytest.mark.parametrize(
    ("field", "left", "right", "expected"),
    [
        ("volume", "vol. XII, no. 3", "vol. 12, no. 3", "same-folded"),
        ("volume", "vol. 21, no. 3", "vol. 12, no. 3", "differs"),
        ("issue", "vol. 12, no. 3", "vol. 12, no. 3-4", "short-form"),
        ("issue", "vol. 12, no. 5", "vol. 12, no. 3-4", "differs"),
        ("issue", "vol. 12", "vol. 12, no. 3", "missing-left"),
    ],
)
def test_volumes_and_issues(field: str, left: str, right: str, expected: str) -> None:
    article = 'Smith, Jane, "Tribes and Towns in Iraq," Middle Eastern Studies, {}, 2001, pp. 30-55.'
    note = f'Jane Smith, "Tribes and Towns in Iraq," Middle Eastern Studies, {left}, 2001, p. 33.'
    assert outcome(note, article.format(right), field) == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("ط ٣", "الطبعة الثالثة", "same"), ("ط ٣", "ط ٤", "differs"), ("ط ٣", "طبعة منقحة", "short-form")],
)
def test_editions(left: str, right: str, expected: str) -> None:
    note = f"شوقي ضيف، العصر الجاهلي، {left}، دار المعارف، القاهرة، ١٩٨٦، ص ٥."
    line = f"ضيف، شوقي، العصر الجاهلي، {right}، دار المعارف، القاهرة، ١٩٨٦."
    assert outcome(note, line, "edition") in (expected, "missing-right" if expected == "short-form" else expected)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Int. J. Middle East Stud.", "International Journal of Middle East Studies", "short-form"),
        (
            "International Journal of Middle East Studies",
            "The International Journal of Middle East Studies",
            "short-form",
        ),
        ("Middle East Journal", "Middle Eastern Journal", "near"),
        ("Asian Survey", "Middle Eastern Affairs", "differs"),
    ],
)
def test_journals(left: str, right: str, expected: str) -> None:
    note = f'Jane Smith, "Tribes and Towns in Iraq," {left}, vol. 12, no. 3, 2001, p. 33.'
    line = f'Smith, Jane, "Tribes and Towns in Iraq," {right}, vol. 12, no. 3, 2001, pp. 30-55.'
    assert outcome(note, line, "container-title") == expected


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("٣/٥/٢٠٢٢", "٣ أيار ٢٠٢٢", "same"),
        ("٣/٥/٢٠٢٢", "٥/٣/٢٠٢٢", "same"),
        ("٣/٥/٢٠٢٢", "٨/٥/٢٠٢٢", "differs"),
    ],
)
def test_access_dates_of_one_address(left: str, right: str, expected: str) -> None:
    work = "آفاق العلاقات العراقية التركية، ٢٠٢١، تاريخ الزيارة {}، https://example.org/1742"
    assert outcome(f"علي الوردي، {work.format(left)}", f"الوردي، علي، {work.format(right)}", "accessed") == expected


def test_access_dates_of_two_addresses_are_not_compared() -> None:
    work = "آفاق العلاقات العراقية التركية، ٢٠٢١، تاريخ الزيارة ٣/٥/٢٠٢{}، https://example.org/{}"
    assert outcome(f"علي الوردي، {work.format(2, 1742)}", f"الوردي، علي، {work.format(3, 9851)}", "accessed") is None


@pytest.mark.parametrize(
    ("field", "left", "right", "expected"),
    [
        ("thesis-degree", "رسالة ماجستير", "رسالة ماجستير غير منشورة", "same"),
        ("thesis-degree", "أطروحة دكتوراه", "رسالة ماجستير", "differs"),
        ("thesis-degree", "رسالة جامعية", "رسالة ماجستير", "missing-left"),
        ("thesis-status", "رسالة ماجستير منشورة", "رسالة ماجستير غير منشورة", "differs"),
        ("thesis-status", "رسالة ماجستير", "رسالة ماجستير غير منشورة", "missing-left"),
        ("type", "رسالة ماجستير", "رسالة ماجستير", "same"),
    ],
)
def test_theses(field: str, left: str, right: str, expected: str) -> None:
    rest = "كلية التربية، جامعة القادسية، ٢٠٠٩"
    note = f"سناء جاسم الربيعي، الإعلال في معاجم القرن الرابع، {left}، {rest}، ص ٧٤."
    line = f"الربيعي، سناء جاسم، الإعلال في معاجم القرن الرابع، {right}، {rest}."
    assert outcome(note, line, field) == expected
