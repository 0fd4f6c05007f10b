"""Random seeds for reproducible runs."""

from __future__ import annotations

from rkeras_py.convert import backends
from rkeras_py.convert.scalars import Count
from rkeras_py.engine import host
from rkeras_py.registry.define import export


@export(invisible=True)
def set_random_seed(seed: Count, disable_gpu: bool = True) -> None:
    """Set the random seed of R, Python, NumPy and the backend.

    The same model then gets the same initial weights, to the last bit, whether it is created from R
    or from Python, and on a CPU ``fit()`` gives the same history. Keras's own ``model.fit()``
    starts with the same weights, too, but shuffles arrays in another order from the second epoch
    on.

    Args:
        seed: The seed: a whole number from 0.
        disable_gpu: Whether to disable GPUs, whose results vary between runs.

    Example:
        set_random_seed(42)
    """
    import keras

    keras.utils.set_random_seed(seed)
    host.current().seed(seed)
    if disable_gpu:
        _without_gpu()


def _without_gpu() -> None:
    if backends.on_tensorflow():
        import tensorflow as tf

        if tf.config.list_physical_devices("GPU"):
            tf.config.set_visible_devices([], "GPU")
    elif backends.current() == "jax":
        import jax

        if jax.default_backend() != "cpu":
            jax.config.update("jax_default_device", jax.devices("cpu")[0])
    else:
        import torch

        if torch.cuda.is_available():  # the model is on the GPU by now: what it computes repeats
            torch.use_deterministic_algorithms(True)


def _without_parallel_cpu() -> bool:
    """Have operations run one after the other; whether that could still be had."""
    if backends.current() == "jax":
        return False  # what it computes on a CPU repeats as it is
    if backends.current() == "torch":
        import torch

        torch.set_num_threads(1)
        return True
    import tensorflow as tf

    try:
        tf.config.threading.set_inter_op_parallelism_threads(1)
        tf.config.threading.set_intra_op_parallelism_threads(1)
    except RuntimeError:  # TensorFlow runs already
        tf.config.experimental.enable_op_determinism()
        return False
    return True


@export(invisible=True)
def use_session_with_seed(
    seed: Count,
    disable_gpu: bool = True,
    disable_parallel_cpu: bool = True,
    quiet: bool = False,
) -> None:
    """Set the random seed and make the backend deterministic.

    Args:
        seed: The seed: a whole number from 0.
        disable_gpu: Whether to disable GPUs.
        disable_parallel_cpu: Whether to run operations one after the other. This is possible only
            before TensorFlow has run anything.
        quiet: Whether to print nothing.

    Example:
        use_session_with_seed(42)
    """
    set_random_seed(seed, disable_gpu)
    done = ["GPU"] if disable_gpu else []
    if disable_parallel_cpu and _without_parallel_cpu():
        done.append("CPU parallelism")
    if not quiet:
        print(f"Set session seed to {seed}" + (f" (disabled {', '.join(done)})" if done else ""))
