"""TensorBoard's part is played by a small server; see served.py."""

from __future__ import annotations

import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import served

import rkeras_py as rk
from rkeras_py.api.callbacks import tensorboard


@pytest.fixture(autouse=True)
def _server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    path = tmp_path / "server.py"
    path.write_text(served.SERVER)
    monkeypatch.setattr(tensorboard, "_program", lambda: [sys.executable, str(path)])
    yield
    tensorboard.stop_all()


def options(url: str) -> dict[str, str]:
    with urllib.request.urlopen(url, timeout=60) as answer:
        words = answer.read().decode().splitlines()
    return dict(word.split("=", 1) for word in words)


def test_starts_and_stops(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONHOME", "/of/another/python")
    seen: list[str] = []
    url = rk.tensorboard(str(tmp_path / "logs"), launch_browser=seen.append, reload_interval=7)
    assert seen == [url]
    assert capsys.readouterr().out == f"Started TensorBoard at {url}\n"
    assert options(url) == {
        "--logdir": str(tmp_path / "logs"),
        "--host": "127.0.0.1",
        "--port": url.rpartition(":")[2],
        "--reload_interval": "7",
        "--purge_orphaned_data": "true",
    }
    assert (tmp_path / "logs").is_dir()
    rk.tensorboard(action="stop")
    with pytest.raises(OSError, match="refused"):
        options(url)


def test_several_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = rk.tensorboard({"first": str(tmp_path / "a"), "second": str(tmp_path / "b")})
    assert options(named)["--logdir_spec"] == f"first:{tmp_path}/a,second:{tmp_path}/b"
    plain = rk.tensorboard([str(tmp_path / "a"), str(tmp_path / "b")])
    assert options(plain)["--logdir_spec"] == f"a:{tmp_path}/a,b:{tmp_path}/b"
    monkeypatch.chdir(tmp_path)
    assert options(rk.tensorboard())["--logdir"] == str(tmp_path)


def test_what_goes_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r'`port` must be a whole number or "auto", not 1\.5'):
        rk.tensorboard(str(tmp_path), port=1.5)
    failing = [sys.executable, "-c", "raise SystemExit('no room')"]
    monkeypatch.setattr(tensorboard, "_program", lambda: failing)
    with pytest.raises(ValueError, match=r"TensorBoard did not start\. Its output:\nno room"):
        rk.tensorboard(str(tmp_path))


def test_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ValueError, match="TensorBoard is not installed; install it with"):
        rk.tensorboard(str(tmp_path))
