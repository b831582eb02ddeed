"""A web page: direction and language of each list and entry, foreign stretches isolated, everything escaped."""

from __future__ import annotations

from html import escape

from refkit.kinds import Output
from refkit.model import Face, Formatted, FormattedList, Line, Run
from refkit.styles.outputs.stretches import clean, direction, hangs, stretches

_TAGS: dict[Face, tuple[str, str]] = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "small-caps": ('<span class="small-caps">', "</span>"),
    "superscript": ("<sup>", "</sup>"),
    "subscript": ("<sub>", "</sub>"),
    "underline": ("<u>", "</u>"),
}
_PAGE = """\
<!DOCTYPE html>
<html {attributes}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.6; }}
body {{ font-family: "Times New Roman", Amiri, serif; }}
:lang(ar) {{ font-family: Amiri, "Traditional Arabic", "Times New Roman", serif; }}
/* Arabic has no italics: the bold face takes their place. */
i:lang(ar) {{ font-style: normal; font-weight: bold; }}
.small-caps {{ font-variant: small-caps; }}
.entry, .note {{ margin: 0 0 .5em; overflow-wrap: anywhere; }}
.label {{ display: inline-block; min-width: 1.7em; text-indent: 0; }}
.hanging .entry {{ padding-inline-start: 2em; text-indent: -2em; }}
</style>
</head>
<body>
{body}
</body>
</html>
"""


def _render(formatted: Formatted) -> str:
    parts = [_paragraph(note, "note") for note in formatted.notes]
    parts += [_list(each) for each in formatted.lists]
    languages = [each.language for each in formatted.lists] + [note.language for note in formatted.notes]
    headings = [each.heading for each in formatted.lists if each.heading]
    return _PAGE.format(
        attributes=_attributes(languages[0] if languages else "en"),
        title=_escaped(" · ".join(headings) or formatted.style),
        body="\n".join(parts),
    )


def _list(each: FormattedList) -> str:
    hanging = ' class="hanging"' if hangs(each) else ""
    parts = [f"<section {_attributes(each.language)}{hanging}>"]
    if each.heading:
        parts.append(f"<h2>{_escaped(each.heading)}</h2>")
    for section in each.sections:
        if section.heading:
            parts.append(f"<h3 {_attributes(section.language)}>{_escaped(section.heading)}</h3>")
        parts += [_paragraph(line, "entry") for line in section.lines]
    return "\n".join([*parts, "</section>"])


def _paragraph(line: Line, kind: str) -> str:
    own = direction(line.language)
    text = f'<span class="label">{_escaped(line.label.strip())}</span> ' if line.label else ""
    for stretch in stretches(line):
        inner = "".join(map(_run, stretch.runs))
        if stretch.language or stretch.direction != own:
            language = f' lang="{_escaped(stretch.language)}"' if stretch.language else ""
            inner = f'<bdi{language} dir="{stretch.direction}">{inner}</bdi>'
        text += inner
    key = f' data-key="{_escaped(line.key)}"' if line.key else ""
    return f'<p class="{kind}" {_attributes(line.language)}{key}>{text}</p>'


def _run(run: Run) -> str:
    text = _escaped(run.text)
    for face in run.faces:
        start, end = _TAGS[face]
        text = f"{start}{text}{end}"
    return f'<a href="{_escaped(run.url)}">{text}</a>' if run.url else text


def _attributes(language: str) -> str:
    return f'lang="{_escaped(language)}" dir="{direction(language)}"'


def _escaped(text: str) -> str:
    return escape(clean(text), quote=True)


OUTPUT = Output(name="html", suffixes=(".html", ".htm"), summary="a web page", render=_render)
