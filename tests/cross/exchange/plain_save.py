"""Models that plain Keras trains and saves; what they predict before and after one more epoch."""

import os
import pickle
import sys
from pathlib import Path

import numpy as np

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
from keras import layers

folder = Path(sys.argv[1])
data = dict(np.load(folder / "data.npz"))
y = data["y"]
keras.utils.set_random_seed(12)


def keep(model, x, y, name):
    def train():
        return model.fit(x, y, batch_size=8, shuffle=False, verbose=0).history

    train(), train()
    for ending in (".keras", ".h5"):
        model.save(folder / f"plain_{name}{ending}")
    model.save_weights(folder / f"plain_{name}.weights.h5")
    before = model.predict(x, verbose=0)
    history = train()
    return {"before": before, "losses": history, "after": model.predict(x, verbose=0)}


def sequential(shape, *parts, **options):
    model = keras.Sequential([keras.Input(shape), *parts])
    model.compile(**options)
    return model


saved = {}
saved["dense"] = keep(
    sequential(
        (4,),
        layers.Dense(6, activation="relu"),
        layers.Dense(1),
        optimizer=keras.optimizers.Adam(0.01),
        loss="mean_squared_error",
        metrics=["mae"],
    ),
    data["x"],
    y,
    "dense",
)
saved["images"] = keep(
    sequential(
        (8, 8, 1),
        layers.Conv2D(3, 3, activation="relu"),
        layers.BatchNormalization(),
        layers.Flatten(),
        layers.Dense(1, activation="sigmoid"),
        optimizer=keras.optimizers.SGD(
            keras.optimizers.schedules.ExponentialDecay(0.1, 4, 0.9), momentum=0.9
        ),
        loss="binary_crossentropy",
        metrics=["accuracy"],
    ),
    data["images"],
    y,
    "images",
)
first, second = keras.Input((4,), name="first"), keras.Input((5, 2), name="second")
joined = layers.Concatenate()([first, layers.GRU(3)(second)])
many = keras.Model(
    [first, second],
    [layers.Dense(1, name="one")(joined), layers.Dense(1, name="two")(joined)],
)
many.compile("rmsprop", loss=["mean_squared_error", "mean_absolute_error"])
saved["many"] = keep(many, [data["x"], data["steps"]], [y, y], "many")


@keras.saving.register_keras_serializable("mine")
class Tripled(keras.layers.Layer):
    def call(self, inputs):
        return 3 * inputs


tripled = keras.Sequential([keras.Input((4,)), Tripled()])
for ending in (".keras", ".h5"):
    tripled.save(folder / f"python_class{ending}")

(folder / "saved.pickle").write_bytes(pickle.dumps(saved))
