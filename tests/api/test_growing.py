"""Layers added to a sequential model one by one: as if Keras had been given them all at once."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.compat.names.classes import class_names
from rkeras_py.keras_private.models import functional_class


def grown() -> keras.Sequential:
    model = rk.keras_model_sequential(name="stack")
    rk.layer_dense(model, 4, input_shape=3, kernel_initializer="ones", name="first")
    rk.layer_dropout(model, 0.5, name="second")
    rk.layer_dense(model, 2, kernel_initializer="ones", name="third")
    return model


def keras_own() -> keras.Sequential:
    return keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(4, kernel_initializer="ones", name="first"),
            keras.layers.Dropout(0.5, name="second"),
            keras.layers.Dense(2, kernel_initializer="ones", name="third"),
        ],
        name="stack",
    )


def test_each_layer_is_called_once() -> None:
    assert [len(layer._inbound_nodes) for layer in grown().layers] == [1, 1, 1]
    theirs = keras.Sequential([keras.Input((3,)), keras.layers.Dense(3)])
    rk.layer_dense(theirs, 2)
    rk.layer_dense(theirs, 1)
    assert [len(layer._inbound_nodes) for layer in theirs.layers] == [1, 1, 1]
    assert theirs.predict(np.ones((2, 3)), verbose=0).shape == (2, 1)


def test_the_graph_is_made_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    functional = functional_class()
    made = []
    make = functional.__init__

    def count(self, *args, **kwargs) -> None:
        made.append(self)
        make(self, *args, **kwargs)

    monkeypatch.setattr(functional, "__init__", count)
    model = grown()
    assert len(made) == 1  # Keras's, of the first layer
    assert model.output_shape == (None, 2)
    assert model.count_params() == 26
    assert len(made) == 2


def test_the_model_is_keras_own() -> None:
    model = grown()
    assert isinstance(model, keras.Sequential)
    assert model.built
    theirs = keras_own()
    assert [w.path for w in model.weights] == [w.path for w in theirs.weights]
    config = model.get_config()
    wanted = theirs.get_config()
    names = [layer["config"]["name"] for layer in wanted["layers"]]
    assert [layer["config"]["name"] for layer in config["layers"]][1:] == names[1:]
    assert config["build_input_shape"] == wanted["build_input_shape"]
    np.testing.assert_array_equal(model(np.ones((1, 3), "float32")), [[12, 12]])


@pytest.mark.parametrize(
    "use",
    [
        lambda m: m.output_shape == (None, 2),
        lambda m: m(np.ones((1, 3))).shape == (1, 2),
        lambda m: repr(m).startswith("<Sequential name=stack"),
        lambda m: len(m.layers) == 3,
        lambda m: m.predict(np.ones((1, 3)), verbose=0).tolist() == [[12, 12]],
        lambda m: len(copy.copy(m).layers) == 3,
        lambda m: len(pickle.loads(pickle.dumps(m)).layers) == 3,
        lambda m: keras.models.clone_model(m).count_params() == 26,
        lambda m: keras.saving.serialize_keras_object(m)["class_name"] == "Sequential",
        lambda m: keras.saving.serialize_keras_object(m)["module"] == "keras",
        lambda m: keras.saving.serialize_keras_object(m)["registered_name"] is None,
        lambda m: type(keras.models.clone_model(m)) is keras.Sequential,
        lambda m: type(keras.models.model_from_json(m.to_json())) is keras.Sequential,
    ],
)
def test_it_is_used_like_any_other(use) -> None:
    assert use(grown())


@pytest.mark.parametrize("ending", ["keras", "h5"])
def test_a_file_of_it_is_keras_own(ending: str, tmp_path) -> None:
    path = str(tmp_path / f"m.{ending}")
    model = grown()
    model.save(path)
    code = (
        "import sys, keras; m = keras.models.load_model(sys.argv[1]); "
        "assert 'rkeras_py' not in sys.modules; "
        "import numpy as np; x = np.ones((1, 3)); "
        "print(type(m) is keras.Sequential, m.predict(x, verbose=0).tolist())"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, path], capture_output=True, text=True, check=False
    )
    assert run.stdout.splitlines()[-1:] == ["True [[12.0, 12.0]]"], run.stderr
    saved = keras.Sequential.from_config(keras_own().get_config())
    saved.load_weights(path)
    np.testing.assert_array_equal(saved(np.ones((1, 3), "float32")), [[12, 12]])


def test_r_sees_keras_class_alone() -> None:
    assert class_names(type(grown())) == class_names(keras.Sequential)


def test_layers_can_be_added_after_use() -> None:
    model = grown()
    assert model.output_shape == (None, 2)
    rk.layer_dense(model, 1, kernel_initializer="ones")
    np.testing.assert_array_equal(model.predict(np.ones((2, 3)), verbose=0), [[24], [24]])
    model.pop()
    assert model.output_shape == (None, 2)


def test_a_layer_that_does_not_fit_leaves_the_model_as_it_was() -> None:
    model = grown()
    with pytest.raises(ValueError, match="at least 4 dimensions"):
        rk.layer_conv_2d(model, 3, 2)
    with pytest.raises(ValueError, match="Name 'first' is already"):
        rk.layer_dense(model, 3, name="first")
    assert [layer.name for layer in model.layers] == ["first", "second", "third"]
    assert model.output_shape == (None, 2)
    model = grown()
    with pytest.raises(ValueError, match="at least 4 dimensions"):
        rk.layer_conv_2d(model, 3, 2)
    rk.layer_dense(model, 1)
    assert [layer.output.shape for layer in model.layers][-1] == (None, 1)


def test_without_an_input_shape_the_data_tell_it() -> None:
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 4, kernel_initializer="ones")
    rk.layer_dense(model, 1, kernel_initializer="ones")
    assert not model.built
    np.testing.assert_array_equal(model.predict(np.ones((1, 5)), verbose=0), [[20]])


def test_what_a_layer_takes_is_told_with_the_way_out() -> None:
    model = rk.keras_model_sequential()
    rk.layer_lstm(model, 3, input_shape=[4, 2], name="first")
    with pytest.raises(rk.ArgumentError, match=r'"second" needs an input of 3 dimensions.*"first"'):
        rk.layer_lstm(model, 3, name="second")
    assert [layer.name for layer in model.layers] == ["first"]
    rk.layer_dense(model, 1)
    assert model.output_shape == (None, 1)
    flat = rk.layer_gru(rk.layer_input([4, 2]), 3)
    with pytest.raises(rk.ArgumentError, match="`return_sequences = TRUE`"):
        rk.layer_gru(flat, 3)
    with pytest.raises(rk.ArgumentError, match=r"not of shape \(None, 4\)\.$"):
        rk.layer_lstm(rk.layer_input([4]), 3)
