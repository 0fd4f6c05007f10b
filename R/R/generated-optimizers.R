# Generated from rkeras_py/api/optimizers.py by `make generate`; edit there.

optimizer_adadelta <- function(
  learning_rate = 0.001, rho = 0.95, epsilon = 1e-07, weight_decay = NULL, clipnorm = NULL,
  clipvalue = NULL, global_clipnorm = NULL, use_ema = FALSE, ema_momentum = 0.99,
  ema_overwrite_frequency = NULL, jit_compile = TRUE, name = "Adadelta", ...
) {
  args <- list(
    learning_rate = learning_rate, rho = rho, epsilon = epsilon, weight_decay = weight_decay,
    clipnorm = clipnorm, clipvalue = clipvalue, global_clipnorm = global_clipnorm,
    use_ema = use_ema, ema_momentum = ema_momentum,
    ema_overwrite_frequency = ema_overwrite_frequency, jit_compile = jit_compile, name = name, ...
  )
  call_python("optimizer_adadelta", args)
}

optimizer_adagrad <- function(
  learning_rate = 0.001, initial_accumulator_value = 0.1, epsilon = 1e-07, weight_decay = NULL,
  clipnorm = NULL, clipvalue = NULL, global_clipnorm = NULL, use_ema = FALSE, ema_momentum = 0.99,
  ema_overwrite_frequency = NULL, jit_compile = TRUE, name = "Adagrad", ...
) {
  args <- list(
    learning_rate = learning_rate, initial_accumulator_value = initial_accumulator_value,
    epsilon = epsilon, weight_decay = weight_decay, clipnorm = clipnorm, clipvalue = clipvalue,
    global_clipnorm = global_clipnorm, use_ema = use_ema, ema_momentum = ema_momentum,
    ema_overwrite_frequency = ema_overwrite_frequency, jit_compile = jit_compile, name = name, ...
  )
  call_python("optimizer_adagrad", args)
}

optimizer_adam <- function(
  learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999, epsilon = 1e-07, amsgrad = FALSE,
  weight_decay = NULL, clipnorm = NULL, clipvalue = NULL, global_clipnorm = NULL, use_ema = FALSE,
  ema_momentum = 0.99, ema_overwrite_frequency = NULL, jit_compile = TRUE, name = "Adam", ...
) {
  args <- list(
    learning_rate = learning_rate, beta_1 = beta_1, beta_2 = beta_2, epsilon = epsilon,
    amsgrad = amsgrad, weight_decay = weight_decay, clipnorm = clipnorm, clipvalue = clipvalue,
    global_clipnorm = global_clipnorm, use_ema = use_ema, ema_momentum = ema_momentum,
    ema_overwrite_frequency = ema_overwrite_frequency, jit_compile = jit_compile, name = name, ...
  )
  call_python("optimizer_adam", args)
}

optimizer_adamax <- function(
  learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999, epsilon = 1e-07, weight_decay = NULL,
  clipnorm = NULL, clipvalue = NULL, global_clipnorm = NULL, use_ema = FALSE, ema_momentum = 0.99,
  ema_overwrite_frequency = NULL, jit_compile = TRUE, name = "Adamax", ...
) {
  args <- list(
    learning_rate = learning_rate, beta_1 = beta_1, beta_2 = beta_2, epsilon = epsilon,
    weight_decay = weight_decay, clipnorm = clipnorm, clipvalue = clipvalue,
    global_clipnorm = global_clipnorm, use_ema = use_ema, ema_momentum = ema_momentum,
    ema_overwrite_frequency = ema_overwrite_frequency, jit_compile = jit_compile, name = name, ...
  )
  call_python("optimizer_adamax", args)
}

optimizer_ftrl <- function(
  learning_rate = 0.001, learning_rate_power = -0.5, initial_accumulator_value = 0.1,
  l1_regularization_strength = 0, l2_regularization_strength = 0,
  l2_shrinkage_regularization_strength = 0, beta = 0, weight_decay = NULL, clipnorm = NULL,
  clipvalue = NULL, global_clipnorm = NULL, use_ema = FALSE, ema_momentum = 0.99,
  ema_overwrite_frequency = NULL, jit_compile = TRUE, name = "Ftrl", ...
) {
  args <- list(
    learning_rate = learning_rate, learning_rate_power = learning_rate_power,
    initial_accumulator_value = initial_accumulator_value,
    l1_regularization_strength = l1_regularization_strength,
    l2_regularization_strength = l2_regularization_strength,
    l2_shrinkage_regularization_strength = l2_shrinkage_regularization_strength, beta = beta,
    weight_decay = weight_decay, clipnorm = clipnorm, clipvalue = clipvalue,
    global_clipnorm = global_clipnorm, use_ema = use_ema, ema_momentum = ema_momentum,
    ema_overwrite_frequency = ema_overwrite_frequency, jit_compile = jit_compile, name = name, ...
  )
  call_python("optimizer_ftrl", args)
}

optimizer_nadam <- function(
  learning_rate = 0.001, beta_1 = 0.9, beta_2 = 0.999, epsilon = 1e-07, weight_decay = NULL,
  clipnorm = NULL, clipvalue = NULL, global_clipnorm = NULL, use_ema = FALSE, ema_momentum = 0.99,
  ema_overwrite_frequency = NULL, jit_compile = TRUE, name = "Nadam", ...
) {
  args <- list(
    learning_rate = learning_rate, beta_1 = beta_1, beta_2 = beta_2, epsilon = epsilon,
    weight_decay = weight_decay, clipnorm = clipnorm, clipvalue = clipvalue,
    global_clipnorm = global_clipnorm, use_ema = use_ema, ema_momentum = ema_momentum,
    ema_overwrite_frequency = ema_overwrite_frequency, jit_compile = jit_compile, name = name, ...
  )
  call_python("optimizer_nadam", args)
}

optimizer_rmsprop <- function(
  learning_rate = 0.001, rho = 0.9, momentum = 0, epsilon = 1e-07, centered = FALSE,
  weight_decay = NULL, clipnorm = NULL, clipvalue = NULL, global_clipnorm = NULL, use_ema = FALSE,
  ema_momentum = 0.99, ema_overwrite_frequency = 100L, jit_compile = TRUE, name = "RMSprop", ...
) {
  args <- list(
    learning_rate = learning_rate, rho = rho, momentum = momentum, epsilon = epsilon,
    centered = centered, weight_decay = weight_decay, clipnorm = clipnorm, clipvalue = clipvalue,
    global_clipnorm = global_clipnorm, use_ema = use_ema, ema_momentum = ema_momentum,
    ema_overwrite_frequency = ema_overwrite_frequency, jit_compile = jit_compile, name = name, ...
  )
  call_python("optimizer_rmsprop", args)
}

optimizer_sgd <- function(
  learning_rate = 0.01, momentum = 0, nesterov = FALSE, amsgrad = FALSE, weight_decay = NULL,
  clipnorm = NULL, clipvalue = NULL, global_clipnorm = NULL, use_ema = FALSE, ema_momentum = 0.99,
  ema_overwrite_frequency = NULL, jit_compile = TRUE, name = "SGD", ...
) {
  args <- list(
    learning_rate = learning_rate, momentum = momentum, nesterov = nesterov, amsgrad = amsgrad,
    weight_decay = weight_decay, clipnorm = clipnorm, clipvalue = clipvalue,
    global_clipnorm = global_clipnorm, use_ema = use_ema, ema_momentum = ema_momentum,
    ema_overwrite_frequency = ema_overwrite_frequency, jit_compile = jit_compile, name = name, ...
  )
  call_python("optimizer_sgd", args)
}
