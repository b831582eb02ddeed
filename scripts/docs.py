"""Run every example of README.md and docs/*.md and put its real output below it; with --check, only compare.

A `console` block holds commands (`$ …`), each followed by its output. A `python` block is run in the namespace of its
page; what it prints stands in the `text` or `json` block right after it.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_BLOCK = re.compile(
    r"```console\n(?P<console>.*?)```|```python\n(?P<python>.*?)```(?:\n\n```(?P<kind>text|json)\n(?P<output>.*?)```)?",
    re.DOTALL,
)


def refreshed(text: str, page: str) -> str:
    """The page with the outputs that its examples have today."""
    namespace: dict[str, Any] = {"__name__": page}

    def run(match: re.Match[str]) -> str:
        return _console(match["console"]) if match["console"] is not None else _python(match, namespace, page)

    return _BLOCK.sub(run, text)


def _console(block: str) -> str:
    shown = []
    for line in block.splitlines():
        if line.startswith("$ "):
            done = subprocess.run(
                ["bash", "-c", line[2:]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
            )
            shown += [line, *done.stdout.rstrip("\n").splitlines()]
    return "```console\n" + "\n".join(shown) + "\n```"


def _python(match: re.Match[str], namespace: dict[str, Any], page: str) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(match["python"], page, "exec"), namespace)
    block = f"```python\n{match['python']}```"
    output = printed.getvalue().rstrip("\n")
    return f"{block}\n\n```{match['kind'] or 'text'}\n{output}\n```" if output else block


def main() -> int:
    """Rewrite the pages, or say which differ; exit 1 if one does."""
    check = "--check" in sys.argv[1:]
    stale = []
    os.environ |= {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "NO_COLOR": "1", "COLUMNS": "100"}
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("data", "examples"):
                (Path(folder) / name).symlink_to(ROOT / name)
            os.chdir(folder)
            text = path.read_text("utf-8")
            new = refreshed(text, path.name)
            os.chdir(ROOT)
        if new != text:
            stale.append(path.relative_to(ROOT))
            if not check:
                path.write_text(new, "utf-8")
    for path in stale:
        print(f"{path}: {'its examples print something else now; run make update' if check else 'rewritten'}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
