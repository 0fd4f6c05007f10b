"""Handwritten digits with a network of dense layers.

python mnist_mlp.py
python mnist_mlp.py --epochs=3 --output=results

Writes mnist_mlp.keras (the model) and mnist_mlp.png (the history of the training).
"""

import argparse
from pathlib import Path

import pandas as pd

import rkeras_py as rk

parser = argparse.ArgumentParser(description="Handwritten digits with dense layers.")
parser.add_argument("--epochs", type=int, default=15, help="passes over the images, at most")
parser.add_argument("--batch_size", type=int, default=128, help="images per step")
parser.add_argument("--dropout", type=float, default=0.3, help="share of units that are dropped")
parser.add_argument("--seed", type=int, default=1, help="seed of weights, order and dropout")
parser.add_argument("--output", type=Path, default=".", help="folder for the model and the plot")
flags = parser.parse_args()

rk.set_random_seed(flags.seed)
flags.output.mkdir(parents=True, exist_ok=True)

mnist = rk.dataset_mnist()
train, test = mnist["train"], mnist["test"]
print("Training images:", *train["x"].shape)
print("Test images:", *test["x"].shape)

# The scaling is part of the model: whoever loads it gives it pixels from 0 to 255.
model = (
    rk.keras_model_sequential()
    >> rk.pipe.layer_rescaling(scale=1 / 255, input_shape=(28, 28))
    >> rk.pipe.layer_flatten()
    >> rk.pipe.layer_dense(256, activation="relu")
    >> rk.pipe.layer_dropout(flags.dropout)
    >> rk.pipe.layer_dense(128, activation="relu")
    >> rk.pipe.layer_dropout(flags.dropout)
    >> rk.pipe.layer_dense(10, activation="softmax")
)
model.summary()

# "sparse" because the targets are the digits themselves, not rows of zeros and ones.
rk.compile(
    model,
    optimizer=rk.optimizer_adam(learning_rate=0.001),
    loss="sparse_categorical_crossentropy",
    metrics="accuracy",
)
history = rk.fit(
    model,
    train["x"],
    train["y"],
    epochs=flags.epochs,
    batch_size=flags.batch_size,
    validation_split=0.1,
    callbacks=[rk.callback_early_stopping(patience=3, restore_best_weights=True)],
    verbose=2,
)

scores = rk.evaluate(model, test["x"], test["y"], verbose=0)
print(f"Test loss: {scores['loss']:.4f}")
print(f"Test accuracy: {scores['accuracy']:.4f}")

# Which digits are taken for which: the right ones are on the diagonal.
predicted = rk.predict(model, test["x"], verbose=0).argmax(axis=1)
print(pd.crosstab(test["y"], predicted, rownames=["digit"], colnames=["predicted"]))

rk.save_model_hdf5(model, flags.output / "mnist_mlp.keras")
axes = pd.DataFrame(history.history).plot(subplots=True, xlabel="epoch", marker="o")
axes[0].figure.savefig(flags.output / "mnist_mlp.png", dpi=120)
