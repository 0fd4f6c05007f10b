"""Downloads with time limits: no server can hold up a transfer, whatever it does.

The network is read on a thread of its own; the caller takes what has come and looks for the user's
interrupt in between. So looking up a name, connecting and a silent server can all be left.
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

PATIENCE = 60.0  # seconds without a byte after which a download fails, as in R
_LONGEST = 7 * 24 * 3600.0  # sockets take no infinite time
_POLL = 0.1  # seconds between looks for the user's interrupt
_CHUNK = 1 << 16
_AHEAD = 16  # chunks that may wait for the caller
_NOT_ALL = (204, 205, 206)  # answers that have nothing in them, or a part
_CONNECTING = 3  # times the patience until the first byte: a server may have several addresses


class TransferError(OSError):
    """What stopped a transfer, in words."""


def patience() -> float:
    """Seconds that a server may be silent: R's option ``timeout``, or the default of sockets."""
    seconds = host.current().download_timeout()
    if seconds is None:
        seconds = socket.getdefaulttimeout()
    if seconds is None or math.isnan(seconds) or seconds <= 0:
        seconds = PATIENCE
    return min(seconds, _LONGEST)


def transfer(origin: str, out: BinaryIO, report: Callable[[int, int | None], None]) -> None:
    """Write what is at an address to a file.

    Args:
        origin: The address.
        out: The file.
        report: Is told how many bytes have come, and of how many, if the server has said so.

    Raises:
        TransferError: it could not be read, or not all of it.
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
    """What is at an address: how many bytes (or ``None``), the bytes in chunks, ``b""``."""

    def __init__(self, origin: str, limit: float) -> None:
        self._origin = origin
        self._limit = limit
        self._queue: Queue[Any] = Queue(_AHEAD)
        self._left = False
        threading.Thread(target=self._read, name="rkeras-download", daemon=True).start()

    def take(self, limit: float) -> Any:
        """The next item, which has to be there within so many seconds."""
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
        """Nothing more will be taken; the thread ends when the server has spoken or time is up."""
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
    """What opens addresses: the user's own, if one is installed.

    Python's reads what comes with a redirect to its end, into memory.
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
    """How many bytes the server says will come, if it does."""
    length = answer.headers.get("Content-Length") or ""
    if getattr(answer, "chunked", False) or not (length.isascii() and length.isdecimal()):
        return None
    return int(length)


def _silence(seconds: float) -> str:
    return f"nothing came for {seconds:g} s"


def _reason(problem: Exception, limit: float) -> str:
    """What went wrong, in one line without the control characters that a server may send."""
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
    """Text on one line, with a space for what is not to be printed."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
