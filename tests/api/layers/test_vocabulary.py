"""Layers with a vocabulary, by hand."""

import math

import keras
import numpy as np
import pytest
import tensorflow as tf

import rkeras_py as rk


def values(tensor):
    return tensor.numpy().tolist()


def test_string_lookup_numbers_words_after_the_unknown_ones():
    words = ["b", "a", "zz"]
    assert values(rk.layer_string_lookup(words, vocabulary=["a", "b"])) == [2, 1, 0]
    masked = rk.layer_string_lookup(["", "a", "zz"], vocabulary=["a"], mask_token="")
    assert values(masked) == [0, 2, 1]
    none = rk.layer_string_lookup(vocabulary=["a", "b"], num_oov_indices=0)
    assert values(none(["a", "b"])) == [0, 1]
    several = rk.layer_string_lookup(words, vocabulary=["a", "b"], num_oov_indices=3)
    assert values(several)[:2] == [4, 3]
    assert values(several)[2] in (0, 1, 2)
    inverse = rk.layer_string_lookup(
        np.array([2, 0]), vocabulary=["a", "b"], invert=True, oov_token="?"
    )
    assert values(inverse) == [b"b", b"?"]


def test_vectors_of_words():
    texts = np.array([["a", "b", "b"], ["zz", "a", "zz"]], object)

    def encode(mode, **options):
        return values(
            rk.layer_string_lookup(texts, vocabulary=["a", "b"], output_mode=mode, **options)
        )

    assert encode("multi_hot") == encode("binary") == [[0, 1, 1], [1, 1, 0]]
    assert encode("count") == [[0, 1, 2], [2, 1, 0]]
    assert encode("count", max_tokens=5, pad_to_max_tokens=True) == [
        [0, 1, 2, 0, 0],
        [2, 1, 0, 0, 0],
    ]
    weights = [0.5, 0.25]
    mean = sum(weights) / 2  # the weight of unknown words
    assert encode("tf_idf", idf_weights=weights) == [[0, 0.5, 0.5], [2 * mean, 0.5, 0]]
    assert encode("tf-idf", idf_weights=weights) == encode("tf_idf", idf_weights=weights)


def test_vocabularies_are_learnt_by_frequency(tmp_path):
    layer = rk.layer_string_lookup(max_tokens=3)
    assert rk.adapt(layer, ["b", "a", "c", "b", "c", "b"]) is layer
    assert rk.get_vocabulary(layer) == ["[UNK]", "b", "c"]
    assert rk.get_vocabulary(layer, include_special_tokens=False) == ["b", "c"]
    assert all(type(word) is str for word in rk.get_vocabulary(layer))
    dataset = tf.data.Dataset.from_tensor_slices((["x", "y", "y"], [1, 2, 3])).batch(2)
    rk.adapt(layer, dataset)
    assert rk.get_vocabulary(layer) == ["[UNK]", "y", "x"]
    file = tmp_path / "words.txt"
    file.write_text("q\nr\n")
    assert values(rk.layer_string_lookup(["r"], vocabulary=str(file))) == [2]


def test_integer_lookup():
    numbers = np.array([12.0, 36.0, 7.0])
    assert values(rk.layer_integer_lookup(numbers, vocabulary=[36, 12])) == [2, 1, 0]
    assert values(rk.layer_integer_lookup([7, 9], vocabulary=9, mask_token=7)) == [0, 2]
    assert rk.get_vocabulary(rk.layer_integer_lookup(vocabulary=[1.5, 2.5])) == [-1, 1, 2]
    layer = rk.layer_integer_lookup()
    rk.adapt(layer, np.array([5.0, 3, 5, 9, 9, 9]))
    assert rk.get_vocabulary(layer) == [-1, 9, 5, 3]
    assert all(type(number) is int for number in rk.get_vocabulary(layer))
    inverse = rk.layer_integer_lookup(np.array([1, 0]), vocabulary=[8], invert=True, oov_token=-5)
    assert values(inverse) == [8, -5]
    with pytest.raises(
        rk.ArgumentError, match="`vocabulary` must be a vector of words or of whole"
    ):
        rk.layer_integer_lookup(vocabulary=[float("nan")])


def test_set_vocabulary():
    layer = rk.layer_string_lookup()
    assert rk.set_vocabulary(layer, ["x", "y"]) is layer
    assert values(layer(["y", "x", "z"])) == [2, 1, 0]
    weighted = rk.layer_string_lookup(output_mode="tf_idf")
    rk.set_vocabulary(weighted, ["x", "y"], [1.0, 3.0])
    assert values(weighted(np.array([["y", "y"]]))) == [[0, 0, 6]]
    with pytest.raises(
        rk.ArgumentError, match="`idf_weights` must have as many elements as the vocabulary, 2"
    ):
        rk.set_vocabulary(weighted, ["x", "y"], [1.0])
    with pytest.raises(rk.ArgumentError, match="`object` must be a layer with a vocabulary"):
        rk.set_vocabulary(rk.layer_rescaling(scale=1), ["x"])


TEXTS = ["The cat sat.", "the dog, the CAT!"]


def test_text_vectorization_numbers_words_after_padding_and_unknown_ones():
    layer = rk.layer_text_vectorization()
    rk.adapt(layer, TEXTS)
    # equal counts in reverse order of the alphabet
    assert rk.get_vocabulary(layer) == ["", "[UNK]", "the", "cat", "sat", "dog"]
    assert values(layer(["cat the bird", "dog"])) == [[3, 2, 1], [5, 0, 0]]
    assert values(
        rk.layer_text_vectorization(["a b c"], vocabulary=["a"], output_sequence_length=2)
    ) == [[2, 1]]


def test_ways_to_take_text_apart():
    def vocabulary(texts, **options):
        layer = rk.layer_text_vectorization(**options)
        rk.adapt(layer, texts)
        return sorted(rk.get_vocabulary(layer, include_special_tokens=False))

    assert vocabulary("A a.", standardize="lower") == ["a", "a."]
    assert vocabulary("A a.", standardize="strip_punctuation") == ["A", "a"]
    assert vocabulary("A a.", standardize=None) == ["A", "a."]
    assert vocabulary("A a.", standardize=None, split=None) == ["A a."]
    assert vocabulary("abA", split="character") == ["a", "b"]
    assert vocabulary("a b c", ngrams=2) == ["a", "a b", "b", "b c", "c"]
    assert vocabulary("a b c", ngrams=[1.0, 3.0]) == ["a", "a b c", "b", "c"]
    halves = vocabulary("a-b", standardize=None, split=lambda x: tf.strings.split(x, "-"))
    assert halves == ["a", "b"]
    swapped = vocabulary("a b", standardize=lambda x: tf.strings.regex_replace(x, "a", "z"))
    assert swapped == ["b", "z"]


def test_vectors_of_texts():
    def encode(mode, **options):
        layer = rk.layer_text_vectorization(output_mode=mode, **options)
        rk.adapt(layer, ["a a b", "a"])
        return rk.get_vocabulary(layer), values(layer(["a a zz"]))

    assert encode("multi_hot") == encode("binary") == (["[UNK]", "a", "b"], [[1, 1, 0]])
    assert encode("count")[1] == [[1, 2, 0]]
    # Keras's weights: log(1 + texts / (1 + texts with the word)), unknown words have their mean
    a, b = math.log(1 + 2 / 3), math.log(1 + 2 / 2)
    np.testing.assert_allclose(encode("tf_idf")[1], [[(a + b) / 2, 2 * a, 0]], rtol=1e-5)


def test_unknown_choices():
    with pytest.raises(rk.ArgumentError, match='`standardize` must be one of "lower_and_strip'):
        rk.layer_text_vectorization(standardize="upper")
    with pytest.raises(rk.ArgumentError, match='`output_mode` must be one of "int", "one_hot"'):
        rk.layer_string_lookup(output_mode="hot")
    with pytest.raises(rk.ArgumentError, match="`ngrams` must be a whole number of at least 1"):
        rk.layer_text_vectorization(ngrams=0)


@pytest.mark.parametrize(("shape", "columns"), [(None, ()), (1, ()), (1, (1,))])
def test_models_of_text_learn_and_predict(shape, columns):
    keras.utils.set_random_seed(1)
    texts = np.array(["good good", "bad", "good", "bad bad"] * 4, object).reshape(-1, *columns)
    y = np.array([1.0, 0, 1, 0] * 4)
    model = keras.Sequential()
    rk.layer_text_vectorization(
        model, output_mode="count", vocabulary=["good", "bad"], input_shape=shape
    )
    rk.layer_dense(model, 1, "sigmoid")
    rk.compile(model, keras.optimizers.SGD(1.0), "binary_crossentropy", "accuracy")
    history = rk.fit(model, texts, y, epochs=15, verbose=0, batch_size=4).history
    assert history["accuracy"][-1] == 1
    weights, bias = model.layers[-1].get_weights()
    new = np.array(["good good", "bad bird"], object).reshape(-1, *columns)
    by_hand = 1 / (1 + np.exp(-(np.array([[0.0, 2, 0], [1, 0, 1]]) @ weights + bias)))
    np.testing.assert_allclose(rk.predict(model, new, verbose=0), by_hand, rtol=1e-5)
    assert rk.evaluate(model, texts, y, verbose=0)["accuracy"] == 1


def test_text_for_models_of_numbers_is_refused_as_before():
    model = keras.Sequential([keras.layers.Dense(1)])
    with pytest.raises(rk.ArgumentError, match="`x` must be numeric, not a character vector"):
        rk.predict(model, np.array(["a", "b"], object), verbose=0)


def test_vocabularies_are_saved_with_models(tmp_path):
    model = keras.Sequential(
        [keras.Input((1,), dtype="string"), rk.layer_string_lookup(vocabulary=["a"])]
    )
    model.save(tmp_path / "model.keras")
    again = keras.saving.load_model(tmp_path / "model.keras")
    assert again.predict(tf.constant([["a"], ["b"]]), verbose=0).tolist() == [[1], [0]]
