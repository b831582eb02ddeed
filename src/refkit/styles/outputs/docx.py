"""A Word document: paragraphs and runs from right to left where they are, entries with a hanging indent.

The few parts of the file that such a document needs are written here; nobody needs to install anything for it.
"""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from refkit.kinds import Output
from refkit.model import Face, Formatted, FormattedList, Line, Run
from refkit.styles.outputs.stretches import Direction, clean, direction, hangs, stretches

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_WORDML}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_WORDML}.styles+xml"/></Types>'
)
_PACKAGE_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
)


def _style(name: str, title: str, *, paragraph: str = "", run: str = "", default: bool = False) -> str:
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if default else ""} w:styleId="{name}">'
        f'<w:name w:val="{title}"/>{based}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _heading_style(level: int, size: int) -> str:
    return _style(
        f"Heading{level}",
        f"heading {level}",
        paragraph=f'<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="{level - 1}"/>',
        run=f'<w:b/><w:bCs/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


# `left` is where a line begins: in a paragraph with w:bidi it is on the right. Both fonts have Arabic letters.
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    '<w:sz w:val="24"/><w:szCs w:val="28"/><w:lang w:val="en-US" w:bidi="ar-SA"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    + _style("Normal", "Normal", paragraph='<w:spacing w:after="120"/>', default=True)
    + _heading_style(1, 32)
    + _heading_style(2, 28)
    + _style("Bibliography", "Bibliography", paragraph='<w:ind w:left="567" w:hanging="567"/>')
    + "</w:styles>"
)
#: Looks of a run, in the order that the schema wants; Arabic has no italics, the bold face takes their place.
_LOOKS: tuple[tuple[Face, str, str], ...] = (
    ("bold", "<w:b/>", "<w:bCs/>"),
    ("italic", "<w:i/>", "<w:bCs/>"),
    ("small-caps", "<w:smallCaps/>", "<w:smallCaps/>"),
    ("underline", '<w:u w:val="single"/>', '<w:u w:val="single"/>'),
    ("superscript", '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="superscript"/>'),
    ("subscript", '<w:vertAlign w:val="subscript"/>', '<w:vertAlign w:val="subscript"/>'),
)
#: Marks around a foreign stretch: they hold signs at its ends, such as brackets, on its side.
_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}


def _render(formatted: Formatted) -> bytes:
    addresses: dict[str, str] = {}
    body = "".join(_paragraph(note, "Normal", addresses) for note in formatted.notes)
    body += "".join(_list(each, addresses) for each in formatted.lists)
    document = (
        f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{_page(formatted)}</w:body></w:document>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _PACKAGE_RELATIONS),
            ("word/document.xml", document),
            ("word/styles.xml", _STYLES),
            ("word/_rels/document.xml.rels", _relations(addresses)),
        ):
            # One date for all, so that the same list is the same file.
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _page(formatted: Formatted) -> str:
    languages = [each.language for each in formatted.lists] + [note.language for note in formatted.notes]
    bidi = "<w:bidi/>" if languages and direction(languages[0]) == "rtl" else ""
    return (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708"'
        ' w:gutter="0"/>'
        f"{bidi}</w:sectPr>"
    )


def _relations(addresses: dict[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="{name}" Type="{_R}/hyperlink" Target={quoteattr(address)} TargetMode="External"/>'
        for address, name in addresses.items()
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>{links}</Relationships>'
    )


def _list(each: FormattedList, addresses: dict[str, str]) -> str:
    style = "Bibliography" if hangs(each) else "Normal"
    text = _heading(1, each.heading, each.language)
    for section in each.sections:
        text += _heading(2, section.heading, section.language)
        text += "".join(_paragraph(line, style, addresses) for line in section.lines)
    return text


def _heading(level: int, text: str, language: str) -> str:
    way = direction(language)
    return _block(f"Heading{level}", way, _run(Run(text=clean(text)), way, language, {})) if text else ""


def _paragraph(line: Line, style: str, addresses: dict[str, str]) -> str:
    own = direction(line.language)
    # Behind the label a tab leads to where the other lines begin.
    label = _run(Run(text=clean(line.label.strip())), own, line.language, addresses) + "<w:r><w:tab/></w:r>"
    text = label if line.label else ""
    for stretch in stretches(line):
        language = stretch.language or line.language
        inner = "".join(_run(run, stretch.direction, language, addresses) for run in stretch.runs)
        if stretch.direction != own:
            mark = _run(Run(text=_MARKS[stretch.direction]), stretch.direction, language, addresses)
            inner = f"{mark}{inner}{mark}"
        text += inner
    return _block(style, own, text)


def _block(style: str, way: Direction, text: str) -> str:
    # Said of each paragraph: where it is not, LibreOffice takes the direction of the page.
    bidi = "<w:bidi/>" if way == "rtl" else '<w:bidi w:val="0"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{bidi}</w:pPr>{text}</w:p>'


def _run(run: Run, way: Direction, language: str, addresses: dict[str, str]) -> str:
    arabic = way == "rtl"
    looks = dict.fromkeys((rtl if arabic else ltr) for face, ltr, rtl in _LOOKS if face in run.faces)
    tag = quoteattr(clean(language))
    kind = f"<w:rtl/><w:lang w:bidi={tag}/>" if arabic else f"<w:lang w:val={tag}/>"
    text = f'<w:r><w:rPr>{"".join(looks)}{kind}</w:rPr><w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'
    if not run.url:
        return text
    name = addresses.setdefault(run.url, f"rId{len(addresses) + 2}")
    return f'<w:hyperlink r:id="{name}" w:history="1">{text}</w:hyperlink>'


OUTPUT = Output(name="docx", suffixes=(".docx",), summary="a Word document", render=_render)
