"""The words around citations in running text."""

from __future__ import annotations

from functools import cache

from refkit.text import fold
from refkit.vocabulary.terms import ET_AL, LEAD_INS

#: What stands for further authors.
OTHERS = (*ET_AL, "وآخرين", "وزملاؤهم", "ورفاقه", "and colleagues", "and co-authors", "u.a.", "et coll.")
#: What introduces a citation between brackets, beside what introduces one in a note.
DATED_LEAD_INS = (*LEAD_INS, "انظر", "but see also", "as in", "also", "following", "after", "e.g.,", "في", "عن", "عند")
#: Verbs and prepositions that an author's name stands behind.
_REPORTS = """
    argue note show find write claim hold suggest call say observe report put ask
    argues argued notes noted shows showed finds found writes wrote claims claimed holds held suggests suggested calls says
    said observes reports reported puts asks according see following by to
    يرى ويرى ويذهب يذهب يقول ويقول قال كتب ويشير يشير أشار ذكر ويذكر يذكر رأى ويؤكد يؤكد أكد بين ويعرف حسب عند لدى ذهب
"""
#: Who is named with the year of a deed, not of a book.
_RULERS = """
    president king queen sultan caliph emperor empress pope general colonel minister senator prince princess shah pasha emir
    khedive pharaoh imam bishop patriarch chancellor governor captain admiral saint
"""


@cache
def rulers() -> frozenset[str]:
    """Folded titles of people who stand with a year as the subject of history: President Carter (1977)."""
    return frozenset(_RULERS.split())


@cache
def reports() -> frozenset[str]:
    """Folded words behind which a name with a year is an author's."""
    return frozenset(fold(word) for word in _REPORTS.split())


#: Things that stand before a year in prose, and in no name: laws, wars, seasons.
DATED_THINGS = (
    "قانون", "القانون", "دستور", "الدستور", "اتفاقية", "معاهدة", "قرار", "مرسوم", "نظام", "تعداد", "ثورة", "حرب", "معركة",
    "انقلاب", "أزمة", "انتخابات", "مؤتمر", "إعلان", "ميثاق", "عام", "سنة", "عهد", "طبعة", "الطبعة", "شكل", "جدول", "ربيع", "صيف",
    "خريف", "شتاء", "المادة", "لائحة", "بروتوكول", "نكسة", "نكبة", "هزيمة", "كأس", "بطولة", "فيلم", "رواية", "ديوان", "عدد",
    "law", "act", "treaty", "convention", "constitution", "resolution", "agreement", "war", "battle", "census", "olympics",
    "election", "elections", "revolution", "crisis", "article", "section", "figure", "table", "chapter", "year", "spring",
    "summer", "autumn", "fall", "winter", "early", "late", "since", "until", "circa", "ca.", "c.", "born", "died", "decree", "code",
    "cup", "championship", "version", "edition", "accord", "accords", "declaration", "protocol", "charter", "summit", "uprising",
    "reform", "coup", "earthquake", "pandemic", "covid", "film", "novel", "issue", "volume", "appendix", "day", "conference",
    "source", "sources", "data", "المصدر", "مصدر", "d.", "b.", "r.", "fl.", "reigned", "ت", "توفي", "المتوفى", "ولد", "حكم", "حوالي",
)  # fmt: skip
