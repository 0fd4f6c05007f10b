"""Keras's state of a thread: names, scopes and the layer that is being called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from rkeras_py.keras_private import samples, uses_private


def _is_used(global_state: Callable[[], dict[str, Any]]) -> bool:
    import keras

    with keras.saving.custom_object_scope({"rkeras_probe": min}):
        return "custom_objects_scope_dict" in global_state()


@uses_private(_is_used)
def global_state() -> dict[str, Any]:
    """Keras's state of this thread, by name; can be modified.

    Keras 3.0 to 3.16: ``GLOBAL_STATE_TRACKER``, a ``threading.local``, of
    ``keras.src.backend.common.global_state``.
    """
    from keras.src.backend.common.global_state import GLOBAL_STATE_TRACKER

    state: dict[str, Any] = GLOBAL_STATE_TRACKER.__dict__
    return state


def _in_scope(scoped_custom_objects: Callable[[], dict[str, Any]]) -> bool:
    import keras

    with keras.saving.custom_object_scope({"rkeras_probe": min}):
        inside = scoped_custom_objects().get("rkeras_probe")
    return inside is min and "rkeras_probe" not in scoped_custom_objects()


@uses_private(_in_scope)
def scoped_custom_objects() -> dict[str, Any]:
    """The custom objects of the innermost scope; those of all scopes have a public function.

    Keras 3.0 to 3.16: "custom_objects_scope_dict" of the global state, initially missing.
    """
    from keras.src.backend.common.global_state import get_global_attribute

    objects: dict[str, Any] = get_global_attribute("custom_objects_scope_dict", {})
    return objects


def _without_state(in_stateless_scope: Callable[[], bool]) -> bool:
    import keras

    with keras.StatelessScope():
        inside = in_stateless_scope()
    return inside and not in_stateless_scope()


@uses_private(_without_state)
def in_stateless_scope() -> bool:
    """Whether a ``keras.StatelessScope`` is open, in which variables cannot be created.

    Keras 3.0 to 3.16: ``in_stateless_scope()`` of ``keras.src.backend.common.stateless_scope``.
    """
    from keras.src.backend.common import stateless_scope

    return bool(stateless_scope.in_stateless_scope())


def _works_out_shapes(in_symbolic_scope: Callable[[], bool]) -> bool:
    import keras

    answers = []

    def note(x: Any) -> Any:
        answers.append(in_symbolic_scope())
        return x

    keras.layers.Lambda(note, name="rkeras_probe")(keras.KerasTensor((2, 3)))
    return (answers[-1] or keras.config.backend() == "tensorflow") and not in_symbolic_scope()


@uses_private(_works_out_shapes)
def in_symbolic_scope() -> bool:
    """Whether only shapes are worked out, on JAX and PyTorch.

    Keras 3.0 to 3.16: ``in_symbolic_scope()`` of ``keras.src.backend.common.symbolic_scope``.
    """
    from keras.src.backend.common import symbolic_scope

    return bool(symbolic_scope.in_symbolic_scope())


def _is_left_out(compiles_without: Callable[[Any], bool]) -> bool:
    import keras

    inside, outside = keras.Variable([1.0]), keras.Variable([1.0])
    with keras.StatelessScope(state_mapping=[(inside, inside.value)]):
        answers = [compiles_without(inside), compiles_without(outside)]
    return answers == [False, True] and not compiles_without(outside)


@uses_private(_is_left_out)
def compiles_without(variable: Any) -> bool:
    """Whether a ``keras.StatelessScope`` is open that has no value of this variable.

    In one that only works out shapes nothing is compiled.

    Keras 3.0 to 3.16: ``get_stateless_scope()`` of ``keras.src.backend.common.stateless_scope``.
    """
    from keras.src.backend.common import stateless_scope

    if not stateless_scope.in_stateless_scope() or in_symbolic_scope():
        return False
    return stateless_scope.get_stateless_scope().get_current_value(variable) is None


def _has_state(outside_stateless_scope: Callable[[], AbstractContextManager[None]]) -> bool:
    import keras

    with keras.StatelessScope():
        with outside_stateless_scope():
            made = keras.Variable([1.0])
        return made.shape == (1,) and in_stateless_scope()


@uses_private(_has_state)
@contextmanager
def outside_stateless_scope() -> Iterator[None]:
    """A context in which variables can be created although a ``keras.StatelessScope`` is open.

    Keras 3.0 to 3.16: "stateless_scope" of the global state.
    """
    from keras.src.backend.common.global_state import get_global_attribute, set_global_attribute

    scope = get_global_attribute("stateless_scope")
    set_global_attribute("stateless_scope", None)
    try:
        yield
    finally:
        set_global_attribute("stateless_scope", scope)


@uses_private(lambda f: samples.noted_in_call(f, training=True) is True and f() is None)
def training_of_call() -> bool | None:
    """``training`` of the current call of a layer; ``None`` if unknown.

    Keras 3.10 to 3.16: "current_call_ctx" of the global state, ``None`` outside calls.
    """
    from keras.src.backend.common.global_state import get_global_attribute

    context = get_global_attribute("current_call_ctx")
    training = None if context is None else context.get_value("training")
    return None if training is None else bool(training)


def _trains(train_by_default: Callable[[Any, Callable[[], bool | None]], None]) -> bool:
    noted = []
    for training in (None, False):
        drop = samples.dropout()
        train_by_default(drop, lambda: True)
        noted.append(samples.is_dropped(drop, training))
    model = samples.model_of(drop)  # does not keep the value from its creation
    train_as_keras(drop)
    return [*noted, samples.is_dropped(model, None)] == [True, False, False]


@uses_private(_trains)
def train_by_default(layer: Any, default: Callable[[], bool | None]) -> None:
    """Make a layer use a default for ``training`` if its call and the outer calls do not set it.

    A call on symbolic tensors does not use it: the value would become part of the graph.

    Keras 3.10 to 3.16: the method ``_resolve_and_populate_arg()``, replaced in the object.
    """
    resolve = layer._resolve_and_populate_arg

    def resolve_with_default(name: str, call: Any, context: Any, kwargs: dict[str, Any]) -> None:
        if name == "training" and call.eager and context.get_value(name) is None:
            context.set_value(name, default())
        resolve(name, call, context, kwargs)

    vars(layer)["_resolve_and_populate_arg"] = resolve_with_default


def _no_longer(train_as_keras: Callable[[Any], None]) -> bool:
    drop = samples.dropout()
    train_by_default(drop, lambda: True)
    train_as_keras(drop)
    return not samples.is_dropped(drop, None) and "_resolve_and_populate_arg" not in vars(drop)


@uses_private(_no_longer)
def train_as_keras(layer: Any) -> None:
    """Undo ``train_by_default()``.

    Keras 3.10 to 3.16: the method ``_resolve_and_populate_arg()``, replaced in the object.
    """
    layer._resolve_and_populate_arg  # noqa: B018  # raises where it is gone
    del vars(layer)["_resolve_and_populate_arg"]
