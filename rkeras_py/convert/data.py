"""Model data: arrays, data frames, factors, lists of them, datasets."""

from __future__ import annotations

import warnings
from typing import Annotated, Any

from rkeras_py.convert import terms
from rkeras_py.convert.columns import (
    all_numbers,
    check_dates,
    holds_numbers,
    is_text_column,
    numbers_of,
    stacked,
)
from rkeras_py.convert.describe import describe
from rkeras_py.convert.memory import LARGE, own_float32
from rkeras_py.convert.na import NA
from rkeras_py.convert.objects import package_of
from rkeras_py.convert.on_disk import is_on_disk
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.sparse import dense, for_model, is_sparse
from rkeras_py.convert.text import text_tensor
from rkeras_py.convert.warned import warn


class DataWarning(UserWarning):
    """A problem with the data that the user should know; shown every time."""


warnings.simplefilter("always", DataWarning)


#: Key in the ``attrs`` of a data frame: by name, the columns of a matrix column in R.
GROUPS = "rkeras_groups"


class _Flaws:
    """Counts numbers that a model cannot compute with."""

    def __init__(self) -> None:
        self.missing = self.infinite = 0

    def count(self, array: Any) -> None:
        import numpy as np

        missing = int(np.isnan(array).sum())
        self.missing += missing
        self.infinite += array.size - int(np.isfinite(array).sum()) - missing

    def found(self) -> bool:
        return bool(self.missing or self.infinite)

    def __str__(self) -> str:
        kinds = ((self.missing, "missing", "NA or NaN"), (self.infinite, "infinite", "Inf or -Inf"))
        return " and ".join(
            f"{count} {kind} {'value' if count == 1 else 'values'} ({marks})"
            for count, kind, marks in kinds
            if count
        )


class DataRule(Rule):
    """Data for a model, for an argument with this name.

    Numbers become arrays of Keras's float type, but integers keep their type; factors become codes
    from 0; data frames become a matrix. Tensors, datasets and generators are unchanged.
    """

    name = "a numeric array, a data frame, a factor, or a list of them"
    arrays = True

    def __init__(
        self,
        argument: str,
        large_sparse: bool = False,
        tables: bool = False,
        exact: bool = False,
    ) -> None:
        """Args:
        argument: The argument's name.
        large_sparse: Whether very large sparse matrices stay sparse.
        tables: Whether data frames are unchanged, because their conversion depends on the model.
        exact: Whether doubles stay doubles.
        """
        self.argument, self.large_sparse, self.tables = argument, large_sparse, tables
        self.exact = exact

    def accept(self, value: Any) -> Any:
        if self.tables and is_table(value):
            return value
        flaws = _Flaws()
        converted = self.convert(value, flaws)
        if flaws.found():
            warn(
                f"`{self.argument}` has {flaws}: losses, weights and predictions can become NaN. "
                "Remove or replace such values first.",
                DataWarning,
            )
        return converted

    def convert(self, value: Any, flaws: _Flaws) -> Any:
        """Data as arrays; what is missing or infinite in them is counted."""
        kind = package_of(value)
        if is_on_disk(value):
            return value  # it is read while the model trains
        if isinstance(value, dict):
            return {name: self.convert(part, flaws) for name, part in value.items()}
        if isinstance(value, (list, tuple)):
            if not terms.for_r() and value and all_numbers(value):
                return self._array(stacked(value), flaws)
            return [self.convert(part, flaws) for part in value]
        if isinstance(value, (bool, int, float, NA)):
            import numpy as np

            return self.convert(
                np.asarray([float("nan") if isinstance(value, NA) else value]), flaws
            )
        if kind == "numpy":
            return self._array(value, flaws)
        if is_sparse(value):
            return self._sparse(value, flaws)
        if kind == "pandas":
            return self._pandas(value, flaws)
        if isinstance(value, str) or type(value).__name__ == "RObject":
            raise Mismatch
        return value

    def _array(self, array: Any, flaws: _Flaws) -> Any:
        import numpy as np

        if np.ma.isMaskedArray(array):
            flaws.missing += int(np.ma.getmaskarray(array).sum())
            floats: Any = array.astype(self._floats())
            return floats.filled(np.nan)
        if array.dtype.kind == "f":
            with np.errstate(all="ignore"):  # R's NA is a signaling NaN
                kind = self._floats()
                if array.dtype == np.float64 and array.size >= LARGE and kind == "float32":
                    converted = own_float32(array)
                else:
                    converted = np.asarray(array, kind, order="C")
                if converted.size and not np.isfinite(converted.sum()):  # one pass, rarely a second
                    flaws.count(converted)
            return converted
        if array.dtype.kind in "iub":
            return np.ascontiguousarray(array)
        if array.dtype.kind == "O" and array.size and holds_numbers(array.ravel()):
            import pandas as pd

            column = pd.Series(array.ravel(), dtype="object")
            return self._array(numbers_of(column).reshape(array.shape), flaws)
        if array.dtype.kind in "OUS":
            return text_tensor(array)  # checked later against the model
        raise ArgumentError(f"{{argument}} must be {self.name}, not {describe(array)}.")

    def _floats(self) -> str:
        return "float64" if self.exact else _floatx()

    def _sparse(self, matrix: Any, flaws: _Flaws) -> Any:

        value = for_model(matrix, _floatx()) if self.large_sparse else dense(matrix)
        if not is_sparse(value):
            return self._array(value, flaws)
        flaws.count(value.data)
        return value

    def _pandas(self, value: Any, flaws: _Flaws) -> Any:
        import numpy as np
        import pandas as pd

        if isinstance(value, pd.Series) and isinstance(value.dtype, pd.CategoricalDtype):
            value = value.array
        if isinstance(value, pd.Categorical):
            codes = np.asarray(value.codes)
            if (codes < 0).any():
                count = int((codes < 0).sum())
                labels = "label" if count == 1 else "labels"
                raise ArgumentError(f"{{argument}} is a factor with {count} missing {labels} (NA).")
            return codes.astype("int32")
        if isinstance(value, pd.Series):
            check_dates(value)
            of_pandas = pd.api.types.is_extension_array_dtype(value.dtype)
            if of_pandas and not is_text_column(value):
                return self._array(numbers_of(value), flaws)
            return self._array(value.to_numpy(), flaws)
        if not isinstance(value, pd.DataFrame):
            return value
        columns = []
        for name in value.columns:
            column = value[name]
            check_dates(column)
            if is_text_column(column):
                raise ArgumentError(
                    f'{{argument}} has a column of text: "{name}". '
                    "Convert it to numbers, for instance with as.integer(factor(...)) - 1."
                )
            if column.dtype.name == "category":
                column = column.cat.codes.replace(-1, np.nan)
            columns.append(numbers_of(column))
        return self._array(np.stack(columns, axis=1), flaws)


class ValidationRule(DataRule):
    """Validation data: a list of inputs and targets, each of which may be a data frame."""

    def accept(self, value: Any) -> Any:
        if not isinstance(value, (list, tuple)) or not any(map(is_table, value)):
            return super().accept(value)
        return [
            part if is_table(part) else super(ValidationRule, self).accept(part) for part in value
        ]

    def convert(self, value: Any, flaws: _Flaws) -> Any:
        if not isinstance(value, (list, tuple)):
            return super().convert(value, flaws)
        part_of = DataRule(self.argument)
        return [part_of.convert(part, flaws) for part in value]  # lists of numbers are arrays


def is_table(value: Any) -> bool:
    """Whether this is a data frame."""
    return package_of(value) == "pandas" and hasattr(value, "columns")


def _floatx() -> str:
    import keras

    return str(keras.config.floatx())


class ArrayRule(Rule):
    """A numeric array with its own type."""

    name = "a numeric vector, matrix or array"
    arrays = True

    def accept(self, value: Any) -> Any:
        import numpy as np

        if isinstance(value, (bool, int, float)):
            return np.asarray([value])
        if isinstance(value, (list, tuple)):
            value = np.asarray(value)
        if package_of(value) == "pandas":
            return np.asarray(DataRule("x").accept(value))
        value = dense(value)
        if not hasattr(value, "shape"):
            raise Mismatch
        if not isinstance(value, np.ndarray):
            from keras import ops

            value = ops.convert_to_numpy(value)
        if value.dtype.kind not in "fiub":
            raise Mismatch
        return value


class WeightsRule(Rule):
    """Weights of a layer or a model: a list of arrays."""

    name = "a list of arrays, as returned by get_weights()"
    arrays = True

    def accept(self, value: Any) -> Any:
        import numpy as np

        if not isinstance(value, (list, tuple)):
            raise Mismatch
        return [np.asarray(dense(part)) for part in value]


Array = Annotated[Any, ArrayRule()]
Weights = Annotated[Any, WeightsRule()]
X = Annotated[Any, DataRule("x", large_sparse=True, tables=True)]
Batch = Annotated[Any, DataRule("x", tables=True)]
Y = Annotated[Any, DataRule("y", tables=True)]
SampleWeight = Annotated[Any, DataRule("sample_weight", tables=True)]
ValidationData = Annotated[Any, ValidationRule("validation_data")]
