"""Comments that say which findings are right as they are: `<!-- refkit: allow publisher-differs: reason -->`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from refkit.edits import lines_of
from refkit.errors import RefkitError
from refkit.model import Place, Suppression

Syntax = Literal["html", "percent", "hash"]
_COMMENTS: dict[Syntax, re.Pattern[str]] = {
    "html": re.compile(r"(?<!`)<!--\s*refkit:(?P<said>(?:(?!-->).)*)(?P<end>-->|$)"),
    "percent": re.compile(r"(?<!\\)%+\s*refkit:(?P<said>.*)(?P<end>$)"),
    "hash": re.compile(r"(?:^|(?<=\s))#+\s*refkit:(?P<said>.*)(?P<end>$)"),
}
_SAID = re.compile(r"\s*(?P<verb>allow(?:-file)?)\s+(?P<rules>[\w-]+(?:\s*,\s*[\w-]+)*)\s*(?::(?P<reason>.*))?$")
_SHAPE = "“refkit: allow RULE: reason”, or “allow-file” for the whole file"


class _Comment(NamedTuple):
    number: int
    said: str
    alone: bool


def find_suppressions(text: str, syntax: Syntax, path: str, code: Collection[int] = ()) -> tuple[Suppression, ...]:
    """The suppressions in the comments of a text, each with the line that it concerns: its own, or the next one where
    it stands alone. Lines whose numbers are in `code` are passed over.

    Raises `RefkitError`, with the line, for one without a reason, and for one that is not understood.
    """
    if "refkit:" not in text:
        return ()
    rows = lines_of(text)
    found = [
        _Comment(number, _whole(match, path, number), not _COMMENTS[syntax].sub("", row).strip())
        for number, row in enumerate(rows, 1)
        if "refkit:" in row and number not in code
        for match in _COMMENTS[syntax].finditer(row)
    ]
    alone = {comment.number for comment in found if comment.alone}
    return tuple(_suppression(comment, rows, alone, path) for comment in found)


def is_suppression(row: str) -> bool:
    """Whether a line of Markdown is a suppression and nothing else: such a line is not there for the reader."""
    return "refkit:" in row and bool(_COMMENTS["html"].search(row)) and not _COMMENTS["html"].sub("", row).strip()


def _whole(match: re.Match[str], path: str, number: int) -> str:
    if match["end"] or match.re is not _COMMENTS["html"]:
        return match["said"]
    raise RefkitError(f"{path}:{number}: a comment for refkit ends on its line: <!-- refkit: allow RULE: reason -->")


def _suppression(comment: _Comment, rows: Sequence[str], alone: Collection[int], path: str) -> Suppression:
    said = _SAID.match(comment.said)
    if not said:
        raise RefkitError(f"{path}:{comment.number}: expected {_SHAPE}, found “refkit:{comment.said.rstrip()}”")
    reason = (said["reason"] or "").strip()
    if not any(map(str.isalpha, reason)):
        rules = said["rules"]
        raise RefkitError(f"{path}:{comment.number}: a suppression needs its reason: “refkit: allow {rules}: …”")
    line = comment.number
    if comment.alone:
        below = range(comment.number + 1, len(rows) + 1)
        line = next((at for at in below if rows[at - 1].strip() and at not in alone), comment.number)
    return Suppression(
        rules=tuple(rule.strip() for rule in said["rules"].split(",")),
        reason=reason,
        place=Place(line=comment.number),
        line=None if said["verb"] == "allow-file" else line,
    )
