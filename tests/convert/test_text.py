"""Text as R gives it."""

import numpy as np
import pandas as pd
import pytest

from rkeras_py.convert.na import NA_CHARACTER
from rkeras_py.convert.rule import ArgumentError, Mismatch
from rkeras_py.convert.text import (
    SequenceRule,
    SequencesRule,
    StringsRule,
    TextRule,
    TextsRule,
    TokenRule,
    VocabularyRule,
    is_text,
    text_tensor,
)


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        ("one text", ["one text"]),  # R's vector of length 1
        (["a", "b"], ["a", "b"]),
        (("a", ["b", "c"]), ["a", ["b", "c"]]),  # some are taken apart already
        (np.array(["a", "b"], object), ["a", "b"]),
        (pd.Categorical(["x", "y", "x"]), ["x", "y", "x"]),
        ([], []),
    ],
)
def test_texts(given, texts):
    assert TextsRule().accept(given) == texts


@pytest.mark.parametrize("given", [3, [1, 2], {"a": "b"}, None, ["a", 2]])
def test_other_things_are_no_texts(given):
    with pytest.raises(Mismatch):
        TextsRule().accept(given)


@pytest.mark.parametrize(
    ("given", "texts"),
    [
        (["a", "b", NA_CHARACTER], ["a", "b", "NA"]),
        (["a", ["c", NA_CHARACTER]], ["a", ["c", "NA"]]),
        (pd.Categorical([*"ab", None]), ["a", "b", "NA"]),
    ],
)
def test_missing_texts_are_na(given, texts):
    assert TextsRule().accept(given) == texts


@pytest.mark.parametrize("given", [NA_CHARACTER, "NA", ["NA"], [NA_CHARACTER]])
def test_a_missing_text_is_na(given):
    assert TextRule().accept(given) == "NA"
    for wrong in (1, ["a", "b"], []):
        with pytest.raises(Mismatch):
            TextRule().accept(wrong)


def test_one_string_is_a_vector_of_length_1():
    assert StringsRule().accept("a") == ["a"]
    with pytest.raises(Mismatch):
        StringsRule().accept(["a", 1])


def test_sequences_keep_vectors_of_length_1_and_0():
    given = [np.array([1.0, 3.9]), np.array([2.0]), np.array([]), 4]
    assert SequencesRule().accept(given) == [[1, 3], [2], [], [4]]
    assert SequenceRule().accept(np.array([5], "int32")) == [5]
    assert SequencesRule().accept([[np.array([1]), np.array([2])], ["3"]]) == [[1, 2], [3]]
    assert SequenceRule().accept([np.array([1]), np.array([2])]) == [1, 2]


@pytest.mark.parametrize(
    "given",
    [[np.array([-1])], [np.array([np.nan])], [np.array([[1]])],
     [np.ma.masked_array([1, 2], [True, False])], np.array([1, 2]), ["a"], [[[1, 2]]]],
)  # fmt: skip
def test_what_is_no_list_of_numbers_of_words(given):
    with pytest.raises(Mismatch):
        SequencesRule().accept(given)


def test_vocabularies(tmp_path):
    file = tmp_path / "words.txt"
    file.write_text("a\nb\n")
    accept = VocabularyRule().accept
    assert accept(["a", "b"]) == ["a", "b"]
    assert accept(["a"]) == ["a"]
    assert accept([3.0, 5.0]) == accept(np.array([3, 5])) == [3, 5]
    assert accept(7.0) == accept(7.5) == [7]
    assert accept(str(file)) == str(file)
    with pytest.raises(
        ArgumentError, match=r'no file "a"; a vocabulary of one word is list\("a"\)'
    ):
        accept("a")
    for wrong in ([[1]], ["a", 1], [NA_CHARACTER, "a"]):
        with pytest.raises(Mismatch):
            accept(wrong)


def test_tokens_are_strings_or_whole_numbers():
    assert TokenRule().accept("") == ""
    assert TokenRule().accept(0.0) == TokenRule().accept(0.5) == 0
    with pytest.raises(Mismatch):
        TokenRule().accept([])


def test_text_as_a_tensor_in_its_shape():
    tensor = text_tensor(np.array([["a", "ä"], ["", "b c"]], object))
    assert tensor.shape == (2, 2)
    assert [[word.decode() for word in row] for row in tensor.numpy()] == [["a", "ä"], ["", "b c"]]
    assert text_tensor([]).shape == (0,)
    assert is_text(tensor)
    assert is_text(np.array(["a"]))
    assert not is_text(np.array([1]))
    with pytest.raises(ArgumentError, match=r"\(NA\): remove or replace them\. If numbers"):
        text_tensor(["a", NA_CHARACTER])
    with pytest.raises(Mismatch):
        text_tensor(np.array(["a", 1], object))
