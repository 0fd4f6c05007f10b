"""MobileNets. Sizes as published."""

from __future__ import annotations

from pathlib import Path

import h5py
import keras
import numpy as np
import pytest
from application_sizes import check_size

import rkeras_py as rk

# Millions of parameters, and the size of images.
PUBLISHED = {
    "mobilenet": (4.3, 224),
    "mobilenet_v2": (3.5, 224),
}


@pytest.mark.usefixtures("shapes_only")
@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters_are_as_many_as_published(name: str) -> None:
    check_size(name, *PUBLISHED[name])


def mobilenet_v3(rows: list[tuple[int, int, int, bool]], last: int, units: int) -> int:
    """Parameters by the tables of Howard et al. (2019): kernel, expansion, output, squeezing."""

    def rounded(value: float) -> int:
        near = max(8, int(value + 4) // 8 * 8)
        return near + 8 if near < 0.9 * value else near

    norm, channels = 4, 16
    count = 9 * 3 * 16 + norm * 16
    for kernel, expansion, output, squeezed in rows:
        if expansion != channels or (kernel, output, squeezed) not in (
            (3, 16, True),
            (3, 16, False),
        ):
            count += channels * expansion + norm * expansion
        count += kernel**2 * expansion + norm * expansion
        if squeezed:
            inner = rounded(expansion * 0.25)
            count += expansion * inner + inner + inner * expansion + expansion
        count += expansion * output + norm * output
        channels = output
    count += channels * last + norm * last
    return count + last * units + units + units * 1000 + 1000


@pytest.mark.usefixtures("shapes_only")
def test_mobilenets_v3() -> None:
    small = [(3, 16, 16, True), (3, 72, 24, False), (3, 88, 24, False), (5, 96, 40, True)]
    small += [(5, 240, 40, True)] * 2 + [(5, 120, 48, True), (5, 144, 48, True)]
    small += [(5, 288, 96, True)] + [(5, 576, 96, True)] * 2
    assert rk.application_mobilenet_v3_small(weights=None).count_params() == mobilenet_v3(
        small, 576, 1024
    )
    large = [(3, 16, 16, False), (3, 64, 24, False), (3, 72, 24, False), (5, 72, 40, True)]
    large += [(5, 120, 40, True)] * 2 + [(3, 240, 80, False), (3, 200, 80, False)]
    large += [(3, 184, 80, False)] * 2 + [(3, 480, 112, True), (3, 672, 112, True)]
    large += [(5, 672, 160, True)] + [(5, 960, 160, True)] * 2
    assert rk.application_mobilenet_v3_large(weights=None).count_params() == mobilenet_v3(
        large, 960, 1280
    )


@pytest.mark.usefixtures("shapes_only")
def test_the_top_may_be_left_off() -> None:
    chosen = {"weights": None, "include_top": False, "input_shape": [64, 96, 3], "alpha": 0.25}
    assert rk.application_mobilenet(**chosen).output_shape == (None, 2, 3, 256)
    assert rk.application_mobilenet(**chosen, pooling="avg").output_shape == (None, 256)
    features = rk.application_mobilenet(**{**chosen, "input_shape": None})
    assert features.input_shape == (None, None, None, 3)


def test_a_tensor_may_be_the_input_and_the_last_activation_left_out() -> None:
    tensor = keras.Input((32, 32, 3))
    model = rk.application_mobilenet_v2(
        alpha=0.35, weights=None, input_tensor=tensor, classes=3, classifier_activation=None
    )
    assert model.inputs[0] is tensor
    assert model.layers[-1].activation is keras.activations.linear
    assert model.name != "mine"
    named = rk.application_mobilenet(**TINY, weights=None, name="mine")
    assert named.name == "mine"


def test_moving_variances_estimate_the_population() -> None:
    model = rk.application_mobilenet(
        alpha=0.25, weights=None, include_top=False, input_shape=[32, 32, 3]
    )
    first = model.get_layer("conv1_bn")
    convolved = keras.Model(model.inputs, model.get_layer("conv1").output)
    images = np.random.default_rng(1).normal(size=(2, 32, 32, 3)).astype("float32")
    model(images, training=True)
    variance = np.asarray(convolved(images)).reshape(-1, 8).var(0, ddof=1)
    expected = first.momentum + (1 - first.momentum) * variance
    np.testing.assert_allclose(first.moving_variance, expected, rtol=1e-6)
    # 512 pixels: the other variance is beyond the tolerance
    assert abs(0.01 * variance / 512).max() > 2e-6 * expected.max()


def test_mobilenets_have_their_own_arguments() -> None:
    model = rk.application_mobilenet(
        [32, 32, 3], alpha=0.5, depth_multiplier=2, dropout=0.3, weights=None, classes=2
    )
    assert model.get_layer("dropout").rate == 0.3
    assert model.get_layer("conv_dw_1").depth_multiplier == 2
    assert model.get_layer("conv1").filters == 16  # half of 32
    chosen = {"input_shape": [32, 32, 3], "weights": None, "classes": 2}
    plain = rk.application_mobilenet_v3_small(
        **chosen, minimalistic=True, include_preprocessing=False, dropout_rate=0.4
    )
    kernels = [v.shape[0] for v in plain.weights if len(v.shape) == 4]
    assert max(kernels) == 3
    assert not [layer for layer in plain.layers if isinstance(layer, keras.layers.Rescaling)]
    rates = [layer.rate for layer in plain.layers if isinstance(layer, keras.layers.Dropout)]
    assert rates == [0.4]


# --- Weights ---------------------------------------------------------------------------------

TINY = {"input_shape": [128, 128, 3], "alpha": 0.25, "include_top": False}


def same_weights(a: keras.Model, b: keras.Model) -> bool:
    return all(map(np.array_equal, a.get_weights(), b.get_weights()))


@pytest.mark.parametrize("name", ["mobilenet", "mobilenet_v2"])
@pytest.mark.parametrize("form", ["today's", "Keras 2's"])
def test_mobilenets_are_read_from_hdf5_files(tmp_path: Path, name: str, form: str) -> None:
    layers = [
        keras.Input((8, 8, 3)),
        keras.layers.DepthwiseConv2D(3, depth_multiplier=2),
        keras.layers.ReLU(6.0),
        keras.layers.Conv2D(4, 1, activation="relu6"),
    ]
    model = keras.Sequential(layers)
    path = tmp_path / "model.h5"
    model.save(path)
    if form == "Keras 2's":
        with h5py.File(path, "r+") as file:
            config = str(file.attrs["model_config"])
            assert '"depth_multiplier"' in config
            config = config.replace('"depth_multiplier"', '"groups": 1, "depth_multiplier"')
            file.attrs["model_config"] = config
            file.attrs["keras_version"] = "2.15.0"
        with pytest.raises(TypeError, match="groups"):
            keras.models.load_model(path)
    read = getattr(rk, f"{name}_load_model_hdf5")(path)
    assert same_weights(read, model)
    image = np.random.default_rng(0).uniform(-9, 9, (1, 8, 8, 3)).astype("float32")
    np.testing.assert_allclose(read(image), model(image), rtol=1e-5)
    assert type(read.layers[0]) is keras.layers.DepthwiseConv2D
