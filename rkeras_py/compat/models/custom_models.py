"""Models that a function makes: it assigns layers and gives the function that calls them."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Any

import keras


class FunctionModel(keras.Model):  # type: ignore[misc]
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
        return self._rkeras_function(inputs, **arguments)

    def get_config(self) -> dict[str, Any]:
        raise NotImplementedError(
            f'The model "{self.name}" is a function that makes it, which is not kept with a model. '
            "Save its weights, and make the model by its code again to load them; or save it by "
            "save_model_tf(), whose graph predicts."
        )

    def to_json(self, **options: Any) -> str:
        """Kind and name alone, as in Keras 2."""
        described = {
            "class_name": type(self).__name__,
            "config": {"name": self.name},
            "keras_version": keras.__version__,
            "backend": keras.backend.backend(),
        }
        return json.dumps(described, **options)
