"""Functions and classes of a model that its reader does not know are named."""

from __future__ import annotations

import keras
import pytest

from rkeras_py.compat.names.unknown import unknown, with_known_names
from rkeras_py.convert.rule import ArgumentError


@pytest.mark.parametrize(
    ("name", "compile", "message"),
    [
        ("größe", False, ('the model uses "größe", which is not known here: pass it as '
         "`custom_objects = list(größe = ...)`.")),
        ("r_loss_1", True, ('the model uses "r_loss_1", an R function without a name: pass it as '
         "`custom_objects = list(r_loss_1 = ...)`; a loss or a metric is not needed with "
         "`compile = FALSE`.")),
    ],
)  # fmt: skip
def test_what_is_asked_for(name, compile, message) -> None:
    assert str(unknown(name, compile)) == message


def test_a_class_that_keras_does_not_find() -> None:
    class Own(keras.layers.Layer):
        pass

    config = keras.saving.serialize_keras_object(Own(name="o"))
    with pytest.raises(ArgumentError, match='the model uses "Own"'), with_known_names({}, False):
        keras.saving.deserialize_keras_object(config)
    with with_known_names({"Own": Own}, False):
        assert type(keras.saving.deserialize_keras_object(config)) is Own


def test_scopes_around_hold() -> None:
    with keras.saving.custom_object_scope({"outer": max}), with_known_names({"inner": min}, False):
        assert keras.saving.get_registered_object("outer") is max
        assert keras.saving.get_registered_object("inner") is min


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(ValueError, match=r"^mine$"), with_known_names({}, False):
        raise ValueError("mine")
