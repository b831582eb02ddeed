"""Markers that no note answers, and notes that no marker calls."""

from __future__ import annotations

import pytest

from tests.documents import read

WARDI = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥."
SAME = "المصدر نفسه، ص ٧."


def loose(text: str) -> list[tuple[str, int | None]]:
    """Label and line of each loose marker."""
    return [(marker.label, marker.place.line) for marker in read(text).markers if marker.note is None]


def typed(body: str, *numbers: int) -> str:
    notes = [f"({number}) {WARDI if at == 0 else SAME}" for at, number in enumerate(numbers)]
    return f"{body}\n\n" + "\n".join(notes) + "\n"


@pytest.mark.parametrize(
    ("body", "numbers", "found"),
    [
        ("أ.(1) ب.(2) ج.(3)", (1, 2, 3), []),
        ("أ.(1) ب.(2) ج.(3)", (1, 3), [("(2)", 1)]),
        ("أ.(١) ب.(٢) ج.(٣)", (1, 3), [("(٢)", 1)]),
        ("أ.(1) ب.(2) ج.(3)", (1, 2), [("(3)", 1)]),
        ("أ.(1) ب.(2) ج.(3)", (2, 3), [("(1)", 1)]),
        ("أ.(1) ب.(2) وفي المادة (3) بيانه.", (1, 2), []),
        ("أ.(1) ب.(2) سنة (1990) وما بعدها.", (1, 2), []),
        ("أ.(1) ب.(2) ج [3].", (1, 2), []),
    ],
)
def test_a_marker_of_a_typed_note_that_is_missing(body: str, numbers: tuple[int, ...], found: list[object]) -> None:
    assert loose(typed(body, *numbers)) == found


def test_each_page_has_its_own_numbers() -> None:
    pages = typed("أ.(1) ب.(2) ج.(3)", 1, 2, 3), typed("د.(1) هـ.(2) و.(3)", 1, 3), typed("ز.(1) ح.(2)", 1, 2)
    assert [label for label, _ in loose("\n---\n\n".join(pages))] == ["(2)"]


def test_a_comment_among_the_notes_is_a_note() -> None:
    text = f"أ (1). ب (2). ج (3).\n\n1- {WARDI}\n2- ليس هذا موضع بسط القول.\n3- {SAME}\n"
    document = read(text)
    assert [note.label.rstrip("-") for note in document.notes] == ["1", "2", "3"]
    assert document.markers == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A.[^1] B.[^2]\n\n[^1]: Hourani, A History, London: Faber, 1991, p. 3.\n", [("[^2]", 1)]),
        ("A.[^a] B.[^b]\n\n[^a]: Hourani, A History, London: Faber, 1991, p. 3.\n", [("[^b]", 1)]),
        ("The class `[^2]` or [^a-z] matches.\n", []),
        ("A.[^a] The class `[^a-z]` matches.\n\n[^a]: Hourani, A History, London: Faber, 1991, p. 3.\n", []),
    ],
)
def test_a_key_without_a_definition(text: str, found: list[object]) -> None:
    assert loose(text) == found


def test_a_marker_out_of_order_names_its_note() -> None:
    document = read(typed("أ.(1) ب.(3) ج.(2) د.(4)", 1, 2, 3, 4))
    (marker,) = document.markers
    (uncalled,) = [note.id for note in document.notes if not note.marker]
    assert marker.note == uncalled


def test_an_uncalled_definition_keeps_its_place_among_the_notes() -> None:
    text = "A.[^1] B.[^3]\n\n[^1]: Hourani, A History, p. 3.\n[^2]: Said, Orientalism, p. 4.\n[^3]: Ibid., p. 5.\n"
    assert [note.label for note in read(text).notes] == ["1", "2", "3"]
