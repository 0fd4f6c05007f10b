"""A layer of TensorFlow feature columns."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.compat.safe_mode import refuse_file
from rkeras_py.convert.describe import describe
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private import tensorflow
from rkeras_py.keras_private.layers import take_any_inputs

#: Arguments of columns that are paths of files: vocabularies, weights.
_FILES = ("vocabulary_file", "ckpt_to_load_from")


@keras.saving.register_keras_serializable("rkeras_py")
class DenseFeatures(keras.layers.Layer):  # type: ignore[misc]
    """Applies the columns to a dictionary of features; concatenates results in order of names.

    Args:
        feature_columns: Dense columns of ``tf.feature_column``: one, a list or a dictionary.
    """

    def __init__(self, feature_columns: Any, **options: Any) -> None:
        super().__init__(**options)
        self.feature_columns = _sorted_columns(feature_columns)
        self._store = _Store(self)
        # features are text or numbers, and the columns convert them to tensors
        take_any_inputs(self)

    def build(self, input_shape: Any) -> None:
        for column in self.feature_columns:
            column.create_state(self._store)

    def call(self, features: Any) -> Any:
        import tensorflow as tf

        if not isinstance(features, dict):
            raise ArgumentError(
                f'"{self.name}" needs named features, such as list(age = ..., size = ...), '
                f"not {describe(features)}."
            )
        cache = tensorflow.cache_of_features(
            {name: tf.convert_to_tensor(feature) for name, feature in features.items()}
        )
        parts = [
            tf.reshape(column.get_dense_tensor(cache, self._store), (-1, _width(column)))
            for column in self.feature_columns
        ]
        return tf.cast(tf.concat(parts, axis=-1), self.compute_dtype)

    def compute_output_shape(self, input_shape: Any) -> tuple[int | None, int]:
        shapes = list(input_shape.values()) if isinstance(input_shape, dict) else [input_shape]
        return (shapes[0][0], sum(map(_width, self.feature_columns)))

    def kinds(self) -> dict[str, str]:
        """The type of each feature, by name."""
        import tensorflow as tf

        specs = tf.feature_column.make_parse_example_spec(self.feature_columns)
        return {name: spec.dtype.name for name, spec in specs.items()}

    def get_config(self) -> dict[str, Any]:
        columns = tensorflow.configs_of_columns(self.feature_columns)
        return {**super().get_config(), "feature_columns": columns}

    @classmethod
    def from_config(cls, config: dict[str, Any]) -> Any:
        _refuse_files(config["feature_columns"])
        columns = tensorflow.columns_from_configs(config["feature_columns"])
        return cls(**{**config, "feature_columns": columns})


class _Store:
    """Stores the variables and tables of columns in the layer."""

    def __init__(self, layer: Any) -> None:
        self._layer = layer
        self._variables: dict[Any, Any] = {}
        self._resources: dict[Any, Any] = {}

    def create_variable(
        self,
        feature_column: Any,
        name: str,
        shape: Any,
        dtype: Any = None,
        trainable: bool = True,
        use_resource: bool = True,
        initializer: Any = None,
    ) -> Any:
        variable = self._layer.add_weight(
            name=f"{feature_column.name}_{name}",
            shape=tuple(shape),
            dtype=getattr(dtype, "name", dtype),
            trainable=trainable,
            initializer=initializer or "glorot_uniform",
        )
        self._variables[feature_column, name] = variable
        return variable

    def get_variable(self, feature_column: Any, name: str) -> Any:
        return self._variables[feature_column, name].value

    def add_resource(self, feature_column: Any, name: str, resource: Any) -> None:
        self._resources[feature_column, name] = resource
        # TensorFlow saves attributes of the layer
        setattr(self._layer, f"_resource_{len(self._resources)}", resource)

    def has_resource(self, feature_column: Any, name: str) -> bool:
        return (feature_column, name) in self._resources

    def get_resource(self, feature_column: Any, name: str) -> Any:
        return self._resources[feature_column, name]


def _refuse_files(config: Any) -> None:
    """Raises: ArgumentError: the model comes from a file or text, and a column reads a file."""
    if isinstance(config, dict):
        for name in _FILES:
            if config.get(name) is not None:
                refuse_file(config[name])
        config = list(config.values())
    if isinstance(config, (list, tuple)):
        for part in config:
            _refuse_files(part)


def _width(column: Any) -> int:
    width: int = column.variable_shape.num_elements()
    return width


def _sorted_columns(feature_columns: Any) -> list[Any]:
    """The columns, sorted by name.

    Raises:
        ArgumentError: one is not a dense column, or two have the same name.
    """
    if isinstance(feature_columns, dict):
        feature_columns = list(feature_columns.values())
    # a column is a tuple
    columns = list(feature_columns) if isinstance(feature_columns, list) else [feature_columns]
    for column in columns:
        if not tensorflow.is_dense_column(column):
            kind = f"a {type(column).__name__}" if hasattr(column, "_fields") else describe(column)
            raise ArgumentError(
                f"`feature_columns` must be dense columns, not {kind}: wrap categorical columns in "
                "indicator_column() or embedding_column()."
            )
    names = [column.name for column in columns]
    for name in names:
        if names.count(name) > 1:
            raise ArgumentError(f'`feature_columns` has two columns named "{name}".')
    return sorted(columns, key=lambda column: str(column.name))
