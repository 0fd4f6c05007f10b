"""The live page of a training: its metrics by epoch, in a browser.

The page is served only on this machine, at an address that cannot be guessed, and loads nothing
from the network. It ends with the process.
"""

from __future__ import annotations

import functools
import json
import math
import secrets
import threading
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

_KEPT = 20  # pages of earlier trainings that stay available
_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'"
)

_pages: dict[str, LivePage] = {}


class LivePage:
    """A page that can be opened at ``address`` as soon as it is created."""

    def __init__(self, title: str, epochs: int) -> None:
        """Create a page without epochs.

        Args:
            title: What is trained.
            epochs: Planned number of epochs.
        """
        self._title, self._epochs = title, epochs
        self._rows: list[dict[str, float | None]] = []
        self._finished = False
        token = secrets.token_urlsafe(24)
        for old in list(_pages)[: 1 - _KEPT]:
            del _pages[old]
        _pages[token] = self
        self.address = f"http://127.0.0.1:{_server().server_port}/{token}/"

    def add(self, scores: Mapping[str, Any]) -> None:
        """Show one more epoch."""
        row = {name: float(score) for name, score in scores.items()}
        self._rows.append({n: v if math.isfinite(v) else None for n, v in row.items()})

    def finish(self) -> None:
        """Tell the page that the training has ended."""
        self._finished = True

    def news(self, since: int) -> dict[str, Any]:
        """What is new after this number of epochs."""
        finished = self._finished  # read before the rows, so that no row is missed
        return {
            "title": self._title,
            "epochs": self._epochs,
            "since": since,
            "rows": self._rows[since:],
            "finished": finished,
        }


class _Handler(BaseHTTPRequestHandler):
    """``/<token>/`` is a page; it polls ``/<token>/news?since=3``."""

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        _, token, *rest = [*address.path.split("/"), ""]
        page = _pages.get(token)
        if page is not None and rest[:-1] == [""]:
            self._answer("text/html; charset=utf-8", _html())
        elif page is not None and rest[:-1] == ["news"]:
            since = parse_qs(address.query).get("since", ["0"])[0]
            news = page.news(int(since) if since.isdecimal() else 0)
            self._answer("application/json", json.dumps(news).encode())
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer(self, kind: str, content: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        """Do not print requests."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore a browser that disconnects during a response."""


@functools.cache
def _server() -> _Server:
    """The server of all pages of this process, on a free port."""
    server = _Server(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, name="rkeras-live-page", daemon=True).start()
    return server


@functools.cache
def _html() -> bytes:
    return Path(__file__).with_suffix(".html").read_bytes()
