"""What workers tell each other beside training: files that were written, errors, and the end."""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from rkeras_py.engine.workers import group
from rkeras_py.keras_private import workers

#: How often each file was written, in this process.
_times: Counter[str] = Counter()

_END = 50.0  # seconds that others may still run when the first worker has ended
PATIENCE = 60.0  # seconds to wait for a file, which a script may write in some workers alone


def tell_others(path: str) -> None:
    """The first worker has written a file."""
    workers.tell(_name(path))


def wait_for_first(path: str) -> None:
    """Another worker would have written a file: wait until the first one has."""
    workers.wait_until_told(_name(path), PATIENCE)


def _name(path: str) -> str:
    _times[path] += 1
    digest = hashlib.sha256(path.encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return f"rkeras/written/{digest}/{_times[path]}"


def wait_for_end() -> None:
    """The script has ended well; the first worker, on which the others depend, waits for them."""
    worker = group.current()
    if worker.rank:
        workers.tell(f"rkeras/ended/{worker.rank}")
        return
    for rank in range(1, worker.size):
        workers.wait_until_told(f"rkeras/ended/{rank}", _END)


_calls = itertools.count(1)
_failed_alone = False
_OTHERS = 5.0  # seconds in which an error comes to all workers, if it is one of all


@contextmanager
def failing_together() -> Iterator[None]:
    """A call in which the workers depend on each other.

    Where it fails in all workers, the script may go on. Where it fails in this one alone, the
    others wait within the call, so that no later call can be right.

    Raises:
        RuntimeError: an earlier call failed in this worker alone.
    """
    global _failed_alone
    if _failed_alone:
        raise RuntimeError(
            "an earlier call failed in this worker alone, and the others still wait there. "
            "An error that the script handles must come in all workers."
        )
    call = next(_calls)
    try:
        yield
    except Exception:
        worker = group.current()
        workers.tell(f"rkeras/failed/{call}/{worker.rank}")
        others = [rank for rank in range(worker.size) if rank != worker.rank]
        _failed_alone = not all(
            workers.wait_until_told(f"rkeras/failed/{call}/{rank}", _OTHERS) for rank in others
        )
        raise
