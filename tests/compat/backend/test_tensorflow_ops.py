"""Operations by TensorFlow's names compute what TensorFlow's functions of these names do."""

from __future__ import annotations

import operator

import keras
import numpy as np
import pytest
import tensorflow as tf
from formulas import numbers

from rkeras_py.compat.backend.tensorflow_ops import OPERATIONS

X, Y = numbers(3, 4), numbers(3, 4, seed=1)
POSITIVE, TRUTH = np.abs(X) + 0.1, X > 0
CODES = np.array([[2, 0], [1, 1]])

#: Those that are no attribute of the module ``tf`` by their name.
OTHERWISE = {
    "__operators__.add": tf.add,
    "compat.v1.floor_div": tf.math.floordiv,
}

#: Arguments beside two arrays of numbers; in most cases there are none.
CASES = [
    pytest.param("nn.gelu", (X,), {}, marks=pytest.mark.xfail(
        strict=True, reason="tf.nn.gelu() is exact by default, keras.ops.gelu() approximate")),
    *((name, (POSITIVE,), {}) for name in ("math.log", "math.rsqrt", "math.sqrt")),
    *((name, (X,), {}) for name in ("math.abs", "math.erf", "math.expm1", "math.round",
                                    "nn.selu", "nn.relu6", "nn.silu", "nn.elu", "identity")),
    *((name, (X, Y), {}) for name in ("math.add", "math.floormod", "math.floordiv", "math.truediv",
                                      "math.maximum", "math.not_equal", "math.squared_difference",
                                      "__operators__.add", "compat.v1.floor_div")),
    ("math.pow", (POSITIVE, Y), {}),
    ("math.logical_and", (TRUTH, ~TRUTH | (Y > 0)), {}),
    ("math.logical_not", (TRUTH,), {}),
    ("math.divide_no_nan", (X, np.where(TRUTH, Y, 0).astype("float32")), {}),
    *((f"math.reduce_{name}", (X,), {"axis": axis, "keepdims": keep})
      for name in ("max", "mean", "min", "prod", "std", "sum", "logsumexp", "variance")
      for axis, keep in ((None, False), (1, True), ([0, 1], False))),
    ("math.reduce_any", (TRUTH,), {"axis": 0}),
    ("math.reduce_all", (TRUTH,), {}),
    ("math.l2_normalize", (X,), {"axis": 1}),
    ("math.cumsum", (X,), {"axis": 1}),
    ("math.argmax", (X,), {"axis": 1, "output_type": "int32"}),
    ("math.argmax", (X,), {}),
    ("nn.leaky_relu", (X,), {}),
    ("nn.leaky_relu", (X,), {"alpha": 0.5}),
    ("nn.softmax", (X,), {"axis": 0}),
    ("nn.log_softmax", (X,), {}),
    ("linalg.matmul", (X, Y), {"transpose_b": True}),
    ("linalg.matmul", (X, Y), {"transpose_a": True}),
    ("cast", (X * 5,), {"dtype": "int32"}),
    ("clip_by_value", (X,), {"clip_value_min": -0.2, "clip_value_max": 0.3}),
    ("compat.v1.gather", (X,), {"indices": [2, 0], "axis": 1}),
    ("gather", (X,), {"indices": CODES}),
    ("pad", (X,), {"paddings": [[1, 0], [0, 2]], "constant_values": 7}),
    ("compat.v1.pad", (X,), {"paddings": [[1, 1], [2, 1]], "mode": "REFLECT"}),
    ("compat.v1.shape", (X,), {"out_type": "int32"}),
    ("shape", (X,), {}),
    ("squeeze", (X[:, None],), {"axis": 1}),
    ("compat.v1.squeeze", (X[:, None],), {}),
    ("transpose", (X[None],), {"perm": [2, 0, 1]}),
    ("compat.v1.transpose", (X,), {}),
    ("concat", ([X, Y],), {"axis": 0}),
    ("stack", ([X, Y],), {"axis": 1}),
    ("expand_dims", (X,), {"axis": -1}),
    ("one_hot", (CODES,), {"depth": 3}),
    ("one_hot", (CODES,), {"depth": 4, "axis": 1, "dtype": "int32"}),
    ("reshape", (X,), {"shape": [2, -1]}),
    ("split", (X,), {"num_or_size_splits": 2, "axis": 1}),
    ("split", (X,), {"num_or_size_splits": [1, 2, 1], "axis": 1}),
    ("stop_gradient", (X,), {}),
    ("tile", (X,), {"multiples": [2, 1]}),
    ("where", (TRUTH,), {"x": X, "y": Y}),
]  # fmt: skip


def as_lists(value: object) -> list:
    return value if isinstance(value, (list, tuple)) else [value]


@pytest.mark.parametrize(("name", "values", "options"), CASES, ids=lambda x: str(x)[:30])
def test_as_in_tensorflow(name, values, options):
    theirs = OTHERWISE.get(name) or operator.attrgetter(name)(tf)
    if "paddings" in options:
        theirs = tf.pad
    given = {k: getattr(tf, v) if k in ("dtype", "out_type", "output_type") else v
             for k, v in options.items()}  # fmt: skip
    for got, expected in zip(
        as_lists(OPERATIONS[name](*values, **options)), as_lists(theirs(*values, **given)),
        strict=True,
    ):  # fmt: skip
        got, expected = keras.ops.convert_to_numpy(got), expected.numpy()
        assert got.shape == expected.shape and got.dtype.kind == expected.dtype.kind
        np.testing.assert_allclose(got, expected, rtol=2e-5, atol=1e-6)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (1, X[1]),
        ([{"start": 0, "stop": 2, "step": None}, -1], X[:2, -1]),
        (["Ellipsis", 0], X[..., 0]),
        ([{"class_name": "__ellipsis__"}, None], X[..., None]),
        ({"start": None, "stop": None, "step": 2}, X[::2]),
    ],
)
def test_slices_as_files_have_them(spec, expected):
    got = OPERATIONS["__operators__.getitem"](keras.ops.array(X), slice_spec=spec)
    np.testing.assert_array_equal(got, expected)
