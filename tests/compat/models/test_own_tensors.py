"""Losses that read tensors of the model itself, against what they are of by hand."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops

from rkeras_py.api.models import saving
from rkeras_py.api.training import batches, training
from rkeras_py.compat.models import own_tensors

X = np.random.default_rng(1).normal(size=(6, 3)).astype("float32")
Y = np.random.default_rng(2).normal(size=(6, 2)).astype("float32")


class Reads:
    """Stands for an R function; ``reads`` is what R finds in its code."""

    __name__ = "r_function"

    def __init__(self, function, reads=True):
        self.function, self.reads = function, reads

    def __call__(self, y_true, y_pred):
        return self.function(y_true, y_pred)

    def reads_symbolic(self):
        return self.reads


def loss_of(function, reads=True):
    def loss(y_true, y_pred):
        return function(y_true, y_pred)

    loss.r_function = Reads(function, reads)
    return loss


@pytest.fixture
def model():
    x = keras.Input((3,))
    code = keras.layers.Dense(2, name="code")(x)
    noisy = keras.layers.GaussianNoise(1.0)(code)
    return keras.Model(x, [keras.layers.Dense(2, name="a")(noisy), noisy])


def code_of(model):
    kernel, bias = model.get_layer("code").get_weights()
    return X @ kernel + bias


def test_it_is_computed_from_the_inputs_of_the_step(model):
    code = model.get_layer("code").output
    loss = loss_of(lambda t, p: ops.mean(ops.square(t - p), -1) + ops.sum(ops.square(code), -1))
    training.compile(model, "sgd", [loss, "mse"], loss_weights=[1, 0.5])
    weights = np.arange(6.0)
    found = training.evaluate(model, X, [Y, Y], sample_weight=[weights, weights], verbose=0)
    a = np.mean((model.predict(X, verbose=0)[0] - Y) ** 2, -1) + np.sum(code_of(model) ** 2, -1)
    b = np.mean((code_of(model) - Y) ** 2, -1)
    np.testing.assert_allclose(found["loss"], np.mean(weights * (a + 0.5 * b)), rtol=1e-4)


@pytest.mark.filterwarnings("ignore:Gradients do not exist")
def test_the_noise_of_the_prediction_is_that_of_the_loss(model):
    code, noisy = model.get_layer("code").output, model.outputs[1]
    loss = loss_of(lambda t, p: ops.sum(ops.square(p - noisy), -1) + 0 * ops.sum(code, -1))
    training.compile(model, "sgd", [None, loss])
    assert batches.train_on_batch(model, X, [Y, Y]) == 0


@pytest.mark.filterwarnings("ignore:Gradients do not exist")
def test_gradients_reach_the_layers_that_it_reads(model):
    code = model.get_layer("code").output
    training.compile(
        model, keras.optimizers.SGD(0.1), [loss_of(lambda t, p: ops.sum(code, -1)), None]
    )
    kernel, bias = model.get_layer("code").get_weights()
    batches.train_on_batch(model, X, [Y, Y])
    after = model.get_layer("code").get_weights()
    # the mean of sums: each unit's slope is the mean of the inputs
    np.testing.assert_allclose(after[0], kernel - 0.1 * X.mean(0)[:, None], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(after[1], bias - 0.1, rtol=1e-5)


def test_others_are_left_as_they_are(model):
    plain = loss_of(lambda t, p: ops.mean(ops.square(t - p), -1), reads=False)
    given = ([plain, "mse"], [["mae"], [plain]], None)
    assert own_tensors.bind(model, *given) == given
    assert own_tensors.bind(model, "mse", None, None) == ("mse", None, None)
    own = loss_of(lambda t, p: ops.sum(model.outputs[1], -1))
    (bound, other), *_ = own_tensors.bind(model, [own, "mse"], None, None)
    assert (bound.__name__, other) == (own.__name__, "mse")
    assert {"compute_loss", "compute_metrics"} <= set(vars(model))
    training.compile(model, "sgd", [plain, "mse"])
    assert {"compute_loss", "compute_metrics"} & set(vars(model)) == set()


def test_metrics_of_an_output_read_them_too(model):
    code = model.get_layer("code").output
    size = loss_of(lambda t, p: ops.sum(ops.square(code), -1))
    size.__name__ = "size"
    far = loss_of(lambda t, p: ops.max(ops.abs(t - p + 0 * code), -1))
    far.__name__ = "far"
    training.compile(model, "sgd", ["mse", "mse"], metrics=[["mae", size], [far]])
    found = training.evaluate(model, X, [Y, Y], verbose=0)
    assert {"a_mae", "a_size"} <= set(found)
    np.testing.assert_allclose(found["a_size"], np.mean(np.sum(code_of(model) ** 2, -1)), rtol=1e-4)
    (of_noise,) = (found[name] for name in found if name.endswith("far"))
    np.testing.assert_allclose(of_noise, np.mean(np.abs(code_of(model) - Y).max(-1)), rtol=1e-4)


def test_metrics_that_are_weighted_and_the_only_output():
    x = keras.Input((3,))
    code = keras.layers.Dense(2, name="code")(x)
    model = keras.Model(x, keras.layers.Dense(2)(code))
    first, heavy = loss_of(lambda t, p: code[:, 0]), loss_of(lambda t, p: code[:, 1])
    first.__name__, heavy.__name__ = "first", "heavy"
    training.compile(model, "sgd", "mse", metrics=[first], weighted_metrics=[heavy])
    weights = np.arange(6.0)
    found = training.evaluate(model, X, Y, sample_weight=weights, verbose=0, batch_size=2)
    values = code_of(model)
    np.testing.assert_allclose(found["first"], np.mean(values[:, 0]), rtol=1e-4)
    weighted = np.average(values[:, 1], weights=weights)
    np.testing.assert_allclose(found["heavy"], weighted, rtol=1e-4)


@pytest.mark.parametrize("ending", [".keras", ".h5"])
def test_the_model_can_be_saved_and_parts_of_it_made_into_models(model, tmp_path, ending):
    code = model.get_layer("code").output
    reads = loss_of(lambda t, p: ops.sum(ops.square(code), -1) + 0 * ops.sum(p, -1))
    training.compile(model, "sgd", [reads, "mse"], metrics=[[reads], []])
    path = str(tmp_path / f"model{ending}")
    saving.save_model_tf(model, path)
    same = saving.load_model_tf(path, compile=False)
    for one, other in zip(same.predict(X, verbose=0), model.predict(X, verbose=0), strict=True):
        np.testing.assert_array_equal(one, other)
    encoder = keras.Model(model.inputs, code)
    np.testing.assert_allclose(encoder.predict(X, verbose=0), code_of(model), rtol=1e-5)
