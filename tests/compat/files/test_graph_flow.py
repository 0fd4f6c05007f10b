"""Graphs of others restore their own variables, read their own tables, and nothing else."""

from __future__ import annotations

import os

import pytest
import tensorflow as tf
from graphs import (
    WORDS,
    X,
    edit,
    nodes,
    predicted,
    refused,
    save,
    session_model,
    v1,
)
from tensorflow.core.protobuf import meta_graph_pb2

from rkeras_py.api.models import saving
from rkeras_py.compat.files import graph_safety
from rkeras_py.convert.rule import ArgumentError

pytestmark = pytest.mark.usefixtures("own_folder")


# --- variables --------------------------------------------------------------------------------


def with_variable(path="m"):
    save(lambda x: x * weight, path=path, weight=(weight := tf.Variable([2.0, 3.0])))


def a_restore(meta_graph):
    return next(found for found in nodes(meta_graph, "RestoreV2"))


def served(meta_graph):
    """The node whose output is served."""
    name = meta_graph.signature_def["serving_default"].outputs["y"].name.split(":")[0]
    return next(node for node in meta_graph.graph_def.node if node.name == name)


def test_variables_are_restored():
    with_variable()
    assert predicted(X) == [[2.0, 6.0], [6.0, 12.0]]


def test_variables_are_not_restored_from_another_file():
    with_variable()
    meta_graph, write = edit()
    function, node = a_restore(meta_graph)
    other = function.node_def.add()
    other.CopyFrom(next(n for n in function.node_def if n.name == "RestoreV2/shape_and_slices"))
    other.name = "other"
    node.input[0] = "other:output:0"
    write()
    refused("RestoreV2")


def test_what_is_served_restores_nothing():
    with_variable()
    meta_graph, write = edit()
    restore = meta_graph.saver_def.restore_op_name
    served(meta_graph).input.append(f"^{restore}")
    write()
    refused("RestoreV2")


def test_what_is_served_saves_nothing():
    with_variable()
    meta_graph, write = edit()
    meta_graph.signature_def["serving_default"].outputs[
        "y"
    ].name = meta_graph.saver_def.save_tensor_name
    write()
    refused("SaveV2", "MergeV2Checkpoints")


def test_restoring_saves_nothing():
    with_variable()
    meta_graph, write = edit()
    meta_graph.saver_def.restore_op_name = meta_graph.saver_def.save_tensor_name.split(":")[0]
    write()
    refused("SaveV2", "MergeV2Checkpoints")


@pytest.mark.parametrize("kind", ["gradient", "registered_gradients"])
def test_gradients_restore_nothing(kind):
    with_variable()
    meta_graph, write = edit()
    function, _ = a_restore(meta_graph)
    gradient = getattr(meta_graph.graph_def.library, kind).add()
    gradient.gradient_func = function.signature.name
    write()
    refused("RestoreV2")


def test_no_function_that_could_take_the_place_of_another_restores():
    with_variable()
    meta_graph, write = edit()
    function, _ = a_restore(meta_graph)
    function.attr["api_implements"].s = b"lstm"
    write()
    refused("RestoreV2")


@pytest.mark.parametrize(
    ("name", "keep", "text"),
    [
        ("saved_model.pb", 0, 'it has no graph with the tag "serve"'),
        ("saved_model.pb", 10, "Cannot parse file"),
        ("variables/variables.data-00000-of-00001", 3, "its variables are damaged: "),
        ("variables/variables.index", 3, "its variables are damaged: "),
        ("variables/variables.index", None, "its variables are damaged: "),
    ],
)
def test_the_error_of_a_damaged_folder_names_it_and_what_is_wrong(name, keep, text):
    with_variable()
    if keep is None:
        os.remove(f"m/{name}")
    else:
        os.truncate(f"m/{name}", keep)
    with pytest.raises(ArgumentError) as error:
        saving.load_model_tf("m")
    assert str(error.value).startswith(f'"m" cannot be loaded: {text}')
    assert "\n" not in str(error.value)


def test_variables_are_in_the_folder(tmp_path):
    with_variable()
    os.rename("m/variables", tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", "m/variables")
    with pytest.raises(ArgumentError, match=r'its file "variables/variables\.\S*" is outside the'):
        saving.load_model_tf("m")


def test_the_user_may_allow_variables_elsewhere(tmp_path, monkeypatch):
    with_variable()
    os.rename("m/variables", tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", "m/variables")
    monkeypatch.setenv(graph_safety.ALLOW, "TRUE")
    assert predicted(X) == [[2.0, 6.0], [6.0, 12.0]]


def test_a_folder_may_be_reached_by_a_link():
    with_variable("real")
    os.symlink("real", "m")
    assert predicted(X) == [[2.0, 6.0], [6.0, 12.0]]


def test_a_pipe_in_the_place_of_a_file_does_not_hang():
    with_variable()
    os.remove("m/variables/variables.index")
    os.mkfifo("m/variables/variables.index")
    with pytest.raises(
        ArgumentError, match=r'is damaged: its "variables/variables.index" is not a'
    ):
        saving.load_model_tf("m")


# --- tables -----------------------------------------------------------------------------------


def table(file="secret.txt"):
    index = tf.lookup.TextFileIndex
    content = tf.lookup.TextFileInitializer(
        file, tf.string, index.WHOLE_LINE, tf.int64, index.LINE_NUMBER
    )
    return tf.lookup.StaticHashTable(content, -1)


def with_table(path="m"):
    words = table(tf.saved_model.Asset("secret.txt"))
    save(lambda x: words.lookup(x), WORDS, path, words=words)


def test_tables_are_read_from_assets():
    with_table()
    os.remove("secret.txt")
    assert predicted(["two", "one", "none"]) == [1, 0, -1]


def lookup_model(asset=True):
    def build():
        x = v1.placeholder(tf.string, (None,))
        y = table().lookup(x)
        assets = v1.get_collection("asset_filepaths") if asset else None
        return x, y, {"main_op": v1.tables_initializer(), "assets_collection": assets}

    session_model(build)


def test_tables_of_tensorflow_1_are_read_from_assets():
    lookup_model()
    os.remove("secret.txt")
    assert predicted(["two", "one", "none"]) == [1, 0, -1]


def test_tables_are_not_read_from_other_files():
    lookup_model(asset=False)
    refused("InitializeTableFromTextFileV2")


def test_what_is_served_reads_no_table(tmp_path):
    """Its file would not be the asset, but what the graph has in its place."""
    lookup_model()
    meta_graph, write = edit()
    (_, node), *_ = nodes(meta_graph, "InitializeTableFromTextFileV2")
    served(meta_graph).input.append(f"^{node.name}")
    write()
    refused("InitializeTableFromTextFileV2")


def test_a_variable_between_an_asset_and_its_table_holds_nothing_else():
    """TensorFlow 2 keeps the paths of assets in variables."""
    with_table()
    meta_graph, write = edit()
    assign = next(node for _, node in nodes(meta_graph, "AssignVariableOp"))
    other = meta_graph.graph_def.node.add()
    other.CopyFrom(next(n for n in meta_graph.graph_def.node if n.op == "Const"))
    other.name = "other"
    again = meta_graph.graph_def.node.add()
    again.CopyFrom(assign)
    again.name, again.input[1] = "again", "other"
    write()
    refused("InitializeTableFromTextFileV2")


def test_a_variable_of_the_same_name_is_the_same_variable():
    with_table()
    meta_graph, write = edit()
    handle = next(node for _, node in nodes(meta_graph, "VarHandleOp"))
    twin = meta_graph.graph_def.node.add()
    twin.CopyFrom(handle)
    twin.name = "twin"
    twin.attr["shared_name"].s = handle.attr["shared_name"].s or handle.name.encode()
    write()
    refused("InitializeTableFromTextFileV2")


@pytest.mark.parametrize("name", ["../../secret.txt", "{tmp}/secret.txt", "linked.txt"])
def test_assets_are_in_the_folder(tmp_path, name):
    with_table()
    os.symlink(tmp_path / "secret.txt", "m/assets/linked.txt")
    meta_graph, write = edit()
    meta_graph.asset_file_def[0].filename = name.format(tmp=tmp_path)
    write()
    with pytest.raises(ArgumentError) as error:
        saving.load_model_tf("m")
    assert f'is outside the folder: "{tmp_path / "secret.txt"}"' in str(error.value)


def test_assets_of_tensorflow_1_are_in_the_folder():
    lookup_model()
    meta_graph, write = edit()
    (value,) = meta_graph.collection_def["saved_model_assets"].any_list.value
    asset = meta_graph_pb2.AssetFileDef()
    value.Unpack(asset)
    asset.filename = "../../secret.txt"
    value.Pack(asset)
    write()
    with pytest.raises(ArgumentError, match="is outside the folder"):
        saving.load_model_tf("m")
