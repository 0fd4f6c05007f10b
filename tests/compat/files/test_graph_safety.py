"""Graphs of others that could do more than compute are not loaded."""

from __future__ import annotations

import os

import pytest
import tensorflow as tf
from graphs import (
    X,
    edit,
    nodes,
    predicted,
    refused,
    save,
    session_model,
    through,
    v1,
    with_written,
)
from tensorflow.core.protobuf import saved_model_pb2

from rkeras_py.api.models import exporting, saving
from rkeras_py.compat.files import graph_safety
from rkeras_py.convert.rule import ArgumentError

pytestmark = pytest.mark.usefixtures("own_folder")


# --- what runs when a graph is loaded ---------------------------------------------------------


def test_an_initializer_that_writes_a_file_does_not_run():
    with_written()
    text = refused("WriteFile")
    assert "WriteFile in the function" in text and "which could write files" in text
    with pytest.raises(ArgumentError, match="WriteFile"):
        exporting.model_from_saved_model("m")


@pytest.mark.parametrize("value", ["TRUE", "true", "1"])
def test_the_user_may_allow_it(monkeypatch, value):
    with_written()
    monkeypatch.setenv(graph_safety.ALLOW, value)
    assert predicted(X) == X.tolist()
    assert os.path.exists(".Rprofile")


@pytest.mark.parametrize("value", ["", "FALSE", "0", "no"])
def test_other_values_do_not_allow_it(monkeypatch, value):
    with_written()
    monkeypatch.setenv(graph_safety.ALLOW, value)
    refused("WriteFile")


def writes():
    return tf.io.write_file("written", "text")


@pytest.mark.parametrize("where", ["main_op", "local", "table_initializer"])
def test_initializers_of_tensorflow_1(where):
    def build():
        x = v1.placeholder(tf.float32, (None, 2))
        more = {}
        if where == "main_op":
            more["main_op"] = writes()
        elif where == "table_initializer":
            v1.add_to_collection("table_initializer", tf.group(writes(), name="table"))
        else:
            with tf.control_dependencies([writes()]):
                start = tf.constant(1.0)
            v1.get_variable("local", initializer=start, collections=["local_variables"])
        return x, 2 * x, more

    session_model(build)
    if os.path.exists("written"):
        os.remove("written")
    refused("WriteFile")


# --- what runs when a graph predicts ----------------------------------------------------------


def shape_of(dataset):
    return tf.cast(dataset.reduce(tf.constant(0, tf.int64), lambda n, _: n + 1), tf.float32)


def deep(x):
    """In a function, in a branch, in a loop."""

    @tf.function
    def inner(i):
        return tf.cond(i > 0, lambda: tf.strings.length(tf.io.read_file("secret.txt")), lambda: 0)

    return x + tf.cast(
        tf.while_loop(lambda i: i < 2, lambda i: i + 1 + inner(i), [0])[0], "float32"
    )


PREDICT = {
    "WriteFile": through(lambda: tf.io.write_file("written", "text")),
    "ReadFile": deep,
    "MatchingFiles": through(lambda: tf.io.matching_files("*")),
    "PrintV2": through(lambda: tf.print("text", output_stream="file://written")),
    "EagerPyFunc": through(lambda: tf.py_function(lambda: 1.0, [], tf.float32)),
    "PyFunc": through(lambda: tf.numpy_function(lambda: 1.0, [], tf.float64)),
    "PyFuncStateless": through(
        lambda: tf.numpy_function(lambda: 1.0, [], tf.float64, stateful=False)
    ),
    "TextLineDataset": lambda x: x + shape_of(tf.data.TextLineDataset("secret.txt")),
    "TFRecordDataset": lambda x: x + shape_of(tf.data.TFRecordDataset("secret.txt")),
    "FixedLengthRecordDatasetV2": lambda x: x + shape_of(tf.data.FixedLengthRecordDataset("s", 1)),
    "CSVDatasetV2": lambda x: x + shape_of(tf.data.experimental.CsvDataset("s", [tf.string])),
    "CacheDatasetV2": lambda x: x + shape_of(tf.data.Dataset.range(3).cache("cached")),
    "SaveV2": through(lambda: tf.raw_ops.SaveV2(
        prefix="written", tensor_names=["a"], shape_and_slices=[""], tensors=[tf.constant(1.0)]
    )),
    "RestoreV2": lambda x: x + tf.raw_ops.RestoreV2(
        prefix="other", tensor_names=["a"], shape_and_slices=[""], dtypes=[tf.float32]
    )[0],
    "MergeV2Checkpoints": through(lambda: tf.raw_ops.MergeV2Checkpoints(
        checkpoint_prefixes=["a"], destination_prefix="written"
    )),
    "CreateSummaryFileWriter": through(lambda: tf.raw_ops.CreateSummaryFileWriter(
        writer=tf.raw_ops.SummaryWriter(), logdir=".", max_queue=1, flush_millis=1,
        filename_suffix="",
    )),
    "ImmutableConst": lambda x: x + tf.raw_ops.ImmutableConst(
        dtype=tf.float32, shape=(1,), memory_region_name="secret.txt"
    ),
    "FixedUnigramCandidateSampler": through(lambda: tf.random.fixed_unigram_candidate_sampler(
        tf.constant([[0]], tf.int64), 1, 1, True, 1, vocab_file="secret.txt"
    )[0]),
    "DecodeProtoV2": through(lambda: tf.io.decode_proto(
        "", "M", [], [], descriptor_source="secret.txt"
    )[0]),
    "DataServiceDatasetV4": lambda x: x + shape_of(tf.data.experimental.service.from_dataset_id(
        "parallel_epochs", "grpc://127.0.0.1:1", "1", element_spec=tf.TensorSpec((), tf.int64)
    )),
    "DebugIdentityV3": lambda x: tf.raw_ops.DebugIdentityV3(
        input=x, tensor_name="x:0:DebugIdentity", debug_urls=["file://written"]
    ),
    "Abort": through(lambda: tf.raw_ops.Abort(error_msg="ended")),
}  # fmt: skip


@pytest.mark.parametrize("operation", PREDICT)
def test_operations_that_touch_files_or_the_network_or_run_python(operation):
    others = {"CreateSummaryFileWriter": ["SummaryWriter"]}.get(operation, [])
    save(PREDICT[operation])
    assert not os.path.exists("written")
    refused(operation, *others)


# --- what only looks harmless -----------------------------------------------------------------


def test_operations_that_nobody_has_judged():
    save(lambda x: tf.math.cosh(x))
    meta_graph, write = edit()
    for _, node in nodes(meta_graph, "Cosh"):
        node.op = "LaunchMissiles"
    write()
    assert "which is not known to be harmless" in refused("LaunchMissiles")


def test_a_function_with_the_name_of_an_operation_is_that_operation():
    save(lambda x: tf.math.cosh(x))
    meta_graph, write = edit()
    for _, node in nodes(meta_graph, "Cosh"):
        node.op = "ReadFile"
    harmless = meta_graph.graph_def.library.function.add()
    harmless.signature.name = "ReadFile"
    write()
    refused("ReadFile")


def test_an_argument_that_the_caller_of_a_function_would_fill_in():
    save(through(lambda: tf.print("text")))
    meta_graph, write = edit()
    for _, node in nodes(meta_graph, "PrintV2"):
        node.attr["output_stream"].Clear()
        node.attr["output_stream"].placeholder = "where"
    write()
    refused("PrintV2")


def test_names_that_occur_twice():
    save(lambda x: tf.math.cosh(x))
    meta_graph, write = edit()
    for function, node in list(nodes(meta_graph, "Cosh")):
        function.node_def.add().CopyFrom(node)
    write()
    with pytest.raises(
        ArgumentError, match='"m" cannot be loaded: the names of its nodes or functions'
    ):
        saving.load_model_tf("m")


def test_a_graph_as_text_is_inspected_too():
    from google.protobuf import text_format

    with_written()
    content = saved_model_pb2.SavedModel()
    with open("m/saved_model.pb", "rb") as file:
        content.ParseFromString(file.read())
    os.remove("m/saved_model.pb")
    with open("m/saved_model.pbtxt", "w") as file:
        file.write(text_format.MessageToString(content))
    refused("WriteFile")


def test_every_graph_of_the_folder_is_inspected():
    save(lambda x: x + 0.0)
    with_written("other")
    other, _ = edit("other")
    file = saved_model_pb2.SavedModel()
    with open("m/saved_model.pb", "rb") as stream:
        file.ParseFromString(stream.read())
    other.meta_info_def.tags[:] = ["train"]
    file.meta_graphs.append(other)
    with open("m/saved_model.pb", "wb") as stream:
        stream.write(file.SerializeToString())
    refused("WriteFile")
