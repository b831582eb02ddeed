"""What the rules on notes and back-references say of whole papers, beyond their own examples."""

from __future__ import annotations

from refkit.edits import apply_edits, compatible
from tests.documents import codes, findings

WARDI = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥"
DURI = "عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤"
LIST = (
    "## المراجع\n\n1. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
    "2. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
)
HOURANI = "Albert Hourani, A History of the Arab Peoples, London: Faber, 1991"
LIST_EN = "## References\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"


def paper(*notes: str, lists: str = LIST) -> str:
    body = " ".join(f"كلام.({number})" for number in range(1, len(notes) + 1))
    return f"{body}\n\n" + "\n".join(f"({at}) {note}" for at, note in enumerate(notes, 1)) + f"\n\n{lists}"


def fixed(text: str, code: str) -> str:
    fixes = compatible([found for found in findings(text) if found.code == code])
    return apply_edits(text, [edit for _, fix in fixes for edit in fix.edits])


def messages(text: str, code: str) -> list[str]:
    return [found.message for found in findings(text) if found.code == code]


def test_masdar_for_some_works_and_marji_for_others_is_no_mixture() -> None:
    same, other = "المصدر نفسه، ص {}.", "المرجع نفسه، ص {}."
    notes = [
        f"{WARDI}، ص ٥.",
        same.format("٦"),
        same.format("٧"),
        f"{DURI}، ص ٥.",
        other.format("٨"),
        other.format("٩"),
    ]
    assert "RK205" not in codes(paper(*notes))
    assert "RK205" in codes(paper(*notes, same.format("١٠")))


def test_one_finding_says_all_places_of_a_wording_and_its_fix_corrects_them() -> None:
    text = paper(
        f"{WARDI}، ص ٥.", *["المصدر نفسه، ص ٧."] * 3, "المرجع ذاته، ص ٨.", "المصدر نفسه، ص ٨.", "المرجع ذاته، ص ٩."
    )
    assert messages(text, "RK205") == ["“المرجع ذاته” in 2 places, “المصدر نفسه” in 4"]
    assert "ذاته" not in fixed(text, "RK205")
    assert codes(fixed(text, "RK205")) == codes(text) - {"RK205"}


def test_capitals_and_the_stop_at_the_end_of_a_note_are_no_other_wording() -> None:
    notes = [f"{HOURANI}, p. 3.", "Ibid, p. 4.", "Ibid, p. 5.", "See ibid, p. 6.", "Ibid."]
    assert "RK205" not in codes(paper(*notes, lists=LIST_EN))
    mixed = paper(*notes[:3], "See ibid., p. 6.", lists=LIST_EN)
    assert "See ibid, p. 6." in fixed(mixed, "RK205")


def test_a_wording_that_says_more_stays() -> None:
    notes = [
        f"{WARDI}، ص ٥.",
        f"{DURI}، ص ٦.",
        *["علي الوردي، مصدر سابق، ص ٧.", "عبد العزيز الدوري، مصدر سابق، ص ٨."] * 2,
    ]
    assert "RK205" not in codes(paper(*notes, "علي الوردي، مقال سابق، ص ٩."))


def test_a_document_that_always_cites_in_full_repeats_nothing() -> None:
    assert "RK206" not in codes(paper(f"{WARDI}، ص ٥.", f"{DURI}، ص ٦.", f"{WARDI}، ص ٧.", f"{DURI}، ص ٨."))


def test_a_chapter_may_cite_in_full_again() -> None:
    one = f"## الفصل الأول\n\nكلام.(1) كلام.(2)\n\n(1) {WARDI}، ص ٥.\n(2) المصدر نفسه، ص ٦.\n"
    two = f"## الفصل الثاني\n\nكلام.(1) كلام.(2)\n\n(1) {WARDI}، ص ٧.\n(2) المصدر نفسه، ص ٨.\n"
    assert "RK206" not in codes(f"{one}\n{two}\n{LIST}")


def test_an_author_with_two_works_is_no_short_form() -> None:
    second = "علي الوردي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤"
    lists = LIST + "3. الوردي، علي، مهزلة العقل البشري، دار كوفان، لندن، ١٩٩٤.\n"
    text = paper(
        f"{WARDI}، ص ٥.", f"{second}، ص ٦.", "المصدر نفسه، ص ٧.", f"{DURI}، ص ٢.", f"{WARDI}، ص ٩.", lists=lists
    )
    assert messages(text, "RK206")
    assert fixed(text, "RK206") == text


def test_ibid_after_a_comment_becomes_op_cit_in_the_wording_of_the_document() -> None:
    text = paper(
        f"{WARDI}، ص ٥.",
        f"{DURI}، ص ٦.",
        "علي الوردي، مرجع سابق، ص ٧.",
        "لا يعنينا هذا الخلاف هنا.",
        "المرجع نفسه، ص ٩.",
    )
    assert "(5) علي الوردي، مرجع سابق، ص ٩." in fixed(text, "RK202")
    assert "RK202" not in codes(fixed(text, "RK202"))


def test_numbers_that_run_on_or_begin_anew_on_a_page_are_in_order() -> None:
    page = f"كلام.(1) كلام.(2)\n\n(1) {WARDI}، ص ٥.\n(2) المصدر نفسه، ص ٦.\n"
    assert "RK005" not in codes(f"{page}\n---\n\n{page}\n---\n\n{page}\n\n{LIST}")


def test_one_wrong_number_is_one_finding() -> None:
    body = "كلام.(1) كلام.(2) كلام.(8) كلام.(4) كلام.(5)\n\n"
    notes = "\n".join(f"({number}) {WARDI}، ص {number}." for number in (1, 2, 8, 4, 5))
    assert messages(f"{body}{notes}\n\n{LIST}", "RK005") == ["note (8) stands where (3) is expected"]


def test_a_note_of_a_word_file_needs_no_other_marker() -> None:
    assert "RK004" not in codes(f"كلام.^[{WARDI}، ص ٥.]\n\n{LIST}")
