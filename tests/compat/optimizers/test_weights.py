"""The state of optimizers in Keras 2's order, against the formulas of their moments."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.api import optimizers as api
from rkeras_py.compat.models import attributes
from rkeras_py.compat.optimizers import weights as optimizer_weights
from rkeras_py.convert.rule import ArgumentError

A, B = np.array([[1.0, -2.0], [0.5, 0.25]]), np.array([0.1, -0.3, 2.0])  # gradients


def stepped(optimizer, times=1):
    variables = [keras.Variable(np.zeros(g.shape, "float32")) for g in (A, B)]
    for _ in range(times):
        optimizer.apply(
            [keras.ops.convert_to_tensor(g.astype("float32")) for g in (A, B)], variables
        )
    return variables


@pytest.mark.parametrize(
    ("optimizer", "slots"),
    [
        (lambda: api.optimizer_adam(0.1), [lambda g: 0.1 * g, lambda g: 0.001 * g**2]),
        (
            lambda: api.optimizer_adam(0.1, clipnorm=100, clipvalue=100),
            [lambda g: 0.1 * g, lambda g: 0.001 * g**2],
        ),
        (lambda: api.optimizer_adamax(0.1), [lambda g: 0.1 * g, abs]),
        (
            lambda: api.optimizer_rmsprop(0.1, rho=0.75, momentum=0.5, centered=True),
            [
                lambda g: 0.25 * g**2,
                lambda g: 0.1 * g / np.sqrt(0.25 * g**2 - (0.25 * g) ** 2 + 1e-7),
                lambda g: 0.25 * g,
            ],
        ),
        (lambda: api.optimizer_sgd(0.5, momentum=0.9), [lambda g: -0.5 * g]),
        (lambda: api.optimizer_sgd(0.5, decay=0.1), []),
    ],
    ids=["adam", "adam clipped twice", "adamax", "rmsprop", "sgd", "sgd with decay"],
)
def test_the_steps_come_first_then_slot_after_slot(optimizer, slots):
    optimizer = optimizer()
    stepped(optimizer)
    steps, *state = attributes.get(optimizer, "get_weights")()
    assert steps == 1
    assert len(state) == 2 * len(slots)
    wanted = [slot(g) for slot in slots for g in (A, B)]
    for array, want in zip(state, wanted, strict=True):
        np.testing.assert_allclose(array, want, rtol=1e-4)


def test_what_is_set_goes_on_as_where_it_was_taken():
    first, second = api.optimizer_nadam(0.1), api.optimizer_nadam(0.1)
    start = stepped(first, 3)
    state = attributes.get(first, "get_weights")()
    stepped(second)
    attributes.get(second, "set_weights")(state)
    for one, other in zip(attributes.get(second, "get_weights")(), state, strict=True):
        np.testing.assert_array_equal(one, other)
    variables = [keras.Variable(v.numpy()) for v in start]
    gradients = [keras.ops.convert_to_tensor(g.astype("float32")) for g in (A, B)]
    first.apply(gradients)
    # its slots belong to variables of its own
    for own, variable in zip(second._trainable_variables, variables, strict=True):
        own.assign(variable)
    second.apply(gradients)
    for one, other in zip(start, second._trainable_variables, strict=True):
        np.testing.assert_allclose(one.numpy(), other.numpy(), rtol=1e-6)


def test_numbers_of_r_are_taken_by_their_elements():
    optimizer = api.optimizer_sgd(0.5, momentum=0.9)
    stepped(optimizer)
    attributes.get(optimizer, "set_weights")([4.0, A, [1, 2, 3]])
    steps, _, last = (variable.numpy() for variable in attributes.get(optimizer, "weights"))
    assert (steps, last.tolist()) == (4, [1.0, 2.0, 3.0])


@pytest.mark.parametrize(
    ("weights", "text"),
    [
        (
            3,
            (
                "`weights` must be a list of 3 arrays, as returned by get_weights() of the "
                "optimizer, not 3."
            ),
        ),
        (
            [1, A],
            (
                "`weights` must be a list of 3 arrays, as returned by get_weights() of the "
                "optimizer, not a list of length 2."
            ),
        ),
        ([1, A, A], "`weights[[3]]` must be of shape (3), not a numeric matrix of 2 x 2."),
        (
            [1, A.ravel(), B],
            "`weights[[2]]` must be of shape (2, 2), not a numeric vector of length 4.",
        ),
    ],
)
def test_others_change_nothing(weights, text):
    optimizer = api.optimizer_sgd(0.5, momentum=0.9)
    stepped(optimizer)
    before = optimizer_weights.get(optimizer)
    with pytest.raises(ArgumentError) as error:
        attributes.get(optimizer, "set_weights")(weights)
    assert str(error.value) == text
    for one, other in zip(optimizer_weights.get(optimizer), before, strict=True):
        np.testing.assert_array_equal(one, other)


def test_an_optimizer_that_made_no_step_has_no_slots():
    optimizer = api.optimizer_adam()
    assert [int(w) for w in attributes.get(optimizer, "get_weights")()] == [0]
    with pytest.raises(ArgumentError, match=r"list of 1 arrays, .* \(more after its first step\)"):
        attributes.get(optimizer, "set_weights")([3, A, A])
