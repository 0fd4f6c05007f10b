"""The decorators of layers, parts, losses and metrics, on functions of the API."""

from __future__ import annotations

import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py import compat
from rkeras_py.registry.families import keras_class

T, P = np.array([[0.0, 1.0], [1.0, 0.0]]), np.array([[0.25, 0.75], [0.5, 0.5]])


def test_classes_are_keras_s_where_it_has_them() -> None:
    assert keras_class("layers", "Dense") is keras.layers.Dense
    assert keras_class("layers", "LocallyConnected1D").__module__.startswith(compat.__name__)
    ours = keras_class("layers", "normalization.BatchNormalization")
    assert ours is not keras.layers.BatchNormalization
    assert issubclass(ours, keras.layers.BatchNormalization)
    with pytest.raises(AttributeError, match="NoSuchLayer"):
        keras_class("layers", "NoSuchLayer")


def test_a_layer_is_given_added_or_called() -> None:
    assert isinstance(rk.layer_dense(units=2), keras.layers.Dense)
    model = rk.keras_model_sequential()
    assert rk.layer_dense(model, 2) is model and len(model.layers) == 1
    assert rk.layer_dense(keras.Input((3,)), 2).shape == (None, 2)


def test_parts_of_layers() -> None:
    assert rk.initializer_constant(3.0)((2,)).numpy().tolist() == [3, 3]
    penalty = rk.regularizer_l1_l2(0.5, 0.25)(keras.ops.array([2.0, -1.0]))
    assert float(penalty) == pytest.approx(0.5 * 3 + 0.25 * 5)


def test_a_loss_is_a_number_for_each_sample_or_an_object() -> None:
    expected = [np.mean((T[i] - P[i]) ** 2) for i in range(2)]
    np.testing.assert_allclose(rk.loss_mean_squared_error(T, P), expected, rtol=1e-6)
    np.testing.assert_allclose(rk.loss_mean_squared_error(y_true=T, y_pred=P), expected, rtol=1e-6)
    made = rk.loss_mean_squared_error(reduction="auto", name="größe")
    assert made.reduction == "sum_over_batch_size" and made.name == "größe"
    assert float(made(T, P)) == pytest.approx(np.mean(expected))


def test_what_keras_would_not_save_is_saved() -> None:
    huber = rk.loss_huber(delta=0.25)
    again = keras.losses.deserialize(keras.losses.serialize(huber))
    assert float(again(np.array([[0.0]]), np.array([[1.0]]))) == pytest.approx(0.21875)
    got = rk.loss_huber(np.array([[0.0]]), np.array([[1.0]]), delta=0.25)
    np.testing.assert_allclose(got, [0.25 * (1 - 0.25 / 2)], rtol=1e-6)


def test_numbers_are_vectors_of_one() -> None:
    assert rk.loss_mean_absolute_error(3.0, 1.0).numpy() == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: rk.loss_mean_squared_error(T), "`y_pred` is missing: give both or neither"),
        (lambda: rk.loss_mean_squared_error(y_pred=P), "`y_true` is missing"),
        (lambda: rk.loss_mean_squared_error("é", P), "`y_true` must be a tensor, or numbers"),
        (lambda: rk.loss_huber(T, P, 0.5, wrong=1), r"unused argument \(wrong=1\)"),
        (lambda: rk.metric_auc(T, P), "unused argument"),
        (lambda: rk.regularizer_l2(l2=0.1), r"unused argument|unexpected keyword"),
        (lambda: rk.layer_dense(units=1, wrong="ä"), "wrong"),
    ],
)
def test_what_does_not_fit_is_told(call, message) -> None:
    with pytest.raises((rk.ArgumentError, TypeError), match=message):
        call()
