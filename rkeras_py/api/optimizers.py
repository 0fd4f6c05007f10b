"""Optimizers."""

from __future__ import annotations

from typing import Any

from rkeras_py.compat.deviations import deviation
from rkeras_py.convert.rates import LearningRate
from rkeras_py.convert.rule import ArgumentError
from rkeras_py.convert.scalars import Float, Fraction, NonNegative, Size
from rkeras_py.registry.arguments import DROP
from rkeras_py.registry.families import optimizer


@optimizer("Adadelta")
def optimizer_adadelta(
    learning_rate: LearningRate = 0.001,
    rho: Fraction = 0.95,
    epsilon: NonNegative | None = 1e-7,
    weight_decay: NonNegative | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Fraction = 0.99,
    ema_overwrite_frequency: Size | None = None,
    jit_compile: bool = True,
    name: str = "Adadelta",
    **more: Any,
) -> Any:
    """Adadelta optimizer.

    Scales each step by the ratio of two moving averages: of past squared steps and of past squared
    gradients ``g``. ``v <- rho * v + (1 - rho) * g^2; d <- g * sqrt(u + epsilon) / sqrt(v +
    epsilon); u <- rho * u + (1 - rho) * d^2; w <- w - learning_rate * d``. See ``optimizer_sgd()``
    for the arguments that all optimizers have.

    Args:
        rho: Decay rate of the averages: the proportion that is kept at each step.
        epsilon: Small number to avoid division by zero; ``NULL`` for ``k_epsilon()``.

    Returns: an optimizer.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model %>% compile(
          loss = "mse",
          optimizer = optimizer_adadelta(learning_rate = 1)
        )
        model %>% train_on_batch(matrix(c(1, 2), 1), 3)
    """


@optimizer("Adagrad")
def optimizer_adagrad(
    learning_rate: LearningRate = 0.001,
    initial_accumulator_value: NonNegative = 0.1,
    epsilon: NonNegative | None = 1e-7,
    weight_decay: NonNegative | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Fraction = 0.99,
    ema_overwrite_frequency: Size | None = None,
    jit_compile: bool = True,
    name: str = "Adagrad",
    **more: Any,
) -> Any:
    """Adagrad optimizer.

    Takes smaller steps for weights that had large gradients ``g`` before.
    ``v <- v + g^2; w <- w - learning_rate * g / sqrt(v + epsilon)``. See ``optimizer_sgd()`` for
    the arguments that all optimizers have.

    Args:
        initial_accumulator_value: Initial value of ``v``.
        epsilon: Small number to avoid division by zero; ``NULL`` for ``k_epsilon()``.

    Returns: an optimizer.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model %>% compile(
          loss = "mse",
          optimizer = optimizer_adagrad(learning_rate = 0.01)
        )
        model %>% train_on_batch(matrix(c(1, 2), 1), 3)
    """


@optimizer("Adam")
def optimizer_adam(
    learning_rate: LearningRate = 0.001,
    beta_1: Fraction = 0.9,
    beta_2: Fraction = 0.999,
    epsilon: NonNegative | None = 1e-7,
    amsgrad: bool = False,
    weight_decay: NonNegative | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Fraction = 0.99,
    ema_overwrite_frequency: Size | None = None,
    jit_compile: bool = True,
    name: str = "Adam",
    **more: Any,
) -> Any:
    """Adam optimizer.

    Uses moving averages of the gradients ``g`` and of their squares. ``m <- beta_1 * m + (1 -
    beta_1) * g; v <- beta_2 * v + (1 - beta_2) * g^2``, and at step t ``w <- w - learning_rate *
    sqrt(1 - beta_2^t) / (1 - beta_1^t) * m / (sqrt(v) + epsilon)``. See ``optimizer_sgd()`` for the
    arguments that all optimizers have.

    Args:
        beta_1: Decay rate of the moving average of the gradients.
        beta_2: Decay rate of the moving average of the squared gradients.
        epsilon: Small number to avoid division by zero; ``NULL`` for ``k_epsilon()``.
        amsgrad: Whether to use the AMSGrad variant, with the largest ``v`` so far.

    Returns: an optimizer.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model %>% compile(
          loss = "mse",
          optimizer = optimizer_adam(learning_rate = 0.001)
        )
        model %>% train_on_batch(matrix(c(1, 2), 1), 3)
    """


@optimizer("Adamax")
def optimizer_adamax(
    learning_rate: LearningRate = 0.001,
    beta_1: Fraction = 0.9,
    beta_2: Fraction = 0.999,
    epsilon: NonNegative | None = 1e-7,
    weight_decay: NonNegative | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Fraction = 0.99,
    ema_overwrite_frequency: Size | None = None,
    jit_compile: bool = True,
    name: str = "Adamax",
    **more: Any,
) -> Any:
    """Adamax optimizer.

    A variant of Adam that uses the largest gradient ``g`` instead of the mean of squares. ``m <-
    beta_1 * m + (1 - beta_1) * g; u <- max(beta_2 * u, abs(g))``, and at step t ``w <- w -
    learning_rate / (1 - beta_1^t) * m / (u + epsilon)``. See ``optimizer_sgd()`` for the arguments
    that all optimizers have.

    Args:
        beta_1: Decay rate of the moving average of the gradients.
        beta_2: Decay rate of the largest gradient.
        epsilon: Small number to avoid division by zero; ``NULL`` for ``k_epsilon()``.

    Returns: an optimizer.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model %>% compile(
          loss = "mse",
          optimizer = optimizer_adamax(learning_rate = 0.002)
        )
        model %>% train_on_batch(matrix(c(1, 2), 1), 3)
    """


@optimizer("Ftrl")
def optimizer_ftrl(
    learning_rate: LearningRate = 0.001,
    learning_rate_power: Float = -0.5,
    initial_accumulator_value: NonNegative = 0.1,
    l1_regularization_strength: NonNegative = 0.0,
    l2_regularization_strength: NonNegative = 0.0,
    l2_shrinkage_regularization_strength: NonNegative = 0.0,
    beta: NonNegative = 0.0,
    weight_decay: NonNegative | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Fraction = 0.99,
    ema_overwrite_frequency: Size | None = None,
    jit_compile: bool = True,
    name: str = "Ftrl",
    **more: Any,
) -> Any:
    """Follow the regularized leader (FTRL) optimizer.

    For wide, sparse linear models. See ``optimizer_sgd()`` for the arguments that all optimizers
    have.

    Args:
        learning_rate_power: Power by which the learning rate decreases, at most 0; 0 keeps it
            constant.
        initial_accumulator_value: Initial value of the sums of squared gradients.
        l1_regularization_strength: Factor of the L1 penalty, which sets weights to zero.
        l2_regularization_strength: Factor of the L2 penalty.
        l2_shrinkage_regularization_strength: Factor of the L2 penalty that is added to the
            gradient.
        beta: Number that is added to the square root of the sums of squared gradients.

    Returns: an optimizer.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model %>% compile(
          loss = "mse",
          optimizer = optimizer_ftrl(learning_rate = 0.05, l1_regularization_strength = 0.001)
        )
        model %>% train_on_batch(matrix(c(1, 2), 1), 3)
    """
    if learning_rate_power > 0:
        raise ArgumentError(
            f"`learning_rate_power` must be a number of at most 0, not {learning_rate_power:g}."
        )


@optimizer("Nadam")
def optimizer_nadam(
    learning_rate: LearningRate = 0.001,
    beta_1: Fraction = 0.9,
    beta_2: Fraction = 0.999,
    epsilon: NonNegative | None = 1e-7,
    weight_decay: NonNegative | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Fraction = 0.99,
    ema_overwrite_frequency: Size | None = None,
    jit_compile: bool = True,
    name: str = "Nadam",
    **more: Any,
) -> Any:
    """Nadam optimizer: Adam with Nesterov momentum.

    The momentum grows during training: at step t it is ``beta_1 * (1 - 0.5 * 0.96^t)``. See
    ``optimizer_sgd()`` for the arguments that all optimizers have.

    Args:
        beta_1: Decay rate of the moving average of the gradients.
        beta_2: Decay rate of the moving average of the squared gradients.
        epsilon: Small number to avoid division by zero; ``NULL`` for ``k_epsilon()``.

    Returns: an optimizer.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model %>% compile(
          loss = "mse",
          optimizer = optimizer_nadam(learning_rate = 0.002)
        )
        model %>% train_on_batch(matrix(c(1, 2), 1), 3)
    """


@optimizer("RMSprop")
def optimizer_rmsprop(
    learning_rate: LearningRate = 0.001,
    rho: Fraction = 0.9,
    momentum: Fraction = 0.0,
    epsilon: NonNegative | None = 1e-7,
    centered: bool = False,
    weight_decay: NonNegative | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Fraction = 0.99,
    ema_overwrite_frequency: Size | None = 100,
    jit_compile: bool = True,
    name: str = "RMSprop",
    **more: Any,
) -> Any:
    """RMSprop optimizer.

    Divides the gradient ``g`` by the square root of a moving average of its squares. ``v <- rho * v
    + (1 - rho) * g^2; w <- w - learning_rate * g / sqrt(v + epsilon)``. See ``optimizer_sgd()`` for
    the arguments that all optimizers have.

    Args:
        rho: Decay rate of the moving average.
        momentum: Momentum: the proportion of the previous step that is kept.
        epsilon: Small number to avoid division by zero; ``NULL`` for ``k_epsilon()``.
        centered: Whether to subtract the squared mean of the gradients from ``v``.

    Returns: an optimizer.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model %>% compile(
          loss = "mse",
          optimizer = optimizer_rmsprop(learning_rate = 0.001)
        )
        model %>% train_on_batch(matrix(c(1, 2), 1), 3)
    """


@optimizer("SGD")
def optimizer_sgd(
    learning_rate: LearningRate = 0.01,
    momentum: Fraction = 0.0,
    nesterov: bool = False,
    amsgrad: bool = False,
    weight_decay: NonNegative | None = None,
    clipnorm: NonNegative | None = None,
    clipvalue: NonNegative | None = None,
    global_clipnorm: NonNegative | None = None,
    use_ema: bool = False,
    ema_momentum: Fraction = 0.99,
    ema_overwrite_frequency: Size | None = None,
    jit_compile: bool = True,
    name: str = "SGD",
    **more: Any,
) -> Any:
    """Stochastic gradient descent (SGD) optimizer.

    Computes ``w <- w - learning_rate * g`` with the gradient ``g``. With momentum, computes
    ``m <- momentum * m - learning_rate * g`` and ``w <- w + m``; with Nesterov momentum,
    ``w <- w + momentum * m - learning_rate * g``.

    Args:
        learning_rate: Learning rate: a number or a learning rate schedule.
        momentum: Momentum: the proportion of the previous step that is kept.
        nesterov: Whether to use Nesterov momentum.
        amsgrad: Not used.
        weight_decay: Weight decay: this proportion of the weights, times the learning rate, is
            subtracted at each step; ``NULL`` for none.
        clipnorm: Maximum norm of the gradient of each weight tensor; ``NULL`` for no limit.
        clipvalue: Maximum absolute value of gradient elements, applied after ``clipnorm``; ``NULL``
            for no limit.
        global_clipnorm: Maximum norm of all gradients together; ``NULL`` for no limit.
        use_ema: Whether to replace the weights by their moving average at the end of training, and
            every ``ema_overwrite_frequency`` steps.
        ema_momentum: Momentum of the moving average: the proportion that is kept at each step.
        ema_overwrite_frequency: Number of steps between replacements; ``NULL`` for only at the end.
        jit_compile: Not used here; it is an argument of ``compile()``.
        name: Name of the optimizer.
        more: ``lr``, the old name of ``learning_rate``, and ``decay``: at each step, the learning
            rate is ``learning_rate / (1 + decay * iterations)``.

    Returns: an optimizer.

    Example:
        model <- keras_model_sequential() %>% layer_dense(units = 1, input_shape = 2)
        model %>% compile(
          loss = "mse",
          optimizer = optimizer_sgd(learning_rate = 0.01, momentum = 0.9, nesterov = TRUE)
        )
        model %>% train_on_batch(matrix(c(1, 2), 1), 3)
    """
    if amsgrad:
        raise deviation("optimizer_sgd", amsgrad)
    return {"amsgrad": DROP}
