from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_r import FakeR

from rkeras_py import install, rpy2_pair


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Small sources of an R package in the place of the real ones."""
    folder = tmp_path / "sources"
    (folder / "src").mkdir(parents=True)
    (folder / "DESCRIPTION").write_text("Package: keras\nVersion: 9.8.7\n")
    (folder / "src" / "keras.c").write_text("int x;")
    monkeypatch.setattr(install, "r_source", lambda: folder)
    return folder


@pytest.fixture
def r(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sources: Path) -> FakeR:
    monkeypatch.setattr(install, "ensure_rpy2", lambda: None)
    return FakeR(tmp_path / "R", monkeypatch)


@pytest.fixture
def pip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Python that writes down what pip is called with, and an R that rpy2 does not fit."""
    FakeR(tmp_path / "R", monkeypatch)
    python = tmp_path / "python"
    python.write_text(
        f'#!/bin/sh\necho "$RPY2_CFFI_MODE $*" >> {tmp_path}/calls\n'
        f'echo "no such header"\n[ -e {tmp_path}/works ]\n'
    )
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.setattr(
        rpy2_pair, "problem", lambda r: None if (tmp_path / "works").exists() else "it is missing"
    )
    return tmp_path


@pytest.fixture
def _no_cache() -> Iterator[None]:
    install.find_libpython.cache_clear()
    yield
    install.find_libpython.cache_clear()


def test_sources_and_version_of_this_distribution() -> None:
    text = (install.r_source() / "DESCRIPTION").read_text()
    assert text.startswith("Package: keras\n")
    assert f"\nVersion: {install.version()}\n" in text


def test_sources_inside_the_package_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "rkeras_py"
    monkeypatch.setattr(install, "__file__", str(package / "install.py"))
    for folder in (package / "R", package.parent / "R"):
        folder.mkdir(parents=True)
        (folder / "DESCRIPTION").touch()
    assert install.r_source() == package / "R"
    (package / "R" / "DESCRIPTION").unlink()
    assert install.r_source() == package.parent / "R"
    (package.parent / "R" / "DESCRIPTION").unlink()
    with pytest.raises(install.InstallError, match="sources of the R package are missing next to"):
        install.r_source()


def test_library_is_inside_the_environment_and_named_after_r(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert install.r_library() == tmp_path / "lib/rkeras/R-4.2/library"
    r.set_version("4.5.0")
    assert install.r_library() == tmp_path / "lib/rkeras/R-4.5/library"


def test_library_of_an_environment_that_can_not_be_written(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    monkeypatch.setattr(sys, "prefix", "/opt/one")
    one = install.r_library()
    monkeypatch.setattr(sys, "prefix", "/opt/two")
    assert one.relative_to(tmp_path).match("rkeras/*/R-4.2/library")
    assert install.r_library() != one


def test_without_r(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("R_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(install.InstallError) as caught:
        install.ensure_r_package(tmp_path / "library")
    assert str(caught.value) == (
        "R was not found; install it (on Debian and Ubuntu: apt-get install r-base-dev) "
        "and make sure that `R` is on the PATH"
    )
    assert not (tmp_path / "library").exists()


def test_installs_and_pins_this_python(r: FakeR, tmp_path: Path) -> None:
    library = install.ensure_r_package(tmp_path / "deep" / "library")
    assert library == tmp_path / "deep" / "library"
    assert (library / "keras" / "python").read_text().splitlines() == [
        f"executable={sys.executable}",
        f"libpython={install.find_libpython() or ''}",
        "version=9.8.7",
    ]
    assert sorted(path.name for path in library.iterdir()) == ["keras"]


def test_nothing_is_done_while_nothing_changed(r: FakeR, tmp_path: Path) -> None:
    install.ensure_r_package(tmp_path)
    install.ensure_r_package(tmp_path)
    assert r.installs == 1


def test_changed_sources_are_installed_again(r: FakeR, sources: Path, tmp_path: Path) -> None:
    install.ensure_r_package(tmp_path)
    (sources / "src" / "keras.o").write_text("a compiler's leftover")
    assert install.is_fresh(tmp_path)
    (sources / "src" / "keras.c").write_text("int y;")
    assert not install.is_fresh(tmp_path)
    install.ensure_r_package(tmp_path)
    assert install.is_fresh(tmp_path)
    assert r.installs == 2


def test_a_renamed_file_counts_as_a_change(r: FakeR, sources: Path, tmp_path: Path) -> None:
    install.ensure_r_package(tmp_path)
    (sources / "src" / "keras.c").rename(sources / "src" / "other.c")
    assert not install.is_fresh(tmp_path)


def test_another_r_and_another_python_count_as_changes(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install.ensure_r_package(tmp_path)
    r.set_version("4.2.3")
    assert not install.is_fresh(tmp_path)
    r.set_version("4.2.2")
    assert install.is_fresh(tmp_path)
    monkeypatch.setattr(sys, "executable", "/opt/other/bin/python")
    assert not install.is_fresh(tmp_path)


def test_a_failing_install_shows_what_r_said_and_keeps_the_old_package(
    r: FakeR, sources: Path, tmp_path: Path
) -> None:
    library = install.ensure_r_package(tmp_path / "library")
    before = (library / "keras" / "rkeras-stamp").read_text()
    (sources / "src" / "keras.c").write_text("int 1;")
    r.break_install()
    with pytest.raises(install.InstallError) as caught:
        install.ensure_r_package(library)
    assert str(caught.value) == (
        "R could not install the R package `keras`. Its output:\n"
        "  ERROR: compilation failed\n"
        "`rkeras doctor` shows what is missing"
    )
    assert (library / "keras" / "rkeras-stamp").read_text() == before
    assert sorted(path.name for path in library.iterdir()) == ["keras"]


def test_a_library_that_can_not_be_written(r: FakeR, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    expected = (
        f"the R package cannot be written to {tmp_path / 'file' / 'library'}: Not a directory"
    )
    with pytest.raises(install.InstallError, match=re.escape(expected)):
        install.ensure_r_package(tmp_path / "file" / "library")


def test_many_at_once_install_once(r: FakeR, tmp_path: Path) -> None:
    errors: list[BaseException] = []

    def one() -> None:
        try:
            install.ensure_r_package(tmp_path)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert r.installs == 1
    assert install.is_fresh(tmp_path)


def test_users_library_is_made_and_used(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "home" / "R" / "4.2"
    monkeypatch.setenv("FAKE_R_LIBS_USER", f"{library}:/another")
    assert install.install_r() == library
    assert install.is_ours(library)
    # Ours may be replaced without being forced.
    assert install.install_r() == library


def test_a_foreign_keras_is_left_alone_unless_forced(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_R_LIBS_USER", str(tmp_path))
    (tmp_path / "keras").mkdir()
    (tmp_path / "keras" / "theirs").touch()
    with pytest.raises(install.InstallError) as caught:
        install.install_r()
    assert str(caught.value) == (
        f"{tmp_path} already contains another R package `keras`; to replace it: "
        "rkeras install-r --force (to undo this: install.packages('keras') in R)"
    )
    assert (tmp_path / "keras" / "theirs").exists()
    install.install_r(force=True)
    assert install.is_ours(tmp_path)
    assert not (tmp_path / "keras" / "theirs").exists()


def test_rpy2_is_compiled_for_the_r_that_is_there(
    pip: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    problems = iter(["it is missing", None])
    monkeypatch.setattr(rpy2_pair, "problem", lambda r: next(problems))
    (pip / "works").touch()
    install.ensure_rpy2()
    (call,) = (pip / "calls").read_text().splitlines()
    assert call.startswith("API -m pip install ")
    assert call.endswith(" " + " ".join(rpy2_pair.pip_arguments((4, 2, 2))))
    assert capsys.readouterr() == ("", "Installing rpy2 for R 4.2.2 ...\n")


def test_an_rpy2_that_fits_is_left_alone(pip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (pip / "works").touch()
    install.ensure_rpy2()
    assert not (pip / "calls").exists()
    assert capsys.readouterr() == ("", "")


def test_an_rpy2_that_can_not_be_installed(pip: Path, sources: Path) -> None:
    with pytest.raises(install.InstallError) as caught:
        install.ensure_r_package(pip / "library")
    words = str(caught.value)
    assert words.startswith(
        "it is missing, and pip could not install it. Its output:\n  no such header\n"
    )
    assert words.endswith(rpy2_pair.install_command((4, 2, 2), sys.executable))
    assert not (pip / "library" / "keras").exists()


@pytest.fixture
def companions(sources: Path) -> None:
    """Sources of two companions beside those of the package."""
    for name in ("reticulate", "tensorflow"):
        folder = sources / "companions" / name
        folder.mkdir(parents=True)
        (folder / "DESCRIPTION").write_text(f"Package: {name}\nVersion: 1.2\n")


@pytest.mark.usefixtures("companions")
def test_companions_are_in_a_library_of_their_own(r: FakeR, tmp_path: Path) -> None:
    library = install.ensure_r_package(tmp_path / "library")
    folder = install.companions(library)
    assert folder == library / "keras" / "companions"
    assert sorted(path.name for path in folder.iterdir()) == ["reticulate", "tensorflow"]
    assert r.installs == 2  # the package, and both companions in one go
    assert sorted(path.name for path in library.iterdir()) == ["keras"]


def test_r_looks_among_the_companions_last(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = install.r_library()
    monkeypatch.setattr(install, "ensure_r_package", lambda: library)
    last = install.companions(library)
    monkeypatch.setenv("FAKE_R_PATHS", f"/home/R\n{last}\n{library}\n/site")
    assert install.r_libs() == f"{library}:/home/R:/site:{last}"


@pytest.mark.usefixtures("companions")
def test_users_library_gets_the_companions_that_r_lacks(
    r: FakeR, sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "home"
    monkeypatch.setenv("FAKE_R_LIBS_USER", str(library))
    monkeypatch.setenv("FAKE_R_PACKAGES", "base\nreticulate\nstats")
    install.install_r()
    assert not (library / "reticulate").exists()
    assert (library / "tensorflow" / "DESCRIPTION").read_text() == (
        "Package: tensorflow\nVersion: 1.2\n"
    )
    # Ours is renewed; the real one, put in its place, is left alone.
    (sources / "companions" / "tensorflow" / "DESCRIPTION").write_text("Package: tensorflow\n")
    monkeypatch.setenv("FAKE_R_PACKAGES", "base\nreticulate\ntensorflow")
    install.install_r()
    assert (library / "tensorflow" / "DESCRIPTION").read_text() == "Package: tensorflow\n"
    (library / "tensorflow" / "python").unlink()
    (library / "tensorflow" / "DESCRIPTION").write_text("theirs")
    install.install_r()
    assert (library / "tensorflow" / "DESCRIPTION").read_text() == "theirs"


@pytest.mark.usefixtures("companions")
def test_uninstalling_removes_what_was_installed_and_nothing_else(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "home"
    monkeypatch.setenv("FAKE_R_LIBS_USER", str(library))
    assert install.uninstall_r() == []
    install.install_r()
    for name in ("ggplot2", "tensorflow"):  # the real tensorflow, which replaced the companion
        shutil.rmtree(library / name, ignore_errors=True)
        (library / name).mkdir()
    assert install.uninstall_r() == [library / "keras", library / "reticulate"]
    assert sorted(path.name for path in library.iterdir()) == ["ggplot2", "tensorflow"]
    assert install.uninstall_r() == []


@pytest.mark.usefixtures("companions")
def test_a_package_behind_a_link_stays(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_R_LIBS_USER", str(tmp_path / "home"))
    install.ensure_r_package(tmp_path / "elsewhere")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "keras").symlink_to(tmp_path / "elsewhere" / "keras")
    assert install.uninstall_r() == [tmp_path / "home" / "keras"]
    assert install.is_ours(tmp_path / "elsewhere")


def test_a_foreign_keras_is_not_uninstalled(
    r: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_R_LIBS_USER", str(tmp_path))
    (tmp_path / "keras").mkdir()
    with pytest.raises(install.InstallError) as caught:
        install.uninstall_r()
    assert str(caught.value) == (
        f"the R package `keras` in {tmp_path} was not installed by rkeras; "
        "it was not changed (to remove it: remove.packages('keras') in R)"
    )
    assert (tmp_path / "keras").exists()


@pytest.mark.parametrize("said", ["", "NULL"])
def test_r_without_a_library_of_the_users_own(
    r: FakeR, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("FAKE_R_LIBS_USER", said)
    with pytest.raises(install.InstallError, match="R has no user library"):
        install.install_r()


def test_users_library_as_the_real_r_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("R_LIBS_USER", str(tmp_path / "%p-%v"))
    version = ".".join(str(part) for part in install.need_r()[:2])
    assert re.fullmatch(rf"{tmp_path}/\S+-{version}", str(install.user_library()))


def looks_for_libpython(monkeypatch: pytest.MonkeyPatch, base: Path, **config: str) -> None:
    major, minor = sys.version_info[:2]
    config = {"INSTSONAME": f"libpython{major}.{minor}.so.1.0", **config}
    monkeypatch.setattr(sysconfig, "get_config_var", config.get)
    monkeypatch.setattr(sys, "base_prefix", str(base))


@pytest.mark.usefixtures("_no_cache")
def test_shared_library_where_python_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = tmp_path / "libpythonX.so"
    library.touch()
    looks_for_libpython(monkeypatch, tmp_path, LIBDIR=str(tmp_path), INSTSONAME=library.name)
    assert install.find_libpython() == library


@pytest.mark.usefixtures("_no_cache")
def test_shared_library_in_the_multiarch_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks_for_libpython(monkeypatch, tmp_path, MULTIARCH="m68k-linux-gnu")
    folder = tmp_path / "lib" / "m68k-linux-gnu"
    folder.mkdir(parents=True)
    library = folder / "libpython{}.{}.so.1.0".format(*sys.version_info[:2])
    library.touch()
    assert install.find_libpython() == library


@pytest.mark.usefixtures("_no_cache")
def test_a_static_library_does_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"INSTSONAME": "libpythonX.a", "LDLIBRARY": "libpythonX.a", "LIBDIR": str(tmp_path)}
    (tmp_path / "libpythonX.a").touch()
    looks_for_libpython(monkeypatch, tmp_path, MULTIARCH="no-such-machine", **names)
    # Nor is what this machine has outside the test's folder looked at.
    monkeypatch.setattr(
        Path, "is_file", lambda self: tmp_path in self.parents and os.path.isfile(self)
    )
    assert install.find_libpython() is None


@pytest.mark.usefixtures("_no_cache")
def test_shared_library_of_this_python_can_be_loaded() -> None:
    found = install.find_libpython()
    assert found is not None
    code = f"import ctypes; print(ctypes.CDLL({str(found)!r}).Py_IsInitialized())"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert answer.stdout.strip() in {b"0", b"1"}


def test_an_installed_package_is_recognised_without_another_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    library = install.ensure_r_package()
    monkeypatch.setenv("R_HOME", str(rpy2_pair.r_home()))  # as in a process of R

    def run(*args: object, **options: object) -> None:
        pytest.fail(f"{args} was run")

    monkeypatch.setattr(subprocess, "Popen", run)
    assert install.ensure_r_package() == library
    assert (library / "keras" / "DESCRIPTION").is_file()


def test_sources_stay_clean() -> None:
    install.ensure_r_package()
    leftovers = [path for path in install.r_source().rglob("*") if path.suffix in {".o", ".so"}]
    assert leftovers == []
