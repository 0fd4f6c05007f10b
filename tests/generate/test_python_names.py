"""The modules that list the public names."""

from __future__ import annotations

import rkeras_py.api  # noqa: F401
from rkeras_py.generate import python_names
from rkeras_py.registry.define import REGISTRY


def chosen(*names: str) -> list:
    return [REGISTRY[name] for name in names]


def test_names_by_their_modules_numbers_as_numbers() -> None:
    text = python_names.text(chosen("application_resnet101", "application_resnet50", "layer_dense"))
    assert text.splitlines()[2:] == [
        "",
        "from rkeras_py.api.applications.resnet import (",
        "    application_resnet50,",
        "    application_resnet101,",
        ")",
        "from rkeras_py.api.layers.core import (",
        "    layer_dense,",
        ")",
        "",
        "__all__ = [",
        '    "application_resnet50",',
        '    "application_resnet101",',
        '    "layer_dense",',
        "]",
    ]


def test_steps_for_functions_with_something_to_fill() -> None:
    text = python_names.pipe_text(chosen("layer_dense", "k_epsilon", "fit"))
    steps = [line for line in text.splitlines() if "_Piped(" in line]
    assert steps == ["fit = _Piped(_api.fit)", "layer_dense = _Piped(_api.layer_dense)"]


def test_long_lines_are_broken() -> None:
    step = python_names._step("x" * 60)
    assert step == f"{'x' * 60} = _Piped(\n    _api.{'x' * 60}\n)\n"
