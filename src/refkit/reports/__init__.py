"""The forms of output, one file each; a new one is a new file that defines REPORT."""

from __future__ import annotations

from refkit.kinds import Report, named
from refkit.model import Checked, Finding, Linked


def report(linked: Linked, findings: tuple[Finding, ...], name: str = "text", colour: bool = False) -> str:
    """What was found, as text in one of the forms of `refkit check --output-format`."""
    form: Report = named(__name__, name)
    return form.join([form.render(Checked(linked=linked, findings=findings), colour)], False)
