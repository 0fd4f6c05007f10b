"""Functions and objects as callbacks: what they are told, and when."""

from __future__ import annotations

import keras
import numpy as np

from rkeras_py.compat.callbacks.functions import FunctionCallback, ObjectCallback

X = np.ones((4, 1), "float32")


def model() -> keras.Model:
    made = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    made.compile("sgd", "mse")
    return made


def test_names_of_keras_2_are_those_of_training() -> None:
    called = []
    callback = FunctionCallback(
        {
            "on_batch_begin": lambda batch, logs: called.append(("begin", batch, logs)),
            "on_batch_end": lambda batch, logs: called.append(("end", batch, sorted(logs))),
        }
    )
    model().fit(X, X, batch_size=2, verbose=0, callbacks=[callback])
    assert called == [
        ("begin", 0, {}), ("end", 0, ["loss"]), ("begin", 1, {}), ("end", 1, ["loss"]),
    ]  # fmt: skip
    called.clear()
    model().evaluate(X, X, verbose=0, callbacks=[callback])
    assert called == []


def test_hooks_of_whole_trainings_get_logs_alone() -> None:
    called = []
    callback = FunctionCallback({"on_train_begin": called.append, "on_train_end": called.append})
    model().fit(X, X, epochs=2, verbose=0, callbacks=[callback])
    assert called[0] == {} and list(called[1]) == ["loss"]


def test_what_is_changed_in_the_logs_holds_for_others() -> None:
    seen = []
    first = FunctionCallback({"on_epoch_end": lambda epoch, logs: logs.update(own=epoch + 0.5)})
    later = FunctionCallback({"on_epoch_end": lambda epoch, logs: seen.append(logs["own"])})
    history = model().fit(X, X, epochs=2, verbose=0, callbacks=[first, later])
    assert history.history["own"] == seen == [0.5, 1.5]


def test_hooks_that_are_not_set_do_nothing() -> None:
    callback = FunctionCallback({})
    model().fit(X, X, verbose=0, callbacks=[callback])


def test_objects_are_told_of_the_model_and_the_parameters() -> None:
    told = {}
    callback = ObjectCallback({}, told.__setitem__, "Own")
    made = model()
    made.fit(X, X, epochs=3, batch_size=2, verbose=0, callbacks=[callback])
    assert told["model"] is made
    assert told["params"]["epochs"] == 3 and told["params"]["steps"] == 2
