"""What Keras 2 allowed in subclasses and Keras 3 does not, for classes written in R."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import keras

from rkeras_py.compat.models import variables
from rkeras_py.compat.models.reported import add_metric
from rkeras_py.compat.models.trainer import CompiledLoss, CompiledMetrics, own_logs
from rkeras_py.compat.names.identifiers import InitializerRule
from rkeras_py.convert.parameter import accept
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.shapes import ShapeRule, elements
from rkeras_py.keras_private.callbacks import is_default
from rkeras_py.keras_private.layers import parts_of, with_more
from rkeras_py.keras_private.models import noted_config
from rkeras_py.keras_private.training import with_own_logs

# --- the classes that R6 classes inherit from ------------------------------------------------


class _Prepared:
    """A base class whose subclasses need not call ``super$initialize()``: it was called before."""

    def _rkeras_prepare(self, **options: Any) -> None:
        vars(self)["_rkeras_prepared"] = options
        super().__init__(**options)

    def __init__(self, **options: Any) -> None:
        before = vars(self).get("_rkeras_prepared")
        if before is None or options:
            super().__init__(**{**(before or {}), **options})


class _PreparedLayer(variables.TracksVariables, _Prepared):
    def add_weight(self, *args: Any, **options: Any) -> Any:
        return super().add_weight(**_weight_options(args, options, _LAYER_ORDER))  # type: ignore[misc]

    def add_loss(self, losses: Any, inputs: Any = None) -> None:
        super().add_loss(losses)  # type: ignore[misc]


class KerasLayer(_PreparedLayer, keras.layers.Layer):  # type: ignore[misc]
    """The base class of layers."""


class KerasWrapper(_PreparedLayer, keras.layers.Wrapper):  # type: ignore[misc]
    """The base class of wrappers of a layer, which ``super$call()`` calls."""

    def call(self, inputs: Any, *args: Any, **kwargs: Any) -> Any:
        return self.layer(inputs)

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> Any:
        arguments = dict(config)
        inner = keras.saving.deserialize_keras_object(arguments.pop("layer"), custom_objects)
        return cls(layer=inner, **arguments)


class KerasCallback(_Prepared, keras.callbacks.Callback):  # type: ignore[misc]
    """The base class of callbacks."""


def base(name: str) -> type:
    """The Python class of an R6 class that the package exports."""
    found: type = globals().get(name) or keras.constraints.Constraint
    return found


# --- arguments and values of methods ---------------------------------------------------------


def additions(members: dict[str, Any], bases: tuple[type, ...]) -> dict[str, Any]:
    """Members that are added to a subclass of Keras's classes, or replace its own."""
    parent = bases[0]
    first = not hasattr(parent, "_rkeras_source")  # the first R class below Keras's
    beside: dict[str, Any] = {}
    instead: dict[str, Any] = {}
    if first and _is_copied_by_saving(parent):
        beside["__reduce__"] = _reduce(parent)
    if issubclass(parent, keras.layers.Layer):
        if first:
            beside["add_metric"] = add_metric
        if first and not issubclass(parent, _Prepared):
            beside["add_weight"] = _add_weight(parent, _LAYER_ORDER)
        instead |= variables.methods(bases, members)
        if first and not issubclass(parent, keras.Model):
            beside["build_from_config"] = _build_from_config(parent)
        if "compute_output_shape" in members:
            instead["compute_output_shape"] = _with_whole_shapes(members["compute_output_shape"])
        if issubclass(parent, keras.Model):
            beside["compiled_loss"] = property(CompiledLoss)
            beside["compiled_metrics"] = property(CompiledMetrics)
            beside |= with_own_logs(parent, own_logs)
    elif issubclass(parent, keras.Metric):
        if first:
            beside["add_weight"] = _add_weight(parent, _METRIC_ORDER)
            beside["reset_states"] = lambda self: self.reset_state()  # Keras 2's name
        if "reset_states" in members:
            beside["reset_state"] = members["reset_states"]
        if "update_state" in members:
            instead["update_state"] = _with_like_ranks(members["update_state"])
    elif issubclass(parent, keras.Loss) and "call" in members:
        instead["call"] = _with_like_ranks(members["call"])
    elif issubclass(parent, _CALLED) and "call" in members:
        beside["__call__"] = members["call"]
    return {n: v for n, v in beside.items() if n not in members} | instead


def _build_from_config(parent: Any) -> Callable[..., None]:
    """``build_from_config()`` of a layer, which does nothing for layers without ``build()``.

    The sublayers of a loaded layer are built when it is called; Keras would warn before that.
    """

    def build_from_config(self: Any, config: dict[str, Any]) -> None:
        if not is_default(self.build):
            parent.build_from_config(self, config)

    return build_from_config


#: Keras calls these objects without a method ``call``.
_CALLED = (
    keras.constraints.Constraint,
    keras.initializers.Initializer,
    keras.regularizers.Regularizer,
    keras.optimizers.schedules.LearningRateSchedule,
)

# The order of arguments in Keras 2, as documented for add_weight().
_LAYER_ORDER = ("name", "shape", "dtype", "initializer", "regularizer", "trainable", "constraint")
_METRIC_ORDER = ("name", "shape", "aggregation", "synchronization", "initializer", "dtype")
# The current order, which starts with the shape.
_TODAYS_ORDER = ("shape", "initializer", "dtype")
_OF_NO_MORE_USE = ("use_resource", "synchronization", "partitioner", "collections", "getter")


def _add_weight(parent: Any, order: tuple[str, ...]) -> Callable[..., Any]:
    def add_weight(self: Any, *args: Any, **options: Any) -> Any:
        return parent.add_weight(self, **_weight_options(args, options, order))

    return add_weight


def add_weight(layer: Any, *args: Any, **options: Any) -> Any:
    """``layer$add_weight()`` in R: as in Keras 2, also after the layer is built.

    Args:
        layer: A layer or a model.
        args: Arguments in Keras 2's order or in the current order.
        options: Arguments with Keras 2's names.
    """
    if not hasattr(layer, "_rkeras_source"):  # R classes convert them themselves
        args, options = (), _weight_options(args, options, _LAYER_ORDER)
    return with_more(layer, lambda: layer.add_weight(*args, **options))


def _weight_options(
    args: tuple[Any, ...], options: dict[str, Any], order: tuple[str, ...]
) -> dict[str, Any]:
    """Convert arguments of Keras 2's ``add_weight()`` to current ones.

    Raises:
        ArgumentError: one of them cannot be used.
    """
    if args and args[0] is not None and not isinstance(args[0], str):
        order = _TODAYS_ORDER
    arguments = {**dict(zip(order, args, strict=False)), **options}
    arguments = {n: v for n, v in arguments.items() if v is not None and n not in _OF_NO_MORE_USE}
    if order is _METRIC_ORDER or not isinstance(arguments.get("aggregation"), str):
        arguments.pop("aggregation", None)
    for name, rule in (("shape", ShapeRule()), ("initializer", InitializerRule)):
        if name in arguments:
            arguments[name] = accept(rule, name, arguments[name], nullable=False)
    return arguments


def _is_copied_by_saving(kind: Any) -> bool:
    return kind.__reduce__ is not object.__reduce__


def _reduce(parent: Any) -> Callable[..., Any]:
    """How ``copy`` copies: with Keras's serialization, which must know the R classes."""

    def reduce(self: Any) -> Any:
        parts = parts_of(self) if isinstance(self, keras.layers.Layer) else [self]
        known = {type(part).__name__: type(part) for part in parts}
        load, (stored,) = parent.__reduce__(self)
        return _load_knowing, (known, load, stored)

    return reduce


def _load_knowing(known: dict[str, type], load: Callable[[Any], Any], stored: Any) -> Any:
    with keras.saving.custom_object_scope(known):
        return load(stored)


def _with_whole_shapes(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method, with shapes converted from R's form ``list(NULL, 32)``."""

    @functools.wraps(method)
    def compute_output_shape(*args: Any, **kwargs: Any) -> Any:
        return _shapes(method(*args, **kwargs))

    return compute_output_shape


def _shapes(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shapes(part) for name, part in value.items()}
    parts = elements(value)
    if parts is not None and any(elements(part) is not None for part in parts):
        return [_shapes(part) for part in parts]
    try:
        return ShapeRule().accept(value)
    except Mismatch:
        raise ArgumentError(
            f"compute_output_shape() must return {ShapeRule.name}, not {value!r}."
        ) from None


def _with_like_ranks(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method, with targets as columns if predictions are columns, as in Keras 2's ``fit()``.

    Otherwise the difference of n targets and n rows of predictions would be n by n.
    """

    @functools.wraps(method)
    def measure(self: Any, *args: Any, **kwargs: Any) -> Any:
        from keras import ops

        values: dict[Any, Any] = {**dict(enumerate(args)), **kwargs}
        if _rank(values.get("y_pred", values.get(1))) == 2:
            for name in ("y_true", "sample_weight", 0, 2):
                if _rank(values.get(name)) == 1:
                    values[name] = ops.expand_dims(values[name], -1)
        places = range(len(args))
        return method(self, *(values.pop(i) for i in places), **values)

    return measure


def _rank(value: Any) -> int | None:
    shape = getattr(value, "shape", None)
    return None if shape is None else len(shape)


def keep_given(instance: Any, names: set[str]) -> None:
    """Make Keras's ``get_config()`` return only these arguments.

    It would return the others as None instead of R's defaults.
    """
    config = noted_config(instance) if isinstance(instance, keras.Operation) else {}
    for name in set(config) - names:
        del config[name]
