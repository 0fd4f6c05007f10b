"""How Keras trains: batches of data, steps, and their results."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from rkeras_py.keras_private import samples, uses_private

# --- data as batches -------------------------------------------------------------------------


def _adapts(array_adapter: Callable[..., Any]) -> bool:
    adapter = array_adapter(*samples.data(), batch_size=3)
    sizes = [len(x) for x, _ in adapter.get_tf_dataset()]
    return adapter.num_batches == 2 and sizes == [3, 1]


@uses_private(_adapts)
def array_adapter(x: Any, y: Any, sample_weight: Any = None, **options: Any) -> Any:
    """The object that makes batches of arrays, with ``num_batches`` and ``get_tf_dataset()``.

    Keras 3.0 to 3.16: ``ArrayDataAdapter`` of ``keras.src.trainers.data_adapters``.
    """
    from keras.src.trainers.data_adapters.array_data_adapter import ArrayDataAdapter

    return ArrayDataAdapter(x, y, sample_weight, **options)


class Batched(NamedTuple):
    """The arrays and batch sizes of an array adapter."""

    arrays: Any  # nested tuples and lists
    samples: int
    batch_size: int
    last: int  # samples in the last batch, 0 if all batches are full


def _has_parts(batched: Callable[[Any], Batched]) -> bool:
    parts = batched(array_adapter(*samples.data(), batch_size=3))
    return parts[1:] == (4, 3, 1) and parts.arrays[0].shape == (4, 3)


@uses_private(_has_parts)
def batched(adapter: Any) -> Batched:
    """The arrays and batch sizes of an array adapter.

    Keras 3.0 to 3.16: ``_inputs``, ``_num_samples``, ``_batch_size`` and ``_partial_batch_size`` of
    ``ArrayDataAdapter``.
    """
    return Batched(
        adapter._inputs, adapter._num_samples, adapter._batch_size, adapter._partial_batch_size
    )


@uses_private(lambda f: f((samples.data()[0],))[0][1:3].shape == (2, 3))
def for_slices(arrays: Any) -> Any:
    """Arrays in a form that TensorFlow datasets can slice.

    Keras 3.2 to 3.16: ``convert_to_sliceable()`` of ``keras.src.trainers.data_adapters``.
    """
    from keras.src.trainers.data_adapters import array_slicing

    return array_slicing.convert_to_sliceable(arrays, target_backend="tensorflow")


@uses_private(lambda f: [len(part[0]) for part in f(samples.data(), 0.25)] == [3, 1])
def split_for_validation(data: Any, fraction: float) -> tuple[Any, Any]:
    """Training samples, and validation samples from the end of the data, split as in Keras.

    Keras 3.0 to 3.16: ``train_validation_split()`` of ``keras.src.trainers.data_adapters``.
    """
    from keras.src.trainers.data_adapters import array_slicing

    kept, held_out = array_slicing.train_validation_split(data, validation_split=fraction)
    return kept, held_out


def _reads_on(dataset_of_batches: Callable[..., Any]) -> bool:
    import itertools

    batches = ((samples.data()[0][i : i + 1],) for i in range(4))
    dataset, first = dataset_of_batches(batches)
    rest = [float(x[0, 0]) for (x,) in itertools.islice(dataset, 2)]
    return len(first) == 2 and rest == [float(samples.data()[0][i, 0]) for i in (2, 3)]


@uses_private(_reads_on)
def dataset_of_batches(batches: Iterable[Any]) -> tuple[Any, list[Any]]:
    """Batches as a TensorFlow dataset, and the batches that Keras inspected, which it omits.

    Keras 3.0 to 3.16: ``GeneratorDataAdapter`` of ``keras.src.trainers.data_adapters``, with the
    list ``_first_batches``, with which its datasets start at each iteration.
    """
    from keras.src.trainers.data_adapters.generator_data_adapter import GeneratorDataAdapter

    adapter = GeneratorDataAdapter(batches)
    dataset = adapter.get_tf_dataset()
    first = list(adapter._first_batches)
    adapter._first_batches.clear()
    return dataset, first


# --- the steps -------------------------------------------------------------------------------


@uses_private(lambda f: f(samples.trained(), lambda data: data[1])(("a", "b")) == "b")
def step_with_missing_parts(model: Any, step: Callable[..., Any]) -> Callable[..., Any]:
    """A step of a model that accepts batches in which some parts are ``None``.

    Keras 3.12 to 3.16 with TensorFlow: the method ``_autoconvert_optionals()``.
    """
    wrapped: Callable[..., Any] = model._autoconvert_optionals(step)
    return wrapped


@uses_private(lambda f: f(samples.functional()) is None)
def strategy_of(model: Any) -> Any:
    """The strategy in whose scope a model was created; ``None`` without one.

    Keras 3.0 to 3.16 with TensorFlow: ``_distribute_strategy``; the property without the underscore
    returns TensorFlow's default instead of ``None``.
    """
    return model._distribute_strategy


def _builds(built_by_shapes: Callable[[Any], Any]) -> bool:
    import tensorflow as tf

    with tf.distribute.MirroredStrategy(["CPU:0"]).scope():
        model = samples.functional()
        model.compile("sgd", "mse")
    read = []

    def batches() -> Iterator[Any]:
        while True:
            read.append(1)
            yield samples.data()

    shapes = tuple(tf.TensorSpec((4, n)) for n in (3, 2))
    stream = tf.data.Dataset.from_generator(batches, output_signature=shapes)
    options = tf.data.Options()
    options.autotune.enabled = False
    with built_by_shapes(model):
        model.fit(stream.take(2).with_options(options), verbose=0)
    return len(read) == 2


@uses_private(_builds)
@contextmanager
def built_by_shapes(model: Any) -> Iterator[None]:
    """A context in which a model of a strategy is built by what data say of their shapes.

    Keras reads a batch for that and drops it, which a generator does not give again.

    Keras 3.5 to 3.16 with TensorFlow: ``_maybe_symbolic_build()``, replaced in the object;
    ``_symbolic_build()``; ``data_adapter`` of the iterator.
    """
    model._maybe_symbolic_build  # noqa: B018  # raises where it is gone
    keras_way = model._maybe_symbolic_build

    def build(iterator: Any = None, data_batch: Any = None) -> None:
        import keras
        import tensorflow as tf

        if iterator is None:
            keras_way(data_batch=data_batch)
            return
        shapes = iterator.data_adapter.get_tf_dataset().element_spec
        if not all(isinstance(part, tf.TensorSpec) for part in keras.tree.flatten(shapes)):
            keras_way(iterator=iterator)
            return
        with model._distribute_strategy.scope():
            model._symbolic_build(data_batch=shapes)

    vars(model)["_maybe_symbolic_build"] = build
    try:
        yield
    finally:
        del vars(model)["_maybe_symbolic_build"]


def _own_result(with_own_logs: Callable[..., Any]) -> bool:
    import keras

    class Model(keras.Model):  # type: ignore[misc]
        pass

    for name, method in with_own_logs(keras.Model, lambda model: True).items():
        setattr(Model, name, method)
    inputs = keras.Input((3,))
    model = Model(inputs, keras.layers.Dense(2)(inputs))
    model.compile("sgd", "mse")
    model.train_step = lambda data: {"own": keras.ops.sum(data[0])}
    return bool(model.fit(*samples.data(), verbose=0).history["own"] == [12.0])


@uses_private(_own_result)
def with_own_logs(parent: Any, is_own: Callable[[Any], bool]) -> dict[str, Callable[..., Any]]:
    """The method of a subclass that adds the results of its steps to the history.

    Keras 3.3 to 3.16: the method ``_get_metrics_result_or_logs()``, which ``fit()`` calls.

    Args:
        parent: A class of models.
        is_own: Whether the steps of this model compute their own metrics.
    """
    keras_way = parent._get_metrics_result_or_logs

    def result_or_logs(self: Any, logs: Any) -> Any:
        return logs if is_own(self) else keras_way(self, logs)

    return {"_get_metrics_result_or_logs": result_or_logs}
