"""The host for a process that is shared with R."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

from rkeras_py.bridge import console, loading, pump, r6, r_sources, rapi
from rkeras_py.bridge.functions import BridgeFunction, RFunction
from rkeras_py.bridge.r_objects import RObject
from rkeras_py.engine.display import LINES, Display, of_stream
from rkeras_py.engine.host import Host

#: R's seeds are signed 32-bit integers, and the lowest one is NA; Keras's are unsigned.
_SEEDS = 2**31 - 1

_console_state = BridgeFunction("console_state")
_draw = BridgeFunction("draw_metrics")
_draws = BridgeFunction("draws_metrics")
_has_viewer = BridgeFunction("has_viewer")
_open_page = BridgeFunction("open_page")
_run_folder = BridgeFunction("run_folder")
_timeout = BridgeFunction("download_timeout")
_turn = BridgeFunction("turn_event_loop")
_write_run = BridgeFunction("write_run")


class RHost(Host):
    """A process in which R's own main loop runs: R itself, or ``rkeras run``.

    It is created on R's thread.
    """

    def __init__(self, before: Host) -> None:
        super().__init__(owed_seed=before.owed_seed, serves_requests=True)
        self._set_seed = RFunction(rapi.base_function("set.seed"))  # needs R's thread

    def display(self) -> Display:
        if not isinstance(sys.stdout, console.Console):
            return super().display()
        if not pump.may_call_r():
            return LINES
        is_hidden, is_gui, width = _console_state()
        if is_hidden:
            return LINES
        if is_gui:
            return Display(in_place=True, limit=width)
        return of_stream(console.below(), limit=width)

    def has_viewer(self) -> bool:
        return pump.may_call_r() and bool(_has_viewer())

    def open_page(self, address: str) -> None:
        if pump.may_call_r():
            _open_page(address)
        else:
            super().open_page(address)

    def draws(self) -> bool:
        return pump.may_call_r() and bool(_draws())

    def draw(self, scores: dict[str, list[float]]) -> bool:
        return bool(_draw(scores))

    def choose_backend(self, name: str) -> None:
        loading.choose_backend(name)

    def run_folder(self) -> str | None:
        folder: str | None = _run_folder() if pump.may_call_r() else None
        return folder

    def write_run(self, kind: str, data: dict[str, Any]) -> None:
        _write_run(kind, data)

    def training_on_r_thread(self) -> bool:
        return pump.on_r_thread()

    def served(self, work: Callable[[], Any]) -> Any:
        return pump.serve(work) if pump.on_r_thread() else work()

    def runs_r_code(self, batches: Any) -> bool:
        parts = [batches, *vars(batches).values()]
        parts += [value for part in parts[1:] for value in getattr(part, "__dict__", {}).values()]
        kinds = type(batches).__mro__
        return any(map(r6.is_r, kinds)) or any(isinstance(part, RFunction) for part in parts)

    def arrow_reader(self, data: Any) -> Any:
        return r_sources.reader_of(data) if isinstance(data, RObject) else None

    def query_reader(self, connection: Any, query: str) -> Any:
        is_r = isinstance(connection, RObject)
        return r_sources.reader_of_query(connection, query) if is_r else None

    def turn_event_loop(self) -> None:
        if pump.owes_turn():
            _turn()  # an interrupt jumps from here to R's handler

    def interrupted(self) -> bool:
        return rapi.take_interrupt()

    def download_timeout(self) -> float | None:
        seconds: float | None = _timeout() if pump.may_call_r() else None
        return seconds

    def pay_seed(self) -> None:
        seed = self.owed_seed
        if seed is not None and (rapi.on_main_thread() or pump.waiting()):
            self.owed_seed = None
            pump.call_r(self._set_seed, (seed % _SEEDS,), {})


class ProgramHost(RHost):
    """A Python program that calls R; its main thread serves requests only during a training."""

    def __init__(self, before: Host) -> None:
        super().__init__(before)
        self.serves_requests = False

    def run_training(self, work: Callable[[], Any], arguments: Iterable[Any]) -> Any:
        """Run a training; R functions that return its batches are called here.

        TensorFlow requests batches on its own threads while the training thread waits.
        """
        served = rapi.on_main_thread() and not self.contexts_open and not pump.on_r_thread()
        if not served or not any(isinstance(argument, RFunction) for argument in arguments):
            return work()
        return pump.serve(loading.with_keras_state(work))
