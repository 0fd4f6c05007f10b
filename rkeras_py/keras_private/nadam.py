"""Nadam's step, in a separate module because it needs Keras at import."""

from __future__ import annotations

from typing import Any

import keras

from rkeras_py.keras_private import probes
from rkeras_py.keras_private.hooks import uses_hooks


@uses_hooks(probes.nadam, "_backend_update_step", "_get_variable_index")
class Nadam(keras.optimizers.Nadam):  # type: ignore[misc]
    """Calls ``momentum_of()`` for the momentum of a step, for the product of the momenta.

    Keras 3.0 to 3.15: ``_backend_update_step()`` multiplies the attribute ``_u_product``;
    ``_get_variable_index()``, ``_momentums`` and ``_velocities``.
    """

    def momentum_of(self, step: Any) -> Any:
        raise NotImplementedError

    def state_of(self, variable: Any) -> tuple[Any, Any]:
        """The moving averages of a weight's gradient and of its square."""
        index = self._get_variable_index(variable)
        return self._momentums[index], self._velocities[index]

    def _backend_update_step(self, grads: Any, trainable_variables: Any, rate: Any) -> None:
        product = self._u_product * self.momentum_of(self.iterations + 1)
        self.assign(self._u_product, product)
        # skips Nadam's own method, which multiplies by another momentum
        super(keras.optimizers.Nadam, self)._backend_update_step(grads, trainable_variables, rate)
