"""Converts data frames for a model: to a matrix, or to one array for each named input."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.models.scores import given_inputs, output_names
from rkeras_py.convert.data import GROUPS, DataRule, is_table
from rkeras_py.convert.parameter import accept


def inputs_of(model: Any, x: Any, argument: str) -> Any:
    """A data frame for a model: a matrix if the model has one input, otherwise columns by name.

    As in R keras, models without known inputs get columns. Sequential models get columns if the
    first layer takes features by name.
    """
    if not is_table(x):
        return x
    inputs = list(getattr(model, "inputs", None) or [])
    if len(inputs) == 1 and not _takes_names(model):
        return _for_one(inputs[0], x, _names(model), argument)
    if inputs and not _takes_names(model):
        kinds = dict(zip(_names(model), (tensor.dtype for tensor in inputs), strict=True))
        return _columns(
            x, {n: kinds[n] == "string" for n in column_names(x) if n in kinds}, argument
        )
    if _is_sequential(model) and not _takes_names(model):
        return accept(DataRule(argument), argument, x)
    return _columns(x, dict.fromkeys(column_names(x), _takes_names(model)), argument)


def column_names(x: Any) -> list[Any]:
    """The column names of a data frame as in R, where a column may be a matrix."""
    groups = x.attrs.get(GROUPS, {})
    owners = {part: name for name, parts in groups.items() for part in parts}
    return list(dict.fromkeys(owners.get(name, name) for name in x.columns))


def targets_of(model: Any, y: Any, argument: str) -> Any:
    """A data frame of targets or weights: columns by name if the model has several outputs."""
    if not is_table(y):
        return y
    if len(output_names(model)) > 1:
        return _columns(y, dict.fromkeys(column_names(y), False), argument)
    return accept(DataRule(argument), argument, y)


def _names(model: Any) -> list[str]:
    inputs, given = model.inputs, given_inputs(model)
    if not isinstance(given, dict):
        return [tensor.name for tensor in inputs]
    return [next(name for name in given if given[name] is tensor) for tensor in inputs]


def _for_one(tensor: Any, x: Any, names: list[str], argument: str) -> Any:
    """All columns, or the one with the name of the input if the input is narrower."""
    as_text = tensor.dtype == "string"
    name = names[0] if names[0] in x.columns else x.columns[0]
    if (as_text and x.shape[1] == 1) or (
        x.shape[1] > 1 and name == names[0] and tuple(tensor.shape[1:]) in ((), (1,))
    ):
        return _columns(x, {name: as_text}, argument)[name]
    return accept(DataRule(argument), argument, x)


def _columns(x: Any, wanted: dict[Any, bool], argument: str) -> Any:
    """Columns as arrays by name.

    Args:
        x: A data frame.
        wanted: Column names, and whether text is accepted (a factor then gives its labels, not its
            codes).
        argument: The name of the data.
    """
    columns = {}
    groups = x.attrs.get(GROUPS, {})
    for name, as_text in wanted.items():
        column = columns[name] = x[groups.get(name, name)]
        if name in groups:
            continue
        if as_text and column.dtype.name == "category":
            columns[name] = column.astype(object).where(column.notna(), None)
    return accept(DataRule(argument), argument, columns)


def _takes_names(model: Any) -> bool:
    """Whether the first of a sequential model's layers takes features by name."""
    first = next(iter(getattr(model, "layers", ())), None) if _is_sequential(model) else None
    return type(first).__name__ == "DenseFeatures"


def _is_sequential(model: Any) -> bool:
    import keras

    return isinstance(model, keras.Sequential)
