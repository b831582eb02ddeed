"""Files that are damaged, hostile or something else: one line that says why, within time and memory."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from refkit.errors import RefkitError
from refkit.formats import read
from refkit.formats.files import MAX_BYTES
from tests.formats.documents.manuscripts import write
from tests.formats.documents.word import changed, paragraph, save, text

SOURCE = "نص[^1].\n\n[^1]: علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"
ENTITIES = '<!DOCTYPE {0} [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
LAUGHS = "<!DOCTYPE article [" + "".join(
    f'<!ENTITY l{at} "{f"&l{at - 1};" * 10 if at else "lol"}">' for at in range(10)
)


@pytest.fixture
def docx(tmp_path: Path) -> bytes:
    return write(SOURCE, tmp_path / "good.docx").read_bytes()


def refusal(path: Path) -> str:
    with pytest.raises(RefkitError) as error:
        read(path)
    message = str(error.value)
    assert len(message.splitlines()) == 1
    assert len(message) < 400 + len(str(path))
    assert message.startswith(f"{path}: ")
    return message.removeprefix(f"{path}: ")


@pytest.mark.parametrize("part", [0.02, 0.3, 0.7, 0.99])
@pytest.mark.parametrize("suffix", ["docx", "odt", "epub"])
def test_a_truncated_archive_is_refused(tmp_path: Path, suffix: str, part: float) -> None:
    data = write(SOURCE, tmp_path / f"good.{suffix}").read_bytes()
    path = tmp_path / f"paper.{suffix}"
    path.write_bytes(data[: int(len(data) * part)])
    assert refusal(path).startswith(f"damaged, or no {suffix} file")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.7\n...", "a PDF, whatever its name says"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old Word file, or one with a password"),
        (b"{\\rtf1 text}", "an RTF file; name it .rtf"),
        (b"plain text", "damaged, or no docx file"),
        (b"", "the file is empty"),
    ],
)
def test_another_file_under_the_name_of_word_is_named(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(content)
    assert refusal(path).startswith(reason)


def test_an_archive_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "paper.docx", "w") as archive:
        archive.writestr("photo.txt", "x")
    assert refusal(tmp_path / "paper.docx") == "no docx file: there is no word/document.xml in it"


@pytest.mark.parametrize("content", [b"<w:document", b"", b"\xff\xfe\x00", b"<x/>"])
def test_a_broken_part_is_refused(tmp_path: Path, docx: bytes, content: bytes) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(changed(docx, {"word/document.xml": content}))
    assert refusal(path).startswith("pandoc cannot read it")


def bomb(path: Path, says: int, real: int) -> None:
    """A Word file whose text unpacks to `real` bytes, while its directory says another number."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    chunk = b"<w:p><w:r><w:t>aaaaaaaaaaaaaaaaaaaaaaaa</w:t></w:r></w:p>" * 20_000
    packed = (
        packer.compress(head) + b"".join(packer.compress(chunk) for _ in range(real // len(chunk))) + packer.flush()
    )
    name = b"word/document.xml"
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, 0, len(packed), says, len(name), 0) + name + packed
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, 0, len(packed), says, len(name), 0, 0, 0, 0, 0, 0) + name  # fmt: skip
    path.write_bytes(local + entry + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(entry), len(local), 0))


#: Runs the command from a small process of its own: a child counts the memory of the one that it was forked from.
_RUN = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "refkit", "check", sys.argv[1]], capture_output=True)
sys.stderr.buffer.write(done.stderr)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024)
sys.exit(done.returncode)
"""


def checked(path: Path, *, memory: int = 1_000_000_000) -> tuple[int, str]:
    """Exit code and standard error of the command on a file; it ends in a minute, with less memory."""
    done = subprocess.run([sys.executable, "-c", _RUN, str(path)], capture_output=True, check=False, timeout=60)
    assert int(done.stdout) < memory
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("says", [10_000, 2_000_000_000, 4_000_000_000])
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, says: int) -> None:
    path = tmp_path / "paper.docx"
    bomb(path, says, real=300_000_000)
    code, said = checked(path, memory=400_000_000)
    assert code == 2
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("name", ["paper.xml", "paper.html", "paper.dbk"])
@pytest.mark.parametrize("entities", [ENTITIES.format("article"), LAUGHS + "]>"], ids=["external", "laughs"])
def test_a_source_that_defines_entities_is_refused(tmp_path: Path, name: str, entities: str) -> None:
    path = tmp_path / name
    path.write_text(f"{entities}<article><front/><body><p>&f;&l9;</p></body></article>", "utf-8")
    assert refusal(path) == "it defines XML entities, which are not read"


def test_a_word_file_that_defines_entities_is_refused(tmp_path: Path, docx: bytes) -> None:
    with zipfile.ZipFile(tmp_path / "good.docx") as archive:
        xml = archive.read("word/footnotes.xml").decode()
    broken = xml.replace("<w:footnotes", ENTITIES.format("w:footnotes") + "<w:footnotes", 1).replace(
        "<w:t ", "&f;<w:t ", 1
    )
    path = tmp_path / "paper.docx"
    path.write_bytes(changed(docx, {"word/footnotes.xml": broken.encode()}))
    assert refusal(path) == "its XML defines entities, which are not read"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deep.tex", "\\emph{" * 20_000 + "x" + "}" * 20_000),
        ("loop.tex", "\\newcommand{\\a}{\\a\\a}\\begin{document}\\a\\end{document}"),
        ("deep.html", "<div>" * 100_000),
    ],
)
def test_a_source_that_wears_a_reader_out_is_refused(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    code, said = checked(path)
    assert code == 2
    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("name", ["../other", "{folder}/other", "link"])
def test_a_source_reads_nothing_outside_its_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "other.tex").write_text("secret", "utf-8")
    folder = tmp_path / "paper"
    folder.mkdir()
    (folder / "link.tex").symlink_to(tmp_path / "other.tex")
    path = folder / "paper.tex"
    path.write_text(
        f"\\begin{{document}}before \\input{{{name.format(folder=tmp_path)}}} after\\end{{document}}", "utf-8"
    )
    document = read(path)
    assert [each.text for each in document.paragraphs] == ["before after"]
    (repair,) = document.repairs
    assert "outside the folder" in repair.reason
    assert (repair.place.line, repair.place.column) == (1, 24)


def test_files_that_multiply_each_other_are_refused(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}.tex").write_text(f"a \\input{{{number + 1}}}\\input{{{number + 1}}}", "utf-8")
    (tmp_path / "30.tex").write_text("b", "utf-8")
    assert "included" in refusal(tmp_path / "0.tex")


def test_a_text_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    assert MAX_BYTES < 200_000_000
    assert refusal(path) == f"larger than {MAX_BYTES // 1_000_000} MB"


def test_spaces_and_arabic_letters_in_a_path_do_no_harm(tmp_path: Path, docx: bytes) -> None:
    folder = tmp_path / "رسالة الدكتوراه (نهائي)"
    folder.mkdir()
    path = folder / "الفصل الأول — نسخة 2.docx"
    path.write_bytes(docx)
    assert len(read(path).notes) == 1


def test_a_file_that_changes_while_it_is_read_is_read_as_it_was(
    tmp_path: Path, docx: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from refkit.formats.documents import archives

    path = tmp_path / "paper.docx"
    path.write_bytes(docx)
    opened = archives.opened

    def change(data: bytes, name: str, kind: str) -> archives.Archive:
        path.write_bytes(docx[:100])
        return opened(data, name, kind)

    monkeypatch.setattr(archives, "opened", change)
    assert len(read(path).notes) == 1


def test_without_pandoc_one_line_names_the_extra(tmp_path: Path, docx: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "paper.docx"
    path.write_bytes(docx)
    monkeypatch.setitem(sys.modules, "pypandoc", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "pip install 'refkit-bilingual[documents]'" in refusal(path)


def test_pandoc_has_no_more_than_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refkit.formats.pandoc._SECONDS", 0.01)
    path = save(tmp_path / "paper.docx", paragraph(text("x")) * 2000)
    assert refusal(path) == "pandoc did not finish reading it in 0.01 s"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<xml><records><record/></records></xml>", "a library (EndNote's XML), not a manuscript"),
        ("<svg><p/></svg>", "XML of an unknown kind (<svg>)"),
        ("nothing", "XML of an unknown kind (<>)"),
    ],
)
def test_xml_of_another_kind_is_named(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "paper.xml"
    path.write_text(content, "utf-8")
    assert refusal(path).startswith(reason)
