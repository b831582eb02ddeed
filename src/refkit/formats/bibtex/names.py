"""Lists of names: `Family, Given and {{A Body}}`, in Latin and in Arabic script, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from refkit.formats.bibtex.latex import decode, encode
from refkit.model import NameForm
from refkit.names import given_first, is_corporate, is_title, split_people, units
from refkit.text import is_arabic

_AND_OR_BRACE = re.compile(r"[{}]|(?:\s|^)and(?=\s|$)|;(?=\s|$)", re.IGNORECASE)
_COMMA_OR_BRACE = re.compile(r"[{},]")
_WORD_OR_BRACE = re.compile(r"[{}]|\s+")
#: Signs that divide people in Arabic fields, where no `and` does; و beside ASCII commas only where it stands alone.
_ARABIC_JOINTS = re.compile(r"[؛،]|\sو|\s\\?&\s")
_JOINT_INSIDE = re.compile(r"[,;؛]|(?:^|\s)(?:and|و|\\?&)(?:\s|$)", re.IGNORECASE)
_SURE_JOINTS = re.compile(r"؛|\s(?:و|\\?&)\s")
_ET_AL = re.compile(r"و?\s*[اآأ]خر(?:ون|ين|ان)\W*")
#: What stands in brackets behind a name: a role, or another name of the same person. The bracket may be left open.
_BRACKET = re.compile(r"([^(\[]*[^(\[\s])\s+([(\[][^()\[\]]+[)\]]?)")
_ARTICLES = frozenset("al el ad an ar as ash at az ul".split())
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,3}")
#: Names that say what they mean: nothing to decode, at most one comma, `Family, Given`.
_PLAIN = re.compile(r"([\w.]+(?: [\w.]+)*+)(?:, ?([\w.]+(?: [\w.]+)*+))?")
#: The same in writing, the family name of one word; no word joins names.
_PLAIN_FAMILY = re.compile(r"(?!(?:and|و)$)[^\W\d_][^\W_]*+", re.IGNORECASE)
_PLAIN_GIVEN = re.compile(r"(?!(?:.* )?(?:and|و)(?: |$))[^\W_][^\W_.]*+\.?(?: [^\W_.]++\.?)*+", re.IGNORECASE)
#: Beyond so many characters no list of names is looked at closely: what divides it takes quadratic time.
_LONGEST = 2000
#: How BibTeX says "et al.".
OTHERS = "others"


def read_names(raw: str) -> list[NameForm]:
    """The people and bodies of a field, in order.

    Besides `and`, a semicolon and the ASCII comma, in Arabic script also ؛ ، and و divide. A unit such as عبد الرحمن,
    أبو زيد, ابن خلدون or آل سعود is never cut; a name in braces is a body.
    """
    # Most lists need no pattern: each `and` in them stands between two spaces.
    is_plain = "{" not in raw and ";" not in raw and raw.lower().count("and") == raw.count(" and ")
    people = raw.split(" and ") if is_plain else _split(raw, _AND_OR_BRACE)
    return [form for one in people if (bare := one.strip()) for form in _people(bare)]


def _split(raw: str, joint: re.Pattern[str]) -> list[str]:
    """The parts that joints outside of braces divide."""
    if "{" not in raw:
        return joint.split(raw)
    parts = []
    depth, start = 0, 0
    for match in joint.finditer(raw):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif depth <= 0:
            parts.append(raw[start : match.start()])
            start = match.end()
    return [*parts, raw[start:]]


@lru_cache(maxsize=8192)
def _people(raw: str) -> tuple[NameForm, ...]:
    if plain := _PLAIN.fullmatch(raw):
        family, given = plain.groups()
        if given and " و " not in raw and not (" " in family and _is_lower(family)):
            return (NameForm(family=family, given=given),)
    if _is_braced(raw):
        return _filled(literal=decode(raw))
    parts = [part.strip() for part in _split(raw, _COMMA_OR_BRACE)]
    joints = _ARABIC_JOINTS if len(parts) == 1 else _SURE_JOINTS
    if joints.search(raw) and "{" not in raw and any(map(is_arabic, raw)):
        return tuple(_of_arabic_list(decode(raw)))
    if len(parts) > 3 and len(parts) % 2 == 0 and all(map(_INITIALS.fullmatch, parts[1::2])):
        pairs = zip(parts[::2], parts[1::2], strict=True)  # Smith, J., Doe, A. B.
        return tuple(form for pair in pairs for form in _with_commas(list(pair)))
    return _with_commas(parts) if len(parts) > 1 else _given_first(raw)


def _filled(**parts: str) -> tuple[NameForm, ...]:
    kept = {name: value for name, value in parts.items() if value}
    return (NameForm(**kept),) if kept.keys() & {"family", "given", "literal"} else ()


def _is_braced(raw: str) -> bool:
    if not (raw.startswith("{") and raw.endswith("}")):
        return False
    depth = 0
    for at, char in enumerate(raw):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return at == len(raw) - 1
    return False


def _with_commas(parts: list[str]) -> tuple[NameForm, ...]:
    """`von Family, Given` or `von Family, Suffix, Given`; further commas belong to the given name."""
    particle, family = _particle(parts[0])
    suffix = parts[1] if len(parts) > 2 else ""
    given = ", ".join(part for part in (parts[2:] if suffix or len(parts) > 2 else parts[1:]) if part)
    return _filled(
        family=decode(family), given=decode(given), non_dropping_particle=decode(particle), suffix=decode(suffix)
    )


def _particle(raw: str) -> tuple[str, str]:
    """(particle, family): words in lower case before the first other one. Arabic script has no lower case."""
    words = [word for word in _split(raw, _WORD_OR_BRACE) if word]
    count = 0
    while count < len(words) - 1 and _is_particle(words, count):
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _is_lower(word: str) -> bool:
    if word[0].isalpha():
        return word[0].islower()
    return word[0] != "{" and next((char.islower() for char in decode(word) if char.isalpha()), False)


def _is_particle(words: list[str], at: int) -> bool:
    """Whether a word is in lower case, as von; al- with its word is a name, and so is the al of Abd al Rahman."""
    if not _is_lower(words[at]):
        return False
    article, hyphen, _ = decode(words[at]).partition("-")
    if article not in _ARTICLES:
        return True
    before = decode(words[at - 1]) if at else ""
    return not hyphen and not (before[:1] and not _is_lower(before) and len(units(f"{before} X")) == 1)


def _given_first(raw: str) -> tuple[NameForm, ...]:
    text = decode(raw)
    if text.casefold() == OTHERS or is_corporate(text):
        return _filled(literal=text)
    if "{" not in raw and (bracketed := _BRACKET.fullmatch(raw)):
        return _with_bracket(bracketed[1], bracketed[2])
    if any(map(is_arabic, text)):
        given, family = given_first(text)
        if f"{given} {family}" != text and _letters(given) + _letters(family) < _letters(text):
            given, _, family = text.rpartition(" ")  # it leaves signs out that are no part of a name
        if family.count("(") != family.count(")") or family.count("[") != family.count("]"):
            return _filled(family=text)
        return _filled(family=family, given=given)
    return _latin_given_first(raw, text)


def _with_bracket(name: str, bracket: str) -> tuple[NameForm, ...]:
    """A name with what stands in brackets behind it, which is never divided: (محرر), (بنت الشاطئ)."""
    forms = _given_first(name)
    role = decode(bracket)
    if len(forms) == 1 and forms[0].family and (forms[0].given or is_title(role.strip("()[]"))):
        return (forms[0].model_copy(update={"suffix": role}),)
    return _filled(family=f"{decode(name)} {role}")


def _latin_given_first(raw: str, text: str) -> tuple[NameForm, ...]:
    words = [word for word in _split(raw, _WORD_OR_BRACE) if word]
    lower = [at for at in range(len(words) - 1) if _is_particle(words, at)]
    if lower:
        first, end = lower[0], lower[-1] + 1
        return _filled(
            given=decode(" ".join(words[:first])),
            non_dropping_particle=decode(" ".join(words[first:end])),
            family=decode(" ".join(words[end:])),
        )
    if len(words) > 1 and len(found := units(text)) > 1:
        # Abdul Hussein, El Sayed: a Latin rendering of an Arabic unit is not cut either.
        last = decode(words[-1])
        family = text[found[-1].start :] if text[found[-1].start :].endswith(last) else last
        return _filled(given=text[: len(text) - len(family)].strip(), family=family)
    return _filled(family=text)


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _of_arabic_list(text: str) -> Iterator[NameForm]:
    for part in re.split(r"[؛;]", text):
        head = re.split(r"[،,]", part)[0]
        at = 0
        if len(part) > _LONGEST:
            yield from (form for name in re.split(r"[،,]|\sو", part) for form in _given_first(name.strip()))
            continue
        for person in split_people(part, family_first=head != part and len(units(head)) == 1):
            # Titles are no part of a name to `split_people`; they stay where they are written.
            yield from _between(part[at : person.start])
            yield from _arabic_person(part[person.start : person.end].strip(), bool(person.literal))
            at = person.end
        yield from _between(part[at:])


def _arabic_person(piece: str, is_whole: bool) -> tuple[NameForm, ...]:
    family, comma, given = piece.partition("،" if "،" in piece else ",")
    if not comma:
        return _given_first(piece)
    return _filled(literal=piece) if is_whole else _filled(family=family.strip(), given=given.strip())


def _between(text: str) -> tuple[NameForm, ...]:
    """What `split_people` leaves out: joints, and وآخرون."""
    left = re.sub(r"^\W*(?:و(?=\W|$)|and\b)?\W*", "", text)
    return _filled(literal=OTHERS if _ET_AL.fullmatch(left) else left.strip())


def write_names(forms: Sequence[NameForm]) -> str:
    """The names as a field's value; each family name of several words that a program may cut stands in braces."""
    return " and ".join(map(_written, forms))


def is_plain(form: NameForm) -> bool:
    """Whether a name is written as `Family, Given` without further signs, and read back as it is."""
    family, given = form.family, form.given
    if not (family and given) or form.suffix or form.dropping_particle or form.non_dropping_particle or form.literal:
        return False
    return bool(_PLAIN_FAMILY.fullmatch(family) and _PLAIN_GIVEN.fullmatch(given)) and not family[0].islower()


def _written(form: NameForm) -> str:
    if is_plain(form):
        return f"{form.family}, {form.given}"
    if form.literal or not form.family:
        text = encode(form.literal or form.parts)
        return text if text == OTHERS else "{" + text + "}"
    family = _guarded(encode(_family(form)))
    if particle := _latin_particle(form):
        family = f"{encode(particle)} {family}"
    given = encode(" ".join(filter(None, (form.given, form.dropping_particle))))
    if not given and not form.suffix:
        # A comma with nothing behind it makes biber warn; one word alone is a family name to all.
        return family if re.fullmatch(r"[^\s{},;؛،]+", family) and not is_corporate(form.family) else "{" + family + "}"
    suffix = f", {_kept_whole(encode(form.suffix))}" if form.suffix else ""
    return f"{family}{suffix}, {_kept_whole(given)}"


def _latin_particle(form: NameForm) -> str:
    """A particle that BibTeX knows for one: words in lower case."""
    words = (form.non_dropping_particle or "").split()
    return " ".join(words) if words and all(_is_particle(words, at) for at in range(len(words))) else ""


def _family(form: NameForm) -> str:
    """The family name, with a particle that BibTeX would not know for one (ابن, Van)."""
    if form.non_dropping_particle and not _latin_particle(form):
        return f"{form.non_dropping_particle} {form.family}"
    return form.family or ""


def _guarded(family: str) -> str:
    words = family.split()
    if len(words) > 1 and not all(word[0].isupper() for word in words):
        return "{" + family + "}"
    return "{" + family + "}" if _is_lower(family) else _kept_whole(family)


def _kept_whole(part: str) -> str:
    """A part in braces if it has a comma, an `and` or another joint of its own."""
    return "{" + part + "}" if _JOINT_INSIDE.search(part) else part


#: Field -> the field that biblatex orders by in its place.
SORTED_BY = {"author": "sortname", "editor": "sortname", "title": "sorttitle"}
_ARTICLE = re.compile(r"(^|\sand\s)(\{*)(?:ال(?=\w{3})|(?:al|el)-(?=\w))", re.IGNORECASE)
_ALIFS = str.maketrans("أإآٱ", "اااا")
_ALIF = re.compile("[أإآٱ]")


def sort_form(text: str) -> str:
    """A list of names, or a title, as Arabic lists are ordered: no ال at its head, every alif the same.

    biber orders أ before ا, as a letter of its own.
    """
    if "ال" in text or "-" in text:
        text = _ARTICLE.sub(r"\1\2", text)
    return text.translate(_ALIFS) if _ALIF.search(text) else text
