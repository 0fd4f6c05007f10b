"""What Keras keeps for a thread."""

from __future__ import annotations

import threading

import keras
import numpy as np

from rkeras_py.keras_private import state

ONES = np.ones((1, 200), "float32")


def test_each_thread_has_its_own() -> None:
    keras.layers.Dense(1)
    names: list[set[str]] = []
    thread = threading.Thread(target=lambda: names.append(set(state.global_state())))
    thread.start()
    thread.join()
    assert set(state.global_state()) - names[0]


def test_custom_objects_of_the_innermost_scope() -> None:
    with keras.saving.custom_object_scope({"außen": min}):
        with keras.saving.custom_object_scope({"innen": max}):
            assert state.scoped_custom_objects()["innen"] is max
        assert state.scoped_custom_objects()["außen"] is min
        assert "innen" not in state.scoped_custom_objects()


def test_scopes_without_state() -> None:
    with keras.StatelessScope():
        assert state.in_stateless_scope()
    assert not state.in_stateless_scope()


def test_training_is_that_of_the_call() -> None:
    seen = []

    class Asking(keras.layers.Layer):
        def call(self, x, training=None):
            seen.append(state.training_of_call())
            return x

    for training in (True, False):
        Asking()(ONES, training=training)
    assert seen == [True, False] and state.training_of_call() is None


def test_a_layer_that_asks_whether_it_trains() -> None:
    layer, answers = keras.layers.Dropout(0.5), [True, False, None]

    def dropped(**options) -> bool:
        return bool((layer(ONES, **options).numpy() == 0).any())

    state.train_by_default(layer, lambda: answers[0])
    assert dropped() and not dropped(training=False)
    answers.pop(0)
    assert not dropped() and dropped(training=True)
    state.train_as_keras(layer)
    answers[:] = [True]
    assert not dropped()
