"""Variables of the environment, and folders of PYTHONPATH that hide packages."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rkeras_py.doctor import environment
from rkeras_py.doctor.finding import Finding


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
        f"Python imports h5py, numpy from this folder, not from {here}",
        f"remove {numpy} from PYTHONPATH, or unset PYTHONPATH",
    )
    stdlib = Path(importlib.util.find_spec("random").origin).parent  # type: ignore
    assert second.problem == f"Python imports random from this folder, not from {stdlib}"
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
    faults = answer.stdout.partition("Problems:\n")[2].splitlines()
    assert faults[0].startswith("  PYTHONPATH: Python imports scipy from this folder, not from ")
    assert faults[1] == f"    remove {folder} from PYTHONPATH, or unset PYTHONPATH"
    assert any(line.startswith("  SciPy: `import scipy` fails") for line in faults)
