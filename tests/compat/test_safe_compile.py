"""How a model in a file was compiled names nothing but parts of models."""

from __future__ import annotations

import os

import pytest
from hostile_configs import called, compiled

from rkeras_py.convert.rule import ArgumentError

pytestmark = pytest.mark.usefixtures("own_folder")


def training(**parts):
    usual = {
        "loss": "mse", "metrics": None, "weighted_metrics": None, "loss_weights": None,
        "optimizer_config": {"class_name": "SGD", "config": {"learning_rate": 0.1}},
    }  # fmt: skip
    return {**usual, **parts}


def optimizer(name, **config):
    return {"optimizer_config": {"class_name": name, "config": config}}


SYSTEM = called("os", "system", "registered_name")
MKDIR = called("os", "mkdir")
COMPILED = {
    "an optimizer": optimizer("system", command="touch made"),
    "an optimizer by its path": optimizer("os.system", command="touch made"),
    "a function of Keras's optimizers": optimizer("deserialize", config=SYSTEM),
    "a module of Keras's optimizers": optimizer("schedules"),
    "a learning rate": optimizer("SGD", learning_rate=SYSTEM),
    "a loss": {"loss": SYSTEM},
    "a loss by its name": {"loss": "os.system"},
    "a loss that is a function": {"loss": MKDIR},
    "a loss around a function": {
        "loss": {"class_name": "LossFunctionWrapper", "config": {"fn": MKDIR}},
    },
    "a metric": {"metrics": [SYSTEM]},
    "a metric that is a function": {"metrics": [MKDIR]},
    "a metric around a function": {"metrics": [{
        "class_name": "MeanMetricWrapper", "config": {"name": "m", "fn": MKDIR},
    }]},
    "a metric around a lambda": {"metrics": [{
        "class_name": "MeanMetricWrapper", "config": {"name": "m", "fn": {
            "class_name": "__lambda__", "config": "4wAAAA==",
        }},
    }]},
    "a weighted metric": {"weighted_metrics": [SYSTEM]},
}  # fmt: skip


@pytest.mark.parametrize("kind", COMPILED)
def test_how_a_model_was_compiled_names_nothing_but_keras(kind):
    with pytest.raises((ArgumentError, TypeError, ValueError)):
        compiled(training(**COMPILED[kind]))
    assert not os.path.exists("made")


def test_a_model_that_was_compiled_as_usual():
    model = compiled(training())
    assert (model.loss, float(model.optimizer.learning_rate.numpy())) == (
        "mse",
        pytest.approx(0.1),
    )
