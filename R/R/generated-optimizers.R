# Generated from rkeras_py/api/optimizers.py by `make generate`; edit there.

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
