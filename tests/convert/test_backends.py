"""Which backend Keras takes, and the tensors of each."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from rkeras_py.convert import backends
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.shapes import Extents


def test_the_variable_comes_before_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    assert backends.configured() == "tensorflow"
    (tmp_path / "keras.json").write_text('{"backend": "torch"}')
    assert backends.configured() == "torch"
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    assert backends.configured() == "jax"


def test_a_choice_before_and_after_keras_is_imported(monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "")
    monkeypatch.setitem(sys.modules, "keras", SimpleNamespace())
    backends.choose("torch")
    assert backends.configured() == "torch"
    monkeypatch.setitem(
        sys.modules, "keras", SimpleNamespace(config=SimpleNamespace(backend=lambda: "jax"))
    )
    backends.choose("jax")
    with pytest.raises(ArgumentError, match="Keras computes with JAX already"):
        backends.choose("torch")


def test_names_of_types():
    assert backends.dtype_name(np.dtype("float32")) == "float32"
    assert backends.dtype_name("torch.int64") == "int64"
    assert backends.dtype_name(SimpleNamespace(name="bfloat16")) == "bfloat16"


FORGOTTEN = """
import sys
import rkeras_py.compat.metrics
import rkeras_py.convert.scalars
from rkeras_py.convert import backends

backends.forget_keras()
assert not [name for name in sys.modules if name.partition(".")[0] == "keras"]
assert "rkeras_py.compat.metrics" not in sys.modules
assert not hasattr(rkeras_py.compat, "metrics")
assert sys.modules["rkeras_py.convert.scalars"] is rkeras_py.convert.scalars
"""


def test_modules_that_hold_parts_of_keras_are_forgotten():
    subprocess.run([sys.executable, "-W", "ignore", "-c", FORGOTTEN], check=True)


def test_shapes_without_tensorflow():
    shape = Extents([None, 3])
    assert (shape.rank, shape.as_list(), repr(shape)) == (2, [None, 3], "Shape(None, 3)")
    assert shape.merge_with(Extents([2, None])) == Extents([2, 3])
    assert shape != Extents([None, 4])
    assert Extents(None).rank is None
    assert Extents(None) != Extents([])
    assert Extents(None).merge_with(shape) == shape
    with pytest.raises(ArgumentError, match=r"Shape\(None, 3\) and Shape\(2, 4\) do not fit"):
        shape.merge_with(Extents([2, 4]))
