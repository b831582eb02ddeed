"""What refkit raises when a call cannot be carried out. Wrong data is a value (`Failure`, `Finding`), not an error."""

from __future__ import annotations


class RefkitError(Exception):
    """The call is wrong: the message says in one line what was expected and what is known."""


class UnreadableFileError(RefkitError):
    """A file that cannot be read: missing, a folder, empty, binary, not UTF-8, or of a format nobody knows."""


class UnknownNameError(RefkitError):
    """A rule, a format or a report that does not exist; the message lists those that do."""
