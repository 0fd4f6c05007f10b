"""What plain Keras makes of the files that R saved; no module of this package can be imported."""

import json
import os
import pickle
import sys
from importlib.abc import MetaPathFinder
from pathlib import Path

import numpy as np

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"


class Without(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "rkeras_py":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


sys.meta_path.insert(0, Without())

import keras  # noqa: E402

folder = Path(sys.argv[1])
data = dict(np.load(folder / "data.npz"))
y = data["y"]
inputs = {name: data[key] for name, key in json.loads(sys.argv[2]).items()}
inputs["many"] = [data["x"], data["steps"]]

models = {}
for name, x in inputs.items():
    targets = [y, y] if name == "many" else y
    for ending in (".keras", ".h5"):
        model = keras.models.load_model(folder / f"{name}{ending}")
        found = {"before": model.predict(x, verbose=0)}
        if ending == ".keras":
            history = model.fit(x, targets, batch_size=8, shuffle=False, verbose=0).history
            found |= {"losses": history, "after": model.predict(x, verbose=0)}
        found["evaluated"] = model.evaluate(x, targets, verbose=0, return_dict=True)
        models[name + ending] = found
    for ending in (".weights.h5", "_weights.h5"):
        model = keras.models.load_model(folder / f"{name}.keras", compile=False)
        model.set_weights([0 * w for w in model.get_weights()])
        model.load_weights(folder / f"{name}{ending}")
        models[name + ending] = {"before": model.predict(x, verbose=0)}


def train_on(path, x, targets):
    """What comes of training a model out of a file: its losses, or why not."""
    model = keras.models.load_model(path)
    try:
        return model.fit(x, targets, batch_size=8, shuffle=False, verbose=0).history
    except ValueError as problem:
        return str(problem).partition(":")[0]


hdf5 = {
    name: train_on(folder / f"{name}.h5", inputs["dense"], y) for name in ("dense", "plain_dense")
}

problems = {}
for path in sorted(folder.glob("own_*")):
    try:
        model = keras.models.load_model(path)
        if path.name == "own_metric.h5":  # its metrics are looked for when they are first used
            model.evaluate(data["x"], y, verbose=0)
        problems[path.name] = "it loads"
    except Exception as problem:
        problems[path.name] = str(problem)


def mae_r(y_true, y_pred):
    return keras.ops.mean(keras.ops.abs(y_true - y_pred))


given = {
    "mae_r": mae_r,
    "twice": lambda x: x * 2,
    "plus_one": lambda x: x + 1,
    "cubed": lambda x: x**3,
}
supplied = {}
for name in ("loss", "lambda", "activation"):
    for ending in (".keras", ".h5"):
        model = keras.models.load_model(folder / f"own_{name}{ending}", custom_objects=given)
        supplied[name + ending] = model.predict(data["x"], verbose=0)
        if name == "loss":
            supplied["evaluated" + ending] = model.evaluate(data["x"], y, verbose=0)

(folder / "plain.pickle").write_bytes(pickle.dumps((models, problems, supplied, hdf5)))
