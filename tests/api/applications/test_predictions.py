"""Predictions in words, with names from a small file in the form of the published one."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.downloads import fetch as downloads

FUNCTIONS = ["imagenet", "mobilenet", "mobilenet_v2"]


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))

    def no_network(*_: object) -> None:
        raise OSError("no network here")

    monkeypatch.setattr(downloads, "_download", no_network)
    path = tmp_path / "models" / "imagenet_class_index.json"
    path.parent.mkdir()
    path.write_text(json.dumps({str(i): [f"n{i:08}", f"thing_{i}"] for i in range(1000)}))
    return path


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.filterwarnings("ignore:.*differs from the published file")
def test_the_likeliest_come_first(name: str) -> None:
    preds = np.zeros((2, 1000))
    preds[0, [7, 3, 999]] = [0.2, 0.5, 0.3]
    preds[1, :] = np.linspace(1, 0, 1000)
    first, second = getattr(rk, f"{name}_decode_predictions")(preds, top=3)
    assert list(first.columns) == ["class_name", "class_description", "score"]
    assert first["class_name"].tolist() == ["n00000003", "n00000999", "n00000007"]
    assert first["class_description"].tolist() == ["thing_3", "thing_999", "thing_7"]
    assert first["score"].tolist() == [0.5, 0.3, 0.2]
    assert second["class_description"].tolist() == ["thing_0", "thing_1", "thing_2"]
    assert len(getattr(rk, f"{name}_decode_predictions")(preds)[1]) == 5


@pytest.mark.parametrize("name", FUNCTIONS)
def test_what_is_wrong_is_named(name: str, file: Path) -> None:
    decode = getattr(rk, f"{name}_decode_predictions")
    with pytest.raises(
        rk.ArgumentError, match=r"the 1000 ImageNet classes, not a numeric matrix of 2 x 3"
    ):
        decode(np.zeros((2, 3)))
    file.unlink()
    with pytest.raises(rk.DownloadError, match=f"If you have it, put it at {file}"):
        decode(np.zeros((1, 1000)))
