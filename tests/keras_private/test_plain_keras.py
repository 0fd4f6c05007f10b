"""Keras itself is left as it is: no class and no function of it is another because of this package.

The check runs in a process of its own, as Keras has to be looked at before anything is used.
"""

from __future__ import annotations

import json
import subprocess
import sys

SCRIPT = r"""
import json, os, sys, tempfile, types
import numpy as np
import keras
import tensorflow as tf

PACKAGES = ("keras", "tensorflow.python.keras", "tensorflow.python.framework")


def state():
    found = {}
    for name, module in list(sys.modules.items()):
        if not name.startswith(PACKAGES) or module is None:
            continue
        for key, value in list(vars(module).items()):
            if isinstance(value, (types.FunctionType, type, frozenset)):
                found[f"{name}.{key}"] = value
            if isinstance(value, type) and value.__module__ == name:
                for attribute, part in list(vars(value).items()):
                    found[f"{name}.{key}.{attribute}"] = part
    return found


# what is imported late is there from the start
import keras.src.legacy.preprocessing.image, keras.src.legacy.preprocessing.text
import keras.src.legacy.preprocessing.sequence, keras.src.legacy.saving.legacy_h5_format
import rkeras_py as k

plain = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
plain.compile("adam", "mse")
x, y = np.ones((8, 3), "float32"), np.ones((8, 2), "float32")
plain.fit(x, y, verbose=0)
before = state()

# --- layers and models -----------------------------------------------------------------------
k.k_set_learning_phase(1)
model = k.keras_model_sequential()
for layer in (
    k.layer_dense(units=4, input_shape=3, kernel_regularizer="l2"),
    k.layer_batch_normalization(),
    k.layer_activation_relu(),
    k.layer_gaussian_noise(stddev=0.1),
    k.layer_dropout(rate=0.5),
    k.layer_lambda(f=lambda x: x * 2),
    k.layer_dense(units=2),
):
    model.add(layer)
model(x)
inputs = k.layer_input(shape=3)
both = k.layer_add([k.layer_dense(inputs, units=2), k.layer_dense(inputs, units=2)])
k.keras_model(inputs, k.k_in_train_phase(both * 2, both))(x)
graph = k.keras_model(inputs, both)
embedding = k.layer_embedding(input_dim=9, output_dim=3, mask_zero=True)
k.layer_lstm(embedding(k.layer_input(shape=5)), units=2)
k.get_output_at(embedding, 1)
k.clone_model(graph)
k.freeze_weights(graph)
k.unfreeze_weights(graph)

# --- training ----------------------------------------------------------------------------------
k.compile(model, optimizer=k.optimizer_adam(lr=0.01, decay=0.1), loss="mse", metrics=["mae"])
with tempfile.TemporaryDirectory() as folder:
    callbacks = [
        k.callback_early_stopping(monitor="loss"),
        k.callback_lambda(on_epoch_end=lambda epoch, logs: None),
        k.callback_csv_logger(os.path.join(folder, "log.csv")),
        k.callback_model_checkpoint(os.path.join(folder, "c.keras"), monitor="loss"),
        k.callback_tensorboard(os.path.join(folder, "tb")),
    ]
    k.fit(model, x, y, epochs=2, verbose=0, validation_split=0.25, callbacks=callbacks)
    k.evaluate(model, x, y, verbose=0)
    k.predict(model, x, verbose=0)
    k.train_on_batch(model, x, y)

    # --- files ---------------------------------------------------------------------------------
    k.compile(graph, optimizer="nadam", loss="mse")
    k.fit(graph, x, y, verbose=0)
    k.save_model_hdf5(graph, os.path.join(folder, "m.h5"))
    k.load_model_hdf5(os.path.join(folder, "m.h5"))
    k.save_model_tf(graph, os.path.join(folder, "m.keras"))
    k.load_model_tf(os.path.join(folder, "m.keras"))
    k.model_from_json(k.model_to_json(graph))

# --- backend, data, applications ---------------------------------------------------------------
slope = k.k_gradients(k.k_sum(inputs**2), [inputs])
k.k_function([inputs], slope)([x])
k.k_map_fn(lambda part: part * 2, k.k_constant([1.0, 2.0]))
k.pad_sequences([[1, 2], [3]])
tokenizer = k.text_tokenizer()
k.fit_text_tokenizer(tokenizer, ["a b", "b c"])
k.flow_images_from_data(np.ones((4, 8, 8, 3)), generator=k.image_data_generator())
k.application_mobilenet(input_shape=[32, 32, 3], weights=None, classes=2)
k.k_reset_uids()
k.k_clear_session()
k.k_set_learning_phase(1)

after = state()
changed = [name for name in after if name in before and after[name] is not before[name]]
ours = [name for name in after if name.rsplit(".", 1)[-1].startswith("_rkeras")]
added = [
    name for name in after
    if name not in before and name.rsplit(".", 1)[0] in before
    and not name.endswith(".__annotations__")  # which Python makes when it is asked
]
drop = keras.layers.Dropout(0.5)
print(json.dumps({
    "changed": changed, "ours": ours, "added": added,
    "looked at": len(before),
    "base classes": [
        sorted(n for n in vars(c) if "rkeras" in n)
        for c in (keras.layers.Layer, keras.Model, keras.Sequential, keras.Operation)
    ],
    "drops": bool((np.asarray(drop(np.ones((1, 99), "float32"))) == 0).any()),
}))
"""


def test_no_class_and_no_function_of_keras_is_another_after_use(tmp_path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "KERAS_HOME": str(tmp_path)},
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    found = json.loads(run.stdout.splitlines()[-1])
    assert found.pop("looked at") > 10_000
    assert found == {
        "changed": [],
        "ours": [],
        "added": [],
        "base classes": [[], [], [], []],
        "drops": False,
    }
