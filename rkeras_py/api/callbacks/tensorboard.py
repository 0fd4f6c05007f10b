"""Runs the program TensorBoard."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Annotated, Any

from rkeras_py.compat.environment import for_this_python
from rkeras_py.convert.parameter import MISSING
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Float, OneOf
from rkeras_py.registry.define import export

_PATIENCE = 60.0  # seconds to wait for its response
_running: list[subprocess.Popen[bytes]] = []


@export(
    name="tensorboard",
    invisible=True,
    r_defaults={"launch_browser": 'getOption("tensorflow.tensorboard.browser", interactive())'},
)
def tensorboard(
    log_dir: Any = MISSING,
    action: Annotated[str, OneOf("start", "stop")] = "start",
    host: str = "127.0.0.1",
    port: Any = "auto",
    launch_browser: Any = MISSING,
    reload_interval: Float = 5.0,
    purge_orphaned_data: bool = True,
) -> Any:
    """Start or stop TensorBoard.

    TensorBoard shows the logs of ``callback_tensorboard()`` in a browser.

    Args:
        log_dir: Folder of the logs, or several folders, optionally named; the working directory by
            default.
        action: "start", or "stop" to stop all running servers.
        host: Address to listen on.
        port: Port; "auto" selects a free one.
        launch_browser: Whether to open a browser, or a function of the address.
        reload_interval: Seconds between updates from the logs.
        purge_orphaned_data: Whether to ignore data of interrupted runs.

    Returns: the address of the server, invisibly.

    Raises:
        ValueError: TensorBoard is not installed, or does not start.

    Example:
        tensorboard(action = "stop")
    """
    if action == "stop":
        stop_all()
        return None
    port = _free_port(host) if port in ("auto", None) else _port(port)
    command = [
        *_program(),
        *_logs(log_dir),
        f"--host={host}",
        f"--port={port}",
        f"--reload_interval={reload_interval:g}",
        f"--purge_orphaned_data={str(purge_orphaned_data).lower()}",
    ]
    _start(command, host, port)
    url = f"http://{host}:{port}"
    print(f"Started TensorBoard at {url}")
    if callable(launch_browser):
        launch_browser(url)
    elif launch_browser is not MISSING and launch_browser:
        import webbrowser

        webbrowser.open(url)
    return url


def _program() -> list[str]:
    beside = Path(sys.executable).parent / "tensorboard"
    found = str(beside) if beside.is_file() else shutil.which("tensorboard")
    if found is None:
        raise ArgumentError(
            "the program TensorBoard is not installed; "
            f"install it with `{sys.executable} -m pip install tensorboard`."
        )
    return [found]


def _logs(log_dir: Any) -> list[str]:
    if log_dir is MISSING or log_dir is None:
        log_dir = os.getcwd()
    if isinstance(log_dir, str):
        log_dir = [log_dir]
    named = log_dir if isinstance(log_dir, dict) else {Path(p).name: p for p in log_dir}
    folders = {name: Path(path).expanduser().resolve() for name, path in named.items()}
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    if len(folders) == 1 and not isinstance(log_dir, dict):
        return [f"--logdir={next(iter(folders.values()))}"]
    return ["--logdir_spec=" + ",".join(f"{name}:{path}" for name, path in folders.items())]


def _port(port: Any) -> int:
    if isinstance(port, str) and port.isdigit():
        port = int(port)
    if isinstance(port, bool) or not isinstance(port, (int, float)) or port != int(port):
        raise ArgumentError(f'`port` must be a whole number or "auto", not {port!r}.')
    return int(port)


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def _start(command: list[str], host: str, port: int) -> None:
    """Start the program and wait until it accepts connections."""
    process = subprocess.Popen(
        for_this_python(command),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    if not _running:
        atexit.register(stop_all)
    _running.append(process)
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex((host, port)) == 0:
                return
        time.sleep(0.1)
    _stop(process)
    printed = process.stderr.read().decode(errors="replace") if process.stderr else ""
    tail = "\n".join(printed.strip().splitlines()[-3:])
    raise ArgumentError(f"TensorBoard did not start. Its output:\n{tail}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def stop_all() -> None:
    """Stop all TensorBoard processes that were started here."""
    while _running:
        _stop(_running.pop())
