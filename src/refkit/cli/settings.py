"""Which settings a call has: those of the file that is found or named, and over them those of the command line."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from refkit.errors import RefkitError

if TYPE_CHECKING:
    from pathlib import Path

    from refkit.settings import Settings


def add_options(command: argparse.ArgumentParser) -> None:
    """Options that say where settings are."""
    command.add_argument(
        "--config",
        metavar="PATH",
        help="the settings file; without it refkit.toml or pyproject.toml in or above the paper's folder",
    )
    command.add_argument("--isolated", action="store_true", help="look for no settings file")


def settings_of(options: argparse.Namespace, papers: list[str]) -> Settings:
    """The settings in the file that is named, or that is nearest to the papers.

    Raises `RefkitError` in one line for a file that is wrong, or where papers of one call are under several.
    """
    from refkit.settings import DEFAULT
    from refkit.settings.files import read_settings

    if options.config and options.isolated:
        raise RefkitError("--config and --isolated exclude each other")
    path = options.config or (None if options.isolated else _nearest(papers))
    if path is None:
        return DEFAULT
    from refkit.linter import with_codes

    return with_codes(read_settings(path), str(path))


def _nearest(papers: list[str]) -> Path | None:
    from refkit.settings.files import find_settings

    folders = dict.fromkeys(paper if os.path.isdir(paper) else os.path.dirname(paper) for paper in papers)
    found = list(dict.fromkeys(find_settings(folder or ".") for folder in folders))
    if len(found) > 1:
        shown = " and ".join(str(path or "no settings file") for path in found[:2])
        raise RefkitError(
            f"the papers are under several settings: {shown}; check them one by one, or name one with --config"
        )
    return found[0]
