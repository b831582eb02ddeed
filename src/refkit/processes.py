"""Work on many things by as many processes as there are cores, in the order of the things."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

#: What the children of this process work on: a fork sees it, and nothing needs to be sent there.
_work: tuple[Callable[[Any], Any], Sequence[Any]] = (lambda item: item, ())


def in_processes(do: Callable[[_Item], _Result], items: Sequence[_Item]) -> list[_Result]:
    """`do(item)` of each item, in their order; the results must be picklable, and so must what `do` raises.

    By one process where there is one core or one item, or no fork (Windows, macOS).
    """
    workers = min(_cores(), len(items))
    if workers < 2 or not _can_fork():
        return [do(item) for item in items]
    import multiprocessing

    global _work
    _work = (do, items)
    # What exists already is left alone by the collectors of the children, and so stays shared.
    gc.freeze()
    try:
        with multiprocessing.get_context("fork").Pool(workers) as pool:
            return pool.map(_done, range(len(items)), chunksize=1)
    finally:
        gc.unfreeze()
        _work = (do, ())


def _done(position: int) -> Any:
    do, items = _work
    return do(items[position])


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _can_fork() -> bool:
    # On macOS a fork of a process with system libraries in use may crash.
    return hasattr(os, "fork") and os.uname().sysname == "Linux"
