"""Variables that belong to no model, such as a weight of a loss that a callback changes.

TensorFlow reads such a variable whenever a compiled function runs. What JAX compiles is given the
variables of the model alone, and would hold the value of any other for ever.
"""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.convert import backends
from rkeras_py.convert.rule import BackendError
from rkeras_py.keras_private.state import compiles_without


def variable(*args: Any, **options: Any) -> Any:
    """A variable whose new values are seen by functions that were compiled before."""
    cls = _Outside if backends.current() == "jax" else keras.Variable
    return cls(*args, **options)


class _Outside(keras.Variable):  # type: ignore[misc]
    """On JAX; a value that was compiled in is compiled anew when it changes."""

    _compiled_in = False

    @property
    def value(self) -> Any:
        if compiles_without(self):
            self._compiled_in = True
        return super().value

    def assign(self, value: Any) -> Any:
        """Set the value.

        Raises:
            BackendError: JAX compiles the code that sets it, which would be lost.
        """
        if compiles_without(self):
            raise BackendError(
                "a variable that belongs to no layer cannot be set by code that JAX compiles. Make "
                "it with add_weight() in a layer, set it in a callback, or compile the model with "
                "run_eagerly = TRUE."
            )
        assigned = super().assign(value)
        if self._compiled_in:
            import jax

            self._compiled_in = False
            jax.clear_caches()
        return assigned
