"""Checks of data against a model, before anything runs."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.text import is_text
from rkeras_py.engine import strategies
from rkeras_py.engine.targets import check_targets
from rkeras_py.keras_private import models


def check_compiled(model: Any) -> None:
    """Check that a model was compiled, and make its losses accept targets as in Keras 2.

    Raises:
        ArgumentError: it was not.
    """
    if not model.compiled:
        raise ArgumentError(
            "the model has not been compiled: call compile() with an optimizer and a loss first."
        )
    from rkeras_py.compat.models import measuring

    measuring.as_in_keras_2(model)


def _arrays(data: Any) -> list[Any]:
    """The arrays in data for a model; [] for datasets, generators and the like."""
    if isinstance(data, dict):
        data = list(data.values())
    if not isinstance(data, (list, tuple)):
        data = [data]
    return [part for part in data if hasattr(part, "shape") and hasattr(part, "dtype")]


def has_arrays(data: Any) -> bool:
    """Whether data are arrays, rather than a dataset or a generator."""
    return bool(_arrays(data))


def samples(data: Any) -> int | None:
    """How many samples the arrays in data have; ``None`` for datasets, generators and the like."""
    arrays = [array for array in _arrays(data) if len(array.shape)]
    return int(arrays[0].shape[0]) if arrays else None


def check_input(model: Any, x: Any, argument: str = "x") -> None:
    """Check that ``x`` can be the input of ``model``.

    Raises:
        ArgumentError: it is empty, text, or of another shape than the model expects.
    """
    arrays = _arrays(x)
    if not arrays and x is None:
        raise ArgumentError(f"`{argument}` is missing: give data.")
    for array in arrays:
        if len(array.shape) and array.shape[0] == 0:
            raise ArgumentError(f"`{argument}` has no samples.")
    _check_text(arrays, model, argument)
    strategies.current().check_input(model, arrays, argument)
    wanted = list(getattr(model, "inputs", None) or [])
    if len(wanted) != len(arrays):
        if wanted and arrays and not isinstance(x, dict):
            inputs = "1 input" if len(wanted) == 1 else f"{len(wanted)} inputs"
            raise ArgumentError(
                f"`{argument}` must be data for {inputs}, as the model has, not {len(arrays)}."
            )
        return
    for i, (tensor, array) in enumerate(zip(wanted, arrays, strict=True), 1):
        name = f"`{argument}`" if len(wanted) == 1 else f"input {i} of `{argument}`"
        _check_shape(tensor, array, name, argument)


def check_batch_size(x: Any, batch_size: int | None) -> None:
    """Raises: ArgumentError: ``x`` is a dataset, which has its own size of batches."""
    if batch_size is not None and hasattr(x, "element_spec") and hasattr(x, "cardinality"):
        raise ArgumentError(
            "`batch_size` must not be given with a dataset, because its batches have a size: "
            "use dataset_batch() or `dataset$batch()`, and leave `batch_size` out."
        )


def _check_shape(tensor: Any, array: Any, name: str, argument: str) -> None:
    expected, came = tuple(tensor.shape), tuple(array.shape)
    if _fits(expected, came):
        return
    text = ", ".join("samples" if i == 0 else str(e or "any") for i, e in enumerate(expected))
    if len(expected) == 2 and len(came) == 2:
        raise ArgumentError(f"{name} must have {expected[1]} features (columns), not {came[1]}.")
    raise ArgumentError(
        f"{name} must be of shape ({text}), not ({', '.join(map(str, came))})."
        f"{_of_one_sample(expected, came, argument)}"
    )


def _of_one_sample(expected: tuple[int | None, ...], came: tuple[int, ...], argument: str) -> str:
    """A hint on how to take one sample, if the data look like a sample without its dimension."""
    if not _fits(expected, (1, *came)):
        return ""
    index = ", ".join(["1"] + [""] * (len(expected) - 1))
    return f" For a single sample, keep its dimensions: {argument}[{index}, drop = FALSE]."


def _fits(expected: tuple[int | None, ...], came: tuple[int, ...]) -> bool:
    """Whether data have the shape of an input, apart from a last dimension of 1.

    Models add or drop that dimension, as in Keras 2: a vector is one feature, and images with one
    channel may lack the channel axis.
    """
    if len(expected) == len(came) + 1 and expected[-1] == 1:
        expected = expected[:-1]
    elif len(expected) == len(came) - 1 and came[-1] == 1:
        came = came[:-1]
    return len(expected) == len(came) and all(
        e is None or e == c for e, c in zip(expected[1:], came[1:], strict=True)
    )


def _check_text(arrays: list[Any], model: Any, argument: str) -> None:
    """Refuse text unless the model takes text as input."""
    from rkeras_py.convert.describe import describe

    for array in arrays:
        if is_text(array) and not _takes_text(model):
            raise ArgumentError(
                f"`{argument}` must be numeric, not {describe(array)}: "
                "convert text to numbers first."
            )


def _takes_text(model: Any) -> bool:
    """Whether an input is text, or the first layer processes text."""
    if any(str(tensor.dtype) == "string" for tensor in getattr(model, "inputs", None) or []):
        return True
    first = next(iter(getattr(model, "layers", ())), None)
    if hasattr(first, "layers"):
        return _takes_text(first)
    return first is not None and (
        _looks_words_up(first)
        or type(first).__name__ == "Hashing"
        or not models.converts_inputs(first)
    )


def _looks_words_up(layer: Any) -> bool:
    """Whether a layer looks up words instead of computing with numbers."""
    return str(getattr(layer, "compute_dtype", "")) == "string"


def check_data(
    model: Any, x: Any, y: Any = None, sample_weight: Any = None, prefix: str = ""
) -> None:
    """Check that ``x``, ``y`` and weights fit the model and each other.

    Raises:
        ArgumentError: they do not; the message says what was expected and what was given.
    """
    names = ("x", "y", "sample_weight")
    if prefix:
        names = (f"{prefix}[[1]]", f"{prefix}[[2]]", f"{prefix}[[3]]")
    check_input(model, x, names[0])
    _check_text(_arrays(y), None, names[1])
    count = samples(x)
    for name, data in zip(names[1:], (y, sample_weight), strict=True):
        others = samples(data)
        if count is not None and others is not None and count != others:
            raise ArgumentError(
                f"`{names[0]}` and `{name}` must have the same number of samples, "
                f"not {count} and {others}."
            )
    if count is not None and y is None and model.loss is not None:
        raise ArgumentError(f"`{names[1]}` is missing: the model's loss needs targets.")
    check_targets(model, y, names[1])
