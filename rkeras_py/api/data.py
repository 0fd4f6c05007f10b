"""Data preparation: one-hot labels, scaling, reshaping, padding."""

from __future__ import annotations

from typing import Annotated, Any

from rkeras_py.convert.data import Array
from rkeras_py.convert.objects import package_of
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import Axis1, Float, OneOf, Size
from rkeras_py.convert.shapes import TargetShape
from rkeras_py.convert.text import numbers_in
from rkeras_py.registry.define import export


class LabelsRule(Rule):
    """Class labels: numbers, or strings and factors that contain numbers.

    Other factors become the positions of their levels, from 0.
    """

    name = "whole numbers from 0, or a factor"
    arrays = True

    def accept(self, value: Any) -> Any:
        import numpy as np

        from rkeras_py.convert.data import ArrayRule

        if type(value).__name__ == "DataFrame":
            return np.stack([self.accept(value[name]) for name in value.columns], -1)
        value = getattr(value, "array", value) if package_of(value) == "pandas" else value
        if type(value).__name__ == "Categorical":
            return _of_factor(value)
        of_text = getattr(getattr(value, "dtype", None), "name", "") in ("str", "string")
        texts = np.asarray(value) if of_text or isinstance(value, (str, list, np.ndarray)) else None
        if texts is not None and texts.dtype.kind in "UO":
            return _numbers_in(texts)
        labels = ArrayRule().accept(value)
        if np.ma.isMaskedArray(labels) or (labels.dtype.kind == "f" and np.isnan(labels).any()):
            raise ArgumentError(MISSING)
        return labels.astype("int64")


MISSING = "{argument} has missing values (NA); each label must be known."


def _of_factor(factor: Any) -> Any:
    """The numbers in a factor's labels; if they are not numbers, the codes from 0."""
    import numpy as np

    missing = int((factor.codes < 0).sum())
    if missing:
        labels = "label" if missing == 1 else "labels"
        raise ArgumentError(f"{{argument}} is a factor with {missing} missing {labels} (NA).")
    try:
        return _numbers_in(np.asarray(factor, dtype=object).astype(str))
    except Mismatch:
        return factor.codes.astype("int64")


def _numbers_in(texts: Any) -> Any:
    """Integers in text."""
    import numpy as np

    if any(text is None for text in texts.ravel()):
        raise ArgumentError(MISSING)
    try:
        return np.array([int(text) for text in texts.ravel()], "int64").reshape(texts.shape)
    except ValueError:
        raise Mismatch from None


Labels = Annotated[Any, LabelsRule()]


@export(forks=True)
def to_categorical(y: Labels, num_classes: Size | None = None, dtype: str = "float32") -> Any:
    """One-hot encode class labels.

    Returns a matrix with one row for each label and a 1 in the column of its class.

    Args:
        y: Labels from 0 to ``num_classes - 1``, as a vector or matrix of numbers or of strings with
            numbers. For a factor, the labels are used if they are whole numbers, so that
            ``factor(1:3)`` has 4 classes; otherwise its levels are numbered from 0.
        num_classes: Number of classes; by default one more than the largest label.
        dtype: Data type of the result.

    Returns: a matrix: (n, num_classes) from n labels or from (n, 1).

    Example:
        to_categorical(c(0, 2, 1))
    """
    import numpy as np

    if y.size == 0 and num_classes is None:
        raise ArgumentError("`y` is empty: specify `num_classes`.")
    if y.size and y.min() < 0:
        raise ArgumentError(f"`y` must be labels from 0, but the smallest is {y.min()}.")
    classes = num_classes or int(y.max()) + 1
    if y.size and y.max() >= classes:
        hint = " Labels start at 0: subtract 1." if y.min() == 1 and y.max() == classes else ""
        raise ArgumentError(
            f"`y` must be labels below `num_classes`, {classes}, but the largest is {y.max()}."
            + hint
        )
    shape = y.shape[:-1] if y.ndim > 1 and y.shape[-1] == 1 else y.shape
    encoded = np.zeros((y.size, classes), dtype)
    encoded[np.arange(y.size), y.ravel()] = 1
    return encoded.reshape((*shape, classes))


@export(forks=True)
def normalize(x: Array, axis: Axis1 = -1, order: Float = 2) -> Any:
    """Normalize an array along an axis.

    Divides the array by its norm. Where the norm is 0, nothing changes.

    Args:
        x: The array.
        axis: Axis along which the norm is computed, numbered from 1; the last by default.
        order: Order of the norm; 2 is the Euclidean norm.

    Returns: an array with the shape of ``x``; for a vector, a matrix with one row.

    Example:
        normalize(matrix(c(3, 4), 1))
    """
    import numpy as np

    if not -x.ndim <= axis < x.ndim:
        given = axis + 1 if axis >= 0 else axis
        raise ArgumentError(f"`axis` must be at most {x.ndim}, not {given}.")
    norm = np.atleast_1d(np.linalg.norm(x.astype("float64"), order, axis))
    norm[norm == 0] = 1
    return x / np.expand_dims(norm, axis)


@export(forks=True)
def array_reshape(x: Array, dim: TargetShape, order: Annotated[str, OneOf("C", "F")] = "C") -> Any:
    """Reshape an array in row-major order.

    Reads and fills arrays row by row, as Python does. R's own ``dim<-`` works column by column.

    Args:
        x: The array.
        dim: The new shape. One dimension may be -1: it is computed.
        order: "C" reads and fills row by row, "F" column by column, as ``dim<-`` does.

    Returns: an array of shape ``dim``.

    Example:
        array_reshape(matrix(1:6, 2), c(3, 2))
    """
    try:
        return x.reshape(dim, order=order)
    except ValueError:
        wanted = ", ".join(map(str, dim))
        raise ArgumentError(
            f"`dim` must have as many elements as `x`, {x.size}, not c({wanted})."
        ) from None


class SequencesRule(Rule):
    """A list of vectors of numbers, or of lists of them; a matrix means the list of its rows."""

    name = "a list of numeric vectors"
    arrays = True

    def accept(self, value: Any) -> list[Any]:

        if not isinstance(value, (list, tuple)) and getattr(value, "ndim", 0) != 2:
            raise Mismatch
        vectors = [numbers_in(vector) for vector in value]
        if any(v.ndim != 1 or (v.size and v.dtype.kind not in "fiub") for v in vectors):
            raise Mismatch
        return vectors


def _together(vectors: list[Any]) -> Any:
    """The numbers of all vectors in one; missing whole numbers of R are NaN."""
    import numpy as np

    plain = [
        vector.astype("float64").filled(np.nan) if np.ma.is_masked(vector) else vector
        for vector in vectors
        if len(vector)
    ]
    return np.concatenate(plain) if plain else np.empty(0)


@export(forks=True)
def pad_sequences(
    sequences: Annotated[Any, SequencesRule()],
    maxlen: Size | None = None,
    dtype: str = "int32",
    padding: str = "pre",
    truncating: str = "pre",
    value: Float = 0.0,
) -> Any:
    """Pad sequences to the same length.

    Returns a matrix with one row for each sequence.

    Args:
        sequences: A list of numeric vectors or lists, or a matrix with one sequence in each row.
        maxlen: Length of the padded sequences; by default that of the longest sequence.
        dtype: Data type of the result.
        padding: Where to pad short sequences: "pre" (at the start) or "post" (at the end).
        truncating: Where to cut long sequences: "pre" (at the start) or "post" (at the end).
        value: Padding value.

    Returns: a matrix: (number of sequences, maxlen).

    Example:
        pad_sequences(list(c(1, 2, 3), 4), maxlen = 2)
    """
    import numpy as np

    for name, side in (("padding", padding), ("truncating", truncating)):
        if side not in ("pre", "post"):
            raise ArgumentError(f'`{name}` must be "pre" or "post", not the string "{side}".')
    numbers = _together(sequences)
    if np.dtype(dtype).kind in "iu" and np.isnan(numbers).any():
        raise ArgumentError(
            f'`sequences` has missing values (NA), which the type "{dtype}" does not support.'
        )
    lengths = np.array([len(vector) for vector in sequences], "int64")
    width = maxlen or int(lengths.max(initial=0))
    if (lengths > width).any():
        kept = slice(-width, None) if truncating == "pre" else slice(width)
        numbers = _together([vector[kept] for vector in sequences])
        lengths = np.minimum(lengths, width)
    padded = np.full((len(sequences), width), value, dtype)
    places, ends = np.arange(width), lengths[:, np.newaxis]
    padded[places >= width - ends if padding == "pre" else places < ends] = numbers
    return padded
