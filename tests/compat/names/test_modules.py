"""Modules by lazy handles, and by Keras 2's paths."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from rkeras_py.compat.names.modules import (
    KerasModule,
    LazyModule,
    TensorflowModule,
    member,
    stay_eager,
)


def test_nothing_is_imported_before_it_is_used() -> None:
    code = (
        "import sys; from rkeras_py.compat.names.modules import *; k = KerasModule(); "
        "t = TensorflowModule(); j = LazyModule('imaplib'); "
        "print([m in sys.modules for m in ('keras', 'tensorflow', 'imaplib')]); "
        "print(j.IMAP4_PORT == 143, 'imaplib' in sys.modules)"
    )
    command = [sys.executable, "-c", code]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    assert answer.stdout == "[False, False, False]\nTrue True\n"


def test_submodules_are_imported_when_asked_for() -> None:
    import xml

    assert member(xml, "sax").__name__ == "xml.sax"
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        member(xml, "nothing")


def test_todays_paths() -> None:
    import keras

    ours = KerasModule()
    assert ours.layers.Dense is keras.layers.Dense
    assert ours.__version__ == keras.__version__
    assert ours.optimizers.schedules.CosineDecay is keras.optimizers.schedules.CosineDecay
    assert "Dense" in dir(ours.layers)
    with pytest.raises(AttributeError, match=r"module 'keras.layers' has no attribute 'Nothing'"):
        _ = ours.layers.Nothing


@pytest.mark.parametrize(
    ("path", "today"),
    [
        ("engine.training.Model", "models.Model"),
        ("engine.base_layer.Layer", "layers.Layer"),
        ("layers.core.Dense", "layers.Dense"),
        ("layers.recurrent.LSTM", "layers.LSTM"),
        ("utils.np_utils.to_categorical", "utils.to_categorical"),
        ("losses.mse", "losses.mean_squared_error"),
        ("metrics.mae", "losses.mean_absolute_error"),
    ],
)
def test_paths_of_keras_2(path: str, today: str) -> None:
    import keras

    found, wanted = KerasModule(), keras
    for part in path.split("."):
        found = getattr(found, part)
    for part in today.split("."):
        wanted = getattr(wanted, part)
    assert found is wanted


def test_the_backend_of_keras_2() -> None:
    backend = KerasModule().backend
    assert float(backend.mean(backend.constant([1.0, 3.0]))) == 2
    assert np.array(backend.sum(backend.ones((2, 3)), axis=0)).tolist() == [2, 2, 2]
    assert backend.epsilon() == 1e-7


def test_optimizers_take_arguments_of_keras_2() -> None:
    for optimizers in (KerasModule().optimizers, KerasModule().optimizers.legacy):
        optimizer = optimizers.SGD(lr=0.5, momentum=0.25)
        assert float(optimizer.learning_rate) == 0.5
        assert optimizer.momentum == 0.25
        assert float(optimizers.SGD(0.125).learning_rate) == 0.125
        assert float(optimizers.SGD().learning_rate) == pytest.approx(0.01)
        assert optimizers.SGD.from_config({"learning_rate": 0.25}).learning_rate == 0.25


def test_tensorflow_with_keras_and_names_of_tensorflow_1() -> None:
    tf = TensorflowModule()
    assert isinstance(tf.keras, KerasModule)
    assert float(tf.reduce_sum([1.0, 2.0])) == 3
    assert float(tf.log(1.0)) == 0  # tf.math.log today
    with pytest.raises(AttributeError):
        _ = tf.no_such_name
    assert isinstance(LazyModule("json"), type(sys))


def test_what_keras_3_cannot_do_without_stays() -> None:
    tf = member(member(TensorflowModule(), "compat"), "v1")
    assert member(tf, "disable_eager_execution")() is None
    assert tf.executing_eagerly()


def test_tensorflow_itself_stays_eager(monkeypatch: pytest.MonkeyPatch) -> None:
    import tensorflow as tf

    for name in ("disable_eager_execution", "disable_v2_behavior"):
        monkeypatch.setattr(tf.compat.v1, name, getattr(tf.compat.v1, name))  # restored afterwards
    stay_eager()
    tf.compat.v1.disable_eager_execution()
    tf.compat.v1.disable_v2_behavior()
    assert tf.executing_eagerly()


def test_tensorflow_1_has_keras_and_stays_eager() -> None:
    import tensorflow as tf

    first = TensorflowModule().compat.v1
    keras = member(first, "keras")
    assert isinstance(keras, KerasModule)
    session = first.Session()
    keras.backend.set_session(session)
    assert keras.backend.get_session() is session
    for name in ("disable_eager_execution", "disable_v2_behavior"):
        member(first, name)()
    assert tf.executing_eagerly()
    keras.backend.set_session(None)
