"""Files that cannot be read or written: one line that says why, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from refkit.cli import main
from refkit.errors import RefkitError
from refkit.formats import read, read_library, write
from refkit.formats.files import MAX_BYTES
from refkit.model import Entry, Library, Text
from refkit.text import ascii_digits

LIBRARY = Library(references=(Entry(key="ali2020"),))


def refusal(error: pytest.ExceptionInfo[RefkitError], path: Path) -> str:
    """What is said of a file after its path; it stands in one line."""
    message = str(error.value)
    assert len(message.splitlines()) == 1
    assert message.startswith(f"{path}: ")
    return message.removeprefix(f"{path}: ")


BINARY = [
    (b"", "the file is empty"),
    (b" \n\t\r\n ", "the file is empty"),
    (b"\xef\xbb\xbf", "the file is empty"),
    (b"\xef\xbb\xbf \n", "the file is empty"),
    (b"PK\x03\x04\x00\x00", "a binary file, not text"),
]
PAPER = "العلاقات الروسية الصينية (1).\n\n(1) علي الوردي، وعاظ السلاطين، دار كوفان، لندن، ١٩٩٥، ص ٥.\n"


@pytest.mark.parametrize("suffix", [".md", ".txt", ".tex"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
def test_a_manuscript_is_read_in_the_encoding_that_it_has_and_says_so(
    tmp_path: Path, encoding: str, suffix: str
) -> None:
    path = tmp_path / f"paper{suffix}"
    # ISO 8859-6 has no Arabic-Indic digits.
    path.write_bytes(ascii_digits(PAPER).encode(encoding))
    document = read(path)
    assert [note.text for note in document.notes] == ["علي الوردي، وعاظ السلاطين، دار كوفان، لندن، 1995، ص 5."]
    said = [repair.reason for repair in document.repairs]
    assert said == (
        [] if encoding == "utf-8-sig" else [f"not in UTF-8; read as {encoding[:6].replace('iso885', 'iso8859-6')}"]
    )


def test_a_few_broken_bytes_make_no_other_encoding(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_bytes(PAPER.encode() + "\nنص ".encode() + b"\xff\n")
    document = read(path)
    assert len(document.notes) == 1
    assert [repair.reason for repair in document.repairs] == ["one broken character, in line 5"]


def test_utf16_that_is_cut_off_is_still_utf16(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_bytes(PAPER.encode("utf-16")[:-1])
    document = read(path)
    assert len(document.notes) == 1
    assert [repair.reason for repair in document.repairs] == [
        "not in UTF-8; read as utf-16",
        "it has broken characters",
    ]


def test_the_report_names_the_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(ascii_digits(PAPER).encode("cp1256"))
    main(["check", str(path), "--output-format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["document"]["repairs"] == [{"reason": "not in UTF-8; read as cp1256", "where": "line 1"}]
    main(["check", str(path)])
    assert f"{path}: not in UTF-8; read as cp1256\n" in capsys.readouterr().out


@pytest.mark.parametrize(("content", "reason"), BINARY)
def test_a_manuscript_that_is_no_text_is_refused_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "paper.md"
    path.write_bytes(content)
    with pytest.raises(RefkitError) as error:
        read(path)
    assert refusal(error, path) == reason


@pytest.mark.parametrize("suffix", ["yaml", "bib", "json", "ris"])
@pytest.mark.parametrize(("content", "reason"), BINARY)
def test_a_library_that_is_no_text_is_refused_with_its_reason(
    tmp_path: Path, content: bytes, reason: str, suffix: str
) -> None:
    path = tmp_path / f"library.{suffix}"
    path.write_bytes(content)
    with pytest.raises(RefkitError) as error:
        read_library(path)
    assert refusal(error, path) == reason


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859_6"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.bib", "@book{k, title = {مقدمة في المصادر العربية}, year = 2001}"),
        ("a.ris", "TY  - BOOK\nTI  - مقدمة في المصادر العربية\nPY  - 2001\nER  - \n"),
        ("a.json", '[{"id": "k", "type": "book", "title": "مقدمة في المصادر العربية"}]'),
        ("a.yaml", "references:\n  - {key: k, title: مقدمة في المصادر العربية}\n"),
    ],
)
def test_a_library_is_read_in_the_encoding_that_it_has_and_says_so(
    tmp_path: Path, name: str, content: str, encoding: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode(encoding))
    library = read_library(path)
    assert library.references[0].title == Text({"ar": "مقدمة في المصادر العربية"})
    said = [repair.reason for repair in library.repairs]
    assert said == (
        [] if encoding == "utf-8-sig" else [f"not in UTF-8; read as {encoding[:6].replace('iso885', 'iso8859-6')}"]
    )


@pytest.mark.parametrize("text", ["García Márquez, Ñandú", "Über Straße, Müller", "Élysée, théâtre, à la française"])
def test_latin_text_in_an_8_bit_encoding_keeps_its_letters(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(f"@book{{k, title = {{{text}}}}}".encode("cp1252"))
    assert read_library(path).references[0].title == Text({"en": text})


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefkitError) as error:
        read(tmp_path / "ورقة.md")
    assert refusal(error, tmp_path / "ورقة.md") == "no such file"


@pytest.mark.parametrize("name", ["paper.md", "papers"])
def test_a_folder_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    with pytest.raises(RefkitError) as error:
        read(folder)
    assert refusal(error, folder) == "is a folder, not a file"


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_BYTES > 1_000_000
    monkeypatch.setattr("refkit.formats.files.MAX_BYTES", 10)
    path = tmp_path / "paper.md"
    path.write_text("a" * 10, "utf-8")
    read(path)
    path.write_text("a" * 11, "utf-8")
    with pytest.raises(RefkitError, match="larger than"):
        read(path)


@pytest.mark.parametrize("name", ["paper.xyz", "paper", "paper.md.bak", ".md"])
def test_an_unknown_suffix_is_answered_with_the_known_ones(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("# المصادر", "utf-8")
    with pytest.raises(RefkitError) as error:
        read(path)
    assert ".md" in refusal(error, path).partition("known: ")[2]


def test_a_library_is_no_manuscript(tmp_path: Path) -> None:
    path = tmp_path / "library.yaml"
    path.write_text("references: []", "utf-8")
    with pytest.raises(RefkitError) as error:
        read(path)
    assert "cannot read a document" in refusal(error, path)


@pytest.mark.parametrize("name", ["library.yaml", "library.yml", "LIBRARY.YAML"])
def test_a_library_is_written_and_read_back_by_its_suffix(tmp_path: Path, name: str) -> None:
    write(LIBRARY, tmp_path / name)
    assert read_library(str(tmp_path / name)) == LIBRARY


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = tmp_path / "library.yaml"
    path.write_bytes(b"\xef\xbb\xbfreferences: [{key: ali2020}]\n")
    assert read_library(path) == LIBRARY


def test_lines_end_in_one_way_on_every_system(tmp_path: Path) -> None:
    write(LIBRARY, tmp_path / "library.yaml")
    assert b"\r" not in (tmp_path / "library.yaml").read_bytes()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("missing/library.yaml", "cannot write: "),
        ("taken.yaml", "is a folder, not a file"),
        ("file.txt/library.yaml", "cannot write: "),
    ],
)
def test_a_path_that_takes_no_file_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "taken.yaml").mkdir()
    (tmp_path / "file.txt").touch()
    with pytest.raises(RefkitError) as error:
        write(LIBRARY, tmp_path / name)
    assert refusal(error, tmp_path / name).startswith(reason)


def test_an_unknown_suffix_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(RefkitError) as error:
        write(LIBRARY, tmp_path / "library.xyz")
    assert ".yaml" in refusal(error, tmp_path / "library.xyz")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "library.yaml"
    path.write_text("old", "utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", fail)
    with pytest.raises(RefkitError, match="No space left"):
        write(LIBRARY, path)
    assert path.read_text("utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["library.yaml"]


def test_a_written_file_keeps_its_rights_and_a_link_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "library.bib", tmp_path / "link.bib"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    link.symlink_to(path)
    write(LIBRARY, link)
    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o640
    assert "ali2020" in path.read_text("utf-8")
