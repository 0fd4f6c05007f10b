"""How a training call runs in each of several workers, on TensorFlow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rkeras_py.engine.strategy import Steps
from rkeras_py.engine.tensorflow import multi_step
from rkeras_py.engine.tensorflow.strategy import TensorFlow
from rkeras_py.engine.workers import backups, collectives, group, sharable, steps, written
from rkeras_py.keras_private import models
from rkeras_py.keras_private.callbacks import start_at

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

    def __init__(self) -> None:
        super().__init__()
        self._backup: backups.Backup | None = None
        self._begins_at = 0
        self._callbacks: list[Any] = []

    @contextmanager
    def around(self, model: Any, kinds: Iterable[str]) -> Iterator[None]:
        kinds = [kind for kind in kinds if kind in _STEPS]
        if not kinds:  # predictions: every worker makes all of them
            yield
            return
        with written.failing_together(), self._together(model, kinds):
            yield

    @contextmanager
    def _together(self, model: Any, kinds: list[str]) -> Iterator[None]:
        if "train" not in kinds:
            with self._shares(model, kinds):
                yield
            return
        self._begin(model)
        self._synchronize(model)
        try:
            with self._shares(model, kinds):
                yield
        finally:
            if self._begins_at:
                start_at(model, None)
        self._synchronize(model)  # callbacks may have restored others
        if self._backup is not None and self._begins_at != backups.BEYOND:
            self._backup.write(_variables(model), self._callbacks, epoch=0, stop=False, done=True)

    def _begin(self, model: Any) -> None:
        """Have the training go on where the workers were lost, if they were."""
        self._backup = backups.next_backup()
        if self._backup is None:
            return
        self._begins_at = int(collectives.of_first([self._backup.begin()])[0])
        if self._begins_at:
            if not model.optimizer.built:
                model.optimizer.build(model.trainable_variables)
            self._backup.restore_variables(_variables(model))
            start_at(model, self._begins_at)

    @contextmanager
    def _shares(self, model: Any, kinds: list[str]) -> Iterator[None]:
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

    def makes_batches(self) -> bool:
        # so that each worker makes as many: TensorFlow's threads read ahead, and drop that at the
        # end of a validation
        return True

    def multi_step(self, model: Any, kind: str, batches: int) -> Steps | None:
        if not multi_step.as_keras_does(model, kind):
            return None
        getattr(model, f"make_{kind}_function")()
        return MultiStep(model, kind, batches)

    def of_first(self, scores: dict[str, Any]) -> dict[str, Any]:
        numbers = [float(score) for score in scores.values()]
        return dict(zip(scores, collectives.of_first(numbers), strict=True))

    def resumed(self, arguments: dict[str, Any]) -> dict[str, Any]:
        steps = arguments.get("steps_per_epoch")
        if not self._begins_at or self._begins_at == backups.BEYOND or not steps:
            return arguments
        x, count = arguments["x"], self._begins_at * steps
        handover = self.handover(None, x)
        if handover is not None:
            handover.skip(count)
            return arguments
        return {**arguments, "x": x.skip(count)} if hasattr(x, "skip") else arguments

    def begin_training(self, callbacks: list[Any]) -> None:
        if self._backup is not None:
            self._backup.restore_callbacks(callbacks)

    def end_epoch(self, model: Any, callbacks: list[Any], epoch: int) -> None:
        (stop,) = collectives.of_first([float(model.stop_training)])
        model.stop_training = bool(stop)
        self._synchronize(model)
        if self._backup is not None:
            self._callbacks = callbacks
            self._backup.write(
                _variables(model), callbacks, epoch=epoch + 1, stop=bool(stop), done=False
            )

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
