"""Builds applications and loads their weights."""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Annotated, Any, TypeVar

from rkeras_py.api.models.weight_files import read_weights
from rkeras_py.compat.models.made import finished
from rkeras_py.convert.choices import Choice
from rkeras_py.convert.objects import is_tensor
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.signatures import reject_unknown
from rkeras_py.downloads.fetch import fetch, keras_home
from rkeras_py.keras_private.datasets import application as keras_application
from rkeras_py.keras_private.datasets import fetching_by
from rkeras_py.registry.arguments import arguments_of
from rkeras_py.registry.define import export

F = TypeVar("F", bound=Callable[..., Any])


class InputRule(Rule):
    name = "a tensor, as returned by layer_input()"

    def accept(self, value: Any) -> Any:
        if not is_tensor(value):
            raise Mismatch
        return value


InputTensor = Annotated[Any, InputRule()]
Pooling = Annotated[str, Choice("avg", "max")]


def application(module: str, keras_name: str) -> Callable[[F], F]:
    """Decorator of a function that builds one of Keras's architectures.

    Args:
        module: The module of Keras's applications; not all are among the public names.
        keras_name: The function in it.
    """

    def decorate(function: F) -> F:
        @functools.wraps(function)
        def make(*args: Any, **kwargs: Any) -> Any:
            arguments = arguments_of(function, args, kwargs)
            builder = keras_application(module, keras_name)
            reject_unknown(builder, arguments)
            return build(builder, arguments)

        return export(family="application", long=True, call=make)(function)

    return decorate


def build(builder: Callable[..., Any], arguments: dict[str, Any]) -> Any:
    """Build a model with the requested weights."""
    from rkeras_py.compat.layers import normalization

    weights, top = arguments["weights"], arguments["include_top"]
    if weights == "imagenet" and top and arguments["classes"] != 1000:
        raise ArgumentError(
            f'`classes` must be 1000 for `weights = "imagenet"`, not {arguments["classes"]}: leave '
            "out the top with `include_top = FALSE`, or use other weights."
        )
    if weights in (None, "imagenet"):
        with _weights_from_cache() if weights else nullcontext():
            model = builder(**arguments)
    else:
        model = builder(**{**arguments, "weights": None})
        read_weights(model, weights)
    normalization.as_in_keras_2(model)
    return finished(model)


def _weights_from_cache() -> AbstractContextManager[None]:
    """A context in which Keras downloads weights with this package's function.

    Keras's function uses the folder from the time of its import, deletes a file that it cannot
    download again, and does not say where a user can put a file.
    """

    def get_file(
        fname: str, origin: str, cache_subdir: str = "models", file_hash: str | None = None
    ) -> str:
        return str(fetch(Path(keras_home()) / cache_subdir / fname, origin, file_hash))

    return fetching_by(get_file)
