# Generated from rkeras_py/api/applications/efficientnet.py by `make generate`; edit there.

application_efficientnet_b0 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_efficientnet_b0", args)
}

application_efficientnet_b1 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_efficientnet_b1", args)
}

application_efficientnet_b2 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_efficientnet_b2", args)
}

application_efficientnet_b3 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_efficientnet_b3", args)
}

application_efficientnet_b4 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_efficientnet_b4", args)
}

application_efficientnet_b5 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_efficientnet_b5", args)
}

application_efficientnet_b6 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_efficientnet_b6", args)
}

application_efficientnet_b7 <- function(
  include_top = TRUE, weights = "imagenet", input_tensor = NULL, input_shape = NULL, pooling = NULL,
  classes = 1000L, classifier_activation = "softmax", ...
) {
  args <- list(
    include_top = include_top, weights = weights, input_tensor = input_tensor,
    input_shape = input_shape, pooling = pooling, classes = classes,
    classifier_activation = classifier_activation, ...
  )
  call_python("application_efficientnet_b7", args)
}
