"""What the model does not take, said in one line for a person."""

from __future__ import annotations

import difflib
from typing import Any

from pydantic import ValidationError

from refkit.model import Entry


def explain(error: ValidationError) -> str:
    """A validation error as `field: what is wrong`, in one line; several are divided by semicolons."""
    return "; ".join(dict.fromkeys(_explain_one(dict(problem)) for problem in error.errors()[:5]))


def _explain_one(problem: dict[str, Any]) -> str:
    where = ".".join(str(part + 1) if isinstance(part, int) else part for part in problem["loc"]) or "entry"
    kind, context = problem["type"], problem.get("ctx", {})
    if kind == "extra_forbidden":
        names = sorted(field.alias or name for name, field in Entry.model_fields.items())
        near = difflib.get_close_matches(str(problem["loc"][-1]), names, 1)
        return f"{where}: no such field" + (f"; did you mean {near[0]}?" if near else "")
    if kind == "missing":
        return f"{where}: is missing"
    if kind == "value_error":
        return f"{where}: {context.get('error', 'not understood')}"
    limits = [f"{word} {context[name]}" for name, word in (("ge", "at least"), ("le", "at most")) if name in context]
    expected = {
        "string": "text",
        "int": "a whole number",
        "tuple": "a list",
        "dict": "languages with a text each",
        "model": "named parts",
    }
    if kind in ("string_pattern_mismatch", "string_too_short"):
        limits = ["one word without spaces"]
    wanted = " and ".join(limits) or context.get("expected") or expected.get(kind.split("_")[0], "another value")
    return f"{where}: expected {wanted}, found {str(problem['input'])[:40]!r}"
