"""A server of files on this machine, which is slow, silent or wrong where a test asks for it."""

from __future__ import annotations

import hashlib
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

TEXT = b"a,b\n1,2\n"
LARGE = bytes(range(256)) * 20_000
LARGE_SHA256 = hashlib.sha256(LARGE).hexdigest()


class Server(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []
    over: ClassVar[threading.Event]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/missing":
            self.send_error(404)
        elif self.path == "/to-a-file":
            self.redirect("file:///etc/passwd")
        elif self.path == "/loop":
            self.redirect("/loop")
        elif self.path == "/hangs-up":
            self.close_connection = True
        elif self.path == "/short":
            self.say(TEXT, length=3 * len(TEXT))
        elif self.path == "/large":
            time.sleep(0.5)  # while the other processes come
            self.say(LARGE)
        elif self.path == "/drip":
            self.say(b"", length=1000)
            while not self.over.wait(0.2):
                self.wfile.write(b"x")
        elif self.path == "/half":
            self.say(b"x", length=1000)
            self.over.wait()
        elif self.path == "/silent":
            self.over.wait()
        elif self.path == "/fails-once" and self.asked.count(self.path) == 1:
            time.sleep(1)
            self.send_error(500)
        else:
            self.say(b"other" if self.path == "/other" else TEXT)

    def do_CONNECT(self) -> None:
        """As a proxy for https, which never answers."""
        self.asked.append(self.path)
        self.over.wait()

    def say(self, content: bytes, length: int | None = None) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(content) if length is None else length))
        self.end_headers()
        self.wfile.write(content)

    def redirect(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


class Threads(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has left."""


@contextmanager
def serving() -> Iterator[str]:
    """The address of a server, which runs while the block does."""
    Server.asked = []
    Server.over = threading.Event()
    with Threads(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        Server.over.set()
        server.shutdown()
