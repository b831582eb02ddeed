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
#: Of these a number of volumes is made.
VOLUMES = ("vol", "volumes", "bde", "tomes", "أجزاء", "مجلد", "أسفار", "جز")
PART = ("الجزء", "جزء", "جـ", "ج.", "ج")
JOURNAL_YEAR = ("السنة", "سنة")
ISSUE = (
    "العددان", "العددين", "الأعداد", "العدد", "عدد خاص", "عدد", "ع.", "ع", "issues", "issue", "iss.", "nos.", "no.",
    "no", "number", "num.", "nr.", "n°",
)  # fmt: skip
EDITION = ("الطبعة", "طبعة", "ط.", "ط")
EDITION_AFTER = ("edition", "edn.", "edn", "ed.", "ed")

#: What a number in brackets behind it belongs to: المادة (٣) is no note.
NUMBERED = (
    "مادة", "المادة", "المواد", "مواد", "فقرة", "الفقرة", "بند", "البند", "رقم", "الرقم", "جدول", "الجدول", "شكل", "الشكل", "ملحق",
    "الملحق", "خريطة", "الخريطة", "صورة", "الصورة", "معادلة", "المعادلة", "مثال", "المثال", "آية", "الآية", "فصل", "الفصل", "قرار", "القرار",
    "قانون", "القانون", "لوحة", "اللوحة", "نموذج", "النموذج", "عدد", "العدد", "article", "articles", "art", "section", "sect", "paragraph", "para",
    "clause", "table", "figure", "fig", "map", "plate", "appendix", "annex", "equation", "eq", "example", "no", "number", "nos",
    "chapter", "part", "rule", "item", "step", "verse", "note", "notes",
)  # fmt: skip

NO_DATE = (
    "دون سنة", "بدون سنة", "بلا سنة", "دون تاريخ نشر", "بدون تاريخ نشر", "دون تاريخ الطبع", "s.d.", "s. d.",
    "د.ت.", "د. ت.", "د.ت", "د. ت", "دون تاريخ", "بدون تاريخ", "بلا تاريخ", "ب.ت.", "ب.ت", "ب. ت", "بلا ت", "دون سنة نشر",
    "بدون سنة نشر", "n.d.", "n. d.", "nd", "no date", "undated",
)  # fmt: skip
NO_PLACE = (
    "د.م.", "د. م.", "د.م", "د. م", "ب.م", "بدون مكان نشر", "بدون مكان", "دون مكان نشر", "دون مكان", "بلا مكان",
    "بدون بلد", "s.l.", "n.p.",
)  # fmt: skip
NO_PUBLISHER = (
    "د.ن.", "د. ن.", "د.ن", "د. ن", "ب.ن", "بدون ناشر", "دون ناشر", "بلا ناشر", "دون دار نشر", "بدون دار نشر",
    "دون دار النشر", "بدون", "بلا", "s.n.",
)  # fmt: skip

#: A full stop behind one of these ends no sentence.
ABBREVIATIONS = (
    "proc", "trans", "conf", "rec", "symp", "int", "intl", "am", "amer", "soc", "assoc", "res", "rev", "math", "phys", "chem",
    "biol", "med", "sci", "comput", "comp", "eng", "env", "environ", "atm", "appl", "lett", "bull", "ann", "acad", "natl",
    "nat", "univ", "inst", "syst", "bot", "zool", "geol", "geophys", "mem", "dept", "tech", "rep", "vol", "no", "nos",
    "ed", "eds", "st", "dr", "jr", "sr", "mr", "mrs", "prof", "vs", "cf", "ca", "fig", "discr", "electr", "dev", "psych",
    "psychol", "hist", "stud", "quart", "mag", "arch", "pharm", "surg", "clin", "exp", "dent", "lieut", "gen", "col", "capt",
    "rev'd", "transl", "repr", "corp", "bros", "adv", "annu", "theor", "mech", "stat", "statist", "philos", "j", "oceanogr",
    "softw", "programm", "lang", "commun", "ser", "suppl", "lib", "mt", "ft", "pt", "pts", "viz", "pp", "sup", "auf",
)  # fmt: skip

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
    "ترجمة", "تعريب", "ترجمه", "ترجمها", "عربه", "عربها", "نقله إلى العربية", "نقلها إلى العربية", "نقله إلى الإنجليزية", "المترجم",
    "المعرب", "translated", "translated by", "translation by", "transl. by", "transl.", "trans. by", "trans.", "tr. by", "tr.",
    "traduit par", "traduction de", "trad. par", "trad. de", "trad.", "übersetzt von",
)  # fmt: skip
EDITOR = (
    "تحقيق", "حققه", "حققها", "المحقق", "تح.", "تح", "بتحقيق", "تحرير", "حرره", "المحرر", "المحررون", "إشراف", "بإشراف", "تحت إشراف",
    "جمع", "إعداد", "أعده للنشر", "اعتنى به", "اعتناء", "عني بتحقيقه", "عني بنشره", "نشره", "edited by", "ed. by", "eds. by",
    "compiled by", "comp. by", "sous la direction de", "sous la dir. de", "édité par", "éd. par", "herausgegeben von",
)  # fmt: skip
#: Named on a title page without a CSL variable of their own among those that refkit compares.
OTHER_ROLES = (
    "مراجعة", "راجعه", "تقديم", "قدم له", "تصدير", "تصحيح", "صححه", "ضبط", "ضبطه", "شرح", "شرحه", "تعليق", "علق عليه", "دراسة",
    "نشر", "نشرة", "بعناية", "عناية", "باعتناء", "خرج أحاديثه", "تخريج", "فهرسة", "with a foreword by", "foreword by", "introduction by", "with an introduction by",
    "revised by", "préface de", "introduction de",
)  # fmt: skip
#: What a person did, in brackets after the name.
ROLES = (
    "محرر", "محررون", "محررين", "مترجم", "محقق", "تحرير", "تحقيق", "ترجمة", "ed.", "eds.", "editor", "editors",
    "trans.", "translator",
)  # fmt: skip
ET_AL = ("وآخرون", "واخرون", "وآخرين", "وغيرهم", "وغيره", "وزملاؤه", "et al.", "et al", "and others", "et alii")

# --- bodies and containers ----------------------------------------------------------------------------------

JOURNAL = (
    "مجلة", "المجلة", "دورية", "الدورية", "حولية", "حوليات", "صحيفة", "جريدة", "نشرة", "فصلية", "كراسات", "journal",
    "magazine", "review", "quarterly", "bulletin", "annals", "newspaper", "proceedings", "gazette", "periodical", "weekly",
    "yearbook", "revue", "zeitschrift", "studia",
)  # fmt: skip
#: What a manuscript is told by.
MANUSCRIPT = ("مخطوط", "خزانة", "الخزانة", "دار الكتب", "رقم الحفظ", "رقم حفظ", "ms.", "manuscript")
#: Words that the names of series have.
SERIES = (
    "سلسلة", "السلسلة", "سلاسل", "series", "lecture notes", "ser.", "texts and monographs", "studies in", "monographs",
    "lncs", "lnai", "collection", "coll.",
)  # fmt: skip
#: What introduces the book or the journal that a work is part of.
PART_OF = (
    "ضمن", "في", "منشور", "منشورة", "نشر", "نشرت", "مقدم", "مقدمة", "قدم", "قدمت", "ألقي", "ألقيت", "مقال", "بمجلة", "بجريدة", "paper presented at",
    "presented at", "published in", "reprinted in", "appeared in", "dans",
)  # fmt: skip
#: What is cited without standing in any list.
SCRIPTURE = (
    "سورة", "القرآن الكريم", "القرآن", "الكتاب المقدس", "سفر", "إنجيل", "qur'an", "quran", "koran", "the bible",
)  # fmt: skip
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
    "مركز", "المركز", "المجمع", "مجمع", "عالم الكتب", "عالم المعرفة", "مطبوعات", "المكتب", "مكتب", "النادي", "بيت", "دائرة المعارف", "منشأة", "ديوان", "الشركة", "شركة", "الهيئة", "هيئة", "المجلس", "مجلس", "الأكاديمية", "أكاديمية",
    "المنظمة", "منظمة", "وزارة", "جمعية", "الجمعية", "اتحاد", "رابطة", "بيت الحكمة", "معهد", "المعهد", "وكالة", "اللجنة",
    "لجنة", "maktabat", "manshurat", "matbaat", "muassasat", "press", "publishers", "publisher", "publishing", "publications", "books", "verlag", "éditions", "editions",
    "center", "centre", "institute", "institution", "foundation", "council", "house", "springer", "springer-verlag",
    "elsevier", "wiley", "kluwer", "routledge", "addison-wesley", "addison wesley", "prentice hall", "prentice-hall", "morgan kaufmann",
    "mcgraw-hill", "mcgraw hill", "birkhäuser", "brill", "de gruyter", "erlbaum", "penguin", "knopf", "macmillan", "blackwell", "norton", "university press", "up",
    "gallimard", "l'harmattan", "seuil", "suhrkamp", "rowman & littlefield", "commission", "association",
    "society", "academy", "organization", "organisation", "ministry", "agency", "bureau", "corporation", "& sons", "ltd",
    "inc.", "library", "committee", "observatory", "forum", "network",
)  # fmt: skip
#: A first word (Arabic) or a word anywhere (English) that makes an author a body, not a person.
CORPORATE = (
    "وحدة", "مركز", "المركز", "موقع", "وكالة", "وزارة", "هيئة", "الهيئة", "منظمة", "المنظمة", "جامعة", "كلية", "معهد",
    "المعهد", "مؤسسة", "المؤسسة", "شركة", "مجلس", "المجلس", "لجنة", "اللجنة", "قسم", "البنك", "بنك", "صندوق", "قناة",
    "صحيفة", "جريدة", "شبكة", "الأمم", "جمهورية", "المملكة", "الأمانة", "إدارة", "دائرة", "برنامج", "اتحاد", "الاتحاد",
    "رابطة", "جمعية", "الجمعية", "الوكالة", "جهاز", "الجهاز", "الجامعة", "مجموعة", "نخبة", "نقابة", "unit", "center", "centre", "website", "agency", "ministry", "organization",
    "organisation", "university", "institute", "foundation", "council", "committee", "commission", "bank", "nations",
    "bureau", "department", "office", "network", "group", "association", "society", "news", "times", "post", "government",
    "union", "authority", "team", "staff", "reuters", "channel", "company", "corporation", "federation", "board",
)  # fmt: skip

#: Bodies that gather the works of others: their name over a list is that of a section, not of an author.
GATHERERS = (
    "موقع", "قناة", "شبكة", "قسم", "مجموعة", "برنامج", "مكتبة", "دار", "news", "website", "channel", "network", "times", "post",
    "group", "unit", "team", "staff", "office", "library", "press",
)  # fmt: skip

#: A thesis with its degree, which no title is likely to have.
THESIS_OF_DEGREE = (
    "رسالة ماجستير", "رسالة الماجستير", "رسالة ماجيستير", "أطروحة ماجستير", "مذكرة ماجستير", "مذكرة ماستر", "بحث ماجستير",
    "ماجستير", "أطروحة دكتوراه", "أطروحة دكتورا", "رسالة دكتوراه", "رسالة دكتورا", "أطروحة الدكتوراه", "رسالة الدكتوراه",
    "دكتوراه", "phd thesis",
)  # fmt: skip
MASTER = (
    "master's thesis", "master thesis", "masters thesis", "ma thesis", "m.a. thesis", "msc thesis",
    "m.sc. thesis", "master's dissertation", "mémoire de magister", "mémoire de master",
)  # fmt: skip
DOCTORATE = (
    "ph.d. thesis", "phd dissertation", "ph.d. dissertation", "doctoral dissertation", "doctoral thesis",
    "phd diss.", "ph.d. diss.", "dphil thesis", "thèse de doctorat", "ph.d", "phd",
)  # fmt: skip
OTHER_THESIS = (
    "رسالة مقدمة لنيل شهادة الماجستير", "رسالة مقدمة لنيل شهادة الدكتوراه", "أطروحة مقدمة لنيل شهادة الدكتوراه",
    "أطروحة لنيل شهادة الدكتوراه", "أطروحة لنيل الدكتوراه", "بحث لنيل دبلوم الدراسات العليا",
    "رسالة لنيل دبلوم الدراسات العليا", "مذكرة لنيل شهادة الماجستير", "مذكرة لنيل شهادة الماستر",
    "رسالة مقدمة لنيل درجة الماجستير", "رسالة مقدمة لنيل درجة الدكتوراه", "رسالة لنيل درجة الماجستير",
    "رسالة لنيل درجة الدكتوراه", "مذكرة تخرج", "رسالة تخرج", "أطروحة دولة", "مذكرة ماجستير", "رسالة دبلوم",
    "رسالة علمية", "thèse", "mémoire", "habilitation", "أطروحة جامعية", "رسالة جامعية", "أطروحة", "بحث تخرج",
    "مشروع تخرج", "dissertation", "thesis",
)  # fmt: skip
#: What tells the degree in the genre of a thesis.
MASTER_DEGREE = (
    "ماجستير", "الماجستير", "ماجيستير", "ماستر", "الماستر", "ماجستار", "master", "master's", "masters", "magister", "m.a.",
    "ma", "m.a", "msc", "m.sc.", "mphil",
)  # fmt: skip
DOCTORAL_DEGREE = (
    "دكتوراه", "الدكتوراه", "دكتورا", "الدكتورا", "ph.d.", "ph.d", "phd", "doctoral", "doctorate", "doctorat", "d.phil.", "dphil",
)  # fmt: skip
#: Headings of what follows a reference list.
APPENDIX = (
    "ملحق", "الملحق", "الملاحق", "ملاحق", "الجداول", "الأشكال", "فهرس المحتويات", "appendix", "appendices", "annex",
    "tables", "index",
)  # fmt: skip
THESES = (*THESIS_OF_DEGREE, *MASTER, *DOCTORATE, *OTHER_THESIS)
UNPUBLISHED = (
    "غير منشورة", "غير منشور", "غ منشورة", "مرقونة", "مرقون", "غير مطبوعة", "unpublished", "non publiée", "inédit",
)  # fmt: skip
PUBLISHED = ("منشورة", "منشور", "published")

ONLINE = (
    "متاح على الرابط الآتي", "متاح على الرابط التالي", "متاح على الرابط", "متاح على الموقع", "متاح على", "متوفر على الرابط",
    "متوفر على", "على الرابط الآتي", "على الرابط التالي", "على الرابط", "الرابط الإلكتروني", "الرابط", "رابط",
    "على الموقع الإلكتروني", "الموقع الإلكتروني", "على الموقع", "مسترجع من", "استرجع من", "موجود في", "شبكة الإنترنت",
    "available at", "available from", "available online at", "available on", "retrieved from", "accessed at", "url", "doi", "online", "في", "على", "من", "from", "via",
    "at",
)  # fmt: skip
ACCESSED = (
    "تاريخ الزيارة", "تاريخ زيارة الموقع", "تاريخ الدخول", "تاريخ الاطلاع", "تاريخ الوصول", "تاريخ الاسترداد",
    "تاريخ الاسترجاع", "تاريخ المشاهدة", "تاريخ التصفح", "شوهد في", "شوهد بتاريخ", "تمت الزيارة في", "تمت الزيارة بتاريخ",
    "تم الاطلاع عليه في", "تم الاطلاع عليه يوم", "تم الاطلاع عليه بتاريخ", "تم الاطلاع يوم", "اطلع عليه يوم", "شوهد يوم", "تم الاطلاع في", "تم الاطلاع بتاريخ", "اطلع عليه في", "اطلع عليه بتاريخ", "استرجع في",
    "استرجع بتاريخ", "accessed on", "accessed", "last accessed", "date accessed", "retrieved on", "retrieved", "visited on",
    "last visited", "viewed", "consulted", "cited",
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
#: CSL type -> what sections of works of that type are called.
SECTIONS_OF = {
    "book": ("الكتب", "كتب", "books", "monographs"),
    "article-journal": (
        "الدوريات", "البحوث", "المجلات", "المقالات", "الأبحاث", "الدراسات", "periodicals", "journals", "articles", "research", "papers",
    ),
    "thesis": ("الرسائل", "الأطاريح", "الأطروحات", "الرسائل الجامعية", "theses", "dissertations", "messages"),
}  # fmt: skip
