"""Probes of the self-test that need more than one line.

Each probe takes the function or class and returns whether it works as documented.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.keras_private import samples


@contextmanager
def path_of(name: str) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield os.path.join(folder, name)


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


def weights(track: Any) -> bool:
    import keras

    model, variable = samples.functional(), keras.Variable(1.0)
    dense = model.layers[1]
    track(dense, variable)
    return len(dense.weights) == 3 and dense.weights[2] is variable


def weights_again(untrack: Any) -> bool:
    dense = samples.functional().layers[1]
    untrack(dense, dense.bias)
    return len(dense.weights) == 1 and dense.weights[0] is dense.kernel


# --- optimizers -------------------------------------------------------------------------------


def rate(set_rate: Any) -> bool:
    import keras

    optimizer = keras.optimizers.SGD(0.5)
    before = len(optimizer.variables)
    set_rate(optimizer, keras.Variable(0.25))
    return float(optimizer.learning_rate) == 0.25 and len(optimizer.variables) == before


def changed_rate(change_rate: Any) -> bool:
    import keras

    optimizer, weight = keras.optimizers.SGD(0.5), keras.Variable([1.0])
    change_rate(optimizer, lambda rate: rate / 2)
    optimizer.apply([keras.ops.ones(1)], [weight])
    return bool(keras.ops.convert_to_numpy(weight)[0] == 0.75)


def momentum_product(product_of: Any) -> bool:
    import keras

    optimizer = keras.optimizers.Nadam()
    optimizer.build([keras.Variable([1.0])])
    return float(product_of(optimizer)) == 1.0


def _step(optimizer: Any, gradient: float) -> float:
    """The value of a weight of 0 after one step."""
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
    _fit(Stops(monitor="an unknown metric"))
    _fit(Stops(monitor="loss"))
    return asked == ["an unknown metric"]


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
    with path_of("backup") as path:
        _fit(Notes(path), epochs=2)
    return places == [(1, 0), (2, 0)]


class _Summary:
    """A replacement for ``tf.summary`` that does not need the package tensorboard."""

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
    with path_of("logs") as path:
        _fit(
            Notes(path, embeddings_freq=1, embeddings_metadata="m", update_freq=1, histogram_freq=0)
        )
    return asked == ["describe", 0]
