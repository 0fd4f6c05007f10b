"""Merging layers against NumPy; masks as in Keras 2."""

from __future__ import annotations

import keras
import numpy as np
import pytest
from keras import ops

from rkeras_py.api.layers import merging as api
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.registry.define import REGISTRY

RNG = np.random.default_rng(0)
A, B, C = (RNG.normal(size=(2, 3, 4)).astype("float32") for _ in range(3))
FLAT, OTHER = RNG.normal(size=(2, 2, 5)).astype("float32")
UNIT_A, UNIT_B = (x / np.linalg.norm(x, axis=1, keepdims=True) for x in (A, B))
CASES = [
    ("add", [A, B, C], {}, A + B + C),
    ("average", [A, B, C], {}, (A + B + C) / 3),
    ("maximum", [A, B, C], {}, np.maximum(A, np.maximum(B, C))),
    ("minimum", [A, B, C], {}, np.minimum(A, np.minimum(B, C))),
    ("multiply", [A, B, C], {}, A * B * C),
    ("subtract", [A, B], {}, A - B),
    ("concatenate", [A, B], {}, np.concatenate([A, B], axis=2)),
    ("concatenate", [A, B, C], {"axis": 1.0}, np.concatenate([A, B, C], axis=1)),
    ("concatenate", [A, B], {"axis": -2}, np.concatenate([A, B], axis=1)),
    ("dot", [FLAT, OTHER], {"axes": 1.0}, (FLAT * OTHER).sum(axis=1, keepdims=True)),
    ("dot", [A, B], {"axes": 1}, np.einsum("bij,bik->bjk", A, B)),
    ("dot", [A, B], {"axes": [2.0, 2.0]}, np.einsum("bij,bkj->bik", A, B)),
    ("dot", [A, B], {"axes": -1}, np.einsum("bij,bkj->bik", A, B)),
    (
        "dot",
        [A, B],
        {"axes": 1, "normalize": True},
        np.einsum("bij,bik->bjk", UNIT_A, UNIT_B),
    ),
]


@pytest.mark.parametrize(("name", "tensors", "options", "expected"), CASES)
def test_values(name, tensors, options, expected):
    layer = getattr(api, f"layer_{name}")
    names = {f"x{i}": tensor for i, tensor in enumerate(tensors)}
    for result in (
        layer(tensors, **options),
        layer(*tensors, **options),
        layer(tensors[:1], *tensors[1:], **options),
        layer(names, **options),
        layer(**options)(tensors),
    ):
        np.testing.assert_allclose(result, expected, rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize(("name", "tensors", "options", "expected"), CASES)
def test_in_a_saved_model(name, tensors, options, expected, tmp_path):
    inputs = [keras.Input(x.shape[1:]) for x in tensors]
    output = getattr(api, f"layer_{name}")(inputs, name="merged", **options)
    assert output.shape == (None, *expected.shape[1:])
    keras.Model(inputs, output).save(tmp_path / "model.keras")
    model = keras.saving.load_model(tmp_path / "model.keras")
    assert model.layers[-1].name == "merged"
    np.testing.assert_allclose(model(tensors), expected, rtol=1e-5, atol=1e-6)


def test_every_merging_layer_has_a_case():
    module = {n for n, f in REGISTRY.items() if f.module == api.__name__}
    assert {f"layer_{case[0]}" for case in CASES} == module


def test_one_tensor_alone():
    np.testing.assert_array_equal(api.layer_add([A]), A)


# Steps: the first counts in both, the second in y only, the third in neither.
MX = np.array([[[1.0, -2.0], [0.0, 0.0], [0.0, 0.0]]], "float32")
MY = np.array([[[-1.0, 4.0], [-3.0, 5.0], [0.0, 0.0]]], "float32")
MASKED = [
    ("add", MX + MY),
    ("average", (MX + MY) / 2),
    ("maximum", np.maximum(MX, MY)),
    ("minimum", np.minimum(MX, MY)),
    ("multiply", MX * MY),
    ("subtract", MX - MY),
    ("concatenate", np.concatenate([MX, MY], axis=2)),
]


@pytest.mark.parametrize(("name", "expected"), MASKED)
def test_masks_leave_the_values_and_hold_for_both(name, expected, tmp_path):
    inputs = [keras.Input((3, 2)) for _ in "xy"]
    masked = [keras.layers.Masking()(x) for x in inputs]
    output = getattr(api, f"layer_{name}")(masked)
    keras.Model(inputs, output).save(tmp_path / "model.keras")
    model = keras.saving.load_model(tmp_path / "model.keras")
    result = model([MX, MY])
    np.testing.assert_allclose(result, expected)
    assert ops.convert_to_numpy(result._keras_mask).tolist() == [[True, False, False]]


@pytest.mark.parametrize("name", ["add", "concatenate"])
def test_one_mask_is_enough(name):
    result = getattr(api, f"layer_{name}")(keras.layers.Masking()(MX), MY)
    assert ops.convert_to_numpy(result._keras_mask).tolist() == [[True, False, False]]


def test_masks_of_sequences_end_to_end():
    x, y = keras.layers.Masking()(MX), keras.layers.Masking()(MY)
    result = api.layer_concatenate([x, y], axis=1)
    assert ops.convert_to_numpy(result._keras_mask).tolist() == [
        [True, False, False, True, True, False]
    ]


def test_without_masks_the_layers_are_keras_own():
    x = keras.Input((2,))
    model = keras.Model(x, api.layer_add(x, x))
    assert type(model.layers[-1]) is keras.layers.Add


def test_bad_arguments():
    with pytest.raises(ArgumentError, match=r"`inputs` must be a list of tensors or NULL, not 3"):
        api.layer_add(3)
    with pytest.raises(ArgumentError, match=r"`\.\.\.` must be a tensor or an array, not 3"):
        api.layer_add(A, 3)
    with pytest.raises(ArgumentError, match=r"unused argument \(axes = 1\)"):
        api.layer_add(A, B, axes=1)
    with pytest.raises(ArgumentError, match=r"`axes` must be one or 2 whole numbers"):
        api.layer_dot(A, B, axes=[1, 2, 3])
    with pytest.raises(TypeError, match=r"missing .*'axes'"):
        api.layer_dot(A, B)
    with pytest.raises(ValueError, match=r"exactly 2 inputs"):
        api.layer_subtract(A, B, C)
