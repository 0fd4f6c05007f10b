"""Models defined by a function that assigns layers and returns a function that calls them."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable
from typing import Any

import keras

from rkeras_py.compat.models import reported
from rkeras_py.compat.models.variables import TracksVariables
from rkeras_py.convert.places import inside


class RModel(TracksVariables, keras.Model):  # type: ignore[misc]
    """A model whose forward pass is a function.

    Args:
        build: Called with the model, returns the function: of the inputs, possibly of more tensors,
            and of ``mask`` and ``training`` if it has such parameters.
        name: Name of the model.

    Raises:
        TypeError: it did not return a function.
    """

    def __init__(self, build: Callable[[Any], Any], name: str | None = None) -> None:
        super().__init__(name=name)
        self.supports_masking = True
        function = build(self)
        if not callable(function):
            raise TypeError("`model_fn` must return a function of the model's inputs.")
        self._rkeras_function = function
        parameters = inspect.signature(function).parameters
        self._takes = frozenset(parameters)
        # required tensors of a call; not a list, which Keras would inspect
        self._tensors = tuple(
            name
            for name, parameter in parameters.items()
            if name not in ("mask", "training")
            and parameter.default is parameter.empty
            and parameter.kind is parameter.POSITIONAL_OR_KEYWORD
        )

    def call(
        self, inputs: Any, *others: Any, mask: Any = None, training: Any = None, **named: Any
    ) -> Any:
        # Keras passes bound arguments by name, too
        others = (*others, *named.pop("others", ()))
        named |= named.pop("named", {})
        tensors = (inputs, *others)
        if not others and not named and isinstance(inputs, (list, tuple)):
            tensors = tuple(inputs) if 1 < len(self._tensors) == len(inputs) else tensors
        elif len(tensors) < 2 <= len(self._tensors) and self._tensors[1] not in named:
            tensors = (inputs, mask)  # by position, as in R keras
        options = {"mask": mask, "training": training}
        arguments = {n: v for n, v in options.items() if n in self._takes and v is not None}
        with inside(f"the model `{self.name}`"):
            return self._rkeras_function(*tensors, **arguments, **named)

    def compute_mask(self, inputs: Any, previous_mask: Any) -> None:
        """Return no mask, as in Keras 2: the function handles masks."""

    def add_metric(self, value: Any, *args: Any, **options: Any) -> None:
        reported.add_metric(self, value, *args, **options)

    def get_config(self) -> dict[str, Any]:
        raise NotImplementedError(
            f'The model "{self.name}" is defined by a function, which is not saved with a model. '
            "Save its weights, and create the model with its code again to load them; or use "
            "save_model_tf(), which saves a graph for prediction."
        )

    def to_json(self, **options: Any) -> str:
        """Only class and name, as in Keras 2."""
        described = {
            "class_name": type(self).__name__,
            "config": {"name": self.name},
            "keras_version": keras.__version__,
            "backend": keras.backend.backend(),
        }
        return json.dumps(described, **options)
