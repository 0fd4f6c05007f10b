"""Workers that meet on the loopback interface, as threads of one process."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from rkeras_py.launch.cluster import Cluster, LaunchError
from rkeras_py.launch.meeting import meet

FACTS = {"a script of the content": "abc", "the arguments": "-x"}


def addresses(count: int) -> tuple[str, ...]:
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    found = tuple(f"127.0.0.1:{one.getsockname()[1]}" for one in sockets)
    for one in sockets:
        one.close()
    return found


def meeting(
    places: tuple[str, ...], facts: dict[int, dict[str, str]], seconds: float = 20
) -> dict[int, int | str]:
    """What becomes of each worker of ``facts``: its seed, or its error."""
    results: dict[int, int | str] = {}

    def work(rank: int) -> None:
        try:
            results[rank] = meet(Cluster(places, rank), facts[rank], 100 + rank, seconds)
        except LaunchError as error:
            results[rank] = str(error)

    threads = [threading.Thread(target=work, args=(rank,)) for rank in facts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return results


@contextmanager
def listening(address: str) -> Iterator[socket.socket]:
    host, port = address.split(":")
    with socket.socket() as one:
        one.bind((host, int(port)))
        one.listen()
        yield one


def test_all_get_the_seed_of_the_first() -> None:
    assert meeting(addresses(3), dict.fromkeys(range(3), FACTS)) == {0: 100, 1: 100, 2: 100}


def test_the_ports_are_free_afterwards() -> None:
    places = addresses(2)
    for _ in range(2):
        assert meeting(places, {0: FACTS, 1: FACTS}) == {0: 100, 1: 100}


@pytest.mark.parametrize("name", FACTS)
def test_a_worker_with_something_else_is_named_by_all(name: str) -> None:
    places = addresses(3)
    results = meeting(places, {0: FACTS, 1: FACTS, 2: {**FACTS, name: "other"}})
    expected = f"worker 3 ({places[2]}) has {name} other; worker 1 ({places[0]}) has {FACTS[name]}."
    assert results[0] == results[2] == expected


def test_a_worker_that_does_not_come_is_named() -> None:
    places = addresses(3)
    results = meeting(places, {0: FACTS, 2: FACTS}, seconds=1)
    assert results[0] == f"worker 2 ({places[1]}) did not answer within 1 seconds."
    assert results[2] == results[0]
    assert meeting(places, {2: FACTS}, seconds=1) == {
        2: f"worker 1 ({places[0]}) did not answer within 1 seconds."
    }


@pytest.mark.parametrize("rank", [0, 1])
def test_a_port_in_use_is_named(rank: int) -> None:
    places = addresses(2)
    port = places[rank].rpartition(":")[2]
    expected = f"the port {port} of worker {rank + 1} ({places[rank]}) cannot be opened: "
    with listening(places[rank]):
        results = meeting(places, {0: FACTS, 1: FACTS}, seconds=2)
    assert str(results[rank]).startswith(f"{expected}Address already in use")
    if rank:
        assert results[0] == results[1]


def test_others_that_try_the_port_do_not_disturb() -> None:
    places = addresses(2)
    results: dict[int, int | str] = {}
    first = threading.Thread(target=lambda: results.update(meeting(places, {0: FACTS})))
    first.start()
    silent = socket.socket()
    host, port = places[0].split(":")
    for text in (b"GET / HTTP/1.0\r\n\r\n", b"[1]\n", b""):
        for _ in range(100):
            try:
                with socket.create_connection((host, int(port)), timeout=5) as there:
                    there.sendall(text)
                break
            except ConnectionRefusedError:
                threading.Event().wait(0.05)
    silent.connect((host, int(port)))
    results |= meeting(places, {1: FACTS})
    first.join(60)
    silent.close()
    assert results == {0: 100, 1: 100}
