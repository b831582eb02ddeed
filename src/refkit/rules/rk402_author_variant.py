"""RK402 author-variant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from refkit.kinds import Problem, Rule
from refkit.model import Citation, Linked, NameForm, Note, Reference
from refkit.names import is_corporate, name_tokens, units, without_titles
from refkit.rules.spellings import Spelling, citations_of, problem, rare, visible
from refkit.settings import Settings
from refkit.text import is_arabic

#: أبي زيد and أبا زيد are أبو زيد, whatever the grammar of their sentence.
_FATHER = re.compile(r"\Aاب[يا](?=\w{3})")
_GENITIVE = re.compile(r"\A[أا]ب[يا](?=\s)")
_ARTICLE = re.compile(r"\A(?:ال|(?:al|el|ad|an|ar|as|ash|at|az)[-‐ ])(?=\w{2})", re.IGNORECASE)


def check(linked: Linked, _: Settings) -> Iterator[Problem]:
    """Each part of a name that is spelt in another way than most mentions of that person spell it."""
    found = (
        spelling
        for passage, citation in citations_of(linked)
        for name in citation.fields.author
        for form in name.root.values()
        for spelling in _parts(passage, citation, form)
    )
    for places, usual in rare(found):
        yield problem(linked, "an author", places, usual)


def _parts(passage: Note | Reference, citation: Citation, form: NameForm) -> Iterator[Spelling]:
    """The units of a person's name where they stand; those of a person are told by all of them together."""
    parts = [part for part in (form.family, form.given) if part]
    if len(parts) < 2 or is_corporate(form.parts):
        return
    person = frozenset(token for part in parts for token in _tokens(part))
    if len(person) < 2 or any(len(token) < 2 for token in person):
        return
    genitive = any("ل" in citation.text[max(0, start - 1) : start + 1] for start, _ in citation.spans.get("author", ()))
    for part in parts:
        at = _position(citation, part)
        bare = without_titles(part)
        offset = part.find(bare)
        if at is None or offset < 0:
            continue
        for unit, token in zip(units(bare), _tokens(bare), strict=False):
            start = citation.start + at + offset + unit.start
            end = citation.start + at + offset + unit.end
            plain = _plain(passage.text[start:end])
            # لمحمد أبي زهرة: behind a preposition أبي is right.
            plain = _GENITIVE.sub("أبو", plain) if genitive else plain
            yield Spelling((person, token), plain, passage, start, end)


def _tokens(name: str) -> tuple[str, ...]:
    return tuple(_FATHER.sub("ابو", token) for token in name_tokens(name))


def _position(citation: Citation, part: str) -> int | None:
    for start, end in citation.spans.get("author", ()):
        at = citation.text.find(part, start, end)
        if at >= 0:
            return at
    return None


def _plain(text: str) -> str:
    """A name without what is no other spelling: its article, capitals, apostrophes, double spaces, invisible marks."""
    words = " ".join(re.sub(r"['’‘`´ʿʾ.]", "", visible(text)).split())
    bare = _ARTICLE.sub("", words).casefold().replace("-", " ")
    return bare if any(map(is_arabic, bare)) else unicodedata.normalize("NFC", bare)


_NOTE = "نص.(1)\n\n(1) {}، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n\n"
_LIST = "## المراجع\n\n1. {}، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥.\n"
_NOTE_EN = "Text.[^1]\n\n[^1]: Muhammad Ayyub, *The Rise of Islam*, London: Faber, 1991, p. 3.\n\n## References\n\n"
_LINE_EN = "- {}, The Rise of Islam, London: Faber, 1991.\n"

RULE = Rule(
    code="RK402",
    name="author-variant",
    severity="info",
    summary="One author in two spellings: أ and ا, ى and ي, ة and ه, عبد الله and عبدالله, أبو and أبي, with and without diacritics.",
    reason="Indexes and databases make two people of them. Articles, titles and the order of a name's parts are left alone.",
    bad=(
        _NOTE.format("أحمد الأنباري") + _LIST.format("الانباري، احمد"),
        _NOTE.format("عبد الله الجبوري") + _LIST.format("الجبوري، عبدالله"),
        _NOTE_EN + _LINE_EN.format("Ayyūb, Muhammad"),
    ),
    good=(
        _NOTE.format("د. أحمد الأنباري") + _LIST.format("الأنباري، أحمد"),
        _NOTE_EN + _LINE_EN.format("Ayyub, Muhammad"),
    ),
    check=check,
    fix="unsafe",
)
