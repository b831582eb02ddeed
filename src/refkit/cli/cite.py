"""`refkit cite`: the reference lists of a library or a manuscript, and its notes, in a CSL style."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from refkit.cli import settings
from refkit.cli.output import report_pieces, write
from refkit.errors import RefkitError

if TYPE_CHECKING:
    from refkit.cli.commands import Commands
    from refkit.kinds import Output
    from refkit.model import Formatted, Library
    from refkit.settings import Citing

_OUTPUTS = "refkit.styles.outputs"
#: Language asked for -> how its entries are arranged, where the call does not say.
_ARRANGED = {"both": "twins", "ar": "arabic-first", "en": "mixed"}


def add(commands: Commands) -> None:
    cite = commands.add_parser("cite", help="formatted reference lists, Arabic and English, in any CSL style")
    cite.add_argument("file", nargs="?", metavar="FILE", help="a library, or a manuscript: its works")
    cite.add_argument("--style", default="apa", metavar="NAME", help="name or path of a CSL style (default: apa)")
    cite.add_argument("--list-styles", action="store_true", help="show the styles that have a name of their own")
    cite.add_argument(
        "--language",
        choices=tuple(_ARRANGED),
        default="both",
        help="both (default): an Arabic and an English list; ar, en: one list of all, in that language where it can be",
    )
    cite.add_argument(
        "--arrangement",
        choices=("mixed", "arabic-first", "twins"),
        help="one list by alphabet, one with Arabic entries first, or a list for each language",
    )
    cite.add_argument("--sections", action="store_true", help="divide lists by type: periodicals, books, theses …")
    cite.add_argument(
        "--digits", choices=("keep", "latin", "arabic"), default="keep", help="the digits of Arabic entries"
    )
    cite.add_argument(
        "--notes", action="store_true", help="the notes of the manuscript instead: full first, then short"
    )
    cite.add_argument(
        "--to", metavar="NAME", help="text, html, markdown, latex, docx or json; without it by the suffix of PATH"
    )
    cite.add_argument("-o", "--output", metavar="PATH", help="write there instead of to stdout")
    settings.add_options(cite)
    cite.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    from refkit.settings import Citing, chosen

    if options.list_styles:
        return _list_styles()
    if not options.file:
        raise RefkitError("refkit cite needs a FILE, or --list-styles")
    if options.output and os.path.realpath(options.file) == os.path.realpath(options.output):
        raise RefkitError(f"{options.output}: is FILE too; the list would overwrite it")
    output = _output(options)
    arrangement = options.arrangement or _ARRANGED[options.language]
    citing = chosen(
        Citing,
        language=options.language,
        arrangement=arrangement,
        sections=options.sections,
        digits=options.digits,
    )
    formatted, unread = _formatted(options, citing)
    _write(formatted, output, options.output)
    reasons = dict.fromkeys(failure.reason for failure in formatted.failures)
    for reason in reasons:
        print(f"refkit: {options.file}: {reason}; left out", file=sys.stderr)
    return 1 if reasons or unread else 0


def _formatted(options: argparse.Namespace, citing: Citing) -> tuple[Formatted, bool]:
    """What is asked for, and whether something of the file could not be read."""
    from refkit.formats import is_library, read_library
    from refkit.pipeline import extract_file, link_file
    from refkit.styles import cite, cite_notes

    library: Library
    if is_library(options.file):
        if options.notes:
            raise RefkitError(f"{options.file}: a library has no notes; --notes is for manuscripts")
        library = read_library(options.file)
        report_pieces(options.file, library)
        if library.failures and not library.references:
            raise RefkitError(f"{options.file}: no entry could be read")
        return cite(library, options.style, citing=citing), bool(library.failures)
    used = settings.settings_of(options, [options.file])
    if options.notes:
        return cite_notes(link_file(options.file, settings=used), options.style, citing=citing), False
    return cite(extract_file(options.file, used), options.style, citing=citing), False


def _output(options: argparse.Namespace) -> Output:
    """The output that is named, or that makes files of the path's suffix; text if neither is given."""
    from refkit.errors import UnknownNameError
    from refkit.kinds import discover, named

    if options.to or not options.output:
        return named(_OUTPUTS, options.to or "text")  # type: ignore[no-any-return]  # named() gives Any
    suffix = os.path.splitext(options.output)[1].lower()
    for found in discover(_OUTPUTS).values():
        if suffix in found.suffixes:
            return found  # type: ignore[no-any-return]  # discover() gives Any
    known = ", ".join(suffix for found in discover(_OUTPUTS).values() for suffix in found.suffixes)
    raise UnknownNameError(f"{options.output}: no output makes {suffix or 'a file without suffix'}; known: {known}")


def _write(formatted: Formatted, output: Output, path: str | None) -> None:
    from refkit.formats.files import write_bytes

    at_terminal = path is None and sys.stdout.isatty()
    rendered = output.on_terminal(formatted) if at_terminal and output.on_terminal else output.render(formatted)
    if isinstance(rendered, str):
        write(rendered, path)
    elif path is not None:
        write_bytes(rendered, path)
    elif at_terminal:
        raise RefkitError(f"{output.name} is no text for a terminal; give -o PATH")
    else:
        sys.stdout.buffer.write(rendered)


def _list_styles() -> int:
    from refkit.styles.names import known_styles, named_styles

    shown, known = named_styles(), known_styles()
    width = max(map(len, shown))
    for name, title in shown.items():
        print(f"{name:{width}}  {title}{'' if name in known else ' (not installed)'}")
    more = len(known - shown.keys())
    print(f"{'':{width}}  and {more} more by the names of their files" if more else f"{'':{width}}  more: {_MORE}")
    return 0


_MORE = "pip install 'refkit-bilingual[styles]'"
