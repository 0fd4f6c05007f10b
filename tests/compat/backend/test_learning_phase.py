"""The learning phase holds for layers of this package and those that it calls, for no others."""

from __future__ import annotations

from collections.abc import Iterator

import keras
import numpy as np
import pytest

from rkeras_py.compat.backend import learning_phase

ONES = np.ones((1, 200), "float32")


@pytest.fixture(autouse=True)
def _unset() -> Iterator[None]:
    yield
    learning_phase.set_for_all(None)


def drops(layer, **options) -> bool:
    return bool((np.asarray(layer(ONES, **options)) == 0).any())


def test_a_phase_that_is_set_and_taken_back() -> None:
    ours = learning_phase.note(keras.layers.Dropout(0.5))
    assert not drops(ours) and learning_phase.current() == 0
    learning_phase.set_for_all(1)
    assert drops(ours) and learning_phase.current() == 1
    learning_phase.set_for_all(0)
    assert not drops(ours) and learning_phase.current() == 0
    learning_phase.set_for_all(None)
    assert not drops(ours) and drops(ours, training=True)


def test_what_a_call_says_comes_first() -> None:
    ours = learning_phase.note(keras.layers.Dropout(0.5))
    learning_phase.set_for_all(1)
    assert not drops(ours, training=False)
    learning_phase.set_for_all(0)
    assert drops(ours, training=True)


def test_plain_layers_do_not_follow() -> None:
    learning_phase.set_for_all(1)
    theirs = keras.layers.Dropout(0.5)
    assert not drops(theirs)
    with learning_phase.followed_by(theirs):
        assert drops(theirs)
    assert not drops(theirs)


def test_layers_made_while_a_phase_is_set_follow_at_once() -> None:
    learning_phase.set_for_all(1)
    assert drops(learning_phase.note(keras.layers.Dropout(0.5)))


def test_all_layers_of_a_model_follow() -> None:
    inner = keras.Sequential([keras.Input((200,)), keras.layers.Dropout(0.5)])
    model = keras.Sequential([keras.Input((200,)), inner])
    assert learning_phase.note_all(model) is model
    learning_phase.set_for_all(1)
    assert drops(model) and drops(inner.layers[0])


def test_anything_else_passes() -> None:
    for value in (3, "é", None, np.ones(2), print):
        assert learning_phase.note(value) is value
        assert learning_phase.note_all(value) is value
        with learning_phase.followed_by(value):
            assert learning_phase.current() == 0


def test_within_a_call_the_phase_is_the_call_s() -> None:
    seen = []

    class Asking(keras.layers.Layer):
        def call(self, x, training=None):
            seen.append(learning_phase.current())
            return x

    for training in (True, False, None):
        Asking()(ONES, training=training)
    assert seen[:2] == [1, 0] and seen[2] == 0


def test_a_layer_ends_to_follow_after_an_error() -> None:
    learning_phase.set_for_all(1)
    layer = keras.layers.Dropout(0.5)
    with pytest.raises(ZeroDivisionError), learning_phase.followed_by(layer):
        raise ZeroDivisionError
    assert not drops(layer)
