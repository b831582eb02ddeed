"""Prose full of years, numbers and brackets that cites nothing: no citation is read in it, however a paper cites."""

from __future__ import annotations

import pytest

from tests.documents import linked

ENGLISH = """\
In 1948 and again in 1956 the canal was closed, and the shops of the town with it (1956).
The Ottoman Land Code (1858) and the Law of Registration (1861) changed who owned the hills.
Law No. 12 of 2003 (as amended in 2010) says nothing about wells (see Table 3).
He said that "they [sic] were many" and that "[the] men left".
The rule [2018] was never printed, and the interval [0, 1] is closed.
On a scale of [1, 5] the town scored three; on the range [2, 4] it did not.
President Nasser (1956) spoke for three hours; Queen Victoria (1837–1901) never did.
The school (founded in 1926) burned down (Cairo, 1952).
The population rose from 12,000 (1931) to 44,000 (1961).
World War II (1939–1945) and the June War (1967) emptied the street.
ICJ Reports (1986, p. 14) has the words, and so has the Official Gazette (1970, p. 3).
Section [3] and Article [2] of the Charter (1945) forbid it.
It was on 3 May (2018), a Thursday, that the bridge (Figure 2, 2018) fell.
The film Cairo Station (1958) and the novel Midaq Alley (1947) show it.
Baghdad (2003) and Kuwait (1990) are names of wars.
He lived at (12, 1950) and she at (Flat 3, 1960).
The patient (male, 1948) and the control (female, 1950) were both smokers.
Of the samples (n = 2018) most were lost (p < 0.05), and the rest (95% CI 1.2–3.4) kept.
The drug was approved (FDA, May 2018) and withdrawn (June 2020).
Windows (1995) and Android (2008) changed the office.
The Treaty of Lausanne (1923) and the Sykes–Picot agreement (1916) drew the line.
Volume 12 (2018) and Issue 3 (2019) are out of print.
Edition (2nd, 1998), version (3.1, 2018), model (T, 1908).
Ibn Rushd (d. 1198) and Ibn Sina (980–1037) were read in Paris.
She scored it ten (out of 2018) and left.
The club (est. 1907) won the cup (1950, 1954 and 1958).
Genesis (1:2018) and Surah (2:255) are verses.
The hearing (Wednesday, 2018) was put off; so was the Summit (Riyadh, 2017).
The budget (2018/2019) was passed, that of (2019-2020) was not.
He wrote "I came in 1950 (or 1951)" on the wall.
Smoking fell in Sweden (1980, 12%; 1990, 9%).
The Constitution (1971, art. 3) and the Penal Code (1937, s. 5) agree.
Resolution 242 (1967) and Decree 14 (1980) are short.
It is 5 km (1950 m) to the well; see p. 2018 (above).
Johnson & Johnson (2020) recalled the powder, and Marks & Spencer (1999) closed its shops.
The firm (Deloitte & Touche, 1998) was hired.
The painting (Picasso, 1937) hangs in Madrid; the song (Lennon, 1971) was played.
The film (Chahine, 1958) and the play (Wannous, 1996) were banned.
Her son (Tariq, 1998) and her daughter (Mona, 2001) were born in Basra.
He crossed the Tigris (March 1917) and entered Mosul (1918).
The castle (Krak, 1142) fell.
In Article 5 (1998) and Rule 7 (2004, amended) it is said.
Hurricane Katrina (2005) and Typhoon Haiyan (2013) were worse.
The euro (introduced 1999) rose; GDP (2018) fell 3%.
The Hague Regulations (1907, art. 43) and Geneva Convention IV (1949, art. 27) apply.
Brown v. Board of Education (1954) and Marbury v. Madison (1803, p. 177) are cases.
Donoghue v Stevenson [1932] AC 562 and [1999] 2 WLR 27 are reports.
See U.N. Doc. A/RES/217 (1948, p. 71) and OJ L 119 (2016, p. 1).
His Majesty King Hussein (1999) died; Prime Minister Wasfi al-Tal (1971) was shot.
Question 7 (2018), item 3 (2019), step 2 (2020).
They met in Rome (Italy, 2010), then in Bonn (Germany, 2011).
The trial (NCT, 2018) was stopped; the virus (SARS, 2003) spread.
The cohort (Framingham, 1948) is old, the scale (Beck, 1961) older.
Let A = [1, 2] and B = [2, 3] and f(x) in [1, 3].
His dates (1900?–1970?) are unsure; hers (c. 1905–80) too.
Chapter 3 (2018 edn.) and the reprint (Faber, 2018).
In the 2018 (revised) text, Smith moved on (2018).
Mr Smith, 2018's man of the year, left (Smith was 60).
The Times (2018, p. 4) said so.
"""

ARABIC = """\
أغلقت القناة عام 1956 ثم فتحت (1957)، وبقيت الدكاكين مغلقة.
صدر قانون الأراضي (1858) ثم قانون الطابو (1861).
نص القانون رقم 12 لسنة 2003 (المعدل سنة 2010) على ذلك (انظر الجدول 3).
قال: «جاؤوا [كذا] جميعاً» ثم «[رحل] الرجال».
الفترة [0، 1] مغلقة، والمجال [2، 4] مفتوح، والمادة [3] ملغاة.
خطب الرئيس عبد الناصر (1956) ثلاث ساعات.
ولد الكندي (185هـ) وتوفي الفارابي (ت 339هـ) في دمشق.
ارتفع عدد السكان من 12 ألفاً (1931) إلى 44 ألفاً (1961).
أفرغت الحرب العالمية الثانية (1939–1945) وحرب حزيران (1967) الشارع.
نشر في الجريدة الرسمية (1986، ص 14) وفي الوقائع العراقية (1970، ص 3).
كان ذلك في (أيار 2018) يوم خميس، وسقط الجسر (الشكل 2، 2018).
فيلم باب الحديد (1958) ورواية زقاق المدق (1947).
بغداد (2003) والكويت (1990) اسمان لحربين.
المريض (ذكر، 1948) والمريضة (أنثى، 1950) من المدخنين.
(القاهرة، 1952) (بيروت، 1982) (حلب، 2012) كلها تواريخ.
معاهدة لوزان (1923) واتفاقية سايكس بيكو (1916).
المجلد 12 (2018) والعدد 3 (2019) نفدا.
الدستور (1971، المادة 3) وقانون العقوبات (1937، المادة 5).
قرار مجلس الأمن 242 (1967) ومرسوم 14 (1980).
كأس العالم (2018) وبطولة آسيا (2019).
وزارة العدل (القاهرة، 2011) بناية قديمة.
البقرة (255) والنساء (176) وآل عمران (200).
جامعة بغداد (تأسست 1957) وجامعة البصرة (تأسست 1964).
ثورة العشرين (1920) وثورة تموز (1958).
شركة أرامكو (2019) وبنك الرافدين (1941) مؤسستان.
ولد ابنها (طارق، 1998) وابنتها (منى، 2001) في البصرة.
دخل بغداد (آذار 1917) ثم الموصل (1918).
إعصار كاترينا (2005) وزلزال القاهرة (1992).
اتفاقية لاهاي (1907، المادة 43) واتفاقيات جنيف (1949).
قضية براون (1954) والطعن رقم 12 (1980).
قالت الأهرام (1956، ص 1) ذلك، وكذلك القانون المدني (1951، المادة 4).
المجلس الأعلى (2011، ص 3) والجيش اللبناني (2017، ص 5).
جلالة الملك حسين (1999) والأمير فيصل (1921).
السؤال 7 (2018) والبند 3 (2019).
(روما، 2010) و(ألمانيا، 2011) و(شتاء 2012) و(رمضان 1440هـ).
لتكن س = [1، 2] و ص ضمن المجال [2، 3].
الطبعة الثانية (2018) والترجمة العربية (2019، ص 3).
المعرض الدولي (1970، ص 3) والمتحف الوطني (2003).
عاش الملك الحسين (1935–1999) في عمان، والشاعر السياب (1926-1964) في جيكور.
تراجع السعر (2018م) ثم ارتفع (1440هـ).
مجلة المنار (1898) وجريدة المقطم (1889).
جدول (3، 2018) وشكل (2009).
الحملة الفرنسية (1798) والاحتلال البريطاني (1882، ص 4).
اللوحة (بيكاسو، 1937) معلقة في مدريد.
"""

ENGLISH_LIST = """

## References

Smith, John (2018). The first book. London: Faber.

Lee, Ann (2020). Some title here. Journal of Towns, 3(2), 4-9.

Nasser, Dina (2011). Turns. London: Zed.

World Health Organization (2017). World report. Geneva: WHO.
"""
ARABIC_LIST = """

## المراجع

الجابري، محمد عابد (2009). تكوين العقل العربي. بيروت: مركز دراسات الوحدة العربية.

عبد الناصر، منى (2011). مدن النهر. القاهرة: دار الشروق.

حسين، طه (1926). في الشعر الجاهلي. القاهرة: دار الكتب المصرية.

وزارة العدل (2013). التقرير السنوي. القاهرة: وزارة العدل.
"""
NUMBERED_LIST = """

## References

1. Smith, John. The first book. London: Faber, 2018.
2. Jones, Mary. The second book. London: Faber, 2019.
3. Lee, Ann. The third book. London: Faber, 2020.
"""
ENGLISH_CITING = "As said (Smith, 2018) and (Lee, 2020) and (WHO, 2017, p. 4).\n\n"
ARABIC_CITING = "كما قيل (الجابري، 2009) وكذلك (حسين، 1926، ص 5) وأيضا (وزارة العدل، 2013).\n\n"
NUMBERS_CITING = "As said [1], and [2, 3].\n\n"
#: What stands before the prose, the list behind it, and the places that the former cites.
PAPERS = {
    ENGLISH: [
        (ENGLISH_CITING, ENGLISH_LIST, ["(Smith, 2018)", "(Lee, 2020)", "(WHO, 2017, p. 4)"]),
        ("", ENGLISH_LIST, []),
        (NUMBERS_CITING, NUMBERED_LIST, ["[1]", "[2, 3]"]),
        ("", NUMBERED_LIST, []),
    ],
    ARABIC: [
        (ARABIC_CITING, ARABIC_LIST, ["(الجابري، 2009)", "(حسين، 1926، ص 5)", "(وزارة العدل، 2013)"]),
        ("", ARABIC_LIST, []),
        (NUMBERS_CITING, NUMBERED_LIST, ["[1]", "[2, 3]"]),
        ("", NUMBERED_LIST, []),
    ],
}


def places(text: str) -> list[str]:
    """What of a text is read as citing."""
    return [note.text for note in linked(text).document.notes if note.kind == "in-text"]


@pytest.mark.parametrize("prose", PAPERS, ids=["english", "arabic"])
@pytest.mark.parametrize("paper", range(4), ids=["by year", "by nothing", "by number", "numbered"])
def test_prose_is_not_cited(prose: str, paper: int) -> None:
    before, references, cited = PAPERS[prose][paper]
    assert places(before + prose.replace("\n", "\n\n") + references) == cited


@pytest.mark.parametrize("line", [*ENGLISH.splitlines(), *ARABIC.splitlines()])
def test_a_line_of_prose_alone_makes_no_paper_cite(line: str) -> None:
    for references in (ENGLISH_LIST, ARABIC_LIST, NUMBERED_LIST):
        assert places(line + references) == []
