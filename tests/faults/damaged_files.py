"""A program that loads damaged files of one format, and tells of each what came of it.

Usage: damaged_files.py FORMAT COUNT FOLDER
"""

from __future__ import annotations

import os
import random
import resource
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

#: The address space of this process. A file of a few kilobytes must not take more memory; a load
#: that tries ends in a MemoryError, which is no answer that counts.
MEMORY = 12 * 1024**3
#: Seconds within which one damaged file is loaded or refused, on a machine with other work.
LIMIT = 60

resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
warnings.simplefilter("ignore")

import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras_2_files import dense, input_layer, sequential, write  # noqa: E402

import rkeras_py as rk  # noqa: E402

X = np.ones((4, 3))


def trained() -> Any:
    keras.utils.set_random_seed(1)
    layers = [keras.layers.Dense(4, name="a"), keras.layers.Dense(2, name="b")]
    model = keras.Sequential([keras.Input((3,)), *layers])
    rk.compile(model, optimizer="adam", loss="mse")
    rk.fit(model, X, np.ones((4, 2)), verbose=0)
    return model


def of_keras_2(model: Any, path: str) -> None:
    first, second = dense("a", 4, batch_input_shape=[None, 3]), dense("b", 2)
    w = model.get_weights()
    weights = {"a": {"kernel": w[0], "bias": w[1]}, "b": {"kernel": w[2], "bias": w[3]}}
    compiled = {"loss": "mse", "optimizer_config": {"class_name": "SGD", "config": {"lr": 0.1}}}
    write(path, sequential(input_layer([3]), first, second), weights, compiled)


def raw_vector(model: Any, path: str) -> None:
    Path(path).write_bytes(rk.serialize_model(model))


def load_raw_vector(path: str) -> Any:
    try:
        return rk.unserialize_model(Path(path).read_bytes())
    except rk.ArgumentError as problem:
        raise rk.ArgumentError(str(problem).replace("`model`", path)) from problem


def graph(model: Any, path: str) -> None:
    rk.model_to_saved_model(model, path, serving_only=True)


#: How a file of each format is written, how it is loaded (weights into a model), and whether its
#: content has check sums: what loads then has the right weights.
FORMATS: dict[str, tuple[str, Callable[..., Any], Callable[..., Any], bool, bool]] = {
    # name: (ending, save, load, sets weights, has check sums)
    "HDF5": (".h5", rk.save_model_hdf5, rk.load_model_hdf5, False, False),
    "HDF5 of Keras 2": (".h5", of_keras_2, rk.load_model_hdf5, False, False),
    "archive": (".keras", rk.save_model_hdf5, rk.load_model_hdf5, False, True),
    "raw vector": ("", raw_vector, load_raw_vector, False, True),
    "SavedModel": ("", rk.save_model_tf, rk.load_model_tf, False, True),
    "graph": ("", graph, rk.load_model_tf, False, False),
    "weights": (".h5", rk.save_model_weights_hdf5, rk.load_model_weights_hdf5, True, False),
    "weights of Keras 3": (
        ".weights.h5", rk.save_model_weights_hdf5, rk.load_model_weights_hdf5, True, False,
    ),
    "weights of an archive": (
        ".keras", rk.save_model_hdf5, rk.load_model_weights_hdf5, True, True,
    ),
    "checkpoint": ("", rk.save_model_weights_tf, rk.load_model_weights_tf, True, True),
}  # fmt: skip


def damage(content: bytes, rng: random.Random) -> tuple[str, bytes]:
    """A cut, one flipped bit or twenty, or zeros, as a file has them after a power failure."""
    kind = rng.choice(["cut", "flip", "flip", "flips", "zeros"])
    damaged = bytearray(content)
    if kind == "cut":
        return kind, content[: rng.randrange(len(content))]
    if kind == "zeros":
        start, length = rng.randrange(len(content)), rng.choice([8, 64, 512])
        damaged[start : start + length] = bytes(len(damaged[start : start + length]))
        return kind, bytes(damaged)
    for _ in range(1 if kind == "flip" else 20):
        damaged[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    return kind, bytes(damaged)


def state(model: Any) -> list[np.ndarray]:
    return [np.array(v) for v in [*model.variables, *model.optimizer.variables]]


def same(first: list[np.ndarray], second: list[np.ndarray]) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(first, second, strict=True))


def is_right(loaded: Any, model: Any) -> bool:
    """Whether a model has the weights; a graph does not tell them, and predicts."""
    if loaded.weights:
        return same(loaded.get_weights(), model.get_weights())
    return np.allclose(loaded.predict(X, verbose=0), model.predict(X, verbose=0))


def check(problem: Exception, path: str, what: str) -> None:
    """An error names the file, or what a model needs whose configuration was changed."""
    text = str(problem)
    clear = path in text or text.startswith("the model ")
    assert isinstance(problem, (rk.ArgumentError, OSError)) and clear, (
        f"{what}: {type(problem).__name__}: {problem}"
    )


def main(name: str, count: int, folder: str) -> None:
    ending, save, load, sets_weights, has_check_sums = FORMATS[name]
    model = trained()
    path = os.path.join(folder, f"made{ending}")
    save(model, path)
    files = sorted(file for file in Path(folder).rglob("*") if file.is_file())
    files = [file for file in files if file.name != "checkpoint"]
    other = trained()
    blank = [np.full_like(w, 0.5) for w in model.get_weights()]
    rng = random.Random(name)
    outcomes: Counter[str] = Counter()
    for i in range(count):
        file = rng.choice(files)
        content = file.read_bytes()
        kind, damaged = damage(content, rng)
        what = f"{i}: {kind} in {file.name}"
        print(what, end=" ", flush=True)
        other.set_weights(blank)
        before = state(other)
        file.write_bytes(damaged)
        start = time.monotonic()
        try:
            loaded = load(other, path) if sets_weights else load(path)
        except Exception as problem:
            check(problem, path, what)
            changed = not same(state(other), before)
            outcomes["weights changed" if changed else "refused"] += 1
        else:
            right = is_right(loaded, model)
            assert right or not has_check_sums, f"{what}: other weights were loaded"
            outcomes["loaded" if right else "loaded other weights"] += 1
        assert time.monotonic() - start < LIMIT, f"{what}: it took too long"
        file.write_bytes(content)
        print("done", flush=True)
    print(dict(outcomes))


main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
