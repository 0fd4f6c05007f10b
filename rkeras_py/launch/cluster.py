"""The workers' addresses, as ``TF_CONFIG`` has them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

VARIABLE = "TF_CONFIG"


class LaunchError(RuntimeError):
    """What keeps the workers from starting, in the user's terms."""


@dataclass(frozen=True)
class Cluster:
    """All workers, seen from one of them.

    Attributes:
        addresses: ``host:port`` of each worker, the first one first.
        rank: The number of this worker, from 0.
    """

    addresses: tuple[str, ...]
    rank: int

    @property
    def size(self) -> int:
        return len(self.addresses)

    def name(self, rank: int) -> str:
        """A worker in messages: numbers begin at 1."""
        return f"worker {rank + 1} ({self.addresses[rank]})"

    def as_variable(self) -> str:
        """The value of ``TF_CONFIG`` for this worker."""
        task = {"type": "worker", "index": self.rank}
        return json.dumps({"cluster": {"worker": list(self.addresses)}, "task": task})


def of_environment(environment: Mapping[str, str] = os.environ) -> Cluster | None:
    """The cluster that ``TF_CONFIG`` describes; ``None`` without one, or with a single worker.

    Raises:
        LaunchError: the variable cannot be understood.
    """
    text = environment.get(VARIABLE, "")
    if not text.strip():
        return None
    try:
        config = json.loads(text)
    except ValueError as problem:
        raise LaunchError(f"{VARIABLE} is no JSON: {problem}.") from problem
    addresses, first = _addresses(config)
    if len(addresses) < 2:
        return None
    return Cluster(tuple(addresses), _rank(config, first, len(addresses)))


def _addresses(config: Any) -> tuple[list[str], bool]:
    """The addresses, and whether the first is that of a "chief"."""
    cluster = config.get("cluster", {}) if isinstance(config, dict) else None
    if not isinstance(cluster, dict):
        raise LaunchError(f'{VARIABLE} must be {{"cluster": {{...}}, "task": {{...}}}}.')
    others = sorted(cluster.keys() - {"chief", "worker"})
    if others:
        raise LaunchError(
            f'{VARIABLE} must have workers of the types "chief" and "worker" alone, '
            f'not "{others[0]}".'
        )
    chief = list(cluster.get("chief", []))
    addresses = [*chief, *cluster.get("worker", [])]
    for address in addresses:
        host, _, port = str(address).rpartition(":")
        if not host or not port.isdigit():
            raise LaunchError(f'{VARIABLE} must have addresses "host:port", not "{address}".')
    if len(set(addresses)) < len(addresses):
        raise LaunchError(f"{VARIABLE} has an address twice: {', '.join(addresses)}.")
    return addresses, bool(chief)


def _rank(config: dict[str, Any], first: bool, size: int) -> int:
    task = config.get("task")
    try:
        kind, index = task["type"], int(task["index"])  # type: ignore[index]
    except (KeyError, TypeError, ValueError) as problem:
        raise LaunchError(
            f'{VARIABLE} must say which worker this is: "task": {{"type": "worker", "index": 0}}.'
        ) from problem
    rank = index + (first and kind == "worker")
    if kind not in ("chief", "worker") or not 0 <= rank < size:
        raise LaunchError(f'{VARIABLE}: there is no {kind} {index} in "cluster".')
    return rank
