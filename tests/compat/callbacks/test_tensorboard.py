"""What is written for TensorBoard, read back from its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from rkeras_py.compat.callbacks.tensorboard import TensorBoard
from rkeras_py.convert.rule import ArgumentError

WORDS, Y = np.array([[0, 1], [2, 1]]), np.ones((2, 1), "float32")


def trained(folder: Path, layer_names: list[str] | None = None, **options: object) -> keras.Model:
    table = keras.layers.Embedding(3, 4, name="words")
    layers = [keras.Input((2,)), table, keras.layers.Flatten(), keras.layers.Dense(1)]
    model = keras.Sequential(layers)
    model.compile("sgd", "mse")
    board = TensorBoard(layer_names, log_dir=str(folder), **options)
    model.fit(WORDS, Y, epochs=2, verbose=0, callbacks=[board])
    return model


def values(folder: Path) -> dict[str, list[tf.Tensor]]:
    """All that was written, by its tag."""
    found: dict[str, list[tf.Tensor]] = {}
    for file in sorted((folder / "train").glob("events*")):
        for event in tf.compat.v1.train.summary_iterator(str(file)):
            for value in event.summary.value:
                if value.HasField("tensor"):
                    found.setdefault(value.tag, []).append(tf.make_ndarray(value.tensor))
    return found


def test_a_number_for_each_epoch(tmp_path: Path) -> None:
    folder = tmp_path / "größe"
    model = trained(folder)
    losses = values(folder)["epoch_loss"]
    np.testing.assert_allclose(losses, model.history.history["loss"], rtol=1e-6)


def test_counts_of_weights(tmp_path: Path) -> None:
    model = trained(tmp_path, histogram_freq=1)
    found = values(tmp_path)
    (name,) = [name for name in found if "kernel" in name and "dense" in name]
    rows = found[name][-1]
    kernel = model.layers[-1].get_weights()[0]
    assert rows.shape == (30, 3) and rows[:, 2].sum() == kernel.size
    assert rows[0, 0] == pytest.approx(kernel.min()) and rows[-1, 1] == pytest.approx(kernel.max())


def test_embeddings_are_described_and_saved(tmp_path: Path) -> None:
    model = trained(tmp_path, embeddings_freq=1, embeddings_metadata={"words": "names_é.tsv"})
    text = (tmp_path / "projector_config.pbtxt").read_text("utf-8")
    assert text.count("embeddings {") == 1 and 'metadata_path: "names_' in text
    checkpoint = tf.train.load_checkpoint(str(tmp_path / "train" / "keras_embedding.ckpt-1"))
    key = text.split('tensor_name: "')[1].split('"')[0]
    np.testing.assert_array_equal(checkpoint.get_tensor(key), model.layers[0].get_weights()[0])


def test_an_embedding_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match=r'the model has no embedding "größe" .* but "words"'):
        trained(tmp_path, ["größe"], embeddings_freq=1)


# --- the layer of each weight, by its name -----------------------------------------------------


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


OTHER = r'the model has no embedding "dense" for .*, but "first", "second"'


def test_layers_that_are_no_embeddings_are_left_out(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match=OTHER + "; the name is ignored"):
        assert described(tmp_path, ["first", "dense"], None) == entry(FIRST)


def test_only_embeddings_can_have_labels(tmp_path: Path) -> None:
    with pytest.raises(ArgumentError, match=OTHER):
        described(tmp_path, None, {"dense": "labels.tsv"})


def test_a_model_without_embeddings(tmp_path: Path) -> None:
    callback = TensorBoard(["words"], log_dir=str(tmp_path))
    callback.set_model(keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]))
    with pytest.warns(UserWarning, match=r'no embedding "words" .*, but none'):
        callback.describe_embeddings()
    assert (tmp_path / "projector_config.pbtxt").read_text(encoding="utf-8") == ""
