"""Markdown: CommonMark, with the few HTML tags that direction needs; pandoc reads it too."""

from __future__ import annotations

import re
from urllib.parse import quote

from refkit.kinds import Output
from refkit.model import Face, Formatted, FormattedList, Line, Run
from refkit.styles.outputs.stretches import clean, direction, stretches

_MARKS: dict[Face, str] = {"italic": "*", "bold": "**"}
_TAGS: dict[Face, tuple[str, str]] = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "small-caps": ('<span style="font-variant: small-caps">', "</span>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "underline": ("<u>", "</u>"),
}
#: What Markdown or pandoc would read as a mark, also the dashes and dots that pandoc joins.
_SIGNS = re.compile(r"[\\`*_\[\]<>&~|$^@#{}]|(?<=-)-|(?<=\.)\.|(?<=!)(?=\[)")
#: What would make a list or a heading of a paragraph: at its beginning a dash, a plus, a number with a full stop.
_BEGINNING = re.compile(r"^(\s*(?:\d{1,9}(?=[.)])|(?=[-+=:])))")


def _render(formatted: Formatted) -> str:
    blocks = [_in_direction(note.language, [_paragraph(note)]) for note in formatted.notes]
    blocks += [_list(each) for each in formatted.lists]
    return "\n\n".join(blocks) + "\n"


def _list(each: FormattedList) -> str:
    blocks = [f"## {_escaped(each.heading)}"] if each.heading else []
    for section in each.sections:
        blocks += [f"### {_escaped(section.heading)}"] if section.heading else []
        for line in section.lines:
            same = direction(line.language) == direction(each.language)
            blocks.append(_paragraph(line) if same else _in_direction(line.language, [_paragraph(line)]))
    return _in_direction(each.language, blocks)


def _in_direction(language: str, blocks: list[str]) -> str:
    attributes = f'lang="{_attribute(language)}" dir="{direction(language)}"'
    return "\n\n".join([f"<div {attributes}>", *blocks, "</div>"])


def _paragraph(line: Line) -> str:
    own = direction(line.language)
    text = _escaped(f"{line.label} ") if line.label else ""
    for stretch in stretches(line):
        inner = ""
        for at, run in enumerate(stretch.runs):
            following = stretch.runs[at + 1].text if at + 1 < len(stretch.runs) else ""
            inner += _run(run, inner or text, following)
        if stretch.direction != own:
            language = f' lang="{_attribute(stretch.language)}"' if stretch.language else ""
            inner = f'<span{language} dir="{stretch.direction}">{inner}</span>'
        text += inner
    return _BEGINNING.sub(r"\1\\", text, count=1)


def _run(run: Run, before: str, after: str) -> str:
    """A run with its marks; spaces at its ends stand outside of them, as Markdown wants it."""
    core = run.text.strip(" ")
    if not core:
        return run.text
    lead, tail = run.text[: run.text.index(core)], run.text[run.text.index(core) + len(core) :]
    marks_hold = _marks_hold(core, (before + lead)[-1:], (tail + after)[:1])
    text = _linked(_escaped(core), run.url)
    for face in run.faces:
        start, end = (_MARKS[face],) * 2 if marks_hold and face in _MARKS else _TAGS[face]
        text = f"{start}{text}{end}"
    return lead + text + tail


def _marks_hold(core: str, before: str, after: str) -> bool:
    """Whether CommonMark takes a * as a mark here: not between a letter outside and punctuation inside."""
    return (core[0].isalnum() or not before.isalnum()) and (core[-1].isalnum() or not after.isalnum())


def _linked(text: str, url: str | None) -> str:
    if not url:
        return text
    target = quote(url, safe="%/:?#@!$&'()*+,;=[]~-._")
    return f"<{url}>" if text == _escaped(url) and target == url else f"[{text}](<{target}>)"


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda match: f"\\{match[0]}", clean(text))


def _attribute(text: str) -> str:
    return re.sub(r"[^\w-]", "", clean(text))


OUTPUT = Output(
    name="markdown", suffixes=(".md", ".markdown"), summary="Markdown, with direction as HTML", render=_render
)
