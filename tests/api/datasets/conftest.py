"""For all tests of datasets: nothing is downloaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from rkeras_py.downloads import fetch as downloads


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of Keras that is empty, and no network."""
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))

    def no_network(file: Path, origin: str, *rest: object) -> None:
        raise OSError("no network here")

    monkeypatch.setattr(downloads, "_download", no_network)
    folder = tmp_path / "datasets"
    folder.mkdir()
    return folder
