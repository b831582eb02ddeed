"""Files as bytes: read whole within a limit, decoded, and written whole or not at all."""

from __future__ import annotations

import codecs
import errno
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from refkit.errors import UnreadableFileError
from refkit.text import is_arabic

#: A manuscript of this size has some ten thousand pages; beyond it a file is refused, not half read.
MAX_BYTES = 50_000_000
#: A broken byte among fewer sound characters than this is a sign of another encoding.
_SOUND = 4
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
#: So much of a file tells its encoding.
_SAMPLE = 200_000
#: A word with at least one letter that is not ASCII.
_WORD = re.compile(r"(?=\w*[^\W\x00-\x7f])[^\W\d_]+")  # ascii: only other letters tell encodings apart


class Decoded(NamedTuple):
    """The text of a file, without byte order mark, the encoding that it was in, and what was broken in it."""

    text: str
    encoding: str
    broken: str = ""

    @property
    def remarks(self) -> list[str]:
        """What a report says of the encoding; nothing if all is well."""
        other = [f"not in UTF-8; read as {self.encoding}"] if self.encoding != "utf-8" else []
        return [*other, self.broken] if self.broken else other


def read_text(path: str | Path) -> str:
    """The text of a UTF-8 file, without byte order mark; `UnreadableFileError` says in one line why not."""
    data = read_bytes(path)
    if b"\x00" in data:
        raise UnreadableFileError(f"{path}: a binary file, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableFileError(f"{path}: not UTF-8 (byte {error.start}, line {line}); save it as UTF-8") from None


def read_any_text(path: str | Path) -> Decoded:
    """The text of a file in UTF-8, UTF-16, or the 8-bit encoding that it is most likely in.

    Raises `UnreadableFileError` for what is no text.
    """
    return decoded(read_bytes(path), path)


def decoded(data: bytes, path: str | Path) -> Decoded:
    """The text that bytes are, and their encoding; raises like `read_any_text`."""
    if data.startswith(_UTF16_MARKS) or _looks_like_utf16(data):
        encoding = "utf-16" if data.startswith(_UTF16_MARKS) else _utf16_without_mark(data)
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode(encoding), "utf-16")
        if data.startswith(_UTF16_MARKS):
            return Decoded(data.decode(encoding, "replace"), "utf-16", "it has broken characters")
    if b"\x00" in data:
        raise UnreadableFileError(f"{path}: a binary file, not text")
    try:
        return Decoded(data.decode("utf-8-sig"), "utf-8")
    except UnicodeDecodeError as error:
        if damaged := _damaged_utf8(data, error.start):
            return damaged
    encoding = max(("cp1252", "cp1256", "iso8859_6"), key=lambda name: _likelihood(data[:_SAMPLE], name))
    return Decoded(data.decode(encoding, "replace"), encoding.replace("_", "-"))


def _damaged_utf8(data: bytes, start: int) -> Decoded | None:
    """The text of a file that is UTF-8 but for a few bytes; None for one in another encoding."""
    text = data.decode("utf-8-sig", "replace")
    broken = text.count("\ufffd")
    if _SOUND * broken > sum(not char.isascii() for char in text):
        return None
    line = data[:start].count(b"\n") + 1
    said = (
        f"one broken character, in line {line}" if broken == 1 else f"{broken} broken characters, first in line {line}"
    )
    return Decoded(text, "utf-8", said)


def _looks_like_utf16(data: bytes) -> bool:
    """Whether every other byte of a file without byte order mark is that of a script: 0 for Latin, 6 for Arabic."""
    head = data[: _SAMPLE - _SAMPLE % 2]
    return len(head) >= 4 and b"\x00" in head and max(map(_script_bytes, (head[::2], head[1::2]))) > 0.8 * len(head) / 2


def _utf16_without_mark(data: bytes) -> str:
    """Which byte of two comes first, where no mark says so."""
    return "utf-16-le" if _script_bytes(data[1:_SAMPLE:2]) > _script_bytes(data[:_SAMPLE:2]) else "utf-16-be"


def _script_bytes(column: bytes) -> int:
    return column.count(0) + column.count(6)


def _likelihood(data: bytes, encoding: str) -> int:
    """How much a text looks like one in this encoding: words of one script count for it, mixed ones against it."""
    text = data.decode(encoding, "replace")
    score = -3 * sum(char == "\ufffd" or "\x80" <= char <= "\x9f" for char in text)
    for word in set(_WORD.findall(text)):
        arabic = sum(map(is_arabic, word))
        accented = sum(not char.isascii() for char in word) - arabic
        if arabic < len(word) and arabic:
            score -= 3 * len(word)
        else:
            # Latin letters with accents stand among others without; only Arabic ones fill a word.
            score += arabic or (accented if 2 * accented <= len(word) else -accented)
    return score


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file, read once; `UnreadableFileError` says in one line why not."""
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: no such file") from None
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot read: {error.strerror}") from None
    if len(data) > MAX_BYTES:
        raise UnreadableFileError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB")
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise UnreadableFileError(f"{path}: the file is empty")
    return data


def encoded_like(text: str, old: bytes, path: str | Path) -> bytes:
    """A text in the encoding of a file's bytes, with their byte order mark.

    Raises `UnreadableFileError` if that encoding cannot hold the text, or if the file has broken characters.
    """
    before = decoded(old, path)
    mark = next((mark for mark in (codecs.BOM_UTF8, *_UTF16_MARKS) if old.startswith(mark)), b"")
    name = before.encoding
    if name == "utf-16":
        name = {b"": _utf16_without_mark(old), b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}[mark]
    try:
        intact = mark + before.text.encode(name) == old
        if intact:
            return mark + text.encode(name)
    except UnicodeEncodeError as error:
        char = error.object[error.start]
        intact = char not in before.text
        if intact:
            reason = f"{before.encoding} has no {char!r}; save it as UTF-8 first"
            raise UnreadableFileError(f"{path}: cannot write: {reason}") from None
    raise UnreadableFileError(f"{path}: cannot write: it has broken characters; mend them first")


def write_text(text: str, path: str | Path) -> None:
    """Write a text file whole or not at all; `UnreadableFileError` says in one line why the path takes none."""
    write_bytes(text.encode("utf-8"), path)


def write_bytes(data: bytes, path: str | Path) -> None:
    """Write a file whole or not at all; `UnreadableFileError` says in one line why the path takes none."""
    target = _target(path)
    try:
        if target.exists() and not target.is_file():  # a device or a pipe; a folder gives its own error
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot write: {error.strerror}") from None


def expect_writable(path: str | Path) -> None:
    """`UnreadableFileError` where `write_bytes` would find no place for a file: said before anything else is done."""
    target = _target(path)
    wrong = (
        (errno.EISDIR, target.is_dir()),
        (errno.ENOENT, not target.parent.is_dir()),
        (errno.EACCES, not os.access(target.parent if target.is_file() or not target.exists() else target, os.W_OK)),
    )
    for number, holds in wrong:
        if holds:
            raise UnreadableFileError(f"{path}: cannot write: {os.strerror(number)}")


def _target(path: str | Path) -> Path:
    """The file that a path leads to; what is no file, as the pipe behind /dev/stdout, by the path itself."""
    given = Path(path)
    return given if given.exists() and not given.is_file() else Path(os.path.realpath(path))


def _replace(target: Path, data: bytes) -> None:
    """Put a new file in the place of the old one in one step, with the rights of the old one."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(name, target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask())
        os.replace(name, target)
    except BaseException:
        os.unlink(name)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
