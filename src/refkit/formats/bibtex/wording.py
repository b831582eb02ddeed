"""Words that BibTeX has keys for: kinds of theses, what says that a work is not published."""

from __future__ import annotations

from refkit.text import fold, shade
from refkit.vocabulary import find, terms

#: biblatex's key of a genre -> how it is called, by language. `other` thesis types are written as they are called.
GENRES = {
    "mathesis": {"ar": "رسالة ماجستير", "en": "master's thesis", "fr": "mémoire de master"},
    "phdthesis": {"ar": "أطروحة دكتوراه", "en": "PhD thesis", "fr": "thèse de doctorat"},
    "bathesis": {"ar": "مشروع تخرج", "en": "bachelor's thesis", "fr": "mémoire de licence"},
    "candthesis": {"ar": "رسالة كانديدات", "en": "candidate thesis", "fr": "thèse de candidat"},
    "techreport": {"ar": "تقرير فني", "en": "technical report", "fr": "rapport technique"},
    "resreport": {"ar": "تقرير بحثي", "en": "research report", "fr": "rapport de recherche"},
}
#: The genre that an entry type of classic BibTeX says by itself.
OF_TYPE = {"mastersthesis": "mathesis", "phdthesis": "phdthesis", "techreport": "techreport"}
#: What is written where biblatex wants a type and the entry says none.
UNSAID = {"thesis": {"ar": "أطروحة", "en": "thesis"}, "report": {"ar": "تقرير", "en": "report"}}
#: Folded; they stand within words (الماجستير, الدكتوراه).
_MASTER = ("ماجستير", "ماجيستير", "ماستر", "master", "magister", "maitrise", "msc")
_DOCTOR = ("دكتور", "phd", "ph d", "doctor", "doktor", "dphil")
_UNPUBLISHED = {"ar": "غير منشورة", "en": "unpublished"}


def genre(key: str, tag: str) -> str:
    """How a genre that biblatex has a key for is called in a language; other genres are what they are called."""
    forms = GENRES.get(key)
    return forms.get(tag) or forms["en"] if forms else key


def key_of_genre(text: str) -> str | None:
    """biblatex's key for a thesis: mathesis or phdthesis; None where the text says neither or both."""
    folded = fold(text)
    master, doctor = (any(word in folded for word in words) for words in (_MASTER, _DOCTOR))
    return None if master == doctor else "mathesis" if master else "phdthesis"


def unpublished(text: str, tag: str) -> str | None:
    """What a note says where a genre calls a thesis unpublished; None where it does not."""
    return _UNPUBLISHED.get(tag, _UNPUBLISHED["en"]) if find(terms.UNPUBLISHED, shade(text)) else None
