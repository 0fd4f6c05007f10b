"""Arrays in Python's memory."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.data import DataRule
from rkeras_py.convert.parameter import accept
from rkeras_py.convert.tensors import Dtype
from rkeras_py.registry.define import export


class UnconvertedRule(DataRule):
    """Data as they come: their type is another argument's."""

    def accept(self, value: Any) -> Any:
        return value


@export
def keras_array(x: Annotated[Any, UnconvertedRule("x")] | None, dtype: Dtype | None = None) -> Any:
    """Convert R data to NumPy arrays.

    ``fit()`` and related functions convert data themselves. Converting once saves time if the same
    data are used many times.

    Args:
        x: A vector, matrix, array, factor or data frame, or a list of such.
        dtype: Data type of the elements. By default doubles are converted to the default float
            type, see ``k_floatx()``; integers and logicals keep their type.

    Returns: a NumPy array, or a list of them; ``NULL`` for ``NULL``. ``as.array()`` converts it to
        an R array.

    Example:
        x <- keras_array(matrix(runif(6), 2))
        as.array(x)
    """
    return _kept(accept(DataRule("x", exact=dtype is not None), "x", x), dtype)


def _kept(x: Any, dtype: str | None) -> Any:
    if isinstance(x, dict):
        return {name: _kept(part, dtype) for name, part in x.items()}
    if isinstance(x, (list, tuple)):
        return [_kept(part, dtype) for part in x]
    import numpy as np

    from rkeras_py.convert.arrays import KerasArray

    if not isinstance(x, np.ndarray):
        return x
    return np.array(x, dtype, order="C").view(KerasArray)
