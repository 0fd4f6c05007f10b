"""Worker threads for Python calls that R's thread waits for, and how they are aborted."""

from __future__ import annotations

import ctypes
import sys
import sysconfig
import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from rkeras_py.bridge import console
from rkeras_py.bridge.inbox import Inbox
from rkeras_py.engine import stopping
from rkeras_py.engine.stopping import Stopped

#: Messages to R's thread; ``None`` makes it check its tasks.
inbox: Inbox[Any] = Inbox()


class Task:
    """A Python call that runs on another thread while R's thread waits for it."""

    def __init__(self, work: Callable[[], Any], depth: int) -> None:
        self.work = work
        self.depth = depth  # requests with a smaller index belong to outer calls
        self.finished = False
        self.value: Any = None
        self.error: BaseException | None = None
        self.thread = 0
        self.aborted = False

    def run(self) -> None:
        thread = threading.get_ident()
        stopping.withdraw(thread)  # a request for the previous task must not stop this one
        self.thread = thread
        try:
            try:
                self.value = self.work()
            except BaseException as error:
                self.error = error
        finally:  # stop_anywhere() may raise in the lines above
            self.finished = True
            stopping.withdraw(self.thread)
            inbox.put(None)

    def finish(self) -> Any:
        """The value, or the exception, on R's thread."""
        if self.error is not None:
            console.end_line()
            raise self.error
        return self.value

    def stop(self) -> None:
        """Ask the thread to stop before its next batch. It may not have started, so call again."""
        if self.thread and not self.finished:
            stopping.request(self.thread)

    def stop_anywhere(self) -> None:
        """Raise in the running thread if it is in user code; the thread then ends.

        Libraries are not interrupted: stopping TensorFlow while it traces a graph can hang or crash
        the process. Libraries return to a batch or to user code anyway.
        """
        if self.thread and not self.finished and _in_code_of_a_user(self.thread):
            self.aborted = True
            ctypes.pythonapi.PyThreadState_SetAsyncExc(
                ctypes.c_ulong(self.thread), ctypes.py_object(Stopped)
            )


def _in_code_of_a_user(thread: int) -> bool:
    """Whether the thread's innermost Python function does not belong to a library."""
    frame = sys._current_frames().get(thread)
    if frame is None:
        return False
    path = frame.f_code.co_filename
    return not path.startswith(_LIBRARIES) and not any(part in path for part in _WITHIN_LIBRARIES)


#: The standard library, its frozen part, and this package.
_LIBRARIES = (sysconfig.get_path("stdlib"), "<frozen", str(Path(__file__).parent.parent))

#: Parts of the paths of other libraries, and of code that TensorFlow's AutoGraph generates.
_WITHIN_LIBRARIES = ("/site-packages/", "/dist-packages/", "__autograph_generated_file")


def _hush_stopped(unraisable: sys.UnraisableHookArgs) -> None:
    """Ignore a stop that was raised while an object was deleted; it is raised again."""
    if not issubclass(unraisable.exc_type, Stopped):
        _report_unraisable(unraisable)


_report_unraisable = sys.unraisablehook
sys.unraisablehook = _hush_stopped


_idle: list[SimpleQueue[Task]] = []


def worker() -> SimpleQueue[Task]:
    """The queue of an idle worker."""
    if _idle:
        return _idle.pop()
    tasks: SimpleQueue[Task] = SimpleQueue()
    threading.Thread(target=_work, args=(tasks,), name="rkeras-worker", daemon=True).start()
    return tasks


def _work(tasks: SimpleQueue[Task]) -> None:
    aborted = False
    while not aborted:
        task = tasks.get()
        try:
            task.run()
        except Stopped:  # raised after the work was done
            task.finished = True
        aborted = task.aborted  # TensorFlow's state on this thread may be inconsistent
        del task
        if not aborted:
            _idle.append(tasks)
