"""RK701 missing-required-field."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Entry, Fields, Linked, Reference
from refkit.rules.entries import placed_entries
from refkit.settings import Settings
from refkit.text import shade
from refkit.vocabulary import find
from refkit.vocabulary.terms import NO_PUBLISHER

#: CSL type -> fields that make the work findable, with the word for each.
_REQUIRED = {
    "thesis": (("publisher", "the university"), ("genre", "the degree")),
    "article-journal": (("container_title", "the journal"),),
    "chapter": (("container_title", "the book that it is part of"),),
    "book": (("publisher", "the publisher"),),
}


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Lines without a field that their type needs; a field that most lines of that type in the list lack is house style."""
    for found in linked.document.lists:
        for kind, required in _REQUIRED.items():
            lines = [line for line in found.references if line.fields.type == kind and line.fields.title]
            for name, label in required:
                lacking = [line for line in lines if not getattr(line.fields, name) and not _excused(line, name)]
                if len(lacking) * 2 > len(lines) and len(lines) > 1:
                    continue
                for line in lacking:
                    yield Problem(
                        f"{_ARTICLE[kind]} without {label}", line, references=(line.id,), data={"field": _csl(name)}
                    )
    yield from _of_libraries(linked)


def _of_libraries(linked: Linked) -> Iterator[Problem]:
    """Entries without a field that their type needs; a library has no house style to leave one out."""
    for placed in placed_entries(linked):
        entry = placed.entry
        for name, label in _REQUIRED.get(entry.type or "", ()):
            if entry.title and not getattr(entry, name) and not _is_elsewhere(entry, name):
                yield placed.problem(f"{entry.key}: {_ARTICLE[entry.type or '']} without {label}", _csl(name))


def _is_elsewhere(entry: Entry, name: str) -> bool:
    """Whether a work needs no publisher, or is an article in an archive of preprints (arXiv), which has no journal."""
    if name == "publisher":
        return _needs_no_publisher(entry)
    return name == "container_title" and "eprint" in entry.custom


_ARTICLE = {"thesis": "a thesis", "article-journal": "an article", "chapter": "a chapter", "book": "a book"}


def _csl(name: str) -> str:
    return str(Fields.model_fields[name].alias or name)


def _excused(line: Reference, name: str) -> bool:
    """د.ن says that there is no publisher; a web page has none, a manuscript neither, nor a body that publishes itself."""
    if name != "publisher":
        return False
    return bool(find(NO_PUBLISHER, shade(line.text))) or _needs_no_publisher(line.fields)


def _needs_no_publisher(fields: Fields) -> bool:
    corporate = any(form.literal for person in fields.author for form in person.root.values())
    return bool(fields.URL or fields.container_title or corporate)


_LIST = (
    "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## ببليوغرافيا\n\n"
    "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
    "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n"
)
_LIST_EN = (
    "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n## Bibliography\n\n"
    "- Said, Edward, Orientalism, New York: Pantheon, 1978.\n"
)

RULE = Rule(
    code="RK701",
    name="missing-required-field",
    severity="warning",
    summary="A thesis without university or degree, an article without journal, a book without publisher.",
    reason="Without it the work cannot be found. A field that most lines of the list leave out is its house style.",
    bad=(
        _LIST + "3. جاسم، سداد نوري، العلاقات العراقية التركية، رسالة ماجستير، بغداد، ٢٠١٤.\n",
        _LIST_EN + "- Smith, Jane, The Making of Modern Iraq, PhD thesis, 2011.\n",
    ),
    good=(
        _LIST + "3. جاسم، سداد نوري، العلاقات العراقية التركية، رسالة ماجستير، جامعة بغداد، ٢٠١٤.\n",
        _LIST_EN + "- Smith, Jane, The Making of Modern Iraq, PhD thesis, University of Exeter, 2011.\n",
    ),
    check=check,
)
