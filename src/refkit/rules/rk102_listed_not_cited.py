"""RK102 listed-not-cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked, Place
from refkit.rules.views import asks_for_all, name_of, references
from refkit.settings import Settings
from refkit.text import fold

#: A bibliography may name what was read and not cited; a list of references may not.
_OPEN_LISTS = re.compile(r"bibliograph|further reading|works consulted|ببليوغرافيا|ببليوجرافيا|للاستزاده|قراءات")


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """One finding a work, at its first line; silent where the document cites nothing at all, and of works of which
    some citation may mean either (RK103).
    """
    if not any(citation.form != "none" for note in linked.document.notes for citation in note.citations):
        return
    citing = {note.kind for note in linked.document.notes if any(each.form != "none" for each in note.citations)}
    who = "no note" if citing == {"note"} else "nothing"
    lines = references(linked)
    headings = {found.id: fold(found.heading) for found in linked.document.lists}
    either = {key for link in linked.links if link.trouble == "ambiguous" for key in link.candidates}
    for work in linked.works:
        if work.notes or not work.references or work.key in either:
            continue
        line = lines[work.references[0]]
        open_list = _OPEN_LISTS.search(headings[line.list_id])
        yield Problem(
            f"listed, but {who} cites it: “{name_of(work)}”",
            line,
            references=work.references,
            works=(work.key,),
            severity="info" if open_list else "warning",
        )
    yield from _of_library(linked)


def _of_library(linked: Linked) -> Iterator[Problem]:
    """The entries of a library that nothing cites, where the document asks for all of them."""
    if not asks_for_all(linked):
        return
    for work in linked.works:
        if work.in_library and not work.references and not work.notes:
            message = f"in the library, of which the whole is asked for, but nothing cites it: “{name_of(work)}”"
            yield Problem(message, Place(), works=(work.key,))


RULE = Rule(
    code="RK102",
    name="listed-not-cited",
    severity="warning",
    summary="An entry that no note cites; info where the list is a bibliography or further reading.",
    reason="Under References or المراجع stands what is cited. An uncited line is left over from a draft, or its note went missing.",
    bad=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
        "2. الدوري، عبد العزيز، مقدمة في تاريخ صدر الإسلام، دار المشرق، بيروت، ١٩٨٤.\n",
        "Text.[^1]\n\n[^1]: Albert Hourani, *A History of the Arab Peoples*, London: Faber, 1991, p. 3.\n\n"
        "## Bibliography\n\n- Hourani, Albert, A History of the Arab Peoples, London: Faber, 1991.\n"
        "- Said, Edward, Orientalism, New York: Pantheon, 1978.\n",
        "Cities grew (Hourani, 1991, p. 3).\n\n## References\n\n"
        "Hourani, Albert (1991). A History of the Arab Peoples. London: Faber.\n\n"
        "Said, Edward (1978). Orientalism. New York: Pantheon.\n",
    ),
    good=(
        "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
        "## المراجع\n\n1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n",
    ),
    check=check,
)
