"""Rows on data larger than memory: files of 20 columns of float32, two cores.

Keras 3 has the fastest way found in plain Python: blocks of pyarrow's (or of the array) into
``tf.data``, cut into batches by ``rebatch()``, and many batches in a call of TensorFlow. It reads
the rows in their order. ``fit()`` here shuffles them, except where the row says otherwise.
"""

from __future__ import annotations

from functools import partial

import large
from rows import KERAS, RK, R, Row, Work

BATCH = 1024
GOAL = "1.0 x Keras 3, +500 MB"

MODEL_R = f"""
model <- keras_model_sequential() %>%
  layer_dense(units = 64, activation = "relu", input_shape = {large.FEATURES}) %>%
  layer_dense(units = 1, activation = "sigmoid")
model %>% compile(loss = "binary_crossentropy", optimizer = "adam")
learn <- function(...) model %>% fit(..., epochs = 1, verbose = 0, batch_size = {BATCH})
"""

MODEL_PYTHON = f"""
import keras, numpy as np, tensorflow as tf
model = keras.Sequential([keras.Input(({large.FEATURES},)),
    keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
def dataset(blocks):
    spec = tf.TensorSpec((None, {large.FEATURES})), tf.TensorSpec((None,))
    data = tf.data.Dataset.from_generator(blocks, output_signature=spec)
    return data.prefetch(1).rebatch({BATCH}).prefetch(8)
def learn(*data, **options):
    rk.fit(model, *data, epochs=1, verbose=0, batch_size={BATCH}, **options)
"""
RK_SETUP = MODEL_PYTHON + 'import rkeras_py as rk\nmodel.compile("adam", "binary_crossentropy")\n'
KERAS_SETUP = (
    MODEL_PYTHON + 'model.compile("adam", "binary_crossentropy", steps_per_execution=64)\n'
)

PLAIN_PARQUET = """
import pyarrow.parquet as pq
names = [f"x{i}" for i in range(20)]
def blocks(path):
    file = pq.ParquetFile(path, pre_buffer=False, buffer_size=1 << 17)
    for batch in file.iter_batches(65536, columns=[*names, "y"]):
        yield batch.select(names).to_tensor().to_numpy(), batch.column("y").to_numpy()
def plain(path): model.fit(dataset(lambda: blocks(path)), verbose=0)
"""

PLAIN_ARRAYS = """
def blocks(x, y):
    for start in range(0, len(x), 65536):
        yield x[start:start + 65536], y[start:start + 65536]
def plain(x, y): model.fit(dataset(lambda: blocks(x, y)), verbose=0)
"""


def _parquet(rows: int, shuffle: bool) -> dict[str, Work]:
    small, path = large.FOLDER / f"{SMALL}.parquet", large.FOLDER / f"{rows}.parquet"
    in_r, in_python = ("", "") if shuffle else (", shuffle = FALSE", ", shuffle=False")
    r = f'learn(parquet_source("%s", y = "y"){in_r})'
    python = f'learn(rk.parquet_source("%s", y="y"){in_python})'
    return {
        R: Work(MODEL_R + r % small, r % path),
        RK: Work(RK_SETUP + python % small, python % path),
        KERAS: Work(KERAS_SETUP + PLAIN_PARQUET + f'plain("{small}")', f'plain("{path}")'),
    }


def _numpy(rows: int) -> dict[str, Work]:
    def pair(count: int, load: str = '"%s"') -> str:
        return ", ".join(load % path for path in large.numpy_paths(count))

    mapped = 'np.load("%s", mmap_mode="r")'
    return {
        R: Work(
            MODEL_R + f"learn(array_source({pair(SMALL)}))", f"learn(array_source({pair(rows)}))"
        ),
        RK: Work(RK_SETUP + f"learn({pair(SMALL, mapped)})", f"learn({pair(rows, mapped)})"),
        KERAS: Work(
            KERAS_SETUP + PLAIN_ARRAYS + f"plain({pair(SMALL, mapped)})",
            f"plain({pair(rows, mapped)})",
        ),
    }


def _hdf5(rows: int) -> dict[str, Work]:
    small, path = large.FOLDER / f"{SMALL}.h5", large.FOLDER / f"{rows}.h5"
    r = 'learn(hdf5_matrix("{0}", "x"), hdf5_matrix("{0}", "y"))'
    python = 'learn(rk.hdf5_matrix("{0}", "x"), rk.hdf5_matrix("{0}", "y"))'
    plain = 'plain(h5py.File("{0}")["x"], h5py.File("{0}")["y"])'
    return {
        R: Work(MODEL_R + r.format(small), r.format(path)),
        RK: Work(RK_SETUP + python.format(small), python.format(path)),
        KERAS: Work(
            KERAS_SETUP + PLAIN_ARRAYS + "import h5py\n" + plain.format(small), plain.format(path)
        ),
    }


SMALL = 100_000  # rows of the files that are read before, so that all is traced and imported
MIDDLE = 10_000_000


def _row(name: str, code: dict[str, Work], prepare: object, rows: int, **more: object) -> Row:
    return Row(
        name,
        code,
        cores=2,
        memory=True,
        goal=GOAL,
        prepare=[partial(prepare, SMALL), partial(prepare, rows)],  # type: ignore[arg-type]
        **more,  # type: ignore[arg-type]
    )


LARGE_ROWS = [
    *(
        _row(
            f"fit from Parquet, {rows:,} x 20",
            _parquet(rows, shuffle=True),
            large.parquet,
            rows,
            series="rows: Parquet",
            size=rows,
        )
        for rows in (1_000_000, MIDDLE, 50_000_000)
    ),
    _row(
        f"fit from Parquet without shuffling, {MIDDLE:,} x 20",
        _parquet(MIDDLE, shuffle=False),
        large.parquet,
        MIDDLE,
    ),
    _row(f"fit from .npy, {MIDDLE:,} x 20", _numpy(MIDDLE), large.numpy, MIDDLE),
    _row(f"fit from HDF5, {MIDDLE:,} x 20", _hdf5(MIDDLE), large.hdf5, MIDDLE),
]
