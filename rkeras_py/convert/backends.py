"""The backend that Keras computes with: its name, and its tensors where they are not TensorFlow's.

Nothing here imports a backend; what names none imports no Keras either.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from rkeras_py.convert.rule import ArgumentError

#: The backends that run, by Keras's names, and what users call them.
TITLES = {"tensorflow": "TensorFlow", "jax": "JAX", "torch": "PyTorch"}


def current() -> str:
    """The backend of this process: "tensorflow", "jax" or "torch"."""
    import keras

    return str(keras.config.backend())


def config_file() -> str:
    """The file with Keras's settings, which need not be there."""
    folder = os.environ.get("KERAS_HOME") or os.path.expanduser("~/.keras")
    return os.path.join(folder, "keras.json")


def in_config_file() -> str:
    """The backend that Keras's own file of settings names; "tensorflow" where it names none."""
    try:
        with open(config_file(), encoding="utf-8") as file:
            return str(json.load(file).get("backend", "tensorflow"))
    except (OSError, ValueError, AttributeError):
        return "tensorflow"


def configured() -> str:
    """The backend that Keras takes when it is imported."""
    return os.environ.get("KERAS_BACKEND") or in_config_file()


def known() -> str:
    """The backend of this process, or the one that it will have."""
    keras = sys.modules.get("keras")
    return current() if hasattr(keras, "config") else configured()


def too_late(name: str) -> str:
    """Why a backend cannot be chosen any more."""
    return (
        f"`backend` can no longer be {name!r}: Keras computes with {title()} already. Start anew, "
        f'and call use_backend("{name}") right after library(keras), or set the environment '
        f"variable KERAS_BACKEND={name} before."
    )


def choose(name: str) -> None:
    """Have Keras compute with this backend once it is imported.

    Raises:
        ArgumentError: it is imported with another one.
    """
    if hasattr(sys.modules.get("keras"), "config"):
        if current() != name:
            raise ArgumentError(too_late(name))
    else:
        os.environ["KERAS_BACKEND"] = name


def forget_keras() -> None:
    """Have Keras, and those modules of this package that hold parts of it, be imported anew.

    Only before anything was made with it: objects of its classes would be strangers to the new one.
    """
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "keras" or (
            name.startswith("rkeras_py.") and _holds_keras(module)
        ):
            del sys.modules[name]
            parent, _, own = name.rpartition(".")
            package = sys.modules.get(parent)
            if parent.startswith("rkeras_py") and getattr(package, own, None) is module:
                delattr(package, own)


def _holds_keras(module: Any) -> bool:
    """Whether a module has imported Keras, or something from it."""
    for value in vars(module).values():
        source = getattr(value, "__name__", None), getattr(value, "__module__", None)
        if any(isinstance(name, str) and name.partition(".")[0] == "keras" for name in source):
            return True
    return False


def title() -> str:
    """What users call it."""
    return TITLES.get(current(), current())


def on_tensorflow() -> bool:
    return current() == "tensorflow"


def is_missing(package: str) -> bool:
    """Whether a package is not installed."""
    from importlib.util import find_spec

    return package not in sys.modules and find_spec(package) is None


def loaded(package: str) -> Any:
    """A package that is imported already; ``None`` where nothing has needed it."""
    module = sys.modules.get(package)
    # while it is being imported, it has no names yet
    return module if hasattr(module, "__version__") else None


def is_tensor_class(cls: type) -> bool:
    """Whether objects of a class are tensors of JAX or PyTorch, those that are traced included."""
    jax, torch = loaded("jax"), loaded("torch")
    if jax is not None and issubclass(cls, (jax.Array, jax.core.Tracer)):
        return True
    return torch is not None and issubclass(cls, torch.Tensor)


def is_traced(value: Any) -> bool:
    """Whether it stands for numbers that come when JAX runs what it compiles now."""
    jax = loaded("jax")
    return jax is not None and isinstance(value, jax.core.Tracer)


def is_open_extent(value: Any) -> bool:
    """Whether it is an extent that JAX leaves open while it works out shapes."""
    return type(value).__name__ == "_DimExpr"


def dtype_name(dtype: Any) -> str:
    """The name of a type of numbers, whichever package it is from: "float32"."""
    return str(getattr(dtype, "name", dtype)).removeprefix("torch.")
