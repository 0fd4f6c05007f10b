"""Worker threads: values, errors, stops, and threads that are not used again."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from rkeras_py.bridge import pump
from rkeras_py.bridge.tasks import Task, worker
from rkeras_py.engine import stopping
from rkeras_py.engine.stopping import Stopped

LONG = 60  # seconds that a busy machine may take


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + LONG
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def begun(work: Callable[[], Any]) -> Task:
    task = Task(work, 0)
    worker().put(task)
    return task


def test_the_value_of_a_call_on_another_thread(r: Any) -> None:
    task = begun(lambda: threading.current_thread().name)
    wait_until(lambda: task.finished)
    assert task.finish() == "rkeras-worker"


def test_an_error_is_raised_where_the_task_is_finished(r: Any) -> None:
    r("library(keras)")
    task = begun(lambda: 1 // 0)
    wait_until(lambda: task.finished)
    with pytest.raises(ZeroDivisionError):
        task.finish()


def test_an_idle_worker_is_used_again(r: Any) -> None:
    first = begun(threading.get_ident)
    wait_until(lambda: first.finished)
    threads = set()
    for _ in range(20):
        time.sleep(0.01)  # the thread takes a moment to be idle
        task = begun(threading.get_ident)
        wait_until(lambda task=task: task.finished)  # type: ignore[misc]
        threads.add(task.finish())
    assert len(threads) < 20


def test_a_stop_ends_the_task_at_its_next_check(r: Any) -> None:
    r("library(keras)")
    counted = []

    def work() -> None:
        while True:
            stopping.check()
            counted.append(1)
            time.sleep(0.001)

    task = begun(work)
    wait_until(lambda: len(counted) > 2)
    task.stop()
    wait_until(lambda: task.finished)
    with pytest.raises(Stopped):
        task.finish()
    thread = task.thread
    later = Task(lambda: stopping.check(), 0)
    later.thread = thread
    assert thread not in stopping._requested  # the thread's next task is not stopped


def test_a_task_that_has_finished_is_not_stopped(r: Any) -> None:
    task = begun(lambda: 5)
    wait_until(lambda: task.finished)
    task.stop()
    task.stop_anywhere()
    assert not task.aborted
    assert task.thread not in stopping._requested
    assert task.finish() == 5


def test_an_aborted_thread_does_no_other_work(r: Any) -> None:
    r("library(keras)")
    running = threading.Event()

    def work() -> None:
        running.set()
        while True:
            pass

    task = begun(work)
    assert running.wait(LONG)
    name = {thread.ident: thread for thread in threading.enumerate()}[task.thread]

    def stopped() -> bool:
        task.stop_anywhere()
        return task.finished

    wait_until(stopped)
    with pytest.raises(Stopped):
        task.finish()
    wait_until(lambda: not name.is_alive())


def test_libraries_are_let_finish(r: Any) -> None:
    """A thread that waits within the standard library is none that runs a user's code."""
    go = threading.Event()
    task = begun(lambda: go.wait(LONG))
    wait_until(lambda: task.thread != 0)
    time.sleep(0.05)
    task.stop_anywhere()
    assert not task.aborted
    go.set()
    wait_until(lambda: task.finished)
    assert task.finish() is True


def test_a_stop_is_heard_by_a_task_that_has_not_begun(
    r: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt may come before the worker has looked at its queue."""
    r("library(keras)")
    monkeypatch.setattr(pump, "GRACE", LONG)  # a library's code is not stopped anywhere else
    begin = threading.Event()

    def work() -> None:
        while True:
            stopping.check()
            time.sleep(0.001)

    class Late(Task):
        def run(self) -> None:
            begin.wait(LONG)
            super().run()

    task = Late(work, 0)
    pump._waiting.append(task)
    worker().put(task)
    threading.Timer(0.3, begin.set).start()
    pump.abandon(len(pump._waiting))
    assert task.finished
    assert not task.aborted
    assert isinstance(task.error, Stopped)


def test_a_stop_that_came_too_late_does_not_stop_the_next_task(r: Any) -> None:
    r("library(keras)")
    stopping.request(threading.get_ident())

    def work() -> int:
        stopping.check()
        return 5

    task = Task(work, 0)
    task.run()
    assert task.finish() == 5
