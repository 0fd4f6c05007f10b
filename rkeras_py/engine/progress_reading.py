"""The progress bar of work that reads a dataset once, such as ``adapt()``."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import Any

from rkeras_py.engine import host
from rkeras_py.engine.progress_bar import ProgressBar

QUIET = 1.0  # seconds until a bar appears: most data are read by then


def reading(batches: Iterable[Any], total: int | None) -> Iterator[Any]:
    """The batches, with a bar where a person watches and waits.

    Args:
        batches: What is read.
        total: How many there are; ``None`` where that is not known.
    """
    bar = ProgressBar(host.current().display(), total)
    began, done, drawn = time.monotonic(), 0, False
    try:
        for done, batch in enumerate(batches, 1):
            yield batch
            if time.monotonic() - began >= QUIET and bar.due():
                bar.update(done)
                drawn = True
        if drawn:
            bar.finish(done)
    finally:
        bar.close()
