"""Probes of the self-test for functions that read and write files or use only TensorFlow.

Each probe takes the function or class and returns whether it works as documented.
"""

from __future__ import annotations

import logging
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import BufferingHandler
from typing import Any

from rkeras_py.keras_private import samples
from rkeras_py.keras_private.probes import path_of

# --- saving -----------------------------------------------------------------------------------


def safe_mode(scope: Any) -> bool:
    import keras

    code = {"class_name": "__lambda__", "config": {"value": "no code"}}
    try:
        with scope(True):
            keras.saving.deserialize_keras_object(code, safe_mode=False)
    except ValueError as problem:
        return "Requested the deserialization of a Python lambda" in str(problem)
    return False


def checked_names(checking: Any) -> bool:
    import keras

    relu = {"module": "keras.ops", "class_name": "function", "config": "relu"}
    relu["registered_name"] = "relu"
    seen: list[Any] = []
    with checking(lambda *found: seen.append(found)):
        keras.saving.deserialize_keras_object(relu)
    keras.saving.deserialize_keras_object(relu)
    return seen == [(keras.ops.relu, "function", "keras.ops.relu")]


def known_as(know_as: Any) -> bool:
    import keras

    class Mine(keras.layers.Flatten):  # type: ignore[misc]
        pass

    know_as(Mine, keras.layers.Flatten)
    written = keras.saving.serialize_keras_object(Mine())
    return (written["module"], written["class_name"]) == ("keras.layers", "Flatten")


def model_of_keras_2(read: Any) -> bool:
    layers = [
        {"class_name": "InputLayer", "config": {"batch_shape": [None, 3], "dtype": "float32"}},
        {"class_name": "Dense", "config": {"units": 2}},
    ]
    config = {"class_name": "Sequential", "config": {"name": "s", "layers": layers}}
    return bool(read(config, {}).output_shape == (None, 2))


def hdf5_model(write: Any) -> bool:
    import h5py  # type: ignore[import-untyped]

    with path_of("m.h5") as path:
        write(samples.trained(), path, include_optimizer=True)
        with h5py.File(path) as file:
            return {"model_weights", "optimizer_weights"} == set(file)


def hdf5_model_read(read: Any) -> bool:
    import h5py

    with path_of("m.h5") as path:
        samples.trained().save(path)
        with h5py.File(path) as file:
            model = read(file, {})
    return model.output_shape == (None, 2) and not model.compiled


def _in_file(test: Any) -> bool:
    """Whether a test passes, given a group of an HDF5 file and the model with these weights."""
    import h5py

    model = samples.functional()
    with path_of("m.h5") as path:
        model.save(path)
        with h5py.File(path) as file:
            return bool(test(file["model_weights"], model))


def hdf5_weights(write: Any) -> bool:
    import h5py

    model = samples.functional()
    with path_of("w.h5") as path, h5py.File(path, "w") as file:
        write(file, model)
        return model.layers[1].name in file


def hdf5_weights_read(read: Any) -> bool:
    def restores(file: Any, model: Any) -> bool:
        kernel, bias = model.get_weights()
        for by_name in (False, True):
            model.set_weights([kernel * 0, bias])
            read(file, model, by_name=by_name, skip_mismatch=by_name)
            if not (model.get_weights()[0] == kernel).all():
                return False
        return True

    return _in_file(restores)


def hdf5_group(group_in: Any) -> bool:
    return _in_file(lambda file, model: "vars" not in group_in(file, model.layers[1].name))


def hdf5_dataset(dataset_in: Any) -> bool:
    def reads(file: Any, model: Any) -> bool:
        group = file[model.layers[1].name]
        (name, _) = group.attrs["weight_names"]
        return bool((dataset_in(group, name)[()] == model.get_weights()[0]).all())

    return _in_file(reads)


# --- data sets --------------------------------------------------------------------------------


def npz(arrays_in: Any) -> bool:
    import numpy

    ragged = numpy.array([[1], [2, 3]], dtype=object)
    with path_of("a.npz") as path:
        numpy.savez(path, x=ragged)
        return bool(arrays_in(path)["x"][1] == [2, 3])


def cifar(batch_of: Any) -> bool:
    import numpy

    with path_of("batch") as path:
        with open(path, "wb") as file:
            pickle.dump({b"data": numpy.zeros((2, 3072), "uint8"), b"fine": [1, 2]}, file)
        images, labels = batch_of(path, "fine")
    return bool(images.shape == (2, 3, 32, 32) and labels == [1, 2])


def fetching(fetching_by: Any) -> bool:
    import keras

    class AskedFor(Exception):
        pass

    def get_file(name: str, origin: str, **options: Any) -> str:
        raise AskedFor(name)

    try:
        with fetching_by(get_file):
            keras.applications.MobileNet((32, 32, 3), alpha=0.25, include_top=False)
    except AskedFor as asked:
        return "mobilenet" in str(asked)
    return False


# --- TensorFlow -------------------------------------------------------------------------------


@contextmanager
def _saved_model() -> Iterator[str]:
    with path_of("m") as path:
        samples.functional().export(path, verbose=False)
        yield path


def assets(assets_of: Any) -> bool:
    from tensorflow.core.protobuf import meta_graph_pb2

    graph = meta_graph_pb2.MetaGraphDef()
    file = graph.asset_file_def.add()
    file.filename, file.tensor_info.name = "words", "t:0"
    return bool(assets_of("m", graph) == {"t:0": b"m/assets/words"})


def graph_loader(loader: Any) -> bool:
    class Loader(loader()):  # type: ignore[misc]
        def restore_variables(self, wrapped: Any, restore: Any) -> None:
            called.append("variables")
            super().restore_variables(wrapped, restore)

        def signatures_of(self, wrapped: Any, meta_graph: Any) -> Any:
            called.append("signatures")
            return super().signatures_of(wrapped, meta_graph)

    called: list[str] = []
    with _saved_model() as path:
        reader = Loader(path)
        loaded = reader.load(["serve"])
    found = "serving_default" in loaded.signatures and len(reader.graphs_of()) == 1
    return found and called == ["variables", "signatures"]


def python_functions(functions: Any) -> bool:
    import tensorflow as tf

    with tf.Graph().as_default():
        before = functions()
        tf.numpy_function(len, [tf.constant([1])], tf.int64)
        return before is None and len(functions()) == 1


def operations(operations_in: Any) -> bool:
    import tensorflow as tf

    dataset = tf.data.Dataset.range(1).map(tf.math.sign).batch(1)
    return "Sign" in operations_in(dataset) and "PyFunc" not in operations_in(dataset)


def deprecations(silence_deprecations: Any) -> bool:
    from tensorflow.python.util import deprecation

    before = deprecation._PRINT_DEPRECATION_WARNINGS
    deprecation._PRINT_DEPRECATION_WARNINGS = True
    logger = logging.getLogger("tensorflow")
    handler = BufferingHandler(capacity=10)
    logger.addHandler(handler)
    try:
        silence_deprecations()
        deprecation.deprecated(None, "nothing")(len)([])
        return not handler.buffer
    finally:
        logger.removeHandler(handler)
        deprecation._PRINT_DEPRECATION_WARNINGS = before


def generators(generators_of: Any) -> bool:
    import tensorflow as tf

    def numbers() -> Iterator[int]:
        yield 1

    with tf.Graph().as_default() as graph:
        tf.data.Dataset.from_generator(numbers, output_signature=tf.TensorSpec((), tf.int32))
        functions = graph._py_funcs_used_in_graph
        return any(numbers in generators_of(function) for function in functions)


def _column() -> Any:
    import tensorflow as tf

    return tf.feature_column.numeric_column("age")


def dense_column(is_dense: Any) -> bool:
    return is_dense(_column()) and not is_dense("age")


def column_cache(cache: Any) -> bool:
    import tensorflow as tf

    value = _column().get_dense_tensor(cache({"age": tf.constant([[7.0]])}), None)
    return bool(value.numpy().tolist() == [[7.0]])


def column_configs(configs_of: Any) -> bool:
    (config,) = configs_of([_column()])
    return (config["class_name"], config["config"]["key"]) == ("NumericColumn", "age")


def columns_of_configs(columns_from: Any) -> bool:
    config = {"key": "age", "shape": (1,), "default_value": None, "dtype": "float32"}
    written = {"class_name": "NumericColumn", "config": {**config, "normalizer_fn": None}}
    return bool(columns_from([written]) == [_column()])


def dispatchers(dispatch_unknown: Any) -> bool:
    import tensorflow as tf

    unknown = object()

    def handle(function: Any, args: Any, kwargs: Any) -> Any:
        asked = any(part is unknown for part in [*args, *kwargs.values()])
        return function if asked else NotImplemented

    dispatch_unknown(handle)
    return tf.math.square(unknown) is tf.math.square
