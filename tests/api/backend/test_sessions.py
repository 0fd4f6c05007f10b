"""Sessions of old, and counters."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf
from backend_calls import k, numbers

from rkeras_py.convert.rule import ArgumentError


@pytest.fixture(autouse=True)
def no_session():
    yield
    k("clear_session")


def test_a_session_gives_numbers():
    with k("get_session") as session:
        assert session.run(tf.constant([1.0, 2.0]) * 2).tolist() == [2, 4]
        variable = k("variable", 3.0)
        first, second = session.run([variable, tf.constant(1)])
        assert first == 3 and second == 1
        x = k("placeholder", [None, 2])
        result = session.run(k("sum", x, 2), [[x, np.array([[1.0, 2.0], [3.0, 4.0]])]])
        assert result.tolist() == [3, 7]
        y = k("placeholder", [])
        total = session.run([x + y], [[x, np.ones((1, 2))], [y, 5.0]])
        assert total[0].tolist() == [[6, 6]]
    session.close()
    assert k("get_session") is session


def test_a_session_of_tensorflow_may_be_set():
    graph = tf.Graph()
    with graph.as_default():
        doubled = tf.constant([1.0, 2.0]) * 2
    theirs = tf.compat.v1.Session(graph=graph)
    k("set_session", theirs)
    assert k("get_session") is theirs
    assert k("get_session").run(doubled).tolist() == [2, 4]
    assert numbers(k("exp", 0.0)) == 1  # Keras computes as before
    k("clear_session")
    assert k("get_session") is not theirs


def test_no_session():
    with pytest.raises(ArgumentError) as caught:
        k("set_session", 3.0)
    message = "`session` must be a session, as returned by tf$compat$v1$Session(), not 3."
    assert str(caught.value) == message


@pytest.mark.parametrize("value", [True, False])
def test_variables_have_their_values_at_once(value):
    k("manual_variable_initialization", value)
    assert numbers(k("variable", 2.0)) == 2
    assert keras.layers.Dense(1)(np.ones((1, 2))).shape == (1, 1)


def test_counters():
    k("reset_uids")
    assert [k("get_uid", name) for name in ("a", "a", "b")] == [1, 2, 1]
    assert k("get_uid") == 1
    k("reset_uids")
    assert k("get_uid", "a") == 1
