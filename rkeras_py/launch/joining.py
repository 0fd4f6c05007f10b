"""What a worker does before it runs the script."""

from __future__ import annotations

import hashlib
import os
import secrets
from importlib import metadata
from pathlib import Path

from rkeras_py.launch import cluster as clusters
from rkeras_py.launch import lifeline
from rkeras_py.launch.cluster import Cluster, LaunchError
from rkeras_py.launch.meeting import meet

#: How long the workers wait for each other, in seconds.
TIMEOUT_VARIABLE = "RKERAS_LAUNCH_TIMEOUT"
TIMEOUT = 300.0

#: The seed of all workers; without it the first one chooses.
SEED_VARIABLE = "RKERAS_LAUNCH_SEED"

#: The folder in which the first worker keeps the state after each epoch, if any.
BACKUPS_VARIABLE = "RKERAS_LAUNCH_BACKUPS"

_PACKAGES = ("rkeras-py", "keras", "tensorflow")


def join_others(script: str, args: list[str]) -> None:
    """Connect this process to other workers, where ``TF_CONFIG`` names some."""
    lifeline.hold()
    cluster = clusters.of_environment()
    if cluster is not None:
        join(cluster, script, args)


def join(cluster: Cluster, script: str, args: list[str]) -> None:
    """Connect this process to the other workers; R does not run yet.

    Raises:
        LaunchError: a worker is missing, or runs something else.
    """
    seconds = float(os.environ.get(TIMEOUT_VARIABLE) or TIMEOUT)
    offered = int(os.environ.get(SEED_VARIABLE) or secrets.randbelow(2**31))
    seed = meet(cluster, _facts(cluster, script, args), offered, seconds)
    os.environ[clusters.VARIABLE] = cluster.as_variable()

    from rkeras_py import files
    from rkeras_py.bridge import hosts
    from rkeras_py.bridge.quiet import quieten_import
    from rkeras_py.engine import host
    from rkeras_py.engine.workers import backups, connection, written

    quieten_import()
    connection.connect(cluster.rank, cluster.size, seed)
    host.current().owed_seed = seed
    if os.environ.get(BACKUPS_VARIABLE):
        backups.keep_in(os.environ[BACKUPS_VARIABLE])
    hosts.before_success(written.wait_for_end)
    if cluster.rank:
        files.write_elsewhere(written.wait_for_first)
    else:
        files.when_written(written.tell_others)


def _facts(cluster: Cluster, script: str, args: list[str]) -> dict[str, str]:
    """What must be the same in all workers."""
    try:
        content = hashlib.sha256(Path(script).read_bytes()).hexdigest()[:12]
    except OSError as problem:
        raise LaunchError(f"{script} cannot be read: {problem.strerror}.") from problem
    return {
        "the workers": ", ".join(cluster.addresses),
        "a script of the content": content,
        "the arguments": " ".join(args) or "(none)",
        **{f"the version of {name}": _version(name) for name in _PACKAGES},
    }


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "(none)"
