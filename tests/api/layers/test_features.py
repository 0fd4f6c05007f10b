"""Feature columns: what each does to its feature, by hand."""

from __future__ import annotations

import shutil

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py
from rkeras_py.api.layers.features import layer_dense_features
from rkeras_py.convert.rule import ArgumentError

columns = tf.feature_column

AGES = np.array([[18.0], [30.0], [61.0]], "float32")
TOWNS = np.array([["Ulm"], ["Graz"], ["Bern"]])


def age_group():
    return columns.bucketized_column(columns.numeric_column("age"), [25, 60])


def town():
    return columns.categorical_column_with_vocabulary_list("town", ["Graz", "Ulm"])


def test_columns_stand_in_the_order_of_their_names() -> None:
    layer = layer_dense_features(
        feature_columns=[
            columns.indicator_column(town()),
            columns.numeric_column("size", normalizer_fn=lambda x: x / 2),
            age_group(),
        ]
    )
    found = layer({"size": np.array([2.0, 4.0, 6.0]), "age": AGES, "town": TOWNS})
    assert found.numpy().tolist() == [
        [1, 0, 0, 1, 0, 1],  # age in three groups, half the size, Graz, Ulm
        [0, 1, 0, 2, 1, 0],
        [0, 0, 1, 3, 0, 0],
    ]


def test_embeddings_are_weights_that_learn() -> None:
    embedding = columns.embedding_column(town(), dimension=2)
    layer = layer_dense_features(feature_columns=embedding, weights=[np.eye(2)])
    with tf.GradientTape() as tape:
        found = layer({"town": tf.constant([["Ulm"], ["Graz"], ["Ulm"]])})
        total = tf.reduce_sum(found * [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])
    assert found.numpy().tolist() == [[0, 1], [1, 0], [0, 1]]
    gradient = tf.convert_to_tensor(tape.gradient(total, layer.trainable_weights[0].value))
    assert gradient.numpy().tolist() == [[3, 4], [6, 8]]


def test_a_model_of_named_features_fits_and_is_saved(tmp_path) -> None:
    model = keras.Sequential()
    layer_dense_features(model, feature_columns=[age_group(), columns.numeric_column("size")])
    model.add(keras.layers.Dense(1, kernel_initializer="zeros"))
    model.compile(keras.optimizers.SGD(0.5), "mse")
    x = {"age": AGES, "size": np.array([[1.0], [2.0], [3.0]])}
    y = np.array([[1.0], [2.0], [6.0]])
    model.fit(x, y, batch_size=3, epochs=1, verbose=0)
    # From zero: weights move by half of -2 * mean(y * input), the bias by the mean of y.
    features = np.array([[1, 0, 0, 1], [0, 1, 0, 2], [0, 0, 1, 3]])
    kernel = (features * y).mean(axis=0)
    assert model.get_weights()[0][:, 0] == pytest.approx(kernel)
    assert model.get_weights()[1] == pytest.approx([3.0])
    assert model.predict(x, verbose=0)[:, 0] == pytest.approx(features @ kernel + 3, abs=1e-5)
    config = model.layers[0].get_config()
    again = type(model.layers[0]).from_config(config)
    assert again(x).numpy() == pytest.approx(features)


def test_text_goes_through_models(tmp_path) -> None:
    made = [columns.indicator_column(town()), columns.embedding_column(town(), dimension=2)]
    x = {"town": TOWNS, "size": np.array([[1.0], [2.0], [3.0]], "float32")}
    sequential = keras.Sequential()
    layer_dense_features(sequential, feature_columns=made, name="features")
    sequential.add(keras.layers.Dense(1))
    sequential.compile("sgd", "mse")
    data = tf.data.Dataset.from_tensor_slices((x, np.zeros((3, 1)))).batch(3)
    sequential.fit(data, epochs=1, verbose=0)
    table = sequential.layers[0].get_weights()[0]
    known = np.array([[0, 1], [1, 0], [0, 0]])  # Ulm, Graz, neither
    expected = np.concatenate([known @ table[::1], known], axis=1)
    assert sequential.layers[0](x).numpy() == pytest.approx(expected, abs=1e-6)

    inputs = {
        "town": keras.Input((1,), dtype="string", name="town"),
        "size": keras.Input((1,), name="size"),
    }
    out = layer_dense_features(inputs, [*made, columns.numeric_column("size")], weights=[table])
    model = keras.Model(inputs, out)
    expected = np.concatenate([x["size"], known @ table, known], axis=1)
    tensors = {name: tf.constant(value) for name, value in x.items()}
    assert model(tensors).numpy() == pytest.approx(expected, abs=1e-6)
    model.save(tmp_path / "features.keras")
    again = keras.models.load_model(tmp_path / "features.keras")
    assert again(tensors).numpy() == pytest.approx(expected, abs=1e-6)


@pytest.mark.skipif(shutil.which("R") is None, reason="R is not installed")
def test_columns_made_in_r() -> None:
    code = """
        library(keras)
        columns <- list(
          tf$feature_column$numeric_column("size"),
          group = tf$feature_column$bucketized_column(
            tf$feature_column$numeric_column("age"), c(25, 60)
          ),
          tf$feature_column$indicator_column(
            tf$feature_column$categorical_column_with_vocabulary_list("town", c("Graz", "Ulm"))
          )
        )
        model <- keras_model_sequential() %>% layer_dense_features(columns)
        x <- list(age = c(18, 61), size = c(0.5, 2), town = c("Ulm", "Bern"))
        predict(model, x, verbose = 0)
    """
    assert rkeras_py.r(code, tf=tf).tolist() == [[1, 0, 0, 0.5, 0, 1], [0, 0, 1, 2, 0, 0]]


def test_what_is_no_dense_column() -> None:
    with pytest.raises(ArgumentError, match="dense columns, not a VocabularyListCategoricalColumn"):
        layer_dense_features(feature_columns=[town()])
    with pytest.raises(ArgumentError, match="dense columns, not 3: wrap categorical columns in"):
        layer_dense_features(feature_columns=3.0)
    with pytest.raises(ArgumentError, match='two columns named "age"'):
        layer_dense_features(feature_columns=[columns.numeric_column("age")] * 2)
    layer = layer_dense_features(feature_columns=[columns.numeric_column("age")])
    with pytest.raises(ArgumentError, match="needs named features"):
        layer(AGES)


def test_a_list_of_layers_that_begins_with_them_is_saved_as_a_folder(tmp_path) -> None:
    size = columns.numeric_column("size")
    first = layer_dense_features(feature_columns=[size, columns.indicator_column(town())])
    model = keras.Sequential([first, keras.layers.Dense(1)])
    features = {"size": np.array([2.0, 4.0, 6.0]), "town": np.array(["Ulm", "Graz", "Bern"])}
    expected = rkeras_py.predict(model, features, verbose=0)
    rkeras_py.save_model_tf(model, str(tmp_path / "m"))
    loaded = rkeras_py.load_model_tf(str(tmp_path / "m"))
    np.testing.assert_array_equal(rkeras_py.predict(loaded, features, verbose=0), expected)
    graph = tf.saved_model.load(str(tmp_path / "m")).signatures["serving_default"]
    served = graph(size=tf.constant([2.0, 4.0, 6.0]), town=tf.constant(["Ulm", "Graz", "Bern"]))
    np.testing.assert_allclose(next(iter(served.values())).numpy(), expected, rtol=1e-6)
