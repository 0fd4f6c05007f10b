"""Files fetched from an address: kept, checked, and what is said when that fails."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from file_server import LARGE, LARGE_SHA256, TEXT, Server, serving

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.downloads.fetch import CacheWarning, fetch, keras_home, path_in
from rkeras_py.engine import stopping
from rkeras_py.errors import DownloadError

MD5 = hashlib.md5(TEXT).hexdigest()
SHA256 = hashlib.sha256(TEXT).hexdigest()


@pytest.fixture
def address() -> Iterator[str]:
    with serving() as address:
        yield address


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_fetched_once(address: str, tmp_path: Path) -> None:
    file = tmp_path / "new" / "t.csv"
    for _ in range(2):
        assert fetch(file, f"{address}/t", SHA256) == file
        assert file.read_bytes() == TEXT
    assert Server.asked == ["/t"]
    assert left(file.parent) == ["t.csv"]


@pytest.mark.parametrize(
    ("digest", "algorithm"), [(MD5, "auto"), (MD5, "md5"), (SHA256, "sha256"), (SHA256, "auto")]
)
def test_a_file_with_another_hash_is_fetched_again(
    address: str, tmp_path: Path, digest: str, algorithm: str
) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(b"old")
    fetch(file, f"{address}/t", digest.upper(), algorithm)
    assert file.read_bytes() == TEXT


@pytest.mark.parametrize(
    ("path", "digest", "reason"),
    [
        ("/missing", None, "Not Found"),
        ("/short", None, "it ended after 8 of 24 bytes"),
        ("/t", "0" * 32, "the downloaded file does not have the hash " + "0" * 32),
    ],
)
def test_what_cannot_be_fetched_is_named_with_its_address_and_place(
    address: str, tmp_path: Path, path: str, digest: str | None, reason: str
) -> None:
    file = tmp_path / "t.csv"
    with pytest.raises(DownloadError) as caught:
        fetch(file, address + path, digest)
    assert str(caught.value) == (
        f'"t.csv" could not be downloaded from {address}{path}: {reason}. '
        f"If you have it, put it at {file}."
    )
    assert left(tmp_path) == []


def test_a_stop_leaves_nothing_behind(address: str, tmp_path: Path) -> None:
    stopping.request(threading.get_ident())
    try:
        with pytest.raises(stopping.Stopped):
            fetch(tmp_path / "t.csv", f"{address}/t")
    finally:
        stopping.withdraw(threading.get_ident())
    assert left(tmp_path) == []


def test_a_file_that_differs_is_kept_where_the_other_cannot_be_had(
    address: str, tmp_path: Path
) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(b"mine")
    with pytest.warns(CacheWarning, match="differs from the published file"):
        assert fetch(file, f"{address}/missing", MD5) == file
    with pytest.raises(DownloadError, match=f"does not have the hash {MD5}"):
        fetch(file, f"{address}/missing", MD5, insist=True)
    assert file.read_bytes() == b"mine"
    assert left(tmp_path) == ["t.csv"]


def test_the_folder_follows_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "här"))
    assert keras_home() == tmp_path / "här"
    monkeypatch.setenv("KERAS_HOME", "~/other")
    assert keras_home() == Path.home() / "other"


@pytest.mark.parametrize("path", ["/missing", "/short", "/to-a-file", "/loop", "/hangs-up", "/t"])
def test_the_old_file_stays_until_the_new_one_is_whole(
    address: str, tmp_path: Path, path: str
) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(b"old")
    with pytest.raises(DownloadError, match=f"downloaded from {address}{path}: "):
        fetch(file, address + path, "0" * 64, insist=True)
    assert file.read_bytes() == b"old"
    assert left(tmp_path) == ["t.csv"]


@pytest.mark.parametrize(
    "origin", ["http://127.0.0.1:x/", "no/address", "http://[::1", "http://127.0.0.1/a b"]
)
def test_an_address_that_is_none_is_named(tmp_path: Path, origin: str) -> None:
    with pytest.raises(DownloadError, match=re.escape(f"could not be downloaded from {origin}: ")):
        fetch(tmp_path / "t.csv", origin)
    assert left(tmp_path) == []


def test_no_control_characters_of_an_address_are_shown(tmp_path: Path) -> None:
    with pytest.raises(DownloadError) as caught:
        fetch(tmp_path / "t.csv", "http://127.0.0.1/\x1b[31m\0")
    assert str(caught.value).isprintable()


def test_what_is_no_file_stays(address: str, tmp_path: Path) -> None:
    folder = tmp_path / "t.csv"
    folder.mkdir()
    (folder / "mine").write_bytes(b"mine")
    with pytest.raises(ArgumentError, match=f"`KERAS_HOME`: {folder} is a folder, not a file"):
        fetch(folder, f"{address}/t", MD5)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ArgumentError, match=r"`fname`: .* is a pipe, not a file"):
        fetch(tmp_path / "pipe", f"{address}/t", argument="fname")
    assert (folder / "mine").read_bytes() == b"mine"
    assert Server.asked == []


def test_a_folder_in_which_nothing_can_be_written(address: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DownloadError, match=r'"t\.csv" could not be downloaded .*File exists'):
        fetch(tmp_path / "file" / "t.csv", f"{address}/t")


def test_links_and_permissions_stay(address: str, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    real, file = tmp_path / "disk" / "real.csv", tmp_path / "t.csv"
    real.write_bytes(b"old")
    real.chmod(0o600)
    file.symlink_to(real)
    fetch(file, f"{address}/t", MD5)
    assert file.is_symlink()
    assert real.read_bytes() == TEXT
    assert real.stat().st_mode & 0o777 == 0o600


def test_names_stay_in_their_folder(tmp_path: Path) -> None:
    assert path_in(tmp_path, "a/b.csv", "fname") == tmp_path / "a" / "b.csv"
    assert path_in(tmp_path, "a/../b.csv", "fname") == tmp_path / "b.csv"
    assert path_in(tmp_path, "..b", "fname") == tmp_path / "..b"
    assert path_in(tmp_path, "/x/b.csv", "fname") == Path("/x/b.csv")
    for name in ("..", "../x", "../../x", "a/../../x", "./../x"):
        with pytest.raises(ArgumentError) as caught:
            path_in(tmp_path, name, "fname")
        assert str(caught.value) == (
            f'`fname` must be a name in the folder {tmp_path} or an absolute path; "{name}" '
            "is outside that folder."
        )


# --- several processes -----------------------------------------------------------------------

FETCH = """
import pathlib, sys
from rkeras_py.downloads.fetch import fetch
fetch(pathlib.Path(sys.argv[1]), sys.argv[2], *sys.argv[3:4])
print("done")
"""


def fetching(file: Path, *words: str, before: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", before + FETCH, str(file), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until(condition: Callable[[], object]) -> None:
    until = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_one_of_several_processes_fetches_a_file(address: str, tmp_path: Path) -> None:
    file = tmp_path / "large"
    workers = [fetching(file, f"{address}/large", LARGE_SHA256) for _ in range(4)]
    for worker in workers:
        out, err = worker.communicate(timeout=120)
        assert (worker.returncode, out.splitlines()[-1]) == (0, "done"), err
    assert file.read_bytes() == LARGE
    assert Server.asked == ["/large"]
    assert left(tmp_path) == ["large"]


def test_the_next_process_fetches_a_file_where_the_first_failed(
    address: str, tmp_path: Path
) -> None:
    file = tmp_path / "t"
    first = fetching(file, f"{address}/fails-once")
    wait_until(lambda: Server.asked)
    second = fetching(file, f"{address}/fails-once")
    assert "DownloadError" in first.communicate(timeout=60)[1]
    out, err = second.communicate(timeout=60)
    assert "done" in out, err
    assert file.read_bytes() == TEXT
    assert Server.asked == ["/fails-once"] * 2


def test_what_a_killed_download_left_goes_with_the_next(address: str, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    first = fetching(file, f"{address}/drip")
    wait_until(lambda: any(path.name == "t.csv" for path in tmp_path.rglob("*")))
    second = fetching(file, f"{address}/t")  # waits for the first
    first.kill()
    first.communicate(timeout=60)
    out, err = second.communicate(timeout=60)
    assert "done" in out, err
    assert file.read_bytes() == TEXT
    assert left(tmp_path) == ["t.csv"]

    third = fetching(file, f"{address}/drip", "0" * 32)
    wait_until(lambda: len(left(tmp_path)) > 2)
    third.kill()
    third.communicate(timeout=60)
    assert file.read_bytes() == TEXT  # the old one, whole
    fetch(file, f"{address}/other", hashlib.md5(b"other").hexdigest())
    assert file.read_bytes() == b"other"
    assert left(tmp_path) == ["t.csv"]


def test_ctrl_c_ends_a_download_of_plain_python(address: str, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(b"old")
    process = fetching(file, f"{address}/drip", "0" * 32)
    wait_until(lambda: len(left(tmp_path)) > 2)
    process.send_signal(signal.SIGINT)
    err = process.communicate(timeout=60)[1]
    assert err.endswith("KeyboardInterrupt\n")
    assert file.read_bytes() == b"old"
    assert left(tmp_path) == ["t.csv"]


def test_a_full_disk_keeps_the_old_file(address: str, tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.write_bytes(b"old")
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
    process = fetching(file, f"{address}/large", LARGE_SHA256, before=limit)
    out, err = process.communicate(timeout=60)
    assert "CacheWarning" in err
    assert "File too large" in err
    assert out.endswith("done\n")  # with the old file, as it was not insisted
    assert file.read_bytes() == b"old"
    assert left(tmp_path) == ["large"]
    process = fetching(tmp_path / "new", f"{address}/large", LARGE_SHA256, before=limit)
    assert (
        f"could not be downloaded from {address}/large: [Errno 27] File too large"
        in (process.communicate(timeout=60)[1])
    )
    assert left(tmp_path) == ["large"]
