"""``tools/check_private.py``, which ``make lint`` runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parent.parent / "tools" / "check_private.py"


def check(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(TOOL), *arguments], capture_output=True, text=True, check=False
    )


def test_the_package_touches_nothing_private_elsewhere() -> None:
    run = check()
    assert (run.stdout, run.stderr, run.returncode) == ("", "", 0)


@pytest.mark.parametrize(
    "code",
    [
        "import keras.src.layers",
        "from keras.src.backend import rnn",
        "from keras import src",
        "import tensorflow.python.ops as ops",
        "def f():\n    from tensorflow.python.framework import ops",
        "keras.src.utils.naming.auto_name('x')",
        "tf.python.ops",
        "from keras._tf_keras import keras",
        "import importlib\nimportlib.import_module('keras.src.applications')",
        "layer._inbound_nodes",
        "model.layers[0]._trainable",
        "model._functional = None",
        "getattr(layer, '_keras_mask', None)",
        "hasattr(layer, '_keras_mask')",
        "object.__setattr__(layer, '_trainable', True)",
        "vars(layer)['_trainable']",
        "vars(layer).get('_trainable')",
        "layer.__dict__['_trainable']",
        "class A(keras.layers.Layer):\n    def call(self, x):\n        return self._inbound_nodes",
        "class A(keras.layers.Layer):\n    def call(self, x):\n        return super()._call(x)",
    ],
)
def test_private_names_are_found(code: str, tmp_path: Path) -> None:
    package = tmp_path / "package"
    (package / "keras_private").mkdir(parents=True)
    (package / "keras_private" / "allowed.py").write_text(code)
    (package / "module.py").write_text(f"'''keras.src is only told of.'''\n{code}\n")
    run = check(str(package))
    assert run.returncode == 1
    (line,) = run.stdout.splitlines()
    assert line.startswith("package/module.py:")
    assert "is private" in line


def test_names_of_its_own_are_not(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text(
        "import os, sys\n"
        "from rkeras_py import files\n"
        "class A:\n"
        "    def __init__(self):\n"
        "        self._x = files._name, os._exit, sys._current_frames, A._y\n"
        "        self._z()\n"
        "    _y = 1\n"
        "    def _z(self):\n"
        "        return super()._z(), self.__dict__, self._x[0]._fields\n"
        "getattr(files, '_name', None)\n"
        "vars(model)['_rkeras_added'] = model._rkeras_note\n"
        "_ = _private = 1\n"
    )
    run = check(str(package))
    assert (run.stdout, run.returncode) == ("", 0)
