"""A LaTeX document for XeLaTeX with polyglossia: Arabic and English each in its direction and font."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import quote

from refkit.kinds import Output
from refkit.latex import escaped
from refkit.model import Face, Formatted, FormattedList, Line, Run
from refkit.styles.outputs.stretches import Direction, clean, direction, hangs, stretches

_COMMANDS: dict[Face, str] = {
    "italic": "textit",
    "bold": "textbf",
    "small-caps": "textsc",
    "superscript": "textsuperscript",
    "subscript": "textsubscript",
    "underline": "underline",
}
_PREAMBLE = r"""% XeLaTeX; Debian: texlive-xetex, texlive-lang-arabic (which has the font Amiri)
\documentclass[12pt,a4paper]{article}
\usepackage[margin=25mm]{geometry}
\linespread{1.3} % Amiri is tall
\usepackage{xurl}
\usepackage[hidelinks]{hyperref}
\usepackage{polyglossia}
\setmainlanguage{MAIN}
\setotherlanguage{OTHER}
% Arabic has no italics: the bold face takes their place.
\newfontfamily\arabicfont[Script=Arabic,
  BoldFont=Amiri-Bold.ttf, ItalicFont=Amiri-Bold.ttf, BoldItalicFont=Amiri-Bold.ttf]{Amiri-Regular.ttf}
\setmainfont[BoldFont=Amiri-Bold.ttf, ItalicFont=Amiri-Italic.ttf,
  BoldItalicFont=Amiri-BoldItalic.ttf]{Amiri-Regular.ttf}
\urlstyle{same}
\setlength{\parindent}{0pt}
\newenvironment{references}[1]{\begin{list}{}{\setlength{\leftmargin}{#1}\setlength{\itemindent}{-#1}%
  \setlength{\labelwidth}{0pt}\setlength{\labelsep}{0pt}\setlength{\itemsep}{.4\baselineskip}\setlength{\parsep}{0pt}}}{\end{list}}
% The number of an entry, at least as wide as the other lines are set in.
\newcommand{\numbered}[1]{\leavevmode\setbox0\hbox{#1\ }\ifdim\wd0<2em \hbox to 2em{#1\hfil}\else\box0 \fi}
\begin{document}
"""


def _render(formatted: Formatted) -> str:
    languages = [each.language for each in formatted.lists] + [note.language for note in formatted.notes]
    main = "arabic" if languages and direction(languages[0]) == "rtl" else "english"
    other = "english" if main == "arabic" else "arabic"
    blocks = [_entries(formatted.notes, "0pt")] if formatted.notes else []
    blocks += [_list(each) for each in formatted.lists]
    preamble = _PREAMBLE.replace("MAIN", main).replace("OTHER", other)
    return preamble + "\n".join(blocks) + "\n\\end{document}\n"


def _list(each: FormattedList) -> str:
    indent = "2em" if hangs(each) else "0pt"
    blocks = [_heading("section", each.heading, each.language)] if each.heading else []
    for section in each.sections:
        blocks += [_heading("subsection", section.heading, section.language)] if section.heading else []
        blocks += [_entries(section.lines, indent)] if section.lines else []
    return "\n".join(blocks)


def _heading(command: str, text: str, language: str) -> str:
    return _within(direction(language), rf"\{command}*{{{escaped(clean(text))}}}")


def _entries(lines: tuple[Line, ...], indent: str) -> str:
    """Entries of one direction after each other stand in one environment of their language."""
    blocks = []
    for way, group in groupby(lines, lambda line: direction(line.language)):
        items = "\n".join(rf"\item {_line(line)}" for line in group)
        blocks.append(_within(way, f"\\begin{{references}}{{{indent}}}\n{items}\n\\end{{references}}"))
    return "\n".join(blocks)


def _within(way: Direction, text: str) -> str:
    name = _environment(way)
    return f"\\begin{{{name}}}\n{text}\n\\end{{{name}}}"


def _environment(way: Direction) -> str:
    # polyglossia writes it with a capital: \begin{arabic} is what counts pages in Arabic digits.
    return "Arabic" if way == "rtl" else "english"


def _line(line: Line) -> str:
    own = direction(line.language)
    text = rf"\numbered{{{escaped(clean(line.label.strip()))}}}" if line.label else ""
    for stretch in stretches(line):
        inner = "".join(map(_run, stretch.runs))
        if stretch.direction != own:
            inner = rf"\text{'arabic' if stretch.direction == 'rtl' else 'english'}{{{inner}}}"
        text += inner
    # A [ after \item would be its label.
    return "{}" + text


def _run(run: Run) -> str:
    text = escaped(run.text)
    if run.url and run.url == run.text and run.url.isascii() and not set(run.url) & set("\\{}^~ "):
        text = rf"\nolinkurl{{{text}}}"  # breaks between its parts
    for face in run.faces:
        text = rf"\{_COMMANDS[face]}{{{text}}}"
    if run.url:
        target = escaped(quote(run.url, safe="%/:?#@!$&'()*+,;=-._"))
        return rf"\href{{{target}}}{{{text}}}"
    return text


OUTPUT = Output(name="latex", suffixes=(".tex",), summary="a document for XeLaTeX", render=_render)
