"""Inspects untrusted graphs before TensorFlow loads them.

TensorFlow runs a graph's initializers when it loads it, and its operations can read and write
files, use the network and run Python. Operations that only compute are listed in
``graph_operations.txt``; a few more are allowed where a SavedModel needs them: to restore its
variables, and to read tables from its own assets. All others are refused.
"""

from __future__ import annotations

import functools
import glob
import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from rkeras_py.compat.environment import variable
from rkeras_py.compat.files.graph_flow import Graph, full_name
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.keras_private.tensorflow import assets_of

#: The environment variable with which a user allows all operations.
ALLOW = "RKERAS_ALLOW_UNSAFE_GRAPHS"

#: What harmful operations could do, and the prefixes of their names.
_COULD = {
    "write files": (
        "Write", "Save", "MergeV2", "DistributedSave", "Dump", "CalibrationStatisticsSaver",
        "CreateSummary", "SummaryWriter", "ImportEvent", "DatasetToTFRecord", "PrintV2", "Debug",
        "ExperimentalDatasetToTFRecord", "Copy", "Snapshot",
    ),
    "read files": (
        "ReadFile", "MatchingFiles", "WholeFile", "FixedLength", "TextLine", "TFRecord", "LMDB",
        "CSV", "SqlDataset", "ExperimentalCSV", "ExperimentalLMDB", "ExperimentalMatching",
        "ExperimentalSql", "Load", "Restore", "DTensorRestore", "InitializeTableFromTextFile",
        "CacheDataset", "ListSnapshot", "ImmutableConst", "GenerateVocabRemapping", "Skipgram",
        "RecordInput", "Reader", "FixedUnigram", "DecodeProto", "EncodeProto",
    ),
    "use the network": (
        "Rpc", "DataService", "RegisterDataset", "Send", "Recv", "_Send", "_Recv", "Collective",
        "Nccl", "RemoteCall",
    ),
    "run other code": (
        "PyFunc", "EagerPyFunc", "XlaCustomCall", "XlaCallModule", "XlaLaunch", "Mlir",
        "DatasetFromGraph",
    ),
    "end the process": ("Abort",),
}  # fmt: skip
#: Signatures that are not used for prediction.
_INIT, _TRAIN = "__saved_model_init_op", "__saved_model_train_op"
RESERVED = (_INIT, _TRAIN)
#: Collections whose operations run when a graph is loaded.
_INITIALIZERS = ("saved_model_main_op", "legacy_init_op", "table_initializer")
_SAVES = ("SaveV2", "MergeV2Checkpoints", "Save", "SaveSlices")
_RESTORES = ("RestoreV2", "Restore", "RestoreSlice")
_TABLES = ("InitializeTableFromTextFileV2", "InitializeTableFromTextFile")
#: Operations that depend on an argument: its name, and the harmless values.
_BY_ARGUMENT = {
    "PrintV2": ("output_stream", r"(stdout|stderr|log\((info|warning|error)\))?"),
    "FixedUnigramCandidateSampler": ("vocab_file", ""),
    "DecodeProtoV2": ("descriptor_source", r"(local://|bytes://[\s\S]*)?"),
    "EncodeProto": ("descriptor_source", r"(local://|bytes://[\s\S]*)?"),
}
_NAMED = 5  # maximum number of operations in the error


def check_files(path: str) -> None:
    """Check that the files of a SavedModel are in its folder, unless the user allows others.

    Raises:
        ArgumentError: a file is not.
    """
    folder = glob.escape(path)
    for pattern in ("saved_model.*", os.path.join("variables", "*")):
        _check_inside(path, glob.glob(os.path.join(folder, pattern)))


def check_graphs(path: str, graphs: Iterable[Any]) -> None:
    """Inspect the graphs of a SavedModel, unless the user allows all operations.

    Raises:
        ArgumentError: there are operations that could do more than compute, or assets outside the
            folder.
        ValueError: a graph is damaged.
    """
    if _allowed():
        return
    found: list[str] = []
    for graph in graphs:
        _check_inside(path, _assets(path, graph).values())
        found += _unsafe(path, graph)
    if found:
        raise ArgumentError(_refusal(path, list(dict.fromkeys(found))))


def _allowed() -> bool:
    return variable(ALLOW).upper() in ("TRUE", "1")


def _check_inside(path: str, files: Iterable[str]) -> None:
    if _allowed():
        return
    inside = os.path.join(os.path.realpath(path), "")
    for file in files:
        real = os.path.realpath(file)
        name = os.path.relpath(file, path)
        if not real.startswith(inside):
            raise ArgumentError(
                f'the SavedModel "{path}" is not loaded: its file "{name}" is outside the '
                f'folder: "{real}". {_how_to_allow()}'
            )
        if os.path.exists(real) and not os.path.isfile(real):
            raise ArgumentError(f'the SavedModel "{path}" is damaged: its "{name}" is not a file.')


def _how_to_allow() -> str:
    return (
        f'If you trust its authors, allow this with Sys.setenv({ALLOW} = "TRUE") in R or '
        f'os.environ["{ALLOW}"] = "TRUE" in Python, and load it again.'
    )


def _refusal(path: str, found: list[str]) -> str:
    listed = "; ".join(found[:_NAMED])
    more = f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return (
        f'the SavedModel "{path}" is not loaded: its graph has operations that could do more '
        f"than compute: {listed}{more}. {_how_to_allow()}"
    )


def _unsafe(path: str, meta_graph: Any) -> Iterator[str]:
    """Descriptions of the operations of a graph that are not harmless.

    Raises:
        ValueError: the graph is damaged.
    """
    graph = Graph(meta_graph.graph_def)
    needed = _needed(path, meta_graph, graph)
    for function, node in graph.nodes():
        if node.op in _harmless() or graph.is_function(node.op):
            continue
        if node.op in _BY_ARGUMENT and _is_harmless_by_argument(node):
            continue
        accepted = needed.get(node.op)
        if accepted and not graph.is_replaceable(function) and accepted(function, node):
            continue
        place = f' in the function "{function}"' if function else ""
        yield f"{node.op}{place}, which {_effect(node.op)}"


@functools.cache
def _harmless() -> frozenset[str]:
    text = Path(__file__).with_name("graph_operations.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(" ".join(lines).split())


def _effect(operation: str) -> str:
    could = [effect for effect, names in _COULD.items() if operation.startswith(names)]
    return f"could {could[0]}" if could else "is not known to be harmless"


def _is_harmless_by_argument(node: Any) -> bool:
    name, values = _BY_ARGUMENT[node.op]
    if name not in node.attr:
        return True  # the default
    value = node.attr[name]
    # functions may get an argument from their callers
    text = value.s.decode(errors="replace") if value.WhichOneof("value") == "s" else None
    return text is not None and re.fullmatch(values, text) is not None


def _needed(path: str, meta_graph: Any, graph: Graph) -> dict[str, Callable[[str, Any], bool]]:
    """Other operations that a SavedModel needs: by name, when a node is allowed."""
    saver = full_name(meta_graph.saver_def.filename_tensor_name)
    assets = {full_name(name) for name in _assets(path, meta_graph)}
    served = graph.reached(_served(meta_graph), graph.gradients)
    initial = graph.reached(_initial(meta_graph))
    restored = graph.reached([meta_graph.saver_def.restore_op_name])

    def never_runs(function: str, node: Any) -> bool:
        return not any(part.holds(function, node.name) for part in (served, initial, restored))

    def restores_variables(function: str, node: Any) -> bool:
        if never_runs(function, node):
            return True
        elsewhere = any(part.holds(function, node.name) for part in (served, initial))
        return not elsewhere and graph.origins(function, node.input[0]) == {saver}

    def reads_asset(function: str, node: Any) -> bool:
        if never_runs(function, node):
            return True
        elsewhere = any(part.holds(function, node.name) for part in (served, restored))
        origins = graph.origins(function, node.input[1])
        return not elsewhere and bool(origins) and origins <= assets

    return {
        **dict.fromkeys(_SAVES, never_runs),
        **dict.fromkeys(_RESTORES, restores_variables),
        **dict.fromkeys(_TABLES, reads_asset),
    }


def _assets(path: str, meta_graph: Any) -> dict[str, str]:
    """Paths of the files of a graph, by the names of their tensors."""
    return {name: os.fsdecode(file) for name, file in assets_of(path, meta_graph).items()}


def _served(meta_graph: Any) -> Iterator[str]:
    """The output tensors of the signatures."""
    for name, signature in meta_graph.signature_def.items():
        if name != _INIT:
            for tensor in signature.outputs.values():
                yield from _names(tensor)


def _initial(meta_graph: Any) -> Iterator[str]:
    """The tensors and operations that run when the graph is loaded."""
    from tensorflow.core.framework import variable_pb2

    for name, signature in meta_graph.signature_def.items():
        if name == _INIT:
            for tensor in signature.outputs.values():
                yield from _names(tensor)
    for name, collection in meta_graph.collection_def.items():
        if name in _INITIALIZERS:
            yield from collection.node_list.value
        elif name == "local_variables":
            for serialized in collection.bytes_list.value:
                yield variable_pb2.VariableDef.FromString(serialized).initializer_name


def _names(tensor: Any) -> Iterator[str]:
    sparse = tensor.coo_sparse
    yield from (tensor.name, sparse.values_tensor_name, sparse.indices_tensor_name)
    yield sparse.dense_shape_tensor_name
    for component in tensor.composite_tensor.components:
        yield from _names(component)
