"""JSON: lists, sections, lines and runs as they are, for other programs."""

from __future__ import annotations

import json

from refkit.characters import encodable
from refkit.kinds import Output
from refkit.model import Formatted


def _render(formatted: Formatted) -> str:
    return encodable(json.dumps(formatted.model_dump(mode="json"), ensure_ascii=False, indent=2)) + "\n"


OUTPUT = Output(name="json", suffixes=(".json",), summary="runs of text with their looks and languages", render=_render)
