"""RK404 container-variant."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.rk403_institution_variant import named, plain
from refkit.rules.spellings import Spelling, citations_of, problem, rare
from refkit.settings import Settings
from refkit.text import tokens

#: Words that one form of a journal's name has and the other lacks.
_LEFT_OUT = frozenset(("مجله", "دوريه", "the", "and", "و"))


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Each journal that is named in another form than most mentions name it."""
    for places, usual in rare(_spellings(linked)):
        yield problem(linked, "a journal", places, usual)


def _spellings(linked: Linked) -> Iterator[Spelling]:
    for passage, citation in citations_of(linked):
        found = named(passage, citation, "container-title")
        if found and citation.fields.type == "article-journal":
            words = [word for word in tokens(found.text) if word not in _LEFT_OUT]
            if len(words) > 1:
                yield Spelling("".join(words), plain(found.text), passage, found.start, found.end)


_NOTE = "نص.(1)\n\n(1) مصطفى مجيد أحمد، التحالف الاستراتيجي، {}، العدد ٥٨، ٢٠١٩، ص ٥.\n\n"
_LIST = "## المراجع\n\n1. أحمد، مصطفى مجيد، التحالف الاستراتيجي، {}، العدد ٥٨، ٢٠١٩.\n"
_NOTE_EN = "Text.[^1]\n\n[^1]: Sami Zubaida, “The Fragments of a Nation”, {}, vol. 34, no. 2, 2002, p. 205.\n\n"
_LIST_EN = "## References\n\n- Zubaida, Sami, “The Fragments of a Nation”, {}, vol. 34, no. 2, 2002, pp. 205-215.\n"

RULE = Rule(
    code="RK404",
    name="container-variant",
    severity="info",
    summary="One journal in two forms.",
    reason="مجلة العلوم السياسية and العلوم السياسيه are one journal; readers who count its articles find it twice.",
    bad=(
        _NOTE.format("مجلة العلوم السياسيه") + _LIST.format("مجلة العلوم السياسية"),
        _NOTE_EN.format("Journal of Arabic & Islamic Studies")
        + _LIST_EN.format("Journal of Arabic and Islamic Studies"),
    ),
    good=(
        _NOTE.format("مجلة العلوم السياسية") + _LIST.format("مجلة العلوم السياسية"),
        _NOTE_EN.format("*Journal of Arab Studies*") + _LIST_EN.format("*Journal of Arab Studies*"),
    ),
    check=check,
    fix="unsafe",
)
