from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fake_r import FakeR

from rkeras_py import doctor, install, rpy2_pair
from rkeras_py.doctor import environment, python, r
from rkeras_py.doctor.finding import Finding, apt_get, report, system_package
from rkeras_py.doctor.python import Bounds


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeR:
    return FakeR(tmp_path / "R", monkeypatch)


@pytest.fixture
def _no_r(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("R_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))


@pytest.fixture
def _debian(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Debian where this is root."""
    found = shutil.which
    monkeypatch.setattr(
        shutil, "which", lambda name, path=None: "apt-get" if name == "apt-get" else found(name)
    )
    monkeypatch.setattr(os, "geteuid", lambda: 0)


@pytest.fixture
def _not_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name, path=None: None)


def test_report_is_a_table_and_what_mends_each_fault() -> None:
    findings = [
        Finding("R", "4.2.2"),
        Finding("pandoc", "", "note", "can't render", "apt-get install pandoc"),
        Finding("TensorFlow", "1.15", "wrong", "2.21 or later is needed", "pip install tf"),
    ]
    assert report(findings).splitlines() == [
        "            found  status",
        "R           4.2.2  ok",
        "pandoc             note",
        "TensorFlow  1.15   wrong",
        "",
        "What is wrong:",
        "  TensorFlow: 2.21 or later is needed",
        "    pip install tf",
        "",
        "Worth knowing:",
        "  pandoc: can't render",
        "    apt-get install pandoc",
        "",
        "1 to mend.",
    ]


def test_report_when_nothing_is_wrong() -> None:
    assert report([Finding("R", "4.2.2")]).splitlines()[-1] == "Nothing is wrong."


@pytest.mark.parametrize(
    ("status", "expected"), [("ok", 0), ("note", 0), ("missing", 1), ("wrong", 1)]
)
def test_exit_status(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    status: str,
    expected: int,
) -> None:
    monkeypatch.setattr(doctor, "examine", lambda: [Finding("R", "", status)])  # type: ignore[arg-type]
    assert doctor.main() == expected
    assert status in capsys.readouterr().out


def test_apt_get_uses_sudo_unless_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert apt_get("pandoc") == "apt-get install pandoc"
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert apt_get("r-base-dev", "pandoc") == "sudo apt-get install r-base-dev pandoc"


@pytest.mark.usefixtures("_not_debian")
def test_words_where_there_is_no_apt() -> None:
    assert system_package("pandoc") == "install what Debian calls pandoc"
    assert system_package("pandoc", "install pandoc") == "install pandoc"


def test_r(fake: FakeR) -> None:
    assert r.check_r() == Finding("R", f"4.2.2 in {fake.home}")


@pytest.mark.usefixtures("_debian")
def test_r_too_old(fake: FakeR) -> None:
    fake.set_version("4.0.4")
    assert r.check_r() == Finding(
        "R",
        f"4.0.4 in {fake.home}",
        "wrong",
        "R 4.2 or later is needed",
        "apt-get install r-base-dev",
    )


@pytest.mark.usefixtures("_no_r", "_debian")
def test_no_r() -> None:
    fix = "apt-get install r-base-dev"
    assert r.check_r() == Finding("R", "", "missing", "`R` is not on the PATH", fix)
    assert r.check_r_headers() == Finding("R's headers", "", "missing", "there is no R", fix)
    assert r.check_r_packages() == []
    keras = r.check_r_package_keras()
    assert (keras.status, keras.problem) == ("note", "there is no R to install it into")
    assert r.check_users_r_package() == []
    assert python.check_rpy2().status == "ok"


def test_r_home_that_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("R_HOME", "/no/such/folder")
    assert r.check_r() == Finding(
        "R",
        "",
        "wrong",
        "R_HOME is set to /no/such/folder, where there is no R",
        "unset R_HOME",
    )


@pytest.mark.usefixtures("_debian")
def test_headers(fake: FakeR) -> None:
    assert r.check_r_headers() == Finding("R's headers", str(fake.home / "include"))
    (fake.home / "include" / "R.h").unlink()
    assert r.check_r_headers() == Finding(
        "R's headers",
        "",
        "missing",
        "R.h was not found; rpy2 and the R package are compiled with it",
        "apt-get install r-base-dev",
    )


def test_wanted_packages_come_from_the_description(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "DESCRIPTION").write_text(
        "Package: keras\nDepends: R (>= 4.2)\n"
        "Imports: magrittr (>= 2.0.3),\n    methods, generics\n"
        "Suggests: R6\nEncoding: UTF-8\n"
    )
    monkeypatch.setattr(install, "r_source", lambda: tmp_path)
    assert r.wanted_r_packages() == [
        r.RPackage("magrittr", (2, 0, 3), True),
        r.RPackage("generics", (), True),
        r.RPackage("R6", (), False),
    ]


def test_installed_packages_take_the_first_of_several_libraries(fake: FakeR) -> None:
    (fake.home / "packages").write_text("noise\n@rlang 1.1.0\n@Matrix 1.5-3\n@rlang 0.4.0\n")
    assert r.installed_r_packages(fake.home) == {"rlang": (1, 1, 0), "Matrix": (1, 5, 3)}


def test_packages_of_an_r_that_can_not_be_run(fake: FakeR) -> None:
    assert r.check_r_packages() == [
        Finding(
            "R packages", "", "wrong", "R starts with an error; see what `R --no-init-file` says"
        )
    ]


@pytest.mark.usefixtures("_debian")
def test_a_needed_package_that_is_missing() -> None:
    assert r.check_r_package(r.RPackage("R6", (2, 5), True), {}) == Finding(
        "R package R6", "", "missing", "R6 2.5 or later is needed", "apt-get install r-cran-r6"
    )


@pytest.mark.usefixtures("_not_debian")
def test_a_suggested_package_that_is_missing_is_a_note() -> None:
    finding = r.check_r_package(r.RPackage("ggplot2", (), False), {})
    assert finding == Finding(
        "R package ggplot2",
        "",
        "note",
        "ggplot2 is suggested; some functions need it",
        "Rscript -e 'install.packages(\"ggplot2\")'",
    )
    assert not finding.is_fault


def test_a_package_that_is_too_old() -> None:
    package = r.RPackage("magrittr", (2, 0, 3), True)
    assert r.check_r_package(package, {"magrittr": (1, 5)}) == Finding(
        "R package magrittr",
        "1.5",
        "wrong",
        "1.5 is installed, 2.0.3 or later is needed",
        "Rscript -e 'install.packages(\"magrittr\")'",
    )
    assert r.check_r_package(package, {"magrittr": (2, 1)}).status == "ok"


def test_the_r_package_missing_fresh_and_stale(
    fake: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "r_library", lambda: tmp_path / "library")
    finding = r.check_r_package_keras()
    assert (finding.status, finding.problem) == (
        "note",
        f"it is not in {tmp_path / 'library'} yet; it is put there when needed",
    )
    assert finding.fix.endswith("rkeras r-libs")
    library = install.ensure_r_package(tmp_path / "library")
    found = f"{install.version()} in {library}"
    assert r.check_r_package_keras() == Finding("R package keras", found)
    fake.set_version("4.2.3")
    finding = r.check_r_package_keras()
    assert finding.status == "note"
    assert finding.problem == (
        "it was made from other sources, for another R or for another Python; "
        "it is renewed when needed"
    )


def test_the_users_copy_is_looked_at_when_there_is_one(
    fake: FakeR, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAKE_R_LIBS_USER", str(tmp_path / "mine"))
    assert r.check_users_r_package() == []
    install.install_r()
    assert [finding.status for finding in r.check_users_r_package()] == ["ok"]
    fake.set_version("4.2.3")
    (finding,) = r.check_users_r_package()
    assert finding.status == "wrong"
    assert finding.fix.endswith("rkeras install-r")


def test_no_pandoc(monkeypatch: pytest.MonkeyPatch) -> None:
    def only_apt_get(name: str, path: str | None = None) -> str | None:
        return name if name == "apt-get" else None

    monkeypatch.setattr(shutil, "which", only_apt_get)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert r.check_pandoc() == Finding(
        "pandoc",
        "",
        "note",
        "without it R Markdown documents can't be rendered",
        "apt-get install pandoc",
    )


def test_pandoc_of_rstudio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "pandoc"
    program.write_text("#!/bin/sh\necho pandoc 3.1.11\n")
    program.chmod(0o755)
    monkeypatch.setenv("RSTUDIO_PANDOC", str(tmp_path))
    assert r.check_pandoc() == Finding("pandoc", "3.1.11")


@pytest.mark.usefixtures("_debian")
def test_no_shared_python_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "find_libpython", lambda: None)
    name = "libpython{}.{}".format(*sys.version_info[:2])
    problem = f"{name}.so was not found; without it library(keras) in R can't start Python"
    what = "Python's shared library"
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    assert python.check_libpython() == Finding(
        what, "", "missing", problem, f"apt-get install {name}"
    )
    monkeypatch.setattr(sys, "base_prefix", "/opt/python")
    assert python.check_libpython().fix == (
        "use a Python built with --enable-shared (pyenv: PYTHON_CONFIGURE_OPTS=--enable-shared)"
    )


def install_versions(monkeypatch: pytest.MonkeyPatch, **versions: str) -> None:
    def version(name: str) -> str:
        if name.replace("-", "_") not in versions:
            raise importlib.metadata.PackageNotFoundError(name)
        return versions[name.replace("-", "_")]

    monkeypatch.setattr(importlib.metadata, "version", version)


def test_rpy2_that_does_not_fit(fake: FakeR, monkeypatch: pytest.MonkeyPatch) -> None:
    install_versions(monkeypatch, rpy2="3.6.9", rpy2_rinterface="3.6.7")
    assert python.check_rpy2() == Finding(
        "rpy2",
        "3.6.9 with rpy2-rinterface 3.6.7",
        "wrong",
        "rpy2-rinterface 3.6.7 needs R 4.5 or later, R is 4.2.2",
        rpy2_pair.install_command((4, 2, 2), sys.executable),
    )


def test_rpy2_missing(fake: FakeR, monkeypatch: pytest.MonkeyPatch) -> None:
    install_versions(monkeypatch)
    finding = python.check_rpy2()
    assert (finding.status, finding.problem) == ("missing", "rpy2 is not installed")


def test_rpy2_that_can_not_be_loaded(fake: FakeR, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rpy2_pair, "problem", lambda version: None)
    problem = "`import _rinterface_cffi_api` fails with ImportError: undefined symbol: R_getVar"
    monkeypatch.setattr(
        python, "failing_imports", lambda modules: {"_rinterface_cffi_api": problem}
    )
    finding = python.check_rpy2()
    assert (finding.status, finding.problem) == ("wrong", problem)


def test_packages_missing_old_and_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    pip = f"{sys.executable} -m pip install"
    install_versions(monkeypatch, keras="2.15.0", numpy="2.4.6")
    assert python.check_package("tensorflow", Bounds((2, 21)), None) == Finding(
        "TensorFlow", "", "missing", "it is not installed", f"{pip} 'tensorflow>=2.21'"
    )
    assert python.check_package("keras", Bounds((3, 15), (3, 16)), None) == Finding(
        "Keras",
        "2.15.0",
        "wrong",
        "2.15.0 is installed, 3.15 or later is needed",
        f"{pip} 'keras>=3.15,<3.16'",
    )
    broken = "`import numpy` fails with ImportError: no"
    assert python.check_package("numpy", Bounds(), broken) == Finding(
        "NumPy", "2.4.6", "wrong", broken, f"{pip} --force-reinstall numpy"
    )
    assert python.check_package("numpy", Bounds((2, 0)), None) == Finding("NumPy", "2.4.6")


@pytest.mark.parametrize("version", ["3.16", "3.16.0.dev2026102704", "3.16.0rc1", "4.0"])
def test_packages_that_are_too_new(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    install_versions(monkeypatch, keras=version)
    finding = python.check_package("keras", Bounds((3, 15), (3, 16)), None)
    assert (finding.status, finding.found) == ("wrong", version)
    assert finding.problem == f"{version} is installed, a version before 3.16 is needed"
    assert finding.fix == f"{sys.executable} -m pip install 'keras>=3.15,<3.16'"


def test_packages_within_their_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("3.15", "3.15.1", "3.15.99"):
        install_versions(monkeypatch, keras=version)
        found = python.check_package("keras", Bounds((3, 15), (3, 16)), None)
        assert found == Finding("Keras", version)


def test_pythonhome_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.delenv("PYTHONHOME", raising=False)
    assert environment.check_environment(broken=True) == []
    monkeypatch.setenv("PYTHONHOME", "/opt/other")
    (finding,) = environment.check_environment(broken=True)
    assert (finding.what, finding.found, finding.status) == ("PYTHONHOME", "/opt/other", "note")
    assert "library(keras) in R ignores it" in finding.problem
    assert finding.fix == "unset PYTHONHOME"


def write_modules(folder: Path, *names: str) -> str:
    folder.mkdir()
    for name in names:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return str(folder)


def test_folders_of_pythonpath_that_hold_what_keras_needs(tmp_path: Path) -> None:
    own = write_modules(tmp_path / "own", "tools.py", "keras/notes.txt")
    numpy = write_modules(tmp_path / "numpy", "numpy/__init__.py", "h5py.py", "tools.py")
    # the standard library's own; `os` is frozen, and never looked for in a folder
    standard = write_modules(tmp_path / "standard", "random.py", "os.py", "sys.py")
    value = os.pathsep.join([own, numpy, "", "/nowhere", standard])
    first, second = environment.check_pythonpath(value, broken=False)
    here = Path(importlib.util.find_spec("numpy").origin).parent.parent  # type: ignore
    assert first == Finding(
        "PYTHONPATH",
        numpy,
        "note",
        f"Python takes h5py, numpy from this folder, not from {here}",
        f"take {numpy} out of PYTHONPATH, or unset PYTHONPATH",
    )
    stdlib = Path(importlib.util.find_spec("random").origin).parent  # type: ignore
    assert second.problem == f"Python takes random from this folder, not from {stdlib}"
    assert [f.status for f in environment.check_pythonpath(value, broken=True)] == ["wrong"] * 2


def test_a_folder_that_is_where_the_packages_are_hides_none() -> None:
    here = str(Path(importlib.util.find_spec("numpy").origin).parent.parent)  # type: ignore
    assert environment.check_pythonpath(here, broken=False) == []


def test_a_module_that_hides_a_package_is_the_first_fault(tmp_path: Path) -> None:
    folder = write_modules(tmp_path / "modules", "scipy.py")
    (tmp_path / "modules" / "scipy.py").write_text("raise ImportError('of another Python')")
    answer = subprocess.run(
        [sys.executable, "-m", "rkeras_py.cli", "doctor"],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": folder},
    )
    assert answer.returncode == 1
    faults = answer.stdout.partition("What is wrong:\n")[2].splitlines()
    assert faults[0].startswith("  PYTHONPATH: Python takes scipy from this folder, not from ")
    assert faults[1] == f"    take {folder} out of PYTHONPATH, or unset PYTHONPATH"
    assert any(line.startswith("  SciPy: `import scipy` fails") for line in faults)


def test_bounds_are_those_of_the_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = [
        "h5py<3.15,>=3.11", "keras>=3.15", "rpy2==3.6.4", "tensorflow >= 2.21, < 2.22",
        "numpy<=2.9", 'pytest>=8; python_version < "4"',
    ]  # fmt: skip
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: wanted)
    assert python.bounds() == {
        "h5py": ((3, 11), (3, 15)),
        "keras": ((3, 15), ()),
        "tensorflow": ((2, 21), (2, 22)),
        "pytest": ((8,), ()),
    }


def test_imports_that_work_raise_exit_and_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {
        "works_": "",
        "raises_": "raise ValueError('a\\nb')",
        "exits_": "import os; os._exit(3)",
        "hangs_": "import time; time.sleep(60)",
    }
    for name, source in sources.items():
        (tmp_path / f"{name}.py").write_text(source)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert python.failing_imports(["works_", "raises_", "exits_", "works_"]) == {
        "raises_": "`import raises_` fails with ValueError: a b",
        "exits_": "`import exits_` ends Python with status 3",
    }
    assert python.failing_imports(["works_", "hangs_"], seconds=0.5) == {
        "hangs_": "`import hangs_` does not end within 0.5 seconds"
    }


def test_everything_here_is_well() -> None:
    install.ensure_r_package()
    answer = subprocess.run(
        [sys.executable, "-m", "rkeras_py.cli", "doctor"], capture_output=True, text=True
    )
    assert "What is wrong" not in answer.stdout
    assert answer.returncode == 0, answer.stdout
