"""Files in the layout of Keras 2: what was in them comes back, and learns on."""

from __future__ import annotations

import json
import zipfile

import h5py
import keras
import numpy as np
import pytest
from keras_2_files import (
    dense,
    input_layer,
    layer,
    normal,
    predict,
    sequential,
    write,
    write_weights,
)

from rkeras_py.api.models import configs, saving, weight_files
from rkeras_py.api.training import training
from rkeras_py.convert.rule import ArgumentError

W, B = normal(3, 1), normal(1)
X, Y = normal(6, 3), normal(6, 1)


def compiled(optimizer, **config):
    return {
        "loss": "mse",
        "metrics": [
            [
                {
                    "class_name": "MeanMetricWrapper",
                    "config": {"name": "mae", "dtype": "float32", "fn": "mean_absolute_error"},
                }
            ]
        ],
        "weighted_metrics": None,
        "loss_weights": None,
        "optimizer_config": {"class_name": optimizer, "config": config},
    }


def one_layer(path, training_config=None, optimizer=None):
    write(
        path,
        sequential(input_layer([3]), dense("d", 1, batch_input_shape=[None, 3])),
        {"d": {"kernel": W, "bias": B}},
        training_config,
        optimizer,
    )
    return str(path)


def gradients():
    """Of the mean squared error, with respect to the kernel and the bias."""
    error = 2 * (X @ W + B - Y) / len(X)
    return X.T @ error, error.sum(0)


def after_one_step(model):
    training.fit(model, X, Y, batch_size=6, epochs=1, verbose=0, shuffle=False)
    return model.get_weights()


def test_momentum_and_decay_go_on(tmp_path):
    """m <- momentum * m - lr / (1 + decay * t) * g; w <- w + m."""
    m = [normal(3, 1), normal(1)]
    path = one_layer(
        tmp_path / "old.h5",
        compiled("SGD", name="SGD", learning_rate=0.1, decay=0.5, momentum=0.9, nesterov=False),
        {
            "SGD/iter:0": np.int64(3),
            "SGD/d/kernel/momentum:0": m[0],
            "SGD/d/bias/momentum:0": m[1],
        },
    )
    model = saving.load_model_hdf5(path)
    np.testing.assert_allclose(predict(model, X), X @ W + B, rtol=1e-6)
    assert training.evaluate(model, X, Y, verbose=0) == pytest.approx(
        {"loss": np.mean((X @ W + B - Y) ** 2), "mae": np.mean(np.abs(X @ W + B - Y))}, rel=1e-5
    )
    rate = 0.1 / (1 + 0.5 * 3)
    for found, w, velocity, g in zip(after_one_step(model), (W, B), m, gradients(), strict=True):
        np.testing.assert_allclose(found, w + 0.9 * velocity - rate * g, rtol=1e-5)


def test_adams_means_go_on(tmp_path):
    m, v = [normal(3, 1), normal(1)], [np.abs(normal(3, 1)), np.abs(normal(1))]
    path = one_layer(
        tmp_path / "old.h5",
        compiled(
            "Custom>Adam",
            name="Adam",
            weight_decay=None,
            clipnorm=None,
            use_ema=False,
            jit_compile=True,
            is_legacy_optimizer=False,
            learning_rate=0.1,
            beta_1=0.9,
            beta_2=0.99,
            epsilon=1e-7,
            amsgrad=False,
        ),
        {
            "iteration:0": np.int64(4),
            "Adam/m/d/kernel:0": m[0],
            "Adam/v/d/kernel:0": v[0],
            "Adam/m/d/bias:0": m[1],
            "Adam/v/d/bias:0": v[1],
        },
    )
    found = after_one_step(saving.load_model_hdf5(path))
    for i, (w, g) in enumerate(zip((W, B), gradients(), strict=True)):
        mean = 0.9 * m[i] + 0.1 * g
        square = 0.99 * v[i] + 0.01 * g**2
        step = 0.1 * np.sqrt(1 - 0.99**5) / (1 - 0.9**5)
        np.testing.assert_allclose(found[i], w - step * mean / (np.sqrt(square) + 1e-7), rtol=1e-4)


def test_rmsprops_mean_goes_on_under_its_older_name(tmp_path):
    v = [np.abs(normal(3, 1)), np.abs(normal(1))]
    path = one_layer(
        tmp_path / "old.h5",
        compiled("RMSprop", lr=0.1, rho=0.8, epsilon=1e-7, decay=0.0),
        {
            "RMSprop/iter:0": np.int64(4),
            "RMSprop/d/kernel/rms:0": v[0],
            "RMSprop/d/bias/rms:0": v[1],
        },
    )
    found = after_one_step(saving.load_model_hdf5(path))
    for i, (w, g) in enumerate(zip((W, B), gradients(), strict=True)):
        square = 0.8 * v[i] + 0.2 * g**2
        np.testing.assert_allclose(found[i], w - 0.1 * g / np.sqrt(square + 1e-7), rtol=1e-4)


def test_an_optimizer_whose_state_does_not_fit_the_weights_starts_anew(tmp_path):
    path = one_layer(
        tmp_path / "old.h5",
        compiled("Nadam", learning_rate=0.1),
        {"Nadam/iter:0": np.int64(4), "Nadam/d/kernel/m:0": normal(3, 1)},
    )
    with pytest.warns(UserWarning, match="the optimizer starts anew: its variables are of other"):
        model = saving.load_model_hdf5(path)
    assert int(model.optimizer.iterations.numpy()) == 0


def test_losses_and_metrics_of_several_outputs(tmp_path):
    config = {
        "name": "model",
        "layers": [
            input_layer([3], name="i") | {"name": "i", "inbound_nodes": []},
            dense("a", 1) | {"name": "a", "inbound_nodes": [[["i", 0, 0, {}]]]},
            dense("b", 1) | {"name": "b", "inbound_nodes": [[["i", 0, 0, {}]]]},
        ],
        "input_layers": [["i", 0, 0]],
        "output_layers": [["a", 0, 0], ["b", 0, 0]],
    }
    metric = {"name": "b_mae", "dtype": "float32", "fn": "mean_absolute_error"}
    training_config = {
        "loss": {
            "a": "mse",
            "b": {"class_name": "MeanAbsoluteError", "config": {"reduction": "auto"}},
        },
        "metrics": [[None], [{"class_name": "MeanMetricWrapper", "config": metric}]],
        "weighted_metrics": None,
        "loss_weights": {"a": 1.0, "b": 0.5},
        "sample_weight_mode": None,
        "optimizer_config": {"class_name": "SGD", "config": {"lr": 0.1}},
    }
    path = tmp_path / "old.h5"
    write(
        path,
        {"class_name": "Model", "config": config},
        {"i": {}, "a": {"kernel": W, "bias": B}, "b": {"kernel": 2 * W, "bias": B}},
        training_config,
        version="2.2.4",
    )
    model = saving.load_model_hdf5(str(path))
    squared = np.mean((X @ W + B - Y) ** 2)
    off = np.mean(np.abs(2 * X @ W + B - Y))
    assert training.evaluate(model, X, [Y, Y], verbose=0) == pytest.approx(
        {"loss": squared + off / 2, "a_loss": squared, "b_loss": off, "b_mae": off}, rel=1e-5
    )


def test_early_versions_had_the_input_in_the_first_layer_and_layers_in_a_list(tmp_path):
    config = {
        "class_name": "Sequential",
        "config": [dense("d", 1, batch_input_shape=[None, 3]), dense("e", 1)],
    }
    weights = {"d": {"kernel": W, "bias": B}, "e": {"kernel": normal(1, 1), "bias": B}}
    write(tmp_path / "old.h5", config, weights, version="2.0.0")
    model = saving.load_model_hdf5(str(tmp_path / "old.h5"))
    expected = (X @ W + B) @ weights["e"]["kernel"] + B
    np.testing.assert_allclose(predict(model, X), expected, rtol=1e-5)
    assert model.input_shape == (None, 3)


def recurrent(kind, name, units, **more):
    return layer(
        kind,
        name,
        dtype="float32",
        units=units,
        activation="tanh",
        return_sequences=False,
        time_major=False,
        implementation=2,
        unroll=False,
        **more,
    )


def test_recurrent_and_normalizing_layers_with_their_old_arguments(tmp_path):
    """Compared with the same model, made and given its weights by hand."""
    gru = recurrent("GRU", "gru", 2, reset_after=True)
    layers = [
        layer(
            "Embedding",
            "e",
            batch_input_shape=[None, 4],
            input_dim=5,
            output_dim=3,
            mask_zero=True,
            input_length=4,
            dtype={"class_name": "Policy", "config": {"name": "float32"}},
        ),
        layer("Bidirectional", "bi", layer={"module": "keras.layers", **gru}, merge_mode="concat"),
        layer("BatchNormalization", "bn", axis=[1], momentum=0.99, epsilon=0.001),
        dense("d", 1),
    ]
    new = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Embedding(5, 3, mask_zero=True),
            keras.layers.Bidirectional(keras.layers.GRU(2)),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(1),
        ]
    )
    new.set_weights([np.abs(normal(*w.shape)) for w in new.get_weights()])
    weights = {
        name: {str(i): w for i, w in enumerate(part.get_weights())}
        for name, part in zip(("e", "bi", "bn", "d"), new.layers, strict=True)
    }
    write(tmp_path / "old.h5", sequential(input_layer([4]), *layers), weights)
    model = saving.load_model_hdf5(str(tmp_path / "old.h5"))
    x = np.array([[1, 2, 0, 0], [3, 4, 1, 2]], "float32")
    np.testing.assert_array_equal(predict(model, x), predict(new, x))


def test_batches_of_images_are_normalized_on_as_they_were(tmp_path):
    ones, zeros = np.ones(2, "float32"), np.zeros(2, "float32")
    norm = layer("BatchNormalization", "bn", axis=[3], momentum=0.5, epsilon=0.001)
    weights = {"bn": {"gamma": ones, "beta": zeros, "mean": zeros, "variance": ones}}
    write(tmp_path / "old.h5", sequential(input_layer([2, 2, 2]), norm), weights)
    model = saving.load_model_hdf5(str(tmp_path / "old.h5"))
    images = normal(3, 2, 2, 2)
    model(images, training=True)
    expected = 0.5 + 0.5 * images.reshape(-1, 2).var(0, ddof=1)
    np.testing.assert_allclose(model.layers[0].moving_variance, expected, rtol=1e-5)


def test_names_with_slashes(tmp_path):
    config = {
        "name": "model",
        "layers": [
            input_layer([3], name="i") | {"name": "i", "inbound_nodes": []},
            dense("block/conv", 1) | {"name": "block/conv", "inbound_nodes": [[["i", 0, 0, {}]]]},
        ],
        "input_layers": [["i", 0, 0]],
        "output_layers": [["block/conv", 0, 0]],
    }
    path = tmp_path / "old.h5"
    write(
        path,
        {"class_name": "Functional", "config": config},
        {"i": {}, "block/conv": {"kernel": W, "bias": B}},
    )
    model = saving.load_model_hdf5(str(path))
    assert model.layers[1].name == "block_conv"
    assert model.input_shape == (None, 3)
    np.testing.assert_allclose(predict(model, X), X @ W + B, rtol=1e-6)


def test_arguments_that_keras_3_lost_and_that_matter_are_told(tmp_path):
    config = sequential(input_layer([4, 3]), layer("LSTM", "l", units=2, time_major=True))
    write(tmp_path / "old.h5", config, {})
    with pytest.raises(ArgumentError) as error:
        saving.load_model_hdf5(str(tmp_path / "old.h5"))
    assert str(error.value) == (
        "the model has a layer LSTM with time_major = True, which Keras 3 does not have."
    )


def test_json_and_yaml_of_keras_2():
    layers = [input_layer([3]), dense("d", 2), layer("Dropout", "drop", rate=0.5)]
    config = {**sequential(*layers), "keras_version": "2.4.0", "backend": "tensorflow"}
    model = configs.model_from_json(json.dumps(config))
    assert [part.name for part in model.layers] == ["d", "drop"]
    assert model.count_params() == 8
    yaml = pytest.importorskip("yaml")
    config["config"]["layers"][0]["config"]["batch_input_shape"] = (None, 3)
    text = yaml.dump(config)
    assert "!!python/tuple" in text
    assert configs.model_from_yaml(text).count_params() == 8


def test_weights_of_keras_2_alone(tmp_path):
    with h5py.File(tmp_path / "w.h5", "w") as file:
        write_weights(file, {"i": {}, "d": {"kernel": W, "bias": B}})
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, name="d")])
    weight_files.load_model_weights_hdf5(model, str(tmp_path / "w.h5"))
    np.testing.assert_allclose(predict(model, X), X @ W + B, rtol=1e-6)
    with pytest.raises(ArgumentError, match=r"holds no model. If it holds weights, make the model"):
        saving.load_model_hdf5(str(tmp_path / "w.h5"))


def test_archives_of_keras_2(tmp_path):
    """A zip of three files: what it is, the model, and its weights in Keras 3's layout."""
    new = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, name="d")])
    new.set_weights([W, B])
    weights = tmp_path / "model.weights.h5"
    new.save_weights(str(weights))
    function = {"module": "builtins", "class_name": "function", "config": "mean_squared_error"}
    config = {
        "module": "keras",
        **sequential(input_layer([3]), dense("d", 1, batch_input_shape=[None, 3])),
        "registered_name": "Sequential",
        "build_config": {"input_shape": [None, 3]},
        "compile_config": {
            "optimizer": {"class_name": "Custom>SGD", "config": {"learning_rate": 0.25}},
            "loss": {**function, "registered_name": "mean_squared_error"},
            "metrics": ["mae"],
            "weighted_metrics": None,
            "loss_weights": None,
        },
    }
    path = tmp_path / "old.keras"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("metadata.json", json.dumps({"keras_version": "2.13.1"}))
        archive.writestr("config.json", json.dumps(config))
        archive.write(weights, "model.weights.h5")
    with pytest.warns(UserWarning, match="the optimizer starts anew"):
        model = saving.load_model_hdf5(str(path))
    error = X @ W + B - Y
    assert training.evaluate(model, X, Y, verbose=0) == pytest.approx(
        {"loss": np.mean(error**2), "mae": np.mean(np.abs(error))}, rel=1e-5
    )
    assert float(model.optimizer.learning_rate.numpy()) == 0.25
    assert not saving.load_model_tf(str(path), compile=False).compiled
