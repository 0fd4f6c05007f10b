"""A worker ends when the command that started it does, also on another machine.

The command holds the other end of the worker's standard input. What it writes there are signals,
and at its end the worker and all that it has started are killed. A small process of its own listens
there: the worker may be within TensorFlow or R, where no thread of Python's gets a turn.
"""

from __future__ import annotations

import os
import select
import signal
from typing import NoReturn

VARIABLE = "RKERAS_LAUNCH_LIFELINE"
INTERRUPT = b"i"

_PAUSE = 1.0  # seconds between two looks whether the worker is there


def hold() -> None:
    """Tie this process to the command, if it was started by it; the script gets no input.

    The process must be new: it is forked.
    """
    if not os.environ.pop(VARIABLE, ""):
        return
    worker = os.getpid()
    if not os.fork():
        _listen(worker)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)


def _listen(worker: int) -> NoReturn:
    """The process that listens; it ends after the worker."""
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)  # whoever reads what the worker prints waits for the end
        os.dup2(nothing, 2)
        while os.getppid() == worker:
            if not select.select([0], [], [], _PAUSE)[0]:
                continue
            told = os.read(0, 1)
            if told == INTERRUPT:
                os.kill(worker, signal.SIGINT)
            elif not told:
                if os.getpgid(worker) == worker:  # else others than the worker's are in the group
                    os.killpg(worker, signal.SIGKILL)
                os.kill(worker, signal.SIGKILL)
    finally:
        os._exit(0)
