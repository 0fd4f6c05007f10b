"""S3 classes of Python types: those of today, of Keras 2, and where reticulate's begin."""

from __future__ import annotations

import collections

import keras
import numpy as np
import pytest

from rkeras_py.compat.names.classes import class_names, handle_classes
from rkeras_py.convert.rule import DeviationError

OBJECT = "python.builtin.object"
HANDLE = "python.handle"


def test_classes_of_a_model() -> None:
    names = class_names(keras.Sequential)
    former = ["sequential.Sequential", "training.Model", "base_layer.Layer"]
    places = [names.index(f"keras.engine.{name}") for name in former]
    assert places == sorted(places) and names[-1] == "python.builtin.object"
    assert names[0] == "keras.src.models.sequential.Sequential"
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("kind", "first"), [(dict, "python.builtin.dict"), (np.ndarray, "numpy.ndarray")]
)
def test_the_package_s_class_comes_before_reticulate_s(kind, first) -> None:
    assert handle_classes(kind)[:2] == ("python.handle", first)
    assert handle_classes(kind, "mine")[:2] == ("mine", "python.handle")


def test_classes_of_users_come_first() -> None:
    class Größe(dict):
        pass

    names = handle_classes(Größe)
    assert names[0].endswith("Größe") and names[1:3] == ("python.handle", "python.builtin.dict")


class Plain:
    pass


class Hidden(Plain):
    """One that R is not shown."""

    _rkeras_shown_as_base = True


class Special(Hidden):
    pass


PLAIN, SPECIAL = (f"{__name__}.{name}" for name in ("Plain", "Special"))


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (object, (OBJECT,)),
        (dict, ("python.builtin.dict", OBJECT)),
        (bool, ("python.builtin.bool", "python.builtin.int", OBJECT)),
        (collections.OrderedDict, ("collections.OrderedDict", "python.builtin.dict", OBJECT)),
        (Plain, (PLAIN, OBJECT)),
        (Hidden, (PLAIN, OBJECT)),
        (Special, (SPECIAL, PLAIN, OBJECT)),
    ],
)
def test_the_bases_come_in_their_order(kind: type, names: tuple[str, ...]) -> None:
    assert class_names(kind) == names
    assert class_names(kind) == names  # as it is remembered


@pytest.mark.parametrize(
    ("kind", "former"),
    [
        (keras.Sequential, "keras.engine.sequential.Sequential"),
        (keras.Sequential, "keras.engine.training.Model"),
        (keras.layers.Dense, "keras.engine.base_layer.Layer"),
        (keras.callbacks.EarlyStopping, "keras.callbacks.Callback"),
        (keras.metrics.MeanAbsoluteError, "keras.metrics.Metric"),
        (keras.metrics.AUC, "keras.metrics.base_metric.Metric"),
        (keras.losses.Huber, "keras.losses.Loss"),
        (keras.optimizers.Adam, "keras.optimizers.Optimizer"),
        (keras.optimizers.SGD, "keras.optimizers.optimizer.Optimizer"),
        (keras.optimizers.schedules.CosineDecay, "keras.optimizers.schedules.LearningRateSchedule"),
        (
            keras.optimizers.schedules.ExponentialDecay,
            "keras.optimizers.schedules.learning_rate_schedule.LearningRateSchedule",
        ),
        (keras.initializers.Zeros, "keras.initializers.Initializer"),
        (keras.initializers.HeNormal, "keras.initializers.initializers.Initializer"),
        (keras.regularizers.L2, "keras.regularizers.Regularizer"),
        (keras.constraints.NonNeg, "keras.constraints.Constraint"),
        (keras.Variable, "tensorflow.tensor"),
        (DeviationError, "keras_deviation"),
    ],
)
def test_former_names_stand_beside_those_of_today(kind: type, former: str) -> None:
    names = class_names(kind)
    assert names.count(former) == 1
    assert names[0] == f"{kind.__module__}.{kind.__qualname__}"
    assert names[-1] == OBJECT


def test_the_former_name_follows_the_one_that_it_stands_for() -> None:
    names = class_names(keras.Sequential)
    today = f"{keras.Model.__module__}.Model"
    assert names[names.index(today) + 1] == "keras.engine.training.Model"


def test_a_handle_stands_before_the_classes_of_reticulate() -> None:
    assert handle_classes(Special) == (SPECIAL, PLAIN, HANDLE, OBJECT)
    assert handle_classes(Special, "first", "second") == (
        SPECIAL, PLAIN, "first", "second", HANDLE, OBJECT,
    )  # fmt: skip
    assert handle_classes(dict) == (HANDLE, "python.builtin.dict", OBJECT)
    assert handle_classes(np.float32)[:2] == (HANDLE, "numpy.float32")
    assert handle_classes(Special) == (SPECIAL, PLAIN, HANDLE, OBJECT)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (keras.losses.MeanSquaredError, "keras.losses.MeanSquaredError"),
        (keras.metrics.AUC, "keras.metrics.AUC"),
        (keras.optimizers.schedules.CosineDecay, "keras.optimizers.schedules.CosineDecay"),
        (keras.optimizers.Adam, "keras.optimizers.Adam"),
        (keras.layers.Dense, "keras.layers.Dense"),
        (keras.callbacks.CSVLogger, "keras.callbacks.CSVLogger"),
    ],
)
def test_classes_have_their_public_names(kind, name) -> None:
    assert class_names(kind)[1] == name
    assert name not in class_names(dict)
