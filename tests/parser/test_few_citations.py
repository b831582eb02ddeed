"""Citations where there are few of them, where the list lacks them, and in notes: what tells them from prose."""

from __future__ import annotations

import pytest

from refkit.model import Linked
from tests.documents import findings, link_of, linked

NUMBERED = """

## References

1. Knuth, Donald. Sorting and Searching. Reading: Addison-Wesley, 1973.
2. Hoare, Tony. Communicating Processes. London: Prentice Hall, 1985.
3. Sedgewick, Robert. Algorithms. Boston: Addison-Wesley, 2011.
"""
ARABIC_NUMBERED = """

## المراجع

1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.
2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.
3. حسين، طه، في الشعر الجاهلي، دار الكتب، القاهرة، ١٩٢٦.
"""
ENGLISH = """

## References

Lee, Ann (2020). Some title here. Journal of Towns, 3(2), 4-9.

Lee, Ann (forthcoming). Another title. London: Faber.

Smith, John (2018). The first book. London: Faber.

World Health Organization (2020). World report. Geneva: WHO.
"""
ARABIC = """

## المراجع

الجابري، محمد عابد (2009). تكوين العقل العربي. بيروت: مركز دراسات الوحدة العربية.

الجابري، محمد عابد (د.ت). نحن والتراث. بيروت: دار الطليعة.

حسين، طه (1995). في الشعر الجاهلي. القاهرة: دار الكتب المصرية.
"""


def cited(found: Linked, kind: str = "in-text") -> list[str]:
    """The citations of a kind, each as printed, behind an arrow the first word of the title of its work, or `-`."""
    works = {work.key: work for work in found.works}
    rows = []
    for note in found.document.notes:
        for index, citation in enumerate(note.citations, 1):
            work = works.get(link_of(found, f"{note.id}.{index}").work or "") if note.kind == kind else None
            title = work.entry.title.any().split()[0] if work and work.references and work.entry.title else "-"
            rows += [f"{citation.text} > {title}"] if note.kind == kind else []
    return rows


def unlisted(text: str) -> list[str]:
    return [each.message for each in findings(text) if each.code == "RK101"]


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "numbers", "missing"),
    [
        (f"Old [1]. Newer [2]. Both [3, 5].{NUMBERED}", ["1", "2", "3", "5"], ["5"]),
        (f"قديم [1]. وأحدث [2]. وكلاهما [3، 5].{ARABIC_NUMBERED}", ["1", "2", "3", "5"], ["5"]),
        (f"One [1], two [2], three [3], four [4], five [5].{NUMBERED}", ["1", "2", "3", "4", "5"], ["4", "5"]),
        (f"All of it is old [1, 2].{NUMBERED}", ["1", "2"], []),
        (f"Some [3]; others [1, 2]; a third [9].{NUMBERED}", ["3", "1", "2", "9"], ["9"]),
        (f"One (1). Two (2,3). More (4).{NUMBERED}", ["1", "2", "3", "4"], ["4"]),
        (f"Old [1], as the rule [2018] of Section [3] has it [2].{NUMBERED}", ["1", "2"], []),
    ],
)
def test_numbers_count_though_the_list_lacks_some(text: str, numbers: list[str], missing: list[str]) -> None:
    assert [row.split(" > ")[0] for row in cited(linked(text))] == numbers
    assert unlisted(text) == [f"cited, but in no list: “number {number}”" for number in missing]


def test_a_number_of_no_line_is_found_at_its_place() -> None:
    (finding,) = [
        each for each in findings(f"# T\n\nOld [1]. Newer [2]. Both [3, 5].{NUMBERED}") if each.code == "RK101"
    ]
    assert (finding.line, finding.column) == (3, 30)


@pytest.mark.parametrize("label", ["[{}]", "{}-", "{}."])
def test_numbers_that_call_typed_notes_are_no_citations(label: str) -> None:
    texts = ("John Smith, The first book, London: Faber, 2018, p. 3.", "Ibid., p. 5.", "Ibid.")
    notes = "\n".join(f"{label.format(number)} {text}" for number, text in enumerate(texts, 1))
    found = linked(f"One.[1] Two.[2] Three.[3]\n\n{notes}\n{NUMBERED}")
    assert len(found.document.notes) == 3
    assert cited(found) == []


# --- author and year -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("(Brown, 2011, p. 3) and (Haddad & Mansour, 2016; Khoury et al., 2012).",
         ["Brown, 2011, p. 3 > -", "Haddad & Mansour, 2016 > -", "Khoury et al., 2012 > -"]),
        ("So (Brown, 2011, p. 3), but Smith (2018).", ["Brown, 2011, p. 3 > -", "Smith (2018) > The"]),
        ("So (Smith, [1950] 2018) and (Smith 1950/2018).", ["Smith, [1950] 2018 > The", "Smith 1950/2018 > The"]),
        ("So (Lee, forthcoming) and Lee (in press).", ["Lee, forthcoming > Another", "Lee (in press) > Another"]),
        ("So (Smith, 2018: 4) and (ibid., p. 5).", ["Smith, 2018: 4 > The", "ibid., p. 5 > The"]),
        ("In Smith's (2018) and Smith’s (2018) view.", ["Smith's (2018) > The", "Smith’s (2018) > The"]),
        ("So (Brown, 1999, as cited in Lee, 2020).", ["Lee, 2020 > Some"]),
        ("So Brown (1999, as cited in Lee, 2020, p. 4).", ["Lee, 2020, p. 4 > Some"]),
        ("So Smith (2018; see also Lee, 2020).", ["Smith (2018 > The", "Lee, 2020 > Some"]),
        ("So (World Health Organization [WHO], 2020) and (WHO, 2020) and (WHO, 2021).",
         ["World Health Organization [WHO], 2020 > World", "WHO, 2020 > World", "WHO, 2021 > -"]),
        ("So (ICJ Reports (1986, p. 14)), ICJ Reports (1986, p. 14), (Law Reports, 1990, p. 3), (Smith, 2018).",
         ["Smith, 2018 > The"]),
        ("So (Smith, personal communication, 2018) and (Smith, 2018).", ["Smith, 2018 > The"]),
    ],
)  # fmt: skip
def test_an_english_citation(text: str, rows: list[str]) -> None:
    assert cited(linked(text + ENGLISH)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("يرى الجابري (2009، ص 45) ذلك، والجابري (2009) يعيده (المصدر نفسه، ص 5).",
         ["الجابري (2009، ص 45) > تكوين", "والجابري (2009) > تكوين", "المصدر نفسه، ص 5 > تكوين"]),
        ("قيل (ينظر: الجابري، 2009، ص45) وقيل (الجابري، د.ت).", ["الجابري، 2009، ص45 > تكوين", "الجابري، د.ت > نحن"]),
        ("قيل (حسين، [1926] 1995) وقيل (حسين 1926/1995).", ["حسين، [1926] 1995 > في", "حسين 1926/1995 > في"]),
        ("قيل (كانط، 1781، نقلا عن: الجابري، 2009، ص 9).", ["الجابري، 2009، ص 9 > تكوين"]),
        ("قيل (حسين، 1995) ولا يقبله العاني (2017، ص 12).", ["حسين، 1995 > في", "العاني (2017، ص 12) > -"]),
        ("نشر في الجريدة الرسمية (1986، ص 14) والوقائع العراقية (1970، ص 3)، وقيل (حسين، 1995).", ["حسين، 1995 > في"]),
        ("قيل (منظمة الصحة [المنظمة]، 2020) ثم (المنظمة، 2020، ص 4) و(حسين، 1995).",
         ["منظمة الصحة [المنظمة]، 2020 > -", "المنظمة، 2020، ص 4 > -", "حسين، 1995 > في"]),
    ],
)  # fmt: skip
def test_an_arabic_citation(text: str, rows: list[str]) -> None:
    assert cited(linked(text + ARABIC)) == rows


def test_a_body_by_its_short_form_is_one_work() -> None:
    text = f"So (Land Registry Office [LRO], 2019) and (LRO, 2019, p. 4), (Smith, 2018).{ENGLISH}"
    assert unlisted(text) == ["cited, but in no list: “Land Registry Office [LRO], 2019”"]


def test_years_in_the_text_count_beside_notes_that_cite_in_full() -> None:
    text = (
        "So it was (Lee, 2020, p. 5),[^1] and so (Brown, 2011, p. 3).[^2]\n\n"
        "[^1]: John Smith, *The first book*, London: Faber, 2018, p. 3.\n[^2]: Ibid., p. 5.\n"
    )
    assert cited(linked(text + ENGLISH)) == ["Lee, 2020, p. 5 > Some", "Brown, 2011, p. 3 > -"]


# --- notes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("note", "rows"),
    [
        ("See Smith (2018, p. 12) and (Jones, 2019).", ["Smith (2018, p. 12) > The", "Jones, 2019 > -"]),
        ("Smith 2018, 45; Lee 2020.", ["Smith 2018, 45 > The", "Lee 2020 > Some"]),
        ("John Smith, *The first book* (London: Faber, 2018), p. 3; see also Lee (2020, p. 5).",
         ["John Smith, The first book (London: Faber, 2018), p. 3 > The", "Lee (2020, p. 5) > Some"]),
        ("John Smith, *The first book*, London: Faber, 2018, p. 3.\n\n    See Smith (2018, p. 12) and (Jones, 2019).",
         ["John Smith, The first book, London: Faber, 2018, p. 3. > The", "Smith (2018, p. 12) > The", "Jones, 2019 > -"]),
        ("John Smith, *The first book*, London: Faber, 2018, p. 3.\n\n    Nobody has asked him since.\n\n    Ibid., p. 7.",
         ["John Smith, The first book, London: Faber, 2018, p. 3. > The", "Ibid., p. 7. > The"]),
        ("Smith (2018), *The first book*, London: Faber, p. 3.", ["Smith (2018), The first book, London: Faber, p. 3. > The"]),
        ("John Smith, *The first book* (Faber, 2018), p. 3.", ["John Smith, The first book (Faber, 2018), p. 3. > The"]),
    ],
)  # fmt: skip
def test_an_english_note(note: str, rows: list[str]) -> None:
    assert cited(linked(f"A claim.[^1]\n\n[^1]: {note}\n{ENGLISH}"), "note") == rows


@pytest.mark.parametrize(
    ("note", "rows"),
    [
        ("ينظر الجابري (2009، ص 12) و(حسين، 1995).", ["الجابري (2009، ص 12) > تكوين", "حسين، 1995 > في"]),
        ("الجابري، 2009، ص 45؛ حسين، 1995، ص 5.", ["الجابري، 2009، ص 45 > تكوين", "حسين، 1995، ص 5 > في"]),
        ("محمد عابد الجابري، تكوين العقل العربي، بيروت، 2009، ص 3.\n\n    طه حسين، في الشعر الجاهلي، القاهرة، 1995، ص 5.",
         ["محمد عابد الجابري، تكوين العقل العربي، بيروت، 2009، ص 3. > تكوين", "طه حسين، في الشعر الجاهلي، القاهرة، 1995، ص 5. > في"]),
        ("الجابري (2009)، تكوين العقل العربي، بيروت، ص 3.", ["الجابري (2009)، تكوين العقل العربي، بيروت، ص 3. > تكوين"]),
    ],
)  # fmt: skip
def test_an_arabic_note(note: str, rows: list[str]) -> None:
    assert cited(linked(f"قول.[^1]\n\n[^1]: {note}\n{ARABIC}"), "note") == rows


# --- what is said of it ----------------------------------------------------------------------------------------------


def test_no_message_shows_a_key_that_nobody_has_written() -> None:
    text = f"So [1], and Brown.[^1]\n\n[^1]: See Smith (2018, p. 12) and (Jones, 2019).\n[^2]: Ibid., p. 4.\n{ENGLISH}"
    found = linked(text)
    keys = [work.key for work in found.works]
    assert keys
    for finding in findings(text):
        assert not any(f"“{key}”" in finding.message for key in keys), finding.message


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("So (Lee, 2020).", "nothing"),
        ("So (Lee, 2020).[^1]\n\n[^1]: Smith (2018, p. 3) says so.", "nothing"),
        ('So.[^1]\n\n[^1]: Ann Lee, "Some title here", *Journal of Towns*, vol. 3, no. 2, 2020, p. 5.', "no note"),
    ],
)
def test_who_does_not_cite_a_line(text: str, who: str) -> None:
    messages = [each.message for each in findings(text + ENGLISH) if each.code == "RK102"]
    assert messages
    assert all(f"listed, but {who} cites it" in message for message in messages)
