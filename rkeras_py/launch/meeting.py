"""The workers meet before TensorFlow connects them: what does not fit is said at once.

Each opens its port, so that one in use is found. The others tell the first worker what they run; it
compares, and tells all of them the seed, or what is wrong. TensorFlow takes the ports afterwards.
"""

from __future__ import annotations

import contextlib
import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.launch.cluster import Cluster, LaunchError

_PAUSE = 0.2  # seconds between two attempts
_PATIENCE = 5.0  # seconds for a message of one that has connected
_LIMIT = 1_000_000  # bytes of a message


def meet(cluster: Cluster, facts: dict[str, str], seed: int, seconds: float) -> int:
    """Wait until all workers are there; gives the seed of the first one.

    Args:
        cluster: The workers.
        facts: What must be the same in all, by its name in messages.
        seed: The seed that the first worker offers.
        seconds: How long to wait for the others.

    Raises:
        LaunchError: a port is in use, a worker does not come, or workers differ.
    """
    deadline = time.monotonic() + seconds
    if cluster.rank == 0:
        with _port(cluster) as listening:
            return _gather(cluster, listening, facts, seed, deadline, seconds)
    problem = ""
    try:
        with _port(cluster):
            pass
    except LaunchError as error:
        problem = str(error)
    message = {"rank": cluster.rank, "facts": facts, "problem": problem}
    return _ask(cluster, message, deadline, seconds)


@contextmanager
def _port(cluster: Cluster) -> Iterator[socket.socket]:
    """This worker's port, open."""
    host, _, port = cluster.addresses[cluster.rank].rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    local = host if host in ("localhost", "::1", "[::1]") or host.startswith("127.") else ""
    with socket.socket(family, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((local.strip("[]"), int(port)))
            listening.listen(cluster.size)
        except OSError as problem:
            raise LaunchError(
                f"the port {port} of {cluster.name(cluster.rank)} cannot be opened: "
                f"{problem.strerror}."
            ) from problem
        yield listening


def _gather(
    cluster: Cluster,
    listening: socket.socket,
    facts: dict[str, str],
    seed: int,
    deadline: float,
    seconds: float,
) -> int:
    """The first worker: hear all others, and tell them how to go on."""
    connections: dict[int, socket.socket] = {}
    problem = ""
    with contextlib.ExitStack() as stack:
        while len(connections) < cluster.size - 1 and not problem:
            listening.settimeout(max(deadline - time.monotonic(), 0.01))
            try:
                connection = stack.enter_context(listening.accept()[0])
            except TimeoutError:
                missing = [r for r in range(1, cluster.size) if r not in connections]
                problem = _not_there([cluster.name(rank) for rank in missing], seconds)
                break
            message = _heard(connection, _PATIENCE)
            if message is None or "rank" not in message:  # something else that tries ports
                continue
            connections[int(message["rank"])] = connection
            problem = message["problem"] or _difference(cluster, message, facts)
        answer = {"seed": seed, "problem": problem}
        for connection in connections.values():
            _tell(connection, answer)
    if problem:
        raise LaunchError(problem)
    return seed


def _not_there(names: list[str], seconds: float) -> str:
    return f"{' and '.join(names)} did not answer within {seconds:g} seconds."


def _difference(cluster: Cluster, message: dict[str, Any], facts: dict[str, str]) -> str:
    """What a worker has that the first one does not, in words; "" if nothing."""
    for name, own in facts.items():
        other = message["facts"].get(name)
        if other != own:
            rank = int(message["rank"])
            return f"{cluster.name(rank)} has {name} {other}; {cluster.name(0)} has {own}."
    return ""


def _ask(cluster: Cluster, message: dict[str, Any], deadline: float, seconds: float) -> int:
    """Another worker: tell the first one about this worker, and hear how to go on."""
    host, _, port = cluster.addresses[0].rpartition(":")
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise LaunchError(_not_there([cluster.name(0)], seconds))
        try:
            with socket.create_connection((host.strip("[]"), int(port)), timeout=left) as there:
                _tell(there, message)
                answer = _heard(there, left + _PATIENCE)
        except OSError:
            answer = None
        if answer is None:  # it does not listen yet, or something else does
            time.sleep(_PAUSE)
            continue
        if answer["problem"]:
            raise LaunchError(answer["problem"])
        return int(answer["seed"])


def _tell(connection: socket.socket, message: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # that worker has ended
        connection.sendall(json.dumps(message).encode() + b"\n")


def _heard(connection: socket.socket, seconds: float) -> dict[str, Any] | None:
    """A message; ``None`` if none of a worker comes in this time."""
    connection.settimeout(seconds)
    try:
        with connection.makefile("rb") as file:
            message = json.loads(file.readline(_LIMIT))
    except (OSError, ValueError):
        return None
    return message if isinstance(message, dict) and "problem" in message else None
