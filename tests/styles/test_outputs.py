"""Outputs of formatted lists: what is safe, what is right in both directions, and that other programs read it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from refkit.kinds import discover, named
from refkit.model import Formatted, FormattedList, Line, Run, Section
from refkit.styles.outputs.stretches import clean, direction, link, stretches

OUTPUTS = discover("refkit.styles.outputs")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOI = "https://doi.org/10.1000/x_y%20z&a=b"

ARABIC = Line(
    key="anbari2017",
    language="ar",
    label="[1]",
    runs=(
        Run(text="الأنباري، أحمد. «التقارب الروسي». "),
        Run(text="مجلة الحقيقة", faces=("italic",)),
        Run(text="، "),
        Run(text="Russia (and ", language="en"),
        Run(text="China)", language="en", faces=("italic",)),
        Run(text="، ص 56–57. "),
        Run(text=DOI, url=DOI),
        Run(text="."),
    ),
)
ENGLISH = Line(
    key="hourani1983",
    language="en",
    runs=(
        Run(text="Hourani, A. (1983). "),
        Run(text="Arabic Thought", faces=("italic", "bold")),
        Run(text=" and "),
        Run(text="مجلة الحقيقة (الجزائر)", language="ar"),
        Run(text=", 2", faces=()),
        Run(text="nd", faces=("superscript",)),
    ),
)
HOSTILE = Line(
    key='"><script>',
    language="en",
    label="1. ",
    runs=(
        Run(text='<script>alert(1)</script> & "quoted" '),
        Run(text="a\x00b\x07c\u202ed\nE"),
        Run(text="click", url="javascript:alert(1)"),
        Run(text="go", url='http://x.y/"><b>\\}{z'),
        Run(text=r" \input{/etc/passwd} 50% $x_1$ #1 {a} ~ ^ *b* _c_ [d](e) `f` --"),
    ),
)


def formatted(*lines: Line, language: str = "ar", **more: Any) -> Formatted:
    section = Section(
        heading="أولاً: الدوريات" if language == "ar" else "First: Periodicals", language=language, lines=lines
    )
    heading = "المراجع" if language == "ar" else "References"
    return Formatted(
        style="apa", lists=(FormattedList(language=language, heading=heading, sections=(section,)),), **more
    )


TWINS = Formatted(
    style="apa",
    lists=formatted(ARABIC).lists + formatted(ENGLISH, language="en").lists,
    notes=(Line(key="", language="ar", label="(1)", runs=(Run(text="المصدر نفسه، ص 5."),)),),
)


def rendered(name: str, value: Formatted) -> str:
    text = OUTPUTS[name].render(value)
    assert isinstance(text, str)
    return text


def document(value: Formatted) -> ElementTree.Element:
    data = OUTPUTS["docx"].render(value)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    roots = {name: ElementTree.fromstring(part) for name, part in parts.items()}
    return roots["word/document.xml"]


# --- directions and stretches -----------------------------------------------------------------------------------


def test_direction_is_that_of_the_script() -> None:
    ways = {tag: direction(tag) for tag in ("ar", "ar-IQ", "fa", "ar-Latn", "en", "arn")}
    assert ways == {"ar": "rtl", "ar-IQ": "rtl", "fa": "rtl", "ar-Latn": "ltr", "en": "ltr", "arn": "ltr"}


def test_neighbouring_runs_of_one_language_are_one_stretch() -> None:
    found = [(stretch.language, stretch.direction, len(stretch.runs)) for stretch in stretches(ARABIC)]
    assert found == [("", "rtl", 3), ("en", "ltr", 2), ("", "rtl", 1), ("", "ltr", 1), ("", "rtl", 1)]


def test_text_is_clean_and_only_addresses_are_links() -> None:
    assert clean("a\x00b\x07c\u202ed\r\nE\u00a0f") == "abcd E\u00a0f"
    assert link("https://n9.cl/x") == "https://n9.cl/x"
    assert [link(url) for url in (None, "", "javascript:alert(1)", " JavaScript:x", "data:text/html,x")] == [None] * 5


# --- each output ------------------------------------------------------------------------------------------------


def test_there_is_an_output_for_each_suffix_once() -> None:
    assert set(OUTPUTS) == {"text", "html", "markdown", "latex", "docx", "json"}
    suffixes = [suffix for output in OUTPUTS.values() for suffix in output.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize("name", sorted(OUTPUTS))
@pytest.mark.parametrize(
    "value", [Formatted(style="apa"), formatted(HOSTILE), TWINS], ids=["empty", "hostile", "twins"]
)
def test_outputs_take_anything_and_give_the_same_each_time(name: str, value: Formatted) -> None:
    output = named("refkit.styles.outputs", name)
    first = output.render(value)
    assert first == output.render(value)
    if isinstance(first, str):
        assert first.endswith("\n")
        assert "\x00" not in first
        first.encode("utf-8")


def test_text_has_an_entry_a_line_and_no_marks() -> None:
    assert rendered("text", TWINS) == (
        "(1) المصدر نفسه، ص 5.\n\nالمراجع\n\nأولاً: الدوريات\n\n"
        f"[1] الأنباري، أحمد. «التقارب الروسي». مجلة الحقيقة، Russia (and China)، ص 56–57. {DOI}.\n\n"
        "References\n\nFirst: Periodicals\n\nHourani, A. (1983). Arabic Thought and مجلة الحقيقة (الجزائر), 2nd\n"
    )


def test_on_a_terminal_each_line_and_each_foreign_stretch_is_isolated() -> None:
    on_terminal = OUTPUTS["text"].on_terminal
    text = on_terminal(TWINS)
    assert "\u2067[1] الأنباري" in text
    assert "، \u2066Russia (and China)\u2069، ص" in text
    assert "and \u2067مجلة الحقيقة (الجزائر)\u2069, 2nd\u2069" in text
    assert text.count("\u2069") == text.count("\u2066") + text.count("\u2067")


class _Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_says_language_and_direction_of_each_part() -> None:
    text = rendered("html", TWINS)
    page = _Page(text)
    assert page.open == []
    assert page.tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    paragraphs = [attributes for tag, attributes in page.tags if tag == "p"]
    assert [(found["lang"], found["dir"]) for found in paragraphs] == [("ar", "rtl"), ("ar", "rtl"), ("en", "ltr")]
    assert '<bdi lang="en" dir="ltr">Russia (and <i>China)</i></bdi>' in text
    assert '<bdi lang="ar" dir="rtl">مجلة الحقيقة (الجزائر)</bdi>' in text
    assert '<bdi dir="ltr"><a href="https://doi.org/10.1000/x_y%20z&amp;a=b">' in text


def test_html_escapes_everything() -> None:
    page = _Page(rendered("html", formatted(HOSTILE)))
    assert "script" not in {tag for tag, _ in page.tags}
    assert "b" not in {tag for tag, _ in page.tags}
    links = [attributes["href"] for tag, attributes in page.tags if tag == "a"]
    assert links == ['http://x.y/"><b>\\}{z']
    assert '<script>alert(1)</script> & "quoted"' in page.text
    assert [attributes["data-key"] for _, attributes in page.tags if "data-key" in attributes] == ['"><script>']


def test_markdown_escapes_what_it_would_read_as_marks() -> None:
    text = rendered("markdown", formatted(HOSTILE, language="en"))
    assert "<script>" not in text
    assert "1\\.  \\<script\\>" in text
    assert r"\*b\* \_c\_ \[d\](e) \`f\` -\-" in text
    assert "javascript" not in text
    assert "[go](<http://x.y/%22%3E%3Cb%3E%5C%7D%7Bz>)" in text


def test_markdown_says_the_direction_and_links_addresses() -> None:
    text = rendered("markdown", TWINS)
    assert '<div lang="ar" dir="rtl">\n\n## المراجع\n\n### أولاً: الدوريات' in text
    assert '*مجلة الحقيقة*، <span lang="en" dir="ltr">Russia (and *China)*</span>، ص' in text
    assert f'<span dir="ltr"><{DOI}></span>.' in text
    assert "***Arabic Thought*** and" in text


def test_markdown_is_read_by_pandoc_as_it_is_meant() -> None:
    pypandoc = pytest.importorskip("pypandoc")
    source = rendered("markdown", formatted(HOSTILE, language="en"))
    plain = " ".join(pypandoc.convert_text(source, "plain", format="commonmark", extra_args=["--wrap=none"]).split())
    assert r"1. <script>alert(1)</script> & “quoted” abcd Eclickgo \input{/etc/passwd} 50% $x_1$ #1 {a} ~ ^ *b*" in (
        plain.replace('"quoted"', "“quoted”")
    )


def test_latex_has_no_command_of_the_data() -> None:
    text = rendered("latex", formatted(HOSTILE, language="en"))
    assert r"\textbackslash{}input\textbraceleft{}/etc/passwd\textbraceright{} 50\% \$x\_1\$ \#1" in text
    assert r"\input{" not in text
    assert "javascript" not in text
    body = text.partition(r"\begin{document}")[2]
    assert len(re.findall(r"(?<!\\)\{", body)) == len(re.findall(r"(?<!\\)\}", body))


def test_latex_sets_each_language_in_its_own_environment() -> None:
    text = rendered("latex", TWINS)
    assert "\\setmainlanguage{arabic}\n\\setotherlanguage{english}" in text
    assert r"\textenglish{Russia (and \textit{China)}}" in text
    assert r"\textarabic{مجلة الحقيقة (الجزائر)}" in text
    assert (
        text.index(r"\begin{Arabic}") < text.index("الأنباري") < text.index(r"\begin{english}") < text.index("Hourani")
    )


@pytest.mark.tex
@pytest.mark.skipif(not shutil.which("xelatex") and not os.environ.get("REFKIT_TEX"), reason="XeLaTeX is not installed")
@pytest.mark.parametrize("value", [TWINS, formatted(HOSTILE)], ids=["twins", "hostile"])
def test_latex_is_set_by_xelatex(tmp_path: Path, value: Formatted) -> None:
    (tmp_path / "list.tex").write_text(rendered("latex", value), "utf-8")
    command = ["xelatex", "-interaction=batchmode", "-halt-on-error", "list"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0, (tmp_path / "list.log").read_text("utf-8", "replace")[-2000:]
    assert (tmp_path / "list.pdf").stat().st_size > 1000


def test_docx_runs_and_paragraphs_have_their_direction() -> None:
    paragraphs = list(document(TWINS).iter(f"{W}p"))
    ways = [p.find(f"{W}pPr/{W}bidi").get(f"{W}val", "1") for p in paragraphs]  # type: ignore[union-attr]  # each has one
    assert ways == ["1", "1", "1", "1", "0", "0", "0"]
    runs = {"".join(r.itertext()): r.find(f"{W}rPr/{W}rtl") is not None for p in paragraphs for r in p.iter(f"{W}r")}
    assert runs["الأنباري، أحمد. «التقارب الروسي». "]
    assert not runs["Russia (and "]
    assert runs["مجلة الحقيقة (الجزائر)"]
    assert not runs["Hourani, A. (1983). "]


def test_docx_arabic_is_bold_where_latin_is_italic() -> None:
    looks = {
        "".join(run.itertext()): {node.tag.removeprefix(W) for node in run.find(f"{W}rPr") or ()}
        for run in document(TWINS).iter(f"{W}r")
    }
    assert {"bCs", "rtl"} <= looks["مجلة الحقيقة"]
    assert "i" not in looks["مجلة الحقيقة"]
    assert "i" in looks["China)"]


def test_docx_has_a_real_hanging_indent_and_links() -> None:
    data = OUTPUTS["docx"].render(TWINS)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        styles = package.read("word/styles.xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
        text = package.read("word/document.xml").decode()
    assert '<w:ind w:left="567" w:hanging="567"/>' in styles
    assert text.count('<w:pStyle w:val="Bibliography"/>') == 2
    assert 'Target="https://doi.org/10.1000/x_y%20z&amp;a=b" TargetMode="External"' in relations


def test_docx_holds_hostile_text_as_text() -> None:
    text = "".join(document(formatted(HOSTILE)).itertext())
    assert '<script>alert(1)</script> & "quoted" abcd Eclickgo' in text


@pytest.mark.office
@pytest.mark.skipif(
    not shutil.which("soffice") and not os.environ.get("REFKIT_OFFICE"), reason="LibreOffice is not installed"
)
def test_docx_is_read_by_libreoffice(tmp_path: Path) -> None:
    (tmp_path / "list.docx").write_bytes(OUTPUTS["docx"].render(TWINS))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "list.docx")], capture_output=True, check=True, timeout=180)
    text = (tmp_path / "list.txt").read_text("utf-8-sig")
    assert "الأنباري، أحمد. «التقارب الروسي». مجلة الحقيقة" in text
    assert "Hourani, A. (1983). Arabic Thought and" in text


def test_json_gives_back_what_was_formatted() -> None:
    assert Formatted.model_validate(json.loads(rendered("json", TWINS))) == TWINS
