"""What training by two workers on this machine costs a step, and what more machines would bring.

Usage: python benchmarks/launch.py

Measures the time of a step in one process, in two workers of this project, and in two processes of
plain TensorFlow (``MultiWorkerMirroredStrategy`` with a compiled function of one's own).
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES, BATCH, EPOCHS = 4096, 64, 5


def train(kind: str, width: int) -> float:
    """Seconds of a step, in this process."""
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(1).normal(size=(SAMPLES, 64)).astype("float32")
    y = (x[:, :1] > 0).astype("float32")
    layers = [keras.layers.Dense(width, "relu"), keras.layers.Dense(width, "relu")]

    def made() -> keras.Model:
        return keras.Sequential([keras.Input((64,)), *layers, keras.layers.Dense(1)])

    steps = SAMPLES // BATCH
    if kind == "tensorflow":
        strategy = tf.distribute.MultiWorkerMirroredStrategy()
        with strategy.scope():
            model = made()
            optimizer = keras.optimizers.SGD(0.01)
            optimizer.build(model.trainable_variables)
        data = tf.data.Dataset.from_tensor_slices((x, y)).batch(BATCH).repeat()
        batches = iter(strategy.experimental_distribute_dataset(data))

        @tf.function
        def step() -> None:
            def on_replica(x: tf.Tensor, y: tf.Tensor) -> None:
                with tf.GradientTape() as tape:
                    loss = tf.reduce_sum((model(x, training=True) - y) ** 2) / BATCH
                weights = model.trainable_variables
                optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights, strict=True))

            strategy.run(on_replica, next(batches))

        def epoch() -> None:
            for _ in range(steps):
                step()
    else:
        import rkeras_py as rk

        model = made()
        rk.compile(model, "sgd", "mse")

        def epoch() -> None:
            rk.fit(model, x, y, batch_size=BATCH, epochs=1, verbose=0, shuffle=False)

    epoch()
    times = []
    for _ in range(EPOCHS):
        began = time.perf_counter()
        epoch()
        times.append((time.perf_counter() - began) / steps)
    return sorted(times)[len(times) // 2]


def worker(kind: str, width: int) -> None:
    """A process of its own: prints the seconds of a step."""
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    if kind == "workers":
        from rkeras_py.engine.workers import connection

        task = json.loads(os.environ["TF_CONFIG"])["task"]
        connection.connect(task["index"], 2, 1)
    print(train(kind, width), flush=True)


def measured(kind: str, width: int) -> float:
    """The seconds of a step, in the first of one or two processes."""
    sockets = [socket.socket() for _ in range(2)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    places = [f"127.0.0.1:{one.getsockname()[1]}" for one in sockets]
    for one in sockets:
        one.close()
    processes = []
    with tempfile.TemporaryDirectory() as folder:
        for rank in range(1 if kind == "one" else 2):
            task = {"type": "worker", "index": rank}
            config = json.dumps({"cluster": {"worker": places}, "task": task})
            environment = {**os.environ, **({} if kind == "one" else {"TF_CONFIG": config})}
            words = [sys.executable, __file__, kind, str(width)]
            with open(Path(folder, str(rank)), "w", encoding="utf-8") as output:
                processes.append(
                    subprocess.Popen(
                        words, env=environment, stdout=output, stderr=subprocess.DEVNULL
                    )
                )
        try:
            for process in processes:
                process.wait(300)
        finally:
            for process in processes:
                process.kill()
        return float(Path(folder, "0").read_text(encoding="utf-8").split()[-1])


def estimate(step: float, size: int, machines: int, bandwidth: float, latency: float) -> float:
    """Seconds of a step with its batch shared by several machines.

    A ring of n machines sends 2 (n - 1) / n times the gradients, in 2 (n - 1) messages.

    Args:
        step: Seconds of a step on one machine.
        size: Bytes of all gradients.
        machines: How many there are.
        bandwidth: Bytes in a second between two of them.
        latency: Seconds of a message.
    """
    exchange = 2 * (machines - 1) * (size / machines / bandwidth + latency)
    return step / machines + exchange


def main() -> None:
    for width in (32, 1024):
        for kind in ("one", "workers", "tensorflow"):
            print(f"width {width:5} {kind:10} {1000 * measured(kind, width):8.2f} ms a step")
    print("machines  1 Gbit/s  10 Gbit/s   (step of 0.5 s, 25 million weights; times as fast)")
    for machines in (2, 4, 8, 16):
        times = [0.5 / estimate(0.5, 100_000_000, machines, bits / 8, 1e-4) for bits in (1e9, 1e10)]
        print(f"{machines:8}  {times[0]:8.2f}  {times[1]:9.2f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        worker(sys.argv[1], int(sys.argv[2]))
    else:
        main()
