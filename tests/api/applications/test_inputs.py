"""Pixels as each network wants them, against the published formulas."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow

import rkeras_py as rk

X = np.random.default_rng(8).uniform(0, 255, (2, 3, 4, 3))


def tf(x: np.ndarray) -> np.ndarray:
    return x / 127.5 - 1


def caffe(x: np.ndarray) -> np.ndarray:
    """Blue, green and red without their means over ImageNet, as in the authors' Caffe models."""
    return x[..., ::-1] - [103.939, 116.779, 123.68]


def torch(x: np.ndarray) -> np.ndarray:
    """Normalization with the mean and deviation of torchvision's models."""
    return (x / 255 - [0.485, 0.456, 0.406]) / [0.229, 0.224, 0.225]


FORMULAS = {
    "imagenet": caffe,
    "densenet": torch,
    "inception_v3": tf,
    "inception_resnet_v2": tf,
    "mobilenet": tf,
    "mobilenet_v2": tf,
    "nasnet": tf,
    "resnet": caffe,
    "resnet_v2": tf,
    "xception": tf,
}


@pytest.mark.parametrize("name", FORMULAS)
def test_formula(name: str) -> None:
    function, wanted = getattr(rk, f"{name}_preprocess_input"), FORMULAS[name](X)
    before = X.copy()
    np.testing.assert_allclose(function(X), wanted, rtol=1e-9)
    np.testing.assert_allclose(function(X[0]), wanted[0], rtol=1e-9)
    np.testing.assert_array_equal(X, before)  # the data are not written into
    whole = X.round().astype(int)
    np.testing.assert_allclose(function(whole), FORMULAS[name](whole), rtol=1e-9)
    tensor = function(keras.ops.convert_to_tensor(X, "float32"))
    np.testing.assert_allclose(tensor, wanted, atol=1e-4)


@pytest.mark.parametrize(("mode", "formula"), [("caffe", caffe), ("tf", tf), ("torch", torch)])
def test_modes_and_channels(mode: str, formula) -> None:
    np.testing.assert_allclose(rk.imagenet_preprocess_input(X, mode=mode), formula(X), rtol=1e-9)
    first = rk.imagenet_preprocess_input(X.transpose(0, 3, 1, 2), "channels_first", mode)
    np.testing.assert_allclose(first, formula(X).transpose(0, 3, 1, 2), rtol=1e-9)


def test_densenet_takes_channels_first() -> None:
    first = rk.densenet_preprocess_input(X.transpose(0, 3, 1, 2), "channels_first")
    np.testing.assert_allclose(first, torch(X).transpose(0, 3, 1, 2), rtol=1e-9)


def test_a_model_may_begin_with_it() -> None:
    images = keras.Input((3, 4, 3))
    model = keras.Model(images, rk.resnet_preprocess_input(images))
    np.testing.assert_allclose(model(X.astype("float32")), caffe(X), atol=1e-3)


def test_what_is_wrong_is_named() -> None:
    with pytest.raises(rk.ArgumentError, match='`mode` must be one of "caffe", "tf", "torch"'):
        rk.imagenet_preprocess_input(X, mode="jax")
    for x in (X[0, 0], "a", np.array([["a"]])):
        with pytest.raises(rk.ArgumentError, match="`x` must be an array or a tensor of images"):
            rk.xception_preprocess_input(x)
    for x in (X[..., :2], keras.Input((3, 4, 2))):
        with pytest.raises(rk.ArgumentError, match="`x` must have 3 channels in its last"):
            rk.resnet_preprocess_input(x)
    with pytest.raises(rk.ArgumentError, match="`x` must have 3 channels before rows and columns"):
        rk.imagenet_preprocess_input(X[:, 1:], "channels_first")


def test_tensors_whose_rank_only_a_graph_knows() -> None:
    images = np.arange(2 * 4 * 3, dtype="float64").reshape(2, 2, 2, 3)

    def prepared(x):
        unknown = tensorflow.numpy_function(lambda a: a, [x], tensorflow.float64)
        assert unknown.shape.rank is None
        return rk.imagenet_preprocess_input(unknown, mode="tf")

    found = list(tensorflow.data.Dataset.from_tensor_slices(images).map(prepared))
    np.testing.assert_allclose(found, images / 127.5 - 1)
    step = tensorflow.function(lambda x: rk.imagenet_preprocess_input(x, "channels_first"))
    with pytest.raises(Exception, match=r"ArgumentError: `x` must .* channels last"):
        step.get_concrete_function(tensorflow.TensorSpec(None, tensorflow.float64))
