"""Models in files and as bytes: they predict the same, bit for bit, and go on learning."""

from __future__ import annotations

import os

import keras
import numpy as np
import pytest
import tensorflow as tf
from small_models import data, stack, two_ways, two_ways_data

from rkeras_py.api import losses, optimizers
from rkeras_py.api.layers import augmentation, preprocessing
from rkeras_py.api.models import saving
from rkeras_py.api.training import training
from rkeras_py.convert.rule import ArgumentError

X, Y = (array.astype("float32") for array in data())


def trained(**optimizer):
    model = stack(3, 1)
    training.compile(
        model, optimizer=optimizers.optimizer_adam(0.01, **optimizer), loss="mse", metrics=["mae"]
    )
    training.fit(model, X, Y, epochs=1, verbose=0, shuffle=False)
    return model


def _raw(model, path, **options):
    with open(path, "wb") as file:
        file.write(saving.serialize_model(model, **options))


def _unraw(path, **options):
    with open(path, "rb") as file:
        return saving.unserialize_model(file.read(), **options)


FORMATS = {
    ".h5": (saving.save_model_hdf5, saving.load_model_hdf5),
    ".keras": (saving.save_model_hdf5, saving.load_model_hdf5),
    "folder": (saving.save_model_tf, saving.load_model_tf),
    "raw": (_raw, _unraw),
}
every_format = pytest.mark.parametrize("ending", FORMATS)


def predictions(model, x=X):
    """What a model makes of data, without the time that predict() needs to begin."""
    if isinstance(x, dict):
        x = [
            keras.ops.convert_to_tensor(x[name], "float32")
            for name in (t.name for t in model.inputs)
        ]
    return keras.tree.map_structure(keras.ops.convert_to_numpy, model(x))


def history(model):
    return training.fit(model, X, Y, epochs=1, verbose=0, shuffle=False).history


@pytest.mark.parametrize(
    ("ending", "decay"),
    [(".h5", None), (".h5", 0.5), (".keras", 0.5), ("folder", None), ("raw", None)],
)
def test_what_is_loaded_predicts_and_learns_on_as_if_nothing_had_been(tmp_path, ending, decay):
    save, load = FORMATS[ending]
    model = trained(decay=decay)
    path = str(tmp_path / f"model{ending}")
    save(model, path)
    same = load(path)
    np.testing.assert_array_equal(predictions(same), predictions(model))
    assert history(same) == history(model)
    assert float(same.optimizer.learning_rate.numpy()) == pytest.approx(0.01)


@every_format
def test_without_its_optimizer_a_model_is_smaller_and_not_compiled(tmp_path, ending):
    save, load = FORMATS[ending]
    model = trained()
    sizes = []
    for include in (True, False):
        path = tmp_path / f"{include}" / f"model{ending}"
        os.makedirs(path.parent)
        save(model, str(path), include_optimizer=include)
        inner = path / "assets.extra" / "model.keras" if path.is_dir() else path
        sizes.append(inner.stat().st_size)
    assert sizes[1] < sizes[0]
    same = load(str(path))
    assert not same.compiled
    np.testing.assert_array_equal(predictions(same), predictions(model))


@every_format
def test_a_model_may_be_loaded_without_being_compiled(tmp_path, ending):
    save, load = FORMATS[ending]
    path = str(tmp_path / f"model{ending}")
    save(trained(), path)
    assert load(path).compiled
    assert not load(path, compile=False).compiled


@every_format
def test_several_outputs_with_their_losses_and_metrics(tmp_path, ending):
    save, load = FORMATS[ending]
    x, y = two_ways_data()
    model = two_ways()
    training.compile(
        model,
        optimizer="rmsprop",
        loss={"main_output": "mse", "aux_output": "binary_crossentropy"},
        loss_weights={"aux_output": 0.5},
        metrics={"aux_output": "accuracy"},
    )
    path = str(tmp_path / f"model{ending}")
    save(model, path)
    same = load(path)
    expected = training.evaluate(model, x, y, verbose=0)
    assert training.evaluate(same, x, y, verbose=0) == expected
    assert list(expected) == [
        "loss",
        "main_output_loss",
        "aux_output_loss",
        "aux_output_accuracy",
    ]


def absolute(y_true, y_pred):
    return keras.ops.mean(keras.ops.abs(y_true - y_pred), axis=-1)


@every_format
def test_functions_of_ones_own_come_by_their_names(tmp_path, ending):
    save, load = FORMATS[ending]
    model = stack(1)
    training.compile(model, optimizer="sgd", loss=absolute, metrics=[absolute])
    expected = training.evaluate(model, X, Y, verbose=0)
    path = str(tmp_path / f"model{ending}")
    save(model, path)
    with pytest.raises(ArgumentError) as error:
        load(path)
    assert str(error.value) == (
        'the model uses "absolute", which is not known here: pass it as '
        "`custom_objects = list(absolute = ...)`; a loss or a metric is not needed with "
        "`compile = FALSE`."
    )
    same = load(path, custom_objects={"absolute": absolute})
    assert training.evaluate(same, X, Y, verbose=0) == expected
    kernel, bias = model.get_weights()
    assert expected["loss"] == pytest.approx(np.mean(np.abs(X @ kernel + bias - Y)), rel=1e-5)


@pytest.mark.parametrize("ending", [".h5", ".keras"])
@pytest.mark.parametrize(
    ("loss", "expected"),
    [
        (
            losses.loss_huber(delta=0.1),
            np.where(np.abs(Y) < 0.1, Y**2 / 2, 0.1 * np.abs(Y) - 0.005),
        ),
        (losses.loss_cosine_similarity(axis=1), np.zeros(1)),  # of nothing but zeros
        ("mse", Y**2),
    ],
)
def test_losses_keep_their_arguments(tmp_path, ending, loss, expected):
    path = str(tmp_path / f"model{ending}")
    model = stack(1)
    model.set_weights([0 * w for w in model.get_weights()])
    training.compile(model, optimizer="sgd", loss=loss)
    saving.save_model_hdf5(model, path)
    for read in (saving.load_model_hdf5, keras.saving.load_model):
        found = training.evaluate(read(path), X, Y, verbose=0)
        assert found["loss"] == pytest.approx(expected.mean(), rel=1e-5)


@pytest.mark.parametrize("ending", [".h5", ".keras"])
def test_layers_that_differ_in_errors_alone_are_saved_as_keras_own(tmp_path, ending):
    path = str(tmp_path / f"model{ending}")
    model = keras.Sequential([keras.Input((4, 4, 1))])
    augmentation.layer_random_flip(model, "horizontal")
    augmentation.layer_random_brightness(model, 0.5, value_range=(0.0, 1.0))
    augmentation.layer_resizing(model, 2, 2, interpolation="nearest")
    model.add(keras.layers.Flatten())
    preprocessing.layer_category_encoding(model, num_tokens=5, output_mode="count")
    saving.save_model_hdf5(model, path)
    own, plain = saving.load_model_hdf5(path), keras.saving.load_model(path)
    assert {type(layer).__module__.split(".")[0] for layer in plain.layers} == {"keras"}
    assert [type(layer) for layer in own.layers] == [type(layer) for layer in model.layers]
    x = np.zeros((1, 4, 4, 1), "float32")
    x[0, 1::2, 1::2, 0] = [[1, 2], [3, 3]]  # what "nearest" takes of each four
    for loaded in (own, plain):
        assert loaded(x, training=False).numpy().tolist() == [[0, 1, 1, 2, 0]]
    with pytest.raises(Exception, match="categories must be whole numbers from 0"):
        own(x + 9, training=False)


class Far(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return keras.ops.square(y_true - y_pred)


@every_format
def test_losses_that_are_classes_come_by_their_names(tmp_path, ending):
    save, load = FORMATS[ending]
    model = stack(1)
    training.compile(model, optimizer="sgd", loss=Far())
    path = str(tmp_path / f"model{ending}")
    save(model, path)
    with pytest.raises(ArgumentError, match='the model uses "Far", which is not known here'):
        load(path)
    expected = training.evaluate(model, X, Y, verbose=0)
    assert training.evaluate(load(path, custom_objects={"Far": Far}), X, Y, verbose=0) == expected


class Doubling(keras.layers.Layer):
    def call(self, inputs):
        return 2 * inputs


@every_format
def test_layers_of_ones_own_come_by_their_names(tmp_path, ending):
    save, load = FORMATS[ending]
    model = keras.Sequential([keras.Input((4,)), Doubling()])
    path = str(tmp_path / f"model{ending}")
    save(model, path)
    with pytest.raises(ArgumentError, match='the model uses "Doubling", which is not known here'):
        load(path, compile=False)
    same = load(path, custom_objects=[Doubling])
    np.testing.assert_array_equal(predictions(same), 2 * X.astype("float32"))


def test_a_file_that_is_there_may_be_kept(tmp_path):
    path = tmp_path / "model.h5"
    path.write_text("mine")
    for save in (saving.save_model_hdf5, saving.save_model_tf):
        with pytest.raises(ArgumentError) as error:
            save(stack(1), str(path), overwrite=False)
        assert str(error.value) == (
            f'`filepath` exists: "{path}". Use `overwrite = TRUE` to replace it.'
        )
    assert path.read_text() == "mine"
    saving.save_model_hdf5(stack(1), str(path))
    assert saving.load_model_hdf5(str(path)).layers[0].units == 1


class Broken(keras.layers.Layer):
    def call(self, inputs):
        return inputs

    def get_config(self):
        raise RuntimeError("no config")


@pytest.mark.parametrize("save", [saving.save_model_hdf5, saving.save_model_tf])
def test_a_failed_call_leaves_what_was_there(tmp_path, save):
    path = str(tmp_path / "model")
    model = stack(1)
    save(model, path)
    with pytest.raises(RuntimeError, match="no config"):
        save(keras.Sequential([keras.Input((4,)), Broken()]), path)
    same = saving.load_model_tf(path)
    np.testing.assert_array_equal(predictions(same), predictions(model))
    assert os.listdir(tmp_path) == ["model"]


def test_folders_are_made(tmp_path):
    for save in (saving.save_model_hdf5, saving.save_model_tf):
        for name in ("model", "model.any", "model.keras"):
            path = str(tmp_path / save.__name__ / "deep" / name)
            save(stack(1), path)
            for load in (saving.load_model_hdf5, saving.load_model_tf):
                assert load(path).layers[0].units == 1


def test_saving_in_one_format_does_not_spoil_the_next(tmp_path):
    model = trained()
    saving.save_model_hdf5(model, str(tmp_path / "a.h5"))
    saving.save_model_hdf5(model, str(tmp_path / "b.keras"))
    assert type(saving.load_model_hdf5(str(tmp_path / "b.keras")).optimizer).__name__ == "Adam"


def test_the_decay_that_a_callback_steers_is_still_steered(tmp_path):
    path = str(tmp_path / "model.h5")
    saving.save_model_hdf5(trained(decay=0.1), path)
    same = saving.load_model_hdf5(path)
    same.optimizer.learning_rate = 0.0
    before = same.get_weights()
    history(same)
    for a, b in zip(before, same.get_weights(), strict=True):
        np.testing.assert_array_equal(a, b)


def test_a_saved_model_serves_tensorflow(tmp_path):
    model = stack(3, 1)
    saving.save_model_tf(model, str(tmp_path / "m"))
    served = tf.saved_model.load(str(tmp_path / "m")).signatures["serving_default"]
    (found,) = served(tf.constant(X, tf.float32)).values()
    np.testing.assert_allclose(found, predictions(model), rtol=1e-6)


def test_files_beside_the_variables_of_a_saved_model_stay(tmp_path):
    """In a folder of the user's, such as the working directory."""
    mine = [
        "variables.R",
        "variables.csv",
        "variables.data-2024",
        "variables.data-00000-of-00001.x",
    ]
    (tmp_path / "variables").mkdir()
    for name in (*mine, "variables.data-00001-of-00002"):  # the last is of an older SavedModel
        (tmp_path / "variables" / name).write_text("mine")
    saving.save_model_tf(stack(1), str(tmp_path))
    saving.load_model_tf(str(tmp_path))
    own = ["variables.data-00000-of-00001", "variables.index"]
    assert sorted(os.listdir(tmp_path / "variables")) == sorted([*own, *mine])
    assert {(tmp_path / "variables" / name).read_text() for name in mine} == {"mine"}


def test_signatures_of_ones_own(tmp_path):
    model = stack(1)
    spec = tf.TensorSpec((None, 4), tf.float32, name="x")
    twice = tf.function(lambda x: {"twice": 2 * model(x)}, input_signature=[spec])
    saving.save_model_tf(model, str(tmp_path / "m"), signatures=twice)
    served = tf.saved_model.load(str(tmp_path / "m")).signatures["serving_default"]
    found = served(x=tf.constant(X, tf.float32))["twice"]
    np.testing.assert_allclose(found, 2 * predictions(model), rtol=1e-6)
    np.testing.assert_array_equal(
        predictions(saving.load_model_tf(str(tmp_path / "m"))), predictions(model)
    )


def test_a_graph_of_other_programs_predicts(tmp_path):
    class Line(tf.Module):
        def __init__(self):
            self.slope = tf.Variable([[2.0], [3.0]])

        @tf.function(input_signature=[tf.TensorSpec((None, 2), tf.float32, name="x")])
        def line(self, x):
            return {"y": x @ self.slope + 1.0}

    module = Line()
    tf.saved_model.save(module, str(tmp_path / "line"), signatures=module.line)
    model = saving.load_model_tf(str(tmp_path / "line"))
    assert predictions(model, np.array([[1.0, 1.0], [0.0, 2.0]])).tolist() == [[6.0], [7.0]]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"text", '`filepath`: "{}" contains no model that Keras can read.'),
        (None, '`filepath`: there is no file or folder "{}".'),
    ],
)
@pytest.mark.parametrize("load", [saving.load_model_hdf5, saving.load_model_tf])
def test_what_is_no_model(tmp_path, content, text, load):
    path = tmp_path / "file"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ArgumentError) as error:
        load(str(path))
    assert str(error.value) == text.format(path)


def test_what_else_is_no_model(tmp_path):
    with pytest.raises(ArgumentError, match=r"the folder .* contains no model"):
        saving.load_model_tf(str(tmp_path))
    with pytest.raises(ArgumentError, match=r"`model` must be a raw vector .*, not 5\."):
        saving.unserialize_model(5)
    with pytest.raises(ArgumentError, match="`model` contains no model that Keras can read"):
        saving.unserialize_model(b"text")
