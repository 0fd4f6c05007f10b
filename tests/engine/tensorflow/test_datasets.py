"""Arrays fed as one repeating dataset give what Keras gives when it is fed the arrays."""

import keras
import numpy as np
import pytest
from keras.src.trainers.data_adapters.array_data_adapter import ArrayDataAdapter

import rkeras_py as rk
from rkeras_py.engine.tensorflow.datasets import as_dataset

N, BATCH = 50, 16  # the last batch is not full
RNG = np.random.default_rng(3)
X = RNG.random((N, 5)).astype("float32")
Y = np.eye(3, dtype="float32")[RNG.integers(0, 3, N)]
WEIGHTS = RNG.random(N).astype("float32")


def model():
    keras.utils.set_random_seed(7)
    made = keras.Sequential(
        [keras.Input((5,)), keras.layers.Dense(4, "relu"), keras.layers.Dense(3, "softmax")]
    )
    made.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
    return made


@pytest.mark.parametrize(
    ("ours", "keras_own"),
    [
        ({}, {}),
        ({"validation_split": 0.3}, {"validation_split": 0.3}),
        ({"validation_data": [X, Y]}, {"validation_data": (X, Y)}),
        ({"validation_data": [X, Y, WEIGHTS]}, {"validation_data": (X, Y, WEIGHTS)}),
        ({"sample_weight": WEIGHTS}, {"sample_weight": WEIGHTS}),
        ({"class_weight": {"0": 1, "1": 5, "2": 2}}, {"class_weight": {0: 1, 1: 5, 2: 2}}),
    ],
)
def test_history_and_weights_are_those_of_keras(ours, keras_own):
    a, b = model(), model()
    common = {"epochs": 3, "batch_size": BATCH, "shuffle": False, "verbose": 0}
    mine = rk.fit(a, X, Y, **common, **ours).history
    theirs = b.fit(X, Y, **common, **keras_own).history
    assert sorted(mine) == sorted(theirs)
    assert all(mine[name] == theirs[name] for name in theirs)
    for one, other in zip(a.get_weights(), b.get_weights(), strict=True):
        np.testing.assert_array_equal(one, other)


def test_evaluate_is_that_of_keras():
    made = model()
    mine = rk.evaluate(made, X, Y, batch_size=BATCH, verbose=0, sample_weight=WEIGHTS)
    theirs = made.evaluate(
        X, Y, batch_size=BATCH, verbose=0, sample_weight=WEIGHTS, return_dict=True
    )
    assert mine == theirs


def test_shuffling_takes_every_sample_once_an_epoch_in_a_new_order():
    keras.utils.set_random_seed(1)
    numbers = np.arange(N, dtype="float32")
    dataset, steps, _ = as_dataset(numbers, numbers, batch_size=BATCH, shuffle=True)
    assert steps == 4
    batches = iter(dataset)
    epochs = []
    for _ in range(3):
        parts = [next(batches) for _ in range(steps)]
        assert [len(x) for x, _ in parts] == [16, 16, 16, 2]
        assert all((x.numpy() == y.numpy()).all() for x, y in parts)
        epochs.append(np.concatenate([x.numpy() for x, _ in parts]).tolist())
    assert all(sorted(epoch) == numbers.tolist() for epoch in epochs)
    assert epochs[0] != epochs[1] != epochs[2] != numbers.tolist()


def test_batch_callbacks_are_called_for_every_batch_and_count_from_0():
    seen = []
    callback = rk.callback_lambda(on_batch_end=lambda batch, logs: seen.append(batch))
    rk.fit(model(), X, Y, epochs=2, batch_size=BATCH, verbose=0, callbacks=[callback])
    assert seen == [0, 1, 2, 3] * 2


def test_other_data_are_left_to_keras():
    assert as_dataset(iter([1, 2]), batch_size=2) is None
    assert as_dataset(np.array(["a"], object), batch_size=2) is None


def test_few_samples_in_order_are_batched_as_keras_batches_them():
    many = np.arange(3 * 2001.0).reshape(2001, 3)
    for n in (1, 31, 32, 33, 2000, 2001):  # on either side of what counts as few
        x = {"a": many[:n], "b": np.arange(n)}
        dataset, steps, _ = as_dataset(x, many[:n, 0], many[:n, 1], batch_size=32)
        batches = list(dataset.take(steps))
        assert [len(y) for _, y, _ in batches] == [32] * (n // 32) + [n % 32] * (n % 32 > 0)
        keras_own = ArrayDataAdapter(x, many[:n, 0], many[:n, 1], batch_size=32)
        assert dataset.element_spec == keras_own.get_tf_dataset().element_spec
        for name, part in x.items():
            together = np.concatenate([x[name].numpy() for x, _, _ in batches])
            np.testing.assert_array_equal(together, part)
        np.testing.assert_array_equal(np.concatenate([w for *_, w in batches]), many[:n, 1])
        assert batches[0][0]["a"].dtype == "float32"
        assert batches[0][0]["b"].dtype == "int64"
