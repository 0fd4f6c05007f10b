"""How a training call runs in each of several workers, on TensorFlow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.engine.strategy import Steps
from rkeras_py.engine.tensorflow import multi_step
from rkeras_py.engine.tensorflow.strategy import TensorFlow
from rkeras_py.engine.workers import collectives, group, sharable, steps
from rkeras_py.keras_private import models

_STEPS = {"train": steps.train_step, "test": steps.test_step}

#: Attribute of a model: its functions for shares of batches.
_FUNCTIONS = "_rkeras_share_functions"


class Functions:
    """The functions of one compilation of a model; no dictionary, which Keras would look through.

    Attributes:
        compiled: What the model was compiled with, which is another after the next compilation.
        by_kind: The functions.
    """

    def __init__(self, compiled: Any) -> None:
        self.compiled = compiled
        self.by_kind: dict[str, Any] = {}
        self.synchronize: Any = None


class Workers(TensorFlow):
    """The workers compute shares of each batch, and what follows from it all together.

    Models that cannot be shared are trained in each worker on the whole batches, which gives the
    same result and is no faster.
    """

    @contextmanager
    def around(self, model: Any, kinds: Iterable[str]) -> Iterator[None]:
        kinds = [kind for kind in kinds if kind in _STEPS]
        if not kinds:  # predictions: every worker makes all of them
            yield
            return
        if "train" in kinds:
            self._synchronize(model)
        obstacle = sharable.obstacle(model)
        if obstacle:
            sharable.tell_once(model, obstacle)
            yield
            return
        functions = _functions(model)
        before = {name: vars(model).get(name) for name in _names(kinds)}
        jit, model.jit_compile = model.jit_compile, False
        try:
            for kind in kinds:
                vars(model)[f"{kind}_step"] = _STEPS[kind](model)
                vars(model)[f"{kind}_function"] = functions.by_kind.get(kind)
            yield
        finally:
            for kind in kinds:
                functions.by_kind[kind] = vars(model)[f"{kind}_function"]
            model.jit_compile = jit
            for name, value in before.items():
                if name.endswith("_step"):
                    del vars(model)[name]
                else:
                    vars(model)[name] = value

    def multi_step(self, model: Any, kind: str, batches: int) -> Steps | None:
        if not multi_step.as_keras_does(model, kind):
            return None
        getattr(model, f"make_{kind}_function")()
        return MultiStep(model, kind, batches)

    def of_first(self, scores: dict[str, Any]) -> dict[str, Any]:
        numbers = [float(score) for score in scores.values()]
        return dict(zip(scores, collectives.of_first(numbers), strict=True))

    def end_epoch(self, model: Any) -> None:
        (stop,) = collectives.of_first([float(model.stop_training)])
        model.stop_training = bool(stop)
        self._synchronize(model)

    def own_callbacks(self, callbacks: list[Any] | None) -> list[Any] | None:
        if group.current().is_first or callbacks is None:
            return callbacks
        return [callback for callback in callbacks if not sharable.writes(callback)]

    def own_verbosity(self, verbose: int) -> int:
        return verbose if group.current().is_first else 0

    def _synchronize(self, model: Any) -> None:
        """Have all workers go on with the weights of the first one."""
        variables = _variables(model)
        (count,) = collectives.of_first([float(len(variables))])
        if count != len(variables):
            raise RuntimeError(
                f"the model has {len(variables)} weights and states in worker "
                f"{group.current().rank + 1}, and {int(count)} in the first one: "
                "all workers must make the same model."
            )
        collectives.adopt_first(variables)


class MultiStep(multi_step.MultiStep):
    """The workers run as many batches in a call as the first one chooses."""

    def _agreed(self, took: float) -> float:
        return collectives.of_first([took])[0]


def _functions(model: Any) -> Functions:
    compiled = (models.compiled_loss(model), models.compiled_metrics(model), model.optimizer)
    found: Functions | None = vars(model).get(_FUNCTIONS)
    if found is None or any(a is not b for a, b in zip(found.compiled, compiled, strict=True)):
        found = Functions(compiled)
        object.__setattr__(model, _FUNCTIONS, found)
    return found


def _names(kinds: list[str]) -> list[str]:
    return [f"{kind}_{part}" for kind in kinds for part in ("step", "function")]


def _variables(model: Any) -> list[Any]:
    optimizer = model.optimizer
    return [*model.variables, *(optimizer.variables if optimizer is not None else ())]
