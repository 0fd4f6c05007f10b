"""Models of Keras 2 with operations of TensorFlow as layers, computed again with NumPy."""

from __future__ import annotations

import math

import numpy as np
import pytest
from keras_2_files import input_layer, normal, predict, write

from rkeras_py.api.models import saving
from rkeras_py.convert.rule import ArgumentError

X, Y = normal(5, 4, 6), normal(5, 4, 6)


def operation(name, function, *inbound):
    kind = "SlicingOpLambda" if function.endswith("getitem") else "TFOpLambda"
    config = {"name": name, "trainable": True, "dtype": "float32", "function": function}
    return {"class_name": kind, "config": config, "name": name, "inbound_nodes": list(inbound)}


def of(name, /, **options):
    """A call with this layer's output as its first argument."""
    return [name, 0, 0, options]


def tensor(name):
    return [name, 0, 0]


def constant(value, /, **options):
    return ["_CONSTANT_VALUE", -1, value, options]


def saved(path, operations):
    """A model of two inputs, "x" and "y", and these operations, the last of which is its output."""
    inputs = [input_layer([4, 6], name=name) | {"name": name, "inbound_nodes": []} for name in "xy"]
    for layer, name in zip(inputs, "xy", strict=True):
        layer["config"]["name"] = name
    config = {
        "name": "model",
        "layers": [*inputs, *operations],
        "input_layers": [["x", 0, 0], ["y", 0, 0]],
        "output_layers": [[operations[-1]["name"], 0, 0]],
    }
    write(path, {"class_name": "Functional", "config": config}, {"x": {}, "y": {}})
    return str(path)


def whole(start=None, stop=None, step=None):
    return {"start": start, "stop": stop, "step": step}


CASES = {
    "operators": (
        [
            operation("sum", "__operators__.add", of("x", y=tensor("y"), name=None)),
            operation("twice", "math.multiply", of("sum", y=2.0, name=None)),
            operation("less", "math.subtract", constant(1.5, y=tensor("twice"), name=None)),
            operation("part", "math.truediv", of("less", y=4.0, name=None)),
            operation("minus", "math.negative", of("part", name=None)),
        ],
        lambda x, y: -(1.5 - (x + y) * 2) / 4,
    ),
    "functions": (
        [
            operation("add", "math.add", of("x", y=tensor("y"))),
            operation("relu", "nn.relu", of("add", name=None)),
            operation("leaky", "nn.leaky_relu", of("x", alpha=0.3)),
            operation("most", "math.maximum", of("relu", y=tensor("leaky"), name=None)),
            operation("square", "math.square", of("most", name=None)),
            operation("clip", "clip_by_value", of("square", clip_value_min=0.1, clip_value_max=2)),
        ],
        lambda x, y: np.clip(
            np.maximum(np.maximum(x + y, 0), np.where(x > 0, x, 0.3 * x)) ** 2, 0.1, 2
        ),
    ),
    "reductions": (
        [
            operation("mean", "math.reduce_mean", of("x", axis=1, keepdims=True)),
            operation("all", "math.reduce_sum", of("y", axis=[1, 2], keepdims=True)),
            operation("max", "math.reduce_max", of("x", axis=-1, keepdims=True)),
            operation("a", "__operators__.add", of("mean", y=tensor("all"), name=None)),
            operation("b", "math.multiply", of("a", y=tensor("max"), name=None)),
        ],
        lambda x, y: (
            (x.mean(1, keepdims=True) + y.sum((1, 2), keepdims=True)) * x.max(-1, keepdims=True)
        ),
    ),
    "reshape": (
        [operation("r", "reshape", of("x", shape=[-1, 3, 8]))],
        lambda x, y: x.reshape(-1, 3, 8),
    ),
    "reshape to a part of the shape": (
        [
            operation("s", "compat.v1.shape", of("x", name=None, out_type="int32")),
            operation("n", "__operators__.getitem", of("s", slice_spec=0)),
            operation("r", "reshape", of("x", shape=[tensor("n"), 24])),
        ],
        lambda x, y: x.reshape(-1, 24),
    ),
    "concat and stack": (
        [
            operation("c", "concat", [of("x", axis=-1), of("y", axis=-1)]),
            operation("s", "stack", [of("c", axis=1), of("c", axis=1)]),
        ],
        lambda x, y: np.stack([np.concatenate([x, y], -1)] * 2, 1),
    ),
    "slices": (
        [
            operation(
                "g",
                "__operators__.getitem",
                of("x", slice_spec=[whole(), whole(1, 3), whole(step=2)]),
            ),
            operation("h", "__operators__.getitem", of("g", slice_spec=[whole(), -1])),
            operation(
                "e",
                "__operators__.getitem",
                of("h", slice_spec=[{"class_name": "__ellipsis__"}, None, 0]),
            ),
        ],
        lambda x, y: x[:, 1:3, ::2][:, -1][..., None, 0],
    ),
    "dimensions": (
        [
            operation("e", "expand_dims", of("x", axis=1)),
            operation("t", "tile", of("e", multiples=[1, 2, 1, 1], name=None)),
            operation("p", "compat.v1.transpose", of("t", perm=[0, 1, 3, 2], conjugate=False)),
        ],
        lambda x, y: np.tile(x[:, None], [1, 2, 1, 1]).transpose(0, 1, 3, 2),
    ),
    "cast": (
        [
            operation("i", "cast", of("x", dtype="int32")),
            operation("f", "cast", of("i", dtype="float32")),
        ],
        lambda x, y: np.trunc(x),
    ),
    "choose": (
        [
            operation("g", "math.greater", of("x", y=tensor("y"), name=None)),
            operation("w", "where", of("g", x=tensor("x"), y=tensor("y"))),
        ],
        lambda x, y: np.maximum(x, y),
    ),
    "products": (
        [operation("m", "linalg.matmul", of("x", b=tensor("y"), transpose_b=True))],
        lambda x, y: x @ y.transpose(0, 2, 1),
    ),
    "split": (
        [
            operation("s", "split", of("x", num_or_size_splits=[1, 5], axis=-1)),
            operation("a", "__operators__.add", ["s", 0, 1, {"y": ["s", 0, 0], "name": None}]),
        ],
        lambda x, y: x[..., 1:] + x[..., :1],
    ),
    "constants": (
        [operation("m", "math.multiply", of("x", y=[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], name=None))],
        lambda x, y: x * np.arange(1, 7),
    ),
}


@pytest.mark.parametrize(("operations", "expected"), CASES.values(), ids=CASES)
def test_operations(operations, expected, tmp_path):
    model = saving.load_model_hdf5(saved(tmp_path / "old.h5", operations))
    found = predict(model, X, Y)
    np.testing.assert_allclose(found, expected(X, Y), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("ending", ["h5", "keras"])
def test_a_model_with_operations_is_saved_again(ending, tmp_path):
    operations, expected = CASES["operators"]
    model = saving.load_model_hdf5(saved(tmp_path / "old.h5", operations))
    path = str(tmp_path / f"new.{ending}")
    saving.save_model_hdf5(model, path)
    found = predict(saving.load_model_hdf5(path), X, Y)
    np.testing.assert_allclose(found, expected(X, Y), rtol=1e-5, atol=1e-6)


def test_any_operation_that_only_computes(tmp_path):
    path = saved(tmp_path / "old.h5", [operation("l", "math.lgamma", of("x", name=None))])
    found = predict(saving.load_model_hdf5(path), X, Y)
    with np.errstate(all="ignore"):
        wanted = np.vectorize(math.lgamma)(X.astype("float64"))
    np.testing.assert_allclose(found, wanted, rtol=1e-5, atol=1e-6)


def test_other_operations_are_named(tmp_path):
    path = saved(tmp_path / "old.h5", [operation("l", "io.read_file", of("x", name=None))])
    with pytest.raises(ArgumentError) as error:
        saving.load_model_hdf5(path)
    assert str(error.value) == (
        "the model has a layer of TensorFlow's operation tf.io.read_file, which cannot be built "
        "here. Create the model with its code again, and load its weights."
    )


def test_other_arguments_are_named(tmp_path):
    node = of("x", b=tensor("y"), adjoint_b=True)
    path = saved(tmp_path / "old.h5", [operation("m", "linalg.matmul", node)])
    with pytest.raises(ArgumentError, match=r"tf\.linalg\.matmul with adjoint_b = True, which"):
        saving.load_model_hdf5(path)


def test_one_operation_called_in_two_ways(tmp_path):
    node = operation("m", "math.multiply", of("x", y=2.0), of("x", y=3.0))
    path = saved(tmp_path / "old.h5", [node])
    with pytest.raises(ArgumentError, match=r'its layer "m" of .* several sets of arguments'):
        saving.load_model_hdf5(path)
