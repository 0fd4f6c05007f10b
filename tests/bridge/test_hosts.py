"""How both hosts are started: what the environment of R holds, scripts and documents."""

from __future__ import annotations

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import r_process


def test_r_and_python_share_this_process(r: Any) -> None:
    from rkeras_py.bridge import hosts

    assert r("Sys.getpid()") == os.getpid()
    assert hosts.attached() and hosts.started() and not hosts.interactive()
    assert r("interactive()") is False


def test_the_package_s_library_comes_first(r: Any) -> None:
    from rkeras_py import install

    paths = r("normalizePath(.libPaths())")
    companions = str(Path(install.companions(install.r_library())).resolve())
    # last; but before a reticulate that does not know the NumPy of here
    assert companions in (paths[0], paths[-1])
    paths.remove(companions)
    assert paths[0] == str(install.r_library().resolve())
    assert r("normalizePath(R.home())") == str(Path(os.environ["R_HOME"]).resolve())


def test_children_get_no_library_path_of_r(r: Any) -> None:
    before = os.environ.get("LD_LIBRARY_PATH", "")
    r("NULL")
    assert os.environ.get("LD_LIBRARY_PATH", "") == before


@pytest.mark.parametrize("package", ["tensorflow", "keras"])
def test_a_package_that_is_missing_is_told(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from rkeras_py.bridge import hosts

    found = importlib.util.find_spec

    def find_spec(name: str, *more: Any) -> Any:
        return None if name == package else found(name, *more)

    monkeypatch.setattr(importlib.util, "find_spec", find_spec)
    with pytest.raises(ImportError) as caught:
        hosts._require_keras()
    assert str(caught.value) == (
        f"the Python package {package} is not installed for {sys.executable}. "
        f"Install it with `{sys.executable} -m pip install {package}`."
    )


@pytest.mark.parametrize(
    ("text", "literal"),
    [("a", '"a"'), ('say "é"', r'"say \"é\""'), ("C:\\x", r'"C:\\x"'), ("", '""')],
)
def test_paths_as_strings_of_r(text: str, literal: str, r: Any) -> None:
    from rkeras_py.bridge import hosts

    assert hosts._r_string(text) == literal
    assert r(literal) == text


@pytest.mark.parametrize("host", r_process.HOSTS)
def test_scripts_get_their_arguments_and_give_their_status(host: str, tmp_path: Path) -> None:
    script = tmp_path / "größe.R"
    script.write_text("cat(commandArgs(TRUE), sep = '|'); quit(status = 7)")
    outcome = r_process.run_script(host, script, "a b", "--é=1", "-e")
    assert (outcome.status, outcome.stdout) == (7, "a b|--é=1|-e")


@pytest.mark.parametrize("host", r_process.HOSTS)
def test_an_error_ends_a_script_as_it_ends_rscript(host: str, tmp_path: Path) -> None:
    script = tmp_path / "fails.R"
    script.write_text("cat('so far\\n'); stop('no further'); cat('never')")
    outcome = r_process.run_script(host, script)
    assert (outcome.status, outcome.stdout) == (1, "so far\n")
    assert "no further" in outcome.stderr and "Execution halted" in outcome.stderr
