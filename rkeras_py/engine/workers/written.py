"""What workers tell each other beside training: files that were written, and the end."""

from __future__ import annotations

import hashlib
from collections import Counter

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
