"""Batches of images: which images they hold, with which targets, in which order."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pandas as pd
import pytest
from PIL import Image

import rkeras_py as rk

# each image is of one value, its number
NUMBERS = np.arange(10.0)
IMAGES = np.broadcast_to(NUMBERS[:, None, None, None], (10, 4, 4, 1))


def numbers(batch) -> list[float]:
    return np.asarray(batch)[:, 0, 0, 0].tolist()


def round_of(flow) -> tuple[list[float], list]:
    """Images and targets of one round."""
    batches = [next(flow) for _ in range(len(flow))]
    images = [n for batch in batches for n in numbers(batch[0])]
    return images, [y for batch in batches for y in np.asarray(batch[1]).tolist()]


def test_batches_from_data():
    flow = rk.flow_images_from_data(IMAGES, NUMBERS, batch_size=4, shuffle=False)
    assert [len(next(flow)[1]) for _ in range(4)] == [4, 4, 2, 4]  # without end
    plain = rk.flow_images_from_data(IMAGES, batch_size=3, shuffle=False)
    assert numbers(next(plain)) == [0, 1, 2]


def test_order():
    flow = rk.flow_images_from_data(IMAGES, NUMBERS, batch_size=4, seed=1)
    rounds = [round_of(flow) for _ in range(3)]
    for images, targets in rounds:
        assert images == targets
        assert sorted(images) == NUMBERS.tolist()
    assert rounds[0] != rounds[1] != rounds[2]
    again = rk.flow_images_from_data(IMAGES, NUMBERS, batch_size=4, seed=1)
    assert [round_of(again) for _ in range(3)] == rounds


def test_weights_and_other_inputs_follow_their_images():
    other = NUMBERS[:, None] * 2
    flow = rk.flow_images_from_data([IMAGES, other], NUMBERS, sample_weight=NUMBERS / 10, seed=2)
    (images, more), targets, weights = next(flow)
    assert numbers(images) == targets.tolist()
    np.testing.assert_allclose(more[:, 0], 2 * targets)
    np.testing.assert_allclose(weights, targets / 10, rtol=1e-6)


@pytest.mark.parametrize(
    ("subset", "held"), [("validation", NUMBERS[:3]), ("training", NUMBERS[3:])]
)
def test_part_of_the_images_is_for_validation(subset, held):
    generator = rk.image_data_generator(validation_split=0.3)
    flow = rk.flow_images_from_data(
        IMAGES, NUMBERS % 3, generator, sample_weight=NUMBERS, subset=subset
    )
    images, targets, weights = next(flow)
    assert sorted(numbers(images)) == held.tolist()
    assert (np.array(numbers(images)) % 3).tolist() == targets.tolist()
    assert weights.tolist() == numbers(images)
    with pytest.raises(rk.ArgumentError, match="`subset` needs a generator with a"):
        rk.flow_images_from_data(IMAGES, NUMBERS, subset=subset)


def test_changed_images_are_kept(tmp_path: Path):
    flow = rk.flow_images_from_data(
        IMAGES * 20, shuffle=False, save_to_dir=tmp_path, save_prefix="kept", save_format="png"
    )
    next(flow)
    kept = sorted(tmp_path.iterdir(), key=lambda path: int(path.name.split("_")[1]))
    assert [path.name[:7] for path in kept] == [f"kept_{i}_" for i in range(10)]
    assert Image.open(kept[3]).size == (4, 4)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((IMAGES[0],), "`x` must be an array of four dimensions.* not a numeric array of shape"),
        ((IMAGES, NUMBERS[:3]), "`x` and `y` must have the same number of samples, not 10 and 3"),
        ((IMAGES, None, "a"), "`generator` must be an image_data_generator"),
    ],
)
def test_what_is_wrong_with_data_is_named(arguments, message):
    with pytest.raises(rk.ArgumentError, match=message):
        rk.flow_images_from_data(*arguments)


# --- Files -----------------------------------------------------------------------------------

GREYS = {"cats": [10, 20, 30, 40], "dogs": [110, 120, 130, 140]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, greys in GREYS.items():
        (tmp_path / name).mkdir()
        for grey in greys:
            pixels = np.full((6, 6, 3), grey, "uint8")
            Image.fromarray(pixels).save(tmp_path / name / f"{grey:03}.png")
    return tmp_path


SMALL = {"target_size": [4, 5], "shuffle": False}


@pytest.mark.parametrize(
    ("mode", "cat", "dog"),
    [("categorical", [1, 0], [0, 1]), ("binary", 0, 1), ("sparse", 0, 1)],
)
def test_targets_are_the_folders(folder: Path, mode: str, cat: object, dog: object):
    flow = rk.flow_images_from_directory(folder, class_mode=mode, batch_size=3, **SMALL)
    images, targets = round_of(flow)
    assert images == GREYS["cats"] + GREYS["dogs"]
    assert targets == [cat] * 4 + [dog] * 4
    assert flow.class_indices == {"cats": 0, "dogs": 1}
    assert (flow.n, flow.samples, len(flow)) == (8, 8, 3)


def test_images_of_a_folder(folder: Path):
    same = rk.flow_images_from_directory(folder, class_mode="input", **SMALL)
    images, targets = next(same)
    assert images.shape == (8, 4, 5, 3)
    np.testing.assert_array_equal(images, targets)
    alone = next(
        rk.flow_images_from_directory(folder, class_mode=None, color_mode="grayscale", **SMALL)
    )
    assert alone.shape == (8, 4, 5, 1)
    half = rk.image_data_generator(rescale=0.5, validation_split=0.25)
    for subset, parts in (("validation", slice(0, 1)), ("training", slice(1, 4))):
        flow = rk.flow_images_from_directory(folder, half, subset=subset, **SMALL)
        greys = [grey / 2 for each in GREYS.values() for grey in each[parts]]
        assert round_of(flow)[0] == greys


def test_folders_may_be_named(folder: Path):
    flow = rk.flow_images_from_directory(
        folder, classes=["dogs", "cats"], class_mode="sparse", **SMALL
    )
    assert round_of(flow) == (GREYS["dogs"] + GREYS["cats"], [0] * 4 + [1] * 4)
    only = rk.flow_images_from_directory(folder, classes="dogs", class_mode="sparse", **SMALL)
    assert round_of(only)[0] == GREYS["dogs"]
    with pytest.raises(rk.ArgumentError, match='`classes`: there is no folder "birds" in'):
        rk.flow_images_from_directory(folder, classes=["dogs", "birds"])
    with pytest.raises(rk.ArgumentError, match="`directory`: there is no folder"):
        rk.flow_images_from_directory(folder / "none")
    with pytest.raises(rk.ArgumentError, match='`class_mode` must be one of "categorical", "bin'):
        rk.flow_images_from_directory(folder, class_mode="multi")


@pytest.fixture
def table(folder: Path) -> pd.DataFrame:
    files = [f"{name}/{grey:03}.png" for name, greys in GREYS.items() for grey in greys]
    kinds = pd.Categorical.from_codes([0] * 4 + [1] * 4, ["cat", "dog"])
    return pd.DataFrame(
        {"filename": files, "class": kinds, "weight": np.arange(8.0), "age": np.arange(8.0) ** 2}
    )


ALL = GREYS["cats"] + GREYS["dogs"]


@pytest.mark.parametrize(
    ("chosen", "targets"),
    [
        ({}, [[1, 0]] * 4 + [[0, 1]] * 4),
        ({"class_mode": "binary"}, [0] * 4 + [1] * 4),
        ({"class_mode": "sparse", "classes": ["dog", "cat"]}, [1] * 4 + [0] * 4),
        ({"class_mode": "raw", "y_col": "age"}, [i**2 for i in range(8)]),
        ({"class_mode": "other", "y_col": ["weight", "age"]}, [[i, i**2] for i in range(8)]),
    ],
)
def test_targets_are_columns(folder: Path, table: pd.DataFrame, chosen: dict, targets: list):
    flow = rk.flow_images_from_dataframe(table, folder, batch_size=3, **SMALL, **chosen)
    assert round_of(flow) == (ALL, targets)


def test_other_targets_of_tables(folder: Path, table: pd.DataFrame):
    flow = rk.flow_images_from_dataframe(
        table, folder, y_col=["weight", "age"], class_mode="multi_output", **SMALL
    )
    images, (weight, age) = next(flow)
    assert (weight.tolist(), age.tolist()) == (list(range(8)), [i**2 for i in range(8)])
    assert (
        numbers(next(rk.flow_images_from_dataframe(table, folder, class_mode=None, **SMALL))) == ALL
    )
    images, same = next(rk.flow_images_from_dataframe(table, folder, class_mode="input", **SMALL))
    np.testing.assert_array_equal(images, same)
    table["tags"] = [np.array(["a", "b"]), np.array(["b"])] * 4
    tagged = rk.flow_images_from_dataframe(table, folder, y_col="tags", **SMALL)
    assert round_of(tagged)[1] == [[1, 1], [0, 1]] * 4


def test_rows_that_are_left_out(folder: Path, table: pd.DataFrame):
    twice = pd.concat([table, table.iloc[:2]], ignore_index=True)
    common = {"class_mode": None, **SMALL}
    assert rk.flow_images_from_dataframe(twice, folder, **common).n == 10
    with pytest.warns(UserWarning, match="'drop_duplicates' is deprecated as of tensorflow 2.3"):
        flow = rk.flow_images_from_dataframe(twice, folder, drop_duplicates=True, **common)
    assert flow.n == 10
    table.loc[0, "filename"] = "none.png"
    with pytest.warns(UserWarning, match="Found 1 invalid image filename"):
        flow = rk.flow_images_from_dataframe(table, folder, **common)
    assert numbers(next(flow)) == ALL[1:]
    whole = table.assign(filename=[str(folder / name) for name in table["filename"]])[1:]
    assert numbers(next(rk.flow_images_from_dataframe(whole, **common))) == ALL[1:]


def test_what_is_wrong_with_tables_is_named(folder: Path, table: pd.DataFrame):
    with pytest.raises(rk.ArgumentError, match='`x_col`: there is no column "file" in `dataframe`'):
        rk.flow_images_from_dataframe(table, folder, x_col="file")
    with pytest.raises(rk.ArgumentError, match='`y_col`: there is no column "label" in'):
        rk.flow_images_from_dataframe(table, folder, y_col="label")
    with pytest.raises(rk.ArgumentError, match='`y_col` must name a column for `class_mode = "ra'):
        rk.flow_images_from_dataframe(table, folder, y_col=None, class_mode="raw")
    with pytest.raises(rk.ArgumentError, match="`dataframe` must be a data frame"):
        rk.flow_images_from_dataframe([1, 2])


# --- Training --------------------------------------------------------------------------------


def mean_model() -> keras.Model:
    """Its prediction is the mean of the image, times a weight that is 1."""
    layers = [
        keras.Input((4, 4, 1)),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1, use_bias=False, kernel_initializer="ones"),
    ]
    model = keras.Sequential(layers)
    return rk.compile(model, optimizer=rk.optimizer_sgd(learning_rate=0), loss="mae")


class Batches(keras.callbacks.Callback):
    """Counts what was trained and tested on."""

    def __init__(self) -> None:
        super().__init__()
        self.trained = self.tested = 0

    def on_train_batch_end(self, batch, logs=None):
        self.trained += 1

    def on_test_batch_end(self, batch, logs=None):
        self.tested += 1


def flow(**options):
    generator = rk.image_data_generator(preprocessing_function=lambda image: image + 1)
    return rk.flow_images_from_data(IMAGES, NUMBERS, generator, batch_size=4, **options)


def test_a_model_learns_from_batches():
    history = rk.fit(mean_model(), flow(), epochs=2, verbose=0).history
    np.testing.assert_allclose(history["loss"], [1, 1], rtol=1e-6)  # the function adds 1
    np.testing.assert_allclose(
        rk.predict(mean_model(), flow(shuffle=False), verbose=0)[:, 0], NUMBERS + 1, rtol=1e-6
    )
    assert rk.evaluate(mean_model(), flow(), verbose=0)["loss"] == pytest.approx(1)


def test_more_steps_than_batches_begin_another_round(recwarn):
    seen = Batches()
    rk.fit(
        mean_model(),
        flow(),
        epochs=2,
        steps_per_epoch=5,
        validation_data=flow(),
        validation_steps=4,
        callbacks=[seen],
        verbose=0,
    )
    assert (seen.trained, seen.tested) == (10, 8)
    again = rk.predict(mean_model(), flow(shuffle=False), steps=4, verbose=0)[:, 0]
    np.testing.assert_allclose(again, np.append(NUMBERS, NUMBERS[:4]) + 1, rtol=1e-6)
    seen = Batches()
    rk.evaluate(mean_model(), flow(), steps=7, callbacks=[seen], verbose=0)
    assert seen.tested == 7
    assert not [w for w in recwarn if "ran out of data" in str(w.message)]
