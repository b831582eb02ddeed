"""How a citation is made one that points back, in the wordings of its document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from refkit.model import Note, Work
from refkit.rules.stretches import Change
from refkit.rules.views import Cited
from refkit.rules.wordings import Usage, Wording, in_case_of
from refkit.text import Shadow, fold, language
from refkit.vocabulary import finder
from refkit.vocabulary.terms import PAGE


def as_ibid(found: Cited, used: Usage) -> Change | None:
    """What makes a citation one of the work before: all but its page becomes ibid., as the document words it."""
    start = _head(found)
    wording = used.of("ibid", found.citation.language)
    if wording is None or start is None:
        return None
    end = _tail(found)
    text = in_case_of(wording.text, "A" if _opens(found.note, start) else "a")
    return start, end, _followed(text, found, end)


def as_op_cit(found: Cited, used: Usage) -> Change | None:
    """What makes a citation one of an earlier work: author and page stay, the rest becomes op. cit."""
    spans = found.citation.spans.get("author")
    wording = used.of("op-cit", found.citation.language)
    if wording is None or not spans or _head(found) is None:
        return None
    end = _tail(found)
    comma = "، " if language(wording.text) == "ar" else ", "
    return found.citation.start + spans[0][1], end, comma + _followed(wording.text, found, end)


def op_cit_for(one: Wording, used: Usage, author: str = "") -> Change:
    """What makes ibid. op. cit.: the wording of the document, or else the one that is most common, behind the author."""
    tag = language(one.text)
    usual = used.of("op-cit", tag, one.noun)
    text = usual.text if usual else f"{one.noun or 'مصدر'} سبق ذكره" if tag == "ar" else "op. cit."
    text = text + "." if one.ends and not text.endswith(".") and one.text.endswith(".") else text
    comma = "، " if tag == "ar" else ", "
    return one.start, one.end, f"{author}{comma}{text}" if author else text


#: A larger share of the words of a shorter name makes two names one.
_SAME = 0.8


def only_works(works: Iterable[Work]) -> frozenset[str]:
    """The keys of the works none of whose authors has another: there a name alone tells which work is meant."""
    names: list[tuple[str, frozenset[str]]] = [(work.key, name) for work in works for name in _people(work)]
    by_word: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for key, name in names:
        for word in name:
            by_word[word].append((key, name))
    shared = {
        key
        for key, name in names
        if any(other != key and _are_one(name, another) for word in name for other, another in by_word[word])
    }
    return frozenset(key for key, _ in names if key not in shared)


def _are_one(name: frozenset[str], other: frozenset[str]) -> bool:
    return len(name & other) > _SAME * min(len(name), len(other))


def _people(work: Work) -> list[frozenset[str]]:
    """The folded words of the authors' names, in each language."""
    found = (frozenset(fold(form.parts).split()) for name in work.entry.author for form in name.root.values())
    return [name for name in found if name]


def _head(found: Cited) -> int | None:
    """Where the author stands, if a citation begins with its author, a lead-in (See) aside."""
    spans = found.citation.spans
    if "author" not in spans or found.citation.same_author:
        return None
    first = min(start for own in spans.values() for start, _ in own)
    return found.citation.start + first if spans["author"][0][0] == first else None


def _tail(found: Cited) -> int:
    """Where the label of the page begins, or else the end of the citation, without its stop."""
    citation, text = found.citation, found.note.text
    end = citation.end or len(text)
    if pages := citation.spans.get("page"):
        shadow = Shadow(text[: citation.start + pages[0][0]])
        labels = [match for match in finder(PAGE).finditer(shadow.text) if not shadow.text[match.end() :].strip(" .:")]
        return shadow.span(labels[0].start(), labels[0].end())[0] if labels else citation.start + pages[0][0]
    return citation.start + len(re.sub(r"[\s.]+$", "", text[citation.start : end]))


def _followed(wording: str, found: Cited, end: int) -> str:
    """The wording with what stands before a page: a comma."""
    if not found.citation.spans.get("page"):
        return wording.rstrip(".") if found.note.text[end : end + 1] == "." else wording
    return wording + ("، " if language(wording) == "ar" else ", ")


def _opens(note: Note, start: int) -> bool:
    return not note.text[:start].strip()
