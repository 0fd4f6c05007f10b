"""An LSTM learns to write, letter by letter, from a book.

python lstm_text_generation.py
python lstm_text_generation.py --epochs=5 --temperature=0.8 --output=results

After each epoch it prints what it writes by then. Writes lstm_text_generation.keras (the model)
and lstm_text_generation.png (the history of the training).
"""

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

import rkeras_py as rk

TEXT = "https://s3.amazonaws.com/text-datasets/nietzsche.txt"

parser = argparse.ArgumentParser(description="An LSTM writes, letter by letter.")
parser.add_argument("--epochs", type=int, default=20, help="passes over the text")
parser.add_argument("--batch_size", type=int, default=128, help="pieces of text per step")
parser.add_argument("--length", type=int, default=40, help="letters that the model sees")
parser.add_argument("--step", type=int, default=3, help="letters from one beginning to the next")
parser.add_argument("--units", type=int, default=128, help="width of the LSTM")
parser.add_argument("--written", type=int, default=200, help="letters to write after each epoch")
parser.add_argument("--temperature", type=float, default=0.5, help="low: the likely letters only")
parser.add_argument("--seed", type=int, default=1, help="seed of weights, order and writing")
parser.add_argument("--text", default=TEXT, help="address of the text")
parser.add_argument("--output", type=Path, default=".", help="folder for the model and the plot")
flags = parser.parse_args()

rk.set_random_seed(flags.seed)
flags.output.mkdir(parents=True, exist_ok=True)

path = rk.get_file(flags.text.rpartition("/")[2], flags.text)
text = " ".join(Path(path).read_text(encoding="utf-8").split()).lower()
alphabet = sorted(set(text))
code_of = {letter: code for code, letter in enumerate(alphabet)}
codes = np.array([code_of[letter] for letter in text])
print("Letters:", len(codes))
print("Different letters:", len(alphabet))


def pieces(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows of ``length`` letters, each with the letter that follows."""
    starts = np.arange(0, len(codes) - flags.length, flags.step)
    return codes[starts[:, None] + np.arange(flags.length)], codes[starts + flags.length]


# The end of the text is for testing: random pieces would overlap with those of the training.
border = int(0.9 * len(codes))
x_train, y_train = pieces(codes[:border])
x_test, y_test = pieces(codes[border:])
print("Training pieces:", *x_train.shape)
print("Test pieces:", *x_test.shape)

model = (
    rk.keras_model_sequential()
    >> rk.pipe.layer_embedding(len(alphabet), 32, input_length=flags.length)
    >> rk.pipe.layer_lstm(flags.units)
    >> rk.pipe.layer_dropout(0.2)
    >> rk.pipe.layer_dense(len(alphabet), activation="softmax")
)
model.summary()

rk.compile(
    model,
    optimizer=rk.optimizer_adam(learning_rate=0.002),
    loss="sparse_categorical_crossentropy",
    metrics="accuracy",
)
random = np.random.default_rng(flags.seed)


def write_on(seen: np.ndarray) -> str:
    written = ""
    for _ in range(flags.written):
        probabilities = rk.predict_on_batch(model, seen[None])[0].astype("float64")
        weights = np.exp(np.log(probabilities + 1e-9) / flags.temperature)
        code = random.choice(len(alphabet), p=weights / weights.sum())
        written += alphabet[code]
        seen = np.append(seen[1:], code)
    return written


def show_progress(epoch: int, logs: dict[str, float]) -> None:
    beginning = "".join(alphabet[code] for code in x_test[0])
    print(f"After epoch {epoch + 1}: [{beginning}]{write_on(x_test[0])}")


history = rk.fit(
    model,
    x_train,
    y_train,
    epochs=flags.epochs,
    batch_size=flags.batch_size,
    validation_split=0.1,
    callbacks=[rk.callback_lambda(on_epoch_end=show_progress)],
    verbose=2,
)

scores = rk.evaluate(model, x_test, y_test, verbose=0)
print(f"Test loss: {scores['loss']:.4f}")
print(f"Test accuracy: {scores['accuracy']:.4f}")

rk.save_model_hdf5(model, flags.output / "lstm_text_generation.keras")
axes = pd.DataFrame(history.history).plot(subplots=True, xlabel="epoch", marker="o")
axes[0].figure.savefig(flags.output / "lstm_text_generation.png", dpi=120)
