"""The house styles that papers are made in, by name."""

from __future__ import annotations

from tests.mutations.styles.arabic import ARABIC
from tests.mutations.styles.chicago import CHICAGO
from tests.mutations.styles.in_text import IN_TEXT
from tests.mutations.styles.spec import Spec

STYLES: dict[str, Spec] = {spec.name: spec for spec in (*ARABIC, *CHICAGO, *IN_TEXT)}
