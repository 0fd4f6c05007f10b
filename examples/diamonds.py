"""Prices of diamonds: from R's data frame to a model that answers requests. No download.

python diamonds.py
python diamonds.py --epochs=5 --rows=5000 --output=results

Writes diamonds.keras (the model), diamonds_savedmodel/ (the same for TensorFlow Serving) and
diamonds.png (the history of the training).
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd

import rkeras_py as rk

parser = argparse.ArgumentParser(description="Prices of diamonds.")
parser.add_argument("--epochs", type=int, default=20, help="passes over the diamonds, at most")
parser.add_argument("--batch_size", type=int, default=256, help="diamonds per step")
parser.add_argument("--rows", type=int, default=53_940, help="diamonds to use, drawn at random")
parser.add_argument("--seed", type=int, default=1, help="seed of draws, weights and order")
parser.add_argument("--output", type=Path, default=".", help="folder for the model and the plot")
flags = parser.parse_args()

rk.set_random_seed(flags.seed)  # that of R, too
flags.output.mkdir(parents=True, exist_ok=True)

# 1. Data: R's data frame comes as one of pandas, its factors as categories. Sizes are in
#    millimetres; a size of 0 is an error of measurement.
NUMBERS = ["carat", "depth", "table", "x", "y", "z"]
diamonds = rk.r(
    """
    diamonds <- as.data.frame(ggplot2::diamonds)
    diamonds <- diamonds[sample(nrow(diamonds), min(rows, nrow(diamonds))), ]
    subset(diamonds, x > 0 & y > 0 & z > 0)
    """,
    rows=flags.rows,
)
grades = {name: list(diamonds[name].cat.categories) for name in ("cut", "color", "clarity")}

border = int(0.2 * len(diamonds))
test, train = diamonds[:border], diamonds[border:]
print("Training rows:", len(train))
print("Test rows:", len(test))


def features(rows: pd.DataFrame) -> pd.DataFrame:
    """What the model is given: numbers and texts, by the names of the columns."""
    return rows[[*NUMBERS, *grades]].astype(dict.fromkeys(grades, "object"))


# 2. Preparation within the model, so that it is saved with it: numbers are centred and scaled,
#    grades become zeros and ones.
inputs, prepared = [], []
for name in NUMBERS:
    normalize = rk.layer_normalization(axis=None)
    rk.adapt(normalize, train[name].to_numpy())
    inputs.append(rk.layer_input(1, name=name))
    prepared.append(normalize(inputs[-1]))
for name, levels in grades.items():
    inputs.append(rk.layer_input(1, name=name, dtype="string"))
    prepared.append(
        rk.layer_string_lookup(
            inputs[-1], vocabulary=levels, num_oov_indices=0, output_mode="one_hot"
        )
    )
log_price = np.log(train["price"])
# The bias begins at the mean, so that the first steps need not find it.
output = (
    rk.layer_concatenate(prepared)
    >> rk.pipe.layer_dense(64, activation="relu")
    >> rk.pipe.layer_dense(64, activation="relu")
    >> rk.pipe.layer_dense(
        1, bias_initializer=rk.initializer_constant(log_price.mean()), name="log_price"
    )
)
model = rk.keras_model(inputs, output)

# 3. Training on the logarithm: an error of 10 % counts the same for cheap and dear stones.
rk.compile(
    model,
    optimizer=rk.optimizer_adam(learning_rate=0.002),
    loss="mean_squared_error",
    metrics="mean_absolute_error",
)
history = rk.fit(
    model,
    features(train),
    log_price,
    epochs=flags.epochs,
    batch_size=flags.batch_size,
    validation_split=0.1,
    callbacks=[rk.callback_early_stopping(patience=4, restore_best_weights=True)],
    verbose=2,
)
axes = pd.DataFrame(history.history).plot(subplots=True, xlabel="epoch", marker="o")
axes[0].figure.savefig(flags.output / "diamonds.png", dpi=120)

# 4. Evaluation, beside a straight line through the logarithms of weight and price.
scores = rk.evaluate(model, features(test), np.log(test["price"]), verbose=0)
print(f"Test loss: {scores['loss']:.4f}")


def relative_error(predicted: np.ndarray) -> float:
    return float(np.median(np.abs(predicted / test["price"] - 1)))


line = np.polynomial.Polynomial.fit(np.log(train["carat"]), log_price, 1)
print(f"Median error of the line: {relative_error(np.exp(line(np.log(test['carat'])))):.1%}")
prices = np.exp(rk.predict(model, features(test), verbose=0).ravel())
print(f"Median error of the model: {relative_error(prices):.1%}")

# 5. Saving: one file for R and Python, one folder for TensorFlow's own servers.
file = flags.output / "diamonds.keras"
rk.save_model_hdf5(model, file)
rk.export_savedmodel(model, flags.output / "diamonds_savedmodel")

# 6. Use elsewhere: all that another process needs is the file and this function. Around it goes
#    what receives the requests, such as a web framework.
deployed = rk.load_model_hdf5(file)


def serve(request: str) -> str:
    log_price = rk.predict(deployed, pd.DataFrame(json.loads(request)), verbose=0)
    return json.dumps({"price": np.exp(log_price).ravel().round().astype(int).tolist()})


request = """[
  {"carat": 0.5, "depth": 61.5, "table": 56, "x": 5.1, "y": 5.12, "z": 3.14,
   "cut": "Ideal", "color": "E", "clarity": "VS1"},
  {"carat": 1.5, "depth": 62.1, "table": 58, "x": 7.3, "y": 7.26, "z": 4.52,
   "cut": "Premium", "color": "H", "clarity": "SI1"}
]"""
print("Answer:", serve(request))

# What was loaded predicts the same.
again = np.exp(rk.predict(deployed, features(test), verbose=0).ravel())
np.testing.assert_allclose(again, prices, rtol=1e-5)
