"""Locally connected layers: every place with its own kernel, by loops; three ways to keep them."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from formulas import numbers

from rkeras_py.api.layers.locally_connected import (
    layer_locally_connected_1d,
    layer_locally_connected_2d,
)
from rkeras_py.convert.rule import ArgumentError

LAYERS = {1: layer_locally_connected_1d, 2: layer_locally_connected_2d}
IMPLEMENTATIONS = [(1, "valid"), (2, "valid"), (3, "valid"), (2, "same"), (3, "same")]


def connected(full, extents, sizes, strides, padding):
    """The weights that there are in ``full`` (inputs, channels, outputs, filters), 0 elsewhere.

    With "same" the kernel begins half its extent before every ``stride``-th place.
    """
    rank = len(extents)
    if padding == "valid":
        outputs = [(n - k) // s + 1 for n, k, s in zip(extents, sizes, strides, strict=True)]
    else:
        outputs = [-(-n // s) for n, s in zip(extents, strides, strict=True)]
    kept = np.zeros_like(full)
    for out in np.ndindex(*outputs):
        for tap in np.ndindex(*sizes):
            before = [k // 2 if padding == "same" else 0 for k in sizes]
            at = [out[d] * strides[d] - before[d] + tap[d] for d in range(rank)]
            if all(0 <= at[d] < extents[d] for d in range(rank)):
                kept[(*at, slice(None), *out)] = full[(*at, slice(None), *out)]
    return kept, outputs


def laid_out(kept, outputs, sizes, strides, implementation, data_format):
    """The weights as an implementation keeps them."""
    rank = len(sizes)
    first = data_format == "channels_first"
    if implementation == 1:
        places = []
        for out in np.ndindex(*outputs):
            cuts = tuple(
                slice(o * s, o * s + k) for o, s, k in zip(out, strides, sizes, strict=True)
            )
            patch = kept[(*cuts, slice(None), *out)]  # places of the kernel, channels, filters
            patch = np.moveaxis(patch, rank, 0) if first else patch
            places.append(patch.reshape(-1, kept.shape[-1]))
        return np.stack(places)
    if first:  # channels before the places, filters before theirs
        kept = np.moveaxis(np.moveaxis(kept, rank, 0), -1, rank + 1)
    if implementation == 2:
        return kept + 7.0 * (kept == 0)  # what connects nothing does not count
    n_inputs = int(np.prod(kept.shape[: rank + 1]))
    matrix = kept.reshape(n_inputs, -1)
    return matrix.T[matrix.T != 0]  # by output, then by input


@pytest.mark.parametrize("rank", [1, 2])
@pytest.mark.parametrize("data_format", ["channels_last", "channels_first"])
@pytest.mark.parametrize(("implementation", "padding"), IMPLEMENTATIONS)
def test_every_place_has_its_own_kernel(
    rank: int, data_format: str, implementation: int, padding: str
) -> None:
    extents, sizes, strides = (6, 5)[:rank], (3, 2)[:rank], (2, 1)[:rank]
    x = numbers(2, *extents, 2)
    _, outputs = connected(np.zeros((*extents, 2, *extents, 3)), extents, sizes, strides, padding)
    full = numbers(*extents, 2, *outputs, 3)
    kept, _ = connected(full, extents, sizes, strides, padding)
    bias = numbers(*outputs, 3)
    expected = np.tensordot(x, kept, axes=rank + 1)
    if data_format == "channels_first":
        x, expected = np.moveaxis(x, -1, 1), np.moveaxis(expected, -1, 1)
        expected = expected + bias.reshape(3, *outputs)
    else:
        expected = expected + bias
    kernel = laid_out(kept, outputs, sizes, strides, implementation, data_format)
    layer = LAYERS[rank](
        filters=3,
        kernel_size=sizes,
        strides=strides,
        padding=padding,
        data_format=data_format,
        implementation=implementation,
        weights=[kernel, bias],
    )
    assert layer(x).numpy() == pytest.approx(expected, abs=1e-5)
    assert layer.compute_output_shape((None, *x.shape[1:])) == (None, *expected.shape[1:])


@pytest.mark.parametrize(
    ("implementation", "shape"), [(1, (4, 6, 2)), (2, (6, 2, 4, 2)), (3, (48,))]
)
def test_each_implementation_learns_and_is_saved(
    implementation: int, shape: tuple[int, ...], tmp_path
) -> None:
    model = keras.Sequential([keras.Input((6, 2))])
    layer_locally_connected_1d(
        model, filters=2, kernel_size=3, activation="tanh", implementation=implementation
    )
    assert [weight.shape for weight in model.get_weights()] == [shape, (4, 2)]
    # A gradient step moves each bias by the learning rate times the mean of its errors.
    model.compile(keras.optimizers.SGD(1.0), "mse")
    x, y = numbers(1, 6, 2), numbers(1, 4, 2)
    out, bias = model.predict(x, verbose=0), model.get_weights()[1]
    model.train_on_batch(x, y)
    moved = -2 * (out - y) / 8 * (1 - out**2)
    assert model.get_weights()[1] == pytest.approx(bias + moved[0], abs=1e-5)
    model.save(tmp_path / "local.keras")
    again = keras.models.load_model(tmp_path / "local.keras")
    assert again.predict(x, verbose=0) == pytest.approx(model.predict(x, verbose=0))


def test_what_cannot_be() -> None:
    with pytest.raises(ArgumentError, match='`padding` must be "valid" with `implementation` 1'):
        layer_locally_connected_1d(filters=1, kernel_size=2, padding="same")
    with pytest.raises(ArgumentError, match="`implementation` must be 1, 2 or 3, not 4"):
        layer_locally_connected_2d(filters=1, kernel_size=2, implementation=4)
    with pytest.raises(ArgumentError, match='`padding` must be one of "valid", "same", not the'):
        layer_locally_connected_1d(filters=1, kernel_size=2, padding="causal")
    with pytest.raises(ArgumentError, match=r"known size, not of shape \(NULL, 2\)"):
        layer_locally_connected_1d(keras.Input((None, 2)), filters=1, kernel_size=2)
    with pytest.raises(ArgumentError, match=r"larger than its input"):
        layer_locally_connected_1d(keras.Input((2, 2)), filters=1, kernel_size=3)
