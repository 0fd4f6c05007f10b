"""Feature columns."""

from __future__ import annotations

from typing import Any

from rkeras_py.convert.data import Weights
from rkeras_py.convert.objects import Composable
from rkeras_py.convert.scalars import Size
from rkeras_py.convert.shapes import Shape
from rkeras_py.registry.families import layer


@layer("DenseFeatures")
def layer_dense_features(
    object: Composable | None,
    feature_columns: Any,
    name: str | None = None,
    trainable: bool | None = None,
    input_shape: Shape | None = None,
    batch_input_shape: Shape | None = None,
    batch_size: Size | None = None,
    dtype: str | None = None,
    weights: Weights | None = None,
) -> Any:
    """Feature column layer.

    Turns named features into one tensor, as described by TensorFlow's feature columns. It needs the
    TensorFlow backend. TensorFlow keeps feature columns for old code only; use the preprocessing
    layers in new code.

    Args:
        feature_columns: A list of dense columns of ``tf$feature_column``, such as
            ``numeric_column()``, ``bucketized_column()``, ``indicator_column()`` or
            ``embedding_column()``.

    Returns: (batch, sum of the widths of the columns) from a named list of features. The columns
        are in the order of their names.
    """
