"""Downloads files once and keeps them in Keras's folder."""

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
    """A file in Keras's folder differs from the published file; shown every time."""


warnings.simplefilter("always", CacheWarning)


def keras_home() -> Path:
    """Keras's folder: the current value of ``KERAS_HOME``, otherwise Keras's choice."""
    return Path(variable("KERAS_HOME") or datasets.keras_home()).expanduser()


def path_in(folder: Path, name: str, argument: str) -> Path:
    """The path of a file in a folder; an absolute path is kept.

    Raises:
        ArgumentError: the name leaves the folder with "..".
    """
    path = os.path.normpath(name)
    if path == os.pardir or path.startswith(os.pardir + os.sep):
        raise ArgumentError(
            f'`{argument}` must be a name in the folder {folder} or an absolute path; "{name}" is '
            "outside that folder."
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
    """Download a file unless it exists already.

    If several processes need it at the same time, one downloads it and the others wait.

    Args:
        file: Where to store it.
        origin: The address.
        file_hash: Its MD5 or SHA-256 hash; a file with another hash is downloaded again.
        algorithm: "md5", "sha256", or "auto" to infer it from the length.
        insist: Whether a file with another hash is an error if the download fails; otherwise it is
            used with a warning.
        argument: The user's argument for the location, for messages.

    Raises:
        ArgumentError: there is something that is not a file.
        DownloadError: there is no such file, and it could not be downloaded.
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
                f'"{file.name}" could not be downloaded from {address}: {reason}. '
                f"If you have it, put it at {file}."
            ) from problem
        if insist:
            raise DownloadError(
                f"{file} does not have the hash {file_hash}, and the right file could not be "
                f"downloaded from {address}: {reason}."
            ) from problem
        warn(
            f"{file} is used although it differs from the published file, which could not be "
            f"downloaded from {address}: {reason}",
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
    """Download a file; it is moved to its place when it is complete."""
    print(f"Downloading data from {printable(origin)}")
    with replacing_file(str(file), argument) as part:
        with open(part, "wb") as out, progress() as report:
            transfer(origin, out, report)
        if not _has_hash(Path(part), file_hash, algorithm):
            raise ValueError(f"the downloaded file does not have the hash {file_hash}")


def _has_hash(file: Path, file_hash: str | None, algorithm: str) -> bool:
    import hashlib

    if file_hash is None:
        return True
    if algorithm == "auto":
        algorithm = "sha256" if len(file_hash) == 64 else "md5"
    with file.open("rb") as content:
        return hashlib.file_digest(content, algorithm).hexdigest() == file_hash.lower()
