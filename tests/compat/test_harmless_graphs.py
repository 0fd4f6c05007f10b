"""Graphs that only compute are loaded, and the list of operations that do."""

from __future__ import annotations

import os
import re

import keras
import numpy as np
import pytest
import tensorflow as tf
from graphs import (
    NUMBERS,
    WORDS,
    X,
    predicted,
    save,
    session_model,
    through,
    v1,
)
from tensorflow.core.framework import op_def_pb2
from tensorflow.python.client import pywrap_tf_session

from rkeras_py.api.models import exporting
from rkeras_py.compat.files import graph_safety

pytestmark = pytest.mark.usefixtures("own_folder")


# --- what is loaded ---------------------------------------------------------------------------

L = keras.layers


def vectorized():
    layer = L.TextVectorization(output_sequence_length=3)
    layer.adapt(["a b c", "c d"])
    return layer


def decoded(x):
    encoded = tf.io.encode_png(tf.cast(x[:, :, None], tf.uint8))
    return tf.cast(tf.io.decode_png(encoded), tf.float32)[..., 0]


def in_loops(x):
    data = tf.data.Dataset.from_tensor_slices(tf.constant([1.0, 2.0])).map(lambda v: 2 * v).batch(2)
    total = data.reduce(0.0, lambda s, v: s + tf.reduce_sum(v))
    i, _ = tf.while_loop(lambda i, _: i < 3, lambda i, j: (i + 1, j), [tf.constant(0), 1])
    tf.debugging.assert_equal(i, 3)
    return x * total + tf.cast(i, tf.float32)


HARMLESS = {
    "dense": lambda: [L.Dense(3, "relu"), L.BatchNormalization(), L.Dropout(0.5), L.Softmax()],
    "convolution": lambda: [
        L.Reshape((2, 1)), L.Conv1D(2, 1), L.SeparableConv1D(2, 1), L.MaxPooling1D(2), L.Flatten(),
    ],
    "recurrent": lambda: [
        L.Reshape((2, 1)), L.Bidirectional(L.LSTM(2, return_sequences=True)),
        L.TimeDistributed(L.Dense(2)), L.GRU(2, return_sequences=True), L.SimpleRNN(2),
    ],
    "attention": lambda: [
        L.Reshape((2, 1)), L.Dense(4), L.LayerNormalization(), L.Lambda(lambda x: tf.nn.softmax(x)),
    ],
    "augmentation": lambda: [
        L.Reshape((2, 1, 1)), L.RandomFlip(), L.RandomRotation(0.2), L.RandomZoom(0.2),
        L.RandomContrast(0.2), L.GaussianNoise(0.1), L.Resizing(2, 2), L.Rescaling(0.5),
    ],
    "categories": lambda: [L.Discretization([2.0, 3.0]), L.CategoryEncoding(3), L.Normalization(
        mean=1.0, variance=4.0
    )],
    "loops and data": lambda: [L.Lambda(in_loops)],
    "pictures in memory": lambda: [L.Lambda(decoded)],
    "messages": lambda: [L.Lambda(lambda x: through(lambda: tf.print("text"))(x))],
}  # fmt: skip
HARMLESS_OF_WORDS = {
    "lookup": lambda: [L.StringLookup(vocabulary=["two", "one"])],
    "lookup in a file": lambda: [L.StringLookup(vocabulary="secret.txt")],
    "vectorization": lambda: [vectorized(), L.Embedding(9, 2), L.GlobalAveragePooling1D()],
    "hashing": lambda: [L.Hashing(7), L.CategoryEncoding(7)],
}


def exported(layers, spec, x):
    model = keras.Sequential([keras.Input(spec.shape[1:] or (1,), dtype=spec.dtype), *layers])
    exporting.model_to_saved_model(model, "m", serving_only=True)
    return model(tf.constant(x)).numpy()


@pytest.mark.parametrize("kind", HARMLESS)
def test_graphs_of_models_predict_as_the_models_do(kind):
    expected = exported(HARMLESS[kind](), NUMBERS, X)
    np.testing.assert_allclose(predicted(X), expected, rtol=1e-6, atol=1e-7)


@pytest.mark.parametrize("kind", HARMLESS_OF_WORDS)
def test_graphs_of_models_of_text_predict_as_the_models_do(kind):
    words = [["one"], ["two"], ["three"]]
    expected = exported(HARMLESS_OF_WORDS[kind](), WORDS, words)
    if os.path.exists("m/assets/secret.txt"):
        os.remove("secret.txt")
    np.testing.assert_allclose(predicted(words), expected, rtol=1e-6, atol=1e-7)


def test_graphs_with_gradients_of_their_own():
    @tf.custom_gradient
    def twice(x):
        return 2 * x, lambda upstream: 5 * upstream

    served = tf.function(lambda x: {"y": twice(x)}, input_signature=[NUMBERS])
    tf.saved_model.save(
        tf.Module(), "m", signatures=served,
        options=tf.saved_model.SaveOptions(experimental_custom_gradients=True),
    )  # fmt: skip
    assert predicted(X) == (2 * X).tolist()


def test_variables_in_several_files():
    save(
        lambda x: x * a + b,
        a=(a := tf.Variable([2.0, 3.0])),
        b=(b := tf.Variable([1.0, 1.0])),
    )
    assert predicted(X) == [[3.0, 7.0], [7.0, 13.0]]


def test_sessions_of_tensorflow_1_that_saved_before():
    """Its graph has operations that save and restore twice: the user's, and those of the folder."""

    def build():
        x = v1.placeholder(tf.float32, (None, 2))
        weight = v1.get_variable("weight", initializer=[2.0, 3.0], use_resource=False)
        v1.train.Saver()
        return x, x * weight, {}

    session_model(build)
    assert predicted(X) == [[2.0, 6.0], [6.0, 12.0]]


# --- the list of harmless operations ----------------------------------------------------------


def registered():
    operations = op_def_pb2.OpList()
    operations.ParseFromString(pywrap_tf_session.TF_GetBuffer(pywrap_tf_session.TF_GetAllOpList()))
    return {operation.name: operation for operation in operations.op}


def test_all_that_is_listed_exists():
    assert graph_safety._harmless() - set(registered()) == set()


def test_nothing_that_is_listed_is_told_of_files_addresses_or_programs():
    telling = re.compile(
        "file|path|directory|logdir|url|uri|address|host|port|prefix|ckpt|descriptor|token|module|target"
    )
    found = {}
    for name in graph_safety._harmless():
        operation = registered_operations[name]
        told = [a.name for a in operation.attr if a.type in ("string", "list(string)")]
        told += [i.name for i in operation.input_arg if i.type == tf.string.as_datatype_enum]
        if words := [word for word in told if telling.search(word)]:
            found[name] = words
    assert found == {}


registered_operations = registered()


@pytest.mark.parametrize(
    ("operation", "effect"),
    [
        ("WriteFile", "could write files"),
        ("TFRecordDatasetV2", "could read files"),
        ("RpcCall", "could use the network"),
        ("PyFunc", "could run other code"),
        ("Abort", "could end the process"),
        ("TPUExecute", "is not known to be harmless"),
    ],
)
def test_the_error_says_what_an_operation_could_do(operation, effect):
    assert graph_safety._effect(operation) == effect
