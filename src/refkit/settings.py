"""Everything that can be set, in one frozen model, with documented defaults."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Settings(BaseModel):
    """Thresholds of linking and checking, and which rules run.

    Scores run from 0 to 1; docs/linking.md says what they are made of.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    link_threshold: float = Field(default=0.62, ge=0, le=1, description="a citation links to a work from this score on")
    pair_threshold: float = Field(
        default=0.45, ge=0, le=1, description="an Arabic and a Latin-script reference are one work from this score on"
    )
    twin_share: float = Field(
        default=0.5, ge=0, le=1, description="two lists are twins if this share of the shorter one is paired"
    )
    select: tuple[str, ...] = Field(default=(), description="codes or code prefixes to run; empty means all")
    ignore: tuple[str, ...] = Field(default=(), description="codes or code prefixes not to run")

    def runs(self, code: str) -> bool:
        """Whether a rule is selected: the longest prefix that fits decides, `ignore` over `select`."""
        chosen = max((len(prefix) for prefix in self.select if code.startswith(prefix)), default=-1)
        refused = max((len(prefix) for prefix in self.ignore if code.startswith(prefix)), default=-1)
        return refused < chosen if self.select else refused < 0
