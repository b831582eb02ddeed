"""RK103 ambiguous-match."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import cited, name_of, short, works
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every citation that fits several works alike: by author and year, or by all that it says."""
    known = works(linked)
    for found in cited(linked):
        keys = found.link.candidates
        dated = found.citation.names_year and found.link.trouble == "ambiguous"
        scored = (
            found.citation.form in ("full", "short")
            and not found.citation.names_year
            and found.work is not None
            and found.link.trouble is None
        )
        if len(keys) < 2 or not (dated or scored):
            continue
        titles = " / ".join(f"“{name_of(known[key])}”" for key in keys)
        advice = "add a letter to the year, here and in the list" if dated else "say what tells them apart"
        yield Problem(
            f"“{short(found.citation.text)}” fits {len(keys)} works alike: {titles}",
            found.note,
            found.citation.start,
            notes=(found.note.id,),
            works=keys,
            fix=Fix(message=advice),
        )


RULE = Rule(
    code="RK103",
    name="ambiguous-match",
    severity="warning",
    summary="A citation fits two works of the list alike.",
    reason="The reader cannot tell which of the two is meant, and a program that picks one is wrong half of the time.",
    bad=(
        "كثر الوعاظ (الوردي، 1994، ص 5)، وكثرت حكاياتهم (الدوري، 1984، ص 20).\n\n## المراجع\n\n"
        "الدوري، عبد العزيز (1984). مقدمة في تاريخ صدر الإسلام. بيروت: دار المشرق.\n\n"
        "الوردي، علي (1994). مهزلة العقل البشري. لندن: دار كوفان.\n\n"
        "الوردي، علي (1994). أسطورة الأدب الرفيع. لندن: دار كوفان.\n",
        "The town was small (Hourani, 1991, p. 3), and its markets were smaller (Said, 1981).\n\n## References\n\n"
        "Hourani, Albert (1991). A History of the Arab Peoples. London: Faber.\n\n"
        "Said, Edward (1981). Covering Islam. New York: Pantheon.\n\n"
        "Said, Edward (1981). The Question of Palestine. New York: Vintage.\n",
    ),
    good=(
        "كثر الوعاظ (الوردي، 1994أ، ص 5)، وكثرت حكاياتهم (الوردي، 1994ب، ص 20).\n\n## المراجع\n\n"
        "الوردي، علي (1994أ). مهزلة العقل البشري. لندن: دار كوفان.\n\n"
        "الوردي، علي (1994ب). أسطورة الأدب الرفيع. لندن: دار كوفان.\n",
        "The town was small (Said, 1978, p. 3), and its markets were smaller (Said, 1981).\n\n## References\n\n"
        "Said, Edward (1978). Orientalism. New York: Pantheon.\n\n"
        "Said, Edward (1981). Covering Islam. New York: Pantheon.\n",
    ),
    check=check,
    fix="hint",
)
