"""Film reviews, favourable or not, with an LSTM.

python imdb_lstm.py
python imdb_lstm.py --epochs=2 --num_words=5000 --output=results

Writes imdb_lstm.keras (the model) and imdb_lstm.png (the history of the training).
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

import rkeras_py as rk

parser = argparse.ArgumentParser(description="Film reviews with an LSTM.")
parser.add_argument("--epochs", type=int, default=6, help="passes over the reviews, at most")
parser.add_argument("--batch_size", type=int, default=64, help="reviews per step")
parser.add_argument("--num_words", type=int, default=10_000, help="words that are told apart")
parser.add_argument("--maxlen", type=int, default=200, help="last words of a review that are read")
parser.add_argument("--units", type=int, default=64, help="width of word vectors and LSTM")
parser.add_argument("--seed", type=int, default=1, help="seed of weights, order and dropout")
parser.add_argument("--output", type=Path, default=".", help="folder for the model and the plot")
flags = parser.parse_args()

rk.set_random_seed(flags.seed)
flags.output.mkdir(parents=True, exist_ok=True)

imdb = rk.dataset_imdb(num_words=flags.num_words)
train, test = imdb["train"], imdb["test"]
print("Training reviews:", len(train["x"]))
print("Test reviews:", len(test["x"]))
print("Words of a training review, median:", f"{np.median([len(x) for x in train['x']]):g}")


def as_matrix(reviews: list[list[int]]) -> np.ndarray:
    """Short reviews are filled with zeros at their end, which the embedding masks."""
    return rk.pad_sequences(reviews, maxlen=flags.maxlen, padding="post", truncating="pre")


x_train, x_test = as_matrix(train["x"]), as_matrix(test["x"])
print("Training matrix:", *x_train.shape)

model = (
    rk.keras_model_sequential()
    >> rk.pipe.layer_embedding(
        flags.num_words, flags.units, input_length=flags.maxlen, mask_zero=True
    )
    >> rk.pipe.layer_dropout(0.3)
    >> rk.pipe.layer_lstm(flags.units)
    >> rk.pipe.layer_dropout(0.3)
    >> rk.pipe.layer_dense(1, activation="sigmoid")
)
model.summary()

rk.compile(
    model,
    optimizer=rk.optimizer_adam(learning_rate=0.001),
    loss="binary_crossentropy",
    metrics="accuracy",
)
# A few passes are enough to learn the training reviews by heart.
history = rk.fit(
    model,
    x_train,
    train["y"],
    epochs=flags.epochs,
    batch_size=flags.batch_size,
    validation_split=0.2,
    callbacks=[rk.callback_early_stopping(patience=1, restore_best_weights=True)],
    verbose=2,
)

scores = rk.evaluate(model, x_test, test["y"], verbose=0)
print(f"Test loss: {scores['loss']:.4f}")
print(f"Test accuracy: {scores['accuracy']:.4f}")

# The data set adds 3 to the numbers of words: 1 begins a review, 2 stands for a rare word.
word_of = {number + 3: word for word, number in rk.dataset_imdb_word_index().items()}


def as_text(review: list[int]) -> str:
    return " ".join(word_of.get(number, "...") for number in review)


favourable = rk.predict(model, x_test, verbose=0).ravel()
print("The most favourable:", as_text(test["x"][favourable.argmax()])[:300])
print("The least favourable:", as_text(test["x"][favourable.argmin()])[:300])

rk.save_model_hdf5(model, flags.output / "imdb_lstm.keras")
axes = pd.DataFrame(history.history).plot(subplots=True, xlabel="epoch", marker="o")
axes[0].figure.savefig(flags.output / "imdb_lstm.png", dpi=120)
