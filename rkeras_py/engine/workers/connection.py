"""The connection of the workers: TensorFlow's cluster, for its collective operations."""

from __future__ import annotations

from typing import Any

from rkeras_py.engine.workers import group

_strategy: Any = None  # it keeps the connection, and looks whether the others are alive


def connect(rank: int, size: int, seed: int) -> None:
    """Connect to the other workers, whose addresses ``TF_CONFIG`` has; TensorFlow is new here.

    Args:
        rank: The number of this worker, from 0.
        size: How many there are.
        seed: That of all workers: what is random at first is the same in all of them.
    """
    global _strategy
    import keras
    import tensorflow as tf

    _strategy = tf.distribute.MultiWorkerMirroredStrategy()
    keras.utils.set_random_seed(seed)
    group.join(group.Worker(rank, size))
