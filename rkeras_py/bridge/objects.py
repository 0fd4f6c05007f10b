"""R's operations on handles: printing, tensors, models, context managers."""

from __future__ import annotations

import inspect
import sys
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from rkeras_py import install
from rkeras_py.api.callbacks import tensorboard
from rkeras_py.bridge import handles, loading, pump, rapi, reticulate_threads
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.texts import readable
from rkeras_py.compat.names.modules import stay_eager
from rkeras_py.convert.backends import is_tensor_class
from rkeras_py.convert.na import NA_INTEGER
from rkeras_py.convert.objects import is_tensor, numbers
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine import host
from rkeras_py.errors import RError


@internal(".format", forks=True)
def format_(value: Any) -> str:
    """Python's text of a value; if that is only an address, its class and configuration."""
    if isinstance(value, ModuleType):
        return f"Module({value.__name__})"
    kind: Any = type(value)
    if is_tensor_class(kind):
        return readable(repr(value))  # str() of those shows their numbers alone
    if kind.__str__ is not object.__str__ or kind.__repr__ is not object.__repr__:
        return readable(str(value))
    try:
        config = value.get_config()
    except Exception:  # no get_config(), or it fails
        config = {}
    settings = [f"{name}={_setting(entry)}" for name, entry in config.items() if _is_short(entry)]
    return f"<{' '.join([kind.__name__, ', '.join(settings)]).strip()}>"


@internal(".shown", forks=True)
def shown(value: Any) -> list[str]:
    """What R prints for a value: the same as Python's prompt, and the call signature."""
    if isinstance(value, ModuleType):
        return [f"Module({value.__name__})"]
    kind: Any = type(value)
    if is_tensor(value) or kind.__repr__ is object.__repr__:
        return [format_(value)]
    return [readable(repr(value)), *_signature(value)]


def _signature(value: Any) -> list[str]:
    if not isinstance(value, (FunctionType, MethodType, BuiltinFunctionType, type)):
        return []
    try:
        return [f" signature: {inspect.signature(value)}"]
    except (TypeError, ValueError):  # not known to Python
        return [" signature: (?)"]


def _is_short(entry: Any) -> bool:
    return isinstance(entry, (bool, int, float)) or (isinstance(entry, str) and len(entry) <= 40)


def _setting(entry: Any) -> str:
    return f"{entry:.6g}" if isinstance(entry, float) else str(entry)


@internal(".same")
def same(value: Any) -> Any:
    """The value itself, converted to Python and back."""
    return value


@internal(".held")
def held() -> dict[str, int]:
    """How many objects of the other language each language references."""
    return {"by_r": handles.held_by_r(), "by_python": rapi.entries.held_count()}


@internal(".collect")
def collect() -> int:
    """Run Python's garbage collector; returns how many objects it found."""
    import gc

    return gc.collect()


# --- tensors -------------------------------------------------------------------------------


@internal(".dim", forks=True)
def dim(x: Any) -> Any:
    if getattr(x.shape, "rank", 0) is None:
        return None
    return [NA_INTEGER if extent is None else int(extent) for extent in x.shape]


@internal(".as_array")
def as_array(x: Any) -> Any:
    if type(x).__name__ == "KerasTensor":
        raise ArgumentError(
            "this tensor has no values: it is a symbolic output of a layer. "
            "Create a model with keras_model() and call predict(); "
            "instead of if and ifelse(), use k_switch()."
        )
    array = numbers(x)
    if array.shape:
        return array
    value = array[()]
    return value.decode() if isinstance(value, bytes) else value.item()


# --- models --------------------------------------------------------------------------------


@internal(".model_summary")
def model_summary(model: Any, options: Any) -> list[str]:
    from rkeras_py.compat.models.summaries import summary_lines

    return summary_lines(model, **(options if isinstance(options, dict) else {}))


@internal(".model_picture")
def model_picture(model: Any, expand_nested: Any, layer_range: Any) -> dict[str, Any]:
    from rkeras_py.compat.models.pictures import picture

    return picture(model, bool(expand_nested), layer_range)


@internal(".version")
def version() -> str:
    """The version of rkeras-py; the R package may have a different one."""
    return install.version()


@internal(".end")
def end() -> None:
    """Called when R is about to end."""
    tensorboard.stop_all()
    loading.end()
    pump.end()


# --- context managers ----------------------------------------------------------------------


@internal(".custom_object_scope", waits=True)
def custom_object_scope(objects: Any) -> Any:
    """A context in which Keras finds these objects by name."""
    import keras

    from rkeras_py.convert.custom_objects import CustomObjectsRule
    from rkeras_py.convert.parameter import accept

    rule = CustomObjectsRule()
    return keras.saving.custom_object_scope(accept(rule, "objects", objects) or {})


@internal(".enter")
def enter(context: Any) -> Any:
    """Enter a context; until it ends, calls run on this thread, because it belongs to it."""
    entered = context.__enter__()
    host.current().contexts_open += 1
    return entered


@internal(".share_tensorflow")
def share_tensorflow() -> None:
    """Reticulate is loaded: R functions may call TensorFlow without this package."""
    host.current().shares_tensorflow = True
    if hasattr(sys.modules.get("tensorflow"), "compat"):  # a script may have disabled eager mode
        stay_eager()
    reticulate_threads.keep_apart()


@internal(".exit")
def leave(context: Any, error: Any = None, message: str | None = None) -> None:
    """Leave a context and pass it the error, if there is one.

    Args:
        context: The context manager.
        error: The exception, if Python raised it.
        message: R's error message.
    """
    host.current().contexts_open -= 1
    if error is None and message is not None:
        error = RError(message)
    if error is None:
        context.__exit__(None, None, None)
    else:
        context.__exit__(type(error), error, error.__traceback__)
