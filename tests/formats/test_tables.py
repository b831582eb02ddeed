"""Reference lists in tables: headers are understood, and each row is a reference."""

from __future__ import annotations

from pathlib import Path

import pypandoc
import pytest

from refkit.formats import read
from refkit.formats.markdown import read_document as read_markdown
from refkit.formats.text import read_document as read_text
from refkit.model import Document

#: Language -> heading of the list, header of the table, rows, and the references that these are.
TABLES: dict[str, tuple[str, list[str], list[list[str]], list[str]]] = {
    "ar": (
        "المراجع",
        ["م", "العنوان", "المؤلف", "الناشر", "سنة النشر"],
        [
            ["1", "وعاظ السلاطين", "الوردي، علي", "دار كوفان", "1995"],
            ["2", "تكوين العقل العربي", "الجابري، محمد عابد", "مركز دراسات الوحدة العربية", "2009"],
        ],
        [
            "الوردي، علي، وعاظ السلاطين، دار كوفان، 1995",
            "الجابري، محمد عابد، تكوين العقل العربي، مركز دراسات الوحدة العربية، 2009",
        ],
    ),
    "en": (
        "References",
        ["No.", "Year", "Title", "Author", "Publisher"],
        [
            ["1", "1978", "Orientalism", "Said, Edward", "Pantheon"],
            ["2", "1993", "Culture and Imperialism", "Said, Edward", "Knopf"],
        ],
        ["Said, Edward, Orientalism, 1978, Pantheon", "Said, Edward, Culture and Imperialism, 1993, Knopf"],
    ),
}


def pipes(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]])


def bare_pipes(rows: list[list[str]]) -> str:
    lines = [" | ".join(row) for row in rows]
    return "\n".join([lines[0], "|".join([":--"] * len(rows[0])), *lines[1:]])


def tabs(rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def grid(rows: list[list[str]]) -> str:
    """A grid in which the words of a cell stand one below the other."""
    width = max(len(word) for row in rows for cell in row for word in cell.split()) + 2
    rule = "+" + ("-" * width + "+") * len(rows[0])
    lines = [rule]
    for row in rows:
        words = [cell.split() for cell in row]
        for at in range(max(map(len, words))):
            shown = [cell[at] if at < len(cell) else "" for cell in words]
            lines.append("|" + "|".join(f" {word}".ljust(width) for word in shown) + "|")
        lines.append(rule.replace("-", "=") if len(lines) < 4 else rule)
    return "\n".join(lines)


def text_of(tag: str, table: str) -> str:
    return f"Text.\n\n# {TABLES[tag][0]}\n\n{table}\n"


def check(document: Document, tag: str) -> None:
    assert [(line.number, line.text) for line in document.references] == [
        (str(number), text) for number, text in enumerate(TABLES[tag][3], 1)
    ]
    assert document.failures == ()


@pytest.mark.parametrize("tag", TABLES)
@pytest.mark.parametrize("table", [pipes, bare_pipes, grid, tabs])
def test_each_row_is_a_reference_whose_author_comes_first(tag: str, table: object) -> None:
    _, header, rows, _ = TABLES[tag]
    assert callable(table)
    check(read_markdown(text_of(tag, table([header, *rows])), "paper.md"), tag)
    if table is tabs:
        check(read_text(text_of(tag, tabs([header, *rows])), "paper.txt"), tag)


@pytest.mark.parametrize("tag", TABLES)
@pytest.mark.parametrize("suffix", [".docx", ".odt", ".html", ".tex", ".rtf", ".epub"])
def test_tables_of_documents_are_read_as_those_of_markdown(tmp_path: Path, tag: str, suffix: str) -> None:
    _, header, rows, _ = TABLES[tag]
    path = tmp_path / f"paper{suffix}"
    source = text_of(tag, pipes([header, *rows]))
    pypandoc.convert_text(source, suffix[1:].replace("tex", "latex"), "markdown", outputfile=path, extra_args=["-s"])
    check(read(path), tag)


def test_a_table_without_a_header_is_in_the_order_of_its_cells() -> None:
    text = "Text.\n\n# References\n\n|  |  |  |\n|---|---|---|\n| Said, Edward | Orientalism | 1978 |\n"
    assert [line.text for line in read_markdown(text, "paper.md").references] == ["Said, Edward, Orientalism, 1978"]


def test_a_column_that_nobody_knows_stays_where_it_is() -> None:
    text = "Text.\n\n# References\n\n|Shelf|Title|Author|\n|---|---|---|\n| A 7, 1978 | Orientalism | Said, Edward |\n"
    (line,) = read_markdown(text, "paper.md").references
    assert line.text == "Said, Edward, Orientalism, A 7, 1978"


def test_places_and_notes_in_the_cells_of_a_table_are_kept() -> None:
    text = (
        "| Year | Said |\n|---|---|\n| 1978 | See[^1] *this* |\n\n[^1]: Edward Said, Orientalism, London, 1978, p. 5.\n"
    )
    document = read_markdown(text, "paper.md")
    (note,) = document.notes
    assert note.marker
    assert (note.marker.line, note.marker.column) == (3, 13)
    paragraph = document.paragraphs[-1]
    place = paragraph.place(paragraph.text.index("this"))
    assert (place.line, place.column) == (3, 19)


@pytest.mark.parametrize(
    "line", ["a | b", "|", "+", "+--+", "| a |\n|---|", "+---+\n| a\n+---+\n| b | c |\n", "\t\t", "|||\n|-|-|"]
)
def test_what_only_resembles_a_table_does_no_harm(line: str) -> None:
    text = f"Text.\n\n{line}\n\n# References\n\nSaid, Edward. Orientalism. London: Faber, 1978.\n"
    assert len(read_markdown(text, "paper.md").references) == 1
