"""What a text reads from files beside it, put in its place: `\\input{ch1}`, `#include "ch1.typ"`; and its libraries."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from refkit.errors import UnreadableFileError
from refkit.formats.bibliographies import Naming, is_file
from refkit.formats.files import MAX_BYTES, decoded, read_bytes
from refkit.kinds import ContentOf
from refkit.model import Place, Repair

#: More inclusions than this, or deeper ones, have no manuscript.
_MOST = 1_000
_DEEPEST = 20


@dataclass(frozen=True)
class Dialect:
    """How a format names what it includes.

    `pattern` finds commands (`name`, with `folder` for the file's own folder; `libraries` for libraries) and what may
    hide them: from `opens` to the `closes` that `closing` gives for it, or that is alike, nothing counts. `suffix` is
    that which a name may leave out. `body` is what counts of a file that could stand alone.
    """

    pattern: re.Pattern[str]
    suffix: str
    closing: Mapping[str, str] = field(default_factory=dict)
    body: re.Pattern[str] | None = None


_NAME = r"[^{}\\#\n]{1,300}"
_VERBATIM = r"comment|verbatim\*?|Verbatim\*?|lstlisting|minted|filecontents\*?"
DIALECTS: Mapping[str, Dialect] = {
    "latex": Dialect(
        re.compile(
            rf"\\begin\s*\{{(?P<opens>{_VERBATIM})\}}|\\end\s*\{{(?P<closes>[^{{}}\n]{{1,40}})\}}"
            rf"|\\(?:sub)?(?:import|inputfrom|includefrom)\*?\s*\{{(?P<folder>{_NAME})\}}\s*\{{(?P<file>{_NAME})\}}"
            rf"|\\(?:input|include|subfile|subfileinclude)\s*\{{(?P<name>{_NAME})\}}"
            r"|\\input[ \t]+(?P<bare>[^\s{}\\%]{1,300})"
            r"|\\(?:bibliography|addbibresource|addglobalbib|addsectionbib)\s*(?:\[[^\[\]]{0,200}\])?\s*"
            r"\{(?P<libraries>[^{}]{1,2000})\}"
            r"|\\.|%.*"
        ),
        ".tex",
        body=re.compile(r"\\begin\s*\{document\}(?P<body>.*?)(?:\\end\s*\{document\}|\Z)", re.DOTALL),
    ),
    "typst": Dialect(
        re.compile(
            r"(?P<opens>/\*|```)|(?P<closes>\*/)|(?<!:)//.*"
            r"|\#include\s+\"(?P<name>[^\"\n]{1,300})\"|\#bibliography\s*\(\s*\(?(?P<libraries>\s*\"[^()]{1,2000}\")"
        ),
        ".typ",
        {"/*": "*/"},
    ),
    "org": Dialect(
        re.compile(
            r"(?im)^[ \t]*\#\+(?:begin_(?P<opens>src|example|comment)|end_(?P<closes>\w{1,20}))"
            r"|^[ \t]*\#\+include:[ \t]*(?:\"(?P<name>[^\"\n]{1,300})\"|(?P<bare>[^\s\"]{1,300}))[^\n]*"
            r"|^[ \t]*\#\+bibliography:[ \t]*(?P<libraries>[^\n]{1,300})"
        ),
        ".org",
    ),
    "rst": Dialect(re.compile(r"(?m)^\.\.[ \t]+include::[ \t]*(?P<name>[^\n]{1,300}?)[ \t]*$"), ".rst"),
}


class Part(NamedTuple):
    """From this line of the whole text on, the lines are those of a file from a line and column on."""

    first: int
    path: str
    line: int
    column: int = 1


@dataclass
class Whole:
    """A text with what it includes. `texts` are the files that it is made of, by path, its own first.

    `names` are the libraries that it names, `repairs` say what is not in it, or how a file was read.
    """

    text: str = ""
    parts: list[Part] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    names: list[Naming] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    def place(self, line: int, column: int) -> Place:
        """The place in its file of one in the whole text; the file is named where there are several."""
        if not self.parts:
            return Place(line=line, column=column)
        part = self.parts[bisect_right(self.parts, line, key=lambda part: part.first) - 1]
        shift = part.column - 1 if line == part.first else 0
        path = part.path if len(self.texts) > 1 else None
        return Place(line=part.line + line - part.first, column=column + shift, path=path)


def gathered(text: str, name: str, path: str, content_of: ContentOf = read_bytes) -> Whole:
    """The text of a manuscript with all that it includes from its own folder; `content_of` gives the bytes of a file.

    What is missing, stands outside the folder, or includes itself is left out and named. Raises
    `UnreadableFileError` where there is more than a work can have.
    """
    whole = Whole(texts={path: text})
    dialect = DIALECTS.get(name)
    if dialect is None or not dialect.pattern.search(text):
        whole.text = text
        return whole
    gathering = _Gathering(dialect, Path(path), whole, content_of)
    gathering.add(_File(Path(path), text), (Path(os.path.realpath(path)),))
    whole.text = "".join(gathering.pieces)
    if len(whole.texts) < 2:
        whole.repairs = [_in_one_file(repair) for repair in whole.repairs]
    return whole


def _in_one_file(repair: Repair) -> Repair:
    return repair.model_copy(update={"place": repair.place.model_copy(update={"path": None})})


class _File:
    """A file that is being added: its text, and the part of that which counts."""

    def __init__(self, path: Path, text: str, body: re.Pattern[str] | None = None) -> None:
        self.path = path
        self.text = text
        counts = body.search(text) if body else None
        self.start, self.end = counts.span("body") if counts else (0, len(text))
        self._breaks = [match.end() for match in re.finditer("\n", text)]

    def part(self, at: int, first: int) -> Part:
        """What stands from an offset on, as it begins on a line of the whole."""
        line = bisect_right(self._breaks, at)
        return Part(first, str(self.path), line + 1, at - (self._breaks[line - 1] if line else 0) + 1)


@dataclass
class _Gathering:
    """The whole as it is being put together, a piece of a file after the other, each on a line of its own."""

    dialect: Dialect
    main: Path
    whole: Whole
    content_of: ContentOf
    pieces: list[str] = field(default_factory=list)
    named: set[tuple[str, str | None]] = field(default_factory=set)
    line: int = 1
    size: int = 0
    count: int = 0

    def add(self, file: _File, inside: tuple[Path, ...]) -> None:
        """Add a file; `inside` are the real paths of those that include it, and its own."""
        at = file.start
        self.whole.parts.append(file.part(at, self.line))
        for match in _commands(file, self.dialect):
            found = {name: value for name, value in match.groupdict().items() if value is not None}
            _, path, line, column = file.part(match.start(), 0)
            place = Place(line=line, column=column, path=path)
            if "libraries" in found:
                self.whole.names += self._libraries(found["libraries"], place)
                continue
            self._put(file.text[at : match.start()] + "\n")
            self._include(found, match.group().strip(), place, inside)
            at = match.end()
            self.whole.parts.append(file.part(at, self.line))
        self._put(file.text[at : file.end])

    def _put(self, text: str) -> None:
        self.pieces.append(text)
        self.line += text.count("\n")
        self.size += len(text)

    def _folders(self, place: Place) -> tuple[Path, Path]:
        """Names are understood from the folder of the manuscript, or of the file that they stand in."""
        return self.main.parent, Path(place.path or "").parent

    def _libraries(self, names: str, place: Place) -> Iterator[Naming]:
        for name in names.split(","):
            bare = name.strip(' \t\n"')
            if bare and (bare, place.path) not in self.named:
                self.named.add((bare, place.path))
                yield Naming(bare, place, self._folders(place))

    def _include(self, found: Mapping[str, str], command: str, place: Place, inside: tuple[Path, ...]) -> None:
        self.count += 1
        if self.count > _MOST or len(inside) > _DEEPEST or self.size > MAX_BYTES:
            raise UnreadableFileError(f"{self.main}: more is included in it than a work can have")
        name = os.path.join(found.get("folder", ""), found.get("name") or found.get("bare") or found.get("file", ""))
        file = self._find(name, place)
        real = Path(os.path.realpath(file)) if file else None
        if file is None or real is None:
            self._leave_out(command, "no such file beside the manuscript", place)
        elif not real.is_relative_to(os.path.realpath(self.main.parent)):
            self._leave_out(command, "it stands outside the folder of the manuscript", place)
        elif real in inside:
            self._leave_out(command, "the file would include itself", place)
        else:
            self._read(file, command, place, (*inside, real))

    def _read(self, file: Path, command: str, place: Place, inside: tuple[Path, ...]) -> None:
        try:
            content = decoded(self.content_of(file), file)
        except UnreadableFileError as error:
            self._leave_out(command, str(error), place)
            return
        if str(file) not in self.whole.texts:
            self.whole.texts[str(file)] = content.text
            at_head = Place(path=str(file))
            self.whole.repairs += [Repair(text="", reason=remark, place=at_head) for remark in content.remarks]
        text = content.text.replace("\r\n", "\n").replace("\r", "\n")
        self.add(_File(file, text, self.dialect.body), inside)
        if not self.pieces[-1].endswith("\n"):
            self._put("\n")

    def _find(self, name: str, place: Place) -> Path | None:
        names = (name + self.dialect.suffix, name)
        paths = (Path(os.path.normpath(folder / each)) for each in names for folder in self._folders(place))
        return next((path for path in paths if is_file(path)), None)

    def _leave_out(self, command: str, why: str, place: Place) -> None:
        reason = f"line {place.line}, {command}: {why}; left out"
        self.whole.repairs.append(Repair(text=command, reason=reason, place=place))


def _commands(file: _File, dialect: Dialect) -> Iterator[re.Match[str]]:
    """The commands of a file that name others, but for those in comments and in what is printed as it stands."""
    inside = ""
    for match in dialect.pattern.finditer(file.text, file.start, file.end):
        found = {name: value for name, value in match.groupdict().items() if value is not None}
        bound = found.get("opens") or found.get("closes", "")
        if inside:
            inside = "" if bound == dialect.closing.get(inside, inside) else inside
        elif "opens" in found:
            inside = bound
        elif found and "closes" not in found:
            yield match
