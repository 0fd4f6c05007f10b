"""Python modules for old scripts, such as ``keras$backend``: lazy and with Keras 2's paths."""

from __future__ import annotations

import importlib
import inspect
from contextlib import suppress
from types import ModuleType
from typing import Any

from rkeras_py.keras_private.names import for_tf_keras

#: Modules of Keras 2, below `keras`, and the current modules of their members.
FORMER: dict[str, str] = {
    "engine": "layers",
    "engine.base_layer": "layers",
    "engine.input_layer": "layers",
    "engine.sequential": "models",
    "engine.topology": "layers",
    "engine.training": "models",
    "layers.experimental": "layers",
    "layers.experimental.preprocessing": "layers",
    "optimizers.legacy": "optimizers",
    "optimizers.experimental": "optimizers",
    "utils.data_utils": "utils",
    "utils.generic_utils": "utils",
    "utils.layer_utils": "utils",
    "utils.np_utils": "utils",
    "utils.vis_utils": "utils",
    **{
        f"layers.{part}": "layers"
        for part in (
            "advanced_activations", "convolutional", "convolutional_recurrent", "core",
            "embeddings", "local", "merge", "noise", "normalization", "pooling", "recurrent",
            "wrappers",
        )
    },
}  # fmt: skip


#: Functions of ``tf.compat.v1`` that do nothing here: scripts no longer need them, and Keras 3 does
#: not work after they are called.
WITHOUT_EFFECT = ("disable_eager_execution", "disable_v2_behavior")


def stay_eager() -> None:
    """Keep TensorFlow in eager mode for all callers, and start it on this thread."""
    import tensorflow as tf

    for name in WITHOUT_EFFECT:
        setattr(tf.compat.v1, name, _nothing)
    if not tf.executing_eagerly():
        tf.compat.v1.enable_eager_execution()


def _nothing() -> None:
    pass


def member(module: ModuleType, name: str) -> Any:
    """An attribute of a module; a submodule is imported if necessary.

    Raises:
        AttributeError: the module has neither.
    """
    if module.__name__.startswith("tensorflow"):
        if name in WITHOUT_EFFECT:
            return _nothing
        if name == "keras" and module.__name__.endswith((".compat.v1", ".compat.v2")):
            return KerasModule()
    try:
        return getattr(module, name)
    except AttributeError:
        if not hasattr(module, "__path__"):
            raise
        try:
            return importlib.import_module(f"{module.__name__}.{name}")
        except ModuleNotFoundError as problem:
            if problem.name != f"{module.__name__}.{name}":
                raise
        raise


class LazyModule(ModuleType):
    """A module that is imported at the first access to an attribute."""

    _rkeras_shown_as_base = True

    def __getattr__(self, name: str) -> Any:
        return member(importlib.import_module(self.__name__), name)

    def __dir__(self) -> list[str]:
        return dir(importlib.import_module(self.__name__))


class TensorflowModule(LazyModule):
    """TensorFlow; its ``keras`` has Keras 2's paths, and names that moved to tf.compat.v1 work."""

    def __init__(self) -> None:
        super().__init__("tensorflow")

    def __getattr__(self, name: str) -> Any:
        if name == "keras":
            return KerasModule()
        try:
            return super().__getattr__(name)
        except AttributeError:
            first = importlib.import_module("tensorflow").compat.v1
            if name.startswith("_") or not hasattr(first, name):
                raise
            return getattr(first, name)


class KerasModule(LazyModule):
    """Keras, or a module in it, with the current paths and those of Keras 2.

    Args:
        path: The path below ``keras``; "" means Keras itself.
    """

    def __init__(self, path: str = "") -> None:
        super().__init__(f"keras.{path}" if path else "keras")
        self._path = path

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            return getattr(self._today(), name)
        path = f"{self._path}.{name}".removeprefix(".")
        if path in FORMER:
            return KerasModule(path)
        found = getattr(self._today(), name, None)
        if found is None:
            found = self._former(name)
        if isinstance(found, ModuleType):
            return KerasModule(path)
        return _of_keras_2(found)

    def __dir__(self) -> list[str]:
        return dir(self._today())

    def _today(self) -> Any:
        """The current module."""
        module: Any = importlib.import_module("keras")
        for part in FORMER.get(self._path, self._path).split("."):
            module = getattr(module, part) if part else module
        return module

    def _former(self, name: str) -> Any:
        """An object that Keras 3 removed, or that only ``tf.keras`` has, such as ``losses.mse``."""
        path = FORMER.get(self._path, self._path)
        if self._path:
            with suppress(AttributeError, ModuleNotFoundError):
                ours = importlib.import_module(f"rkeras_py.compat.{path.replace('.', '_')}")
                return getattr(ours, name)
            found = for_tf_keras(path, name)
            if found is not None:
                return found
        raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")


def _of_keras_2(found: Any) -> Any:
    """A class with Keras 2's behaviour; other objects are unchanged."""
    import keras

    if inspect.isclass(found) and issubclass(found, keras.Optimizer):
        return FormerOptimizer(found)
    return found


class FormerOptimizer:
    """An optimizer class that also accepts Keras 2's arguments."""

    def __init__(self, cls: Any) -> None:
        self._cls = cls
        self.__name__ = cls.__name__

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        from rkeras_py.compat.optimizers import optimizers

        arguments = dict(zip(inspect.signature(self._cls).parameters, args, strict=False))
        rate = inspect.signature(self._cls).parameters["learning_rate"].default
        if "lr" not in kwargs:
            arguments.setdefault("learning_rate", rate)
        return optimizers.make(self._cls, {**arguments, **kwargs})

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cls, name)

    def __repr__(self) -> str:
        return repr(self._cls)
