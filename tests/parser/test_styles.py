"""The styles that the grammar reads, Arabic, English and French: text -> the slices that are its fields."""

from __future__ import annotations

import pytest

from refkit.model import Citation
from refkit.parser import parse_citation
from refkit.vocabulary.ordinals import ordinal

ARABIC = [
    ("عبد الرحمن بدوي: مناهج البحث العلمي، وكالة المطبوعات، الكويت، ط3، 1977م.",
     {"author": "عبد الرحمن بدوي", "title": "مناهج البحث العلمي", "publisher": "وكالة المطبوعات", "publisher-place": "الكويت",
      "edition": "3", "issued": "1977م"}),
    ("سعيد بنسعيد العلوي (محرر)، الإسلام والديمقراطية، منشورات كلية الآداب، الرباط، ٢٠٠١.",
     {"editor": "سعيد بنسعيد العلوي", "title": "الإسلام والديمقراطية", "publisher": "منشورات كلية الآداب",
      "publisher-place": "الرباط", "issued": "٢٠٠١"}),
    ("ابن رشد، أبو الوليد محمد بن أحمد (المتوفى سنة ٥٩٥ هـ): فصل المقال، دراسة وتحقيق: محمد عمارة، دار المعارف، القاهرة، د.ت.",
     {"author": "ابن رشد، أبو الوليد محمد بن أحمد", "title": "فصل المقال", "editor": "محمد عمارة", "publisher": "دار المعارف",
      "publisher-place": "القاهرة", "issued": "د.ت."}),
    ("بول ريكور: الزمان والسرد، ترجمة وتقديم: سعيد الغانمي وفلاح رحيم، مراجعة: جورج زيناتي، دار الكتاب الجديد المتحدة، بيروت، ٢٠٠٦.",
     {"author": "بول ريكور", "title": "الزمان والسرد", "translator": "سعيد الغانمي وفلاح رحيم",
      "publisher": "دار الكتاب الجديد المتحدة", "publisher-place": "بيروت", "issued": "٢٠٠٦"}),
    ("———، نقد الفكر الديني، دار الطليعة، بيروت، ١٩٦٩.",
     {"title": "نقد الفكر الديني", "publisher": "دار الطليعة", "publisher-place": "بيروت", "issued": "١٩٦٩"}),
    ("للمؤلف نفسه: الخطاب العربي المعاصر، دار الطليعة، بيروت، ١٩٨٢.",
     {"title": "الخطاب العربي المعاصر", "publisher": "دار الطليعة", "publisher-place": "بيروت", "issued": "١٩٨٢"}),
    ("الموافقات في أصول الشريعة - أبو إسحاق الشاطبي - دار المعرفة - بيروت - ط2 - 1975م",
     {"title": "الموافقات في أصول الشريعة", "author": "أبو إسحاق الشاطبي", "publisher": "دار المعرفة",
      "publisher-place": "بيروت", "edition": "2", "issued": "1975م"}),
    ("لسان العرب: ابن منظور، دار صادر، بيروت، ط3، 1414هـ.",
     {"title": "لسان العرب", "author": "ابن منظور", "publisher": "دار صادر", "publisher-place": "بيروت", "edition": "3",
      "issued": "1414هـ"}),
    ("المستصفى من علم الأصول للغزالي، دار الكتب العلمية، بيروت، ط١، ١٤١٣هـ.",
     {"title": "المستصفى من علم الأصول", "author": "للغزالي", "publisher": "دار الكتب العلمية", "publisher-place": "بيروت",
      "edition": "١", "issued": "١٤١٣هـ"}),
    ("[12] أمين معلوف، الهويات القاتلة، ترجمة نهلة بيضون، دار الفارابي، بيروت، 2004.",
     {"author": "أمين معلوف", "title": "الهويات القاتلة", "translator": "نهلة بيضون", "publisher": "دار الفارابي",
      "publisher-place": "بيروت", "issued": "2004"}),
    ("توماس كون، بنية الثورات العلمية، ترجمة شوقي جلال، سلسلة عالم المعرفة ١٦٨، الكويت، ديسمبر ١٩٩٢.",
     {"author": "توماس كون", "title": "بنية الثورات العلمية", "translator": "شوقي جلال", "collection-title": "عالم المعرفة ١٦٨",
      "publisher-place": "الكويت", "issued": "ديسمبر ١٩٩٢"}),
    ("القلقشندي: صبح الأعشى في صناعة الإنشا، دار الكتب المصرية، القاهرة، ١٩٢٢، ١٤ جزءاً.",
     {"author": "القلقشندي", "title": "صبح الأعشى في صناعة الإنشا", "publisher": "دار الكتب المصرية",
      "publisher-place": "القاهرة", "issued": "١٩٢٢"}),
    ("ابن حجر العسقلاني: الدرر الكامنة، مخطوط بدار الكتب المصرية، رقم ٥٦٢ تاريخ.",
     {"author": "ابن حجر العسقلاني", "title": "الدرر الكامنة", "archive": "مخطوط بدار الكتب المصرية، رقم ٥٦٢ تاريخ"}),
    ("عبد الهادي التازي، المغرب والتقارب الإفريقي، دعوة الحق، ع224، يوليوز 1982، ص33.",
     {"author": "عبد الهادي التازي", "title": "المغرب والتقارب الإفريقي", "container-title": "دعوة الحق", "issue": "224",
      "issued": "يوليوز 1982", "page": "33"}),
    ("فهمي جدعان: «نظرية التراث»، عالم الفكر، المجلد ١٤، العدد الثاني، يوليو–سبتمبر ١٩٨٣، ص ٢٧٩–٣٠٠.",
     {"author": "فهمي جدعان", "title": "نظرية التراث", "container-title": "عالم الفكر", "volume": "١٤", "issue": "الثاني",
      "issued": "يوليو–سبتمبر ١٩٨٣", "page": "٢٧٩–٣٠٠"}),
    ("ليلى حسن، تحولات المدينة العربية، بحث منشور في مجلة العمران، العدد السابع والعشرون، خريف ٢٠١٨، ص ٥-٢٣.",
     {"author": "ليلى حسن", "title": "تحولات المدينة العربية", "container-title": "مجلة العمران", "issue": "السابع والعشرون",
      "issued": "خريف ٢٠١٨", "page": "٥-٢٣"}),
    ("حسن حنفي، «التراث والتجديد»، في: ندوة التراث وتحديات العصر، تحرير: السيد يسين، مركز دراسات الوحدة العربية، بيروت، ١٩٨٥.",
     {"author": "حسن حنفي", "title": "التراث والتجديد", "container-title": "ندوة التراث وتحديات العصر", "editor": "السيد يسين",
      "publisher": "مركز دراسات الوحدة العربية", "publisher-place": "بيروت", "issued": "١٩٨٥"}),
    ("د . حسين بورادة ، الإصلاحات السياسية ، دون دار نشر ، الجزائر ، 1996 .",
     {"author": "د . حسين بورادة", "title": "الإصلاحات السياسية", "publisher-place": "الجزائر", "issued": "1996"}),
]  # fmt: skip
LATIN = [
    ("Schaal, S., & Atkeson, C. (1994). Robot juggling: Memory-based learning. Control Systems, 14, 57-71.",
     {"author": "Schaal, S., & Atkeson, C.", "issued": "1994", "title": "Robot juggling: Memory-based learning",
      "container-title": "Control Systems", "volume": "14", "page": "57-71"}),
    ("Khalidi, Rashid, Lisa Anderson, and Reeva S. Simon, eds. The Origins of X. New York: Columbia University Press, 1991.",
     {"editor": "Khalidi, Rashid, Lisa Anderson, and Reeva S. Simon", "title": "The Origins of X",
      "publisher-place": "New York", "publisher": "Columbia University Press", "issued": "1991"}),
    ("R. S. Zemel, M. C. Mozer, and G. E. Hinton. Recognizing objects. In D. S. Touretzky, editor, Neural Systems, pages 266-273.",
     {"author": "R. S. Zemel, M. C. Mozer, and G. E. Hinton", "title": "Recognizing objects", "editor": "D. S. Touretzky",
      "container-title": "Neural Systems", "page": "266-273"}),
    ('Anderson, Lisa. "The State in North Africa." Comparative Politics 20, no. 1 (October 1987): 1–18.',
     {"author": "Anderson, Lisa", "title": "The State in North Africa", "container-title": "Comparative Politics",
      "volume": "20", "issue": "1", "issued": "October 1987", "page": "1–18"}),
    ("Halliday, F. (1999) 'Islamophobia reconsidered', Ethnic and Racial Studies, 22(5), pp. 892–902.",
     {"author": "Halliday, F.", "issued": "1999", "title": "Islamophobia reconsidered",
      "container-title": "Ethnic and Racial Studies", "volume": "22", "issue": "5", "page": "892–902"}),
    ("J.-S. Pang and S. A. Gabriel, NE/SQP: A robust algorithm, Math. Programming, 60 (1993), pp. 295-337.",
     {"author": "J.-S. Pang and S. A. Gabriel", "title": "NE/SQP: A robust algorithm", "container-title": "Math. Programming",
      "volume": "60", "issued": "1993", "page": "295-337"}),
    ("Samuel Greene Arnold. History of the State, in Two Parts; with a Map. 2 vols. New York, 1859-60.",
     {"author": "Samuel Greene Arnold", "title": "History of the State, in Two Parts; with a Map",
      "publisher-place": "New York", "issued": "1859-60"}),
    ("UNESCO. Reading the Past, Writing the Future. Paris: UNESCO Publishing, 2017.",
     {"author": "UNESCO", "title": "Reading the Past, Writing the Future", "publisher-place": "Paris",
      "publisher": "UNESCO Publishing", "issued": "2017"}),
    ("———. 2003. Orientalism. London: Penguin.",
     {"issued": "2003", "title": "Orientalism", "publisher-place": "London", "publisher": "Penguin"}),
    ("Bourdieu, Pierre, Esquisse d'une théorie de la pratique, Genève, Droz, 1972.",
     {"author": "Bourdieu, Pierre", "title": "Esquisse d'une théorie de la pratique", "publisher-place": "Genève",
      "publisher": "Droz", "issued": "1972"}),
    ("Doe, J. (2020, March 5). Why the river rose. The Guardian. https://example.org/x",
     {"author": "Doe, J.", "issued": "2020, March 5", "title": "Why the river rose", "container-title": "The Guardian",
      "URL": "https://example.org/x"}),
    ("Smith, A. (2010). On roots. In B. Jones & C. Brown (Eds.), The book of trees (pp. 12-30). Ross-on-Wye, UK: Leaf Books.",
     {"author": "Smith, A.", "issued": "2010", "title": "On roots", "editor": "B. Jones & C. Brown",
      "container-title": "The book of trees", "page": "12-30", "publisher-place": "Ross-on-Wye, UK", "publisher": "Leaf Books"}),
]  # fmt: skip


def slices(citation: Citation) -> dict[str, str]:
    """Field -> its first slice of the text."""
    return {name: citation.text[slice(*spans[0])] for name, spans in citation.spans.items()}


@pytest.mark.parametrize(("text", "expected"), ARABIC, ids=[text[:30] for text, _ in ARABIC])
def test_an_arabic_style(text: str, expected: dict[str, str]) -> None:
    assert slices(parse_citation(text, by="grammar")) == expected


@pytest.mark.parametrize(("text", "expected"), LATIN, ids=[text[:30] for text, _ in LATIN])
def test_a_latin_style(text: str, expected: dict[str, str]) -> None:
    assert slices(parse_citation(text, by="grammar")) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Smith to Jones, 5 May 1921, FO 371/6343, The National Archives, London.",
        "Interview with Ahmad Saleh, Cairo, 12 March 2011.",
        "Brown v. Board of Education, 347 U.S. 483 (1954).",
        "مقابلة مع الدكتور سامي علي، عمان، ١٢ آذار ٢٠١٩.",
    ],
)
def test_what_is_cited_whole_has_one_title(text: str) -> None:
    citation = parse_citation(text, "note")
    assert citation.fields.title
    assert citation.fields.title.any() == text.rstrip(".")
    assert not citation.fields.author


@pytest.mark.parametrize(
    ("text", "number"),
    [("الأولى", 1), ("الثاني عشر", 12), ("العشرون", 20), ("الثامن والعشرون", 28), ("الحادية والتسعون", 91), ("fifth", 5), ("كتاب", None)],
)  # fmt: skip
def test_ordinals_in_words(text: str, number: int | None) -> None:
    assert ordinal(text) == number


def test_a_series_and_an_archive_are_fields() -> None:
    fields = parse_citation("توماس كون، بنية الثورات، سلسلة عالم المعرفة ١٦٨، الكويت، ١٩٩٢.").fields
    assert fields.collection_title
    assert fields.collection_title.any() == "عالم المعرفة ١٦٨"
