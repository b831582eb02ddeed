"""Linking: which work a citation denotes, why, and when refkit says that it does not know."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.matcher.assignment import assign
from refkit.model import Linked
from tests.documents import link_of, linked

LIST = (
    "\n## المراجع\n\n"
    "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الوردي، علي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤.\n"
    "3. الأنباري، أحمد عبد الأمير، التقارب الروسي – الصيني: محاولة لتعزيز مكانتهما، مجلة المستنصرية، العدد ٥٨، ٢٠١٧.\n"
    "4. Said, Edward. Orientalism. New York: Pantheon, 1978.\n"
)


def paper(*notes: str) -> Linked:
    """A paper with these notes, the first one marked (1), and the list above."""
    markers = " ".join(f"كلمة({number})" for number in range(1, len(notes) + 1))
    lines = "\n".join(f"({number}) {note}" for number, note in enumerate(notes, 1))
    return linked(f"{markers}\n\n{lines}\n{LIST}")


def lines_of(found: Linked, note: int) -> tuple[str, ...]:
    """The lines of the list that are the work of a note's first citation."""
    key = link_of(found, f"n{note}.1").work
    return next((work.references for work in found.works if work.key == key), ())


@pytest.mark.parametrize(
    ("note", "line"),
    [
        ("علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.", "r1"),
        ("على الوردى، وعّاظ السلاطين، لندن، 1995، ص 5.", "r1"),
        ("علي الوردي، مهزلة العقل البشري، ص ٥.", "r2"),
        ("احمد عبدالامير الانباري ، التقارب الروسي - الصيني ،مجلة المستنصرية، العدد ٥٨، (بغداد، ٢٠١٧)، ص ٥٦", "r3"),
        ("Edward Said, Orientalism (New York: Pantheon, 1978), 12.", "r4"),
        ("E. Said, Orientalism, p. 12.", "r4"),
    ],
)
def test_a_citation_denotes_its_line_whatever_its_spelling(note: str, line: str) -> None:
    found = paper(note)
    assert lines_of(found, 1) == (line,)
    assert link_of(found, "n1.1").because


def test_another_work_of_the_same_author_is_a_work_of_its_own() -> None:
    found = paper("علي الوردي، لمحات اجتماعية من تاريخ العراق الحديث، مطبعة الإرشاد، بغداد، ١٩٦٩، ص ٥.")
    assert lines_of(found, 1) == ()
    assert link_of(found, "n1.1").work is not None


def test_a_work_in_no_list_is_one_work_however_often_it_is_cited() -> None:
    note = "عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠."
    found = paper(note, "علي الوردي، وعاظ السلاطين، ١٩٩٥، ص ٥.", note.replace("٢٠.", "٢٢."))
    assert link_of(found, "n1.1").work == link_of(found, "n3.1").work


def test_a_note_and_a_line_in_two_languages_are_one_work() -> None:
    found = linked(
        "نص.(1)\n\n(1) نورهان ابو الفتوح، روسيا والصين ودبلوماسية القمم، مجلة السياسة الدولية، ٢٠٢٤، ص ٣.\n\n"
        "## References\n\n1. Nurhan Abu al-Futuh, Russia, China and the diplomacy of summits, Journal of international politics, 2024.\n"
        "2. Mohamed Osman, The future of the European Union, Journal of international politics, 2024.\n"
    )
    assert lines_of(found, 1) == ("r1",)
    entry = found.works[0].entry
    assert entry.title
    assert set(entry.title.root) == {"ar", "en"}


def test_the_keys_of_works_are_ascii_and_unique_ignoring_case() -> None:
    found = paper("علي الوردي، لمحات، مطبعة الإرشاد، بغداد، ١٩٩٥، ص ٥.")
    keys = [work.key for work in found.works]
    assert all(key.isascii() and key.isalnum() for key in keys)
    assert len({key.casefold() for key in keys}) == len(keys) == 5


FULL = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥."
SECOND = "علي الوردي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤، ص ٢٠."
SAID = "Edward Said, Orientalism (New York: Pantheon, 1978), 12."


@pytest.mark.parametrize(
    ("notes", "line", "refers_to"),
    [
        ((FULL, "المصدر نفسه، ص ٧."), "r1", "n1"),
        ((FULL, "المصدر نفسه، ص ٧.", "المصدر نفسه."), "r1", "n2"),
        ((FULL, "المرجع السابق، ص ٧."), "r1", "n1"),
        ((FULL, SAID, "علي الوردي، المرجع السابق، ص ٧."), "r1", "n1"),
        ((FULL, SAID, "الوردي، مصدر سبق ذكره، ص ٧."), "r1", "n1"),
        ((FULL, SECOND, "علي الوردي، وعاظ السلاطين، مصدر سابق، ص ٧."), "r1", "n1"),
        ((SAID, FULL, "Said, op. cit., p. 3."), "r4", "n1"),
        ((FULL, SAID, "الوردي، م. س، ص ٣."), "r1", "n1"),
        ((SAID, FULL, "Said, 14."), "r4", "n1"),
        ((SAID, FULL, "E. Said, op. cit., p. 3."), "r4", "n1"),
    ],
)
def test_a_back_reference_denotes_its_antecedent(notes: tuple[str, ...], line: str, refers_to: str) -> None:
    found = paper(*notes)
    last = link_of(found, f"n{len(notes)}.1")
    assert lines_of(found, len(notes)) == (line,)
    assert last.refers_to == refers_to
    assert last.trouble is None


@pytest.mark.parametrize(
    ("notes", "trouble", "guessed"),
    [
        (("المصدر نفسه، ص ٧.",), "no-antecedent", False),
        (("حسن حنفي، مصدر سبق ذكره، ص ٧.",), "no-antecedent", False),
        ((SAID, "الوردي، أحمد عبد الأمير الأنباري، مصدر سبق ذكره، ص ٧."), "no-antecedent", False),
        ((FULL, SECOND, "علي الوردي، مصدر سبق ذكره، ص ٧."), "ambiguous", False),
        ((FULL, SECOND, "علي الوردي، ص ٩."), "ambiguous", False),
        ((FULL, SAID, "علي الوردي، المصدر نفسه، ص ٧."), "after-other", True),
        ((f"{FULL[:-1]}؛ {SAID}", "Ibid., 13."), "after-other", True),
        ((FULL, "حسن حنفي، المصدر نفسه، ص ٧."), "other-author", True),
        ((FULL, SAID, "حسن الوردي، مصدر سبق ذكره، ص ٧."), "other-author", True),
        ((FULL, SAID, "حسن حنفي، وعاظ السلاطين، مصدر سبق ذكره، ص ٧."), "other-author", True),
    ],
)
def test_a_doubtful_back_reference_is_said_to_be_so(notes: tuple[str, ...], trouble: str, guessed: bool) -> None:
    last = link_of(paper(*notes), f"n{len(notes)}.1")
    assert last.trouble == trouble
    assert (last.work is not None) is guessed


def test_lists_of_other_works_in_another_language_are_no_twins() -> None:
    assert paper(FULL).twins == ()


def twins_of_a_body(arabic: str, latin: str) -> Linked:
    """Twin lists whose last lines, r3 and r6, are these."""
    return linked(
        "نص.\n\n## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "2. جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n"
        f"3. وزارة الزراعة، {arabic}.\n\n## References\n\n"
        "1. Al-Wardi, Ali, The Sultans' Preachers, Dar Kufan, London, 1995.\n"
        "2. Jawad, Saad Naji, Iraq and the Kurdish Question, Dar al-Lam, London, 1990.\n"
        f"3. Ministry of Agriculture, {latin}.\n"
    )


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        (
            "المراسلات الدبلوماسية وأثرها في مجتمع أسيوط، صفاقس، 1967",
            "Diplomatic Correspondence and Their Mark on Asyut, Sfax, 1977",
        ),
        ("تاريخ القطن في مصر، القاهرة، 1967", "The History of Cotton in Egypt, Cairo, 1976"),
    ],
)
def test_the_two_lines_of_a_work_by_a_body_are_one_although_their_years_differ(arabic: str, latin: str) -> None:
    found = twins_of_a_body(arabic, latin)
    assert ("r3", "r6") in [work.references for work in found.works]
    comparison = link_of(found, "r6").comparison("issued")
    assert comparison
    assert comparison.outcome == "differs"


@pytest.mark.parametrize("year", [1968, 1976])
def test_two_works_of_one_body_are_no_pair(year: int) -> None:
    found = twins_of_a_body("تاريخ القطن في مصر، القاهرة، 1967", f"Forests and Water in the Sudan, Cairo, {year}")
    assert {("r3",), ("r6",)} <= {work.references for work in found.works}


def test_the_same_line_in_other_words_links_when_the_parse_is_poor() -> None:
    found = linked(
        "نص.(1)\n\n(1) دراسة في القطبية الجديدة - فاضل عبد الحسين - جامعة بغداد ٢٠٢١ ص ١٧٠\n\n"
        "## المراجع\n\n1. عبد الحسين، فاضل. دراسة في القطبية الجديدة. جامعة بغداد، ٢٠٢١.\n2. الوردي، علي، وعاظ السلاطين، لندن، ١٩٩٥.\n"
    )
    assert lines_of(found, 1) == ("r1",)


SCORES = st.dictionaries(st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz")), st.floats(0.05, 1), max_size=12)


@given(SCORES)
@settings(max_examples=200, deadline=None)
def test_the_assignment_is_the_best_there_is(scores: dict[tuple[str, str], float]) -> None:
    chosen = assign(scores)
    assert len({left for left, _ in chosen}) == len({right for _, right in chosen}) == len(chosen)
    best = max(
        sum(scores[pair] for pair in pairs)
        for size in range(min(5, len(scores)) + 1)
        for pairs in itertools.combinations(scores, size)
        if len({left for left, _ in pairs}) == len({right for _, right in pairs}) == size
    )
    assert sum(scores[pair] for pair in chosen) == pytest.approx(best)


def test_a_citation_that_fits_two_works_alike_names_both() -> None:
    editions = (
        "\n## References\n\n- Said, Edward. Orientalism. New York: Pantheon, 1978.\n"
        "- Said, Edward. Orientalism. New York: Vintage, 1979.\n- Hourani, Albert. A History. London: Faber, 1991.\n"
    )
    found = linked(
        f"Text.[^1] More.[^2]\n\n[^1]: Edward Said, Orientalism, New York, p. 12.\n[^2]: Albert Hourani, A History, London: Faber, 1991, p. 3.\n{editions}"
    )
    assert [len(link_of(found, f"n{number}.1").candidates) for number in (1, 2)] == [2, 0]
