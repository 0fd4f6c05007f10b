"""The types that editors and type checkers see."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from pathlib import Path

import pytest

import rkeras_py as rk
from rkeras_py.generate import stubs
from rkeras_py.registry.define import REGISTRY

STUB = Path(rk.__file__).with_suffix(".pyi")

PROGRAM = """
import rkeras_py as rk

model = rk.keras_model_sequential()
model = rk.layer_dense(model, 3, input_shape=(2,))
layer = rk.layer_dense(units=3, activation="relu")
{line}
"""


@functools.cache
def definitions() -> dict[str, list[ast.FunctionDef]]:
    found: dict[str, list[ast.FunctionDef]] = {}
    for node in ast.parse(STUB.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            found.setdefault(node.name, []).append(node)
    return found


def test_every_public_name_is_typed() -> None:
    text = STUB.read_text(encoding="utf-8")
    assert set(rk.__all__) - set(definitions()) == {
        "ArgumentError", "DeviationError", "DownloadError", "RError", "__version__", "pipe",
    }  # fmt: skip
    assert "__version__: str" in text


def returns(name: str) -> list[str]:
    return [ast.unparse(node.returns) for node in definitions()[name] if node.returns]


def test_values_have_the_classes_of_keras() -> None:
    assert returns("keras_model_sequential") == ["keras.Sequential"]
    assert returns("fit") == ["keras.callbacks.History"]
    assert returns("optimizer_sgd") == ["keras.optimizers.Optimizer"]
    assert returns("application_vgg16") == ["keras.Model"]
    assert returns("callback_early_stopping") == ["keras.callbacks.Callback"]
    assert returns("count_params") == ["int"]
    assert returns("layer_dense") == [
        "keras.layers.Layer", "keras.Sequential", "keras.layers.Layer", "Any", "_T",
    ]  # fmt: skip


def test_arguments_have_their_names_in_the_same_order() -> None:
    for function in REGISTRY.values():
        node = definitions()[function.python.__name__][-1]
        names = [argument.arg for argument in node.args.args]
        kinds = (1,)  # inspect.Parameter.POSITIONAL_OR_KEYWORD
        wanted = [p.name for p in function.signature.parameters.values() if p.kind in kinds]
        assert names == wanted, function.name


@pytest.mark.parametrize(
    ("hint", "written"),
    [
        (int, "int"),
        (int | None, "int | None"),
        (tuple[int | None, ...], "tuple[int | None, ...]"),
        (dict[str, list[float]], "dict[str, list[float]]"),
        (None.__class__, "None"),
    ],
)
def test_types_as_python_writes_them(hint: object, written: str) -> None:
    assert stubs.type_text(hint) == written


def test_a_type_checker_finds_mistakes(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    lines = {
        "rk.fit(model, [[1.0, 2.0]], [1.0], epochs=2)": "",
        "rk.layer_dens(model, 3)": 'Module has no attribute "layer_dens"',
        'rk.layer_dense(model, units="three")': 'No overload variant of "layer_dense"',
        "rk.fit(model, epoch=3, epochs='many')": 'incompatible type "str"; expected "int"',
    }
    paths = []
    for number, line in enumerate(lines):
        path = tmp_path / f"program_{number}.py"
        path.write_text(PROGRAM.format(line=line), encoding="utf-8")
        paths.append(path)
    answer = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file=", "--ignore-missing-imports", *paths],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    for path, expected in zip(paths, lines.values(), strict=True):
        errors = [line for line in answer.stdout.splitlines() if f"{path.name}:" in line]
        errors = [line for line in errors if " error: " in line]
        assert len(errors) == bool(expected), answer.stdout
        assert not expected or expected in errors[0]
