"""``python -m rkeras_py.keras_private``: which private names the installed Keras lacks."""

from __future__ import annotations

import sys

from rkeras_py.keras_private import self_test

failures = self_test()
for name, text in failures.items():
    print(f"{name}: {text}")
sys.exit(bool(failures))
