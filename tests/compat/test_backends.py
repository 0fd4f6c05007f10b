"""What is refused on a backend, and what is said where TensorFlow is not installed."""

from __future__ import annotations

import sys

import pytest

from rkeras_py import exports as rk
from rkeras_py.compat import backends
from rkeras_py.compat.names.classes import class_names
from rkeras_py.convert.rule import BackendError
from rkeras_py.registry.define import REGISTRY


@pytest.fixture
def on(monkeypatch):
    """Make another backend seem to be the one in use."""

    def use(name, tensorflow=True):
        monkeypatch.setattr(backends.backends, "known", lambda: name)
        monkeypatch.setattr(backends.backends, "current", lambda: name)
        monkeypatch.setattr(backends.backends, "is_missing", lambda package: not tensorflow)

    return use


def test_every_entry_is_of_an_exported_function():
    assert {name for name, _ in backends.limits()} <= set(REGISTRY)
    assert {backend for _, backend in backends.limits()} == {"jax", "torch"}


@pytest.mark.parametrize(("name", "title"), [("jax", "JAX"), ("torch", "PyTorch")])
def test_what_a_backend_cannot_do(on, name, title):
    on(name)
    with pytest.raises(BackendError) as caught:
        rk.k_gradients(rk.k_constant(1), [rk.k_constant(1)])
    assert str(caught.value) == (
        f"k_gradients() does not run on {title}: it asks for the gradients of a graph, which is "
        "TensorFlow's. Use TensorFlow instead: set the environment variable "
        "KERAS_BACKEND=tensorflow before R or Python starts."
    )
    assert {"keras_backend_error", "keras_deviation"} <= set(class_names(type(caught.value)))


def test_what_needs_tensorflow_beside_another_backend(on):
    on("jax", tensorflow=False)
    with pytest.raises(BackendError) as caught:
        rk.layer_text_vectorization(max_tokens=10)
    assert str(caught.value) == (
        "layer_text_vectorization() needs TensorFlow, which is not installed for "
        f"{sys.executable}: Keras looks words and numbers up with TensorFlow's functions. "
        f"Install it with `{sys.executable} -m pip install tensorflow`."
    )
    on("jax", tensorflow=True)
    backends.check_backend("layer_text_vectorization")


def test_an_import_of_tensorflow_that_fails_names_the_function(monkeypatch):
    monkeypatch.setitem(sys.modules, "tensorflow", None)
    with pytest.raises(ModuleNotFoundError):
        import tensorflow  # noqa: F401
    with pytest.raises(BackendError, match=r"^k_ctc_decode\(\) needs TensorFlow, which is not"):
        rk.k_ctc_decode([[[0.5, 0.5]]], [1])


def test_tensorflow_is_refused_nothing():
    for name, _ in backends.limits():
        backends.check_backend(name)
