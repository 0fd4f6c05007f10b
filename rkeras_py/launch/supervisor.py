"""Watches the workers: where one fails, all end, and the message says which it was."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple

from rkeras_py.launch.workers import SSH_FAILED, Plan, Worker, start

_PAUSE = 0.05  # seconds between two looks
_GRACE = 1.0  # seconds in which other workers may fail of the same cause
_PATIENCE = 5.0  # seconds from an interrupt until workers are killed
_LEFT = 60.0  # seconds that workers have to end after the first one has

INTERRUPTED = 130


class End(NamedTuple):
    """How the workers ended.

    Attributes:
        status: The exit status of the command.
        lost: Whether a worker was lost rather than stopped by an error in R.
    """

    status: int
    lost: bool = False


class Terminated(BaseException):
    """The command was told to end by a signal."""

    def __init__(self, number: int) -> None:
        self.number = number


def run(plan: Plan) -> End:
    """Start the workers and wait for their end; none is left then."""
    workers: list[Worker] = []
    with _terminable():
        try:
            for rank in range(len(plan.addresses)):
                workers.append(start(plan, rank))
            return _watch(workers)
        except KeyboardInterrupt:
            return _interrupted(workers)
        except Terminated as signaled:
            return End(128 + signaled.number)
        finally:
            _end(workers)


@contextmanager
def _terminable() -> Iterator[None]:
    """SIGTERM and SIGHUP end the workers, too."""

    def raise_terminated(number: int, _: FrameType | None) -> None:
        raise Terminated(number)

    before = {s: signal.signal(s, raise_terminated) for s in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _watch(workers: list[Worker]) -> End:
    while True:
        statuses = [worker.poll() for worker in workers]
        if any(statuses):
            return _failed(workers)
        if all(status == 0 for status in statuses):
            return End(0)
        first = workers[0].ended
        if first is not None and time.monotonic() - first > _LEFT:
            late = [worker.name for worker in workers if worker.poll() is None]
            say(f"{' and '.join(late)} did not end with the first worker, and was stopped.")
            return End(1)
        time.sleep(_PAUSE)


def _failed(workers: list[Worker]) -> End:
    """A worker has failed: find the one that began it, and say so."""
    deadline = time.monotonic() + _GRACE
    while time.monotonic() < deadline and any(worker.poll() is None for worker in workers):
        time.sleep(_PAUSE)
    failed = [worker for worker in workers if worker.poll()]
    # a worker that was killed is the cause where others have lost it
    culprit = min(failed, key=lambda worker: (not _lost(worker), worker.ended or 0))
    rest = [worker for worker in workers if worker is not culprit and worker.poll() is None]
    _end(rest)
    status = culprit.poll() or 0
    for line in culprit.last_lines():
        print(line, file=sys.stderr)
    after = " The other workers were stopped." if rest else ""
    say(f"{culprit.name} {_how(status)}.{after}")
    return End(128 - status if status < 0 else status, lost=_lost(culprit))


def _lost(worker: Worker) -> bool:
    status = worker.poll() or 0
    return status < 0 or status == SSH_FAILED


def _how(status: int) -> str:
    """What became of a process, in words."""
    if status < 0:
        return f"was killed by the signal {signal.Signals(-status).name}"
    if status == SSH_FAILED:
        return "was lost: its connection by ssh failed (status 255)"
    return f"failed with the exit status {status}"


def _interrupted(workers: list[Worker]) -> End:
    """Ctrl-C: interrupt all, and kill those that do not end; a second Ctrl-C kills at once."""
    try:
        for worker in workers:
            worker.interrupt()
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline and any(worker.poll() is None for worker in workers):
            time.sleep(_PAUSE)
    except (KeyboardInterrupt, Terminated):
        pass
    _end(workers)
    say("interrupted; all workers have ended.")
    return End(INTERRUPTED)


def _end(workers: list[Worker]) -> None:
    for worker in workers:
        worker.kill()
    for worker in workers:
        worker.process.wait()
        worker.poll()


def say(message: str) -> None:
    """Tell the user."""
    print(f"rkeras launch: {message}", file=sys.stderr, flush=True)
