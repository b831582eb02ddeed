"""What two mentions say of the kind of their work: book, article or thesis; which degree; published or not."""

from __future__ import annotations

from refkit.matcher.mention import Mention
from refkit.model import Comparison, Outcome
from refkit.text import Shadow, shade
from refkit.vocabulary import find
from refkit.vocabulary import terms as words

_STATUS = {"unpublished": words.UNPUBLISHED, "published": words.PUBLISHED}
_DEGREES = {"master": words.MASTER_DEGREE, "doctor": words.DOCTORAL_DEGREE}


def kinds(left: Mention, right: Mention) -> tuple[Comparison, ...]:
    """Type, degree and status, each as far as both sides say it."""
    found = [_compared("type", (kind_of(left), kind_of(left)), (kind_of(right), kind_of(right)))]
    if "thesis" in (kind_of(left), kind_of(right)):
        found.append(_compared("thesis-degree", _degree(left), _degree(right)))
        found.append(_compared("thesis-status", _status(left), _status(right)))
    return tuple(found)


def _compared(field: str, left: tuple[str, str], right: tuple[str, str]) -> Comparison:
    """A comparison of two sides, each what it says and the words that say so."""
    outcome: Outcome = "same" if left[0] == right[0] else "differs"
    if not left[0] or not right[0]:
        outcome = "missing-left" if not left[0] else "missing-right"
    return Comparison(field=field, outcome=outcome, left=left[1], right=right[1])


def kind_of(mention: Mention) -> str:
    """thesis, article or book, where the mention's own fields tell it; '' where a field that tells it is a guess."""
    fields = mention.fields
    genre, container = mention.form(fields.genre), mention.form(fields.container_title)
    if genre and find(words.THESES, shade(genre)):
        return "thesis" if _is_sure(mention, "genre") else ""
    if container and fields.type == "article-journal":
        told = (fields.volume or fields.issue) and _is_sure(mention, "container-title")
        return "article" if told else ""
    house = shade(mention.form(fields.publisher))
    printed = house and fields.publisher_place and fields.type == "book" and not find(words.UNIVERSITY, house)
    bound = printed and not container and not genre and not fields.URL and not fields.issue
    return "book" if bound and _is_sure(mention, "publisher", "publisher-place") else ""


def _is_sure(mention: Mention, *names: str) -> bool:
    return all(mention.confidence.get(name) != "review" for name in names)


def _degree(mention: Mention) -> tuple[str, str]:
    """The degree that a thesis is for, and its genre as written."""
    genre = mention.form(mention.fields.genre)
    degrees = [name for name, terms in _DEGREES.items() if find(terms, shade(genre))]
    return (degrees[0], genre) if len(degrees) == 1 else ("", "")


def _status(mention: Mention) -> tuple[str, str]:
    """Whether a thesis says that it is published, outside its title, and the words that say so."""
    shadow = Shadow(mention.text.replace(mention.title, " ") if mention.title else mention.text)
    for name, terms in _STATUS.items():
        if match := find(terms, shadow.text):
            return name, shadow.original[slice(*shadow.span(*match.span()))]
    return "", ""
