"""Tokenizers and hashes of words, and datasets of text files."""

import hashlib
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
    with pytest.raises(rk.ArgumentError, match="does not know how many words"):
        rk.texts_to_matrix(empty, "a")
    with pytest.raises(rk.ArgumentError, match="has not seen texts"):
        rk.sequences_to_matrix(rk.text_tokenizer(num_words=3), [[1]], "tfidf")
    with pytest.raises(rk.ArgumentError, match='`mode` must be one of "binary", "count"'):
        rk.texts_to_matrix(empty, "a", "idf")
    with pytest.raises(
        rk.ArgumentError, match="`tokenizer` must be a tokenizer, as text_tokenizer"
    ):
        rk.texts_to_sequences("a", "b")


def test_saving_and_loading(tokenizer, tmp_path):
    path = tmp_path / "tokenizer"
    assert rk.save_text_tokenizer(tokenizer, str(path)) is tokenizer
    assert vars(rk.load_text_tokenizer(path)) == vars(tokenizer)
    with pytest.raises(rk.ArgumentError, match="there is none"):
        rk.load_text_tokenizer(tmp_path / "other")
    with pytest.raises(rk.ArgumentError, match="folder that does not exist"):
        rk.save_text_tokenizer(tokenizer, tmp_path / "no" / "file")
    path.write_text("words")
    with pytest.raises(rk.ArgumentError, match="must be the file of a tokenizer"):
        rk.load_text_tokenizer(path)


def test_words_of_a_text():
    assert rk.text_to_word_sequence("The cat -- sat.\tIt's\nhere") == [
        "the", "cat", "sat", "it's", "here",
    ]  # fmt: skip
    assert rk.text_to_word_sequence("A-b C", filters="", lower=False) == ["A-b", "C"]
    assert rk.text_to_word_sequence("a1b", split="1") == ["a", "b"]
    assert rk.text_to_word_sequence("...") == []
    with pytest.raises(rk.ArgumentError, match="`split` must be"):
        rk.text_to_word_sequence("a", split="")


def test_hashes():
    def md5(word, n):
        return int(hashlib.md5(word.encode()).hexdigest(), 16) % (n - 1) + 1

    words = ["the", "cat", "the"]
    assert rk.text_hashing_trick("The cat, the", 20, "md5") == [md5(word, 20) for word in words]
    assert rk.text_hashing_trick("The cat, the", 20) == [hash(word) % 19 + 1 for word in words]
    assert rk.text_hashing_trick("a bbb", 10, lambda word: float(len(word))) == [2, 4]
    assert rk.text_one_hot("The cat", 20) == [hash(word) % 19 + 1 for word in ("the", "cat")]
    assert rk.text_one_hot(text="the cat", n=20) == rk.text_one_hot("the cat", 20)
    with pytest.raises(rk.ArgumentError, match='argument "n" is missing'):
        rk.text_one_hot("a")
    with pytest.raises(rk.ArgumentError, match="`n` must be a whole number of at least 2"):
        rk.text_one_hot("a", 1)
    with pytest.raises(rk.ArgumentError, match='`hash_function` must be NULL, "md5" or a function'):
        rk.text_hashing_trick("a", 5, "sha1")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("texts")
    for name, texts in {"bad": ["so bad", "worse"], "good": ["fine", "very good", "best"]}.items():
        (root / name).mkdir()
        for i, text in enumerate(texts):
            (root / name / f"{i}.txt").write_text(text)
    return str(root)


def listed(dataset):
    return [
        (text.decode(), label.tolist())
        for texts, labels in dataset.as_numpy_iterator()
        for text, label in zip(texts, labels, strict=True)
    ]


ALL = [("so bad", 0), ("worse", 0), ("fine", 1), ("very good", 1), ("best", 1)]


def test_datasets_of_files(folder):
    dataset = rk.text_dataset_from_directory(folder, shuffle=False, batch_size=2)
    assert listed(dataset) == ALL
    assert dataset.class_names == ["bad", "good"]
    assert [len(texts) for texts, _ in dataset] == [2, 2, 1]
    shuffled = listed(rk.text_dataset_from_directory(folder, seed=1))
    assert sorted(shuffled) == sorted(ALL)
    swapped = rk.text_dataset_from_directory(folder, shuffle=False, class_names=["good", "bad"])
    assert dict(listed(swapped)) == {text: 1 - i for text, i in ALL}
    categories = rk.text_dataset_from_directory(folder, shuffle=False, label_mode="categorical")
    assert listed(categories) == [(text, [1 - label, label]) for text, label in ALL]
    cut = rk.text_dataset_from_directory(folder, shuffle=False, max_length=3)
    assert [text for text, _ in listed(cut)] == ["so ", "wor", "fin", "ver", "bes"]
    bare = rk.text_dataset_from_directory(folder, labels=None, label_mode=None, shuffle=False)
    assert [text.decode() for text in next(bare.as_numpy_iterator())] == [text for text, _ in ALL]
    given = rk.text_dataset_from_directory(folder, labels=[2.0, 0.0, 1.0, 0.0, 1.0], shuffle=False)
    assert [label for _, label in listed(given)] == [2, 0, 1, 0, 1]


def test_files_are_divided_for_validation(folder):
    options = {"validation_split": 0.4, "seed": 3}
    parts = [
        listed(rk.text_dataset_from_directory(folder, subset=subset, **options))
        for subset in ("training", "validation")
    ]
    assert [len(part) for part in parts] == [3, 2]
    assert sorted(parts[0] + parts[1]) == sorted(ALL)
    both = rk.text_dataset_from_directory(folder, subset="both", **options)
    assert [sorted(listed(part)) for part in both] == [sorted(part) for part in parts]


def test_folders_must_exist(folder):
    with pytest.raises(rk.ArgumentError, match="`directory` must be a folder, but there is none"):
        rk.text_dataset_from_directory(folder + "/other")
    with pytest.raises(rk.ArgumentError, match=r"unused argument \(classes = 2\)"):
        rk.text_dataset_from_directory(folder, classes=2)
