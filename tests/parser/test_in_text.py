"""Citations in running text: which are read, what they denote, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refkit.linter import rules
from refkit.model import Citation, Entry, Library, Linked, Note
from refkit.parser import parse
from tests.documents import codes, findings, link_of, linked, read

ENGLISH = """

## References

Smith, John (2018). The first book. London: Faber.

Smith, John, & Jones, Mary (2019). The second book. London: Faber.

Lee, Ann (2020a). Some title here. Journal of Towns, 3(2), 4-9.

Lee, Ann (2020b). Another title. Journal of Towns, 3(3), 4-9.

World Health Organization (2017). World report. Geneva: WHO.

Carter, Jimmy (2006). Palestine: Peace not Apartheid. New York: Simon & Schuster.

van den Berg, Piet (2015). Fasting. Leiden: Brill.
"""
ARABIC = """

## المراجع

الجابري، محمد عابد (2009). تكوين العقل العربي. بيروت: مركز دراسات الوحدة العربية.

ابن خلدون، عبد الرحمن (2004). المقدمة. دمشق: دار يعرب.

حسين، طه (1926). في الشعر الجاهلي. القاهرة: دار الكتب المصرية.

وزارة الصحة (2011). التقرير السنوي. بغداد: وزارة الصحة.

أبو زيد، نصر حامد (1990). مفهوم النص. القاهرة: الهيئة المصرية العامة للكتاب.

العمري، أحمد (1440هـ). أصول التربية. الرياض: مكتبة الرشد.
"""
#: What makes it known that these papers cite by author and year.
HABIT = {
    ENGLISH: "As said (Smith, 2018) and (Smith & Jones, 2019) and (Lee 2020a).",
    ARABIC: "كما قيل (الجابري، 2009) وكذلك (حسين، 1926، ص 5) وأيضا (وزارة الصحة، 2011).",
}


def in_text(found: Linked) -> list[Note]:
    return [note for note in found.document.notes if note.kind == "in-text"]


def cited(prose: str, references: str) -> tuple[list[str], list[str]]:
    """What of a sentence cites, and the titles of the works that it cites (or their keys, where no list has them)."""
    found = linked(f"{HABIT[references]}\n\n{prose}{references}")
    works = {work.key: work for work in found.works}
    notes = in_text(found)[3:]
    titles = []
    for note in notes:
        for index in range(len(note.citations)):
            key = link_of(found, f"{note.id}.{index + 1}").work
            work = works.get(key or "")
            titles.append(work.entry.title.any() if work and work.entry.title else "-" if work else "?")
    return [note.text for note in notes], titles


@pytest.mark.parametrize(
    ("prose", "text", "titles"),
    [
        ("So (WHO, 2017) says.", "(WHO, 2017)", ["World report"]),
        ("So (Smith 2018, 2021).", "(Smith 2018, 2021)", ["The first book", "-"]),
        ("So (Smith, 2018, pp. 3–5, our emphasis).", "(Smith, 2018, pp. 3–5, our emphasis)", ["The first book"]),
        ("(Smith, 2018, as cited in Lee, 2020b, p. 4)", "(Smith, 2018, as cited in Lee, 2020b, p. 4)", ["The first book", "Another title"]),
        ("So Smith and Jones (2019: 44) hold.", "Smith and Jones (2019: 44)", ["The second book"]),
        ("In Smith’s (2018) view.", "Smith’s (2018)", ["The first book"]),
        ("(see Smith, 2018; for a review, Lee, 2020a)", "(see Smith, 2018; for a review, Lee, 2020a)", ["The first book", "Some title here"]),
        ("(van den Berg, 2015, p. 9)", "(van den Berg, 2015, p. 9)", ["Fasting"]),
        ("So J. Smith (2018) says.", "J. Smith (2018)", ["The first book"]),
        ("(Smith, J., & Jones, M., 2019)", "(Smith, J., & Jones, M., 2019)", ["The second book"]),
        ("(Smith et al. 2019)", "(Smith et al. 2019)", ["The second book"]),
        ("(cf. Lee 2020a: 4, 2020b: 7)", "(cf. Lee 2020a: 4, 2020b: 7)", ["Some title here", "Another title"]),
        ("As Lee (2020) writes.", "Lee (2020)", ["?"]),
        ("So (Brown, 2011, p. 3).", "(Brown, 2011, p. 3)", ["-"]),
        ("So (Haddad & Mansour, 2016).", "(Haddad & Mansour, 2016)", ["-"]),
        ("So Haddad and Mansour (2016) argue.", "Haddad and Mansour (2016)", ["-"]),
        ("So Smith (2018), Lee (2020a) do.", "Smith (2018)|Lee (2020a)", ["The first book", "Some title here"]),
        ("So (Smith, 2018). Brown (2011, p. 3) too.", "(Smith, 2018)|Brown (2011, p. 3)", ["The first book", "-"]),
        ("So does Berg (2015: 3ff.).", "Berg (2015: 3ff.)", ["Fasting"]),
        ("(SMITH, 2018 : §4)", "(SMITH, 2018 : §4)", ["The first book"]),
        ("**(Smith, 2018)**", "(Smith, 2018)", ["The first book"]),
    ],
)  # fmt: skip
def test_an_english_citation_denotes_its_works(prose: str, text: str, titles: list[str]) -> None:
    assert cited(prose, ENGLISH) == (text.split("|"), titles)


@pytest.mark.parametrize(
    ("prose", "text", "titles"),
    [
        ("ويرى ابن خلدون (2004، ص 12) أن", "ابن خلدون (2004، ص 12)", ["المقدمة"]),
        ("وذكر الجابري وزملاؤه (2010) ذلك.", "الجابري وزملاؤه (2010)", ["-"]),
        ("وهو لابن خلدون (٢٠٠٤).", "لابن خلدون (٢٠٠٤)", ["المقدمة"]),
        ("كما عند طه حسين (1926).", "طه حسين (1926)", ["في الشعر الجاهلي"]),
        ("(طه حسين، 1926، ص ٣)", "(طه حسين، 1926، ص ٣)", ["في الشعر الجاهلي"]),
        ("(ابن خلدون، ٢٠٠٤؛ الجابري، ٢٠٠٩: ٤٥)", "(ابن خلدون، ٢٠٠٤؛ الجابري، ٢٠٠٩: ٤٥)", ["المقدمة", "تكوين العقل العربي"]),
        ("(العمري، 1440هـ)", "(العمري، 1440هـ)", ["أصول التربية"]),
        ("كما عند العمري (1440).", "العمري (1440)", ["أصول التربية"]),
        ("(العمري، 1440هـ/2019م)", "(العمري، 1440هـ/2019م)", ["أصول التربية"]),
        ("(ينظر: الجابري 2009، ج 2، ص 5)", "(ينظر: الجابري 2009، ج 2، ص 5)", ["تكوين العقل العربي"]),
        ("(محمد عابد الجابري، تكوين العقل العربي، 2009)", "(محمد عابد الجابري، تكوين العقل العربي، 2009)", ["تكوين العقل العربي"]),
        ("ويذهب أركون (1996) إلى", "أركون (1996)", ["-"]),
        ("(الجابري، 2010)", "(الجابري، 2010)", ["-"]),
        ("كما عند أبي زيد (1990).", "أبي زيد (1990)", ["مفهوم النص"]),
        ("(الجابري، محمد عابد، 2009م، ج1، ص45)", "(الجابري، محمد عابد، 2009م، ج1، ص45)", ["تكوين العقل العربي"]),
        ("(الجابري 2009/45)", "(الجابري 2009/45)", ["تكوين العقل العربي"]),
        ("(الجابري وحسين، 2009)", "(الجابري وحسين، 2009)", ["-"]),
    ],
)  # fmt: skip
def test_an_arabic_citation_denotes_its_works(prose: str, text: str, titles: list[str]) -> None:
    assert cited(prose, ARABIC) == ([text], titles)


@pytest.mark.parametrize(
    "prose",
    [
        "President Carter (1977) and Carter (1977–1981) ruled.",
        "In Iraq (2003), in Kuwait (1990) and in London (2018).",
        "The reform (2018), the Battle of Badr (624) and the Oslo Accords (1993).",
        "(May 2018) (London, 2018) (Figure 2018) (Resolution 242, 1967) (Constitution, 2005) (N = 2018) (Q 2:255)",
        "Ibn Khaldun (1332–1406), Ibn Khaldun (d. 1406), Smith (born 1 May 1958).",
        "She wrote it in her book (2018, p. 4), and the smith (2018) read it.",
        "(Source: Korea, White Paper 2004), (Data, 2018), (see Section 4 of Act 2018).",
        "[Smith 2018] is a line, (Law No. 23 of 2018) is a law, and Smith moved in 2018 (and again in 2019).",
    ],
)
def test_years_in_english_prose_are_no_citations(prose: str) -> None:
    assert cited(prose, ENGLISH) == ([], [])


@pytest.mark.parametrize(
    "prose",
    [
        "ولد ابن خلدون (732-808هـ) في تونس، ومات ابن خلدون (ت 808هـ) في القاهرة.",
        "دمشق (2004)، عام (1990)، سنة (1990م)، الدستور العراقي (2005)، ثورة يناير (2011).",
        "(دمشق، 2004) (دستور العراق، 2005) (حرب تموز، 2006) (قانون العقوبات، 1969) (كانون الثاني 2011)",
        "(البقرة: 255) (المادة 19) قانون رقم 23 لسنة 2018، (القاهرة: دار الكتب، 1926)",
        "الرئيس صدام حسين (1979) في بغداد.",
    ],
)
def test_years_in_arabic_prose_are_no_citations(prose: str) -> None:
    assert cited(prose, ARABIC) == ([], [])


def test_a_paper_whose_notes_cite_has_no_citations_in_its_text() -> None:
    text = (
        "Smith (2018) was here,[^1] and Jones (2019).[^2] So was Lee.[^3]\n\n"
        "[^1]: John Smith, *The first book*, London: Faber, 2018, p. 3.\n[^2]: Ibid., p. 5.\n"
        "[^3]: Ann Lee, “Some title here”, *Journal of Towns*, vol. 3, no. 2, 2020, p. 5.\n"
    )
    assert in_text(linked(text + ENGLISH)) == []


def test_the_notes_of_a_paper_that_cites_in_its_text_are_read_alike() -> None:
    text = "As said (Smith, 2018) and (Lee 2020a).[^1]\n\n[^1]: See Smith 2018, 45; Lee 2020b.\n"
    found = linked(text + ENGLISH)
    assert [link_of(found, f"n1.{number}").work for number in (1, 2)] == ["smith2018", "lee2020b"]
    assert [citation.locator.value for citation in found.document.notes[0].citations if citation.locator] == ["45"]


@pytest.mark.parametrize(
    "note",
    [
        "وينظر كذلك: John Smith, Another World, London: Faber, 2018, p. 12.",
        "See also: الجابري، بنية العقل العربي، بيروت، 2009، ص 12.",
    ],
)
def test_a_note_in_full_is_not_cut_to_a_name_and_a_year(note: str) -> None:
    lists = ENGLISH + ARABIC.replace("## المراجع", "")
    found = linked(f"{HABIT[ENGLISH]} {HABIT[ARABIC]} Text.[^1]\n\n[^1]: {note}\n{lists}")
    citation = next(each for each in found.document.notes if each.kind == "note").citations[0]
    assert citation.form == "full"
    assert citation.text == note


def test_what_points_back_in_the_text_points_to_the_text() -> None:
    text = "كما قيل (الجابري، 2009، ص 5) ثم (المرجع نفسه، ص 46)، وقيل (حسين، 1926) ثم (الجابري، المرجع السابق، ص 50)."
    found = linked(text + ARABIC)
    assert [link_of(found, f"t{number}.1").work for number in (1, 2, 3, 4)] == [
        "jabry2009", "jabry2009", "hsyn1926", "jabry2009",
    ]  # fmt: skip
    assert link_of(found, "t2.1").refers_to == "t1"


def test_a_slip_in_a_year_names_the_years_that_the_list_has() -> None:
    (finding,) = [
        each for each in findings(f"{HABIT[ENGLISH]} So (Smith, 2017, p. 4).{ENGLISH}") if each.code == "RK101"
    ]
    assert finding.message == "cited, but in no list: “Smith, 2017, p. 4”"
    assert finding.fix
    assert "(2018)" in finding.fix.message


def test_a_citation_in_the_text_stands_in_its_paragraph() -> None:
    found = linked(f"# Title\n\nOne line\nand *then* (Smith, 2018) two.{ENGLISH}")
    (note,) = in_text(found)
    assert (note.id, note.position, note.place().line, note.place().column) == ("t1", 1, 4, 12)


# --- keys ------------------------------------------------------------------------------------------------------------

LIBRARY = Library(
    references=(
        Entry(key="smith2018", title={"en": "The first book"}),
        Entry(key="jabri:takwin", title={"ar": "تكوين العقل العربي"}),
    )
)


def keyed(text: str, library: Library | None = LIBRARY) -> list[tuple[str, str | None, str | None]]:
    """Text, key and locator of each citation by key in a text."""
    notes = parse(read(text), library).notes
    found: list[Citation] = [citation for note in notes for citation in note.citations if citation.key]
    return [
        (each.text, each.key, f"{each.locator.label} {each.locator.value}" if each.locator else None) for each in found
    ]


@pytest.mark.parametrize(
    ("text", "key", "locator"),
    [
        ("So [@smith2018].", "smith2018", None),
        ("So [@smith2018, p. 3].", "smith2018", "page 3"),
        ("So [see @smith2018, pp. 4–5 and elsewhere].", "smith2018", "page 4-5"),
        ("So [-@smith2018, ch. 3].", "smith2018", "chapter 3"),
        ("So [@{smith2018}, § 3].", "smith2018", "section 3"),
        ("So @smith2018 says.", "smith2018", None),
        ("So @smith2018 [p. 33] says.", "smith2018", "page 33"),
        ("So @smith2018.", "smith2018", None),
        ("قال [@jabri:takwin، ص ٤٥-٤٦].", "jabri:takwin", "page 45-46"),
        ("قال [@jabri:takwin، ج ٢، ص ٥].", "jabri:takwin", "page 5"),
        ("So \\cite{smith2018}.", "smith2018", None),
        ("So~\\cite[12]{smith2018}.", "smith2018", "page 12"),
        ("So \\footcite[see][12--14]{smith2018}.", "smith2018", "page 12-14"),
        ("So \\parencite*[p.~7]{smith2018}, \\emph{too}.", "smith2018", "page 7"),
        ("So \\Textcite[ص ٩]{smith2018}.", "smith2018", "page 9"),
        ("So [@ghost1999].", "ghost1999", None),
        ("So @{ghost} says.", "ghost", None),
        ("So \\autocite{ghost}.", "ghost", None),
    ],
)
def test_a_key_is_read_with_its_locator(text: str, key: str, locator: str | None) -> None:
    assert [(found[1], found[2]) for found in keyed(text)] == [(key, locator)]


@pytest.mark.parametrize(
    "text",
    [
        "Write to editor@smith2018.org or jane@example.com.",
        "She wrote so on Twitter (@hours_project, @BBCArabic) and as @jane.",
        "Barack Obama [@BarackObama] wrote so.",
        "An array a[@] and a path x/@smith2018/y.",
        "\\section{Citing} and \\emph{smith2018}.",
    ],
)
def test_an_address_or_a_handle_is_no_key(text: str) -> None:
    assert keyed(text, None) == []


def test_several_keys_stand_in_one_place() -> None:
    assert [found[1] for found in keyed("So \\autocites[3]{smith2018}[4]{jabri:takwin}.")] == [
        "smith2018",
        "jabri:takwin",
    ]
    assert [found[1:] for found in keyed("So [@smith2018, p. 3; @jabri:takwin، ص ٤].")] == [
        ("smith2018", "page 3"), ("jabri:takwin", "page 4")
    ]  # fmt: skip


def test_a_note_may_hold_keys_and_typed_citations() -> None:
    text = "Text.[^1]\n\n[^1]: [@smith2018, p. 3]; علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
    (note,) = parse(read(text), LIBRARY).notes
    assert [citation.form for citation in note.citations] == ["key", "full"]
    typed = note.citations[1]
    assert note.text[typed.start : typed.end] == typed.text
    assert typed.fields.title
    assert typed.fields.title.any() == "وعاظ السلاطين"


def test_what_points_back_may_point_to_a_key() -> None:
    front = "---\nreferences:\n- {id: wardi1995, type: book, title: وعاظ السلاطين, author: [{family: الوردي, given: علي}]}\n---\n\n"
    found = linked(
        f"{front}أ.[^1] ب.[^2] ج.[^3]\n\n[^1]: [@wardi1995، ص ٥]\n[^2]: المصدر نفسه، ص ٧.\n[^3]: علي الوردي، مصدر سبق ذكره، ص ٩.\n"
    )
    assert {link_of(found, f"n{number}.1").work for number in (1, 2, 3)} == {"wardi1995"}


def test_an_unknown_key_is_found_with_the_nearest_one() -> None:
    front = "---\nreferences:\n- {id: wardi1995, type: book, title: وعاظ السلاطين}\n---\n\n"
    (finding,) = findings(f"{front}نص [@wardi1959].\n")
    assert (finding.code, finding.data) == ("RK105", {"key": "wardi1959"})
    assert finding.fix
    assert finding.fix.message == "did you mean “wardi1995”?"


@pytest.mark.parametrize(("asked", "found"), [("", False), ('nocite: "@*"\n', True), ("\\nocite{*}", True)])
def test_entries_that_nothing_cites_count_only_if_all_are_asked_for(asked: str, found: bool) -> None:
    front = f"references:\n- {{id: a1995, type: book, title: وعاظ السلاطين}}\n- {{id: b1994, type: book, title: مهزلة العقل}}\n{asked if asked.startswith('nocite') else ''}"
    text = f"---\n{front}---\n\nنص [@a1995]. {asked if asked.startswith(chr(92)) else ''}\n"
    assert ("RK102" in codes(text)) is found


def test_keys_without_a_library_miss_one() -> None:
    assert codes("So it is [@smith2018, p. 3].\n") == {"RK002"}


# --- numbers ---------------------------------------------------------------------------------------------------------

NUMBERED = """

## References

[1] Smith, John. The first book. London: Faber, 2018.
[2] Jones, Mary. The second book. London: Faber, 2019.
[3] Lee, Ann. The third book. London: Faber, 2020.
[4] Brown, Tom. The fourth book. London: Faber, 2021.
"""


@pytest.mark.parametrize(
    ("prose", "numbers"),
    [
        ("One [1], two [2, 3] and four [1–4].", ["1", "2", "3", "1", "2", "3", "4"]),
        ("نص [١]، وآخر [٢، ٣] وغيره [1-4].", ["1", "2", "3", "1", "2", "3", "4"]),
        ("One (1), two (2, 3), and more (4).", ["1", "2", "3", "4"]),
        ("One[1], two[2] and [see 4, p. 7].", ["1", "2", "4"]),
    ],
)
def test_numbers_denote_the_lines_of_the_list(prose: str, numbers: list[str]) -> None:
    found = linked(prose + NUMBERED)
    assert [citation.key for note in in_text(found) for citation in note.citations] == numbers
    for note in in_text(found):
        for index, citation in enumerate(note.citations, 1):
            assert link_of(found, f"{note.id}.{index}").against == f"r{citation.key}"


def test_a_number_of_no_line_is_cited_but_not_listed() -> None:
    found = [each.message for each in findings(f"One [1], two [2, 3], more [4, 7].{NUMBERED}") if each.code == "RK101"]
    assert found == ["cited, but in no list: “number 7”"]


@pytest.mark.parametrize(
    "prose",
    [
        "Three steps: (1) cut the page; (2) cut the lines; (3) read them.",
        "The years [1914] and [1918], the array a[0], the interval [2, 70].",
        "The law says so in articles (3) and (19) of its text (45).",
        "One thing (1).",
    ],
)
def test_other_numbers_in_brackets_are_no_citations(prose: str) -> None:
    assert in_text(linked(prose + NUMBERED)) == []


def test_a_number_that_calls_a_note_is_no_citation() -> None:
    text = "One.(1) Two.(2) Three.(3)\n\n(1) John Smith, The first book, London: Faber, 2018, p. 3.\n(2) Ibid., p. 5.\n(3) Ibid.\n"
    assert in_text(linked(text + NUMBERED.replace("[", "").replace("]", "."))) == []


# --- whatever comes in -----------------------------------------------------------------------------------------------

PIECES = st.lists(
    st.sampled_from(
        "( ) [ ] { } @ - , ; : . & / \\cite \\footcite[ 3 12 2018 2018a 2020 ٢٠٠٩ 1440هـ 1939–1945 n.d. د.ت p. pp. ص Smith Smith's Lee"
        " Jones van den Berg WHO et al. and و وآخرون الجابري للجابري والجابري حسين ابن خلدون see انظر: @smith2018 [@a ِ ـ ﷺ \u200f `".split(
            " "
        )
    ),
    max_size=40,
)


@given(PIECES, st.sampled_from([ENGLISH, ARABIC, NUMBERED, ""]), st.sampled_from(["", " "]))
@settings(max_examples=150, deadline=None)
def test_citations_are_slices_of_their_place_whatever_the_text(pieces: list[str], references: str, glue: str) -> None:
    found = linked(f"{HABIT.get(references, 'One [1], two [2, 3], four [4].')}\n\n{glue.join(pieces)}\n{references}")
    for note in found.document.notes:
        for index, citation in enumerate(note.citations, 1):
            assert note.text[citation.start : citation.end] == citation.text
            assert link_of(found, f"{note.id}.{index}").because
            for spans in citation.spans.values():
                assert all(0 <= start < end <= len(citation.text) for start, end in spans)


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "Cities grew (Smith, 2018a, p. 3) and fell (Smith, 2018b, p. 4), then grew (Smith, 2018a, p. 9).\n\n"
            "## References\n\nSmith, John (2018). A History of Towns. London: Faber.\n",
            "2018b",
        ),
        (
            "كبرت المدن (الجابري، 2009أ، ص 3) ثم صغرت (الجابري، 2009ب، ص 4)، ثم كبرت (الجابري، 2009أ، ص 9).\n\n"
            "## المراجع\n\nالجابري، محمد عابد (2009). تكوين العقل العربي. بيروت: دار الطليعة.\n",
            "2009ب",
        ),
    ],
)
def test_two_letters_are_two_works_where_the_list_has_one_without(text: str, second: str) -> None:
    missing = [finding for finding in findings(text) if finding.code == "RK101"]
    assert len(missing) == 1
    assert second in missing[0].message


@pytest.mark.parametrize("text", rules()["RK103"].bad[:2], ids=["arabic", "english"])
def test_works_of_which_a_citation_may_mean_either_are_not_called_uncited(text: str) -> None:
    assert "RK103" in codes(text)
    assert "RK102" not in codes(text)
