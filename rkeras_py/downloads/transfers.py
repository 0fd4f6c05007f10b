"""Downloads with time limits: no server can block a transfer.

A separate thread reads from the network; the caller takes the data and checks for interrupts. So
name lookup, connecting and waiting for a silent server can all be interrupted.
"""

from __future__ import annotations

import http.client
import math
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Full, Queue
from typing import Any, BinaryIO

from rkeras_py.engine import host, stopping

PATIENCE = 60.0  # a download fails after this many seconds without data, as in R
_LONGEST = 7 * 24 * 3600.0  # sockets do not support infinite timeouts
_POLL = 0.1  # seconds between checks for interrupts
_CHUNK = 1 << 16
_AHEAD = 16  # maximum number of chunks to buffer
_NOT_ALL = (204, 205, 206)  # status codes of empty or partial responses
_CONNECTING = (
    3  # multiple of the patience until the first byte: a server may have several addresses
)


class TransferError(OSError):
    """A transfer failed; the message says why."""


def patience() -> float:
    """Seconds to wait for data: R's option ``timeout``, or the default of sockets."""
    seconds = host.current().download_timeout()
    if seconds is None:
        seconds = socket.getdefaulttimeout()
    if seconds is None or math.isnan(seconds) or seconds <= 0:
        seconds = PATIENCE
    return min(seconds, _LONGEST)


def transfer(origin: str, out: BinaryIO, report: Callable[[int, int | None], None]) -> None:
    """Download an address to a file.

    Args:
        origin: The address.
        out: The file.
        report: Called with the number of received bytes, and the total if the server sent it.

    Raises:
        TransferError: it could not be downloaded completely.
    """
    limit = patience()
    source = _Source(origin, limit)
    received = 0
    try:
        expected = source.take(limit * _CONNECTING)
        while chunk := source.take(limit):
            out.write(chunk)
            received += len(chunk)
            report(received, expected)
    finally:
        source.leave()
    if expected is not None and received < expected:
        raise TransferError(f"it ended after {received} of {expected} bytes")


class _Source:
    """The content of an address: total size (or ``None``), chunks of bytes, and finally ``b""``."""

    def __init__(self, origin: str, limit: float) -> None:
        self._origin = origin
        self._limit = limit
        self._queue: Queue[Any] = Queue(_AHEAD)
        self._left = False
        threading.Thread(target=self._read, name="rkeras-download", daemon=True).start()

    def take(self, limit: float) -> Any:
        """The next item, within this number of seconds."""
        until = time.monotonic() + limit
        while True:
            stopping.check_waiting()
            try:
                item = self._queue.get(timeout=_POLL)
            except Empty:
                if time.monotonic() < until:
                    continue
                raise TransferError(_silence(limit)) from None
            if isinstance(item, Exception):
                raise TransferError(_reason(item, self._limit)) from item
            return item

    def leave(self) -> None:
        """Stop reading; the thread ends when the server responds or the time limit is reached."""
        self._left = True

    def _read(self) -> None:
        try:
            with _opener().open(self._origin, timeout=self._limit) as answer:
                if getattr(answer, "status", None) in _NOT_ALL:
                    raise TransferError(f"the server answered {answer.status} {answer.reason}")
                self._put(_length(answer))
                while chunk := answer.read1(_CHUNK):
                    self._put(chunk)
            self._put(b"")
        except _Left:
            pass
        except Exception as problem:
            with suppress(_Left):
                self._put(problem)

    def _put(self, item: Any) -> None:
        while not self._left:
            try:
                self._queue.put(item, timeout=_POLL)
            except Full:
                continue
            return
        raise _Left


def _opener() -> Any:
    """The URL opener: the user's, if one is installed.

    Python's default would read the complete body of a redirect into memory.
    """
    from urllib import request

    class Redirects(request.HTTPRedirectHandler):
        def redirect_request(self, old: Any, answer: Any, *more: Any) -> Any:
            new = super().redirect_request(old, answer, *more)
            answer.close()
            return new

    return getattr(request, "_opener", None) or request.build_opener(Redirects)


class _Left(Exception):
    """The caller of a transfer has left."""


def _length(answer: Any) -> int | None:
    """The size that the server announces, if it does."""
    length = answer.headers.get("Content-Length") or ""
    if getattr(answer, "chunked", False) or not (length.isascii() and length.isdecimal()):
        return None
    return int(length)


def _silence(seconds: float) -> str:
    return f"no data for {seconds:g} s"


def _reason(problem: Exception, limit: float) -> str:
    """The reason in one line, without control characters that a server may send."""
    reason = getattr(problem, "reason", "") or problem
    if isinstance(reason, TimeoutError):
        return _silence(limit)
    if isinstance(reason, http.client.IncompleteRead):
        return "the answer of the server ended before it was complete"
    text = str(reason)
    if isinstance(problem, http.client.HTTPException | UnicodeError) or not text:
        text = f"{type(problem).__name__}: {text}".removesuffix(": ")
    return printable(text)


def printable(text: str) -> str:
    """Text on one line, with spaces instead of unprintable characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
