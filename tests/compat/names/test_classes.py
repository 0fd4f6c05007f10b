"""S3 classes of Python types: those of today, of Keras 2, and where reticulate's begin."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from rkeras_py.compat.names.classes import class_names, handle_classes


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
