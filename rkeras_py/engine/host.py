"""What this package runs in: Python alone, or a process that R shares.

Everything that depends on it is asked of ``current()``. The bridge installs R's host when the R
package is loaded; the class here stands for Python without R.
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

    #: The seed that R's generator is still to get, because R does not run yet or is busy.
    owed_seed: int | None = None

    #: Python context managers that R code has entered. Until they end, training calls stay on R's
    #: thread, too. Those entered while R serves a thread are that thread's, as its calls are.
    contexts_open: int = 0

    #: Whether R functions may use TensorFlow on R's thread by themselves, past this package. The
    #: graph that is traced, gradient tapes and name scopes belong to a thread, so training calls
    #: stay on R's.
    shares_tensorflow: bool = False

    #: Whether the main thread runs R functions for other threads at any time; else only where it
    #: waits for Python's work.
    serves_requests: bool = False

    def run_training(self, work: Callable[[], Any], arguments: Iterable[Any]) -> Any:
        """Run the body of a training function, given its arguments."""
        return work()

    def trains_on_r_thread(self) -> bool:
        """Whether training that R calls runs on its own thread, rather than on a worker."""
        return self.shares_tensorflow or bool(self.contexts_open)

    def training_on_r_thread(self) -> bool:
        """Whether this thread is R's and trains."""
        return False

    def served(self, work: Callable[[], Any]) -> Any:
        """Do work that R's thread, which trains, waits for: R functions in it are run meanwhile."""
        return work()

    def runs_r_code(self, batches: Any) -> bool:
        """Whether an object that makes batches calls R functions."""
        return False

    def turn_event_loop(self) -> None:
        """Have R handle its events and an interrupt, where this thread is R's and training."""

    def display(self) -> Display:
        """Where what this thread prints appears."""
        return of_stream(sys.stdout)

    def has_viewer(self) -> bool:
        """Whether the user works in a program that has a place for pages, such as RStudio."""
        return False

    def open_page(self, address: str) -> None:
        """Show a page of this process."""
        import webbrowser

        if not webbrowser.open(address):
            print(f"No browser can be opened here; the page is {address}")

    def draws(self) -> bool:
        """Whether there is a graphics device to draw on, rather than to open a page."""
        return False

    def draw(self, scores: dict[str, list[float]]) -> bool:
        """Draw scores, by name with one for each epoch; tells whether to go on."""
        return False

    def run_folder(self) -> str | None:
        """The folder of the training run that R has begun, or ``None`` outside of one."""
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
        """R's option ``timeout``, or ``None`` where it cannot be asked for."""
        return None

    def seed(self, seed: int) -> None:
        """Seed R's generator, now or when R code runs next."""
        self.owed_seed = seed
        self.pay_seed()

    def pay_seed(self) -> None:
        """Give R's generator the seed that it is still to get, where R can be called."""


_current = Host()


def current() -> Host:
    """The host of this process."""
    return _current


def install(host: Host) -> None:
    """Make this the host of the process."""
    global _current
    _current = host
