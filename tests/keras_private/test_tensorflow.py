"""What TensorFlow keeps to itself."""

from __future__ import annotations

import numpy as np
import pytest
import tensorflow as tf

from rkeras_py.keras_private import tensorflow


@pytest.mark.parametrize(
    ("name", "there"), [("MatMul", True), ("PyFunc", True), ("Größe", False), ("", False)]
)
def test_operations_by_their_names(name, there) -> None:
    assert tensorflow.is_operation(name) is there


def test_files_that_a_graph_reads(tmp_path) -> None:
    (tmp_path / "words.txt").write_text("ein\nzwei\n")
    module = tf.Module()
    module.asset = tf.saved_model.Asset(str(tmp_path / "words.txt"))
    module.f = tf.function(lambda: tf.io.read_file(module.asset.asset_path), input_signature=[])
    tf.saved_model.save(module, str(tmp_path / "m"), signatures={"f": module.f})
    loader = tensorflow.graph_loader()(str(tmp_path / "m"))
    (graph,) = loader.graphs_of()
    (path,) = tensorflow.assets_of(str(tmp_path / "m"), graph).values()
    assert path.endswith(b"words.txt")


def test_generators_that_a_dataset_asks() -> None:
    assert tensorflow.generators_of(len) == []
    assert tensorflow.generators_of(lambda: 1) == []


def test_columns_of_features() -> None:
    number = tf.feature_column.numeric_column("größe", shape=2)
    words = tf.feature_column.categorical_column_with_vocabulary_list("w", ["a", "b"])
    assert tensorflow.is_dense_column(number) and not tensorflow.is_dense_column(words)
    assert not tensorflow.is_dense_column("größe")
    cache = tensorflow.cache_of_features({"größe": tf.constant([[1.0, 2.0]])})
    np.testing.assert_array_equal(number.get_dense_tensor(cache, None), [[1, 2]])
    columns = [number, tf.feature_column.indicator_column(words)]
    assert tensorflow.columns_from_configs(tensorflow.configs_of_columns(columns)) == columns
