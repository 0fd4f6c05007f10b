"""Objects that Keras finds by name: activations, initializers, optimizers, losses, metrics, ..."""

from __future__ import annotations

import inspect
import random
from typing import Annotated, Any

from rkeras_py.convert.describe import near_matches
from rkeras_py.convert.known import FAMILIES
from rkeras_py.convert.named import named
from rkeras_py.convert.rule import ArgumentError, Mismatch, Rule
from rkeras_py.convert.scalars import unwrap

_HELPERS = ("get", "serialize", "deserialize")


class IdentifierRule(Rule):
    """A name in one of Keras's modules, an object of its kind, or a function.

    Args:
        kind: The kind of object, for messages.
        module: The module of ``keras`` with its ``get()``.
        former: Names of Keras 2 and their current names.
    """

    def __init__(self, kind: str, module: str, former: dict[str, str] | None = None) -> None:
        article = "an" if kind[0] in "aeiou" else "a"
        self.kind, self.module = kind, module
        self.former = former or {}
        self.name = f"{article} {kind}: its name, {article} {kind} object or a function"

    def accept(self, value: Any) -> Any:
        value = unwrap(value)
        if isinstance(value, str):
            return self._by_name(value)
        family = getattr(getattr(value, "__rkeras__", None), "family", None)
        if family == self.kind:  # a function of this package, such as loss_poisson
            return self.from_function(value)
        if isinstance(value, (bool, int, float, list, tuple)) or value is None:
            raise Mismatch
        if isinstance(value, dict) or hasattr(value, "get_config") or callable(value):
            return named(value, role=self.kind)
        raise Mismatch

    def from_function(self, function: Any) -> Any:
        """The object for a function of this package that is passed without being called."""
        return function

    def _by_name(self, name: str) -> Any:
        import keras

        module = getattr(keras, self.module)
        name = self.former.get(name.lower(), name)
        try:
            found = module.get(name)
        except (TypeError, ValueError):  # unknown, or a class that needs arguments
            found = None
        if found is None:
            raise ArgumentError(
                f'{{argument}} is not known: "{name}".{near_matches(name, self.names(module))}'
            )
        return name

    def names(self, module: Any) -> list[str]:
        """The names that ``get()`` supports, as written in scripts."""
        return sorted(
            name
            for name, value in vars(module).items()
            if name.islower() and name[0] != "_" and name not in _HELPERS and callable(value)
        )


class CalledRule(IdentifierRule):
    """Losses, metrics and optimizers: a function of this package means the object it creates."""

    def __init__(
        self,
        kind: str,
        module: str,
        former: dict[str, str] | None = None,
        short: tuple[str, ...] = (),
    ) -> None:
        super().__init__(kind, module, former)
        self.short = short

    def from_function(self, function: Any) -> Any:
        return function()

    def names(self, module: Any) -> list[str]:
        ours = {name.removeprefix(f"{self.kind}_") for name in FAMILIES.get(self.kind, ())}
        return sorted(ours | set(super().names(module)) | set(self.former) | set(self.short))


class ActivationNameRule(IdentifierRule):
    """Activations; "hard_sigmoid" is Keras 2's, because Keras 3's has another slope."""

    reads_default = True

    def from_function(self, function: Any) -> Any:
        name: str = function.__name__.removeprefix("activation_")
        return self._by_name(name)  # by name, so that a model can be saved with it

    def _by_name(self, name: str) -> Any:
        if name.lower() == "hard_sigmoid":
            from rkeras_py.compat.activations import hard_sigmoid

            return hard_sigmoid
        return super()._by_name(name)


class InitializerNameRule(CalledRule):
    """Initializers; looking one up draws no random number, which would change all later ones."""

    def _by_name(self, name: str) -> Any:
        state = random.getstate()
        try:
            return super()._by_name(name)
        finally:
            random.setstate(state)


class RegularizerNameRule(CalledRule):
    """Regularizers; "l1_l2" has both penalties, while Keras 3's class has none by default."""

    def _by_name(self, name: str) -> Any:
        if name.lower() == "l1_l2":
            import keras

            return keras.regularizers.L1L2(l1=0.01, l2=0.01)
        return super()._by_name(name)


class LossNameRule(CalledRule):
    """Losses; "crossentropy" is the cross-entropy that fits the shapes, as chosen by Keras."""

    def _by_name(self, name: str) -> Any:
        return name if name in ("crossentropy", "ce") else super()._by_name(name)


class MetricNameRule(CalledRule):
    """Metrics; in the history they have the same names as in Keras 2."""

    def _by_name(self, name: str) -> Any:
        import keras

        if name.lower() in ("accuracy", "acc"):
            return name  # Keras chooses the accuracy that fits the shapes
        if name in ("crossentropy", "ce"):
            from rkeras_py.compat.metrics import crossentropy

            return keras.metrics.MeanMetricWrapper(crossentropy, name=name)
        former = self.former.get(name.lower())
        if former is not None:
            return getattr(keras.metrics, former)(name=name)
        found = getattr(keras.metrics, name, None)
        if inspect.isclass(found) and issubclass(found, keras.Metric):
            try:
                return found()  # with a string, the name would be "AUC" instead of "auc"
            except TypeError as problem:  # a class that needs arguments
                raise ArgumentError(f'{{argument}} cannot be just "{name}": {problem}.') from None
        return super()._by_name(name)


FORMER_METRICS = {
    "kullback_leibler_divergence": "KLDivergence",
    "kld": "KLDivergence",
    "cosine_proximity": "CosineSimilarity",
    "cosine": "CosineSimilarity",
    "logcosh": "LogCoshError",
    "log_cosh": "LogCoshError",
}
FORMER_LOSSES = {
    "kullback_leibler_divergence": "kl_divergence",
    "kld": "kl_divergence",
    "cosine_proximity": "cosine_similarity",
    "cosine": "cosine_similarity",
    "logcosh": "log_cosh",
    "huber_loss": "huber",
}

FORMER_INITIALIZERS = {"constant": "zeros"}
FORMER_CONSTRAINTS = {
    "maxnorm": "max_norm",
    "nonneg": "non_neg",
    "unitnorm": "unit_norm",
    "minmaxnorm": "min_max_norm",
}

Activation = Annotated[Any, ActivationNameRule("activation", "activations")]
InitializerRule = InitializerNameRule("initializer", "initializers", FORMER_INITIALIZERS)
Initializer = Annotated[Any, InitializerRule]
Regularizer = Annotated[Any, RegularizerNameRule("regularizer", "regularizers")]
Constraint = Annotated[Any, CalledRule("constraint", "constraints", FORMER_CONSTRAINTS)]
Optimizer = Annotated[Any, CalledRule("optimizer", "optimizers")]
SHORT_LOSSES = ("mse", "mae", "mape", "msle")

LossRule = LossNameRule("loss", "losses", FORMER_LOSSES, SHORT_LOSSES)
MetricRule = MetricNameRule("metric", "metrics", FORMER_METRICS, ("accuracy", *SHORT_LOSSES))
