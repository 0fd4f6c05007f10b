"""Models that a function makes: it assigns layers and gives the function that calls them."""

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
        build: Called with the model, gives the function: of the inputs, perhaps of more tensors,
            and of ``mask`` and ``training`` where it has such parameters.
        name: Name of the model.

    Raises:
        TypeError: it gave no function.
    """

    def __init__(self, build: Callable[[Any], Any], name: str | None = None) -> None:
        super().__init__(name=name)
        self.supports_masking = True
        function = build(self)
        if not callable(function):
            raise TypeError("`model_fn` must give a function of the model's inputs.")
        self._rkeras_function = function
        parameters = inspect.signature(function).parameters
        self._takes = frozenset(parameters)
        # tensors that a call has to give; not as a list, which Keras would look through
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
        # Keras gives what it has bound to the parameters under their names as well
        others = (*others, *named.pop("others", ()))
        named |= named.pop("named", {})
        tensors = (inputs, *others)
        if not others and not named and isinstance(inputs, (list, tuple)):
            tensors = tuple(inputs) if 1 < len(self._tensors) == len(inputs) else tensors
        elif len(tensors) < 2 <= len(self._tensors) and self._tensors[1] not in named:
            tensors = (inputs, mask)  # in its place, as in R keras
        options = {"mask": mask, "training": training}
        arguments = {n: v for n, v in options.items() if n in self._takes and v is not None}
        with inside(f"the model `{self.name}`"):
            return self._rkeras_function(*tensors, **arguments, **named)

    def compute_mask(self, inputs: Any, previous_mask: Any) -> None:
        """Masks are for the function; what it gives has none, as in Keras 2."""

    def add_metric(self, value: Any, *args: Any, **options: Any) -> None:
        reported.add_metric(self, value, *args, **options)

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
