"""Python's collector of garbage, which has nothing to find among the entries of a library, but looks for it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Let the collector rest while a library is read or written; also for use as a decorator.

    Each ten thousand entries are half a million objects that all stay. The collector goes through them again and again
    while they become more, which takes as long as making them. What is no longer referred to is freed all the same;
    only cycles wait. Where the collector was off before, it stays off.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
