"""Layers that prepare numbers, by NumPy and by hand."""

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py as rk
from rkeras_py.engine import progress_reading
from rkeras_py.engine.display import Display

RNG = np.random.default_rng(5)
X = RNG.normal(3, 2, (40, 3))


def test_rescaling_multiplies_and_adds():
    got = rk.layer_rescaling(np.array([[0, 1, 255]], "int32"), 1 / 255, -0.5)
    np.testing.assert_allclose(got, [[-0.5, 1 / 255 - 0.5, 0.5]], rtol=1e-6)
    by_channel = rk.layer_rescaling(np.array([[1.0, 2.0]]), [2.0, 3.0], [0.0, 1.0])
    assert by_channel.numpy().tolist() == [[2, 7]]


@pytest.mark.parametrize(("axis", "reduced"), [(-1, 0), (2, 0), (None, (0, 1)), ([2], 0)])
def test_normalization_takes_mean_and_deviation_of_what_it_saw(axis, reduced):
    layer = rk.layer_normalization(axis=axis)
    assert rk.adapt(layer, X) is layer
    expected = (X - X.mean(reduced)) / X.std(reduced)
    np.testing.assert_allclose(layer(X), expected, rtol=1e-4, atol=1e-5)
    back = rk.layer_normalization(axis=axis, invert=True)
    rk.adapt(back, X)
    np.testing.assert_allclose(back(expected), X, rtol=1e-4)


def test_normalization_of_given_moments():
    got = rk.layer_normalization(np.array([[1.0, 2]]), mean=3, variance=4)
    assert got.numpy().tolist() == [[-1, -0.5]]
    got = rk.layer_normalization(np.array([[1.0, 2]]), mean=[1.0, 0.0], variance=[1.0, 4.0])
    assert got.numpy().tolist() == [[0, 1]]
    row = rk.layer_normalization(np.array([[1.0, 2]]), mean=[[1.0, 0.0]], variance=[[1.0, 4.0]])
    assert row.numpy().tolist() == [[0, 1]]
    with pytest.raises(rk.ArgumentError, match="`mean` and `variance` go together"):
        rk.layer_normalization(mean=3)
    with pytest.raises(
        rk.ArgumentError, match=r"`axis` must be one or several whole numbers \(axes"
    ):
        rk.layer_normalization(axis=0.5)


def test_a_vector_is_of_samples_and_a_second_adapt_forgets_the_first():
    layer = rk.layer_normalization()
    rk.adapt(layer, np.array([100.0, 200.0]))
    rk.adapt(layer, np.array([1.0, 2.0, 3.0]))
    expected = (np.array([[1.0], [2], [3]]) - 2) / np.sqrt(2 / 3)
    np.testing.assert_allclose(layer(np.array([[1.0], [2], [3]])), expected, rtol=1e-5)


def test_adapt_reads_datasets_their_first_parts_and_as_many_batches_as_asked():
    dataset = tf.data.Dataset.from_tensor_slices((X, np.arange(40))).batch(8)
    for steps, rows in ((None, 40), (2, 16)):
        layer = rk.layer_normalization()
        rk.adapt(layer, dataset, steps=steps)
        np.testing.assert_allclose(layer.mean.numpy().ravel(), X[:rows].mean(0), rtol=1e-4)
        arrays = rk.layer_normalization()
        rk.adapt(arrays, X, batch_size=8, steps=steps)
        np.testing.assert_allclose(arrays.mean.numpy().ravel(), X[:rows].mean(0), rtol=1e-4)


def test_adapt_needs_a_layer_that_learns():
    with pytest.raises(rk.ArgumentError, match="`object` must be a layer that learns from data"):
        rk.adapt(rk.layer_rescaling(scale=2), X)
    with pytest.raises(rk.ArgumentError, match=r"unused argument \(epochs = 2\)"):
        rk.adapt(rk.layer_normalization(), X, epochs=2)
    with pytest.raises(rk.ArgumentError, match="`data` must be an array"):
        rk.adapt(rk.layer_normalization(), None)


CATEGORIES = np.array([[0.0, 1, 1], [2, 2, 0]])


def test_category_encoding():
    def encode(mode, x=CATEGORIES, **options):
        return rk.layer_category_encoding(x, 4, mode, **options).numpy().tolist()

    assert encode("multi_hot") == encode("binary") == [[1, 1, 0, 0], [1, 0, 1, 0]]
    assert encode("count") == [[1, 2, 0, 0], [1, 0, 2, 0]]
    assert encode("one_hot", np.array([1, 3])) == [[0, 1, 0, 0], [0, 0, 0, 1]]
    assert encode("one_hot", np.array([[1], [3]])) == [[0, 1, 0, 0], [0, 0, 0, 1]]
    sparse = rk.layer_category_encoding(CATEGORIES, 4, sparse=True)
    assert tf.sparse.to_dense(sparse).numpy().tolist() == encode("multi_hot")
    layer = rk.layer_category_encoding(num_tokens=3, output_mode="count")
    weighted = layer(np.array([[0, 2, 2]]), count_weights=np.array([[1.0, 2, 0.5]]))
    assert weighted.numpy().tolist() == [[1, 0, 2.5]]


@pytest.mark.parametrize("mode", ["multi_hot", "one_hot", "count"])
@pytest.mark.parametrize("wrong", [4.0, -1.0, 0.5])
def test_categories_beyond_the_number_are_errors(mode, wrong):
    layer = rk.layer_category_encoding(num_tokens=4, output_mode=mode)
    with pytest.raises(Exception, match="whole numbers from 0 to `num_tokens` - 1 = 3"):
        layer(np.array([0.0, wrong]))
    model = keras.Sequential([keras.Input((2,)), layer])
    assert model.predict(np.array([[0.0, 3.0]]), verbose=0).sum() == 2
    with pytest.raises(Exception, match="whole numbers from 0"):
        model.predict(np.array([[0.0, wrong]]), verbose=0)


def test_category_encoding_needs_their_number():
    with pytest.raises(rk.ArgumentError, match="`num_tokens` must be the number of categories"):
        rk.layer_category_encoding(CATEGORIES)


def test_discretization_by_boundaries_and_by_quantiles():
    values = np.array([-1.5, 0.0, 0.4, 1.0, 7.0])
    expected = np.digitize(values, [0, 1])
    got = rk.layer_discretization(values, bin_boundaries=[0.0, 1.0])
    assert got.numpy().tolist() == expected.tolist() == [0, 1, 1, 2, 2]
    hot = rk.layer_discretization(values, [0.0, 1.0], output_mode="one_hot")
    assert hot.numpy().tolist() == np.eye(3)[expected].tolist()
    assert rk.layer_discretization(values, 0.5).numpy().tolist() == [0, 0, 0, 1, 1]
    layer = rk.layer_discretization(num_bins=4, epsilon=0.01)
    many = RNG.permutation(np.arange(1000.0))
    rk.adapt(layer, many)
    np.testing.assert_allclose(layer.bin_boundaries, np.quantile(many, [0.25, 0.5, 0.75]), atol=20)
    assert np.abs(np.bincount(layer(many).numpy()) - 250).max() < 30


def test_discretization_wants_one_kind_of_bins():
    for options in ({}, {"bin_boundaries": [1.0], "num_bins": 2}):
        with pytest.raises(rk.ArgumentError, match="give either `bin_boundaries` or `num_bins`"):
            rk.layer_discretization(**options)
    with pytest.raises(rk.ArgumentError, match="`bin_boundaries` must be numbers in increasing"):
        rk.layer_discretization(bin_boundaries=[1, 0])


WORDS = ["A", "B", "C", "D", "E"]


def test_hashes_are_tensorflows():
    plain = rk.layer_hashing(WORDS, num_bins=7)
    assert plain.numpy().tolist() == tf.strings.to_hash_bucket_fast(WORDS, 7).numpy().tolist()
    salted = rk.layer_hashing(WORDS, num_bins=7, salt=[133.0, 137.0])
    strong = tf.strings.to_hash_bucket_strong(WORDS, 7, key=[133, 137])
    assert salted.numpy().tolist() == strong.numpy().tolist()
    same = rk.layer_hashing(WORDS, num_bins=7, salt=5)
    twice = tf.strings.to_hash_bucket_strong(WORDS, 7, key=[5, 5])
    assert same.numpy().tolist() == twice.numpy().tolist()
    numbers = rk.layer_hashing(np.array([3.0, 8.0]), num_bins=7)
    texts = tf.strings.to_hash_bucket_fast(["3", "8"], 7)
    assert numbers.numpy().tolist() == texts.numpy().tolist()


def test_hashes_keep_bin_0_for_the_mask_and_become_vectors():
    masked = rk.layer_hashing(["A", "", "B"], num_bins=4, mask_value="")
    others = tf.strings.to_hash_bucket_fast(["A", "B"], 3).numpy() + 1
    assert masked.numpy().tolist() == [others[0], 0, others[1]]
    bins = tf.strings.to_hash_bucket_fast(WORDS, 3).numpy()
    hot = rk.layer_hashing(WORDS, num_bins=3, output_mode="one_hot")
    assert hot.numpy().tolist() == np.eye(3)[bins].tolist()
    numbers = rk.layer_hashing(np.array([9, 4]), num_bins=5, mask_value=9.0)
    assert numbers.numpy()[0] == 0


def test_layers_work_in_models_and_are_saved(tmp_path):
    model = keras.Sequential()
    rk.layer_rescaling(model, 2, input_shape=3)
    norm = rk.layer_normalization()
    rk.adapt(norm, X * 2)
    model.add(norm)
    expected = (X - X.mean(0)) / X.std(0)
    np.testing.assert_allclose(model.predict(X, verbose=0), expected, rtol=1e-4, atol=1e-5)
    encoder = keras.Sequential([keras.Input((2,)), rk.layer_category_encoding(num_tokens=3)])
    for one, x in ((model, X), (encoder, np.array([[0.0, 2]]))):
        one.save(tmp_path / "model.keras")
        again = keras.saving.load_model(tmp_path / "model.keras")
        np.testing.assert_array_equal(again.predict(x, verbose=0), one.predict(x, verbose=0))


@pytest.fixture
def seen(hosted, monkeypatch):
    """A person watches, and has no patience."""
    monkeypatch.setattr(progress_reading, "QUIET", 0.0)
    hosted(display=lambda: Display(in_place=True))


def numbers():
    return tf.data.Dataset.from_tensor_slices(X.astype("float32")).batch(10)


@pytest.mark.parametrize(
    ("data", "head"),
    [
        (numbers, "4/4 [===="),
        (lambda: numbers().map(lambda x: (x, 0)), "4/4 [===="),
        (lambda: numbers().filter(lambda x: True), "4/4 [===="),
    ],
)
def test_adapt_shows_how_far_it_has_read_a_dataset(seen, capsys, data, head):
    layer = rk.layer_normalization()
    rk.adapt(layer, data())
    shown = capsys.readouterr().out.split("\r")
    assert shown[-1].startswith(head)
    assert shown[-1].rstrip(" \n").endswith("/step")
    assert layer._build_input_shape == (None, 3)
    plain = rk.layer_normalization()
    plain.adapt(data().map(lambda x, *rest: x))
    np.testing.assert_array_equal(layer(X), plain(X))


def test_a_large_array_of_texts_is_read_in_parts(seen, capsys):
    words = RNG.choice(["a b", "b", "c a", "ä", "b c d"], 10_000)
    layers = rk.layer_text_vectorization(output_mode="tf_idf"), rk.layer_string_lookup()
    for layer in layers:
        capsys.readouterr()
        rk.adapt(layer, words)
        assert capsys.readouterr().out.split("\r")[-1].startswith("3/3 [")
        plain = type(layer).from_config(layer.get_config())
        plain.adapt(tf.constant(words))
        assert layer.get_vocabulary() == plain.get_vocabulary()
        some = tf.constant(["a b", "c"])
        np.testing.assert_array_equal(layer(some), plain(some))
    rk.adapt(rk.layer_string_lookup(), words[:10])
    assert capsys.readouterr().out == ""


def test_adapt_is_silent_where_it_is_quick_or_nobody_watches(hosted, monkeypatch, capsys):
    hosted(display=lambda: Display(in_place=True))
    rk.adapt(rk.layer_normalization(), numbers())
    hosted(display=lambda: Display(in_place=False))
    monkeypatch.setattr(progress_reading, "QUIET", 0.0)
    rk.adapt(rk.layer_normalization(), numbers())
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("layer", [rk.layer_text_vectorization, rk.layer_string_lookup])
def test_layers_of_text_do_not_learn_from_numbers(layer):
    for data in ([1, 2], np.ones(3), np.array([[1, 2]])):
        with pytest.raises(rk.ArgumentError, match=r"^`data` must be text for a \w+ layer"):
            rk.adapt(layer(), data)
