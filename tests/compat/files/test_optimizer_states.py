"""The state of optimizers in files of Keras 2; the next step is computed with NumPy."""

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
    normal,
    predict,
    sequential,
    write,
)

from rkeras_py.api.models import saving
from rkeras_py.api.training import training

W, B = normal(3, 1), normal(1)
X, Y = normal(6, 3), normal(6, 1)
CONFIG = sequential(input_layer([3]), dense("d", 1, batch_input_shape=[None, 3]))
ERROR = 2 * (X @ W + B - Y) / len(X)
#: Of the mean squared error, with respect to the kernel and the bias.
GRADIENTS = [X.T @ ERROR, ERROR.sum(0)]


def h5(path, optimizer, config, state):
    training_config = {
        "loss": "mse",
        "metrics": None,
        "weighted_metrics": None,
        "loss_weights": None,
        "optimizer_config": {"class_name": optimizer, "config": config},
    }
    write(path, CONFIG, {"d": {"kernel": W, "bias": B}}, training_config, state)
    return str(path)


def archive(path, optimizer, config, state):
    """A ``.keras`` file of Keras 2.13, which keeps an optimizer's variables by number."""
    weights = path.with_suffix(".weights.h5")
    with h5py.File(weights, "w") as file:
        for i, value in enumerate([W, B]):
            file[f"layers/dense/vars/{i}"] = value
        for i, value in enumerate(state):
            file[f"optimizer/vars/{i}"] = value
    compiled = {"optimizer": {"class_name": optimizer, "config": config}, "loss": "mse"}
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("metadata.json", json.dumps({"keras_version": "2.13.1"}))
        file.writestr("config.json", json.dumps({**CONFIG, "compile_config": compiled}))
        file.write(weights, "model.weights.h5")
    return str(path)


def after_one_step(path):
    model = saving.load_model_hdf5(path)
    training.fit(model, X, Y, batch_size=6, epochs=1, verbose=0, shuffle=False)
    return model.get_weights()


def check(found, expected):
    for array, other in zip(found, expected, strict=True):
        np.testing.assert_allclose(array, other, rtol=2e-4, atol=1e-6)


def moments():
    return [normal(3, 1), normal(1)], [np.abs(normal(3, 1)), np.abs(normal(1))]


def nadam(m, v, passed, product, pace):
    """One step of Nadam (Dozat 2016) with the default rates and a learning rate of 0.1."""
    now, later = (0.9 * (1 - 0.5 * 0.96 ** (pace * t)) for t in (passed + 1, passed + 2))
    product = product * now
    for i, (w, g) in enumerate(zip([W, B], GRADIENTS, strict=True)):
        first = 0.9 * m[i] + 0.1 * g
        second = 0.999 * v[i] + 0.001 * g**2
        ahead = later * first / (1 - product * later) + (1 - now) * g / (1 - product)
        spread = np.sqrt(second / (1 - 0.999 ** (passed + 1)))
        yield w - 0.1 * ahead / (spread + 1e-7)


def test_nadam(tmp_path):
    m, v = moments()
    state = {
        "iteration:0": np.int64(4),
        "Nadam/m/d/kernel:0": m[0],
        "Nadam/v/d/kernel:0": v[0],
        "Nadam/m/d/bias:0": m[1],
        "Nadam/v/d/bias:0": v[1],
    }
    path = h5(tmp_path / "old.h5", "Custom>Nadam", {"learning_rate": 0.1}, state)
    product = np.prod([0.9 * (1 - 0.5 * 0.96**t) for t in range(1, 5)])
    check(after_one_step(path), nadam(m, v, 4, product, 1))


@pytest.mark.parametrize("name", ["decay", "schedule_decay"])
def test_nadam_before_keras_2_11(name, tmp_path):
    """Its momentum warms up more slowly, and what it was multiplied to is in the file."""
    m, v = moments()
    state = {
        "Nadam/iter:0": np.int64(4),
        "Nadam/momentum_cache:0": np.float32(0.05),
        "Nadam/d/kernel/m:0": m[0],
        "Nadam/d/bias/m:0": m[1],
        "Nadam/d/kernel/v:0": v[0],
        "Nadam/d/bias/v:0": v[1],
    }
    path = h5(tmp_path / "old.h5", "Nadam", {"learning_rate": 0.1, name: 0.004}, state)
    check(after_one_step(path), nadam(m, v, 4, 0.05, 0.004))
    again = str(tmp_path / "new.keras")
    saving.save_model_hdf5(saving.load_model_hdf5(path), again)
    assert saving.load_model_hdf5(again).optimizer.schedule_decay == 0.004


def ftrl(accumulators, linears):
    """One step of FTRL (McMahan 2013) with a learning rate of 0.5 and an L1 of 0.01."""
    for w, g, n, z in zip([W, B], GRADIENTS, accumulators, linears, strict=True):
        total = n + g**2
        linear = z + g - (np.sqrt(total) - np.sqrt(n)) / 0.5 * w
        yield np.where(
            np.abs(linear) > 0.01, (np.sign(linear) * 0.01 - linear) / (np.sqrt(total) / 0.5), 0
        )


FTRL = {"learning_rate": 0.5, "l1_regularization_strength": 0.01}


@pytest.mark.parametrize("form", ["Ftrl/{slot}/d/{weight}:0", "Ftrl/d/{weight}/{slot}:0"])
def test_ftrl(form, tmp_path):
    z, n = moments()
    state = {"Ftrl/iter:0": np.int64(4)}
    for i, weight in enumerate(["kernel", "bias"]):
        state[form.format(slot="accumulator", weight=weight)] = n[i]
        state[form.format(slot="linear", weight=weight)] = z[i]
    check(after_one_step(h5(tmp_path / "old.h5", "Ftrl", FTRL, state)), ftrl(n, z))


def test_ftrl_in_an_archive(tmp_path):
    z, n = moments()
    state = [np.int64(4), n[0], z[0], n[1], z[1]]
    check(after_one_step(archive(tmp_path / "old.keras", "Ftrl", FTRL, state)), ftrl(n, z))


def adam(m, v, passed):
    for i, (w, g) in enumerate(zip([W, B], GRADIENTS, strict=True)):
        first = (0.9 * m[i] + 0.1 * g) / (1 - 0.9 ** (passed + 1))
        second = (0.999 * v[i] + 0.001 * g**2) / (1 - 0.999 ** (passed + 1))
        yield w - 0.1 * first / (np.sqrt(second) + 1e-7)


@pytest.mark.parametrize("rate", [[], [np.float32(0.1)]], ids=["steps", "steps and rate"])
def test_adam_in_an_archive(rate, tmp_path):
    m, v = moments()
    state = [np.int64(4), *rate, m[0], v[0], m[1], v[1]]
    path = archive(tmp_path / "old.keras", "Adam", {"learning_rate": 0.1}, state)
    check(after_one_step(path), adam(m, v, 4))


def test_rmsprop_in_an_archive(tmp_path):
    """Its momenta stand behind all of its mean squares."""
    m, v = moments()
    config = {"learning_rate": 0.1, "rho": 0.8, "momentum": 0.5}
    state = [np.int64(4), v[0], v[1], m[0], m[1]]
    expected = []
    for w, g, square, momentum in zip([W, B], GRADIENTS, v, m, strict=True):
        mean = 0.8 * square + 0.2 * g**2
        expected.append(w - (0.5 * momentum + 0.1 * g / np.sqrt(mean + 1e-7)))
    check(after_one_step(archive(tmp_path / "old.keras", "RMSprop", config, state)), expected)


def test_sgd_without_momentum_keeps_its_steps(tmp_path):
    """Keras 2.11 and later write momenta that are not used."""
    state = {
        "iteration:0": np.int64(4),
        "SGD/m/d/kernel:0": normal(3, 1),
        "SGD/m/d/bias:0": normal(1),
    }
    path = h5(tmp_path / "old.h5", "SGD", {"learning_rate": 0.1, "momentum": 0.0}, state)
    assert int(saving.load_model_hdf5(path).optimizer.iterations.numpy()) == 4
    check(after_one_step(path), [w - 0.1 * g for w, g in zip([W, B], GRADIENTS, strict=True)])


def test_a_schedule_without_a_name(tmp_path):
    schedule = {
        "class_name": "ExponentialDecay",
        "config": {
            "initial_learning_rate": 0.2,
            "decay_steps": 2,
            "decay_rate": 0.25,
            "staircase": False,
            "name": None,
        },
    }
    state = [np.int64(2), np.zeros((3, 1)), np.zeros(1)]
    path = archive(tmp_path / "old.keras", "SGD", {"learning_rate": schedule}, state)
    rate = saving.load_model_hdf5(path).optimizer.learning_rate
    assert float(keras.ops.convert_to_numpy(rate)) == pytest.approx(0.05)


def test_variables_that_do_not_fit_are_left(tmp_path):
    state = [np.int64(4), normal(3, 1), normal(3, 1)]
    path = archive(tmp_path / "old.keras", "Adam", {"learning_rate": 0.1}, state)
    with pytest.warns(
        UserWarning,
        match="the optimizer starts without its saved state: its variables have other",
    ):
        model = saving.load_model_hdf5(path)
    assert int(model.optimizer.iterations.numpy()) == 0


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


def test_momentum_and_decay_go_on(tmp_path):
    """m <- momentum * m - lr / (1 + decay * t) * g; w <- w + m."""
    m = [normal(3, 1), normal(1)]
    config = {"name": "SGD", "learning_rate": 0.1, "decay": 0.5, "momentum": 0.9, "nesterov": False}
    state = {
        "SGD/iter:0": np.int64(3),
        "SGD/d/kernel/momentum:0": m[0],
        "SGD/d/bias/momentum:0": m[1],
    }
    path = h5(tmp_path / "old.h5", "SGD", config, state)
    np.testing.assert_allclose(predict(saving.load_model_hdf5(path), X), X @ W + B, rtol=1e-6)
    rate = 0.1 / (1 + 0.5 * 3)
    for found, w, velocity, g in zip(after_one_step(path), (W, B), m, GRADIENTS, strict=True):
        np.testing.assert_allclose(found, w + 0.9 * velocity - rate * g, rtol=1e-5)


def test_adams_means_go_on(tmp_path):
    m, v = moments()
    config = {
        "name": "Adam",
        "weight_decay": None,
        "clipnorm": None,
        "use_ema": False,
        "jit_compile": True,
        "is_legacy_optimizer": False,
        "learning_rate": 0.1,
        "beta_1": 0.9,
        "beta_2": 0.99,
        "epsilon": 1e-7,
        "amsgrad": False,
    }
    state = {
        "iteration:0": np.int64(4),
        "Adam/m/d/kernel:0": m[0],
        "Adam/v/d/kernel:0": v[0],
        "Adam/m/d/bias:0": m[1],
        "Adam/v/d/bias:0": v[1],
    }
    found = after_one_step(h5(tmp_path / "old.h5", "Custom>Adam", config, state))
    for i, (w, g) in enumerate(zip((W, B), GRADIENTS, strict=True)):
        mean = 0.9 * m[i] + 0.1 * g
        square = 0.99 * v[i] + 0.01 * g**2
        step = 0.1 * np.sqrt(1 - 0.99**5) / (1 - 0.9**5)
        np.testing.assert_allclose(found[i], w - step * mean / (np.sqrt(square) + 1e-7), rtol=1e-4)


def test_rmsprops_mean_goes_on_under_its_older_name(tmp_path):
    _, v = moments()
    config = {"lr": 0.1, "rho": 0.8, "epsilon": 1e-7, "decay": 0.0}
    state = {
        "RMSprop/iter:0": np.int64(4),
        "RMSprop/d/kernel/rms:0": v[0],
        "RMSprop/d/bias/rms:0": v[1],
    }
    found = after_one_step(h5(tmp_path / "old.h5", "RMSprop", config, state))
    for i, (w, g) in enumerate(zip((W, B), GRADIENTS, strict=True)):
        square = 0.8 * v[i] + 0.2 * g**2
        np.testing.assert_allclose(found[i], w - 0.1 * g / np.sqrt(square + 1e-7), rtol=1e-4)


def test_an_optimizer_whose_state_does_not_fit_the_weights_starts_anew(tmp_path):
    state = {"Nadam/iter:0": np.int64(4), "Nadam/d/kernel/m:0": normal(3, 1)}
    path = h5(tmp_path / "old.h5", "Nadam", {"learning_rate": 0.1}, state)
    with pytest.warns(
        UserWarning,
        match="the optimizer starts without its saved state: its variables have other",
    ):
        model = saving.load_model_hdf5(path)
    assert int(model.optimizer.iterations.numpy()) == 0
