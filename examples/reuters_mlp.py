"""Newswires on 46 topics with a network of dense layers.

python reuters_mlp.py
python reuters_mlp.py --epochs=3 --num_words=2000 --output=results

Writes reuters_mlp.keras (the model) and reuters_mlp.png (the history of the training).
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

import rkeras_py as rk

parser = argparse.ArgumentParser(description="Newswires with dense layers.")
parser.add_argument("--epochs", type=int, default=20, help="passes over the newswires, at most")
parser.add_argument("--batch_size", type=int, default=64, help="newswires per step")
parser.add_argument("--num_words", type=int, default=5000, help="words that are told apart")
parser.add_argument("--dropout", type=float, default=0.5, help="share of units that are dropped")
parser.add_argument("--seed", type=int, default=1, help="seed of weights, order and dropout")
parser.add_argument("--output", type=Path, default=".", help="folder for the model and the plot")
flags = parser.parse_args()

rk.set_random_seed(flags.seed)
flags.output.mkdir(parents=True, exist_ok=True)

reuters = rk.dataset_reuters(num_words=flags.num_words, test_split=0.2)
train, test = reuters["train"], reuters["test"]
topics = int(max(train["y"].max(), test["y"].max())) + 1
print("Training newswires:", len(train["x"]))
print("Test newswires:", len(test["x"]))
print("Topics:", topics)

# A column for each word: 1 where the newswire has it. The order of the words is lost.
tokenizer = rk.text_tokenizer(num_words=flags.num_words)
x_train = rk.sequences_to_matrix(tokenizer, train["x"], mode="binary")
x_test = rk.sequences_to_matrix(tokenizer, test["x"], mode="binary")
print("Training matrix:", *x_train.shape)

model = (
    rk.keras_model_sequential()
    >> rk.pipe.layer_dense(128, activation="relu", input_shape=flags.num_words)
    >> rk.pipe.layer_dropout(flags.dropout)
    >> rk.pipe.layer_dense(64, activation="relu")
    >> rk.pipe.layer_dropout(flags.dropout)
    >> rk.pipe.layer_dense(topics, activation="softmax")
)
model.summary()

# Some topics are rare, so whether the right one is among the first three counts as well.
rk.compile(
    model,
    optimizer=rk.optimizer_adam(learning_rate=0.001),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy", rk.metric_sparse_top_k_categorical_accuracy(k=3, name="top_3")],
)
history = rk.fit(
    model,
    x_train,
    train["y"],
    epochs=flags.epochs,
    batch_size=flags.batch_size,
    validation_split=0.1,
    callbacks=[rk.callback_early_stopping(patience=2, restore_best_weights=True)],
    verbose=2,
)

scores = rk.evaluate(model, x_test, test["y"], verbose=0)
print(f"Test loss: {scores['loss']:.4f}")
print(f"Test accuracy: {scores['accuracy']:.4f}")
print(f"Among the first three: {scores['top_3']:.4f}")
# What a model would reach that always answers with the most frequent topic.
most_frequent = np.bincount(train["y"]).argmax()
print(f"The most frequent topic: {(test['y'] == most_frequent).mean():.4f}")

rk.save_model_hdf5(model, flags.output / "reuters_mlp.keras")
axes = pd.DataFrame(history.history).plot(subplots=True, xlabel="epoch", marker="o")
axes[0].figure.savefig(flags.output / "reuters_mlp.png", dpi=120)
