"""Models that a function makes: it assigns layers and gives the function that calls them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import keras

from rkeras_py.compat.models.variables import TracksVariables
from rkeras_py.convert.places import inside


class FunctionModel(TracksVariables, keras.Model):  # type: ignore[misc]
    """A model whose forward pass is a function.

    Args:
        build: Called with the model, gives the function: of the inputs, and of ``mask`` and
            ``training`` where it has such parameters.
        name: Name of the model.

    Raises:
        TypeError: it gave no function.
    """

    def __init__(self, build: Callable[[Any], Any], name: str | None = None) -> None:
        super().__init__(name=name)
        function = build(self)
        if not callable(function):
            raise TypeError("`model_fn` must give a function of the model's inputs.")
        self._rkeras_function = function
        self._takes = set(inspect.signature(function).parameters)

    def call(self, inputs: Any, mask: Any = None, training: Any = None) -> Any:
        options = {"mask": mask, "training": training}
        arguments = {n: v for n, v in options.items() if n in self._takes and v is not None}
        with inside(f"the model `{self.name}`"):
            return self._rkeras_function(inputs, **arguments)

    def get_config(self) -> dict[str, Any]:
        raise NotImplementedError(
            f'The model "{self.name}" is a function that makes it, which is not kept with a model. '
            "Save its weights, and make the model by its code again to load them."
        )
