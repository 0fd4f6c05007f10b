"""Tokenizers, against counts by hand."""

import math

import numpy as np
import pytest

import rkeras_py as rk

TEXTS = ["The cat sat on the mat.", "The dog sat!", "a cat, a dog"]
# By hand: how often, and in how many texts; equal counts in the order of their first place.
COUNTS = {"the": 3, "cat": 2, "sat": 2, "on": 1, "mat": 1, "dog": 2, "a": 2}
DOCUMENTS = {"the": 2, "cat": 2, "sat": 2, "on": 1, "mat": 1, "dog": 2, "a": 1}
ORDER = ["the", "cat", "sat", "dog", "a", "on", "mat"]


@pytest.fixture
def tokenizer():
    return rk.fit_text_tokenizer(rk.text_tokenizer(), TEXTS)


def test_words_are_counted_and_numbered_by_frequency(tokenizer):
    assert dict(tokenizer.word_counts) == COUNTS
    assert dict(tokenizer.word_docs) == DOCUMENTS
    assert tokenizer.word_index == {word: i for i, word in enumerate(ORDER, 1)}
    assert tokenizer.index_word == dict(enumerate(ORDER, 1))
    assert tokenizer.document_count == 3


def test_fitting_goes_on_and_gives_the_tokenizer_back(tokenizer):
    assert rk.fit_text_tokenizer(tokenizer, "mat mat mat") is tokenizer
    assert tokenizer.document_count == 4
    assert tokenizer.word_index["mat"] == 1


def test_texts_may_come_one_by_one(tokenizer):
    texts = [*TEXTS, None]
    other = rk.fit_text_tokenizer(rk.text_tokenizer(), lambda: texts.pop(0))
    assert vars(other) == vars(tokenizer)
    other = rk.fit_text_tokenizer(rk.text_tokenizer(), iter(TEXTS))
    assert vars(other) == vars(tokenizer)


def test_sequences_count_documents():
    tokenizer = rk.fit_text_tokenizer(rk.text_tokenizer(num_words=4), [[1.0, 3.0, 3.0], [1.0]])
    assert tokenizer.document_count == 2
    assert dict(tokenizer.index_docs) == {1: 2, 3: 1}
    mixed = [np.array([1.0, 3.0, 3.0]), np.array([1.0])]  # as R's lists come
    assert dict(rk.fit_text_tokenizer(rk.text_tokenizer(4), mixed).index_docs) == {1: 2, 3: 1}
    with pytest.raises(rk.ArgumentError, match="`x` must be a character vector"):
        rk.fit_text_tokenizer(tokenizer, np.array([1.0, 2.0]))


def test_sequences_of_texts(tokenizer):
    assert rk.texts_to_sequences(tokenizer, ["The cat!", "dog", "bird", ""]) == [
        [1, 2],
        [4],
        [],
        [],
    ]
    assert rk.texts_to_sequences(tokenizer, "the dog") == [[1, 4]]
    assert rk.texts_to_sequences(tokenizer, [["the", "dog"], "cat"]) == [[1, 4], [2]]
    generator = rk.texts_to_sequences_generator(tokenizer, ["the cat", "dog"])
    assert next(generator) == [1, 2]
    assert list(generator) == [[4]]


def test_num_words_and_unknown_words():
    limited = rk.fit_text_tokenizer(rk.text_tokenizer(num_words=3), TEXTS)
    assert rk.texts_to_sequences(limited, ["the cat sat bird"]) == [[1, 2]]
    told = rk.fit_text_tokenizer(rk.text_tokenizer(num_words=3, oov_token="?"), TEXTS)
    assert told.word_index["?"] == 1
    assert rk.texts_to_sequences(told, ["the cat sat bird"]) == [[2, 1, 1, 1]]


def test_characters_case_and_other_separators():
    characters = rk.fit_text_tokenizer(rk.text_tokenizer(char_level=True), ["Aab"])
    assert characters.word_index == {"a": 1, "b": 2}
    cased = rk.fit_text_tokenizer(
        rk.text_tokenizer(lower=False, filters="-", split="|"), ["A b|a-A b"]
    )
    assert dict(cased.word_counts) == {"A b": 2, "a": 1}


def test_matrices(tokenizer):
    # "the the cat": the 2 of 3, cat 1 of 3; columns are numbers from 0
    def row(the, cat):
        return [0, the, cat, 0, 0, 0, 0, 0]

    def idf(word):
        return math.log(1 + 3 / (1 + DOCUMENTS[word]))

    expected = {
        "binary": row(1, 1),
        "count": row(2, 1),
        "freq": row(2 / 3, 1 / 3),
        "tfidf": row((1 + math.log(2)) * idf("the"), idf("cat")),
    }
    for mode, values in expected.items():
        matrix = rk.texts_to_matrix(tokenizer, ["the the cat", "bird"], mode)
        np.testing.assert_allclose(matrix, [values, [0] * 8])
        sequences = [np.array([1.0, 1.0, 2.0]), np.array([])]
        np.testing.assert_allclose(rk.sequences_to_matrix(tokenizer, sequences, mode), matrix)
    assert rk.texts_to_matrix(tokenizer, "the").tolist() == [row(1, 0)]
    assert rk.sequences_to_matrix(rk.text_tokenizer(num_words=3), [2.0, [1.0, 5.0]]).tolist() == [
        [0, 0, 1],
        [0, 1, 0],
    ]


def test_matrices_need_to_know_the_words():
    empty = rk.text_tokenizer()
    with pytest.raises(rk.ArgumentError, match="does not know the number of words"):
        rk.texts_to_matrix(empty, "a")
    with pytest.raises(rk.ArgumentError, match="has not seen texts"):
        rk.sequences_to_matrix(rk.text_tokenizer(num_words=3), [[1]], "tfidf")
    with pytest.raises(rk.ArgumentError, match='`mode` must be one of "binary", "count"'):
        rk.texts_to_matrix(empty, "a", "idf")
    with pytest.raises(
        rk.ArgumentError, match="`tokenizer` must be a tokenizer, as returned by text_tok"
    ):
        rk.texts_to_sequences("a", "b")


def test_saving_and_loading(tokenizer, tmp_path):
    path = tmp_path / "tokenizer"
    assert rk.save_text_tokenizer(tokenizer, str(path)) is tokenizer
    assert vars(rk.load_text_tokenizer(path)) == vars(tokenizer)
    with pytest.raises(rk.ArgumentError, match="there is no file"):
        rk.load_text_tokenizer(tmp_path / "other")
    with pytest.raises(rk.ArgumentError, match="folder that does not exist"):
        rk.save_text_tokenizer(tokenizer, tmp_path / "no" / "file")
    path.write_text("words")
    with pytest.raises(rk.ArgumentError, match="must be a tokenizer file"):
        rk.load_text_tokenizer(path)
