"""Files that cannot be read or written: one line that says why, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from refkit.errors import RefkitError
from refkit.formats import MAX_BYTES, read, read_library, write
from refkit.model import Entry, Library

LIBRARY = Library(references=(Entry(key="ali2020"),))


def refusal(error: pytest.ExceptionInfo[RefkitError], path: Path) -> str:
    """What is said of a file after its path; it stands in one line."""
    message = str(error.value)
    assert len(message.splitlines()) == 1
    assert message.startswith(f"{path}: ")
    return message.removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n ", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"\xef\xbb\xbf \n", "the file is empty"),
        (b"PK\x03\x04\x00\x00", "a binary file, not text"),
        ("نص".encode("utf-16"), "not UTF-8 (byte 0, line 1); save it as UTF-8"),
        ("سطر\n\nنص ".encode() + b"\xff\n", "not UTF-8 (byte 13, line 3); save it as UTF-8"),
        ("المصادر".encode("cp1256"), "not UTF-8 (byte 0, line 1); save it as UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    for name, reader in (("paper.md", read), ("library.yaml", read_library)):
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(RefkitError) as error:
            reader(path)
        assert refusal(error, path) == reason


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
    monkeypatch.setattr("refkit.formats.MAX_BYTES", 10)
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
