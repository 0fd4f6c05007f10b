"""Safe unpacking: members of an archive become plain files in an empty folder.

Links are never created, because tarfile's filters repeatedly had flaws that let chains of links
leave the folder, even after fixes. A link becomes a copy of its target in the archive. Names that
leave the folder are errors.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rkeras_py.downloads.transfers import printable
from rkeras_py.engine import stopping

_CHUNK = 1 << 16
_ALWAYS = 1 << 30  # any archive may unpack to this many bytes
_RATIO = 100  # ... or to this multiple of its size
ENTRY = 512  # bytes that a member counts in addition to its content
_CHAIN = 40  # maximum length of a chain of links, as in Linux


class ArchiveError(ValueError):
    """An archive cannot be unpacked; the message says why."""


class Unpacker:
    """Writes members to a folder, with a size limit.

    Args:
        archive: The archive.
        folder: An empty folder that nobody else uses.
    """

    def __init__(self, archive: Path, folder: Path) -> None:
        self._folder = folder
        self._links: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._size = archive.stat().st_size
        self._allowed = max(_ALWAYS, _RATIO * self._size)
        self._written = 0

    def expect(self, size: int) -> None:
        """Before reading this number of bytes, raise an error if they exceed the limit."""
        if size < 0:
            raise ArchiveError(f"declares a size of {size} bytes")
        if self._written + size > self._allowed:
            raise ArchiveError(
                f"would make the unpacked files exceed {self._allowed / 2**30:.3g} GiB, the limit "
                f"for an archive of {self._size} bytes; R's untar() and unzip() have no limit"
            )

    def add_folder(self, parts: tuple[str, ...]) -> None:
        self._count(ENTRY)
        self._folder.joinpath(*parts).mkdir(parents=True, exist_ok=True)

    def add_file(self, parts: tuple[str, ...], content: BinaryIO, executable: bool) -> None:
        """Write a file; it replaces an earlier one with the same name, as in tar."""
        self._count(ENTRY)
        self._links.pop(parts, None)
        path = self._folder.joinpath(*parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o777 if executable else 0o666)
        with open(number, "wb") as out:
            while chunk := content.read(_CHUNK):
                stopping.check_waiting()
                self._count(len(chunk))
                out.write(chunk)

    def add_link(self, parts: tuple[str, ...], target: str) -> None:
        """Store a link with its target in the archive."""
        self._count(ENTRY)
        self._links[parts] = safe_parts(target)

    def finish(self) -> None:
        """Write a copy of the target for each link, which may be another link."""
        links = dict(self._links)
        for parts, target in links.items():
            with reading("/".join(parts)):
                for _ in range(_CHAIN):
                    target = links.get(target, target)
                source = self._folder.joinpath(*target)
                if target in links or not source.is_file():
                    name = printable("/".join(target)) or "."
                    raise ArchiveError(f'is a link to "{name}", which is not a file in the archive')
                with source.open("rb") as content:
                    self.add_file(parts, content, os.access(source, os.X_OK))

    def _count(self, size: int) -> None:
        self.expect(size)
        self._written += size


def safe_parts(name: str) -> tuple[str, ...]:
    """The parts of a path in an archive; none for the folder itself.

    Raises:
        ArchiveError: the path is not below the folder.
    """
    if name.startswith("/"):
        raise ArchiveError("has an absolute path")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if ".." in parts:
        raise ArchiveError('has a path with ".."')
    if "\0" in name:
        raise ArchiveError("has a path with a NUL character")
    if any(".rkeras-" in part for part in parts):
        raise ArchiveError('has a name with ".rkeras-", which is reserved for this package')
    return parts


@contextmanager
def reading(member: str) -> Iterator[None]:
    """Add the member's name to errors, whatever library raises them."""
    try:
        yield
    except ArchiveError as problem:
        raise ArchiveError(f'the member "{printable(member)}" {problem}') from problem
    except Exception as problem:
        raise ArchiveError(
            f'the member "{printable(member)}" cannot be read or written: '
            f"{printable(str(problem)) or type(problem).__name__}"
        ) from problem
