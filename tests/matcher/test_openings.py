"""Chapters within one file, further authors in a reference back, and rules that go by what a list usually has."""

from __future__ import annotations

from tests.documents import codes, findings

BOOKS = (
    "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
    "3. جواد، سعد ناجي، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠.\n"
)
WARDI = "علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥."
DURI = "عبد العزيز الدوري، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤، ص ٢٠."
JAWAD = "سعد ناجي جواد، العراق والمسألة الكردية، دار اللام، لندن، ١٩٩٠، ص ٥."


def chapter(heading: str, *notes: str) -> str:
    """A chapter whose notes are numbered from 1 and stand at its end."""
    markers = " ".join(f"كلام في الفصل({number})." for number in range(1, len(notes) + 1))
    rows = "\n".join(f"({number}) {note}" for number, note in enumerate(notes, 1))
    return f"{heading}\n\n{markers}\n\n{rows}\n\n"


def test_ibid_does_not_look_back_into_the_chapter_before() -> None:
    ibid = "المصدر نفسه، ص ٧."
    text = (
        chapter("## الفصل الأول", WARDI, ibid)
        + chapter("## الفصل الثاني", ibid, DURI)
        + chapter("## الفصل الثالث", JAWAD)
    )
    found = [finding for finding in findings(text + BOOKS) if finding.code == "RK201"]
    assert [finding.notes for finding in found] == [("n3",)]
    assert "in its chapter" in found[0].message


def test_ibid_looks_back_over_the_end_of_a_page() -> None:
    ibid = "المصدر نفسه، ص ٧."
    text = chapter("", WARDI) + chapter("", ibid, DURI) + chapter("", JAWAD)
    assert "RK201" not in codes(text + BOOKS)


def test_op_cit_may_name_all_authors_of_a_work() -> None:
    text = (
        "A.[^1] B.[^2] C.[^3]\n\n"
        "[^1]: Ann Reed, Paul Upshaw and Mary Moss, *The Village Schools of Provence* (London: Faber, 1991), 3.\n"
        "[^2]: Albert Hourani, *A History of the Arab Peoples* (London: Faber, 1991), 5.\n"
        "[^3]: Reed, Upshaw and Moss, op. cit., 52.\n\n## References\n\n"
        "Hourani, Albert. *A History of the Arab Peoples*. London: Faber, 1991.\n\n"
        "Reed, Ann, Paul Upshaw, and Mary Moss. *The Village Schools of Provence*. London: Faber, 1991.\n"
    )
    assert not codes(text) & {"RK203", "RK204", "RK208"}


def test_a_doi_needs_no_day_of_reading() -> None:
    text = (
        "As said (Reed, 2018), and (Moss, 2019), and (Shaw, 2020).\n\n## References\n\n"
        "Moss, M. (2019). *Peat bogs*. Field Notes. Retrieved May 3, 2021, from https://www.fieldnotes.net/peat/1072\n\n"
        "Reed, A. (2018). Village schools. *Papers in Economy*, *3*(1), 4–9. https://doi.org/10.1234/ab.2018.1\n\n"
        "Shaw, P. (2020). *Tea rooms*. Field Notes. {}https://www.fieldnotes.net/tea/1073\n"
    )
    assert "RK702" not in codes(text.format("Retrieved May 4, 2021, from "))
    assert [finding.references for finding in findings(text.format("")) if finding.code == "RK702"] == [("r3",)]


def test_issues_of_hijri_years_are_in_order_too() -> None:
    text = (
        "نص.(1)\n\n(1) سعد ناجي جواد، «المسألة الكردية»، مجلة العلوم، العدد ٥٨، ١٤١٩هـ، ص ٥.\n\n## المراجع\n\n"
        "1. جاسم، حيدر، «السياسة الخارجية»، مجلة العلوم، العدد ٦١، {}هـ، ص ٣-٩.\n"
        "2. جواد، سعد ناجي، «المسألة الكردية»، مجلة العلوم، العدد ٥٨، ١٤١٩هـ، ص ٤-٨.\n"
    )
    assert "RK407" in codes(text.format("١٤١٦"))
    assert "RK407" not in codes(text.format("١٤٢٠"))


def test_a_name_is_known_by_having_no_word_of_a_title() -> None:
    lines = [f"- {name}, A History of {place}, London: Verso, 2000.\n" for name, place in
             (("Hourani, Albert", "Beirut"), ("Tripp, Charles", "Iraq"), ("Said, Edward", "Egypt"))]  # fmt: skip
    text = "Text.[^1]\n\n[^1]: Edward Said, *A History of Egypt*, London: Verso, 2000, p. 2.\n\n## Bibliography\n\n"
    turned = "- Bertram Gilchrist, A History of Yemen, London: Verso, 2001.\n"
    body = "- Open Data Watchers, A History of Yemen, London: Verso, 2001.\n"
    assert "RK505" in codes(text + "".join(lines) + turned)
    assert "RK505" not in codes(text + "".join(lines) + body)


def test_a_line_that_was_not_understood_keeps_its_number() -> None:
    text = "نص.(1)\n\n(1) " + WARDI + "\n\n" + BOOKS.replace("3. جواد", "{} كذا\n4. جواد")
    assert "RK506" not in codes(text.format("3."))
    assert "RK506" in codes(text.replace("{} كذا\n", ""))


def test_two_names_of_the_same_consonants_are_two_names() -> None:
    text = (
        "Text.[^1]\n\n[^1]: Haidar al-Khudayri, *The Rise of Islam*, London: Faber, 1991, p. 3.\n\n## References\n\n"
        "- al-Khudayri, {}, The Rise of Islam, London: Faber, 1991.\n"
    )
    assert "RK406" not in codes(text.format("Haidar"))
