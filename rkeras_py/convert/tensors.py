"""Tensors, and numbers that can be used as tensors."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert import backends
from rkeras_py.convert.na import NA
from rkeras_py.convert.objects import is_tensor, package_of
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.sparse import dense
from rkeras_py.convert.text import is_text, text_tensor


class TensorRule(Rule):
    """A tensor or variable unchanged; numbers in a form that ``keras.ops`` accepts.

    A single number stays a Python number, which takes the type of the tensor it is combined with;
    vectors and arrays become NumPy arrays, with doubles in Keras's float type. R vectors must not
    be passed as arrays here (``arrays`` is false), because ``3`` and ``array(3)`` would be the
    same.

    Args:
        exact: Whether doubles keep their precision because the type is chosen later.
    """

    name = "a tensor, or numbers: a vector, a matrix or an array"

    def __init__(self, exact: bool = False) -> None:
        self.exact = exact

    def accept(self, value: Any) -> Any:
        if isinstance(value, (bool, int, float)) or is_tensor(value):
            return value
        if isinstance(value, (list, tuple)) and value:
            return self._sequence(value)
        value = dense(value)
        if package_of(value) == "numpy" and hasattr(value, "dtype"):
            return self._array(value)
        raise Mismatch

    def _sequence(self, values: list[Any] | tuple[Any, ...]) -> Any:
        """R vectors, and lists of equal elements, which are stacked."""
        import numpy as np

        if any(isinstance(value, NA) for value in values):
            raise ArgumentError("{argument} has NA, which a tensor cannot hold.")
        parts = [self.accept(value) for value in values]
        if any(is_tensor(part) for part in parts):
            from keras import ops

            return ops.stack(parts)
        try:
            array = np.asarray(parts)
        except ValueError:  # elements of different shapes
            raise Mismatch from None
        if {type(part) for part in parts} <= {int, bool} and array.dtype.kind == "i":
            array = array.astype("int32")  # as in R and Keras
        return self._array(array)

    def _array(self, array: Any) -> Any:
        import numpy as np

        if np.ma.isMaskedArray(array):
            raise ArgumentError("{argument} has NA, which a tensor cannot hold.")
        if array.dtype.kind not in "fiub":
            raise Mismatch
        if self.exact:
            return array
        if array.dtype == np.float64:
            import keras

            array = array.astype(keras.config.floatx())
        return _for_backend(array)


def _for_backend(array: Any) -> Any:
    """An array as the backend's operators accept it: those of PyTorch need its own tensors."""
    if backends.known() != "torch":
        return array
    from keras import ops

    return ops.convert_to_tensor(array)


class TensorOrNullRule(TensorRule):
    """A tensor, numbers, or NULL; unlike ``None | Tensor``, the argument is required."""

    def accept(self, value: Any) -> Any:
        return None if value is None else super().accept(value)


class ValuesRule(TensorRule):
    """Numbers with their precision, or strings."""

    def accept(self, value: Any) -> Any:
        parts = value if isinstance(value, (list, tuple)) and value else [value]
        if all(isinstance(part, (str, NA)) for part in parts) or (
            is_text(value) and not is_tensor(value)
        ):
            return text_tensor(value)
        return super().accept(value)


class TensorsRule(Rule):
    """Several tensors."""

    name = "a list of tensors"

    def accept(self, value: Any) -> list[Any]:
        if not isinstance(value, (list, tuple)) or not value:
            raise Mismatch
        one = TensorRule()
        try:
            return [one.accept(part) for part in value]
        except Mismatch:
            raise Mismatch from None


class NumbersRule(Rule):
    """One number or several, in a range: thresholds and weights."""

    def __init__(self, low: float | None = None, high: float | None = None) -> None:
        self.low, self.high = low, high
        self.name = "one or several numbers"
        if low is not None:
            self.name += (
                f" from {low:g} to {high:g}" if high is not None else f" of at least {low:g}"
            )

    def accept(self, value: Any) -> float | list[float]:
        if hasattr(value, "tolist") and not is_tensor(value):
            value = value.tolist()
        if isinstance(value, (list, tuple)):
            return [self._one(part) for part in value]
        return self._one(value)

    def _one(self, value: Any) -> float:
        from rkeras_py.convert.scalars import FloatRule

        if isinstance(value, NA):
            raise Mismatch
        try:
            return FloatRule(self.low, self.high).accept(value)
        except Mismatch:
            raise Mismatch from None


Tensor = Annotated[Any, TensorRule()]
ExactTensor = Annotated[Any, TensorRule(exact=True)]
TensorOrNull = Annotated[Any, TensorOrNullRule()]
Values = Annotated[Any, ValuesRule(exact=True)]
Tensors = Annotated["list[Any]", TensorsRule()]
Fractions = Annotated["float | list[float]", NumbersRule(0, 1)]
Weightings = Annotated["float | list[float]", NumbersRule(0)]


class DtypeRule(Rule):
    """A data type, as a name or as an object of TensorFlow or NumPy."""

    name = 'a type, such as "float32", "float64", "int32" or "bool"'

    def accept(self, value: Any) -> str:
        import keras

        try:
            return str(keras.backend.standardize_dtype(getattr(value, "name", value)))
        except (TypeError, ValueError):
            raise Mismatch from None


Dtype = Annotated[str, DtypeRule()]
