"""Sources in fit(), evaluate() and predict(): the numbers of the same data as arrays."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest
from small_models import stack, two_ways
from table_files import parquet, rows, table

import rkeras_py as rk

pa = pytest.importorskip("pyarrow")
duckdb = pytest.importorskip("duckdb")

COUNT = 1050  # no multiple of the batches below
X, Y = rows(COUNT)
WEIGHTS = np.linspace(0.5, 2.0, COUNT).astype("float32")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    data = table(X, Y, w=WEIGHTS, label=(Y[:, 0] > 0).astype("int32"))
    parquet(tmp_path / "1.parquet", data.slice(0, 333), group=100)
    parquet(tmp_path / "2.parquet", data.slice(333), group=500)
    return tmp_path


def compiled(**options: object) -> keras.Model:
    made = stack(4, 1, inputs=3)
    return rk.compile(made, optimizer="sgd", loss="mse", metrics="mae", **options)


def trained(*data: object, **options: object) -> tuple[dict[str, list[float]], list[np.ndarray]]:
    made = compiled()
    options = {"epochs": 2, "batch_size": 100, "verbose": 0, "shuffle": False, **options}
    history = rk.fit(made, *data, **options)
    return history.history, made.get_weights()


def check_same(found: tuple, expected: tuple) -> None:
    assert list(found[0]) == list(expected[0])
    for name, values in expected[0].items():
        np.testing.assert_allclose(found[0][name], values, rtol=1e-5, atol=1e-6)
    for mine, theirs in zip(found[1], expected[1], strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-5, atol=1e-6)


def parquet_rows(folder: Path, **options: object) -> object:
    return rk.parquet_source(folder, x=["a", "b", "c"], y="y", **options)


def csv_rows(folder: Path) -> object:
    from pyarrow import csv

    csv.write_csv(table(X, Y), folder / "x.csv")
    return rk.csv_source(folder / "x.csv", y="y")


def tab_rows(folder: Path) -> object:
    from pyarrow import csv

    csv.write_csv(table(X, Y), folder / "x.tsv", csv.WriteOptions(delimiter="\t"))
    return rk.csv_source(folder, y="y", delimiter="\t")


def query_rows(folder: Path) -> object:
    files = str(folder / "*.parquet")
    query = f"SELECT a, b, c, y FROM '{files}'"
    with duckdb.connect(str(folder / "d.duckdb")) as connection:
        connection.execute(f"CREATE TABLE numbers AS {query}")
    return rk.duckdb_source("numbers", folder / "d.duckdb", y="y")


def numpy_rows(folder: Path) -> object:
    np.save(folder / "x.npy", X)
    np.save(folder / "y.npy", Y)
    return rk.array_source(folder / "x.npy", str(folder / "y.npy"))


WAYS = {
    "parquet": parquet_rows,
    "csv": csv_rows,
    "tab": tab_rows,
    "arrow": lambda folder: rk.arrow_source(table(X, Y), y="y"),
    "duckdb": query_rows,
    "numpy": numpy_rows,
}


@pytest.mark.parametrize("way", WAYS)
def test_training_and_its_results_are_those_of_arrays(way: str, folder: Path) -> None:
    source = WAYS[way](folder)
    for options in ({}, {"validation_data": source}):
        of_arrays = {name: [X, Y] for name in options}
        check_same(trained(source, **options), trained(X, Y, **of_arrays))
    made = compiled()
    assert rk.evaluate(made, source, batch_size=100, verbose=0) == pytest.approx(
        rk.evaluate(made, X, Y, batch_size=100, verbose=0), rel=1e-5
    )
    np.testing.assert_allclose(
        rk.predict(made, source, batch_size=64, verbose=0),
        rk.predict(made, X, verbose=0),
        rtol=1e-5,
        atol=1e-6,
    )


def test_shuffled_training_has_each_row_once_an_epoch_and_the_seed_fixes_it(folder: Path) -> None:
    seen: list[float] = []

    class Seen(keras.layers.Layer):
        def call(self, x):
            import tensorflow as tf

            tf.py_function(lambda a: seen.extend(a.numpy()[:, 0].tolist()), [x], [])
            return x

    def run() -> list[float]:
        rk.set_random_seed(3)
        inputs = keras.Input((3,))
        made = keras.Model(inputs, keras.layers.Dense(1)(Seen()(inputs)))
        rk.compile(made, "sgd", "mse")
        rk.fit(made, parquet_rows(folder), epochs=2, batch_size=64, verbose=0)
        found = np.array(seen[-2 * COUNT :])
        seen.clear()
        return found.tolist()

    first = run()
    assert first == run()
    expected = np.sort(X[:, 0]).tolist()
    assert sorted(first[:COUNT]) == sorted(first[COUNT:]) == expected
    assert first[:COUNT] != first[COUNT:]
    assert first[:COUNT] != X[:, 0].tolist()


def test_weights_of_samples_and_of_classes(folder: Path) -> None:
    weighted = parquet_rows(folder, sample_weight="w")
    check_same(trained(weighted), trained(X, Y, sample_weight=WEIGHTS))
    labels = (Y > 0).astype("int32")
    by_class = {"class_weight": {"0": 1.0, "1": 3.0}}
    source = rk.parquet_source(folder, x=["a", "b", "c"], y="label")
    check_same(trained(source, **by_class), trained(X, labels, **by_class))
    both = rk.parquet_source(folder, x=["a", "b", "c"], y="label", sample_weight="w")
    check_same(
        trained(both, **by_class),
        trained(X, labels, sample_weight=WEIGHTS * np.where(labels[:, 0] == 1, 3, 1)),
    )


def test_columns_for_several_inputs_and_outputs(tmp_path: Path) -> None:
    random = np.random.default_rng(5)
    values = random.normal(size=(40, 7)).astype("float32")
    names = ["m1", "m2", "m3", "x1", "x2", "t1", "t2"]
    data = pa.table(dict(zip(names, values.T, strict=True)))
    parquet(tmp_path / "x.parquet", data)
    inputs = {"main_input": ["m1", "m2", "m3"], "aux_input": ["x1", "x2"]}
    arrays = {"main_input": values[:, :3], "aux_input": values[:, 3:5]}
    targets = {"aux_output": values[:, 6:], "main_output": values[:, 5:6]}

    def run(*given: object) -> dict[str, list[float]]:
        keras.utils.set_random_seed(1)
        made = rk.compile(two_ways(), "sgd", "mse")
        return rk.fit(made, *given, epochs=2, batch_size=16, shuffle=False, verbose=0).history

    expected = run(arrays, targets)
    for y in ({"aux_output": "t2", "main_output": "t1"}, ["t1", "t2"]):
        found = run(rk.parquet_source(tmp_path, x=inputs, y=y))
        assert list(found) == list(expected)
        for name, values in expected.items():
            np.testing.assert_allclose(found[name], values, rtol=1e-5)
    with pytest.raises(rk.ArgumentError, match='there is no column "main_input" in'):
        run(rk.parquet_source(tmp_path, y=["t1", "t2"]))


def test_inputs_find_the_columns_of_their_names(tmp_path: Path) -> None:
    a, b = keras.Input((1,), name="a"), keras.Input((1,), name="b")
    made = keras.Model([b, a], keras.layers.Subtract()([b, a]))
    parquet(tmp_path / "x.parquet", pa.table({"a": [1.0, 2.0], "c": [0.0, 0.0], "b": [5.0, 9.0]}))
    found = rk.predict(made, rk.parquet_source(tmp_path), verbose=0)
    assert found.tolist() == [[4.0], [7.0]]


def test_text_for_a_model_that_takes_it(tmp_path: Path) -> None:
    made = keras.Sequential(
        [keras.Input((1,), dtype="string"), keras.layers.StringLookup(vocabulary=["ä", "b"])]
    )
    parquet(tmp_path / "x.parquet", pa.table({"word": ["b", "ä", "zzz", "b"]}), group=3)
    found = rk.predict(made, rk.parquet_source(tmp_path), batch_size=3, verbose=0)
    assert found.tolist() == [[2], [1], [0], [2]]
    with pytest.raises(rk.ArgumentError, match="`x` must be numeric"):
        rk.predict(stack(1, inputs=1), rk.parquet_source(tmp_path), verbose=0)


def test_steps_are_optional(folder: Path) -> None:
    source = parquet_rows(folder)
    made = compiled()
    assert rk.fit(made, source, epochs=1, batch_size=100, verbose=0).params["steps"] == 11
    check_same(trained(source, steps_per_epoch=3, epochs=1), trained(X[:300], Y[:300], epochs=1))
    made = compiled()
    assert rk.predict(made, source, batch_size=10, steps=4, verbose=0).shape == (40, 1)
    assert rk.evaluate(made, source, batch_size=10, steps=4, verbose=0) == pytest.approx(
        rk.evaluate(made, X[:40], Y[:40], verbose=0), rel=1e-5
    )


@pytest.mark.parametrize(
    "options", [{"steps_per_execution": 4}, {"run_eagerly": True}, {"jit_compile": True}]
)
def test_models_that_run_in_other_ways(options: dict[str, object], folder: Path) -> None:
    source, made, other = parquet_rows(folder), compiled(**options), compiled()
    for model, data in ((made, (source,)), (other, (X, Y))):
        rk.fit(model, *data, epochs=2, batch_size=100, shuffle=False, verbose=0)
    for mine, theirs in zip(made.get_weights(), other.get_weights(), strict=True):
        np.testing.assert_allclose(mine, theirs, rtol=1e-4, atol=1e-6)
    assert rk.predict(made, source, batch_size=100, verbose=0).shape == (COUNT, 1)


def test_callbacks_for_each_batch(folder: Path) -> None:
    ends: list[int] = []
    count = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: ends.append(batch)
    )
    options = {"callbacks": [count], "validation_data": parquet_rows(folder)}
    check_same(trained(parquet_rows(folder), **options), trained(X, Y, validation_data=[X, Y]))
    assert ends == [*range(11), *range(11)]


def test_validation_beside_arrays_and_generators(folder: Path) -> None:
    source = parquet_rows(folder)
    check_same(trained(X, Y, validation_data=source), trained(X, Y, validation_data=[X, Y]))

    def batches():
        while True:
            yield X[:100], Y[:100]

    made = compiled()
    history = rk.fit(
        made, batches(), steps_per_epoch=2, epochs=2, validation_data=source, verbose=0
    )
    assert history.history["val_loss"][-1] == pytest.approx(
        rk.evaluate(made, X, Y, verbose=0)["loss"], rel=1e-5
    )


# --- arrays on disk, as they are -----------------------------------------------------------------


def memmaps(folder: Path) -> tuple[object, object]:
    for name, array in (("mx", X), ("my", Y)):
        written = np.memmap(folder / name, "float32", "w+", shape=array.shape)
        written[:] = array
        written.flush()
    return (
        np.memmap(folder / "mx", "float32", "r", shape=X.shape),
        np.memmap(folder / "my", "float32", "r", shape=Y.shape),
    )


def datasets(folder: Path) -> tuple[object, object]:
    with h5py.File(folder / "x.h5", "w") as file:
        file.create_dataset("x", data=X, chunks=(64, 3), compression="gzip")
        file.create_dataset("y", data=Y)
    file = h5py.File(folder / "x.h5")
    return file["x"], file["y"]


def matrices(folder: Path) -> tuple[object, object]:
    datasets(folder)[0].file.close()
    path = str(folder / "x.h5")
    return rk.hdf5_matrix(path, "x"), rk.hdf5_matrix(path, "y")


@pytest.mark.parametrize("make", [memmaps, datasets, matrices])
def test_arrays_on_disk_are_given_as_arrays_are(make, tmp_path: Path) -> None:
    x, y = make(tmp_path)
    check_same(trained(x, y), trained(X, Y))
    check_same(trained(x, Y), trained(X, Y))
    check_same(trained(rk.array_source(x, y)), trained(X, Y))
    check_same(trained(x, y, sample_weight=WEIGHTS), trained(X, Y, sample_weight=WEIGHTS))
    check_same(trained(x, y, validation_split=0.2), trained(X, Y, validation_split=0.2))
    check_same(trained(X, Y, validation_data=[x, y]), trained(X, Y, validation_data=[X, Y]))
    made = compiled()
    np.testing.assert_allclose(
        rk.predict(made, x, verbose=0), rk.predict(made, X, verbose=0), rtol=1e-5, atol=1e-6
    )
    scores = rk.evaluate(made, x, y, verbose=0)
    assert scores == pytest.approx(rk.evaluate(made, X, Y, verbose=0), rel=1e-5)


def test_several_arrays_on_disk(tmp_path: Path) -> None:
    random = np.random.default_rng(6)
    values = random.normal(size=(40, 7)).astype("float32")
    np.save(tmp_path / "v.npy", values)
    mapped = np.load(tmp_path / "v.npy", mmap_mode="r")
    made = two_ways()
    expected = rk.predict(made, [values[:, :3], values[:, 3:5]], verbose=0)
    for x in (
        [mapped[:, :3], mapped[:, 3:5]],
        {"aux_input": mapped[:, 3:5], "main_input": mapped[:, :3]},
        rk.array_source([mapped[:, :3], mapped[:, 3:5]]),
    ):
        for found, wanted in zip(rk.predict(made, x, verbose=0), expected, strict=True):
            np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6)


def test_what_was_written_to_a_private_mapping_is_kept(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", np.zeros_like(X))
    mapped = np.load(tmp_path / "x.npy", mmap_mode="c")
    mapped[:] = X
    made = compiled()
    for _ in range(2):
        np.testing.assert_allclose(
            rk.predict(made, mapped, verbose=0), rk.predict(made, X, verbose=0), rtol=1e-5
        )
    np.testing.assert_array_equal(mapped, X)


# --- what is wrong ------------------------------------------------------------------------------


def test_a_split_is_rejected_with_the_alternative(folder: Path) -> None:
    with pytest.raises(rk.ArgumentError, match="Give `validation_data` another source"):
        trained(parquet_rows(folder), validation_split=0.2)


def test_targets_belong_to_the_source(folder: Path) -> None:
    for more in ({"y": Y}, {"sample_weight": WEIGHTS}):
        with pytest.raises(rk.ArgumentError, match=f"`{next(iter(more))}` must not be given with"):
            trained(parquet_rows(folder), **more)
    with pytest.raises(rk.ArgumentError, match="`y` is missing"):
        trained(rk.parquet_source(folder, x=["a", "b", "c"]))
    with pytest.raises(rk.ArgumentError, match=r"`x` must have 3 features \(columns\), not 2"):
        trained(rk.parquet_source(folder, x=["a", "b"], y="y"))


def test_names_are_checked_at_once(folder: Path) -> None:
    for options in ({"y": "lable"}, {"x": ["a", "lable"]}, {"sample_weight": "lable"}):
        with pytest.raises(rk.ArgumentError, match=r'no column "lable" in .* mean "label"\?'):
            rk.parquet_source(folder, **options)
    with pytest.raises(rk.ArgumentError, match="`y` must be names of columns"):
        rk.parquet_source(folder, y=1)


@pytest.mark.parametrize("eager", [False, True])
def test_nothing_that_was_learnt_is_lost(eager: bool, tmp_path: Path) -> None:
    """A missing value in the second file: the epoch before and the batches until then count."""
    path = parquet(tmp_path / "1.parquet", table(X, Y))
    parquet(tmp_path / "2.parquet", table(X[:200], Y[:200], z=np.zeros(200)))
    source = rk.parquet_source(tmp_path, x=["a", "b", "c"], y="y")
    made, other = compiled(run_eagerly=eager), compiled()
    epochs: list[float] = []

    class Replace(keras.callbacks.Callback):
        def on_epoch_end(self, epoch, logs=None):
            epochs.append(logs["loss"])
            if epoch > 0:
                return
            replacement = table(X[:200], Y[:200]).set_column(0, "a", [[None] * 200])
            parquet(tmp_path / "new", replacement)
            os.replace(tmp_path / "new", tmp_path / "2.parquet")

    with pytest.raises(rk.ArgumentError) as caught:
        rk.fit(
            made, source, epochs=10, batch_size=50, shuffle=False, verbose=0, callbacks=[Replace()]
        )
    assert re.search(r"the file .*2\.parquet.* was replaced or changed", str(caught.value))
    assert path.exists()
    assert made.history.history["loss"] == pytest.approx(epochs)
    # blocks that were read before the file was replaced are learnt
    whole, more = divmod(int(made.optimizer.iterations), 25)
    assert whole == len(epochs)
    assert 1 <= whole < 10
    data = np.concatenate([X, X[:200]]), np.concatenate([Y, Y[:200]])
    rk.fit(other, *data, batch_size=50, epochs=whole, shuffle=False, verbose=0)
    if more:
        part = X[: 50 * more], Y[: 50 * more]
        rk.fit(other, *part, batch_size=50, epochs=1, shuffle=False, verbose=0)
    check_same(({}, made.get_weights()), ({}, other.get_weights()))
    with pytest.raises(
        rk.ArgumentError, match=r'"a" is of the type null in .*2\.parquet, but float'
    ):
        rk.fit(made, source, epochs=1, verbose=0)


def test_numbers_that_are_none_bring_a_warning(tmp_path: Path) -> None:
    x = X.copy()
    x[700, 1], x[3, 2] = np.nan, np.inf
    path = parquet(tmp_path / "x.parquet", table(x, Y))
    with pytest.warns(UserWarning, match="infinite values") as told:
        rk.predict(compiled(), rk.parquet_source(path, y="y"), verbose=0)
    assert sorted(str(warning.message) for warning in told) == [
        f'NaN or infinite values in the column "{name}" of {path}; what a model makes of them is '
        "NaN"
        for name in ("b", "c")
    ]
    np.save(tmp_path / "x.npy", x)
    with pytest.warns(UserWarning, match="NaN or infinite values in the data"):
        rk.predict(compiled(), np.load(tmp_path / "x.npy", mmap_mode="r"), verbose=0)


def test_missing_packages_are_named(monkeypatch) -> None:
    import importlib

    def absent(name: str, *rest: object) -> object:
        raise ModuleNotFoundError(name=name.partition(".")[0])

    monkeypatch.setattr(importlib, "import_module", absent)
    for call, package in (
        (lambda: rk.parquet_source("x"), "pyarrow"),
        (lambda: rk.csv_source("x"), "pyarrow"),
        (lambda: rk.arrow_source("x"), "pyarrow"),
        (lambda: rk.duckdb_source("x"), "duckdb"),
    ):
        with pytest.raises(rk.ArgumentError) as caught:
            call()
        assert str(caught.value).endswith(
            f"needs the Python package {package}, which is not installed. "
            f"Install it in a terminal: {sys.executable} -m pip install {package}"
        )


def test_files_of_numpy_that_are_none(tmp_path: Path) -> None:
    np.save(tmp_path / "x.npy", X)
    whole = (tmp_path / "x.npy").read_bytes()
    for size in (0, 10, 500):
        (tmp_path / "cut.npy").write_bytes(whole[:size])
        with pytest.raises(rk.ArgumentError, match=r'`x`: ".*cut\.npy" is no \.npy file'):
            rk.array_source(str(tmp_path / "cut.npy"))
    with pytest.raises(rk.ArgumentError, match="`x`: there is no file"):
        rk.array_source(str(tmp_path / "no.npy"))
    with pytest.raises(rk.ArgumentError, match="same number of samples, not 1050 and 1049"):
        trained(np.load(tmp_path / "x.npy", mmap_mode="r"), Y[:-1])
