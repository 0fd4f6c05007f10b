"""Archives for tests: as usual ones and as no packer would write them."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from rkeras_py.downloads.unpacking import unpack
from rkeras_py.errors import DownloadError

Member = tuple[str, bytes | None, dict[str, object]]


def file(name: str, content: bytes = b"new", **fields: object) -> Member:
    return name, content, fields


def other(name: str, kind: bytes, **fields: object) -> Member:
    """A member without content: a folder, a link, a device."""
    return name, None, {"type": kind, **fields}


def symlink(name: str, target: str) -> Member:
    return other(name, tarfile.SYMTYPE, linkname=target)


def hard_link(name: str, target: str) -> Member:
    return other(name, tarfile.LNKTYPE, linkname=target)


def tar(path: Path, *members: Member, mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, content, fields in members:
            info = tarfile.TarInfo(name)
            info.size = len(content or b"")
            for field, value in fields.items():
                setattr(info, field, value)
            archive.addfile(info, io.BytesIO(content or b""))
    return path


def zipped(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo("x")
            if isinstance(name, str):
                info.filename = name  # as it is: ZipInfo() would cut it
            archive.writestr(info, content)
    return path


def of_mode(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3  # Unix
    info.external_attr = mode << 16
    return info


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder, with their content; records aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(".rkeras-unpacked")
    }


def rejected(archive: Path, folder: Path) -> str:
    """Why an archive is not unpacked; nothing has changed then, in the folder or around it."""
    before = tree(folder.parent)
    with pytest.raises(DownloadError) as caught:
        unpack(archive, folder)
    assert tree(folder.parent) == before
    assert not any(path.is_symlink() for path in folder.rglob("*"))
    assert [p.name for p in folder.iterdir() if p.name.startswith(".")] == []
    start, _, reason = str(caught.value).partition(" is not unpacked: ")
    assert start == str(archive)
    assert reason.isprintable()
    return reason.removesuffix(".")
