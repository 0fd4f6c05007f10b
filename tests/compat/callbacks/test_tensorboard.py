"""What is written for TensorBoard, read back from its files."""

from __future__ import annotations

from pathlib import Path

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
    with pytest.raises(ArgumentError, match=r'the model has no embedding "größe" .* but "words"'):
        trained(tmp_path, ["größe"], embeddings_freq=1)
