"""How the self-test calls the functions and classes of this package that need more than a line.

Each probe takes the function or the class and gives whether it does what it says.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.keras_private import samples


@contextmanager
def _path(name: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield os.path.join(folder, name)


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

    with _path("m.h5") as path:
        write(samples.trained(), path, include_optimizer=True)
        with h5py.File(path) as file:
            return {"model_weights", "optimizer_weights"} == set(file)


def hdf5_model_read(read: Any) -> bool:
    import h5py

    with _path("m.h5") as path:
        samples.trained().save(path)
        with h5py.File(path) as file:
            model = read(file, {})
    return model.output_shape == (None, 2) and not model.compiled


def _in_file(test: Any) -> bool:
    """Whether a test of a group of an HDF5 file is passed, and of the model with these weights."""
    import h5py

    model = samples.functional()
    with _path("m.h5") as path:
        model.save(path)
        with h5py.File(path) as file:
            return bool(test(file["model_weights"], model))


def hdf5_weights(write: Any) -> bool:
    import h5py

    model = samples.functional()
    with _path("w.h5") as path, h5py.File(path, "w") as file:
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


# --- layers -----------------------------------------------------------------------------------


def parts(parts_of: Any) -> bool:
    model, *rest = parts_of(samples.sequential())
    names = {type(part).__name__ for part in rest}
    return type(model).__name__ == "Sequential" and "Dense" in names


def mask(mask_of: Any) -> bool:
    import keras

    whole = keras.Input((3,), dtype="int32")
    embedded = keras.layers.Embedding(4, 2, mask_zero=True)(whole)
    return mask_of(whole) is None and mask_of(embedded).shape == (None, 3)


def lambda_shape(shape_of: Any) -> bool:
    import keras

    return bool(shape_of(keras.layers.Lambda(lambda x: x, output_shape=(3,))) == (3,))


def any_inputs(take: Any) -> bool:
    import keras

    layer = keras.layers.Lambda(lambda text: len(text))
    take(layer)
    return bool(layer("text") == 4)


# --- optimizers -------------------------------------------------------------------------------


def rate(set_rate: Any) -> bool:
    import keras

    optimizer = keras.optimizers.SGD(0.5)
    before = len(optimizer.variables)
    set_rate(optimizer, keras.Variable(0.25))
    return float(optimizer.learning_rate) == 0.25 and len(optimizer.variables) == before


def momentum_product(product_of: Any) -> bool:
    import keras

    optimizer = keras.optimizers.Nadam()
    optimizer.build([keras.Variable([1.0])])
    return float(product_of(optimizer)) == 1.0


def _step(optimizer: Any, gradient: float) -> float:
    """Where a weight of 0 is after one step."""
    import keras

    weight = keras.Variable(0.0)
    optimizer.apply([keras.ops.convert_to_tensor(gradient)], [weight])
    return float(weight)


def clips(cls: Any) -> bool:
    import keras

    class Halves(cls, keras.optimizers.SGD):  # type: ignore[misc]
        def clipped(self, gradients: list[Any]) -> list[Any]:
            return [gradient / 2 for gradient in gradients]

    return _step(Halves(1.0, clipnorm=1.0), 8.0) == -0.5


def nadam(cls: Any) -> bool:
    class Steady(cls):  # type: ignore[misc]
        def momentum_of(self, step: Any) -> Any:
            return 0.5

        def update_step(self, gradient: Any, variable: Any, learning_rate: Any) -> None:
            self.state = self.state_of(variable)

    optimizer = Steady()
    _step(optimizer, 1.0)
    return float(optimizer._u_product) == 0.5 and [v.shape for v in optimizer.state] == [(), ()]


# --- callbacks --------------------------------------------------------------------------------


def _fit(callback: Any, model: Any = None, **options: Any) -> Any:
    import numpy

    model = model or samples.trained()
    x, y = numpy.ones((4, 3), "float32"), numpy.ones((4, 2), "float32")
    return model.fit(x, y, callbacks=[callback], verbose=0, **options)


def initial_epoch(start_at: Any) -> bool:
    import keras

    class Later(keras.callbacks.Callback):  # type: ignore[misc]
        def on_train_begin(self, logs: Any = None) -> None:
            start_at(self.model, 2)

    return bool(_fit(Later(), epochs=3).epoch == [2])


def callback_list(cls: Any) -> bool:
    import threading

    import keras

    class Notes(keras.callbacks.Callback):  # type: ignore[misc]
        def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
            threads.append(threading.get_ident())

    threads: list[int] = []
    cls([Notes()], model=samples.trained()).on_train_batch_end(0, {})
    return threads == [threading.get_ident()]


def watching(cls: Any) -> bool:
    import keras

    class Stops(cls, keras.callbacks.EarlyStopping):  # type: ignore[misc]
        def watch_unknown(self) -> None:
            asked.append(self.monitor)
            self.monitor_op = keras.ops.less

    asked: list[str] = []
    _fit(Stops(monitor="a measure that nobody knows"))
    _fit(Stops(monitor="loss"))
    return asked == ["a measure that nobody knows"]


def checkpoint(cls: Any) -> bool:
    class Notes(cls):  # type: ignore[misc]
        def write(self, path: str) -> None:
            paths.append(path)

    paths: list[str] = []
    _fit(Notes("{epoch}.keras"), epochs=2)
    return paths == ["1.keras", "2.keras"]


def backup(cls: Any) -> bool:
    class Notes(cls):  # type: ignore[misc]
        def back_up(self, epoch: int, batch: int) -> None:
            places.append((epoch, batch))

    places: list[tuple[int, int]] = []
    with _path("backup") as path:
        _fit(Notes(path), epochs=2)
    return places == [(1, 0), (2, 0)]


class _Summary:
    """``tf.summary`` without what needs the package tensorboard."""

    def __getattr__(self, name: str) -> Any:
        import tensorflow as tf

        return getattr(tf.summary, name)

    def scalar(self, *args: Any, **options: Any) -> None:
        pass


def tensorboard(cls: Any) -> bool:
    class Notes(cls):  # type: ignore[misc]
        def describe_embeddings(self) -> None:
            asked.append("describe")

        def save_embeddings(self, epoch: int) -> None:
            asked.append(epoch)

        summary = _Summary()

    asked: list[Any] = []
    with _path("logs") as path:
        _fit(
            Notes(path, embeddings_freq=1, embeddings_metadata="m", update_freq=1, histogram_freq=0)
        )
    return asked == ["describe", 0]


# --- data sets --------------------------------------------------------------------------------


def npz(arrays_in: Any) -> bool:
    import numpy

    ragged = numpy.array([[1], [2, 3]], dtype=object)
    with _path("a.npz") as path:
        numpy.savez(path, x=ragged)
        return bool(arrays_in(path)["x"][1] == [2, 3])


def cifar(batch_of: Any) -> bool:
    import numpy

    with _path("batch") as path:
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
    with _path("m") as path:
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
