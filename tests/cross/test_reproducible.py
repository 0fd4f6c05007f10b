"""One seed, the same numbers to the last bit: R, Python, and Keras alone, each started afresh."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
import r_process

from rkeras_py.testing import Both, run_both, run_python

pytestmark = pytest.mark.skipif(r_process.missing_r() is not None, reason="R is not installed")

RNG = np.random.default_rng(0)
TABLE = RNG.normal(size=(200, 6))
INPUTS = {
    "table": TABLE,
    "sign": (TABLE[:, 0] * TABLE[:, 1] > 0).astype(float),
    "series": RNG.normal(size=(60, 8, 3)),
    "images": RNG.normal(size=(60, 12, 12, 1)),
    "kind": RNG.integers(0, 3, 60),
}

R_PROGRAM = """
    library(keras)
    set_random_seed(42)
    drawn <- runif(3)

    mlp <- keras_model_sequential() %>%
      layer_dense(32, activation = "relu", input_shape = 6) %>%
      layer_dropout(0.4) %>%
      layer_dense(16, activation = "relu") %>%
      layer_dense(1, activation = "sigmoid")
    first_weights <- get_weights(mlp)
    mlp %>% compile(optimizer = "adam", loss = "binary_crossentropy", metrics = "accuracy")
    mlp_history <- mlp %>%
      fit(table, sign, epochs = 4, batch_size = 16, validation_split = 0.25, verbose = 0)
    predicted <- mlp %>% predict(table, verbose = 0)

    lstm <- keras_model_sequential() %>%
      layer_lstm(8, input_shape = c(8, 3), dropout = 0.2, recurrent_dropout = 0.2) %>%
      layer_dense(3, activation = "softmax")
    lstm %>% compile(optimizer = optimizer_rmsprop(lr = 0.01),
                     loss = "sparse_categorical_crossentropy", metrics = "accuracy")
    lstm_history <- lstm %>% fit(series, kind, epochs = 3, batch_size = 8, verbose = 0)

    conv <- keras_model_sequential() %>%
      layer_conv_2d(8, c(3, 3), activation = "relu", input_shape = c(12, 12, 1)) %>%
      layer_batch_normalization() %>%
      layer_max_pooling_2d(c(2, 2)) %>%
      layer_flatten() %>%
      layer_dropout(0.5) %>%
      layer_dense(3, activation = "softmax")
    conv %>% compile(optimizer = optimizer_sgd(0.05, momentum = 0.9),
                     loss = "sparse_categorical_crossentropy")
    conv_history <- conv %>%
      fit(images, kind, epochs = 3, batch_size = 8, verbose = 0,
          validation_data = list(images, kind))
    noise <- as.array(k_random_normal(c(2, 2)))
    drawn_after <- runif(2)
"""

PYTHON_PROGRAM = """
    import rkeras_py as rk
    rk.set_random_seed(42)

    mlp = rk.keras_model_sequential()
    rk.layer_dense(mlp, 32, activation="relu", input_shape=6)
    rk.layer_dropout(mlp, 0.4)
    rk.layer_dense(mlp, 16, activation="relu")
    rk.layer_dense(mlp, 1, activation="sigmoid")
    first_weights = mlp.get_weights()
    rk.compile(mlp, optimizer="adam", loss="binary_crossentropy", metrics="accuracy")
    mlp_history = rk.fit(
        mlp, table, sign, epochs=4, batch_size=16, validation_split=0.25, verbose=0
    )
    predicted = rk.predict(mlp, table, verbose=0)

    lstm = rk.keras_model_sequential()
    rk.layer_lstm(lstm, 8, input_shape=(8, 3), dropout=0.2, recurrent_dropout=0.2)
    rk.layer_dense(lstm, 3, activation="softmax")
    rk.compile(lstm, optimizer=rk.optimizer_rmsprop(lr=0.01),
               loss="sparse_categorical_crossentropy", metrics="accuracy")
    lstm_history = rk.fit(lstm, series, kind, epochs=3, batch_size=8, verbose=0)

    conv = rk.keras_model_sequential()
    rk.layer_conv_2d(conv, 8, (3, 3), activation="relu", input_shape=(12, 12, 1))
    rk.layer_batch_normalization(conv)
    rk.layer_max_pooling_2d(conv, (2, 2))
    rk.layer_flatten(conv)
    rk.layer_dropout(conv, 0.5)
    rk.layer_dense(conv, 3, activation="softmax")
    rk.compile(conv, optimizer=rk.optimizer_sgd(0.05, momentum=0.9),
               loss="sparse_categorical_crossentropy")
    conv_history = rk.fit(
        conv, images, kind, epochs=3, batch_size=8, verbose=0, validation_data=[images, kind]
    )
    noise = rk.k_random_normal((2, 2))
    drawn = rk.r("runif(3)")  # R starts here, and is seeded as well
    drawn_after = rk.r("runif(2)")
"""

KERAS_PROGRAM = """
    import keras
    from keras import layers
    keras.utils.set_random_seed(42)
    mlp = keras.Sequential([
        keras.Input((6,)),
        layers.Dense(32, "relu"),
        layers.Dropout(0.4),
        layers.Dense(16, "relu"),
        layers.Dense(1, "sigmoid"),
    ])
    first_weights = mlp.get_weights()
    mlp.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    mlp_history = mlp.fit(
        table, sign, epochs=4, batch_size=16, validation_split=0.25, verbose=0
    )
"""


@cache
def both() -> Both:
    return run_both(R_PROGRAM, PYTHON_PROGRAM, inputs=INPUTS)


def bits(value: object) -> bytes:
    return np.asarray(value, "float64").tobytes()


def test_first_weights() -> None:
    weights = both().r["first_weights"]
    assert [array.shape for array in weights] == [(6, 32), (32,), (32, 16), (16,), (16, 1), (1,)]
    assert np.abs(weights[0]).max() > 0.1
    assert [bits(w) for w in weights] == [bits(w) for w in both().python["first_weights"]]


@pytest.mark.parametrize(("model", "epochs"), [("mlp", 4), ("lstm", 3), ("conv", 3)])
def test_training(model: str, epochs: int) -> None:
    r, python = (run[f"{model}_history"] for run in (both().r, both().python))
    assert len(set(r["loss"])) == epochs
    assert {name: bits(values) for name, values in r.items()} == {
        name: bits(values) for name, values in python.items()
    }
    r, python = both().r[model], both().python[model]
    assert list(r) == list(python)
    assert [array.tobytes() for array in r.values()] == [
        array.tobytes() for array in python.values()
    ]


def test_predictions_and_random_tensors() -> None:
    for name in ("predicted", "noise"):
        assert np.ptp(both().r[name]) > 0
        assert bits(both().r[name]) == bits(both().python[name])


def test_r_itself_is_seeded_in_both() -> None:
    (expected,) = r_process.run(
        ["Rscript", "-e", "set.seed(42); cat(format(runif(5), digits = 17))"]
    ).stdout.splitlines()
    for run in (both().r, both().python):
        drawn = [*run["drawn"], *run["drawn_after"]]
        assert drawn == [float(word) for word in expected.split()]


def test_keras_alone_has_the_same_first_weights_and_first_epoch() -> None:
    alone, ours = run_python(KERAS_PROGRAM, inputs=INPUTS), both().python
    assert [bits(w) for w in alone["first_weights"]] == [bits(w) for w in ours["first_weights"]]
    for name in ("loss", "accuracy", "val_loss", "val_accuracy"):
        theirs, mine = alone["mlp_history"][name], ours["mlp_history"][name]
        assert bits(theirs[:1]) == bits(mine[:1])
    assert alone["mlp_history"]["loss"][1:] != ours["mlp_history"]["loss"][1:]  # the orders differ
