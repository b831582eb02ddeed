"""What a model does not take, said in one line for a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel, RootModel, ValidationError


def explain(error: ValidationError, model: type[BaseModel]) -> str:
    """Why a model did not take its data, as `field: what is wrong`, in one line; several are divided by semicolons."""
    return "; ".join(dict.fromkeys(_explain_one(dict(problem), model) for problem in error.errors()[:5]))


def nearest(name: str, names: Sequence[str]) -> str:
    """`; did you mean title?`, or nothing where no name is near."""
    import difflib

    near = difflib.get_close_matches(name, sorted(names), 1)
    return f"; did you mean {near[0]}?" if near else ""


def _explain_one(problem: dict[str, Any], model: type[BaseModel]) -> str:
    # Pydantic says “[key]” where a key is wrong, not what stands under it.
    parts = (str(part + 1) if isinstance(part, int) else part for part in problem["loc"] if part != "[key]")
    where = ".".join(parts) or "entry"
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "extra_forbidden":
        names = list(_fields(_model_at(model, problem["loc"][:-1])))
        return f"{where}: no such field{nearest(str(problem['loc'][-1]), names)}"
    if kind == "missing":
        return f"{where}: is missing"
    if kind == "value_error":
        return f"{where}: {context.get('error', 'not understood')}"
    limits = [f"{word} {context[name]}" for name, word in (("ge", "at least"), ("le", "at most")) if name in context]
    expected = {
        "string": "text",
        "int": "a whole number",
        "float": "a number",
        "bool": "true or false",
        "date": "a date as in 2025-01-31",
        "tuple": "a list",
        "dict": "languages with a text each",
        "model": "named parts",
    }
    if kind in ("string_pattern_mismatch", "string_too_short"):
        limits = ["one word without spaces"]
    wanted = " and ".join(limits) or context.get("expected") or expected.get(kind.split("_")[0], "another value")
    given = problem["input"]
    found = repr(given[:40]) if isinstance(given, str) else str(given)[:40]
    return f"{where}: expected {wanted}, found {found}"


def _fields(model: type[BaseModel]) -> Iterator[str]:
    return (field.alias or name for name, field in model.model_fields.items())


def _model_at(model: type[BaseModel], place: Sequence[int | str]) -> type[BaseModel]:
    """The model that stands at a place in the data of another one; the innermost that has named fields."""
    for part in place:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if part in fields:
            model = next(_models_in(fields[str(part)].annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        if not issubclass(annotation, RootModel):
            yield annotation
    else:
        for inner in get_args(annotation):
            yield from _models_in(inner)
