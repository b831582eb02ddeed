"""RK508 entry-in-wrong-section."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked, Reference
from refkit.rules.views import short
from refkit.settings import Settings
from refkit.text import shade
from refkit.vocabulary import find
from refkit.vocabulary.terms import SECTIONS_OF

_WORDS = {"book": "a book", "article-journal": "an article", "thesis": "a thesis"}


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Lines that are surely of one kind in a section for another kind, where their list has a section for theirs."""
    for found in linked.document.lists:
        sections = dict.fromkeys(line.section for line in found.references if line.section)
        kinds = {section: _kinds(section) for section in sections}
        for line in found.references:
            kind, here = _kind(line), kinds.get(line.section or "", ())
            there = next((section for section in sections if kind in kinds[section]), None)
            if kind and here and kind not in here and there:
                yield Problem(
                    f"{_WORDS[kind]} under “{line.section}”, while “{there}” is for those: “{short(line.text)}”",
                    line,
                    references=(line.id,),
                )


def _kinds(section: str) -> tuple[str, ...]:
    """The types of works that a heading of a section names."""
    shadow = shade(section)
    return tuple(kind for kind, words in SECTIONS_OF.items() if find(words, shadow))


def _kind(line: Reference) -> str:
    """The type of a line, where what it prints leaves no doubt: a degree, a journal with its issue, a publisher alone."""
    fields = line.fields
    if fields.type == "thesis" and fields.genre and fields.publisher:
        return "thesis"
    if fields.type == "article-journal" and fields.container_title and (fields.volume or fields.issue):
        return "article-journal"
    sure = line.citation is not None and line.citation.confidence.get("publisher") == "agreed"
    online = fields.URL or fields.DOI or fields.container_title or fields.genre or fields.issue
    return (
        "book" if fields.type == "book" and fields.publisher and fields.publisher_place and sure and not online else ""
    )


_NOTE = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## ببليوغرافيا\n\n"
_BOOKS = "### أولاً: الكتب\n\n1. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n2. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
_ARTICLE = "أحمد، مصطفى مجيد، التحالف الاستراتيجي، مجلة العلوم السياسية، العدد ٥٨، ٢٠١٩.\n"
_THESIS = "جاسم، سداد نوري، العلاقات العراقية التركية، رسالة ماجستير، جامعة بغداد، ٢٠١٤.\n"
_THESES = "\n### ثانياً: الرسائل الجامعية\n\n1. "
_PERIODICALS = "\n### ثالثاً: الدوريات\n\n1. "
_NOTE_EN = "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n## Bibliography\n\n### Books\n\n"
_BOOKS_EN = "- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n- Said, Edward, Orientalism, New York: Pantheon, 1978.\n"
_ARTICLE_EN = "- Zubaida, Sami, “The Fragments Imagine the Nation”, International Journal of Middle East Studies, vol. 34, no. 2, 2002, pp. 205-215.\n"
_OTHER_EN = "- Tripp, Charles, “Iraq in the World”, Journal of Arab Studies, vol. 3, no. 1, 1995, pp. 1-20.\n"

RULE = Rule(
    code="RK508",
    name="entry-in-wrong-section",
    severity="info",
    summary="A book under الدوريات, a thesis under الكتب, where the list has a section for its kind.",
    reason="Readers look for a work in the section of its kind. What a line prints must leave no doubt of its kind.",
    bad=(
        _NOTE
        + _BOOKS
        + "3. "
        + _THESIS
        + _THESES
        + _THESIS.replace("جاسم، سداد نوري", "حسن، علي").replace("العلاقات", "السياسات"),
        _NOTE + _BOOKS + _THESES + _THESIS + "2. " + _ARTICLE + _PERIODICALS + _ARTICLE.replace("التحالف", "الصراع"),
        _NOTE_EN + _BOOKS_EN + _ARTICLE_EN + "\n### Journal articles\n\n" + _OTHER_EN,
    ),
    good=(
        _NOTE + _BOOKS + _THESES + _THESIS + _PERIODICALS + _ARTICLE,
        _NOTE_EN + _BOOKS_EN + "\n### Journal articles\n\n" + _ARTICLE_EN,
    ),
    check=check,
)
