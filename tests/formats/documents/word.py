"""Word files made by hand, part by part, for what pandoc does not write: text boxes, tracked changes, live fields."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}
_DECLARED = " ".join(f'xmlns:{name}="{address}"' for name, address in _NAMES.items())
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{}</Types>'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_SEPARATORS = (
    '<w:{0} w:type="separator" w:id="-1"><w:p/></w:{0}><w:{0} w:type="continuationSeparator" w:id="0"><w:p/></w:{0}>'
)


def text(shown: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{html.escape(shown)}</w:t></w:r>'


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def call(number: int, kind: str = "footnote") -> str:
    """The marker of a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, *paragraphs: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{number}">{"".join(paragraphs)}</w:{kind}>'


def field(instruction: str, shown: str) -> str:
    """A field with its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{html.escape(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + text(shown) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def box(content: str) -> str:
    """A text box, as Word writes it: once as a drawing, once as VML for old programs."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback>{old_box(content)[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def old_box(content: str) -> str:
    """A text box of VML alone."""
    shape = f"<v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape>"
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


def save(path: Path, body: str, footnotes: str = "", endnotes: str = "") -> Path:
    """A Word file of these parts."""
    relations = ""
    parts = {"word/document.xml": _part("document", f"<w:body>{body}</w:body>")}
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes:
            parts[f"word/{kind}s.xml"] = _part(f"{kind}s", _SEPARATORS.format(kind) + notes)
            relations += f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}s" Target="{kind}s.xml"/>'
    main = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    parts["_rels/.rels"] = _RELATIONS.format(main)
    parts["word/_rels/document.xml.rels"] = _RELATIONS.format(relations)
    types = {"document": "document.main", "footnotes": "footnotes", "endnotes": "endnotes"}
    overrides = [
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}{name}+xml"/>'
        for part, name in types.items()
        if f"word/{part}.xml" in parts
    ]
    parts["[Content_Types].xml"] = _TYPES.format("".join(overrides))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + content)
    return path


def _part(root: str, content: str) -> str:
    return f"<w:{root} {_DECLARED}>{content}</w:{root}>"


def changed(source: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An archive with some of its parts changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member.filename, parts.get(member.filename, old.read(member)))
    return out.getvalue()
