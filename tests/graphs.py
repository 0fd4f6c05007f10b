"""SavedModels of several kinds, and what becomes of them when they are loaded."""

from __future__ import annotations

import os
import re

import keras
import numpy as np
import pytest
import tensorflow as tf
from tensorflow.core.protobuf import saved_model_pb2

from rkeras_py.api.models import saving
from rkeras_py.compat.files import graph_safety
from rkeras_py.convert.rule import ArgumentError

v1 = tf.compat.v1
NUMBERS = tf.TensorSpec((None, 2), tf.float32, name="x")
WORDS = tf.TensorSpec((None,), tf.string, name="x")
X = np.array([[1.0, 2.0], [3.0, 4.0]], "float32")


def save(compute, spec=NUMBERS, path="m", **parts):
    """A SavedModel that serves a function."""
    module = tf.Module()
    module.parts = parts
    served = tf.function(lambda x: {"y": compute(x)}, input_signature=[spec])
    tf.saved_model.save(module, path, signatures=served)


def predicted(x, path="m"):
    return keras.ops.convert_to_numpy(saving.load_model_tf(path)(tf.constant(x))).tolist()


def edit(path="m"):
    """The content of a SavedModel, and a function that writes it back."""
    file = os.path.join(path, "saved_model.pb")
    content = saved_model_pb2.SavedModel()
    with open(file, "rb") as stream:
        content.ParseFromString(stream.read())

    def write():
        with open(file, "wb") as stream:
            stream.write(content.SerializeToString())

    return content.meta_graphs[0], write


def refused(*operations, path="m"):
    """The error of a folder that is not loaded because of these operations."""
    before = sorted(os.listdir())
    with pytest.raises(ArgumentError) as error:
        saving.load_model_tf(path)
    assert sorted(os.listdir()) == before
    text = str(error.value)
    assert text.startswith(f'the SavedModel "{path}" is not loaded: its graph has operations')
    assert f'Sys.setenv({graph_safety.ALLOW} = "TRUE")' in text
    found = re.findall(r"(\w+)(?: in the function \"[^\"]*\")?, which (?:could|is not)", text)
    assert sorted(set(found)) == sorted(operations)
    return text


def nodes(meta_graph, operation):
    """The nodes of an operation, with the function that each is in; None for the graph itself."""
    for node in meta_graph.graph_def.node:
        if node.op == operation:
            yield None, node
    for function in meta_graph.graph_def.library.function:
        for node in function.node_def:
            if node.op == operation:
                yield function, node


class Written(tf.saved_model.experimental.TrackableResource):
    """A resource whose initializer writes a file."""

    def _create_resource(self):
        return tf.raw_ops.HashTableV2(
            key_dtype=tf.string, value_dtype=tf.int64, shared_name="written"
        )

    def _initialize(self):
        tf.io.write_file(".Rprofile", "cat('run by R')")

    @property
    def handle(self):
        return self.resource_handle


def with_written(path="m"):
    resource = Written()
    save(
        lambda x: (
            x + tf.cast(tf.raw_ops.LookupTableSizeV2(table_handle=resource.handle), "float32")
        ),
        path=path,
        resource=resource,
    )
    assert not os.path.exists(".Rprofile")


def session_model(build):
    """A SavedModel of TensorFlow 1; ``build`` gives the input, the output and options."""
    with tf.Graph().as_default(), v1.Session() as session:
        x, y, more = build()
        session.run([v1.global_variables_initializer(), v1.tables_initializer()])
        builder = v1.saved_model.Builder("m")
        signature = v1.saved_model.predict_signature_def({"x": x}, {"y": y})
        builder.add_meta_graph_and_variables(
            session, ["serve"], {"serving_default": signature}, **more
        )
        builder.save()


def through(operation, *inputs):
    """A function of the input that has to run an operation first."""

    def compute(x):
        with tf.control_dependencies([operation(*inputs)]):
            return x + 0.0

    return compute
