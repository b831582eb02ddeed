"""Files that LibreOffice wrote: the same as pandoc's. `.ci/run` installs it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from refkit.formats import read
from refkit.pipeline import link_file
from tests.formats.documents.manuscripts import example, write
from tests.formats.documents.test_example import expected, view
from tests.formats.documents.test_notes import elements
from tests.formats.documents.word import call, note, paragraph, save, text

pytestmark = pytest.mark.office
office = pytest.mark.skipif(not shutil.which("soffice"), reason="not installed: soffice (.ci/run installs it)")


def converted(path: Path, suffix: str, folder: Path) -> Path:
    """A document that LibreOffice has opened and saved in another format."""
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(path)]
    done = subprocess.run(command, capture_output=True, timeout=180, check=False)
    made = folder / f"{path.stem}.{suffix}"
    assert made.exists(), done.stderr.decode()
    return made


@office
def test_the_example_saved_by_libreoffice_reads_the_same(tmp_path: Path) -> None:
    source = write(example(), tmp_path / "paper.docx")
    odt = converted(source, "odt", tmp_path / "odt")
    old = converted(source, "doc", tmp_path / "doc")
    found = {
        "odt": odt,
        "docx from odt": converted(odt, "docx", tmp_path / "docx"),
        "docx from doc": converted(old, "docx", tmp_path / "from-doc"),
        "rtf": converted(source, "rtf", tmp_path / "rtf"),
        "html": converted(source, "html", tmp_path / "html"),
    }
    for name, path in found.items():
        linked = link_file(path)
        assert linked.document.repairs == (), name
        assert view(linked) == expected(), name


@office
def test_no_note_is_lost_in_what_libreoffice_saves(tmp_path: Path) -> None:
    cells = f"<w:tc>{paragraph(text('cell'), call(2))}</w:tc><w:tc>{paragraph(text('cell'), call(1, 'endnote'))}</w:tc>"
    table = f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
    body = paragraph(text("x"), call(1)) + table + paragraph(text("y"), call(3))
    notes = "".join(note(at, paragraph(text(f"footnote {at}"))) for at in (1, 2, 3))
    source = save(tmp_path / "paper.docx", body, notes, note(1, paragraph(text("endnote")), kind="endnote"))
    for suffix in ("odt", "docx", "rtf"):
        document = read(converted(source, suffix, tmp_path / suffix))
        assert [each.text for each in document.notes] == ["footnote 1", "footnote 2", "endnote", "footnote 3"], suffix
        assert document.repairs == ()
    assert elements(tmp_path / "docx" / "paper.docx") == 4


def test_libreoffice_is_there_where_it_is_asked_for() -> None:
    """On CI nothing of this file may be skipped."""
    if not os.environ.get("REFKIT_OFFICE"):
        pytest.skip("REFKIT_OFFICE is not set (.ci/run sets it)")
    assert shutil.which("soffice")
