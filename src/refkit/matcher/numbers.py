"""How the numbers, dates and identifiers of two mentions of one work compare."""

from __future__ import annotations

import re

from refkit.dates import gregorian_years
from refkit.matcher.mention import Mention
from refkit.matcher.similarity import edits, judged
from refkit.model import Comparison, Date, Outcome
from refkit.text import fold


def numbers(left: Mention, right: Mention) -> tuple[Comparison, ...]:
    """Year, volume, issue, edition, pages (not of a note), DOI, URL and access date."""
    found = [Comparison(field="issued", outcome=years(left, right), left=_year(left), right=_year(right))]
    for name in ("volume", "issue", "edition"):
        mine, other = getattr(left.fields, name) or "", getattr(right.fields, name) or ""
        if not are_sure(name, left, right):
            mine = other = ""
        found.append(Comparison(field=name, outcome=judged(mine, other, _judge_numbers), left=mine, right=other))
    mine, other = left.fields.DOI or "", right.fields.DOI or ""
    found.append(Comparison(field="DOI", outcome=judged(mine, other, lambda _a, _b: "differs"), left=mine, right=other))
    if "note" not in (left.origin, right.origin):
        mine, other = left.fields.page or "", right.fields.page or ""
        found.append(
            Comparison(field="page", outcome=judged(mine, other, lambda _a, _b: "differs"), left=mine, right=other)
        )
    found.append(
        Comparison(field="URL", outcome=urls(left, right), left=left.fields.URL or "", right=right.fields.URL or "")
    )
    return tuple(found)


def _judge_numbers(left: str, right: str) -> Outcome:
    """Volumes, issues, editions that are not printed alike: IV and 4, 352-353 and 352; words contradict no number."""
    mine, other = _counted(left), _counted(right)
    if mine == other and mine:
        return "same-folded"
    if bool(mine) != bool(other) or (mine and (mine <= other or other <= mine)):
        return "short-form"
    return "differs"


def _counted(text: str) -> set[int]:
    """The numbers in a text, Roman ones too."""
    plain = fold(text)
    if plain and re.fullmatch(_ROMAN, plain):
        values = [_ROMAN_VALUES[letter] for letter in plain]
        return {sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))}
    return {int(number) for number in re.findall(r"\d+", plain)}


_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN = r"m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"


def access_dates(left: Mention, right: Mention) -> tuple[Comparison, ...]:
    """The access dates of one URL, as far as both are told; day and month may be swapped."""
    mine, other = left.fields.accessed, right.fields.accessed
    if not mine or not other or not left.url or left.url != right.url or not (mine.year and other.year):
        return ()
    pairs = [(a, b) for a, b in ((mine.month, other.month), (mine.day, other.day)) if a and b]
    same = mine.year == other.year and ({a for a, _ in pairs} == {b for _, b in pairs})
    outcome: Outcome = "same" if same else "differs"
    return (Comparison(field="accessed", outcome=outcome, left=_day(mine), right=_day(other)),)


def _day(date: Date) -> str:
    return "-".join(f"{part:02}" for part in (date.year, date.month, date.day) if part)


def _year(mention: Mention) -> str:
    return str(mention.year or mention.hijri_year or "")


def years(left: Mention, right: Mention) -> Outcome:
    """Equal years; a Hijri year agrees with a Gregorian one that it can fall in, give or take one."""
    if not _year(left):
        return "missing-left"
    if not _year(right):
        return "missing-right"
    if (left.year and left.year == right.year) or (left.hijri_year and left.hijri_year == right.hijri_year):
        return "same"
    for one, other in ((left, right), (right, left)):
        if one.hijri_year and other.year and not one.year:
            first, last = gregorian_years(one.hijri_year)
            return "same-folded" if first - 1 <= other.year <= last + 1 else "differs"
    if left.fields.issued and right.fields.issued and left.year and right.year:
        ends = {left.fields.issued.end_year or left.year, right.fields.issued.end_year or right.year}
        if ends & {left.year, right.year}:
            return (
                "same-folded"
                if len(ends) < 2 or left.fields.issued.end_year or right.fields.issued.end_year
                else "differs"
            )
    return "differs"


def urls(left: Mention, right: Mention) -> Outcome:
    """`near`: hosts a letter or two apart with one path, or one host and a path one letter apart."""
    if not left.url or not right.url:
        return "missing-left" if not left.url else "missing-right"
    if left.url == right.url:
        return "same" if left.fields.URL == right.fields.URL else "same-folded"
    (host, _, path), (other_host, _, other_path) = left.url.partition("/"), right.url.partition("/")
    if path and path == other_path and edits(host, other_host) <= 2:
        return "near"
    if host == other_host and min(len(path), len(other_path)) >= 5 and edits(path, other_path) <= 1:
        return "near"
    return "differs"


def are_sure(name: str, *mentions: Mention) -> bool:
    """Whether none of the mentions has a field by guess."""
    return all(mention.confidence.get(name) != "review" for mention in mentions)
