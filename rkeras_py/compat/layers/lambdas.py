"""Functions as layers of Keras's own class, so that saved models need no other class."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.places import UNNAMED
from rkeras_py.keras_private.graphs import output_spec
from rkeras_py.keras_private.layers import output_shape_of_lambda


def show_own_errors(layer: Any) -> None:
    """Show errors of the layer's function, which Keras would replace by another error.

    Only this object is changed, and the change is not saved.
    """
    spec = layer.compute_output_spec

    def compute_output_spec(inputs: Any, mask: Any = None, training: Any = None) -> Any:
        if output_shape_of_lambda(layer) is not None:
            return spec(inputs, mask=mask, training=training)
        return output_spec(layer.call, inputs, mask=mask, training=training)

    object.__setattr__(layer, "compute_output_spec", compute_output_spec)


def name_functions(layer: Any) -> None:
    """Name R functions without a name after the layer, so that a loaded model can refer to them.

    Keras saves a function by its name, and several functions must not have the same name.
    """
    functions = {
        "": layer.function,
        "_mask": layer.mask,
        "_shape": output_shape_of_lambda(layer),
    }
    for ending, function in functions.items():
        if getattr(function, "__name__", None) == UNNAMED:
            function.__name__ = function.__qualname__ = f"{layer.name}{ending}"
