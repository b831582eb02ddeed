"""The words around citations in running text."""

from __future__ import annotations

from functools import cache

from refkit.text import fold
from refkit.vocabulary.terms import ET_AL, JOURNAL, LEAD_INS

#: What stands for further authors.
OTHERS = (*ET_AL, "وآخرين", "وزملاؤهم", "ورفاقه", "and colleagues", "and co-authors", "u.a.", "et coll.")
#: What introduces a citation between brackets, beside what introduces one in a note.
DATED_LEAD_INS = (*LEAD_INS, "انظر", "but see also", "as in", "also", "following", "after", "e.g.,", "في", "عن", "عند")
#: What stands for the year of a work that has none yet.
FORTHCOMING = (
    "forthcoming", "in press", "to appear", "under review", "قيد النشر", "تحت النشر", "قيد الطبع", "تحت الطبع", "قيد الإعداد", "مقبول للنشر",
    "à paraître",
)  # fmt: skip
#: What stands between a source that was not seen and the one that it is cited from.
THROUGH = (
    "as cited in", "cited in", "as quoted in", "quoted in", "qtd. in", "cited by", "quoted by", "cited after", "as reported in", "apud",
    "نقلا عن", "نقلا من", "كما ورد في", "كما ورد عند", "ورد في", "ورد عند", "وردت في", "مقتبس من", "مقتبس عن", "كما نقل عنه", "المذكور في",
)  # fmt: skip
#: What somebody said or wrote to the author stands in no list: (Smith, personal communication, 2018).
PERSONAL = (
    "personal communication", "personal interview", "interview with", "interviewed", "personal correspondence", "private communication", "pers. comm.",
    "email", "e-mail", "letter to", "مقابلة", "مقابلة شخصية", "اتصال شخصي", "مراسلة شخصية", "حديث شخصي", "رسالة شخصية", "لقاء شخصي",
)  # fmt: skip
#: Series and papers that stand with a year and a page, and are nobody: ICJ Reports (1986, p. 14), الجريدة الرسمية (1986).
SERIALS = (
    *JOURNAL, "reports", "report", "rep.", "reporter", "gazette", "series", "recueil", "hansard", "bulletins", "records", "record", "minutes", "papers",
    "yearbooks", "digest", "collection", "archives", "archive", "registry", "register", "statutes", "code", "codex", "treaties", "documents",
    "الجريدة", "الوقائع", "وقائع", "الرائد", "المجموعة", "مجموعة", "مدونة", "السجل", "سجل", "النشرة", "الصحيفة", "المحضر", "محضر", "محاضر", "وثائق", "الوثائق",
    "الأرشيف", "أرشيف", "الأحكام", "أحكام", "موسوعة", "الموسوعة", "تقارير", "سلسلة", "الملف", "ملف",
)  # fmt: skip
#: Verbs and prepositions that an author's name stands behind.
_REPORTS = """
    argue note show find write claim hold suggest call say observe report put ask
    argues argued notes noted shows showed finds found writes wrote claims claimed holds held suggests suggested calls says
    said observes reports reported puts asks according see following by to
    يرى يذهب يقول قال كتب يشير أشار ذكر يذكر رأى يؤكد أكد بين يعرف حسب عند لدى ذهب يضيف أضاف يلاحظ لاحظ يوضح أوضح يعتقد
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
    words = {fold(word) for word in _REPORTS.split()}
    return frozenset(words | {joint + word for joint in "وف" for word in words if not word.isascii()})


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
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "est.", "established", "founded", "opened", "built",
    "amended", "published", "formerly", "now", "then", "today", "before", "after", "male", "female",
    "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "تأسس", "تأسست", "أسس", "أسست", "أنشئ", "أنشئت", "افتتح", "افتتحت", "صدر",
    "صدرت", "بني", "بنيت", "نشر", "نشرت", "طبع", "طبعت", "المعدل", "المعدلة", "منذ", "حتى", "قبل", "بعد", "نحو", "آنذاك", "حينها", "سابقا", "حاليا",
)  # fmt: skip

#: What is numbered in brackets without being a source: Section [3] cites nothing.
_NUMBERED_THINGS = """
    section sections article articles clause rule paragraph paragraphs para paras page pages line lines chapter verse table figure fig
    equation eq formula step item items number no nos column row version model question grade type group
    مادة مواد فقرة بند بنود فصل باب قسم جدول شكل معادلة صيغة خطوة رقم سطر صفحة ص آية عمود صف نقطة نسخة إصدار سؤال نموذج
"""
#: What has two ends, or values: the interval [1, 2].
_SPANS_OF_NUMBERS = """
    interval intervals range segment array vector matrix scale bounds domain between
    فترة مجال مدى نطاق متجه مصفوفة مقياس سلم بين
"""
#: Small words between these and their numbers: on a scale of [1, 5].
SMALL_WORDS = frozenset(("of", "from", "within", "in", "من", "في", "ضمن", "علي"))
#: What is written together with an Arabic word before it.
_HEADS = ("ال", "وال", "بال", "فال", "كال", "لل", "ولل", "و", "ب", "ل")


@cache
def numbered_things() -> frozenset[str]:
    """Folded words before a number in brackets that is theirs."""
    return _with_heads(_NUMBERED_THINGS)


@cache
def spans_of_numbers() -> frozenset[str]:
    """Folded words before numbers in brackets that are ends of an interval, or values."""
    return _with_heads(_SPANS_OF_NUMBERS)


def _with_heads(words: str) -> frozenset[str]:
    folded = {fold(word) for word in words.split()}
    return frozenset(folded | {head + word for head in _HEADS for word in folded if not word.isascii()})
