"""The settings described: their JSON Schema, and their keys with defaults for the docs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from refkit.settings import Allowance, HouseStyle, Settings


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a settings file, generated from the model."""
    schema = Settings.model_json_schema(by_alias=True)
    for name in ("select", "extend-select", "ignore", "library"):
        _also_one_text(schema["properties"][name])
    for name in ("per-file-ignores", "list-headings"):
        _also_one_text(schema["properties"][name]["additionalProperties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "refkit settings"}


def _also_one_text(schema: dict[str, Any]) -> None:
    """A list may be written as its only text, as the model takes it."""
    whole = {key: schema.pop(key) for key in ("type", "items")}
    schema["anyOf"] = [{"type": "string"}, whole]


def key_table() -> str:
    """The keys of a settings file with their defaults and what they do, as a table in Markdown."""
    rows = ["| key | default | what it says |", "|---|---|---|"]
    rows += [f"| `{key}` | {default} | {said} |" for key, default, said in _keys(Settings, "")]
    return "\n".join(rows)


def _keys(model: type[BaseModel], table: str) -> Iterator[tuple[str, str, str]]:
    for name, field in model.model_fields.items():
        key = f"{table}{field.alias or name}"
        if field.annotation is HouseStyle:
            yield from _keys(HouseStyle, f"{key}.")
        elif name == "allow":
            yield key, "`[]`", field.description or ""
            yield from _keys(Allowance, f"{key}.")
        else:
            default = "required" if field.is_required() else _shown(field.get_default(call_default_factory=True))
            yield key, default, field.description or ""


def _shown(value: object) -> str:
    return "none" if value is None else f"`{json.dumps(value, ensure_ascii=False)}`"
