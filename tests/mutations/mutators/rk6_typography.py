"""Faults of script and typography."""

from __future__ import annotations

import re
from random import Random

from tests.mutations.mutators import mutator
from tests.mutations.mutators.picking import any_of, is_arabic, lines, pieces, title_words
from tests.mutations.papers import Paper, in_arabic_digits, in_style
from tests.mutations.styles.wording import MONTHS_EN, MONTHS_LEVANT, long_day, slashed

_NUMBER = re.compile(r"(?<![\d/.^\[-])\d{1,4}(?![\d/-])")
_RANGE = re.compile(r"(?<!\d)(\d{1,4})([-–])(\d{1,4})(?!\d)(?=\D*$)")


@mutator("RK601")
def mixed_digits(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """One number of an Arabic note or line in the other digits."""

    def edit(text: str) -> str | None:
        numbers = list(_NUMBER.finditer(text))
        if len(numbers) < 2 or "http" in text:
            return None
        match = rng.choice(numbers)
        number = match.group()
        other = in_arabic_digits(number) if number.isascii() else "".join(str(int(digit)) for digit in number)
        return text[: match.start()] + other + text[match.end() :]

    return any_of(paper, rng, pieces(paper, arabic=True), edit)


@mutator(
    "RK602",
    RK313="a page range that is turned round is none that holds the page",
    RK503="the pages are others than in the other list",
)
def reversed_range(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """The pages of an article or chapter, the last one first."""

    def edit(text: str) -> str | None:
        match = _RANGE.search(text)
        if not match or len(match[1]) != len(match[3]):
            return None
        return text[: match.start()] + match[3] + match[2] + match[1] + text[match.end() :]

    return any_of(paper, rng, lines(paper, "article", "chapter"), edit)


@mutator(
    "RK603",
    RK313="a range that may be read in two ways may not hold the page",
    RK503="the pages are others than in the other list",
)
def ambiguous_short_range(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """145-20: of the last page two figures, which do not go on from the first."""

    def edit(text: str) -> str | None:
        match = _RANGE.search(text)
        if not match or len(match[1]) != 3:
            return None
        tail = int(match[1][1:])
        if tail < 12:
            return None
        short = str(rng.randint(10, tail - 1))
        short = short if match[1].isascii() else in_arabic_digits(short)
        return text[: match.start()] + match[1] + match[2] + short + text[match.end() :]

    return any_of(paper, rng, lines(paper, "article", "chapter"), edit)


@mutator("RK604")
def wrong_script_punctuation(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A comma of the other script between two words."""

    def edit(text: str) -> str | None:
        old, new = ("،", ",") if "،" in text else (",", "،")
        letter = r"[\u0620-\u064a]" if old == "،" else r"[a-z]"
        found = [match.end() - 1 for match in re.finditer(rf"{letter}{{2}}{old}(?= {letter}{{2}})", text)]
        if not found:
            return None
        at = rng.choice(found)
        return text[:at] + new + text[at + 1 :]

    return any_of(paper, rng, pieces(paper), edit)


@mutator("RK605")
def invisible_residue(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A stray mark of direction, a stretched word, or a Persian letter in an Arabic title."""

    def edit(text: str) -> str | None:
        words = list(re.finditer(r"[\u0620-\u064a]{4,}", text))
        if not words:
            return None
        match = rng.choice(words)
        word, at = match.group(), rng.randint(1, len(match.group()) - 2)
        made = [
            word[:at] + "\u200f" + word[at:],
            word[:at] + "\u202b" + word[at:],
            word.replace("ي", "ی", 1),
            word.replace("ك", "ک", 1),
        ]
        if word[at - 1] not in "اأإآدذرزوؤةى":
            made.append(word[:at] + "ـ" + word[at:])
        new = rng.choice([one for one in made if one != word])
        return text[: match.start()] + new + text[match.end() :]

    return any_of(paper, rng, pieces(paper, arabic=True), edit)


@mutator("RK606")
def wrong_language_term(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """et al. behind an Arabic author, وآخرون behind a Latin one."""
    many = [note for note in paper.notes() if len(note.cites) == 1 and len(note.cites[0].work.authors) > 2]

    def edit(text: str) -> str | None:
        if "وآخرون" in text:
            return text.replace("وآخرون", "et al.", 1)
        return text.replace("et al.", "وآخرون", 1) if "et al." in text else None

    if paper.style.notes == "in-text":
        return any_of(paper, rng, many, edit)
    for note in many:
        work = note.cites[0].work
        text = paper.wording(note)
        if note.cites[0].form != "full":
            continue
        first, *_, last = work.authors
        arabic = work.language == "ar"
        end = text.index(last.family.form(work.language)) + len(last.family.form(work.language))
        start = text.index(first.family.form(work.language)) + len(first.family.form(work.language))
        note.text = text[:start] + (" et al." if arabic else " وآخرون") + text[end:]
        return (note.id,)
    return None


@mutator("RK607")
def doubled_word(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A word of a title that stands twice running."""
    line = rng.choice(lines(paper)) if lines(paper) else None
    if not line:
        return None
    language = paper.listing(line).language
    words = title_words(line.work, language)
    if not words:
        return None
    word = rng.choice(words)

    def edit(text: str) -> str | None:
        found = next((one for one in (word, word.lower()) if f" {one} " in text or f" {one}" in text), None)
        return text.replace(f" {found}", f" {found} {found}", 1) if found else None

    return any_of(paper, rng, [line], edit)


@mutator("RK608")
def unbalanced_marks(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """A quotation mark or bracket that is not closed."""

    def edit(text: str) -> str | None:
        found = [
            at for at, letter in enumerate(text) if letter in "»)”" or (letter == '"' and text[:at].count('"') % 2)
        ]
        if not found or "http" in text:
            return None
        at = rng.choice(found)
        return text[:at] + text[at + 1 :]

    written = pieces(paper) if paper.style.notes != "in-text" else lines(paper)
    return any_of(paper, rng, written, edit)


@mutator("RK609")
def mixed_date_formats(paper: Paper, rng: Random) -> tuple[str, ...] | None:
    """One day of reading in another form than those of the other web sources."""
    found = [line for line in lines(paper, "web") if line.work.accessed]
    if len(found) < 3 or paper.style.name in ("vancouver",):
        return None
    line = rng.choice(found)
    day = line.work.accessed
    assert day
    arabic = is_arabic(paper, line)
    old = [in_style(paper, slashed(day))] if arabic else []
    months = MONTHS_LEVANT if arabic else MONTHS_EN
    old += [long_day(day, months), f"{months[day[1] - 1]} {day[0]}, {day[2]}"]
    new = long_day(day, months) if arabic else slashed(day)

    def edit(text: str) -> str | None:
        shape = next((shape for shape in old if shape in text), None)
        return text.replace(shape, in_style(paper, new) if arabic else new, 1) if shape else None

    return any_of(paper, rng, [line], edit)
