"""Files fetched from an address: kept, checked, unpacked, and what is said when that fails."""

from __future__ import annotations

import hashlib
import http.server
import io
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from rkeras_py.api import stopping
from rkeras_py.api.downloads import CacheWarning, fetch, keras_home, unpack
from rkeras_py.errors import DownloadError

TEXT = b"a,b\n1,2\n"
MD5 = hashlib.md5(TEXT).hexdigest()
SHA256 = hashlib.sha256(TEXT).hexdigest()


class Server(http.server.BaseHTTPRequestHandler):
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        if self.path == "/missing":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(TEXT) * (3 if self.path == "/short" else 1)))
        self.end_headers()
        self.wfile.write(TEXT)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def address() -> Iterator[str]:
    Server.asked = []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


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
        ("/t", "0" * 32, "what came does not have the hash " + "0" * 32),
    ],
)
def test_what_cannot_be_fetched_is_named_with_its_address_and_place(
    address: str, tmp_path: Path, path: str, digest: str | None, reason: str
) -> None:
    file = tmp_path / "t.csv"
    with pytest.raises(DownloadError) as caught:
        fetch(file, address + path, digest)
    assert str(caught.value) == (
        f'"t.csv" could not be fetched from {address}{path}: {reason}. '
        f"If you have it, put it at {file}."
    )
    assert left(tmp_path) == []


def test_a_stop_leaves_nothing_behind(address: str, tmp_path: Path) -> None:
    stopping.tell(threading.get_ident())
    try:
        with pytest.raises(stopping.Stopped):
            fetch(tmp_path / "t.csv", f"{address}/t")
    finally:
        stopping.forget(threading.get_ident())
    assert left(tmp_path) == []


def test_a_file_that_differs_is_kept_where_the_other_cannot_be_had(
    address: str, tmp_path: Path
) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(b"mine")
    with pytest.warns(CacheWarning, match="differs from the published file"):
        assert fetch(file, f"{address}/missing", MD5) == file
    with pytest.raises(DownloadError, match=f"not the file with the hash {MD5}"):
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


def test_archives_unpack_inside_their_folder_only(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as tar:
        for name in ("in/t.csv", "../out.csv"):
            entry = tarfile.TarInfo(name)
            entry.size = len(TEXT)
            tar.addfile(entry, io.BytesIO(TEXT))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("zipped.csv", TEXT)
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.warns(UserWarning, match="invalid path"):
        assert unpack(tmp_path / "a.tar.gz", folder)
    assert unpack(tmp_path / "a.zip", folder)
    assert not unpack(tmp_path / "a.zip", folder, ("tar",))
    assert (folder / "in" / "t.csv").read_bytes() == TEXT
    assert (folder / "zipped.csv").read_bytes() == TEXT
    assert left(tmp_path) == ["a.tar.gz", "a.zip", "folder"]
