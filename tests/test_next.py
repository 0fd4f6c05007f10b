"""`make test-next`: what is run with the next Keras, and what is told of it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("next_keras", ROOT / "tools" / "next.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def package(folder: Path, name: str, version: str) -> Path:
    """A package of one module, to install from its folder."""
    folder.mkdir()
    (folder / f"{name}.py").write_text(f"__version__ = {version!r}\n")
    (folder / "pyproject.toml").write_text(
        '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n'
        f'[project]\nname = "{name}"\nversion = "{version}"\n'
        f'[tool.hatch.build.targets.wheel]\ninclude = ["{name}.py"]\n'
    )
    return folder


def test_the_next_keras_hides_the_one_of_the_environment_that_has_the_rest(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # hatchling is here; the index is not asked
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_NO_BUILD_ISOLATION", "0")  # as pip reads it: no isolation
    monkeypatch.setenv("PYTHONPATH", str(tool.site_packages(Path(sys.executable))))
    rest = tmp_path / "rest"
    subprocess.run([sys.executable, "-m", "venv", rest], check=True)
    pip = [rest / "bin" / "python", "-m", "pip", "install", "--quiet"]
    for name in ("keras_of_test", "other_of_test"):
        subprocess.run([*pip, package(tmp_path / name, name, "1.0")], check=True)
    newer = package(tmp_path / "newer", "keras_of_test", "2.0.dev1")
    for _ in range(2):  # the second time it is there
        python = tool.environment(tmp_path / "next", rest, str(newer))
        code = "import keras_of_test as k, other_of_test as o; print(k.__version__, o.__version__)"
        assert tool.output([python, "-c", code]) == "2.0.dev1 1.0"
    code = "import keras_of_test as k; print(k.__version__)"
    assert tool.output([rest / "bin" / "python", "-c", code]) == "1.0"


def test_a_keras_that_cannot_be_installed_is_one_line(
    tool: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    rest = tmp_path / "rest"
    subprocess.run([sys.executable, "-m", "venv", rest], check=True)
    with pytest.raises(SystemExit, match=r"^keras==99 could not be installed"):
        tool.environment(tmp_path / "next", rest, "keras==99")


def test_failures_are_named_as_pytest_names_them(tool: ModuleType, tmp_path: Path) -> None:
    tests = tmp_path / "test_some.py"
    tests.write_text(
        "import pytest\n"
        "def test_passes(): pass\n"
        "@pytest.mark.parametrize('text', ['a - b', 'c'])\n"
        "def test_fails(text): assert text == 'c'\n"
    )

    def failures(arguments: list[str]) -> list[str]:
        found: list[str] = tool.failures(
            Path(sys.executable), arguments, tmp_path / "cache", tmp_path
        )
        return found

    assert failures(["test_some.py"]) == ["test_some.py::test_fails[a - b]"]
    assert failures(["test_some.py::test_fails[a - b]"]) == ["test_some.py::test_fails[a - b]"]
    tests.write_text("def test_passes(): pass\n")
    assert failures(["test_some.py"]) == []
