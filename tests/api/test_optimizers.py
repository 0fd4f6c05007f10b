"""Every optimizer against its published formula, and the arguments of Keras 2."""

from __future__ import annotations

import inspect

import keras
import numpy as np
import pytest

from rkeras_py.api import optimizers as api
from rkeras_py.api.callbacks.callbacks import callback_learning_rate_scheduler
from rkeras_py.compat.models import attributes
from rkeras_py.convert.rule import ArgumentError

START = np.array([1.0, -2.0, 0.5, 3.0])
GRADIENTS = [np.array([0.1, -0.4, 2.0, 0.0]), np.array([-0.3, 0.2, 1.0, 0.05])]
EPSILON = 1e-7


def stepped(optimizer, gradients=GRADIENTS, start=START):
    """The weights after one step for each gradient."""
    variable = keras.Variable(np.array(start, "float32"))
    for gradient in gradients:
        optimizer.apply([keras.ops.convert_to_tensor(np.array(gradient, "float32"))], [variable])
    return variable.numpy()


def sgd(rate=0.1, momentum=0.0, nesterov=False):
    w, m = START.copy(), np.zeros(4)
    for g in GRADIENTS:
        m = momentum * m - rate * g
        w += momentum * m - rate * g if nesterov else m
    return w


def adam(rate=0.1, beta_1=0.9, beta_2=0.999, amsgrad=False):
    w, m, v, largest = START.copy(), np.zeros(4), np.zeros(4), np.zeros(4)
    for t, g in enumerate(GRADIENTS, 1):
        m = beta_1 * m + (1 - beta_1) * g
        v = beta_2 * v + (1 - beta_2) * g**2
        largest = np.maximum(largest, v)
        v_used = largest if amsgrad else v
        step = rate * np.sqrt(1 - beta_2**t) / (1 - beta_1**t)
        w -= step * m / (np.sqrt(v_used) + EPSILON)
    return w


def adamax(rate=0.1, beta_1=0.9, beta_2=0.999):
    w, m, u = START.copy(), np.zeros(4), np.zeros(4)
    for t, g in enumerate(GRADIENTS, 1):
        m = beta_1 * m + (1 - beta_1) * g
        u = np.maximum(beta_2 * u, np.abs(g))
        w -= rate / (1 - beta_1**t) * m / (u + EPSILON)
    return w


def nadam(rate=0.1, beta_1=0.9, beta_2=0.999):
    w, m, v, product = START.copy(), np.zeros(4), np.zeros(4), 1.0
    for t, g in enumerate(GRADIENTS, 1):
        now, then = (beta_1 * (1 - 0.5 * 0.96**s) for s in (t, t + 1))
        product *= now
        m = beta_1 * m + (1 - beta_1) * g
        v = beta_2 * v + (1 - beta_2) * g**2
        mean = then * m / (1 - product * then) + (1 - now) * g / (1 - product)
        w -= rate * mean / (np.sqrt(v / (1 - beta_2**t)) + EPSILON)
    return w


def rmsprop(rate=0.1, rho=0.9, momentum=0.0, centered=False):
    w, v, mean, m = START.copy(), np.zeros(4), np.zeros(4), np.zeros(4)
    for g in GRADIENTS:
        v = rho * v + (1 - rho) * g**2
        mean = rho * mean + (1 - rho) * g
        spread = v - mean**2 if centered else v
        m = momentum * m + rate * g / np.sqrt(spread + EPSILON)
        w -= m
    return w


def adagrad(rate=0.1, first=0.1):
    w, v = START.copy(), np.full(4, first)
    for g in GRADIENTS:
        v = v + g**2
        w -= rate * g / np.sqrt(v + EPSILON)
    return w


def adadelta(rate=0.1, rho=0.95):
    w, v, u = START.copy(), np.zeros(4), np.zeros(4)
    for g in GRADIENTS:
        v = rho * v + (1 - rho) * g**2
        d = g * np.sqrt(u + EPSILON) / np.sqrt(v + EPSILON)
        u = rho * u + (1 - rho) * d**2
        w -= rate * d
    return w


def ftrl(rate=0.1, l1=0.0, l2=0.0):
    """McMahan et al. 2013, algorithm 1; the sums of squares start at 0.1."""
    w, n, z = START.copy(), np.full(4, 0.1), np.zeros(4)
    for g in GRADIENTS:
        sigma = (np.sqrt(n + g**2) - np.sqrt(n)) / rate
        n, z = n + g**2, z + g - sigma * w
        shrunk = np.where(np.abs(z) <= l1, 0.0, z - np.sign(z) * l1)
        w = -shrunk / (np.sqrt(n) / rate + 2 * l2)
    return w


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("sgd", {}, sgd()),
        ("sgd", {"momentum": 0.9}, sgd(momentum=0.9)),
        ("sgd", {"momentum": 0.9, "nesterov": True}, sgd(momentum=0.9, nesterov=True)),
        ("adam", {}, adam()),
        ("adam", {"beta_1": 0.5, "beta_2": 0.6}, adam(beta_1=0.5, beta_2=0.6)),
        ("adam", {"beta_2": 0.5, "amsgrad": True}, adam(beta_2=0.5, amsgrad=True)),
        ("adamax", {}, adamax()),
        ("adamax", {"beta_1": 0.5, "beta_2": 0.6}, adamax(beta_1=0.5, beta_2=0.6)),
        ("nadam", {}, nadam()),
        ("rmsprop", {}, rmsprop()),
        ("rmsprop", {"rho": 0.5, "momentum": 0.3}, rmsprop(rho=0.5, momentum=0.3)),
        ("rmsprop", {"centered": True}, rmsprop(centered=True)),
        ("adagrad", {}, adagrad()),
        ("adagrad", {"initial_accumulator_value": 0.5}, adagrad(first=0.5)),
        ("adadelta", {}, adadelta()),
        ("adadelta", {"rho": 0.5}, adadelta(rho=0.5)),
        ("ftrl", {}, ftrl()),
        (
            "ftrl",
            {"l1_regularization_strength": 0.2, "l2_regularization_strength": 0.3},
            ftrl(l1=0.2, l2=0.3),
        ),
    ],
)
def test_two_steps_are_the_formula(name, arguments, expected):
    optimizer = getattr(api, f"optimizer_{name}")(learning_rate=0.1, **arguments)
    np.testing.assert_allclose(stepped(optimizer), expected, rtol=2e-5, atol=1e-6)


ALL = ["adadelta", "adagrad", "adam", "adamax", "ftrl", "nadam", "rmsprop", "sgd"]


@pytest.mark.parametrize("name", ALL)
def test_the_old_arguments_are_known_to_all(name):
    make = getattr(api, f"optimizer_{name}")
    assert float(make(lr=0.25, decay=0).learning_rate) == 0.25
    halved = make(learning_rate=keras.optimizers.schedules.PiecewiseConstantDecay([0], [0.1, 0.05]))
    np.testing.assert_allclose(stepped(make(lr=0.1, decay=1.0)), stepped(halved), rtol=1e-6)
    assert make(jit_compile=False).get_config()["learning_rate"] == pytest.approx(
        inspect.signature(make).parameters["learning_rate"].default
    )


def test_decay_divides_the_rate_by_one_plus_decay_times_iterations():
    optimizer = api.optimizer_sgd(lr=0.2, decay=0.5)
    steps = stepped(optimizer, [np.ones(1)] * 4, [0.0])
    np.testing.assert_allclose(steps, -sum(0.2 / (1 + 0.5 * t) for t in range(4)), rtol=1e-6)
    assert float(optimizer.learning_rate) == pytest.approx(0.2)  # the rate before the division


def line(optimizer):
    """A model whose one weight has the gradient 1 at every batch."""
    model = keras.Sequential(
        [keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")]
    )
    model.compile(optimizer=optimizer, loss=lambda y, p: p)
    return model


def test_decay_goes_on_under_a_learning_rate_scheduler():
    model = line(api.optimizer_sgd(learning_rate=0.1, decay=1.0))
    seen = []

    def schedule(epoch, rate):
        seen.append(rate)
        return rate / 2

    ones = np.ones((4, 1), "float32")
    model.fit(
        ones,
        ones,
        batch_size=2,
        epochs=2,
        verbose=0,
        callbacks=[callback_learning_rate_scheduler(schedule)],
    )
    np.testing.assert_allclose(seen, [0.1, 0.05], rtol=1e-6)
    expected = 0.05 / 1 + 0.05 / 2 + 0.025 / 3 + 0.025 / 4
    np.testing.assert_allclose(model.get_weights()[0], [[-expected]], rtol=1e-5)


def test_decay_is_saved_as_a_schedule_of_keras(tmp_path):
    ones = np.ones((2, 1), "float32")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=api.optimizer_adam(lr=0.1, decay=0.5), loss="mse")
    model.fit(ones, ones, verbose=0)
    model.save(tmp_path / "m.keras")
    loaded = keras.saving.load_model(tmp_path / "m.keras")
    assert type(loaded.optimizer) is keras.optimizers.Adam
    assert float(loaded.optimizer.learning_rate) == pytest.approx(0.1 / 1.5)
    for m in (model, loaded):
        m.fit(ones, ones, verbose=0)
    np.testing.assert_allclose(loaded.get_weights()[0], model.get_weights()[0], rtol=1e-6)


def test_lr_reads_and_sets_the_learning_rate():
    optimizer = api.optimizer_sgd(learning_rate=0.5)
    attributes.set(optimizer, "lr", 0.25)
    assert float(attributes.get(optimizer, "lr")) == float(optimizer.learning_rate) == 0.25


def test_clipping():
    gradient = [np.array([3.0, 4.0, 0.0, 0.0])]

    def moved(**arguments):
        return START - stepped(api.optimizer_sgd(learning_rate=1, **arguments), gradient)

    np.testing.assert_allclose(moved(clipnorm=1), [0.6, 0.8, 0, 0], rtol=1e-5)
    np.testing.assert_allclose(moved(global_clipnorm=1), [0.6, 0.8, 0, 0], rtol=1e-5)
    np.testing.assert_allclose(moved(clipvalue=3.5), [3, 3.5, 0, 0], rtol=1e-5)
    np.testing.assert_allclose(moved(clipnorm=1, clipvalue=0.7), [0.6, 0.7, 0, 0], rtol=1e-5)
    np.testing.assert_allclose(moved(global_clipnorm=1, clipvalue=0.7), [0.6, 0.7, 0, 0], rtol=1e-5)


@pytest.mark.parametrize("name", ALL)
def test_an_optimizer_that_clips_twice_can_be_saved(name):
    optimizer = getattr(api, f"optimizer_{name}")(clipnorm=1, clipvalue=0.5)
    copy = keras.optimizers.deserialize(keras.optimizers.serialize(optimizer))
    assert type(copy) is type(optimizer)
    assert (copy.clipnorm, copy.clipvalue) == (1.0, 0.5)


def test_weight_decay_and_running_means_reach_keras():
    config = api.optimizer_rmsprop(weight_decay=0.1, use_ema=True, ema_momentum=0.5).get_config()
    assert config["weight_decay"] == 0.1
    assert config["ema_momentum"] == 0.5
    assert config["ema_overwrite_frequency"] == 100
    decayed = stepped(api.optimizer_sgd(learning_rate=0.5, weight_decay=0.1), [np.zeros(4)])
    np.testing.assert_allclose(decayed, START * (1 - 0.5 * 0.1), rtol=1e-6)


def test_epsilon_may_be_null():
    for make in (api.optimizer_adam, api.optimizer_rmsprop, api.optimizer_adagrad):
        assert make(epsilon=None).epsilon == keras.config.epsilon()


def test_a_schedule_is_followed():
    schedule = keras.optimizers.schedules.PiecewiseConstantDecay([1], [0.5, 0.25])
    moved = stepped(api.optimizer_sgd(learning_rate=schedule), [np.ones(1)] * 3, [0.0])
    np.testing.assert_allclose(moved, [-0.5 - 0.5 - 0.25], rtol=1e-6)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            {"learning_rate": True},
            "`learning_rate` must be a number of at least 0 or a learning rate schedule, not TRUE.",
        ),
        (
            {"lr": -1.0},
            "`lr` must be a number of at least 0 or a learning rate schedule, not -1.",
        ),
        ({"decay": -0.1}, "`decay` must be a number of at least 0, not -0.1."),
        ({"decay": "x"}, '`decay` must be a number of at least 0, not the string "x".'),
        (
            {"learning_rate": lambda: 0.1, "decay": 0.1},
            "`decay` needs a number as `learning_rate`, not a schedule.",
        ),
        ({"momentum": 1.5}, "`momentum` must be a number from 0 to 1, not 1.5."),
        (
            {"amsgrad": True},
            (
                "`amsgrad` must be FALSE, not TRUE: it is a variant of Adam and has no "
                "meaning here. Use optimizer_adam(amsgrad = TRUE) instead."
            ),
        ),
        ({"learning_rat": 0.1}, "unused argument (learning_rat = 0.1)"),
        (
            {"clipnorm": 1, "global_clipnorm": 1},
            "`clipnorm` and `global_clipnorm` cannot be given together.",
        ),
    ],
)
def test_errors(arguments, message):
    with pytest.raises(ArgumentError) as caught:
        api.optimizer_sgd(**arguments)
    assert str(caught.value) == message


def test_amsgrad_false_is_accepted():
    assert api.optimizer_sgd(amsgrad=False).name == "SGD"


def test_ftrl_refuses_a_positive_power():
    with pytest.raises(ArgumentError, match="`learning_rate_power` must be a number of at most 0"):
        api.optimizer_ftrl(learning_rate_power=0.5)


def test_schedule_decay_of_early_keras_is_unknown():
    with pytest.raises(ArgumentError, match=r"unused argument \(schedule_decay = 0.004\)"):
        api.optimizer_nadam(schedule_decay=0.004)


def test_lr_and_learning_rate_are_one():
    with pytest.raises(ArgumentError, match="`lr` and `learning_rate` are the same"):
        api.optimizer_sgd(lr=0.1, learning_rate=0.2)
    assert float(api.optimizer_sgd(lr=0.1).learning_rate) == pytest.approx(0.1)
