"""What the hosts load; tests/hosts runs programs in both."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOADED = """
import sys
import {module}
print(*sorted({{"keras", "tensorflow", "numpy", "pandas"}} & set(sys.modules)))
"""


@pytest.mark.parametrize(
    "module", ["rkeras_py", "rkeras_py.bridge.hosts", "rkeras_py.bridge.inside"]
)
def test_neither_keras_nor_tensorflow_is_loaded(module: str) -> None:
    """``library(keras)`` returns at once; the import goes on in the background."""
    answer = subprocess.run(
        [sys.executable, "-c", LOADED.format(module=module)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert answer.stdout.split() == []
