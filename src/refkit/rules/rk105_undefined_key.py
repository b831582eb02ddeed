"""RK105 undefined-key."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Fix, Linked
from refkit.rules.views import cited, has_entries
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Every citation by a key that no entry has, with the nearest key; silent where there are no entries at all."""
    if not has_entries(linked):
        return
    for found in cited(linked):
        if found.citation.form != "key" or found.work is not None:
            continue
        key, nearest = found.citation.key or "", next(iter(found.link.candidates), None)
        yield Problem(
            f"no entry has the key “{key}”",
            found.note,
            found.citation.start,
            notes=(found.note.id,),
            data={"key": key},
            fix=Fix(message=f"did you mean “{nearest}”?") if nearest else None,
        )


_LIBRARY = (
    "---\nreferences:\n"
    '- {{id: {0}, type: book, title: "{1}", author: [{{family: "{2}", given: "{3}"}}], issued: {4}}}\n---\n\n'
)
_WARDI = _LIBRARY.format("wardi1995", "وعاظ السلاطين", "الوردي", "علي", 1995)
_SAID = _LIBRARY.format("said1978", "Orientalism", "Said", "Edward", 1978)

RULE = Rule(
    code="RK105",
    name="undefined-key",
    severity="error",
    summary="A citation by a key (@key, \\cite{key}) that no entry of the library has.",
    reason="The program that prints the paper leaves a question mark or the bare key there.",
    bad=(
        f"{_WARDI}كثر الوعاظ [@wardi1959، ص 5].\n",
        f"{_SAID}The East was made in books [@said1979, p. 12].\n",
        f"{_SAID}The East was made in books \\cite[12]{{saidd1978}}.\n",
    ),
    good=(
        f"{_WARDI}كثر الوعاظ [@wardi1995، ص 5].\n",
        f"{_SAID}The East was made in books [@said1978, p. 12]. Write to editor@said1979.org.\n",
    ),
    check=check,
    fix="hint",
)
