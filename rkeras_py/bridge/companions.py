"""Functions for the companions of reticulate and tensorflow, and objects of the real reticulate."""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import sys
from pathlib import Path
from typing import Any

from rkeras_py import files
from rkeras_py.bridge import r_objects, rapi, to_python
from rkeras_py.bridge.gate import internal
from rkeras_py.bridge.importing import on_path
from rkeras_py.bridge.python_values import for_r
from rkeras_py.bridge.rapi import SEXP, ProtectionScope
from rkeras_py.compat.backends import without_tensorflow
from rkeras_py.compat.names.classes import FORMER_NAMES
from rkeras_py.compat.names.modules import KerasModule, LazyModule, TensorflowModule
from rkeras_py.convert import backends

# --- modules -------------------------------------------------------------------------------


@internal(".keras_module", waits=True)
def keras_module(path: str = "", convert: bool = True) -> Any:
    module = KerasModule()
    for part in path.split("."):
        module = getattr(module, part) if part else module
    return for_r(module, convert)


@internal(".tensorflow_module", waits=True)
def tensorflow_module() -> Any:
    if backends.is_missing("tensorflow"):
        raise without_tensorflow("tf$...", "it is TensorFlow itself")
    return TensorflowModule()


@internal(".import_module", waits=True)
def import_module(name: str, convert: bool, lazy: bool) -> Any:
    """A module by name, which may be a module name of Keras 2."""
    first, _, rest = name.partition(".")
    if first in ("keras", "tensorflow"):
        module: Any = KerasModule() if first == "keras" else TensorflowModule()
        for part in rest.split(".") if rest else []:
            module = getattr(module, part)
    elif lazy:
        module = LazyModule(name)
    else:
        module = _import(name)
    return for_r(module, convert)


def _import(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as problem:
        if problem.name != name.partition(".")[0]:
            raise
        raise ModuleNotFoundError(
            f"No module named '{problem.name}' in this Python ({sys.executable}). Install the "
            f"package that has it, such as: `{sys.executable} -m pip install {problem.name}`.",
            name=problem.name,
        ) from None


@internal(".import_from_path", waits=True)
def import_from_path(name: str, path: str, convert: bool) -> Any:
    folder = str(Path(path).expanduser().resolve())
    with on_path(folder):
        importlib.invalidate_caches()
        return for_r(_import(name), convert)


@internal(".submodule_available", waits=True)
@internal(".module_available")
def module_available(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ModuleNotFoundError, ValueError):
        return name in sys.modules


# --- TensorFlow ----------------------------------------------------------------------------


@internal(".gpus", waits=True)
def gpus() -> int:
    import tensorflow as tf

    return len(tf.config.list_physical_devices("GPU"))


@internal(".write_graph", waits=True)
def write_graph(path: str, log_dir: str) -> None:
    """Write the graph of a saved model for TensorBoard."""
    import time

    import tensorflow as tf
    from tensorflow.core.protobuf.saved_model_pb2 import SavedModel

    saved = SavedModel.FromString(Path(path).read_bytes())
    graph = saved.meta_graphs[0].graph_def.SerializeToString()
    now = time.time()
    Path(log_dir).mkdir(parents=True, exist_ok=True)
    events = [
        tf.compat.v1.Event(wall_time=now, file_version="brain.Event:2"),
        tf.compat.v1.Event(wall_time=now, graph_def=graph),
    ]
    with tf.io.TFRecordWriter(str(Path(log_dir, f"events.out.tfevents.{int(now)}"))) as file:
        for event in events:
            file.write(event.SerializeToString())


@internal(".export_session", waits=True)
def export_session(session: Any, folder: str, inputs: Any, outputs: Any, as_text: bool) -> None:
    """Save the computation of a TensorFlow 1 session in the format of TensorFlow Serving."""
    import tensorflow as tf

    from rkeras_py.compat.files.saved_models import PARTS

    saved_model = tf.compat.v1.saved_model
    with session.graph.as_default():
        ends = [
            {name: saved_model.build_tensor_info(tensor) for name, tensor in part.items()}
            for part in (inputs, outputs)
        ]
        signature = saved_model.build_signature_def(*ends, saved_model.PREDICT_METHOD_NAME)
        with files.replacing_folder(folder, PARTS, "export_dir_base") as written:
            builder = saved_model.Builder(written)
            builder.add_meta_graph_and_variables(
                session,
                [saved_model.tag_constants.SERVING],
                signature_def_map={saved_model.DEFAULT_SERVING_SIGNATURE_DEF_KEY: signature},
            )
            builder.save(as_text=as_text)


# --- reticulate's own objects --------------------------------------------------------------


@to_python.of_classes("python.builtin.object")
def of_reticulate(x: SEXP, arrays: bool) -> Any:
    """The Python object behind an object of reticulate, which uses the same interpreter."""
    with ProtectionScope() as scope:
        call = scope.protect(rapi.make_call(r_objects.find("reticulate_id"), [x]))
        text = rapi.string(rapi.lib.STRING_ELT(scope.protect(rapi.evaluate(call)), 0))
    # reticulate's py_id() is Python's id(), the address of the object
    return ctypes.cast(int(text or ""), ctypes.py_object).value


@internal(".former_names")
def former_names() -> dict[str, Any]:
    """Additional S3 classes as in Keras 2 and R's tensorflow, by today's class."""
    return {name: list(former) for name, former in FORMER_NAMES.items() if name != "numpy.ndarray"}


_lent: list[Any] = []


@internal(".lend")
def lend(value: Any) -> None:
    """Store a value for reticulate to fetch."""
    _lent.append(value)


def fetch() -> Any:
    """For reticulate: the value stored last."""
    return _lent.pop()
