"""What a written library no longer says, found by reading it back and comparing it with what was to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from refkit.characters import one_line
from refkit.formats.bilingual import chosen_tag, divide, is_in, written_language
from refkit.formats.collector import paused
from refkit.formats.dates import printed
from refkit.keys import is_romanised
from refkit.kinds import Format
from refkit.model import Date, Entry, Library, NameForm, Text
from refkit.model.base import csl_spelling
from refkit.settings import Export
from refkit.text import ascii_digits


class Loss(NamedTuple):
    """One variable of one entry that is not carried as it was, and why."""

    key: str
    variable: str
    reason: str


@paused()
def find_losses(library: Library, written: Library, found: Format, export: Export) -> list[Loss]:
    """What `written`, read back from the export, lacks; and what is there, but not where other programs look for it.

    White space, the script of digits in numbers and empty values are no losses.
    """
    losses: list[Loss] = []
    pairs = zip(library.references, written.references, strict=False)
    for entry, back in pairs:
        differences = list(_differences(entry, back, export))
        lost = {loss.variable for loss in differences}
        said = dict.fromkeys(Loss(entry.key, csl_spelling(name), why) for name, why in found.caveats(entry, export))
        losses += [loss for loss in said if loss.variable not in lost]
        losses += differences
    for entry in library.references[len(written.references) :]:
        losses.append(Loss(entry.key, "entry", "it is not read back"))
    return losses


def _differences(entry: Entry, back: Entry, export: Export) -> Iterator[Loss]:
    if entry.key != back.key:
        guessed = " (romanised, which is a guess)" if is_romanised(entry) else ""
        yield Loss(entry.key, "key", f"written as {back.key}{guessed}")
    if entry == back and export.language == "both":
        return
    if export.language == "both":
        wanted, found = _said(entry), _said(back)
    else:
        yield from _missing_forms(entry, export.language)
        wanted = _in_one(entry, export.language, written_language(entry, export.language))
        found = _in_one(back, export.language, back.language)
    for name in dict.fromkeys((*wanted, *found)):
        before, after = wanted.get(name), found.get(name)
        # That a title in Arabic script is taken for Arabic loses nothing.
        if name == "custom":
            yield from _differences_of_custom(entry.key, before or {}, after or {})
        elif before != after and (name, before) != ("language", None):
            yield Loss(entry.key, csl_spelling(name), _reason(before, after))


def _differences_of_custom(key: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Loss]:
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield Loss(key, name, _reason(before.get(name), after.get(name)))


def _reason(before: Any, after: Any) -> str:
    if after is None:
        return f"the format has no room for {_shown(before)}"
    if before is None:
        return f"read back as {_shown(after)}"
    if _without_tags(before) == _without_tags(after):
        return "the language of the form is not kept"
    if left_out := _left_out(before, after):
        return f"the format holds one form; left out: {', '.join(left_out)}"
    return f"{_shown(before)} is read back as {_shown(after)}"


def _without_tags(value: Any) -> Any:
    forms = value if isinstance(value, list) else [value]
    return [list(form.values()) if isinstance(form, dict) else form for form in forms]


def _left_out(before: Any, after: Any) -> list[str]:
    """The languages whose forms are gone, where the others are what they were."""
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        found = [_left_out(forms, kept) for forms, kept in zip(before, after, strict=True) if forms != kept]
        return list(dict.fromkeys(tag for tags in found for tag in tags)) if all(found) else []
    if isinstance(before, dict) and isinstance(after, dict) and after.items() <= before.items():
        return [tag for tag in before if tag not in after]
    return []


def _shown(value: Any) -> str:
    if isinstance(value, Date):
        shown = printed(value)
    elif isinstance(value, Mapping):
        shown = ", ".join(map(_shown, value.values()))
    elif isinstance(value, Sequence) and not isinstance(value, str):
        shown = "; ".join(map(_shown, value))
    else:
        shown = str(value)
    return f"{shown[:60]}…" if len(shown) > 60 else shown


def _missing_forms(entry: Entry, language: str) -> Iterator[Loss]:
    """Texts and names that have no form in the language that was asked for."""
    for variable in Entry.variables():
        value = getattr(entry, variable)
        forms = (
            [{tag: form for tag, form in value.root.items() if form.strip()}]
            if isinstance(value, Text)
            else [name.root for name in value]
            if variable in Entry.NAMES
            else []
        )
        for form in forms:
            tag = chosen_tag(form, language) if form else language
            if not is_in(tag, language):
                yield Loss(entry.key, csl_spelling(variable), f"there is no form in {language}; written in {tag}")
                break


def _said(entry: Entry) -> dict[str, Any]:
    """The variables as values that compare: forms by language, without empty ones."""
    values: dict[str, Any] = {}
    for variable in (*Entry.variables(), "custom"):
        value = getattr(entry, variable)
        if isinstance(value, Text):
            value = {tag: bare for tag, form in sorted(value.root.items()) if (bare := one_line(form))}
        elif variable in Entry.NAMES:
            value = [
                forms for name in value if (forms := {tag: _parts(form) for tag, form in sorted(name.root.items())})
            ]
        else:
            value = _plain(variable, value)
        if value:
            values[variable] = value
    return values


def _in_one(entry: Entry, language: str, said: str | None) -> dict[str, Any]:
    """The variables in one language, without saying which."""
    main = divide(entry, language).main
    values: dict[str, Any] = {"language": said} if said else {}
    for variable in (*Entry.variables(), "custom"):
        value = entry.custom if variable == "custom" else main.get(variable)
        value = [_parts(form) for form in value] if isinstance(value, list) else _plain(variable, value)
        if value and variable != "language":
            values[variable] = value
    return values


def _plain(variable: str, value: Any) -> Any:
    if variable == "type":
        return value or "document"
    if isinstance(value, Date):
        return value if value.text is None else value.model_copy(update={"text": one_line(value.text)})
    if isinstance(value, str):
        return ascii_digits(one_line(value)) if variable in Entry.PLAIN else one_line(value)
    return (
        {
            name: one_line(item) if isinstance(item, str) else item
            for name, item in value.items()
            if item not in ("", None, [], {})
        }
        if isinstance(value, dict)
        else value
    )


def _parts(form: NameForm) -> dict[str, str]:
    return {name: bare for name, part in form.model_dump(exclude_none=True).items() if (bare := one_line(part))}


def summary(losses: Iterable[Loss]) -> Iterator[str]:
    """The losses in lines for a person: those of one variable for one reason together, with their entries."""
    groups: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        groups.setdefault((loss.variable, loss.reason), []).append(loss.key)
    for (variable, reason), keys in groups.items():
        more = f" and {len(keys) - 3} more" if len(keys) > 3 else ""
        yield f"not carried: {variable} of {', '.join(keys[:3])}{more}: {reason}"
