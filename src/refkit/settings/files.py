"""Settings files: `refkit.toml`, or the table `[tool.refkit]` of a pyproject.toml."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from refkit.errors import RefkitError
from refkit.explain import explain
from refkit.settings import Settings

_OWN, _PROJECT = "refkit.toml", "pyproject.toml"
#: How a table for refkit begins, in all ways that TOML has; a project without one need not be read as TOML.
_MAY_SET = re.compile(r"""^[\s\[]*["']?tool["']?\s*(?:[\].=]\s*(?:["']?refkit|[^"'\w]|$))""", re.MULTILINE)


def find_settings(folder: str | Path) -> Path | None:
    """The nearest settings file in a folder or above it; the search ends at the folder that holds `.git`."""
    start = Path(os.path.abspath(folder))
    for place in (start, *start.parents):
        if (place / _OWN).is_file():
            return place / _OWN
        if (
            (place / _PROJECT).is_file()
            and _MAY_SET.search(_text(place / _PROJECT))
            and _table(place / _PROJECT) is not None
        ):
            return place / _PROJECT
        if (place / ".git").exists():
            return None
    return None


def read_settings(path: str | Path) -> Settings:
    """The settings in a file; paths in it count from its folder. `RefkitError` says in one line which key is wrong."""
    table = _table(Path(path))
    if table is None:
        raise RefkitError(f"{path}: has no table [tool.refkit]")
    try:
        settings = Settings.model_validate(table)
    except ValidationError as error:
        raise RefkitError(f"{path}: {explain(error, Settings)}") from None
    folder = os.path.dirname(os.path.abspath(path))
    return settings.model_copy(
        update={
            "library": tuple(_shown(os.path.join(folder, name)) for name in settings.library),
            "baseline": _shown(os.path.join(folder, settings.baseline)) if settings.baseline else None,
            "per_file_ignores": {_from(folder, pattern): codes for pattern, codes in settings.per_file_ignores.items()},
            "allow": tuple(
                each.model_copy(update={"file": _from(folder, each.file)}) if each.file else each
                for each in settings.allow
            ),
        }
    )


def _from(folder: str, pattern: str) -> str:
    """A pattern of files that counts from a folder, as one that counts from anywhere."""
    import glob

    return os.path.join(glob.escape(folder), pattern) if "/" in pattern else pattern


def _shown(path: str) -> str:
    """A path as people write it: relative, where it is below the folder that they are in."""
    here = os.getcwd() + os.sep
    path = os.path.normpath(path)
    return path.removeprefix(here)


def _table(path: Path) -> dict[str, Any] | None:
    """The settings of a file as data; None for a project without any."""
    import tomllib

    try:
        data = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise RefkitError(f"{path}: not TOML: {error}") from None
    except RecursionError:
        raise RefkitError(f"{path}: not TOML: nested too deeply") from None
    if path.name != _PROJECT:
        return data
    tools = data.get("tool")
    table = tools.get("refkit") if isinstance(tools, dict) else None
    if table is not None and not isinstance(table, dict):
        raise RefkitError(f"{path}: tool.refkit: expected a table, found {table!r}")
    return table


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise RefkitError(f"{path}: no such file") from None
    except UnicodeDecodeError as error:
        raise RefkitError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from None
    except OSError as error:
        raise RefkitError(f"{path}: cannot read: {error.strerror}") from None
