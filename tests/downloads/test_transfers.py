"""Reading from servers that are slow, silent or wrong: always an end, in words."""

from __future__ import annotations

import io
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rkeras_py.downloads.transfers import TransferError, patience, printable, transfer
from rkeras_py.engine import stopping

OK = b"HTTP/1.1 200 OK\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"


class Server:
    """Answers each connection with what ``say`` sends, on a thread that ends with the test."""

    def __init__(self, say: Callable[[socket.socket, threading.Event], None]) -> None:
        self.over = threading.Event()
        self.connections = 0
        self._say = say
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            try:
                connection.recv(1 << 16)
                self._say(connection, self.over)
            except OSError:
                pass

    def close(self) -> None:
        self.over.set()
        self._socket.close()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(say: bytes | Callable[[socket.socket, threading.Event], None]) -> Server:
        if isinstance(say, bytes):
            text = say
            server = Server(lambda connection, over: connection.sendall(text))
        else:
            server = Server(say)
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.close()


def drip(connection: socket.socket, over: threading.Event) -> None:
    """A byte in every fifth of a second."""
    connection.sendall(OK + b"Content-Length: 1000\r\n\r\n")
    for _ in range(200):
        connection.sendall(b"x")
        if over.wait(0.2):
            return


def silence(connection: socket.socket, over: threading.Event) -> None:
    over.wait(60)


def half(connection: socket.socket, over: threading.Event) -> None:
    connection.sendall(OK + b"Content-Length: 1000\r\n\r\nhalf")
    over.wait(60)


def endless_redirect(connection: socket.socket, over: threading.Event) -> None:
    """A redirect with a body that never ends; each next address is the last."""
    connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n")
    while not over.is_set():
        connection.sendall(b"x" * (1 << 16))


def got(address: str) -> bytes:
    out = io.BytesIO()
    transfer(address, out, lambda received, expected: None)
    return out.getvalue()


def problem_of(address: str) -> str:
    with pytest.raises(TransferError) as caught:
        got(address)
    return str(caught.value)


@pytest.mark.parametrize(
    ("answer", "content"),
    [
        (OK + b"\r\nall", b"all"),
        (OK + b"Content-Length: 3\r\n\r\nall and more", b"all"),
        (OK + b"Content-Length: x\r\n\r\nall", b"all"),
        (OK + b"Content-Length: 0\r\n\r\n", b""),
        (CHUNKED + b"2\r\nal\r\n1;ext=1\r\nl\r\n0\r\n\r\n", b"all"),
        # as it was sent: a .csv.gz must not be unpacked on the way
        (OK + b"Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8bx", b"\x1f\x8bx"),
    ],
)
def test_what_a_server_sends(serve: Callable[..., Server], answer: bytes, content: bytes) -> None:
    assert got(serve(answer).address) == content


def test_a_large_answer_comes_whole_and_is_reported(serve: Callable[..., Server]) -> None:
    content = bytes(range(256)) * 20000
    head = OK + b"Content-Length: %d\r\n\r\n" % len(content)
    reports: list[tuple[int, int | None]] = []
    out = io.BytesIO()
    transfer(serve(head + content).address, out, lambda *report: reports.append(report))
    assert out.getvalue() == content
    assert reports[-1] == (len(content), len(content))
    assert [count for count, _ in reports] == sorted(count for count, _ in reports)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (b"", "Remote end closed connection without response"),
        (b"no server of the web\r\n", "BadStatusLine: no server of the web"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70000, "LineTooLong: "),
        (OK + b"X: 1\r\n" * 200 + b"\r\n", "got more than 100 headers"),
        (OK + b"Content-Length: 9\r\n\r\nhalf", "it ended after 4 of 9 bytes"),
        (CHUNKED + b"9\r\nhalf", "the answer of the server ended before it was complete"),
        (CHUNKED + b"zz\r\nhalf", "the answer of the server ended before it was complete"),
        (CHUNKED + b"-5\r\nhalf\r\n", "the answer of the server ended before it was complete"),
        (b"HTTP/1.1 404 Not\x1b[31m \x00Found\r\n\r\n", "Not [31m Found"),
        (b"HTTP/1.1 500 \r\n\r\n", "HTTP Error 500"),
        (b"HTTP/1.1 206 Partial Content\r\n\r\nhalf", "the server answered 206 Partial Content"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", "the server answered 204 No Content"),
        (b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\n\r\n", "not allowed"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:x/\r\n\r\n", "InvalidURL: "),
        (b"HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n", "infinite loop"),
    ],
)
def test_a_wrong_answer_is_told_in_one_line(
    serve: Callable[..., Server], answer: bytes, reason: str
) -> None:
    server = serve(answer)
    problem = problem_of(server.address)
    assert reason in problem
    assert problem.isprintable()
    assert server.connections <= 11  # of redirects


def test_what_comes_with_a_redirect_is_not_read(serve: Callable[..., Server]) -> None:
    server = serve(endless_redirect)
    start = time.monotonic()
    assert "infinite loop" in problem_of(server.address)
    assert time.monotonic() - start < 60
    assert server.connections > 3


def test_an_opener_that_the_user_has_installed_is_used(
    serve: Callable[..., Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []

    def say(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(OK + b"Content-Length: 3\r\n\r\nall")

    server = serve(say)
    receive = socket.socket.recv
    opener = urllib.request.build_opener()
    opener.addheaders = [("User-Agent", "of the user")]
    monkeypatch.setattr(urllib.request, "_opener", opener)
    monkeypatch.setattr(
        Server, "_answer", lambda self, c: (asked.append(receive(c, 1 << 16)), say(c, self.over))
    )
    assert got(server.address) == b"all"
    assert b"User-Agent: of the user" in asked[0]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://127.0.0.1:port/", "InvalidURL: nonnumeric port: 'port'"),
        ("http://127.0.0.1/a b\n", "InvalidURL: "),
        ("http://[::1", "Invalid IPv6 URL"),
        ("http://" + "a" * 64 + ".example/", "UnicodeError: "),
        ("no/address", "unknown url type: 'no/address'"),
        ("gopher://127.0.0.1/", "unknown url type: gopher"),
        ("http://", "no host given"),
        ("file:///there/is/none", "No such file or directory"),
    ],
)
def test_an_address_that_is_none(address: str, reason: str) -> None:
    assert reason in problem_of(address)


def test_an_address_without_a_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "Connection refused" in problem_of(f"http://127.0.0.1:{port}/")


def test_a_server_that_does_not_speak_tls(serve: Callable[..., Server]) -> None:
    address = serve(b"HTTP/1.1 400 Bad Request\r\n\r\n").address.replace("http:", "https:")
    assert "SSL" in problem_of(address)


@pytest.mark.parametrize("say", [silence, half])
def test_a_silent_server_is_given_up(
    serve: Callable[..., Server], hosted: Callable[..., Any], say: Callable[..., None]
) -> None:
    hosted(download_timeout=lambda: 0.5)
    began = time.monotonic()
    assert problem_of(serve(say).address) == "no data for 0.5 s"
    assert 0.4 < time.monotonic() - began < 60


def test_a_server_that_never_connects_is_given_up(hosted: Callable[..., Any]) -> None:
    hosted(download_timeout=lambda: 0.5)
    with socket.socket() as full:  # its queue takes one connection, and nobody accepts them
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(3)]
        for other in waiting:
            other.setblocking(False)
            other.connect_ex(full.getsockname())
        problem = problem_of(f"http://127.0.0.1:{full.getsockname()[1]}/")
        for other in waiting:
            other.close()
    assert problem == "no data for 0.5 s"


def test_a_slow_server_is_waited_for(
    serve: Callable[..., Server], hosted: Callable[..., Any]
) -> None:
    hosted(download_timeout=lambda: 1)

    def slow(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(OK + b"Content-Length: 8\r\n\r\n")
        for _ in range(8):
            connection.sendall(b"x")
            time.sleep(0.25)

    assert got(serve(slow).address) == b"x" * 8


@pytest.mark.parametrize("say", [drip, silence, half])
def test_a_stop_is_heard_at_once(
    serve: Callable[..., Server], hosted: Callable[..., Any], say: Callable[..., None]
) -> None:
    hosted()
    me = threading.get_ident()
    stopped: list[float] = []

    def stop() -> None:
        stopped.append(time.monotonic())
        stopping.request(me)

    timer = threading.Timer(0.5, stop)
    timer.start()
    try:
        with pytest.raises(stopping.Stopped):
            got(serve(say).address)
        assert time.monotonic() - stopped[0] < 60
    finally:
        timer.cancel()
        stopping.withdraw(me)


def test_an_interrupt_of_r_is_heard_on_its_own_thread(
    serve: Callable[..., Server], hosted: Callable[..., Any]
) -> None:
    asked = iter([False, False, True])
    hosted(interrupted=lambda: next(asked))
    with pytest.raises(KeyboardInterrupt):
        got(serve(silence).address)


def test_a_name_that_takes_long_to_look_up_can_be_left(
    monkeypatch: pytest.MonkeyPatch, hosted: Callable[..., Any]
) -> None:
    over = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: over.wait(60) and [])
    asked = iter([False, False, True])
    hosted(interrupted=lambda: next(asked))
    with pytest.raises(KeyboardInterrupt):
        got("http://some.example/")
    over.set()


def test_the_thread_of_a_transfer_that_was_left_ends(serve: Callable[..., Server]) -> None:
    def endless(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(OK + b"\r\n")
        while not over.is_set():
            connection.sendall(b"x" * (1 << 16))

    class Full(io.RawIOBase):
        def write(self, chunk: object) -> int:
            raise OSError(28, "No space left on device")

    before = set(threading.enumerate())
    server = serve(endless)
    with pytest.raises(OSError, match="No space left"):
        transfer(server.address, Full(), lambda received, expected: None)  # type: ignore[arg-type]
    until = time.monotonic() + 60
    while any(t.name == "rkeras-download" for t in set(threading.enumerate()) - before):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_patience(monkeypatch: pytest.MonkeyPatch, hosted: Callable[..., Any]) -> None:
    hosted()
    assert patience() == 60
    monkeypatch.setattr(socket, "getdefaulttimeout", lambda: 7.0)
    assert patience() == 7
    for told, seconds in ((5, 5), (None, 7), (float("nan"), 60), (-1, 60), (0, 60)):
        hosted(download_timeout=lambda told=told: told)
        assert patience() == seconds
    for told in (1e300, float("inf")):
        hosted(download_timeout=lambda told=told: told)
        with socket.socket() as sock:
            sock.settimeout(patience())  # an error where it is too long


def test_files_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"here")
    assert got((tmp_path / "a").as_uri()) == b"here"


def test_printable() -> None:
    assert printable("a\tb\n c\x00\x1b[1md") == "a b c [1md"
