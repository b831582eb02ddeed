"""The documentation's settings, and the pages of the rules, which are made from the rules themselves."""

from __future__ import annotations

import re
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from refkit import __version__
from refkit.kinds import FIXES, Rule
from refkit.linter import rules

project = "refkit"
project_copyright = "the refkit developers"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
#: Docstrings put code between single backticks.
default_role = "literal"
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"

html_theme = "furo"
html_title = f"refkit {release}"

_FOLDER = Path(__file__).parent / "rules"
_INTRODUCTION = """\
# Rules

`refkit check` runs every rule unless `--select` or `--ignore` says otherwise; `refkit rule CODE` prints what stands
on the page of a rule. A rule that lacks the evidence it needs stays silent. The severity is that of most findings of
the rule; a rule may lower or raise it for a finding.

| code | name | severity | summary |
|---|---|---|---|
"""


def write_rule_pages(_: Sphinx) -> None:
    """Write `rules/index.md` and one page a rule, and remove the pages of rules that are gone."""
    pages = {f"{rule.code}.md": _page(rule) for rule in rules().values()} | {"index.md": _index()}
    _FOLDER.mkdir(exist_ok=True)
    for stale in _FOLDER.glob("*.md"):
        if stale.name not in pages:
            stale.unlink()
    for name, text in pages.items():
        path = _FOLDER / name
        # A page that has not changed keeps its time, so that Sphinx does not read it again.
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")


def _index() -> str:
    known = rules().values()
    rows = "".join(
        f"| [{rule.code}]({rule.code}.md) | {rule.name} | {rule.severity} | {_plain(rule.summary)} |\n"
        for rule in known
    )
    entries = "\n".join(rule.code for rule in known)
    return f"{_INTRODUCTION}{rows}\n```{{toctree}}\n:hidden:\n\n{entries}\n```\n"


def _page(rule: Rule) -> str:
    kind = f"Severity: {rule.severity}" + (f"; {FIXES[rule.fix]}" if rule.fix else "")
    parts = [f"# {rule.code} {rule.name}", kind, _plain(rule.summary), _plain(rule.reason)]
    for title, examples in (("Bad", rule.bad), ("Good", rule.good)):
        parts += [f"## {title}", *(f"~~~~~text\n{example.rstrip()}\n~~~~~" for example in examples)]
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """A rule's text as Markdown: everything but code between backticks stands for itself."""
    pieces = text.split("`")
    pieces[::2] = [re.sub(r"([\\*_<>\[\]|#])", r"\\\1", piece) for piece in pieces[::2]]
    return "`".join(pieces)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Make the rules' pages before Sphinx looks for sources."""
    app.connect("builder-inited", write_rule_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
