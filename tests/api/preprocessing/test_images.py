"""Images from files and arrays, against Pillow and arithmetic."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import rkeras_py as rk

RNG = np.random.default_rng(5)
PIXELS = RNG.integers(0, 256, (6, 8, 3), "uint8")


@pytest.fixture
def png(tmp_path: Path) -> str:
    path = tmp_path / "image.png"
    Image.fromarray(PIXELS).save(path)
    return str(path)


def test_an_image_becomes_its_pixels(png: str) -> None:
    image = rk.image_load(png)
    assert image.size == (8, 6)  # width and height
    array = rk.image_to_array(image)
    assert array.dtype == np.float32
    np.testing.assert_array_equal(array, PIXELS)
    first = rk.image_to_array(image, data_format="channels_first")
    np.testing.assert_array_equal(first, PIXELS.transpose(2, 0, 1))
    np.testing.assert_array_equal(rk.image_to_array(PIXELS[:, :, 0])[:, :, 0], PIXELS[:, :, 0])


def test_colours(png: str) -> None:
    # ITU-R 601 luma, as Pillow documents it for its conversion to "L"
    luma = PIXELS @ np.array([299, 587, 114]) / 1000
    for image in (rk.image_load(png, grayscale=True), rk.image_load(png, color_mode="grayscale")):
        grey = rk.image_to_array(image)
        assert grey.shape == (6, 8, 1)
        assert np.abs(grey[:, :, 0] - luma).max() <= 1
    opaque = rk.image_to_array(rk.image_load(png, color_mode="rgba"))
    np.testing.assert_array_equal(opaque[:, :, :3], PIXELS)
    assert (opaque[:, :, 3] == 255).all()


def test_size(png: str) -> None:
    half = rk.image_to_array(rk.image_load(png, target_size=[3, 4], interpolation="box"))
    means = PIXELS.reshape(3, 2, 4, 2, 3).mean(axis=(1, 3))
    assert np.abs(half - means).max() <= 1  # Pillow rounds after the rows and after the columns
    square = rk.image_to_array(rk.image_load(png, target_size=2.0))
    # the nearest of 6 rows and 8 columns to the centres of 2
    np.testing.assert_array_equal(square, PIXELS[1::3, 2::4])


@pytest.mark.parametrize("scale", [True, False])
def test_an_array_is_saved_as_an_image(tmp_path: Path, scale: bool) -> None:
    path = tmp_path / "saved.png"
    values = np.linspace(20, 120, 48).reshape(4, 4, 3)
    assert rk.image_array_save(values, path, scale=scale) is None
    wanted = (values - 20) / 100 * 255 if scale else values
    saved = np.asarray(Image.open(path)).astype(float)
    assert ((saved <= wanted + 1e-4) & (saved > wanted - 1)).all()  # cut off, not rounded

    rk.image_array_save(PIXELS.transpose(2, 0, 1), path, "channels_first", scale=False)
    np.testing.assert_array_equal(np.asarray(Image.open(path)), PIXELS)
    rk.image_array_save(rk.image_load(path), tmp_path / "again", file_format="bmp", scale=False)
    assert Image.open(tmp_path / "again").format == "BMP"
    np.testing.assert_array_equal(np.asarray(Image.open(tmp_path / "again")), PIXELS)


def bilinear(image: np.ndarray, size: int, axis: int) -> np.ndarray:
    """Linear interpolation along an axis between the centres of pixels; the edges go on."""
    extent = image.shape[axis]
    places = np.clip((np.arange(size) + 0.5) * extent / size - 0.5, 0, extent - 1)
    low = np.floor(places).astype(int)
    high = np.minimum(low + 1, extent - 1)
    share = (places - low).reshape([-1 if i == axis else 1 for i in range(image.ndim)])
    return np.take(image, low, axis) * (1 - share) + np.take(image, high, axis) * share


@pytest.mark.parametrize("size", [(3, 4), (9, 5), (6, 8), (12, 16)])
def test_resizing_interpolates(size: tuple[int, int]) -> None:
    image = PIXELS.astype("float64")
    wanted = bilinear(bilinear(image, size[0], 0), size[1], 1)
    np.testing.assert_allclose(rk.image_array_resize(image, *size), wanted, rtol=1e-4)
    both = rk.image_array_resize(np.stack([image, image[::-1]]), *size)
    np.testing.assert_allclose(both, [wanted, wanted[::-1]], rtol=1e-4)
    first = rk.image_array_resize(image.transpose(2, 0, 1), *size, data_format="channels_first")
    np.testing.assert_allclose(first, wanted.transpose(2, 0, 1), rtol=1e-4)
    pillow = rk.image_array_resize(Image.fromarray(PIXELS), *size)
    np.testing.assert_allclose(pillow, wanted, rtol=1e-4)


@pytest.mark.parametrize(
    ("function", "arguments", "message"),
    [
        ("image_load", ("none.png",), '`path`: there is no file "none.png"'),
        ("image_load", (__file__,), "`path`: .* is not a readable image"),
        ("image_to_array", (np.zeros(3),), "`img` must be an image, .* not a numeric vector"),
        ("image_array_resize", (np.zeros((2, 2)), 1, 1), "an array of 3 or 4 dimensions"),
        ("image_array_resize", (PIXELS, 0, 1), "`height` must be a whole number of at least 1"),
        ("image_array_save", (np.zeros((2, 2)), "a.png"), "an array of 3 dimensions"),
        ("image_array_save", (PIXELS, "no/where/a.png"), "`path`: there is no folder no/where"),
        ("image_array_save", (PIXELS, "a", None, "xyz"), "`file_format` is not known: 'XYZ'"),
        ("image_dataset_from_directory", ("nowhere",), '`directory`: there is no folder "nowhere"'),
    ],
)
def test_what_is_wrong_is_named(
    function: str, arguments: tuple[object, ...], message: str, tmp_path: Path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(rk.ArgumentError, match=message):
        getattr(rk, function)(*arguments)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def classes(tmp_path: Path) -> Path:
    """Two folders of images of one colour each: b1 is 10, b2 is 20, w1 is 110, w2 is 120, ..."""
    folder = tmp_path / "classes"
    for name, base in (("black", 0), ("white", 100)):
        (folder / name).mkdir(parents=True)
        for i in range(1, 4):
            grey = np.full((4, 4, 3), base + 10 * i, "uint8")
            Image.fromarray(grey).save(folder / name / f"{name[0]}{i}.png")
    return folder


def read(dataset) -> tuple[list[float], list]:
    """The grey of each image, and the labels."""
    images, labels = [], []
    for batch in dataset:
        x, y = batch if isinstance(batch, tuple) else (batch, None)
        images += np.asarray(x)[:, 0, 0, 0].tolist()
        labels += [] if y is None else np.asarray(y).tolist()
    return images, labels


GREYS = [10, 20, 30, 110, 120, 130]


@pytest.mark.parametrize(
    ("chosen", "labels"),
    [
        ({}, [0, 0, 0, 1, 1, 1]),
        ({"label_mode": "binary"}, [[0], [0], [0], [1], [1], [1]]),
        ({"label_mode": "categorical"}, [[1, 0]] * 3 + [[0, 1]] * 3),
        ({"label_mode": None}, []),
        ({"labels": None}, []),
        ({"labels": [5, 4, 3, 2, 1, 0]}, [5, 4, 3, 2, 1, 0]),
    ],
)
def test_a_folder_is_a_dataset(classes: Path, chosen: dict, labels: list) -> None:
    dataset = rk.image_dataset_from_directory(
        classes, image_size=2, batch_size=4, shuffle=False, verbose=False, **chosen
    )
    assert [tuple(np.shape(batch[0] if labels else batch)) for batch in dataset] == [
        (4, 2, 2, 3),
        (2, 2, 2, 3),
    ]
    assert read(dataset) == (GREYS, labels)


def test_a_folder_is_divided_for_validation(classes: Path) -> None:
    common = {"image_size": [4, 4], "validation_split": 1 / 3, "seed": 3, "batch_size": 2}
    parts = [
        read(rk.image_dataset_from_directory(classes, subset=subset, verbose=False, **common))
        for subset in ("training", "validation")
    ]
    assert [len(images) for images, _ in parts] == [4, 2]
    assert sorted(parts[0][0] + parts[1][0]) == GREYS
    for images, labels in parts:
        assert labels == [int(grey > 100) for grey in images]
    both = rk.image_dataset_from_directory(classes, subset="both", verbose=False, **common)
    assert [sorted(read(part)[0]) for part in both] == [sorted(images) for images, _ in parts]
    with pytest.raises(rk.ArgumentError, match="`validation_split` and `subset` go together"):
        rk.image_dataset_from_directory(classes, subset="training")


def test_classes_are_counted_as_they_are_named(classes: Path) -> None:
    dataset = rk.image_dataset_from_directory(
        classes, class_names=["white", "black"], color_mode="grayscale", shuffle=False, image_size=4
    )
    assert dataset.class_names == ["white", "black"]
    images, labels = read(dataset)
    assert labels == [int(grey < 100) for grey in images]
    with pytest.raises(rk.ArgumentError, match='`labels` must be "inferred", NULL'):
        rk.image_dataset_from_directory(classes, labels="other")
    with pytest.raises(rk.ArgumentError, match="`class_names` is for labels that are inferred"):
        rk.image_dataset_from_directory(classes, labels=[0] * 6, class_names=["white", "black"])
    with pytest.raises(rk.ArgumentError, match="unused argument"):
        rk.image_dataset_from_directory(classes, colour="rgb")
