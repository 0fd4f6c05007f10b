"""Windows of time series, by NumPy's own slices."""

import keras
import numpy as np
import pytest

import rkeras_py as rk

DATA = np.arange(50.0).reshape(25, 2)
TARGETS = np.arange(100.0, 125.0)


def windows(rows, length, rate=1):
    return np.stack([DATA[row - length : row : rate] for row in rows])


def test_each_window_has_the_step_after_it_as_target():
    made = rk.timeseries_generator(DATA, TARGETS, length=10, batch_size=4)
    assert len(made) == 4
    for i, (x, y) in enumerate(made[i] for i in range(4)):
        rows = np.arange(10, 25)[4 * i : 4 * i + 4]
        np.testing.assert_array_equal(x, windows(rows, 10))
        np.testing.assert_array_equal(y, TARGETS[rows])


def test_rates_strides_ends_and_directions():
    made = rk.timeseries_generator(
        DATA, TARGETS, 6, sampling_rate=2, stride=3, start_index=2, end_index=20, batch_size=3
    )
    rows = np.arange(8, 21, 3)
    assert len(made) == 2
    np.testing.assert_array_equal(np.concatenate([made[0][0], made[1][0]]), windows(rows, 6, 2))
    np.testing.assert_array_equal(np.concatenate([made[0][1], made[1][1]]), TARGETS[rows])
    backwards = rk.timeseries_generator(DATA, TARGETS, 6, reverse=True)
    np.testing.assert_array_equal(backwards[0][0], windows(range(6, 25), 6)[:, ::-1])
    vector = rk.timeseries_generator(TARGETS, TARGETS, 2, batch_size=1)
    assert [part.tolist() for part in vector[0]] == [[[100, 101]], [102]]


def test_shuffled_windows_are_windows_with_their_targets():
    keras.utils.set_random_seed(3)
    x, y = rk.timeseries_generator(DATA, TARGETS, 5, shuffle=True, batch_size=200)[0]
    assert len(y) == 200
    assert set(y) == set(TARGETS[5:])
    np.testing.assert_array_equal(x, windows(y.astype(int) - 100, 5))


def test_models_learn_from_generators():
    series = np.arange(30.0) / 30
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(loss="mse", optimizer=keras.optimizers.Adam(0.1))
    made = rk.timeseries_generator(series, series, 3, batch_size=9)
    history = rk.fit(model, made, epochs=40, verbose=0).history
    assert history["loss"][-1] < 0.01 < history["loss"][0]
    predicted = rk.predict(model, made, verbose=0)
    by_hand = np.stack([series[i - 3 : i] for i in range(3, 30)]).astype("float32")
    weights, bias = model.get_weights()
    np.testing.assert_allclose(predicted, by_hand @ weights + bias, rtol=1e-5)
    scores = rk.evaluate(model, made, verbose=0)
    assert scores["loss"] == pytest.approx(np.mean((predicted.ravel() - series[3:]) ** 2), rel=1e-4)


def test_generators_need_steps_to_give():
    with pytest.raises(rk.ArgumentError, match="must have the same length, not 25 and 24"):
        rk.timeseries_generator(DATA, TARGETS[1:], 3)
    with pytest.raises(rk.ArgumentError, match=r"0 \+ 25 is beyond the last step, 24"):
        rk.timeseries_generator(DATA, TARGETS, 25)
    with pytest.raises(rk.ArgumentError, match="`end_index` must be at most 25"):
        rk.timeseries_generator(DATA, TARGETS, 3, end_index=26)
    with pytest.raises(rk.ArgumentError, match="`length` must be a whole number of at least 1"):
        rk.timeseries_generator(DATA, TARGETS, 0)


def batches(dataset):
    return list(dataset.as_numpy_iterator())


def test_datasets_pair_a_window_with_the_target_of_its_beginning():
    made = rk.timeseries_dataset_from_array(DATA, TARGETS, sequence_length=4, batch_size=10)
    x = np.concatenate([x for x, _ in batches(made)])
    y = np.concatenate([y for _, y in batches(made)])
    starts = np.arange(25 - 4 + 1)
    np.testing.assert_array_equal(x, np.stack([DATA[i : i + 4] for i in starts]))
    np.testing.assert_array_equal(y, TARGETS[starts])
    assert [len(x) for x, _ in batches(made)] == [10, 10, 2]


def test_datasets_with_rates_strides_and_ends():
    options = {"sequence_stride": 3, "sampling_rate": 2, "start_index": 5, "end_index": 20}
    (x,) = batches(rk.timeseries_dataset_from_array(DATA, None, 3, **options))
    starts = range(5, 20 - 2 * 2, 3)
    np.testing.assert_array_equal(x, np.stack([DATA[i : i + 5 : 2] for i in starts]))
    single = batches(rk.timeseries_dataset_from_array(TARGETS, None, 2, batch_size=None))
    np.testing.assert_array_equal(single, np.stack([TARGETS[:-1], TARGETS[1:]], axis=1))


def test_shuffled_datasets_have_every_window_once():
    made = rk.timeseries_dataset_from_array(DATA, TARGETS, 4, shuffle=True, seed=2)
    ((x, y),) = batches(made)
    assert sorted(y) == list(TARGETS[:22]) != list(y)
    np.testing.assert_array_equal(x, np.stack([DATA[int(i) - 100 :][:4] for i in y]))


def test_datasets_refuse_what_cannot_be():
    with pytest.raises(rk.ArgumentError, match="`end_index` must be below 25"):
        rk.timeseries_dataset_from_array(DATA, TARGETS, 4, end_index=30)
    with pytest.raises(rk.ArgumentError, match="`end_index` must be greater than `start_index`"):
        rk.timeseries_dataset_from_array(DATA, TARGETS, 4, start_index=5, end_index=5)
    with pytest.raises(rk.ArgumentError, match=r"unused argument \(stride = 2\)"):
        rk.timeseries_dataset_from_array(DATA, TARGETS, 4, stride=2)


def test_doubles_become_floats_and_whole_numbers_stay():
    doubles, whole = np.arange(10.0), np.arange(10)
    x, y = next(iter(rk.timeseries_dataset_from_array(doubles, whole, sequence_length=3)))
    assert (x.dtype, y.dtype) == ("float32", "int64")
    np.testing.assert_array_equal(x[0], [0, 1, 2])


def test_the_number_of_steps_is_the_last_step_too():
    whole = rk.timeseries_generator(DATA, TARGETS, 4, batch_size=6)
    named = rk.timeseries_generator(DATA, TARGETS, 4, batch_size=6, end_index=25)
    assert len(named) == len(whole) == 4  # 21 windows
    np.testing.assert_array_equal(named[3][0], whole[3][0])
    np.testing.assert_array_equal(named[3][1], TARGETS[22:])
