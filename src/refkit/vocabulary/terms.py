"""The terms that citations are made of, as people write them; `patterns.finder` makes expressions of them."""

# --- pointing back ---------------------------------------------------------------------------------------------

#: The work of the note before.
IBID = (
    "المصدر السابق نفسه", "المرجع السابق نفسه", "المصدر نفسه", "المرجع نفسه", "المصدر ذاته", "المرجع ذاته",
    "المصدر عينه", "المرجع عينه", "نفس المصدر السابق", "نفس المرجع السابق", "نفس المصدر", "نفس المرجع", "ذات المصدر",
    "ذات المرجع", "المكان نفسه", "نفس المكان", "ibidem", "ibid.", "ibid", "ib.",
)  # fmt: skip
#: An earlier work of the author named.
OP_CIT = (
    "مصدر سبق ذكره", "مرجع سبق ذكره", "المصدر سبق ذكره", "المرجع سبق ذكره", "مصدر سبقت الإشارة إليه",
    "مرجع سبقت الإشارة إليه", "مصدر تقدم ذكره", "مرجع تقدم ذكره", "مصدر مر ذكره", "مرجع مر ذكره", "مصدر سابق",
    "مرجع سابق", "مصدر مذكور", "مرجع مذكور", "المصدر المذكور", "المرجع المذكور", "سبقت الإشارة إليه", "سبق ذكره",
    "سبق الإشارة إليه", "تقدم ذكره", "مر ذكره", "مقال سابق", "بحث سابق", "op. cit.", "op.cit.", "op. cit", "op cit",
    "opus citatum", "opere citato", "cited above", "work cited above",
)  # fmt: skip
#: Ibid. in one house style, op. cit. in the next: decided by what stands around them.
IBID_OR_OP_CIT = ("المصدر السابق", "المرجع السابق", "السابق", "loc. cit.", "loc.cit.", "loc. cit", "loc cit")
#: The page of the note before; with a back-reference, or alone for one.
SAME_PAGE = ("الصفحة نفسها", "الصفحة ذاتها", "نفس الصفحة", "الموضع نفسه", "same page", "p. same")
#: Initials of the above; only where they are the whole of what is cited.
IBID_INITIALS = ("م.ن.", "م. ن.", "م.ن", "م. ن", "م ن")
OP_CIT_INITIALS = ("م.س.ذ.", "م. س. ذ.", "م.س.ذ", "م. س. ذ", "م.س.", "م. س.", "م.س", "م. س", "م س ذ", "م س")

#: What introduces a citation and is no part of it.
LEAD_INS = (
    "للمزيد من التفاصيل", "للمزيد من المعلومات", "للمزيد من التفصيل", "لمزيد من التفاصيل", "لمزيد من المعلومات",
    "لمزيد من التفصيل", "للتفاصيل", "للتفصيل", "للمزيد", "للاستزادة", "ينظر أيضا", "ينظر كذلك", "ينظر", "انظر أيضا",
    "انظر كذلك", "أنظر", "راجع أيضا", "راجع", "يراجع", "قارن", "نقلا عن", "نقلاً من", "في هذا الصدد", "مقتبس من",
    "على سبيل المثال", "مثلا", "see also", "see for example", "see e.g.", "see, e.g.", "see generally", "see especially", "see", "cf.", "compare",
    "for more", "for more details", "for example", "e.g.", "quoted in", "cited in", "as cited in", "quoted by", "but see",
)  # fmt: skip

# --- numbers ---------------------------------------------------------------------------------------------------

PAGE = (
    "ص ص.", "ص ص", "ص.ص.", "ص. ص.", "ص.ص", "صص.", "صص", "ص.", "ص", "الصفحات", "الصفحة", "صفحات", "صفحة", "pages",
    "page", "pp.", "pp", "pgs.", "pg.", "p.", "p",
)  # fmt: skip
FOLIO = ("ورقة", "و.", "لوحة", "fol.", "folio")
VOLUME = ("المجلد", "مجلد", "مج.", "مج", "volume", "vols.", "vol.", "vol", "tome", "t.")
PART = ("الجزء", "جزء", "جـ", "ج.", "ج")
JOURNAL_YEAR = ("السنة", "سنة")
ISSUE = (
    "العددان", "العددين", "الأعداد", "العدد", "عدد خاص", "عدد", "ع.", "ع", "issues", "issue", "iss.", "nos.", "no.",
    "no", "number", "num.", "nr.", "n°",
)  # fmt: skip
EDITION = ("الطبعة", "طبعة", "ط.", "ط")
EDITION_AFTER = ("edition", "edn.", "edn", "ed.", "ed")
NUMERALS = {
    "الأول": 1, "الأولى": 1, "أولى": 1, "الثاني": 2, "الثانية": 2, "ثانية": 2, "الثالث": 3, "الثالثة": 3, "ثالثة": 3,
    "الرابع": 4, "الرابعة": 4, "رابعة": 4, "الخامس": 5, "الخامسة": 5, "خامسة": 5, "السادس": 6, "السادسة": 6,
    "سادسة": 6, "السابع": 7, "السابعة": 7, "سابعة": 7, "الثامن": 8, "الثامنة": 8, "ثامنة": 8, "التاسع": 9,
    "التاسعة": 9, "تاسعة": 9, "العاشر": 10, "العاشرة": 10, "عاشرة": 10, "الحادي عشر": 11, "الحادية عشرة": 11,
    "الثاني عشر": 12, "الثانية عشرة": 12, "الثالث عشر": 13, "الرابع عشر": 14, "الخامس عشر": 15, "السادس عشر": 16,
    "السابع عشر": 17, "الثامن عشر": 18, "التاسع عشر": 19, "العشرون": 20, "العشرين": 20, "الخامس والعشرون": 25,
    "الثلاثون": 30,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
}  # fmt: skip

NO_DATE = (
    "د.ت.", "د. ت.", "د.ت", "د. ت", "دون تاريخ", "بدون تاريخ", "بلا تاريخ", "ب.ت.", "ب.ت", "ب. ت", "بلا ت", "دون سنة نشر",
    "بدون سنة نشر", "n.d.", "n. d.", "nd", "no date", "undated",
)  # fmt: skip
NO_PLACE = (
    "د.م.",
    "د. م.",
    "د.م",
    "د. م",
    "ب.م",
    "بدون مكان نشر",
    "بدون مكان",
    "دون مكان نشر",
    "دون مكان",
    "s.l.",
    "n.p.",
)
NO_PUBLISHER = ("د.ن.", "د. ن.", "د.ن", "د. ن", "ب.ن", "بدون ناشر", "دون ناشر", "دون دار نشر", "بدون دار نشر", "s.n.")

# --- people ----------------------------------------------------------------------------------------------------

#: Titles that are no part of a name.
HONORIFICS = (
    "أ.د.", "أ. د.", "أ.د", "أ.م.د.", "أ.م.د", "م.د.", "م.د", "أ.م.", "م.م.", "م. م.", "م.م", "م.", "د.", "أ.",
    "الأستاذ الدكتور", "الأستاذة الدكتورة", "الأستاذ المساعد", "الأستاذ المشارك", "الدكتور", "الدكتورة", "دكتور",
    "دكتورة", "الأستاذ", "الأستاذة", "المدرس المساعد", "المدرس", "الشيخ", "السيد", "السيدة", "العلامة", "الإمام",
    "المهندس", "اللواء", "القاضي", "المستشار", "السفير", "الحافظ", "prof. dr.", "prof.", "professor", "dr.", "mr.",
    "mrs.", "ms.", "sir",
)  # fmt: skip
TRANSLATOR = (
    "ترجمة وتقديم", "ترجمة وتعليق", "ترجمه", "ترجمها", "ترجمة", "تعريب", "نقله إلى العربية", "المترجم", "translated by",
    "transl. by", "transl.", "trans. by", "trans.", "tr.",
)  # fmt: skip
EDITOR = (
    "دراسة وتحقيق", "تحقيق وتعليق", "تحقيق ودراسة", "تحقيق وتقديم", "تحقيق", "حققه", "المحقق", "تح.", "تح", "تحرير وتقديم",
    "تحرير", "المحرر", "إشراف", "جمع وتحقيق", "جمع وتقديم", "جمع وترتيب", "جمع:", "إعداد", "edited by", "ed. by", "eds. by",
)  # fmt: skip
#: Named on a title page without a CSL variable of their own among those that refkit compares.
OTHER_ROLES = ("مراجعة", "تقديم", "تصحيح", "ضبط", "شرح", "تعليق", "with a foreword by", "foreword by", "revised by")
#: What a person did, in brackets after the name.
ROLES = (
    "محرر",
    "محررون",
    "محررين",
    "مترجم",
    "محقق",
    "تحرير",
    "تحقيق",
    "ترجمة",
    "ed.",
    "eds.",
    "editor",
    "editors",
    "trans.",
    "translator",
)
ET_AL = ("وآخرون", "واخرون", "وآخرين", "وغيرهم", "وغيره", "وزملاؤه", "et al.", "et al", "and others", "et alii")

# --- bodies and containers ----------------------------------------------------------------------------------

JOURNAL = (
    "مجلة", "المجلة", "دورية", "الدورية", "حولية", "حوليات", "صحيفة", "جريدة", "نشرة", "فصلية", "كراسات", "journal",
    "magazine", "review", "quarterly", "bulletin", "annals", "newspaper", "proceedings", "gazette", "periodical", "weekly",
    "yearbook", "revue", "zeitschrift", "studia",
)  # fmt: skip
#: What introduces the book or the journal that a work is part of.
PART_OF = (
    "ضمن كتاب", "ضمن", "في كتاب", "في:", "بحث منشور في", "بحث منشور بـ", "مقال منشور في", "مقال منشور ضمن كتاب", "مقال في",
    "بحث في", "منشور في", "ورقة بحثية مقدمة إلى", "ورقة مقدمة إلى", "بحث مقدم إلى", "ورقة قدمت إلى", "paper presented at",
    "presented at", "in",
)  # fmt: skip
#: What is cited without standing in any list.
SCRIPTURE = (
    "سورة",
    "القرآن الكريم",
    "القرآن",
    "الكتاب المقدس",
    "سفر",
    "إنجيل",
    "qur'an",
    "quran",
    "koran",
    "the bible",
)
#: First words of laws and treaties, and of rulings.
LEGISLATION = (
    "قانون", "القانون", "دستور", "الدستور", "مرسوم", "المرسوم", "قرار", "القرار", "نظام", "لائحة", "اللائحة", "اتفاقية", "الاتفاقية",
    "معاهدة", "المعاهدة", "ميثاق", "act", "law", "constitution", "decree", "regulation", "treaty", "convention", "resolution",
)  # fmt: skip
LEGAL_CASES = (
    "طعن", "الطعن", "نقض", "تمييز", "محكمة", "حكم", "قضية", "الدعوى", "دعوى", "استئناف", "court", "case", "judgment",
)  # fmt: skip
UNIVERSITY = ("جامعة", "الجامعة", "university", "université", "universität", "universidad")
DEPARTMENT = (
    "كلية", "الكلية", "قسم", "معهد", "المعهد", "faculty", "college", "department", "school", "dept.", "institute",
)  # fmt: skip
PUBLISHER = (
    "دار", "الدار", "مطبعة", "المطبعة", "مطابع", "المطابع", "منشورات", "مكتبة", "المكتبة", "الناشر", "مؤسسة", "المؤسسة",
    "مركز", "المركز", "منشأة", "ديوان", "الشركة", "شركة", "الهيئة", "هيئة", "المجلس", "مجلس", "الأكاديمية", "أكاديمية",
    "المنظمة", "منظمة", "وزارة", "جمعية", "الجمعية", "اتحاد", "رابطة", "بيت الحكمة", "معهد", "المعهد", "وكالة", "اللجنة",
    "لجنة", "press", "publishers", "publisher", "publishing", "publications", "books", "verlag", "éditions", "editions",
    "center", "centre", "institute", "institution", "foundation", "council", "house", "commission", "association",
    "society", "academy", "organization", "organisation", "ministry", "agency", "bureau", "corporation", "& sons", "ltd",
    "inc.", "library", "committee", "observatory", "forum", "network",
)  # fmt: skip
#: A first word (Arabic) or a word anywhere (English) that makes an author a body, not a person.
CORPORATE = (
    "وحدة", "مركز", "المركز", "موقع", "وكالة", "وزارة", "هيئة", "الهيئة", "منظمة", "المنظمة", "جامعة", "كلية", "معهد",
    "المعهد", "مؤسسة", "المؤسسة", "شركة", "مجلس", "المجلس", "لجنة", "اللجنة", "قسم", "البنك", "بنك", "صندوق", "قناة",
    "صحيفة", "جريدة", "شبكة", "الأمم", "جمهورية", "المملكة", "الأمانة", "إدارة", "دائرة", "برنامج", "اتحاد", "الاتحاد",
    "رابطة", "جمعية", "الجمعية", "الوكالة", "الجامعة", "مجموعة", "نخبة", "نقابة", "unit", "center", "centre", "website", "agency", "ministry", "organization",
    "organisation", "university", "institute", "foundation", "council", "committee", "commission", "bank", "nations",
    "bureau", "department", "office", "network", "group", "association", "society", "news", "times", "post", "government",
    "union", "authority", "team", "staff", "reuters", "channel", "company", "corporation", "federation", "board",
)  # fmt: skip

MASTER = (
    "رسالة ماجستير", "رسالة الماجستير", "رسالة ماجيستير", "أطروحة ماجستير", "مذكرة ماجستير", "مذكرة ماستر", "بحث ماجستير",
    "ماجستير", "master's thesis", "master thesis", "masters thesis", "ma thesis", "m.a. thesis", "msc thesis",
    "m.sc. thesis", "master's dissertation", "mémoire de magister", "mémoire de master",
)  # fmt: skip
DOCTORATE = (
    "أطروحة دكتوراه", "أطروحة دكتورا", "رسالة دكتوراه", "رسالة دكتورا", "أطروحة الدكتوراه", "رسالة الدكتوراه", "دكتوراه",
    "phd thesis", "ph.d. thesis", "phd dissertation", "ph.d. dissertation", "doctoral dissertation", "doctoral thesis",
    "phd diss.", "ph.d. diss.", "dphil thesis", "thèse de doctorat", "ph.d", "phd",
)  # fmt: skip
OTHER_THESIS = ("أطروحة جامعية", "رسالة جامعية", "أطروحة", "بحث تخرج", "مشروع تخرج", "dissertation", "thesis")
#: Headings of what follows a reference list.
APPENDIX = (
    "ملحق",
    "الملاحق",
    "ملاحق",
    "الجداول",
    "الأشكال",
    "فهرس المحتويات",
    "appendix",
    "appendices",
    "annex",
    "tables",
    "index",
)
THESES = (*MASTER, *DOCTORATE, *OTHER_THESIS)
UNPUBLISHED = ("غير منشورة", "غير منشور", "غ منشورة", "unpublished")
PUBLISHED = ("منشورة", "منشور", "published")

ONLINE = (
    "متاح على الرابط الآتي", "متاح على الرابط التالي", "متاح على الرابط", "متاح على الموقع", "متاح على", "متوفر على الرابط",
    "متوفر على", "على الرابط الآتي", "على الرابط التالي", "على الرابط", "الرابط الإلكتروني", "الرابط", "رابط",
    "على الموقع الإلكتروني", "الموقع الإلكتروني", "على الموقع", "مسترجع من", "استرجع من", "موجود في", "شبكة الإنترنت",
    "available at", "available from", "available online at", "available on", "retrieved from", "accessed at", "url", "online", "في", "على", "من", "from", "via",
    "at",
)  # fmt: skip
ACCESSED = (
    "تاريخ الزيارة", "تاريخ زيارة الموقع", "تاريخ الدخول", "تاريخ الاطلاع", "تاريخ الوصول", "تاريخ الاسترداد",
    "تاريخ الاسترجاع", "تاريخ المشاهدة", "تاريخ التصفح", "شوهد في", "شوهد بتاريخ", "تمت الزيارة في", "تمت الزيارة بتاريخ",
    "تم الاطلاع عليه في", "تم الاطلاع في", "تم الاطلاع بتاريخ", "اطلع عليه في", "اطلع عليه بتاريخ", "استرجع في",
    "استرجع بتاريخ", "accessed on", "accessed", "last accessed", "date accessed", "retrieved on", "retrieved", "visited on",
    "last visited", "viewed", "consulted",
)  # fmt: skip

#: The kinds of works that sections of a list are headed by.
SECTION_KINDS = (
    "الكتب", "كتب", "الدوريات", "البحوث", "المجلات", "المقالات", "الرسائل", "الأطاريح", "الأطروحات", "الرسائل الجامعية",
    "الوثائق", "القوانين", "الصحف", "الجرائد", "الإنترنت", "الانترنيت", "شبكة المعلومات", "المواقع", "مواقع الإنترنت",
    "المخطوطات", "المصادر", "المراجع", "التقارير", "المؤتمرات", "الندوات", "المعاجم", "الموسوعات", "المقابلات", "الدراسات",
    "الأبحاث", "التشريعات", "الاتفاقيات", "القواميس", "المصادر الأولية", "المراجع العربية", "المراجع الأجنبية",
    "books", "periodicals", "journals", "articles", "theses", "dissertations", "messages", "internet", "websites", "web sites",
    "online sources", "electronic sources", "documents", "reports", "newspapers", "manuscripts", "primary sources",
    "secondary sources", "laws", "conferences", "research", "studies", "encyclopedias", "interviews", "archives",
    "journal articles", "book chapters", "arabic sources", "english sources", "foreign sources", "web sources",
)  # fmt: skip
