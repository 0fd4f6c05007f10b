"""R's data as inputs of layers: vectors, arrays and text become tensors."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.data import DataRule
from rkeras_py.convert.na import NA
from rkeras_py.convert.objects import ComposableRule, is_tensor, package_of
from rkeras_py.convert.rule import Mismatch, Rule
from rkeras_py.convert.sparse import is_sparse
from rkeras_py.convert.text import is_text, text_tensor


def as_input(value: Any) -> Any:
    """R's vectors and text as tensors; other values are unchanged.

    A vector of length 1, which was converted to a single value, becomes a vector again.
    """
    if isinstance(value, (bool, int, float, str)):
        value = [value]
    if is_sparse(value):
        from keras import ops

        return ops.convert_to_tensor(DataRule("object").accept(value))
    if isinstance(value, (list, tuple)) and value:
        if all(isinstance(part, (str, NA)) for part in value):
            return text_tensor(value)
        if all(isinstance(part, (bool, int, float)) for part in value):
            import numpy as np
            from keras import ops

            return ops.convert_to_tensor(DataRule("object").accept(np.asarray(value)))
    return text_tensor(value) if is_text(value) and not is_tensor(value) else value


class InputRule(Rule):
    """Inputs of a layer."""

    name = "a tensor, an array, a vector, or a list of them"

    def accept(self, value: Any) -> Any:
        return as_input(value)


class ComposableDataRule(ComposableRule):
    """What a preprocessing layer is added to or called on, which may also be data."""

    name = (
        "a sequential model, a tensor or a list of tensors, or data: an array or a character vector"
    )

    def accept(self, value: Any) -> Any:
        try:
            return super().accept(value)
        except Mismatch:
            value = as_input(value)
        if package_of(value) in ("numpy", "pandas"):
            from keras import ops

            return ops.convert_to_tensor(DataRule("object").accept(value))
        if not is_tensor(value):
            raise Mismatch
        return value


class AdaptDataRule(Rule):
    """Data for ``adapt()``: arrays, text, a dataset or a generator."""

    name = "an array, a data frame, a character vector or a dataset"
    arrays = True

    def accept(self, value: Any) -> Any:
        if isinstance(value, str):
            value = [value]
        if isinstance(value, (list, tuple)) and value:
            import numpy as np

            parts = [np.atleast_1d(np.asarray(part)) for part in value]
            if any(part.ndim != 1 or part.dtype.kind in "fiub" for part in parts) and any(
                is_text(part) for part in parts
            ):
                raise Mismatch
            value = np.concatenate(parts) if is_text(parts[0]) else np.asarray(value)
        if value is None or isinstance(value, dict):
            raise Mismatch
        if is_text(value) and not is_tensor(value):
            return text_tensor(value)
        return DataRule("data").accept(value)


ComposableData = Annotated[Any, ComposableDataRule()]
AdaptData = Annotated[Any, AdaptDataRule()]
