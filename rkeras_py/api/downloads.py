"""Files that are fetched once, and kept in Keras's folder."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path
from typing import Any

from rkeras_py.api import stopping
from rkeras_py.errors import DownloadError

TIMEOUT = 30  # seconds in which a server has to say something
_CHUNK = 1 << 16


class CacheWarning(UserWarning):
    """A file of Keras's folder is another than the one that is published; shown every time."""


warnings.simplefilter("always", CacheWarning)


def keras_home() -> Path:
    """Keras's folder: ``KERAS_HOME`` as it is now, else the one that Keras chose."""
    import ctypes

    # R's Sys.setenv() changes C's variables, of which os.environ is a copy from the beginning
    getenv = ctypes.CDLL(None).getenv
    getenv.restype = ctypes.c_char_p
    told = getenv(b"KERAS_HOME")
    if told:
        return Path(os.fsdecode(told)).expanduser()
    from keras.src.backend import config

    return Path(config.keras_home()).expanduser()


def fetch(
    file: Path,
    origin: str,
    file_hash: str | None = None,
    algorithm: str = "auto",
    *,
    insist: bool = False,
) -> Path:
    """A file that is there already, or is fetched now.

    Args:
        file: Where it is kept.
        origin: Its address.
        file_hash: Its MD5 or SHA-256; a file with another is fetched again.
        algorithm: "md5", "sha256", or "auto" to tell by the length.
        insist: Where the other cannot be fetched, a file with another hash is an error; else it
            is used, with a warning.

    Raises:
        DownloadError: there is no such file, and it could not be fetched.
    """
    if file.exists() and _has_hash(file, file_hash, algorithm):
        return file
    try:
        _download(file, origin, file_hash, algorithm)
    except (OSError, ValueError) as problem:
        reason = str(getattr(problem, "reason", "") or problem)
        if not file.exists():
            raise DownloadError(
                f'"{file.name}" could not be fetched from {origin}: {reason}. '
                f"If you have it, put it at {file}."
            ) from problem
        if insist:
            raise DownloadError(
                f"{file} is not the file with the hash {file_hash}, and that could not be "
                f"fetched from {origin}: {reason}."
            ) from problem
        warnings.warn(
            f"{file} is used, though it differs from the published file, which could not be "
            f"fetched from {origin}: {reason}",
            CacheWarning,
            stacklevel=2,
        )
    return file


def _download(file: Path, origin: str, file_hash: str | None, algorithm: str) -> None:
    """Fetch a file to a name of its own; it takes its place when it is whole."""
    from urllib.request import urlopen

    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.part")
    print(f"Downloading data from {origin}")
    try:
        with urlopen(origin, timeout=TIMEOUT) as answer, part.open("wb") as out:
            expected = int(answer.headers.get("Content-Length") or 0)
            progress = _progress(expected)
            while chunk := answer.read(_CHUNK):
                stopping.check()
                out.write(chunk)
                if progress is not None:
                    progress.update(out.tell())
            if out.tell() < expected:
                raise ValueError(f"it ended after {out.tell()} of {expected} bytes")
        if not _has_hash(part, file_hash, algorithm):
            raise ValueError(f"what came does not have the hash {file_hash}")
        os.replace(part, file)
    finally:
        part.unlink(missing_ok=True)


def _progress(expected: int) -> Any:
    """A bar on a terminal; elsewhere it would be a line for every step."""
    if not sys.stdout.isatty():
        return None
    import keras

    return keras.utils.Progbar(expected or None)


def _has_hash(file: Path, file_hash: str | None, algorithm: str) -> bool:
    import hashlib

    if file_hash is None:
        return True
    if algorithm == "auto":
        algorithm = "sha256" if len(file_hash) == 64 else "md5"
    with file.open("rb") as content:
        return hashlib.file_digest(content, algorithm).hexdigest() == file_hash.lower()


def unpack(archive: Path, folder: Path, formats: tuple[str, ...] = ("tar", "zip")) -> bool:
    """Unpack a tar or zip archive into a folder; ``False`` where it is neither."""
    import tarfile
    import zipfile

    from keras.src.utils.file_utils import extract_open_archive  # leaves out unsafe paths

    if "tar" in formats and tarfile.is_tarfile(archive):
        with tarfile.open(archive) as tar:
            extract_open_archive(tar, str(folder))
    elif "zip" in formats and zipfile.is_zipfile(archive):
        with zipfile.ZipFile(archive) as packed:
            extract_open_archive(packed, str(folder))
    else:
        return False
    return True
