"""``value >> rk.pipe.f(...)``: chains that read like R's pipe."""

from __future__ import annotations

import inspect
import subprocess
import sys

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py as rk
from rkeras_py.piping import Piped
from rkeras_py.registry.define import REGISTRY


def test_a_chain_gives_keras_s_own_model() -> None:
    empty = rk.keras_model_sequential()
    model = (
        empty
        >> rk.pipe.layer_dense(3, input_shape=2, kernel_initializer="ones")
        >> rk.pipe.layer_dense(1, kernel_initializer="ones", bias_initializer="ones")
        >> rk.pipe.compile("sgd", "mse")
    )
    assert model is empty and isinstance(model, keras.Sequential)
    x = np.array([[1.0, 2.0], [0.0, 4.0]])
    assert (model >> rk.pipe.predict(x, verbose=0)).tolist() == [[10], [13]]
    history = model >> rk.pipe.fit(x, np.array([10.0, 13.0]), epochs=2, verbose=0)
    assert type(history) is keras.callbacks.History
    assert history.history["loss"] == [0, 0]


def test_tensors_pass_through_layers() -> None:
    inputs = rk.layer_input(shape=2)
    outputs = inputs >> rk.pipe.layer_dense(1, kernel_initializer="ones") >> rk.pipe.k_square()
    model = rk.keras_model(inputs, outputs)
    assert model.predict(np.array([[1.0, 2.0]]), verbose=0).tolist() == [[9]]


@pytest.mark.parametrize("value", [np.array([[1.0, 2.0]]), tf.constant([[1.0, 2.0]])])
def test_arrays_and_tensors_leave_the_operator_to_the_step(value: object) -> None:
    assert float(value >> rk.pipe.k_sum()) == 3  # type: ignore[operator]


def test_a_step_may_be_kept_and_used_again() -> None:
    dense = rk.pipe.layer_dense(2, input_shape=3)
    assert repr(dense) == "pipe.layer_dense(2, input_shape=3)"
    first, second = rk.keras_model_sequential() >> dense, rk.keras_model_sequential() >> dense
    assert first.layers[0] is not second.layers[0]
    assert first.count_params() == second.count_params() == 8


def test_arguments_are_checked_as_everywhere() -> None:
    model = rk.keras_model_sequential()
    with pytest.raises(rk.ArgumentError, match="`units` must be a whole number of at least 1, not"):
        model >> rk.pipe.layer_dense("a")
    with pytest.raises(TypeError, match="got an unexpected keyword argument 'unitss'"):
        model >> rk.pipe.layer_dense(3, unitss=3)
    assert model.layers == []
    with pytest.raises(TypeError, match=r"unsupported operand type\(s\) for >>"):
        rk.pipe.layer_dense(3) >> rk.pipe.layer_dense(3)
    with pytest.raises(AttributeError, match="layer_dens"):
        rk.pipe.layer_dens(3)  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", [keras.Input((2,)), np.ones(2), 3])
def test_a_function_without_its_brackets_is_told(value: object) -> None:
    with pytest.raises(TypeError, match=r"write `>> pipe.layer_dense\(\.\.\.\)`$"):
        value >> rk.pipe.layer_dense  # type: ignore[operator]


def test_every_function_with_something_to_pipe_into_is_there() -> None:
    without = {
        name
        for name, function in REGISTRY.items()
        if not isinstance(getattr(rk.pipe, function.python.__name__, None), Piped)
    }
    assert {"layer_dense", "layer_concatenate", "compile", "fit", "k_mean"} & without == set()
    for name in without:  # nothing, or all by name or in *args
        kinds = [p.kind for p in REGISTRY[name].signature.parameters.values()][:1]
        assert inspect.Parameter.POSITIONAL_OR_KEYWORD not in kinds, name


def test_help_shows_what_is_left_to_give() -> None:
    shown = list(inspect.signature(rk.pipe.layer_dense).parameters)
    assert shown == list(inspect.signature(rk.layer_dense).parameters)[1:]
    assert shown[0] == "units"
    assert inspect.getdoc(rk.pipe.layer_dense) == inspect.getdoc(rk.layer_dense)


def test_importing_loads_neither_tensorflow_nor_r_nor_the_pipe() -> None:
    code = (
        "import sys, rkeras_py as rk\n"
        "heavy = {'tensorflow', 'keras', '_rinterface_cffi_api', 'rkeras_py.pipe', 'IPython'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
        "step = rk.pipe.layer_dense(3)\n"
        "print(sorted(heavy & set(sys.modules)))\n"
        "from rkeras_py import *\n"
        "print(pipe is rk.pipe, len(set(rk.__all__) - set(globals())))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout == "[]\n['rkeras_py.pipe']\nTrue 0\n"


def test_every_function_is_documented_and_typed() -> None:
    for name, function in REGISTRY.items():
        assert function.doc, name
        assert function.signature.return_annotation is not inspect.Signature.empty, name
        for parameter in function.signature.parameters.values():
            assert parameter.annotation is not inspect.Parameter.empty, f"{name}: {parameter.name}"
