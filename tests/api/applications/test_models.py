"""Applications: how many parameters they have, what they give, and where their weights are from."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest

import rkeras_py as rk
from rkeras_py.api.applications import build
from rkeras_py.downloads import fetch as downloads

# Millions of parameters and the size of images, from the table of keras.io/api/applications and
# the pages of its models.
PUBLISHED = {
    "xception": (22.9, 299),
    "vgg16": (138.4, 224),
    "vgg19": (143.7, 224),
    "resnet50": (25.6, 224),
    "resnet50_v2": (25.6, 224),
    "resnet101": (44.7, 224),
    "resnet101_v2": (44.7, 224),
    "resnet152": (60.4, 224),
    "resnet152_v2": (60.4, 224),
    "inception_v3": (23.9, 299),
    "inception_resnet_v2": (55.9, 299),
    "mobilenet": (4.3, 224),
    "mobilenet_v2": (3.5, 224),
    "densenet121": (8.1, 224),
    "densenet169": (14.3, 224),
    "densenet201": (20.2, 224),
    "nasnetmobile": (5.3, 224),
    "nasnetlarge": (88.9, 331),
    "efficientnet_b0": (5.3, 224),
    "efficientnet_b1": (7.9, 240),
    "efficientnet_b2": (9.2, 260),
    "efficientnet_b3": (12.3, 300),
    "efficientnet_b4": (19.5, 380),
    "efficientnet_b5": (30.6, 456),
    "efficientnet_b6": (43.3, 528),
    "efficientnet_b7": (66.7, 600),
}


@pytest.fixture
def shapes_only():
    """Layers know the shapes of their weights, but have none: a fourth of the time."""
    with keras.StatelessScope(initialize_variables=False):
        yield
    keras.utils.clear_session()


@pytest.mark.usefixtures("shapes_only")
@pytest.mark.parametrize("name", PUBLISHED)
def test_parameters_are_as_many_as_published(name: str) -> None:
    millions, size = PUBLISHED[name]
    model = getattr(rk, f"application_{name}")(weights=None)
    assert round(model.count_params() / 1e6, 1) == millions
    assert model.input_shape == (None, size, size, 3)
    assert model.output_shape == (None, 1000)


def vgg(convolutions: list[list[int]], classes: int = 1000) -> int:
    """Parameters of Simonyan and Zisserman's networks: 3 x 3 convolutions, then dense layers."""
    count, channels = 0, 3
    for filters in (filters for block in convolutions for filters in block):
        count += 9 * channels * filters + filters
        channels = filters
    for width, units in ((7 * 7 * 512, 4096), (4096, 4096), (4096, classes)):
        count += width * units + units
    return count


@pytest.mark.usefixtures("shapes_only")
def test_counts_by_hand() -> None:
    blocks = [[64] * 2, [128] * 2]
    assert vgg([*blocks, [256] * 3, [512] * 3, [512] * 3]) == 138_357_544
    model = rk.application_vgg16(weights=None)
    assert model.count_params() == 138_357_544
    # a DenseNet of one layer a block, with a growth of 32: Huang et al. (2016), table 1
    norm, count, channels = 4, 7 * 7 * 3 * 64 + 4 * 64, 64
    for i in range(4):
        count += norm * channels + channels * 128 + norm * 128 + 9 * 128 * 32
        channels += 32
        if i < 3:
            count += norm * channels + channels * (channels // 2)
            channels //= 2
    count += norm * channels + channels * 10 + 10
    small = rk.application_densenet([1.0, 1.0, 1.0, 1.0], weights=None, classes=10)
    assert small.count_params() == count


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
def test_nasnet_of_any_size() -> None:
    model = rk.application_nasnet(
        [32, 32, 3], penultimate_filters=96, num_blocks=1, stem_block_filters=8, classes=4
    )
    assert model.output_shape == (None, 4)
    assert model.layers[-1].kernel.shape == (96, 4)
    assert model.get_layer("stem_conv1").kernel.shape == (3, 3, 3, 8)
    # a block is a cell at each of the three sizes
    assert sum(layer.name.startswith("normal_concat") for layer in model.layers) == 3


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


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of Keras that is empty, and no network."""
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))

    def no_network(*_: object) -> None:
        raise OSError("no network here")

    monkeypatch.setattr(downloads, "_download", no_network)
    (tmp_path / "models").mkdir()
    return tmp_path / "models"


@pytest.fixture(scope="module")
def tiny() -> keras.Model:
    return rk.application_mobilenet(**TINY, weights=None)


def same_weights(a: keras.Model, b: keras.Model) -> bool:
    return all(map(np.array_equal, a.get_weights(), b.get_weights()))


@pytest.mark.parametrize("ending", [".weights.h5", ".h5", ".hdf5", ".keras"])
def test_weights_from_a_file(tmp_path: Path, ending: str, tiny: keras.Model) -> None:
    path = tmp_path / f"w{ending}"
    if ending == ".hdf5":
        tiny.save(tmp_path / "w.h5")
        (tmp_path / "w.h5").rename(path)
    elif ending == ".weights.h5":
        tiny.save_weights(path)
    else:
        tiny.save(path)
    assert same_weights(rk.application_mobilenet(**TINY, weights=path), tiny)


def test_weights_of_imagenet_from_the_folder_of_keras(home: Path, tiny: keras.Model) -> None:
    tiny.save(home / "mobilenet_2_5_128_tf_no_top.h5")
    assert same_weights(rk.application_mobilenet(**TINY), tiny)
    assert not same_weights(rk.application_mobilenet(**TINY, weights=None), tiny)


def test_without_network_the_error_says_where_weights_may_be_put(home: Path) -> None:
    from keras.src.utils import file_utils

    fetched_by_keras = file_utils.get_file
    with pytest.raises(rk.DownloadError) as caught:
        rk.application_mobilenet(**TINY)
    assert str(caught.value) == (
        '"mobilenet_2_5_128_tf_no_top.h5" could not be fetched from https://storage.googleapis.com/'
        "tensorflow/keras-applications/mobilenet/mobilenet_2_5_128_tf_no_top.h5: no network here. "
        f"If you have it, put it at {home / 'mobilenet_2_5_128_tf_no_top.h5'}."
    )
    assert file_utils.get_file is fetched_by_keras


def test_plain_keras_fetches_as_it_does_without_this_package(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from keras.src.utils import file_utils

    class FetchedByKerasError(Exception):
        pass

    def get_file(name: str, origin: str, **options: str) -> str:
        raise FetchedByKerasError(name)

    def build_with_plain_keras() -> None:
        keras.applications.MobileNet((32, 32, 3), alpha=0.25, include_top=False)

    monkeypatch.setattr(file_utils, "get_file", get_file)
    with build._weights_from_cache(), ThreadPoolExecutor(1) as other:
        with pytest.raises(rk.DownloadError, match="no network here"):
            build_with_plain_keras()
        with pytest.raises(FetchedByKerasError, match="mobilenet_2_5_224_tf_no_top"):
            other.submit(build_with_plain_keras).result()
    assert file_utils.get_file is get_file


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        ("vgg16", {"classes": 10}, '`classes` must be 1000 for `weights = "imagenet"`, not 10'),
        ("vgg16", {"weights": "none.h5"}, '`weights`: there is no file "none.h5"'),
        ("vgg16", {"weights": 3}, '`weights` must be "imagenet", or the path of a file of weights'),
        ("vgg16", {"pooling": "mean"}, '`pooling` must be one of "avg", "max" or NULL'),
        ("vgg16", {"input_tensor": "a"}, "`input_tensor` must be a tensor, such as layer_input"),
        ("xception", {"weights": None, "size": 3}, "unused argument"),
        ("densenet", {"blocks": [1, 2, 3]}, "`blocks` must be four whole numbers of at least 1"),
        ("densenet", {"blocks": [1, 2, 3, 4]}, "`weights` must be NULL or a file for these `blo"),
        ("resnet50", {"weights": None, "input_shape": [8, 8, 3]}, "Input size must be at least 32"),
    ],
)
def test_what_is_wrong_is_named(function: str, arguments: dict, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        getattr(rk, f"application_{function}")(**arguments)


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
