"""Models exported as SavedModel folders, and what is made of such folders."""

from __future__ import annotations

import os

import keras
import numpy as np
import pytest
from small_models import data, stack, two_ways, two_ways_data

from rkeras_py.api.models import exporting, saving
from rkeras_py.api.training import training
from rkeras_py.convert.rule import ArgumentError

X = data()[0].astype("float32")


def predictions(model, x=X):
    """What a model makes of data, without the time that predict() needs to begin."""
    if isinstance(x, dict):
        x = [keras.ops.convert_to_tensor(x[tensor.name], "float32") for tensor in model.inputs]
    return keras.tree.map_structure(keras.ops.convert_to_numpy, model(x))


def trained():
    model = stack(3, 1)
    training.compile(model, optimizer="sgd", loss="mse")
    return model


def test_a_graph_knows_its_tensors_by_name(tmp_path):
    x, _ = two_ways_data()
    model = two_ways()
    path = exporting.export_savedmodel(model, str(tmp_path / "graph"))
    graph = saving.load_model_tf(path)
    found = training.predict(graph, x, verbose=0)
    for name, expected in zip(("output_0", "output_1"), predictions(model, x), strict=True):
        np.testing.assert_allclose(found[name], expected, rtol=1e-6)
    # without names they are taken in the order of the inputs' names
    in_order = [x[name] for name in sorted(x)]
    np.testing.assert_array_equal(
        training.predict(graph, in_order, verbose=0)["output_0"], found["output_0"]
    )
    with pytest.raises(ArgumentError, match=r"input 1 of `x` must have 2 features"):
        training.predict(graph, in_order[::-1], verbose=0)


def test_exports_by_time(tmp_path):
    path = exporting.export_savedmodel(stack(1), str(tmp_path / "base"), overwrite=False)
    assert os.path.dirname(path) == str(tmp_path / "base")
    assert os.path.basename(path).isdigit()
    with pytest.raises(ArgumentError, match="`export_dir_base` exists"):
        exporting.export_savedmodel(stack(1), str(tmp_path), overwrite=False, versioned=False)
    with pytest.raises(ArgumentError, match=r"unused argument \(verson = 1\)"):
        exporting.export_savedmodel(stack(1), str(tmp_path), verson=1)


def test_each_export_by_time_has_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(exporting.time, "time", lambda: 1_700_000_000.5)
    (tmp_path / "1700000001").write_text("mine")
    paths = [
        exporting.export_savedmodel(stack(1), str(tmp_path), versioned=True, overwrite=overwrite)
        for overwrite in (True, False, True)
    ]
    assert [os.path.basename(path) for path in paths] == ["1700000000", "1700000002", "1700000003"]
    assert (tmp_path / "1700000001").read_text() == "mine"


@pytest.mark.parametrize("serving_only", [False, True])
def test_graphs_as_text(tmp_path, serving_only):
    model = trained()
    path = str(tmp_path / "text")
    assert (
        exporting.model_to_saved_model(model, path, as_text=True, serving_only=serving_only) == path
    )
    assert "saved_model.pb" not in os.listdir(path)
    with open(os.path.join(path, "saved_model.pbtxt"), encoding="utf-8") as file:
        assert file.read().startswith("saved_model_schema_version: 1")
    same = exporting.model_from_saved_model(path)
    np.testing.assert_allclose(predictions(same), predictions(model), rtol=1e-6)
    assert bool(same.get_weights()) is not serving_only
    assert not same.compiled
