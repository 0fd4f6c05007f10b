"""Recurrent layers whose sequences come with the steps first: the same, with axes swapped."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers

from rkeras_py.compat.layers import time_major
from rkeras_py.compat.layers.time_major import samples_first

X = numbers(2, 5, 3)  # samples, steps, features
SWAPPED = X.swapaxes(0, 1)
CLASSES = {
    "LSTM": lambda module, **o: module.LSTM(4, **o),
    "GRU": lambda module, **o: module.GRU(4, **o),
    "RNN": lambda module, **o: module.RNN(keras.layers.SimpleRNNCell(4), **o),
}


class Ours:
    """The time-major classes by Keras's names."""

    LSTM = time_major.TimeMajorLSTM
    GRU = time_major.TimeMajorGRU
    RNN = time_major.TimeMajorRNN


def with_same_weights(kind, x=X, y=SWAPPED, **options):
    theirs, ours = CLASSES[kind](keras.layers, **options), CLASSES[kind](Ours, **options)
    theirs(x)
    ours(y)
    ours.set_weights(theirs.get_weights())
    return theirs, ours


@pytest.mark.parametrize("kind", CLASSES)
@pytest.mark.parametrize("sequences", [True, False])
def test_sequences_and_last_outputs(kind, sequences):
    theirs, ours = with_same_weights(kind, return_sequences=sequences)
    expected = theirs(X).numpy()
    got = ours(SWAPPED).numpy()
    np.testing.assert_allclose(got.swapaxes(0, 1) if sequences else got, expected, rtol=1e-5)
    assert tuple(ours.compute_output_shape((5, 2, 3))) == got.shape


@pytest.mark.parametrize("kind", ["LSTM", "GRU"])
def test_states_keep_their_shape(kind):
    theirs, ours = with_same_weights(kind, return_sequences=True, return_state=True)
    (expected, *states), (got, *own) = theirs(X), ours(SWAPPED)
    np.testing.assert_allclose(got.numpy().swapaxes(0, 1), expected, rtol=1e-5)
    for one, other in zip(own, states, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5)
    start = [numbers(2, 4, seed=i) for i in range(len(states))]
    np.testing.assert_allclose(
        ours(SWAPPED, initial_state=start)[0].numpy().swapaxes(0, 1),
        theirs(X, initial_state=start)[0],
        rtol=1e-5,
    )


def test_masks_come_with_the_steps_first():
    theirs, ours = with_same_weights("LSTM")
    mask = np.array([[True] * 5, [True, True, False, False, False]])
    expected = theirs(X, mask=mask)
    np.testing.assert_allclose(ours(SWAPPED, mask=mask.T), expected, rtol=1e-5)


def test_both_directions():
    def both(cls, **more):
        return cls(keras.layers.LSTM(4, return_sequences=True), merge_mode=None, **more)

    theirs, ours = both(keras.layers.Bidirectional), both(time_major.TimeMajorBidirectional)
    theirs(X)
    ours(SWAPPED)
    ours.set_weights(theirs.get_weights())
    for got, expected in zip(ours(SWAPPED), theirs(X), strict=True):
        np.testing.assert_allclose(got.numpy().swapaxes(0, 1), expected, rtol=1e-5)


def test_a_model_with_it_is_saved(tmp_path):
    model = keras.Sequential([keras.Input(batch_shape=(5, 2, 3)), time_major.TimeMajorGRU(4)])
    path = tmp_path / "m.keras"
    model.save(path)
    again = keras.models.load_model(path)
    np.testing.assert_allclose(again(SWAPPED), model(SWAPPED), rtol=1e-6)


def test_the_layer_with_the_samples_first():
    layer = samples_first(time_major.TimeMajorLSTM(4, go_backwards=True))
    assert type(layer) is keras.layers.LSTM
    assert layer.units == 4 and layer.go_backwards and not layer.built
