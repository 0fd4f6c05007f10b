"""What R does with handles: attributes, items, printing, indexing of tensors, contexts."""

from __future__ import annotations

from typing import Any

from rkeras_py.api.callbacks import tensorboard
from rkeras_py.bridge import handles, loading, pump, rapi
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.texts import readable
from rkeras_py.compat.models import attributes
from rkeras_py.convert.na import NA_INTEGER
from rkeras_py.convert.objects import is_tensor, numbers
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.engine import host


@internal(".get_attribute")
def get_attribute(value: Any, name: str) -> Any:
    if isinstance(value, dict) and name in value:
        return value[name]
    return attributes.get(value, name)


@internal(".set_attribute")
def set_attribute(value: Any, name: str, new: Any) -> None:
    """Set an attribute, unless it is what it was.

    R turns ``model$layers[[1]]$trainable <- FALSE`` into an assignment at every level; Keras
    refuses the outer one, which changes nothing.
    """
    if isinstance(value, dict):
        value[name] = new
    elif not _same_parts(getattr(value, name, None), new):
        attributes.set(value, name, new)


def _same_parts(old: Any, new: Any) -> bool:
    if isinstance(old, (list, tuple)) and isinstance(new, (list, tuple)):
        return len(old) == len(new) > 0 and all(a is b for a, b in zip(old, new, strict=True))
    return old is new and new is not None


def _index(value: Any, i: Any) -> Any:
    """R's position or name as Python's key; positions of sequences count from 1."""
    if isinstance(i, float) and i == int(i):
        i = int(i)
    if isinstance(i, int) and not isinstance(value, dict):
        if i == 0:
            raise ArgumentError("positions count from 1; 0 is none")
        return i - 1 if i > 0 else i
    return i


@internal(".get_item")
def get_item(value: Any, i: Any) -> Any:
    if isinstance(i, str) and not hasattr(value, "__getitem__"):
        return getattr(value, i)
    if is_tensor(value) and isinstance(i, (int, float)) and i == int(i):
        return value[int(i)]  # x[[0]] is x[1, ]: old scripts count so in k_shape(x)[[0]]
    return value[_index(value, i)]


@internal(".set_item")
def set_item(value: Any, i: Any, new: Any) -> None:
    value[_index(value, i)] = new


@internal(".names")
def names(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [str(key) for key in value]
    return [name for name in dir(value) if not name.startswith("_")]


@internal(".length")
def length(value: Any) -> int:
    return len(value) if hasattr(value, "__len__") else 1


@internal(".format")
def format_(value: Any) -> str:
    """What Python says of a value; where that is but an address, its class and configuration."""
    kind: Any = type(value)
    if kind.__str__ is not object.__str__ or kind.__repr__ is not object.__repr__:
        return readable(str(value))
    try:
        config = value.get_config()
    except Exception:  # a class without one, or whose own method fails
        config = {}
    settings = [f"{name}={_setting(entry)}" for name, entry in config.items() if _is_short(entry)]
    return f"<{' '.join([kind.__name__, ', '.join(settings)]).strip()}>"


def _is_short(entry: Any) -> bool:
    return isinstance(entry, (bool, int, float)) or (isinstance(entry, str) and len(entry) <= 40)


def _setting(entry: Any) -> str:
    return f"{entry:.6g}" if isinstance(entry, float) else str(entry)


@internal(".text")
def text(value: Any) -> str:
    return str(value)


@internal(".same")
def same(value: Any) -> Any:
    """The value itself: through Python and back."""
    return value


@internal(".held")
def held() -> dict[str, int]:
    """How many objects each language holds of the other's."""
    return {"by_r": handles.held_by_r(), "by_python": rapi.entries.held_count()}


@internal(".collect")
def collect() -> int:
    """Python's own collection of garbage; gives how many objects it found."""
    import gc

    return gc.collect()


@internal(".equal")
def equal(a: Any, b: Any) -> bool:
    return a is b or bool(a == b)


@internal(".as_list")
def as_list(value: Any) -> Any:
    return value if isinstance(value, dict) else tuple(value)


# --- tensors -------------------------------------------------------------------------------


@internal(".dim")
def dim(x: Any) -> Any:
    if getattr(x.shape, "rank", 0) is None:
        return None
    return [NA_INTEGER if extent is None else int(extent) for extent in x.shape]


@internal(".as_array")
def as_array(x: Any) -> Any:
    if type(x).__name__ == "KerasTensor":
        raise ArgumentError(
            "this tensor has no values: it stands for a layer's output. "
            "Make a model of it with keras_model() and call predict()."
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
def model_picture(model: Any) -> dict[str, Any]:
    from rkeras_py.compat.models.summaries import picture

    return picture(model)


@internal(".end")
def end() -> None:
    """R is about to end."""
    tensorboard.stop_all()
    loading.end()
    pump.end()


# --- context managers ----------------------------------------------------------------------


@internal(".custom_object_scope", waits=True)
def custom_object_scope(objects: Any) -> Any:
    """A context in which Keras knows these objects by name."""
    import keras

    from rkeras_py.convert.custom_objects import CustomObjectsRule
    from rkeras_py.convert.parameter import accept

    rule = CustomObjectsRule()
    return keras.saving.custom_object_scope(accept(rule, "objects", objects) or {})


@internal(".enter")
def enter(context: Any) -> Any:
    """Enter a context; until it ends, calls stay on this thread, whose context it is."""
    entered = context.__enter__()
    host.current().contexts_open += 1
    return entered


@internal(".share_tensorflow")
def share_tensorflow() -> None:
    """R's package reticulate is loaded: R functions call TensorFlow past this package."""
    host.current().shares_tensorflow = True


@internal(".exit")
def leave(context: Any) -> None:
    host.current().contexts_open -= 1
    context.__exit__(None, None, None)
