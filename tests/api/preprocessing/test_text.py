"""Words of texts and their hashes."""

import hashlib

import pytest

import rkeras_py as rk


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
