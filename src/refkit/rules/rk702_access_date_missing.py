"""RK702 access-date-missing."""

from __future__ import annotations

from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Linked, Reference
from refkit.settings import Settings


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Web sources without access date in a list where at least half of the web sources have one."""
    for found in linked.document.lists:
        online = [line for line in found.references if line.fields.URL and not _is_doi(line)]
        dated = sum(1 for line in online if line.fields.accessed)
        if not dated or dated * 2 < len(online):
            continue
        for line in online:
            if not line.fields.accessed:
                yield Problem(
                    f"no access date, which {dated} of the {len(online)} web sources of this list have",
                    line,
                    references=(line.id,),
                )


def _is_doi(line: Reference) -> bool:
    """Whether the address is that of a DOI, which does not change."""
    return bool(line.fields.DOI) or "doi.org/" in (line.fields.URL or "")


_TEXT = "نص.(1)\n\n(1) علي الوردي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://example.org/17\n\n## ببليوغرافيا\n\n"
_DATED = "1. الوردي، علي، آفاق العلاقات العراقية التركية، ٢٠٢١، https://example.org/17 ، تاريخ الزيارة ٢٢/١٢/٢٠٢٤.\n"
_TEXT_EN = "Text.[^1]\n\n[^1]: Jane Smith, Prospects of Iraq, 2021, https://example.org/17\n\n## Bibliography\n\n"
_DATED_EN = "- Smith, Jane, Prospects of Iraq, 2021, https://example.org/17, accessed 22 December 2024.\n"

RULE = Rule(
    code="RK702",
    name="access-date-missing",
    severity="warning",
    summary="A web source without access date in a list where the others have one.",
    reason="A page changes and disappears; the date says which state was read.",
    bad=(
        _TEXT + _DATED + "2. الدوري، عبد العزيز، مستقبل العلاقات العربية، ٢٠٢٢، https://example.org/18\n",
        _TEXT_EN + _DATED_EN + "- Tripp, Charles, Futures of Iraq, 2022, https://example.org/18\n",
    ),
    good=(
        _TEXT + _DATED + "2. الدوري، عبد العزيز، مستقبل العلاقات العربية، ٢٠٢٢، https://example.org/18 (٢٣/١٢/٢٠٢٤)\n",
        _TEXT_EN + "- Smith, Jane, Prospects of Iraq, 2021, https://example.org/17\n",
    ),
    check=check,
)
