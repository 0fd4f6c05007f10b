"""Files that are fetched once, and kept in Keras's folder."""

from __future__ import annotations

import os
import warnings
from pathlib import Path

from rkeras_py.compat.environment import variable
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.warned import warn
from rkeras_py.downloads.locks import locked
from rkeras_py.downloads.progress import progress
from rkeras_py.downloads.transfers import printable, transfer
from rkeras_py.errors import DownloadError
from rkeras_py.files import kind, replacing_file
from rkeras_py.keras_private import datasets


class CacheWarning(UserWarning):
    """A file of Keras's folder is another than the one that is published; shown every time."""


warnings.simplefilter("always", CacheWarning)


def keras_home() -> Path:
    """Keras's folder: ``KERAS_HOME`` as it is now, else the one that Keras chose."""
    return Path(variable("KERAS_HOME") or datasets.keras_home()).expanduser()


def path_in(folder: Path, name: str, argument: str) -> Path:
    """The path of a file in a folder; a whole path, which names its folder itself, is kept.

    Raises:
        ArgumentError: the name leads out of the folder by "..".
    """
    path = os.path.normpath(name)
    if path == os.pardir or path.startswith(os.pardir + os.sep):
        raise ArgumentError(
            f'`{argument}` must be a name in the folder {folder}, or a whole path; "{name}" leads '
            "out of that folder."
        )
    return folder / path


def fetch(
    file: Path,
    origin: str,
    file_hash: str | None = None,
    algorithm: str = "auto",
    *,
    insist: bool = False,
    argument: str = "KERAS_HOME",
) -> Path:
    """A file that is there already, or is fetched now.

    Of several processes that want it at the same time, one fetches it and the others wait.

    Args:
        file: Where it is kept.
        origin: Its address.
        file_hash: Its MD5 or SHA-256; a file with another is fetched again.
        algorithm: "md5", "sha256", or "auto" to tell by the length.
        insist: Where the other cannot be fetched, a file with another hash is an error; else it
            is used, with a warning.
        argument: What the user gave to say where it is kept, for messages.

    Raises:
        ArgumentError: there is something that is no file.
        DownloadError: there is no such file, and it could not be fetched.
    """
    if _is_there(file, file_hash, algorithm, argument):
        return file
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with locked(file.parent, file.name, f"downloads {file.name}"):
            if not _is_there(file, file_hash, algorithm, argument):
                _download(file, origin, file_hash, algorithm, argument)
    except (OSError, ValueError) as problem:
        reason = printable(str(problem)).removesuffix(".")
        address = printable(origin)
        if not file.exists():
            raise DownloadError(
                f'"{file.name}" could not be fetched from {address}: {reason}. '
                f"If you have it, put it at {file}."
            ) from problem
        if insist:
            raise DownloadError(
                f"{file} is not the file with the hash {file_hash}, and that could not be "
                f"fetched from {address}: {reason}."
            ) from problem
        warn(
            f"{file} is used, though it differs from the published file, which could not be "
            f"fetched from {address}: {reason}",
            CacheWarning,
        )
    return file


def _is_there(file: Path, file_hash: str | None, algorithm: str, argument: str) -> bool:
    if file.is_file():
        return _has_hash(file, file_hash, algorithm)
    if file.exists():
        raise ArgumentError(f"`{argument}`: {file} is {kind(str(file))}, not a file.")
    return False


def _download(
    file: Path, origin: str, file_hash: str | None, algorithm: str, argument: str
) -> None:
    """Fetch a file; it takes its place when it is whole."""
    print(f"Downloading data from {printable(origin)}")
    with replacing_file(str(file), argument) as part:
        with open(part, "wb") as out, progress() as report:
            transfer(origin, out, report)
        if not _has_hash(Path(part), file_hash, algorithm):
            raise ValueError(f"what came does not have the hash {file_hash}")


def _has_hash(file: Path, file_hash: str | None, algorithm: str) -> bool:
    import hashlib

    if file_hash is None:
        return True
    if algorithm == "auto":
        algorithm = "sha256" if len(file_hash) == 64 else "md5"
    with file.open("rb") as content:
        return hashlib.file_digest(content, algorithm).hexdigest() == file_hash.lower()
