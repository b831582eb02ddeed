"""What rules look up in a linked document: who cites what, which lines are one work, what a link compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from refkit.kinds import Problem
from refkit.model import Citation, Comparison, Fix, Link, Linked, Note, Reference, Severity, Work


@dataclass(frozen=True)
class Cited:
    """One citation with its note, its link and its work (None where it denotes none)."""

    note: Note
    citation: Citation
    link: Link
    work: Work | None

    @property
    def works(self) -> tuple[str, ...]:
        """The key of the work, for a problem; none where it denotes none."""
        return (self.work.key,) if self.work else ()


def works(linked: Linked) -> dict[str, Work]:
    """Works by key."""
    return {work.key: work for work in linked.works}


def references(linked: Linked) -> dict[str, Reference]:
    """The lines of all lists by id."""
    return {line.id: line for line in linked.document.references}


def cited(linked: Linked) -> Iterator[Cited]:
    """The citations of all notes, in order."""
    links = {link.source: link for link in linked.links}
    known = works(linked)
    for note in linked.document.notes:
        for index, citation in enumerate(note.citations):
            link = links[f"{note.id}.{index + 1}"]
            yield Cited(note, citation, link, known.get(link.work or ""))


def is_listed(work: Work) -> bool:
    """Whether a list or a library holds the work."""
    return bool(work.references) or work.in_library


def is_legal(work: Work) -> bool:
    """Whether the work is a law or a ruling: many styles cite those in notes alone."""
    return work.entry.type in ("legislation", "legal_case")


def lists_laws(linked: Linked) -> bool:
    """Whether some list holds a law or a ruling: then this document lists them."""
    return any(is_legal(work) and is_listed(work) for work in linked.works)


def has_entries(linked: Linked) -> bool:
    """Whether there is anything to hold a work: a list in the document, or a library."""
    return bool(linked.document.references) or any(work.in_library for work in linked.works)


def compared(linked: Linked, field: str) -> Iterator[tuple[Cited, Comparison, Reference]]:
    """How a field of each citation compares with the line that it was compared with."""
    lines = references(linked)
    for found in cited(linked):
        comparison = found.link.comparison(field)
        line = lines.get(found.link.against or "")
        if comparison and line:
            yield found, comparison, line


def short(text: str, words: int = 8) -> str:
    """The first words of a text, for a message."""
    found = text.split()
    return " ".join(found[:words]) + (" …" if len(found) > words else "")


def name_of(work: Work) -> str:
    """A work by its title, in the language it has one in; else by what its author's library or text says of it.

    Never by a key that the program made up: nobody has seen it.
    """
    if work.entry.title:
        return short(work.entry.title.any())
    if work.in_library:
        return work.key
    people = work.entry.author or work.entry.editor
    names = [next(iter(name.root.values())) for name in people]
    said = [form.family or form.literal or form.parts for form in names]
    year = str(work.entry.issued.year) if work.entry.issued and work.entry.issued.year else ""
    return short(" ".join([*said, year]).strip()) or "a work without author or title"


def authors_of(work: Work, tag: str) -> str:
    """The authors of a work, in a language as far as they have a form in it."""
    names = (name.form(tag) or next(iter(name.root.values())) for name in work.entry.author)
    return ("، " if tag == "ar" else ", ").join(name.parts for name in names)


def cited_as(found: Cited) -> str:
    """A work that is in no list, by its title, or by how it is cited: Smith (2018), number 11."""
    if found.citation.key:
        return f"number {found.citation.key}"
    if found.citation.names_year or found.work is None or not found.work.entry.title:
        return short(found.citation.text)
    return name_of(found.work)


def asks_for_all(linked: Linked) -> bool:
    """Whether the document asks for the whole library in its list: nocite '@*'."""
    return any(citation.key == "*" for note in linked.document.notes for citation in note.citations)


def chapters(linked: Linked) -> dict[str, int]:
    """The chapter of each note, by its id: a file, or what is under a heading where each one has its own numbering."""
    notes = [note for note in linked.document.notes if note.kind == "note"]
    starts = [at for at in range(1, len(notes)) if notes[at].run != notes[at - 1].run]
    headed = all(notes[at].heading != notes[at - 1].heading for at in starts)
    found, chapter = {}, 0
    for at, note in enumerate(notes):
        if at and notes[at - 1].run != note.run and (headed or notes[at - 1].path != note.path):
            chapter += 1
        found[note.id] = chapter
    return found


def passages(linked: Linked) -> Iterator[Note | Reference]:
    """All notes and all lines of the lists."""
    yield from linked.document.notes
    yield from linked.document.references


def differing(
    found: Cited,
    comparison: Comparison,
    line: Reference,
    message: str,
    fix: Fix | None = None,
    severity: Severity | None = None,
) -> Problem:
    """The problem that a field of a note differs from the line that the note was compared with.

    Which of the two is right nobody knows here: the fix, if none is given, says both.
    """
    return Problem(
        f"{message} ({line.place().words})",
        found.note,
        found.citation.start,
        notes=(found.note.id,),
        references=(line.id,),
        works=found.works,
        data={"note": comparison.left, "list": comparison.right},
        fix=fix or Fix(message=f"write “{comparison.right}” in the note, or “{comparison.left}” in the list"),
        severity=severity,
    )


def differences(linked: Linked, field: str, label: str) -> Iterator[Problem]:
    """The problems of all notes whose value of a field is another one than their line's, or nearly it."""
    for found, comparison, line in compared(linked, field):
        if comparison.outcome in ("near", "differs"):
            message = f"{label}: “{comparison.left}” in the note, “{comparison.right}” in the list"
            yield differing(found, comparison, line, message)


def spans_of(passage: Note | Reference, *fields: str) -> Iterator[tuple[int, int]]:
    """Where the values of some fields stand in a passage, as offsets into its text."""
    citations = passage.citations if isinstance(passage, Note) else [passage.citation] if passage.citation else []
    for citation in citations:
        for name in fields:
            for start, end in citation.spans.get(name, ()):
                yield citation.start + start, citation.start + end
