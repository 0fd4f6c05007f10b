"""Installs the R package `keras` of this distribution and pins it to this Python.

There are two libraries: one inside the Python environment, which is updated automatically, and the
user's R library, on request. rpy2, which is compiled for one version of R, is installed with it.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from functools import cache
from pathlib import Path

from rkeras_py import rpy2_pair
from rkeras_py.file_locks import file_lock

PACKAGE = "keras"
PIN = "python"
STAMP = "rkeras-stamp"


class InstallError(Exception):
    """The R package cannot be installed; the message says why and what to do."""


def r_source() -> Path:
    """The R package's sources: inside this package in a wheel, next to it in a checkout.

    Raises InstallError if there are none.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "R", here.parent / "R"):
        if (folder / "DESCRIPTION").is_file():
            return folder
    raise InstallError(
        f"the sources of the R package are missing next to {here}; "
        "install rkeras-py again (pip install --force-reinstall rkeras-py)"
    )


def vignettes() -> list[Path]:
    """The R package's vignettes: inside this package in a wheel, next to it in a checkout."""
    here = Path(__file__).resolve().parent
    folders = (here / "vignettes", here.parent / "vignettes")
    return sorted(next(filter(Path.is_dir, folders), here).glob("*.Rmd"))


def version() -> str:
    """This distribution's version, which is only in the R package's DESCRIPTION."""
    found = rpy2_pair.package_version(r_source())
    if found is None:
        raise InstallError(f"{r_source() / 'DESCRIPTION'} has no line `Version:`")
    return found


def need_r() -> rpy2_pair.Version:
    """R's version. Raises InstallError if R is missing."""
    found = rpy2_pair.r_version()
    if found is None:
        raise InstallError(rpy2_pair.NO_R)
    return found


def r_library() -> Path:
    """The environment's library for this R version; it need not exist yet."""
    folder = "R-" + ".".join(str(part) for part in need_r()[:2])
    prefix = Path(sys.prefix)
    if os.access(prefix, os.W_OK):
        return prefix / "lib" / "rkeras" / folder / "library"
    # Environments that share the user's data folder must not overwrite each other's package.
    name = hashlib.sha256(str(prefix).encode()).hexdigest()[:12]
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data / "rkeras" / name / folder / "library"


@cache
def find_libpython() -> Path | None:
    """The shared library of this Python, which R loads; None if there is none."""
    major, minor = sys.version_info[:2]
    names = [
        sysconfig.get_config_var("INSTSONAME"),
        sysconfig.get_config_var("LDLIBRARY"),
        f"libpython{major}.{minor}.so.1.0",
        f"libpython{major}.{minor}.so",
        f"libpython{major}.{minor}.dylib",
    ]
    multiarch = sysconfig.get_config_var("MULTIARCH") or ""
    folders = [
        sysconfig.get_config_var("LIBDIR"),
        os.path.join(sys.base_prefix, "lib"),
        os.path.join(sys.base_prefix, "lib64"),
        # Debian's python3 is linked statically; its shared library is in a separate package.
        os.path.join("/usr/lib", multiarch),
        os.path.join(sys.base_prefix, "lib", multiarch),
        "/usr/lib64",
    ]
    for folder in folders:
        for name in names:
            if folder and name and (".so" in name or name.endswith(".dylib")):
                path = Path(folder) / Path(name).name
                if path.is_file():
                    return path
    return None


def source_hash(source: Path) -> str:
    """A hash of all files that R would install."""
    digest = hashlib.sha256()
    for path in sorted(source.rglob("*")):
        if path.suffix in {".o", ".so"} or not path.is_file():
            continue
        content = path.read_bytes()
        digest.update(f"{path.relative_to(source)}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def pin() -> str:
    """The lines with which the R package finds this Python."""
    libpython = find_libpython() or ""
    return f"executable={sys.executable}\nlibpython={libpython}\nversion={version()}\n"


def stamp() -> str:
    """The versions and hash with which an installed package counts as fresh."""
    r = ".".join(str(part) for part in need_r())
    guides = hashlib.sha256(b"\0".join(path.read_bytes() for path in vignettes())).hexdigest()
    return f"sources={source_hash(r_source())}\nvignettes={guides}\nR={r}\n{pin()}"


def is_fresh(library: Path) -> bool:
    """Whether the R package in this library was installed from these sources, R and Python."""
    try:
        return (library / PACKAGE / STAMP).read_text(encoding="utf-8") == stamp()
    except OSError:
        return False


def is_ours(library: Path) -> bool:
    """Whether rkeras-py installed the package `keras` in this library."""
    return (library / PACKAGE / PIN).is_file()


def ensure_r_package(library: Path | None = None) -> Path:
    """Installs the R package into this library (by default the environment's), unless fresh.

    Returns the library. Raises InstallError with R's output if R cannot install it.
    """
    need_r()
    library = r_library() if library is None else library
    if is_fresh(library):
        return library
    try:
        library.mkdir(parents=True, exist_ok=True)
        with file_lock(str(library / ".rkeras-lock")):
            # Another process may have installed it in the meantime.
            if not is_fresh(library):
                ensure_rpy2()
                _install(library)
    except OSError as error:
        raise InstallError(
            f"the R package cannot be written to {library}: {error.strerror or error}"
        ) from error
    return library


def ensure_rpy2() -> None:
    """Installs the rpy2 version that fits R, if it is missing or another one is installed.

    It is not a dependency of the wheel: pip does not know the version of R, and without R the build
    of rpy2 fails without a helpful message.

    Raises InstallError with pip's output if it cannot be installed.
    """
    version = need_r()
    problem = rpy2_pair.problem(version)
    if problem is None:
        return
    print(f"Installing rpy2 for R {rpy2_pair.version_text(version)} ...", file=sys.stderr)
    pip = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check"]
    command = [*pip, "--force-reinstall", *rpy2_pair.pip_arguments(version)]
    answer = _run(command, RPY2_CFFI_MODE="API")
    importlib.invalidate_caches()
    if answer.returncode != 0 or rpy2_pair.problem(version) is not None:
        raise InstallError(
            f"{problem}, and pip could not install it. Its output:\n{_last_lines(answer.stdout)}\n"
            "Compiling rpy2 needs a C compiler and R's headers "
            "(on Debian and Ubuntu: apt-get install r-base-dev). To try again: "
            + rpy2_pair.install_command(version, sys.executable)
        )


def companions(library: Path) -> Path:
    """The library inside the package with the companions of reticulate, tensorflow and tfruns.

    R must search it last, so that the real packages are used if they are installed.
    """
    return library / PACKAGE / "companions"


def r_libs() -> str:
    """The value for R_LIBS: first the package, then R's own libraries, last the companions."""
    library = ensure_r_package()
    last = str(companions(library))
    paths = [str(library), *_r_says(r'cat(.libPaths(), sep = "\n")').split("\n")]
    others = dict.fromkeys(path for path in paths if path and path != last)
    return os.pathsep.join([*others, last])


def _r_says(code: str) -> str:
    """What R prints for this code; "" if it fails."""
    answer = _rscript("-e", code)
    return answer.stdout.strip() if answer.returncode == 0 else ""


def _rscript(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Rscript without the user's profile; stderr is captured separately."""
    return subprocess.run(
        [_r_program("Rscript"), "--no-init-file", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def _r_program(name: str) -> str:
    home = rpy2_pair.r_home()
    assert home is not None
    return str(home / "bin" / name)


def user_library() -> Path:
    """The user's R library, according to R. Raises InstallError if there is none."""
    need_r()
    first = _r_says('cat(Sys.getenv("R_LIBS_USER"))').split(os.pathsep)[0]
    if first in {"", "NULL"}:
        raise InstallError(
            "R has no user library; set one, for instance: export R_LIBS_USER=~/R/library"
        )
    return Path(first).expanduser()


def install_r(force: bool = False) -> Path:
    """Installs the R package into the user's R library, which is created if it is missing.

    Returns that library. Raises InstallError if it has a package `keras` from elsewhere and `force`
    is not given.
    """
    library = user_library()
    if (library / PACKAGE).exists() and not is_ours(library) and not force:
        raise InstallError(
            f"{library} already contains another R package `keras`; to replace it: "
            "rkeras install-r --force (to undo this: install.packages('keras') in R)"
        )
    ensure_r_package(library)
    _offer_companions(library)
    return library


def uninstall_r() -> list[Path]:
    """Removes what `install_r` installed into the user's R library, and nothing else.

    Returns the folders that were removed. Raises InstallError if the package `keras` is from
    elsewhere.
    """
    library = user_library()
    if (library / PACKAGE).exists() and not is_ours(library):
        raise InstallError(
            f"the R package `keras` in {library} was not installed by rkeras; "
            "it was not changed (to remove it: remove.packages('keras') in R)"
        )
    names = [PACKAGE, *(path.name for path in (r_source() / "companions").glob("*"))]
    ours = [library / name for name in names if (library / name / PIN).is_file()]
    for folder in ours:
        try:
            folder.unlink() if folder.is_symlink() else shutil.rmtree(folder)
        except OSError as error:
            raise InstallError(f"{folder} cannot be removed: {error.strerror or error}") from error
    return ours


def _offer_companions(library: Path) -> None:
    """Installs the companions into the user's library, except those whose real package exists."""
    installed = _r_says(r'cat(.packages(all.available = TRUE), sep = "\n")').split("\n")
    for package in companions(library).glob("*/DESCRIPTION"):
        name, target = package.parent.name, library / package.parent.name
        if (target / PIN).is_file():
            shutil.rmtree(target)
        elif name in installed or target.exists():
            continue
        shutil.copytree(package.parent, target)


def _install(library: Path) -> None:
    expected = stamp()
    # Next to the target, so that the finished package is moved there with one rename.
    with tempfile.TemporaryDirectory(prefix=".rkeras-", dir=library) as folder:
        work = Path(folder)
        source = work / PACKAGE
        built = work / "library"
        built.mkdir()
        # A copy, so that the compiler writes nothing into the checkout.
        shutil.copytree(r_source(), source, ignore=shutil.ignore_patterns("*.o", "*.so"))
        _r_cmd_install([source], built)
        (built / PACKAGE / PIN).write_text(pin(), encoding="utf-8")
        _rscript(Path(__file__).with_name("vignettes.R"), built / PACKAGE, *vignettes())
        _install_companions(sorted(source.glob("companions/*")), built)
        (built / PACKAGE / STAMP).write_text(expected, encoding="utf-8")
        if (library / PACKAGE).exists():
            (library / PACKAGE).rename(work / "replaced")
        (built / PACKAGE).rename(library / PACKAGE)


def _install_companions(sources: list[Path], built: Path) -> None:
    if sources:
        folder = companions(built)
        folder.mkdir()
        _r_cmd_install(sources, folder, needs=built)
        for source in sources:
            (folder / source.name / PIN).write_text(pin(), encoding="utf-8")


def _r_cmd_install(sources: list[Path], library: Path, needs: Path | None = None) -> None:
    command = [_r_program("R"), "CMD", "INSTALL", "--no-test-load", f"--library={library}"]
    paths = filter(None, [str(needs or ""), os.environ.get("R_LIBS")])
    answer = _run([*command, *map(str, sources)], R_LIBS=os.pathsep.join(paths))
    if answer.returncode != 0 or not all((library / source.name).is_dir() for source in sources):
        raise InstallError(
            f"R could not install the R package `{sources[0].name}`. Its output:\n"
            f"{_last_lines(answer.stdout)}\n`rkeras doctor` shows what is missing"
        )


def _run(command: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a build command; all of its output is in ``stdout``."""
    return subprocess.run(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
        stdin=subprocess.DEVNULL,
    )


def _last_lines(output: str) -> str:
    return "\n".join("  " + line for line in output.strip().splitlines()[-25:])
