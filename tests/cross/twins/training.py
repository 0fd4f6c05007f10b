"""The twins of training.R."""

import csv

import numpy as np
from keras import ops

import rkeras_py as rk


def small(units=1, **options):
    model = rk.keras_model_sequential()
    rk.layer_dense(model, 8, activation="tanh", input_shape=20)
    rk.layer_dropout(model, 0.2)
    rk.layer_dense(model, units, **options)
    return model


def outcome(model, history, x=None):
    x = features if x is None else x
    return {
        "model": model,
        "history": history.history,
        "predictions": rk.predict(model, x, verbose=0),
    }


fitting = {"batch_size": 16, "verbose": 0}

optimizers = {}
for name, make in {
    "sgd": lambda: rk.optimizer_sgd(lr=0.05, momentum=0.8, decay=0.01),
    "rmsprop": lambda: rk.optimizer_rmsprop(lr=0.002, rho=0.8),
    "adam": lambda: rk.optimizer_adam(lr=0.01, amsgrad=True, clipnorm=0.5),
    "adagrad": lambda: rk.optimizer_adagrad(lr=0.05),
    "adadelta": lambda: rk.optimizer_adadelta(lr=0.5),
    "adamax": lambda: rk.optimizer_adamax(lr=0.01, clipvalue=0.1),
    "nadam": lambda: rk.optimizer_nadam(lr=0.01),
}.items():
    rk.set_random_seed(31)
    made = make()
    model = small()
    rk.compile(model, optimizer=made, loss="mse")
    optimizers[name] = outcome(model, rk.fit(model, features, labels, epochs=2, **fitting))

rk.set_random_seed(32)
model = small()
rk.compile(model, optimizer=rk.optimizer_adam(lr=0.05), loss="mse", metrics="mae")
history = rk.fit(
    model, features, labels, epochs=12, **fitting, validation_split=0.25,
    callbacks=[
        rk.callback_early_stopping(monitor="val_loss", patience=3, restore_best_weights=True),
        rk.callback_reduce_lr_on_plateau(monitor="val_loss", patience=1, factor=0.5),
        rk.callback_csv_logger("py.csv"),
        rk.callback_model_checkpoint("py.best.h5", save_best_only=True),
    ],
)  # fmt: skip
callbacks = outcome(model, history)
callbacks["best"] = rk.predict(rk.load_model_hdf5("py.best.h5"), features, verbose=0)
with open("py.csv", newline="") as file:
    rows = list(csv.DictReader(file))
callbacks["log"] = {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}

rk.set_random_seed(33)
losses = []
model = small()
rk.compile(model, optimizer="sgd", loss="mse")
history = rk.fit(
    model, features, labels, epochs=3, **fitting,
    callbacks=[
        rk.callback_learning_rate_scheduler(lambda epoch, lr: lr * 0.5**epoch),
        rk.callback_lambda(on_batch_end=lambda batch, logs: losses.append(logs["loss"])),
    ],
)  # fmt: skip
callbacks_of_ones_own = {**outcome(model, history), "seen": losses}


def batches():
    at = 0
    while True:
        rows = slice(at % 6 * 16, at % 6 * 16 + 16)
        at += 1
        yield features[rows], labels[rows]


rk.set_random_seed(34)
model = small()
rk.compile(model, optimizer="rmsprop", loss="mse")
generators = outcome(model, rk.fit(model, batches(), steps_per_epoch=6, epochs=2, verbose=0))

rk.set_random_seed(35)
model = small(activation="softmax", units=3)
rk.compile(model, "adam", "sparse_categorical_crossentropy", metrics="accuracy")
weights = {0: 1, 1: 3, 2: 0.5}
history = rk.fit(model, features, kinds % 3, epochs=2, **fitting, class_weight=weights)
class_weights = outcome(model, history)

rk.set_random_seed(36)
model = small()
rk.compile(model, optimizer="adam", loss="mse", weighted_metrics="mae")
weights = 1 + np.arange(96) / 96
history = rk.fit(model, features, labels, epochs=2, **fitting, sample_weight=weights)
sample_weights = outcome(model, history)

rk.set_random_seed(37)
first = rk.layer_input(shape=20, name="first")
second = rk.layer_input(shape=(8, 5), name="second")
joined = rk.layer_concatenate([first, rk.layer_gru(second, 4)])
number = rk.layer_dense(joined, 1, name="number")
kind = rk.layer_dense(joined, 3, activation="softmax", name="kind")
model = rk.keras_model([first, second], [number, kind])
rk.compile(
    model, optimizer="nadam", loss={"number": "mse", "kind": "sparse_categorical_crossentropy"},
    loss_weights={"number": 0.3, "kind": 1}, metrics={"kind": "accuracy"},
)  # fmt: skip
history = rk.fit(
    model, {"first": features, "second": steps}, {"number": labels, "kind": kinds % 3},
    epochs=2, **fitting, validation_split=0.25,
)  # fmt: skip
several = outcome(model, history, [features, steps])


def far(y_true, y_pred):
    return ops.mean(ops.square(y_true - y_pred) * ops.exp(-ops.abs(y_pred)), axis=-1)


def spread(y_true, y_pred):
    return ops.max(y_pred) - ops.min(y_pred)


rk.set_random_seed(38)
model = small()
rk.compile(model, optimizer="adam", loss=far, metrics=[spread, "mae"])
measures = outcome(model, rk.fit(model, features, labels, epochs=2, **fitting))

schedules = {}
for name, rate in {
    "exponential": rk.learning_rate_schedule_exponential_decay(0.1, decay_steps=4, decay_rate=0.8),
    "cosine": rk.learning_rate_schedule_cosine_decay(0.1, decay_steps=10),
    "pieces": rk.learning_rate_schedule_piecewise_constant_decay([3, 8], [0.1, 0.05, 0.01]),
    "inverse": rk.learning_rate_schedule_inverse_time_decay(0.1, decay_steps=3, decay_rate=0.5),
}.items():
    rk.set_random_seed(39)
    model = small()
    rk.compile(model, optimizer=rk.optimizer_sgd(learning_rate=rate), loss="mse")
    schedules[name] = outcome(model, rk.fit(model, features, labels, epochs=2, **fitting))

rk.set_random_seed(40)
model = small()
rk.compile(model, optimizer="adam", loss="mse", metrics="mae")
stepwise = {"losses": []}
for i in range(4):
    rows = slice(i * 16, i * 16 + 16)
    stepwise["losses"].append(rk.train_on_batch(model, features[rows], labels[rows]))
stepwise["tested"] = rk.test_on_batch(model, features, labels)
stepwise["predictions"] = rk.predict_on_batch(model, features)
stepwise["evaluated"] = rk.evaluate(model, features, labels, batch_size=32, verbose=0)
stepwise["model"] = model

rk.set_random_seed(41)
model = small()
rk.compile(model, optimizer=rk.optimizer_adam(lr=0.01, decay=0.1), loss="mae")
rk.fit(model, features, labels, epochs=1, **fitting)
saving = {}
for name in ("h5", "keras"):
    rk.save_model_hdf5(model, f"py.{name}")
    again = rk.load_model_hdf5(f"py.{name}")
    history = rk.fit(again, features, labels, epochs=2, shuffle=False, **fitting)
    saving[name] = outcome(again, history)
saving["config"] = rk.model_to_json(model)
