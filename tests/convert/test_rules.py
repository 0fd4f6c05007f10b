"""Each rule of conversion: what it accepts and as what, what it refuses and with what words."""

from __future__ import annotations

import math
from typing import Annotated, Any, get_origin, get_type_hints

import numpy as np
import pytest

import rkeras_py.api  # noqa: F401  (its functions are among the names that are known)
from rkeras_py.compat.names import identifiers, trees
from rkeras_py.convert import choices, data, formats, objects, recurrent, scalars, shapes
from rkeras_py.convert.na import NA_CHARACTER, NA_INTEGER, NA_LOGICAL, NA_REAL
from rkeras_py.convert.parameter import Parameter
from rkeras_py.convert.rule import ArgumentError, Rule
from rkeras_py.registry.define import rule_of


def accept(annotation: Any, value: Any) -> Any:
    """``value`` as the argument ``p`` of this kind, as an exported function takes it."""
    rule, nullable = rule_of(resolved(annotation))
    return Parameter("p", rule, nullable, None, None).accept(value)


def resolved(annotation: Any) -> Any:
    """The annotation as an exported function's signature has it."""

    def function(p: Any) -> None: ...

    function.__annotations__["p"] = annotation
    return get_type_hints(function, include_extras=True)["p"]


def identical(got: Any, expected: Any) -> bool:
    """Equal, and of the same types all the way down."""
    if type(got) is not type(expected):
        return False
    if isinstance(got, (list, tuple)):
        return len(got) == len(expected) and all(map(identical, got, expected))
    if isinstance(got, dict):
        return list(got) == list(expected) and all(identical(got[k], expected[k]) for k in got)
    return bool(got == expected)


ACCEPTED = [
    # flags
    (bool, True, True),
    (bool, 1, True),
    (bool, 0.0, False),
    (bool, np.bool_(True), True),
    (scalars.FlagOrNA, True, True),
    (scalars.FlagOrNA, NA_LOGICAL, None),
    (scalars.FlagOrNA, None, None),
    # whole numbers
    (scalars.Int, 32.0, 32),
    (scalars.Int, -3, -3),
    (scalars.Int, np.float64(5), 5),
    (scalars.Int, np.array([7]), 7),
    (scalars.Int, 1e15, 10**15),
    (scalars.Count, 0.0, 0),
    (scalars.Size, 1, 1),
    (scalars.Size | None, None, None),
    # numbers
    (scalars.Float, 2, 2.0),
    (scalars.Float, -0.5, -0.5),
    (scalars.Float, math.inf, math.inf),
    (scalars.NonNegative, 0, 0.0),
    (scalars.Fraction, 1, 1.0),
    (scalars.Fraction, 0.25, 0.25),
    # text
    (str, "relu", "relu"),
    (str, "", ""),
    (str, np.array(["a"], object), "a"),
    # choices
    (Annotated[str, scalars.OneOf("auto", "min", "max")], "max", "max"),
    (Annotated[str, scalars.OneOf("auto", "min", "max")], ["auto", "min", "max"], "auto"),
    (Annotated[str, scalars.OneOf("auto", "min", "max")], "a", "auto"),
    (Annotated[str, scalars.OneOf("auto", "autos")], "auto", "auto"),
    (formats.Edges, "SAME", "same"),  # as Keras 2 took it
    (choices.Curve, "pr", "PR"),
    # axes
    (scalars.Axis0, 0.0, 0),
    (scalars.Axis0, -1, -1),
    (scalars.Axis1, 1.0, 0),
    (scalars.Axis1, 3, 2),
    (scalars.Axis1, -1, -1),
    (scalars.Axes1, 2.0, 1),
    (scalars.Axes1, [1.0, 2.0], (0, 1)),
    (scalars.Axes1, np.array([1, -1]), (0, -1)),
    # shapes
    (shapes.Shape, 784.0, (784,)),
    (shapes.Shape, [28.0, 28.0], (28, 28)),
    (shapes.Shape, [None, 10.0], (None, 10)),
    (shapes.Shape, [NA_INTEGER, 10], (None, 10)),
    (shapes.Shape, [NA_REAL, 10.0], (None, 10)),
    (shapes.Shape, np.array([3, 4], "int32"), (3, 4)),
    (shapes.Shape, (), ()),
    (shapes.Shape | None, None, None),
    (shapes.TargetShape, [60000.0, 784.0], (60000, 784)),
    (shapes.TargetShape, [-1.0, 784.0], (-1, 784)),
    (shapes.TargetShape, [2, NA_INTEGER], (2, -1)),
    (shapes.TargetShape, 6.0, (6,)),
    # sizes
    (shapes.Sizes1, 3.0, 3),
    (shapes.Sizes1, [3.0], 3),
    (shapes.Sizes2, 3.0, 3),
    (shapes.Sizes2, [3.0, 2.0], (3, 2)),
    (shapes.Sizes3, np.array([1, 2, 3]), (1, 2, 3)),
    (shapes.Extras2, [0.0, 1.0], (0, 1)),
    # names of Keras, and former ones
    (identifiers.Activation, "relu", "relu"),
    (identifiers.Initializer, "he_normal", "he_normal"),
    (identifiers.Regularizer, "l2", "l2"),
    (identifiers.Constraint, "max_norm", "max_norm"),
    (identifiers.Optimizer, "adam", "adam"),
    (trees.Losses, "mse", "mse"),
    (trees.Losses, "kullback_leibler_divergence", "kl_divergence"),
    (trees.Losses, "logcosh", "log_cosh"),
    (trees.Losses, "cosine_proximity", "cosine_similarity"),
    (trees.Losses, ["mse"], "mse"),
    (trees.Losses, ["mse", None], ["mse", None]),
    (trees.Losses, {"a": "mse", "b": "kld"}, {"a": "mse", "b": "kl_divergence"}),
    (trees.Metrics, "accuracy", ["accuracy"]),
    (trees.Metrics, ["accuracy", "mae"], ["accuracy", "mae"]),
    (trees.Metrics, {"a": ["mae"], "b": "mse"}, {"a": ["mae"], "b": "mse"}),
    (trees.Metrics, [["mae"], None], [["mae"], None]),
    # other
    (objects.NamedList, {"0": 1.0}, {"0": 1.0}),
]


@pytest.mark.parametrize(("kind", "value", "expected"), ACCEPTED)
def test_accepted(kind: Any, value: Any, expected: Any) -> None:
    assert identical(accept(kind, value), expected)


SHAPE = "a shape (whole numbers of at least 0, such as c(28, 28); NULL for an open dimension)"
TARGET = "whole numbers, such as c(60000, 784); one may be -1 (or NA) to be worked out"
ONE_OF = Annotated[str, scalars.OneOf("auto", "min", "max")]

AXIS0 = "a whole number (an axis, counted from 0; -1 is the last)"
AXIS1 = "a whole number (an axis, counted from 1; -1 is the last)"
AXES1 = "one or several whole numbers (axes, counted from 1; -1 is the last)"
NUMBERS = "a numeric vector, matrix or array"
WEIGHTS = "a list of arrays, as get_weights() gives it"
BY_NAME = "its name, {0} object or a function"
TARGETS = "a sequential model, a tensor or a list of tensors"

REFUSED = [
    (bool, "yes", 'TRUE or FALSE, not the string "yes"'),
    (bool, 2.0, "TRUE or FALSE, not 2"),
    (bool, NA_LOGICAL, "TRUE or FALSE, not NA"),
    (bool, None, "TRUE or FALSE, not NULL"),
    (bool, [True, False], "TRUE or FALSE, not c(TRUE, FALSE)"),
    (bool | None, "a", 'TRUE or FALSE or NULL, not the string "a"'),
    (scalars.Int, "a", 'a whole number, not the string "a"'),
    (scalars.Int, 2.5, "a whole number, not 2.5"),
    (scalars.Int, True, "a whole number, not TRUE"),
    (scalars.Int, math.inf, "a whole number, not Inf"),
    (scalars.Int, -math.inf, "a whole number, not -Inf"),
    (scalars.Int, NA_REAL, "a whole number, not NA"),
    (scalars.Int, math.nan, "a whole number, not NaN"),
    (scalars.Int, NA_INTEGER, "a whole number, not NA"),
    (scalars.Int, NA_CHARACTER, "a whole number, not NA"),
    (scalars.Int, None, "a whole number, not NULL"),
    (scalars.Int, [1.0, 2.0], "a whole number, not c(1, 2)"),
    (scalars.Int, [], "a whole number, not an empty list"),
    (scalars.Count, -1.0, "a whole number of at least 0, not -1"),
    (scalars.Size, 0.0, "a whole number of at least 1, not 0"),
    (scalars.Size | None, 0.0, "a whole number of at least 1 or NULL, not 0"),
    (scalars.Float, "0.5", 'a number, not the string "0.5"'),
    (scalars.Float, True, "a number, not TRUE"),
    (scalars.Float, NA_REAL, "a number, not NA"),
    (scalars.NonNegative, -0.1, "a number of at least 0, not -0.1"),
    (scalars.Fraction, 1.5, "a number from 0 to 1, not 1.5"),
    (str, 1.0, "a string, not 1"),
    (str, ["a", "b"], 'a string, not c("a", "b")'),
    (str, NA_CHARACTER, "a string, not NA"),
    (ONE_OF, "mean", 'one of "auto", "min", "max", not the string "mean"'),
    (ONE_OF, "m", 'one of "auto", "min", "max", not the string "m"'),
    (ONE_OF, 1, 'one of "auto", "min", "max", not 1'),
    (scalars.Axis0, 0.5, f"{AXIS0}, not 0.5"),
    (scalars.Axis1, 0.0, f"{AXIS1}, not 0"),
    (scalars.Axis1, "a", f'{AXIS1}, not the string "a"'),
    (scalars.Axes1, [1.0, 0.0], f"{AXES1}, not c(1, 0)"),
    (shapes.Shape, "a", f'{SHAPE}, not the string "a"'),
    (shapes.Shape, -1.0, f"{SHAPE}, not -1"),
    (shapes.Shape, [28.0, 2.5], f"{SHAPE}, not c(28, 2.5)"),
    (shapes.TargetShape, [-1.0, -1.0], f"{TARGET}, not c(-1, -1)"),
    (shapes.TargetShape, [-2.0], f"{TARGET}, not list(-2)"),
    (shapes.TargetShape, "a", f'{TARGET}, not the string "a"'),
    (shapes.Sizes1, 0.0, "a whole number of at least 1, not 0"),
    (shapes.Sizes2, [1.0, 2.0, 3.0], "a whole number of at least 1, or 2 of them, not c(1, 2, 3)"),
    (shapes.Sizes3, [1.0, 2.0], "a whole number of at least 1, or 3 of them, not c(1, 2)"),
    (shapes.Extras2, -1.0, "a whole number of at least 0, or 2 of them, not -1"),
    (
        identifiers.Activation,
        3.0,
        f"an activation: {BY_NAME.format('an activation')}, not 3",
    ),
    (
        identifiers.Initializer,
        [1.0],
        f"an initializer: {BY_NAME.format('an initializer')}, not list(1)",
    ),
    (trees.Losses, 3.0, f"a loss: {BY_NAME.format('a loss')}, or a list of them, not 3"),
    (
        trees.Metrics,
        3.0,
        f"a metric: {BY_NAME.format('a metric')}, or a list of them, not 3",
    ),
    (objects.Model, "a", 'a model, not the string "a"'),
    (objects.Layer, 1.0, "a layer or a model, not 1"),
    (objects.Composable, "a", f'{TARGETS}, not the string "a"'),
    (objects.Composable, [], f"{TARGETS}, not an empty list"),
    (objects.Callable, "f", 'a function, not the string "f"'),
    (objects.NamedList, [1.0, 2.0], "a named list, not c(1, 2)"),
    (data.Array, "a", f'{NUMBERS}, not the string "a"'),
    (data.Array, np.array([["a"]], object), f"{NUMBERS}, not a character matrix of 1 x 1"),
    (data.Array, None, f"{NUMBERS}, not NULL"),
    (data.Weights, 1.0, f"{WEIGHTS}, not 1"),
    (data.Weights, np.zeros((2, 3)), f"{WEIGHTS}, not a numeric matrix of 2 x 3"),
    (data.X, "a", 'a numeric array, a data frame, a factor, or a list of them, not the string "a"'),
]


@pytest.mark.parametrize(("kind", "value", "words"), REFUSED)
def test_refused(kind: Any, value: Any, words: str) -> None:
    with pytest.raises(ArgumentError) as error:
        accept(kind, value)
    assert str(error.value) == f"`p` must be {words}."


UNKNOWN = [
    (identifiers.Activation, "rellu", ' Did you mean "relu", "relu6", "elu"?'),
    (identifiers.Activation, "xyz", ""),
    (identifiers.Activation, "gett", ""),
    (identifiers.Initializer, "orthogonale", ' Did you mean "orthogonal"?'),
    (trees.Losses, "log_cosch", ' Did you mean "log_cosh", "logcosh"?'),
    (identifiers.Regularizer, "l3", ""),
    (identifiers.Constraint, "maxnrm", ' Did you mean "maxnorm", "max_norm", "minmaxnorm"?'),
    (identifiers.Optimizer, "adamm", ' Did you mean "adam", "nadam", "adamax"?'),
    (identifiers.Optimizer, "rmspropp", ' Did you mean "rmsprop"?'),
    (trees.Losses, ["mse", "poison"], ' Did you mean "poisson"?'),
    (trees.Metrics, "acuracy", ' Did you mean "accuracy", "binary_accuracy", "auc"?'),
]


@pytest.mark.parametrize(("kind", "name", "hint"), UNKNOWN)
def test_unknown_names_get_near_matches(kind: Any, name: Any, hint: str) -> None:
    with pytest.raises(ArgumentError) as error:
        accept(kind, name)
    unknown = name[-1] if isinstance(name, list) else name
    assert str(error.value) == f'`p` is not known: "{unknown}".{hint}'


def test_functions_and_objects_stand_for_themselves() -> None:
    import keras

    def mine(y_true: Any, y_pred: Any) -> Any:
        return y_pred

    adam = keras.optimizers.Adam()
    assert accept(trees.Losses, mine) is mine
    assert accept(trees.Metrics, ["accuracy", mine]) == ["accuracy", mine]
    assert accept(identifiers.Optimizer, adam) is adam
    model = keras.Sequential()
    assert accept(objects.Model, model) is model
    assert accept(objects.Composable, model) is model
    dense = keras.layers.Dense(2)
    assert accept(objects.Layer, dense) is dense
    tensor = keras.Input((3,))
    assert accept(objects.Composable, tensor) is tensor
    assert accept(objects.Composable, [tensor, tensor]) == [tensor, tensor]


def test_a_layer_is_no_target_of_a_pipe() -> None:
    import keras

    with pytest.raises(ArgumentError) as error:
        accept(objects.Composable, keras.layers.Dense(2))
    assert str(error.value) == (
        "`p` must be a sequential model, a tensor or a list of tensors, "
        "not an object of class Dense."
    )


def test_every_rule_has_words_of_its_own() -> None:
    for module in (data, identifiers, objects, recurrent, scalars, shapes, trees):
        kinds = [value for value in vars(module).values() if get_origin(value) is Annotated]
        assert kinds, module.__name__
        for kind in kinds:
            rule, _ = rule_of(kind)
            assert rule is not None and rule.name != Rule.name, kind


@pytest.mark.parametrize(
    "kind",
    [scalars.Size, shapes.Sizes2, scalars.Axes1, objects.NamedList, bool, str],
)
def test_null_is_refused_where_it_is_not_declared(kind: Any) -> None:
    with pytest.raises(ArgumentError, match=r"`p` must be .*, not NULL\."):
        accept(kind, None)
    assert accept(kind | None, None) is None
