"""References with everything at random: which fields, in which order, how each is written, what divides them.

The order is plausible, no more: a rank for every field, shaken.
"""

from __future__ import annotations

from training.generator.grammar import Piece, Writer

# For each kind of work: field section, rank in the usual order, chance to be there.
KINDS: dict[str, tuple[tuple[str, float, float], ...]] = {
    "book": (
        ("author", 0, 0.9),
        ("title", 1, 1.0),
        ("helper", 2, 0.35),
        ("edition", 3.5, 0.4),
        ("volumes", 3.6, 0.1),
        ("part", 3.4, 0.15),
        ("series", 4, 0.15),
        ("publisher", 5, 0.85),
        ("place", 5.2, 0.8),
        ("year", 6, 0.9),
        ("page", 7, 0.35),
        ("online", 8, 0.08),
    ),
    "article": (
        ("author", 0, 0.92),
        ("article", 1, 1.0),
        ("journal", 2, 1.0),
        ("issuer", 2.6, 0.3),
        ("place", 3, 0.15),
        ("numbers", 3.2, 0.95),
        ("period", 4, 0.9),
        ("page", 5, 0.7),
        ("online", 6, 0.2),
    ),
    "thesis": (
        ("author", 0, 0.95),
        ("title", 1, 1.0),
        ("genre", 2, 0.95),
        ("department", 3, 0.7),
        ("university", 3.4, 0.95),
        ("place", 4, 0.2),
        ("year", 5, 0.95),
        ("page", 6, 0.3),
    ),
    "chapter": (
        ("author", 0, 0.95),
        ("article", 1, 1.0),
        ("container", 2, 1.0),
        ("helper", 3, 0.6),
        ("edition", 3.5, 0.2),
        ("publisher", 4, 0.8),
        ("place", 4.2, 0.7),
        ("year", 5, 0.9),
        ("page", 6, 0.7),
    ),
    "web": (
        ("author", 0, 0.6),
        ("article", 1, 1.0),
        ("site", 2, 0.7),
        ("date", 3, 0.7),
        ("online", 4, 1.0),
    ),
}
SHAKE = (0.0, 0.0, 0.6, 1.5)


def _label(pieces: list[Piece]) -> set[str]:
    return {label for _, label in pieces}


def reference(writer: Writer) -> list[Piece]:
    """One work of any kind, its fields in an order and a manner that no style prescribes."""
    rng, language = writer.rng, writer.style["language"]
    kind = rng.choices(tuple(KINDS), (5, 5, 2, 2, 1))[0]
    shake = rng.choice(SHAKE)
    chosen = [(rank + rng.gauss(0, shake), name) for name, rank, chance in KINDS[kind] if rng.random() < chance]
    if rng.random() < 0.08 and chosen[0][1] == "author":
        chosen[0] = (1.1, "author")
    fields = [writer.rule(f"{language}-any-{name}") for _, name in sorted(chosen)]
    usual = rng.choice(("comma", "dot", "mixed", "mixed", "space", "dash"))
    written: list[Piece] = []
    opened = False
    for at, field in enumerate(fields):
        if at:
            written += writer.rule(f"{language}-between-{usual}")
        if not opened and at > 1 and rng.random() < 0.06:
            written.append((rng.choice("(["), ""))
            opened = True
        if len(field) == 1 and rng.random() < 0.08 and not _label(field) & {"author", "title"}:
            field = [("(", ""), *field, (")", "")]
        written += field
        if opened and rng.random() < 0.35:
            written.append((")", ""))
            opened = False
    return [*written, (")" if opened else "", "")]
