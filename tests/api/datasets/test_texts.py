"""Datasets of texts, from small files in the form of the published ones, against Keras's own."""

from __future__ import annotations

import json
from pathlib import Path

import keras
import numpy as np
import pytest

import rkeras_py as rk

pytestmark = pytest.mark.filterwarnings("ignore:.*differs from the published file")
RNG = np.random.default_rng(2)
CHOICES = [
    {},
    {"num_words": 20},
    {"skip_top": 7, "num_words": 30},
    {"skip_top": 7, "num_words": 30, "oov_char": None},
    {"maxlen": 6},
    {"seed": 4, "start_char": None},
    {"start_char": None, "index_from": 0, "num_words": 12},
    {"start_char": 50, "oov_char": 60, "index_from": 10},
]


def words(count: int) -> np.ndarray:
    texts = np.empty(count, object)
    for i in range(count):
        texts[i] = RNG.integers(1, 40, RNG.integers(2, 9)).tolist()
    return texts


@pytest.fixture(autouse=True)
def no_check_of_keras(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keras's own function would fetch the published files, because of their hashes."""
    for name in ("imdb", "reuters"):
        module = f"keras.src.datasets.{name}.get_file"
        monkeypatch.setattr(module, lambda fname, **rest: str(home / fname))


def same(ours: dict, theirs: tuple) -> None:
    for part, (x, y) in zip(("train", "test"), theirs, strict=True):
        assert ours[part]["x"] == [list(text) for text in x]
        assert np.asarray(ours[part]["y"]).tolist() == np.asarray(y).tolist()


@pytest.mark.parametrize("chosen", CHOICES)
def test_imdb_is_that_of_keras(home: Path, chosen: dict) -> None:
    np.savez(
        home / "imdb.npz",
        x_train=words(15),
        y_train=np.arange(15),
        x_test=words(11),
        y_test=np.arange(11),
    )
    same(rk.dataset_imdb(**chosen), keras.datasets.imdb.load_data(**chosen))


@pytest.mark.parametrize("chosen", [*CHOICES, {"test_split": 0.5}])
def test_reuters_is_that_of_keras(home: Path, chosen: dict) -> None:
    np.savez(home / "reuters.npz", x=words(23), y=np.arange(23))
    same(rk.dataset_reuters(**chosen), keras.datasets.reuters.load_data(**chosen))


def test_words_are_marked_replaced_and_left_out(home: Path) -> None:
    texts = np.empty(2, object)
    texts[0], texts[1] = [1, 2, 9], [5]
    np.savez(home / "mine.npz", x=texts, y=np.array([10, 20]))

    def found(**chosen: object) -> dict[int, list[int]]:
        sets = rk.dataset_reuters("mine.npz", test_split=0, **chosen)
        return dict(zip(sets["train"]["y"].tolist(), sets["train"]["x"], strict=True))

    # 1 begins, 3 is added; 12 is the last word, which Keras leaves out by default
    assert found() == {10: [1, 4, 5, 2], 20: [1, 8]}
    assert found(num_words=8, skip_top=5) == {10: [2, 2, 5, 2], 20: [2, 2]}
    assert found(num_words=8, oov_char=None) == {10: [1, 4, 5], 20: [1]}
    assert found(maxlen=3) == {20: [1, 2]}
    with pytest.raises(rk.ArgumentError, match="`maxlen` is 2, but no text is shorter"):
        found(maxlen=2)


@pytest.mark.parametrize("name", ["imdb", "reuters"])
def test_word_index(home: Path, name: str) -> None:
    index = {"the": 1, "naïve": 2}
    (home / f"{name}_word_index.json").write_text(json.dumps(index), encoding="utf-8")
    function = getattr(rk, f"dataset_{name}_word_index")
    assert function() == index
    (home / "mine").write_text('{"a": 5}')
    assert function("mine") == {"a": 5}


def test_reuters_word_index_prefers_the_name_of_r(home: Path) -> None:
    (home / "reuters_word_index.json").write_text('{"a": 1}')
    (home / "reuters_word_index.pkl").write_text('{"a": 2}')
    assert rk.dataset_reuters_word_index() == {"a": 2}


@pytest.mark.parametrize(
    "name", ["imdb.npz", "reuters.npz", "imdb_word_index.json", "reuters_word_index.pkl"]
)
def test_without_network_the_error_says_where_a_file_may_be_put(home: Path, name: str) -> None:
    with pytest.raises(rk.DownloadError) as caught:
        getattr(rk, f"dataset_{name.split('.')[0]}")()
    assert str(caught.value).endswith(f"If you have it, put it at {home / name}.")
    assert name.replace(".pkl", ".json") in str(caught.value)
