"""The environment that this package runs in: Python alone, or a process shared with R.

``current()`` answers everything that depends on it. The bridge installs R's host when the R package
is loaded; the class here is for Python without R.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from rkeras_py.convert import backends
from rkeras_py.engine.display import Display, of_stream


@dataclass
class Host:
    """Python without R."""

    #: A seed that R's generator has not received yet, because R is not running or is busy.
    owed_seed: int | None = None

    #: Number of Python context managers that R code has entered. Until they end, training calls
    #: also run on R's thread. Contexts entered while R serves a thread belong to that thread.
    contexts_open: int = 0

    #: Whether R functions may use TensorFlow on R's thread directly, without this package. The
    #: graph being traced, gradient tapes and name scopes belong to a thread, so training calls
    #: stay on R's thread.
    shares_tensorflow: bool = False

    #: Whether the main thread runs R functions for other threads at any time, or only while it
    #: waits for Python code.
    serves_requests: bool = False

    def run_training(self, work: Callable[[], Any], arguments: Iterable[Any]) -> Any:
        """Run the body of a training function, given its arguments."""
        return work()

    def trains_on_r_thread(self) -> bool:
        """Whether training that R starts runs on R's thread instead of a worker."""
        return self.shares_tensorflow or bool(self.contexts_open)

    def training_on_r_thread(self) -> bool:
        """Whether this thread is R's thread and runs a training."""
        return False

    def served(self, work: Callable[[], Any]) -> Any:
        """Do work that the training on R's thread waits for; its R functions run meanwhile."""
        return work()

    def runs_r_code(self, batches: Any) -> bool:
        """Whether an object that produces batches calls R functions."""
        return False

    def arrow_reader(self, data: Any) -> Any:
        """A record batch reader over an object of R's package arrow; ``None`` for other things."""
        return None

    def query_reader(self, connection: Any, query: str) -> Any:
        """The same over the result of a query on R's connection to a database."""
        return None

    def turn_event_loop(self) -> None:
        """Let R handle events and interrupts, if this is R's thread and it runs a training."""

    def display(self) -> Display:
        """Where the output of this thread appears."""
        return of_stream(sys.stdout)

    def has_viewer(self) -> bool:
        """Whether the user works in a program with a viewer for pages, such as RStudio."""
        return False

    def open_page(self, address: str) -> None:
        """Open a page that this process serves."""
        import webbrowser

        if not webbrowser.open(address):
            print(f"No browser can be opened here; the page is {address}")

    def draws(self) -> bool:
        """Whether to draw on a graphics device instead of opening a page."""
        return False

    def draw(self, scores: dict[str, list[float]]) -> bool:
        """Draw scores, by name with one value for each epoch; returns whether to continue."""
        return False

    def run_folder(self) -> str | None:
        """The folder of R's current training run, or ``None`` if there is none."""
        return None

    def write_run(self, kind: str, data: dict[str, Any]) -> None:
        """Write "properties", "metrics" or the "evaluation" of the run that R has begun."""

    def interrupted(self) -> bool:
        """Whether R, whose thread asks, has an interrupt that the caller is to act on."""
        return False

    def choose_backend(self, name: str) -> None:
        """Have Keras compute with this backend.

        Raises:
            ArgumentError: it computes with another one already.
        """
        backends.choose(name)

    def download_timeout(self) -> float | None:
        """R's option ``timeout``, or ``None`` if it is not available."""
        return None

    def seed(self, seed: int) -> None:
        """Seed R's generator, now or when R code runs next."""
        self.owed_seed = seed
        self.pay_seed()

    def pay_seed(self) -> None:
        """Pass a pending seed to R's generator, if R can be called."""


_current = Host()


def current() -> Host:
    """The host of this process."""
    return _current


def install(host: Host) -> None:
    """Make this the host of the process."""
    global _current
    _current = host
