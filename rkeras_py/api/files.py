"""Data files: downloads and HDF5 files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from rkeras_py.convert.choices import Choice
from rkeras_py.convert.objects import Callable
from rkeras_py.convert.paths import AnyPath, File
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Count
from rkeras_py.convert.strings import StringsRule
from rkeras_py.downloads.fetch import fetch, keras_home, path_in
from rkeras_py.downloads.unpacking import unpack
from rkeras_py.registry.define import export


class ArchiveFormatRule(Rule):
    name = '"auto", "tar", "zip", or both of these'
    reads_default = True

    def accept(self, value: Any) -> tuple[str, ...]:
        try:
            formats = StringsRule().accept(value)
        except Mismatch:
            raise Mismatch from None
        if formats == ["auto"]:
            return ("tar", "zip")
        if not formats or not set(formats) <= {"tar", "zip"}:
            raise Mismatch
        return tuple(formats)


ArchiveFormat = Annotated[Any, ArchiveFormatRule()]


@export(long=True)
def get_file(
    fname: AnyPath,
    origin: str,
    file_hash: str | None = None,
    cache_subdir: AnyPath = "datasets",
    hash_algorithm: Annotated[str, Choice("auto", "md5", "sha256")] = "auto",
    extract: bool = False,
    archive_format: ArchiveFormat | None = "auto",
    cache_dir: AnyPath | None = None,
    untar: bool = False,
) -> str:
    """Download a file and cache it.

    A file that was downloaded before is not downloaded again. Files are stored in the folder
    ``~/.keras``, or in the folder that the environment variable ``KERAS_HOME`` names. If several
    processes want the same file, one downloads it and the others wait for it.

    The download fails if the server sends nothing for ``getOption("timeout")`` seconds, 60 by
    default. In Python, the limit is that of ``socket.setdefaulttimeout()``, otherwise 60 seconds.

    Archives are unpacked into the folder of the archive, as in Keras 2. The whole archive is read
    before any file is written, and files are replaced only if they came from the same archive.
    Links become copies of the files in the archive to which they point. Other links, absolute
    paths, paths with ``..``, devices and pipes are errors, and so are archives that unpack to more
    than 1 GiB and to more than 100 times their own size.

    Args:
        fname: Name of the file, or an absolute path. A name must not leave the folder with ``..``.
        origin: URL of the file.
        file_hash: MD5 or SHA-256 hash of the file. An existing file with another hash is downloaded
            again.
        cache_subdir: Folder in ``cache_dir``, or an absolute path. It must not leave ``cache_dir``
            with ``..``.
        hash_algorithm: "md5" or "sha256"; "auto" decides by the length of the hash.
        extract: Whether to unpack the file, an archive, into its folder.
        archive_format: "tar" (compressed or not), "zip", or "auto" for either.
        cache_dir: Cache folder; by default ``~/.keras``.
        untar: Whether the file is a tar archive to unpack; ``fname`` is then the name of the
            folder.

    Returns: the path of the file, or of the folder if ``untar`` is ``TRUE``.

    Raises:
        DownloadError: The file could not be downloaded, or the archive must not be unpacked.

    Example:
        here <- tempfile(fileext = ".csv")
        write.csv(cars, here)
        path <- get_file("cars.csv", paste0("file://", here), cache_dir = tempdir())
        head(read.csv(path))
    """
    base = Path(cache_dir) if cache_dir is not None else keras_home()
    folder = path_in(base, cache_subdir, "cache_subdir")
    if untar:
        unpacked = path_in(folder, fname.removesuffix(".tar.gz") or ".", "fname")
        if unpacked == folder:
            raise ArgumentError(f'`fname` must be the name of a folder, not "{fname}".')
        archive = unpacked.with_name(f"{unpacked.name}.tar.gz")
        fetch(archive, origin, file_hash, hash_algorithm, insist=True, argument="fname")
        if not unpacked.exists():
            _unpack(archive, unpacked.parent, ("tar",), "untar")
        return str(unpacked)
    file = path_in(folder, fname, "fname")
    fetch(file, origin, file_hash, hash_algorithm, insist=True, argument="fname")
    if extract and archive_format is not None:
        _unpack(file, file.parent, archive_format, "extract")
    return str(file)


def _unpack(archive: Path, folder: Path, formats: tuple[str, ...], argument: str) -> None:
    if not unpack(archive, folder, formats):
        kinds = " or ".join(formats)
        raise ArgumentError(
            f"`{argument}` is TRUE, but {archive} is not a {kinds} archive, or damaged."
        )


@export
def hdf5_matrix(
    datapath: File,
    dataset: str,
    start: Count = 0,
    end: Count | None = None,
    normalizer: Callable | None = None,
) -> Any:
    """Use a dataset in an HDF5 file as model data.

    The file is read while ``fit()``, ``evaluate()`` or ``predict()`` use the data.

    Args:
        datapath: Path of the file.
        dataset: Name of the dataset in it.
        start: The first row, numbered from 0.
        end: The row after the last row; by default the end of the dataset.
        normalizer: Function that is applied to the rows when they are read.

    Returns: an object for ``x`` and ``y`` of ``fit()``, ``evaluate()`` and ``predict()``.
    """
    from rkeras_py.compat.files.hdf5_matrix import HDF5Matrix

    try:
        return HDF5Matrix(datapath, dataset, start, end, normalizer)
    except OSError as problem:
        raise ArgumentError(f"`datapath`: {datapath} is not an HDF5 file ({problem}).") from problem
    except KeyError as problem:
        raise ArgumentError(f'`dataset`: there is no "{dataset}" in {datapath}.') from problem
