"""Pandoc as a reader of formats that it knows better: run apart, without files or network, within time and memory."""

from __future__ import annotations

import shutil
import subprocess

from refkit.errors import UnreadableFileError

_SECONDS = 60
_MEMORY = "1g"


def converted(text: str, source: str, target: str, path: str) -> str:
    """The text in another of pandoc's formats.

    Raises `UnreadableFileError` in one line if there is no pandoc, if it does not understand the text, or takes more
    than a minute or a gigabyte.
    """
    command = [_program(path), "--sandbox", "--from", source, "--to", target, "+RTS", f"-M{_MEMORY}", "-RTS"]
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, timeout=_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise UnreadableFileError(f"{path}: pandoc did not finish reading it in {_SECONDS} s") from None
    if done.returncode:
        said = " ".join(done.stderr.decode("utf-8", "replace").split())
        raise UnreadableFileError(f"{path}: pandoc cannot read it: {said[:200] or done.returncode}")
    return done.stdout.decode("utf-8")


def _program(path: str) -> str:
    """The pandoc of the package pypandoc_binary, else the one on PATH."""
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
