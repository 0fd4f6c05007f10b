"""The tool that compares the newest Keras with the locked one."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import keras

ROOT = Path(__file__).resolve().parent.parent
_spec = importlib.util.spec_from_file_location("next_keras", ROOT / "tools" / "next_keras.py")
assert _spec is not None and _spec.loader is not None
tool = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(tool)


def test_changes_are_told_by_name() -> None:
    old = {"keras": ["1"], "keras.a": ["x", "y=1"], "keras.b": ["x"], "keras.d": ["z", "t"]}
    new = {"keras": ["2"], "keras.a": ["x", "y=2"], "keras.c": ["u"], "keras.d": ["t", "z"]}
    assert tool.changes(old, new) == [
        "Keras 1 -> 2",
        "  changed: keras.a: -y=1 +y=2",
        "  gone: keras.b",
        "  new: keras.c(u)",
        "  changed: keras.d: another order",
    ]
    assert tool.changes(old, old) == ["Keras 1 -> 1"]


def test_public_names_have_their_parameters() -> None:
    found = tool.names(Path(sys.executable))
    assert found["keras"] == [keras.__version__]
    assert found["keras.layers.Identity"] == ["kwargs"]
    assert found["keras.layers.ReLU"][:2] == ["max_value=None", "negative_slope=0.0"]
    assert len(found) > 500
    assert not [name for name in found if ".src" in name or "._" in name]


def test_every_folder_of_tests_is_there() -> None:
    assert [name for name in tool.TESTS if not (ROOT / "tests" / name).is_dir()] == []
