# Generated from rkeras_py/api/applications/densenet.py by `make generate`; edit there.

application_densenet <- function(
  blocks, include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL,
  pooling = NULL, classes = 1000L
) {
  args <- list(
    blocks = blocks, include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes
  )
  call_python("application_densenet", args)
}

application_densenet121 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes
  )
  call_python("application_densenet121", args)
}

application_densenet169 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes
  )
  call_python("application_densenet169", args)
}

application_densenet201 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes
  )
  call_python("application_densenet201", args)
}
