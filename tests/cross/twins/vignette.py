"""The twins of vignette.R, and those of plain Keras by names that end in ``_plain``."""

import keras
from keras import layers

import rkeras_py as rk


def outcome(model, x, y, **options):
    history = rk.fit(model, x, y, verbose=0, **options)
    return {
        "model": model,
        "history": history.history,
        "predictions": rk.predict(model, x, verbose=0),
    }


def plain(seed, shape, parts, x, y, optimizer, loss, metrics, **options):
    keras.backend.clear_session()
    keras.utils.set_random_seed(seed)
    model = keras.Sequential([keras.Input(shape), *parts()])
    model.compile(optimizer=optimizer, loss=loss, metrics=metrics)
    history = model.fit(x, y, shuffle=False, verbose=0, **options).history
    return {"model": model, "history": history, "predictions": model.predict(x, verbose=0)}


rk.set_random_seed(1)
model = rk.keras_model_sequential()
rk.layer_dense(model, units=16, activation="relu", input_shape=20)
rk.layer_dense(model, units=1, activation="sigmoid")
rk.compile(model, optimizer="rmsprop", loss="binary_crossentropy", metrics="accuracy")
binary = outcome(model, features, labels, epochs=3, batch_size=32, shuffle=False)

rk.set_random_seed(2)
classes = rk.to_categorical(kinds, num_classes=10)
model = rk.keras_model_sequential()
rk.layer_dense(model, units=16, activation="relu", input_shape=20)
rk.layer_dense(model, units=10, activation="softmax")
rk.compile(model, optimizer="rmsprop", loss="categorical_crossentropy", metrics="accuracy")
categorical = outcome(model, features, classes, epochs=3, batch_size=32)

rk.set_random_seed(3)
model = rk.keras_model_sequential()
rk.layer_dense(model, units=24, activation="relu", input_shape=20)
rk.layer_dropout(model, rate=0.5)
rk.layer_dense(model, units=24, activation="relu")
rk.layer_dropout(model, rate=0.5)
rk.layer_dense(model, units=10, activation="softmax")
sgd = rk.optimizer_sgd(lr=0.01, decay=1e-3, momentum=0.9, nesterov=True)
rk.compile(model, optimizer=sgd, loss="categorical_crossentropy", metrics="accuracy")
mlp_softmax = outcome(model, features, classes, epochs=4, batch_size=40)
mlp_softmax["score"] = rk.evaluate(model, features, classes, batch_size=40, verbose=0)

rk.set_random_seed(4)
model = rk.keras_model_sequential()
rk.layer_dense(model, units=24, activation="relu", input_shape=20)
rk.layer_dropout(model, rate=0.5)
rk.layer_dense(model, units=24, activation="relu")
rk.layer_dropout(model, rate=0.5)
rk.layer_dense(model, units=1, activation="sigmoid")
rk.compile(model, optimizer="rmsprop", loss="binary_crossentropy", metrics="accuracy")
mlp_binary = outcome(model, features, labels, epochs=4, batch_size=40, shuffle=False)
mlp_binary["score"] = rk.evaluate(model, features, labels, batch_size=40, verbose=0)

rk.set_random_seed(5)
model = rk.keras_model_sequential()
rk.layer_conv_2d(model, 4, (3, 3), activation="relu", input_shape=(16, 16, 3))
rk.layer_conv_2d(model, 4, (3, 3), activation="relu")
rk.layer_max_pooling_2d(model, (2, 2))
rk.layer_dropout(model, rate=0.25)
rk.layer_conv_2d(model, 6, (3, 3), activation="relu")
rk.layer_max_pooling_2d(model, (2, 2))
rk.layer_dropout(model, rate=0.25)
rk.layer_flatten(model)
rk.layer_dense(model, units=16, activation="relu")
rk.layer_dropout(model, rate=0.5)
rk.layer_dense(model, units=10, activation="softmax")
sgd = rk.optimizer_sgd(lr=0.01, decay=1e-6, momentum=0.9, nesterov=True)
rk.compile(model, optimizer=sgd, loss="categorical_crossentropy")
convnet = outcome(model, images, classes[:32], epochs=2, batch_size=16)

rk.set_random_seed(6)
model = rk.keras_model_sequential()
rk.layer_embedding(model, input_dim=30, output_dim=8)
rk.layer_lstm(model, units=8)
rk.layer_dropout(model, rate=0.5)
rk.layer_dense(model, units=1, activation="sigmoid")
rk.compile(model, optimizer="rmsprop", loss="binary_crossentropy", metrics="accuracy")
lstm = outcome(model, words, labels, epochs=2, batch_size=16)

rk.set_random_seed(7)
model = rk.keras_model_sequential()
rk.layer_conv_1d(model, filters=6, kernel_size=3, activation="relu", input_shape=(24, 4))
rk.layer_max_pooling_1d(model, pool_size=3)
rk.layer_conv_1d(model, filters=8, kernel_size=3, activation="relu")
rk.layer_global_average_pooling_1d(model)
rk.layer_dropout(model, rate=0.5)
rk.layer_dense(model, units=1, activation="sigmoid")
rk.compile(model, optimizer="rmsprop", loss="binary_crossentropy", metrics="accuracy")
conv_1d = outcome(model, signals, labels, epochs=2, batch_size=16, shuffle=False)

rk.set_random_seed(8)
model = rk.keras_model_sequential()
rk.layer_lstm(model, units=6, return_sequences=True, input_shape=(8, 5))
rk.layer_lstm(model, units=6, return_sequences=True)
rk.layer_lstm(model, units=6)
rk.layer_dense(model, units=10, activation="softmax")
rk.compile(model, optimizer="rmsprop", loss="categorical_crossentropy", metrics="accuracy")
validation = [steps[:32], classes[:32]]
options = {"batch_size": 32, "shuffle": False, "validation_data": validation}
stacked = outcome(model, steps, classes, epochs=2, **options)

rk.set_random_seed(9)
model = rk.keras_model_sequential()
rk.layer_lstm(model, 6, return_sequences=True, stateful=True, batch_input_shape=(16, 8, 5))
rk.layer_lstm(model, 6, stateful=True)
rk.layer_dense(model, units=10, activation="softmax")
rk.compile(model, optimizer="rmsprop", loss="categorical_crossentropy", metrics="accuracy")
options = {"batch_size": 16, "shuffle": False, "verbose": 0, "validation_data": validation}
history = rk.fit(model, steps, classes, epochs=2, **options)
rk.reset_states(model)
stateful = {
    "model": model,
    "history": history.history,
    "predictions": rk.predict(model, steps, batch_size=16, verbose=0),
}

binary_plain = plain(
    1, (20,), lambda: [layers.Dense(16, "relu"), layers.Dense(1, "sigmoid")], features, labels,
    "rmsprop", "binary_crossentropy", ["accuracy"], epochs=3, batch_size=32,
)  # fmt: skip
mlp_binary_plain = plain(
    4, (20,),
    lambda: [
        layers.Dense(24, "relu"), layers.Dropout(0.5), layers.Dense(24, "relu"),
        layers.Dropout(0.5), layers.Dense(1, "sigmoid"),
    ],
    features, labels, "rmsprop", "binary_crossentropy", ["accuracy"], epochs=4, batch_size=40,
)  # fmt: skip
conv_1d_plain = plain(
    7, (24, 4),
    lambda: [
        layers.Conv1D(6, 3, activation="relu"), layers.MaxPooling1D(3),
        layers.Conv1D(8, 3, activation="relu"), layers.GlobalAveragePooling1D(),
        layers.Dropout(0.5), layers.Dense(1, "sigmoid"),
    ],
    signals, labels, "rmsprop", "binary_crossentropy", ["accuracy"], epochs=2, batch_size=16,
)  # fmt: skip
stacked_plain = plain(
    8, (8, 5),
    lambda: [
        layers.LSTM(6, return_sequences=True), layers.LSTM(6, return_sequences=True),
        layers.LSTM(6), layers.Dense(10, "softmax"),
    ],
    steps, classes, "rmsprop", "categorical_crossentropy", ["accuracy"], epochs=2, batch_size=32,
    validation_data=tuple(validation),
)  # fmt: skip
