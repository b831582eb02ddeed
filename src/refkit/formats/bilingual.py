"""An entry in two: what a record of one language says, and what its other forms say beside it.

BibTeX, CSL-JSON and RIS know one form of each text and name. `divide` takes those of one language for the record;
`merged` puts the others back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from refkit.formats.languages import in_script, primary, read_language, script_of
from refkit.model import Entry, Name, NameForm, Text
from refkit.text import language


class Divided(NamedTuple):
    """`main` holds the record: variable -> text, name forms, date or plain value; empty ones are left out.

    `tags` says in which language a text of it is, or each of the names, where the script and the entry's own
    language do not tell. `others` holds the further forms: variable -> tag -> text, or a name form or None for each
    of the names.
    """

    main: dict[str, Any]
    tags: dict[str, str | list[str]]
    others: dict[str, dict[str, Any]]


def divide(entry: Entry, chosen: str) -> Divided:
    """Take the forms of one language, or (`both`) of the entry's own, and say what is left."""
    wanted = _own(entry) if chosen == "both" else chosen
    divided = Divided({}, {}, {})
    for variable in entry.model_fields_set:
        value = getattr(entry, variable)
        if isinstance(value, Text):
            _divide_text(divided, variable, value, wanted, entry.language)
        elif variable in Entry.NAMES:
            _divide_names(divided, variable, [name.root for name in value], wanted, entry.language)
        elif variable not in _APART and value is not None and value != "":
            divided.main[variable] = value
    return divided if chosen == "both" else Divided(divided.main, {}, {})


def in_one_language(entry: Entry, chosen: str) -> Entry:
    """The entry with one form of each text and name: in the language chosen, else as `divide` chooses."""
    update: dict[str, object] = {"language": written_language(entry, chosen)}
    for variable in entry.model_fields_set:
        value = getattr(entry, variable)
        if isinstance(value, Text) and value.root:
            tag = chosen_tag(value.root, chosen)
            update[variable] = Text({tag: value.root[tag]})
        elif variable in Entry.NAMES:
            people = [name.root for name in value if name.root]
            update[variable] = tuple(Name({tag: forms[tag]}) for forms in people for tag in [chosen_tag(forms, chosen)])
    return entry.model_copy(update=update)


def written_language(entry: Entry, chosen: str) -> str | None:
    """The language that an entry is in once it is written: the one chosen, where its title has it, else its own."""
    forms = {tag: form for tag, form in entry.title.root.items() if form} if entry.title else {}
    return chosen if forms and is_in(chosen_tag(forms, chosen), chosen) else entry.language


def _own(entry: Entry) -> str:
    """The entry's own language; without one, that in which its title stands first; else none."""
    forms = entry.title.root if entry.title else {}
    own = read_language(entry.language or "")
    return own or next((tag for tag, form in forms.items() if form.strip()), "")


def is_in(tag: str, wanted: str) -> bool:
    """Whether a form under a tag is one in the language wanted: en-GB for en and en for en-US, no ar-Latn for ar."""
    same = bool(primary(tag)) and primary(tag) == primary(wanted)
    return tag == wanted or (same and script_of(tag) == script_of(wanted))


def chosen_tag(forms: Mapping[str, Any], wanted: str) -> str:
    """The tag of the form that is written: the one wanted, else the language without its region or with another.

    Else the language in another script, or ar-Latn for English; else the first that has something.
    """
    if forms.get(wanted):
        return wanted
    filled = [tag for tag in forms if forms[tag]] or list(forms)
    head = primary(wanted)
    ranks = (
        lambda tag: tag == head,
        lambda tag: is_in(tag, wanted),
        lambda tag: head and (primary(tag) == head or (head == "en" and "-Latn" in tag)),
    )
    return next((tag for fits in ranks for tag in filled if fits(tag)), filled[0])


def _divide_text(divided: Divided, variable: str, text: Text, wanted: str, own: str | None) -> None:
    forms = {tag: form for tag, form in text.root.items() if form.strip()}
    if not forms:
        return
    tag = chosen_tag(forms, wanted)
    divided.main[variable] = forms.pop(tag)
    if guess(divided.main[variable], own) != tag:
        divided.tags[variable] = tag
    if forms:
        divided.others[variable] = forms


def _divide_names(
    divided: Divided, variable: str, people: Sequence[Mapping[str, NameForm]], wanted: str, own: str | None
) -> None:
    people = [forms for forms in people if forms]
    if not people:
        return
    tags = [chosen_tag(forms, wanted) for forms in people]
    main = [forms[tag] for forms, tag in zip(people, tags, strict=True)]
    divided.main[variable] = main
    if [name_tag(form, own) for form in main] != tags:
        divided.tags[variable] = tags
    further = dict.fromkeys(
        tag for forms, main_tag in zip(people, tags, strict=True) for tag in forms if tag != main_tag
    )
    if further:
        divided.others[variable] = {
            tag: [forms.get(tag) if tag != own_tag else None for forms, own_tag in zip(people, tags, strict=True)]
            for tag in further
        }


def guess(text: str, own: str | None) -> str:
    """The tag of a form that nothing names: the entry's own language if it is written in that script, else ar or en.

    >>> guess("Der Staat", "de-AT"), guess("الدولة", "de"), guess("1984", "de")
    ('de', 'ar', 'de')
    """
    return _guessed(language(text), own)


def name_tag(form: NameForm, own: str | None) -> str:
    """The tag of a name that nothing names: by the script of its family name, or of what there is of it."""
    found = language(form.family or form.literal or form.given or "")
    return _guessed(found if found != "und" else language(form.parts), own)


def _guessed(found: str, own: str | None) -> str:
    own = read_language(own or "")
    if found == "und":
        return own or found
    return (own and in_script(own, _SCRIPTS[found])) or found


def merged(
    main: Mapping[str, Any], tags: Mapping[str, Any], others: Mapping[str, Any], own: str | None
) -> dict[str, Any]:
    """The variables of an entry, for `Entry.model_validate`, of the three parts that `divide` makes.

    Names that are fewer or more than their other forms stay without these; `others` must have the shape of
    `Divided.others`.
    """
    values: dict[str, Any] = {}
    for variable, value in main.items():
        extra = others.get(variable) or {}
        if variable in _TEXTS:
            values[variable] = {tags.get(variable) or guess(value, own): value, **extra}
        elif variable in _NAMES:
            values[variable] = _merged_names(value, tags.get(variable) or (), extra, own)
        else:
            values[variable] = value
    return values


def _merged_names(
    people: Sequence[NameForm], tags: Sequence[str], extra: Mapping[str, Sequence[NameForm | None]], own: str | None
) -> list[dict[str, NameForm]]:
    if len(tags) != len(people):
        tags = [name_tag(form, own) for form in people]
    merged_people = [{tag: form} for tag, form in zip(tags, people, strict=True)]
    for tag, forms in extra.items():
        if len(forms) == len(people):
            for person, form in zip(merged_people, forms, strict=True):
                if form is not None:
                    person.setdefault(tag, form)
    return merged_people


#: What `refkit.text.language` says by the script alone -> the script.
_SCRIPTS = {"ar": "Arab", "en": "Latn"}
_TEXTS, _NAMES = frozenset(Entry.TEXTS), frozenset(Entry.NAMES)
#: What is no variable, and what is said of the whole entry.
_APART = frozenset(("key", "custom", "language"))
