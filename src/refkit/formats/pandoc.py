"""Pandoc as a reader of formats that it knows better: run apart, without files or network, within time and memory."""

from __future__ import annotations

from typing import NamedTuple

from refkit.errors import UnreadableFileError

_SECONDS = 60
#: A larger area for new objects than by default halves the time for a long document.
_LIMITS = ("+RTS", "-M800m", "-A32m", "-RTS")
_EXHAUSTED = "Heap exhausted"
_WARNING = "[WARNING]"


class Output(NamedTuple):
    """What pandoc wrote, and what it warned of."""

    text: str
    warnings: tuple[str, ...]


def converted(text: str, source: str, target: str, path: str) -> str:
    """The text in another of pandoc's formats; raises like `convert`."""
    return convert(text.encode(), source, target, path).text


def convert(data: bytes, source: str, target: str, path: str) -> Output:
    """A file's content in another of pandoc's formats.

    Raises `UnreadableFileError` in one line if there is no pandoc, if it does not understand the content, or takes more
    than a minute or a gigabyte.
    """
    import subprocess

    command = [_program(path), "--sandbox", "--from", source, "--to", target, *_LIMITS]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise UnreadableFileError(f"{path}: pandoc did not finish reading it in {_SECONDS} s") from None
    except OSError as error:
        raise UnreadableFileError(f"{path}: pandoc does not run: {error.strerror}") from None
    said = done.stderr.decode("utf-8", "replace")
    if _EXHAUSTED in said:
        raise UnreadableFileError(f"{path}: reading it takes more than a gigabyte of memory")
    if done.returncode:
        raise UnreadableFileError(f"{path}: pandoc cannot read it: {' '.join(said.split())[:200] or done.returncode}")
    warnings = dict.fromkeys(" ".join(part.split()) for part in said.split(_WARNING)[1:])
    return Output(done.stdout.decode("utf-8", "replace"), tuple(warnings))


def _program(path: str) -> str:
    """The pandoc of the package pypandoc_binary, else the one on PATH."""
    import shutil

    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError):
        found = shutil.which("pandoc")
    if found is None:
        raise UnreadableFileError(
            f"{path}: reading it takes pandoc: pip install 'refkit-bilingual[documents]', or put pandoc on the PATH"
        )
    return found
