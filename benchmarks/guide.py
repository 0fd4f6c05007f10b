"""The models of the guide to the sequential model, of the same sizes, in plain Keras 3."""

import keras
import numpy as np
from keras import layers

random = np.random.default_rng(42)
MAX_FEATURES, OUTPUT_DIM, SEQ_LENGTH = 1000, 256, 64


def stack(shape, *parts):
    return keras.Sequential([keras.Input(shape), *parts])


def labels(n, most=1):
    return np.round(random.uniform(0, most, size=(n, 1)))


def classes(n):
    return keras.utils.to_categorical(labels(n, 9), 10)


def train(model, x, y, test=None, batch_size=None, **options):
    model.fit(x, y, batch_size=batch_size, verbose=2, **options)
    if test:
        model.evaluate(*test, batch_size=batch_size, verbose=2)


def two_classes(model):
    model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
    return model


def ten_classes(model, optimizer):
    model.compile(loss="categorical_crossentropy", optimizer=optimizer, metrics=["accuracy"])
    return model


def sgd():
    rate = keras.optimizers.schedules.InverseTimeDecay(0.01, 1, 1e-6)
    return keras.optimizers.SGD(rate, momentum=0.9, nesterov=True)


for optimizer, loss, metrics in (
    ("rmsprop", "categorical_crossentropy", ["accuracy"]),
    (keras.optimizers.RMSprop(0.002), "mse", None),
    (keras.optimizers.RMSprop(), "binary_crossentropy", ["binary_accuracy"]),
):
    model = stack(
        (784,),
        layers.Dense(32),
        layers.Activation("relu"),
        layers.Dense(10),
        layers.Activation("softmax"),
    )
    model.compile(optimizer=optimizer, loss=loss, metrics=metrics)
model.summary()

data = random.uniform(size=(1000, 100))
model = stack((100,), layers.Dense(32, activation="relu"), layers.Dense(1, activation="sigmoid"))
train(two_classes(model), data, labels(1000), batch_size=32, epochs=10)
model = stack((100,), layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax"))
train(ten_classes(model, "rmsprop"), data, classes(1000), batch_size=32, epochs=10)

x, x_test = random.uniform(size=(1000, 20)), random.uniform(size=(100, 20))


def perceptron(units, activation):
    return stack(
        (20,),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(64, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(units, activation=activation),
    )


model = ten_classes(perceptron(10, "softmax"), sgd())
train(model, x, classes(1000), (x_test, classes(100)), batch_size=128, epochs=20)
model = two_classes(perceptron(1, "sigmoid"))
train(model, x, labels(1000), (x_test, labels(100)), batch_size=128, epochs=20)

images, images_test = (random.uniform(size=(n, 100, 100, 3)) for n in (100, 20))
model = stack(
    (100, 100, 3),
    *(
        part
        for filters in (32, 64)
        for part in (
            layers.Conv2D(filters, 3, activation="relu"),
            layers.Conv2D(filters, 3, activation="relu"),
            layers.MaxPooling2D(2),
            layers.Dropout(0.25),
        )
    ),
    layers.Flatten(),
    layers.Dense(256, activation="relu"),
    layers.Dropout(0.25),
    layers.Dense(10, activation="softmax"),
)
train(
    ten_classes(model, sgd()), images, classes(100), (images_test, classes(20)),
    batch_size=32, epochs=10,
)  # fmt: skip

tokens, tokens_test = (random.integers(MAX_FEATURES, size=(n, 50)) for n in (160, 32))
model = keras.Sequential(
    [
        layers.Embedding(MAX_FEATURES, OUTPUT_DIM),
        layers.LSTM(128),
        layers.Dropout(0.5),
        layers.Dense(1, activation="sigmoid"),
    ]
)
test = (tokens_test, labels(32))
train(two_classes(model), tokens, labels(160), test, batch_size=16, epochs=10)

signal, signal_test = (random.uniform(size=(n, SEQ_LENGTH, 100)) for n in (160, 32))
model = stack(
    (SEQ_LENGTH, 100),
    layers.Conv1D(64, 3, activation="relu"),
    layers.Conv1D(64, 3, activation="relu"),
    layers.MaxPooling1D(3),
    layers.Conv1D(128, 3, activation="relu"),
    layers.Conv1D(128, 3, activation="relu"),
    layers.GlobalAveragePooling1D(),
    layers.Dropout(0.5),
    layers.Dense(1, activation="sigmoid"),
)
test = (signal_test, labels(32))
train(two_classes(model), signal, labels(160), test, batch_size=16, epochs=10)

TIMESTEPS, DATA_DIM = 8, 16


def series(n):
    return random.uniform(size=(n, TIMESTEPS, DATA_DIM)), random.uniform(size=(n, 10))


def recurrent(stateful, batch_size=None):
    return ten_classes(
        keras.Sequential(
            [
                keras.Input((TIMESTEPS, DATA_DIM), batch_size=batch_size),
                layers.LSTM(32, return_sequences=True, stateful=stateful),
                layers.LSTM(32, return_sequences=True, stateful=stateful),
                layers.LSTM(32, stateful=stateful),
                layers.Dense(10, activation="softmax"),
            ]
        ),
        "rmsprop",
    )


train(recurrent(False), *series(1000), batch_size=64, epochs=5, validation_data=series(100))
train(
    recurrent(True, 32), *series(320), batch_size=32, epochs=5, shuffle=False,
    validation_data=series(96),
)  # fmt: skip
