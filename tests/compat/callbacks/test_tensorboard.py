"""What TensorBoard's callback notes about embeddings: the layer of each weight, by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import pytest

from rkeras_py.compat.callbacks.tensorboard import TensorBoard
from rkeras_py.convert.rule import ArgumentError


def described(folder: Path, layer_names: list[str] | None, metadata: Any) -> str:
    """The notes for a model with two embeddings that stand behind a dense layer."""
    numbers, words = keras.Input((2,)), keras.Input((3,), dtype="int32")
    dense = keras.layers.Dense(4, name="dense")(numbers)
    first = keras.layers.Embedding(5, 4, name="first")(words)
    second = keras.layers.Embedding(6, 4, name="second")(words)
    joined = keras.layers.Add(name="sum")([keras.layers.Add()([first, second]), dense[:, None]])
    callback = TensorBoard(layer_names, log_dir=str(folder), embeddings_metadata=metadata)
    callback.set_model(keras.Model([numbers, words], joined))
    callback.describe_embeddings()
    return (folder / "projector_config.pbtxt").read_text(encoding="utf-8")


def entry(layer: int, metadata: str | None = None) -> str:
    key = f"layer_with_weights-{layer}/embeddings/.ATTRIBUTES/VARIABLE_VALUE"
    lines = [f'  tensor_name: "{key}"'] + ([f'  metadata_path: "{metadata}"'] if metadata else [])
    return "\n".join(["embeddings {", *lines, "}\n"])


#: Where the layers stand among those with weights, which Keras orders by their depth.
FIRST, SECOND = 0, 1


@pytest.mark.parametrize(
    ("layer_names", "metadata", "entries"),
    [
        (None, None, [(FIRST, None), (SECOND, None)]),
        ([], "all.tsv", [(FIRST, "all.tsv"), (SECOND, "all.tsv")]),
        (None, {"second": "2.tsv"}, [(FIRST, None), (SECOND, "2.tsv")]),
        (["first"], None, [(FIRST, None)]),
        (["second"], {"second": "2.tsv", "first": "1.tsv"}, [(SECOND, "2.tsv")]),
    ],
)
def test_each_weight_goes_by_its_layer(
    tmp_path: Path, layer_names: Any, metadata: Any, entries: list[tuple[int, str | None]]
) -> None:
    expected = "".join(entry(*each) for each in entries)
    assert described(tmp_path, layer_names, metadata) == expected


@pytest.mark.parametrize(
    ("layer_names", "metadata"), [(["first", "dense"], None), (None, {"dense": "labels.tsv"})]
)
def test_only_embeddings_can_be_asked_for(tmp_path: Path, layer_names: Any, metadata: Any) -> None:
    text = r'the model has no embedding "dense" for .*, but "first", "second"\.'
    with pytest.raises(ArgumentError, match=text):
        described(tmp_path, layer_names, metadata)


def test_a_model_without_embeddings(tmp_path: Path) -> None:
    callback = TensorBoard(["words"], log_dir=str(tmp_path))
    callback.set_model(keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]))
    with pytest.raises(ArgumentError, match=r'no embedding "words" .*, but none'):
        callback.describe_embeddings()
    assert not list(tmp_path.rglob("*.pbtxt"))
