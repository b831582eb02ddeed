"""RK704 malformed-identifier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from refkit.addresses import find_urls
from refkit.kinds import Problem, Rule
from refkit.model import Linked
from refkit.rules.stretches import Stretch, stretches
from refkit.settings import Settings
from refkit.text import Shadow, ascii_digits

#: For a shadow. What stands behind the label DOI, ISBN or ISSN, as far as it may be one.
_DOI = re.compile(r"(?<!\w)(?:doi\s*\.\s*org\s*/|doi(?:\.[\w-]+)+/|doi\s*[:=]?)\s*(?P<value>[^\s<>\";]*\d[^\s<>\";]*)")
_ISBN = re.compile(r"(?<!\w)(?:isbn|ردمك)(?:-?1[03](?!\d))?\s*[:.]?\s*(?P<value>\d[\dx -]{5,22}[\dx])(?!\w)")
_ISSN = re.compile(r"(?<!\w)e?-?issn\s*[:.]?\s*(?P<value>\d[\dx -]{4,12}[\dx])(?!\w)")
_WHOLE_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
#: What people leave before a DOI in a field of its own: the address of who resolves it.
_RESOLVER = re.compile(r"\A(?:https?://[^\s/]+)?/+(?=10\.\d)", re.IGNORECASE)
#: What is wrong with the head of a URL, and what it should be. ascii: names of protocols
_HEADS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<![^\W\d_])https?://(?=https?://)", re.IGNORECASE), ""),
    (re.compile(r"(?<![^\W\d_])http(?P<s>s?)(?:\s*[:;]?\s*(?:\\{1,2}|//?)\s*)(?=\w)", re.IGNORECASE), r"http\g<s>://"),
    (
        re.compile(r"(?<![^\W\d_])(?:htp|htpp|httpp|htttp|hhttp|ttp|hxxp)(?P<s>s?)://(?=\w)", re.IGNORECASE),
        r"http\g<s>://",
    ),
    (re.compile(r"(?<![^\W\d_])(?:htps|htpps|httsp|htttps)://(?=\w)", re.IGNORECASE), "https://"),
    (re.compile(r"(?<![\w.])www\s?[,،;]\s?(?=\w)", re.IGNORECASE), "www."),
)
_HOST = re.compile(r"https?://(?P<host>[^\s/?#:<>]+)", re.IGNORECASE)


class _Fault(NamedTuple):
    """What is wrong with [start, end) of a text, and what it should be; '' if nobody can tell."""

    start: int
    end: int
    message: str
    new: str = ""


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """DOI, ISBN, ISSN and URLs that cannot be right by their form or their check digit."""
    for stretch in stretches(linked, "URL", "DOI", "ISBN", "ISSN"):
        seen: set[int] = set()
        for fault in _faults(stretch):
            if fault.start in seen:
                continue
            seen.add(fault.start)
            printed = stretch.text[fault.start : fault.end]
            fix = stretch.fix("safe", f"write {fault.new}", (fault.start, fault.end, fault.new)) if fault.new else None
            yield stretch.problem(fault.start, fault.message, printed, fix)


def _faults(stretch: Stretch) -> Iterator[_Fault]:
    text = stretch.text
    folded = text.casefold()
    if "http" in folded or "www" in folded or "ttp" in folded or "htp" in folded:
        yield from _urls(text)
    if not any(char.isdigit() for char in text):
        return
    shadow = Shadow(text)
    for label, pattern, judge in (("doi", _DOI, _doi), ("isbn", _ISBN, _isbn), ("issn", _ISSN, _issn)):
        found = []
        if label in shadow.text or label == "isbn":
            found = [shadow.span(*match.span("value")) for match in pattern.finditer(shadow.text)]
        for start, end in dict.fromkeys((*found, *stretch.spans(label.upper()))):
            value = text[start:end].rstrip(".,،؛; )]")
            if fault := judge(value):
                yield _Fault(start, start + len(value), *fault)


def _urls(text: str) -> Iterator[_Fault]:
    for pattern, head in _HEADS:
        for match in pattern.finditer(text):
            new = match.expand(head)
            if new != match.group():
                end = match.end() + len(re.match(r"[^\s<>،؛]*", text[match.end() :]).group())  # type: ignore[union-attr]  # matches anything
                whole = text[match.start() : end]
                yield _Fault(match.start(), end, f"no URL begins so: {whole}", new + text[match.end() : end])
    for start, end in find_urls(text):
        host = _HOST.match(text, start, end)
        if host and ("," in host["host"] or ".." in host["host"]):
            new = re.sub(r"[,.]+", ".", host["host"])
            yield _Fault(*host.span("host"), f"no host is called so: {host['host']}", new)


def _doi(value: str) -> tuple[str, str] | None:
    """What is wrong with a DOI; only its digits and the sign behind 10 can be put right."""
    plain = ascii_digits(value)
    if _WHOLE_DOI.fullmatch(plain):
        return (f"a DOI in other digits: {value}", plain) if plain != value else None
    if _WHOLE_DOI.fullmatch(bare := _RESOLVER.sub("", plain)):
        return f"a DOI begins with 10, this with {plain.removesuffix(bare)}", bare
    # ascii: letters that are taken for the digits of 10
    mended = re.sub(r"\A[1lI][0oO]\s?[.,،]\s?(?=\d{4})", "10.", plain).replace("\\", "/", 1)
    return f"no DOI looks like this: {value}", mended if _WHOLE_DOI.fullmatch(mended) else ""


def _isbn(value: str) -> tuple[str, str] | None:
    """What is wrong with an ISBN; behind its ten or thirteen digits another number may follow."""
    groups = re.split(r"\s", ascii_digits(value))
    for count in range(len(groups), 0, -1):
        digits = _digits("".join(groups[:count]))
        if len(digits) in (10, 13) and _checks(digits):
            return None
    digits = _digits(ascii_digits(value))
    if len(digits) in (10, 13):
        return f"the check digit of this ISBN is wrong: {value}", ""
    return f"an ISBN has 10 or 13 digits, this has {len(digits)}: {value}", ""


def _issn(value: str) -> tuple[str, str] | None:
    digits = _digits(ascii_digits(value))
    if len(digits) != 8:
        return f"an ISSN has 8 digits, this has {len(digits)}: {value}", ""
    total = sum(
        (10 if digit == "X" else int(digit)) * weight for digit, weight in zip(digits, range(8, 0, -1), strict=True)
    )
    return (f"the check digit of this ISSN is wrong: {value}", "") if total % 11 else None


def _digits(value: str) -> str:
    return "".join(char for char in value.upper() if char.isdecimal() or char == "X")


def _checks(digits: str) -> bool:
    """Whether the check digit of an ISBN is right."""
    if "X" in digits[:-1] or (len(digits) == 13 and "X" in digits):
        return False
    if len(digits) == 10:
        return (
            sum(
                (10 if digit == "X" else int(digit)) * weight
                for digit, weight in zip(digits, range(10, 0, -1), strict=True)
            )
            % 11
            == 0
        )
    return sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0


_NOTE = "نص.(1)\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n## ببليوغرافيا\n\n"
_LINE = "1. الوردي، علي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، {}.\n"
_NOTE_EN = "Text.[^1]\n\n[^1]: Edward Said, *Orientalism*, New York: Pantheon, 1978, p. 12.\n\n## Bibliography\n\n"
_LINE_EN = "- Said, Edward, Orientalism, New York: Pantheon, 1978, {}.\n"

RULE = Rule(
    code="RK704",
    name="malformed-identifier",
    severity="error",
    summary="A DOI, ISBN, ISSN or URL that cannot be right, by its form or its check digit.",
    reason="One wrong character, and the identifier leads nowhere or to another work.",
    bad=(
        _NOTE + _LINE.format("ردمك 978-9953-71-212-5"),
        _NOTE + _LINE.format("متاح على: htttp://example.org/17"),
        _NOTE_EN + _LINE_EN.format("doi: 10,1234/orient.1978"),
        _NOTE_EN + _LINE_EN.format("ISBN 0-394-42814-6"),
        _NOTE_EN + _LINE_EN.format("https:/example.org/17"),
        _NOTE_EN + _LINE_EN.format("ISSN 0378-5956"),
    ),
    good=(
        _NOTE + _LINE.format("ردمك 978-0-306-40615-7"),
        _NOTE_EN + _LINE_EN.format("ISBN 0-394-42814-5, doi: 10.1234/orient.1978, https://example.org/17"),
        _NOTE_EN + _LINE_EN.format("ISSN 0378-5955"),
    ),
    check=check,
    fix="safe",
)
