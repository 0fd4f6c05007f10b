"""Losses and metrics that are added to a model, against what they are of by hand."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops

from rkeras_py.api.models import saving
from rkeras_py.api.training import batches, training
from rkeras_py.compat.models import attributes
from rkeras_py.convert.rule import ArgumentError

X = np.random.default_rng(1).normal(size=(6, 3)).astype("float32")
Y = np.random.default_rng(2).normal(size=(6, 2)).astype("float32")
RATE = 0.1


@pytest.fixture
def model():
    keras.utils.set_random_seed(3)
    x = keras.Input((3,))
    code = keras.layers.Dense(2, name="code")(x)
    return keras.Model(x, keras.layers.Dense(2, name="out")(code))


def add(model, *losses):
    attributes.get(model, "add_loss")(losses[0] if len(losses) == 1 else list(losses))


def code_tensor(model):
    return model.get_layer("code").output


def code_of(model):
    kernel, bias = model.get_layer("code").get_weights()
    return X @ kernel + bias


def out_of(model):
    kernel, bias = model.get_layer("out").get_weights()
    return code_of(model) @ kernel + bias


def loss_of(model, y=None):
    return training.evaluate(model, X, y, verbose=0)["loss"]


def sgd(model, loss=None):
    training.compile(model, keras.optimizers.SGD(RATE), loss)


@pytest.mark.filterwarnings("ignore:Gradients do not exist")
def test_it_is_the_loss_where_there_is_no_other(model):
    add(model, ops.mean(ops.sum(ops.square(code_tensor(model)), axis=-1)))
    sgd(model)
    code = code_of(model)
    np.testing.assert_allclose(loss_of(model), np.mean(np.sum(code**2, -1)), rtol=1e-5)
    kernel, bias = model.get_layer("code").get_weights()
    assert batches.train_on_batch(model, X, None) == pytest.approx(
        np.mean(np.sum(code**2, -1)), rel=1e-5
    )
    after = model.get_layer("code").get_weights()
    np.testing.assert_allclose(after[0], kernel - RATE * 2 * X.T @ code / 6, rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(after[1], bias - RATE * 2 * code.mean(0), rtol=1e-4, atol=1e-6)
    history = training.fit(model, X, epochs=5, batch_size=3, verbose=0).history["loss"]
    assert len(history) == 5
    assert history[-1] < history[0] / 2


def test_it_counts_beside_another(model):
    add(model, ops.mean(ops.square(code_tensor(model))), ops.max(ops.abs(model.output)))
    sgd(model, "mse")
    out = out_of(model)
    by_hand = np.mean((out - Y) ** 2) + np.mean(code_of(model) ** 2) + np.max(np.abs(out))
    np.testing.assert_allclose(loss_of(model, Y), by_hand, rtol=1e-5)
    history = training.fit(model, X, Y, epochs=20, verbose=0, validation_data=[X, Y]).history
    np.testing.assert_allclose(history["loss"][0], by_hand, rtol=1e-5)
    np.testing.assert_allclose(history["val_loss"][-1], loss_of(model, Y), rtol=1e-5)
    assert history["loss"][-1] < 0.9 * by_hand


def test_it_counts_from_when_it_is_added_after_compiling_and_training(model):
    sgd(model, "mse")
    training.fit(model, X, Y, epochs=1, verbose=0)
    before = loss_of(model, Y)
    add(model, 100 * ops.mean(ops.square(code_tensor(model))))
    added = 100 * np.mean(code_of(model) ** 2)
    np.testing.assert_allclose(loss_of(model, Y), before + added, rtol=1e-5)
    training.fit(model, X, Y, epochs=1, verbose=0)
    assert np.mean(code_of(model) ** 2) != pytest.approx(added / 100, rel=0.1)


@pytest.mark.filterwarnings("ignore:Gradients do not exist")
def test_of_several_values_the_mean_is_told_and_the_sum_learnt(model):
    """As tf_keras 2.21 does."""
    add(model, ops.sum(code_tensor(model), axis=-1))
    sgd(model)
    np.testing.assert_allclose(loss_of(model), np.mean(code_of(model).sum(-1)), rtol=1e-5)
    kernel, bias = model.get_layer("code").get_weights()
    batches.train_on_batch(model, X, None)
    after = model.get_layer("code").get_weights()
    np.testing.assert_allclose(after[0], kernel - RATE * X.sum(0)[:, None], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(after[1], bias - RATE * 6, rtol=1e-5)


def test_it_has_the_noise_of_the_prediction():
    x = keras.Input((3,))
    noisy = keras.layers.GaussianNoise(1.0)(x)
    out = keras.layers.Dense(3, kernel_initializer="identity")(noisy)
    model = keras.Model(x, out)
    add(model, 7 + 1000 * ops.mean(ops.abs(out - noisy)))
    attributes.get(model, "add_metric")(ops.mean(ops.abs(noisy - x)), name="noise")
    training.compile(model, keras.optimizers.SGD(0.0))
    first = training.fit(model, X, epochs=1, verbose=0).history
    assert first["loss"] == [7]
    assert first["noise"][0] > 0.2
    assert training.evaluate(model, X, verbose=0) == {"loss": 7, "noise": 0}


def test_a_function_is_called_at_each_step(model):
    kernel = model.get_layer("out").kernel
    add(model, lambda: 0.5 * ops.sum(ops.square(kernel)))
    sgd(model, "mse")
    by_hand = np.mean((out_of(model) - Y) ** 2) + 0.5 * np.sum(kernel.numpy() ** 2)
    np.testing.assert_allclose(loss_of(model, Y), by_hand, rtol=1e-5)


def test_inputs_may_be_the_targets():
    x, y = keras.Input((3,), name="x"), keras.Input((2,), name="y")
    out = keras.layers.Dense(2, name="out")(x)
    model = keras.Model([x, y], out)
    add(model, ops.mean(ops.square(out - y)))
    sgd(model)
    kernel, bias = model.get_layer("out").get_weights()
    found = training.evaluate(model, [X, Y], verbose=0)
    np.testing.assert_allclose(found["loss"], np.mean((X @ kernel + bias - Y) ** 2), rtol=1e-5)
    assert training.predict(model, [X, Y], verbose=0).shape == (6, 2)


@pytest.mark.filterwarnings("ignore:The structure of `inputs`")
def test_a_sequential_model_may_grow_afterwards():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2, name="code")])
    add(model, ops.mean(code_tensor(model)))
    model.add(keras.layers.Dense(2, name="out"))
    sgd(model, "mse")
    by_hand = np.mean((out_of(model) - Y) ** 2) + np.mean(code_of(model))
    np.testing.assert_allclose(loss_of(model, Y), by_hand, rtol=1e-5)
    np.testing.assert_allclose(training.predict(model, X), out_of(model), rtol=1e-5, atol=1e-6)


def test_metrics_count_from_the_next_compile(model):
    attributes.get(model, "add_metric")(ops.mean(code_tensor(model)), name="level")
    attributes.get(model, "add_metric")(ops.max(code_tensor(model)), "top", aggregation="mean")
    training.compile(model, "sgd", "mse", metrics=["mae"])
    attributes.get(model, "add_metric")(ops.min(code_tensor(model)), "low")
    found = training.evaluate(model, X, Y, verbose=0)
    assert list(found) == ["loss", "mae", "level", "top"]
    np.testing.assert_allclose(found["level"], np.mean(code_of(model)), rtol=1e-4)
    np.testing.assert_allclose(found["top"], np.max(code_of(model)), rtol=1e-4)
    training.compile(model, "sgd", "mse")
    np.testing.assert_allclose(
        training.evaluate(model, X, Y, verbose=0)["low"], np.min(code_of(model)), rtol=1e-4
    )
    with pytest.raises(NotImplementedError):
        attributes.get(model, "add_metric")(1.0, name="number")


def test_what_does_not_fit_changes_nothing(model):
    sgd(model, "mse")
    before = loss_of(model, Y)
    with pytest.raises(ArgumentError, match=r"`losses` must be tensors .*, or functions, not 3"):
        add(model, 3)
    with pytest.raises(ArgumentError, match="must be computed from its inputs"):
        add(model, ops.mean(keras.Input((3,))))
    with pytest.raises(ArgumentError, match='the layer "outside", which the model does not have'):
        add(model, ops.mean(keras.layers.Dense(2, name="outside")(model.output)))
    assert loss_of(model, Y) == before
    frozen = keras.layers.Dense(1, name="frozen", trainable=False, kernel_initializer="ones")
    add(model, ops.mean(frozen(model.output)))
    np.testing.assert_allclose(loss_of(model, Y), before + out_of(model).sum(-1).mean(), rtol=1e-5)


@pytest.mark.parametrize("ending", [".keras", ".h5", ""])
def test_saving_tells_that_it_is_left_out(model, tmp_path, ending):
    add(model, ops.mean(ops.square(code_tensor(model))))
    sgd(model, "mse")
    path = str(tmp_path / f"model{ending}")
    with pytest.warns(UserWarning, match=r"added with `add_loss\(\)` are not saved with the model"):
        saving.write(model, path)
    same = saving.load_model_tf(path)
    np.testing.assert_allclose(
        training.predict(same, X), training.predict(model, X), rtol=1e-5, atol=1e-6
    )
    np.testing.assert_allclose(loss_of(same, Y), np.mean((out_of(model) - Y) ** 2), rtol=1e-5)
    add(same, ops.mean(ops.square(code_tensor(same))))
    np.testing.assert_allclose(loss_of(same, Y), loss_of(model, Y), rtol=1e-5)
