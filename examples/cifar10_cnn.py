"""Small colour images of ten kinds of things with a convolutional network.

python cifar10_cnn.py
python cifar10_cnn.py --epochs=5 --filters=16 --output=results

Writes cifar10_cnn.keras (the model) and cifar10_cnn.png (the history of the training).
"""

import argparse
from pathlib import Path

import pandas as pd

import rkeras_py as rk

parser = argparse.ArgumentParser(description="Colour images with a convolutional network.")
parser.add_argument("--epochs", type=int, default=40, help="passes over the images")
parser.add_argument("--batch_size", type=int, default=64, help="images per step")
parser.add_argument("--filters", type=int, default=32, help="filters of the first block")
parser.add_argument("--seed", type=int, default=1, help="seed of all that is random")
parser.add_argument("--output", type=Path, default=".", help="folder for the model and the plot")
flags = parser.parse_args()

rk.set_random_seed(flags.seed)
flags.output.mkdir(parents=True, exist_ok=True)

# The class numbers of the data set, from 0.
CLASSES = [
    *("airplane", "automobile", "bird", "cat", "deer"),
    *("dog", "frog", "horse", "ship", "truck"),
]
cifar10 = rk.dataset_cifar10()
train, test = cifar10["train"], cifar10["test"]
print("Training images:", *train["x"].shape)
print("Test images:", *test["x"].shape)


def convolution(model, filters: int) -> None:
    """Normalisation has a bias of its own."""
    rk.layer_conv_2d(model, filters, kernel_size=3, padding="same", use_bias=False)
    rk.layer_batch_normalization(model)
    rk.layer_activation(model, "relu")


def block(model, filters: int, dropout: float) -> None:
    """Two convolutions, then half the width and height."""
    convolution(model, filters)
    convolution(model, filters)
    rk.layer_max_pooling_2d(model, pool_size=2)
    rk.layer_dropout(model, dropout)


# Scaling and flipping are layers: flipping happens in training only, scaling always.
model = rk.keras_model_sequential()
rk.layer_rescaling(model, scale=1 / 255, input_shape=(32, 32, 3))
rk.layer_random_flip(model, mode="horizontal", seed=flags.seed)
block(model, flags.filters, dropout=0.2)
block(model, 2 * flags.filters, dropout=0.3)
block(model, 4 * flags.filters, dropout=0.4)
rk.layer_global_average_pooling_2d(model)
rk.layer_dense(model, len(CLASSES), activation="softmax")
model.summary()

rk.compile(
    model,
    optimizer=rk.optimizer_adam(learning_rate=0.001),
    loss="sparse_categorical_crossentropy",
    metrics="accuracy",
)
# Smaller steps as soon as the validation loss stops falling.
history = rk.fit(
    model,
    train["x"],
    train["y"],
    epochs=flags.epochs,
    batch_size=flags.batch_size,
    validation_split=0.1,
    callbacks=[rk.callback_reduce_lr_on_plateau(factor=0.3, patience=4)],
    verbose=2,
)

scores = rk.evaluate(model, test["x"], test["y"], verbose=0)
print(f"Test loss: {scores['loss']:.4f}")
print(f"Test accuracy: {scores['accuracy']:.4f}")

# The accuracy of each class: cats and dogs are harder than ships.
predicted = rk.predict(model, test["x"], verbose=0).argmax(axis=1)
truth = test["y"].ravel()
correct = pd.Series(predicted == truth).groupby([CLASSES[label] for label in truth])
print(correct.mean().round(3).to_string())

rk.save_model_hdf5(model, flags.output / "cifar10_cnn.keras")
axes = pd.DataFrame(history.history).plot(subplots=True, xlabel="epoch", marker="o")
axes[0].figure.savefig(flags.output / "cifar10_cnn.png", dpi=120)
